/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-json-pane.h"
#include "ui/widgets/jot-text-view.h"

#include "core/jwt-enums.h"
#include "jot-test-tokens.h"

typedef struct
{
  JwtWorkbench *workbench;
  JotJsonPane *pane;
  JotTextView *text_view;
  GtkTextBuffer *buffer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbench = jot_test_workbench ();
  fixture->pane = g_object_new (JOT_TYPE_JSON_PANE,
                                "part", GPOINTER_TO_INT (data),
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
has_style_at (Fixture      *fixture,
              const char   *text,
              JotTextStyle  style)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextIter start, found, end;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, text, 0,
                                               &found, &end, NULL));

  return gtk_text_iter_has_tag (&found, jot_text_style_get_tag (tags, style));
}

static void
type_before (Fixture    *fixture,
             const char *place,
             const char *text)
{
  GtkTextIter start, found, end;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, place, 0,
                                               &found, &end, NULL));
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_insert (fixture->buffer, &found, text, -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_autofree char *shown = jot_text_view_dup_shown (fixture->text_view);

  g_assert_cmpstr (shown, ==, text);
}

static void
test_colours (Fixture       *fixture,
              gconstpointer  data)
{
  assert_shown (fixture, jwt_workbench_get_payload_text (fixture->workbench));
  g_assert_true (has_style_at (fixture, "\"iss\"", JOT_TEXT_STYLE_NAME));
  g_assert_true (has_style_at (fixture, "\"joe\"", JOT_TEXT_STYLE_STRING));
  g_assert_true (has_style_at (fixture, "1300819380", JOT_TEXT_STYLE_NUMBER));
  g_assert_true (has_style_at (fixture, "true", JOT_TEXT_STYLE_LITERAL));
}

/* The first edit hands the token over to the JSON; undoing it gives it back. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_give_key (fixture->workbench);
  type_before (fixture, "joe", "big ");
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_SIGNED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->workbench), !=,
                   A1_TOKEN);
  g_assert_true (has_style_at (fixture, "\"big joe\"", JOT_TEXT_STYLE_STRING));

  gtk_text_buffer_undo (fixture->buffer);
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_PASTED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->workbench), ==,
                   A1_TOKEN);
}

static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  type_before (fixture, "true", "x");
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_NOT_UPDATED);
  g_assert_true (has_style_at (fixture, "xtrue", JOT_TEXT_STYLE_PROBLEM));
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->workbench), ==,
                   A1_TOKEN);

  gtk_text_buffer_undo (fixture->buffer);
  g_assert_false (has_style_at (fixture, "true", JOT_TEXT_STYLE_PROBLEM));
}

static void
test_undecodable (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  g_assert_false (jot_test_shows (pane, "cannot be decoded"));
  jwt_workbench_paste (fixture->workbench, A1_HEADER ".a!b." A1_SIGNATURE);

  g_assert_true (jot_test_shows (pane, "The payload cannot be decoded"));
  g_assert_true (jot_test_shows (pane, "“!”"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->text_view)));

  jwt_workbench_paste (fixture->workbench, A1_TOKEN);
  g_assert_false (jot_test_shows (pane, "cannot be decoded"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->text_view)));
}

static void
test_keep_undo (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_notifies;

  jot_test_count_notify (fixture->pane, "keep-undo", &n_notifies);
  g_object_set (fixture->pane, "keep-undo", FALSE, NULL);
  g_assert_cmpuint (n_notifies, ==, 0);

  jot_test_give_key (fixture->workbench);
  g_object_set (fixture->pane, "keep-undo", TRUE, NULL);
  jwt_workbench_extend (fixture->workbench, 900);
  g_object_set (fixture->pane, "keep-undo", FALSE, NULL);
  g_assert_cmpuint (n_notifies, ==, 2);
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_SIGNED);

  gtk_text_buffer_undo (fixture->buffer);
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_PASTED);
  g_signal_handlers_disconnect_by_data (fixture->pane, &n_notifies);
}

static void
test_payload_words (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  g_assert_true (jot_test_shows (pane, "Payload"));
  g_assert_true (jot_test_shows (pane, "Expiry"));
  gtk_test_accessible_assert_property (jot_test_child (pane, "copy_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy Payload");
}

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  assert_shown (fixture, jwt_workbench_get_header_text (fixture->workbench));
  g_assert_true (jot_test_shows (pane, "Header"));
  g_assert_false (jot_test_shows (pane, "Expiry"));

  type_before (fixture, "JWT", "x");
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==,
                   JWT_OWNER_DRAFT);
  g_assert_nonnull (strstr (jwt_workbench_get_header_text (fixture->workbench),
                            "xJWT"));
}

/* Higher texts are shown where there is room for them. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int wide, narrow;

  g_object_get (fixture->text_view, "max-height", &wide, NULL);
  jot_pane_set_narrow (JOT_PANE (fixture->pane), TRUE);
  g_object_get (fixture->text_view, "max-height", &narrow, NULL);
  g_assert_cmpint (narrow, <, wide);
}

#define ADD(name, part, function) \
  g_test_add ("/ui/json-pane/" name, Fixture, GINT_TO_POINTER (part), \
              set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("colours", JWT_PART_PAYLOAD, test_colours);
  ADD ("edit", JWT_PART_PAYLOAD, test_edit);
  ADD ("problem", JWT_PART_PAYLOAD, test_problem);
  ADD ("undecodable", JWT_PART_PAYLOAD, test_undecodable);
  ADD ("keep-undo", JWT_PART_PAYLOAD, test_keep_undo);
  ADD ("payload-words", JWT_PART_PAYLOAD, test_payload_words);
  ADD ("header", JWT_PART_HEADER, test_header);
  ADD ("narrow", JWT_PART_PAYLOAD, test_narrow);

  return g_test_run ();
}
