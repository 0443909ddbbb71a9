/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-jwk.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "core/keys/jwt-key.h"

#define K "\"k\":\"Zm9v\""

static JwtKey *
read_key (const char  *text,
          GError     **error)
{
  return jwt_key_new_from_text (text, strlen (text), JWT_ENCODING_TEXT, error);
}

/* All of these are the secret "foo". */
static void
test_good (void)
{
  static const char * const texts[] = {
    "{\"kty\":\"oct\"," K "}",
    "{" K ",\"kty\":\"oct\"}",
    " \n{ \"kty\" : \"oct\" , " K " }\n",
    "{\"\\u006bty\":\"o\\u0063t\",\"\\u006b\":\"Zm\\u0039v\"}",
    "{\"kty\":\"oct\"," K ",\"kid\":\"x\",\"other\":[1,{\"k\":\"\"}]}",
    "{\"kty\":\"oct\"," K ",\"alg\":\"HS256\",\"use\":\"sig\","
    "\"key_ops\":[\"sign\",\"verify\"]}",
    "{\"keys\":[{\"kty\":\"oct\"," K "}]}",
    "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\"},7,\"x\",[],{},{\"kty\":1},"
    "{\"kty\":\"oct\"," K "},{\"kty\":\"EC\"}]}",
    "{\"keys\":[],\"kty\":\"oct\"," K "}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JwtKey) key = read_key (texts[i], &error);

    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (jwt_key_get_secret (key), NULL),
                     jwt_key_get_size (key), "foo", 3);
    g_assert_cmpint (jwt_key_get_encoding (key), ==, JWT_ENCODING_BASE64URL);
    g_assert_cmpmem (g_bytes_get_data (jwt_key_get_source (key), NULL),
                     g_bytes_get_size (jwt_key_get_source (key)),
                     texts[i], strlen (texts[i]));
    g_assert_true (jwt_key_check (key, JWT_ALGORITHM_HS256, &error));
    g_assert_no_error (error);
  }
}

/* Whatever the encoding is set to, as a JWK is never one of the others. */
static void
test_any_encoding (void)
{
  static const char text[] = "{\"kty\":\"oct\"," K "}";

  for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++) {
    g_autoptr (JwtKey) key = jwt_key_new_from_text (text, strlen (text),
                                                    encoding, NULL);

    g_assert_cmpuint (jwt_key_get_size (key), ==, 3);
  }
}

static const struct
{
  const char *text;
  JwtError    code;
  const char *name;
} refused[] = {
  { "{\"kty\":\"oct\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":1}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":null}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":[\"Zm9v\"]}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm9v=\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm+v\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm9vA\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm9vAB\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm9v\\n\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"Zm9v\\u0000\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"oct\",\"k\":\"\"}", JWT_ERROR_KEY_EMPTY, NULL },
  { "{\"kty\":\"oct\",\"K\":\"Zm9v\"}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"RSA\",\"n\":\"x\"}", JWT_ERROR_KEY_FAMILY, "RSA" },
  { "{\"kty\":\"EC\"," K "}", JWT_ERROR_KEY_FAMILY, "EC" },
  { "{\"kty\":\"OKP\"}", JWT_ERROR_KEY_FAMILY, "OKP" },
  { "{\"kty\":\"OCT\"," K "}", JWT_ERROR_KEY_FAMILY, "OCT" },
  { "{\"kty\":\"oct\\u0000\"," K "}", JWT_ERROR_KEY_FAMILY, "oct\\u0000" },
  { "{\"kty\":\"\\u202e\"}", JWT_ERROR_KEY_FAMILY, "\\u202e" },
  { "{\"kty\":\"oct\"," K "," K "}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"kty\":\"RSA\",\"kty\":\"oct\"," K "}", JWT_ERROR_KEY_MALFORMED,
    "kty" },
  { "{\"kty\":\"oct\"," K ",\"x\":{\"a\":1,\"a\":2}}",
    JWT_ERROR_KEY_MALFORMED, "a" },
  { "{\"kty\":\"oct\"," K ",\"alg\":256}", JWT_ERROR_KEY_MALFORMED, "alg" },
  { "{\"kty\":\"oct\"," K ",\"use\":[]}", JWT_ERROR_KEY_MALFORMED, "use" },
  { "{\"kty\":\"oct\"," K ",\"key_ops\":\"sign\"}", JWT_ERROR_KEY_MALFORMED,
    "key_ops" },
  { "{\"kty\":\"oct\"," K ",\"key_ops\":[1]}", JWT_ERROR_KEY_MALFORMED,
    "key_ops" },
  { "{\"keys\":[]}", JWT_ERROR_KEY_MALFORMED, "keys" },
  { "{\"keys\":[{\"kty\":\"RSA\"}]}", JWT_ERROR_KEY_MALFORMED, "keys" },
  { "{\"keys\":[{\"kty\":\"oct\"," K "},{\"kty\":\"oct\"," K "}]}",
    JWT_ERROR_KEY_MALFORMED, "keys" },
  { "{\"keys\":[{\"kty\":\"oct\"}]}", JWT_ERROR_KEY_MALFORMED, "k" },
  { "{\"keys\":[{\"kty\":\"oct\"," K "," K "}]}", JWT_ERROR_KEY_MALFORMED,
    "k" },
  { "{\"keys\":[{\"keys\":[{\"kty\":\"oct\"," K "}]}]}",
    JWT_ERROR_KEY_MALFORMED, "keys" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", refused[i].text);
    g_assert_null (read_key (refused[i].text, &error));
    g_assert_error (error, JWT_ERROR, (int) refused[i].code);
    g_assert_cmpint (jwt_error_get_detail (error)->part, ==, JWT_PART_KEY);
    g_assert_cmpstr (jwt_error_get_detail (error)->name, ==, refused[i].name);
  }
}

/* Takes the error. */
static void
assert_mark (GError     *error,
             const char *member)
{
  g_autoptr (GError) taken = error;

  if (member == NULL) {
    g_assert_no_error (taken);
    return;
  }

  g_assert_error (taken, JWT_ERROR, JWT_ERROR_KEY_FAMILY);
  g_assert_cmpstr (jwt_error_get_detail (taken)->name, ==, member);
  g_assert_nonnull (jwt_error_get_detail (taken)->expected);
}

/* What a key is kept for, against what it is asked to do. */
static const struct
{
  const char   *marks;
  JwtAlgorithm  algorithm;
  const char   *check;  /* the member that stands in the way */
  const char   *sign;
  const char   *verify;
} marks[] = {
  { "\"alg\":\"HS256\"", JWT_ALGORITHM_HS256, NULL, NULL, NULL },
  { "\"alg\":\"HS256\"", JWT_ALGORITHM_HS384, "alg", "alg", "alg" },
  { "\"alg\":\"RS256\"", JWT_ALGORITHM_HS256, "alg", "alg", "alg" },
  { "\"alg\":\"hs256\"", JWT_ALGORITHM_HS256, "alg", "alg", "alg" },
  { "\"alg\":\"HS256\\u0000\"", JWT_ALGORITHM_HS256, "alg", "alg", "alg" },
  { "\"alg\":\"\"", JWT_ALGORITHM_HS256, "alg", "alg", "alg" },
  { "\"use\":\"sig\"", JWT_ALGORITHM_HS512, NULL, NULL, NULL },
  { "\"use\":\"enc\"", JWT_ALGORITHM_HS512, "use", "use", "use" },
  { "\"key_ops\":[\"sign\"]", JWT_ALGORITHM_HS256, NULL, NULL, "key_ops" },
  { "\"key_ops\":[\"verify\"]", JWT_ALGORITHM_HS256, NULL, "key_ops", NULL },
  { "\"key_ops\":[\"verify\",\"sign\"]", JWT_ALGORITHM_HS256, NULL, NULL,
    NULL },
  { "\"key_ops\":[\"x\",\"s\\u0069gn\"]", JWT_ALGORITHM_HS256, NULL, NULL,
    "key_ops" },
  { "\"key_ops\":[]", JWT_ALGORITHM_HS256, "key_ops", "key_ops", "key_ops" },
  { "\"key_ops\":[\"encrypt\"]", JWT_ALGORITHM_HS256, "key_ops", "key_ops",
    "key_ops" },
};

static void
test_marks (void)
{
  static const guint8 zeros[64] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *text = g_strdup_printf ("{\"kty\":\"oct\"," K ",%s}",
                                             marks[i].marks);
    g_autoptr (GBytes) wrong = g_bytes_new_static (zeros, sizeof zeros);
    g_autoptr (JwtKey) key = read_key (text, NULL);
    g_autoptr (GBytes) signature = NULL;
    GError *error = NULL;

    g_test_message ("%s", text);
    jwt_key_check (key, marks[i].algorithm, &error);
    assert_mark (error, marks[i].check);

    error = NULL;
    signature = jwt_key_sign (key, marks[i].algorithm, "x", 1, &error);
    g_assert_true ((signature == NULL) == (error != NULL));
    assert_mark (error, marks[i].sign);

    /* Without a mark, it is the signature that is wrong. */
    error = NULL;
    g_assert_false (jwt_key_verify (key, marks[i].algorithm, "x", 1, wrong,
                                    &error));
    if (marks[i].verify == NULL)
      g_assert_true (jwt_error_get_detail (error)->part == JWT_PART_SIGNATURE);
    if (marks[i].verify == NULL)
      g_clear_error (&error);
    assert_mark (error, marks[i].verify);
  }
}

static void
test_mark_detail (void)
{
  g_autoptr (JwtKey) key = read_key ("{\"kty\":\"oct\"," K
                                     ",\"alg\":\"HS512\"}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jwt_key_check (key, JWT_ALGORITHM_HS256, &error));
  g_assert_cmpstr (jwt_error_get_detail (error)->actual, ==, "HS512");
  g_assert_cmpstr (jwt_error_get_detail (error)->expected, ==, "HS256");
}

/* The place of a fault within "k" would be none in the text. */
static void
test_k_detail (void)
{
  g_autoptr (GError) error = NULL;
  const JwtErrorDetail *detail;

  g_assert_null (read_key ("{\"kty\":\"oct\",\"k\":\"Zm9v%\"}", &error));
  detail = jwt_error_get_detail (error);
  g_assert_cmpuint (detail->character, ==, '%');
  g_assert_cmpuint (detail->offset, ==, 0);
  g_assert_cmpuint (detail->column, ==, 0);
}

static void
test_recognised (void)
{
  static const struct { const char *text; gboolean recognised; } rows[] = {
    { "{\"kty\":\"oct\"}", TRUE }, { "{\"keys\":[]}", TRUE },
    { "{\"kty\":\"\"}", TRUE }, { "{\"kty\":\"RSA\",\"kty\":1}", TRUE },
    { "{\"kty\":1}", FALSE }, { "{\"keys\":1}", FALSE }, { "{}", FALSE },
    { "[]", FALSE }, { "\"kty\"", FALSE }, { "", FALSE },
    { "{\"KTY\":\"oct\"}", FALSE }, { "{\"kty\":\"oct\"}}", FALSE },
    { "{\"a\":{\"kty\":\"oct\"}}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) text = g_bytes_new_static (rows[i].text,
                                                  strlen (rows[i].text));
    g_autoptr (JwtJson) json = jwt_json_new (text);

    g_assert_true (jwt_jwk_is_recognised (json) == rows[i].recognised);
  }
}

/* Hostile texts end soon, and with an answer. */
static void
test_hostile (void)
{
  g_autoptr (GString) set = g_string_new ("{\"keys\":[");
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *nested = g_strdup_printf ("{\"kty\":\"oct\",\"x\":%s", deep);
  g_autoptr (JwtKey) key = read_key (nested, NULL);
  g_autoptr (GError) error = NULL;

  /* No JSON, so that it is a secret as good as any other text. */
  g_assert_cmpuint (jwt_key_get_size (key), ==, strlen (nested));

  for (guint i = 0; i < 20000; i++)
    g_string_append (set, "{\"kty\":\"RSA\",\"n\":\"AQAB\"},");
  g_string_append (set, "{\"kty\":\"oct\"}]}");
  g_assert_null (read_key (set->str, &error));
  g_assert_cmpstr (jwt_error_get_detail (error)->name, ==, "k");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jwk/good", test_good);
  g_test_add_func ("/jwk/any-encoding", test_any_encoding);
  g_test_add_func ("/jwk/refused", test_refused);
  g_test_add_func ("/jwk/marks", test_marks);
  g_test_add_func ("/jwk/mark-detail", test_mark_detail);
  g_test_add_func ("/jwk/k-detail", test_k_detail);
  g_test_add_func ("/jwk/recognised", test_recognised);
  g_test_add_func ("/jwk/hostile", test_hostile);

  return g_test_run ();
}
