/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-painter.h"

/* So many pieces are drawn in style; a text with more is a mass of data, whose
 * colours cost more than they tell. */
#define MAX_SPANS 20000

/* What stands in the buffer, in characters; the text before clean_head and the
 * last clean_tail characters are as they were when it was painted. */
struct _JotTextPainter
{
  GtkTextBuffer *buffer;
  GArray        *painted;
  gsize          n_chars;
  gsize          clean_head;
  gsize          clean_tail;
};

static void
note_change (JotTextPainter    *self,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  gsize total = gtk_text_buffer_get_char_count (self->buffer);
  gsize head = gtk_text_iter_get_offset (start);
  gsize tail = total - gtk_text_iter_get_offset (end);

  self->clean_head = MIN (self->clean_head, head);
  self->clean_tail = MIN (self->clean_tail, tail);
}

static void
inserted_cb (GtkTextBuffer  *buffer,
             GtkTextIter    *end,
             const char     *text,
             int             length,
             JotTextPainter *self)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (buffer, jot_text_style_get_base (tags),
                             &start, end);
  note_change (self, &start, end);
}

static void
deleted_cb (GtkTextBuffer  *buffer,
            GtkTextIter    *start,
            GtkTextIter    *end,
            JotTextPainter *self)
{
  note_change (self, start, end);
}

/* Byte offsets come in ascending order, but for a problem's: so one walk over
 * the text serves all, and a step back starts it again. */
static gsize
count_chars (const char *text,
             gsize       length,
             gsize       offset,
             gsize      *bytes,
             gsize      *chars)
{
  offset = MIN (offset, length);

  if (offset < *bytes)
    *bytes = *chars = 0;

  *chars += g_utf8_pointer_to_offset (text + *bytes, text + offset);
  *bytes = offset;

  return *chars;
}

static void
convert_spans (const char        *text,
               const JotTextSpan *spans,
               guint              n_spans,
               GArray            *plain,
               GArray            *problems)
{
  gsize length = strlen (text), bytes = 0, chars = 0;
  guint i;

  for (i = 0; i < n_spans; i++) {
    gboolean problem = spans[i].style == JOT_TEXT_STYLE_PROBLEM;
    JotTextSpan span = spans[i];

    span.start = count_chars (text, length, span.start, &bytes, &chars);
    span.end = count_chars (text, length, MAX (spans[i].start, span.end),
                            &bytes, &chars);

    if (problem)
      g_array_append_val (problems, span);
    else if (plain->len < MAX_SPANS)
      g_array_append_val (plain, span);
  }
}

static void
apply (JotTextPainter    *self,
       const JotTextSpan *span)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, span->end);
  gtk_text_buffer_apply_tag (self->buffer,
                             jot_text_style_get_tag (tags, span->style),
                             &start, &end);
}

static void
clear (JotTextPainter *self,
       JotTextStyle    first,
       JotTextStyle    last,
       gsize           from,
       gsize           to)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextIter start, end;
  JotTextStyle style;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, to);

  for (style = first; style <= last; style++)
    gtk_text_buffer_remove_tag (self->buffer,
                                jot_text_style_get_tag (tags, style),
                                &start, &end);
}

static guint
count_same_head (JotTextPainter *self,
                 GArray         *spans)
{
  guint i = 0;

  while (i < spans->len && i < self->painted->len) {
    JotTextSpan *new = &g_array_index (spans, JotTextSpan, i);
    JotTextSpan *old = &g_array_index (self->painted, JotTextSpan, i);

    if (new->start != old->start || new->end != old->end ||
        new->style != old->style || new->end > self->clean_head)
      break;
    i++;
  }

  return i;
}

static guint
count_same_tail (JotTextPainter *self,
                 GArray         *spans,
                 gsize           n_chars,
                 guint           n_head)
{
  guint i = 0;

  while (n_head + i < spans->len && n_head + i < self->painted->len) {
    JotTextSpan *new = &g_array_index (spans, JotTextSpan, spans->len - 1 - i);
    JotTextSpan *old = &g_array_index (self->painted, JotTextSpan,
                                       self->painted->len - 1 - i);

    if (n_chars - new->start != self->n_chars - old->start ||
        n_chars - new->end != self->n_chars - old->end ||
        new->style != old->style || n_chars - new->start > self->clean_tail)
      break;
    i++;
  }

  return i;
}

static void
paint_changed (JotTextPainter *self,
               GArray         *spans,
               gsize           n_chars)
{
  guint n_head = count_same_head (self, spans);
  guint n_tail = count_same_tail (self, spans, n_chars, n_head);
  gsize from = 0, to = n_chars;
  guint i;

  if (n_head > 0)
    from = g_array_index (spans, JotTextSpan, n_head - 1).end;
  if (n_tail > 0)
    to = g_array_index (spans, JotTextSpan, spans->len - n_tail).start;

  clear (self, 0, JOT_TEXT_STYLE_PROBLEM - 1, from, MAX (from, to));
  for (i = n_head; i < spans->len - n_tail; i++)
    apply (self, &g_array_index (spans, JotTextSpan, i));
}

static void
paint_problems (JotTextPainter *self,
                GArray         *problems,
                gsize           n_chars)
{
  guint i;

  clear (self, JOT_TEXT_STYLE_PROBLEM, JOT_TEXT_STYLE_PROBLEM, 0, n_chars);
  for (i = 0; i < problems->len; i++)
    apply (self, &g_array_index (problems, JotTextSpan, i));
}

JotTextPainter *
jot_text_painter_new (GtkTextBuffer *buffer)
{
  JotTextPainter *self = g_new0 (JotTextPainter, 1);

  self->buffer = g_object_ref (buffer);
  self->painted = g_array_new (FALSE, FALSE, sizeof (JotTextSpan));

  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb),
                          self);
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb),
                          self);

  return self;
}

void
jot_text_painter_free (JotTextPainter *self)
{
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_object_unref (self->buffer);
  g_array_unref (self->painted);
  g_free (self);
}

void
jot_text_painter_paint (JotTextPainter    *self,
                        const JotTextSpan *spans,
                        guint              n_spans)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (JotTextSpan));
  g_autoptr (GArray) problems = g_array_new (FALSE, FALSE,
                                             sizeof (JotTextSpan));
  gsize n_chars = gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  convert_spans (text, spans, n_spans, plain, problems);

  paint_changed (self, plain, n_chars);
  paint_problems (self, problems, n_chars);

  g_array_unref (self->painted);
  self->painted = g_steal_pointer (&plain);
  self->n_chars = self->clean_head = self->clean_tail = n_chars;
}
