/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

/* What a PEM's label ends with; a JWK's type is none of these. */
static const char * const pem_labels[] = {
  "KEY", "CERTIFICATE", "PARAMETERS", "REQUEST", "PEM",
};

static gboolean
is_pem_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pem_labels); i++) {
    if (g_str_has_suffix (name, pem_labels[i]))
      return TRUE;
  }

  return FALSE;
}

static char *
say_weak (const JwtErrorDetail *detail)
{
  g_autofree char *size = jot_words_size (detail->found);
  g_autofree char *expected = jot_words_abridge (detail->expected);
  unsigned long long needed = detail->needed;

  if (*expected == '\0')
    return g_strdup_printf (ngettext ("The secret has %s, at least %llu byte "
                                      "is needed.",
                                      "The secret has %s, at least %llu bytes "
                                      "are needed.", (gulong) needed),
                            size, needed);

  /* Translators: %1$s is “6 bytes (48 bits)”, %2$s an algorithm. */
  return g_strdup_printf (ngettext ("The secret has %1$s, %2$s needs %3$llu "
                                    "byte.",
                                    "The secret has %1$s, %2$s needs %3$llu "
                                    "bytes.", (gulong) needed),
                          size, expected, needed);
}

/* A JWK says itself what it may be used for (RFC 7517 §4.2 to §4.4). */
static char *
say_mark (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);
  g_autofree char *actual = jot_words_abridge (detail->actual);
  g_autofree char *expected = jot_words_abridge (detail->expected);

  if (*actual == '\0')
    return g_strdup_printf (_("The key’s “%s” does not allow “%s”: choose "
                              "another key."), name, expected);

  return g_strdup_printf (_("The key’s “%s” is “%s”, so that it is not for "
                            "“%s”: choose another key."),
                          name, actual, expected);
}

static char *
say_family (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  if (detail->expected != NULL)
    return say_mark (detail);
  if (*name == '\0')
    return g_strdup (_("This is another kind of key than the algorithm "
                       "needs."));
  if (is_pem_label (name))
    return g_strdup_printf (_("This is a PEM (“%s”), which never is an HMAC "
                              "secret: enter the shared secret."), name);

  return g_strdup_printf (_("This is a key of the type “%s”, which never is an "
                            "HMAC secret: enter the shared secret."), name);
}

static char *
say_malformed (const GError         *error,
               const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  if (detail->syntax != JWT_SYNTAX_NONE)
    return jot_words_syntax (detail);
  if (*name == '\0')
    return jot_words_alphabet_error (error);
  if (detail->line != 0)
    return g_strdup_printf (_("The key cannot be read, line %u, column %u: "
                              "“%s” appears twice."),
                            detail->line, detail->column, name);

  return g_strdup_printf (_("The key cannot be read: its “%s” is missing or "
                            "wrong."), name);
}

/*< private >
 * jot_words_key_error:
 * @error: an error of the domain %JWT_ERROR
 *
 * Returns: (transfer full) (nullable): a sentence about a key, or %NULL where
 *   @error is about something else
 */
char *
jot_words_key_error (const GError *error)
{
  const JwtErrorDetail *detail = jwt_error_get_detail (error);

  if (error->code == JWT_ERROR_KEY_EMPTY)
    return g_strdup (_("There is no secret: enter one to sign or to check a "
                       "signature."));
  if (error->code == JWT_ERROR_KEY_FAMILY)
    return say_family (detail);
  if (error->code == JWT_ERROR_KEY_MALFORMED)
    return say_malformed (error, detail);
  if (error->code == JWT_ERROR_KEY_WEAK)
    return say_weak (detail);

  return NULL;
}
