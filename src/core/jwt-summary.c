/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-summary.h"

/* Which reason sums a token up, the weightiest first: what the signature says
 * comes before what the claims say, since without it they are anyone's. */
static const struct {
  JwtError   code;
  JwtSummary summary;
} weights[] = {
  { JWT_ERROR_SIGNATURE_LENGTH, JWT_SUMMARY_SIGNATURE_MISMATCH },
  { JWT_ERROR_SIGNATURE_MISMATCH, JWT_SUMMARY_SIGNATURE_MISMATCH },
  { JWT_ERROR_KEY_FAMILY, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_CRIT, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_UNENCODED_PAYLOAD, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_NEVER_VALID, JWT_SUMMARY_NEVER_VALID },
  { JWT_ERROR_EXPIRED, JWT_SUMMARY_EXPIRED },
  { JWT_ERROR_NOT_YET_VALID, JWT_SUMMARY_NOT_YET_VALID },
  { JWT_ERROR_ISSUER_MISMATCH, JWT_SUMMARY_WRONG_ISSUER },
  { JWT_ERROR_AUDIENCE_MISMATCH, JWT_SUMMARY_WRONG_AUDIENCE },
  { JWT_ERROR_CLAIM_TYPE, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_CLAIM_RANGE, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_CLAIM_MISSING, JWT_SUMMARY_REJECTED },
  { JWT_ERROR_KEY_WEAK, JWT_SUMMARY_UNSAFE_SECRET },
};

/* A claim that is missing is as wrong an issuer or audience as another one. */
static const GError *
find_reason (JwtVerdict *verdict,
             JwtError    code)
{
  if (code == JWT_ERROR_ISSUER_MISMATCH)
    return jwt_verdict_get_check_reason (verdict, JWT_CHECK_ISSUER);
  if (code == JWT_ERROR_AUDIENCE_MISMATCH)
    return jwt_verdict_get_check_reason (verdict, JWT_CHECK_AUDIENCE);

  return jwt_verdict_find_reason (verdict, code);
}

static JwtSummary
weigh_reasons (JwtVerdict    *verdict,
               const GError  *ignored,
               const GError **problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++) {
    *problem = find_reason (verdict, weights[i].code);
    if (*problem != NULL && *problem != ignored)
      return weights[i].summary;
  }

  *problem = jwt_verdict_get_reason (verdict, 0);
  if (*problem != NULL && *problem == ignored)
    *problem = jwt_verdict_get_reason (verdict, 1);

  return *problem != NULL ? JWT_SUMMARY_REJECTED : JWT_SUMMARY_VERIFIED;
}

/*< private >
 * jwt_summary_of_pasted:
 * @token: a token that was pasted or typed
 * @verdict: the verdict on it
 * @has_key: whether there is a key to check it with
 * @problem: (out) (nullable): what the summary is about, of @token or @verdict
 *
 * Finds the one line for a token whose text is its owner's. Who only reads a
 * token is not alarmed about its algorithm.
 *
 * Returns: the first summary that holds
 */
JwtSummary
jwt_summary_of_pasted (JwtToken      *token,
                       JwtVerdict    *verdict,
                       gboolean       has_key,
                       const GError **problem)
{
  *problem = jwt_token_get_problem (token);
  if (*problem != NULL)
    return JWT_SUMMARY_MALFORMED;

  *problem = jwt_verdict_get_check_reason (verdict, JWT_CHECK_ALGORITHM);
  if (jwt_token_get_form (token) == JWT_FORM_UNSECURED)
    return JWT_SUMMARY_UNSECURED;
  if (!has_key)
    return JWT_SUMMARY_NOT_CHECKED;
  if (*problem != NULL)
    return JWT_SUMMARY_WRONG_ALGORITHM;

  return weigh_reasons (verdict, NULL, problem);
}

/*< private >
 * jwt_summary_of_typed:
 * @owner: %JWT_OWNER_SIGNED, %JWT_OWNER_DRAFT or %JWT_OWNER_NOT_UPDATED
 * @token: (nullable): the token that the JSON texts made
 * @verdict: (nullable): the verdict on it
 * @signer_problem: (nullable): why there is no signature
 * @problem: (out) (nullable): what the summary is about
 *
 * Finds the one line for a token whose JSON texts are its owner.
 *
 * Returns: the first summary that holds
 */
JwtSummary
jwt_summary_of_typed (JwtOwner       owner,
                      JwtToken      *token,
                      JwtVerdict    *verdict,
                      const GError  *signer_problem,
                      const GError **problem)
{
  JwtSummary summary;
  const GError *unchecked;

  *problem = signer_problem;
  if (owner == JWT_OWNER_NOT_UPDATED)
    return signer_problem != NULL &&
           jwt_error_get_detail (signer_problem)->part == JWT_PART_HEADER
           ? JWT_SUMMARY_INVALID_HEADER : JWT_SUMMARY_INVALID_PAYLOAD;
  if (token != NULL && jwt_token_get_form (token) == JWT_FORM_UNSECURED)
    return JWT_SUMMARY_UNSECURED;
  if (owner == JWT_OWNER_DRAFT || verdict == NULL)
    return JWT_SUMMARY_DRAFT;

  /* A key that may only sign has signed, though it cannot check. */
  unchecked = jwt_verdict_get_check_reason (verdict, JWT_CHECK_SIGNATURE);
  summary = weigh_reasons (verdict, unchecked, problem);

  return summary == JWT_SUMMARY_VERIFIED ? JWT_SUMMARY_SIGNED : summary;
}
