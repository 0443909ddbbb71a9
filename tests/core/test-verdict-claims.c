/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-verdict.h"

#include <string.h>

#include "judging.h"
#include "sample.h"

#define HS256 JUDGING_HS256

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
    g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);
    g_autoptr (JwtVerdict) verdict = NULL;

    g_test_message ("%s", claims[i].payload);
    jwt_policy_set_issuer (policy, claims[i].issuer);
    jwt_policy_set_audience (policy, claims[i].audience);
    verdict = judging_sign (HS256, claims[i].payload, policy);
    judging_assert (verdict, *claims[i].reasons == '\0' ? JWT_RESULT_VERIFIED
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);
  g_autoptr (JwtPolicy) other = judging_new_policy (SAMPLE_SECRET "?");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict =
      judging_sign (HS256, rows[i].payload, policy);
    g_autoptr (JwtVerdict) wrong = judging_sign (HS256, rows[i].payload, other);
    g_autofree char *more = g_strconcat (rows[i].reasons,
                                         " signature-mismatch", NULL);

    judging_assert (verdict, JWT_RESULT_MALFORMED, "++....++",
                    rows[i].reasons);
    g_assert_null (jwt_verdict_get_claims (verdict));
    judging_assert (wrong, JWT_RESULT_MALFORMED, "x+....++", more);
  }
}

static void
test_required (void)
{
  static const char *required[] = { "sub", "iss", "aud", "", "x", NULL };
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);
  g_autoptr (JwtVerdict) none = NULL;
  g_autoptr (JwtVerdict) some = NULL;
  g_autoptr (JwtVerdict) all = NULL;
  const GError *second;

  jwt_policy_set_required (policy, required);
  jwt_policy_set_issuer (policy, "i");
  none = judging_sign (HS256, "{}", policy);
  judging_assert (none, JWT_RESULT_REJECTED, "++..x.++",
                  "claim-missing claim-missing claim-missing claim-missing "
                  "claim-missing");
  some = judging_sign (HS256, "{\"iss\":\"i\",\"x\":null,\"SUB\":\"\",\"\":0}",
                       policy);
  judging_assert (some, JWT_RESULT_REJECTED, "++..+.++",
                  "claim-missing claim-missing");
  second = jwt_verdict_get_reason (some, 1);
  g_assert_cmpstr (jwt_error_get_detail (second)->name, ==, "aud");
  all = judging_sign (HS256, "{\"\\u0073ub\":\"\",\"iss\":\"i\",\"aud\":[],"
                      "\"x\":{},\"\":false}", policy);
  judging_assert (all, JWT_RESULT_VERIFIED, "++..+.++", "");
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict =
      judging_sign (HS256, rows[i].payload, policy);
    const GError *reason = jwt_verdict_find_reason (verdict, rows[i].code);

    g_assert_cmpuint (jwt_error_get_detail (reason)->found, ==, rows[i].found);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verdict-claims/claims", test_claims);
  g_test_add_func ("/verdict-claims/no-claims", test_no_claims);
  g_test_add_func ("/verdict-claims/required", test_required);
  g_test_add_func ("/verdict-claims/time-detail", test_time_detail);

  return g_test_run ();
}
