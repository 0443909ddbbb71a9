/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/token/jwt-serialization.h"
#include "core/token/jwt-token.h"

typedef struct
{
  const char *text;
  const char *header;
  const char *payload;
  const char *signature;
  guint       n_signatures;
  gboolean    unprotected;
} Case;

static const Case cases[] = {
  { "{\"payload\":\"cA\",\"protected\":\"aA\",\"signature\":\"cw\"}",
    "aA", "cA", "cw", 1, FALSE },
  { "{\"payload\":\"cA\",\"header\":{},\"signature\":\"cw\"}",
    NULL, "cA", "cw", 1, TRUE },
  { "{\"payload\":\"cA\",\"signatures\":[{\"protected\":\"aA\","
    "\"signature\":\"cw\"},{\"protected\":\"x\"}]}",
    "aA", "cA", "cw", 2, FALSE },
  { "{\"payload\":\"cA\",\"signatures\":[]}", NULL, "cA", NULL, 0, FALSE },
  { "{\"payload\":\"cA\",\"signatures\":[1]}", NULL, "cA", NULL, 1, FALSE },
  { "{\"payload\":\"cA\",\"signatures\":{}}", NULL, "cA", NULL, 0, FALSE },
  { "{\"payload\":\"c\\u0000A\",\"protected\":1}", NULL, NULL, NULL, 1, FALSE },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) text = g_bytes_new_static (cases[i].text,
                                                  strlen (cases[i].text));
    g_autoptr (JwtJson) json = jwt_json_new (text);
    g_autoptr (JwtSerialization) found = jwt_serialization_read (json);

    g_assert_cmpstr (found->header, ==, cases[i].header);
    g_assert_cmpstr (found->payload, ==, cases[i].payload);
    g_assert_cmpstr (found->signature, ==, cases[i].signature);
    g_assert_cmpuint (found->n_signatures, ==, cases[i].n_signatures);
    g_assert_cmpint (found->unprotected, ==, cases[i].unprotected);
  }
}

/* What can be read is shown, and is still no claims of a token. */
static void
test_shown (void)
{
  static const char text[] =
    "{\"payload\":\"eyJzdWIiOiIxIn0\",\"signatures\":"
    "[{\"protected\":\"eyJhbGciOiJIUzI1NiJ9\",\"signature\":\"AA\"},"
    "{\"protected\":\"eyJhbGciOiJIUzUxMiJ9\",\"signature\":\"AA\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JwtToken) token = jwt_token_new (bytes);

  g_assert_cmpint (jwt_token_get_form (token), ==,
                   JWT_FORM_JSON_SERIALIZATION);
  g_assert_nonnull (jwt_json_find (jwt_token_get_header (token), "alg"));
  g_assert_nonnull (jwt_json_find (jwt_token_get_payload (token), "sub"));
  g_assert_false (jwt_token_has_claims (token));
  g_assert_error (jwt_token_get_problem (token), JWT_ERROR,
                  JWT_ERROR_JSON_SERIALIZATION);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/serialization/read", test_read);
  g_test_add_func ("/serialization/shown", test_shown);

  return g_test_run ();
}
