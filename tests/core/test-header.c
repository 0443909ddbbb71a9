/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-header.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "sample.h"

/* Takes the error. */
static void
assert_problem (GError     *problem,
                int         code,
                const char *name,
                gsize       offset)
{
  g_autoptr (GError) taken = problem;

  if (code < 0) {
    g_assert_no_error (taken);
    return;
  }

  g_assert_error (taken, JWT_ERROR, code);
  g_assert_cmpint (jwt_error_get_detail (taken)->part, ==, JWT_PART_HEADER);
  g_assert_cmpstr (jwt_error_get_detail (taken)->name, ==, name);
  g_assert_cmpuint (jwt_error_get_detail (taken)->offset, ==, offset);
}

static void
test_algorithm (void)
{
  static const struct { const char *text; int code; gsize offset; } rows[] = {
    { "{\"alg\":\"HS256\"}", -1, 0 },
    { "{\"alg\":\"\"}", -1, 0 },
    { "{\"\\u0061lg\":\"x\"}", -1, 0 },
    { "{}", JWT_ERROR_ALG_MISSING, 0 },
    { "{\"Alg\":\"HS256\"}", JWT_ERROR_ALG_MISSING, 0 },
    { "{\"alg \":\"HS256\"}", JWT_ERROR_ALG_MISSING, 0 },
    { "{\"alg\":null}", JWT_ERROR_ALG_TYPE, 7 },
    { "{ \"alg\" : 1}", JWT_ERROR_ALG_TYPE, 10 },
    { "{\"alg\":[\"HS256\"]}", JWT_ERROR_ALG_TYPE, 7 },
    { "{\"alg\":true}", JWT_ERROR_ALG_TYPE, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtJson) json = sample_json (rows[i].text);

    assert_problem (jwt_header_check_algorithm (json), rows[i].code, "alg",
                    rows[i].offset);
  }
}

/* The name that is told is the one that stands in the way. */
static void
test_critical (void)
{
  static const struct { const char *text; int code; const char *name;
                        gsize offset; } rows[] = {
    { "{}", -1, NULL, 0 },
    { "{\"crit\":[\"b64\"],\"b64\":true}", -1, NULL, 0 },
    { "{\"crit\":[]}", JWT_ERROR_CRIT, "[]", 8 },
    { "{\"crit\":\"x\"}", JWT_ERROR_CRIT, "x", 8 },
    { "{\"crit\":[\"x\\u202e\"]}", JWT_ERROR_CRIT, "x\\u202e", 9 },
    { "{\"crit\":[\"b64\",\"y\"],\"b64\":true}", JWT_ERROR_CRIT, "y", 15 },
    { "{\"crit\":[{}]}", JWT_ERROR_CRIT, "{}", 9 },
    { "{\"b64\":1}", JWT_ERROR_CRIT, "1", 7 },
    { "{\"b64\":false}", JWT_ERROR_UNENCODED_PAYLOAD, "b64", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtJson) json = sample_json (rows[i].text);

    assert_problem (jwt_header_check_critical (json), rows[i].code,
                    rows[i].name, rows[i].offset);
  }
}

/* What the standards define may not be called critical, each of it. */
static void
test_standard (void)
{
  static const char *names[] = {
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty",
    "crit", "enc", "zip", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = g_strdup_printf ("{\"crit\":[\"%s\"],\"%s\":true}",
                                             names[i], names[i]);
    g_autoptr (JwtJson) json = sample_json (text);

    if (strcmp (names[i], "crit") != 0)
      assert_problem (jwt_header_check_critical (json), JWT_ERROR_CRIT,
                      names[i], 9);
  }
}

static void
test_unsecured (void)
{
  static const struct { const char *text; gboolean unsecured; } rows[] = {
    { "{\"alg\":\"none\"}", TRUE }, { "{\"alg\":\"NONE\"}", TRUE },
    { "{\"alg\":\"nOnE\"}", TRUE }, { "{\"alg\":\"\\u006eone\"}", TRUE },
    { "{\"alg\":\"none\\u0000\"}", FALSE }, { "{\"alg\":\"non\"}", FALSE },
    { "{\"alg\":\"nones\"}", FALSE }, { "{\"alg\":\" none\"}", FALSE },
    { "{\"alg\":\"n\\u0585ne\"}", FALSE }, { "{\"alg\":\"HS256\"}", FALSE },
    { "{\"alg\":null}", FALSE }, { "{}", FALSE }, { "[]", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtJson) json = sample_json (rows[i].text);

    g_assert_true (jwt_header_is_unsecured (json) == rows[i].unsecured);
  }
}

static void
test_registered (void)
{
  static const char *known[] = { "HS256", "HS512", "RS256", "PS384", "ES512",
                                 "ES256K", "EdDSA", "Ed25519", "Ed448",
                                 "none" };
  static const char *unknown[] = { "", "hs256", "HS128", "None", "HS256 ",
                                   "dir", "RSA1_5" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (jwt_header_is_registered (known[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (jwt_header_is_registered (unknown[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/header/algorithm", test_algorithm);
  g_test_add_func ("/header/critical", test_critical);
  g_test_add_func ("/header/standard", test_standard);
  g_test_add_func ("/header/unsecured", test_unsecured);
  g_test_add_func ("/header/registered", test_registered);

  return g_test_run ();
}
