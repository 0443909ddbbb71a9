/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-encoding.h"

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-error.h"

typedef GBytes *(*EncodeFunc) (const guint8  *data,
                               gsize          size);
typedef GBytes *(*DecodeFunc) (const guint8  *text,
                               gsize          length,
                               GError       **error);

#define LETTERS_AND_DIGITS                                              \
  ['A'] =  1, ['B'] =  2, ['C'] =  3, ['D'] =  4, ['E'] =  5,           \
  ['F'] =  6, ['G'] =  7, ['H'] =  8, ['I'] =  9, ['J'] = 10,           \
  ['K'] = 11, ['L'] = 12, ['M'] = 13, ['N'] = 14, ['O'] = 15,           \
  ['P'] = 16, ['Q'] = 17, ['R'] = 18, ['S'] = 19, ['T'] = 20,           \
  ['U'] = 21, ['V'] = 22, ['W'] = 23, ['X'] = 24, ['Y'] = 25,           \
  ['Z'] = 26, ['a'] = 27, ['b'] = 28, ['c'] = 29, ['d'] = 30,           \
  ['e'] = 31, ['f'] = 32, ['g'] = 33, ['h'] = 34, ['i'] = 35,           \
  ['j'] = 36, ['k'] = 37, ['l'] = 38, ['m'] = 39, ['n'] = 40,           \
  ['o'] = 41, ['p'] = 42, ['q'] = 43, ['r'] = 44, ['s'] = 45,           \
  ['t'] = 46, ['u'] = 47, ['v'] = 48, ['w'] = 49, ['x'] = 50,           \
  ['y'] = 51, ['z'] = 52, ['0'] = 53, ['1'] = 54, ['2'] = 55,           \
  ['3'] = 56, ['4'] = 57, ['5'] = 58, ['6'] = 59, ['7'] = 60,           \
  ['8'] = 61, ['9'] = 62

/* A digit's value and one, so that 0 stands for all other bytes; taking the
 * one away again gives these 0xff, whose high bits no value has. */
static const guint8 base64url_values[256] = {
  LETTERS_AND_DIGITS, ['-'] = 63, ['_'] = 64
};
static const guint8 base64_values[256] = {
  LETTERS_AND_DIGITS, ['+'] = 63, ['/'] = 64
};
static const guint8 hex_values[256] = {
  ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6,
  ['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10,
  ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
  ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16
};

static const char base64url_digits[] =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static const char base64_digits[] =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char hex_digits[] = "0123456789abcdef";

/* The characters that a person does not see, but pastes all the same. */
static const struct { gunichar first, last; } invisible[] = {
  { 0x00a0, 0x00a0 }, { 0x00ad, 0x00ad }, { 0x200b, 0x200f },
  { 0x2028, 0x202e }, { 0x2060, 0x2064 }, { 0xfeff, 0xfeff },
};

static gboolean
is_invisible (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (invisible); i++) {
    if (character >= invisible[i].first && character <= invisible[i].last)
      return TRUE;
  }

  return FALSE;
}

/* A byte that no UTF-8 character starts with stands for U+FFFD. */
static gunichar
character_at (const guint8 *text,
              gsize         length,
              gsize         offset)
{
  gunichar character;

  if (text[offset] < 0x80)
    return text[offset];

  character = g_utf8_get_char_validated ((const char *) text + offset,
                                         (gssize) (length - offset));
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return 0xfffd;

  return character;
}

static JwtError
code_for_character (gunichar character)
{
  /* g_ascii_isspace() does without the vertical tab. */
  if (character < 0x80 &&
      (g_ascii_isspace ((char) character) || character == '\v'))
    return JWT_ERROR_WHITESPACE;

  return is_invisible (character) ? JWT_ERROR_INVISIBLE_CHARACTER
                                  : JWT_ERROR_BASE64URL;
}

static gsize
find_bad_byte (const guint8 *values,
               const guint8 *text,
               gsize         length)
{
  gsize offset = 0;

  while (offset < length && values[text[offset]] != 0)
    offset++;

  return offset;
}

/* All before a first bad byte is ASCII, so that columns are bytes there. Only
 * keys are written as Base64 or Hex, which need no finer code. */
static void
set_bad_character (const guint8  *values,
                   const guint8  *text,
                   gsize          length,
                   gsize          offset,
                   GError       **error)
{
  JwtErrorDetail detail = { .offset = offset, .column = (guint) offset + 1 };
  JwtError code;

  detail.character = character_at (text, length, offset);
  code = code_for_character (detail.character);
  if (values != base64url_values) {
    code = JWT_ERROR_KEY_MALFORMED;
    detail.part = JWT_PART_KEY;
  }

  jwt_set_error (error, code, &detail);
}

static void
set_bad_end (const guint8  *values,
             const guint8  *text,
             gsize          length,
             gboolean       whole,
             GError       **error)
{
  JwtErrorDetail detail = { .offset = length - 1, .column = (guint) length };
  JwtError code = whole ? JWT_ERROR_NON_CANONICAL : JWT_ERROR_BASE64URL;

  if (whole)
    detail.character = text[length - 1];
  else
    detail.found = length;
  if (values != base64url_values) {
    code = JWT_ERROR_KEY_MALFORMED;
    detail.part = JWT_PART_KEY;
  }

  jwt_set_error (error, code, &detail);
}

/* Decodes groups of four digits, and returns the bits that were seen in any
 * of their values: one look at the end finds a bad one. */
static guint8
decode_groups (const guint8 *values,
               const guint8 *text,
               gsize         n_groups,
               guint8       *data)
{
  guint8 seen = 0;

  for (gsize i = 0; i < n_groups; i++, text += 4, data += 3) {
    guint8 a = (guint8) (values[text[0]] - 1);
    guint8 b = (guint8) (values[text[1]] - 1);
    guint8 c = (guint8) (values[text[2]] - 1);
    guint8 d = (guint8) (values[text[3]] - 1);

    seen |= a | b | c | d;
    data[0] = (guint8) (a << 2 | b >> 4);
    data[1] = (guint8) (b << 4 | c >> 2);
    data[2] = (guint8) (c << 6 | d);
  }

  return seen;
}

/* Decodes the two or three digits after the last whole group, and returns the
 * bits that no byte takes up; RFC 4648 §3.5 lets a reader refuse them. */
static guint8
decode_rest (const guint8 *values,
             const guint8 *text,
             gsize         n_digits,
             guint8       *data)
{
  guint8 a = (guint8) (values[text[0]] - 1);
  guint8 b = (guint8) (values[text[1]] - 1);
  guint8 c;

  data[0] = (guint8) (a << 2 | b >> 4);
  if (n_digits == 2)
    return b & 0x0f;

  c = (guint8) (values[text[2]] - 1);
  data[1] = (guint8) (b << 4 | c >> 2);

  return c & 0x03;
}

static GBytes *
decode_digits (const guint8  *values,
               const guint8  *text,
               gsize          n_digits,
               gsize          length,
               GError       **error)
{
  gsize n_groups = n_digits / 4;
  gsize n_rest = n_digits % 4;
  gsize size = n_groups * 3 + (n_rest > 1 ? n_rest - 1 : 0);
  guint8 *data = g_malloc0 (size + 1);
  g_autoptr (GBytes) bytes = jwt_bytes_take_wiped (data, size);
  guint8 seen = decode_groups (values, text, n_groups, data);
  gsize bad = n_groups * 4;

  if ((seen & 0xc0) != 0)
    bad = find_bad_byte (values, text, bad);
  else
    bad += find_bad_byte (values, text + bad, n_rest);

  if (bad < n_digits)
    set_bad_character (values, text, length, bad, error);
  else if (n_rest == 1 || (values == base64_values && length % 4 != 0))
    set_bad_end (values, text, length, FALSE, error);
  else if (n_rest != 0 &&
           decode_rest (values, text + n_groups * 4, n_rest,
                        data + n_groups * 3) != 0)
    set_bad_end (values, text, n_digits, TRUE, error);
  else
    return g_steal_pointer (&bytes);

  return NULL;
}

static GBytes *
decode_base64url (const guint8  *text,
                  gsize          length,
                  GError       **error)
{
  return decode_digits (base64url_values, text, length, length, error);
}

/* Only a last group may be padded; any other '=' is a bad character. */
static GBytes *
decode_base64 (const guint8  *text,
               gsize          length,
               GError       **error)
{
  gsize n_digits = length;

  if (length % 4 == 0) {
    while (n_digits > 0 && length - n_digits < 2 && text[n_digits - 1] == '=')
      n_digits--;
  }

  return decode_digits (base64_values, text, n_digits, length, error);
}

static GBytes *
decode_hex (const guint8  *text,
            gsize          length,
            GError       **error)
{
  guint8 *data = g_malloc0 (length / 2 + 1);
  g_autoptr (GBytes) bytes = jwt_bytes_take_wiped (data, length / 2);
  gsize bad = find_bad_byte (hex_values, text, length);

  if (bad < length) {
    set_bad_character (hex_values, text, length, bad, error);
    return NULL;
  }
  if (length % 2 != 0) {
    set_bad_end (hex_values, text, length, FALSE, error);
    return NULL;
  }

  for (gsize i = 0; i < length / 2; i++)
    data[i] = (guint8) ((hex_values[text[2 * i]] - 1) << 4 |
                        (hex_values[text[2 * i + 1]] - 1));

  return g_steal_pointer (&bytes);
}

static GBytes *
decode_text (const guint8  *text,
             gsize          length,
             GError       **error)
{
  return jwt_bytes_copy_wiped (text, length);
}

static char *
encode_groups (const char   *digits,
               const guint8 *data,
               gsize         n_groups,
               char         *text)
{
  for (gsize i = 0; i < n_groups; i++, data += 3, text += 4) {
    text[0] = digits[data[0] >> 2];
    text[1] = digits[(data[0] & 0x03) << 4 | data[1] >> 4];
    text[2] = digits[(data[1] & 0x0f) << 2 | data[2] >> 6];
    text[3] = digits[data[2] & 0x3f];
  }

  return text;
}

static char *
encode_rest (const char   *digits,
             const guint8 *data,
             gsize         n_bytes,
             char         *text)
{
  guint8 second = n_bytes > 1 ? data[1] : 0;

  *text++ = digits[data[0] >> 2];
  *text++ = digits[(data[0] & 0x03) << 4 | second >> 4];
  if (n_bytes > 1)
    *text++ = digits[(second & 0x0f) << 2];

  return text;
}

static GBytes *
encode_base64 (const guint8 *data,
               gsize         size)
{
  gsize length = (size + 2) / 3 * 4;
  char *text = g_malloc (length + 1);
  char *end = encode_groups (base64_digits, data, size / 3, text);

  if (size % 3 != 0)
    end = encode_rest (base64_digits, data + size / 3 * 3, size % 3, end);
  while (end < text + length)
    *end++ = '=';
  *end = '\0';

  return jwt_bytes_take_wiped (text, length);
}

static GBytes *
encode_base64url (const guint8 *data,
                  gsize         size)
{
  gsize length = size / 3 * 4 + (size % 3 != 0 ? size % 3 + 1 : 0);
  char *text = g_malloc (length + 1);
  char *end = encode_groups (base64url_digits, data, size / 3, text);

  if (size % 3 != 0)
    end = encode_rest (base64url_digits, data + size / 3 * 3, size % 3, end);
  *end = '\0';

  return jwt_bytes_take_wiped (text, length);
}

static GBytes *
encode_hex (const guint8 *data,
            gsize         size)
{
  char *text = g_malloc (size * 2 + 1);

  for (gsize i = 0; i < size; i++) {
    text[2 * i] = hex_digits[data[i] >> 4];
    text[2 * i + 1] = hex_digits[data[i] & 0x0f];
  }
  text[size * 2] = '\0';

  return jwt_bytes_take_wiped (text, size * 2);
}

static GBytes *
encode_text (const guint8 *data,
             gsize         size)
{
  return jwt_bytes_copy_wiped (data, size);
}

static const struct
{
  const char *name;
  EncodeFunc  encode;
  DecodeFunc  decode;
} encodings[JWT_N_ENCODINGS] = {
  [JWT_ENCODING_TEXT] = { "text", encode_text, decode_text },
  [JWT_ENCODING_BASE64URL] = { "base64url", encode_base64url,
                               decode_base64url },
  [JWT_ENCODING_BASE64] = { "base64", encode_base64, decode_base64 },
  [JWT_ENCODING_HEX] = { "hex", encode_hex, decode_hex },
};

/**
 * jwt_encoding_get_name:
 * @encoding: a #JwtEncoding
 *
 * Gets the name that scripts see, which never changes: `"base64url"`.
 *
 * Returns: (transfer none): the name
 */
const char *
jwt_encoding_get_name (JwtEncoding encoding)
{
  g_return_val_if_fail ((guint) encoding < JWT_N_ENCODINGS, NULL);

  return encodings[encoding].name;
}

/**
 * jwt_encoding_from_name:
 * @name: a name as jwt_encoding_get_name() gives it
 * @encoding: (out): the encoding of that name
 *
 * Returns: whether there is one; @encoding is unchanged otherwise
 */
gboolean
jwt_encoding_from_name (const char  *name,
                        JwtEncoding *encoding)
{
  g_return_val_if_fail (name != NULL && encoding != NULL, FALSE);

  for (guint i = 0; i < JWT_N_ENCODINGS; i++) {
    if (g_str_equal (encodings[i].name, name)) {
      *encoding = (JwtEncoding) i;
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * jwt_encoding_encode:
 * @encoding: how to write @data
 * @data: (nullable): the bytes
 * @size: their number
 *
 * Writes bytes as text: Base64URL without padding (RFC 4648 §5 and RFC 7515
 * §2), Base64 with it (RFC 4648 §4), Hex in lower case, or, as text, unchanged.
 *
 * Returns: (transfer full): the text, which is wiped when it is freed; a NUL
 *   that is not counted follows it
 */
GBytes *
jwt_encoding_encode (JwtEncoding   encoding,
                     gconstpointer data,
                     gsize         size)
{
  g_return_val_if_fail ((guint) encoding < JWT_N_ENCODINGS, NULL);
  g_return_val_if_fail (data != NULL || size == 0, NULL);

  return encodings[encoding].encode (data != NULL ? data : "", size);
}

/**
 * jwt_encoding_decode:
 * @encoding: how @text is written
 * @text: (nullable): the text, which needs no NUL at its end and may hold some
 * @length: its length in bytes
 * @error: what is wrong, and where: for Base64URL %JWT_ERROR_BASE64URL,
 *   %JWT_ERROR_NON_CANONICAL, %JWT_ERROR_WHITESPACE or
 *   %JWT_ERROR_INVISIBLE_CHARACTER; for Base64 and Hex
 *   %JWT_ERROR_KEY_MALFORMED
 *
 * Reads the one text that jwt_encoding_encode() writes for some bytes, and, in
 * Hex, capital letters too. A wrong length is told by a detail whose `found`
 * is the length. Bits after the last byte have to be 0 (RFC 4648 §3.5).
 *
 * Returns: (transfer full) (nullable): the bytes, which are wiped when they are
 *   freed; a NUL that is not counted follows them
 */
GBytes *
jwt_encoding_decode (JwtEncoding   encoding,
                     const char   *text,
                     gsize         length,
                     GError      **error)
{
  g_return_val_if_fail ((guint) encoding < JWT_N_ENCODINGS, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (text == NULL)
    text = "";

  return encodings[encoding].decode ((const guint8 *) text, length, error);
}
