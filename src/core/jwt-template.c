/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-template.h"

#include "core/base/jwt-json-writer.h"
#include "core/token/jwt-numeric-date.h"

#define LIFETIME (15 * 60)

/* The claims of a template that are texts; {"jti", NULL} makes a new one. */
typedef struct
{
  const char *name;
  const char *value;
} Claim;

static const Claim access_claims[] = {
  { "iss", "https://auth.example.com" },
  { "sub", "1234" },
  { "aud", "orders-api" },
  { "client_id", "web" },
  { "scope", "orders:read orders:write" },
  { "jti", NULL },
};

static const Claim id_claims[] = {
  { "iss", "https://auth.example.com" },
  { "sub", "1234" },
  { "aud", "web" },
  { "nonce", NULL },
};

static const Claim session_claims[] = {
  { "iss", "https://app.example.com" },
  { "sub", "1234" },
  { "aud", "https://app.example.com" },
  { "sid", NULL },
};

static const Claim service_claims[] = {
  { "iss", "billing-service" },
  { "sub", "billing-service" },
  { "aud", "orders-service" },
  { "jti", NULL },
};

static const Claim minimal_claims[] = {
  { "sub", "1234" },
};

/* RFC 9068 §2.1 gives access tokens a type of their own. */
static const struct {
  const char  *type;
  const Claim *claims;
  gsize        n_claims;
} templates[] = {
  [JWT_TEMPLATE_ACCESS_TOKEN] =
    { "at+jwt", access_claims, G_N_ELEMENTS (access_claims) },
  [JWT_TEMPLATE_ID_TOKEN] =
    { "JWT", id_claims, G_N_ELEMENTS (id_claims) },
  [JWT_TEMPLATE_SESSION] =
    { "JWT", session_claims, G_N_ELEMENTS (session_claims) },
  [JWT_TEMPLATE_SERVICE] =
    { "JWT", service_claims, G_N_ELEMENTS (service_claims) },
  [JWT_TEMPLATE_MINIMAL] =
    { "JWT", minimal_claims, G_N_ELEMENTS (minimal_claims) },
  [JWT_TEMPLATE_EMPTY] = { "JWT", NULL, 0 },
};

/*< private >
 * jwt_template_get_header:
 * @which: a template
 * @algorithm: the algorithm that is expected, and so the one to sign with
 *
 * Returns: (transfer full): the header's JSON text
 */
char *
jwt_template_get_header (JwtTemplate  which,
                         JwtAlgorithm algorithm)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();

  g_return_val_if_fail (which < G_N_ELEMENTS (templates), NULL);

  jwt_json_writer_add_string (writer, "alg",
                              jwt_algorithm_get_name (algorithm));
  jwt_json_writer_add_string (writer, "typ", templates[which].type);

  return jwt_json_writer_finish (writer);
}

/*< private >
 * jwt_template_get_payload:
 * @which: a template
 * @now: in seconds since the Unix epoch
 *
 * Returns: (transfer full): the claims set's JSON text, good for 15 minutes;
 *   the empty template's is an empty object
 */
char *
jwt_template_get_payload (JwtTemplate which,
                          gint64      now)
{
  g_autoptr (JwtJsonWriter) writer = NULL;

  g_return_val_if_fail (which < G_N_ELEMENTS (templates), NULL);

  if (which == JWT_TEMPLATE_EMPTY)
    return g_strdup ("{}");

  writer = jwt_json_writer_new ();
  for (gsize i = 0; i < templates[which].n_claims; i++) {
    const Claim *claim = &templates[which].claims[i];
    g_autofree char *fresh = g_uuid_string_random ();

    jwt_json_writer_add_string (writer, claim->name,
                                claim->value != NULL ? claim->value : fresh);
  }
  jwt_json_writer_add_integer (writer, "iat", now);
  jwt_json_writer_add_integer (writer, "exp",
                               jwt_numeric_date_add (now, LIFETIME));

  return jwt_json_writer_finish (writer);
}
