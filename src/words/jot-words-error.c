/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef char *(*SayFunc) (const JwtErrorDetail *detail);

static char *
say_parts (const JwtErrorDetail *detail)
{
  unsigned long long found = detail->found;

  if (found == 0)
    return g_strdup (_("There is no token here: paste or type one."));
  if (g_strcmp0 (detail->name, "paseto") == 0)
    return g_strdup (_("This is a PASETO, not a JWT: Jotsmith does not read "
                       "it."));
  if (g_strcmp0 (detail->name, "opaque") == 0)
    return g_strdup (_("This is no JWT: it has no dots. An opaque token can be "
                       "read only by the server that issued it."));

  /* Translators: %llu is the number of parts, 1, 2, 4 or more. */
  return g_strdup_printf (ngettext ("A signed token has three parts, "
                                    "this has %llu.",
                                    "A signed token has three parts, "
                                    "this has %llu.",
                                    (gulong) detail->found), found);
}

static char *
say_too_large (const JwtErrorDetail *detail)
{
  g_autofree char *found = g_format_size_full (detail->found,
                                               G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *needed = g_format_size_full (detail->needed,
                                                G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: Both %s are sizes, like “17.2 MiB”. */
  return g_strdup_printf (_("This is too large to be read: it has %s, at most "
                            "%s are allowed."), found, needed);
}

static char *
say_alg_type (const JwtErrorDetail *detail)
{
  g_autofree char *actual = jot_words_abridge (detail->actual);

  if (*actual == '\0')
    return g_strdup (_("The header’s “alg” is not text, so nothing can be "
                       "verified."));

  /* Translators: %s is a JSON value, like 256. */
  return g_strdup_printf (_("The header’s “alg” is %s, which is not text, so "
                            "nothing can be verified."), actual);
}

static char *
say_alg_unknown (const JwtErrorDetail *detail)
{
  g_autofree char *actual = jot_words_abridge (detail->actual);
  g_autofree char *upper = g_ascii_strup (actual, -1);
  JwtAlgorithm meant = jwt_algorithm_from_name (upper, strlen (upper));

  if (*actual == '\0')
    return g_strdup (_("The header names no algorithm that Jotsmith can "
                       "check."));
  if (meant != JWT_ALGORITHM_UNKNOWN && !g_str_equal (upper, actual))
    return g_strdup_printf (_("The header says alg “%s”, which is no "
                              "algorithm: “%s” is written in capital letters."),
                            actual, upper);

  return g_strdup_printf (_("The header says alg “%s”, which Jotsmith cannot "
                            "check."), actual);
}

static char *
say_alg_mismatch (const JwtErrorDetail *detail)
{
  g_autofree char *actual = jot_words_abridge (detail->actual);
  g_autofree char *expected = jot_words_abridge (detail->expected);

  if (*actual == '\0' || *expected == '\0')
    return g_strdup (_("The token says another algorithm than you expect."));

  /* Translators: Both %s are names of algorithms. */
  return g_strdup_printf (_("The token says %s, you expect %s."),
                          actual, expected);
}

static char *
say_crit (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->name);

  if (*name == '\0')
    return g_strdup (_("The header’s “crit” is not a list of names."));

  return g_strdup_printf (_("The header’s “crit” names “%s”, which is not "
                            "known or has no place there."), name);
}

static char *
say_signature_length (const JwtErrorDetail *detail)
{
  unsigned long long found = detail->found;
  unsigned long long needed = detail->needed;

  if (found == 0)
    return g_strdup (_("The header promises a signature, but there is none."));

  return g_strdup_printf (ngettext ("The signature is %llu byte long, the "
                                    "algorithm makes %llu.",
                                    "The signature is %llu bytes long, the "
                                    "algorithm makes %llu.",
                                    (gulong) detail->found), found, needed);
}

static char *
say_algorithm_disabled (const JwtErrorDetail *detail)
{
  g_autofree char *name = jot_words_abridge (detail->expected != NULL
                                             ? detail->expected : detail->name);

  if (*name == '\0')
    return g_strdup (_("This algorithm is disabled on this system."));

  return g_strdup_printf (_("%s is disabled on this system."), name);
}

/* What needs no detail stands here as it is. */
static const char * const sentences[] = {
  [JWT_ERROR_ALG_MISSING] =
    N_("The header has no “alg”, so nothing can be verified."),
  [JWT_ERROR_UNSECURED] =
    N_("The header says alg “none”: there is no signature, so nothing can be "
       "verified."),
  [JWT_ERROR_ENCRYPTED] =
    N_("This is an encrypted token (JWE). Its content cannot be read without "
       "decrypting it."),
  [JWT_ERROR_JSON_SERIALIZATION] =
    N_("This is a signature in JSON form (JWS). A token is always in the "
       "compact form, with dots."),
  [JWT_ERROR_SD_JWT] =
    N_("This is a selective disclosure token (SD-JWT): its signature alone does "
       "not verify what follows the first “~”."),
  [JWT_ERROR_UNENCODED_PAYLOAD] =
    N_("The header says that the payload is not encoded (“b64”), which no "
       "token may do."),
  [JWT_ERROR_SIGNATURE_MISMATCH] =
    N_("The signature does not match: another secret signed this token, or it "
       "was changed after signing."),
  [JWT_ERROR_RANDOM_UNAVAILABLE] =
    N_("The system gives no random bytes now, so no secret was made: try "
       "again."),
  [JWT_ERROR_NEVER_VALID] =
    N_("The token can never be valid: it expires before it starts."),
};

static const SayFunc say_funcs[] = {
  [JWT_ERROR_PARTS] = say_parts,
  [JWT_ERROR_TOO_LARGE] = say_too_large,
  [JWT_ERROR_ALG_TYPE] = say_alg_type,
  [JWT_ERROR_ALG_UNKNOWN] = say_alg_unknown,
  [JWT_ERROR_ALG_MISMATCH] = say_alg_mismatch,
  [JWT_ERROR_CRIT] = say_crit,
  [JWT_ERROR_SIGNATURE_LENGTH] = say_signature_length,
  [JWT_ERROR_ALGORITHM_DISABLED] = say_algorithm_disabled,
};

static gboolean
is_about_characters (int code)
{
  return code == JWT_ERROR_BASE64URL || code == JWT_ERROR_NON_CANONICAL ||
         code == JWT_ERROR_WHITESPACE ||
         code == JWT_ERROR_INVISIBLE_CHARACTER;
}

/**
 * jot_words_error:
 * @error: an error, of any domain
 *
 * Says in one sentence what is wrong, where (counted from 1) and, where it is
 * not plain, what to do. What comes from a token is escaped. The message of an
 * error of another domain is given as it is.
 *
 * Returns: (transfer full): the sentence, with its full stop
 */
char *
jot_words_error (const GError *error)
{
  const JwtErrorDetail *detail;
  char *sentence;
  guint code;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != JWT_ERROR)
    return g_strdup (error->message);

  code = (guint) error->code;
  detail = jwt_error_get_detail (error);
  if (code < G_N_ELEMENTS (sentences) && sentences[code] != NULL)
    return g_strdup (_(sentences[code]));
  if (code < G_N_ELEMENTS (say_funcs) && say_funcs[code] != NULL)
    return say_funcs[code] (detail);
  if (is_about_characters (error->code))
    return jot_words_alphabet_error (error);
  if (code == JWT_ERROR_NOT_JSON && g_strcmp0 (detail->name, "detached") == 0)
    return g_strdup (_("The payload is empty: the signature may be a detached "
                       "one (RFC 7515 appendix F), whose payload travels apart "
                       "from it."));

  sentence = jot_words_fault (error);
  if (sentence == NULL)
    sentence = jot_words_key_error (error);

  return sentence != NULL ? sentence : jot_words_claim_error (error);
}
