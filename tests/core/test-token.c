/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-token.h"

#include <string.h>

#include "jwt-enums.h"
#include "sample.h"

#define H  SAMPLE_RFC_HEADER
#define P  SAMPLE_RFC_PAYLOAD
#define S  SAMPLE_RFC_SIGNATURE

/* {"alg":"dir","enc":"A128GCM"} */
#define JWE "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0"

static void
assert_part (JwtToken *token,
             JwtPart   part,
             gsize     start,
             gsize     length)
{
  gsize actual_start, actual_length;

  g_assert_true (jwt_token_get_part (token, part, &actual_start,
                                     &actual_length));
  g_assert_cmpuint (actual_start, ==, start);
  g_assert_cmpuint (actual_length, ==, length);
}

static void
test_rfc (void)
{
  g_autoptr (JwtToken) token = sample_read (SAMPLE_RFC_TOKEN);

  g_assert_no_error (jwt_token_get_problem (token));
  g_assert_cmpint (jwt_token_get_form (token), ==, JWT_FORM_SIGNED);
  g_assert_cmpuint (jwt_token_get_n_parts (token), ==, 3);
  assert_part (token, JWT_PART_HEADER, 0, strlen (H));
  assert_part (token, JWT_PART_PAYLOAD, strlen (H "."), strlen (P));
  assert_part (token, JWT_PART_SIGNATURE, strlen (H "." P "."), strlen (S));
  g_assert_cmpuint (jwt_token_get_signed_length (token), ==, strlen (H "." P));
  g_assert_cmpstr (jwt_token_get_algorithm_name (token), ==, "HS256");
  g_assert_cmpint (jwt_token_get_algorithm (token), ==, JWT_ALGORITHM_HS256);
  g_assert_cmpuint (g_bytes_get_size (jwt_token_get_signature (token)), ==, 32);
  g_assert_cmpmem (g_bytes_get_data (jwt_token_get_payload_bytes (token), NULL),
                   g_bytes_get_size (jwt_token_get_payload_bytes (token)),
                   "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n "
                   "\"http://example.com/is_root\":true}", 70);
  g_assert_true (jwt_token_has_claims (token));
}

/* What a text is, and the first thing that is wrong with it. */
static const struct
{
  const char *text;
  JwtForm     form;
  guint       n_parts;
  int         code; /* -1 for none */
} forms[] = {
  { "", JWT_FORM_MALFORMED, 0, JWT_ERROR_PARTS },
  { "x", JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
  { ".", JWT_FORM_MALFORMED, 2, JWT_ERROR_PARTS },
  { "..", JWT_FORM_MALFORMED, 3, JWT_ERROR_NOT_JSON },
  { "...", JWT_FORM_MALFORMED, 4, JWT_ERROR_PARTS },
  { "....", JWT_FORM_MALFORMED, 5, JWT_ERROR_PARTS },
  { ".....", JWT_FORM_MALFORMED, 6, JWT_ERROR_PARTS },
  { H, JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
  { H "." P, JWT_FORM_MALFORMED, 2, JWT_ERROR_PARTS },
  { H "." P "." S ".", JWT_FORM_MALFORMED, 4, JWT_ERROR_PARTS },
  { H "." P "." S "." S, JWT_FORM_MALFORMED, 4, JWT_ERROR_PARTS },
  { H "." P ".", JWT_FORM_SIGNED, 3, -1 },
  { H "." P "." S, JWT_FORM_SIGNED, 3, -1 },
  { "e30." P "." S, JWT_FORM_MALFORMED, 3, JWT_ERROR_ALG_MISSING },
  { "W10." P "." S, JWT_FORM_MALFORMED, 3, JWT_ERROR_NOT_OBJECT },
  { H ".." S, JWT_FORM_SIGNED, 3, JWT_ERROR_NOT_JSON },
  { H ".W10." S, JWT_FORM_SIGNED, 3, JWT_ERROR_NOT_OBJECT },
  { H ".!." S, JWT_FORM_MALFORMED, 3, JWT_ERROR_BASE64URL },
  { H "." P ".!", JWT_FORM_MALFORMED, 3, JWT_ERROR_BASE64URL },
  { H "." P "." S "=", JWT_FORM_MALFORMED, 3, JWT_ERROR_BASE64URL },
  { H "." P "." S "\n", JWT_FORM_MALFORMED, 3, JWT_ERROR_WHITESPACE },
  { H "." P "." S "\xc2\xa0", JWT_FORM_MALFORMED, 3,
    JWT_ERROR_INVISIBLE_CHARACTER },
  { H "." P "." S "A", JWT_FORM_SIGNED, 3, -1 },
  { H "." P ".AB", JWT_FORM_MALFORMED, 3, JWT_ERROR_NON_CANONICAL },
  { H "." P ".A", JWT_FORM_MALFORMED, 3, JWT_ERROR_BASE64URL },
  { "eyJhbGciOiJub25lIn0." P ".", JWT_FORM_UNSECURED, 3, -1 },
  { "eyJhbGciOiJub25lIn0." P "." S, JWT_FORM_UNSECURED, 3, -1 },
  { JWE "....", JWT_FORM_ENCRYPTED, 5, JWT_ERROR_ENCRYPTED },
  { JWE ".!.!.!.!", JWT_FORM_ENCRYPTED, 5, JWT_ERROR_ENCRYPTED },
  { JWE "." P "." S, JWT_FORM_SIGNED, 3, -1 },
  { H "....", JWT_FORM_MALFORMED, 5, JWT_ERROR_PARTS },
  { "{\"payload\":\"e30\"}", JWT_FORM_JSON_SERIALIZATION, 0,
    JWT_ERROR_JSON_SERIALIZATION },
  { " \n{\"signatures\":[]}", JWT_FORM_JSON_SERIALIZATION, 0,
    JWT_ERROR_JSON_SERIALIZATION },
  { "{\"ciphertext\":\"a.b.c\"}", JWT_FORM_JSON_SERIALIZATION, 0,
    JWT_ERROR_JSON_SERIALIZATION },
  { "{\"payload\":\"\",\"payload\":\"\"}", JWT_FORM_JSON_SERIALIZATION, 0,
    JWT_ERROR_JSON_SERIALIZATION },
  { "{\"payload\":\"e30\"", JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
  { "{\"sub\":\"x\"}", JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
  { "{}", JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
  { " ", JWT_FORM_MALFORMED, 1, JWT_ERROR_PARTS },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (JwtToken) token = sample_read (forms[i].text);
    const GError *problem = jwt_token_get_problem (token);

    g_test_message ("row %u", i);
    g_assert_cmpint (jwt_token_get_form (token), ==, forms[i].form);
    g_assert_cmpuint (jwt_token_get_n_parts (token), ==, forms[i].n_parts);
    if (forms[i].code < 0)
      g_assert_no_error (problem);
    else
      g_assert_error (problem, JWT_ERROR, forms[i].code);
  }
}

/* An SD-JWT is told by its tilde; that its disclosures are read or not is
 * another's matter. */
static void
test_sd_jwt (void)
{
  static const char *texts[] = { H "." P "." S "~", H "." P "." S "~WyJhIl0~",
                                 H "." P "." S "~~" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtToken) token = sample_read (texts[i]);

    g_assert_cmpint (jwt_token_get_form (token), ==, JWT_FORM_SD_JWT);
    g_assert_cmpuint (jwt_token_get_signed_length (token), ==,
                      strlen (H "." P));
    g_assert_cmpuint (g_bytes_get_size (jwt_token_get_signature (token)), ==,
                      32);
  }
}

/* A character that may not be in a part is told by its place in the whole. */
static const struct
{
  const char *text;
  JwtPart     part;
  JwtError    code;
  gsize       offset;
  guint       line;
  guint       column;
  gunichar    character;
} places[] = {
  { "e3!0.e30.", JWT_PART_HEADER, JWT_ERROR_BASE64URL, 2, 1, 3, '!' },
  { "e30.e3+0.", JWT_PART_PAYLOAD, JWT_ERROR_BASE64URL, 6, 1, 7, '+' },
  { "e30.e30.ab/c", JWT_PART_SIGNATURE, JWT_ERROR_BASE64URL, 10, 1, 11, '/' },
  { "e30.e30=.", JWT_PART_PAYLOAD, JWT_ERROR_BASE64URL, 7, 1, 8, '=' },
  { "e30.e3 0.", JWT_PART_PAYLOAD, JWT_ERROR_WHITESPACE, 6, 1, 7, ' ' },
  { "e30.\ne30.", JWT_PART_PAYLOAD, JWT_ERROR_WHITESPACE, 4, 1, 5, '\n' },
  { "e30.e30.\n%", JWT_PART_SIGNATURE, JWT_ERROR_WHITESPACE, 8, 1, 9, '\n' },
  { "e30.\xe2\x80\x8b" "e30.", JWT_PART_PAYLOAD, JWT_ERROR_INVISIBLE_CHARACTER,
    4, 1, 5, 0x200b },
  { "e30.e\xc3\xa9.", JWT_PART_PAYLOAD, JWT_ERROR_BASE64URL, 5, 1, 6, 0xe9 },
  { "e30.e\xff.", JWT_PART_PAYLOAD, JWT_ERROR_BASE64URL, 5, 1, 6, 0xfffd },
  { "\xc3\xa9.e30.!", JWT_PART_SIGNATURE, JWT_ERROR_BASE64URL, 7, 1, 7, '!' },
  { "e30.e30.AB", JWT_PART_SIGNATURE, JWT_ERROR_NON_CANONICAL, 9, 1, 10,
    'B' },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (JwtToken) token = sample_read (places[i].text);
    const GError *problem = jwt_token_get_part_problem (token, places[i].part);
    const JwtErrorDetail *detail;

    g_assert_error (problem, JWT_ERROR, (int) places[i].code);
    detail = jwt_error_get_detail (problem);
    g_assert_cmpint (detail->part, ==, places[i].part);
    g_assert_true (detail->in_token);
    g_assert_cmpuint (detail->offset, ==, places[i].offset);
    g_assert_cmpuint (detail->line, ==, places[i].line);
    g_assert_cmpuint (detail->column, ==, places[i].column);
    g_assert_cmpuint (detail->character, ==, places[i].character);
  }
}

/* A fault in a part's own text is told by its place there. */
static void
test_part_places (void)
{
  static const struct { const char *payload; JwtError code; gsize offset;
                        guint line, column; } rows[] = {
    { "{\n  \"a\": 01\n}", JWT_ERROR_NOT_JSON, 9, 2, 8 },
    { "{\r\n\"\xc3\xa9\" 1}", JWT_ERROR_NOT_JSON, 8, 2, 5 },
    { "{\"a\":1,\"a\":1}", JWT_ERROR_DUPLICATE_MEMBER, 7, 1, 8 },
    { "{\"\xff\"}", JWT_ERROR_NOT_UTF8, 2, 1, 3 },
    { "", JWT_ERROR_NOT_JSON, 0, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = sample_token (rows[i].payload);
    g_autofree char *headless = sample_sign (rows[i].payload, "{}",
                                             JWT_ALGORITHM_HS256,
                                             SAMPLE_SECRET);
    g_autoptr (JwtToken) token = sample_read (text);
    g_autoptr (JwtToken) other = sample_read (headless);
    const GError *problem = jwt_token_get_part_problem (token,
                                                        JWT_PART_PAYLOAD);
    const JwtErrorDetail *detail = jwt_error_get_detail (problem);

    g_assert_error (problem, JWT_ERROR, (int) rows[i].code);
    g_assert_cmpint (detail->part, ==, JWT_PART_PAYLOAD);
    g_assert_false (detail->in_token);
    g_assert_cmpuint (detail->offset, ==, rows[i].offset);
    g_assert_cmpuint (detail->line, ==, rows[i].line);
    g_assert_cmpuint (detail->column, ==, rows[i].column);
    g_assert_false (jwt_token_has_claims (token));

    problem = jwt_token_get_part_problem (other, JWT_PART_HEADER);
    g_assert_error (problem, JWT_ERROR, (int) rows[i].code);
    g_assert_cmpint (jwt_error_get_detail (problem)->part, ==,
                     JWT_PART_HEADER);
    g_assert_true (jwt_token_has_claims (other));
  }
}

/* Whatever could be read is kept, though another part is wrong. */
static void
test_what_is_left (void)
{
  g_autoptr (JwtToken) token = sample_read (H ".!." S);
  g_autoptr (JwtToken) short_one = sample_read (H "." P);

  g_assert_nonnull (jwt_token_get_header (token));
  g_assert_null (jwt_token_get_payload (token));
  g_assert_null (jwt_token_get_payload_bytes (token));
  g_assert_nonnull (jwt_token_get_signature (token));
  g_assert_cmpstr (jwt_token_get_algorithm_name (token), ==, "HS256");

  g_assert_true (jwt_token_has_claims (short_one));
  g_assert_null (jwt_token_get_signature (short_one));
  g_assert_cmpuint (jwt_token_get_signed_length (short_one), ==, 0);
  g_assert_cmpuint (jwt_error_get_detail (
                      jwt_token_get_problem (short_one))->found, ==, 2);
  g_assert_cmpuint (jwt_error_get_detail (
                      jwt_token_get_problem (short_one))->needed, ==, 3);
}

/* What "alg" says is kept fit to be shown, and is never what it only looks
 * like. */
static void
test_algorithm (void)
{
  static const struct { const char *header, *name; JwtAlgorithm algorithm; }
  rows[] = {
    { "{\"alg\":\"HS384\"}", "HS384", JWT_ALGORITHM_HS384 },
    { "{\"alg\":\"\\u0048S512\"}", "HS512", JWT_ALGORITHM_HS512 },
    { "{\"alg\":\"HS256\\u0000\"}", "HS256\\u0000", JWT_ALGORITHM_UNKNOWN },
    { "{\"alg\":\"\\u202eHS256\"}", "\\u202eHS256", JWT_ALGORITHM_UNKNOWN },
    { "{\"alg\":\"RS256\"}", "RS256", JWT_ALGORITHM_UNKNOWN },
    { "{\"alg\":\"\"}", "", JWT_ALGORITHM_UNKNOWN },
    { "{\"alg\":1}", NULL, JWT_ALGORITHM_UNKNOWN },
    { "{}", NULL, JWT_ALGORITHM_UNKNOWN },
    { "[]", NULL, JWT_ALGORITHM_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = sample_sign (rows[i].header, "{}",
                                         JWT_ALGORITHM_HS256, SAMPLE_SECRET);
    g_autoptr (JwtToken) token = sample_read (text);

    g_assert_cmpstr (jwt_token_get_algorithm_name (token), ==, rows[i].name);
    g_assert_cmpint (jwt_token_get_algorithm (token), ==, rows[i].algorithm);
  }
}

static char *
dup_large (gsize size)
{
  char *payload = g_strnfill (size, 'x');

  memcpy (payload, "{\"a\":\"", 6);
  memcpy (payload + size - 2, "\"}", 2);

  return payload;
}

/* Base64URL makes a payload a third longer, and the rest takes some room. */
static void
test_largest (void)
{
  g_autofree char *payload = dup_large (JWT_TOKEN_MAX_SIZE / 4 * 3 - 128);
  g_autofree char *text = sample_token (payload);
  g_autoptr (JwtToken) token = sample_read (text);

  g_assert_no_error (jwt_token_get_problem (token));
  g_assert_cmpuint (strlen (text), <=, JWT_TOKEN_MAX_SIZE);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (JWT_TOKEN_MAX_SIZE + 1, '.');
  g_autoptr (JwtToken) token = sample_read (text);
  const GError *problem = jwt_token_get_problem (token);

  g_assert_error (problem, JWT_ERROR, JWT_ERROR_TOO_LARGE);
  g_assert_cmpuint (jwt_error_get_detail (problem)->found, ==,
                    JWT_TOKEN_MAX_SIZE + 1);
  g_assert_cmpint (jwt_token_get_form (token), ==, JWT_FORM_MALFORMED);
}

static void
test_nul (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("e30\0.e30.", 9);
  g_autoptr (JwtToken) token = jwt_token_new (bytes);
  const GError *problem = jwt_token_get_part_problem (token, JWT_PART_HEADER);

  g_assert_cmpuint (jwt_token_get_n_parts (token), ==, 3);
  g_assert_error (problem, JWT_ERROR, JWT_ERROR_BASE64URL);
  g_assert_cmpuint (jwt_error_get_detail (problem)->offset, ==, 3);
}

/* Whatever the text is, the parts lie within it, in their order. */
static void
test_any_text (void)
{
  static const char likely[] = "....eyJhbGciOiJub25lIn0=~{}\" \n\xc3\xa9-_";

  for (guint i = 0; i < 5000; i++) {
    guint length = g_test_rand_int_range (0, 60);
    char text[60] = { 0 };
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (JwtToken) token = NULL;
    gsize end = 0;

    for (guint j = 0; j < length; j++)
      text[j] = likely[g_test_rand_int_range (0, sizeof likely)];
    bytes = g_bytes_new (text, length);
    token = jwt_token_new (bytes);

    for (guint part = JWT_PART_HEADER; part <= JWT_PART_SIGNATURE; part++) {
      gsize start = 0, size = 0;

      if (!jwt_token_get_part (token, part, &start, &size))
        continue;
      g_assert_cmpuint (start, >=, end);
      g_assert_cmpuint (start + size, <=, length);
      end = start + size;
    }
    g_assert_true (jwt_token_get_form (token) != JWT_FORM_MALFORMED ||
                   jwt_token_get_problem (token) != NULL);
  }
}

static void
test_names (void)
{
  g_autoptr (GEnumClass) all = g_type_class_ref (JWT_TYPE_FORM);

  for (guint i = 0; i < all->n_values; i++)
    if (all->values[i].value == JWT_FORM_SD_JWT)
      g_assert_cmpstr (jwt_form_get_name (i), ==, "sd-jwt");
    else
      g_assert_cmpstr (jwt_form_get_name (i), ==, all->values[i].value_nick);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token/rfc", test_rfc);
  g_test_add_func ("/token/forms", test_forms);
  g_test_add_func ("/token/sd-jwt", test_sd_jwt);
  g_test_add_func ("/token/places", test_places);
  g_test_add_func ("/token/part-places", test_part_places);
  g_test_add_func ("/token/what-is-left", test_what_is_left);
  g_test_add_func ("/token/algorithm", test_algorithm);
  g_test_add_func ("/token/largest", test_largest);
  g_test_add_func ("/token/too-large", test_too_large);
  g_test_add_func ("/token/nul", test_nul);
  g_test_add_func ("/token/any-text", test_any_text);
  g_test_add_func ("/token/names", test_names);

  return g_test_run ();
}
