/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char * const dates[] = { "exp", "nbf", "iat", NULL };
static const char * const texts[] = { "iss", "sub", "jti", NULL };

/* A count of seconds may be more than a duration can say. */
static char *
say_seconds (const JwtErrorDetail *detail)
{
  return jot_words_duration ((gint64) MIN (detail->found, G_MAXINT64));
}

static char *
say_expired (const JwtErrorDetail *detail)
{
  g_autofree char *duration = say_seconds (detail);

  if (detail->found == 0)
    return g_strdup (_("The token has expired."));

  return g_strdup_printf (_("The token expired %s ago."), duration);
}

static char *
say_not_yet_valid (const JwtErrorDetail *detail)
{
  g_autofree char *duration = say_seconds (detail);

  if (detail->found == 0)
    return g_strdup (_("The token is not valid yet."));

  return g_strdup_printf (_("The token is not valid for another %s."),
                          duration);
}

static char *
say_type (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  if (g_strv_contains (dates, name))
    return g_strdup_printf (_("“%s” has to be a number, the seconds since "
                              "1970, without quotation marks."), name);
  if (g_strv_contains (texts, name))
    return g_strdup_printf (_("“%s” has to be text, in quotation marks."),
                            name);
  if (g_str_equal (name, "aud"))
    return g_strdup (_("“aud” has to be text or a list of texts."));

  return g_strdup_printf (_("“%s” is not of the type it has to be."), name);
}

static char *
say_range (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  return g_strdup_printf (_("“%s” is no time: seconds since 1970 have no such "
                            "number."), name);
}

static char *
say_missing (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);
  g_autofree char *expected = jot_words_abridge (detail->expected);

  if (*expected != '\0' && g_str_equal (name, "iss"))
    return g_strdup_printf (_("The token names no issuer, you expect “%s”."),
                            expected);
  if (*expected != '\0' && g_str_equal (name, "aud"))
    return g_strdup_printf (_("The token names no audience, you expect “%s”."),
                            expected);

  return g_strdup_printf (_("The claim “%s” is required, but missing."), name);
}

static gboolean
differ_by_slash (const char *one,
                 const char *other)
{
  gsize length = strlen (one);

  return strlen (other) == length + 1 && g_str_has_prefix (other, one) &&
         other[length] == '/';
}

static char *
say_issuer (const JwtErrorDetail *detail)
{
  g_autofree char *actual = jot_words_abridge (detail->actual);
  g_autofree char *expected = jot_words_abridge (detail->expected);

  if (detail->actual == NULL)
    return g_strdup_printf (_("The token names no issuer, you expect “%s”."),
                            expected);
  if (differ_by_slash (actual, expected) || differ_by_slash (expected, actual))
    return g_strdup_printf (_("The token is from “%s”, you expect “%s”: the "
                              "slash at the end counts."), actual, expected);

  return g_strdup_printf (_("The token is from “%s”, you expect “%s”."),
                          actual, expected);
}

/* A list reads better as a list of names than in JSON's brackets. */
static char *
quote_list (const char *literal)
{
  g_autoptr (GBytes) bytes = g_bytes_new (literal, strlen (literal));
  g_autoptr (JwtJson) json = jwt_json_new (bytes);
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) elements = NULL;
  JwtJsonSpan root;

  if (!jwt_json_is_grammatical (json))
    return NULL;
  root = jwt_json_get_root (json);
  if (root.type != JWT_JSON_ARRAY)
    return NULL;

  elements = jwt_json_list_elements (json, &root);
  for (guint i = 0; i < elements->len; i++) {
    g_autofree char *name =
      jwt_json_dup_display (json, &g_array_index (elements, JwtJsonSpan, i));

    g_ptr_array_add (quoted, g_strdup_printf (C_("name", "“%s”"), name));
  }
  g_ptr_array_add (quoted, NULL);

  return jot_words_list ((char **) quoted->pdata);
}

/*< private >
 * jot_words_issuer:
 * @actual: (nullable): what “iss” says, fit to be shown
 *
 * Returns: (transfer full) (nullable): the issuer in quotation marks, or %NULL
 *   where there is none
 */
char *
jot_words_issuer (const char *actual)
{
  g_autofree char *shown = NULL;

  if (actual == NULL)
    return NULL;

  shown = jot_words_abridge (actual);

  /* Translators: A name in quotation marks. */
  return g_strdup_printf (C_("name", "“%s”"), shown);
}

/*< private >
 * jot_words_audience:
 * @actual: (nullable): what “aud” says, fit to be shown: a text, or a JSON list
 *
 * Returns: (transfer full) (nullable): the audiences in quotation marks, or
 *   %NULL where there is none
 */
char *
jot_words_audience (const char *actual)
{
  g_autofree char *list = NULL;

  if (actual != NULL && *actual == '[')
    list = quote_list (actual);
  if (list != NULL)
    return *list != '\0' ? jot_words_abridge (list) : NULL;

  return jot_words_issuer (actual);
}

static char *
say_audience (const JwtErrorDetail *detail)
{
  g_autofree char *actual = jot_words_audience (detail->actual);
  g_autofree char *expected = jot_words_abridge (detail->expected);

  if (actual == NULL)
    return g_strdup_printf (_("The token names no audience, you expect “%s”."),
                            expected);

  /* Translators: %1$s is one name in quotation marks, or a list of some. */
  return g_strdup_printf (_("The token is for %1$s, you expect “%2$s”."),
                          actual, expected);
}

/*< private >
 * jot_words_claim_error:
 * @error: an error about a claim, of the domain %JWT_ERROR
 *
 * Returns: (transfer full): a sentence like “The token expired 3 h ago.”
 */
char *
jot_words_claim_error (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);

  if (error->code == JWT_ERROR_EXPIRED)
    return say_expired (detail);
  if (error->code == JWT_ERROR_NOT_YET_VALID)
    return say_not_yet_valid (detail);
  if (error->code == JWT_ERROR_CLAIM_TYPE)
    return say_type (detail);
  if (error->code == JWT_ERROR_CLAIM_RANGE)
    return say_range (detail);
  if (error->code == JWT_ERROR_CLAIM_MISSING)
    return say_missing (detail);
  if (error->code == JWT_ERROR_ISSUER_MISMATCH)
    return say_issuer (detail);
  if (error->code == JWT_ERROR_AUDIENCE_MISMATCH)
    return say_audience (detail);

  return g_strdup (error->message);
}
