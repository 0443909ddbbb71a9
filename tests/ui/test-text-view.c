/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-view.h"

#include "jot-test.h"

typedef struct
{
  JotTextView *view;
  GtkTextBuffer *buffer;
  char *edited;
  guint n_edited;
  char *pasted;
  gboolean handle;
} Fixture;

static void
edited_cb (JotTextView *view,
           const char  *text,
           Fixture     *fixture)
{
  g_free (fixture->edited);
  fixture->edited = g_strdup (text);
  fixture->n_edited++;
}

static gboolean
pasted_cb (JotTextView *view,
           const char  *text,
           Fixture     *fixture)
{
  g_free (fixture->pasted);
  fixture->pasted = g_strdup (text);

  return fixture->handle;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->view = g_object_ref_sink (JOT_TEXT_VIEW (jot_text_view_new ()));
  fixture->buffer = jot_text_view_get_buffer (fixture->view);
  g_signal_connect (fixture->view, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->view, "pasted", G_CALLBACK (pasted_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->view);
  g_free (fixture->edited);
  g_free (fixture->pasted);
}

static GtkTextView *
get_inner (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  return GTK_TEXT_VIEW (gtk_widget_get_template_child (view, JOT_TYPE_TEXT_VIEW,
                                                       "view"));
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_autofree char *shown = jot_text_view_dup_shown (fixture->view);

  g_assert_cmpstr (shown, ==, text);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1,
                                                TRUE);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static char *
repeat (const char *text,
        gsize       times)
{
  GString *all = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_notifies;

  jot_text_view_set_text (fixture->view, "one");
  assert_shown (fixture, "one");

  jot_test_count_notify (fixture->view, "text", &n_notifies);
  jot_text_view_set_text (fixture->view, "one");
  g_object_set (fixture->view, "text", "one", NULL);
  g_assert_cmpuint (n_notifies, ==, 0);

  jot_text_view_set_text (fixture->view, NULL);
  assert_shown (fixture, "");
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

static void
test_edited (Fixture       *fixture,
             gconstpointer  data)
{
  GtkTextIter start, end;

  jot_text_view_set_text (fixture->view, "abc");
  type (fixture, "d");
  g_assert_cmpstr (fixture->edited, ==, "abcd");
  g_assert_cmpuint (fixture->n_edited, ==, 1);

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_select_range (fixture->buffer, &start, &end);
  type (fixture, "xyz");
  g_assert_cmpstr (fixture->edited, ==, "xyz");
  g_assert_cmpuint (fixture->n_edited, ==, 2);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  jot_text_view_set_text (fixture->view, "one");
  type (fixture, " two");
  gtk_text_buffer_undo (fixture->buffer);
  g_assert_cmpstr (fixture->edited, ==, "one");
  g_assert_cmpuint (fixture->n_edited, ==, 2);

  jot_text_view_set_text (fixture->view, "another");
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));

  g_object_set (fixture->view, "keep-undo", TRUE, NULL);
  jot_text_view_set_text (fixture->view, "a third");
  g_assert_true (gtk_text_buffer_get_can_undo (fixture->buffer));
  gtk_text_buffer_undo (fixture->buffer);
  g_assert_cmpstr (fixture->edited, ==, "another");
  g_assert_cmpuint (fixture->n_edited, ==, 3);
}

static void
test_cursor (Fixture       *fixture,
             gconstpointer  data)
{
  GtkTextMark *insert = gtk_text_buffer_get_insert (fixture->buffer);
  GtkTextIter iter;

  jot_text_view_set_text (fixture->view, "{\"exp\": 100, \"é\": 1}");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 14);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
  jot_text_view_set_text (fixture->view, "{\"exp\": 12345, \"é\": 1}");

  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter, insert);
  g_assert_cmpint (gtk_text_iter_get_char (&iter), ==, g_utf8_get_char ("é"));
}

static void
test_invalid_text (Fixture       *fixture,
                   gconstpointer  data)
{
  jot_text_view_set_text (fixture->view, "a\xff" "b");
  assert_shown (fixture, "a\xef\xbf\xbd" "b");

  jot_text_view_set_text (fixture->view, "\xc3");
  assert_shown (fixture, "\xef\xbf\xbd");
}

static void
test_wrapping (Fixture       *fixture,
               gconstpointer  data)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextTag *base = jot_text_style_get_base (tags);
  gboolean hyphens = TRUE;
  GtkTextIter iter;

  g_object_get (base, "insert-hyphens", &hyphens, NULL);
  g_assert_false (hyphens);

  jot_text_view_set_text (fixture->view, "ab");
  type (fixture, "c");
  gtk_text_buffer_get_start_iter (fixture->buffer, &iter);
  while (!gtk_text_iter_is_end (&iter)) {
    g_assert_true (gtk_text_iter_has_tag (&iter, base));
    gtk_text_iter_forward_char (&iter);
  }
}

static void
test_abridged (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = repeat ("0123456789", 4000);
  GtkTextView *inner = get_inner (fixture);
  g_autofree char *shown = NULL;
  guint n_notifies;

  jot_test_count_notify (fixture->view, "abridged", &n_notifies);
  jot_text_view_set_text (fixture->view, text);
  shown = jot_text_view_dup_shown (fixture->view);
  g_assert_true (jot_text_view_get_abridged (fixture->view));
  g_assert_cmpuint (strlen (shown), <, strlen (text));
  g_assert_false (gtk_text_view_get_editable (inner));
  g_assert_cmpuint (n_notifies, ==, 1);

  jot_text_view_set_text (fixture->view, text);
  g_assert_cmpuint (n_notifies, ==, 1);

  jot_text_view_set_text (fixture->view, "short");
  assert_shown (fixture, "short");
  g_assert_true (gtk_text_view_get_editable (inner));
  g_assert_cmpuint (n_notifies, ==, 2);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

/* What would stall the view goes past it to whoever listens. */
static void
test_overflow (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = repeat ("x", 40000);
  g_autofree char *whole = g_strconcat ("é", text, "b", NULL);
  GtkTextIter iter;

  jot_text_view_set_text (fixture->view, "éb");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 1);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
  type (fixture, text);
  assert_shown (fixture, "éb");

  jot_test_wait_for (fixture->n_edited > 0);
  g_assert_cmpstr (fixture->edited, ==, whole);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
}

static void
paste (Fixture    *fixture,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)),
                          text);
  g_signal_emit_by_name (get_inner (fixture), "paste-clipboard");
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  jot_text_view_set_text (fixture->view, "ab");
  paste (fixture, "cd");
  jot_test_wait_for (fixture->n_edited > 0);
  g_assert_cmpstr (fixture->edited, ==, "abcd");
  g_assert_null (fixture->pasted);
}

static void
test_paste_over_all (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkTextIter start, end;

  fixture->handle = TRUE;
  jot_text_view_set_text (fixture->view, "ab");
  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_select_range (fixture->buffer, &start, &end);

  paste (fixture, "Bearer cd");
  jot_test_wait_for (fixture->pasted != NULL);
  g_assert_cmpstr (fixture->pasted, ==, "Bearer cd");
  assert_shown (fixture, "ab");

  g_clear_pointer (&fixture->pasted, g_free);
  fixture->handle = FALSE;
  paste (fixture, "ef");
  jot_test_wait_for (fixture->n_edited > 0);
  g_assert_cmpstr (fixture->pasted, ==, "ef");
  g_assert_cmpstr (fixture->edited, ==, "ef");
}

/* Pasting is the way out of a text that is too long. */
static void
test_paste_abridged (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = repeat ("x", 40000);

  fixture->handle = TRUE;
  jot_text_view_set_text (fixture->view, text);
  paste (fixture, "short");
  jot_test_wait_for (fixture->pasted != NULL);
  g_assert_cmpstr (fixture->pasted, ==, "short");
}

static gboolean
has_style (Fixture      *fixture,
           int           offset,
           JotTextStyle  style)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);

  return gtk_text_iter_has_tag (&iter, jot_text_style_get_tag (tags, style));
}

/* Spans count in bytes, the buffer in characters. */
static void
test_spans (Fixture       *fixture,
            gconstpointer  data)
{
  static const JotTextSpan spans[] = {
    { 0, 3, JOT_TEXT_STYLE_HEADER },
    { 3, 4, JOT_TEXT_STYLE_DOT },
    { 4, 99, JOT_TEXT_STYLE_PAYLOAD },
    { 2, 3, JOT_TEXT_STYLE_PROBLEM },
  };

  jot_text_view_set_text (fixture->view, "éa.bü");
  jot_text_view_set_spans (fixture->view, spans, G_N_ELEMENTS (spans));

  g_assert_true (has_style (fixture, 1, JOT_TEXT_STYLE_HEADER));
  g_assert_false (has_style (fixture, 2, JOT_TEXT_STYLE_HEADER));
  g_assert_true (has_style (fixture, 2, JOT_TEXT_STYLE_DOT));
  g_assert_true (has_style (fixture, 4, JOT_TEXT_STYLE_PAYLOAD));
  g_assert_false (has_style (fixture, 0, JOT_TEXT_STYLE_PROBLEM));
  g_assert_true (has_style (fixture, 1, JOT_TEXT_STYLE_PROBLEM));

  jot_text_view_set_spans (fixture->view, NULL, 0);
  g_assert_false (has_style (fixture, 1, JOT_TEXT_STYLE_HEADER));
  g_assert_false (has_style (fixture, 1, JOT_TEXT_STYLE_PROBLEM));
}

static guint
make_spans (JotTextSpan *spans,
            guint        length)
{
  guint n_spans = 0, at = 0;

  while (at < length) {
    guint end = at + g_test_rand_int_range (1, 4);

    spans[n_spans].start = at;
    spans[n_spans].end = MIN (end, length);
    spans[n_spans].style = g_test_rand_int_range (0, JOT_TEXT_STYLE_PROBLEM);
    n_spans++;
    at = end + g_test_rand_int_range (0, 2);
  }

  if (length > 0 && g_test_rand_int_range (0, 2)) {
    guint start = g_test_rand_int_range (0, length);

    spans[n_spans++] = (JotTextSpan) { start, start + 1,
                                      JOT_TEXT_STYLE_PROBLEM };
  }

  return n_spans;
}

static void
edit_at_random (Fixture *fixture)
{
  int length = gtk_text_buffer_get_char_count (fixture->buffer);
  GtkTextIter one, other;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &one,
                                      g_test_rand_int_range (0, length + 1));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &other,
                                      g_test_rand_int_range (0, length + 1));
  gtk_text_iter_order (&one, &other);
  if (g_test_rand_int_range (0, 3) == 0)
    gtk_text_buffer_delete (fixture->buffer, &one, &other);
  else
    gtk_text_buffer_insert (fixture->buffer, &one, "xyz",
                            g_test_rand_int_range (1, 4));
}

static void
assert_painted (Fixture           *fixture,
                const JotTextSpan *spans,
                guint              n_spans,
                guint              length)
{
  guint at, i;
  JotTextStyle style;

  for (at = 0; at < length; at++) {
    gboolean wanted[JOT_N_TEXT_STYLES] = { FALSE };

    for (i = 0; i < n_spans; i++)
      if (spans[i].start <= at && at < spans[i].end)
        wanted[spans[i].style] = TRUE;

    for (style = 0; style < JOT_N_TEXT_STYLES; style++)
      g_assert_cmpint (has_style (fixture, at, style), ==, wanted[style]);
  }
}

/* Painting only what changed comes to the same as painting everything. */
static void
test_repaint (Fixture       *fixture,
              gconstpointer  data)
{
  guint round;

  jot_text_view_set_text (fixture->view, "the first text");
  for (round = 0; round < 400; round++) {
    guint n_edits = g_test_rand_int_range (0, 3), length;
    g_autofree JotTextSpan *spans = NULL;
    guint n_spans;

    while (n_edits-- > 0)
      edit_at_random (fixture);

    length = gtk_text_buffer_get_char_count (fixture->buffer);
    spans = g_new0 (JotTextSpan, length + 2);
    n_spans = make_spans (spans, length);
    jot_text_view_set_spans (fixture->view, spans, n_spans);
    assert_painted (fixture, spans, n_spans, length);
  }
}

static void
test_abridged_spans (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = repeat ("x", 100000);
  const JotTextSpan spans[] = { { 0, 10, JOT_TEXT_STYLE_HEADER },
                                { 10, 99990, JOT_TEXT_STYLE_PAYLOAD },
                                { 99990, 100000, JOT_TEXT_STYLE_SIGNATURE } };
  int length;

  jot_text_view_set_text (fixture->view, text);
  jot_text_view_set_spans (fixture->view, spans, G_N_ELEMENTS (spans));
  length = gtk_text_buffer_get_char_count (fixture->buffer);

  g_assert_true (has_style (fixture, 9, JOT_TEXT_STYLE_HEADER));
  g_assert_true (has_style (fixture, 10, JOT_TEXT_STYLE_PAYLOAD));
  g_assert_true (has_style (fixture, length - 11, JOT_TEXT_STYLE_PAYLOAD));
  g_assert_true (has_style (fixture, length - 10, JOT_TEXT_STYLE_SIGNATURE));
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  jot_text_view_set_text (fixture->view, "éé.payload.x");
  jot_text_view_select (fixture->view, 5, 12);
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer,
                                                       &start, &end));
  selected = gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, "payload");
}

static int
measure (Fixture *fixture,
         int      width)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL,
                      width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
test_height (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *long_line = repeat ("x", 1000);
  g_autofree char *many_lines = repeat ("x\n", 100);
  int wide;

  g_object_set (fixture->view, "min-height", 30, "max-height", 300, NULL);
  jot_text_view_set_text (fixture->view, long_line);
  wide = measure (fixture, 2000);
  g_assert_cmpint (wide, <, measure (fixture, 1000));
  g_assert_cmpint (measure (fixture, 1000), <, measure (fixture, 500));

  jot_text_view_set_text (fixture->view, many_lines);
  g_assert_cmpint (measure (fixture, 500), ==, 300);

  g_object_set (fixture->view, "min-height", 200, NULL);
  jot_text_view_set_text (fixture->view, "x");
  g_assert_cmpint (measure (fixture, 500), ==, 200);
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_notifies;

  jot_test_count_notify (fixture->view, "label", &n_notifies);
  g_object_set (fixture->view, "label", "Encoded token", NULL);
  g_object_set (fixture->view, "label", "Encoded token", NULL);
  g_assert_cmpuint (n_notifies, ==, 1);
  gtk_test_accessible_assert_property (get_inner (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Encoded token");

  jot_test_count_notify (fixture->view, "editable", &n_notifies);
  g_object_set (fixture->view, "editable", TRUE, NULL);
  g_assert_cmpuint (n_notifies, ==, 0);
  g_object_set (fixture->view, "editable", FALSE, NULL);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_false (gtk_text_view_get_editable (get_inner (fixture)));

  g_assert_cmpint (gtk_text_view_get_wrap_mode (get_inner (fixture)), ==,
                   GTK_WRAP_CHAR);
  g_object_set (fixture->view, "code", TRUE, NULL);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (get_inner (fixture)), ==,
                   GTK_WRAP_WORD_CHAR);
  g_assert_false (gtk_text_view_get_accepts_tab (get_inner (fixture)));
}

#define ADD(name, function) \
  g_test_add ("/ui/text-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("silent", test_silent);
  ADD ("edited", test_edited);
  ADD ("undo", test_undo);
  ADD ("cursor", test_cursor);
  ADD ("invalid-text", test_invalid_text);
  ADD ("wrapping", test_wrapping);
  ADD ("abridged", test_abridged);
  ADD ("overflow", test_overflow);
  ADD ("paste", test_paste);
  ADD ("paste-over-all", test_paste_over_all);
  ADD ("paste-abridged", test_paste_abridged);
  ADD ("spans", test_spans);
  ADD ("repaint", test_repaint);
  ADD ("abridged-spans", test_abridged_spans);
  ADD ("select", test_select);
  ADD ("height", test_height);
  ADD ("properties", test_properties);

  return g_test_run ();
}
