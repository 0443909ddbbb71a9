/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

#define N_CODES   (JWT_ERROR_RANDOM_UNAVAILABLE + 1)
#define N_SYNTAX  (JWT_SYNTAX_COMMENT + 1)

/* U+202E turns the letters after it round. */
#define BIDI "a\342\200\256b"

typedef struct
{
  JwtError        code;
  JwtErrorDetail  detail;
  const char     *sentence;
} Case;

#define TEXT(text) ((char *) (text))

static const Case cases[] = {
  { JWT_ERROR_PARTS, { .found = 0, .needed = 3 },
    "There is no token here: paste or type one." },
  { JWT_ERROR_NOT_JSON,
    { JWT_PART_PAYLOAD, .syntax = JWT_SYNTAX_EMPTY, .line = 1, .column = 1,
      .name = TEXT ("detached") },
    "The payload is empty: the signature may be a detached one (RFC 7515 "
    "appendix F), whose payload travels apart from it." },
  { JWT_ERROR_PARTS, { .found = 2, .needed = 3 },
    "A signed token has three parts, this has 2." },
  { JWT_ERROR_PARTS, { .found = 1, .needed = 3, .name = TEXT ("paseto") },
    "This is a PASETO, not a JWT: Jotsmith does not read it." },
  { JWT_ERROR_PARTS, { .found = 1, .needed = 3, .name = TEXT ("opaque") },
    "This is no JWT: it has no dots. An opaque token can be read only by the "
    "server that issued it." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_PAYLOAD, TRUE, 116, .character = '!', .line = 1,
      .column = 117 },
    "The payload is not Base64URL: character “!” at position 117 is not "
    "allowed." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_HEADER, TRUE, 0, .character = '+' },
    "The header is not Base64URL: character “+” at position 1 is of ordinary "
    "Base64, a token has “-” and “_” instead." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_SIGNATURE, TRUE, 9, .character = '=' },
    "The signature is not Base64URL: padding, “=” at position 10, is not "
    "allowed, remove it." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_SIGNATURE, TRUE, 9, .character = 0x202e },
    "The signature is not Base64URL: character U+202E at position 10 is not "
    "allowed." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_PAYLOAD, TRUE, 9 },
    "The payload is not Base64URL: character U+0000 at position 10 is not "
    "allowed." },
  { JWT_ERROR_BASE64URL,
    { JWT_PART_PAYLOAD, TRUE, 9, .found = 5 },
    "The payload is not Base64URL: it cannot be 5 characters long, one may be "
    "lost." },
  { JWT_ERROR_NON_CANONICAL,
    { JWT_PART_SIGNATURE, TRUE, 99, .character = 'B' },
    "The signature is not Base64URL: the last character, “B” at position 100, "
    "holds bits that no byte takes up." },
  { JWT_ERROR_WHITESPACE,
    { JWT_PART_HEADER, TRUE, 4, .character = ' ' },
    "The header is not Base64URL: white space, U+0020, at position 5 is not "
    "allowed, remove it." },
  { JWT_ERROR_INVISIBLE_CHARACTER,
    { JWT_PART_HEADER, TRUE, 4, .character = 0x200b },
    "The header is not Base64URL: an invisible character, U+200B, at position "
    "5 is not allowed, remove it." },
  { JWT_ERROR_NOT_UTF8, { JWT_PART_PAYLOAD, .line = 2, .column = 3 },
    "The payload, line 2, column 3: there is a byte that is not UTF-8, so this "
    "is not text." },
  { JWT_ERROR_NOT_JSON,
    { JWT_PART_HEADER, .line = 1, .column = 5, .character = '}',
      .syntax = JWT_SYNTAX_VALUE_EXPECTED },
    "The header is not valid JSON, line 1, column 5: a value is expected here, "
    "not “}”." },
  { JWT_ERROR_NOT_OBJECT, { JWT_PART_PAYLOAD },
    "The payload is not a JSON object: it has to stand in curly brackets, {}." },
  { JWT_ERROR_DUPLICATE_MEMBER,
    { JWT_PART_PAYLOAD, .line = 1, .column = 20, .name = TEXT ("x") },
    "The payload, line 1, column 20: “x” appears twice; readers may each see a "
    "different value." },
  { JWT_ERROR_TOO_DEEP,
    { JWT_PART_PAYLOAD, .line = 1, .column = 129, .needed = 128 },
    "The payload, line 1, column 129: brackets stand more than 128 levels "
    "deep, which is not read." },
  { JWT_ERROR_TOO_LARGE, { .found = 20 * 1024 * 1024, .needed = 1024 },
    "This is too large to be read: it has 20.0\302\240MiB, at most "
    "1.0\302\240KiB are allowed." },
  { JWT_ERROR_ALG_MISSING, { JWT_PART_HEADER },
    "The header has no “alg”, so nothing can be verified." },
  { JWT_ERROR_ALG_TYPE, { JWT_PART_HEADER, .actual = TEXT ("256") },
    "The header’s “alg” is 256, which is not text, so nothing can be "
    "verified." },
  { JWT_ERROR_ALG_UNKNOWN, { JWT_PART_HEADER, .actual = TEXT ("XY1") },
    "The header says alg “XY1”, which Jotsmith cannot check." },
  { JWT_ERROR_ALG_UNKNOWN, { JWT_PART_HEADER, .actual = TEXT ("hs256") },
    "The header says alg “hs256”, which is no algorithm: “HS256” is written in "
    "capital letters." },
  { JWT_ERROR_ALG_MISMATCH,
    { JWT_PART_HEADER, .actual = TEXT ("HS512"), .expected = TEXT ("HS256") },
    "The token says HS512, you expect HS256." },
  { JWT_ERROR_UNSECURED, { JWT_PART_HEADER },
    "The header says alg “none”: there is no signature, so nothing can be "
    "verified." },
  { JWT_ERROR_ENCRYPTED, { .found = 5 },
    "This is an encrypted token (JWE). Its content cannot be read without "
    "decrypting it." },
  { JWT_ERROR_JSON_SERIALIZATION, { 0 },
    "This is a signature in JSON form (JWS). A token is always in the compact "
    "form, with dots." },
  { JWT_ERROR_SD_JWT, { 0 },
    "This is a selective disclosure token (SD-JWT): its signature alone does "
    "not verify what follows the first “~”." },
  { JWT_ERROR_UNENCODED_PAYLOAD, { JWT_PART_HEADER, .name = TEXT ("b64") },
    "The header says that the payload is not encoded (“b64”), which no token "
    "may do." },
  { JWT_ERROR_CRIT, { JWT_PART_HEADER, .name = TEXT (BIDI) },
    "The header’s “crit” names “a\\u202eb”, which is not known or has no place "
    "there." },
  { JWT_ERROR_SIGNATURE_LENGTH, { JWT_PART_SIGNATURE, .needed = 32 },
    "The header promises a signature, but there is none." },
  { JWT_ERROR_SIGNATURE_LENGTH,
    { JWT_PART_SIGNATURE, .found = 31, .needed = 32 },
    "The signature is 31 bytes long, the algorithm makes 32." },
  { JWT_ERROR_SIGNATURE_MISMATCH, { JWT_PART_SIGNATURE },
    "The signature does not match: another secret signed this token, or it was "
    "changed after signing." },
  { JWT_ERROR_KEY_EMPTY, { JWT_PART_KEY },
    "There is no secret: enter one to sign or to check a signature." },
  { JWT_ERROR_KEY_FAMILY, { JWT_PART_KEY, .name = TEXT ("PUBLIC KEY") },
    "This is a PEM (“PUBLIC KEY”), which never is an HMAC secret: enter the "
    "shared secret." },
  { JWT_ERROR_KEY_FAMILY, { JWT_PART_KEY, .name = TEXT ("RSA") },
    "This is a key of the type “RSA”, which never is an HMAC secret: enter the "
    "shared secret." },
  { JWT_ERROR_KEY_FAMILY,
    { JWT_PART_KEY, .name = TEXT ("alg"), .actual = TEXT ("HS512"),
      .expected = TEXT ("HS256") },
    "The key’s “alg” is “HS512”, so that it is not for “HS256”: choose another "
    "key." },
  { JWT_ERROR_KEY_FAMILY,
    { JWT_PART_KEY, .name = TEXT ("key_ops"), .expected = TEXT ("sign") },
    "The key’s “key_ops” does not allow “sign”: choose another key." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .offset = 6, .column = 7, .character = '%',
      .expected = TEXT ("base64url") },
    "Not valid Base64URL: character “%” at 7." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .offset = 6, .column = 7, .character = 'B',
      .expected = TEXT ("base64") },
    "Not valid Base64: the last character, “B” at position 7, holds bits that "
    "no byte takes up." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .offset = 6, .column = 7, .found = 7,
      .expected = TEXT ("hex") },
    "Not valid Hex: it cannot be 7 characters long, one may be lost." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .offset = 6, .column = 7, .character = '\n' },
    "The secret is not written as you say: character U+000A at 7." },
  { JWT_ERROR_KEY_MALFORMED, { JWT_PART_KEY, .name = TEXT ("k") },
    "The key cannot be read: its “k” is missing or wrong." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .name = TEXT ("k"), .line = 1, .column = 30 },
    "The key cannot be read, line 1, column 30: “k” appears twice." },
  { JWT_ERROR_KEY_MALFORMED,
    { JWT_PART_KEY, .line = 1, .column = 3, .syntax = JWT_SYNTAX_COMMENT },
    "The key is not valid JSON, line 1, column 3: JSON has no comments, remove "
    "this one." },
  { JWT_ERROR_KEY_WEAK,
    { JWT_PART_KEY, .found = 16, .needed = 32, .expected = TEXT ("HS256") },
    "The secret has 16 bytes (128 bits), HS256 needs 32 bytes." },
  { JWT_ERROR_EXPIRED, { JWT_PART_PAYLOAD, .found = 10800 },
    "The token expired 3 h ago." },
  { JWT_ERROR_NOT_YET_VALID, { JWT_PART_PAYLOAD, .found = 300 },
    "The token is not valid for another 5 min." },
  { JWT_ERROR_NEVER_VALID, { JWT_PART_PAYLOAD, .found = 300 },
    "The token can never be valid: it expires before it starts." },
  { JWT_ERROR_CLAIM_TYPE, { JWT_PART_PAYLOAD, .name = TEXT ("exp") },
    "“exp” has to be a number, the seconds since 1970, without quotation "
    "marks." },
  { JWT_ERROR_CLAIM_TYPE, { JWT_PART_PAYLOAD, .name = TEXT ("iss") },
    "“iss” has to be text, in quotation marks." },
  { JWT_ERROR_CLAIM_TYPE, { JWT_PART_PAYLOAD, .name = TEXT ("aud") },
    "“aud” has to be text or a list of texts." },
  { JWT_ERROR_CLAIM_RANGE, { JWT_PART_PAYLOAD, .name = TEXT ("nbf") },
    "“nbf” is no time: seconds since 1970 have no such number." },
  { JWT_ERROR_CLAIM_MISSING, { JWT_PART_PAYLOAD, .name = TEXT ("exp") },
    "The claim “exp” is required, but missing." },
  { JWT_ERROR_ISSUER_MISMATCH,
    { JWT_PART_PAYLOAD, .actual = TEXT (BIDI), .expected = TEXT ("b") },
    "The token is from “a\\u202eb”, you expect “b”." },
  { JWT_ERROR_ISSUER_MISMATCH,
    { JWT_PART_PAYLOAD, .actual = TEXT ("https://a/"),
      .expected = TEXT ("https://a") },
    "The token is from “https://a/”, you expect “https://a”: the slash at the "
    "end counts." },
  { JWT_ERROR_AUDIENCE_MISMATCH,
    { JWT_PART_PAYLOAD, .actual = TEXT ("a"), .expected = TEXT ("b") },
    "The token is for “a”, you expect “b”." },
  { JWT_ERROR_AUDIENCE_MISMATCH,
    { JWT_PART_PAYLOAD, .actual = TEXT ("[\"a\", \"c\"]"),
      .expected = TEXT ("b") },
    "The token is for “a”, “c”, you expect “b”." },
  { JWT_ERROR_ALGORITHM_DISABLED, { .expected = TEXT ("HS256") },
    "HS256 is disabled on this system." },
  { JWT_ERROR_RANDOM_UNAVAILABLE, { 0 },
    "The system gives no random bytes now, so no secret was made: try again." },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = jwt_error_new (cases[i].code, &cases[i].detail);
    g_autofree char *sentence = jot_words_error (error);

    g_assert_cmpstr (sentence, ==, cases[i].sentence);
  }
}

static void
assert_sentence (const char *sentence)
{
  g_assert_nonnull (sentence);
  g_assert_cmpuint (strlen (sentence), >, 10);
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_false (g_str_has_suffix (sentence, ".."));
  g_assert_null (strstr (sentence, "(null)"));
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
}

static void
test_every_code (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = jwt_error_new (cases[i].code, &cases[i].detail);
    char *sentence = jot_words_error (error);

    assert_sentence (sentence);
    g_assert_true (g_hash_table_add (seen, sentence));
    g_hash_table_add (codes, GINT_TO_POINTER (cases[i].code));
  }

  g_assert_cmpuint (g_hash_table_size (codes), ==, N_CODES);
}

/* Whoever makes an error may know nothing but its code. */
static void
test_no_detail (void)
{
  for (guint code = 0; code < N_CODES; code++) {
    g_autoptr (GError) error = jwt_error_new ((JwtError) code, NULL);
    g_autofree char *sentence = jot_words_error (error);

    assert_sentence (sentence);
  }
}

static void
test_every_syntax (void)
{
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_SYNTAX; i++) {
    JwtErrorDetail detail = { JWT_PART_PAYLOAD, .line = 4, .column = 12,
                              .syntax = (JwtSyntax) i };
    g_autoptr (GError) error = jwt_error_new (JWT_ERROR_NOT_JSON, &detail);
    char *sentence = jot_words_error (error);

    assert_sentence (sentence);
    g_assert_true (g_str_has_prefix (sentence, "The payload is not valid JSON, "
                                               "line 4, column 12: "));
    g_assert_true (g_hash_table_add (seen, sentence));
  }
}

/* The faults of the scanner itself arrive with all that the words need. */
static void
test_scanner (void)
{
  static const struct
  {
    const char *text;
    const char *clause;
  } texts[] = {
    { "", "line 1, column 1: there is no text" },
    { "{\n\"a\":1,}", "line 2, column 7: a comma has to be followed" },
    { "{\"a\" 1}", "line 1, column 6: a colon is expected between a name and "
                   "its value, not “1”" },
    { "{\"a\":01}", "line 1, column 6: a number may not start" },
    { "{\"a\":\"\342\200\256", "a quotation mark" },
    { "{'a':1}", "line 1, column 2: strings stand in double" },
    { "{\"a\":1,\"a\":2}", "line 1, column 8: “a” appears twice" },
    { "{\"a\342\200\256\":1,\"a\342\200\256\":2}", "“a\\u202e” appears twice" },
    { "{\"a\":\342\200\256}", "a value is expected here, not U+202E" },
    { "{} // end", "JSON has no comments" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new (texts[i].text,
                                            strlen (texts[i].text));
    g_autoptr (JwtJson) json = jwt_json_new (bytes);
    g_autofree char *sentence = NULL;

    g_assert_nonnull (jwt_json_get_problem (json));
    sentence = jot_words_error (jwt_json_get_problem (json));
    assert_sentence (sentence);
    g_assert_nonnull (strstr (sentence, texts[i].clause));
    g_assert_null (strstr (sentence, "\342\200\256"));
  }
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'x');
  JwtErrorDetail detail = { JWT_PART_PAYLOAD, .name = name };
  g_autoptr (GError) error = jwt_error_new (JWT_ERROR_DUPLICATE_MEMBER,
                                            &detail);
  g_autofree char *sentence = jot_words_error (error);

  assert_sentence (sentence);
  g_assert_cmpuint (strlen (sentence), <, 1000);
  g_assert_nonnull (strstr (sentence, "x…”"));
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error =
    g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no file");
  g_autofree char *sentence = jot_words_error (error);

  g_assert_cmpstr (sentence, ==, "There is no file");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/error/sentences", test_sentences);
  g_test_add_func ("/words/error/every-code", test_every_code);
  g_test_add_func ("/words/error/no-detail", test_no_detail);
  g_test_add_func ("/words/error/every-syntax", test_every_syntax);
  g_test_add_func ("/words/error/scanner", test_scanner);
  g_test_add_func ("/words/error/long-name", test_long_name);
  g_test_add_func ("/words/error/other-domain", test_other_domain);

  return g_test_run ();
}
