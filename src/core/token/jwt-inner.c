/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-inner.h"

#include <string.h>

#include "core/token/jwt-serialization.h"

/* What stands in an unprotected header has no place in the compact form. */
static char *
open_serialization (JwtToken *self)
{
  g_autoptr (JwtJson) json = jwt_json_new (jwt_token_get_text (self));
  g_autoptr (JwtSerialization) found = NULL;

  if (jwt_json_get_problem (json) != NULL || !jwt_json_is_object (json))
    return NULL;

  found = jwt_serialization_read (json);
  if (found->n_signatures != 1 || found->unprotected ||
      found->header == NULL || found->payload == NULL ||
      found->signature == NULL)
    return NULL;

  return g_strjoin (".", found->header, found->payload, found->signature,
                    NULL);
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
    return jwt_serialization_dup_text (payload, &root);

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
