/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-verdict.h"

#include <string.h>

#include "core/token/jwt-header.h"

/**
 * JwtVerdict:
 *
 * What was checked of a token against a policy, what held and what did not.
 *
 * Each check stands on its own: the signature is tried whenever the parts, the
 * algorithm and the key allow it, whatever else is wrong. Only a token with no
 * reason against it, whose signature matches, is verified (RFC 7519 §7.2).
 */
struct _JwtVerdict
{
  gatomicrefcount  ref_count;
  JwtResult        result;
  JwtAlgorithm     algorithm;
  gint64           time;
  JwtCheckResult   checks[JWT_N_CHECKS];
  const GError    *check_reasons[JWT_N_CHECKS];
  GPtrArray       *reasons;
  JwtClaims       *claims;
  JwtLifetime      lifetime;
};

G_DEFINE_BOXED_TYPE (JwtVerdict, jwt_verdict, jwt_verdict_ref,
                     jwt_verdict_unref)

static const char *result_names[] = {
  [JWT_RESULT_UNCHECKED] = "unchecked",
  [JWT_RESULT_VERIFIED] = "verified",
  [JWT_RESULT_REJECTED] = "rejected",
  [JWT_RESULT_MALFORMED] = "malformed",
};

static const char *check_names[] = {
  [JWT_CHECK_SIGNATURE] = "signature",
  [JWT_CHECK_ALGORITHM] = "algorithm",
  [JWT_CHECK_EXPIRY] = "expiry",
  [JWT_CHECK_NOT_BEFORE] = "not-before",
  [JWT_CHECK_ISSUER] = "issuer",
  [JWT_CHECK_AUDIENCE] = "audience",
  [JWT_CHECK_CRITICAL] = "critical",
  [JWT_CHECK_KEY] = "key",
};

static const char *check_result_names[] = {
  [JWT_CHECK_NOT_CHECKED] = "not-checked",
  [JWT_CHECK_PASSED] = "passed",
  [JWT_CHECK_FAILED] = "failed",
};

static const GError *
take_reason (JwtVerdict *self,
             GError     *reason)
{
  g_ptr_array_add (self->reasons, reason);

  return reason;
}

static void
pass (JwtVerdict *self,
      JwtCheck    check)
{
  self->checks[check] = JWT_CHECK_PASSED;
}

static void
fail (JwtVerdict *self,
      JwtCheck    check,
      GError     *reason)
{
  self->checks[check] = JWT_CHECK_FAILED;
  self->check_reasons[check] = take_reason (self, reason);
}

static void
settle (JwtVerdict *self,
        JwtCheck    check,
        GError     *reason)
{
  if (reason != NULL)
    fail (self, check, reason);
  else
    pass (self, check);
}

static void
add_problem (JwtVerdict   *self,
             const GError *problem)
{
  if (problem != NULL)
    take_reason (self, g_error_copy (problem));
}

/* A fault in the form may be a check's failure too, and is one reason. */
static void
fail_as_said (JwtVerdict   *self,
              JwtCheck      check,
              const GError *problem)
{
  const GError *said = jwt_verdict_find_reason (self, problem->code);

  self->checks[check] = JWT_CHECK_FAILED;
  self->check_reasons[check] =
    said != NULL ? said : take_reason (self, g_error_copy (problem));
}

/* Every part that is wrong is a reason of its own, the first one first. What an
 * SD-JWT discloses is its reader's to verify (RFC 9901 §7), so that its own
 * signature is not enough. */
static void
judge_form (JwtVerdict *self,
            JwtToken   *token)
{
  const GError *first = jwt_token_get_problem (token);
  JwtErrorDetail detail = { .part = JWT_PART_TOKEN };

  add_problem (self, first);
  if (jwt_token_get_form (token) == JWT_FORM_SD_JWT)
    take_reason (self, jwt_error_new (JWT_ERROR_SD_JWT, &detail));

  for (guint part = JWT_PART_HEADER; part <= JWT_PART_SIGNATURE; part++) {
    const GError *problem = jwt_token_get_part_problem (token, part);

    if (problem != first)
      add_problem (self, problem);
  }
}

static GError *
new_algorithm_error (JwtError   code,
                     JwtToken  *token,
                     JwtPolicy *policy)
{
  JwtAlgorithm pinned = jwt_policy_get_algorithm (policy);
  JwtErrorDetail detail = {
    .part = JWT_PART_HEADER,
    .name = (char *) "alg",
    .actual = (char *) jwt_token_get_algorithm_name (token),
    .expected = (char *) jwt_algorithm_get_name (pinned),
  };

  return jwt_error_new (code, &detail);
}

static gboolean
is_unsecured (JwtToken *token)
{
  JwtJson *header = jwt_token_get_header (token);

  return header != NULL && jwt_header_is_unsecured (header);
}

static void
judge_algorithm (JwtVerdict *self,
                 JwtToken   *token,
                 JwtPolicy  *policy)
{
  const char *name = jwt_token_get_algorithm_name (token);
  const GError *problem = jwt_token_get_algorithm_problem (token);
  JwtAlgorithm named = jwt_token_get_algorithm (token);

  if (jwt_token_get_form (token) == JWT_FORM_ENCRYPTED)
    return;

  if (problem != NULL) {
    fail_as_said (self, JWT_CHECK_ALGORITHM, problem);
  } else if (name == NULL) {
    return;
  } else if (is_unsecured (token)) {
    fail (self, JWT_CHECK_ALGORITHM,
          new_algorithm_error (JWT_ERROR_UNSECURED, token, policy));
  } else if (named != JWT_ALGORITHM_UNKNOWN &&
             named == jwt_policy_get_algorithm (policy)) {
    pass (self, JWT_CHECK_ALGORITHM);
  } else {
    if (!jwt_header_is_registered (name))
      take_reason (self, new_algorithm_error (JWT_ERROR_ALG_UNKNOWN, token,
                                              policy));
    fail (self, JWT_CHECK_ALGORITHM,
          new_algorithm_error (JWT_ERROR_ALG_MISMATCH, token, policy));
  }
}

static GError *
new_weak_key_error (JwtKey       *key,
                    JwtAlgorithm  algorithm)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);
  JwtErrorDetail detail = {
    .part = JWT_PART_KEY,
    .found = jwt_key_get_size (key),
    .needed = info->min_key_size,
    .expected = (char *) info->name,
  };

  return jwt_error_new (JWT_ERROR_KEY_WEAK, &detail);
}

static void
judge_key (JwtVerdict *self,
           JwtPolicy  *policy)
{
  JwtAlgorithm algorithm = jwt_policy_get_algorithm (policy);
  JwtKey *key = jwt_policy_get_key (policy);
  GError *reason = NULL;

  if (key == NULL)
    return;

  if (jwt_key_check (key, algorithm, &reason) &&
      jwt_key_is_weak (key, algorithm))
    reason = new_weak_key_error (key, algorithm);

  settle (self, JWT_CHECK_KEY, reason);
}

/* A weak key still answers whether the signature matches. */
static gboolean
can_check_signature (JwtVerdict *self,
                     JwtToken   *token,
                     JwtPolicy  *policy)
{
  JwtKey *key = jwt_policy_get_key (policy);

  return self->checks[JWT_CHECK_ALGORITHM] == JWT_CHECK_PASSED &&
         jwt_token_get_n_parts (token) == 3 &&
         jwt_token_get_signature (token) != NULL && key != NULL &&
         jwt_key_check (key, jwt_policy_get_algorithm (policy), NULL);
}

static void
judge_signature (JwtVerdict *self,
                 JwtToken   *token,
                 JwtPolicy  *policy)
{
  GError *reason = NULL;

  if (!can_check_signature (self, token, policy))
    return;

  jwt_key_verify (jwt_policy_get_key (policy),
                  jwt_policy_get_algorithm (policy),
                  g_bytes_get_data (jwt_token_get_text (token), NULL),
                  jwt_token_get_signed_length (token),
                  jwt_token_get_signature (token), &reason);
  settle (self, JWT_CHECK_SIGNATURE, reason);
}

static void
judge_critical (JwtVerdict *self,
                JwtToken   *token)
{
  const GError *problem = jwt_token_get_critical_problem (token);
  JwtJson *header = jwt_token_get_header (token);

  if (header == NULL || !jwt_json_is_object (header) ||
      jwt_token_get_form (token) == JWT_FORM_JSON_SERIALIZATION)
    return;

  settle (self, JWT_CHECK_CRITICAL,
          problem != NULL ? g_error_copy (problem) : NULL);
}

static GError *
new_time_error (JwtError              code,
                const char           *name,
                const JwtNumericDate *date,
                gint64                now)
{
  g_autofree char *actual = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             date->seconds);
  JwtErrorDetail detail = {
    .part = JWT_PART_PAYLOAD,
    .name = (char *) name,
    .actual = actual,
    .found = date->seconds > now ? (guint64) date->seconds - (guint64) now
                                 : (guint64) now - (guint64) date->seconds,
  };

  return jwt_error_new (code, &detail);
}

/* Each date is judged by itself: that one cannot be read, or makes the token
 * worthless, says nothing for the other. */
static void
judge_date (JwtVerdict *self,
            JwtCheck    check,
            const char *name,
            gboolean    failed,
            JwtError    code)
{
  const JwtNumericDate *date = jwt_claims_get_date (self->claims, name);

  if (date->state == JWT_CLAIM_INVALID)
    fail (self, check, g_error_copy (date->problem));
  else if (failed)
    fail (self, check, new_time_error (code, name, date, self->time));
  else if (date->state == JWT_CLAIM_VALID)
    pass (self, check);
}

static void
judge_lifetime (JwtVerdict *self,
                JwtPolicy  *policy)
{
  guint leeway = jwt_policy_get_leeway (policy);
  const JwtNumericDate *exp = jwt_claims_get_date (self->claims, "exp");
  const JwtNumericDate *iat = jwt_claims_get_date (self->claims, "iat");

  self->lifetime = jwt_claims_get_lifetime (self->claims, self->time, leeway);

  if (self->lifetime == JWT_LIFETIME_NEVER_VALID) {
    fail (self, JWT_CHECK_EXPIRY,
          new_time_error (JWT_ERROR_NEVER_VALID, "exp", exp, self->time));
  } else {
    judge_date (self, JWT_CHECK_EXPIRY, "exp",
                jwt_claims_is_expired (self->claims, self->time, leeway),
                JWT_ERROR_EXPIRED);
    judge_date (self, JWT_CHECK_NOT_BEFORE, "nbf",
                jwt_claims_is_early (self->claims, self->time, leeway),
                JWT_ERROR_NOT_YET_VALID);
  }

  add_problem (self, iat->problem);
}

static void
judge_expectations (JwtVerdict *self,
                    JwtPolicy  *policy)
{
  const char *issuer = jwt_policy_get_issuer (policy);
  const char *audience = jwt_policy_get_audience (policy);
  GError *reason = NULL;

  if (issuer != NULL) {
    jwt_claims_match_issuer (self->claims, issuer, &reason);
    settle (self, JWT_CHECK_ISSUER, g_steal_pointer (&reason));
  }
  if (audience != NULL) {
    jwt_claims_match_audience (self->claims, audience, &reason);
    settle (self, JWT_CHECK_AUDIENCE, g_steal_pointer (&reason));
  }
}

static gboolean
is_named_already (JwtVerdict *self,
                  const char *claim,
                  JwtError    code)
{
  for (guint i = 0; i < self->reasons->len; i++) {
    const GError *reason = g_ptr_array_index (self->reasons, i);

    if (reason->code == (int) code &&
        g_strcmp0 (jwt_error_get_detail (reason)->name, claim) == 0)
      return TRUE;
  }

  return FALSE;
}

static void
judge_required (JwtVerdict *self,
                JwtPolicy  *policy)
{
  const char * const *required = jwt_policy_get_required (policy);

  for (guint i = 0; required != NULL && required[i] != NULL; i++) {
    JwtErrorDetail detail = { .part = JWT_PART_PAYLOAD,
                              .name = (char *) required[i] };

    if (jwt_json_find (jwt_claims_get_json (self->claims),
                       required[i]) == NULL &&
        !is_named_already (self, required[i], JWT_ERROR_CLAIM_MISSING))
      take_reason (self, jwt_error_new (JWT_ERROR_CLAIM_MISSING, &detail));
  }
}

static void
judge_types (JwtVerdict *self)
{
  static const char *names[] = { "iss", "sub", "aud", "jti" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) problem = jwt_claims_check_type (self->claims, names[i]);

    if (!is_named_already (self, names[i], JWT_ERROR_CLAIM_TYPE))
      add_problem (self, problem);
  }
}

static void
judge_claims (JwtVerdict *self,
              JwtToken   *token,
              JwtPolicy  *policy)
{
  if (!jwt_token_has_claims (token))
    return;

  self->claims = jwt_claims_new (jwt_token_get_payload (token));
  judge_lifetime (self, policy);
  judge_expectations (self, policy);
  judge_required (self, policy);
  judge_types (self);
}

/* What is another kind of token is not malformed, only not what is judged. */
static gboolean
is_malformed (JwtToken *token)
{
  switch (jwt_token_get_form (token)) {
  case JWT_FORM_ENCRYPTED:
  case JWT_FORM_JSON_SERIALIZATION:
  case JWT_FORM_SD_JWT:
    return FALSE;
  case JWT_FORM_MALFORMED:
  case JWT_FORM_SIGNED:
  case JWT_FORM_UNSECURED:
  default:
    return jwt_token_get_problem (token) != NULL;
  }
}

static JwtResult
sum_up (JwtVerdict *self,
        JwtToken   *token,
        JwtPolicy  *policy)
{
  if (is_malformed (token))
    return JWT_RESULT_MALFORMED;
  if (self->reasons->len > 0)
    return JWT_RESULT_REJECTED;
  if (jwt_policy_get_key (policy) == NULL)
    return JWT_RESULT_UNCHECKED;

  return self->checks[JWT_CHECK_SIGNATURE] == JWT_CHECK_PASSED
         ? JWT_RESULT_VERIFIED : JWT_RESULT_REJECTED;
}

/**
 * jwt_verdict_new:
 * @token: a token
 * @policy: what is expected of it
 *
 * Judges a token (RFC 7515 §5.2, RFC 7519 §7.2, RFC 8725 §3). Has no effect
 * but its result, and may run in any thread that owns both arguments.
 *
 * Returns: (transfer full): the verdict
 */
JwtVerdict *
jwt_verdict_new (JwtToken  *token,
                 JwtPolicy *policy)
{
  JwtVerdict *self = g_new0 (JwtVerdict, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->algorithm = jwt_policy_get_algorithm (policy);
  self->time = jwt_policy_get_time (policy);
  self->lifetime = JWT_LIFETIME_UNLIMITED;

  judge_form (self, token);
  judge_algorithm (self, token, policy);
  judge_key (self, policy);
  judge_critical (self, token);
  judge_signature (self, token, policy);
  judge_claims (self, token, policy);
  self->result = sum_up (self, token, policy);

  return self;
}

/**
 * jwt_verdict_ref:
 * @self: a verdict
 *
 * Returns: (transfer full): @self
 */
JwtVerdict *
jwt_verdict_ref (JwtVerdict *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jwt_verdict_unref:
 * @self: (transfer full): a verdict
 */
void
jwt_verdict_unref (JwtVerdict *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->claims, jwt_claims_unref);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/**
 * jwt_verdict_get_result:
 * @self: a verdict
 *
 * Returns: the answer in one word
 */
JwtResult
jwt_verdict_get_result (JwtVerdict *self)
{
  return self->result;
}

/**
 * jwt_verdict_get_algorithm:
 * @self: a verdict
 *
 * Returns: the algorithm that was pinned
 */
JwtAlgorithm
jwt_verdict_get_algorithm (JwtVerdict *self)
{
  return self->algorithm;
}

/**
 * jwt_verdict_get_time:
 * @self: a verdict
 *
 * Returns: the time of the check, in seconds since the Unix epoch
 */
gint64
jwt_verdict_get_time (JwtVerdict *self)
{
  return self->time;
}

/**
 * jwt_verdict_get_check:
 * @self: a verdict
 * @check: one of the checks
 *
 * Returns: how it went
 */
JwtCheckResult
jwt_verdict_get_check (JwtVerdict *self,
                       JwtCheck    check)
{
  g_return_val_if_fail (check < JWT_N_CHECKS, JWT_CHECK_NOT_CHECKED);

  return self->checks[check];
}

/**
 * jwt_verdict_get_check_reason:
 * @self: a verdict
 * @check: one of the checks
 *
 * Returns: (transfer none) (nullable): why it failed
 */
const GError *
jwt_verdict_get_check_reason (JwtVerdict *self,
                              JwtCheck    check)
{
  g_return_val_if_fail (check < JWT_N_CHECKS, NULL);

  return self->check_reasons[check];
}

/**
 * jwt_verdict_get_reason:
 * @self: a verdict
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): one of the reasons against the token,
 *   %NULL behind the last
 */
const GError *
jwt_verdict_get_reason (JwtVerdict *self,
                        guint       index)
{
  return index < self->reasons->len ? g_ptr_array_index (self->reasons, index)
                                    : NULL;
}

/**
 * jwt_verdict_find_reason:
 * @self: a verdict
 * @code: what to look for
 *
 * Returns: (transfer none) (nullable): the first reason of that code
 */
const GError *
jwt_verdict_find_reason (JwtVerdict *self,
                         JwtError    code)
{
  for (guint i = 0; i < self->reasons->len; i++) {
    const GError *reason = g_ptr_array_index (self->reasons, i);

    if (g_error_matches (reason, JWT_ERROR, code))
      return reason;
  }

  return NULL;
}

/**
 * jwt_verdict_get_claims:
 * @self: a verdict
 *
 * Returns: (transfer none) (nullable): the claims, if the payload has any
 */
JwtClaims *
jwt_verdict_get_claims (JwtVerdict *self)
{
  return self->claims;
}

/**
 * jwt_verdict_get_lifetime:
 * @self: a verdict
 *
 * Returns: where the time of the check stands between "nbf" and "exp"
 */
JwtLifetime
jwt_verdict_get_lifetime (JwtVerdict *self)
{
  return self->lifetime;
}

/**
 * jwt_result_get_name:
 * @result: a result
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_result_get_name (JwtResult result)
{
  g_return_val_if_fail (result < G_N_ELEMENTS (result_names), NULL);

  return result_names[result];
}

/**
 * jwt_check_get_name:
 * @check: a check
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_check_get_name (JwtCheck check)
{
  g_return_val_if_fail (check < G_N_ELEMENTS (check_names), NULL);

  return check_names[check];
}

/**
 * jwt_check_result_get_name:
 * @result: how a check went
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_check_result_get_name (JwtCheckResult result)
{
  g_return_val_if_fail (result < G_N_ELEMENTS (check_result_names), NULL);

  return check_result_names[result];
}
