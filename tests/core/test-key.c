/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-key.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "witness.h"

static JwtKey *
new_key (const char  *text,
         JwtEncoding  encoding)
{
  g_autoptr (GError) error = NULL;
  JwtKey *key = jwt_key_new_from_text (text, strlen (text), encoding, &error);

  g_assert_no_error (error);
  g_assert_nonnull (key);

  return key;
}

static GError *
refuse_key (const char  *text,
            gsize        length,
            JwtEncoding  encoding)
{
  GError *error = NULL;

  g_assert_null (jwt_key_new_from_text (text, length, encoding, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (jwt_error_get_detail (error)->part, ==, JWT_PART_KEY);

  return error;
}

static void
assert_bytes (GBytes        *bytes,
              gconstpointer  data,
              gsize          size)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   data, size);
}

static const struct
{
  const char  *text;
  JwtEncoding  encoding;
  const char  *secret;
} readings[] = {
  { "secret", JWT_ENCODING_TEXT, "secret" },
  { " secret\n", JWT_ENCODING_TEXT, " secret\n" },
  { "Zm9vYg", JWT_ENCODING_TEXT, "Zm9vYg" },
  { "Zm9vYg", JWT_ENCODING_BASE64URL, "foob" },
  { "Zm9vYg==", JWT_ENCODING_BASE64, "foob" },
  { "666f6F62", JWT_ENCODING_HEX, "foob" },
  { "gr\xc3\xbc\xc3\x9f", JWT_ENCODING_TEXT, "gr\xc3\xbc\xc3\x9f" },
  { "\xff\xfe", JWT_ENCODING_TEXT, "\xff\xfe" },
  { "{", JWT_ENCODING_TEXT, "{" },
  { "{}", JWT_ENCODING_TEXT, "{}" },
  { "{\"k\":\"Zm9v\"}", JWT_ENCODING_TEXT, "{\"k\":\"Zm9v\"}" },
  { "{\"kty\":1}", JWT_ENCODING_TEXT, "{\"kty\":1}" },
  { "{\"keys\":{}}", JWT_ENCODING_TEXT, "{\"keys\":{}}" },
  { "{\"kty\":\"oct\"", JWT_ENCODING_TEXT, "{\"kty\":\"oct\"" },
  { "[{\"kty\":\"oct\"}]", JWT_ENCODING_TEXT, "[{\"kty\":\"oct\"}]" },
  { "----BEGIN PUBLIC KEY", JWT_ENCODING_TEXT, "----BEGIN PUBLIC KEY" },
  { "x-----BEGIN A-----", JWT_ENCODING_TEXT, "x-----BEGIN A-----" },
  { "-----BEGIN", JWT_ENCODING_TEXT, "-----BEGIN" },
  { "   ", JWT_ENCODING_TEXT, "   " },
};

static void
test_readings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++) {
    g_autoptr (JwtKey) key = new_key (readings[i].text, readings[i].encoding);

    assert_bytes (jwt_key_get_secret (key), readings[i].secret,
                  strlen (readings[i].secret));
    assert_bytes (jwt_key_get_source (key), readings[i].text,
                  strlen (readings[i].text));
    g_assert_cmpuint (jwt_key_get_size (key), ==, strlen (readings[i].secret));
    g_assert_cmpint (jwt_key_get_encoding (key), ==, readings[i].encoding);
  }
}

static void
test_text_with_nul (void)
{
  g_autoptr (JwtKey) key = jwt_key_new_from_text ("a\0b", 3, JWT_ENCODING_TEXT,
                                                  NULL);

  assert_bytes (jwt_key_get_secret (key), "a\0b", 3);
}

static void
test_empty (void)
{
  for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++) {
    g_autoptr (GError) error = refuse_key ("", 0, encoding);
    g_autoptr (GError) none = refuse_key (NULL, 0, encoding);

    g_assert_error (error, JWT_ERROR, JWT_ERROR_KEY_EMPTY);
    g_assert_error (none, JWT_ERROR, JWT_ERROR_KEY_EMPTY);
  }
}

static const struct
{
  const char  *text;
  JwtEncoding  encoding;
  gsize        offset;
  gunichar     character;
  guint64      found;
} malformed[] = {
  { "Zm9v%", JWT_ENCODING_BASE64URL, 4, '%', 0 },
  { "Zm9v\n", JWT_ENCODING_BASE64URL, 4, '\n', 0 },
  { "Zm9v\xe2\x80\x8b", JWT_ENCODING_BASE64URL, 4, 0x200b, 0 },
  { "Zm9v=", JWT_ENCODING_BASE64URL, 4, '=', 0 },
  { "Zm9vA", JWT_ENCODING_BASE64URL, 4, 0, 5 },
  { "Zm9vAB", JWT_ENCODING_BASE64URL, 5, 'B', 0 },
  { "Zm-v", JWT_ENCODING_BASE64, 2, '-', 0 },
  { "Zm9vAA", JWT_ENCODING_BASE64, 5, 0, 6 },
  { "66 6f", JWT_ENCODING_HEX, 2, ' ', 0 },
  { "0x66", JWT_ENCODING_HEX, 1, 'x', 0 },
  { "666", JWT_ENCODING_HEX, 2, 0, 3 },
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++) {
    g_autoptr (GError) error = NULL;
    const JwtErrorDetail *detail;

    error = refuse_key (malformed[i].text, strlen (malformed[i].text),
                        malformed[i].encoding);
    detail = jwt_error_get_detail (error);
    g_assert_error (error, JWT_ERROR, JWT_ERROR_KEY_MALFORMED);
    g_assert_cmpuint (detail->offset, ==, malformed[i].offset);
    g_assert_cmpuint (detail->column, ==, malformed[i].offset + 1);
    g_assert_cmpuint (detail->character, ==, malformed[i].character);
    g_assert_cmpuint (detail->found, ==, malformed[i].found);
    g_assert_null (detail->name);
  }
}

static void
test_pem (void)
{
  static const struct { const char *text, *name; } refused[] = {
    { "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n",
      "PUBLIC KEY" },
    { "-----BEGIN RSA PRIVATE KEY-----", "RSA PRIVATE KEY" },
    { " \r\n\t-----BEGIN CERTIFICATE-----\n", "CERTIFICATE" },
    { "-----BEGIN X509 CRL", "X509 CRL" },
    { "-----BEGIN ", "PEM" },
    { "-----BEGIN \xe2\x80\xae-----", "PEM" },
    { "-----BEGIN A\nB", "A" },
    { "-----BEGIN AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAA-----",
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++) {
      g_autoptr (GError) error = refuse_key (refused[i].text,
                                             strlen (refused[i].text),
                                             encoding);

      g_assert_error (error, JWT_ERROR, JWT_ERROR_KEY_FAMILY);
      g_assert_cmpstr (jwt_error_get_detail (error)->name, ==,
                       refused[i].name);
    }
  }
}

static void
test_new_secret (void)
{
  g_autoptr (GBytes) secret = g_bytes_new_static ("abc", 3);
  g_autoptr (JwtKey) key = jwt_key_new_secret (secret);

  assert_bytes (jwt_key_get_secret (key), "abc", 3);
  g_assert_null (jwt_key_get_source (key));
  g_assert_cmpint (jwt_key_get_encoding (key), ==, JWT_ENCODING_TEXT);
}

static void
test_weak (void)
{
  static const struct
  {
    gsize        size;
    JwtAlgorithm algorithm;
    gboolean     weak;
  } rows[] = {
    { 1, JWT_ALGORITHM_HS256, TRUE }, { 31, JWT_ALGORITHM_HS256, TRUE },
    { 32, JWT_ALGORITHM_HS256, FALSE }, { 33, JWT_ALGORITHM_HS256, FALSE },
    { 47, JWT_ALGORITHM_HS384, TRUE }, { 48, JWT_ALGORITHM_HS384, FALSE },
    { 63, JWT_ALGORITHM_HS512, TRUE }, { 64, JWT_ALGORITHM_HS512, FALSE },
    { 1, JWT_ALGORITHM_UNKNOWN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strnfill (rows[i].size, 'x');
    g_autoptr (JwtKey) key = new_key (text, JWT_ENCODING_TEXT);

    g_assert_true (jwt_key_is_weak (key, rows[i].algorithm) == rows[i].weak);
  }
}

/* A short secret may sign and verify: it is told, not refused. */
static void
test_check (void)
{
  g_autoptr (JwtKey) key = new_key ("x", JWT_ENCODING_TEXT);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (JwtKey) empty = jwt_key_new_secret (nothing);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (jwt_key_check (key, JWT_ALGORITHM_HS256, NULL));
  g_assert_true (jwt_key_check (key, JWT_ALGORITHM_HS384, NULL));
  g_assert_true (jwt_key_check (key, JWT_ALGORITHM_HS512, NULL));
  g_assert_false (jwt_key_check (key, JWT_ALGORITHM_UNKNOWN, &unknown));
  g_assert_error (unknown, JWT_ERROR, JWT_ERROR_ALG_UNKNOWN);
  g_assert_false (jwt_key_check (empty, JWT_ALGORITHM_HS256, &error));
  g_assert_error (error, JWT_ERROR, JWT_ERROR_KEY_EMPTY);
}

/* RFC 7515 appendix A.1. */
#define A1_KEY                                                          \
  "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0i"    \
  "PS4hcgUuTwjAzZr1Z9CAow"
#define A1_INPUT                                                        \
  "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."                           \
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"    \
  "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
#define A1_SIGNATURE "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

static gboolean
verify (JwtKey        *key,
        JwtAlgorithm   algorithm,
        const char    *input,
        const char    *signature,
        GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = jwt_encoding_decode (JWT_ENCODING_BASE64URL, signature,
                               strlen (signature), NULL);

  return jwt_key_verify (key, algorithm, input, strlen (input), bytes, error);
}

static void
test_rfc7515_a1 (void)
{
  g_autoptr (JwtKey) key = new_key (A1_KEY, JWT_ENCODING_BASE64URL);
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  signature = jwt_key_sign (key, JWT_ALGORITHM_HS256, A1_INPUT,
                            strlen (A1_INPUT), &error);
  g_assert_no_error (error);
  text = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                              g_bytes_get_data (signature, NULL),
                              g_bytes_get_size (signature));
  g_assert_cmpstr (g_bytes_get_data (text, NULL), ==, A1_SIGNATURE);

  g_assert_true (verify (key, JWT_ALGORITHM_HS256, A1_INPUT, A1_SIGNATURE,
                         &error));
  g_assert_no_error (error);
}

static void
test_mismatch (void)
{
  static const struct { const char *key, *input, *signature; } refused[] = {
    { A1_KEY, A1_INPUT, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXg" },
    { A1_KEY, A1_INPUT, "eBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" },
    { A1_KEY, A1_INPUT "A", A1_SIGNATURE },
    { A1_KEY, "", A1_SIGNATURE },
    { "AyM1", A1_INPUT, A1_SIGNATURE },
    { A1_KEY, A1_INPUT, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (JwtKey) key = new_key (refused[i].key, JWT_ENCODING_BASE64URL);
    g_autoptr (GError) error = NULL;

    g_assert_false (verify (key, JWT_ALGORITHM_HS256, refused[i].input,
                            refused[i].signature, &error));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_SIGNATURE_MISMATCH);
    g_assert_cmpint (jwt_error_get_detail (error)->part, ==,
                     JWT_PART_SIGNATURE);
  }
}

static void
test_signature_length (void)
{
  static const struct { JwtAlgorithm algorithm; gsize needed; } rows[] = {
    { JWT_ALGORITHM_HS256, 32 },
    { JWT_ALGORITHM_HS384, 48 },
    { JWT_ALGORITHM_HS512, 64 },
  };
  static const guint8 zeros[65] = { 0 };
  g_autoptr (JwtKey) key = new_key ("secret", JWT_ENCODING_TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (gsize size = 0; size <= sizeof zeros; size++) {
      g_autoptr (GBytes) signature = g_bytes_new_static (zeros, size);
      g_autoptr (GError) error = NULL;

      g_assert_false (jwt_key_verify (key, rows[i].algorithm, "x", 1,
                                      signature, &error));
      if (size == rows[i].needed) {
        g_assert_error (error, JWT_ERROR, JWT_ERROR_SIGNATURE_MISMATCH);
        continue;
      }

      g_assert_error (error, JWT_ERROR, JWT_ERROR_SIGNATURE_LENGTH);
      g_assert_cmpuint (jwt_error_get_detail (error)->found, ==, size);
      g_assert_cmpuint (jwt_error_get_detail (error)->needed, ==,
                        rows[i].needed);
    }
  }
}

/* Whether a signature verifies depends on each of key, algorithm and input. */
static void
test_both_ways (void)
{
  g_autoptr (JwtKey) key = new_key ("one secret", JWT_ENCODING_TEXT);
  g_autoptr (JwtKey) other = new_key ("another secret", JWT_ENCODING_TEXT);

  for (guint a = JWT_ALGORITHM_HS256; a <= JWT_ALGORITHM_HS512; a++) {
    g_autoptr (GBytes) signature = jwt_key_sign (key, a, "data", 4, NULL);

    g_assert_true (jwt_key_verify (key, a, "data", 4, signature, NULL));
    g_assert_false (jwt_key_verify (other, a, "data", 4, signature, NULL));
    g_assert_false (jwt_key_verify (key, a, "dat", 3, signature, NULL));
    for (guint b = JWT_ALGORITHM_HS256; b <= JWT_ALGORITHM_HS512; b++)
      g_assert_true (jwt_key_verify (key, b, "data", 4, signature, NULL) ==
                     (a == b));
  }
}

static void
test_references (void)
{
  JwtKey *key = new_key ("secret", JWT_ENCODING_TEXT);
  JwtKey *boxed = g_boxed_copy (JWT_TYPE_KEY, key);

  g_assert_true (boxed == key);
  jwt_key_unref (key);
  g_assert_cmpuint (jwt_key_get_size (boxed), ==, 6);
  g_boxed_free (JWT_TYPE_KEY, boxed);
}

static void
check_wiped (const char  *text,
             JwtEncoding  encoding,
             const char  *needle)
{
  JwtKey *key;

  witness_start (needle, strlen (needle));
  key = new_key (text, encoding);
  g_bytes_unref (jwt_key_sign (key, JWT_ALGORITHM_HS256, "data", 4, NULL));
  jwt_key_unref (key);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

/* Neither the secret nor the text that it was read from stays behind. */
static void
test_wiped (void)
{
  static const char secret[] = "a secret of forty bytes, more or less";
  static const char text[] =
    "YSBzZWNyZXQgb2YgZm9ydHkgYnl0ZXMsIG1vcmUgb3IgbGVzcw";
  static const char jwk[] =
    "{\"kty\":\"oct\",\"k\":"
    "\"YSBzZWNyZXQgb2YgZm9ydHkgYnl0ZXMsIG1vcmUgb3IgbGVzcw\"}";

  check_wiped (secret, JWT_ENCODING_TEXT, secret);
  check_wiped (text, JWT_ENCODING_BASE64URL, secret);
  check_wiped (text, JWT_ENCODING_BASE64URL, text);
  check_wiped (jwk, JWT_ENCODING_TEXT, secret);
  check_wiped (jwk, JWT_ENCODING_TEXT, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key/readings", test_readings);
  g_test_add_func ("/key/text-with-nul", test_text_with_nul);
  g_test_add_func ("/key/empty", test_empty);
  g_test_add_func ("/key/malformed", test_malformed);
  g_test_add_func ("/key/pem", test_pem);
  g_test_add_func ("/key/new-secret", test_new_secret);
  g_test_add_func ("/key/weak", test_weak);
  g_test_add_func ("/key/check", test_check);
  g_test_add_func ("/key/rfc7515-a1", test_rfc7515_a1);
  g_test_add_func ("/key/mismatch", test_mismatch);
  g_test_add_func ("/key/signature-length", test_signature_length);
  g_test_add_func ("/key/both-ways", test_both_ways);
  g_test_add_func ("/key/references", test_references);
  g_test_add_func ("/key/wiped", test_wiped);

  return g_test_run ();
}
