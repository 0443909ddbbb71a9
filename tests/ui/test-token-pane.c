/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-token-pane.h"
#include "ui/widgets/jot-text-view.h"

#include "jot-test-tokens.h"

typedef struct
{
  JwtWorkbench *workbench;
  JotTokenPane *pane;
  JotTextView *text_view;
  GtkTextBuffer *buffer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbench = jot_test_workbench ();
  fixture->pane = g_object_new (JOT_TYPE_TOKEN_PANE,
                                "workbench", fixture->workbench, NULL);
  g_object_ref_sink (fixture->pane);
  fixture->text_view = jot_test_child (fixture->pane, "text_view");
  fixture->buffer = jot_text_view_get_buffer (fixture->text_view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->workbench);
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

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_autofree char *shown = jot_text_view_dup_shown (fixture->text_view);

  g_assert_cmpstr (shown, ==, text);
}

static void
assert_label (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_assert_cmpstr (gtk_label_get_label (jot_test_child (fixture->pane, name)),
                   ==, text);
}

static void
append (Fixture    *fixture,
        const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_insert (fixture->buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  const int payload = strlen (A1_HEADER) + 1;
  const int signature = payload + strlen (A1_PAYLOAD) + 1;

  assert_shown (fixture, A1_TOKEN);
  g_assert_true (has_style (fixture, 0, JOT_TEXT_STYLE_HEADER));
  g_assert_true (has_style (fixture, payload - 1, JOT_TEXT_STYLE_DOT));
  g_assert_true (has_style (fixture, payload, JOT_TEXT_STYLE_PAYLOAD));
  g_assert_true (has_style (fixture, signature - 1, JOT_TEXT_STYLE_DOT));
  g_assert_true (has_style (fixture, signature, JOT_TEXT_STYLE_SIGNATURE));

  jot_test_give_key (fixture->workbench);
  g_assert_true (has_style (fixture, signature,
                            JOT_TEXT_STYLE_SIGNATURE_MATCHES));
  g_assert_false (has_style (fixture, signature, JOT_TEXT_STYLE_SIGNATURE));

  jwt_workbench_set_key_text (fixture->workbench, A1_KEY, JWT_ENCODING_TEXT);
  g_assert_true (has_style (fixture, signature,
                            JOT_TEXT_STYLE_SIGNATURE_MISMATCH));
}

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  assert_label (fixture, "header_size", "40");
  assert_label (fixture, "payload_size", "94");
  assert_label (fixture, "signature_size", "43");

  jot_test_give_key (fixture->workbench);
  assert_label (fixture, "signature_size", "43, matches");
  jwt_workbench_set_key_text (fixture->workbench, A1_KEY, JWT_ENCODING_TEXT);
  assert_label (fixture, "signature_size", "43, no match");
  gtk_test_accessible_assert_property (jot_test_child (fixture->pane,
                                                       "signature_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Signature 43, no match");

  jwt_workbench_clear (fixture->workbench);
  g_assert_false (gtk_widget_get_visible (jot_test_child (fixture->pane,
                                                          "legend")));
}

static void
test_select_part (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  g_signal_emit_by_name (jot_test_child (fixture->pane, "payload_button"),
                         "clicked");
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer,
                                                       &start, &end));
  selected = gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, A1_PAYLOAD);
}

/* Offsets count in the token, the editor shows what stands around it too. */
static void
test_wrapped_token (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = g_strconcat ("Bearer ", A1_HEADER, ".\n", A1_PAYLOAD,
                                       "\n.", A1_SIGNATURE, "\n", NULL);
  int payload = strlen ("Bearer " A1_HEADER ".\n");

  jwt_workbench_edit_token (fixture->workbench, text);
  assert_shown (fixture, text);
  g_assert_false (has_style (fixture, 0, JOT_TEXT_STYLE_HEADER));
  g_assert_true (has_style (fixture, 7, JOT_TEXT_STYLE_HEADER));
  g_assert_true (has_style (fixture, payload, JOT_TEXT_STYLE_PAYLOAD));
}

static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  jwt_workbench_clear (fixture->workbench);
  append (fixture, A1_TOKEN);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->workbench), ==,
                   A1_TOKEN);
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_PASTED);

  append (fixture, "!");
  g_assert_true (has_style (fixture, strlen (A1_TOKEN),
                            JOT_TEXT_STYLE_PROBLEM));
}

static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  g_assert_true (jot_test_shows (pane, "Pasted"));

  jwt_workbench_edit_payload (fixture->workbench, "{}");
  g_assert_true (jot_test_shows (pane, "Edited, not signed"));

  jot_test_give_key (fixture->workbench);
  g_assert_true (jot_test_shows (pane, "Signed here"));

  jwt_workbench_edit_payload (fixture->workbench, "{");
  g_assert_true (jot_test_shows (pane, "Not updated"));

  jwt_workbench_clear (fixture->workbench);
  g_assert_false (jot_test_shows (pane, "Not updated"));
  g_assert_false (jot_test_shows (pane, "Pasted"));
}

static void
test_no_workbench (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_notifies;

  jot_test_count_notify (fixture->pane, "workbench", &n_notifies);
  jot_pane_set_workbench (JOT_PANE (fixture->pane), fixture->workbench);
  g_assert_cmpuint (n_notifies, ==, 0);
  jot_pane_set_workbench (JOT_PANE (fixture->pane), NULL);
  g_assert_cmpuint (n_notifies, ==, 1);

  jwt_workbench_clear (fixture->workbench);
  assert_shown (fixture, A1_TOKEN);
  g_signal_handlers_disconnect_by_data (fixture->pane, &n_notifies);
}

#define ADD(name, function) \
  g_test_add ("/ui/token-pane/" name, Fixture, NULL, \
              set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("parts", test_parts);
  ADD ("legend", test_legend);
  ADD ("select-part", test_select_part);
  ADD ("wrapped-token", test_wrapped_token);
  ADD ("typed", test_typed);
  ADD ("owner", test_owner);
  ADD ("no-workbench", test_no_workbench);

  return g_test_run ();
}
