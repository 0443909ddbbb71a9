/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-verdict.h"

#include <string.h>

#include "jwt-enums.h"
#include "sample.h"

#define NOW 1000

#define HS256 "{\"alg\":\"HS256\"}"

static JwtPolicy *
new_policy (const char *secret)
{
  JwtPolicy *policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = secret != NULL ? sample_key (secret) : NULL;

  jwt_policy_set_key (policy, key);
  jwt_policy_set_time (policy, NOW);

  return policy;
}

static JwtVerdict *
judge_text (const char *text,
            JwtPolicy  *policy)
{
  g_autoptr (JwtToken) token = sample_read (text);

  return jwt_verdict_new (token, policy);
}

static JwtVerdict *
judge (const char *header,
       const char *payload,
       JwtPolicy  *policy)
{
  g_autofree char *text = sample_sign (header, payload, JWT_ALGORITHM_HS256,
                                       SAMPLE_SECRET);

  return judge_text (text, policy);
}

/* The codes of all reasons, in their order, by their names. */
static char *
dup_reasons (JwtVerdict *verdict)
{
  GString *names = g_string_new (NULL);
  const GError *reason;

  for (guint i = 0; (reason = jwt_verdict_get_reason (verdict, i)); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            jwt_error_get_name (reason->code));

  return g_string_free (names, FALSE);
}

static char *
dup_checks (JwtVerdict *verdict)
{
  static const char letters[] = {
    [JWT_CHECK_NOT_CHECKED] = '.',
    [JWT_CHECK_PASSED] = '+',
    [JWT_CHECK_FAILED] = 'x',
  };
  char *checks = g_malloc0 (JWT_N_CHECKS + 1);

  for (guint i = 0; i < JWT_N_CHECKS; i++)
    checks[i] = letters[jwt_verdict_get_check (verdict, i)];

  return checks;
}

/* A check that failed has a reason, which is one of the token's; one that did
 * not has none. Verified is what has no reason and a signature that matches. */
static void
assert_sound (JwtVerdict *verdict)
{
  for (guint i = 0; i < JWT_N_CHECKS; i++) {
    const GError *reason = jwt_verdict_get_check_reason (verdict, i);
    gboolean found = FALSE;

    g_assert_true ((reason != NULL) ==
                   (jwt_verdict_get_check (verdict, i) == JWT_CHECK_FAILED));
    for (guint j = 0; jwt_verdict_get_reason (verdict, j) != NULL; j++)
      found |= jwt_verdict_get_reason (verdict, j) == reason;
    g_assert_true (found || reason == NULL);
  }

  g_assert_true ((jwt_verdict_get_result (verdict) == JWT_RESULT_VERIFIED) ==
                 (jwt_verdict_get_reason (verdict, 0) == NULL &&
                  jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) ==
                  JWT_CHECK_PASSED));
}

static void
assert_verdict (JwtVerdict *verdict,
                JwtResult   result,
                const char *checks,
                const char *reasons)
{
  g_autofree char *actual_checks = dup_checks (verdict);
  g_autofree char *actual_reasons = dup_reasons (verdict);

  assert_sound (verdict);
  g_assert_cmpstr (actual_reasons, ==, reasons);
  if (checks != NULL)
    g_assert_cmpstr (actual_checks, ==, checks);
  g_assert_cmpint (jwt_verdict_get_result (verdict), ==, result);
}

/* RFC 7515, appendix A.1, in its time and after it. */
static void
test_rfc (void)
{
  static const struct { gint64 time; guint leeway; const char *reasons; }
  rows[] = {
    { 0, 0, "" },
    { SAMPLE_RFC_EXP - 1, 0, "" },
    { SAMPLE_RFC_EXP, 0, "expired" },
    { SAMPLE_RFC_EXP + 29, 30, "" },
    { SAMPLE_RFC_EXP + 30, 30, "expired" },
    { G_GINT64_CONSTANT (1795478400), 600, "expired" },
    { G_MAXINT64, 600, "expired" },
    { G_MININT64, 600, "" },
  };
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_RFC_JWK);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = NULL;
    gboolean good = *rows[i].reasons == '\0';

    jwt_policy_set_time (policy, rows[i].time);
    jwt_policy_set_leeway (policy, rows[i].leeway);
    verdict = judge_text (SAMPLE_RFC_TOKEN, policy);
    assert_verdict (verdict, good ? JWT_RESULT_VERIFIED : JWT_RESULT_REJECTED,
                    good ? "+++...++" : "++x...++", rows[i].reasons);
  }
}

/* One bit less or more, anywhere, and it is another token. */
static void
test_tampered (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_RFC_JWK);
  gsize length = strlen (SAMPLE_RFC_TOKEN);

  jwt_policy_set_time (policy, 0);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *text = g_strdup (SAMPLE_RFC_TOKEN);
    g_autoptr (JwtVerdict) verdict = NULL;
    JwtResult result;

    text[i] = text[i] == 'B' ? 'C' : 'B';
    verdict = judge_text (text, policy);
    assert_sound (verdict);
    result = jwt_verdict_get_result (verdict);
    g_assert_true (result == JWT_RESULT_REJECTED ||
                   result == JWT_RESULT_MALFORMED);
    g_assert_cmpint (jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE), !=,
                     JWT_CHECK_PASSED);
  }
}

static void
test_cut_off (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_RFC_JWK);

  jwt_policy_set_time (policy, 0);
  for (gsize i = 0; i < strlen (SAMPLE_RFC_TOKEN); i++) {
    g_autofree char *text = g_strndup (SAMPLE_RFC_TOKEN, i);
    g_autoptr (JwtVerdict) verdict = judge_text (text, policy);

    assert_sound (verdict);
    g_assert_cmpint (jwt_verdict_get_result (verdict), !=,
                     JWT_RESULT_VERIFIED);
  }
}

/* Signatures of any length but the right one, and of none. */
static void
test_signature (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);
  g_autofree char *good = sample_token ("{}");
  g_autofree char *input = g_strndup (good, strrchr (good, '.') - good);
  guint8 zeros[65] = { 0 };

  for (guint size = 0; size <= sizeof zeros; size++) {
    g_autoptr (GBytes) part =
      jwt_encoding_encode (JWT_ENCODING_BASE64URL, zeros, size);
    g_autofree char *text =
      g_strdup_printf ("%s.%.*s", input, (int) g_bytes_get_size (part),
                       (const char *) g_bytes_get_data (part, NULL));
    g_autoptr (JwtVerdict) verdict = judge_text (text, policy);

    assert_verdict (verdict, JWT_RESULT_REJECTED, "x+....++",
                    size == 32 ? "signature-mismatch" : "signature-length");
    if (size != 32)
      g_assert_cmpuint (jwt_error_get_detail (
                          jwt_verdict_get_reason (verdict, 0))->found, ==,
                        size);
  }
}

/* Only what is pinned is tried: never what a header asks for, in whatever
 * spelling. */
static const struct
{
  const char *header;
  JwtResult   result;
  const char *checks;
  const char *reasons;
} algorithms[] = {
  { HS256, JWT_RESULT_VERIFIED, "++....++", "" },
  { "{\"\\u0061lg\":\"\\u0048S256\"}", JWT_RESULT_VERIFIED, "++....++", "" },
  { "{\"alg\":\"HS384\"}", JWT_RESULT_REJECTED, ".x....++", "alg-mismatch" },
  { "{\"alg\":\"HS512\"}", JWT_RESULT_REJECTED, ".x....++", "alg-mismatch" },
  { "{\"alg\":\"RS256\"}", JWT_RESULT_REJECTED, ".x....++", "alg-mismatch" },
  { "{\"alg\":\"ES256K\"}", JWT_RESULT_REJECTED, ".x....++", "alg-mismatch" },
  { "{\"alg\":\"EdDSA\"}", JWT_RESULT_REJECTED, ".x....++", "alg-mismatch" },
  { "{\"alg\":\"hs256\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"HS256 \"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"HS256\\u0000\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"HS25\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"ＨS256\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"dir\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"none\"}", JWT_RESULT_REJECTED, ".x....++", "unsecured" },
  { "{\"alg\":\"None\"}", JWT_RESULT_REJECTED, ".x....++", "unsecured" },
  { "{\"alg\":\"NONE\"}", JWT_RESULT_REJECTED, ".x....++", "unsecured" },
  { "{\"alg\":\"nOnE\"}", JWT_RESULT_REJECTED, ".x....++", "unsecured" },
  { "{\"alg\":\"n\\u006fne\"}", JWT_RESULT_REJECTED, ".x....++", "unsecured" },
  { "{\"alg\":\"none \"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{\"alg\":\"none\\u0000\"}", JWT_RESULT_REJECTED, ".x....++",
    "alg-unknown alg-mismatch" },
  { "{}", JWT_RESULT_MALFORMED, ".x....++", "alg-missing" },
  { "{\"ALG\":\"HS256\"}", JWT_RESULT_MALFORMED, ".x....++", "alg-missing" },
  { "{\"alg\":null}", JWT_RESULT_MALFORMED, ".x....++", "alg-type" },
  { "{\"alg\":256}", JWT_RESULT_MALFORMED, ".x....++", "alg-type" },
  { "{\"alg\":false}", JWT_RESULT_MALFORMED, ".x....++", "alg-type" },
  { "{\"alg\":[\"HS256\"]}", JWT_RESULT_MALFORMED, ".x....++", "alg-type" },
  { "{\"alg\":{\"HS256\":1}}", JWT_RESULT_MALFORMED, ".x....++", "alg-type" },
  { "{\"a\":{\"alg\":\"HS256\"}}", JWT_RESULT_MALFORMED, ".x....++",
    "alg-missing" },
  { "{\"alg\":\"HS256\",\"alg\":\"none\"}", JWT_RESULT_MALFORMED, "++....++",
    "duplicate-member" },
  { "{\"alg\":\"none\",\"\\u0061lg\":\"HS256\"}", JWT_RESULT_MALFORMED,
    ".x....++", "duplicate-member unsecured" },
  { "{\"alg\":\"HS256\",\"x\":{\"y\":1,\"y\":1}}", JWT_RESULT_MALFORMED,
    "++....++", "duplicate-member" },
  { "{\"alg\":\"HS256\"", JWT_RESULT_MALFORMED, ".......+", "not-json" },
  { "[\"HS256\"]", JWT_RESULT_MALFORMED, ".......+", "not-object" },
  { "", JWT_RESULT_MALFORMED, ".......+", "not-json" },
  { "\xff", JWT_RESULT_MALFORMED, ".......+", "not-utf8" },
};

static void
test_algorithm (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++) {
    g_autoptr (JwtVerdict) verdict = judge (algorithms[i].header, "{}", policy);

    g_test_message ("row %u", i);
    assert_verdict (verdict, algorithms[i].result, algorithms[i].checks,
                    algorithms[i].reasons);
  }
}

/* A token of each algorithm, against each that may be pinned. */
static void
test_pinned (void)
{
  guint n;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  for (guint i = 0; i < n * n; i++) {
    const JwtAlgorithmInfo *signs = &infos[i / n];
    const JwtAlgorithmInfo *pinned = &infos[i % n];
    g_autofree char *header = g_strdup_printf ("{\"alg\":\"%s\"}", signs->name);
    g_autofree char *text = sample_sign (header, "{}", signs->algorithm,
                                         SAMPLE_SECRET);
    g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);
    g_autoptr (JwtVerdict) verdict = NULL;

    jwt_policy_set_algorithm (policy, pinned->algorithm);
    verdict = judge_text (text, policy);
    if (signs == pinned)
      assert_verdict (verdict, JWT_RESULT_VERIFIED, "++....++", "");
    else
      assert_verdict (verdict, JWT_RESULT_REJECTED, ".x....++",
                      "alg-mismatch");
    g_assert_cmpint (jwt_verdict_get_algorithm (verdict), ==,
                     pinned->algorithm);
  }
}

static void
test_mismatch_detail (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (NULL);
  g_autoptr (JwtVerdict) verdict = judge ("{\"alg\":\"a\\u202e\"}", "{}",
                                          policy);
  const JwtErrorDetail *detail =
    jwt_error_get_detail (jwt_verdict_find_reason (verdict,
                                                   JWT_ERROR_ALG_MISMATCH));

  g_assert_cmpstr (detail->actual, ==, "a\\u202e");
  g_assert_cmpstr (detail->expected, ==, "HS256");
  g_assert_cmpstr (detail->name, ==, "alg");
}

/* RFC 7515 §4.1.11 and RFC 7797: what must be understood has to be. */
static const struct
{
  const char *members;
  const char *reasons;
} critical[] = {
  { "\"crit\":[\"b64\"],\"b64\":true", "" },
  { "\"b64\":true", "" },
  { "\"b64\":false,\"crit\":[\"b64\"]", "unencoded-payload" },
  { "\"b64\":false", "unencoded-payload" },
  { "\"b64\":0,\"crit\":[\"b64\"]", "crit" },
  { "\"b64\":\"true\"", "crit" },
  { "\"b64\":null", "crit" },
  { "\"crit\":[\"b64\"]", "crit" },
  { "\"crit\":[\"b64\",\"b64\"],\"b64\":true", "crit" },
  { "\"crit\":[\"b64\",\"\\u0062\\u00364\"],\"b64\":true", "crit" },
  { "\"crit\":[\"b64\\u0000\"],\"b64\":true,\"b64\\u0000\":1", "crit" },
  { "\"crit\":[\"b64\",\"x\"],\"b64\":true,\"x\":1", "crit" },
  { "\"crit\":[]", "crit" },
  { "\"crit\":{}", "crit" },
  { "\"crit\":null", "crit" },
  { "\"crit\":\"b64\",\"b64\":true", "crit" },
  { "\"crit\":true", "crit" },
  { "\"crit\":[1]", "crit" },
  { "\"crit\":[[\"b64\"]],\"b64\":true", "crit" },
  { "\"crit\":[null]", "crit" },
  { "\"crit\":[\"\"],\"\":1", "crit" },
  { "\"crit\":[\"exp\"],\"exp\":1", "crit" },
  { "\"crit\":[\"x\"]", "crit" },
  { "\"crit\":[\"x\"],\"x\":1", "crit" },
  { "\"crit\":[\"alg\"]", "crit" },
  { "\"crit\":[\"crit\"]", "crit" },
  { "\"crit\":[\"typ\"],\"typ\":\"JWT\"", "crit" },
  { "\"crit\":[\"x5t#S256\"],\"x5t#S256\":\"\"", "crit" },
  { "\"\\u0063rit\":[\"x\"]", "crit" },
  { "\"CRIT\":[\"x\"]", "" },
  { "\"x\":{\"crit\":[\"x\"]}", "" },
};

static void
test_critical (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (critical); i++) {
    g_autofree char *header = g_strdup_printf ("{\"alg\":\"HS256\",%s}",
                                               critical[i].members);
    g_autoptr (JwtVerdict) verdict = judge (header, "{}", policy);
    gboolean good = *critical[i].reasons == '\0';

    g_test_message ("%s", header);
    assert_verdict (verdict, good ? JWT_RESULT_VERIFIED : JWT_RESULT_REJECTED,
                    good ? "++....++" : "++....x+", critical[i].reasons);
  }
}

/* Claims against the time, the leeway being 30 seconds, and the expectations:
 * "i" issues, "a" is the audience. */
static const struct
{
  const char *payload;
  const char *issuer;
  const char *audience;
  const char *checks;
  const char *reasons;
} claims[] = {
  { "{}", NULL, NULL, "++....++", "" },
  { "{\"exp\":1031}", NULL, NULL, "+++...++", "" },
  { "{\"exp\":971}", NULL, NULL, "+++...++", "" },
  { "{\"exp\":970}", NULL, NULL, "++x...++", "expired" },
  { "{\"exp\":970.1}", NULL, NULL, "+++...++", "" },
  { "{\"exp\":969.9}", NULL, NULL, "++x...++", "expired" },
  { "{\"exp\":9.71e2}", NULL, NULL, "+++...++", "" },
  { "{\"exp\":-1}", NULL, NULL, "++x...++", "expired" },
  { "{\"nbf\":1030}", NULL, NULL, "++.+..++", "" },
  { "{\"nbf\":1031}", NULL, NULL, "++.x..++", "not-yet-valid" },
  { "{\"nbf\":1030.1}", NULL, NULL, "++.x..++", "not-yet-valid" },
  { "{\"nbf\":1029.9}", NULL, NULL, "++.+..++", "" },
  { "{\"nbf\":900,\"exp\":1100}", NULL, NULL, "++++..++", "" },
  { "{\"nbf\":1100,\"exp\":1200}", NULL, NULL, "+++x..++", "not-yet-valid" },
  { "{\"nbf\":800,\"exp\":900}", NULL, NULL, "++x+..++", "expired" },
  { "{\"nbf\":1000,\"exp\":1000}", NULL, NULL, "++x...++", "never-valid" },
  { "{\"nbf\":1001,\"exp\":1000}", NULL, NULL, "++x...++", "never-valid" },
  { "{\"nbf\":1000,\"exp\":1001}", NULL, NULL, "++++..++", "" },

  /* A date that cannot be read says nothing of another one. */
  { "{\"exp\":\"x\",\"nbf\":5000}", NULL, NULL, "++xx..++",
    "claim-type not-yet-valid" },
  { "{\"exp\":5,\"nbf\":\"x\"}", NULL, NULL, "++xx..++",
    "expired claim-type" },
  { "{\"exp\":5000,\"nbf\":null}", NULL, NULL, "+++x..++", "claim-type" },
  { "{\"exp\":true}", NULL, NULL, "++x...++", "claim-type" },
  { "{\"exp\":\"1031\"}", NULL, NULL, "++x...++", "claim-type" },
  { "{\"exp\":[1031]}", NULL, NULL, "++x...++", "claim-type" },
  { "{\"exp\":1e400}", NULL, NULL, "++x...++", "claim-range" },
  { "{\"exp\":9223372036854775807}", NULL, NULL, "+++...++", "" },
  { "{\"exp\":9223372036854775808}", NULL, NULL, "++x...++", "claim-range" },
  { "{\"nbf\":-9223372036854775808}", NULL, NULL, "++.+..++", "" },
  { "{\"iat\":\"x\"}", NULL, NULL, "++....++", "claim-type" },
  { "{\"iat\":1e999}", NULL, NULL, "++....++", "claim-range" },
  { "{\"iat\":99999}", NULL, NULL, "++....++", "" },

  { "{\"iss\":\"i\"}", "i", NULL, "++..+.++", "" },
  { "{\"iss\":\"\\u0069\"}", "i", NULL, "++..+.++", "" },
  { "{}", "i", NULL, "++..x.++", "claim-missing" },
  { "{\"iss\":\"j\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":\"I\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":\"i/\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":\"\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":\"i\\u0000\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":\"i\\u0000j\"}", "i", NULL, "++..x.++", "issuer-mismatch" },
  { "{\"iss\":[\"i\"]}", "i", NULL, "++..x.++", "claim-type" },
  { "{\"iss\":null}", "i", NULL, "++..x.++", "claim-type" },
  { "{\"iss\":7}", NULL, NULL, "++....++", "claim-type" },
  { "{\"iss\":\"e\\u0301\"}", "\xc3\xa9", NULL, "++..x.++",
    "issuer-mismatch" },
  { "{\"iss\":\"\\ud83d\\ude00\"}", "\xf0\x9f\x98\x80", NULL, "++..+.++", "" },
  { "{\"iss\":\"\\ud83d\"}", "\xef\xbf\xbd", NULL, "++..x.++",
    "issuer-mismatch" },

  { "{\"aud\":\"a\"}", NULL, "a", "++...+++", "" },
  { "{\"aud\":[\"a\"]}", NULL, "a", "++...+++", "" },
  { "{\"aud\":[\"b\",\"\\u0061\",\"c\"]}", NULL, "a", "++...+++", "" },
  { "{}", NULL, "a", "++...x++", "claim-missing" },
  { "{\"aud\":[]}", NULL, "a", "++...x++", "audience-mismatch" },
  { "{\"aud\":\"b\"}", NULL, "a", "++...x++", "audience-mismatch" },
  { "{\"aud\":[\"b\",\"aa\"]}", NULL, "a", "++...x++", "audience-mismatch" },
  { "{\"aud\":[\"a\\u0000\"]}", NULL, "a", "++...x++", "audience-mismatch" },
  { "{\"aud\":[[\"a\"]]}", NULL, "a", "++...x++", "claim-type" },
  { "{\"aud\":[\"a\",1]}", NULL, "a", "++...x++", "claim-type" },
  { "{\"aud\":[null,\"a\"]}", NULL, "a", "++...x++", "claim-type" },
  { "{\"aud\":{\"a\":1}}", NULL, "a", "++...x++", "claim-type" },
  { "{\"aud\":1}", NULL, NULL, "++....++", "claim-type" },
  { "{\"aud\":[1]}", NULL, NULL, "++....++", "claim-type" },

  { "{\"sub\":1}", NULL, NULL, "++....++", "claim-type" },
  { "{\"jti\":{}}", NULL, NULL, "++....++", "claim-type" },
  { "{\"aud\":1,\"sub\":1,\"iss\":1}", NULL, "a", "++...x++",
    "claim-type claim-type claim-type" },
  { "{\"exp\":1,\"iss\":\"j\",\"aud\":\"b\"}", "i", "a", "++x.xx++",
    "expired issuer-mismatch audience-mismatch" },
};

static void
test_claims (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);
    g_autoptr (JwtVerdict) verdict = NULL;

    g_test_message ("%s", claims[i].payload);
    jwt_policy_set_issuer (policy, claims[i].issuer);
    jwt_policy_set_audience (policy, claims[i].audience);
    verdict = judge (HS256, claims[i].payload, policy);
    assert_verdict (verdict, *claims[i].reasons == '\0' ? JWT_RESULT_VERIFIED
                                                        : JWT_RESULT_REJECTED,
                    claims[i].checks, claims[i].reasons);
  }
}

/* A payload that is no claims set has its signature checked all the same, and
 * is never verified. */
static void
test_no_claims (void)
{
  static const struct { const char *payload, *reasons; } rows[] = {
    { "", "not-json" }, { "text", "not-json" }, { "[]", "not-object" },
    { "null", "not-object" }, { "\"{}\"", "not-object" }, { "1", "not-object" },
    { "{\"a\":1,\"a\":1}", "duplicate-member" }, { "{}}", "not-json" },
    { "{\"exp\":1,}", "not-json" }, { "\xff", "not-utf8" },
    { "\xef\xbb\xbf{}", "not-json" },
    { "{\"a\":{\"b\":0,\"\\u0062\":0}}", "duplicate-member" },
  };
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);
  g_autoptr (JwtPolicy) other = new_policy (SAMPLE_SECRET "?");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = judge (HS256, rows[i].payload, policy);
    g_autoptr (JwtVerdict) wrong = judge (HS256, rows[i].payload, other);
    g_autofree char *more = g_strconcat (rows[i].reasons,
                                         " signature-mismatch", NULL);

    assert_verdict (verdict, JWT_RESULT_MALFORMED, "++....++",
                    rows[i].reasons);
    g_assert_null (jwt_verdict_get_claims (verdict));
    assert_verdict (wrong, JWT_RESULT_MALFORMED, "x+....++", more);
  }
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    JwtResult   result;
    const char *checks;
    const char *reasons;
  } rows[] = {
    { "", JWT_RESULT_MALFORMED, ".......+", "parts" },
    { "x", JWT_RESULT_MALFORMED, ".......+", "parts base64url" },
    { SAMPLE_RFC_HEADER, JWT_RESULT_MALFORMED, ".+....++", "parts" },
    { SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD, JWT_RESULT_MALFORMED,
      ".++...++", "parts" },
    { SAMPLE_RFC_TOKEN ".", JWT_RESULT_MALFORMED, ".++...++", "parts" },
    { "." SAMPLE_RFC_PAYLOAD "." SAMPLE_RFC_SIGNATURE, JWT_RESULT_MALFORMED,
      "..+....+", "not-json" },
    { SAMPLE_RFC_HEADER ".." SAMPLE_RFC_SIGNATURE, JWT_RESULT_MALFORMED,
      "x+....++", "not-json signature-mismatch" },
    { SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD ".", JWT_RESULT_REJECTED,
      "x++...++", "signature-length" },
    { SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD "." SAMPLE_RFC_SIGNATURE "=",
      JWT_RESULT_MALFORMED, ".++...++", "base64url" },
    { SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD "." SAMPLE_RFC_SIGNATURE "\n",
      JWT_RESULT_MALFORMED, ".++...++", "whitespace" },
    { " " SAMPLE_RFC_TOKEN, JWT_RESULT_MALFORMED, "..+....+", "whitespace" },
    { SAMPLE_RFC_TOKEN "~", JWT_RESULT_REJECTED, "+++...++", "sd-jwt" },
    { SAMPLE_RFC_TOKEN "~WyJhIl0~" SAMPLE_RFC_TOKEN, JWT_RESULT_REJECTED,
      "+++...++", "sd-jwt" },
    { "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AA.AA.AA", JWT_RESULT_REJECTED,
      "......++", "encrypted" },
    { SAMPLE_RFC_HEADER ".a.b.c.d", JWT_RESULT_MALFORMED, ".+....++",
      "parts" },
    { "{\"protected\":\"e30\",\"payload\":\"e30\",\"signature\":\"\"}",
      JWT_RESULT_REJECTED, ".......+", "json-serialization" },
  };
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_RFC_JWK);

  jwt_policy_set_time (policy, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = judge_text (rows[i].text, policy);

    g_test_message ("%s", rows[i].text);
    assert_verdict (verdict, rows[i].result, rows[i].checks, rows[i].reasons);
  }
}

/* A weak key answers whether it matches, but nothing is verified by it. */
static void
test_weak_key (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_WEAK);
  g_autofree char *text = sample_sign (HS256, "{}", JWT_ALGORITHM_HS256,
                                       SAMPLE_WEAK);
  g_autoptr (JwtVerdict) matching = judge_text (text, policy);
  g_autoptr (JwtVerdict) other = judge (HS256, "{}", policy);
  const JwtErrorDetail *detail =
    jwt_error_get_detail (jwt_verdict_get_check_reason (matching,
                                                        JWT_CHECK_KEY));

  assert_verdict (matching, JWT_RESULT_REJECTED, "++....+x", "key-weak");
  assert_verdict (other, JWT_RESULT_REJECTED, "x+....+x",
                  "key-weak signature-mismatch");
  g_assert_cmpuint (detail->found, ==, 16);
  g_assert_cmpuint (detail->needed, ==, 32);
  g_assert_cmpstr (detail->expected, ==, "HS256");
}

/* A key that is kept for something else is not used at all. */
static void
test_marked_key (void)
{
  static const struct { const char *mark, *checks, *reasons; } rows[] = {
    { "\"alg\":\"HS512\"", ".+....+x", "key-family" },
    { "\"use\":\"enc\"", ".+....+x", "key-family" },
    { "\"key_ops\":[]", ".+....+x", "key-family" },
    { "\"key_ops\":[\"sign\"]", "x+....++", "key-family" },
    { "\"key_ops\":[\"verify\"]", "++....++", "" },
  };
  g_autofree char *k = sample_encode (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *jwk =
      g_strdup_printf ("{\"kty\":\"oct\",\"k\":\"%s\",%s}", k, rows[i].mark);
    g_autoptr (JwtPolicy) policy = new_policy (jwk);
    g_autoptr (JwtVerdict) verdict = judge (HS256, "{}", policy);

    assert_verdict (verdict, *rows[i].reasons == '\0' ? JWT_RESULT_VERIFIED
                                                      : JWT_RESULT_REJECTED,
                    rows[i].checks, rows[i].reasons);
  }
}

/* Without a key nothing is verified, and bad news is told all the same. */
static void
test_no_key (void)
{
  g_autoptr (JwtPolicy) policy = new_policy (NULL);
  g_autoptr (JwtVerdict) good = judge (HS256, "{\"exp\":2000}", policy);
  g_autoptr (JwtVerdict) old = judge (HS256, "{\"exp\":20}", policy);
  g_autoptr (JwtVerdict) none = judge ("{\"alg\":\"none\"}", "{}", policy);
  g_autoptr (JwtVerdict) broken = judge (HS256, "{", policy);

  assert_verdict (good, JWT_RESULT_UNCHECKED, ".++...+.", "");
  assert_verdict (old, JWT_RESULT_REJECTED, ".+x...+.", "expired");
  assert_verdict (none, JWT_RESULT_REJECTED, ".x....+.", "unsecured");
  assert_verdict (broken, JWT_RESULT_MALFORMED, ".+....+.", "not-json");
}

static void
test_required (void)
{
  static const char *required[] = { "sub", "iss", "aud", "", "x", NULL };
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);
  g_autoptr (JwtVerdict) none = NULL;
  g_autoptr (JwtVerdict) some = NULL;
  g_autoptr (JwtVerdict) all = NULL;
  const GError *second;

  jwt_policy_set_required (policy, required);
  jwt_policy_set_issuer (policy, "i");
  none = judge (HS256, "{}", policy);
  assert_verdict (none, JWT_RESULT_REJECTED, "++..x.++",
                  "claim-missing claim-missing claim-missing claim-missing "
                  "claim-missing");
  some = judge (HS256, "{\"iss\":\"i\",\"x\":null,\"SUB\":\"\",\"\":0}",
                policy);
  assert_verdict (some, JWT_RESULT_REJECTED, "++..+.++",
                  "claim-missing claim-missing");
  second = jwt_verdict_get_reason (some, 1);
  g_assert_cmpstr (jwt_error_get_detail (second)->name, ==, "aud");
  all = judge (HS256, "{\"\\u0073ub\":\"\",\"iss\":\"i\",\"aud\":[],\"x\":{},"
               "\"\":false}", policy);
  assert_verdict (all, JWT_RESULT_VERIFIED, "++..+.++", "");
}

/* How far off a time is, is told in seconds. */
static void
test_time_detail (void)
{
  static const struct { const char *payload; JwtError code; guint64 found; }
  rows[] = {
    { "{\"exp\":400}", JWT_ERROR_EXPIRED, 600 },
    { "{\"nbf\":1700}", JWT_ERROR_NOT_YET_VALID, 700 },
    { "{\"exp\":-9223372036854775807}", JWT_ERROR_EXPIRED,
      G_GUINT64_CONSTANT (9223372036854776807) },
    { "{\"nbf\":9223372036854775807}", JWT_ERROR_NOT_YET_VALID,
      G_GUINT64_CONSTANT (9223372036854774807) },
  };
  g_autoptr (JwtPolicy) policy = new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = judge (HS256, rows[i].payload, policy);
    const GError *reason = jwt_verdict_find_reason (verdict, rows[i].code);

    g_assert_cmpuint (jwt_error_get_detail (reason)->found, ==, rows[i].found);
  }
}

static void
test_names (void)
{
  g_autoptr (GEnumClass) results = g_type_class_ref (JWT_TYPE_RESULT);
  g_autoptr (GEnumClass) checks = g_type_class_ref (JWT_TYPE_CHECK);
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (JWT_TYPE_CHECK_RESULT);

  g_assert_cmpuint (checks->n_values, ==, JWT_N_CHECKS);
  for (guint i = 0; i < results->n_values; i++)
    g_assert_cmpstr (jwt_result_get_name (i), ==,
                     results->values[i].value_nick);
  for (guint i = 0; i < checks->n_values; i++)
    g_assert_cmpstr (jwt_check_get_name (i), ==, checks->values[i].value_nick);
  for (guint i = 0; i < outcomes->n_values; i++)
    g_assert_cmpstr (jwt_check_result_get_name (i), ==,
                     outcomes->values[i].value_nick);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verdict/rfc", test_rfc);
  g_test_add_func ("/verdict/tampered", test_tampered);
  g_test_add_func ("/verdict/cut-off", test_cut_off);
  g_test_add_func ("/verdict/signature", test_signature);
  g_test_add_func ("/verdict/algorithm", test_algorithm);
  g_test_add_func ("/verdict/pinned", test_pinned);
  g_test_add_func ("/verdict/mismatch-detail", test_mismatch_detail);
  g_test_add_func ("/verdict/critical", test_critical);
  g_test_add_func ("/verdict/claims", test_claims);
  g_test_add_func ("/verdict/no-claims", test_no_claims);
  g_test_add_func ("/verdict/forms", test_forms);
  g_test_add_func ("/verdict/weak-key", test_weak_key);
  g_test_add_func ("/verdict/marked-key", test_marked_key);
  g_test_add_func ("/verdict/no-key", test_no_key);
  g_test_add_func ("/verdict/required", test_required);
  g_test_add_func ("/verdict/time-detail", test_time_detail);
  g_test_add_func ("/verdict/names", test_names);

  return g_test_run ();
}
