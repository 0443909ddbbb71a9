/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

/* A fraction of a second still belongs to the time before. */
static gboolean
get_second (JwtClaims  *claims,
            const char *name,
            gint64     *seconds)
{
  const JwtNumericDate *date = jwt_claims_get_date (claims, name);

  if (date == NULL || date->state != JWT_CLAIM_VALID)
    return FALSE;

  *seconds = date->seconds;
  if (date->fraction && *seconds < G_MAXINT64)
    *seconds += 1;

  return TRUE;
}

static gboolean
get_lifetime (JwtClaims *claims,
              gint64    *start,
              gint64    *end)
{
  if (claims == NULL || !get_second (claims, "exp", end))
    return FALSE;
  if (!get_second (claims, "iat", start) && !get_second (claims, "nbf", start))
    return FALSE;

  return *start < *end;
}

/*< private >
 * jot_words_get_exp:
 * @claims: (nullable): claims
 * @seconds: (out): the first second in which the token has expired
 *
 * Returns: whether there is an “exp” that can be read
 */
gboolean
jot_words_get_exp (JwtClaims *claims,
                   gint64    *seconds)
{
  return claims != NULL && get_second (claims, "exp", seconds);
}

/*< private >
 * jot_words_get_nbf:
 * @claims: (nullable): claims
 * @seconds: (out): the first second in which the token is valid
 *
 * Returns: whether there is an “nbf” that can be read
 */
gboolean
jot_words_get_nbf (JwtClaims *claims,
                   gint64    *seconds)
{
  return claims != NULL && get_second (claims, "nbf", seconds);
}

/**
 * jot_words_lifetime:
 * @claims: (nullable): claims
 *
 * Says how long a token lives in all, from “iat”, or else “nbf”, to “exp”:
 * “Lifetime 15 min”.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where the claims do
 *   not tell, or the end is not after the start
 */
char *
jot_words_lifetime (JwtClaims *claims)
{
  g_autofree char *duration = NULL;
  gint64 start;
  gint64 end;

  if (!get_lifetime (claims, &start, &end))
    return NULL;

  duration = jot_words_duration (jot_words_subtract (end, start));

  return g_strdup_printf (_("Lifetime %s"), duration);
}

/**
 * jot_words_lifetime_left:
 * @claims: (nullable): claims
 * @now: the time, in seconds since the Unix epoch
 * @fraction: (out) (optional): how much of the lifetime is over, from 0, a new
 *   token, to 1, an expired one
 *
 * Says how much is left of what jot_words_lifetime() says: “14 min left”, or
 * “over”. Before the token's start, all of it is.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where
 *   jot_words_lifetime() says nothing
 */
char *
jot_words_lifetime_left (JwtClaims *claims,
                         gint64     now,
                         double    *fraction)
{
  g_autofree char *duration = NULL;
  gint64 start;
  gint64 end;
  gboolean known = get_lifetime (claims, &start, &end);

  if (fraction != NULL)
    *fraction = 0;
  if (!known)
    return NULL;

  now = CLAMP (now, start, end);
  if (fraction != NULL)
    *fraction = ((double) now - start) / ((double) end - start);
  if (now == end)
    /* Translators: Nothing is left of a token's lifetime. */
    return g_strdup (C_("lifetime", "over"));

  duration = jot_words_duration (jot_words_subtract (end, now));

  return g_strdup_printf (_("%s left"), duration);
}
