/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

/* 3 June 2026, 14:46 in UTC. */
#define NOW G_GINT64_CONSTANT (1780497960)

#define SECRET "0123456789abcdefghijklmnopqrstuvwxyz:"
#define WEAK   "sixteen letters:"

#define HS256 "{\"alg\":\"HS256\"}"
#define HS512 "{\"alg\":\"HS512\"}"

typedef struct
{
  /* What the token holds, what signs it, and what is expected of it. */
  const char *header;
  const char *payload;
  const char *signer;
  const char *key;
  const char *issuer;
  const char *audience;

  /* What is to be said of it. */
  JwtSummary  summary;
  const char *title;
  const char *sentence;
  const char *chips;
} Case;

static const Case cases[] = {
  { HS256, "{\"exp\":1780498800,\"iss\":\"i\",\"aud\":\"a\"}",
    SECRET, SECRET, "i", "a", JWT_SUMMARY_VERIFIED, "Verified",
    "The HS256 signature matches your secret, and all five checks passed. "
    "Expires in 14 min.",
    "Signature|Algorithm HS256|Expires in 14 min|Issuer|Audience" },
  { HS256, "{\"iss\":\"i\",\"aud\":[\"b\",\"a\"]}",
    SECRET, SECRET, "i", "a", JWT_SUMMARY_VERIFIED, "Verified",
    "The HS256 signature matches your secret, and all four checks passed. "
    "No expiry.",
    "Signature|Algorithm HS256|Never expires|Issuer|Audience" },
  { HS256, "{\"exp\":1780498800}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_VERIFIED, "Verified",
    "The HS256 signature matches your secret. Issuer and audience were not "
    "checked. Expires in 14 min.",
    "Signature|Algorithm HS256|Expires in 14 min|"
    "Issuer and audience not checked" },
  { HS256, "{\"exp\":1780498800,\"aud\":\"a\"}",
    SECRET, SECRET, NULL, "a", JWT_SUMMARY_VERIFIED, "Verified",
    "The HS256 signature matches your secret. Issuer was not checked. Expires "
    "in 14 min.",
    "Signature|Algorithm HS256|Expires in 14 min|Issuer not checked|"
    "Audience" },
  { HS256, "{\"exp\":1780497950}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_VERIFIED, "Verified",
    "The HS256 signature matches your secret. Issuer and audience were not "
    "checked. Expired 10 s ago, within the leeway.",
    "Signature|Algorithm HS256|Expired 10 s ago, within the leeway|"
    "Issuer and audience not checked" },
  { HS256, "{\"exp\":1780487160}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_EXPIRED, "Expired 3 h ago",
    "The signature matches, but the token stopped being valid on 3 June 2026 "
    "11:46 local. Servers must reject it.",
    "Signature|Algorithm HS256|Expired 3 h ago|"
    "Issuer and audience not checked" },
  { HS256, "{\"nbf\":1780498260}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_NOT_YET_VALID, "Not valid yet",
    "The signature matches, but the token starts in 5 min, 3 June 2026 14:51 "
    "local.",
    "Signature|Algorithm HS256|Never expires|Starts in 5 min|"
    "Issuer and audience not checked" },
  { HS256, "{\"nbf\":1780498260,\"exp\":1780498000}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_NEVER_VALID, "Never valid",
    "The signature matches, but the token expires before it starts. Servers "
    "must reject it.",
    "Signature|Algorithm HS256|Never valid|Issuer and audience not checked" },
  { HS256, "{\"iss\":\"x\"}",
    SECRET, SECRET, "y", NULL, JWT_SUMMARY_WRONG_ISSUER, "Wrong issuer",
    "The signature matches, but the token is from “x” and you expect “y”.",
    "Signature|Algorithm HS256|Never expires|Wrong issuer|"
    "Audience not checked" },
  { HS256, "{}",
    SECRET, SECRET, "y", NULL, JWT_SUMMARY_WRONG_ISSUER, "Wrong issuer",
    "The signature matches, but the token names no issuer and you expect “y”.",
    "Signature|Algorithm HS256|Never expires|No issuer|"
    "Audience not checked" },
  { HS256, "{\"aud\":[]}",
    SECRET, SECRET, NULL, "y", JWT_SUMMARY_WRONG_AUDIENCE, "Wrong audience",
    "The signature matches, but the token names no audience and you expect "
    "“y”.",
    "Signature|Algorithm HS256|Never expires|Issuer not checked|"
    "Wrong audience" },
  { HS256, "{\"aud\":7}",
    SECRET, SECRET, NULL, "y", JWT_SUMMARY_WRONG_AUDIENCE, "Wrong audience",
    "The signature matches, but the token must be rejected. “aud” has to be "
    "text or a list of texts.",
    "Signature|Algorithm HS256|Never expires|Issuer not checked|"
    "Wrong audience" },
  { HS256, "{\"aud\":\"orders-api\"}",
    SECRET, SECRET, NULL, "billing-api", JWT_SUMMARY_WRONG_AUDIENCE,
    "Wrong audience",
    "The signature matches, but the token is for “orders-api” and you expect "
    "“billing-api”.",
    "Signature|Algorithm HS256|Never expires|Issuer not checked|"
    "Wrong audience" },
  { HS256, "{\"aud\":[\"a\\u202e\",\"b\"]}",
    SECRET, SECRET, NULL, "c", JWT_SUMMARY_WRONG_AUDIENCE, "Wrong audience",
    "The signature matches, but the token is for “a\\u202e”, “b” and you "
    "expect “c”.",
    "Signature|Algorithm HS256|Never expires|Issuer not checked|"
    "Wrong audience" },
  { HS256, "{\"exp\":1780498800}",
    WEAK, WEAK, NULL, NULL, JWT_SUMMARY_UNSAFE_SECRET, "Unsafe secret",
    "The signature matches, but this secret has only 16 bytes, HS256 needs 32: "
    "it can be guessed offline.",
    "Signature|Algorithm HS256|Expires in 14 min|"
    "Issuer and audience not checked|Secret too short" },
  { HS256, "{\"exp\":1780498800,\"iss\":\"i\"}",
    SECRET, "another" SECRET, "i", NULL, JWT_SUMMARY_SIGNATURE_MISMATCH,
    "Signature does not match",
    "Another secret signed this token, or it was changed after signing. Do not "
    "trust its claims.",
    "Signature|Algorithm HS256|Expiry unproven|Issuer unproven|"
    "Audience not checked" },
  { HS256, "{\"exp\":1780498800}",
    "", SECRET, NULL, NULL, JWT_SUMMARY_SIGNATURE_MISMATCH,
    "Signature does not match",
    "The header promises a signature, but there is none. Do not trust its "
    "claims.",
    "No signature|Algorithm HS256|Expiry unproven|"
    "Issuer and audience not checked" },
  { HS256, "{\"exp\":1780498800}",
    SECRET, NULL, NULL, NULL, JWT_SUMMARY_NOT_CHECKED, "Not checked",
    "Decoded only. Enter the secret to check the signature; until then, anyone "
    "could have written these claims.",
    "Signature not checked|Algorithm HS256|Expiry unproven|"
    "Issuer and audience not checked" },
  { HS512, "{\"exp\":1780498800}",
    SECRET, NULL, NULL, NULL, JWT_SUMMARY_NOT_CHECKED, "Not checked",
    "The token says HS512. Choose what you expect, and enter its key.",
    "Signature not checked|Algorithm HS512, expected HS256|Expiry unproven|"
    "Issuer and audience not checked" },
  { "{\"alg\":\"RS256\"}", "{\"exp\":1780487160}",
    NULL, NULL, NULL, NULL, JWT_SUMMARY_NOT_CHECKED, "Not checked",
    "Decoded only. The token says RS256, which Jotsmith cannot check: anyone "
    "could have written these claims.",
    "Signature not checked|Algorithm RS256, expected HS256|Expired 3 h ago|"
    "Issuer and audience not checked" },
  { HS512, "{\"exp\":1780498800}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_WRONG_ALGORITHM, "Wrong algorithm",
    "The token says HS512, you expect HS256. Its signature was not checked, "
    "because a token may not choose its own algorithm. This key verifies it as "
    "HS512.",
    "Signature not checked|Algorithm HS512, expected HS256|Expiry unproven|"
    "Issuer and audience not checked" },
  { HS512, "{\"exp\":1780498800}",
    SECRET, WEAK, NULL, NULL, JWT_SUMMARY_WRONG_ALGORITHM, "Wrong algorithm",
    "The token says HS512, you expect HS256. Its signature was not checked, "
    "because a token may not choose its own algorithm.",
    "Signature not checked|Algorithm HS512, expected HS256|Expiry unproven|"
    "Issuer and audience not checked|Secret too short" },
  { "{\"alg\":\"none\"}", "{\"sub\":\"1234\"}",
    "", SECRET, NULL, NULL, JWT_SUMMARY_UNSECURED, "Unsecured",
    "The header says alg “none”: there is no signature, so nothing can be "
    "verified. Treat every claim as made up.",
    "No signature|Algorithm none, expected HS256|Never expires|"
    "Issuer and audience not checked" },
  { "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", "{}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_REJECTED, "Rejected",
    "The signature matches, but the token must be rejected. The header’s "
    "“crit” names “x”, which is not known or has no place there.",
    "Signature|Algorithm HS256|Never expires|Issuer and audience not checked|"
    "Unknown “crit”" },
  { HS256, "{\"exp\":\"soon\"}",
    SECRET, SECRET, NULL, NULL, JWT_SUMMARY_REJECTED, "Rejected",
    "The signature matches, but the token must be rejected. “exp” has to be a "
    "number, the seconds since 1970, without quotation marks.",
    "Signature|Algorithm HS256|Expiry not readable|"
    "Issuer and audience not checked" },
};

static char *
encode (const char *text)
{
  g_autoptr (GBytes) encoded = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                                                    text, strlen (text));

  return g_strndup (g_bytes_get_data (encoded, NULL),
                    g_bytes_get_size (encoded));
}

/* Signs by the header's own algorithm, as a server would; "" signs nothing,
 * and for an algorithm that is not there any bytes will do. */
static char *
make_token (const char *header,
            const char *payload,
            const char *secret)
{
  g_autofree char *first = encode (header);
  g_autofree char *second = encode (payload);
  g_autofree char *input = g_strdup_printf ("%s.%s", first, second);
  g_autoptr (JwtKey) key = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GBytes) text = NULL;

  if (secret == NULL)
    return g_strdup_printf ("%s.AAAA", input);
  if (*secret == '\0')
    return g_strdup_printf ("%s.", input);

  key = jwt_key_new_from_text (secret, strlen (secret), JWT_ENCODING_TEXT,
                               NULL);
  signature = jwt_key_sign (key, strstr (header, "HS512") != NULL
                                 ? JWT_ALGORITHM_HS512 : JWT_ALGORITHM_HS256,
                            input, strlen (input), NULL);
  text = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                              g_bytes_get_data (signature, NULL),
                              g_bytes_get_size (signature));

  return g_strdup_printf ("%s.%.*s", input, (int) g_bytes_get_size (text),
                          (const char *) g_bytes_get_data (text, NULL));
}

static JwtWorkbench *
new_workbench (void)
{
  JwtWorkbench *workbench = jwt_workbench_new ();

  jwt_policy_set_algorithm (jwt_workbench_get_policy (workbench),
                            JWT_ALGORITHM_HS256);
  jwt_workbench_set_time (workbench, NOW);

  return workbench;
}

static void
assert_words (JwtWorkbench *workbench,
              JwtSummary    summary,
              const char   *title,
              const char   *sentence)
{
  g_autofree char *said_title = jot_words_summary_title (workbench);
  g_autofree char *said = jot_words_summary (workbench);

  g_assert_cmpint (jwt_workbench_get_summary (workbench), ==, summary);
  g_assert_cmpstr (said_title, ==, title);
  g_assert_cmpstr (said, ==, sentence);
}

static char *
join_chips (JwtWorkbench *workbench)
{
  g_autoptr (GStrvBuilder) chips = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint check = 0; check < JWT_N_CHECKS; check++) {
    g_autofree char *chip = jot_words_check (workbench, (JwtCheck) check);

    if (chip != NULL)
      g_strv_builder_add (chips, chip);
  }
  all = g_strv_builder_end (chips);

  return g_strjoinv ("|", all);
}

static void
test_pasted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *one = &cases[i];
    g_autoptr (JwtWorkbench) workbench = new_workbench ();
    JwtPolicy *policy = jwt_workbench_get_policy (workbench);
    g_autofree char *token = make_token (one->header, one->payload,
                                         one->signer);
    g_autofree char *chips = NULL;

    g_test_message ("%s.%s", one->header, one->payload);
    jwt_policy_set_issuer (policy, one->issuer);
    jwt_policy_set_audience (policy, one->audience);
    jwt_workbench_edit_token (workbench, token);
    if (one->key != NULL)
      jwt_workbench_set_key_text (workbench, one->key, JWT_ENCODING_TEXT);

    assert_words (workbench, one->summary, one->title, one->sentence);
    chips = join_chips (workbench);
    g_assert_cmpstr (chips, ==, one->chips);
  }
}

static void
test_empty (void)
{
  g_autoptr (JwtWorkbench) workbench = new_workbench ();
  g_autofree char *chips = join_chips (workbench);

  assert_words (workbench, JWT_SUMMARY_EMPTY, "No token yet",
                "Paste a token to read it, or start a new one.");
  g_assert_cmpstr (chips, ==, "");
}

static const struct
{
  const char *token;
  const char *sentence;
  const char *chips;
} tokens[] = {
  { "eyJhbGciOiJIUzI1NiJ9.e!0.AAAA",
    "The payload is not Base64URL: character “!” at position 23 is not "
    "allowed. The header could still be read.",
    "Signature not checked|Expiry not checked" },
  { "e!0.e30.AAAA",
    "The header is not Base64URL: character “!” at position 2 is not "
    "allowed. The payload could still be read.",
    "Signature not checked|Never expires|"
    "Issuer and audience not checked" },
  { "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.AAA!",
    "The signature is not Base64URL: character “!” at position 38 is not "
    "allowed. The header and the payload could still be read.",
    "Signature not checked|Algorithm HS256|Expired 56 years ago|"
    "Issuer and audience not checked" },
  { "eyJhbGciOiJIUzI1NiJ9.e30",
    "A signed token has three parts, this has 2.",
    "Signature not checked|Algorithm HS256|Never expires|"
    "Issuer and audience not checked" },
  { "bnVsbA.e30.AAAA",
    "The header is not a JSON object, line 1, column 1: it has to stand in "
    "curly brackets, {}. The payload could still be read.",
    "Signature not checked|Never expires|"
    "Issuer and audience not checked" },
  { "e30.e30.AAAA",
    "The header has no “alg”, so nothing can be verified.",
    "Signature not checked|No algorithm|Never expires|"
    "Issuer and audience not checked" },
  { "eyJhbGciOiJIUzI1NiJ9.ezF9.AAAA",
    "The payload is not valid JSON, line 1, column 2: a name in double "
    "quotation marks is expected here, not “1”. The header could still be "
    "read.",
    "Signature not checked|Expiry not checked" },
  { "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA",
    "This is an encrypted token (JWE). Its content cannot be read without "
    "decrypting it.",
    "Signature not checked|Expiry not checked" },
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    g_autoptr (JwtWorkbench) workbench = new_workbench ();
    g_autofree char *chips = NULL;

    jwt_workbench_edit_token (workbench, tokens[i].token);
    assert_words (workbench, JWT_SUMMARY_MALFORMED, "Malformed token",
                  tokens[i].sentence);
    chips = join_chips (workbench);
    g_assert_cmpstr (chips, ==, tokens[i].chips);
  }
}

static void
test_key_problem (void)
{
  g_autoptr (JwtWorkbench) workbench = new_workbench ();
  g_autofree char *token = make_token (HS256, "{}", SECRET);

  jwt_workbench_edit_token (workbench, token);
  jwt_workbench_set_key_text (workbench, "secret%", JWT_ENCODING_BASE64URL);

  assert_words (workbench, JWT_SUMMARY_NOT_CHECKED, "Not checked",
                "Decoded only. Not valid Base64URL: character “%” at 7. Until "
                "the signature is checked, anyone could have written these "
                "claims.");
}

static void
test_edited (void)
{
  g_autoptr (JwtWorkbench) workbench = new_workbench ();
  g_autofree char *token = make_token (HS256, "{\"sub\":\"1\"}", SECRET);
  g_autofree char *chips = NULL;

  jwt_workbench_edit_token (workbench, token);
  jwt_workbench_edit_payload (workbench, "{\"sub\":\"2\"}");
  assert_words (workbench, JWT_SUMMARY_DRAFT, "Edited, not signed",
                "The payload was changed, so the old signature was removed. "
                "Enter the secret to sign, or go back to the pasted token.");
  chips = join_chips (workbench);
  g_assert_cmpstr (chips, ==, "No signature|Algorithm HS256|Never expires|"
                              "Issuer and audience not checked");

  jwt_workbench_set_key_text (workbench, "secret%", JWT_ENCODING_BASE64URL);
  assert_words (workbench, JWT_SUMMARY_DRAFT, "Edited, not signed",
                "The payload was changed, so the old signature was removed. "
                "Not valid Base64URL: character “%” at 7.");

  jwt_workbench_set_key_text (workbench, SECRET, JWT_ENCODING_TEXT);
  assert_words (workbench, JWT_SUMMARY_SIGNED, "Signed",
                "Signed here with HS256 and your secret. Every edit signs it "
                "again. No expiry.");
}

static void
test_edited_header (void)
{
  g_autoptr (JwtWorkbench) workbench = new_workbench ();
  g_autofree char *token = make_token (HS256, "{}", SECRET);

  jwt_workbench_edit_token (workbench, token);
  jwt_workbench_set_key_text (workbench, SECRET, JWT_ENCODING_TEXT);
  jwt_workbench_edit_header (workbench, HS512);
  assert_words (workbench, JWT_SUMMARY_DRAFT, "Edited, not signed",
                "The header was changed, so the old signature was removed. "
                "Header says HS512, you expect HS256.");
}

static void
test_new (void)
{
  g_autoptr (JwtWorkbench) workbench = new_workbench ();

  jwt_workbench_open_template (workbench, JWT_TEMPLATE_ACCESS_TOKEN);
  assert_words (workbench, JWT_SUMMARY_DRAFT, "Edited, not signed",
                "This token has no signature yet. Enter the secret to sign.");

  jwt_workbench_set_key_text (workbench, SECRET, JWT_ENCODING_TEXT);
  assert_words (workbench, JWT_SUMMARY_SIGNED, "Signed",
                "Signed here with HS256 and your secret. Every edit signs it "
                "again. Expires in 15 min.");
}

static void
test_invalid (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *sentence;
  } texts[] = {
    { "{\n\n\n  \"a\": 1,}", "is not valid JSON",
      "Line 4, column 10: a comma has to be followed by another value, remove "
      "the last one. The token is unchanged until this is fixed." },
    { "", "is not valid JSON",
      "Line 1, column 1: there is no text, at least {} is needed. The token is "
      "unchanged until this is fixed." },
    { "[]", "cannot be used",
      "Line 1, column 1: it has to stand in curly brackets, {}. The token is "
      "unchanged until this is fixed." },
    { "{\"a\":1,\"a\":1}", "cannot be used",
      "Line 1, column 8: “a” appears twice; readers may each see a different "
      "value. The token is unchanged until this is fixed." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtWorkbench) workbench = new_workbench ();
    g_autofree char *token = make_token (HS256, "{}", SECRET);
    g_autofree char *header = g_strdup_printf ("Header %s", texts[i].title);
    g_autofree char *payload = g_strdup_printf ("Payload %s", texts[i].title);

    jwt_workbench_edit_token (workbench, token);
    jwt_workbench_edit_payload (workbench, texts[i].text);
    assert_words (workbench, JWT_SUMMARY_INVALID_PAYLOAD, payload,
                  texts[i].sentence);

    jwt_workbench_revert (workbench);
    jwt_workbench_edit_header (workbench, texts[i].text);
    assert_words (workbench, JWT_SUMMARY_INVALID_HEADER, header,
                  texts[i].sentence);
  }
}

/* The command tells of each check why it came out as it did. */
static void
test_details (void)
{
  static const char * const details[JWT_N_CHECKS] = {
    [JWT_CHECK_SIGNATURE] = "The HS256 signature matches.",
    [JWT_CHECK_ALGORITHM] = "The token says HS256, as expected.",
    [JWT_CHECK_EXPIRY] = "Expires in 14 min.",
    [JWT_CHECK_NOT_BEFORE] = "Valid from 3 June 2026 14:45:00 UTC.",
    [JWT_CHECK_ISSUER] = "The token is from “i”, you expect “j”.",
    [JWT_CHECK_AUDIENCE] = "The token is for “a”, “b”.",
    [JWT_CHECK_CRITICAL] = NULL,
    [JWT_CHECK_KEY] = "The secret has 16 bytes (128 bits), HS256 needs 32 "
                      "bytes.",
  };
  g_autofree char *text =
    make_token (HS256, "{\"exp\":1780498800,\"nbf\":1780497900,\"iss\":\"i\","
                       "\"aud\":[\"a\",\"b\"]}", WEAK);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtToken) token = jwt_token_new (bytes);
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = jwt_key_new_from_text (WEAK, strlen (WEAK),
                                                  JWT_ENCODING_TEXT, NULL);
  g_autoptr (JwtVerdict) verdict = NULL;

  jwt_policy_set_key (policy, key);
  jwt_policy_set_time (policy, NOW);
  jwt_policy_set_issuer (policy, "j");
  jwt_policy_set_audience (policy, "b");
  verdict = jwt_verdict_new (token, policy);

  for (guint check = 0; check < JWT_N_CHECKS; check++) {
    g_autofree char *detail = jot_words_check_detail (verdict,
                                                      (JwtCheck) check);

    g_assert_cmpstr (detail, ==, details[check]);
  }
}

static void
test_absent_details (void)
{
  static const char * const details[JWT_N_CHECKS] = {
    [JWT_CHECK_ALGORITHM] = "The token says HS256, as expected.",
    [JWT_CHECK_EXPIRY] = "There is no “exp”: the token never expires.",
    [JWT_CHECK_NOT_BEFORE] = "There is no “nbf”: the token is valid at once.",
    [JWT_CHECK_ISSUER] = "No issuer was asked for.",
    [JWT_CHECK_AUDIENCE] = "No audience was asked for.",
  };
  g_autofree char *text = make_token (HS256, "{}", SECRET);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtToken) token = jwt_token_new (bytes);
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtVerdict) verdict = jwt_verdict_new (token, policy);

  for (guint check = 0; check < JWT_N_CHECKS; check++) {
    g_autofree char *detail = jot_words_check_detail (verdict,
                                                      (JwtCheck) check);

    g_assert_cmpstr (detail, ==, details[check]);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/summary/pasted", test_pasted);
  g_test_add_func ("/words/summary/empty", test_empty);
  g_test_add_func ("/words/summary/malformed", test_malformed);
  g_test_add_func ("/words/summary/key-problem", test_key_problem);
  g_test_add_func ("/words/summary/edited", test_edited);
  g_test_add_func ("/words/summary/edited-header", test_edited_header);
  g_test_add_func ("/words/summary/new", test_new);
  g_test_add_func ("/words/summary/invalid", test_invalid);
  g_test_add_func ("/words/summary/details", test_details);
  g_test_add_func ("/words/summary/absent-details", test_absent_details);

  return g_test_run ();
}
