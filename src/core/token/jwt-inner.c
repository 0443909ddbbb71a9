/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-inner.h"

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

/* A NUL would cut the text short, and make a token of what is none. */
static char *
dup_text (JwtJson           *json,
          const JwtJsonSpan *span)
{
  g_autofree char *text = NULL;
  gsize length;

  if (span == NULL || span->type != JWT_JSON_STRING)
    return NULL;

  text = jwt_json_dup_string (json, span, &length);

  return strlen (text) == length ? g_steal_pointer (&text) : NULL;
}

/* What stands in an unprotected header has no place in the compact form. */
static char *
join (JwtJson           *json,
      const JwtJsonSpan *payload,
      GArray            *members)
{
  g_autofree char *first =
    dup_text (json, find_member (json, members, "protected"));
  g_autofree char *second = dup_text (json, payload);
  g_autofree char *third =
    dup_text (json, find_member (json, members, "signature"));

  if (first == NULL || second == NULL || third == NULL ||
      find_member (json, members, "header") != NULL)
    return NULL;

  return g_strjoin (".", first, second, third, NULL);
}

static char *
join_general (JwtJson           *json,
              const JwtJsonSpan *signatures)
{
  const JwtJsonSpan *payload = jwt_json_find (json, "payload");
  g_autoptr (GArray) elements = NULL;
  g_autoptr (GArray) members = NULL;
  JwtJsonSpan *only;

  if (signatures->type != JWT_JSON_ARRAY)
    return NULL;

  elements = jwt_json_list_elements (json, signatures);
  if (elements->len != 1)
    return NULL;

  only = &g_array_index (elements, JwtJsonSpan, 0);
  if (only->type != JWT_JSON_OBJECT)
    return NULL;

  members = jwt_json_list_members (json, only);

  return join (json, payload, members);
}

static char *
join_flattened (JwtJson *json)
{
  JwtJsonSpan root = jwt_json_get_root (json);
  g_autoptr (GArray) members = jwt_json_list_members (json, &root);

  return join (json, jwt_json_find (json, "payload"), members);
}

static char *
open_serialization (JwtToken *self)
{
  g_autoptr (JwtJson) json = jwt_json_new (jwt_token_get_text (self));
  const JwtJsonSpan *signatures;

  if (jwt_json_get_problem (json) != NULL || !jwt_json_is_object (json))
    return NULL;

  signatures = jwt_json_find (json, "signatures");

  return signatures != NULL ? join_general (json, signatures)
                            : join_flattened (json);
}

/* A nested token may stand in quotation marks, as a JSON string. */
static char *
open_payload (JwtToken *self)
{
  JwtJson *payload = jwt_token_get_payload (self);
  JwtJsonSpan root;
  gsize length;
  const char *text;

  if (payload == NULL)
    return NULL;

  root = jwt_json_get_root (payload);
  if (jwt_json_is_grammatical (payload))
    return dup_text (payload, &root);

  text = g_bytes_get_data (jwt_json_get_text (payload), &length);
  if (length == 0 || memchr (text, '\0', length) != NULL)
    return NULL;

  return g_strndup (text, length);
}

static gboolean
is_token (GBytes *text)
{
  g_autoptr (JwtToken) token = jwt_token_new (text);
  JwtForm form = jwt_token_get_form (token);

  return form == JWT_FORM_SIGNED || form == JWT_FORM_UNSECURED ||
         form == JWT_FORM_ENCRYPTED;
}

/**
 * jwt_token_dup_inner:
 * @self: a token
 *
 * Takes out the token that another text carries: the payload of a nested token
 * (RFC 7519 §5.2), or what a JWS JSON serialization (RFC 7515 §7.2) of one
 * signature says, in compact form.
 *
 * Returns: (transfer full) (nullable): the inner token's text
 */
GBytes *
jwt_token_dup_inner (JwtToken *self)
{
  g_autofree char *inner = NULL;
  g_autoptr (GBytes) text = NULL;

  if (jwt_token_get_form (self) == JWT_FORM_JSON_SERIALIZATION)
    inner = open_serialization (self);
  else if (jwt_token_get_form (self) != JWT_FORM_MALFORMED)
    inner = open_payload (self);
  if (inner == NULL)
    return NULL;

  text = g_bytes_new (inner, strlen (inner));

  return is_token (text) ? g_steal_pointer (&text) : NULL;
}
