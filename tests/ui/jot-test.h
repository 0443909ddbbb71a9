/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* How long a test waits for what has to come, before it fails. */
#define JOT_TEST_PATIENCE 20

/* Runs the main loop until the condition holds. */
#define jot_test_wait_for(condition) \
  G_STMT_START { \
    guint jot_test_limit_ = \
      g_timeout_add_once (JOT_TEST_PATIENCE * 1000, jot_test_give_up, \
                          (gpointer) #condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (jot_test_limit_); \
  } G_STMT_END

static inline void
jot_test_give_up (gpointer user_data)
{
  g_error ("waited in vain for: %s", (const char *) user_data);
}

/* Runs the main loop until it has nothing left to do at once. */
static inline void
jot_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static inline void
jot_test_count_cb (guint *count)
{
  (*count)++;
}

static inline void
jot_test_count_notify (gpointer    object,
                       const char *property,
                       guint      *count)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  *count = 0;
  g_signal_connect_swapped (object, signal, G_CALLBACK (jot_test_count_cb),
                            count);
}

/* Lets go of the last reference and proves that it was the last. */
static inline void
jot_test_finalize (gpointer object)
{
  gpointer watched = object;

  g_object_add_weak_pointer (object, &watched);
  if (GTK_IS_WINDOW (object))
    gtk_window_destroy (object);
  else
    g_object_unref (object);
  jot_test_settle ();

  g_assert_null (watched);
}

static inline void
jot_test_init (int    *argc,
               char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}
