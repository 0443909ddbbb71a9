/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-abridged.h"

#include <string.h>

static char *
repeat (const char *text,
        gsize       times)
{
  GString *all = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *line = repeat ("x", JOT_MAX_LINE_SIZE + 1);
  g_autofree char *lines = repeat ("123456789abcdef\n", JOT_MAX_TEXT_SIZE / 16);

  g_assert_false (jot_text_is_too_long ("", 0));
  g_assert_false (jot_text_is_too_long (line, JOT_MAX_LINE_SIZE));
  g_assert_true (jot_text_is_too_long (line, JOT_MAX_LINE_SIZE + 1));

  line[JOT_MAX_LINE_SIZE / 2] = '\n';
  g_assert_false (jot_text_is_too_long (line, JOT_MAX_LINE_SIZE + 1));

  g_assert_false (jot_text_is_too_long (lines, JOT_MAX_TEXT_SIZE));
  lines[JOT_MAX_TEXT_SIZE - 1] = 'x';
  g_assert_false (jot_text_is_too_long (lines, JOT_MAX_TEXT_SIZE));
  g_assert_true (jot_text_is_too_long (lines, JOT_MAX_TEXT_SIZE + 1));
}

static void
test_head_and_tail (void)
{
  g_autofree char *middle = repeat ("é", JOT_MAX_LINE_SIZE);
  g_autofree char *text = g_strconcat ("start", middle, "end", NULL);
  gsize size = strlen (text);
  g_autoptr (JotAbridged) abridged = jot_abridged_new (text, size);

  g_assert_cmpuint (abridged->size, ==, size);
  g_assert_true (g_utf8_validate (abridged->text, -1, NULL));
  g_assert_true (g_str_has_prefix (abridged->text, "starté"));
  g_assert_true (g_str_has_suffix (abridged->text, "éend"));
  g_assert_nonnull (strstr (abridged->text, "\n…\n"));
  g_assert_cmpuint (strlen (abridged->text), <, JOT_MAX_LINE_SIZE);
}

static void
test_map (void)
{
  g_autofree char *text = repeat ("0123456789", JOT_MAX_LINE_SIZE);
  gsize size = strlen (text);
  g_autoptr (JotAbridged) abridged = jot_abridged_new (text, size);
  gsize shown = strlen (abridged->text), i;

  for (i = 0; i < abridged->head_end; i++)
    g_assert_cmpuint (jot_abridged_map (abridged, i), ==, i);

  for (i = abridged->tail_start; i < size; i++)
    g_assert_cmpint (abridged->text[jot_abridged_map (abridged, i)], ==,
                     text[i]);

  g_assert_cmpuint (jot_abridged_map (abridged, size / 2), ==,
                    abridged->head_end);
  g_assert_cmpuint (jot_abridged_map (abridged, size), ==, shown);
  g_assert_cmpuint (jot_abridged_map (abridged, size + 99), ==, shown);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/abridged/limits", test_limits);
  g_test_add_func ("/ui/abridged/head-and-tail", test_head_and_tail);
  g_test_add_func ("/ui/abridged/map", test_map);

  return g_test_run ();
}
