/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-claims-pane.h"

#include "jot-test-tokens.h"

typedef struct
{
  JwtWorkbench *workbench;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbench = jot_test_workbench ();
  fixture->pane = g_object_new (JOT_TYPE_CLAIMS_PANE,
                                "workbench", fixture->workbench, NULL);
  g_object_ref_sink (fixture->pane);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->workbench);
}

static GtkListBoxRow *
get_row (Fixture *fixture,
         int      position)
{
  return gtk_list_box_get_row_at_index (jot_test_child (fixture->pane, "list"),
                                        position);
}

static void
edit (Fixture    *fixture,
      const char *payload)
{
  jwt_workbench_edit_payload (fixture->workbench, payload);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (jot_test_shows (fixture->pane, "Expires in 60 s"));
  g_assert_true (jot_test_shows (fixture->pane, "Issued by joe"));
  g_assert_true (jot_test_shows (fixture->pane, "http://example.com/is_root"));

  jwt_workbench_clear (fixture->workbench);
  g_assert_false (gtk_widget_get_visible (fixture->pane));
}

/* What is not proven never looks as if it were. */
static void
test_unproven (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_true (jot_test_shows (fixture->pane, "Unproven"));
  jot_test_give_key (fixture->workbench);
  g_assert_false (jot_test_shows (fixture->pane, "Unproven"));
  jwt_workbench_set_key_text (fixture->workbench, "other", JWT_ENCODING_TEXT);
  g_assert_true (jot_test_shows (fixture->pane, "Unproven"));
}

static void
test_tick (Fixture       *fixture,
           gconstpointer  data)
{
  GtkListBoxRow *row = get_row (fixture, 1);

  g_assert_true (jot_test_shows (GTK_WIDGET (row), "Expires in 60 s"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "alarming"));

  jwt_workbench_set_time (fixture->workbench, A1_EXP + 90);
  g_assert_true (get_row (fixture, 1) == row);
  g_assert_true (jot_test_shows (GTK_WIDGET (row), "Expired"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "alarming"));
}

static void
test_lifetime (Fixture       *fixture,
               gconstpointer  data)
{
  GtkLevelBar *meter = jot_test_child (fixture->pane, "meter");

  g_assert_false (jot_test_shows (fixture->pane, "Lifetime"));

  jwt_workbench_set_time (fixture->workbench, 1250);
  edit (fixture, "{\"iat\":1000,\"exp\":2000}");
  g_assert_true (jot_test_shows (fixture->pane, "Lifetime"));
  g_assert_cmpfloat_with_epsilon (gtk_level_bar_get_value (meter), .25, 1e-9);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (meter), "over"));

  jwt_workbench_set_time (fixture->workbench, 9000);
  g_assert_true (jot_test_shows (fixture->pane, "over"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (meter), "over"));
}

static void
test_rows_follow (Fixture       *fixture,
                  gconstpointer  data)
{
  edit (fixture, "{\"a\":1,\"b\":2}");
  g_assert_true (jot_test_shows (GTK_WIDGET (get_row (fixture, 1)), "a"));
  g_assert_true (jot_test_shows (GTK_WIDGET (get_row (fixture, 2)), "b"));

  edit (fixture, "{\"b\":2}");
  g_assert_true (jot_test_shows (GTK_WIDGET (get_row (fixture, 1)), "b"));
  g_assert_null (get_row (fixture, 3));

  edit (fixture, "{}");
  g_assert_false (gtk_widget_get_visible (fixture->pane));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GString *payload = g_string_new ("{\"n\":0");
  guint i;

  for (i = 1; i < 1000; i++)
    g_string_append_printf (payload, ",\"n%u\":%u", i, i);
  g_string_append_c (payload, '}');
  edit (fixture, payload->str);
  g_string_free (payload, TRUE);

  g_assert_true (jot_test_shows (fixture->pane, "And 940 more claims"));
  edit (fixture, "{\"n\":0}");
  g_assert_false (jot_test_shows (fixture->pane, "more claim"));
}

static void
got_text_cb (GObject      *clipboard,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 1));
  GtkWidget *button = jot_test_child (row, "copy_button");
  g_autofree char *text = NULL;

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy value of exp");
  g_signal_emit_by_name (button, "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (row), NULL,
                                 got_text_cb, &text);
  jot_test_wait_for (text != NULL);
  g_assert_cmpstr (text, ==, "1300819380");
}

#define ADD(name, function) \
  g_test_add ("/ui/claims-pane/" name, Fixture, NULL, \
              set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("words", test_words);
  ADD ("unproven", test_unproven);
  ADD ("tick", test_tick);
  ADD ("lifetime", test_lifetime);
  ADD ("rows-follow", test_rows_follow);
  ADD ("many", test_many);
  ADD ("copy", test_copy);

  return g_test_run ();
}
