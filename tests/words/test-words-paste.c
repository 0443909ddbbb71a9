/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/jot-words.h"

static void
test_removed (void)
{
  static const struct
  {
    JwtRemoved  removed;
    const char *words;
  } removals[] = {
    { JWT_REMOVED_NOTHING, NULL },
    { JWT_REMOVED_AUTHORIZATION, "Token found in an Authorization header" },
    { JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX,
      "Token found in an Authorization header" },
    { JWT_REMOVED_BEARER_PREFIX, "“Bearer” was removed" },
    { JWT_REMOVED_LINE_BREAKS, "Line breaks were removed" },
    { JWT_REMOVED_LINE_BREAKS | JWT_REMOVED_WHITESPACE,
      "Line breaks were removed" },
    { JWT_REMOVED_WHITESPACE, "White space was removed" },
    { JWT_REMOVED_QUOTES, "Quotation marks were removed" },
    { JWT_REMOVED_INVISIBLE, "Invisible characters were removed" },
    { JWT_REMOVED_QUOTES | JWT_REMOVED_BEARER_PREFIX,
      "Removed: “Bearer”, quotation marks" },
    { JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX |
      JWT_REMOVED_LINE_BREAKS,
      "Token found in an Authorization header; removed: line breaks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++) {
    g_autofree char *words = jot_words_removed (removals[i].removed);

    g_assert_cmpstr (words, ==, removals[i].words);
  }
}

static void
test_all_removed (void)
{
  for (guint removed = 1; removed < 2 * JWT_REMOVED_INVISIBLE; removed++) {
    g_autofree char *words = jot_words_removed ((JwtRemoved) removed);

    g_assert_nonnull (words);
    g_assert_cmpstr (words, !=, "");
  }
}

static void
test_owner (void)
{
  static const char * const owners[] = {
    [JWT_OWNER_NOBODY] = "",
    [JWT_OWNER_PASTED] = "Pasted",
    [JWT_OWNER_SIGNED] = "Signed here",
    [JWT_OWNER_DRAFT] = "Edited, not signed",
    [JWT_OWNER_NOT_UPDATED] = "Not updated",
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++) {
    g_autofree char *words = jot_words_owner ((JwtOwner) i);

    g_assert_cmpstr (words, ==, owners[i]);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/paste/removed", test_removed);
  g_test_add_func ("/words/paste/all-removed", test_all_removed);
  g_test_add_func ("/words/paste/owner", test_owner);

  return g_test_run ();
}
