/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-disclosure.h"

#include <string.h>

#include "core/base/jwt-encoding.h"
#include "core/base/jwt-json-scanner.h"

/**
 * jwt_disclosure_free:
 * @disclosure: (transfer full): a disclosure
 */
void
jwt_disclosure_free (JwtDisclosure *disclosure)
{
  g_free (disclosure->text);
  g_free (disclosure->name);
  g_clear_pointer (&disclosure->json, jwt_json_unref);
  g_clear_error (&disclosure->problem);
  g_free (disclosure);
}

static GError *
new_shape_error (void)
{
  JwtErrorDetail detail = { .part = JWT_PART_TOKEN };

  return jwt_error_new (JWT_ERROR_SD_JWT, &detail);
}

static GArray *
list_elements (JwtJson *json)
{
  JwtJsonSpan root = jwt_json_get_root (json);

  return root.type == JWT_JSON_ARRAY ? jwt_json_list_elements (json, &root)
                                     : NULL;
}

/* A salt, then the claim's name unless it is an array's element, then its
 * value (RFC 9901 §4.2). */
static void
read_shape (JwtDisclosure *self)
{
  g_autoptr (GArray) elements = list_elements (self->json);
  JwtJsonSpan *name;

  if (elements == NULL || elements->len < 2 || elements->len > 3 ||
      g_array_index (elements, JwtJsonSpan, 0).type != JWT_JSON_STRING) {
    self->problem = new_shape_error ();
    return;
  }

  name = &g_array_index (elements, JwtJsonSpan, 1);
  if (elements->len == 2)
    return;
  if (name->type == JWT_JSON_STRING)
    self->name = jwt_json_dup_display (self->json, name);
  else
    self->problem = new_shape_error ();
}

static JwtDisclosure *
read_disclosure (const char *text,
                 gsize       length)
{
  JwtDisclosure *self = g_new0 (JwtDisclosure, 1);
  g_autoptr (GBytes) bytes = jwt_encoding_decode (JWT_ENCODING_BASE64URL, text,
                                                  length, &self->problem);

  self->text = g_strndup (text, length);
  if (bytes == NULL)
    return self;

  self->json = jwt_json_new (bytes);
  if (jwt_json_get_problem (self->json) != NULL)
    self->problem = g_error_copy (jwt_json_get_problem (self->json));
  else
    read_shape (self);
  if (self->problem != NULL)
    g_clear_pointer (&self->json, jwt_json_unref);

  return self;
}

/**
 * jwt_disclosure_dup_value:
 * @disclosure: a disclosure
 *
 * Returns: (transfer full) (nullable): the value that it discloses, as the token
 *   wrote it; %NULL where it could not be read
 */
JwtJson *
jwt_disclosure_dup_value (JwtDisclosure *disclosure)
{
  g_autoptr (GArray) elements = NULL;
  g_autoptr (GBytes) text = NULL;
  JwtJsonSpan *value;

  if (disclosure->json == NULL)
    return NULL;

  elements = list_elements (disclosure->json);

  value = &g_array_index (elements, JwtJsonSpan, elements->len - 1);
  text = g_bytes_new_from_bytes (jwt_json_get_text (disclosure->json),
                                 value->start, value->end - value->start);

  return jwt_json_new (text);
}

static GChecksumType
find_hash (JwtJson *payload)
{
  static const struct {
    const char    *name;
    GChecksumType  type;
  } hashes[] = {
    { "sha-256", G_CHECKSUM_SHA256 },
    { "sha-384", G_CHECKSUM_SHA384 },
    { "sha-512", G_CHECKSUM_SHA512 },
  };
  const JwtJsonSpan *alg = jwt_json_find (payload, "_sd_alg");

  for (guint i = 0; alg != NULL && i < G_N_ELEMENTS (hashes); i++)
    if (jwt_json_string_equals (payload, alg, hashes[i].name,
                                strlen (hashes[i].name)))
      return hashes[i].type;

  return alg == NULL ? G_CHECKSUM_SHA256 : (GChecksumType) -1;
}

static char *
compute_digest (const char    *text,
                GChecksumType  type)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (type);
  g_autoptr (GBytes) encoded = NULL;
  guint8 digest[64];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_get_digest (checksum, digest, &size);
  encoded = jwt_encoding_encode (JWT_ENCODING_BASE64URL, digest, size);

  return g_strndup (g_bytes_get_data (encoded, NULL),
                    g_bytes_get_size (encoded));
}

/* A digest stands in a list called "_sd", or as the value of "..." in an
 * array's element (RFC 9901 §4.2.4). */
typedef struct
{
  JwtJson     *json;
  GHashTable  *digests;
  JwtJsonSpan  names[JWT_JSON_MAX_DEPTH + 1];
  gboolean     lists[JWT_JSON_MAX_DEPTH + 1];
} Collector;

static gboolean
is_named (Collector  *collector,
          guint       depth,
          const char *name)
{
  return collector->names[depth].end > 0 &&
         jwt_json_string_equals (collector->json, &collector->names[depth],
                                 name, strlen (name));
}

static gboolean
is_digest (Collector *collector,
           guint      depth)
{
  if (collector->lists[depth])
    return depth > 0 && is_named (collector, depth - 1, "_sd");

  return is_named (collector, depth, "...");
}

static void
collect_cb (JwtJsonEvent       event,
            const JwtJsonSpan *span,
            guint              depth,
            gpointer           user_data)
{
  Collector *collector = user_data;

  if (event == JWT_JSON_EVENT_NAME) {
    collector->names[depth] = *span;
  } else if (event == JWT_JSON_EVENT_BEGIN) {
    collector->lists[depth + 1] = span->type == JWT_JSON_ARRAY;
    collector->names[depth + 1].end = 0;
  } else if (event == JWT_JSON_EVENT_VALUE && span->type == JWT_JSON_STRING &&
             is_digest (collector, depth)) {
    g_hash_table_add (collector->digests,
                      jwt_json_dup_string (collector->json, span, NULL));
  }
}

static void
collect (GHashTable *digests,
         JwtJson    *json)
{
  gsize length;
  const char *text = g_bytes_get_data (jwt_json_get_text (json), &length);
  g_autofree Collector *collector = g_new0 (Collector, 1);

  collector->json = json;
  collector->digests = digests;
  jwt_json_scan (text, length, collect_cb, collector, NULL);
}

static gboolean
match_one (JwtDisclosure *self,
           const char    *digest,
           GHashTable    *digests)
{
  if (self->matched || self->json == NULL)
    return FALSE;

  self->matched = g_hash_table_contains (digests, digest);
  if (self->matched)
    collect (digests, self->json);

  return self->matched;
}

static GPtrArray *
compute_digests (GPtrArray     *list,
                 GChecksumType  type)
{
  GPtrArray *computed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++) {
    JwtDisclosure *disclosure = g_ptr_array_index (list, i);

    g_ptr_array_add (computed, compute_digest (disclosure->text, type));
  }

  return computed;
}

/* A disclosure may stand in another one, whichever comes first, so this goes
 * on until nothing more is found; each is hashed only once. */
static void
match (GPtrArray *list,
       JwtJson   *payload)
{
  g_autoptr (GPtrArray) computed = NULL;
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash,
                                                          g_str_equal,
                                                          g_free, NULL);
  GChecksumType type = find_hash (payload);
  gboolean again = type != (GChecksumType) -1;

  collect (digests, payload);
  if (again)
    computed = compute_digests (list, type);
  while (again) {
    again = FALSE;
    for (guint i = 0; i < list->len; i++)
      again |= match_one (g_ptr_array_index (list, i),
                          g_ptr_array_index (computed, i), digests);
  }
}

static const char *
find_disclosures (JwtToken *token,
                  gsize    *length)
{
  gsize size;
  const char *text = g_bytes_get_data (jwt_token_get_text (token), &size);
  const char *tilde = NULL;

  if (jwt_token_get_form (token) == JWT_FORM_SD_JWT)
    tilde = memchr (text, '~', size);
  if (tilde == NULL)
    return NULL;

  *length = text + size - (tilde + 1);

  return tilde + 1;
}

/* So many are shown; a text of tildes alone is no reason to stop living. */
#define MAX_DISCLOSURES 1000

/**
 * jwt_disclosure_list:
 * @token: a token
 *
 * Reads what an SD-JWT (RFC 9901) discloses and looks for each digest in the
 * token.
 *
 * Returns: (transfer full) (element-type JwtDisclosure): the disclosures in
 *   their order, none for another token
 */
GPtrArray *
jwt_disclosure_list (JwtToken *token)
{
  GPtrArray *list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) jwt_disclosure_free);
  gsize length;
  const char *at = find_disclosures (token, &length);
  const char *end = at != NULL ? at + length : NULL;

  while (at != NULL && at < end && list->len < MAX_DISCLOSURES) {
    const char *tilde = memchr (at, '~', end - at);

    if (tilde == NULL)
      break;
    g_ptr_array_add (list, read_disclosure (at, tilde - at));
    at = tilde + 1;
  }

  if (list->len > 0)
    match (list, jwt_token_get_payload (token));

  return list;
}

/**
 * jwt_token_has_key_binding:
 * @self: a token
 *
 * Returns: whether a key binding token stands behind the last disclosure
 *   (RFC 9901 §4.3)
 */
gboolean
jwt_token_has_key_binding (JwtToken *self)
{
  gsize length;
  const char *text = find_disclosures (self, &length);

  return text != NULL && length > 0 && text[length - 1] != '~';
}
