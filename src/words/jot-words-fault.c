/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/jwt-display.h"

static const char * const syntax_clauses[] = {
  [JWT_SYNTAX_NONE] = N_("it breaks the grammar of JSON"),
  [JWT_SYNTAX_EMPTY] = N_("there is no text, at least {} is needed"),
  [JWT_SYNTAX_BYTE_ORDER_MARK] =
    N_("it starts with a byte-order mark, which JSON does not allow"),
  [JWT_SYNTAX_VALUE_EXPECTED] = N_("a value is expected here"),
  [JWT_SYNTAX_NAME_EXPECTED] =
    N_("a name in double quotation marks is expected here"),
  [JWT_SYNTAX_COLON_EXPECTED] =
    N_("a colon is expected between a name and its value"),
  [JWT_SYNTAX_COMMA_EXPECTED] =
    N_("a comma or a closing bracket is expected here"),
  [JWT_SYNTAX_TRAILING_COMMA] =
    N_("a comma has to be followed by another value, remove the last one"),
  [JWT_SYNTAX_TRAILING_TEXT] =
    N_("the JSON has ended before this, remove what follows"),
  [JWT_SYNTAX_UNEXPECTED_END] =
    N_("the text ends too early, a closing bracket or more is missing"),
  [JWT_SYNTAX_UNTERMINATED_STRING] =
    N_("the string that starts here is not closed by a quotation mark"),
  [JWT_SYNTAX_SINGLE_QUOTE] =
    N_("strings stand in double quotation marks, not in single ones"),
  [JWT_SYNTAX_CONTROL_CHARACTER] =
    N_("a string may not hold a control character, write it as an escape"),
  [JWT_SYNTAX_ESCAPE] =
    N_("JSON has no such escape, a backslash itself is written twice"),
  [JWT_SYNTAX_NUMBER] = N_("a number ends with a digit and has one before “.”"),
  [JWT_SYNTAX_LEADING_ZERO] = N_("a number may not start with a needless zero"),
  [JWT_SYNTAX_COMMENT] = N_("JSON has no comments, remove this one"),
};

static const char * const parts[] = {
  [JWT_PART_TOKEN] = N_("The token"),
  [JWT_PART_HEADER] = N_("The header"),
  [JWT_PART_PAYLOAD] = N_("The payload"),
  [JWT_PART_SIGNATURE] = N_("The signature"),
  [JWT_PART_KEY] = N_("The secret"),
};

static const char * const not_json[] = {
  [JWT_PART_TOKEN] = N_("The text is not valid JSON"),
  [JWT_PART_HEADER] = N_("The header is not valid JSON"),
  [JWT_PART_PAYLOAD] = N_("The payload is not valid JSON"),
  [JWT_PART_SIGNATURE] = N_("The signature is not valid JSON"),
  [JWT_PART_KEY] = N_("The key is not valid JSON"),
};

static const char * const not_object[] = {
  [JWT_PART_TOKEN] = N_("The text is not a JSON object"),
  [JWT_PART_HEADER] = N_("The header is not a JSON object"),
  [JWT_PART_PAYLOAD] = N_("The payload is not a JSON object"),
  [JWT_PART_SIGNATURE] = N_("The signature is not a JSON object"),
  [JWT_PART_KEY] = N_("The key is not a JSON object"),
};

static gboolean
is_shown_as_code (gunichar character)
{
  return jwt_display_is_hidden (character) || g_unichar_isspace (character) ||
         g_unichar_ismark (character) || !g_unichar_isprint (character);
}

/*< private >
 * jot_words_character:
 * @character: any character
 *
 * Returns: (transfer full): the character in quotation marks, or its code point
 *   where it would not be seen or would change what is seen: “U+202E”
 */
char *
jot_words_character (gunichar character)
{
  char text[7] = { 0 };

  if (is_shown_as_code (character))
    return g_strdup_printf ("U+%04X", character);

  g_unichar_to_utf8 (character, text);

  /* Translators: One character in quotation marks. */
  return g_strdup_printf (C_("character", "“%s”"), text);
}

/*< private >
 * jot_words_abridge:
 * @text: (nullable): a text of unknown origin, in UTF-8
 *
 * Returns: (transfer full): @text fit to stand in a sentence: what hides is
 *   escaped, and a long text is cut
 */
char *
jot_words_abridge (const char *text)
{
  g_autofree char *shown = NULL;
  g_autofree char *start = NULL;

  if (text == NULL)
    return g_strdup ("");

  /* No character has more than four bytes, nor does an escape shorten one, so
   * that one cut in two here is cut off below. */
  shown = jwt_display_escape (text,
                              strnlen (text, 4 * JOT_WORDS_MAX_QUOTE + 4));
  if (g_utf8_strlen (shown, -1) <= JOT_WORDS_MAX_QUOTE)
    return g_steal_pointer (&shown);

  start = g_utf8_substring (shown, 0, JOT_WORDS_MAX_QUOTE);

  return g_strdup_printf ("%s…", start);
}

/*< private >
 * jot_words_list:
 * @items: (array zero-terminated=1): words
 *
 * Returns: (transfer full): the words in a row, with commas
 */
char *
jot_words_list (char **items)
{
  /* Translators: This stands between the items of a list. */
  return g_strjoinv (C_("list", ", "), items);
}

static char *
syntax_clause (const JwtErrorDetail *detail)
{
  const char *clause = _(syntax_clauses[detail->syntax]);
  g_autofree char *character = NULL;

  switch (detail->syntax) {
  case JWT_SYNTAX_VALUE_EXPECTED:
  case JWT_SYNTAX_NAME_EXPECTED:
  case JWT_SYNTAX_COLON_EXPECTED:
  case JWT_SYNTAX_COMMA_EXPECTED:
    break;
  case JWT_SYNTAX_NONE:
  case JWT_SYNTAX_EMPTY:
  case JWT_SYNTAX_BYTE_ORDER_MARK:
  case JWT_SYNTAX_TRAILING_COMMA:
  case JWT_SYNTAX_TRAILING_TEXT:
  case JWT_SYNTAX_UNEXPECTED_END:
  case JWT_SYNTAX_UNTERMINATED_STRING:
  case JWT_SYNTAX_SINGLE_QUOTE:
  case JWT_SYNTAX_CONTROL_CHARACTER:
  case JWT_SYNTAX_ESCAPE:
  case JWT_SYNTAX_NUMBER:
  case JWT_SYNTAX_LEADING_ZERO:
  case JWT_SYNTAX_COMMENT:
  default:
    return g_strdup (clause);
  }

  if (detail->character == 0)
    return g_strdup (clause);
  character = jot_words_character (detail->character);

  /* Translators: “a value is expected here”, not “}”. */
  return g_strdup_printf (_("%s, not %s"), clause, character);
}

static char *
duplicate_clause (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  return g_strdup_printf (_("“%s” appears twice; readers may each see a "
                            "different value"), name);
}

static char *
depth_clause (const JwtErrorDetail *detail)
{
  return g_strdup_printf (ngettext ("brackets stand more than %u level deep, "
                                    "which is not read",
                                    "brackets stand more than %u levels deep, "
                                    "which is not read",
                                    (guint) detail->needed),
                          (guint) detail->needed);
}

/* What is wrong with a text, without where; NULL where it is another fault. */
static char *
get_clause (JwtError              code,
            const JwtErrorDetail *detail)
{
  if (code == JWT_ERROR_NOT_JSON)
    return syntax_clause (detail);
  if (code == JWT_ERROR_NOT_OBJECT)
    return g_strdup (_("it has to stand in curly brackets, {}"));
  if (code == JWT_ERROR_NOT_UTF8)
    return g_strdup (_("there is a byte that is not UTF-8, so this is not "
                       "text"));
  if (code == JWT_ERROR_DUPLICATE_MEMBER)
    return duplicate_clause (detail);
  if (code == JWT_ERROR_TOO_DEEP)
    return depth_clause (detail);

  return NULL;
}

static char *
say_place (const JwtErrorDetail *detail,
           const char           *part,
           const char           *clause)
{
  if (detail->line == 0)
    /* Translators: “The header”: what is wrong with it. */
    return g_strdup_printf (_("%s: %s."), part, clause);

  /* Translators: “The header”, line 1, column 5: what is wrong there. */
  return g_strdup_printf (_("%s, line %u, column %u: %s."),
                          part, detail->line, detail->column, clause);
}

/*< private >
 * jot_words_fault:
 * @error: an error of the domain %JWT_ERROR
 *
 * Returns: (transfer full) (nullable): a sentence for a fault in a text, that
 *   says where it is: “The header is not valid JSON, line 1, column 5: …”, or
 *   %NULL where @error is about something else
 */
char *
jot_words_fault (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);
  g_autofree char *clause = get_clause ((JwtError) error->code, detail);
  const char *part = parts[detail->part];

  if (clause == NULL)
    return NULL;
  if (error->code == JWT_ERROR_NOT_JSON)
    part = not_json[detail->part];
  else if (error->code == JWT_ERROR_NOT_OBJECT)
    part = not_object[detail->part];

  return say_place (detail, _(part), clause);
}

/*< private >
 * jot_words_syntax:
 * @detail: where and how a text breaks the grammar of JSON
 *
 * Returns: (transfer full): a sentence that says it
 */
char *
jot_words_syntax (const JwtErrorDetail *detail)
{
  g_autofree char *clause = syntax_clause (detail);

  return say_place (detail, _(not_json[detail->part]), clause);
}

/*< private >
 * jot_words_fault_line:
 * @error: an error of the domain %JWT_ERROR
 *
 * Does what jot_words_fault() does, where it is known in which text the fault
 * is: “Line 4, column 12: …”.
 *
 * Returns: (transfer full) (nullable): the sentence
 */
char *
jot_words_fault_line (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);
  g_autofree char *clause = NULL;

  if (detail == NULL || detail->line == 0)
    return NULL;

  clause = get_clause ((JwtError) error->code, detail);
  if (clause == NULL)
    return NULL;

  return g_strdup_printf (_("Line %u, column %u: %s."),
                          detail->line, detail->column, clause);
}
