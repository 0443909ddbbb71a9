/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-serialization.h"

#include <string.h>

static const JwtJsonSpan *
find_member (JwtJson    *json,
             GArray     *members,
             const char *name)
{
  for (guint i = 0; i < members->len; i++) {
    JwtJsonMember *member = &g_array_index (members, JwtJsonMember, i);

    if (jwt_json_string_equals (json, &member->name, name, strlen (name)))
      return &member->value;
  }

  return NULL;
}

/*< private >
 * jwt_serialization_dup_text:
 * @json: a grammatical text
 * @span: (nullable): the place of a value in it
 *
 * Takes out a text that may be part of a token. A NUL would cut it short, and
 * make a token of what is none.
 *
 * Returns: (transfer full) (nullable): what the string means; %NULL where the
 *   value is none, or holds a NUL
 */
char *
jwt_serialization_dup_text (JwtJson           *json,
                            const JwtJsonSpan *span)
{
  g_autofree char *text = NULL;
  gsize length;

  if (span == NULL || span->type != JWT_JSON_STRING)
    return NULL;

  text = jwt_json_dup_string (json, span, &length);

  return strlen (text) == length ? g_steal_pointer (&text) : NULL;
}

static void
read_signature (JwtSerialization  *self,
                JwtJson           *json,
                const JwtJsonSpan *object)
{
  g_autoptr (GArray) members = NULL;

  if (object->type != JWT_JSON_OBJECT)
    return;

  members = jwt_json_list_members (json, object);
  self->header =
    jwt_serialization_dup_text (json, find_member (json, members, "protected"));
  self->signature =
    jwt_serialization_dup_text (json, find_member (json, members, "signature"));
  self->unprotected = find_member (json, members, "header") != NULL;
}

static void
read_general (JwtSerialization  *self,
              JwtJson           *json,
              const JwtJsonSpan *signatures)
{
  g_autoptr (GArray) elements = NULL;

  if (signatures->type != JWT_JSON_ARRAY)
    return;

  elements = jwt_json_list_elements (json, signatures);
  self->n_signatures = elements->len;
  if (elements->len > 0)
    read_signature (self, json, &g_array_index (elements, JwtJsonSpan, 0));
}

/*< private >
 * jwt_serialization_read:
 * @json: a text without a problem
 *
 * Reads a JWS JSON serialization, general (RFC 7515 §7.2.1) or flattened
 * (§7.2.2).
 *
 * Returns: (transfer full): what could be found of it
 */
JwtSerialization *
jwt_serialization_read (JwtJson *json)
{
  JwtSerialization *self = g_new0 (JwtSerialization, 1);
  JwtJsonSpan root = jwt_json_get_root (json);
  const JwtJsonSpan *signatures = jwt_json_find (json, "signatures");

  self->payload =
    jwt_serialization_dup_text (json, jwt_json_find (json, "payload"));
  if (signatures != NULL) {
    read_general (self, json, signatures);
  } else {
    self->n_signatures = 1;
    read_signature (self, json, &root);
  }

  return self;
}

/*< private >
 * jwt_serialization_free:
 * @self: (transfer full): what was read
 */
void
jwt_serialization_free (JwtSerialization *self)
{
  g_free (self->header);
  g_free (self->payload);
  g_free (self->signature);
  g_free (self);
}
