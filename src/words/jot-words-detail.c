/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

static char *
detail_expiry (JwtVerdict *verdict)
{
  gint64 exp = 0;
  g_autofree char *words = NULL;

  jot_words_get_exp (jwt_verdict_get_claims (verdict), &exp);
  words = jot_words_running (exp, jwt_verdict_get_time (verdict));

  return g_strdup_printf (_("%s."), words);
}

static char *
detail_start (JwtVerdict *verdict)
{
  gint64 nbf = 0;
  g_autofree char *time = NULL;

  jot_words_get_nbf (jwt_verdict_get_claims (verdict), &nbf);
  time = jot_words_time_utc (nbf);

  return g_strdup_printf (_("Valid from %s."), time);
}

static char *
dup_claim (JwtVerdict *verdict,
           const char *name)
{
  JwtJson *json = jwt_claims_get_json (jwt_verdict_get_claims (verdict));
  const JwtJsonSpan *span = jwt_json_find (json, name);

  return span != NULL ? jwt_json_dup_display (json, span) : NULL;
}

static char *
detail_issuer (JwtVerdict *verdict)
{
  g_autofree char *iss = dup_claim (verdict, "iss");
  g_autofree char *shown = jot_words_abridge (iss);

  return g_strdup_printf (_("The token is from “%s”."), shown);
}

static char *
detail_audience (JwtVerdict *verdict)
{
  g_autofree char *aud = dup_claim (verdict, "aud");
  g_autofree char *shown = jot_words_audience (aud);

  return shown != NULL ? g_strdup_printf (_("The token is for %s."), shown)
                       : NULL;
}

static char *
detail_passed (JwtVerdict *verdict,
               JwtCheck    check)
{
  const char *name =
    jwt_algorithm_get_name (jwt_verdict_get_algorithm (verdict));

  switch (check) {
  case JWT_CHECK_SIGNATURE:
    return g_strdup_printf (_("The %s signature matches."), name);
  case JWT_CHECK_ALGORITHM:
    return g_strdup_printf (_("The token says %s, as expected."), name);
  case JWT_CHECK_EXPIRY:
    return detail_expiry (verdict);
  case JWT_CHECK_NOT_BEFORE:
    return detail_start (verdict);
  case JWT_CHECK_ISSUER:
    return detail_issuer (verdict);
  case JWT_CHECK_AUDIENCE:
    return detail_audience (verdict);
  case JWT_CHECK_CRITICAL:
  case JWT_CHECK_KEY:
  default:
    return NULL;
  }
}

static char *
detail_not_checked (JwtVerdict *verdict,
                    JwtCheck    check)
{
  JwtClaims *claims = jwt_verdict_get_claims (verdict);

  if (check == JWT_CHECK_ISSUER)
    return g_strdup (_("No issuer was asked for."));
  if (check == JWT_CHECK_AUDIENCE)
    return g_strdup (_("No audience was asked for."));
  if (check == JWT_CHECK_EXPIRY &&
      jwt_claims_get_date (claims, "exp")->state == JWT_CLAIM_ABSENT)
    return g_strdup (_("There is no “exp”: the token never expires."));
  if (check == JWT_CHECK_NOT_BEFORE &&
      jwt_claims_get_date (claims, "nbf")->state == JWT_CLAIM_ABSENT)
    return g_strdup (_("There is no “nbf”: the token is valid at once."));

  return NULL;
}

/**
 * jot_words_check_detail:
 * @verdict: a verdict
 * @check: one of its checks
 *
 * Says in a sentence why a check came out as it did: what is wrong, what was
 * compared, or why nothing was.
 *
 * Returns: (transfer full) (nullable): the sentence, or %NULL where there is
 *   nothing to say
 */
char *
jot_words_check_detail (JwtVerdict *verdict,
                        JwtCheck    check)
{
  const GError *reason = jwt_verdict_get_check_reason (verdict, check);
  JwtCheckResult result = jwt_verdict_get_check (verdict, check);

  if (reason != NULL)
    return jot_words_error (reason);
  if (jwt_verdict_get_claims (verdict) == NULL &&
      check != JWT_CHECK_SIGNATURE && check != JWT_CHECK_ALGORITHM)
    return NULL;

  return result == JWT_CHECK_PASSED ? detail_passed (verdict, check)
                                    : detail_not_checked (verdict, check);
}
