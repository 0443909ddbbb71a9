/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-claims.h"

#include <glib/gi18n.h>
#include <string.h>

#include "words/jot-words-private.h"

/* Further times, of OpenID Connect Core §2 and §5.1 and of RFC 7662 §2.2. */
static const char * const other_dates[] = { "auth_time", "updated_at", NULL };

static char *
dup_shown (JwtClaims         *claims,
           const JwtJsonSpan *value)
{
  g_autofree char *shown =
    jwt_json_dup_display (jwt_claims_get_json (claims), value);

  return jot_words_abridge (shown);
}

/* What is not text where text must be is shown as it is, and why it is
 * wrong. */
static gboolean
is_text (JotClaim          *claim,
         JwtClaims         *claims,
         const JwtJsonSpan *value)
{
  JwtErrorDetail detail = { .part = JWT_PART_PAYLOAD, .name = claim->name };
  g_autoptr (GError) problem = NULL;

  if (value->type == JWT_JSON_STRING)
    return TRUE;

  problem = jwt_error_new (JWT_ERROR_CLAIM_TYPE, &detail);
  claim->sentence = dup_shown (claims, value);
  claim->caption = jot_words_error (problem);
  claim->alarming = TRUE;

  return FALSE;
}

/*< private >
 * jot_words_describe_iss:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Issued by https://auth.example.com” (RFC 7519 §4.1.1).
 */
void
jot_words_describe_iss (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  g_autofree char *shown = NULL;

  if (!is_text (claim, claims, value))
    return;

  shown = dup_shown (claims, value);
  claim->sentence = g_strdup_printf (_("Issued by %s"), shown);
}

/*< private >
 * jot_words_describe_sub:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “About 1234” (RFC 7519 §4.1.2).
 */
void
jot_words_describe_sub (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  g_autofree char *shown = NULL;

  if (!is_text (claim, claims, value))
    return;

  shown = dup_shown (claims, value);

  /* Translators: %s is a person or a program that the token speaks of. */
  claim->sentence = g_strdup_printf (_("About %s"), shown);
  claim->caption = g_strdup (_("Usually a user or client identifier"));
}

/*< private >
 * jot_words_describe_jti:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Token ID b7e4c1d2” (RFC 7519 §4.1.7).
 */
void
jot_words_describe_jti (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  g_autofree char *shown = NULL;

  if (!is_text (claim, claims, value))
    return;

  shown = dup_shown (claims, value);
  claim->sentence = g_strdup_printf (_("Token ID %s"), shown);
}

/* The words of a text, or the members of a list where all of them are texts;
 * NULL where the value is neither. */
static char **
dup_texts (JwtClaims         *claims,
           const JwtJsonSpan *value,
           gboolean           split)
{
  JwtJson *json = jwt_claims_get_json (claims);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GArray) elements = NULL;

  if (value->type == JWT_JSON_STRING) {
    g_autofree char *text = jwt_json_dup_display (json, value);

    if (split)
      return g_strsplit (text, " ", -1);
    g_strv_builder_add (texts, text);
    return g_strv_builder_end (texts);
  }
  if (value->type != JWT_JSON_ARRAY)
    return NULL;

  elements = jwt_json_list_elements (json, value);
  for (guint i = 0; i < elements->len; i++) {
    JwtJsonSpan *element = &g_array_index (elements, JwtJsonSpan, i);
    g_autofree char *text = NULL;

    if (element->type != JWT_JSON_STRING)
      return NULL;
    text = jwt_json_dup_display (json, element);
    g_strv_builder_add (texts, text);
  }

  return g_strv_builder_end (texts);
}

/*< private >
 * jot_words_describe_aud:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Meant for orders-api, billing-api” (RFC 7519 §4.1.3).
 */
void
jot_words_describe_aud (JotClaim          *claim,
                        JwtClaims         *claims,
                        const JwtJsonSpan *value,
                        gint64             now)
{
  g_auto (GStrv) names = dup_texts (claims, value, FALSE);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;

  if (names == NULL) {
    is_text (claim, claims, value);
    return;
  }
  if (*names == NULL) {
    claim->sentence = g_strdup (_("Meant for nobody"));
    claim->caption = g_strdup (_("The list is empty."));
    claim->alarming = TRUE;
    return;
  }

  list = jot_words_list (names);
  shown = jot_words_abridge (list);
  claim->sentence = g_strdup_printf (_("Meant for %s"), shown);
}

static guint
drop_empty (char **texts)
{
  guint length = 0;

  for (guint i = 0; texts[i] != NULL; i++) {
    if (*texts[i] == '\0')
      g_free (texts[i]);
    else
      texts[length++] = texts[i];
  }
  texts[length] = NULL;

  return length;
}

/*< private >
 * jot_words_describe_scope:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says “Allows 2 scopes: orders:read, orders:write” (RFC 8693 §4.2). The
 * standard wants words with spaces between them; a list is seen too.
 */
void
jot_words_describe_scope (JotClaim          *claim,
                          JwtClaims         *claims,
                          const JwtJsonSpan *value,
                          gint64             now)
{
  g_auto (GStrv) scopes = dup_texts (claims, value, TRUE);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;
  guint length;

  if (scopes == NULL) {
    jot_words_describe_custom (claim, claims, value, now);
    return;
  }

  length = drop_empty (scopes);
  if (length == 0) {
    claim->sentence = g_strdup (_("Allows no scope"));
    return;
  }

  list = jot_words_list (scopes);
  shown = jot_words_abridge (list);
  claim->sentence = g_strdup_printf (ngettext ("Allows %u scope: %s",
                                               "Allows %u scopes: %s", length),
                                     length, shown);
}

/* A value that holds others is shown in one line, however it was written. */
static char *
dup_one_line (JwtClaims         *claims,
              const JwtJsonSpan *value)
{
  GBytes *text = jwt_json_get_text (jwt_claims_get_json (claims));
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (text, value->start,
                                                    value->end - value->start);
  g_autoptr (JwtJson) json = jwt_json_new (part);
  g_autoptr (GBytes) compact = jwt_json_compact (json);
  g_autofree char *line = g_strndup (g_bytes_get_data (compact, NULL),
                                     g_bytes_get_size (compact));

  return jot_words_abridge (line);
}

static void
describe_other_date (JotClaim *claim)
{
  gint64 seconds;

  if (!g_strv_contains (other_dates, claim->name) ||
      !g_ascii_string_to_signed (claim->value, 10, 100000000, 9999999999,
                                 &seconds, NULL))
    return;

  claim->caption = jot_words_time (seconds);
  claim->tooltip = jot_words_time_utc (seconds);
}

/*< private >
 * jot_words_describe_custom:
 * @claim: what to fill in
 * @claims: the claims that it belongs to
 * @value: the place of its value
 * @now: the time
 *
 * Says what any other claim holds (RFC 7519 §4.2, §4.3).
 */
void
jot_words_describe_custom (JotClaim          *claim,
                           JwtClaims         *claims,
                           const JwtJsonSpan *value,
                           gint64             now)
{
  if (value->type == JWT_JSON_ARRAY || value->type == JWT_JSON_OBJECT)
    claim->sentence = dup_one_line (claims, value);
  else
    claim->sentence = dup_shown (claims, value);

  describe_other_date (claim);
  if (claim->caption == NULL)
    claim->caption = g_strdup (_("Custom claim"));
}
