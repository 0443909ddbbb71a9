/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

#define BASE64URL_32 "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd_h8"
#define BASE64_32    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd/h8="
#define HEX_32       "000102030405060708090a0b0c0d0e0f" \
                     "101112131415161718191a1b1c1d1e1f"

typedef struct
{
  const char   *text;
  JwtEncoding   encoding;
  JwtAlgorithm  algorithm;
  const char   *hint;
} Hint;

static const Hint hints[] = {
  { "", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256, NULL },
  { BASE64URL_32, JWT_ENCODING_BASE64URL, JWT_ALGORITHM_HS256,
    "32 bytes (256 bits), enough for HS256" },
  { BASE64URL_32, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256,
    "43 bytes as Text. It looks like Base64URL: 32 bytes (256 bits)." },
  { BASE64_32, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256,
    "44 bytes as Text. It looks like Base64: 32 bytes (256 bits)." },
  { HEX_32, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256,
    "64 bytes as Text. It looks like Hex: 32 bytes (256 bits)." },
  { HEX_32, JWT_ENCODING_HEX, JWT_ALGORITHM_HS512,
    "32 bytes (256 bits), HS512 needs 64 bytes." },
  { "sixteen letters!", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256,
    "16 bytes (128 bits), HS256 needs 32 bytes." },
  { "x", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS384,
    "1 byte (8 bits), HS384 needs 48 bytes." },
  { "not to be decoded, for it has spaces", JWT_ENCODING_TEXT,
    JWT_ALGORITHM_HS256, "36 bytes (288 bits), enough for HS256" },
  { "-----BEGIN PUBLIC KEY-----\nAAAA", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256,
    "This is a PEM (“PUBLIC KEY”), which never is an HMAC secret: enter the "
    "shared secret." },
};

static char *
get_hint (const Hint *hint)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JwtKey) key = jwt_key_new_from_text (hint->text,
                                                  strlen (hint->text),
                                                  hint->encoding, &problem);

  return jot_words_key_hint (hint->text, key, problem, hint->algorithm);
}

static void
test_hints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++) {
    g_autofree char *words = get_hint (&hints[i]);

    g_assert_cmpstr (words, ==, hints[i].hint);
  }
}

static void
test_malformed (void)
{
  static const struct
  {
    const char  *text;
    JwtEncoding  encoding;
    const char  *words;
  } texts[] = {
    { "secret%", JWT_ENCODING_BASE64URL,
      "Not valid Base64URL: character “%” at 7." },
    { "secret%", JWT_ENCODING_BASE64,
      "Not valid Base64: character “%” at 7." },
    { "00ff%", JWT_ENCODING_HEX, "Not valid Hex: character “%” at 5." },
    { "00f", JWT_ENCODING_HEX,
      "Not valid Hex: it cannot be 3 characters long, one may be lost." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Hint hint = { texts[i].text, texts[i].encoding, JWT_ALGORITHM_HS256 };
    g_autofree char *words = get_hint (&hint);

    g_assert_cmpstr (words, ==, texts[i].words);
  }
}

/* No more of the secret gets out than the one character that is no part of
 * it. */
static void
test_secrecy (void)
{
  static const Hint secrets[] = {
    { "correct-horse", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { "correct-horse%", JWT_ENCODING_BASE64URL, JWT_ALGORITHM_HS256 },
    { "correct-horse", JWT_ENCODING_HEX, JWT_ALGORITHM_HS256 },
    { "correct-horse", JWT_ENCODING_BASE64, JWT_ALGORITHM_HS256 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autofree char *words = get_hint (&secrets[i]);

    g_assert_nonnull (words);
    g_assert_null (strstr (words, "correct"));
    g_assert_null (strstr (words, "horse"));
  }
}

static void
test_no_text (void)
{
  g_autoptr (JwtKey) key = jwt_key_new_from_text (BASE64URL_32,
                                                  strlen (BASE64URL_32),
                                                  JWT_ENCODING_TEXT, NULL);
  g_autofree char *words = jot_words_key_hint (NULL, key, NULL,
                                               JWT_ALGORITHM_HS256);
  g_autoptr (GBytes) bytes = g_bytes_new (BASE64URL_32, 32);
  g_autoptr (JwtKey) secret = jwt_key_new_secret (bytes);
  g_autofree char *size = jot_words_key_hint (NULL, secret, NULL,
                                              JWT_ALGORITHM_UNKNOWN);

  g_assert_cmpstr (words, ==, hints[2].hint);
  g_assert_cmpstr (size, ==, "32 bytes (256 bits)");
  g_assert_null (jot_words_key_hint (NULL, NULL, NULL, JWT_ALGORITHM_HS256));
}

static void
test_facts (void)
{
  static const struct
  {
    gsize         bytes;
    JwtAlgorithm  algorithm;
    const char   *markup;
  } facts[] = {
    { 32, JWT_ALGORITHM_HS256,
      "<b>256 bits of randomness</b> from the system generator, exactly the "
      "minimum for HS256 (RFC 7518 §3.2)." },
    { 48, JWT_ALGORITHM_HS256,
      "<b>384 bits of randomness</b> from the system generator, 1.5 times the "
      "minimum for HS256 (RFC 7518 §3.2)." },
    { 64, JWT_ALGORITHM_HS256,
      "<b>512 bits of randomness</b> from the system generator, twice the "
      "minimum for HS256 (RFC 7518 §3.2)." },
    { 1024, JWT_ALGORITHM_HS512,
      "<b>8192 bits of randomness</b> from the system generator, 16 times the "
      "minimum for HS512 (RFC 7518 §3.2)." },
    { 33, JWT_ALGORITHM_HS256,
      "<b>264 bits of randomness</b> from the system generator, more than the "
      "minimum for HS256 (RFC 7518 §3.2)." },
    { 32, JWT_ALGORITHM_HS384,
      "<b>256 bits of randomness</b> from the system generator, less than the "
      "minimum for HS384 (RFC 7518 §3.2)." },
    { 32, JWT_ALGORITHM_UNKNOWN,
      "<b>256 bits of randomness</b> from the system generator." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    g_autofree char *markup = jot_words_secret_facts (facts[i].bytes,
                                                      facts[i].algorithm);

    g_assert_cmpstr (markup, ==, facts[i].markup);
  }
}

static void
test_encoding (void)
{
  g_assert_cmpstr (jot_words_encoding (JWT_ENCODING_TEXT), ==, "Text");
  g_assert_cmpstr (jot_words_encoding (JWT_ENCODING_BASE64URL), ==,
                   "Base64URL");
  g_assert_cmpstr (jot_words_encoding (JWT_ENCODING_BASE64), ==, "Base64");
  g_assert_cmpstr (jot_words_encoding (JWT_ENCODING_HEX), ==, "Hex");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/key/hints", test_hints);
  g_test_add_func ("/words/key/malformed", test_malformed);
  g_test_add_func ("/words/key/secrecy", test_secrecy);
  g_test_add_func ("/words/key/no-text", test_no_text);
  g_test_add_func ("/words/key/facts", test_facts);
  g_test_add_func ("/words/key/encoding", test_encoding);

  return g_test_run ();
}
