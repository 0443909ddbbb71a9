/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json-writer.h"

#include <string.h>

#include "sample.h"

static void
test_empty (void)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();
  g_autofree char *text = jwt_json_writer_finish (writer);

  g_assert_cmpstr (text, ==, "{}");
}

static void
test_all (void)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();
  g_autofree char *text = NULL;

  jwt_json_writer_add_string (writer, "s", "a\"b");
  jwt_json_writer_add_string (writer, "none", NULL);
  jwt_json_writer_add_integer (writer, "max", G_MAXINT64);
  jwt_json_writer_add_integer (writer, "min", G_MININT64);
  jwt_json_writer_add_boolean (writer, "t", TRUE);
  jwt_json_writer_add_boolean (writer, "f", 0);
  jwt_json_writer_add_null (writer, "n");
  jwt_json_writer_begin_array (writer, "l");
  jwt_json_writer_end (writer);
  jwt_json_writer_begin_object (writer, "o");
  jwt_json_writer_begin_array (writer, "in");
  jwt_json_writer_add_integer (writer, NULL, -1);
  jwt_json_writer_begin_object (writer, NULL);
  jwt_json_writer_end (writer);
  jwt_json_writer_add_string (writer, NULL, "");
  jwt_json_writer_end (writer);
  jwt_json_writer_add_null (writer, "");
  jwt_json_writer_end (writer);
  text = jwt_json_writer_finish (writer);

  g_assert_cmpstr (text, ==,
                   "{\n  \"s\": \"a\\\"b\",\n  \"none\": null,\n"
                   "  \"max\": 9223372036854775807,\n"
                   "  \"min\": -9223372036854775808,\n"
                   "  \"t\": true,\n  \"f\": false,\n  \"n\": null,\n"
                   "  \"l\": [],\n  \"o\": {\n    \"in\": [\n      -1,\n"
                   "      {},\n      \"\"\n    ],\n    \"\": null\n  }\n}");
}

/* A token's own literals come out as they are, set out to where they stand. */
static void
test_json (void)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();
  g_autoptr (JwtJson) json =
    sample_json ("{\"n\":1.10,\"x\":[1E3,-0],\"e\":\"\\u0061\"}");
  g_autoptr (JwtJson) empty = sample_json ("[]");
  g_autofree char *text = NULL;

  jwt_json_writer_add_json (writer, "a", json);
  jwt_json_writer_begin_array (writer, "l");
  jwt_json_writer_add_json (writer, NULL, empty);
  jwt_json_writer_add_json (writer, NULL, NULL);
  jwt_json_writer_end (writer);
  text = jwt_json_writer_finish (writer);

  g_assert_cmpstr (text, ==,
                   "{\n  \"a\": {\n    \"n\": 1.10,\n    \"x\": [\n"
                   "      1E3,\n      -0\n    ],\n    \"e\": \"\\u0061\"\n"
                   "  },\n  \"l\": [\n    [],\n    null\n  ]\n}");
}

/* Whatever a text is, its string means it, and shows nothing that is hidden. */
static void
test_quote (void)
{
  for (gunichar c = 1; c < 0x110000; c += c < 0x3100 ? 1 : 0x11) {
    char text[8] = { 0 };
    g_autofree char *literal = NULL;
    g_autoptr (JwtJson) json = NULL;
    JwtJsonSpan root;

    if (c >= 0xd800 && c <= 0xdfff)
      continue;

    g_unichar_to_utf8 (c, text);
    literal = jwt_json_quote (text);
    json = sample_json (literal);
    root = jwt_json_get_root (json);
    g_assert_no_error (jwt_json_get_problem (json));
    g_assert_true (jwt_json_string_equals (json, &root, text, strlen (text)));
    g_assert_true (g_unichar_isgraph (c) || c == ' ' || c >= 0x80 ||
                   strchr (literal, '\\') != NULL);
  }
}

static void
test_quote_hidden (void)
{
  static const struct { const char *text, *literal; } rows[] = {
    { "", "\"\"" }, { "plain", "\"plain\"" }, { "\"\\", "\"\\\"\\\\\"" },
    { "\xe2\x80\xae", "\"\\u202e\"" }, { "\x7f", "\"\\u007f\"" },
    { "\xc2\x85", "\"\\u0085\"" }, { "\n", "\"\\n\"" },
    { "\xf3\xa0\x80\x81", "\"\\udb40\\udc01\"" },
    { "\xc3\xa9", "\"\xc3\xa9\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *literal = jwt_json_quote (rows[i].text);

    g_assert_cmpstr (literal, ==, rows[i].literal);
  }
}

/* A writer that is given up is no leak. */
static void
test_given_up (void)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();

  jwt_json_writer_begin_array (writer, "a");
  jwt_json_writer_add_string (writer, NULL, "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/empty", test_empty);
  g_test_add_func ("/json-writer/all", test_all);
  g_test_add_func ("/json-writer/json", test_json);
  g_test_add_func ("/json-writer/quote", test_quote);
  g_test_add_func ("/json-writer/quote-hidden", test_quote_hidden);
  g_test_add_func ("/json-writer/given-up", test_given_up);

  return g_test_run ();
}
