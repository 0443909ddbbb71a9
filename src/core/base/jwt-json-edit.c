/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/base/jwt-display.h"
#include "core/base/jwt-json-scanner.h"
#include "core/base/jwt-json-writer.h"

#define MAX_INDENT 16

typedef struct
{
  const char *text;
  GString    *to;
  gboolean    after_begin;
} Printer;

static void
append_hidden_as_escapes (GString    *to,
                          const char *at,
                          gsize       length)
{
  g_autofree char *shown = NULL;
  gsize plain = 0;

  while (plain < length && at[plain] >= 0x20 && at[plain] < 0x7f)
    plain++;

  g_string_append_len (to, at, plain);
  if (plain == length)
    return;

  shown = jwt_display_escape (at + plain, length - plain);
  g_string_append (to, shown);
}

/* Deeper than anybody reads, the margin stops growing: it would make a hundred
 * times of a hostile text. */
static void
new_line (GString *to,
          guint    depth)
{
  g_string_append_c (to, '\n');
  for (guint i = 0; i < MIN (depth, MAX_INDENT); i++)
    g_string_append (to, "  ");
}

static void
print_separator (Printer      *printer,
                 JwtJsonEvent  event,
                 guint         depth)
{
  g_string_append_c (printer->to, event == JWT_JSON_EVENT_COMMA ? ',' : ':');
  if (event == JWT_JSON_EVENT_COMMA)
    new_line (printer->to, depth);
  else
    g_string_append_c (printer->to, ' ');
}

static void
indent_cb (JwtJsonEvent       event,
           const JwtJsonSpan *span,
           guint              depth,
           gpointer           user_data)
{
  Printer *printer = user_data;
  gboolean first = printer->after_begin;

  if (event == JWT_JSON_EVENT_COMMA || event == JWT_JSON_EVENT_COLON) {
    print_separator (printer, event, depth);
    return;
  }

  printer->after_begin = event == JWT_JSON_EVENT_BEGIN;
  if (event == JWT_JSON_EVENT_END) {
    if (!first)
      new_line (printer->to, depth);
    g_string_append_c (printer->to, printer->text[span->end - 1]);
    return;
  }

  if (first)
    new_line (printer->to, depth);
  append_hidden_as_escapes (printer->to, printer->text + span->start,
                            span->end - span->start);
}

/**
 * jwt_json_indent:
 * @self: a grammatical text
 *
 * Sets out a text for reading, by two spaces a level. Every literal stays as it
 * was written, but for characters in strings that cannot be seen, or change how
 * others are seen: they become escapes that mean the same.
 *
 * Returns: (transfer full): the text in several lines
 */
char *
jwt_json_indent (JwtJson *self)
{
  gsize length;
  const char *text = g_bytes_get_data (jwt_json_get_text (self), &length);
  Printer printer = { text, g_string_sized_new (length + length / 2), FALSE };

  jwt_json_scan (text, length, indent_cb, &printer, NULL);

  return g_string_free (printer.to, FALSE);
}

static void
compact_cb (JwtJsonEvent       event,
            const JwtJsonSpan *span,
            guint              depth,
            gpointer           user_data)
{
  Printer *printer = user_data;
  gsize start = event == JWT_JSON_EVENT_END ? span->end - 1 : span->start;

  g_string_append_len (printer->to, printer->text + start, span->end - start);
}

/**
 * jwt_json_compact:
 * @self: a grammatical text
 *
 * Leaves out the white space between the literals, and touches none of them.
 *
 * Returns: (transfer full): the text in one line
 */
GBytes *
jwt_json_compact (JwtJson *self)
{
  gsize length;
  const char *text = g_bytes_get_data (jwt_json_get_text (self), &length);
  Printer printer = { text, g_string_sized_new (length), FALSE };

  jwt_json_scan (text, length, compact_cb, &printer, NULL);

  return g_string_free_to_bytes (printer.to);
}

static char *
splice (JwtJson    *self,
        gsize       start,
        gsize       end,
        const char *insert)
{
  gsize length;
  const char *text = g_bytes_get_data (jwt_json_get_text (self), &length);
  GString *to = g_string_sized_new (length + strlen (insert));

  g_string_append_len (to, text, start);
  g_string_append (to, insert);
  g_string_append_len (to, text + end, length - end);

  return g_string_free (to, FALSE);
}

/* A new member is set out as the last one is, so that the text keeps its
 * style. */
static char *
append_after (JwtJson             *self,
              const JwtJsonMember *last,
              gsize                before,
              const char          *name,
              const char          *literal)
{
  const char *text = g_bytes_get_data (jwt_json_get_text (self), NULL);
  g_autoptr (GString) insert = g_string_new (",");

  g_string_append_len (insert, text + before, last->name.start - before);
  g_string_append (insert, name);
  g_string_append_len (insert, text + last->name.end,
                       last->value.start - last->name.end);
  g_string_append (insert, literal);

  return splice (self, last->value.end, last->value.end, insert->str);
}

static gsize
find_separator_end (JwtJson             *self,
                    const JwtJsonMember *last)
{
  const char *text = g_bytes_get_data (jwt_json_get_text (self), NULL);
  gsize at = last->name.start;

  while (text[at - 1] != ',' && text[at - 1] != '{')
    at--;

  return at;
}

static char *
fill_empty (JwtJson    *self,
            const char *name,
            const char *literal)
{
  JwtJsonSpan root = jwt_json_get_root (self);
  g_autofree char *insert = g_strdup_printf ("{\n  %s: %s\n}", name, literal);

  return splice (self, root.start, root.end, insert);
}

/**
 * jwt_json_set_member:
 * @self: a text that is an object
 * @name: a member's name
 * @literal: a JSON value
 *
 * Gives a member another value, or adds it at the object's end, and leaves
 * every other character as it is.
 *
 * Returns: (transfer full): the new text
 */
char *
jwt_json_set_member (JwtJson    *self,
                     const char *name,
                     const char *literal)
{
  const JwtJsonSpan *value = jwt_json_find (self, name);
  g_autofree char *quoted = NULL;
  const JwtJsonMember *members;
  guint n_members;

  g_return_val_if_fail (jwt_json_is_object (self), NULL);

  if (value != NULL)
    return splice (self, value->start, value->end, literal);

  quoted = jwt_json_quote (name);
  members = jwt_json_get_members (self, &n_members);
  if (n_members == 0)
    return fill_empty (self, quoted, literal);

  return append_after (self, &members[n_members - 1],
                       find_separator_end (self, &members[n_members - 1]),
                       quoted, literal);
}
