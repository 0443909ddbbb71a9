/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-display.h"

#include <string.h>

static const struct { const char *text, *shown; } rows[] = {
  { "", "" },
  { "plain text", "plain text" },
  { "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
    "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80" },
  { "a\\b\"c'", "a\\b\"c'" },
  { "a\nb\r\tc", "a\\u000ab\\u000d\\u0009c" },
  { "\x1b[31mred\x07", "\\u001b[31mred\\u0007" },
  { "\x7f", "\\u007f" },
  { "\xc2\x80\xc2\x85\xc2\x9f", "\\u0080\\u0085\\u009f" },
  { "\xc2\xa0", "\xc2\xa0" },
  { "soft\xc2\xadhyphen", "soft\\u00adhyphen" },

  /* what turns, hides or joins the characters around it */
  { "a\xe2\x80\xae" "b\xe2\x80\xac", "a\\u202eb\\u202c" },
  { "\xe2\x81\xa6x\xe2\x81\xa9", "\\u2066x\\u2069" },
  { "\xe2\x80\x8b\xe2\x80\x8c\xe2\x80\x8d\xe2\x80\x8e\xe2\x80\x8f",
    "\\u200b\\u200c\\u200d\\u200e\\u200f" },
  { "\xe2\x80\xa8\xe2\x80\xa9", "\\u2028\\u2029" },
  { "\xe2\x81\xa0\xef\xbb\xbf", "\\u2060\\ufeff" },
  { "\xd8\x9c\xe1\xa0\x8e", "\\u061c\\u180e" },
  { "\xcd\x8f\xe1\x85\x9f\xe3\x85\xa4\xef\xbe\xa0",
    "\\u034f\\u115f\\u3164\\uffa0" },
  { "\xef\xb8\x80\xef\xb8\x8f", "\\ufe00\\ufe0f" },
  { "\xf3\xa0\x80\x81\xf3\xa0\x81\xa1\xf3\xa0\x84\x80",
    "\\udb40\\udc01\\udb40\\udc61\\udb40\\udd00" },

  /* bytes that are no UTF-8 */
  { "a\xff" "b", "a\\xffb" },
  { "\x80\xbf", "\\x80\\xbf" },
  { "\xc3", "\\xc3" },
  { "\xc3(", "\\xc3(" },
  { "\xe2\x82", "\\xe2\\x82" },
  { "\xe2\x82" "a", "\\xe2\\x82a" },
  { "\xc0\x80", "\\xc0\\x80" },
  { "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80" },
  { "\xed\xa0\xbd", "\\ud83d" },
  { "\xed\xa0\x80\xed\xbf\xbf", "\\ud800\\udfff" },
  { "\xed\xa0", "\\xed\\xa0" },
  { "\xed\xa0" "a", "\\xed\\xa0a" },
  { "\xed\xc3\x80", "\\xed\xc3\x80" },
  { "\xed\xff\x80", "\\xed\\xff\\x80" },
  { "\xed\x9f\xbf", "\xed\x9f\xbf" },
};

static void
test_escape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *shown = jwt_display_escape (rows[i].text,
                                                 strlen (rows[i].text));

    g_assert_cmpstr (shown, ==, rows[i].shown);
  }
}

static void
test_nul (void)
{
  g_autofree char *shown = jwt_display_escape ("a\0b\0", 4);
  g_autofree char *nothing = jwt_display_escape (NULL, 0);

  g_assert_cmpstr (shown, ==, "a\\u0000b\\u0000");
  g_assert_cmpstr (nothing, ==, "");
}

/* Whatever the bytes are, what is shown is one line of UTF-8 without anything
 * hidden, and shown again it is the same. */
static void
test_any_bytes (void)
{
  static const char likely[] = "\xed\xa0\x80\xf3\xa0\x81\xe2\x80\xae\xc3\xa9";

  for (guint i = 0; i < 20000; i++) {
    char bytes[12] = { 0 };
    g_autofree char *shown = NULL;
    g_autofree char *again = NULL;

    for (guint j = 0; j < sizeof bytes; j++)
      bytes[j] = g_test_rand_bit ()
                 ? likely[g_test_rand_int_range (0, sizeof likely)]
                 : (char) g_test_rand_int ();

    shown = jwt_display_escape (bytes, sizeof bytes);
    g_assert_true (g_utf8_validate (shown, -1, NULL));
    for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
      g_assert_false (jwt_display_is_hidden (g_utf8_get_char (at)));

    again = jwt_display_escape (shown, strlen (shown));
    g_assert_cmpstr (again, ==, shown);
  }
}

static void
test_is_hidden (void)
{
  for (gunichar c = 0; c < 0x110000; c++) {
    gboolean hidden = jwt_display_is_hidden (c);
    GUnicodeType type = g_unichar_type (c);

    if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
        type == G_UNICODE_SURROGATE || type == G_UNICODE_LINE_SEPARATOR ||
        type == G_UNICODE_PARAGRAPH_SEPARATOR)
      g_assert_true (hidden);
    else if (c < 0x300)
      g_assert_false (hidden);
    else if (g_unichar_isalnum (c) && hidden)
      g_assert_true (c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/display/escape", test_escape);
  g_test_add_func ("/display/nul", test_nul);
  g_test_add_func ("/display/any-bytes", test_any_bytes);
  g_test_add_func ("/display/is-hidden", test_is_hidden);

  return g_test_run ();
}
