/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "judging.h"

#include "sample.h"

#define NOW 1000

JwtPolicy *
judging_new_policy (const char *secret)
{
  JwtPolicy *policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = secret != NULL ? sample_key (secret) : NULL;

  jwt_policy_set_key (policy, key);
  jwt_policy_set_time (policy, NOW);

  return policy;
}

JwtVerdict *
judging_read (const char *text,
              JwtPolicy  *policy)
{
  g_autoptr (JwtToken) token = sample_read (text);

  return jwt_verdict_new (token, policy);
}

JwtVerdict *
judging_sign (const char *header,
              const char *payload,
              JwtPolicy  *policy)
{
  g_autofree char *text = sample_sign (header, payload, JWT_ALGORITHM_HS256,
                                       SAMPLE_SECRET);

  return judging_read (text, policy);
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
void
judging_assert_sound (JwtVerdict *verdict)
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

void
judging_assert (JwtVerdict *verdict,
                JwtResult   result,
                const char *checks,
                const char *reasons)
{
  g_autofree char *actual_checks = dup_checks (verdict);
  g_autofree char *actual_reasons = dup_reasons (verdict);

  judging_assert_sound (verdict);
  g_assert_cmpstr (actual_reasons, ==, reasons);
  if (checks != NULL)
    g_assert_cmpstr (actual_checks, ==, checks);
  g_assert_cmpint (jwt_verdict_get_result (verdict), ==, result);
}
