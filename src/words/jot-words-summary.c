/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-summary.h"

#include <glib/gi18n.h>

#include "words/jot-words-private.h"

/* What stands in the title of each summary, but for those that say more. */
static const char * const titles[] = {
  [JWT_SUMMARY_EMPTY] = N_("No token yet"),
  [JWT_SUMMARY_MALFORMED] = N_("Malformed token"),
  [JWT_SUMMARY_INVALID_HEADER] = N_("Header is not valid JSON"),
  [JWT_SUMMARY_INVALID_PAYLOAD] = N_("Payload is not valid JSON"),
  [JWT_SUMMARY_UNSECURED] = N_("Unsecured"),
  [JWT_SUMMARY_DRAFT] = N_("Edited, not signed"),
  [JWT_SUMMARY_WRONG_ALGORITHM] = N_("Wrong algorithm"),
  [JWT_SUMMARY_NOT_CHECKED] = N_("Not checked"),
  [JWT_SUMMARY_SIGNATURE_MISMATCH] = N_("Signature does not match"),
  [JWT_SUMMARY_EXPIRED] = N_("Expired"),
  [JWT_SUMMARY_NOT_YET_VALID] = N_("Not valid yet"),
  [JWT_SUMMARY_NEVER_VALID] = N_("Never valid"),
  [JWT_SUMMARY_WRONG_ISSUER] = N_("Wrong issuer"),
  [JWT_SUMMARY_WRONG_AUDIENCE] = N_("Wrong audience"),
  [JWT_SUMMARY_REJECTED] = N_("Rejected"),
  [JWT_SUMMARY_UNSAFE_SECRET] = N_("Unsafe secret"),
  [JWT_SUMMARY_SIGNED] = N_("Signed"),
  [JWT_SUMMARY_VERIFIED] = N_("Verified"),
};

static JwtClaims *
get_claims (JwtWorkbench *workbench)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);

  return verdict != NULL ? jwt_verdict_get_claims (verdict) : NULL;
}

static gint64
get_now (JwtWorkbench *workbench)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);

  if (verdict != NULL)
    return jwt_verdict_get_time (verdict);

  return jwt_policy_get_time (jwt_workbench_get_policy (workbench));
}

/* JSON that breaks no rule of the grammar may still be of no use. */
static const char *
get_text_title (JwtWorkbench *workbench,
                JwtSummary    summary)
{
  const GError *problem = jwt_workbench_get_problem (workbench);

  if (problem == NULL ||
      g_error_matches (problem, JWT_ERROR, JWT_ERROR_NOT_JSON))
    return _(titles[summary]);

  return summary == JWT_SUMMARY_INVALID_HEADER ? _("Header cannot be used")
                                               : _("Payload cannot be used");
}

/**
 * jot_words_summary_title:
 * @workbench: a workbench
 *
 * Says in two or three words what is to be thought of the token: “Verified”.
 *
 * Returns: (transfer full): the words
 */
char *
jot_words_summary_title (JwtWorkbench *workbench)
{
  JwtSummary summary = jwt_workbench_get_summary (workbench);
  gint64 exp;

  if (summary == JWT_SUMMARY_EXPIRED &&
      jot_words_get_exp (get_claims (workbench), &exp))
    return jot_words_expiry (exp, get_now (workbench));
  if (summary == JWT_SUMMARY_INVALID_HEADER ||
      summary == JWT_SUMMARY_INVALID_PAYLOAD)
    return g_strdup (get_text_title (workbench, summary));

  return g_strdup (_(titles[summary]));
}

/*< private >
 * jot_words_join:
 * @one: a sentence
 * @other: (nullable): the sentence after it
 *
 * Returns: (transfer full): both
 */
char *
jot_words_join (const char *one,
                const char *other)
{
  if (other == NULL)
    return g_strdup (one);

  /* Translators: Two sentences, one after the other. */
  return g_strdup_printf (C_("sentences", "%s %s"), one, other);
}

static const char *
say_what_is_left (JwtToken     *token,
                  const GError *problem)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (problem);
  gboolean header = jwt_token_get_header (token) != NULL &&
    jwt_token_get_part_problem (token, JWT_PART_HEADER) == NULL;
  gboolean payload = jwt_token_has_claims (token);

  if (detail == NULL || detail->part == JWT_PART_TOKEN)
    return NULL;
  if (detail->part == JWT_PART_HEADER)
    return payload && !header ? _("The payload could still be read.") : NULL;
  if (header && payload && detail->part == JWT_PART_SIGNATURE)
    return _("The header and the payload could still be read.");

  return header && !payload ? _("The header could still be read.") : NULL;
}

static char *
say_malformed (JwtWorkbench *workbench,
               const GError *problem)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  g_autofree char *sentence = NULL;

  if (problem == NULL)
    return g_strdup (_("This is no token."));

  sentence = jot_words_error (problem);

  return jot_words_join (sentence, token != NULL
                                   ? say_what_is_left (token, problem) : NULL);
}

static char *
say_invalid (JwtWorkbench *workbench,
             const GError *problem)
{
  g_autofree char *line = problem != NULL ? jot_words_fault_line (problem)
                                          : NULL;
  g_autofree char *sentence = NULL;

  if (line == NULL && problem != NULL)
    sentence = jot_words_error (problem);
  else
    sentence = g_steal_pointer (&line);
  if (sentence == NULL)
    return g_strdup (_("The token is unchanged until this is fixed."));

  return jot_words_join (sentence, _("The token is unchanged until this is "
                                     "fixed."));
}

static char *
say_wrong_algorithm (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  const char *expected =
    jwt_algorithm_get_name (jwt_policy_get_algorithm (policy));
  const JwtHint *hint = jwt_workbench_get_hint (workbench);
  g_autofree char *actual =
    jot_words_abridge (jwt_token_get_algorithm_name (token));
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;

  /* Translators: Both %s are algorithms, like HS256. */
  sentence = g_strdup_printf (_("The token says %s, you expect %s. Its "
                                "signature was not checked, because a token "
                                "may not choose its own algorithm."),
                              actual, expected);
  if (hint == NULL)
    return g_steal_pointer (&sentence);

  more = jot_words_hint (hint, jwt_policy_get_key (policy));

  return jot_words_join (sentence, more);
}

static char *
say_time (JwtWorkbench *workbench,
          JwtSummary    summary)
{
  JwtClaims *claims = get_claims (workbench);
  g_autofree char *duration = NULL;
  g_autofree char *time = NULL;
  gint64 seconds;

  if (summary == JWT_SUMMARY_NEVER_VALID)
    return g_strdup (_("The signature matches, but the token expires before it "
                       "starts. Servers must reject it."));
  if (summary == JWT_SUMMARY_EXPIRED && jot_words_get_exp (claims, &seconds)) {
    time = jot_words_time (seconds);
    return g_strdup_printf (_("The signature matches, but the token stopped "
                              "being valid on %s. Servers must reject it."),
                            time);
  }
  if (!jot_words_get_nbf (claims, &seconds))
    return g_strdup (_("The signature matches, but the time is wrong."));

  time = jot_words_time (seconds);
  duration = jot_words_duration (jot_words_subtract (seconds,
                                                     get_now (workbench)));

  /* Translators: %1$s is like “5 min”, %2$s like “3 June 2026 16:51 local”. */
  return g_strdup_printf (_("The signature matches, but the token starts in "
                            "%1$s, %2$s."), duration, time);
}

static char *
say_rejected (JwtWorkbench *workbench,
              const GError *problem)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);
  g_autofree char *sentence = NULL;

  if (problem != NULL)
    sentence = jot_words_error (problem);
  if (verdict == NULL ||
      jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) != JWT_CHECK_PASSED)
    return sentence != NULL ? g_steal_pointer (&sentence)
                            : g_strdup (_("The token must be rejected."));

  return jot_words_join (_("The signature matches, but the token must be "
                           "rejected."), sentence);
}

static char *
say_summary (JwtWorkbench *workbench,
             JwtSummary    summary,
             const GError *problem)
{
  switch (summary) {
  case JWT_SUMMARY_MALFORMED:
    return say_malformed (workbench, problem);
  case JWT_SUMMARY_INVALID_HEADER:
  case JWT_SUMMARY_INVALID_PAYLOAD:
    return say_invalid (workbench, problem);
  case JWT_SUMMARY_DRAFT:
    return jot_words_draft (workbench);
  case JWT_SUMMARY_WRONG_ALGORITHM:
    return say_wrong_algorithm (workbench);
  case JWT_SUMMARY_EXPIRED:
  case JWT_SUMMARY_NOT_YET_VALID:
  case JWT_SUMMARY_NEVER_VALID:
    return say_time (workbench, summary);
  case JWT_SUMMARY_REJECTED:
    return say_rejected (workbench, problem);
  case JWT_SUMMARY_EMPTY:
  case JWT_SUMMARY_UNSECURED:
  case JWT_SUMMARY_NOT_CHECKED:
  case JWT_SUMMARY_SIGNATURE_MISMATCH:
  case JWT_SUMMARY_WRONG_ISSUER:
  case JWT_SUMMARY_WRONG_AUDIENCE:
  case JWT_SUMMARY_UNSAFE_SECRET:
  case JWT_SUMMARY_SIGNED:
  case JWT_SUMMARY_VERIFIED:
  default:
    return jot_words_outcome (workbench);
  }
}

/**
 * jot_words_summary:
 * @workbench: a workbench
 *
 * Says in a sentence or two what jot_words_summary_title() is about, and what
 * to do. Nothing that a token claims is called true here unless its signature
 * matches.
 *
 * Returns: (transfer full): the sentences
 */
char *
jot_words_summary (JwtWorkbench *workbench)
{
  return say_summary (workbench, jwt_workbench_get_summary (workbench),
                      jwt_workbench_get_problem (workbench));
}
