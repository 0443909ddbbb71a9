/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words.h"

#include <glib/gi18n.h>

static char *
say_encoding (const JwtHint *hint,
              JwtKey        *key)
{
  /* Translators: Both are names of encodings, as “Base64URL instead of Text”. */
  return g_strdup_printf (_("It does match when the same secret is read as %s "
                            "instead of %s."),
                          jot_words_encoding (hint->encoding),
                          jot_words_encoding (jwt_key_get_encoding (key)));
}

/**
 * jot_words_hint:
 * @hint: what would make a signature match
 * @key: the key with which it does not
 *
 * Returns: (transfer full): one sentence, which says nothing of the key's text
 */
char *
jot_words_hint (const JwtHint *hint,
                JwtKey        *key)
{
  switch (hint->kind) {
  case JWT_HINT_ENCODING:
    return say_encoding (hint, key);
  case JWT_HINT_LENIENT_BASE64:
    return g_strdup (_("It does match when the same secret is read as Base64, "
                       "whatever its alphabet and padding."));
  case JWT_HINT_WITHOUT_LINE_BREAK:
    return g_strdup (_("It does match without the line break at its end."));
  case JWT_HINT_WITH_LINE_BREAK:
    return g_strdup (_("It does match with a line break at its end."));
  case JWT_HINT_ALGORITHM:
  default:
    return g_strdup_printf (_("This key verifies it as %s."),
                            jwt_algorithm_get_name (hint->algorithm));
  }
}
