/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-checks.h"

#include <glib/gi18n.h>

#include "words/jot-words.h"

/* As they stand side by side. */
static const JwtCheck order[] = {
  JWT_CHECK_SIGNATURE,
  JWT_CHECK_KEY,
  JWT_CHECK_ALGORITHM,
  JWT_CHECK_EXPIRY,
  JWT_CHECK_NOT_BEFORE,
  JWT_CHECK_ISSUER,
  JWT_CHECK_AUDIENCE,
  JWT_CHECK_CRITICAL,
};

static void
check_free (JotCheck *self)
{
  g_free (self->text);
  g_free (self);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
}

static JotCheck *
check_new (char         *text,
           JotChipState  state,
           JwtCheck      check)
{
  JotCheck *self = g_new0 (JotCheck, 1);

  self->text = text;
  self->state = state;
  self->check = check;

  return self;
}

static gboolean
is_proven (JwtVerdict *verdict)
{
  return jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) ==
         JWT_CHECK_PASSED;
}

static gboolean
never_expires (JwtVerdict *verdict)
{
  JwtClaims *claims = jwt_verdict_get_claims (verdict);

  return claims && jwt_claims_get_date (claims,
                                        "exp")->state == JWT_CLAIM_ABSENT;
}

/* Good news about claims is worth nothing until the signature matches. */
static JotChipState
get_passed_state (JwtVerdict *verdict,
                  JwtCheck    check)
{
  if (check == JWT_CHECK_EXPIRY && never_expires (verdict))
    return JOT_CHIP_WARNING;
  if (check == JWT_CHECK_ALGORITHM || is_proven (verdict))
    return JOT_CHIP_PASSED;

  return JOT_CHIP_NEUTRAL;
}

/* Where a signature should be and is none, nothing was left unchecked. */
static JotChipState
get_signature_state (JwtWorkbench   *workbench,
                     JwtCheckResult  result)
{
  JwtToken *token = jwt_workbench_get_token (workbench);

  if (jwt_workbench_get_owner (workbench) == JWT_OWNER_DRAFT)
    return JOT_CHIP_WARNING;
  if (result == JWT_CHECK_PASSED)
    return JOT_CHIP_PASSED;
  if (result == JWT_CHECK_FAILED ||
      jwt_token_get_form (token) == JWT_FORM_UNSECURED)
    return JOT_CHIP_FAILED;

  return JOT_CHIP_NEUTRAL;
}

static JotChipState
get_state (JwtWorkbench *workbench,
           JwtCheck      check)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);
  JwtCheckResult result = jwt_verdict_get_check (verdict, check);

  if (check == JWT_CHECK_SIGNATURE)
    return get_signature_state (workbench, result);
  if (check == JWT_CHECK_KEY)
    return JOT_CHIP_WARNING;

  switch (result) {
  case JWT_CHECK_PASSED:
    return get_passed_state (verdict, check);
  case JWT_CHECK_FAILED:
    return JOT_CHIP_FAILED;
  case JWT_CHECK_NOT_CHECKED:
  default:
    return check == JWT_CHECK_EXPIRY && never_expires (verdict)
           ? JOT_CHIP_WARNING : JOT_CHIP_NEUTRAL;
  }
}

static void
add_unreadable (GPtrArray  *checks,
                JwtToken   *token,
                JwtPart     part,
                const char *text)
{
  JotCheck *check;

  if (!jwt_token_get_part_problem (token, part))
    return;

  check = check_new (g_strdup (text), JOT_CHIP_FAILED, JWT_CHECK_SIGNATURE);
  check->at_problem = TRUE;
  g_ptr_array_add (checks, check);
}

/* Lists what the chips say; empty where there is nothing to check. */
GPtrArray *
jot_checks_list (JwtWorkbench *workbench)
{
  GPtrArray *checks = new_list ();
  JwtToken *token = jwt_workbench_get_token (workbench);
  guint i;

  if (!token || !jwt_workbench_get_verdict (workbench))
    return checks;

  add_unreadable (checks, token, JWT_PART_HEADER, _("Header unreadable"));
  add_unreadable (checks, token, JWT_PART_PAYLOAD, _("Payload unreadable"));
  add_unreadable (checks, token, JWT_PART_SIGNATURE, _("Signature unreadable"));

  for (i = 0; i < G_N_ELEMENTS (order); i++) {
    char *text = jot_words_check (workbench, order[i]);

    if (text)
      g_ptr_array_add (checks, check_new (text, get_state (workbench, order[i]),
                                          order[i]));
  }

  return checks;
}

static guint
count_state (GPtrArray    *checks,
             JotChipState  state)
{
  guint n_checks = 0, i;

  for (i = 0; i < checks->len; i++) {
    JotCheck *check = g_ptr_array_index (checks, i);

    n_checks += check->state == state;
  }

  return n_checks;
}

static char *
count_in_words (JotChipState state,
                guint        n_checks)
{
  if (state == JOT_CHIP_PASSED)
    return g_strdup_printf (ngettext ("%u check passed", "%u checks passed",
                                      n_checks), n_checks);

  return g_strdup_printf (ngettext ("%u check unproven", "%u checks unproven",
                                    n_checks), n_checks);
}

static gboolean
is_first (GPtrArray *checks,
          guint      position)
{
  JotCheck *check = g_ptr_array_index (checks, position);
  guint i;

  for (i = 0; i < position; i++) {
    JotCheck *other = g_ptr_array_index (checks, i);

    if (other->state == check->state)
      return FALSE;
  }

  return TRUE;
}

/* Where room is short: bad news one by one, the rest as two numbers. */
GPtrArray *
jot_checks_collapse (GPtrArray *checks)
{
  GPtrArray *fewer = new_list ();
  guint i;

  for (i = 0; i < checks->len; i++) {
    JotCheck *check = g_ptr_array_index (checks, i), *one;
    gboolean grouped = check->state == JOT_CHIP_PASSED ||
                       check->state == JOT_CHIP_NEUTRAL;
    guint n_checks = count_state (checks, check->state);

    if (grouped && !is_first (checks, i))
      continue;

    one = check_new (grouped && n_checks > 1
                     ? count_in_words (check->state, n_checks)
                     : g_strdup (check->text),
                     check->state, check->check);
    one->at_problem = check->at_problem;
    g_ptr_array_add (fewer, one);
  }

  return fewer;
}

static char *
describe (JotCheck *check)
{
  if (check->state == JOT_CHIP_PASSED)
    /* Translators: For a screen reader; %s is a check, like “Signature”. */
    return g_strdup_printf (_("%s: passed"), check->text);
  if (check->state == JOT_CHIP_FAILED)
    return g_strdup_printf (_("%s: failed"), check->text);

  return g_strdup (check->text);
}

/* Says all chips in words, for whoever does not see them. */
char *
jot_checks_describe (GPtrArray *checks)
{
  GString *words = g_string_new (NULL);
  guint i;

  for (i = 0; i < checks->len; i++) {
    g_autofree char *one = describe (g_ptr_array_index (checks, i));

    if (i > 0)
      /* Translators: Between the items of a list. */
      g_string_append (words, C_("list", ", "));
    g_string_append (words, one);
  }

  return g_string_free (words, FALSE);
}
