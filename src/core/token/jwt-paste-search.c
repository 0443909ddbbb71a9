/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste-search.h"

#include <string.h>

#include "core/token/jwt-paste-context.h"

/* A line that is shorter was not broken because it was full. */
#define LEAST_WRAPPED_LINE 40

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  guint       dots;
} Run;

/*< private >
 * jwt_paste_is_token_char:
 * @character: an ASCII character
 *
 * Returns: whether it may stand in a compact token or behind one in an SD-JWT
 */
gboolean
jwt_paste_is_token_char (char character)
{
  return g_ascii_isalnum (character) || character == '-' || character == '_' ||
         character == '.' || character == '~';
}

static JwtRemoved
classify (gunichar character)
{
  if (character == '\n' || character == '\r')
    return JWT_REMOVED_LINE_BREAKS;
  if (character < 0x80)
    return g_ascii_isspace (character) ? JWT_REMOVED_WHITESPACE
                                       : JWT_REMOVED_NOTHING;
  if (g_unichar_type (character) == G_UNICODE_FORMAT ||
      g_unichar_isspace (character))
    return JWT_REMOVED_INVISIBLE;

  return JWT_REMOVED_NOTHING;
}

/*< private >
 * jwt_paste_look_at:
 * @text: (array length=length): any bytes
 * @length: how many
 * @at: a place in it
 * @size: (out): how many bytes the character there has
 *
 * Returns: what the character is to be dropped as, if it never is a token's
 */
JwtRemoved
jwt_paste_look_at (const char *text,
                   gsize       length,
                   gsize       at,
                   gsize      *size)
{
  gunichar character;

  *size = 1;
  if (text[at] > ' ' && text[at] < 0x7f)
    return JWT_REMOVED_NOTHING;

  character = g_utf8_get_char_validated (text + at, length - at);
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return JWT_REMOVED_NOTHING;

  *size = g_utf8_skip[(guchar) text[at]];

  return classify (character);
}

/*< private >
 * jwt_paste_read_percent:
 * @text: (array length=length): any bytes
 * @length: how many
 * @at: a place in it
 *
 * Returns: the character that a percent-encoding there stands for (RFC 3986
 *   §2.1), 0 where there is none
 */
char
jwt_paste_read_percent (const char *text,
                        gsize       length,
                        gsize       at)
{
  if (length - at < 3 || text[at] != '%' || !g_ascii_isxdigit (text[at + 1]) ||
      !g_ascii_isxdigit (text[at + 2]))
    return 0;

  return (char) (g_ascii_xdigit_value (text[at + 1]) * 16 +
                 g_ascii_xdigit_value (text[at + 2]));
}

/* A letter that touches a token, or what stands for one that was lost, is part
 * of a word that is no token. */
static gboolean
is_delimiter (gunichar character)
{
  if (character == '\0')
    return FALSE;
  if (character < 0x80)
    return g_ascii_isspace (character) ||
           strchr ("\"'`=:;,&?#<>()[]{}|\\/", character) != NULL;

  switch ((int) g_unichar_type (character)) {
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_OTHER_PUNCTUATION:
  case G_UNICODE_DASH_PUNCTUATION:
  case G_UNICODE_SPACE_SEPARATOR:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
  case G_UNICODE_FORMAT:
    return TRUE;
  default:
    return FALSE;
  }
}

static gunichar
read_char (const Run *run,
           gsize      at)
{
  gunichar character = g_utf8_get_char_validated (run->text + at,
                                                  run->length - at);

  return character < G_MAXINT32 ? character : 0xfffd;
}

static gunichar
read_char_before (const Run *run,
                  gsize      at)
{
  gsize start = at - 1;

  while (start > 0 && at - start < 4 && (run->text[start] & 0xc0) == 0x80)
    start--;

  return read_char (run, start);
}

static gboolean
is_delimited_before (const Run *run,
                     gsize      at)
{
  if (at == 0 || is_delimiter (read_char_before (run, at)))
    return TRUE;

  return at >= 3 &&
         is_delimiter (jwt_paste_read_percent (run->text, run->length, at - 3));
}

/* Every JOSE header begins with a brace, which leaves these beginnings. */
static gboolean
is_run_start (const Run *run,
              gsize      at)
{
  return run->length - at > 2 && run->text[at] == 'e' &&
         (run->text[at + 1] == 'y' || run->text[at + 1] == 'w' ||
          run->text[at + 1] == '3') &&
         is_delimited_before (run, at);
}

static gboolean
is_line_end (const Run *run,
             gsize      at)
{
  return at >= run->length || run->text[at] == '\n' || run->text[at] == '\r';
}

static gsize
find_line_start (const Run *run,
                 gsize      at)
{
  while (at > 0 && run->text[at - 1] != '\n' && run->text[at - 1] != '\r')
    at--;

  return at;
}

/* What a mail or a shell puts around a break is part of the break. */
static gsize
skip_break (const Run *run,
            gsize      at)
{
  if (at < run->length && (run->text[at] == '\\' || run->text[at] == '='))
    at++;
  if (!is_line_end (run, at))
    return 0;
  while (at < run->length && (g_ascii_isspace (run->text[at]) ||
                              run->text[at] == '>'))
    at++;

  return at;
}

static gboolean
is_quote (const Run *run,
          gsize      at)
{
  return at < run->length && (run->text[at] == '"' || run->text[at] == '\'');
}

/* Without two dots a token cannot be over; with them, it goes on where its
 * line was full and the next one, no longer, holds nothing else but the end of
 * a quotation. */
static gboolean
goes_on_after (const Run *run,
               gsize      break_at,
               gsize      next)
{
  gsize length = break_at - find_line_start (run, break_at);
  gsize end = next;

  if (next >= run->length || !jwt_paste_is_token_char (run->text[next]))
    return FALSE;
  if (run->dots < 2)
    return run->text[break_at - 1] == '.' || !is_run_start (run, next);

  while (end < run->length && jwt_paste_is_token_char (run->text[end]))
    end++;

  if (is_run_start (run, next))
    return FALSE;

  return is_quote (run, end) ||
         (length >= LEAST_WRAPPED_LINE && end - next <= length &&
          is_line_end (run, end));
}

static gboolean
step_over_noise (Run *run)
{
  gsize size;
  gsize next;

  if (jwt_paste_look_at (run->text, run->length, run->at, &size) ==
      JWT_REMOVED_INVISIBLE) {
    run->at += size;
    return TRUE;
  }

  next = skip_break (run, run->at);
  if (next == 0 || !goes_on_after (run, run->at, next))
    return FALSE;

  run->at = next;

  return TRUE;
}

static void
scan_run (Run *run)
{
  while (run->at < run->length) {
    char percent = jwt_paste_read_percent (run->text, run->length, run->at);
    char character = percent != 0 ? percent : run->text[run->at];

    if (jwt_paste_is_token_char (character)) {
      run->dots += character == '.' ? 1 : 0;
      run->at += percent != 0 ? 3 : 1;
    } else if (percent != 0 || !step_over_noise (run)) {
      break;
    }
  }
}

/* A mark of punctuation ends a run only where a sentence would end. */
static gboolean
is_delimited_after (const Run *run,
                    gsize      start)
{
  gunichar character = run->at < run->length ? read_char (run, run->at) : ' ';
  char percent = jwt_paste_read_percent (run->text, run->length, run->at);

  if (percent != 0)
    return is_delimiter (percent) || percent == '%';
  if (character == '!' || character == '?' || character == ':')
    return start > 0 && (run->at + 1 == run->length ||
                         g_ascii_isspace (run->text[run->at + 1]));

  return character != '=' && character != '/' && is_delimiter (character);
}

/* A full stop behind a token is the sentence's. */
static gsize
find_token_end (const Run *run,
                gsize      start)
{
  return run->dots == 3 && start > 0 && run->text[run->at - 1] == '.'
         ? run->at - 1 : run->at;
}

/* A text may hold the same token a million times, so that what is looked for
 * around one is looked for once. */
static void
add_run (GArray     *found,
         GHashTable *known,
         const Run  *run,
         gsize       start)
{
  JwtPasteRun one = { start, find_token_end (run, start), 0 };

  if (!g_hash_table_add (known, g_bytes_new_static (run->text + start,
                                                    one.end - start)))
    return;

  one.context = jwt_paste_find_context (run->text, run->length, start);
  g_array_append_val (found, one);
}

/* So many are found at once; nobody steps through more. */
#define MAX_RUNS 1000

/*< private >
 * jwt_paste_search:
 * @text: (array length=length): what was pasted, any bytes
 * @length: its length in bytes
 *
 * Looks for tokens inside another text: a run of the characters of a compact
 * token (RFC 7515 §7.1), with at least two dots, that begins as a JOSE header
 * does and stands free of other words. One that stands twice counts once.
 *
 * Returns: (transfer full) (element-type JwtPasteRun): the runs
 */
GArray *
jwt_paste_search (const char *text,
                  gsize       length)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (JwtPasteRun));
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                           (GDestroyNotify) g_bytes_unref, NULL);
  Run run = { text, length, 0, 0 };

  for (gsize at = 0; at < length && found->len < MAX_RUNS;) {
    if (!is_run_start (&run, at)) {
      at++;
      continue;
    }

    run.at = at;
    run.dots = 0;
    scan_run (&run);
    if (run.dots >= 2 && is_delimited_after (&run, at))
      add_run (found, known, &run, at);
    at = MAX (run.at, at + 1);
  }

  return found;
}
