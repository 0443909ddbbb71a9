/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-error.h"

#include <gio/gio.h>

#include "core/jwt-enums.h"

/* What scripts may rely on, in the order of the codes. */
static const char * const names[] = {
  "parts", "base64url", "non-canonical", "whitespace", "invisible-character",
  "not-utf8", "not-json", "not-object", "duplicate-member", "too-deep",
  "too-large", "alg-missing", "alg-type", "alg-unknown", "alg-mismatch",
  "unsecured", "encrypted", "json-serialization", "sd-jwt",
  "unencoded-payload", "crit", "signature-length", "signature-mismatch",
  "key-empty", "key-family", "key-malformed", "key-weak", "expired",
  "not-yet-valid", "never-valid", "claim-type", "claim-range",
  "claim-missing", "issuer-mismatch", "audience-mismatch",
  "algorithm-disabled", "random-unavailable",
};

static void
test_names (void)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (JWT_TYPE_ERROR);

  g_assert_cmpuint (codes->n_values, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < codes->n_values; i++) {
    g_assert_cmpint (codes->values[i].value, ==, (int) i);
    g_assert_cmpstr (jwt_error_get_name (i), ==, names[i]);
    g_assert_cmpstr (jwt_error_get_name (i), ==, codes->values[i].value_nick);
  }
}

static void
test_part_names (void)
{
  g_autoptr (GEnumClass) parts = g_type_class_ref (JWT_TYPE_PART);

  g_assert_cmpuint (parts->n_values, ==, 5);
  for (guint i = 0; i < parts->n_values; i++)
    g_assert_cmpstr (jwt_part_get_name (i), ==, parts->values[i].value_nick);
  g_assert_cmpstr (jwt_part_get_name (JWT_PART_SIGNATURE), ==, "signature");
}

static void
assert_full_detail (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);

  g_assert_nonnull (detail);
  g_assert_cmpint (detail->part, ==, JWT_PART_PAYLOAD);
  g_assert_true (detail->in_token);
  g_assert_cmpuint (detail->offset, ==, 17);
  g_assert_cmpuint (detail->line, ==, 2);
  g_assert_cmpuint (detail->column, ==, 5);
  g_assert_cmpuint (detail->character, ==, 0x1f600);
  g_assert_cmpint (detail->syntax, ==, JWT_SYNTAX_COMMENT);
  g_assert_cmpuint (detail->found, ==, G_MAXUINT64);
  g_assert_cmpuint (detail->needed, ==, 3);
  g_assert_cmpstr (detail->name, ==, "exp");
  g_assert_cmpstr (detail->actual, ==, "one");
  g_assert_cmpstr (detail->expected, ==, "other");
}

static GError *
new_full (void)
{
  char name[] = "exp", actual[] = "one", expected[] = "other";
  JwtErrorDetail detail = {
    JWT_PART_PAYLOAD, TRUE, 17, 2, 5, 0x1f600, JWT_SYNTAX_COMMENT,
    G_MAXUINT64, 3, name, actual, expected
  };
  GError *error = jwt_error_new (JWT_ERROR_CLAIM_TYPE, &detail);

  /* The error has to have its own texts by now. */
  name[0] = actual[0] = expected[0] = '?';

  return error;
}

static void
test_detail (void)
{
  g_autoptr (GError) error = new_full ();

  g_assert_error (error, JWT_ERROR, JWT_ERROR_CLAIM_TYPE);
  g_assert_true (g_str_has_prefix (error->message, "claim-type"));
  assert_full_detail (error);
}

static void
test_copy (void)
{
  GError *error = new_full ();
  g_autoptr (GError) copy = g_error_copy (error);

  g_assert_true (jwt_error_get_detail (copy)->name !=
                 jwt_error_get_detail (error)->name);
  g_error_free (error);
  g_assert_error (copy, JWT_ERROR, JWT_ERROR_CLAIM_TYPE);
  assert_full_detail (copy);
}

static void
test_edit (void)
{
  g_autoptr (GError) error = new_full ();
  g_autoptr (GError) copy = g_error_copy (error);
  JwtErrorDetail *detail = jwt_error_edit_detail (error);

  detail->offset += 100;
  g_free (detail->name);
  detail->name = g_strdup ("nbf");

  g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==, 117);
  g_assert_cmpstr (jwt_error_get_detail (error)->name, ==, "nbf");
  assert_full_detail (copy);
}

static void
test_without_detail (void)
{
  g_autoptr (GError) error = jwt_error_new (JWT_ERROR_KEY_EMPTY, NULL);
  const JwtErrorDetail *detail = jwt_error_get_detail (error);

  g_assert_cmpstr (error->message, ==, "key-empty");
  g_assert_cmpuint (detail->offset, ==, 0);
  g_assert_cmpuint (detail->column, ==, 0);
  g_assert_cmpuint (detail->found, ==, 0);
  g_assert_null (detail->name);
  g_assert_null (detail->actual);
  g_assert_null (detail->expected);
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

  g_assert_null (jwt_error_get_detail (error));
}

static void
test_set (void)
{
  g_autoptr (GError) error = NULL;
  JwtErrorDetail detail = { .found = 2, .needed = 3 };

  jwt_set_error (NULL, JWT_ERROR_PARTS, &detail);
  jwt_set_error (&error, JWT_ERROR_PARTS, &detail);
  g_assert_error (error, JWT_ERROR, JWT_ERROR_PARTS);
  g_assert_cmpuint (jwt_error_get_detail (error)->found, ==, 2);
  g_assert_cmpuint (jwt_error_get_detail (error)->needed, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/names", test_names);
  g_test_add_func ("/error/part-names", test_part_names);
  g_test_add_func ("/error/detail", test_detail);
  g_test_add_func ("/error/copy", test_copy);
  g_test_add_func ("/error/edit", test_edit);
  g_test_add_func ("/error/without-detail", test_without_detail);
  g_test_add_func ("/error/other-domain", test_other_domain);
  g_test_add_func ("/error/set", test_set);

  return g_test_run ();
}
