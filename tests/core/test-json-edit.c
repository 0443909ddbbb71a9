/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "sample.h"

static char *
dup_compact (JwtJson *json)
{
  g_autoptr (GBytes) bytes = jwt_json_compact (json);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Both ways of setting a text out; its literals are not touched. */
static const struct { const char *text, *compact, *indented; } layouts[] = {
  { "0", "0", "0" },
  { " \"a b\" ", "\"a b\"", "\"a b\"" },
  { "[]", "[]", "[]" },
  { "{ \n }", "{}", "{}" },
  { "[ [ ] , { } ]", "[[],{}]", "[\n  [],\n  {}\n]" },
  { "{\"a\":1}", "{\"a\":1}", "{\n  \"a\": 1\n}" },
  { "{\"a\" : [ 1 , 2 ] }", "{\"a\":[1,2]}",
    "{\n  \"a\": [\n    1,\n    2\n  ]\n}" },
  { "[1.10,1E3,-0,1e400,9223372036854775808,1e21]",
    "[1.10,1E3,-0,1e400,9223372036854775808,1e21]",
    "[\n  1.10,\n  1E3,\n  -0,\n  1e400,\n  9223372036854775808,\n  1e21\n]" },
  { "\"\\u0061\\/\\u0000 \\ud800\"", "\"\\u0061\\/\\u0000 \\ud800\"",
    "\"\\u0061\\/\\u0000 \\ud800\"" },
  { "\"{ , : }\"", "\"{ , : }\"", "\"{ , : }\"" },
  { "\t[\r\n{\"b\":\"\"}\t]\n", "[{\"b\":\"\"}]",
    "[\n  {\n    \"b\": \"\"\n  }\n]" },

  /* What is not seen is signed as it is, and shown as an escape of the same
   * meaning. */
  { "{\"\xe2\x80\xae\":\"\x7f\xc3\xa9\xf3\xa0\x80\x81\"}",
    "{\"\xe2\x80\xae\":\"\x7f\xc3\xa9\xf3\xa0\x80\x81\"}",
    "{\n  \"\\u202e\": \"\\u007f\xc3\xa9\\udb40\\udc01\"\n}" },
  { "\"\\\\\xe2\x80\x8b\"", "\"\\\\\xe2\x80\x8b\"", "\"\\\\\\u200b\"" },
};

static void
test_layouts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
    g_autoptr (JwtJson) json = sample_json (layouts[i].text);
    g_autofree char *compact = dup_compact (json);
    g_autofree char *indented = jwt_json_indent (json);

    g_assert_cmpstr (compact, ==, layouts[i].compact);
    g_assert_cmpstr (indented, ==, layouts[i].indented);
  }
}

static void
append_space (GString *text)
{
  static const char space[] = " \t\n\r";

  while (g_test_rand_int_range (0, 3) == 0)
    g_string_append_c (text, space[g_test_rand_int_range (0, 4)]);
}

static void
append_string (GString *text)
{
  static const char *pieces[] = {
    "a", "Z", " ", "/", "\\\"", "\\\\", "\\/", "\\b", "\\n", "\\u0000",
    "\\u00E9", "\\ud83d\\ude00", "\\ud800", "\\udfff", "\xc3\xa9",
    "\xe2\x82\xac", "\xf0\x9f\x98\x80", "[", "}", ",", ":", "'", "0",
  };

  g_string_append_c (text, '"');
  while (g_test_rand_int_range (0, 4) != 0)
    g_string_append (text, pieces[g_test_rand_int_range (
                                    0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void
append_scalar (GString *text)
{
  static const char *scalars[] = {
    "true", "false", "null", "0", "-0", "1.10", "1E3", "-1.5e-07", "1e400",
    "9223372036854775808", "0.0e+0", "12345678901234567890123",
  };
  guint which = g_test_rand_int_range (0, G_N_ELEMENTS (scalars) + 6);

  if (which < G_N_ELEMENTS (scalars))
    g_string_append (text, scalars[which]);
  else
    append_string (text);
}

static void
append_value (GString *text,
              guint    depth)
{
  gboolean object = g_test_rand_bit ();
  guint n = g_test_rand_int_range (0, 5);

  append_space (text);
  if (depth == 0 || g_test_rand_int_range (0, 3) == 0) {
    append_scalar (text);
  } else {
    g_string_append_c (text, object ? '{' : '[');
    append_space (text);
    for (guint i = 0; i < n; i++) {
      if (i > 0)
        g_string_append_c (text, ',');
      append_space (text);
      if (object) {
        append_string (text);
        append_space (text);
        g_string_append_c (text, ':');
      }
      append_value (text, depth - 1);
    }
    g_string_append_c (text, object ? '}' : ']');
  }
  append_space (text);
}

typedef struct
{
  const char *text;
  gsize       at;
  GString    *joined; /* the tokens alone */
} Joiner;

/* Between two tokens there is white space and nothing else. */
static void
skip_space (Joiner *joiner,
            gsize   to)
{
  for (; joiner->at < to; joiner->at++)
    g_assert_nonnull (strchr (" \t\n\r", joiner->text[joiner->at]));
}

static void
join_cb (JwtJsonToken kind,
         gsize        start,
         gsize        end,
         gpointer     user_data)
{
  Joiner *joiner = user_data;

  g_assert_cmpuint (start, >=, joiner->at);
  g_assert_cmpuint (end, >, start);
  skip_space (joiner, start);
  g_string_append_len (joiner->joined, joiner->text + start, end - start);
  joiner->at = end;
}

/* Texts of any shape: tokens and white space are the whole text; what is
 * compacted is the tokens; indenting and compacting give back the same. */
static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    Joiner joiner = { NULL, 0, g_string_new (NULL) };
    g_autoptr (JwtJson) json = NULL;
    g_autoptr (JwtJson) again = NULL;
    g_autofree char *compact = NULL;
    g_autofree char *indented = NULL;
    g_autofree char *back = NULL;

    append_value (text, 5);
    joiner.text = text->str;
    jwt_json_foreach_token (text->str, text->len, join_cb, &joiner);
    skip_space (&joiner, text->len);

    json = sample_json (text->str);
    g_assert_true (jwt_json_is_grammatical (json));
    compact = dup_compact (json);
    g_assert_cmpstr (compact, ==, joiner.joined->str);

    indented = jwt_json_indent (json);
    again = sample_json (indented);
    back = dup_compact (again);
    g_assert_cmpstr (back, ==, compact);
    g_string_free (joiner.joined, TRUE);
  }
}

/* One byte that is changed makes no crash, and nothing that is accepted is set
 * out in a way that is not. */
static void
test_mutated (void)
{
  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (JwtJson) json = NULL;

    append_value (text, 3);
    text->str[g_test_rand_int_range (0, text->len)] = (char) g_test_rand_int ();
    bytes = g_bytes_new (text->str, text->len);
    json = jwt_json_new (bytes);
    g_assert_true (jwt_json_is_grammatical (json) ||
                   jwt_json_get_problem (json) != NULL);

    if (jwt_json_is_grammatical (json)) {
      g_autofree char *indented = jwt_json_indent (json);
      g_autoptr (JwtJson) again = sample_json (indented);

      g_assert_true (jwt_json_is_grammatical (again));
    }
  }
}

/* One member changes or comes, and every other character stays. */
static const struct { const char *before, *name, *literal, *after; } sets[] = {
  { "{}", "a", "1", "{\n  \"a\": 1\n}" },
  { " { \n } ", "a", "1", " {\n  \"a\": 1\n} " },
  { "{\"a\":1}", "a", "2", "{\"a\":2}" },
  { "{\"a\":1}", "b", "2", "{\"a\":1,\"b\":2}" },
  { "{ \"a\": 1 }", "b", "2", "{ \"a\": 1, \"b\": 2 }" },
  { "{\n  \"a\": 1\n}\n", "b", "\"x\"",
    "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n" },
  { "{\n\t\"a\" :\t1 ,\n\t\"b\" : 2\n}", "c", "3",
    "{\n\t\"a\" :\t1 ,\n\t\"b\" : 2,\n\t\"c\" : 3\n}" },
  { "{\"a\":{\"b\":1}}", "b", "2", "{\"a\":{\"b\":1},\"b\":2}" },
  { "{\"a\":[1,2]}", "a", "null", "{\"a\":null}" },
  { "{\"\\u0061\" : 1.10 ,\"x\":1E3}", "a", "-0",
    "{\"\\u0061\" : -0 ,\"x\":1E3}" },
  { "{\"x\":\",{\"}", "y", "1", "{\"x\":\",{\",\"y\":1}" },
  { "{\"a\":1,\"a\":2}", "a", "3", "{\"a\":3,\"a\":2}" },
  { "{\"a\":1}", "q\"\n", "2", "{\"a\":1,\"q\\\"\\n\":2}" },
  { "{\"\":1}", "", "2", "{\"\":2}" },
  { "{\"a\\u0000\":1}", "a", "2", "{\"a\\u0000\":1,\"a\":2}" },
  { "{\"\xf0\x9f\x98\x80\":\"\xc3\xa9\"}", "\xc3\xa9", "[]",
    "{\"\xf0\x9f\x98\x80\":\"\xc3\xa9\",\"\xc3\xa9\":[]}" },
};

static void
test_set_member (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autoptr (JwtJson) json = sample_json (sets[i].before);
    g_autofree char *after = jwt_json_set_member (json, sets[i].name,
                                                  sets[i].literal);
    g_autoptr (JwtJson) again = sample_json (after);

    g_assert_cmpstr (after, ==, sets[i].after);
    g_assert_true (jwt_json_is_object (again));
  }
}

/* The deepest text stays within bounds when it is set out. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JwtJson) json = NULL;
  g_autoptr (JwtJson) again = NULL;
  g_autofree char *indented = NULL;
  g_autofree char *compact = NULL;

  for (guint i = 0; i < JWT_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '[');
  g_string_append_c (text, '0');
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, ",0");
  for (guint i = 0; i < JWT_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');

  json = sample_json (text->str);
  indented = jwt_json_indent (json);
  g_assert_cmpuint (strlen (indented), <, 20 * text->len);
  again = sample_json (indented);
  compact = dup_compact (again);
  g_assert_cmpstr (compact, ==, text->str);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-edit/layouts", test_layouts);
  g_test_add_func ("/json-edit/random", test_random);
  g_test_add_func ("/json-edit/mutated", test_mutated);
  g_test_add_func ("/json-edit/set-member", test_set_member);
  g_test_add_func ("/json-edit/deep", test_deep);

  return g_test_run ();
}
