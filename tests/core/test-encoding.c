/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-encoding.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "witness.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

static const char * const alphabets[] = {
  [JWT_ENCODING_BASE64URL] = LETTERS "0123456789-_",
  [JWT_ENCODING_BASE64] = LETTERS "0123456789+/",
  [JWT_ENCODING_HEX] = "0123456789abcdefABCDEF",
};

static void
assert_bytes (GBytes        *bytes,
              gconstpointer  data,
              gsize          size)
{
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (text, g_bytes_get_size (bytes), data, size);
  g_assert_cmpint (text[size], ==, '\0');
}

static void
assert_both_ways (JwtEncoding    encoding,
                  gconstpointer  data,
                  gsize          size,
                  const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) encoded = jwt_encoding_encode (encoding, data, size);
  g_autoptr (GBytes) decoded = jwt_encoding_decode (encoding, text,
                                                    strlen (text), &error);

  g_assert_no_error (error);
  assert_bytes (encoded, text, strlen (text));
  assert_bytes (decoded, data, size);
}

static GError *
assert_refused (JwtEncoding  encoding,
                const char  *text,
                gsize        length)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = jwt_encoding_decode (encoding, text, length,
                                                  &error);

  g_assert_null (bytes);
  g_assert_nonnull (error);

  return error;
}

/* RFC 4648 §10, and what RFC 7515 §2 makes of it by leaving out the padding. */
static void
test_vectors (void)
{
  static const struct
  {
    const char *plain, *base64url, *base64, *hex;
  } vectors[] = {
    { "", "", "", "" },
    { "f", "Zg", "Zg==", "66" },
    { "fo", "Zm8", "Zm8=", "666f" },
    { "foo", "Zm9v", "Zm9v", "666f6f" },
    { "foob", "Zm9vYg", "Zm9vYg==", "666f6f62" },
    { "fooba", "Zm9vYmE", "Zm9vYmE=", "666f6f6261" },
    { "foobar", "Zm9vYmFy", "Zm9vYmFy", "666f6f626172" },
    { "\x14\xfb\x9c\x03\xd9\x7e", "FPucA9l-", "FPucA9l+", "14fb9c03d97e" },
    { "\xff\xff\xff", "____", "////", "ffffff" },
    { "\xfb\xef\xbe", "----", "++++", "fbefbe" },
    { "\x03\xec\xff\xe0\xc1", "A-z_4ME", "A+z/4ME=", "03ecffe0c1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    const char *plain = vectors[i].plain;
    gsize size = strlen (plain);

    assert_both_ways (JWT_ENCODING_BASE64URL, plain, size,
                      vectors[i].base64url);
    assert_both_ways (JWT_ENCODING_BASE64, plain, size, vectors[i].base64);
    assert_both_ways (JWT_ENCODING_HEX, plain, size, vectors[i].hex);
    assert_both_ways (JWT_ENCODING_TEXT, plain, size, plain);
  }
}

static char *
dup_glib_base64url (const guint8 *data,
                    gsize         size)
{
  char *text = g_base64_encode (data, size);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';

  return text;
}

static char *
dup_printed_hex (const guint8 *data,
                 gsize         size)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", data[i]);

  return g_string_free (text, FALSE);
}

/* Another program's idea of the same, on bytes of all values and sizes. */
static void
test_oracle (void)
{
  guint8 data[300] = { 0 };

  for (gsize size = 0; size <= sizeof data; size++) {
    g_autofree char *base64url = NULL;
    g_autofree char *base64 = NULL;
    g_autofree char *hex = NULL;

    for (gsize i = 0; i < size; i++)
      data[i] = (guint8) g_test_rand_int ();
    base64url = dup_glib_base64url (data, size);
    base64 = g_base64_encode (data, size);
    hex = dup_printed_hex (data, size);

    assert_both_ways (JWT_ENCODING_BASE64URL, data, size, base64url);
    assert_both_ways (JWT_ENCODING_BASE64, data, size, base64);
    assert_both_ways (JWT_ENCODING_HEX, data, size, hex);
  }
}

static void
test_text_is_any_bytes (void)
{
  static const char bytes[] = "a\0\xff\n\xc3\x28";
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) encoded = NULL;

  decoded = jwt_encoding_decode (JWT_ENCODING_TEXT, bytes, 6, NULL);
  encoded = jwt_encoding_encode (JWT_ENCODING_TEXT, bytes, 6);
  assert_bytes (decoded, bytes, 6);
  assert_bytes (encoded, bytes, 6);
}

static void
test_hex_capitals (void)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = jwt_encoding_decode (JWT_ENCODING_HEX, "aBCdeF09", 8, NULL);
  assert_bytes (bytes, "\xab\xcd\xef\x09", 4);
}

static void
test_nothing (void)
{
  for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++) {
    g_autoptr (GBytes) encoded = jwt_encoding_encode (encoding, NULL, 0);
    g_autoptr (GBytes) decoded = NULL;

    decoded = jwt_encoding_decode (encoding, NULL, 0, NULL);
    assert_bytes (encoded, "", 0);
    assert_bytes (decoded, "", 0);
  }
}

/* What only keys are written in needs no code but theirs. */
static int
code_for (JwtEncoding encoding,
          JwtError    code)
{
  return encoding == JWT_ENCODING_BASE64URL ? (int) code
                                            : (int) JWT_ERROR_KEY_MALFORMED;
}

static JwtError
expect_code (guint byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r') ? JWT_ERROR_WHITESPACE
                                                        : JWT_ERROR_BASE64URL;
}

static void
check_bad_byte (JwtEncoding encoding,
                const char *good,
                guint       byte,
                gsize       at)
{
  g_autofree char *text = g_strdup (good);
  g_autoptr (GError) error = NULL;
  const JwtErrorDetail *detail;

  text[at] = (char) byte;
  error = assert_refused (encoding, text, strlen (good));
  g_assert_error (error, JWT_ERROR, code_for (encoding, expect_code (byte)));

  detail = jwt_error_get_detail (error);
  g_assert_cmpint (detail->part, ==, encoding == JWT_ENCODING_BASE64URL
                                     ? JWT_PART_TOKEN : JWT_PART_KEY);
  g_assert_cmpuint (detail->offset, ==, at);
  g_assert_cmpuint (detail->column, ==, at + 1);
  g_assert_cmpuint (detail->line, ==, 0);
  g_assert_cmpuint (detail->character, ==, byte < 0x80 ? byte : 0xfffd);
  g_assert_cmpuint (detail->found, ==, 0);
}

/* Each byte that is no digit, in each place of a group and of what is left. */
static void
test_bad_bytes (void)
{
  static const char * const good[] = {
    [JWT_ENCODING_BASE64URL] = "Zm9vYmFyZm8",
    [JWT_ENCODING_BASE64] = "Zm9vYmFyZm8=",
    [JWT_ENCODING_HEX] = "666f6f6261720a",
  };

  for (guint encoding = JWT_ENCODING_BASE64URL; encoding < JWT_N_ENCODINGS;
       encoding++) {
    gsize n_digits = strcspn (good[encoding], "=");

    for (guint byte = 0; byte < 256; byte++) {
      if (byte != 0 && strchr (alphabets[encoding], (int) byte) != NULL)
        continue;

      /* A digit before the padding may be padding too: see below. */
      for (gsize at = 0; at < n_digits; at++)
        if (byte != '=' || at < n_digits - 1)
          check_bad_byte (encoding, good[encoding], byte, at);
    }
  }
}

/* The bits that the last digit has beyond the last byte have to be 0. */
static void
check_last_digits (JwtEncoding  encoding,
                   const char  *before,
                   const char  *padding,
                   guint        n_spare)
{
  for (guint i = 0; i < 64; i++) {
    char digit = alphabets[encoding][i];
    g_autofree char *text = g_strdup_printf ("%s%c%s", before, digit, padding);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;

    bytes = jwt_encoding_decode (encoding, text, strlen (text), &error);
    if (i % (1 << n_spare) == 0) {
      g_assert_no_error (error);
      continue;
    }

    g_assert_null (bytes);
    g_assert_error (error, JWT_ERROR,
                    code_for (encoding, JWT_ERROR_NON_CANONICAL));
    g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                      strlen (before));
    g_assert_cmpuint (jwt_error_get_detail (error)->column, ==,
                      strlen (before) + 1);
    g_assert_cmpuint (jwt_error_get_detail (error)->character, ==,
                      (guint) digit);
  }
}

static void
test_non_canonical (void)
{
  check_last_digits (JWT_ENCODING_BASE64URL, "Z", "", 4);
  check_last_digits (JWT_ENCODING_BASE64URL, "Zm", "", 2);
  check_last_digits (JWT_ENCODING_BASE64URL, "Zm9v_", "", 4);
  check_last_digits (JWT_ENCODING_BASE64URL, "Zm9v_-", "", 2);
  check_last_digits (JWT_ENCODING_BASE64, "Z", "==", 4);
  check_last_digits (JWT_ENCODING_BASE64, "Zm", "=", 2);
  check_last_digits (JWT_ENCODING_BASE64, "Zm9v/", "==", 4);
  check_last_digits (JWT_ENCODING_BASE64, "Zm9v/+", "=", 2);
}

/* A wrong length is told by its number, and no character is blamed. */
static void
test_lengths (void)
{
  static const struct { JwtEncoding encoding; const char *text; } refused[] = {
    { JWT_ENCODING_BASE64URL, "A" },
    { JWT_ENCODING_BASE64URL, "AAAAA" },
    { JWT_ENCODING_BASE64URL, "Zm9vYmFyZ" },
    { JWT_ENCODING_BASE64, "A" },
    { JWT_ENCODING_BASE64, "Zg" },
    { JWT_ENCODING_BASE64, "Zm8" },
    { JWT_ENCODING_BASE64, "Zm9vY" },
    { JWT_ENCODING_BASE64, "Zm9vYg" },
    { JWT_ENCODING_HEX, "a" },
    { JWT_ENCODING_HEX, "66666" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    gsize length = strlen (refused[i].text);
    g_autoptr (GError) error = assert_refused (refused[i].encoding,
                                               refused[i].text, length);
    const JwtErrorDetail *detail = jwt_error_get_detail (error);

    g_assert_error (error, JWT_ERROR,
                    code_for (refused[i].encoding, JWT_ERROR_BASE64URL));
    g_assert_cmpuint (detail->found, ==, length);
    g_assert_cmpuint (detail->character, ==, 0);
    g_assert_cmpuint (detail->offset, ==, length - 1);
  }
}

static void
test_padding (void)
{
  static const struct { const char *text; gsize offset; } refused[] = {
    { "=", 0 }, { "====", 0 }, { "A===", 1 }, { "Zg=", 2 }, { "Zm8==", 3 },
    { "Zm9v=", 4 }, { "Zm9v====", 4 }, { "Zg=g", 2 }, { "Zg==Zg==", 2 },
    { "=Zg=", 0 }, { "Zm9v==", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    error = assert_refused (JWT_ENCODING_BASE64, refused[i].text,
                            strlen (refused[i].text));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_KEY_MALFORMED);
    g_assert_cmpuint (jwt_error_get_detail (error)->character, ==, '=');
    g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                      refused[i].offset);
  }
}

/* Base64URL texts with characters beyond ASCII. */
static const struct
{
  const char *text;
  JwtError    code;
  gsize       offset;
  gunichar    character;
} characters[] = {
  { "Zm\xc3\xa9v", JWT_ERROR_BASE64URL, 2, 0xe9 },
  { "Zm9v\xe2\x82\xac", JWT_ERROR_BASE64URL, 4, 0x20ac },
  { "\xf0\x9f\x98\x80Zm9v", JWT_ERROR_BASE64URL, 0, 0x1f600 },
  { "Zm9v\xe2\x80\xa6", JWT_ERROR_BASE64URL, 4, 0x2026 },
  { "Zm9v\xe2\x80", JWT_ERROR_BASE64URL, 4, 0xfffd },
  { "Zm9v\xc0\xaf", JWT_ERROR_BASE64URL, 4, 0xfffd },
  { "Zm9v\xed\xa0\x80", JWT_ERROR_BASE64URL, 4, 0xfffd },
  { "Zm\xa0\xa0", JWT_ERROR_BASE64URL, 2, 0xfffd },
  { "Zm9v\xc2\xa0", JWT_ERROR_INVISIBLE_CHARACTER, 4, 0xa0 },
  { "Zm\xc2\xad" "9v", JWT_ERROR_INVISIBLE_CHARACTER, 2, 0xad },
  { "\xe2\x80\x8bZm9v", JWT_ERROR_INVISIBLE_CHARACTER, 0, 0x200b },
  { "Zm9v\xe2\x80\x8f", JWT_ERROR_INVISIBLE_CHARACTER, 4, 0x200f },
  { "Z\xe2\x80\xa8m9v", JWT_ERROR_INVISIBLE_CHARACTER, 1, 0x2028 },
  { "Z\xe2\x80\xaem9v", JWT_ERROR_INVISIBLE_CHARACTER, 1, 0x202e },
  { "Zm9\xe2\x81\xa0v", JWT_ERROR_INVISIBLE_CHARACTER, 3, 0x2060 },
  { "Zm9\xe2\x81\xa4v", JWT_ERROR_INVISIBLE_CHARACTER, 3, 0x2064 },
  { "\xef\xbb\xbfZm9v", JWT_ERROR_INVISIBLE_CHARACTER, 0, 0xfeff },
  { "Zm9v\n", JWT_ERROR_WHITESPACE, 4, '\n' },
  { "Zm 9v\xc3\xa9", JWT_ERROR_WHITESPACE, 2, ' ' },
  { "Zm9v%\n", JWT_ERROR_BASE64URL, 4, '%' },
  { "Z ", JWT_ERROR_WHITESPACE, 1, ' ' },
};

static void
test_characters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (characters); i++) {
    g_autoptr (GError) error = NULL;
    const JwtErrorDetail *detail;

    error = assert_refused (JWT_ENCODING_BASE64URL, characters[i].text,
                            strlen (characters[i].text));
    g_assert_error (error, JWT_ERROR, (int) characters[i].code);
    detail = jwt_error_get_detail (error);
    g_assert_cmpuint (detail->offset, ==, characters[i].offset);
    g_assert_cmpuint (detail->column, ==, characters[i].offset + 1);
    g_assert_cmpuint (detail->character, ==, characters[i].character);
  }
}

/* The length decides, not a NUL, and not what lies behind the length. */
static void
test_bounds (void)
{
  g_autoptr (GError) error = assert_refused (JWT_ENCODING_BASE64URL,
                                             "Zm9v\0YmFy", 9);
  g_autoptr (GError) cut = assert_refused (JWT_ENCODING_BASE64URL,
                                           "Zm\xe2\x80\x8b", 4);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_error (error, JWT_ERROR, JWT_ERROR_BASE64URL);
  g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==, 4);
  g_assert_cmpuint (jwt_error_get_detail (error)->character, ==, 0);
  g_assert_cmpuint (jwt_error_get_detail (error)->found, ==, 0);
  g_assert_cmpuint (jwt_error_get_detail (cut)->character, ==, 0xfffd);

  bytes = jwt_encoding_decode (JWT_ENCODING_BASE64URL, "Zm9v!", 4, NULL);
  assert_bytes (bytes, "foo", 3);
}

static void
test_large (void)
{
  gsize size = 12 * 1024 * 1024 + 1;
  g_autofree guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 2654435761u >> 13);

  for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++) {
    g_autoptr (GBytes) text = jwt_encoding_encode (encoding, data, size);
    g_autoptr (GBytes) bytes = NULL;

    bytes = jwt_encoding_decode (encoding, g_bytes_get_data (text, NULL),
                                 g_bytes_get_size (text), NULL);
    assert_bytes (bytes, data, size);
  }
}

/* Neither what was decoded nor what was refused stays in freed memory. */
static void
test_wiped (void)
{
  static const char text[] =
    "YSBzZWNyZXQgb2YgZm9ydHkgYnl0ZXMsIG1vcmUgb3IgbGVzcw";
  static const char secret[] = "a secret of forty bytes, more or less";
  GBytes *decoded, *encoded;

  decoded = jwt_encoding_decode (JWT_ENCODING_BASE64URL, text, strlen (text),
                                 NULL);
  assert_bytes (decoded, secret, strlen (secret));
  encoded = jwt_encoding_encode (JWT_ENCODING_BASE64URL, secret,
                                 strlen (secret));

  witness_start (secret, strlen (secret));
  g_bytes_unref (decoded);
  g_assert_null (jwt_encoding_decode (JWT_ENCODING_BASE64URL,
                                      "YSBzZWNyZXQgb2YgZm9ydHkgYnl0ZXMsIG1vcm"
                                      "Ugb3IgbGVzcw%", 51, NULL));
  g_assert_cmpuint (witness_stop (), ==, 0);

  witness_start (text, strlen (text));
  g_bytes_unref (encoded);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

static void
test_names (void)
{
  static const char * const names[] = { "text", "base64url", "base64", "hex" };
  static const char * const refused[] = {
    "", "Base64", "base64 ", "base", "b64", "hexadecimal", "none"
  };
  JwtEncoding encoding;

  for (guint i = 0; i < JWT_N_ENCODINGS; i++) {
    g_assert_cmpstr (jwt_encoding_get_name (i), ==, names[i]);
    g_assert_true (jwt_encoding_from_name (names[i], &encoding));
    g_assert_cmpuint (encoding, ==, i);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (jwt_encoding_from_name (refused[i], &encoding));
  g_assert_cmpint (encoding, ==, JWT_ENCODING_HEX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/vectors", test_vectors);
  g_test_add_func ("/encoding/oracle", test_oracle);
  g_test_add_func ("/encoding/text-is-any-bytes", test_text_is_any_bytes);
  g_test_add_func ("/encoding/hex-capitals", test_hex_capitals);
  g_test_add_func ("/encoding/nothing", test_nothing);
  g_test_add_func ("/encoding/bad-bytes", test_bad_bytes);
  g_test_add_func ("/encoding/non-canonical", test_non_canonical);
  g_test_add_func ("/encoding/lengths", test_lengths);
  g_test_add_func ("/encoding/padding", test_padding);
  g_test_add_func ("/encoding/characters", test_characters);
  g_test_add_func ("/encoding/bounds", test_bounds);
  g_test_add_func ("/encoding/large", test_large);
  g_test_add_func ("/encoding/wiped", test_wiped);
  g_test_add_func ("/encoding/names", test_names);

  return g_test_run ();
}
