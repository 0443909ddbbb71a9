/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-token.h"

#include <string.h>

#include "core/base/jwt-display.h"
#include "core/base/jwt-encoding.h"
#include "core/base/jwt-json-scanner.h"
#include "core/token/jwt-header.h"
#include "core/token/jwt-serialization.h"

#define N_SIGNED_PARTS    3
#define N_ENCRYPTED_PARTS 5

/* Where a part stands in the token's text, and what it holds. */
typedef struct
{
  gsize   start;
  gsize   length;
  GBytes *bytes;
  GError *problem;
} Part;

/**
 * JwtToken:
 *
 * What a text is as a token: its form, its parts and what is wrong with each.
 *
 * Reading is strict (RFC 7515 §5.2): what another reader might understand in
 * another way is a problem. Whatever else could be read is kept all the same,
 * so that it can be shown.
 */
struct _JwtToken
{
  gatomicrefcount  ref_count;
  GBytes          *text;
  JwtForm          form;
  guint            n_parts;
  Part             parts[N_SIGNED_PARTS];
  JwtJson         *header;
  JwtJson         *payload;
  char            *algorithm_name;
  JwtAlgorithm     algorithm;
  GError          *shape_problem;
  GError          *algorithm_problem;
  GError          *critical_problem;
};

G_DEFINE_BOXED_TYPE (JwtToken, jwt_token, jwt_token_ref, jwt_token_unref)

static const char *form_names[] = {
  [JWT_FORM_MALFORMED] = "malformed",
  [JWT_FORM_SIGNED] = "signed",
  [JWT_FORM_UNSECURED] = "unsecured",
  [JWT_FORM_ENCRYPTED] = "encrypted",
  [JWT_FORM_JSON_SERIALIZATION] = "json-serialization",
  [JWT_FORM_SD_JWT] = "sd-jwt",
};

/* A fault in a part's text is told by its place in the whole token, which is
 * what a person sees. */
static void
move_into_token (GError     *problem,
                 const char *text,
                 gsize       start,
                 JwtPart     part)
{
  JwtErrorDetail *detail = jwt_error_edit_detail (problem);

  detail->part = part;
  detail->in_token = TRUE;
  jwt_json_locate (text, start + detail->offset, detail);
}

static void
decode_part (JwtToken *self,
             JwtPart   which)
{
  const char *text = g_bytes_get_data (self->text, NULL);
  Part *part = &self->parts[which - JWT_PART_HEADER];

  part->bytes = jwt_encoding_decode (JWT_ENCODING_BASE64URL,
                                     text + part->start, part->length,
                                     &part->problem);
  if (part->problem != NULL)
    move_into_token (part->problem, text, part->start, which);
}

/* A payload that is left out is not the same as one that is broken: it travels
 * apart from its signature (RFC 7515 appendix F). */
static void
place_problem (Part    *part,
               JwtPart  which)
{
  JwtErrorDetail *detail = jwt_error_edit_detail (part->problem);

  detail->part = which;
  if (which == JWT_PART_PAYLOAD && part->length == 0)
    detail->name = g_strdup ("detached");
}

static JwtJson *
read_json (JwtToken *self,
           JwtPart   which)
{
  Part *part = &self->parts[which - JWT_PART_HEADER];
  JwtErrorDetail detail = { .part = which, .line = 1, .column = 1 };
  JwtJson *json;

  decode_part (self, which);
  if (part->bytes == NULL)
    return NULL;

  json = jwt_json_new (part->bytes);
  if (jwt_json_get_problem (json) != NULL)
    part->problem = g_error_copy (jwt_json_get_problem (json));
  else if (!jwt_json_is_object (json))
    part->problem = jwt_error_new (JWT_ERROR_NOT_OBJECT, &detail);

  if (part->problem != NULL)
    place_problem (part, which);

  return json;
}

static void
read_algorithm (JwtToken *self)
{
  const JwtJsonSpan *alg = jwt_json_find (self->header, "alg");
  g_autofree char *name = NULL;
  gsize length;

  self->algorithm_problem = jwt_header_check_algorithm (self->header);
  if (self->algorithm_problem != NULL)
    return;

  name = jwt_json_dup_string (self->header, alg, &length);
  self->algorithm = jwt_algorithm_from_name (name, length);
  self->algorithm_name = jwt_display_escape (name, length);
}

static void
read_header (JwtToken *self)
{
  self->header = read_json (self, JWT_PART_HEADER);
  if (self->header == NULL || !jwt_json_is_object (self->header))
    return;

  read_algorithm (self);
  self->critical_problem = jwt_header_check_critical (self->header);
}

static void
set_shape_problem (JwtToken *self,
                   JwtError  code,
                   gsize     found,
                   gsize     needed)
{
  JwtErrorDetail detail = { .part = JWT_PART_TOKEN, .line = 1, .column = 1,
                            .found = found, .needed = needed };

  self->shape_problem = jwt_error_new (code, &detail);
}

/* An SD-JWT is a token, then disclosures, each behind a tilde (RFC 9901 §4). */
static gsize
find_end (const char *text,
          gsize       length)
{
  const char *tilde = memchr (text, '~', length);

  return tilde != NULL ? (gsize) (tilde - text) : length;
}

static void
split (JwtToken   *self,
       const char *text,
       gsize       length)
{
  gsize start = 0;

  while (TRUE) {
    const char *dot = memchr (text + start, '.', length - start);
    gsize end = dot != NULL ? (gsize) (dot - text) : length;

    if (self->n_parts < N_SIGNED_PARTS) {
      self->parts[self->n_parts].start = start;
      self->parts[self->n_parts].length = end - start;
    }
    self->n_parts++;
    if (dot == NULL)
      break;
    start = end + 1;
  }
}

static JwtJson *
find_serialization (JwtToken   *self,
                    const char *text,
                    gsize       length)
{
  static const char *marks[] = { "signatures", "signature", "payload",
                                 "ciphertext" };
  g_autoptr (JwtJson) json = NULL;

  for (gsize i = 0; i < length && text[i] != '{'; i++)
    if (!g_ascii_isspace (text[i]))
      return NULL;

  json = jwt_json_new (self->text);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (jwt_json_find (json, marks[i]) != NULL)
      return g_steal_pointer (&json);

  return NULL;
}

static void
read_signed (JwtToken *self)
{
  read_header (self);
  if (self->n_parts > 1)
    self->payload = read_json (self, JWT_PART_PAYLOAD);
  if (self->n_parts > 2)
    decode_part (self, JWT_PART_SIGNATURE);

  if (self->n_parts != N_SIGNED_PARTS)
    set_shape_problem (self, JWT_ERROR_PARTS, self->n_parts, N_SIGNED_PARTS);
}

static void
read_encrypted (JwtToken *self)
{
  read_header (self);
  if (self->header != NULL && jwt_json_find (self->header, "enc") != NULL)
    self->form = JWT_FORM_ENCRYPTED;

  set_shape_problem (self,
                     self->form == JWT_FORM_ENCRYPTED ? JWT_ERROR_ENCRYPTED
                                                      : JWT_ERROR_PARTS,
                     self->n_parts, N_SIGNED_PARTS);
}

/* Whatever its payload is, a text of three sound parts whose header names an
 * algorithm is a JWS; only a JWT wants claims in it. */
static gboolean
is_jws (JwtToken *self)
{
  return self->shape_problem == NULL && self->parts[0].problem == NULL &&
         self->algorithm_problem == NULL && self->parts[1].bytes != NULL &&
         self->parts[2].bytes != NULL;
}

static void
read_compact (JwtToken   *self,
              const char *text,
              gsize       length)
{
  gsize end = find_end (text, length);

  split (self, text, end);
  if (self->n_parts == N_ENCRYPTED_PARTS) {
    read_encrypted (self);
    return;
  }

  read_signed (self);
  if (!is_jws (self))
    return;

  self->form = jwt_header_is_unsecured (self->header) ? JWT_FORM_UNSECURED
                                                      : JWT_FORM_SIGNED;
  if (end < length && jwt_token_get_problem (self) == NULL)
    self->form = JWT_FORM_SD_JWT;
}

/* Version and purpose, as every PASETO begins. */
static gboolean
is_paseto (const char *text,
           gsize       length)
{
  static const char *purposes[] = { "local.", "public." };

  if (length < 3 || text[0] != 'v' || text[1] < '1' || text[1] > '4' ||
      text[2] != '.')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (length - 3 > strlen (purposes[i]) &&
        memcmp (text + 3, purposes[i], strlen (purposes[i])) == 0)
      return TRUE;

  return FALSE;
}

#define LEAST_OPAQUE_SIZE 16

/* A header that stands alone is a token that was cut off. */
static gboolean
is_opaque (const char *text,
           gsize       length)
{
  if (length > 1 && text[0] == 'e' && (text[1] == 'y' || text[1] == 'w'))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (text[i] <= ' ' || text[i] > '~' || text[i] == '.' || text[i] == '{')
      return FALSE;

  return length >= LEAST_OPAQUE_SIZE;
}

/* What people take for a JWT, though it is none. */
static const char *
find_other_kind (const char *text,
                 gsize       length)
{
  if (is_paseto (text, length))
    return "paseto";

  return is_opaque (text, length) ? "opaque" : NULL;
}

static void
set_other_kind (JwtToken   *self,
                const char *kind)
{
  JwtErrorDetail detail = { .part = JWT_PART_TOKEN, .line = 1, .column = 1,
                            .found = 1,
                            .needed = N_SIGNED_PARTS, .name = (char *) kind };

  self->shape_problem = jwt_error_new (JWT_ERROR_PARTS, &detail);
}

static JwtJson *
decode_json (const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    return NULL;

  bytes = jwt_encoding_decode (JWT_ENCODING_BASE64URL, text, strlen (text),
                               NULL);

  return bytes != NULL ? jwt_json_new (bytes) : NULL;
}

/* It is shown as far as it can be read, but it is no compact token: nothing in
 * it is judged. */
static void
read_serialization (JwtToken *self,
                    JwtJson  *json)
{
  g_autoptr (JwtSerialization) found = NULL;

  self->form = JWT_FORM_JSON_SERIALIZATION;
  set_shape_problem (self, JWT_ERROR_JSON_SERIALIZATION, 0, 0);
  if (jwt_json_get_problem (json) != NULL)
    return;

  found = jwt_serialization_read (json);
  self->header = decode_json (found->header);
  self->payload = decode_json (found->payload);
}

static void
read_text (JwtToken *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autoptr (JwtJson) json = NULL;

  if (length == 0) {
    set_shape_problem (self, JWT_ERROR_PARTS, 0, N_SIGNED_PARTS);
  } else if (length > JWT_TOKEN_MAX_SIZE) {
    set_shape_problem (self, JWT_ERROR_TOO_LARGE, length, JWT_TOKEN_MAX_SIZE);
  } else if ((json = find_serialization (self, text, length)) != NULL) {
    read_serialization (self, json);
  } else if (find_other_kind (text, length) != NULL) {
    set_other_kind (self, find_other_kind (text, length));
  } else {
    read_compact (self, text, length);
  }
}

/**
 * jwt_token_new:
 * @text: what may be a token, and nothing else: jwt_paste_new() takes away what
 *   stands around it
 *
 * Reads a token in compact form (RFC 7515 §7.1, RFC 7519 §7.2).
 *
 * Returns: (transfer full): what the text is
 */
JwtToken *
jwt_token_new (GBytes *text)
{
  JwtToken *self = g_new0 (JwtToken, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_bytes_ref (text);
  read_text (self);

  return self;
}

/**
 * jwt_token_ref:
 * @self: a token
 *
 * Returns: (transfer full): @self
 */
JwtToken *
jwt_token_ref (JwtToken *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jwt_token_unref:
 * @self: (transfer full): a token
 */
void
jwt_token_unref (JwtToken *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < N_SIGNED_PARTS; i++) {
    g_clear_pointer (&self->parts[i].bytes, g_bytes_unref);
    g_clear_error (&self->parts[i].problem);
  }
  g_clear_pointer (&self->header, jwt_json_unref);
  g_clear_pointer (&self->payload, jwt_json_unref);
  g_clear_pointer (&self->algorithm_name, g_free);
  g_clear_error (&self->shape_problem);
  g_clear_error (&self->algorithm_problem);
  g_clear_error (&self->critical_problem);
  g_bytes_unref (self->text);
  g_free (self);
}

/**
 * jwt_token_get_text:
 * @self: a token
 *
 * Returns: (transfer none): the text that it was made from
 */
GBytes *
jwt_token_get_text (JwtToken *self)
{
  return self->text;
}

/**
 * jwt_token_get_form:
 * @self: a token
 *
 * Returns: what kind of token the text is
 */
JwtForm
jwt_token_get_form (JwtToken *self)
{
  return self->form;
}

/**
 * jwt_token_get_n_parts:
 * @self: a token
 *
 * Returns: how many parts the dots make
 */
guint
jwt_token_get_n_parts (JwtToken *self)
{
  return self->n_parts;
}

/**
 * jwt_token_get_part:
 * @self: a token
 * @part: header, payload or signature
 * @start: (out): where it stands in the text, in bytes
 * @length: (out): its length in bytes, which are characters where it is sound
 *
 * Returns: whether the text has that part
 */
gboolean
jwt_token_get_part (JwtToken *self,
                    JwtPart   part,
                    gsize    *start,
                    gsize    *length)
{
  guint index = part - JWT_PART_HEADER;

  g_return_val_if_fail (index < N_SIGNED_PARTS, FALSE);

  if (index >= self->n_parts)
    return FALSE;

  *start = self->parts[index].start;
  *length = self->parts[index].length;

  return TRUE;
}

/**
 * jwt_token_get_signed_length:
 * @self: a token of at least three parts
 *
 * Returns: how many bytes of the text, from its beginning, are the JWS Signing
 *   Input (RFC 7515 §5.1): the header, a dot and the payload
 */
gsize
jwt_token_get_signed_length (JwtToken *self)
{
  return self->n_parts >= N_SIGNED_PARTS ? self->parts[2].start - 1 : 0;
}

/**
 * jwt_token_get_header:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): the header's text, if it could be
 *   decoded, whether or not it is JSON
 */
JwtJson *
jwt_token_get_header (JwtToken *self)
{
  return self->header;
}

/**
 * jwt_token_get_payload:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): the payload's text, if it could be
 *   decoded, whether or not it is JSON
 */
JwtJson *
jwt_token_get_payload (JwtToken *self)
{
  return self->payload;
}

/**
 * jwt_token_get_payload_bytes:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): the payload, if it could be decoded
 */
GBytes *
jwt_token_get_payload_bytes (JwtToken *self)
{
  return self->parts[1].bytes;
}

/**
 * jwt_token_get_signature:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): the signature's bytes, which may be
 *   none; %NULL where they could not be decoded
 */
GBytes *
jwt_token_get_signature (JwtToken *self)
{
  return self->parts[2].bytes;
}

/**
 * jwt_token_get_algorithm_name:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): what the header's "alg" says, fit to be
 *   shown; %NULL where it is not a string
 */
const char *
jwt_token_get_algorithm_name (JwtToken *self)
{
  return self->algorithm_name;
}

/**
 * jwt_token_get_algorithm:
 * @self: a token
 *
 * Tells what the header says; it is for comparing and never chooses
 * (RFC 8725 §3.1).
 *
 * Returns: the algorithm that "alg" names, if Jotsmith has it
 */
JwtAlgorithm
jwt_token_get_algorithm (JwtToken *self)
{
  return self->algorithm;
}

/**
 * jwt_token_get_part_problem:
 * @self: a token
 * @part: header, payload or signature
 *
 * Returns: (transfer none) (nullable): what is wrong with that part
 */
const GError *
jwt_token_get_part_problem (JwtToken *self,
                            JwtPart   part)
{
  g_return_val_if_fail (part >= JWT_PART_HEADER && part <= JWT_PART_SIGNATURE,
                        NULL);

  return self->parts[part - JWT_PART_HEADER].problem;
}

/**
 * jwt_token_get_algorithm_problem:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): why the header names no algorithm
 *   (RFC 7515 §4.1.1)
 */
const GError *
jwt_token_get_algorithm_problem (JwtToken *self)
{
  return self->algorithm_problem;
}

/**
 * jwt_token_get_critical_problem:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): why "crit" or "b64" has the token
 *   refused (RFC 7515 §4.1.11, RFC 7797 §7)
 */
const GError *
jwt_token_get_critical_problem (JwtToken *self)
{
  return self->critical_problem;
}

/**
 * jwt_token_get_problem:
 * @self: a token
 *
 * Returns: (transfer none) (nullable): the first thing that keeps the text from
 *   being a well-formed token
 */
const GError *
jwt_token_get_problem (JwtToken *self)
{
  if (self->shape_problem != NULL)
    return self->shape_problem;
  if (self->parts[0].problem != NULL)
    return self->parts[0].problem;
  if (self->algorithm_problem != NULL)
    return self->algorithm_problem;
  if (self->parts[1].problem != NULL)
    return self->parts[1].problem;

  return self->parts[2].problem;
}

/**
 * jwt_token_has_claims:
 * @self: a token
 *
 * Returns: whether the payload is a claims set (RFC 7519 §4)
 */
gboolean
jwt_token_has_claims (JwtToken *self)
{
  return self->parts[1].bytes != NULL && self->parts[1].problem == NULL;
}

/**
 * jwt_form_get_name:
 * @form: a form
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_form_get_name (JwtForm form)
{
  g_return_val_if_fail (form < G_N_ELEMENTS (form_names), NULL);

  return form_names[form];
}
