/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes that a person wrote with Hex or Base64URL in mind are at least as many
 * as the least key has; a shorter text may well be a word. */
#define LEAST_HIDDEN_SIZE 32

/* Hex is Base64 by its letters, and most Base64 is Base64URL, so the narrowest
 * comes first. */
static const JwtEncoding narrowest_first[] = {
  JWT_ENCODING_HEX,
  JWT_ENCODING_BASE64URL,
  JWT_ENCODING_BASE64,
};

/**
 * jot_words_encoding:
 * @encoding: how bytes are written as text
 *
 * Returns: (transfer none): its name as people see it
 */
const char *
jot_words_encoding (JwtEncoding encoding)
{
  switch (encoding) {
  case JWT_ENCODING_BASE64URL:
    return _("Base64URL");
  case JWT_ENCODING_BASE64:
    return _("Base64");
  case JWT_ENCODING_HEX:
    return _("Hex");
  case JWT_ENCODING_TEXT:
  default:
    /* Translators: A secret is taken as the text that it is, not decoded. */
    return C_("encoding", "Text");
  }
}

/**
 * jot_words_size:
 * @bytes: a number of bytes
 *
 * Returns: (transfer full): the size of a key in words: “32 bytes (256 bits)”
 */
char *
jot_words_size (gsize bytes)
{
  unsigned long long number = bytes;

  return g_strdup_printf (ngettext ("%llu byte (%llu bits)",
                                    "%llu bytes (%llu bits)", (gulong) bytes),
                          number, number * 8);
}

static char *
say_bytes (gsize bytes)
{
  unsigned long long number = bytes;

  return g_strdup_printf (ngettext ("%llu byte", "%llu bytes", (gulong) bytes),
                          number);
}

/* How a text reads that was surely not meant as such: JWT_ENCODING_TEXT where
 * nothing speaks against it. */
static JwtEncoding
guess_encoding (const char *text,
                gsize       length,
                gsize      *size)
{
  for (guint i = 0; i < G_N_ELEMENTS (narrowest_first); i++) {
    g_autoptr (GBytes) bytes = jwt_encoding_decode (narrowest_first[i],
                                                    text, length, NULL);

    if (bytes != NULL && g_bytes_get_size (bytes) >= LEAST_HIDDEN_SIZE) {
      *size = g_bytes_get_size (bytes);
      return narrowest_first[i];
    }
  }

  return JWT_ENCODING_TEXT;
}

static char *
hint_encoding (const char *text,
               JwtKey     *key)
{
  GBytes *source = jwt_key_get_source (key);
  gsize length = text != NULL ? strlen (text) : 0;
  gsize size = 0;
  JwtEncoding encoding;
  g_autofree char *bytes = say_bytes (jwt_key_get_size (key));
  g_autofree char *decoded = NULL;

  if (text == NULL && source != NULL)
    text = g_bytes_get_data (source, &length);

  encoding = guess_encoding (text, length, &size);
  if (encoding == JWT_ENCODING_TEXT)
    return NULL;

  decoded = jot_words_size (size);

  /* Translators: %1$s is “43 bytes”, %2$s Base64URL, Base64 or Hex, %3$s
   * “32 bytes (256 bits)”. */
  return g_strdup_printf (_("%1$s as Text. It looks like %2$s: %3$s."),
                          bytes, jot_words_encoding (encoding), decoded);
}

static char *
hint_size (gsize        size,
           JwtAlgorithm algorithm)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);
  g_autofree char *words = jot_words_size (size);
  g_autofree char *needed = NULL;

  if (info == NULL)
    return g_steal_pointer (&words);

  if (size >= info->min_key_size)
    /* Translators: “32 bytes (256 bits)”, enough for HS256. */
    return g_strdup_printf (_("%s, enough for %s"), words, info->name);

  needed = say_bytes (info->min_key_size);

  /* Translators: “16 bytes (128 bits)”, HS256 needs “32 bytes”. */
  return g_strdup_printf (_("%s, %s needs %s."), words, info->name, needed);
}

/**
 * jot_words_key_hint:
 * @text: (nullable): what was entered
 * @key: (nullable): the key that it makes
 * @problem: (nullable): why it makes none, or not a good one
 * @algorithm: what the key is for
 *
 * Says what became of a secret as it is typed: “32 bytes (256 bits), enough for
 * HS256”. No part of the secret is in the words, but for one character that has
 * no place in it.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where nothing was
 *   entered
 */
char *
jot_words_key_hint (const char   *text,
                    JwtKey       *key,
                    const GError *problem,
                    JwtAlgorithm  algorithm)
{
  g_autofree char *hint = NULL;

  if (problem != NULL &&
      (key == NULL || g_error_matches (problem, JWT_ERROR,
                                       JWT_ERROR_KEY_FAMILY)))
    return g_error_matches (problem, JWT_ERROR, JWT_ERROR_KEY_EMPTY)
           ? NULL : jot_words_error (problem);
  if (key == NULL)
    return NULL;

  if (jwt_key_get_encoding (key) == JWT_ENCODING_TEXT)
    hint = hint_encoding (text, key);
  if (hint != NULL)
    return g_steal_pointer (&hint);

  return hint_size (jwt_key_get_size (key), algorithm);
}

/* A size in tenths of the least: an even number of times is easily said. */
static char *
say_times (guint       tenths,
           const char *algorithm)
{
  g_autofree char *times = NULL;

  if (tenths == 20)
    /* Translators: %s is an algorithm, like HS256. */
    return g_strdup_printf (_("twice the minimum for %s"), algorithm);

  times = g_strdup_printf (tenths % 10 == 0 ? "%.0f" : "%.1f", tenths / 10.0);

  /* Translators: %1$s is a number, like 1.5, %2$s an algorithm. */
  return g_strdup_printf (_("%1$s times the minimum for %2$s"),
                          times, algorithm);
}

static char *
say_enough (gsize                   bytes,
            const JwtAlgorithmInfo *info)
{
  if (bytes < info->min_key_size)
    return g_strdup_printf (_("less than the minimum for %s"), info->name);
  if (bytes == info->min_key_size)
    return g_strdup_printf (_("exactly the minimum for %s"), info->name);
  if (bytes * 10 % info->min_key_size == 0)
    return say_times ((guint) (bytes * 10 / info->min_key_size), info->name);

  return g_strdup_printf (_("more than the minimum for %s"), info->name);
}

/**
 * jot_words_secret_facts:
 * @bytes: the size of a secret that was made here
 * @algorithm: what it is for
 *
 * Says how good a new secret is (RFC 7518 §3.2): “**256 bits of randomness**
 * from the system generator, exactly the minimum for HS256 (RFC 7518 §3.2).”
 *
 * Returns: (transfer full): the words, as Pango markup
 */
char *
jot_words_secret_facts (gsize        bytes,
                        JwtAlgorithm algorithm)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);
  unsigned long long bits = (unsigned long long) bytes * 8;
  g_autofree char *randomness = NULL;
  g_autofree char *enough = NULL;

  randomness = g_strdup_printf (ngettext ("%llu bit of randomness",
                                          "%llu bits of randomness",
                                          (gulong) bits), bits);
  if (info == NULL)
    return g_markup_printf_escaped (_("<b>%s</b> from the system generator."),
                                    randomness);

  enough = say_enough (bytes, info);

  /* Translators: %1$s is “256 bits of randomness”, %2$s “exactly the minimum
   * for HS256”; the text between <b> and </b> is bold. */
  return g_markup_printf_escaped (_("<b>%1$s</b> from the system generator, "
                                    "%2$s (RFC 7518 §3.2)."),
                                  randomness, enough);
}
