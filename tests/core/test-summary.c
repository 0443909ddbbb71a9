/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-summary.h"

#include <string.h>

#include "agreement.h"
#include "sample.h"

#define NOW 1000

#define HS256 "{\"alg\":\"HS256\"}"
#define HS512 "{\"alg\":\"HS512\"}"
#define NONE  "{\"alg\":\"none\"}"

/* What is expected and given: the issuer is "i", the audience "a". */
typedef enum
{
  WITH_KEY      = 1 << 0,
  WITH_OTHER    = 1 << 1,
  WITH_WEAK     = 1 << 2,
  WITH_ISSUER   = 1 << 3,
  WITH_AUDIENCE = 1 << 4,
} With;

/* A token that is signed with the key, or with the weak one where it is given,
 * and then pasted; where there is an edit, of its payload. */
static const struct
{
  With        with;
  const char *header;
  const char *payload;
  const char *edit;
  JwtSummary  summary;
  int         code; /* of the problem, -1 for none */
} rows[] = {
  { WITH_KEY, HS256, "[]", NULL, JWT_SUMMARY_MALFORMED, JWT_ERROR_NOT_OBJECT },
  { WITH_KEY, "{}", "{}", NULL, JWT_SUMMARY_MALFORMED, JWT_ERROR_ALG_MISSING },
  { 0, NONE, "[]", NULL, JWT_SUMMARY_MALFORMED, JWT_ERROR_NOT_OBJECT },
  { WITH_KEY, NONE, "{}", NULL, JWT_SUMMARY_UNSECURED, JWT_ERROR_UNSECURED },
  { 0, "{\"alg\":\"NoNe\"}", "{\"exp\":1}", NULL, JWT_SUMMARY_UNSECURED,
    JWT_ERROR_UNSECURED },

  /* Who only reads is not alarmed. */
  { 0, HS256, "{}", NULL, JWT_SUMMARY_NOT_CHECKED, -1 },
  { 0, HS512, "{}", NULL, JWT_SUMMARY_NOT_CHECKED, JWT_ERROR_ALG_MISMATCH },
  { 0, HS256, "{\"exp\":1}", NULL, JWT_SUMMARY_NOT_CHECKED, -1 },
  { WITH_ISSUER, HS256, "{}", NULL, JWT_SUMMARY_NOT_CHECKED, -1 },

  { WITH_KEY, HS512, "{}", NULL, JWT_SUMMARY_WRONG_ALGORITHM,
    JWT_ERROR_ALG_MISMATCH },
  { WITH_KEY, "{\"alg\":\"x\"}", "{}", NULL, JWT_SUMMARY_WRONG_ALGORITHM,
    JWT_ERROR_ALG_MISMATCH },
  { WITH_KEY, "{\"alg\":\"RS256\"}", "{}", NULL, JWT_SUMMARY_WRONG_ALGORITHM,
    JWT_ERROR_ALG_MISMATCH },

  /* The signature comes before the claims. */
  { WITH_OTHER, HS256, "{}", NULL, JWT_SUMMARY_SIGNATURE_MISMATCH,
    JWT_ERROR_SIGNATURE_MISMATCH },
  { WITH_OTHER | WITH_ISSUER, HS256, "{\"exp\":1,\"iss\":1}", NULL,
    JWT_SUMMARY_SIGNATURE_MISMATCH, JWT_ERROR_SIGNATURE_MISMATCH },

  { WITH_KEY, "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", "{\"exp\":1}",
    NULL, JWT_SUMMARY_REJECTED, JWT_ERROR_CRIT },
  { WITH_KEY, HS256, "{\"exp\":970}", NULL, JWT_SUMMARY_EXPIRED,
    JWT_ERROR_EXPIRED },
  { WITH_KEY, HS256, "{\"exp\":971}", NULL, JWT_SUMMARY_VERIFIED, -1 },
  { WITH_KEY, HS256, "{\"nbf\":1031}", NULL, JWT_SUMMARY_NOT_YET_VALID,
    JWT_ERROR_NOT_YET_VALID },
  { WITH_KEY, HS256, "{\"nbf\":1030}", NULL, JWT_SUMMARY_VERIFIED, -1 },
  { WITH_KEY, HS256, "{\"nbf\":5,\"exp\":5}", NULL, JWT_SUMMARY_NEVER_VALID,
    JWT_ERROR_NEVER_VALID },
  { WITH_KEY | WITH_ISSUER, HS256, "{\"iss\":\"j\"}", NULL,
    JWT_SUMMARY_WRONG_ISSUER, JWT_ERROR_ISSUER_MISMATCH },
  { WITH_KEY | WITH_ISSUER, HS256, "{}", NULL, JWT_SUMMARY_WRONG_ISSUER,
    JWT_ERROR_CLAIM_MISSING },
  { WITH_KEY | WITH_ISSUER, HS256, "{\"iss\":[\"i\"]}", NULL,
    JWT_SUMMARY_WRONG_ISSUER, JWT_ERROR_CLAIM_TYPE },
  { WITH_KEY | WITH_AUDIENCE, HS256, "{\"aud\":[]}", NULL,
    JWT_SUMMARY_WRONG_AUDIENCE, JWT_ERROR_AUDIENCE_MISMATCH },
  { WITH_KEY | WITH_AUDIENCE, HS256, "{\"exp\":1}", NULL, JWT_SUMMARY_EXPIRED,
    JWT_ERROR_EXPIRED },
  { WITH_KEY | WITH_ISSUER | WITH_AUDIENCE, HS256, "{}", NULL,
    JWT_SUMMARY_WRONG_ISSUER, JWT_ERROR_CLAIM_MISSING },
  { WITH_KEY, HS256, "{\"exp\":\"soon\"}", NULL, JWT_SUMMARY_REJECTED,
    JWT_ERROR_CLAIM_TYPE },
  { WITH_KEY, HS256, "{\"exp\":1e400}", NULL, JWT_SUMMARY_REJECTED,
    JWT_ERROR_CLAIM_RANGE },
  { WITH_KEY, HS256, "{\"sub\":1}", NULL, JWT_SUMMARY_REJECTED,
    JWT_ERROR_CLAIM_TYPE },
  { WITH_WEAK, HS256, "{}", NULL, JWT_SUMMARY_UNSAFE_SECRET,
    JWT_ERROR_KEY_WEAK },
  { WITH_WEAK, HS256, "{\"exp\":1}", NULL, JWT_SUMMARY_EXPIRED,
    JWT_ERROR_EXPIRED },
  { WITH_KEY | WITH_ISSUER | WITH_AUDIENCE, HS256,
    "{\"iss\":\"i\",\"aud\":[\"b\",\"a\"],\"exp\":2000}", NULL,
    JWT_SUMMARY_VERIFIED, -1 },

  /* What is typed as JSON. */
  { 0, HS256, "{}", "{\"x\":1}", JWT_SUMMARY_DRAFT, JWT_ERROR_KEY_EMPTY },
  { WITH_KEY, HS512, "{}", "{\"x\":1}", JWT_SUMMARY_DRAFT,
    JWT_ERROR_ALG_MISMATCH },
  { WITH_KEY, NONE, "{}", "{\"x\":1}", JWT_SUMMARY_UNSECURED,
    JWT_ERROR_ALG_MISMATCH },
  { WITH_KEY, HS256, "{}", "{", JWT_SUMMARY_INVALID_PAYLOAD,
    JWT_ERROR_NOT_JSON },
  { WITH_KEY, "[]", "{}", "{\"x\":1}", JWT_SUMMARY_INVALID_HEADER,
    JWT_ERROR_NOT_OBJECT },
  { WITH_KEY, HS256, "{}", "{\"x\":1}", JWT_SUMMARY_SIGNED, -1 },
  { WITH_OTHER, HS256, "{}", "{\"x\":1}", JWT_SUMMARY_SIGNED, -1 },
  { WITH_KEY, HS256, "{}", "{\"exp\":1}", JWT_SUMMARY_EXPIRED,
    JWT_ERROR_EXPIRED },
  { WITH_KEY, HS256, "{}", "{\"nbf\":9999}", JWT_SUMMARY_NOT_YET_VALID,
    JWT_ERROR_NOT_YET_VALID },
  { WITH_WEAK, HS256, "{}", "{\"x\":1}", JWT_SUMMARY_UNSAFE_SECRET,
    JWT_ERROR_KEY_WEAK },
  { WITH_KEY | WITH_AUDIENCE, HS256, "{}", "{\"aud\":\"b\"}",
    JWT_SUMMARY_WRONG_AUDIENCE, JWT_ERROR_AUDIENCE_MISMATCH },
};

static const char *
get_key (With with)
{
  if (with & WITH_KEY)
    return SAMPLE_SECRET;
  if (with & WITH_WEAK)
    return SAMPLE_WEAK;

  return with & WITH_OTHER ? SAMPLE_SECRET "?" : "";
}

static JwtWorkbench *
new_bench (With with)
{
  JwtWorkbench *bench = jwt_workbench_new ();
  JwtPolicy *policy = jwt_workbench_get_policy (bench);

  g_signal_connect (bench, "changed", G_CALLBACK (agreement_assert), NULL);
  jwt_workbench_set_time (bench, NOW);
  jwt_policy_set_issuer (policy, with & WITH_ISSUER ? "i" : NULL);
  jwt_policy_set_audience (policy, with & WITH_AUDIENCE ? "a" : "");
  jwt_workbench_set_key_text (bench, get_key (with), JWT_ENCODING_TEXT);

  return bench;
}

static void
assert_problem (JwtWorkbench *bench,
                int           code)
{
  const GError *problem = jwt_workbench_get_problem (bench);

  if (code < 0)
    g_assert_no_error (problem);
  else
    g_assert_error (problem, JWT_ERROR, code);
}

static void
test_rows (void)
{
  gboolean reached[JWT_SUMMARY_VERIFIED + 1] = { TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtWorkbench) bench = new_bench (rows[i].with);
    const char *secret = rows[i].with & WITH_WEAK ? SAMPLE_WEAK : SAMPLE_SECRET;
    g_autofree char *text = sample_sign (rows[i].header, rows[i].payload,
                                         JWT_ALGORITHM_HS256, secret);

    g_test_message ("row %u: %s.%s", i, rows[i].header, rows[i].payload);
    jwt_workbench_paste (bench, text);
    if (rows[i].edit != NULL)
      jwt_workbench_edit_payload (bench, rows[i].edit);

    g_assert_cmpint (jwt_workbench_get_summary (bench), ==, rows[i].summary);
    assert_problem (bench, rows[i].code);
    reached[rows[i].summary] = TRUE;
  }

  for (guint i = 0; i < G_N_ELEMENTS (reached); i++)
    g_assert_true (reached[i]);
}

/* What is no signed token at all. */
static void
test_forms (void)
{
  static const struct { const char *text; JwtError code; } forms[] = {
    { "x", JWT_ERROR_PARTS }, { ".", JWT_ERROR_PARTS },
    { "...", JWT_ERROR_PARTS }, { "  ", JWT_ERROR_PARTS },
    { "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0.a.b.c.d", JWT_ERROR_ENCRYPTED },
    { "{\"payload\":\"e30\",\"signatures\":[]}", JWT_ERROR_JSON_SERIALIZATION },
    { SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD ".@", JWT_ERROR_BASE64URL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (JwtWorkbench) bench = new_bench (WITH_KEY);

    jwt_workbench_edit_token (bench, forms[i].text);
    g_assert_cmpint (jwt_workbench_get_summary (bench), ==,
                     JWT_SUMMARY_MALFORMED);
    assert_problem (bench, forms[i].code);
  }
}

/* A key that may only sign has signed: that it cannot check is no fault of the
 * token. */
static void
test_key_that_only_signs (void)
{
  g_autofree char *k = sample_encode (SAMPLE_SECRET);
  g_autofree char *jwk =
    g_strdup_printf ("{\"kty\":\"oct\",\"key_ops\":[\"sign\"],\"k\":\"%s\"}",
                     k);
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  jwt_workbench_set_time (bench, NOW);
  jwt_workbench_set_key_text (bench, jwk, JWT_ENCODING_TEXT);
  jwt_workbench_open_template (bench, JWT_TEMPLATE_EMPTY);
  g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_SIGNED);
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==, JWT_SUMMARY_SIGNED);

  jwt_workbench_edit_payload (bench, "{\"exp\":1}");
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==, JWT_SUMMARY_EXPIRED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary/rows", test_rows);
  g_test_add_func ("/summary/forms", test_forms);
  g_test_add_func ("/summary/key-that-only-signs", test_key_that_only_signs);

  return g_test_run ();
}
