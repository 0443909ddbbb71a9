/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-forward.h"

#include "jot-test.h"

static void
test_find (void)
{
  guint n, i;
  const JotForward *forwards = jot_forward_list (&n);

  g_assert_cmpuint (n, >, 0);
  for (i = 0; i < n; i++) {
    g_assert_true (jot_forward_find (forwards[i].action) == &forwards[i]);
    g_assert_true (g_str_has_prefix (forwards[i].action, "win."));
    g_assert_true (g_str_has_prefix (forwards[i].page_action, "page."));
  }

  g_assert_null (jot_forward_find ("win.close"));
  g_assert_null (jot_forward_find (""));
}

static void
test_types (void)
{
  guint n, i;
  const JotForward *forwards = jot_forward_list (&n);

  for (i = 0; i < n; i++)
    g_assert_true (!forwards[i].parameter_type ||
                   g_variant_type_string_is_valid (forwards[i].parameter_type));
  g_assert_cmpstr (jot_forward_find ("win.extend")->parameter_type, ==, "u");
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/forward/find", test_find);
  g_test_add_func ("/forward/types", test_types);

  return g_test_run ();
}
