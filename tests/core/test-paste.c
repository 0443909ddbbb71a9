/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste.h"

#include <string.h>

#include "sample.h"

#define T SAMPLE_RFC_TOKEN

/* Two halves of it, for what may stand in between. */
#define T1 SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD
#define T2 "." SAMPLE_RFC_SIGNATURE

#define SPACE     JWT_REMOVED_WHITESPACE
#define LINES     JWT_REMOVED_LINE_BREAKS
#define HEADER    JWT_REMOVED_AUTHORIZATION
#define BEARER    JWT_REMOVED_BEARER_PREFIX
#define QUOTES    JWT_REMOVED_QUOTES
#define INVISIBLE JWT_REMOVED_INVISIBLE

static void
assert_paste (JwtPaste   *paste,
              const char *token,
              gsize       length,
              guint       removed)
{
  GBytes *bytes = jwt_paste_get_token (paste);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   token, length);
  g_assert_cmphex (jwt_paste_get_removed (paste), ==, removed);
}

/* Each text is the one token, and what was around or in it is named. */
static const struct { const char *text; guint removed; } around[] = {
  { T, 0 },
  { " " T, SPACE },
  { T " ", SPACE },
  { "\n\t " T " \r\n", SPACE },
  { "Bearer " T, BEARER },
  { "bearer\t" T, BEARER },
  { "BEARER   " T "\n", BEARER | SPACE },
  { "Authorization: Bearer " T, HEADER | BEARER },
  { "authorization:bearer " T, HEADER | BEARER },
  { "AUTHORIZATION : Bearer " T, HEADER | BEARER },
  { "Authorization: " T, HEADER },
  { "\"" T "\"", QUOTES },
  { "'" T "'", QUOTES },
  { "`" T "`", QUOTES },
  { " \" " T " \" ", QUOTES | SPACE },
  { "\"'" T "'\"", QUOTES },
  { "\"Bearer " T "\"", QUOTES | BEARER },
  { "Bearer \"" T "\"", QUOTES | BEARER },
  { "\xef\xbb\xbf" T, INVISIBLE },
  { "\xc2\xa0" T "\xe2\x80\x8b", INVISIBLE },
  { "\xe2\x80\xae" T, INVISIBLE },
  { T1 "\n" T2, LINES },
  { T1 "\r\n" T2, LINES },
  { T1 "\n   " T2, LINES },
  { T1 "\xe2\x80\x8b" T2, INVISIBLE },
  { T1 "\xc2\xad" T2, INVISIBLE },
  { "Bearer " T1 "\n" T2 "\n", BEARER | LINES | SPACE },
};

static void
test_around (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (around); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new (around[i].text,
                                                strlen (around[i].text));

    g_test_message ("row %u", i);
    assert_paste (paste, T, strlen (T), around[i].removed);
  }
}

/* What is no token with something around it stays as it is. */
static void
test_left (void)
{
  static const char *texts[] = {
    "x", ".", "..", "bearer", "Bearer", "Bearerx", "Authorization",
    "Authorization Bearer", "\"", "'\"", "\"x'", "{}", "{\"a\":\"b c\"}",
    "a b", "a b.c d", "%2E", "=", "\xff", "\xff\xfe.\x80", "\x01", "\v",
    "a\xc3(b", "!\xe2\x80\xae!",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new (texts[i], strlen (texts[i]));

    assert_paste (paste, texts[i], strlen (texts[i]), JWT_REMOVED_NOTHING);
  }
}

static void
test_nothing (void)
{
  static const char *texts[] = { "", " ", "\n\n", "\"\"", "\" \"", "''``",
                                 "\xef\xbb\xbf", "\xc2\xa0\xe2\x80\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new (texts[i], strlen (texts[i]));

    if (strcmp (texts[i], "''``") != 0)
      g_assert_cmpuint (g_bytes_get_size (jwt_paste_get_token (paste)), ==, 0);
    g_assert_cmpuint (jwt_paste_get_n_tokens (paste), ==, 1);
    g_assert_cmpuint (jwt_paste_get_source_offset (paste, 0), <=,
                      strlen (texts[i]));
  }
}

/* A NUL is a byte like any other, and ends no text. */
static void
test_nul (void)
{
  static const char text[] = " " SAMPLE_RFC_HEADER "\0.x.y ";
  g_autoptr (JwtPaste) paste = jwt_paste_new (text, sizeof text - 1);

  assert_paste (paste, text + 1, sizeof text - 3, SPACE);
}

static void
test_strict (void)
{
  static const char *texts[] = { "", " " T, "Bearer " T, "\"x\"", "a\nb",
                                 "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new_strict (texts[i],
                                                       strlen (texts[i]));

    assert_paste (paste, texts[i], strlen (texts[i]), JWT_REMOVED_NOTHING);
    g_assert_cmpuint (jwt_paste_get_source_offset (paste, 1), ==, 1);
  }
}

/* From each byte of the token back to the same one in the text. */
static void
test_offsets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (around); i++) {
    const char *text = around[i].text;
    g_autoptr (JwtPaste) paste = jwt_paste_new (text, strlen (text));
    gsize before = 0;

    for (gsize at = 0; at < strlen (T); at++) {
      gsize source = jwt_paste_get_source_offset (paste, at);

      g_assert_cmpuint (source, <, strlen (text));
      g_assert_cmpint (text[source], ==, T[at]);
      g_assert_true (at == 0 || source > before);
      before = source;
    }
  }
}

/* A token of many short lines is found again, each of its bytes by its line. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JwtPaste) paste = NULL;

  for (gsize i = 0; i < strlen (T); i += 7)
    g_string_append_printf (text, "%.7s\r\n", &T[i]);
  paste = jwt_paste_new (text->str, text->len);
  assert_paste (paste, T, strlen (T), LINES | SPACE);
  for (gsize i = 0; i < strlen (T); i++)
    g_assert_cmpuint (jwt_paste_get_source_offset (paste, i), ==,
                      i / 7 * 9 + i % 7);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint one = 1; one <= JWT_REMOVED_TEXT; one <<= 1)
    g_assert_true (g_hash_table_add (names,
                                     (char *) jwt_removed_get_name (one)));
  g_assert_cmpstr (jwt_removed_get_name (BEARER), ==, "bearer-prefix");
  g_assert_cmpstr (jwt_removed_get_name (HEADER), ==, "authorization-header");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paste/around", test_around);
  g_test_add_func ("/paste/left", test_left);
  g_test_add_func ("/paste/nothing", test_nothing);
  g_test_add_func ("/paste/nul", test_nul);
  g_test_add_func ("/paste/strict", test_strict);
  g_test_add_func ("/paste/offsets", test_offsets);
  g_test_add_func ("/paste/many-lines", test_many_lines);
  g_test_add_func ("/paste/names", test_names);

  return g_test_run ();
}
