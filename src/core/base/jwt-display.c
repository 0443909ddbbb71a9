/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-display.h"

/* Letters that are drawn as nothing, though Unicode does not call them format
 * characters. */
static const gunichar blank_letters[] = {
  0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0,
};

/**
 * jwt_display_is_hidden:
 * @character: a character
 *
 * Tells control, bidirectional, zero-width and other characters that are not
 * seen themselves but change what is seen.
 *
 * Returns: whether it has to be escaped before a person sees it
 */
gboolean
jwt_display_is_hidden (gunichar character)
{
  switch ((int) g_unichar_type (character)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_SURROGATE:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
    return TRUE;
  default:
    break;
  }

  for (guint i = 0; i < G_N_ELEMENTS (blank_letters); i++)
    if (character == blank_letters[i])
      return TRUE;

  return (character & ~0xfu) == 0xfe00 || (character >> 8) == 0xe00 ||
         (character >= 0xe0100 && character <= 0xe01ef);
}

static void
append_escape (GString  *to,
               gunichar  character)
{
  if (character <= 0xffff) {
    g_string_append_printf (to, "\\u%04x", character);
    return;
  }

  character -= 0x10000;
  g_string_append_printf (to, "\\u%04x\\u%04x", 0xd800 + (character >> 10),
                          0xdc00 + (character & 0x3ff));
}

/* A lone surrogate has three bytes of its own that UTF-8 does not allow. */
static gboolean
is_surrogate (const guchar *at,
              gsize         left)
{
  return left >= 3 && at[0] == 0xed && (at[1] & 0xe0) == 0xa0 &&
         (at[2] & 0xc0) == 0x80;
}

static gsize
append_shown (GString    *to,
              const char *at,
              gsize       left)
{
  const guchar *bytes = (const guchar *) at;
  gunichar character = g_utf8_get_char_validated (at, left);

  if (*at == '\0') {
    append_escape (to, 0);
    return 1;
  } else if (is_surrogate (bytes, left)) {
    append_escape (to, 0xd000 | (bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f));
    return 3;
  } else if (character == (gunichar) -1 || character == (gunichar) -2) {
    g_string_append_printf (to, "\\x%02x", bytes[0]);
    return 1;
  } else if (jwt_display_is_hidden (character)) {
    append_escape (to, character);
  } else {
    g_string_append_unichar (to, character);
  }

  return g_utf8_skip[bytes[0]];
}

/**
 * jwt_display_escape:
 * @text: (array length=length): any bytes
 * @length: how many
 *
 * Makes a text of unknown origin fit to be shown in a window or a terminal:
 * what is not to be seen is written as JSON would escape it, a byte that is no
 * UTF-8 as `\x` and two digits.
 *
 * Returns: (transfer full): valid UTF-8 in one line
 */
char *
jwt_display_escape (const char *text,
                    gsize       length)
{
  GString *shown = g_string_sized_new (length + 1);
  gsize at = 0;

  while (at < length) {
    gsize plain = at;

    while (plain < length && text[plain] >= 0x20 && text[plain] < 0x7f)
      plain++;
    g_string_append_len (shown, text + at, plain - at);
    at = plain;
    if (at < length)
      at += append_shown (shown, text + at, length - at);
  }

  return g_string_free (shown, FALSE);
}
