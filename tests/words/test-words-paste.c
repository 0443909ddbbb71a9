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
    { JWT_REMOVED_COOKIE, "Token found in a cookie" },
    { JWT_REMOVED_URL | JWT_REMOVED_PERCENT_ENCODING,
      "Token found in an address; removed: percent-encoding" },
    { JWT_REMOVED_JSON | JWT_REMOVED_LINE_BREAKS,
      "Token found in JSON; removed: line breaks" },
    { JWT_REMOVED_CURL | JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX,
      "Token found in an Authorization header" },
    { JWT_REMOVED_CURL, "Token found in a curl command" },
    { JWT_REMOVED_HTTP, "Token found in an HTTP request" },
    { JWT_REMOVED_TEXT, "Token found in a text" },
    { JWT_REMOVED_TEXT | JWT_REMOVED_INVISIBLE,
      "Token found in a text; removed: invisible characters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++) {
    g_autofree char *words = jot_words_removed (removals[i].removed);

    g_assert_cmpstr (words, ==, removals[i].words);
  }
}

static void
test_all_removed (void)
{
  for (guint removed = 1; removed < 2 * JWT_REMOVED_TEXT; removed++) {
    g_autofree char *words = jot_words_removed ((JwtRemoved) removed);

    g_assert_nonnull (words);
    g_assert_cmpstr (words, !=, "");
  }
}

static void
test_paste (void)
{
  static const char text[] = "eyJhbGciOiJIUzI1NiJ9.e30.AA\n"
                             "eyJhbGciOiJIUzI1NiJ9.e30.AQ";
  static const char * const words[] = {
    "2 tokens found, showing the first", "Token 2 of 2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new_at (text, sizeof text - 1, i);
    g_autofree char *said = jot_words_paste (paste);

    g_assert_cmpstr (said, ==, words[i]);
  }
}

static void
test_nothing_removed (void)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new ("e30.e30.AA", 10);

  g_assert_null (jot_words_paste (paste));
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
  g_test_add_func ("/words/paste/paste", test_paste);
  g_test_add_func ("/words/paste/nothing-removed", test_nothing_removed);
  g_test_add_func ("/words/paste/owner", test_owner);

  return g_test_run ();
}
