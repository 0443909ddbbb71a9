/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The media types that IANA lists for tokens, without "application/". */
static const struct
{
  const char *type;
  const char *kind;
} kinds[] = {
  { "at+jwt", N_("Access token (RFC 9068)") },
  { "dpop+jwt", N_("DPoP proof (RFC 9449)") },
  { "logout+jwt", N_("Logout token (OpenID Connect)") },
  { "secevent+jwt", N_("Security event token (RFC 8417)") },
  { "oauth-authz-req+jwt", N_("Authorization request (RFC 9101)") },
  { "token-introspection+jwt", N_("Introspection response (RFC 9701)") },
  { "kb+jwt", N_("Key binding token (RFC 9901)") },
  { "dc+sd-jwt", N_("Verifiable credential (SD-JWT VC)") },
  { "vc+sd-jwt", N_("Verifiable credential (SD-JWT VC)") },
  { "entity-statement+jwt", N_("Entity statement (OpenID Federation)") },
  { "statuslist+jwt", N_("Status list token") },
  { "passport", N_("PASSporT (RFC 8225)") },
};

#define PREFIX "application/"

static char *
dup_type (JwtJson *header)
{
  const JwtJsonSpan *typ = jwt_json_find (header, "typ");
  g_autofree char *type = NULL;

  if (typ == NULL || typ->type != JWT_JSON_STRING)
    return NULL;

  type = jwt_json_dup_display (header, typ);
  if (g_ascii_strncasecmp (type, PREFIX, strlen (PREFIX)) == 0)
    return g_strdup (type + strlen (PREFIX));

  return g_steal_pointer (&type);
}

/* OpenID Connect Core §2 gives its ID tokens no type of their own. */
static gboolean
is_id_token (JwtJson *payload)
{
  if (jwt_json_find (payload, "at_hash") != NULL ||
      jwt_json_find (payload, "c_hash") != NULL)
    return TRUE;

  return jwt_json_find (payload, "nonce") != NULL &&
         jwt_json_find (payload, "iss") != NULL &&
         jwt_json_find (payload, "aud") != NULL;
}

/**
 * jot_words_kind:
 * @token: (nullable): a token
 *
 * Says what kind of token its header's "typ" calls it (RFC 7519 §5.1, RFC 8725
 * §3.11), or what its claims look like.
 *
 * Returns: (transfer full) (nullable): a few words; %NULL where there is
 *   nothing special to say
 */
char *
jot_words_kind (JwtToken *token)
{
  JwtJson *header = token != NULL ? jwt_token_get_header (token) : NULL;
  g_autofree char *type = header != NULL ? dup_type (header) : NULL;

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (type, kinds[i].type) == 0)
      return g_strdup (_(kinds[i].kind));

  if (token != NULL && jwt_token_has_claims (token) &&
      is_id_token (jwt_token_get_payload (token)))
    return g_strdup (_("Looks like an ID token (OpenID Connect)"));

  return NULL;
}
