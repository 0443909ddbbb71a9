/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-toggles.h"

#include "jot-test.h"

static const char * const sizes[] = { "Small", "Medium", "Large", NULL };

static GtkToggleButton *
get_button (JotToggles *toggles,
            guint       position)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (toggles));

  while (position-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

static JotToggles *
make_toggles (void)
{
  JotToggles *toggles = g_object_ref_sink (JOT_TOGGLES (jot_toggles_new ()));

  jot_toggles_set_strings (toggles, sizes);

  return toggles;
}

static void
test_press (void)
{
  JotToggles *toggles = make_toggles ();
  guint count;

  jot_test_count_notify (toggles, "selected", &count);
  g_assert_true (gtk_toggle_button_get_active (get_button (toggles, 0)));

  g_signal_emit_by_name (get_button (toggles, 2), "clicked");
  g_assert_cmpuint (jot_toggles_get_selected (toggles), ==, 2);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (gtk_toggle_button_get_active (get_button (toggles, 0)));

  /* Pressing the one that is down does not let it up. */
  g_signal_emit_by_name (get_button (toggles, 2), "clicked");
  g_assert_cmpuint (jot_toggles_get_selected (toggles), ==, 2);
  g_assert_true (gtk_toggle_button_get_active (get_button (toggles, 2)));
  g_assert_cmpuint (count, ==, 1);

  jot_test_finalize (toggles);
}

static void
test_select (void)
{
  JotToggles *toggles = make_toggles ();
  guint count;

  jot_test_count_notify (toggles, "selected", &count);
  jot_toggles_set_selected (toggles, 1);
  g_assert_true (gtk_toggle_button_get_active (get_button (toggles, 1)));
  g_assert_cmpuint (count, ==, 1);

  g_object_set (toggles, "selected", 1, NULL);
  g_assert_cmpuint (count, ==, 1);

  jot_test_finalize (toggles);
}

static void
test_strings (void)
{
  const char * const others[] = { "On", "Off", NULL };
  JotToggles *toggles = make_toggles ();
  g_auto (GStrv) strings = NULL;
  guint count;

  jot_test_count_notify (toggles, "strings", &count);
  g_object_set (toggles, "strings", sizes, NULL);
  g_assert_cmpuint (count, ==, 0);

  jot_toggles_set_selected (toggles, 1);
  g_object_set (toggles, "strings", others, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (jot_toggles_get_selected (toggles), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (get_button (toggles, 1)));

  g_object_get (toggles, "strings", &strings, NULL);
  g_assert_cmpstrv (strings, others);

  jot_test_finalize (toggles);
}

/* A position may be set before the strings are. */
static void
test_select_first (void)
{
  JotToggles *toggles = g_object_ref_sink (JOT_TOGGLES (jot_toggles_new ()));

  jot_toggles_set_selected (toggles, 2);
  jot_toggles_set_strings (toggles, sizes);
  g_assert_cmpuint (jot_toggles_get_selected (toggles), ==, 2);
  g_assert_true (gtk_toggle_button_get_active (get_button (toggles, 2)));
  g_assert_false (gtk_toggle_button_get_active (get_button (toggles, 0)));

  jot_toggles_set_strings (toggles, NULL);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (toggles)));

  jot_test_finalize (toggles);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/toggles/press", test_press);
  g_test_add_func ("/toggles/select", test_select);
  g_test_add_func ("/toggles/strings", test_strings);
  g_test_add_func ("/toggles/select-first", test_select_first);

  return g_test_run ();
}
