/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/base/jwt-display.h"

struct _JwtJsonWriter
{
  GString  *text;
  GString  *open;     /* one closing bracket for each container that is open */
  gboolean  has_value;
};

/* What json-glib leaves as it is, but nobody would see. */
static char *
escape_hidden (const char *literal)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = literal; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (jwt_display_is_hidden (character)) {
      g_autofree char *shown =
        jwt_display_escape (at, g_utf8_next_char (at) - at);

      g_string_append (escaped, shown);
    } else {
      g_string_append_unichar (escaped, character);
    }
  }

  return g_string_free (escaped, FALSE);
}

/**
 * jwt_json_quote:
 * @text: valid UTF-8
 *
 * Writes a text as a JSON string (RFC 8259 §7); characters that cannot be seen
 * are escaped.
 *
 * Returns: (transfer full): the literal with its quotation marks
 */
char *
jwt_json_quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *literal = NULL;

  json_node_set_string (node, text);
  literal = json_to_string (node, FALSE);

  return escape_hidden (literal);
}

/**
 * jwt_json_writer_new:
 *
 * Begins a JSON text that is one object.
 *
 * Returns: (transfer full): a writer
 */
JwtJsonWriter *
jwt_json_writer_new (void)
{
  JwtJsonWriter *self = g_new0 (JwtJsonWriter, 1);

  self->text = g_string_new ("{");
  self->open = g_string_new ("}");

  return self;
}

/**
 * jwt_json_writer_free:
 * @self: (transfer full): a writer
 */
void
jwt_json_writer_free (JwtJsonWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_string_free (self->open, TRUE);
  g_free (self);
}

static void
new_line (JwtJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->open->len; i++)
    g_string_append (self->text, "  ");
}

static void
begin_value (JwtJsonWriter *self,
             const char    *name)
{
  if (self->has_value)
    g_string_append_c (self->text, ',');
  new_line (self);
  self->has_value = TRUE;

  if (name != NULL) {
    g_autofree char *quoted = jwt_json_quote (name);

    g_string_append_printf (self->text, "%s: ", quoted);
  }
}

static void
begin_container (JwtJsonWriter *self,
                 const char    *name,
                 char           opening,
                 char           closing)
{
  begin_value (self, name);
  g_string_append_c (self->text, opening);
  g_string_append_c (self->open, closing);
  self->has_value = FALSE;
}

/**
 * jwt_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 */
void
jwt_json_writer_begin_object (JwtJsonWriter *self,
                              const char    *name)
{
  begin_container (self, name, '{', '}');
}

/**
 * jwt_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 */
void
jwt_json_writer_begin_array (JwtJsonWriter *self,
                             const char    *name)
{
  begin_container (self, name, '[', ']');
}

/**
 * jwt_json_writer_end:
 * @self: a writer
 *
 * Ends the object or array that was begun last.
 */
void
jwt_json_writer_end (JwtJsonWriter *self)
{
  char closing = self->open->str[self->open->len - 1];
  gboolean filled = self->has_value;

  g_string_truncate (self->open, self->open->len - 1);
  if (filled)
    new_line (self);
  g_string_append_c (self->text, closing);
  self->has_value = TRUE;
}

/**
 * jwt_json_writer_add_string:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: (nullable): valid UTF-8, or %NULL for `null`
 */
void
jwt_json_writer_add_string (JwtJsonWriter *self,
                            const char    *name,
                            const char    *value)
{
  g_autofree char *quoted = value != NULL ? jwt_json_quote (value) : NULL;

  begin_value (self, name);
  g_string_append (self->text, quoted != NULL ? quoted : "null");
}

/**
 * jwt_json_writer_add_integer:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: a number
 */
void
jwt_json_writer_add_integer (JwtJsonWriter *self,
                             const char    *name,
                             gint64         value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * jwt_json_writer_add_boolean:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: true or false
 */
void
jwt_json_writer_add_boolean (JwtJsonWriter *self,
                             const char    *name,
                             gboolean       value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * jwt_json_writer_add_null:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 */
void
jwt_json_writer_add_null (JwtJsonWriter *self,
                          const char    *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}

/**
 * jwt_json_writer_add_json:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @json: (nullable): a grammatical text, whose literals are kept as they are,
 *   or %NULL for `null`
 */
void
jwt_json_writer_add_json (JwtJsonWriter *self,
                          const char    *name,
                          JwtJson       *json)
{
  g_autofree char *indented = json != NULL ? jwt_json_indent (json) : NULL;

  if (indented == NULL) {
    jwt_json_writer_add_null (self, name);
    return;
  }

  begin_value (self, name);
  for (const char *line = indented; *line != '\0';) {
    gsize length = strcspn (line, "\n");

    g_string_append_len (self->text, line, length);
    line += length;
    if (*line == '\n') {
      new_line (self);
      line++;
    }
  }
}

/**
 * jwt_json_writer_finish:
 * @self: a writer all of whose containers have been ended
 *
 * Returns: (transfer full): the whole text; the writer is spent
 */
char *
jwt_json_writer_finish (JwtJsonWriter *self)
{
  g_return_val_if_fail (self->open->len == 1, NULL);

  jwt_json_writer_end (self);

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
