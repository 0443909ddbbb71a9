/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

#include "core/token/jwt-disclosure.h"

static char *
say_value (JwtJson *value)
{
  g_autofree char *shown = NULL;
  JwtJsonSpan root;

  if (value == NULL)
    return g_strdup (_("This disclosure cannot be read"));

  root = jwt_json_get_root (value);
  shown = jwt_json_dup_display (value, &root);

  return jot_words_abridge (shown);
}

static char *
dup_value (JwtDisclosure *disclosure,
           JwtJson       *value)
{
  JwtJsonSpan root;

  if (value == NULL)
    return g_strdup (disclosure->text);

  root = jwt_json_get_root (value);

  return jot_words_dup_value (value, &root);
}

static JotClaim *
describe (JwtDisclosure *disclosure)
{
  JotClaim *claim = g_new0 (JotClaim, 1);
  g_autoptr (JwtJson) value = jwt_disclosure_dup_value (disclosure);

  /* Translators: What stands for the name of a list's element. */
  claim->name = disclosure->name != NULL ? jot_words_abridge (disclosure->name)
                                         : g_strdup (C_("element", "…"));
  claim->sentence = say_value (value);
  claim->caption = g_strdup (disclosure->matched
                             ? _("Disclosed; its digest is in the token")
                             : _("Not vouched for: no digest of it is in the "
                                 "token"));
  claim->value = dup_value (disclosure, value);
  claim->alarming = !disclosure->matched;

  return claim;
}

/**
 * jot_words_add_disclosures:
 * @claims: (element-type JotClaim): what jot_words_claims() gave
 * @token: (nullable): the token that they are of
 *
 * Adds what an SD-JWT discloses (RFC 9901 §4.2), and whether the token vouches
 * for it; of another token, nothing.
 */
void
jot_words_add_disclosures (GPtrArray *claims,
                           JwtToken  *token)
{
  g_autoptr (GPtrArray) list = NULL;

  if (token == NULL || jwt_token_get_form (token) != JWT_FORM_SD_JWT)
    return;

  list = jwt_disclosure_list (token);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (claims, describe (g_ptr_array_index (list, i)));
}
