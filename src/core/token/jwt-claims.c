/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-claims.h"

#include <string.h>

#include "core/token/jwt-numeric-date.h"

/* The three NumericDate claims of RFC 7519 §4.1. */
static const char *date_names[] = { "exp", "nbf", "iat" };

enum {
  DATE_EXP,
  DATE_NBF,
  DATE_IAT,
  N_DATES
};

/**
 * JwtClaims:
 *
 * The registered claims of a claims set (RFC 7519 §4.1), read with the types
 * that they must have.
 */
struct _JwtClaims
{
  gatomicrefcount  ref_count;
  JwtJson         *json;
  JwtNumericDate   dates[N_DATES];
};

G_DEFINE_BOXED_TYPE (JwtClaims, jwt_claims, jwt_claims_ref, jwt_claims_unref)

/**
 * jwt_claims_new:
 * @payload: a payload that is an object
 *
 * Returns: (transfer full): its claims
 */
JwtClaims *
jwt_claims_new (JwtJson *payload)
{
  JwtClaims *self = g_new0 (JwtClaims, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->json = jwt_json_ref (payload);
  for (guint i = 0; i < N_DATES; i++)
    jwt_numeric_date_read (payload, date_names[i], &self->dates[i]);

  return self;
}

/**
 * jwt_claims_ref:
 * @self: claims
 *
 * Returns: (transfer full): @self
 */
JwtClaims *
jwt_claims_ref (JwtClaims *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jwt_claims_unref:
 * @self: (transfer full): claims
 */
void
jwt_claims_unref (JwtClaims *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < N_DATES; i++)
    g_clear_error (&self->dates[i].problem);
  jwt_json_unref (self->json);
  g_free (self);
}

/**
 * jwt_claims_get_json:
 * @self: claims
 *
 * Returns: (transfer none): the text that they were read from
 */
JwtJson *
jwt_claims_get_json (JwtClaims *self)
{
  return self->json;
}

/**
 * jwt_claims_get_date:
 * @self: claims
 * @name: "exp", "nbf" or "iat"
 *
 * Returns: (transfer none) (nullable): that date, whatever its state; %NULL for
 *   another name
 */
const JwtNumericDate *
jwt_claims_get_date (JwtClaims  *self,
                     const char *name)
{
  for (guint i = 0; i < N_DATES; i++)
    if (strcmp (date_names[i], name) == 0)
      return &self->dates[i];

  return NULL;
}

/**
 * jwt_claims_is_expired:
 * @self: claims
 * @now: the time of the check, in seconds since the Unix epoch
 * @leeway: how far clocks may be apart, in seconds
 *
 * Judges "exp" alone (RFC 7519 §4.1.4), whatever else the claims say.
 *
 * Returns: whether it can be read, and is not after @now
 */
gboolean
jwt_claims_is_expired (JwtClaims *self,
                       gint64     now,
                       guint      leeway)
{
  const JwtNumericDate *exp = &self->dates[DATE_EXP];

  return exp->state == JWT_CLAIM_VALID &&
         jwt_numeric_date_add (now, -(gint64) leeway) >=
         jwt_numeric_date_ceiling (exp);
}

/**
 * jwt_claims_is_early:
 * @self: claims
 * @now: the time of the check, in seconds since the Unix epoch
 * @leeway: how far clocks may be apart, in seconds
 *
 * Judges "nbf" alone (RFC 7519 §4.1.5), whatever else the claims say.
 *
 * Returns: whether it can be read, and is after @now
 */
gboolean
jwt_claims_is_early (JwtClaims *self,
                     gint64     now,
                     guint      leeway)
{
  const JwtNumericDate *nbf = &self->dates[DATE_NBF];

  return nbf->state == JWT_CLAIM_VALID &&
         jwt_numeric_date_add (now, leeway) < jwt_numeric_date_ceiling (nbf);
}

static gboolean
is_never_valid (const JwtNumericDate *exp,
                const JwtNumericDate *nbf)
{
  if (exp->state != JWT_CLAIM_VALID || nbf->state != JWT_CLAIM_VALID)
    return FALSE;

  return jwt_numeric_date_ceiling (exp) <= jwt_numeric_date_ceiling (nbf) &&
         exp->seconds <= nbf->seconds;
}

/**
 * jwt_claims_get_lifetime:
 * @self: claims
 * @now: the time of the check, in seconds since the Unix epoch
 * @leeway: how far clocks may be apart, in seconds
 *
 * Judges "exp" and "nbf" (RFC 7519 §4.1.4, §4.1.5): a token is over on its
 * expiry's second, and begins on its start's.
 *
 * Returns: where @now stands
 */
JwtLifetime
jwt_claims_get_lifetime (JwtClaims *self,
                         gint64     now,
                         guint      leeway)
{
  const JwtNumericDate *exp = &self->dates[DATE_EXP];
  const JwtNumericDate *nbf = &self->dates[DATE_NBF];

  if (exp->state == JWT_CLAIM_INVALID || nbf->state == JWT_CLAIM_INVALID)
    return JWT_LIFETIME_UNREADABLE;
  if (is_never_valid (exp, nbf))
    return JWT_LIFETIME_NEVER_VALID;
  if (jwt_claims_is_expired (self, now, leeway))
    return JWT_LIFETIME_EXPIRED;
  if (jwt_claims_is_early (self, now, leeway))
    return JWT_LIFETIME_NOT_YET_VALID;

  return exp->state == JWT_CLAIM_VALID ? JWT_LIFETIME_RUNNING
                                       : JWT_LIFETIME_UNLIMITED;
}

static GError *
new_claim_error (JwtClaims         *self,
                 JwtError           code,
                 const char        *name,
                 const JwtJsonSpan *span,
                 const char        *expected)
{
  g_autofree char *actual =
    span != NULL ? jwt_json_dup_display (self->json, span) : NULL;
  JwtErrorDetail detail = {
    .part = JWT_PART_PAYLOAD,
    .offset = span != NULL ? span->start : 0,
    .name = (char *) name,
    .actual = actual,
    .expected = (char *) expected,
  };

  return jwt_error_new (code, &detail);
}

/**
 * jwt_claims_match_issuer:
 * @self: claims
 * @issuer: the one that is expected
 * @error: %JWT_ERROR_CLAIM_MISSING, %JWT_ERROR_CLAIM_TYPE or
 *   %JWT_ERROR_ISSUER_MISMATCH
 *
 * Compares "iss" to the letter (RFC 7519 §4.1.1, RFC 8725 §3.8).
 *
 * Returns: whether the claim is there and matches
 */
JwtClaimState
jwt_claims_match_issuer (JwtClaims   *self,
                         const char  *issuer,
                         GError     **error)
{
  const JwtJsonSpan *iss = jwt_json_find (self->json, "iss");
  JwtError code = JWT_ERROR_ISSUER_MISMATCH;

  if (iss == NULL)
    code = JWT_ERROR_CLAIM_MISSING;
  else if (iss->type != JWT_JSON_STRING)
    code = JWT_ERROR_CLAIM_TYPE;
  else if (jwt_json_string_equals (self->json, iss, issuer, strlen (issuer)))
    return JWT_CLAIM_VALID;

  g_propagate_error (error, new_claim_error (self, code, "iss", iss, issuer));

  return iss == NULL ? JWT_CLAIM_ABSENT : JWT_CLAIM_INVALID;
}

/* A member that is no string makes the whole list wrong, wherever it stands. */
static gboolean
check_audience (JwtClaims         *self,
                const JwtJsonSpan *aud,
                const char        *audience,
                gboolean          *matches)
{
  g_autoptr (GArray) elements = NULL;
  gsize length = audience != NULL ? strlen (audience) : 0;

  *matches = audience != NULL &&
             jwt_json_string_equals (self->json, aud, audience, length);
  if (aud->type == JWT_JSON_STRING)
    return TRUE;
  if (aud->type != JWT_JSON_ARRAY)
    return FALSE;

  elements = jwt_json_list_elements (self->json, aud);
  for (guint i = 0; i < elements->len; i++) {
    JwtJsonSpan *element = &g_array_index (elements, JwtJsonSpan, i);

    if (element->type != JWT_JSON_STRING)
      return FALSE;
    if (audience != NULL &&
        jwt_json_string_equals (self->json, element, audience, length))
      *matches = TRUE;
  }

  return TRUE;
}

/**
 * jwt_claims_match_audience:
 * @self: claims
 * @audience: the one that "aud" must include
 * @error: %JWT_ERROR_CLAIM_MISSING, %JWT_ERROR_CLAIM_TYPE or
 *   %JWT_ERROR_AUDIENCE_MISMATCH
 *
 * Looks for an audience in "aud", a string or a list of strings
 * (RFC 7519 §4.1.3).
 *
 * Returns: whether the claim is there and includes it
 */
JwtClaimState
jwt_claims_match_audience (JwtClaims   *self,
                           const char  *audience,
                           GError     **error)
{
  const JwtJsonSpan *aud = jwt_json_find (self->json, "aud");
  JwtError code = JWT_ERROR_CLAIM_MISSING;
  gboolean matches = FALSE;

  if (aud != NULL) {
    if (!check_audience (self, aud, audience, &matches))
      code = JWT_ERROR_CLAIM_TYPE;
    else if (matches)
      return JWT_CLAIM_VALID;
    else
      code = JWT_ERROR_AUDIENCE_MISMATCH;
  }

  g_propagate_error (error, new_claim_error (self, code, "aud", aud, audience));

  return aud == NULL ? JWT_CLAIM_ABSENT : JWT_CLAIM_INVALID;
}

/**
 * jwt_claims_check_type:
 * @self: claims
 * @name: "iss", "sub", "aud" or "jti"
 *
 * Looks whether a registered claim that is no date has the type that it must
 * have (RFC 7519 §4.1), whatever it says.
 *
 * Returns: (transfer full) (nullable): %JWT_ERROR_CLAIM_TYPE where it has not
 */
GError *
jwt_claims_check_type (JwtClaims  *self,
                       const char *name)
{
  const JwtJsonSpan *span = jwt_json_find (self->json, name);
  gboolean right, matches;

  if (span == NULL)
    return NULL;

  right = strcmp (name, "aud") == 0
          ? check_audience (self, span, NULL, &matches)
          : span->type == JWT_JSON_STRING;

  return right ? NULL : new_claim_error (self, JWT_ERROR_CLAIM_TYPE, name,
                                         span, NULL);
}
