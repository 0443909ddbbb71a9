/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json-scanner.h"

#include <string.h>

#include "core/base/jwt-error.h"

static void
ignore_cb (JwtJsonEvent       event,
           const JwtJsonSpan *span,
           guint              depth,
           gpointer           user_data)
{
}

static gboolean
scan (const char  *text,
      gsize        length,
      GError     **error)
{
  /* A copy with nothing behind it, so that a step too far is seen. */
  g_autofree char *copy = g_memdup2 (text, length);

  return jwt_json_scan (copy != NULL ? copy : "", length, ignore_cb, NULL,
                        error);
}

/* A NUL is a character like any other that is not allowed. */
static void
test_nul (void)
{
  static const struct { const char *text; gsize length; JwtSyntax syntax;
                        gsize offset; } rows[] = {
    { "\0", 1, JWT_SYNTAX_VALUE_EXPECTED, 0 },
    { "{}\0", 3, JWT_SYNTAX_TRAILING_TEXT, 2 },
    { "{}\0{}", 5, JWT_SYNTAX_TRAILING_TEXT, 2 },
    { "\"a\0b\"", 5, JWT_SYNTAX_CONTROL_CHARACTER, 2 },
    { "\"\\\0\"", 4, JWT_SYNTAX_ESCAPE, 1 },
    { "\"\\u\0\0\0\0\"", 8, JWT_SYNTAX_ESCAPE, 1 },
    { "[\0]", 3, JWT_SYNTAX_VALUE_EXPECTED, 1 },
    { "[0\0]", 4, JWT_SYNTAX_COMMA_EXPECTED, 2 },
    { "[0,\0]", 5, JWT_SYNTAX_VALUE_EXPECTED, 3 },
    { "{\0}", 3, JWT_SYNTAX_NAME_EXPECTED, 1 },
    { "{\"a\"\0:0}", 8, JWT_SYNTAX_COLON_EXPECTED, 4 },
    { "1\0", 2, JWT_SYNTAX_TRAILING_TEXT, 1 },
    { "-\0", 2, JWT_SYNTAX_NUMBER, 1 },
    { "1.\0", 3, JWT_SYNTAX_NUMBER, 2 },
    { "1e\0", 3, JWT_SYNTAX_NUMBER, 2 },
    { "tru\0", 4, JWT_SYNTAX_VALUE_EXPECTED, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (scan (rows[i].text, rows[i].length, &error));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_JSON);
    g_assert_cmpint (jwt_error_get_detail (error)->syntax, ==, rows[i].syntax);
    g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                      rows[i].offset);
    g_assert_cmpuint (jwt_error_get_detail (error)->character, ==,
                      (guchar) rows[i].text[rows[i].offset]);
  }
}

static void
test_not_utf8 (void)
{
  static const struct { const char *text; gsize offset; } rows[] = {
    { "\xff", 0 }, { "\x80", 0 }, { "\"\xc3\"", 1 }, { "\"a\xc3", 2 },
    { "\"\xc0\x80\"", 1 }, { "\"\xc1\xbf\"", 1 }, { "\"\xe0\x80\x80\"", 1 },
    { "\"\xed\xa0\x80\"", 1 }, { "\"\xed\xbf\xbf\"", 1 },
    { "\"\xf4\x90\x80\x80\"", 1 }, { "\"\xf5\x80\x80\x80\"", 1 },
    { "\"\xf0\x82\x82\xac\"", 1 }, { "\"\xe2\x82\"", 1 }, { "\"a\xfe\"", 2 },
    { "{}\xff", 2 }, { "\xff\xfe{\0}\0", 0 }, { "}}\xff", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (scan (rows[i].text, strlen (rows[i].text), &error));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_UTF8);
    g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                      rows[i].offset);
  }
}

/* Behind a NUL, which GLib takes for the end of a text. */
static void
test_not_utf8_behind_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (scan ("\"\0\xff\"", 4, &error));
  g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_UTF8);
  g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==, 2);
}

/* Places are told as an editor counts: a character is one column, and each of
 * the three line ends is one. */
static void
test_places (void)
{
  static const struct { const char *text; guint line, column;
                        gunichar character; } rows[] = {
    { "x", 1, 1, 'x' },
    { "  x", 1, 3, 'x' },
    { "\nx", 2, 1, 'x' },
    { "\rx", 2, 1, 'x' },
    { "\r\nx", 2, 1, 'x' },
    { "\n\rx", 3, 1, 'x' },
    { "\n\nx", 3, 1, 'x' },
    { "\r\rx", 3, 1, 'x' },
    { "\r\n\r\n x", 3, 2, 'x' },
    { "\tx", 1, 2, 'x' },
    { "{\r\n  \"a\": 1,\r\n  b\r\n}", 3, 3, 'b' },
    { "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\" x]", 1, 8, 'x' },
    { "[\n\"\xc3\xa9\", \xc3\xa9]", 2, 6, 0xe9 },
    { "[\"\xf0\x9f\x98\x80\xf0\x9f\x98\x80\",\xf0\x9f\x98\x80]", 1, 7,
      0x1f600 },
    { "{\"a\":\n", 2, 1, 0 },
    { "[\xe2\x80\xa8", 1, 2, 0x2028 },
    { "\"\xc3\xa9\n\"", 1, 3, '\n' },
    { "\"\xc3\xa9\xff\"", 1, 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    const JwtErrorDetail *detail;

    g_assert_false (scan (rows[i].text, strlen (rows[i].text), &error));
    detail = jwt_error_get_detail (error);
    g_assert_cmpuint (detail->line, ==, rows[i].line);
    g_assert_cmpuint (detail->column, ==, rows[i].column);
    g_assert_cmpuint (detail->character, ==, rows[i].character);
  }
}

static char *
dup_nested (gsize       depth,
            const char *open,
            const char *close)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "0");
  for (gsize i = 0; i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const char *brackets[][2] = { { "[", "]" }, { "{\"a\":", "}" },
                                       { "[[],[", "]]" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++) {
    gsize deepest = i == 2 ? JWT_JSON_MAX_DEPTH / 2 : JWT_JSON_MAX_DEPTH;
    g_autofree char *good = dup_nested (deepest, brackets[i][0],
                                        brackets[i][1]);
    g_autofree char *deep = dup_nested (deepest + 1, brackets[i][0],
                                        brackets[i][1]);
    g_autoptr (GError) error = NULL;

    g_assert_true (scan (good, strlen (good), NULL));
    g_assert_false (scan (deep, strlen (deep), &error));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_TOO_DEEP);
    g_assert_cmpuint (jwt_error_get_detail (error)->needed, ==,
                      JWT_JSON_MAX_DEPTH);
  }
}

static void
count_cb (JwtJsonEvent       event,
          const JwtJsonSpan *span,
          guint              depth,
          gpointer           user_data)
{
  (*(guint *) user_data)++;
}

/* The first bracket too many ends it, however many there are behind. */
static void
test_hostile_depth (void)
{
  static const char brackets[] = "[{";

  for (guint i = 0; brackets[i] != '\0'; i++) {
    g_autofree char *text = g_strnfill (100000, brackets[i]);
    g_autoptr (GError) error = NULL;
    guint n_events = 0;

    g_assert_false (jwt_json_scan (text, 100000, count_cb, &n_events, &error));
    g_assert_cmpuint (n_events, <=, JWT_JSON_MAX_DEPTH);
    if (brackets[i] == '[') {
      g_assert_error (error, JWT_ERROR, JWT_ERROR_TOO_DEEP);
      g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                        JWT_JSON_MAX_DEPTH);
    } else {
      g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_JSON);
    }
  }
}

static void
test_size (void)
{
  g_autofree char *text = g_strnfill (JWT_JSON_MAX_SIZE + 1, ' ');
  g_autoptr (GError) error = NULL;

  text[0] = '0';
  g_assert_true (jwt_json_scan (text, JWT_JSON_MAX_SIZE, ignore_cb, NULL,
                                NULL));
  g_assert_false (jwt_json_scan (text, JWT_JSON_MAX_SIZE + 1, ignore_cb, NULL,
                                 &error));
  g_assert_error (error, JWT_ERROR, JWT_ERROR_TOO_LARGE);
  g_assert_cmpuint (jwt_error_get_detail (error)->found, ==,
                    JWT_JSON_MAX_SIZE + 1);
  g_assert_cmpuint (jwt_error_get_detail (error)->needed, ==,
                    JWT_JSON_MAX_SIZE);
}

static void
tell_cb (JwtJsonEvent       event,
         const JwtJsonSpan *span,
         guint              depth,
         gpointer           user_data)
{
  static const char events[] = "<>nv:,";

  g_string_append_printf (user_data, "%c%u-%u@%u ", events[event], span->start,
                          span->end, depth);
}

static void
test_events (void)
{
  static const char text[] = " {\"a\" : [1, {}],\n\"b\":\"\\\"\"} ";
  g_autoptr (GString) told = g_string_new (NULL);

  g_assert_true (jwt_json_scan (text, strlen (text), tell_cb, told, NULL));
  g_assert_cmpstr (told->str, ==,
                   "<1-2@0 n2-5@1 :6-7@1 <8-9@1 v9-10@2 ,10-11@2 <12-13@2 "
                   ">12-14@2 >8-15@1 ,15-16@1 n17-20@1 :20-21@1 v21-25@1 "
                   ">1-26@0 ");
}

/* Characters, one after the other, as they are meant. */
static void
test_next_char (void)
{
  static const char text[] =
    "a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9\xc3\xa9\\ud83d\\ude00\\ud83d"
    "\\ud83d\\ude00\\ude00\\ud83dx\\udbff\\udfff";
  static const gunichar expected[] = {
    'a', '"', '\\', '/', '\b', '\f', '\n', '\r', '\t', 0, 0xe9, 0xe9, 0x1f600,
    0xd83d, 0x1f600, 0xde00, 0xd83d, 'x', 0x10ffff,
  };
  const char *at = text;
  const char *end = text + strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (jwt_json_next_char (&at, end), ==, expected[i]);
  g_assert_true (at == end);
}

/* A surrogate at the very end looks for no other one behind it. */
static void
test_next_char_end (void)
{
  static const char text[] = "\\ud83d\"\\ude00";
  const char *at = text;

  g_assert_cmpuint (jwt_json_next_char (&at, text + 6), ==, 0xd83d);
  g_assert_true (at == text + 6);
}

static void
test_compare_names (void)
{
  static const struct { const char *one, *other; int order; } rows[] = {
    { "\"\"", "\"\"", 0 }, { "\"a\"", "\"a\"", 0 }, { "\"a\"", "\"b\"", -1 },
    { "\"\"", "\"a\"", -1 }, { "\"a\"", "\"ab\"", -1 },
    { "\"alg\"", "\"\\u0061lg\"", 0 }, { "\"/\"", "\"\\/\"", 0 },
    { "\"\\n\"", "\"\\u000A\"", 0 }, { "\"\\u00e9\"", "\"\xc3\xa9\"", 0 },
    { "\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"", 0 },
    { "\"\\ud83d\"", "\"\\uD83D\"", 0 }, { "\"\\ud83d\"", "\"\\ude00\"", -1 },
    { "\"a\\u0000\"", "\"a\"", 1 }, { "\"a\\u0000b\"", "\"a\\u0000c\"", -1 },
    { "\"A\"", "\"a\"", -1 }, { "\"e\\u0301\"", "\"\xc3\xa9\"", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (rows[i].one, rows[i].other, NULL);
    guint middle = strlen (rows[i].one);
    JwtJsonSpan one = { JWT_JSON_STRING, 0, middle };
    JwtJsonSpan other = { JWT_JSON_STRING, middle, strlen (text) };

    g_assert_cmpint (jwt_json_compare_names (text, &one, &other), ==,
                     rows[i].order);
    g_assert_cmpint (jwt_json_compare_names (text, &other, &one), ==,
                     -rows[i].order);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scanner/nul", test_nul);
  g_test_add_func ("/json-scanner/not-utf8", test_not_utf8);
  g_test_add_func ("/json-scanner/not-utf8-behind-nul",
                   test_not_utf8_behind_nul);
  g_test_add_func ("/json-scanner/places", test_places);
  g_test_add_func ("/json-scanner/depth", test_depth);
  g_test_add_func ("/json-scanner/hostile-depth", test_hostile_depth);
  g_test_add_func ("/json-scanner/size", test_size);
  g_test_add_func ("/json-scanner/events", test_events);
  g_test_add_func ("/json-scanner/next-char", test_next_char);
  g_test_add_func ("/json-scanner/next-char-end", test_next_char_end);
  g_test_add_func ("/json-scanner/compare-names", test_compare_names);

  return g_test_run ();
}
