/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-summary.h"

#include <glib/gi18n.h>
#include <string.h>

#include "words/jot-words-private.h"

static gboolean
is_same_part (JwtToken *one,
              JwtToken *other,
              JwtPart   part)
{
  const char *one_text = g_bytes_get_data (jwt_token_get_text (one), NULL);
  const char *other_text = g_bytes_get_data (jwt_token_get_text (other), NULL);
  gsize one_start, one_length, other_start, other_length;

  return jwt_token_get_part (one, part, &one_start, &one_length) &&
         jwt_token_get_part (other, part, &other_start, &other_length) &&
         one_length == other_length &&
         memcmp (one_text + one_start, other_text + other_start,
                 one_length) == 0;
}

/* The header stands first, so that it alone changes its part. */
static const char *
say_change (JwtWorkbench *workbench)
{
  JwtPaste *paste = jwt_workbench_get_paste (workbench);
  JwtToken *draft = jwt_workbench_get_token (workbench);
  g_autoptr (JwtToken) pasted = NULL;

  if (paste == NULL || draft == NULL)
    return _("The payload was changed, so the old signature was removed.");

  pasted = jwt_token_new (jwt_paste_get_token (paste));
  if (is_same_part (draft, pasted, JWT_PART_HEADER))
    return _("The payload was changed, so the old signature was removed.");
  if (is_same_part (draft, pasted, JWT_PART_PAYLOAD))
    return _("The header was changed, so the old signature was removed.");

  return _("The token was changed, so the old signature was removed.");
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
  const GError *problem = jwt_workbench_get_problem (workbench);
  g_autofree char *obstacle = say_obstacle (workbench, problem, can_revert);

  return jot_words_join (can_revert ? say_change (workbench)
                                    : _("This token has no signature yet."),
                         obstacle);
}
