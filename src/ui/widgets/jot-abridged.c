/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-abridged.h"

#include <string.h>

#define HEAD_SIZE (8 * 1024)
#define TAIL_SIZE (2 * 1024)
#define GAP "\n…\n"

static gsize
floor_to_character (const char *text,
                    gsize       offset)
{
  while (offset > 0 && ((guchar) text[offset] & 0xc0) == 0x80)
    offset--;

  return offset;
}

gboolean
jot_text_is_too_long (const char *text,
                      gsize       size)
{
  const char *end = text + size;

  if (size > JOT_MAX_TEXT_SIZE)
    return TRUE;

  while (text < end) {
    const char *line_end = memchr (text, '\n', end - text);

    if (!line_end)
      line_end = end;
    if (line_end - text > JOT_MAX_LINE_SIZE)
      return TRUE;

    text = line_end + 1;
  }

  return FALSE;
}

/* The text is valid UTF-8 and too long, so that head and tail do not meet. */
JotAbridged *
jot_abridged_new (const char *text,
                  gsize       size)
{
  JotAbridged *self = g_new0 (JotAbridged, 1);
  GString *shown = g_string_sized_new (HEAD_SIZE + TAIL_SIZE + 16);

  g_assert (size > HEAD_SIZE + TAIL_SIZE);

  self->size = size;
  self->head_end = floor_to_character (text, HEAD_SIZE);
  self->tail_start = floor_to_character (text, size - TAIL_SIZE);

  g_string_append_len (shown, text, self->head_end);
  g_string_append (shown, GAP);
  self->tail_shown = shown->len;
  g_string_append_len (shown, text + self->tail_start, size - self->tail_start);
  self->text = g_string_free (shown, FALSE);

  return self;
}

void
jot_abridged_free (JotAbridged *self)
{
  g_free (self->text);
  g_free (self);
}

/* Returns where a byte of the whole text is in the shown one; what was left out
 * is where the gap starts. */
gsize
jot_abridged_map (JotAbridged *self,
                  gsize        offset)
{
  offset = MIN (offset, self->size);

  if (offset >= self->tail_start)
    return self->tail_shown + offset - self->tail_start;

  return MIN (offset, self->head_end);
}
