/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-verdict.h"

#include <string.h>

#include "jwt-enums.h"
#include "judging.h"
#include "sample.h"

#define HS256 JUDGING_HS256

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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_RFC_JWK);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = NULL;
    gboolean good = *rows[i].reasons == '\0';

    jwt_policy_set_time (policy, rows[i].time);
    jwt_policy_set_leeway (policy, rows[i].leeway);
    verdict = judging_read (SAMPLE_RFC_TOKEN, policy);
    judging_assert (verdict, good ? JWT_RESULT_VERIFIED : JWT_RESULT_REJECTED,
                    good ? "+++...++" : "++x...++", rows[i].reasons);
  }
}

/* One bit less or more, anywhere, and it is another token. */
static void
test_tampered (void)
{
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_RFC_JWK);
  gsize length = strlen (SAMPLE_RFC_TOKEN);

  jwt_policy_set_time (policy, 0);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *text = g_strdup (SAMPLE_RFC_TOKEN);
    g_autoptr (JwtVerdict) verdict = NULL;
    JwtResult result;

    text[i] = text[i] == 'B' ? 'C' : 'B';
    verdict = judging_read (text, policy);
    judging_assert_sound (verdict);
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_RFC_JWK);

  jwt_policy_set_time (policy, 0);
  for (gsize i = 0; i < strlen (SAMPLE_RFC_TOKEN); i++) {
    g_autofree char *text = g_strndup (SAMPLE_RFC_TOKEN, i);
    g_autoptr (JwtVerdict) verdict = judging_read (text, policy);

    judging_assert_sound (verdict);
    g_assert_cmpint (jwt_verdict_get_result (verdict), !=,
                     JWT_RESULT_VERIFIED);
  }
}

/* Signatures of any length but the right one, and of none. */
static void
test_signature (void)
{
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);
  g_autofree char *good = sample_token ("{}");
  g_autofree char *input = g_strndup (good, strrchr (good, '.') - good);
  guint8 zeros[65] = { 0 };

  for (guint size = 0; size <= sizeof zeros; size++) {
    g_autoptr (GBytes) part =
      jwt_encoding_encode (JWT_ENCODING_BASE64URL, zeros, size);
    g_autofree char *text =
      g_strdup_printf ("%s.%.*s", input, (int) g_bytes_get_size (part),
                       (const char *) g_bytes_get_data (part, NULL));
    g_autoptr (JwtVerdict) verdict = judging_read (text, policy);

    judging_assert (verdict, JWT_RESULT_REJECTED, "x+....++",
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++) {
    g_autoptr (JwtVerdict) verdict =
      judging_sign (algorithms[i].header, "{}", policy);

    g_test_message ("row %u", i);
    judging_assert (verdict, algorithms[i].result, algorithms[i].checks,
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
    g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);
    g_autoptr (JwtVerdict) verdict = NULL;

    jwt_policy_set_algorithm (policy, pinned->algorithm);
    verdict = judging_read (text, policy);
    if (signs == pinned)
      judging_assert (verdict, JWT_RESULT_VERIFIED, "++....++", "");
    else
      judging_assert (verdict, JWT_RESULT_REJECTED, ".x....++",
                      "alg-mismatch");
    g_assert_cmpint (jwt_verdict_get_algorithm (verdict), ==,
                     pinned->algorithm);
  }
}

static void
test_mismatch_detail (void)
{
  g_autoptr (JwtPolicy) policy = judging_new_policy (NULL);
  g_autoptr (JwtVerdict) verdict = judging_sign ("{\"alg\":\"a\\u202e\"}", "{}",
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (critical); i++) {
    g_autofree char *header = g_strdup_printf ("{\"alg\":\"HS256\",%s}",
                                               critical[i].members);
    g_autoptr (JwtVerdict) verdict = judging_sign (header, "{}", policy);
    gboolean good = *critical[i].reasons == '\0';

    g_test_message ("%s", header);
    judging_assert (verdict, good ? JWT_RESULT_VERIFIED : JWT_RESULT_REJECTED,
                    good ? "++....++" : "++....x+", critical[i].reasons);
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
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_RFC_JWK);

  jwt_policy_set_time (policy, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtVerdict) verdict = judging_read (rows[i].text, policy);

    g_test_message ("%s", rows[i].text);
    judging_assert (verdict, rows[i].result, rows[i].checks, rows[i].reasons);
  }
}

/* A weak key answers whether it matches, but nothing is verified by it. */
static void
test_weak_key (void)
{
  g_autoptr (JwtPolicy) policy = judging_new_policy (SAMPLE_WEAK);
  g_autofree char *text = sample_sign (HS256, "{}", JWT_ALGORITHM_HS256,
                                       SAMPLE_WEAK);
  g_autoptr (JwtVerdict) matching = judging_read (text, policy);
  g_autoptr (JwtVerdict) other = judging_sign (HS256, "{}", policy);
  const JwtErrorDetail *detail =
    jwt_error_get_detail (jwt_verdict_get_check_reason (matching,
                                                        JWT_CHECK_KEY));

  judging_assert (matching, JWT_RESULT_REJECTED, "++....+x", "key-weak");
  judging_assert (other, JWT_RESULT_REJECTED, "x+....+x",
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
    g_autoptr (JwtPolicy) policy = judging_new_policy (jwk);
    g_autoptr (JwtVerdict) verdict = judging_sign (HS256, "{}", policy);

    judging_assert (verdict, *rows[i].reasons == '\0' ? JWT_RESULT_VERIFIED
                                                      : JWT_RESULT_REJECTED,
                    rows[i].checks, rows[i].reasons);
  }
}

/* Without a key nothing is verified, and bad news is told all the same. */
static void
test_no_key (void)
{
  g_autoptr (JwtPolicy) policy = judging_new_policy (NULL);
  g_autoptr (JwtVerdict) good = judging_sign (HS256, "{\"exp\":2000}", policy);
  g_autoptr (JwtVerdict) old = judging_sign (HS256, "{\"exp\":20}", policy);
  g_autoptr (JwtVerdict) none =
    judging_sign ("{\"alg\":\"none\"}", "{}", policy);
  g_autoptr (JwtVerdict) broken = judging_sign (HS256, "{", policy);

  judging_assert (good, JWT_RESULT_UNCHECKED, ".++...+.", "");
  judging_assert (old, JWT_RESULT_REJECTED, ".+x...+.", "expired");
  judging_assert (none, JWT_RESULT_REJECTED, ".x....+.", "unsecured");
  judging_assert (broken, JWT_RESULT_MALFORMED, ".+....+.", "not-json");
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
  g_test_add_func ("/verdict/forms", test_forms);
  g_test_add_func ("/verdict/weak-key", test_weak_key);
  g_test_add_func ("/verdict/marked-key", test_marked_key);
  g_test_add_func ("/verdict/no-key", test_no_key);
  g_test_add_func ("/verdict/names", test_names);

  return g_test_run ();
}
