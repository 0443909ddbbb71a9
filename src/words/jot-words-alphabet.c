/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

static const char * const not_base64url[] = {
  [JWT_PART_TOKEN] = N_("The token is not Base64URL"),
  [JWT_PART_HEADER] = N_("The header is not Base64URL"),
  [JWT_PART_PAYLOAD] = N_("The payload is not Base64URL"),
  [JWT_PART_SIGNATURE] = N_("The signature is not Base64URL"),
  [JWT_PART_KEY] = N_("Not valid Base64URL"),
};

static const char * const not_encoded[JWT_N_ENCODINGS] = {
  [JWT_ENCODING_TEXT] = N_("Not valid as Text"),
  [JWT_ENCODING_BASE64URL] = N_("Not valid Base64URL"),
  [JWT_ENCODING_BASE64] = N_("Not valid Base64"),
  [JWT_ENCODING_HEX] = N_("Not valid Hex"),
};

/* A place in the token is counted in its text, one in another text by its
 * columns, where it has any. */
static unsigned long long
get_position (const JwtErrorDetail *detail)
{
  if (!detail->in_token && detail->column != 0)
    return detail->column;

  return (unsigned long long) detail->offset + 1;
}

/* Who reads a key knows how it is written, and says so in the detail. */
static gboolean
get_encoding (const JwtErrorDetail *detail,
              JwtEncoding          *encoding)
{
  return detail->expected != NULL &&
         jwt_encoding_from_name (detail->expected, encoding);
}

static const char *
get_subject (JwtError              code,
             const JwtErrorDetail *detail)
{
  JwtEncoding encoding;

  if (get_encoding (detail, &encoding))
    return _(not_encoded[encoding]);
  if (code == JWT_ERROR_KEY_MALFORMED)
    return _("The secret is not written as you say");

  return _(not_base64url[detail->part]);
}

static gboolean
is_last_digit (JwtError              code,
               const JwtErrorDetail *detail)
{
  JwtEncoding encoding;

  if (code == JWT_ERROR_NON_CANONICAL)
    return TRUE;

  return code == JWT_ERROR_KEY_MALFORMED &&
         get_encoding (detail, &encoding) && encoding == JWT_ENCODING_BASE64 &&
         detail->character < 0x80 &&
         (g_ascii_isalnum ((char) detail->character) ||
          detail->character == '+' || detail->character == '/');
}

static char *
length_clause (const JwtErrorDetail *detail)
{
  unsigned long long found = detail->found;

  return g_strdup_printf (ngettext ("it cannot be %llu character long, "
                                    "one may be lost",
                                    "it cannot be %llu characters long, "
                                    "one may be lost",
                                    (gulong) detail->found), found);
}

static char *
key_character_clause (const JwtErrorDetail *detail,
                      const char           *character)
{
  /* Translators: %1$s is a character in quotation marks or like U+0020, %2$llu
   * its place in the secret, from 1. */
  return g_strdup_printf (_("character %1$s at %2$llu"),
                          character, get_position (detail));
}

static char *
token_character_clause (const JwtErrorDetail *detail,
                        const char           *character)
{
  unsigned long long position = get_position (detail);

  if (detail->character == '=')
    return g_strdup_printf (_("padding, %s at position %llu, is not allowed, "
                              "remove it"), character, position);
  if (detail->character == '+' || detail->character == '/')
    return g_strdup_printf (_("character %s at position %llu is of ordinary "
                              "Base64, a token has “-” and “_” instead"),
                            character, position);

  return g_strdup_printf (_("character %s at position %llu is not allowed"),
                          character, position);
}

static char *
blank_clause (JwtError              code,
              const JwtErrorDetail *detail,
              const char           *character)
{
  unsigned long long position = get_position (detail);

  if (code == JWT_ERROR_WHITESPACE)
    return g_strdup_printf (_("white space, %s, at position %llu is not "
                              "allowed, remove it"), character, position);

  return g_strdup_printf (_("an invisible character, %s, at position %llu is "
                            "not allowed, remove it"), character, position);
}

static char *
character_clause (JwtError              code,
                  const JwtErrorDetail *detail)
{
  g_autofree char *character = jot_words_character (detail->character);

  if (code == JWT_ERROR_WHITESPACE || code == JWT_ERROR_INVISIBLE_CHARACTER)
    return blank_clause (code, detail, character);
  if (is_last_digit (code, detail))
    return g_strdup_printf (_("the last character, %s at position %llu, holds "
                              "bits that no byte takes up"),
                            character, get_position (detail));
  if (detail->part == JWT_PART_KEY || code == JWT_ERROR_KEY_MALFORMED)
    return key_character_clause (detail, character);

  return token_character_clause (detail, character);
}

/*< private >
 * jot_words_alphabet_error:
 * @error: an error about characters, of the domain %JWT_ERROR
 *
 * Returns: (transfer full): a sentence like “The payload is not Base64URL:
 *   character “!” at position 117 is not allowed.”
 */
char *
jot_words_alphabet_error (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);
  JwtError code = (JwtError) error->code;
  const char *subject = get_subject (code, detail);
  g_autofree char *clause = NULL;

  if (detail->found != 0)
    clause = length_clause (detail);
  else if (detail->in_token || detail->column != 0 || detail->character != 0)
    clause = character_clause (code, detail);

  if (clause == NULL)
    return g_strdup_printf (_("%s."), subject);

  /* Translators: “The payload is not Base64URL”: what is wrong. */
  return g_strdup_printf (_("%s: %s."), subject, clause);
}
