/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json-scanner.h"

#include <string.h>

/* What the grammar of RFC 8259 §2 lets follow. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  const char       *text;
  gsize             length;
  gsize             at;
  Expectation       expect;
  guint             depth;
  JwtJsonSpan       stack[JWT_JSON_MAX_DEPTH];
  JwtJsonEventFunc  func;
  gpointer          user_data;
  GError          **error;
} Scanner;

/*< private >
 * jwt_json_locate:
 * @text: a text that is UTF-8 up to @offset
 * @offset: a place in it, in bytes
 * @detail: (inout): gets the offset, the line and the column
 *
 * Tells a place as editors count it.
 */
void
jwt_json_locate (const char     *text,
                 gsize           offset,
                 JwtErrorDetail *detail)
{
  detail->offset = offset;
  detail->line = 1;
  detail->column = 1;

  for (gsize i = 0; i < offset; i++) {
    if (text[i] == '\n' && i > 0 && text[i - 1] == '\r')
      continue;
    if (text[i] == '\n' || text[i] == '\r') {
      detail->line++;
      detail->column = 1;
    } else if ((text[i] & 0xc0) != 0x80) {
      detail->column++;
    }
  }
}

static gboolean
fail_with (Scanner        *self,
           JwtError        code,
           gsize           offset,
           JwtErrorDetail *detail)
{
  jwt_json_locate (self->text, offset, detail);
  jwt_set_error (self->error, code, detail);

  return FALSE;
}

static gboolean
fail (Scanner   *self,
      JwtSyntax  syntax,
      gsize      offset)
{
  JwtErrorDetail detail = { .syntax = syntax };

  if (offset < self->length)
    detail.character = g_utf8_get_char (self->text + offset);

  return fail_with (self, JWT_ERROR_NOT_JSON, offset, &detail);
}

static gboolean
fail_at_end (Scanner *self)
{
  return fail (self, JWT_SYNTAX_UNEXPECTED_END, self->length);
}

/* NUL is valid UTF-8, though GLib's validation takes it for an end. */
static gboolean
check_utf8 (Scanner *self)
{
  const char *at = self->text;
  const char *end = self->text + self->length;
  JwtErrorDetail detail = { 0 };

  while (!g_utf8_validate_len (at, end - at, &at)) {
    if (*at != '\0')
      return fail_with (self, JWT_ERROR_NOT_UTF8, at - self->text, &detail);
    at++;
  }

  return TRUE;
}

static gboolean
check_size (Scanner *self)
{
  JwtErrorDetail detail = { .found = self->length,
                            .needed = JWT_JSON_MAX_SIZE };

  if (self->length <= JWT_JSON_MAX_SIZE)
    return TRUE;

  jwt_set_error (self->error, JWT_ERROR_TOO_LARGE, &detail);

  return FALSE;
}

static void
skip_white_space (Scanner *self)
{
  while (self->at < self->length) {
    char c = self->text[self->at];

    if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
      break;
    self->at++;
  }
}

static void
emit (Scanner      *self,
      JwtJsonEvent  event,
      JwtJsonType   type,
      gsize         start)
{
  JwtJsonSpan span = { type, start, self->at };

  self->func (event, &span, self->depth, self->user_data);
}

static void
expect_after_value (Scanner *self)
{
  self->expect = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
scan_escape (Scanner *self)
{
  gsize start = self->at++;

  if (self->at >= self->length)
    return TRUE;

  if (self->text[self->at] == 'u') {
    for (guint i = 1; i <= 4; i++) {
      if (self->at + i >= self->length)
        break;
      if (!g_ascii_isxdigit (self->text[self->at + i]))
        return fail (self, JWT_SYNTAX_ESCAPE, start);
    }
    self->at = MIN (self->at + 5, self->length);
    return TRUE;
  }

  if (self->text[self->at] == '\0' ||
      strchr ("\"\\/bfnrt", self->text[self->at]) == NULL)
    return fail (self, JWT_SYNTAX_ESCAPE, start);

  self->at++;

  return TRUE;
}

static gboolean
scan_string (Scanner *self)
{
  gsize start = self->at++;

  while (self->at < self->length) {
    guchar c = self->text[self->at];

    if (c == '"') {
      self->at++;
      return TRUE;
    } else if (c == '\\') {
      if (!scan_escape (self))
        return FALSE;
    } else if (c < 0x20) {
      return fail (self, JWT_SYNTAX_CONTROL_CHARACTER, self->at);
    } else {
      self->at++;
    }
  }

  return fail (self, JWT_SYNTAX_UNTERMINATED_STRING, start);
}

static gboolean
scan_digits (Scanner *self)
{
  gsize start = self->at;

  while (self->at < self->length && g_ascii_isdigit (self->text[self->at]))
    self->at++;

  return self->at > start || fail (self, JWT_SYNTAX_NUMBER, self->at);
}

static gboolean
at_one_of (Scanner    *self,
           const char *characters)
{
  return self->at < self->length && self->text[self->at] != '\0' &&
         strchr (characters, self->text[self->at]) != NULL;
}

static gboolean
scan_number (Scanner *self)
{
  if (at_one_of (self, "-"))
    self->at++;

  if (at_one_of (self, "0")) {
    self->at++;
    if (at_one_of (self, "0123456789"))
      return fail (self, JWT_SYNTAX_LEADING_ZERO, self->at - 1);
  } else if (!scan_digits (self)) {
    return FALSE;
  }

  if (at_one_of (self, ".")) {
    self->at++;
    if (!scan_digits (self))
      return FALSE;
  }

  if (at_one_of (self, "eE")) {
    self->at++;
    if (at_one_of (self, "+-"))
      self->at++;
    return scan_digits (self);
  }

  return TRUE;
}

static gboolean
scan_literal (Scanner    *self,
              const char *literal)
{
  gsize length = strlen (literal);

  if (self->length - self->at < length ||
      memcmp (self->text + self->at, literal, length) != 0)
    return fail (self, JWT_SYNTAX_VALUE_EXPECTED, self->at);

  self->at += length;

  return TRUE;
}

static gboolean
begin (Scanner     *self,
       JwtJsonType  type)
{
  JwtErrorDetail detail = { .needed = JWT_JSON_MAX_DEPTH };
  gsize start = self->at++;

  if (self->depth == JWT_JSON_MAX_DEPTH)
    return fail_with (self, JWT_ERROR_TOO_DEEP, start, &detail);

  emit (self, JWT_JSON_EVENT_BEGIN, type, start);
  self->stack[self->depth++] = (JwtJsonSpan) { type, start, start };
  self->expect = type == JWT_JSON_OBJECT ? EXPECT_NAME_OR_END
                                         : EXPECT_VALUE_OR_END;

  return TRUE;
}

/* The span of an END event is the whole container's. */
static gboolean
end (Scanner *self)
{
  JwtJsonSpan *span;

  self->at++;
  span = &self->stack[--self->depth];
  span->end = self->at;
  self->func (JWT_JSON_EVENT_END, span, self->depth, self->user_data);
  expect_after_value (self);

  return TRUE;
}

static JwtSyntax
classify_wrong_value (Scanner *self)
{
  switch (self->text[self->at]) {
  case '\'':
    return JWT_SYNTAX_SINGLE_QUOTE;
  case '/':
  case '#':
    return JWT_SYNTAX_COMMENT;
  case ']':
  case '}':
    return self->expect == EXPECT_VALUE && self->depth > 0 &&
           self->stack[self->depth - 1].type == JWT_JSON_ARRAY
           ? JWT_SYNTAX_TRAILING_COMMA : JWT_SYNTAX_VALUE_EXPECTED;
  default:
    return JWT_SYNTAX_VALUE_EXPECTED;
  }
}

static gboolean
scan_scalar (Scanner     *self,
             JwtJsonType *type)
{
  switch (self->text[self->at]) {
  case '"':
    *type = JWT_JSON_STRING;
    return scan_string (self);
  case 't':
    *type = JWT_JSON_TRUE;
    return scan_literal (self, "true");
  case 'f':
    *type = JWT_JSON_FALSE;
    return scan_literal (self, "false");
  case 'n':
    *type = JWT_JSON_NULL;
    return scan_literal (self, "null");
  default:
    *type = JWT_JSON_NUMBER;
    if (at_one_of (self, "-0123456789"))
      return scan_number (self);
    return fail (self, classify_wrong_value (self), self->at);
  }
}

static gboolean
scan_value (Scanner *self)
{
  gsize start = self->at;
  JwtJsonType type;

  if (at_one_of (self, "{"))
    return begin (self, JWT_JSON_OBJECT);
  if (at_one_of (self, "["))
    return begin (self, JWT_JSON_ARRAY);
  if (self->expect == EXPECT_VALUE_OR_END && at_one_of (self, "]"))
    return end (self);
  if (!scan_scalar (self, &type))
    return FALSE;

  emit (self, JWT_JSON_EVENT_VALUE, type, start);
  expect_after_value (self);

  return TRUE;
}

static gboolean
scan_name (Scanner *self)
{
  gsize start = self->at;

  if (self->expect == EXPECT_NAME_OR_END && at_one_of (self, "}"))
    return end (self);
  if (at_one_of (self, "}"))
    return fail (self, JWT_SYNTAX_TRAILING_COMMA, self->at);
  if (at_one_of (self, "'"))
    return fail (self, JWT_SYNTAX_SINGLE_QUOTE, self->at);
  if (at_one_of (self, "/#"))
    return fail (self, JWT_SYNTAX_COMMENT, self->at);
  if (!at_one_of (self, "\""))
    return fail (self, JWT_SYNTAX_NAME_EXPECTED, self->at);
  if (!scan_string (self))
    return FALSE;

  emit (self, JWT_JSON_EVENT_NAME, JWT_JSON_STRING, start);
  self->expect = EXPECT_COLON;

  return TRUE;
}

static gboolean
scan_colon (Scanner *self)
{
  if (at_one_of (self, "/#"))
    return fail (self, JWT_SYNTAX_COMMENT, self->at);
  if (!at_one_of (self, ":"))
    return fail (self, JWT_SYNTAX_COLON_EXPECTED, self->at);

  self->at++;
  emit (self, JWT_JSON_EVENT_COLON, JWT_JSON_NULL, self->at - 1);
  self->expect = EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_comma_or_end (Scanner *self)
{
  JwtJsonType type = self->stack[self->depth - 1].type;

  if (at_one_of (self, type == JWT_JSON_OBJECT ? "}" : "]"))
    return end (self);
  if (at_one_of (self, "/#"))
    return fail (self, JWT_SYNTAX_COMMENT, self->at);
  if (!at_one_of (self, ","))
    return fail (self, JWT_SYNTAX_COMMA_EXPECTED, self->at);

  self->at++;
  emit (self, JWT_JSON_EVENT_COMMA, JWT_JSON_NULL, self->at - 1);
  self->expect = type == JWT_JSON_OBJECT ? EXPECT_NAME : EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_next (Scanner *self)
{
  switch (self->expect) {
  case EXPECT_VALUE:
  case EXPECT_VALUE_OR_END:
    return scan_value (self);
  case EXPECT_NAME:
  case EXPECT_NAME_OR_END:
    return scan_name (self);
  case EXPECT_COLON:
    return scan_colon (self);
  case EXPECT_COMMA_OR_END:
    return scan_comma_or_end (self);
  case EXPECT_NOTHING:
  default:
    return fail (self, at_one_of (self, "/#") ? JWT_SYNTAX_COMMENT
                                              : JWT_SYNTAX_TRAILING_TEXT,
                 self->at);
  }
}

static gboolean
scan_text (Scanner *self)
{
  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    return fail (self, JWT_SYNTAX_BYTE_ORDER_MARK, 0);

  skip_white_space (self);
  if (self->at == self->length)
    return fail (self, JWT_SYNTAX_EMPTY, self->length);

  while (self->at < self->length) {
    if (!scan_next (self))
      return FALSE;
    skip_white_space (self);
  }

  return self->expect == EXPECT_NOTHING || fail_at_end (self);
}

/*< private >
 * jwt_json_scan:
 * @text: (array length=length): a text, which may hold any byte
 * @length: its length in bytes
 * @func: told of each lexical token, in the text's order
 * @user_data: for @func
 * @error: where the text first leaves the grammar
 *
 * Judges a text by RFC 8259's grammar, in one pass and constant memory.
 *
 * Names are not compared: that is the document's part.
 *
 * Returns: whether the whole text is one JSON text
 */
gboolean
jwt_json_scan (const char        *text,
               gsize              length,
               JwtJsonEventFunc   func,
               gpointer           user_data,
               GError           **error)
{
  Scanner scanner = {
    .text = text != NULL ? text : "",
    .length = length,
    .expect = EXPECT_VALUE,
    .func = func,
    .user_data = user_data,
    .error = error,
  };

  return check_size (&scanner) && check_utf8 (&scanner) &&
         scan_text (&scanner);
}

static gunichar
read_hex (const char *at)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + g_ascii_xdigit_value (at[i]);

  return value;
}

static gunichar
read_unicode_escape (const char **at,
                     const char  *limit)
{
  gunichar high = read_hex (*at);
  gunichar low;

  *at += 4;
  if (high < 0xd800 || high > 0xdbff || limit - *at < 6 ||
      (*at)[0] != '\\' || (*at)[1] != 'u')
    return high;

  low = read_hex (*at + 2);
  if (low < 0xdc00 || low > 0xdfff)
    return high;

  *at += 6;

  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/*< private >
 * jwt_json_next_char:
 * @at: (inout): a place inside a string that has passed the scanner
 * @end: the string's end, without its quotation mark
 *
 * Reads one character and goes behind it, escapes undone.
 *
 * Returns: the character; a lone surrogate is returned as it is
 */
gunichar
jwt_json_next_char (const char **at,
                    const char  *end)
{
  static const char escapes[] = "b\bf\fn\nr\rt\t";
  gunichar character;
  const char *found;

  if (**at != '\\') {
    character = g_utf8_get_char (*at);
    *at = g_utf8_next_char (*at);
    return character;
  }

  *at += 2;
  if ((*at)[-1] == 'u')
    return read_unicode_escape (at, end);

  found = strchr (escapes, (*at)[-1]);

  return found != NULL ? (guchar) found[1] : (guchar) (*at)[-1];
}

static int
compare_decoded (const char *one,
                 const char *one_end,
                 const char *other,
                 const char *other_end)
{
  while (one < one_end && other < other_end) {
    gunichar a = jwt_json_next_char (&one, one_end);
    gunichar b = jwt_json_next_char (&other, other_end);

    if (a != b)
      return a < b ? -1 : 1;
  }

  return (one < one_end) - (other < other_end);
}

/*< private >
 * jwt_json_compare_names:
 * @text: a text that has passed the scanner
 * @one: a string in it, with its quotation marks
 * @other: another
 *
 * Orders two strings by what they mean, so that `"alg"` and `"\u0061lg"` are
 * the same name (RFC 8259 §8.3).
 *
 * Returns: less than, equal to or greater than 0
 */
int
jwt_json_compare_names (const char        *text,
                        const JwtJsonSpan *one,
                        const JwtJsonSpan *other)
{
  return compare_decoded (text + one->start + 1, text + one->end - 1,
                          text + other->start + 1, text + other->end - 1);
}
