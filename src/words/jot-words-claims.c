/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-claims.h"

#include <glib/gi18n.h>
#include <string.h>

#include "words/jot-words-private.h"

/* The order in which people look for them; the rest follows as it stands. */
static const struct
{
  const char      *name;
  JotDescribeFunc  describe;
} order[] = {
  { "exp", jot_words_describe_exp },
  { "nbf", jot_words_describe_nbf },
  { "iat", jot_words_describe_iat },
  { "iss", jot_words_describe_iss },
  { "aud", jot_words_describe_aud },
  { "sub", jot_words_describe_sub },
  { "scope", jot_words_describe_scope },
  { "jti", jot_words_describe_jti },
};

#define N_ORDERED G_N_ELEMENTS (order)

/**
 * jot_claim_free:
 * @claim: (transfer full): a claim
 */
void
jot_claim_free (JotClaim *claim)
{
  g_free (claim->name);
  g_free (claim->sentence);
  g_free (claim->caption);
  g_free (claim->tooltip);
  g_free (claim->value);
  g_free (claim);
}

static guint8
get_rank (JwtJson           *json,
          const JwtJsonSpan *name)
{
  guint8 rank = 0;

  while (rank < N_ORDERED &&
         !jwt_json_string_equals (json, name, order[rank].name,
                                  strlen (order[rank].name)))
    rank++;

  return rank;
}

/*< private >
 * jot_words_dup_value:
 * @json: a grammatical text
 * @span: the place of a value in it
 *
 * Returns: (transfer full): the value for the clipboard: as the token wrote it,
 *   a string without its quotation marks and escapes, unless it holds a NUL or
 *   half a character, which no text can do
 */
char *
jot_words_dup_value (JwtJson           *json,
                     const JwtJsonSpan *span)
{
  g_autofree char *text = NULL;
  JwtJsonSpan inside = *span;
  gsize length;

  if (span->type != JWT_JSON_STRING)
    return jwt_json_dup_literal (json, span);

  text = jwt_json_dup_string (json, span, &length);
  if (g_utf8_validate_len (text, length, NULL))
    return g_steal_pointer (&text);

  inside.start++;
  inside.end--;

  return jwt_json_dup_literal (json, &inside);
}

static JotClaim *
describe (JwtClaims           *claims,
          const JwtJsonMember *member,
          guint8               rank,
          gint64               now)
{
  JwtJson *json = jwt_claims_get_json (claims);
  g_autofree char *name = jwt_json_dup_display (json, &member->name);
  JotClaim *claim = g_new0 (JotClaim, 1);

  claim->name = jot_words_abridge (name);
  claim->value = jot_words_dup_value (json, &member->value);
  if (rank < N_ORDERED)
    order[rank].describe (claim, claims, &member->value, now);
  else
    jot_words_describe_custom (claim, claims, &member->value, now);

  return claim;
}

/**
 * jot_words_claims:
 * @claims: (nullable): claims
 * @now: the time, in seconds since the Unix epoch
 *
 * Says every claim in words, the registered ones first (RFC 7519 §4.1 and
 * RFC 8693 §4.2), then the rest in the token's own order. What is to be shown
 * is escaped and, where it is long, cut; the value is for the clipboard: as the
 * token wrote it, a string without its quotation marks and escapes.
 *
 * Returns: (transfer full) (element-type JotClaim): the claims
 */
GPtrArray *
jot_words_claims (JwtClaims *claims,
                  gint64     now)
{
  GPtrArray *described =
    g_ptr_array_new_with_free_func ((GDestroyNotify) jot_claim_free);
  g_autofree guint8 *ranks = NULL;
  const JwtJsonMember *members;
  JwtJson *json;
  guint n_members;

  if (claims == NULL)
    return described;

  json = jwt_claims_get_json (claims);
  members = jwt_json_get_members (json, &n_members);
  ranks = g_new (guint8, n_members);
  for (guint i = 0; i < n_members; i++)
    ranks[i] = get_rank (json, &members[i].name);

  for (guint8 rank = 0; rank <= N_ORDERED; rank++) {
    for (guint i = 0; i < n_members; i++) {
      if (ranks[i] == rank)
        g_ptr_array_add (described, describe (claims, &members[i], rank, now));
    }
  }

  return described;
}
