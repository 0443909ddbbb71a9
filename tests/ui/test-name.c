/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-name.h"

#include "jot-test.h"

/* Short words in a button stand beside its name no longer. */
static void
test_button (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), "Again");
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_window_set_child (GTK_WINDOW (window), button);
  g_assert_true (gtk_test_accessible_has_relation (
                   GTK_ACCESSIBLE (button),
                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  jot_name_widget (button, "Generate Again");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Generate Again");
  g_assert_false (gtk_test_accessible_has_relation (
                    GTK_ACCESSIBLE (button),
                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  jot_test_finalize (window);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/name/button", test_button);

  return g_test_run ();
}
