/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-error.h"

typedef struct
{
  JwtErrorDetail detail;
} JwtErrorPrivate;

static void
jwt_error_private_init (JwtErrorPrivate *priv)
{
}

static void
jwt_error_private_copy (const JwtErrorPrivate *source,
                        JwtErrorPrivate       *target)
{
  target->detail = source->detail;
  target->detail.name = g_strdup (source->detail.name);
  target->detail.actual = g_strdup (source->detail.actual);
  target->detail.expected = g_strdup (source->detail.expected);
}

static void
jwt_error_private_clear (JwtErrorPrivate *priv)
{
  g_free (priv->detail.name);
  g_free (priv->detail.actual);
  g_free (priv->detail.expected);
}

/* GLib aligns the private part itself, which clang cannot see. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-align"
G_DEFINE_EXTENDED_ERROR (JwtError, jwt_error)
#pragma GCC diagnostic pop

static const char * const error_names[] = {
  [JWT_ERROR_PARTS] = "parts",
  [JWT_ERROR_BASE64URL] = "base64url",
  [JWT_ERROR_NON_CANONICAL] = "non-canonical",
  [JWT_ERROR_WHITESPACE] = "whitespace",
  [JWT_ERROR_INVISIBLE_CHARACTER] = "invisible-character",
  [JWT_ERROR_NOT_UTF8] = "not-utf8",
  [JWT_ERROR_NOT_JSON] = "not-json",
  [JWT_ERROR_NOT_OBJECT] = "not-object",
  [JWT_ERROR_DUPLICATE_MEMBER] = "duplicate-member",
  [JWT_ERROR_TOO_DEEP] = "too-deep",
  [JWT_ERROR_TOO_LARGE] = "too-large",
  [JWT_ERROR_ALG_MISSING] = "alg-missing",
  [JWT_ERROR_ALG_TYPE] = "alg-type",
  [JWT_ERROR_ALG_UNKNOWN] = "alg-unknown",
  [JWT_ERROR_ALG_MISMATCH] = "alg-mismatch",
  [JWT_ERROR_UNSECURED] = "unsecured",
  [JWT_ERROR_ENCRYPTED] = "encrypted",
  [JWT_ERROR_JSON_SERIALIZATION] = "json-serialization",
  [JWT_ERROR_SD_JWT] = "sd-jwt",
  [JWT_ERROR_UNENCODED_PAYLOAD] = "unencoded-payload",
  [JWT_ERROR_CRIT] = "crit",
  [JWT_ERROR_SIGNATURE_LENGTH] = "signature-length",
  [JWT_ERROR_SIGNATURE_MISMATCH] = "signature-mismatch",
  [JWT_ERROR_KEY_EMPTY] = "key-empty",
  [JWT_ERROR_KEY_FAMILY] = "key-family",
  [JWT_ERROR_KEY_MALFORMED] = "key-malformed",
  [JWT_ERROR_KEY_WEAK] = "key-weak",
  [JWT_ERROR_EXPIRED] = "expired",
  [JWT_ERROR_NOT_YET_VALID] = "not-yet-valid",
  [JWT_ERROR_NEVER_VALID] = "never-valid",
  [JWT_ERROR_CLAIM_TYPE] = "claim-type",
  [JWT_ERROR_CLAIM_RANGE] = "claim-range",
  [JWT_ERROR_CLAIM_MISSING] = "claim-missing",
  [JWT_ERROR_ISSUER_MISMATCH] = "issuer-mismatch",
  [JWT_ERROR_AUDIENCE_MISMATCH] = "audience-mismatch",
  [JWT_ERROR_ALGORITHM_DISABLED] = "algorithm-disabled",
  [JWT_ERROR_RANDOM_UNAVAILABLE] = "random-unavailable",
};

static const char * const part_names[] = {
  [JWT_PART_TOKEN] = "token",
  [JWT_PART_HEADER] = "header",
  [JWT_PART_PAYLOAD] = "payload",
  [JWT_PART_SIGNATURE] = "signature",
  [JWT_PART_KEY] = "key",
};

/**
 * jwt_error_get_name:
 * @code: a #JwtError
 *
 * Gets the name that scripts see, which never changes: `"non-canonical"`.
 *
 * Returns: (transfer none): the name
 */
const char *
jwt_error_get_name (JwtError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (error_names), NULL);

  return error_names[code];
}

/**
 * jwt_part_get_name:
 * @part: a #JwtPart
 *
 * Gets the name that scripts see, which never changes: `"header"`.
 *
 * Returns: (transfer none): the name
 */
const char *
jwt_part_get_name (JwtPart part)
{
  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (part_names), NULL);

  return part_names[part];
}

/**
 * jwt_error_new:
 * @code: what is wrong
 * @detail: (nullable): where, and what about; its texts are copied
 *
 * Makes an error whose message is for developers alone; people read what the
 * words make of @code and @detail.
 *
 * Returns: (transfer full): the error
 */
GError *
jwt_error_new (JwtError              code,
               const JwtErrorDetail *detail)
{
  JwtErrorPrivate source;
  GError *error;

  if (detail == NULL)
    return g_error_new_literal (JWT_ERROR, code, jwt_error_get_name (code));

  error = g_error_new (JWT_ERROR, code, "%s: %s, byte %" G_GSIZE_FORMAT,
                       jwt_error_get_name (code),
                       jwt_part_get_name (detail->part), detail->offset);
  source.detail = *detail;
  jwt_error_private_copy (&source, jwt_error_get_private (error));

  return error;
}

/**
 * jwt_set_error:
 * @error: (out) (optional): where to put the error
 * @code: what is wrong
 * @detail: (nullable): where, and what about; its texts are copied
 *
 * Sets @error to a new error, unless it is %NULL.
 */
void
jwt_set_error (GError               **error,
               JwtError               code,
               const JwtErrorDetail  *detail)
{
  g_return_if_fail (error == NULL || *error == NULL);

  if (error != NULL)
    *error = jwt_error_new (code, detail);
}

/**
 * jwt_error_get_detail:
 * @error: an error of any domain
 *
 * Gets where the fault is and what it is about.
 *
 * Returns: (transfer none) (nullable): the detail, or %NULL where @error is not
 *   of the domain %JWT_ERROR
 */
const JwtErrorDetail *
jwt_error_get_detail (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != JWT_ERROR)
    return NULL;

  return &jwt_error_get_private (error)->detail;
}

/**
 * jwt_error_edit_detail:
 * @error: an error of the domain %JWT_ERROR
 *
 * Gets the detail to change it, as who knows the text around a fault may do.
 * The texts belong to @error: free one before it is replaced by another.
 *
 * Returns: (transfer none): the detail
 */
JwtErrorDetail *
jwt_error_edit_detail (GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == JWT_ERROR, NULL);

  return &jwt_error_get_private (error)->detail;
}
