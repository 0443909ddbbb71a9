/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

static gboolean
is_reason (JwtVerdict *verdict,
           JwtCheck    check,
           int         code)
{
  const GError *reason = jwt_verdict_get_check_reason (verdict, check);

  return reason != NULL && g_error_matches (reason, JWT_ERROR, code);
}

static gboolean
is_proven (JwtVerdict *verdict)
{
  return jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) ==
         JWT_CHECK_PASSED;
}

static gboolean
has_signature (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  GBytes *signature = jwt_token_get_signature (token);

  if (jwt_token_get_form (token) == JWT_FORM_UNSECURED)
    return FALSE;

  return signature == NULL || g_bytes_get_size (signature) > 0;
}

static char *
name_signature (JwtWorkbench *workbench,
                JwtVerdict   *verdict)
{
  if (!has_signature (workbench))
    return g_strdup (_("No signature"));
  if (jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) ==
      JWT_CHECK_NOT_CHECKED)
    return g_strdup (_("Signature not checked"));

  return g_strdup (_("Signature"));
}

static char *
name_algorithm (JwtWorkbench *workbench,
                JwtVerdict   *verdict)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  const char *expected =
    jwt_algorithm_get_name (jwt_policy_get_algorithm (policy));
  g_autofree char *actual =
    jot_words_abridge (jwt_token_get_algorithm_name (token));
  JwtCheckResult result = jwt_verdict_get_check (verdict, JWT_CHECK_ALGORITHM);

  if (*actual == '\0')
    return result == JWT_CHECK_FAILED ? g_strdup (_("No algorithm")) : NULL;
  if (jwt_verdict_get_claims (verdict) == NULL && result != JWT_CHECK_FAILED)
    return NULL;
  if (result == JWT_CHECK_FAILED && expected != NULL)
    /* Translators: Both %s are algorithms, like HS256. */
    return g_strdup_printf (_("Algorithm %s, expected %s"), actual, expected);

  /* Translators: %s is an algorithm, like HS256. */
  return g_strdup_printf (_("Algorithm %s"), actual);
}

static char *
name_failed_expiry (JwtVerdict *verdict)
{
  gint64 exp;

  if (is_reason (verdict, JWT_CHECK_EXPIRY, JWT_ERROR_NEVER_VALID))
    return g_strdup (_("Never valid"));
  if (is_reason (verdict, JWT_CHECK_EXPIRY, JWT_ERROR_CLAIM_MISSING))
    return g_strdup (_("Never expires"));
  if (jot_words_get_exp (jwt_verdict_get_claims (verdict), &exp))
    return jot_words_expiry (exp, jwt_verdict_get_time (verdict));

  return g_strdup (_("Expiry not readable"));
}

/*< private >
 * jot_words_running:
 * @exp: when the token expires
 * @now: the time, when it still is accepted
 *
 * Returns: (transfer full): “Expires in 14 min”
 */
char *
jot_words_running (gint64 exp,
                   gint64 now)
{
  g_autofree char *expiry = jot_words_expiry (exp, now);

  if (now < exp)
    return g_steal_pointer (&expiry);

  /* Translators: %s is “Expired 10 s ago”; clocks may differ a little. */
  return g_strdup_printf (_("%s, within the leeway"), expiry);
}

static char *
name_expiry (JwtVerdict *verdict)
{
  JwtClaims *claims = jwt_verdict_get_claims (verdict);
  gint64 exp;

  if (claims == NULL)
    return g_strdup (_("Expiry not checked"));
  if (jwt_verdict_get_check (verdict, JWT_CHECK_EXPIRY) == JWT_CHECK_FAILED)
    return name_failed_expiry (verdict);
  if (jwt_claims_get_date (claims, "exp")->state == JWT_CLAIM_ABSENT)
    return g_strdup (_("Never expires"));
  if (!is_proven (verdict) || !jot_words_get_exp (claims, &exp))
    return g_strdup (_("Expiry unproven"));

  return jot_words_running (exp, jwt_verdict_get_time (verdict));
}

static char *
name_not_before (JwtVerdict *verdict)
{
  gint64 now = jwt_verdict_get_time (verdict);
  gint64 nbf;
  g_autofree char *duration = NULL;

  if (jwt_verdict_get_check (verdict, JWT_CHECK_NOT_BEFORE) != JWT_CHECK_FAILED)
    return NULL;
  if (is_reason (verdict, JWT_CHECK_NOT_BEFORE, JWT_ERROR_NEVER_VALID))
    return g_strdup (_("Never valid"));
  if (is_reason (verdict, JWT_CHECK_NOT_BEFORE, JWT_ERROR_CLAIM_MISSING))
    return g_strdup (_("No start"));
  if (!jot_words_get_nbf (jwt_verdict_get_claims (verdict), &nbf))
    return g_strdup (_("Start not readable"));

  duration = jot_words_duration (jot_words_subtract (nbf, now));

  return g_strdup_printf (_("Starts in %s"), duration);
}

static char *
name_issuer (JwtVerdict *verdict,
             gboolean    expected)
{
  JwtCheckResult result = jwt_verdict_get_check (verdict, JWT_CHECK_ISSUER);

  if (is_reason (verdict, JWT_CHECK_ISSUER, JWT_ERROR_CLAIM_MISSING))
    return g_strdup (_("No issuer"));
  if (result == JWT_CHECK_FAILED)
    return g_strdup (_("Wrong issuer"));
  if (!expected)
    return g_strdup (_("Issuer not checked"));

  return g_strdup (result == JWT_CHECK_PASSED && is_proven (verdict)
                   ? _("Issuer") : _("Issuer unproven"));
}

static char *
name_audience (JwtVerdict *verdict,
               gboolean    expected)
{
  JwtCheckResult result = jwt_verdict_get_check (verdict, JWT_CHECK_AUDIENCE);

  if (is_reason (verdict, JWT_CHECK_AUDIENCE, JWT_ERROR_CLAIM_MISSING))
    return g_strdup (_("No audience"));
  if (result == JWT_CHECK_FAILED)
    return g_strdup (_("Wrong audience"));
  if (!expected)
    return g_strdup (_("Audience not checked"));

  return g_strdup (result == JWT_CHECK_PASSED && is_proven (verdict)
                   ? _("Audience") : _("Audience unproven"));
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Where a person asked for neither, one chip says it for both. */
static char *
name_party (JwtWorkbench *workbench,
            JwtVerdict   *verdict,
            JwtCheck      check)
{
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  gboolean issuer = is_set (jwt_policy_get_issuer (policy));
  gboolean audience = is_set (jwt_policy_get_audience (policy));

  if (jwt_verdict_get_claims (verdict) == NULL)
    return NULL;
  if (!issuer && !audience &&
      jwt_verdict_get_check (verdict, check) != JWT_CHECK_FAILED)
    return check == JWT_CHECK_ISSUER
           ? g_strdup (_("Issuer and audience not checked")) : NULL;

  return check == JWT_CHECK_ISSUER ? name_issuer (verdict, issuer)
                                   : name_audience (verdict, audience);
}

static char *
name_key (JwtVerdict *verdict)
{
  if (jwt_verdict_get_check (verdict, JWT_CHECK_KEY) != JWT_CHECK_FAILED ||
      is_reason (verdict, JWT_CHECK_KEY, JWT_ERROR_KEY_EMPTY))
    return NULL;
  if (is_reason (verdict, JWT_CHECK_KEY, JWT_ERROR_KEY_WEAK))
    return g_strdup (_("Secret too short"));

  return g_strdup (_("Secret not usable"));
}

static char *
name_critical (JwtVerdict *verdict)
{
  if (jwt_verdict_get_check (verdict, JWT_CHECK_CRITICAL) != JWT_CHECK_FAILED)
    return NULL;

  return g_strdup (_("Unknown “crit”"));
}

/**
 * jot_words_check:
 * @workbench: a workbench
 * @check: one of the checks
 *
 * Says what came of a check in the few words of a chip: “Expires in 14 min”.
 * What passed is called unproven unless the signature matches too. Where
 * neither an issuer nor an audience is expected, %JWT_CHECK_ISSUER speaks for
 * both. %JWT_CHECK_NOT_BEFORE, %JWT_CHECK_CRITICAL and %JWT_CHECK_KEY speak
 * only where they failed; so does %JWT_CHECK_ALGORITHM where the token is too
 * broken to have claims.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where this check
 *   needs no chip
 */
char *
jot_words_check (JwtWorkbench *workbench,
                 JwtCheck      check)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);

  if (verdict == NULL || jwt_workbench_get_token (workbench) == NULL)
    return NULL;

  switch (check) {
  case JWT_CHECK_SIGNATURE:
    return name_signature (workbench, verdict);
  case JWT_CHECK_ALGORITHM:
    return name_algorithm (workbench, verdict);
  case JWT_CHECK_EXPIRY:
    return name_expiry (verdict);
  case JWT_CHECK_NOT_BEFORE:
    return name_not_before (verdict);
  case JWT_CHECK_ISSUER:
  case JWT_CHECK_AUDIENCE:
    return name_party (workbench, verdict, check);
  case JWT_CHECK_CRITICAL:
    return name_critical (verdict);
  case JWT_CHECK_KEY:
    return name_key (verdict);
  default:
    g_return_val_if_reached (NULL);
  }
}
