/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "sample.h"

static char *
dup_literal (JwtJson    *json,
             const char *name)
{
  const JwtJsonSpan *span = jwt_json_find (json, name);

  return span != NULL ? jwt_json_dup_literal (json, span) : NULL;
}

static void
test_object (void)
{
  g_autoptr (JwtJson) json = sample_json (" {\"a\":1.10, \"b\":[{}],"
                                          "\"c\":\"\\u0061\"} ");
  guint n_members;
  const JwtJsonMember *members = jwt_json_get_members (json, &n_members);
  g_autofree char *a = dup_literal (json, "a");
  g_autofree char *b = dup_literal (json, "b");
  g_autofree char *c = dup_literal (json, "c");

  g_assert_no_error (jwt_json_get_problem (json));
  g_assert_true (jwt_json_is_object (json));
  g_assert_cmpuint (n_members, ==, 3);
  g_assert_cmpint (members[0].value.type, ==, JWT_JSON_NUMBER);
  g_assert_cmpint (members[1].value.type, ==, JWT_JSON_ARRAY);
  g_assert_cmpint (members[2].name.type, ==, JWT_JSON_STRING);
  g_assert_cmpuint (jwt_json_get_root (json).start, ==, 1);
  g_assert_cmpstr (a, ==, "1.10");
  g_assert_cmpstr (b, ==, "[{}]");
  g_assert_cmpstr (c, ==, "\"\\u0061\"");
  g_assert_null (jwt_json_find (json, "d"));
  g_assert_null (jwt_json_find (json, ""));
}

/* What is JSON but no object has no members, whatever is in it. */
static void
test_no_object (void)
{
  static const struct { const char *text; JwtJsonType type; } rows[] = {
    { "null", JWT_JSON_NULL }, { "false", JWT_JSON_FALSE },
    { "true", JWT_JSON_TRUE }, { "0", JWT_JSON_NUMBER },
    { "\"{}\"", JWT_JSON_STRING }, { "[{\"a\":1}]", JWT_JSON_ARRAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtJson) json = sample_json (rows[i].text);
    guint n_members;

    jwt_json_get_members (json, &n_members);
    g_assert_true (jwt_json_is_grammatical (json));
    g_assert_false (jwt_json_is_object (json));
    g_assert_no_error (jwt_json_get_problem (json));
    g_assert_cmpint (jwt_json_get_root (json).type, ==, rows[i].type);
    g_assert_cmpuint (n_members, ==, 0);
  }
}

static void
test_no_json (void)
{
  static const char *texts[] = { "", " ", "{", "{\"a\":1", "{\"a\":1}}", "x",
                                 "\xff", "{\"a\":1,}", "{\"a\":1,\"b\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtJson) json = sample_json (texts[i]);
    guint n_members;

    jwt_json_get_members (json, &n_members);
    g_assert_nonnull (jwt_json_get_problem (json));
    g_assert_false (jwt_json_is_grammatical (json));
    g_assert_false (jwt_json_is_object (json));
    g_assert_cmpuint (n_members, ==, 0);
    g_assert_null (jwt_json_find (json, "a"));
  }
}

static void
test_no_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (JwtJson) json = jwt_json_new (bytes);

  g_assert_error (jwt_json_get_problem (json), JWT_ERROR, JWT_ERROR_NOT_JSON);
  g_assert_true (jwt_json_get_text (json) == bytes);
}

/* A name that stands twice in one object, however it is written, and where the
 * second one is. */
static const struct
{
  const char *text;
  const char *name;   /* NULL for none */
  gsize       offset;
  guint       line;
  guint       column;
} duplicates[] = {
  { "{\"a\":1,\"b\":1}", NULL },
  { "{\"a\":1,\"A\":1}", NULL },
  { "{\"a\":{\"a\":{\"a\":1}}}", NULL },
  { "[{\"a\":1},{\"a\":1}]", NULL },
  { "{\"a\":1,\"a\\u0000\":1}", NULL },
  { "{\"a\":\"a\",\"b\":\"a\"}", NULL },
  { "{\"\xc3\xa9\":1,\"e\\u0301\":1}", NULL },
  { "{\"\\ud83d\":1,\"\\ude00\":1,\"\\ud83d\\ude00\":1}", NULL },
  { "{\"a\":1,\"a\":1}", "a", 7, 1, 8 },
  { "{\"\":1,\"\":1}", "", 6, 1, 7 },
  { "{\"alg\":1,\"\\u0061lg\":2}", "alg", 9, 1, 10 },
  { "{\"\\u0061lg\":1,\"alg\":2}", "alg", 14, 1, 15 },
  { "{\"a/b\":1,\"a\\/b\":1}", "a/b", 9, 1, 10 },
  { "{\"\\n\":1,\"\\u000A\":1}", "\\u000a", 8, 1, 9 },
  { "{\"\xf0\x9f\x98\x80\":1,\"\\ud83d\\ude00\":1}", "\xf0\x9f\x98\x80", 10, 1,
    8 },
  { "{\"\\ud83d\":1,\"\\uD83D\":1}", "\\ud83d", 12, 1, 13 },
  { "{\"\xe2\x80\xae\":1,\"\\u202e\":1}", "\\u202e", 9, 1, 8 },
  { "{\"a\":1,\"b\":2,\"c\":3,\"b\":4,\"a\":5}", "b", 19, 1, 20 },
  { "{\"x\":{\"a\":1,\"a\":2}}", "a", 12, 1, 13 },
  { "[[{\"a\":1,\"a\":2}]]", "a", 9, 1, 10 },
  { "{\"a\":{\"b\":1,\"b\":2},\"a\":3}", "b", 12, 1, 13 },
  { "{\"a\":1,\"x\":{\"a\":1},\"a\":3}", "a", 19, 1, 20 },
  { "{\"a\":1,\n\"a\":2}", "a", 8, 2, 1 },
  { "{\"a\":1,\r\n \"a\":2}", "a", 10, 2, 2 },
  { "{\"a\":1,\r\r  \"a\":2}", "a", 11, 3, 3 },
  { "{\"\xc3\xa9\":\"\xf0\x9f\x98\x80\",\"\xc3\xa9\":2}", "\xc3\xa9", 13, 1,
    10 },
};

static void
test_duplicates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (duplicates); i++) {
    g_autoptr (JwtJson) json = sample_json (duplicates[i].text);
    const GError *problem = jwt_json_get_problem (json);

    g_test_message ("row %u", i);
    g_assert_true (jwt_json_is_grammatical (json));
    if (duplicates[i].name == NULL) {
      g_assert_no_error (problem);
      continue;
    }

    g_assert_error (problem, JWT_ERROR, JWT_ERROR_DUPLICATE_MEMBER);
    g_assert_cmpstr (jwt_error_get_detail (problem)->name, ==,
                     duplicates[i].name);
    g_assert_cmpuint (jwt_error_get_detail (problem)->offset, ==,
                      duplicates[i].offset);
    g_assert_cmpuint (jwt_error_get_detail (problem)->line, ==,
                      duplicates[i].line);
    g_assert_cmpuint (jwt_error_get_detail (problem)->column, ==,
                      duplicates[i].column);
  }
}

/* 40 000 members in one object, the last of which may be one of the others. */
static JwtJson *
new_wide (const char *last)
{
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "\"a member's name %u\":%u,", i, i);
  g_string_append_printf (text, "\"%s\":0}", last);

  return sample_json (text->str);
}

static void
test_wide (void)
{
  g_autoptr (JwtJson) unique = new_wide ("a member's name");
  g_autoptr (JwtJson) first = new_wide ("a member's name 0");
  g_autoptr (JwtJson) escaped = new_wide ("a\\u0020member's name 39999");
  g_autofree char *literal = dup_literal (unique, "a member's name 39999");

  g_assert_no_error (jwt_json_get_problem (unique));
  g_assert_cmpstr (literal, ==, "39999");
  g_assert_error (jwt_json_get_problem (first), JWT_ERROR,
                  JWT_ERROR_DUPLICATE_MEMBER);
  g_assert_error (jwt_json_get_problem (escaped), JWT_ERROR,
                  JWT_ERROR_DUPLICATE_MEMBER);
  g_assert_cmpstr (jwt_error_get_detail (jwt_json_get_problem (escaped))->name,
                   ==, "a member's name 39999");
}

/* 40 000 times the same name, and 40 000 objects within each other's reach. */
static void
test_many_duplicates (void)
{
  g_autoptr (GString) same = g_string_new ("{\"x\":0");
  g_autoptr (GString) objects = g_string_new ("[{\"x\":0}");
  g_autoptr (JwtJson) same_json = NULL;
  g_autoptr (JwtJson) objects_json = NULL;

  for (guint i = 0; i < 40000; i++) {
    g_string_append (same, ",\"x\":0");
    g_string_append (objects, ",{\"x\":{\"x\":0},\"y\":0}");
  }
  g_string_append_c (same, '}');
  g_string_append_c (objects, ']');
  same_json = sample_json (same->str);
  objects_json = sample_json (objects->str);

  g_assert_cmpuint (
    jwt_error_get_detail (jwt_json_get_problem (same_json))->offset, ==, 7);
  g_assert_no_error (jwt_json_get_problem (objects_json));
}

/* A comparison by what is meant, and never as C strings. */
static void
test_string_equals (void)
{
  static const struct { const char *literal, *text; gsize length;
                        gboolean equal; } rows[] = {
    { "\"\"", "", 0, TRUE }, { "\"a\"", "a", 1, TRUE },
    { "\"a\"", "b", 1, FALSE }, { "\"a\"", "", 0, FALSE },
    { "\"\"", "a", 1, FALSE }, { "\"ab\"", "a", 1, FALSE },
    { "\"a\"", "ab", 2, FALSE }, { "\"\\u0061\"", "a", 1, TRUE },
    { "\"a\\u0000\"", "a", 1, FALSE }, { "\"a\\u0000\"", "a\0", 2, TRUE },
    { "\"a\\u0000b\"", "a\0c", 3, FALSE }, { "\"\\u0000\"", "", 0, FALSE },
    { "\"\\ud83d\\ude00\"", "\xf0\x9f\x98\x80", 4, TRUE },
    { "\"\\ud83d\"", "\xef\xbf\xbd", 3, FALSE },
    { "\"\\ufffd\"", "\xef\xbf\xbd", 3, TRUE },
    { "\"e\\u0301\"", "\xc3\xa9", 2, FALSE },
    { "\"\\\\\"", "\\", 1, TRUE }, { "\"\\/\"", "/", 1, TRUE },
    { "1", "1", 1, FALSE }, { "null", "null", 4, FALSE },
    { "[\"a\"]", "a", 1, FALSE }, { "{}", "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtJson) json = sample_json (rows[i].literal);
    JwtJsonSpan root = jwt_json_get_root (json);

    g_assert_true (jwt_json_string_equals (json, &root, rows[i].text,
                                           rows[i].length) == rows[i].equal);
  }
}

static void
test_find (void)
{
  g_autoptr (JwtJson) json =
    sample_json ("{\"a\\u0000b\":0,\"\\u0061\":1,\"\":2,\"x\":{\"y\":3}}");
  g_autofree char *a = dup_literal (json, "a");
  g_autofree char *empty = dup_literal (json, "");

  g_assert_cmpstr (a, ==, "1");
  g_assert_cmpstr (empty, ==, "2");
  g_assert_null (jwt_json_find (json, "y"));
}

/* What a string means, and how it is shown. */
static const struct
{
  const char *literal;
  const char *meaning;
  gsize       length;
  const char *shown;
} strings[] = {
  { "\"\"", "", 0, "" },
  { "\"a\\nb\"", "a\nb", 3, "a\\u000ab" },
  { "\"\\\"\\\\\\/\\b\\f\\r\\t\"", "\"\\/\b\f\r\t", 7,
    "\"\\/\\u0008\\u000c\\u000d\\u0009" },
  { "\"a\\u0000b\"", "a\0b", 3, "a\\u0000b" },
  { "\"\\u00e9\"", "\xc3\xa9", 2, "\xc3\xa9" },
  { "\"\\ud83d\\ude00\"", "\xf0\x9f\x98\x80", 4, "\xf0\x9f\x98\x80" },
  { "\"\\ud83d\"", "\xed\xa0\xbd", 3, "\\ud83d" },
  { "\"\\ude00\\ud83d\"", "\xed\xb8\x80\xed\xa0\xbd", 6, "\\ude00\\ud83d" },
  { "\"\xe2\x80\xae\"", "\xe2\x80\xae", 3, "\\u202e" },
};

static void
test_strings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autoptr (JwtJson) json = sample_json (strings[i].literal);
    JwtJsonSpan root = jwt_json_get_root (json);
    gsize length;
    g_autofree char *meaning = jwt_json_dup_string (json, &root, &length);
    g_autofree char *shown = jwt_json_dup_display (json, &root);

    g_assert_cmpmem (meaning, length, strings[i].meaning, strings[i].length);
    g_assert_cmpint (meaning[length], ==, '\0');
    g_assert_cmpstr (shown, ==, strings[i].shown);
  }
}

static void
test_display (void)
{
  g_autoptr (JwtJson) json =
    sample_json ("{\"a\":[1.10,\n{\"\xe2\x80\xae\":null}],\"b\":-0}");
  g_autofree char *a = jwt_json_dup_display (json, jwt_json_find (json, "a"));
  g_autofree char *b = jwt_json_dup_display (json, jwt_json_find (json, "b"));

  g_assert_cmpstr (a, ==, "[1.10,\\u000a{\"\\u202e\":null}]");
  g_assert_cmpstr (b, ==, "-0");
}

static void
test_lists (void)
{
  g_autoptr (JwtJson) json =
    sample_json ("{\"o\": {\"a\":1,\"b\":{\"c\":[2]},\"d\":[]} ,"
                 "\"l\":[ 1,[2,3],{\"x\":4},\"]\" ],\"e\":[],\"f\":{}}");
  g_autoptr (GArray) members =
    jwt_json_list_members (json, jwt_json_find (json, "o"));
  g_autoptr (GArray) elements =
    jwt_json_list_elements (json, jwt_json_find (json, "l"));
  g_autoptr (GArray) none =
    jwt_json_list_elements (json, jwt_json_find (json, "e"));
  g_autoptr (GArray) nothing =
    jwt_json_list_members (json, jwt_json_find (json, "f"));
  g_autofree char *b =
    jwt_json_dup_literal (json,
                          &g_array_index (members, JwtJsonMember, 1).value);
  g_autofree char *d =
    jwt_json_dup_literal (json,
                          &g_array_index (members, JwtJsonMember, 2).name);
  g_autofree char *second =
    jwt_json_dup_literal (json, &g_array_index (elements, JwtJsonSpan, 1));
  g_autofree char *last =
    jwt_json_dup_literal (json, &g_array_index (elements, JwtJsonSpan, 3));

  g_assert_cmpuint (members->len, ==, 3);
  g_assert_cmpuint (elements->len, ==, 4);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpstr (b, ==, "{\"c\":[2]}");
  g_assert_cmpstr (d, ==, "\"d\"");
  g_assert_cmpstr (second, ==, "[2,3]");
  g_assert_cmpstr (last, ==, "\"]\"");
}

/* The deepest object that a text may have can still be listed. */
static void
test_deep_list (void)
{
  g_autoptr (GString) text = g_string_new ("{\"o\":");
  g_autoptr (JwtJson) json = NULL;
  g_autoptr (GArray) elements = NULL;

  for (guint i = 1; i < JWT_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '[');
  for (guint i = 1; i < JWT_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  json = sample_json (text->str);
  g_assert_no_error (jwt_json_get_problem (json));
  elements = jwt_json_list_elements (json, jwt_json_find (json, "o"));
  g_assert_cmpuint (elements->len, ==, 1);
}

static void
tell_cb (JwtJsonToken kind,
         gsize        start,
         gsize        end,
         gpointer     user_data)
{
  static const char kinds[] = ".nsd!";

  g_string_append_printf (user_data, "%c%u-%u ", kinds[kind], (guint) start,
                          (guint) end);
}

static void
test_tokens (void)
{
  static const struct { const char *text, *told; } rows[] = {
    { "", "" },
    { "{\"a\": [1, true]}",
      ".0-1 n1-4 .4-5 .6-7 d7-8 .8-9 !10-14 .14-15 .15-16 " },
    { "\"s\"", "s0-3 " },
    { "{\"a\":null,", ".0-1 n1-4 .4-5 !5-9 .9-10 " },
    { "[1,x]", ".0-1 d1-2 .2-3 " },
    { "[\xff]", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) told = g_string_new (NULL);

    jwt_json_foreach_token (rows[i].text, strlen (rows[i].text), tell_cb, told);
    g_assert_cmpstr (told->str, ==, rows[i].told);
  }
}

static void
test_hostile (void)
{
  static const struct { char filling; JwtError code; } rows[] = {
    { '[', JWT_ERROR_TOO_DEEP }, { '{', JWT_ERROR_NOT_JSON },
    { '"', JWT_ERROR_NOT_JSON }, { '\\', JWT_ERROR_NOT_JSON },
    { ' ', JWT_ERROR_NOT_JSON }, { '\0', JWT_ERROR_NOT_JSON },
    { '\xff', JWT_ERROR_NOT_UTF8 }, { ',', JWT_ERROR_NOT_JSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes =
      g_bytes_new_take (g_strnfill (10 * 1024 * 1024, ' '), 10 * 1024 * 1024);
    g_autoptr (JwtJson) json = NULL;

    memset ((char *) g_bytes_get_data (bytes, NULL), rows[i].filling,
            g_bytes_get_size (bytes));
    json = jwt_json_new (bytes);
    g_assert_error (jwt_json_get_problem (json), JWT_ERROR,
                    (int) rows[i].code);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/object", test_object);
  g_test_add_func ("/json/no-object", test_no_object);
  g_test_add_func ("/json/no-json", test_no_json);
  g_test_add_func ("/json/no-bytes", test_no_bytes);
  g_test_add_func ("/json/duplicates", test_duplicates);
  g_test_add_func ("/json/wide", test_wide);
  g_test_add_func ("/json/many-duplicates", test_many_duplicates);
  g_test_add_func ("/json/string-equals", test_string_equals);
  g_test_add_func ("/json/find", test_find);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/display", test_display);
  g_test_add_func ("/json/lists", test_lists);
  g_test_add_func ("/json/deep-list", test_deep_list);
  g_test_add_func ("/json/tokens", test_tokens);
  g_test_add_func ("/json/hostile", test_hostile);

  return g_test_run ();
}
