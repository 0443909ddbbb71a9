/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-token.h"

/* Feeds one file of the corpus to the fuzzer's target. */
static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree guint8 *exact = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  /* With nothing behind it, not even the NUL that GLib adds. */
  exact = g_memdup2 (contents, size);
  g_assert_cmpint (LLVMFuzzerTestOneInput (exact, size), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n_files = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_strdup_printf ("/fuzz/%s", name);

    g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL),
                               test_file, g_free);
    n_files++;
  }
  g_assert_cmpuint (n_files, >, 0);

  return g_test_run ();
}
