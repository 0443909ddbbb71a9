/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste-trim.h"

#include <string.h>

#include "core/token/jwt-paste-search.h"

static JwtRemoved
look_at (const JwtPasteText *source,
         gsize               at,
         gsize              *size)
{
  return jwt_paste_look_at (source->text, source->end, at, size);
}

static void
trim_start (JwtPasteText *source)
{
  while (source->start < source->end) {
    gsize length;
    JwtRemoved what = look_at (source, source->start, &length);

    if (what == JWT_REMOVED_NOTHING)
      break;
    source->removed |= what == JWT_REMOVED_INVISIBLE ? what
                                                     : JWT_REMOVED_WHITESPACE;
    source->start += length;
  }
}

static void
trim_end (JwtPasteText *source)
{
  while (source->start < source->end) {
    gsize at = source->end - 1;
    gsize length;
    JwtRemoved what;

    while (at > source->start && (source->text[at] & 0xc0) == 0x80)
      at--;
    what = look_at (source, at, &length);
    if (what == JWT_REMOVED_NOTHING || at + length != source->end)
      break;
    source->removed |= what == JWT_REMOVED_INVISIBLE ? what
                                                     : JWT_REMOVED_WHITESPACE;
    source->end = at;
  }
}

static void
trim (JwtPasteText *source)
{
  trim_start (source);
  trim_end (source);
}

static gboolean
drop_prefix (JwtPasteText *source,
             const char   *prefix,
             JwtRemoved    what)
{
  gsize length = strlen (prefix);

  if (source->end - source->start <= length ||
      g_ascii_strncasecmp (source->text + source->start, prefix, length) != 0)
    return FALSE;

  /* The space behind a prefix belongs to it. */
  what |= source->removed;
  source->start += length;
  trim_start (source);
  source->removed = what | (source->removed & JWT_REMOVED_INVISIBLE);

  return TRUE;
}

static void
drop_authorization (JwtPasteText *source)
{
  JwtRemoved before = source->removed;
  gsize start = source->start;

  if (drop_prefix (source, "authorization", JWT_REMOVED_AUTHORIZATION) &&
      !drop_prefix (source, ":", JWT_REMOVED_AUTHORIZATION)) {
    source->start = start;
    source->removed = before;
  }
}

static void
drop_bearer (JwtPasteText *source)
{
  gsize at = source->start + strlen ("bearer");
  gsize length;

  if (at < source->end &&
      look_at (source, at, &length) != JWT_REMOVED_NOTHING)
    drop_prefix (source, "bearer", JWT_REMOVED_BEARER_PREFIX);
}

static gboolean
drop_quotes (JwtPasteText *source)
{
  char first = source->text[source->start];

  if (source->end - source->start < 2 ||
      (first != '"' && first != '\'' && first != '`') ||
      source->text[source->end - 1] != first)
    return FALSE;

  source->start++;
  source->end--;
  source->removed |= JWT_REMOVED_QUOTES;
  trim (source);

  return TRUE;
}

/*< private >
 * jwt_paste_trim:
 * @source: (inout): a text, whose start and end are drawn in
 *
 * Leaves out what stands around a single token: white space and characters
 * that cannot be seen, quotation marks, and the words of an Authorization
 * header (RFC 6750 §2.1).
 */
void
jwt_paste_trim (JwtPasteText *source)
{
  trim (source);
  while (source->start < source->end && drop_quotes (source))
    ;
  drop_authorization (source);
  drop_bearer (source);
  while (source->start < source->end && drop_quotes (source))
    ;
}
