/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-watch.h"

#include "ui/widgets/jot-abridged.h"

struct _JotTextWatch
{
  GtkTextBuffer     *buffer;
  JotTextEditedFunc  edited;
  gpointer           user_data;

  char     *overflow;
  guint     overflow_id;
  gsize     size;      /* in bytes, as of the last edit */
  gboolean  loading;
  gboolean  changed;
  guint     in_action;
};

/* One edit of a person may be several changes of the buffer; it is told once,
 * with the text that it leaves behind. */
static void
tell_edited (JotTextWatch *self)
{
  g_autofree char *text = NULL;

  if (!self->changed || self->in_action)
    return;

  self->changed = FALSE;
  text = jot_text_watch_dup (self);
  self->size = strlen (text);
  self->edited (text, self->user_data);
}

static void
changed_cb (JotTextWatch *self)
{
  if (self->loading)
    return;

  self->changed = TRUE;
  tell_edited (self);
}

static void
begin_cb (JotTextWatch *self)
{
  self->in_action++;
}

static void
end_cb (JotTextWatch *self)
{
  self->in_action--;
  tell_edited (self);
}

static gboolean
tell_overflow_cb (gpointer user_data)
{
  JotTextWatch *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->overflow);

  self->overflow_id = 0;
  self->edited (text, self->user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
would_overflow (JotTextWatch      *self,
                const GtkTextIter *where,
                const char        *text,
                gsize              length)
{
  const char *line_end = memchr (text, '\n', length);
  gsize first = line_end ? (gsize) (line_end - text) : length;
  gsize line = gtk_text_iter_get_bytes_in_line (where);

  return self->size + length > JOT_MAX_TEXT_SIZE ||
         line + first > JOT_MAX_LINE_SIZE ||
         jot_text_is_too_long (text, length);
}

static char *
join (JotTextWatch      *self,
      const GtkTextIter *where,
      const char        *text,
      gsize              length)
{
  g_autofree char *whole = jot_text_watch_dup (self);
  char *cut = g_utf8_offset_to_pointer (whole,
                                        gtk_text_iter_get_offset (where));
  GString *joined = g_string_new_len (whole, cut - whole);

  g_string_append_len (joined, text, length);
  g_string_append (joined, cut);

  return g_string_free (joined, FALSE);
}

/* However a text gets in (a paste, the middle button, a drop), what would stall
 * the view does not reach it: whoever listens gets the whole instead. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *where,
                char          *text,
                int            length,
                JotTextWatch  *self)
{
  if (self->loading || !would_overflow (self, where, text, length))
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");

  g_free (self->overflow);
  self->overflow = join (self, where, text, length);
  if (!self->overflow_id)
    self->overflow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                         tell_overflow_cb, self, NULL);
}

static gsize
count_same_start (const char *one,
                  const char *other)
{
  gsize i = 0;

  while (one[i] && one[i] == other[i])
    i++;
  while (i > 0 && (((guchar) one[i] & 0xc0) == 0x80 ||
                   ((guchar) other[i] & 0xc0) == 0x80))
    i--;

  return i;
}

static gsize
count_same_end (const char *one,
                gsize       one_length,
                const char *other,
                gsize       other_length)
{
  gsize i = 0;

  while (i < one_length && i < other_length &&
         one[one_length - 1 - i] == other[other_length - 1 - i])
    i++;
  while (i > 0 && ((guchar) one[one_length - i] & 0xc0) == 0x80)
    i--;

  return i;
}

/* Only what differs is replaced, so that the cursor keeps its place. */
static void
replace (GtkTextBuffer *buffer,
         const char    *old,
         const char    *new)
{
  gsize head = count_same_start (old, new);
  gsize old_rest = strlen (old + head), new_rest = strlen (new + head);
  gsize tail = count_same_end (old + head, old_rest, new + head, new_rest);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                      g_utf8_strlen (old, head));
  end = start;
  gtk_text_iter_forward_chars (&end,
                               g_utf8_strlen (old + head, old_rest - tail));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, new + head, new_rest - tail);
}

JotTextWatch *
jot_text_watch_new (GtkTextBuffer     *buffer,
                    JotTextEditedFunc  edited,
                    gpointer           user_data)
{
  JotTextWatch *self = g_new0 (JotTextWatch, 1);

  self->buffer = g_object_ref (buffer);
  self->edited = edited;
  self->user_data = user_data;

  g_object_connect (buffer,
                    "swapped-signal::changed", changed_cb, self,
                    "swapped-signal::begin-user-action", begin_cb, self,
                    "swapped-signal::end-user-action", end_cb, self,
                    "swapped-signal::undo", begin_cb, self,
                    "swapped-signal::redo", begin_cb, self,
                    "swapped-signal-after::undo", end_cb, self,
                    "swapped-signal-after::redo", end_cb, self,
                    "signal::insert-text", insert_text_cb, self,
                    NULL);

  return self;
}

void
jot_text_watch_free (JotTextWatch *self)
{
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_handle_id (&self->overflow_id, g_source_remove);
  g_free (self->overflow);
  g_object_unref (self->buffer);
  g_free (self);
}

/* Shows another text without telling: as a step that can be undone, or as a new
 * start that forgets the steps so far. */
void
jot_text_watch_load (JotTextWatch *self,
                     const char   *text,
                     gboolean      keep_undo)
{
  g_autofree char *old = jot_text_watch_dup (self);

  if (strcmp (old, text) == 0)
    return;

  self->loading = TRUE;

  if (keep_undo)
    gtk_text_buffer_begin_user_action (self->buffer);
  else
    gtk_text_buffer_begin_irreversible_action (self->buffer);

  replace (self->buffer, old, text);

  if (keep_undo)
    gtk_text_buffer_end_user_action (self->buffer);
  else
    gtk_text_buffer_end_irreversible_action (self->buffer);

  self->loading = FALSE;
  self->size = strlen (text);
}

char *
jot_text_watch_dup (JotTextWatch *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}
