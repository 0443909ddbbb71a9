/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-summary.h"

#include <glib/gi18n.h>

#include "words/jot-words-private.h"

static const char *
get_expected (JwtWorkbench *workbench)
{
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);

  return jwt_algorithm_get_name (jwt_policy_get_algorithm (policy));
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A key that cannot be used is as good as none, but a person wants to know
 * why. */
static char *
say_decoded_only (JwtWorkbench *workbench)
{
  const GError *problem = jwt_workbench_get_key_problem (workbench);
  g_autofree char *sentence = NULL;

  if (problem == NULL ||
      g_error_matches (problem, JWT_ERROR, JWT_ERROR_KEY_EMPTY))
    return g_strdup (_("Decoded only. Enter the secret to check the signature; "
                       "until then, anyone could have written these claims."));

  sentence = jot_words_error (problem);

  /* Translators: %s is a whole sentence, why the secret cannot be used. */
  return g_strdup_printf (_("Decoded only. %s Until the signature is checked, "
                            "anyone could have written these claims."),
                          sentence);
}

static char *
say_not_checked (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  JwtAlgorithm algorithm =
    token != NULL ? jwt_token_get_algorithm (token) : JWT_ALGORITHM_UNKNOWN;
  g_autofree char *name = NULL;

  if (token == NULL || jwt_token_get_algorithm_name (token) == NULL ||
      algorithm == jwt_policy_get_algorithm (policy))
    return say_decoded_only (workbench);

  name = jot_words_abridge (jwt_token_get_algorithm_name (token));
  if (algorithm == JWT_ALGORITHM_UNKNOWN)
    return g_strdup_printf (_("Decoded only. The token says %s, which Jotsmith "
                              "cannot check: anyone could have written these "
                              "claims."), name);

  /* Translators: %s is an algorithm, like HS256. */
  return g_strdup_printf (_("The token says %s. Choose what you expect, and "
                            "enter its key."), name);
}

/* A signature of the wrong length is none of the algorithm's at all. */
static char *
say_mismatch (JwtWorkbench *workbench)
{
  const GError *problem = jwt_workbench_get_problem (workbench);
  const JwtHint *hint = jwt_workbench_get_hint (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  g_autofree char *sentence = NULL;

  if (hint != NULL)
    return jot_words_hint (hint, jwt_policy_get_key (policy));

  if (problem == NULL ||
      !g_error_matches (problem, JWT_ERROR, JWT_ERROR_SIGNATURE_LENGTH))
    return g_strdup (_("Another secret signed this token, or it was changed "
                       "after signing. Do not trust its claims."));

  sentence = jot_words_error (problem);

  return jot_words_join (sentence, _("Do not trust its claims."));
}

static char *
say_nobody (const char *expected,
            gboolean    is_issuer)
{
  if (is_issuer)
    return g_strdup_printf (_("The signature matches, but the token names no "
                              "issuer and you expect “%s”."), expected);

  return g_strdup_printf (_("The signature matches, but the token names no "
                            "audience and you expect “%s”."), expected);
}

static char *
say_wrong_party (const GError *problem,
                 gboolean      is_issuer)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (problem);
  g_autofree char *actual = NULL;
  g_autofree char *expected = jot_words_abridge (detail->expected);
  g_autofree char *sentence = NULL;

  if (problem->code == JWT_ERROR_CLAIM_TYPE) {
    sentence = jot_words_error (problem);
    return jot_words_join (_("The signature matches, but the token must be "
                             "rejected."), sentence);
  }

  actual = is_issuer ? jot_words_issuer (detail->actual)
                     : jot_words_audience (detail->actual);
  if (actual == NULL)
    return say_nobody (expected, is_issuer);

  /* Translators: %1$s is a name in quotation marks, or a list of some. */
  if (is_issuer)
    return g_strdup_printf (_("The signature matches, but the token is from "
                              "%1$s and you expect “%2$s”."), actual, expected);

  /* Translators: %1$s is a name in quotation marks, or a list of some. */
  return g_strdup_printf (_("The signature matches, but the token is for %1$s "
                            "and you expect “%2$s”."), actual, expected);
}

static char *
say_unsafe (JwtWorkbench *workbench)
{
  const GError *problem = jwt_workbench_get_problem (workbench);
  const JwtErrorDetail *detail =
    problem != NULL ? jwt_error_get_detail (problem) : NULL;
  unsigned long long found, needed;

  if (detail == NULL || problem->code != JWT_ERROR_KEY_WEAK)
    return g_strdup (_("The signature matches, but this secret can be guessed "
                       "offline."));

  found = detail->found;
  needed = detail->needed;

  /* Translators: %2$s is an algorithm, like HS256. */
  return g_strdup_printf (ngettext ("The signature matches, but this secret "
                                    "has only %1$llu byte, %2$s needs %3$llu: "
                                    "it can be guessed offline.",
                                    "The signature matches, but this secret "
                                    "has only %1$llu bytes, %2$s needs "
                                    "%3$llu: it can be guessed offline.",
                                    (gulong) detail->found),
                          found, get_expected (workbench), needed);
}

static char *
say_expiry (JwtWorkbench *workbench)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);
  g_autofree char *running = NULL;
  gint64 exp;

  if (verdict == NULL ||
      !jot_words_get_exp (jwt_verdict_get_claims (verdict), &exp))
    return g_strdup (_("No expiry."));

  running = jot_words_running (exp, jwt_verdict_get_time (verdict));

  return g_strdup_printf (_("%s."), running);
}

static char *
say_signed (JwtWorkbench *workbench)
{
  g_autofree char *expiry = say_expiry (workbench);
  g_autofree char *how = NULL;

  /* Translators: %s is an algorithm, like HS256. */
  how = g_strdup_printf (_("Signed here with %s and your secret. Every edit "
                           "signs it again."), get_expected (workbench));

  return jot_words_join (how, expiry);
}

/* The signature and the algorithm are always checked; what the token has no
 * expiry for, or nobody asked for, does not count. */
static char *
say_matches (JwtWorkbench *workbench,
             const char   *algorithm,
             gboolean      all)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);
  gint64 exp;

  if (!all)
    return g_strdup_printf (_("The %s signature matches your secret."),
                            algorithm);
  if (verdict != NULL &&
      jot_words_get_exp (jwt_verdict_get_claims (verdict), &exp))
    /* Translators: Signature, algorithm, expiry, issuer and audience. */
    return g_strdup_printf (_("The %s signature matches your secret, and all "
                              "five checks passed."), algorithm);

  /* Translators: Signature, algorithm, issuer and audience. */
  return g_strdup_printf (_("The %s signature matches your secret, and all "
                            "four checks passed."), algorithm);
}

static const char *
say_omitted (gboolean issuer,
             gboolean audience)
{
  if (issuer && audience)
    return NULL;
  if (issuer)
    return _("Audience was not checked.");
  if (audience)
    return _("Issuer was not checked.");

  return _("Issuer and audience were not checked.");
}

static char *
say_verified (JwtWorkbench *workbench)
{
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  const char *omitted = say_omitted (is_set (jwt_policy_get_issuer (policy)),
                                     is_set (jwt_policy_get_audience (policy)));
  g_autofree char *matches = say_matches (workbench, get_expected (workbench),
                                          omitted == NULL);
  g_autofree char *checks = jot_words_join (matches, omitted);
  g_autofree char *expiry = say_expiry (workbench);

  return jot_words_join (checks, expiry);
}

/*< private >
 * jot_words_outcome:
 * @workbench: a workbench
 *
 * Returns: (transfer full): what came of the signature and the checks
 */
char *
jot_words_outcome (JwtWorkbench *workbench)
{
  JwtSummary summary = jwt_workbench_get_summary (workbench);
  const GError *problem = jwt_workbench_get_problem (workbench);

  if (summary == JWT_SUMMARY_UNSECURED)
    return g_strdup (_("The header says alg “none”: there is no signature, so "
                       "nothing can be verified. Treat every claim as made "
                       "up."));
  if (summary == JWT_SUMMARY_NOT_CHECKED)
    return say_not_checked (workbench);
  if (summary == JWT_SUMMARY_SIGNATURE_MISMATCH)
    return say_mismatch (workbench);
  if (problem != NULL && (summary == JWT_SUMMARY_WRONG_ISSUER ||
                          summary == JWT_SUMMARY_WRONG_AUDIENCE))
    return say_wrong_party (problem, summary == JWT_SUMMARY_WRONG_ISSUER);
  if (summary == JWT_SUMMARY_UNSAFE_SECRET)
    return say_unsafe (workbench);
  if (summary == JWT_SUMMARY_SIGNED)
    return say_signed (workbench);
  if (summary == JWT_SUMMARY_VERIFIED)
    return say_verified (workbench);

  return g_strdup (_("Paste a token to read it, or start a new one."));
}
