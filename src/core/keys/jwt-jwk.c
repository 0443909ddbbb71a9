/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-jwk.h"

#include <string.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-encoding.h"
#include "core/base/jwt-error.h"

static gboolean
refuse (JwtError      code,
        const char   *name,
        GError      **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_KEY, .name = (char *) name };

  jwt_set_error (error, code, &detail);

  return FALSE;
}

static gboolean
means (JwtJson           *json,
       const JwtJsonSpan *span,
       const char        *text)
{
  return jwt_json_string_equals (json, span, text, strlen (text));
}

static const JwtJsonSpan *
find_member (JwtJson    *json,
             GArray     *members,
             const char *name)
{
  for (guint i = 0; i < members->len; i++) {
    JwtJsonMember *member = &g_array_index (members, JwtJsonMember, i);

    if (means (json, &member->name, name))
      return &member->value;
  }

  return NULL;
}

static const JwtJsonSpan *
find_typed (JwtJson     *json,
            GArray      *members,
            const char  *name,
            JwtJsonType  type)
{
  const JwtJsonSpan *span = find_member (json, members, name);

  return span != NULL && span->type == type ? span : NULL;
}

/* A place in the value of "k" is none in the text that a person sees. */
static gboolean
refuse_k (const GError  *problem,
          GError       **error)
{
  JwtErrorDetail detail = *jwt_error_get_detail (problem);

  detail.part = JWT_PART_KEY;
  detail.name = (char *) "k";
  detail.offset = 0;
  detail.column = 0;
  jwt_set_error (error, JWT_ERROR_KEY_MALFORMED, &detail);

  return FALSE;
}

/* The secret leaves the text in a buffer that is wiped at once. */
static gboolean
read_k (JwtJwk   *jwk,
        JwtJson  *json,
        GArray   *members,
        GError  **error)
{
  const JwtJsonSpan *span = find_typed (json, members, "k", JWT_JSON_STRING);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) problem = NULL;
  gsize length;
  char *k;

  if (span == NULL)
    return refuse (JWT_ERROR_KEY_MALFORMED, "k", error);

  k = jwt_json_dup_string (json, span, &length);
  text = jwt_bytes_take_wiped (k, length);
  jwk->secret = jwt_encoding_decode (JWT_ENCODING_BASE64URL, k, length,
                                     &problem);

  return jwk->secret != NULL || refuse_k (problem, error);
}

static gboolean
read_mark (JwtJson     *json,
           GArray      *members,
           const char  *name,
           char       **mark,
           GError     **error)
{
  const JwtJsonSpan *span = find_member (json, members, name);

  if (span == NULL)
    return TRUE;
  if (span->type != JWT_JSON_STRING)
    return refuse (JWT_ERROR_KEY_MALFORMED, name, error);

  *mark = jwt_json_dup_display (json, span);

  return TRUE;
}

static gboolean
read_operations (JwtJwk   *jwk,
                 JwtJson  *json,
                 GArray   *members,
                 GError  **error)
{
  const JwtJsonSpan *span = find_member (json, members, "key_ops");
  g_autoptr (GArray) elements = NULL;

  if (span == NULL)
    return TRUE;
  if (span->type != JWT_JSON_ARRAY)
    return refuse (JWT_ERROR_KEY_MALFORMED, "key_ops", error);

  jwk->may_sign = jwk->may_verify = FALSE;
  elements = jwt_json_list_elements (json, span);
  for (guint i = 0; i < elements->len; i++) {
    JwtJsonSpan *element = &g_array_index (elements, JwtJsonSpan, i);

    if (element->type != JWT_JSON_STRING)
      return refuse (JWT_ERROR_KEY_MALFORMED, "key_ops", error);
    jwk->may_sign |= means (json, element, "sign");
    jwk->may_verify |= means (json, element, "verify");
  }

  return TRUE;
}

static gboolean
read_one (JwtJwk   *jwk,
          JwtJson  *json,
          GArray   *members,
          GError  **error)
{
  const JwtJsonSpan *kty = find_typed (json, members, "kty", JWT_JSON_STRING);
  g_autofree char *shown = NULL;

  if (!means (json, kty, "oct")) {
    shown = jwt_json_dup_display (json, kty);
    return refuse (JWT_ERROR_KEY_FAMILY, shown, error);
  }

  return read_k (jwk, json, members, error) &&
         read_mark (json, members, "alg", &jwk->alg, error) &&
         read_mark (json, members, "use", &jwk->use, error) &&
         read_operations (jwk, json, members, error);
}

static gboolean
is_oct (JwtJson *json,
        GArray  *members)
{
  const JwtJsonSpan *kty = find_typed (json, members, "kty", JWT_JSON_STRING);

  return kty != NULL && means (json, kty, "oct");
}

/* Keys of other families are left out, as RFC 7517 §5 has it; which one of
 * several secrets is meant, nobody may guess. */
static gboolean
read_set (JwtJwk             *jwk,
          JwtJson            *json,
          const JwtJsonSpan  *keys,
          GError            **error)
{
  g_autoptr (GArray) elements = jwt_json_list_elements (json, keys);
  g_autoptr (GArray) only = NULL;

  for (guint i = 0; i < elements->len; i++) {
    JwtJsonSpan *element = &g_array_index (elements, JwtJsonSpan, i);
    g_autoptr (GArray) members = NULL;

    if (element->type != JWT_JSON_OBJECT)
      continue;

    members = jwt_json_list_members (json, element);
    if (!is_oct (json, members))
      continue;
    if (only != NULL)
      return refuse (JWT_ERROR_KEY_MALFORMED, "keys", error);
    only = g_steal_pointer (&members);
  }

  if (only == NULL)
    return refuse (JWT_ERROR_KEY_MALFORMED, "keys", error);

  return read_one (jwk, json, only, error);
}

/* A name that stands twice has two meanings, and a key may have one. */
static gboolean
refuse_duplicate (const GError  *problem,
                  GError       **error)
{
  JwtErrorDetail detail = *jwt_error_get_detail (problem);

  detail.part = JWT_PART_KEY;
  jwt_set_error (error, JWT_ERROR_KEY_MALFORMED, &detail);

  return FALSE;
}

static const JwtJsonSpan *
find_root (JwtJson     *json,
           const char  *name,
           JwtJsonType  type)
{
  const JwtJsonSpan *span = jwt_json_find (json, name);

  return span != NULL && span->type == type ? span : NULL;
}

/**
 * jwt_jwk_is_recognised:
 * @json: a text
 *
 * Returns: whether it is a JWK or a JWK Set, whether or not it is a good one
 */
gboolean
jwt_jwk_is_recognised (JwtJson *json)
{
  return jwt_json_is_object (json) &&
         (find_root (json, "kty", JWT_JSON_STRING) != NULL ||
          find_root (json, "keys", JWT_JSON_ARRAY) != NULL);
}

/**
 * jwt_jwk_read:
 * @jwk: (out caller-allocates): what was read; clear it in any case
 * @json: a text that jwt_jwk_is_recognised()
 * @error: %JWT_ERROR_KEY_MALFORMED, its name being the member concerned;
 *   %JWT_ERROR_KEY_FAMILY for what is no secret, its name being the "kty"
 *
 * Reads a symmetric key (RFC 7517 §4, RFC 7518 §6.4), or the one that is in a
 * JWK Set (RFC 7517 §5).
 *
 * Returns: whether it could be read
 */
gboolean
jwt_jwk_read (JwtJwk   *jwk,
              JwtJson  *json,
              GError  **error)
{
  const GError *problem = jwt_json_get_problem (json);
  JwtJsonSpan root = jwt_json_get_root (json);
  g_autoptr (GArray) members = NULL;

  *jwk = (JwtJwk) { .may_sign = TRUE, .may_verify = TRUE };
  if (problem != NULL)
    return refuse_duplicate (problem, error);
  if (find_root (json, "kty", JWT_JSON_STRING) == NULL)
    return read_set (jwk, json,
                     find_root (json, "keys", JWT_JSON_ARRAY), error);

  members = jwt_json_list_members (json, &root);

  return read_one (jwk, json, members, error);
}

/**
 * jwt_jwk_clear:
 * @jwk: what was read
 *
 * Frees what @jwk holds, and wipes the secret unless it is held elsewhere.
 */
void
jwt_jwk_clear (JwtJwk *jwk)
{
  g_clear_pointer (&jwk->secret, g_bytes_unref);
  g_clear_pointer (&jwk->alg, g_free);
  g_clear_pointer (&jwk->use, g_free);
}
