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

/* Each rule of RFC 8259's grammar, in the order of its sections. */
static const char * const accepted[] = {
  /* §2: structure and white space */
  "0", " 0", "0 ", "\t0", "\n0", "\r0", "\r\n0\r\n", " \t\r\n0 \t\r\n",
  "[]", "{}", "[ ]", "{ }", "[\n]", "{\t}", " [ ] ", "\r{\r}\r",
  "[0]", "[ 0 ]", "[0,0]", "[ 0 , 0 ]", "{\"a\":0}", "{ \"a\" : 0 }",
  "{\"a\":0,\"b\":0}", "{ \"a\" : 0 , \"b\" : 0 }", "\n\n[\n0\n,\n0\n]\n\n",

  /* §3: values */
  "true", "false", "null", "[true]", "[false]", "[null]", "[true,false,null]",
  "[[]]", "[{}]", "{\"a\":[]}", "{\"a\":{}}", "[[[[]]],{\"a\":[{}]}]",

  /* §4: objects */
  "{\"\":0}", "{\"a\":null}", "{\"a\":\"a\"}", "{\"\\u0061\":0}",
  "{\"a\":0,\"a\":0}", "{\"a\\\"b\":0}", "{\" \":0}", "{\"\\u0000\":0}",
  "{\"\xc3\xa9\":{\"\xf0\x9f\x98\x80\":0}}",

  /* §5: arrays */
  "[0,\"a\",true,null,{},[]]", "[[0],[0,0]]", "[\"]\"]", "[\",\"]",

  /* §6: numbers */
  "-0", "1", "-1", "9", "10", "-10", "123456789012345678901234567890", "0.0",
  "-0.0", "0.1", "1.0", "-1.50", "0.00000000000000000001", "0e0", "0E0",
  "0e+0", "0e-0", "1e1", "1E+1", "1e-1", "1.5e300", "1e400", "-1e-400",
  "1.0E+00", "9007199254740993", "18446744073709551616", "[-0,0.0e-0]",
  "1e00000000000000000001",

  /* §7: strings */
  "\"\"", "\"a\"", "\" \"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"",
  "\"\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\u0020\"", "\"\\uABCD\"",
  "\"\\uabcd\"", "\"\\uAbCd\"", "\"\\ud83d\\ude00\"", "\"\\u000a\"",
  "\"\\\\u0000\"", "\"\\\\\\\"\"", "\"\x7f\"", "\"'\"", "\"[{,:}]\"", "\"//\"",
  "\"\xc2\x80\"", "\"\xc3\xa9\"", "\"\xdf\xbf\"", "\"\xe0\xa0\x80\"",
  "\"\xe2\x80\xa8\"", "\"\xef\xbb\xbf\"", "\"\xef\xbf\xbf\"",
  "\"\xf0\x90\x80\x80\"", "\"\xf4\x8f\xbf\xbf\"", "\"\xee\x80\x80\"",

  /* §8.2: surrogates alone are within the grammar */
  "\"\\ud800\"", "\"\\udc00\"", "\"\\ude00\\ud83d\"", "\"\\ud83d\\ud83d\"",
  "\"\\ud83dx\"", "\"\\ud83d\\u0061\"", "\"\\ud83d\\n\"",
};

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("row %u", i);
    g_assert_true (scan (accepted[i], strlen (accepted[i]), &error));
    g_assert_no_error (error);
  }
}

/* What breaks the grammar, how, and at which byte. */
static const struct
{
  const char *text;
  JwtSyntax   syntax;
  gsize       offset;
} refused[] = {
  { "", JWT_SYNTAX_EMPTY, 0 },
  { " ", JWT_SYNTAX_EMPTY, 1 },
  { " \t\r\n", JWT_SYNTAX_EMPTY, 4 },
  { "\xef\xbb\xbf", JWT_SYNTAX_BYTE_ORDER_MARK, 0 },
  { "\xef\xbb\xbf{}", JWT_SYNTAX_BYTE_ORDER_MARK, 0 },
  { " \xef\xbb\xbf{}", JWT_SYNTAX_VALUE_EXPECTED, 1 },
  { "{}\xef\xbb\xbf", JWT_SYNTAX_TRAILING_TEXT, 2 },

  /* white space that is none */
  { "\f0", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\v0", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\b0", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\xc2\xa0" "0", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\xe2\x80\xa8" "0", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\xe2\x81\xa0[]", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "[\f]", JWT_SYNTAX_VALUE_EXPECTED, 1 },
  { "0\f", JWT_SYNTAX_TRAILING_TEXT, 1 },

  /* literals */
  { "t", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "tru", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "True", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "TRUE", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "truth", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "truetrue", JWT_SYNTAX_TRAILING_TEXT, 4 },
  { "nul", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "nil", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "fals", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "undefined", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "[truee]", JWT_SYNTAX_COMMA_EXPECTED, 5 },
  { "a", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\xc3\xa9", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "var x = 1", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "<x/>", JWT_SYNTAX_VALUE_EXPECTED, 0 },

  /* structure */
  { "[", JWT_SYNTAX_UNEXPECTED_END, 1 },
  { "]", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "{", JWT_SYNTAX_UNEXPECTED_END, 1 },
  { "}", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { ",", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { ":", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "[}", JWT_SYNTAX_VALUE_EXPECTED, 1 },
  { "{]", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "[0", JWT_SYNTAX_UNEXPECTED_END, 2 },
  { "[0}", JWT_SYNTAX_COMMA_EXPECTED, 2 },
  { "[0,", JWT_SYNTAX_UNEXPECTED_END, 3 },
  { "[0,]", JWT_SYNTAX_TRAILING_COMMA, 3 },
  { "[0,}", JWT_SYNTAX_TRAILING_COMMA, 3 },
  { "[0,,0]", JWT_SYNTAX_VALUE_EXPECTED, 3 },
  { "[,]", JWT_SYNTAX_VALUE_EXPECTED, 1 },
  { "[,0]", JWT_SYNTAX_VALUE_EXPECTED, 1 },
  { "[0 0]", JWT_SYNTAX_COMMA_EXPECTED, 3 },
  { "[0:0]", JWT_SYNTAX_COMMA_EXPECTED, 2 },
  { "[\"a\":0]", JWT_SYNTAX_COMMA_EXPECTED, 4 },
  { "[[]", JWT_SYNTAX_UNEXPECTED_END, 3 },
  { "[]]", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "[][]", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "{}{}", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "{} 0", JWT_SYNTAX_TRAILING_TEXT, 3 },
  { "0 0", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "0,", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "\"\"\"\"", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "{\"a\"", JWT_SYNTAX_UNEXPECTED_END, 4 },
  { "{\"a\":", JWT_SYNTAX_UNEXPECTED_END, 5 },
  { "{\"a\":0", JWT_SYNTAX_UNEXPECTED_END, 6 },
  { "{\"a\":0,", JWT_SYNTAX_UNEXPECTED_END, 7 },
  { "{\"a\":0,}", JWT_SYNTAX_TRAILING_COMMA, 7 },
  { "{\"a\":0,]", JWT_SYNTAX_NAME_EXPECTED, 7 },
  { "{\"a\":0,,}", JWT_SYNTAX_NAME_EXPECTED, 7 },
  { "{,\"a\":0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{,}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{:0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{\"a\"}", JWT_SYNTAX_COLON_EXPECTED, 4 },
  { "{\"a\",0}", JWT_SYNTAX_COLON_EXPECTED, 4 },
  { "{\"a\" 0}", JWT_SYNTAX_COLON_EXPECTED, 5 },
  { "{\"a\"=0}", JWT_SYNTAX_COLON_EXPECTED, 4 },
  { "{\"a\"::0}", JWT_SYNTAX_VALUE_EXPECTED, 5 },
  { "{\"a\":}", JWT_SYNTAX_VALUE_EXPECTED, 5 },
  { "{\"a\":]", JWT_SYNTAX_VALUE_EXPECTED, 5 },
  { "{\"a\":,}", JWT_SYNTAX_VALUE_EXPECTED, 5 },
  { "{\"a\":0 \"b\":0}", JWT_SYNTAX_COMMA_EXPECTED, 7 },
  { "{\"a\":0]", JWT_SYNTAX_COMMA_EXPECTED, 6 },
  { "{\"a\":0;\"b\":0}", JWT_SYNTAX_COMMA_EXPECTED, 6 },
  { "{a:0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{0:0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{null:0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{[]:0}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{{}}", JWT_SYNTAX_NAME_EXPECTED, 1 },
  { "{\"a\":0}}", JWT_SYNTAX_TRAILING_TEXT, 7 },
  { "{\"a\":0}x", JWT_SYNTAX_TRAILING_TEXT, 7 },

  /* numbers */
  { "-", JWT_SYNTAX_NUMBER, 1 },
  { "-]", JWT_SYNTAX_NUMBER, 1 },
  { "--1", JWT_SYNTAX_NUMBER, 1 },
  { "-a", JWT_SYNTAX_NUMBER, 1 },
  { "- 1", JWT_SYNTAX_NUMBER, 1 },
  { "+1", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "00", JWT_SYNTAX_LEADING_ZERO, 0 },
  { "01", JWT_SYNTAX_LEADING_ZERO, 0 },
  { "-01", JWT_SYNTAX_LEADING_ZERO, 1 },
  { "-00", JWT_SYNTAX_LEADING_ZERO, 1 },
  { "012", JWT_SYNTAX_LEADING_ZERO, 0 },
  { "00.5", JWT_SYNTAX_LEADING_ZERO, 0 },
  { ".5", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "-.5", JWT_SYNTAX_NUMBER, 1 },
  { "1.", JWT_SYNTAX_NUMBER, 2 },
  { "1.]", JWT_SYNTAX_NUMBER, 2 },
  { "1.e1", JWT_SYNTAX_NUMBER, 2 },
  { "1.-1", JWT_SYNTAX_NUMBER, 2 },
  { "1..5", JWT_SYNTAX_NUMBER, 2 },
  { "1.5.5", JWT_SYNTAX_TRAILING_TEXT, 3 },
  { "1e", JWT_SYNTAX_NUMBER, 2 },
  { "1e+", JWT_SYNTAX_NUMBER, 3 },
  { "1e-", JWT_SYNTAX_NUMBER, 3 },
  { "1e+-1", JWT_SYNTAX_NUMBER, 3 },
  { "1e1.5", JWT_SYNTAX_TRAILING_TEXT, 3 },
  { "1ee1", JWT_SYNTAX_NUMBER, 2 },
  { "1eE1", JWT_SYNTAX_NUMBER, 2 },
  { "e1", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "0x1", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "1_000", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "1,5", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "1 000", JWT_SYNTAX_TRAILING_TEXT, 2 },
  { "1a", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "1-1", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "1n", JWT_SYNTAX_TRAILING_TEXT, 1 },
  { "NaN", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "Infinity", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "-Infinity", JWT_SYNTAX_NUMBER, 1 },
  { "\xef\xbc\x91", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "1\xd9\xa1", JWT_SYNTAX_TRAILING_TEXT, 1 },

  /* strings */
  { "\"", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"a", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "[\"a]", JWT_SYNTAX_UNTERMINATED_STRING, 1 },
  { "{\"a:0}", JWT_SYNTAX_UNTERMINATED_STRING, 1 },
  { "\"\\", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"\\\"", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"\\u", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"\\u00", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"\\u0000", JWT_SYNTAX_UNTERMINATED_STRING, 0 },
  { "\"\\a\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\x41\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\0\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\'\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\ \"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\N\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\\n\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\U0041\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\\xc3\xa9\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"a\\u\"", JWT_SYNTAX_ESCAPE, 2 },
  { "\"a\\u1\"", JWT_SYNTAX_ESCAPE, 2 },
  { "\"a\\u12\"", JWT_SYNTAX_ESCAPE, 2 },
  { "\"a\\u123\"", JWT_SYNTAX_ESCAPE, 2 },
  { "\"\\u12g4\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\u{41}\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\u+041\"", JWT_SYNTAX_ESCAPE, 1 },
  { "\"\\ud83d\\u\"", JWT_SYNTAX_ESCAPE, 7 },
  { "\"\n\"", JWT_SYNTAX_CONTROL_CHARACTER, 1 },
  { "\"\t\"", JWT_SYNTAX_CONTROL_CHARACTER, 1 },
  { "\"a\x01\"", JWT_SYNTAX_CONTROL_CHARACTER, 2 },
  { "\"a\x1f\"", JWT_SYNTAX_CONTROL_CHARACTER, 2 },
  { "{\"\r\":0}", JWT_SYNTAX_CONTROL_CHARACTER, 2 },
  { "'a'", JWT_SYNTAX_SINGLE_QUOTE, 0 },
  { "['a']", JWT_SYNTAX_SINGLE_QUOTE, 1 },
  { "{'a':0}", JWT_SYNTAX_SINGLE_QUOTE, 1 },
  { "{\"a\":'b'}", JWT_SYNTAX_SINGLE_QUOTE, 5 },
  { "{\"a\":0,'b':0}", JWT_SYNTAX_SINGLE_QUOTE, 7 },
  { "`a`", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\xe2\x80\x9c" "a\xe2\x80\x9d", JWT_SYNTAX_VALUE_EXPECTED, 0 },
  { "\"a\" + \"b\"", JWT_SYNTAX_TRAILING_TEXT, 4 },

  /* comments */
  { "/**/{}", JWT_SYNTAX_COMMENT, 0 },
  { "// x\n{}", JWT_SYNTAX_COMMENT, 0 },
  { "# x\n{}", JWT_SYNTAX_COMMENT, 0 },
  { "{/**/}", JWT_SYNTAX_COMMENT, 1 },
  { "[/**/]", JWT_SYNTAX_COMMENT, 1 },
  { "[0/**/]", JWT_SYNTAX_COMMENT, 2 },
  { "{\"a\":0/**/}", JWT_SYNTAX_COMMENT, 6 },
  { "{\"a\":/**/0}", JWT_SYNTAX_COMMENT, 5 },
  { "{\"a\"/**/:0}", JWT_SYNTAX_COMMENT, 4 },
  { "{\"a\":0}//", JWT_SYNTAX_COMMENT, 7 },
  { "{\"a\":0}#", JWT_SYNTAX_COMMENT, 7 },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("row %u", i);
    g_assert_false (scan (refused[i].text, strlen (refused[i].text), &error));
    g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_JSON);
    g_assert_cmpint (jwt_error_get_detail (error)->syntax, ==,
                     refused[i].syntax);
    g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                      refused[i].offset);
  }
}

/* No beginning of a text that needs its end is a text, nor is one with more
 * behind it. */
static void
test_cut_off (void)
{
  static const char text[] =
    " {\"a\\u0041\\n\" : [-1.5e+3, true,\r\n{\"\xc3\xa9\":null}], \"\":\"x\"}";

  g_assert_true (scan (text, strlen (text), NULL));
  for (gsize i = 0; i < strlen (text); i++) {
    g_autofree char *longer = g_strdup_printf ("%s%.*s", text, (int) i, text);

    g_assert_false (scan (text, i, NULL));
    g_assert_true (scan (longer, strlen (longer), NULL) == (i < 2));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-grammar/accepted", test_accepted);
  g_test_add_func ("/json-grammar/refused", test_refused);
  g_test_add_func ("/json-grammar/cut-off", test_cut_off);

  return g_test_run ();
}
