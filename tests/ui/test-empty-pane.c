/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-empty-pane.h"

#include "jot-test-tokens.h"

static void
test_words (void)
{
  GtkWidget *pane = g_object_ref_sink (g_object_new (JOT_TYPE_EMPTY_PANE,
                                                     NULL));

  g_assert_true (jot_test_shows (pane, "No token yet"));
  g_assert_true (jot_test_shows (pane, "Nothing leaves this computer."));
  jot_test_finalize (pane);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/ui/empty-pane/words", test_words);

  return g_test_run ();
}
