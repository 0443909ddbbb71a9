/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-claims.h"

#include <glib/gi18n.h>

#include "words/jot-words-private.h"

static char *
say_utc (JwtClaims         *claims,
         const JwtJsonSpan *value,
         gint64             seconds)
{
  g_autofree char *literal = jwt_json_dup_display (jwt_claims_get_json (claims),
                                                   value);
  g_autofree char *raw = jot_words_abridge (literal);
  g_autofree char *utc = jot_words_time_utc (seconds);

  /* Translators: A time, and in brackets the number that the token has. */
  return g_strdup_printf (C_("time", "%s (%s)"), utc, raw);
}

/* Fills in what all dates have in common, and tells whether there is a date to
 * talk about. */
static const JwtNumericDate *
describe_date (JotClaim          *claim,
               JwtClaims         *claims,
               const char        *name,
               const JwtJsonSpan *value)
{
  const JwtNumericDate *date = jwt_claims_get_date (claims, name);

  if (date->state != JWT_CLAIM_VALID) {
    claim->sentence = jot_words_abridge (claim->value);
    claim->caption = date->problem != NULL ? jot_words_error (date->problem)
                                           : NULL;
    claim->alarming = TRUE;
    return NULL;
  }

  claim->tooltip = say_utc (claims, value, date->seconds);
  if (date->milliseconds) {
    claim->caption = g_strdup (_("This looks like milliseconds; JWT uses "
                                 "seconds."));
    claim->alarming = TRUE;
  }

  return date;
}

/*< private >
 * jot_words_describe_exp:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Expires in 14 min” (RFC 7519 §4.1.4).
 */
void
jot_words_describe_exp (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  const JwtNumericDate *date = describe_date (claim, claims, "exp", value);
  gint64 exp;

  if (date == NULL || !jot_words_get_exp (claims, &exp))
    return;

  claim->sentence = jot_words_expiry (exp, now);
  if (claim->caption == NULL)
    claim->caption = jot_words_time (date->seconds);
  claim->alarming = claim->alarming || exp <= now;
}

static char *
say_relative (gint64 seconds,
              gint64 now)
{
  gint64 past = jot_words_subtract (now, seconds);
  g_autofree char *duration = NULL;

  if (past < 0) {
    duration = jot_words_duration (past);
    return g_strdup_printf (C_("time", "In %s"), duration);
  }

  duration = jot_words_ago (past);
  if (duration == NULL)
    return g_strdup (C_("time", "Just now"));

  return g_strdup_printf (C_("time", "%s ago"), duration);
}

/*< private >
 * jot_words_describe_nbf:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Valid from 3 June 2026 16:51 local” (RFC 7519 §4.1.5).
 */
void
jot_words_describe_nbf (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  const JwtNumericDate *date = describe_date (claim, claims, "nbf", value);
  g_autofree char *time = NULL;
  gint64 nbf;

  if (date == NULL || !jot_words_get_nbf (claims, &nbf))
    return;

  time = jot_words_time (date->seconds);
  claim->sentence = g_strdup_printf (_("Valid from %s"), time);
  if (claim->caption == NULL)
    claim->caption = say_relative (nbf, now);
  claim->alarming = claim->alarming || nbf > now;
}

static char *
say_issued (gint64 past)
{
  g_autofree char *duration = NULL;

  if (past < 0) {
    duration = jot_words_duration (past);
    return g_strdup_printf (_("Issued %s in the future"), duration);
  }

  duration = jot_words_ago (past);
  if (duration == NULL)
    return g_strdup (_("Issued just now"));

  return g_strdup_printf (_("Issued %s ago"), duration);
}

/*< private >
 * jot_words_describe_iat:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Issued 60 s ago” (RFC 7519 §4.1.6).
 */
void
jot_words_describe_iat (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  const JwtNumericDate *date = describe_date (claim, claims, "iat", value);

  if (date == NULL)
    return;

  claim->sentence = say_issued (jot_words_subtract (now, date->seconds));
  if (claim->caption == NULL)
    claim->caption = jot_words_time (date->seconds);
  claim->alarming = claim->alarming || date->seconds > now;
}
