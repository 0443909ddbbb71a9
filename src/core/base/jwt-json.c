/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-json.h"

#include <string.h>

#include "core/base/jwt-display.h"
#include "core/base/jwt-error.h"
#include "core/base/jwt-json-scanner.h"

/**
 * JwtJson:
 *
 * One JSON text and the places of its values.
 *
 * The text is judged by RFC 8259 and is never changed: what is read from it, is
 * read from the spans of its own characters, so that no number is rounded and
 * no escape lost. A name that stands twice in one object is a problem
 * (RFC 7515 §4, RFC 7519 §4), though such a text can still be read.
 */
struct _JwtJson
{
  gatomicrefcount  ref_count;
  GBytes          *text;
  const char      *data;
  GError          *problem;
  gboolean         grammatical;
  JwtJsonSpan      root;
  GArray          *members;
};

G_DEFINE_BOXED_TYPE (JwtJson, jwt_json, jwt_json_ref, jwt_json_unref)

/* The names of the objects that are open, one stack for all of them, so that
 * comparing costs n log n in one object and memory only while it is open. */
typedef struct
{
  JwtJson *json;
  GArray  *names;
  GArray  *frames;
  guint32  duplicate;
  gsize    duplicate_end;
} Reader;

#define NO_DUPLICATE G_MAXUINT32

static int
compare_spans (gconstpointer one,
               gconstpointer other,
               gpointer      user_data)
{
  const JwtJsonSpan *a = one;
  const JwtJsonSpan *b = other;
  int order = jwt_json_compare_names (user_data, a, b);

  return order != 0 ? order : (a->start > b->start) - (a->start < b->start);
}

static void
note_duplicate (Reader            *reader,
                const JwtJsonSpan *name)
{
  if (name->start >= reader->duplicate)
    return;

  reader->duplicate = name->start;
  reader->duplicate_end = name->end;
}

static void
close_object (Reader *reader)
{
  guint first = g_array_index (reader->frames, guint, reader->frames->len - 1);
  guint count = reader->names->len - first;
  JwtJsonSpan *names = &g_array_index (reader->names, JwtJsonSpan, first);
  const char *data = reader->json->data;

  if (count > 1)
    g_qsort_with_data (names, count, sizeof *names, compare_spans,
                       (gpointer) data);

  for (guint i = 1; i < count; i++)
    if (jwt_json_compare_names (data, &names[i - 1], &names[i]) == 0)
      note_duplicate (reader, &names[i]);

  g_array_set_size (reader->names, first);
  g_array_set_size (reader->frames, reader->frames->len - 1);
}

static void
read_names (JwtJsonEvent       event,
            const JwtJsonSpan *span,
            Reader            *reader)
{
  if (event == JWT_JSON_EVENT_NAME)
    g_array_append_vals (reader->names, span, 1);
  else if (event == JWT_JSON_EVENT_BEGIN && span->type == JWT_JSON_OBJECT)
    g_array_append_val (reader->frames, reader->names->len);
  else if (event == JWT_JSON_EVENT_END && span->type == JWT_JSON_OBJECT)
    close_object (reader);
}

static void
append_member (GArray            *members,
               JwtJsonEvent       event,
               const JwtJsonSpan *span)
{
  JwtJsonMember member = { .name = *span };

  if (event == JWT_JSON_EVENT_NAME)
    g_array_append_val (members, member);
  else if (event == JWT_JSON_EVENT_VALUE || event == JWT_JSON_EVENT_END)
    g_array_index (members, JwtJsonMember, members->len - 1).value = *span;
}

static void
read_cb (JwtJsonEvent       event,
         const JwtJsonSpan *span,
         guint              depth,
         gpointer           user_data)
{
  Reader *reader = user_data;
  JwtJson *json = reader->json;

  read_names (event, span, reader);

  if (depth == 0)
    json->root = *span;
  else if (depth == 1 && json->root.type == JWT_JSON_OBJECT)
    append_member (json->members, event, span);
}

static void
set_duplicate_problem (JwtJson *self,
                       Reader  *reader)
{
  JwtJsonSpan span = { JWT_JSON_STRING, reader->duplicate,
                       reader->duplicate_end };
  g_autofree char *name = jwt_json_dup_display (self, &span);
  JwtErrorDetail detail = { .name = name };

  jwt_json_locate (self->data, reader->duplicate, &detail);
  self->problem = jwt_error_new (JWT_ERROR_DUPLICATE_MEMBER, &detail);
}

static void
read_text (JwtJson *self)
{
  g_autoptr (GArray) names =
    g_array_sized_new (FALSE, FALSE, sizeof (JwtJsonSpan), 16);
  g_autoptr (GArray) frames =
    g_array_sized_new (FALSE, FALSE, sizeof (guint), 16);
  Reader reader = { self, names, frames, NO_DUPLICATE, 0 };

  self->grammatical = jwt_json_scan (self->data, g_bytes_get_size (self->text),
                                     read_cb, &reader, &self->problem);
  if (!self->grammatical)
    g_array_set_size (self->members, 0);
  else if (reader.duplicate != NO_DUPLICATE)
    set_duplicate_problem (self, &reader);
}

/**
 * jwt_json_new:
 * @text: a text of any bytes
 *
 * Reads a JSON text by RFC 8259, with the limits %JWT_JSON_MAX_DEPTH and
 * %JWT_JSON_MAX_SIZE.
 *
 * Returns: (transfer full): the text and what is to be known of it; whether it
 *   is JSON at all, jwt_json_get_problem() tells
 */
JwtJson *
jwt_json_new (GBytes *text)
{
  JwtJson *self = g_new0 (JwtJson, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_bytes_ref (text);
  self->data = g_bytes_get_data (text, NULL);
  if (self->data == NULL)
    self->data = "";
  self->members = g_array_new (FALSE, FALSE, sizeof (JwtJsonMember));
  read_text (self);

  return self;
}

/**
 * jwt_json_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
JwtJson *
jwt_json_ref (JwtJson *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jwt_json_unref:
 * @self: (transfer full): a text
 */
void
jwt_json_unref (JwtJson *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_error (&self->problem);
  g_array_unref (self->members);
  g_bytes_unref (self->text);
  g_free (self);
}

/**
 * jwt_json_get_text:
 * @self: a text
 *
 * Returns: (transfer none): the bytes that it was made from
 */
GBytes *
jwt_json_get_text (JwtJson *self)
{
  return self->text;
}

/**
 * jwt_json_get_problem:
 * @self: a text
 *
 * Returns: (transfer none) (nullable): the first thing that is wrong with it:
 *   %JWT_ERROR_TOO_LARGE, %JWT_ERROR_NOT_UTF8, %JWT_ERROR_NOT_JSON,
 *   %JWT_ERROR_TOO_DEEP or %JWT_ERROR_DUPLICATE_MEMBER; its part is left for
 *   the caller to say
 */
const GError *
jwt_json_get_problem (JwtJson *self)
{
  return self->problem;
}

/**
 * jwt_json_is_grammatical:
 * @self: a text
 *
 * Returns: whether the text is within the grammar, so that its values can be
 *   read, though names may stand twice
 */
gboolean
jwt_json_is_grammatical (JwtJson *self)
{
  return self->grammatical;
}

/**
 * jwt_json_is_object:
 * @self: a text
 *
 * Returns: whether the text is within the grammar and is an object
 */
gboolean
jwt_json_is_object (JwtJson *self)
{
  return self->grammatical && self->root.type == JWT_JSON_OBJECT;
}

/**
 * jwt_json_get_root:
 * @self: a grammatical text
 *
 * Returns: the place of its one value
 */
JwtJsonSpan
jwt_json_get_root (JwtJson *self)
{
  return self->root;
}

/**
 * jwt_json_get_members:
 * @self: a text
 * @n_members: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_members): the members of the
 *   object that the text is, in its order; none where it is no object
 */
const JwtJsonMember *
jwt_json_get_members (JwtJson *self,
                      guint   *n_members)
{
  *n_members = self->members->len;

  return (const JwtJsonMember *) (gpointer) self->members->data;
}

/**
 * jwt_json_find:
 * @self: a text
 * @name: a member's name, as it means, without escapes
 *
 * Returns: (transfer none) (nullable): the value of the first member of that
 *   name
 */
const JwtJsonSpan *
jwt_json_find (JwtJson    *self,
               const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < self->members->len; i++) {
    JwtJsonMember *member = &g_array_index (self->members, JwtJsonMember, i);

    if (jwt_json_string_equals (self, &member->name, name, length))
      return &member->value;
  }

  return NULL;
}

/* A part of the text is read by scanning just it, which is cheaper than to
 * keep the places of all values that nobody may ask for. */
typedef struct
{
  GArray      *found;
  guint32      base;
  JwtJsonType  type;
} Lister;

static void
list_cb (JwtJsonEvent       event,
         const JwtJsonSpan *span,
         guint              depth,
         gpointer           user_data)
{
  Lister *lister = user_data;
  JwtJsonSpan moved = { span->type, span->start + lister->base,
                        span->end + lister->base };

  if (depth != 1)
    return;

  if (lister->type == JWT_JSON_OBJECT)
    append_member (lister->found, event, &moved);
  else if (event == JWT_JSON_EVENT_VALUE || event == JWT_JSON_EVENT_END)
    g_array_append_val (lister->found, moved);
}

static GArray *
list (JwtJson           *self,
      const JwtJsonSpan *container,
      gsize              element_size)
{
  GArray *found = g_array_new (FALSE, FALSE, element_size);
  Lister lister = { found, container->start, container->type };

  jwt_json_scan (self->data + container->start,
                 container->end - container->start, list_cb, &lister, NULL);

  return found;
}

/**
 * jwt_json_list_members:
 * @self: a grammatical text
 * @object: the place of an object in it
 *
 * Returns: (transfer full) (element-type JwtJsonMember): its members
 */
GArray *
jwt_json_list_members (JwtJson           *self,
                       const JwtJsonSpan *object)
{
  g_return_val_if_fail (object->type == JWT_JSON_OBJECT, NULL);

  return list (self, object, sizeof (JwtJsonMember));
}

/**
 * jwt_json_list_elements:
 * @self: a grammatical text
 * @array: the place of an array in it
 *
 * Returns: (transfer full) (element-type JwtJsonSpan): its elements
 */
GArray *
jwt_json_list_elements (JwtJson           *self,
                        const JwtJsonSpan *array)
{
  g_return_val_if_fail (array->type == JWT_JSON_ARRAY, NULL);

  return list (self, array, sizeof (JwtJsonSpan));
}

/**
 * jwt_json_dup_literal:
 * @self: a grammatical text
 * @span: a place in it
 *
 * Returns: (transfer full): the characters that stand there, unchanged
 */
char *
jwt_json_dup_literal (JwtJson           *self,
                      const JwtJsonSpan *span)
{
  return g_strndup (self->data + span->start, span->end - span->start);
}

/**
 * jwt_json_string_equals:
 * @self: a grammatical text
 * @span: the place of a string in it
 * @text: valid UTF-8
 * @length: of @text, in bytes, a NUL being a character like any other
 *
 * Compares what a string means, escapes undone, with a text (RFC 8259 §8.3).
 *
 * Returns: whether they are the same characters
 */
gboolean
jwt_json_string_equals (JwtJson           *self,
                        const JwtJsonSpan *span,
                        const char        *text,
                        gsize              length)
{
  const char *at = self->data + span->start + 1;
  const char *end = self->data + span->end - 1;
  const char *limit = text + length;

  if (span->type != JWT_JSON_STRING)
    return FALSE;

  while (at < end && text < limit) {
    if (jwt_json_next_char (&at, end) != g_utf8_get_char (text))
      return FALSE;
    text = g_utf8_next_char (text);
  }

  return at == end && text == limit;
}

/**
 * jwt_json_dup_string:
 * @self: a grammatical text
 * @span: the place of a string in it
 * @length: (out) (optional): the result's length in bytes, as it may hold a NUL
 *
 * Undoes a string's escapes.
 *
 * Returns: (transfer full): what the string means, in UTF-8 but for a lone
 *   surrogate, which is written in three bytes that no valid UTF-8 has, so that
 *   it equals nothing else; with a NUL behind its end
 */
char *
jwt_json_dup_string (JwtJson           *self,
                     const JwtJsonSpan *span,
                     gsize             *length)
{
  const char *at = self->data + span->start + 1;
  const char *end = self->data + span->end - 1;
  char *text = g_malloc (span->end - span->start);
  char *to = text;

  while (at < end)
    to += g_unichar_to_utf8 (jwt_json_next_char (&at, end), to);

  *to = '\0';
  if (length != NULL)
    *length = to - text;

  return text;
}

/**
 * jwt_json_dup_display:
 * @self: a grammatical text
 * @span: the place of any value in it
 *
 * Makes a value fit to be shown: a string without its quotation marks, another
 * literal as it stands; characters that hide or turn others are escaped.
 *
 * Returns: (transfer full): valid UTF-8 in one line
 */
char *
jwt_json_dup_display (JwtJson           *self,
                      const JwtJsonSpan *span)
{
  gsize length = span->end - span->start;
  g_autofree char *text = NULL;

  if (span->type != JWT_JSON_STRING)
    return jwt_display_escape (self->data + span->start, length);

  text = jwt_json_dup_string (self, span, &length);

  return jwt_display_escape (text, length);
}

typedef struct
{
  JwtJsonTokenFunc func;
  gpointer         user_data;
} TokenTeller;

static JwtJsonToken
classify (JwtJsonEvent event,
          JwtJsonType  type)
{
  if (event == JWT_JSON_EVENT_NAME)
    return JWT_JSON_TOKEN_NAME;
  if (event != JWT_JSON_EVENT_VALUE)
    return JWT_JSON_TOKEN_PUNCTUATION;
  if (type == JWT_JSON_STRING)
    return JWT_JSON_TOKEN_STRING;

  return type == JWT_JSON_NUMBER ? JWT_JSON_TOKEN_NUMBER
                                 : JWT_JSON_TOKEN_LITERAL;
}

static void
tell_token_cb (JwtJsonEvent       event,
               const JwtJsonSpan *span,
               guint              depth,
               gpointer           user_data)
{
  TokenTeller *teller = user_data;
  gsize start = event == JWT_JSON_EVENT_END ? span->end - 1 : span->start;

  teller->func (classify (event, span->type), start, span->end,
                teller->user_data);
}

/**
 * jwt_json_foreach_token:
 * @text: (array length=length): a text, which need not be JSON
 * @length: its length in bytes
 * @func: (scope call): told of each lexical token, up to the first fault
 * @user_data: for @func
 *
 * Tells what each piece of a text is, for whoever colours it.
 */
void
jwt_json_foreach_token (const char       *text,
                        gsize             length,
                        JwtJsonTokenFunc  func,
                        gpointer          user_data)
{
  TokenTeller teller = { func, user_data };

  jwt_json_scan (text, length, tell_token_cb, &teller, NULL);
}
