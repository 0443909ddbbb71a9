/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include <glib/gi18n.h>

#include "cli/jot-cli-options.h"
#include "cli/jot-cli-output.h"
#include "cli/jot-cli-values.h"
#include "core/secret/jwt-export.h"
#include "core/secret/jwt-secret.h"

#define MAX_COUNT 10000
#define BITS_A_BYTE 8

typedef struct
{
  char  *algorithm;
  char  *bits;
  char  *encoding;
  char  *format;
  char  *name;
  char  *count;
  char **rest;
} Options;

/* The same, understood. */
typedef struct
{
  JwtAlgorithm     algorithm;
  guint            size;
  JwtEncoding      encoding;
  JwtExportFormat  format;
  const char      *name;
  guint            count;
} Order;

static void
options_clear (Options *self)
{
  g_free (self->algorithm);
  g_free (self->bits);
  g_free (self->encoding);
  g_free (self->format);
  g_free (self->name);
  g_free (self->count);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static JotCliOptionsResult
read_options (Options  *self,
              char    **argv,
              GError  **error)
{
  const JotCliUsage usage = {
    "",
    N_("Makes random secrets for HMAC signatures, one a line."),
    NULL
  };
  const GOptionEntry entries[] = {
    { "algorithm", 'a', 0, G_OPTION_ARG_FILENAME, &self->algorithm,
      N_("HS256, HS384 or HS512 (default: HS256)"), N_("ALG") },
    { "bits", 0, 0, G_OPTION_ARG_FILENAME, &self->bits,
      N_("The size, a multiple of 8 (default: what the algorithm needs)"),
      N_("N") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &self->encoding,
      N_("base64url, base64 or hex (default: base64url)"), N_("ENCODING") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &self->format,
      N_("plain, env, jwk, kubernetes or shell (default: plain)"),
      N_("FORMAT") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &self->name,
      N_("The variable’s name, or the key ID of a JWK"), N_("NAME") },
    { "count", 0, 0, G_OPTION_ARG_FILENAME, &self->count,
      N_("How many secrets to make (default: 1)"), N_("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest,
      NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return jot_cli_options_read (&usage, entries, argv, error);
}

static gboolean
read_size (const Options  *options,
           Order          *order,
           GError        **error)
{
  gsize least = jwt_algorithm_get_info (order->algorithm)->min_key_size;
  guint bits = least * BITS_A_BYTE;

  if (options->bits != NULL
      && !jot_cli_parse_number ("--bits", options->bits, bits,
                                JWT_SECRET_MAX_SIZE * BITS_A_BYTE, &bits,
                                error))
    return FALSE;

  if (bits % BITS_A_BYTE != 0) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--bits needs a multiple of 8, not “%s”."),
                       options->bits);
    return FALSE;
  }

  order->size = bits / BITS_A_BYTE;
  return TRUE;
}

static gboolean
read_encoding (const Options  *options,
               Order          *order,
               GError        **error)
{
  order->encoding = JWT_ENCODING_BASE64URL;
  if (options->encoding == NULL)
    return TRUE;

  if (!jwt_encoding_from_name (options->encoding, &order->encoding)
      || order->encoding == JWT_ENCODING_TEXT) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--encoding does not know “%s”. Use base64url, base64 "
                         "or hex."), options->encoding);
    return FALSE;
  }

  if (order->format == JWT_EXPORT_JWK
      && order->encoding != JWT_ENCODING_BASE64URL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("A JWK is always written as base64url: leave out "
                         "--encoding."));
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_format (const Options  *options,
             Order          *order,
             GError        **error)
{
  order->format = JWT_EXPORT_PLAIN;
  if (options->format == NULL
      || jwt_export_format_from_name (options->format, &order->format))
    return TRUE;

  jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                     _("--format does not know “%s”. Use plain, env, jwk, "
                       "kubernetes or shell."), options->format);
  return FALSE;
}

static gboolean
read_name (const Options  *options,
           Order          *order,
           GError        **error)
{
  order->name = options->name;
  if (options->name == NULL)
    return TRUE;
  if (!jot_cli_check_text ("--name", options->name, error))
    return FALSE;

  if (order->format == JWT_EXPORT_PLAIN) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("A plain secret has no name: leave out --name, or "
                         "choose another --format."));
    return FALSE;
  }
  if (!jwt_export_name_is_valid (order->format, options->name)) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--name needs letters, digits and “_”, and no digit "
                         "first, not “%s”."), options->name);
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_order (const Options  *options,
            Order          *order,
            GError        **error)
{
  order->count = 1;

  if (options->rest != NULL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("It takes options alone, not “%s”."),
                       options->rest[0]);
    return FALSE;
  }

  return jot_cli_parse_algorithm (options->algorithm != NULL
                                  ? options->algorithm : "HS256",
                                  &order->algorithm, error)
         && read_size (options, order, error)
         && read_format (options, order, error)
         && read_encoding (options, order, error)
         && read_name (options, order, error)
         && (options->count == NULL
             || jot_cli_parse_number ("--count", options->count, 1, MAX_COUNT,
                                      &order->count, error));
}

static gboolean
write_secret (JwtSecretGenerator  *generator,
              const Order         *order,
              GError             **error)
{
  g_autoptr (GBytes) text = NULL;
  gsize size = 0;
  const char *data = NULL;

  if (!jwt_secret_generator_generate (generator, error))
    return FALSE;

  text = jwt_export_secret (order->format,
                            jwt_secret_generator_get_secret (generator),
                            order->encoding, order->algorithm, order->name);
  data = g_bytes_get_data (text, &size);

  return jot_cli_write (data, size, error)
         && (data[size - 1] == '\n' || jot_cli_write_text ("\n", error));
}

static gboolean
write_secrets (const Order  *order,
               GError      **error)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();

  jwt_secret_generator_set_algorithm (generator, order->algorithm);
  jwt_secret_generator_set_size (generator, order->size);

  for (guint i = 0; i < order->count; i++) {
    /* YAML puts this between the documents of one stream. */
    if (i > 0 && order->format == JWT_EXPORT_KUBERNETES
        && !jot_cli_write_text ("---\n", error))
      return FALSE;
    if (!write_secret (generator, order, error))
      return FALSE;
  }

  return TRUE;
}

/**
 * jot_cli_secret: (skip)
 * @argv: the arguments, the command's name first
 * @error: (nullable): where an error goes
 *
 * Makes secrets.
 *
 * Returns: what the shell gets to know
 */
JotCliExit
jot_cli_secret (char   **argv,
                GError **error)
{
  g_auto (Options) options = { NULL };
  Order order = { JWT_ALGORITHM_UNKNOWN };
  JotCliOptionsResult result = read_options (&options, argv, error);

  if (result == JOT_CLI_OPTIONS_ANSWERED)
    return JOT_CLI_DONE;
  if (result == JOT_CLI_OPTIONS_WRONG
      || !read_order (&options, &order, error)
      || !write_secrets (&order, error))
    return JOT_CLI_WRONG;

  return JOT_CLI_DONE;
}
