/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-application.h"

#include "jot-test.h"
#include "jotsmith-config.h"
#include "ui/jot-window.h"

/* What a run of the application is to do once its window is there. */
typedef struct
{
  void (*check) (GtkApplication *application,
                 JotWindow      *window);
  gboolean checked;
} Visit;

static gboolean
visit_cb (gpointer user_data)
{
  Visit *visit = user_data;
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWindow *window = gtk_application_get_active_window (application);

  if (!window || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;

  visit->check (application, JOT_WINDOW (window));
  visit->checked = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
run (const char  *option,
     void       (*check) (GtkApplication *application,
                          JotWindow      *window))
{
  JotApplication *application = jot_application_new ();
  char *argv[] = { (char *) "jotsmith", (char *) option, NULL };
  Visit visit = { check, FALSE };

  g_timeout_add (20, visit_cb, &visit);
  g_assert_cmpint (g_application_run (G_APPLICATION (application),
                                      option ? 2 : 1, argv), ==, 0);
  g_assert_true (visit.checked);
  jot_test_finalize (application);
}

static void
check_first_run (GtkApplication *application,
                 JotWindow      *window)
{
  g_assert_cmpstr (g_application_get_application_id (
                     G_APPLICATION (application)), ==, APPLICATION_ID);
  g_assert_cmpint (jot_window_get_page (window), ==, 0);
}

static void
test_first_run (void)
{
  run (NULL, check_first_run);
}

static void
check_new_secret (GtkApplication *application,
                  JotWindow      *window)
{
  GActionGroup *actions = G_ACTION_GROUP (application);

  g_assert_cmpint (jot_window_get_page (window), ==, 0);

  /* A second instance asks the first one for the same. */
  jot_window_set_page (window, 1);
  g_action_group_activate_action (actions, "new-secret", NULL);
  g_assert_cmpint (jot_window_get_page (window), ==, 0);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)),
                    ==, 1);
}

static void
test_new_secret (void)
{
  run ("--new-secret", check_new_secret);
}

static void
check_decode (GtkApplication *application,
              JotWindow      *window)
{
  g_assert_cmpint (jot_window_get_page (window), ==, 1);
}

static void
test_decode (void)
{
  run ("--decode-clipboard", check_decode);
}

static void
test_version (void)
{
  if (g_test_subprocess ()) {
    JotApplication *application = jot_application_new ();
    char *argv[] = { (char *) "jotsmith", (char *) "--version", NULL };

    exit (g_application_run (G_APPLICATION (application), 2, argv));
  }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*jotsmith " VERSION "\n*");
}

/* Puts the actions of a shortcut that is listed into the set. */
static void
list_actions (GtkWidget      *shortcut,
              GtkApplication *application,
              GHashTable     *listed)
{
  g_autofree char *action = NULL, *accelerator = NULL, *title = NULL;
  g_auto (GStrv) actions = NULL;
  guint i;

  g_object_get (shortcut, "action-name", &action, "accelerator", &accelerator,
                "title", &title, NULL);
  if (!accelerator || !*accelerator)
    g_error ("“%s” has no key", title);

  if (action)
    g_hash_table_add (listed, g_steal_pointer (&action));
  else
    actions = gtk_application_get_actions_for_accel (application, accelerator);
  for (i = 0; actions && actions[i]; i++)
    g_hash_table_add (listed, g_strdup (actions[i]));
}

static void
list_shortcuts (GtkWidget      *widget,
                GtkApplication *application,
                GHashTable     *listed)
{
  GtkWidget *child;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    list_actions (widget, application, listed);

  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_shortcuts (child, application, listed);
}

static void
check_shortcuts (GtkApplication *application,
                 JotWindow      *window)
{
  GtkShortcutsWindow *overlay =
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  g_autoptr (GHashTable) listed =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions =
    gtk_application_list_action_descriptions (application);
  guint i;

  g_assert_nonnull (overlay);
  list_shortcuts (GTK_WIDGET (overlay), application, listed);
  for (i = 0; actions[i]; i++)
    if (!g_hash_table_remove (listed, actions[i]))
      g_error ("%s has a key and is not listed", actions[i]);
  g_assert_cmpuint (g_hash_table_size (listed), ==, 0);
}

/* The list of shortcuts is complete, and nothing in it lacks its key. */
static void
test_shortcuts (void)
{
  run (NULL, check_shortcuts);
}

static AdwAboutWindow *
find_about (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_ABOUT_WINDOW (window))
      return ADW_ABOUT_WINDOW (window);
  }

  return NULL;
}

static void
check_about (GtkApplication *application,
             JotWindow      *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  jot_test_wait_for (find_about ());
  g_assert_cmpstr (adw_about_window_get_version (find_about ()), ==, VERSION);
  gtk_window_destroy (GTK_WINDOW (find_about ()));
}

static void
test_about (void)
{
  run (NULL, check_about);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application/first-run", test_first_run);
  g_test_add_func ("/application/new-secret", test_new_secret);
  g_test_add_func ("/application/decode", test_decode);
  g_test_add_func ("/application/version", test_version);
  g_test_add_func ("/application/shortcuts", test_shortcuts);
  g_test_add_func ("/application/about", test_about);

  return g_test_run ();
}
