/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-header.h"

#include <string.h>

#include "core/base/jwt-json-scanner.h"

/* The parameters that RFC 7515 §4.1, RFC 7516 §4.1 and RFC 7518 §4 define:
 * every recipient knows them, so that "crit" may not name them. */
static const char *standard_parameters[] = {
  "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty",
  "crit", "enc", "zip", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c",
};

/* The "alg" values for signatures that IANA's JOSE registry lists. */
static const char *registered_algorithms[] = {
  "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384",
  "ES512", "PS256", "PS384", "PS512", "none", "EdDSA", "ES256K", "Ed25519",
  "Ed448",
};

static gboolean
is_in (const char *const *list,
       gsize              count,
       const char        *text)
{
  for (gsize i = 0; i < count; i++)
    if (strcmp (list[i], text) == 0)
      return TRUE;

  return FALSE;
}

/*< private >
 * jwt_header_is_registered:
 * @algorithm: an "alg" value
 *
 * Returns: whether the JOSE registry knows the name (RFC 7515 §4.1.1)
 */
gboolean
jwt_header_is_registered (const char *algorithm)
{
  return is_in (registered_algorithms, G_N_ELEMENTS (registered_algorithms),
                algorithm);
}

/*< private >
 * jwt_header_check_algorithm:
 * @header: a JOSE header that is an object
 *
 * Returns: (transfer full) (nullable): %JWT_ERROR_ALG_MISSING or
 *   %JWT_ERROR_ALG_TYPE where "alg" is not a string (RFC 7515 §4.1.1)
 */
GError *
jwt_header_check_algorithm (JwtJson *header)
{
  const JwtJsonSpan *alg = jwt_json_find (header, "alg");
  JwtErrorDetail detail = { .part = JWT_PART_HEADER, .line = 1, .column = 1,
                            .name = (char *) "alg" };
  const char *text = g_bytes_get_data (jwt_json_get_text (header), NULL);
  g_autofree char *actual = NULL;

  if (alg == NULL)
    return jwt_error_new (JWT_ERROR_ALG_MISSING, &detail);
  if (alg->type == JWT_JSON_STRING)
    return NULL;

  actual = jwt_json_dup_display (header, alg);
  detail.actual = actual;
  jwt_json_locate (text, alg->start, &detail);

  return jwt_error_new (JWT_ERROR_ALG_TYPE, &detail);
}

/*< private >
 * jwt_header_is_unsecured:
 * @header: a JOSE header that is an object
 *
 * Tells "none" in any spelling: readers that do not heed the case have been
 * fooled by it (RFC 8725 §2.1).
 *
 * Returns: whether the header says that there is no signature
 */
gboolean
jwt_header_is_unsecured (JwtJson *header)
{
  const JwtJsonSpan *alg = jwt_json_find (header, "alg");
  g_autofree char *name = NULL;
  gsize length;

  if (alg == NULL || alg->type != JWT_JSON_STRING)
    return FALSE;

  name = jwt_json_dup_string (header, alg, &length);

  return length == 4 && g_ascii_strncasecmp (name, "none", 4) == 0;
}

static GError *
new_critical_error (JwtJson           *header,
                    const JwtJsonSpan *span)
{
  g_autofree char *shown = jwt_json_dup_display (header, span);
  JwtErrorDetail detail = {
    .part = JWT_PART_HEADER,
    .name = shown,
    .offset = span->start,
  };

  return jwt_error_new (JWT_ERROR_CRIT, &detail);
}

/* "b64" is the one extension that is known here, and only in the form that
 * changes nothing. */
static gboolean
is_understood (JwtJson           *header,
               const JwtJsonSpan *element)
{
  const JwtJsonSpan *value;
  g_autofree char *name = NULL;

  if (element->type != JWT_JSON_STRING)
    return FALSE;

  name = jwt_json_dup_string (header, element, NULL);
  if (is_in (standard_parameters, G_N_ELEMENTS (standard_parameters), name))
    return FALSE;

  value = jwt_json_find (header, "b64");

  return jwt_json_string_equals (header, element, "b64", 3) &&
         value != NULL && value->type == JWT_JSON_TRUE;
}

static GError *
check_list (JwtJson           *header,
            const JwtJsonSpan *crit)
{
  g_autoptr (GArray) elements = jwt_json_list_elements (header, crit);

  for (guint i = 0; i < elements->len; i++) {
    JwtJsonSpan *element = &g_array_index (elements, JwtJsonSpan, i);

    /* A second name could only be the same one again. */
    if (i > 0 || !is_understood (header, element))
      return new_critical_error (header, element);
  }

  return elements->len > 0 ? NULL : new_critical_error (header, crit);
}

static GError *
check_unencoded (JwtJson           *header,
                 const JwtJsonSpan *b64)
{
  JwtErrorDetail detail = { .part = JWT_PART_HEADER, .name = (char *) "b64",
                            .offset = b64->start };

  if (b64->type == JWT_JSON_TRUE)
    return NULL;
  if (b64->type == JWT_JSON_FALSE)
    return jwt_error_new (JWT_ERROR_UNENCODED_PAYLOAD, &detail);

  return new_critical_error (header, b64);
}

/*< private >
 * jwt_header_check_critical:
 * @header: a JOSE header that is an object
 *
 * Judges "crit" (RFC 7515 §4.1.11) and "b64" (RFC 7797 §3, §7): a list that is
 * not one, is empty, repeats a name, names a standard parameter, one that is
 * not in the header or one that Jotsmith does not know, has to be refused.
 *
 * Returns: (transfer full) (nullable): %JWT_ERROR_CRIT or
 *   %JWT_ERROR_UNENCODED_PAYLOAD
 */
GError *
jwt_header_check_critical (JwtJson *header)
{
  const JwtJsonSpan *b64 = jwt_json_find (header, "b64");
  const JwtJsonSpan *crit = jwt_json_find (header, "crit");
  GError *problem = NULL;

  if (b64 != NULL)
    problem = check_unencoded (header, b64);
  if (problem != NULL || crit == NULL)
    return problem;
  if (crit->type != JWT_JSON_ARRAY)
    return new_critical_error (header, crit);

  return check_list (header, crit);
}
