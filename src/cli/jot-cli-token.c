/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-token.h"

#include <glib/gi18n.h>

#include "cli/jot-cli-input.h"
#include "cli/jot-cli-output.h"
#include "words/jot-words.h"

/**
 * jot_cli_token_read: (skip)
 * @argument: a token, `@FILE`, or `-` for standard input
 * @strict: whether it has to be the bare compact form
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads what a person pastes as a token, and says what was taken away from it.
 * With @strict, the line break that ends a file is still none of the token's.
 *
 * Returns: (transfer full) (nullable): what was given
 */
JwtPaste *
jot_cli_token_read (const char  *argument,
                    gboolean     strict,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = jot_cli_input_read_text (argument, error);
  g_autoptr (JwtPaste) paste = NULL;
  g_autofree char *words = NULL;
  gsize length = 0;
  const char *text = NULL;

  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  if (text == NULL)
    text = "";
  paste = strict ? jwt_paste_new_strict (text, length)
                 : jwt_paste_new (text, length);

  words = jot_words_paste (paste);
  if (words != NULL) {
    g_autofree char *sentence = g_strdup_printf (_("%s."), words);

    jot_cli_say (sentence);
  }

  return g_steal_pointer (&paste);
}
