/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-key.h"

#include <string.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-error.h"
#include "core/keys/jwt-crypto.h"
#include "core/keys/jwt-jwk.h"

#define PEM_START     "-----BEGIN "
#define PEM_LABEL     "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "
#define PEM_LABEL_MAX 64

typedef enum
{
  OPERATION_ANY,
  OPERATION_SIGN,
  OPERATION_VERIFY,
} Operation;

/**
 * JwtKey:
 *
 * What signs, and what a signature is checked with: a secret, and what a JWK
 * says that it is for. It never changes.
 */
struct _JwtKey
{
  JwtJwk       jwk; /* without marks where the key was no JWK */
  GBytes      *source;
  JwtEncoding  encoding;
  JwtFamily    family;
};

G_DEFINE_BOXED_TYPE (JwtKey, jwt_key, jwt_key_ref, jwt_key_unref)

static void
jwt_key_clear (gpointer data)
{
  JwtKey *self = data;

  jwt_jwk_clear (&self->jwk);
  g_clear_pointer (&self->source, g_bytes_unref);
}

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
refuse_encoding (JwtEncoding    encoding,
                 const GError  *problem,
                 GError       **error)
{
  JwtErrorDetail detail = *jwt_error_get_detail (problem);

  detail.part = JWT_PART_KEY;
  detail.expected = (char *) jwt_encoding_get_name (encoding);
  jwt_set_error (error, JWT_ERROR_KEY_MALFORMED, &detail);

  return FALSE;
}

static gboolean
read_bytes (JwtKey      *self,
            const char  *text,
            gsize        length,
            GError     **error)
{
  g_autoptr (GError) problem = NULL;

  self->jwk.secret = jwt_encoding_decode (self->encoding, text, length,
                                          &problem);

  return self->jwk.secret != NULL ||
         refuse_encoding (self->encoding, problem, error);
}

/* A public key that served as a secret would let everybody sign, so that a
 * PEM is never taken for one. */
static gboolean
refuse_pem (const char  *text,
            gsize        length,
            GError     **error)
{
  g_autofree char *label = NULL;

  label = g_strndup (text + strlen (PEM_START),
                     MIN (length - strlen (PEM_START), PEM_LABEL_MAX));
  label[strspn (label, PEM_LABEL)] = '\0';

  return refuse (JWT_ERROR_KEY_FAMILY, *label != '\0' ? label : "PEM", error);
}

static gboolean
read_json (JwtKey   *self,
           JwtJson  *json,
           GError  **error)
{
  self->encoding = JWT_ENCODING_BASE64URL;

  return jwt_jwk_read (&self->jwk, json, error);
}

static gboolean
read_text (JwtKey   *self,
           GError  **error)
{
  g_autoptr (JwtJson) json = NULL;
  gsize length, start = 0;
  const char *text = g_bytes_get_data (self->source, &length);

  while (start < length && g_ascii_isspace (text[start]))
    start++;

  if (length - start >= strlen (PEM_START) &&
      memcmp (text + start, PEM_START, strlen (PEM_START)) == 0)
    return refuse_pem (text + start, length - start, error);

  if (start < length && text[start] == '{')
    json = jwt_json_new (self->source);
  if (json != NULL && jwt_jwk_is_recognised (json))
    return read_json (self, json, error);

  return read_bytes (self, text, length, error);
}

/* Marks and their expected values are plain ASCII, which escapes leave alone:
 * to compare what is shown is to compare what is meant. */
static gboolean
check_mark (const char  *name,
            const char  *actual,
            const char  *expected,
            GError     **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_KEY,
                            .name = (char *) name,
                            .actual = (char *) actual,
                            .expected = (char *) expected };

  if (actual == NULL || g_str_equal (actual, expected))
    return TRUE;

  jwt_set_error (error, JWT_ERROR_KEY_FAMILY, &detail);

  return FALSE;
}

static gboolean
may (JwtKey    *self,
     Operation  operation)
{
  if (operation == OPERATION_SIGN)
    return self->jwk.may_sign;
  if (operation == OPERATION_VERIFY)
    return self->jwk.may_verify;

  return self->jwk.may_sign || self->jwk.may_verify;
}

static gboolean
check_operation (JwtKey     *self,
                 Operation   operation,
                 GError    **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_KEY, .name = (char *) "key_ops" };

  if (may (self, operation))
    return TRUE;

  detail.expected = (char *) (operation == OPERATION_VERIFY ? "verify"
                                                             : "sign");
  jwt_set_error (error, JWT_ERROR_KEY_FAMILY, &detail);

  return FALSE;
}

static gboolean
check (JwtKey        *self,
       JwtAlgorithm   algorithm,
       Operation      operation,
       GError       **error)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);

  if (info == NULL)
    return refuse (JWT_ERROR_ALG_UNKNOWN, NULL, error);
  if (info->family != self->family)
    return refuse (JWT_ERROR_KEY_FAMILY, NULL, error);
  if (g_bytes_get_size (self->jwk.secret) == 0)
    return refuse (JWT_ERROR_KEY_EMPTY, NULL, error);

  return check_mark ("alg", self->jwk.alg, info->name, error) &&
         check_mark ("use", self->jwk.use, "sig", error) &&
         check_operation (self, operation, error);
}

static JwtKey *
new_empty (JwtEncoding encoding)
{
  JwtKey *self = g_atomic_rc_box_new0 (JwtKey);

  self->jwk.may_sign = TRUE;
  self->jwk.may_verify = TRUE;
  self->encoding = encoding;
  self->family = JWT_FAMILY_HMAC;

  return self;
}

/**
 * jwt_key_new_secret:
 * @secret: the secret's bytes, best made by jwt_bytes_take_wiped()
 *
 * Makes a key of a secret that never was a text.
 *
 * Returns: (transfer full): the key
 */
JwtKey *
jwt_key_new_secret (GBytes *secret)
{
  JwtKey *self;

  g_return_val_if_fail (secret != NULL, NULL);

  self = new_empty (JWT_ENCODING_TEXT);
  self->jwk.secret = g_bytes_ref (secret);

  return self;
}

/**
 * jwt_key_new_from_text:
 * @text: (nullable): what a person entered or a file holds; it may hold NULs
 * @length: its length in bytes
 * @encoding: how a secret that is just bytes is written there
 * @error: %JWT_ERROR_KEY_EMPTY; %JWT_ERROR_KEY_MALFORMED, where a member of a
 *   JWK is concerned with its name, or else with the encoding's as what is
 *   expected; %JWT_ERROR_KEY_FAMILY for what is no secret, its name being that
 *   of a PEM or the "kty" of a JWK
 *
 * Reads a key. A JWK (RFC 7517 §4) or a JWK Set with one secret in it is
 * recognised by its content, whatever @encoding is; so is a PEM, which is
 * never a secret (RFC 8725 §2.1).
 *
 * Returns: (transfer full) (nullable): the key
 */
JwtKey *
jwt_key_new_from_text (const char   *text,
                       gsize         length,
                       JwtEncoding   encoding,
                       GError      **error)
{
  g_autoptr (JwtKey) self = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail ((guint) encoding < JWT_N_ENCODINGS, NULL);

  self = new_empty (encoding);
  self->source = jwt_bytes_copy_wiped (text, length);

  if (!read_text (self, error))
    return NULL;
  if (g_bytes_get_size (self->jwk.secret) == 0) {
    refuse (JWT_ERROR_KEY_EMPTY, NULL, error);
    return NULL;
  }

  return g_steal_pointer (&self);
}

/**
 * jwt_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): @self
 */
JwtKey *
jwt_key_ref (JwtKey *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * jwt_key_unref:
 * @self: (transfer full): a key
 *
 * Wipes the secret and its text with the last reference.
 */
void
jwt_key_unref (JwtKey *self)
{
  g_atomic_rc_box_release_full (self, jwt_key_clear);
}

/**
 * jwt_key_get_secret:
 * @self: a key
 *
 * Returns: (transfer none): the secret's bytes
 */
GBytes *
jwt_key_get_secret (JwtKey *self)
{
  return self->jwk.secret;
}

/**
 * jwt_key_get_size:
 * @self: a key
 *
 * Returns: the secret's size in bytes
 */
gsize
jwt_key_get_size (JwtKey *self)
{
  return g_bytes_get_size (self->jwk.secret);
}

/**
 * jwt_key_get_source:
 * @self: a key
 *
 * Gets the text that the key was read from, for hints on how else it may be
 * read.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there was none
 */
GBytes *
jwt_key_get_source (JwtKey *self)
{
  return self->source;
}

/**
 * jwt_key_get_encoding:
 * @self: a key
 *
 * Returns: how the secret was written; in a JWK that is Base64URL
 */
JwtEncoding
jwt_key_get_encoding (JwtKey *self)
{
  return self->encoding;
}

/**
 * jwt_key_check:
 * @self: a key
 * @algorithm: what the key is to be used with
 * @error: %JWT_ERROR_KEY_EMPTY; %JWT_ERROR_KEY_FAMILY where the key is of
 *   another family, or where its JWK keeps it for something else: `name` is
 *   the member, `expected` what it had to say; %JWT_ERROR_ALG_UNKNOWN
 *
 * Tells whether the key may sign or verify. A secret that is too short may,
 * since such tokens are about: jwt_key_is_weak() tells it.
 *
 * Returns: whether it may (RFC 7517 §4.2 to §4.4)
 */
gboolean
jwt_key_check (JwtKey        *self,
               JwtAlgorithm   algorithm,
               GError       **error)
{
  return check (self, algorithm, OPERATION_ANY, error);
}

/**
 * jwt_key_is_weak:
 * @self: a key
 * @algorithm: what the key is to be used with
 *
 * Returns: whether the key is smaller than RFC 7518 §3.2 demands
 */
gboolean
jwt_key_is_weak (JwtKey       *self,
                 JwtAlgorithm  algorithm)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);

  return info != NULL && jwt_key_get_size (self) < info->min_key_size;
}

/**
 * jwt_key_sign:
 * @self: a key
 * @algorithm: what to sign with
 * @data: (nullable): the signing input (RFC 7515 §5.1)
 * @size: its size in bytes
 * @error: what jwt_key_check() says, or that the key may only verify
 *
 * Returns: (transfer full) (nullable): the signature
 */
GBytes *
jwt_key_sign (JwtKey         *self,
              JwtAlgorithm    algorithm,
              gconstpointer   data,
              gsize           size,
              GError        **error)
{
  if (!check (self, algorithm, OPERATION_SIGN, error))
    return NULL;

  return jwt_crypto_hmac (jwt_algorithm_get_info (algorithm)->hash,
                          self->jwk.secret, data, size);
}

/**
 * jwt_key_verify:
 * @self: a key
 * @algorithm: what the signature has to be made with
 * @data: (nullable): the signing input (RFC 7515 §5.2)
 * @size: its size in bytes
 * @signature: the signature's bytes
 * @error: what jwt_key_check() says, or that the key may only sign;
 *   %JWT_ERROR_SIGNATURE_LENGTH; %JWT_ERROR_SIGNATURE_MISMATCH
 *
 * Compares in a time that tells nothing of where a wrong signature differs.
 *
 * Returns: whether the signature is the right one
 */
gboolean
jwt_key_verify (JwtKey         *self,
                JwtAlgorithm    algorithm,
                gconstpointer   data,
                gsize           size,
                GBytes         *signature,
                GError        **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_SIGNATURE };
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);
  g_autoptr (GBytes) expected = NULL;

  if (!check (self, algorithm, OPERATION_VERIFY, error))
    return FALSE;

  if (g_bytes_get_size (signature) != info->signature_size) {
    detail.found = g_bytes_get_size (signature);
    detail.needed = info->signature_size;
    jwt_set_error (error, JWT_ERROR_SIGNATURE_LENGTH, &detail);
    return FALSE;
  }

  expected = jwt_crypto_hmac (info->hash, self->jwk.secret, data, size);
  if (jwt_crypto_equal (expected, signature))
    return TRUE;

  jwt_set_error (error, JWT_ERROR_SIGNATURE_MISMATCH, &detail);

  return FALSE;
}
