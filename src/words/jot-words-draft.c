/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-summary.h"

#include <glib/gi18n.h>

#include "words/jot-words-private.h"

static const char *
say_change (JwtWorkbench *workbench)
{
  gboolean header = jwt_workbench_is_changed (workbench, JWT_PART_HEADER);
  gboolean payload = jwt_workbench_is_changed (workbench, JWT_PART_PAYLOAD);

  if (header && payload)
    return _("Header and payload were changed, so the old signature was "
             "removed.");
  if (header)
    return _("The header was changed, so the old signature was removed.");

  return _("The payload was changed, so the old signature was removed.");
}

/* Who signs sees no key at all where there is one that cannot be used. */
static const GError *
get_problem (JwtWorkbench *workbench)
{
  const GError *problem = jwt_workbench_get_problem (workbench);
  const GError *key_problem = jwt_workbench_get_key_problem (workbench);

  if (key_problem != NULL && problem != NULL &&
      g_error_matches (problem, JWT_ERROR, JWT_ERROR_KEY_EMPTY))
    return key_problem;

  return problem;
}

static char *
say_obstacle (JwtWorkbench *workbench,
              const GError *problem,
              gboolean      can_revert)
{
  const JwtErrorDetail *detail;

  if (problem == NULL ||
      g_error_matches (problem, JWT_ERROR, JWT_ERROR_KEY_EMPTY))
    return g_strdup (can_revert
                     ? _("Enter the secret to sign, or go back to the pasted "
                         "token.")
                     : _("Enter the secret to sign."));

  detail = jwt_error_get_detail (problem);
  if (g_error_matches (problem, JWT_ERROR, JWT_ERROR_ALG_MISMATCH) &&
      detail->actual != NULL && detail->expected != NULL) {
    g_autofree char *actual = jot_words_abridge (detail->actual);

    /* Translators: Both %s are algorithms, like HS256. */
    return g_strdup_printf (_("Header says %s, you expect %s."),
                            actual, detail->expected);
  }

  return jot_words_error (problem);
}

/*< private >
 * jot_words_draft:
 * @workbench: a workbench whose token was edited and not signed
 *
 * Returns: (transfer full): why there is no signature, and how to get one
 */
char *
jot_words_draft (JwtWorkbench *workbench)
{
  gboolean can_revert = jwt_workbench_get_can_revert (workbench);
  const GError *problem = get_problem (workbench);
  g_autofree char *obstacle = say_obstacle (workbench, problem, can_revert);

  return jot_words_join (can_revert ? say_change (workbench)
                                    : _("This token has no signature yet."),
                         obstacle);
}
