/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-key.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli/jot-cli-input.h"
#include "cli/jot-cli-values.h"
#include "core/base/jwt-bytes.h"

/* Nothing here puts a source into a message, but for a file's name: what a
 * person wrote by mistake may be the secret itself. */

/**
 * jot_cli_key_options_clear: (skip)
 * @options: what to free
 */
void
jot_cli_key_options_clear (JotCliKeyOptions *options)
{
  if (options->source != NULL)
    jwt_wipe (options->source, strlen (options->source));
  g_clear_pointer (&options->algorithm, g_free);
  g_clear_pointer (&options->source, g_free);
  g_clear_pointer (&options->encoding, g_free);
}

static const char *
skip_scheme (const char *source,
             const char *scheme)
{
  return g_str_has_prefix (source, scheme) ? source + strlen (scheme) : NULL;
}

static gboolean
read_fd_number (const char *source,
                int        *fd)
{
  const char *number = skip_scheme (source, "fd:");
  guint64 parsed = 0;

  if (strcmp (source, "stdin") == 0)
    *fd = STDIN_FILENO;
  else if (number != NULL
           && g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT, &parsed,
                                          NULL))
    *fd = (int) parsed;
  else
    return FALSE;

  return TRUE;
}

/**
 * jot_cli_key_options_check: (skip)
 * @options: what was asked for
 * @input: where the token or payload comes from
 * @algorithm: (out): the algorithm
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Sees that all is there that a key needs, before anything is read.
 *
 * Returns: whether it is
 */
gboolean
jot_cli_key_options_check (const JotCliKeyOptions  *options,
                           const char              *input,
                           JwtAlgorithm            *algorithm,
                           GError                 **error)
{
  int fd = -1;

  if (!jot_cli_parse_algorithm (options->algorithm, algorithm, error))
    return FALSE;

  if (options->source == NULL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--key is missing: say where the secret is."));
    return FALSE;
  }

  if (jot_cli_input_is_stdin (input)
      && read_fd_number (options->source, &fd) && fd == STDIN_FILENO) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("Standard input cannot give both the secret and "
                         "the text: write one of them as an argument or in a "
                         "file."));
    return FALSE;
  }

  return TRUE;
}

static gboolean
parse_encoding (const char   *text,
                JwtEncoding  *encoding,
                GError      **error)
{
  *encoding = JWT_ENCODING_TEXT;
  if (text == NULL || jwt_encoding_from_name (text, encoding))
    return TRUE;

  jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                     _("--key-encoding does not know “%s”. Use text, "
                       "base64url, base64 or hex."), text);
  return FALSE;
}

static GBytes *
read_environment (const char  *name,
                  GError     **error)
{
  const char *value = g_getenv (name);

  if (value == NULL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_INPUT,
                       _("The environment variable that --key names is not "
                         "set."));
    return NULL;
  }

  return jwt_bytes_copy_wiped (value, strlen (value));
}

static GBytes *
read_stream (const char  *source,
             GError     **error)
{
  const char *path = skip_scheme (source, "file:");
  g_autofree char *name = NULL;
  int fd = -1;

  if (path != NULL)
    return jot_cli_input_read_file (path, error);

  if (!read_fd_number (source, &fd)) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--key needs env:NAME, file:PATH, fd:N, stdin or "
                         "pass:TEXT."));
    return NULL;
  }

  name = fd == STDIN_FILENO ? g_strdup (_("Standard input"))
                            : g_strdup_printf (_("The file descriptor %d"), fd);
  return jot_cli_input_read_fd (fd, name, error);
}

static GBytes *
read_source (const JotCliKeyOptions  *options,
             GError                 **error)
{
  const char *name = skip_scheme (options->source, "env:");
  const char *text = skip_scheme (options->source, "pass:");
  g_autoptr (GBytes) bytes = NULL;

  if (name != NULL)
    return read_environment (name, error);
  if (text != NULL)
    return jwt_bytes_copy_wiped (text, strlen (text));

  bytes = read_stream (options->source, error);
  if (bytes == NULL || options->keep_newline)
    return g_steal_pointer (&bytes);

  return jot_cli_input_strip_newline (bytes);
}

/**
 * jot_cli_key_options_read: (skip)
 * @options: what was asked for
 * @error: (nullable): where an error goes, of JOT_CLI_ERROR or JWT_ERROR
 *
 * Reads the secret from where it is.
 *
 * Returns: (transfer full) (nullable): the key
 */
JwtKey *
jot_cli_key_options_read (const JotCliKeyOptions  *options,
                          GError                 **error)
{
  JwtEncoding encoding = JWT_ENCODING_TEXT;
  g_autoptr (GBytes) text = NULL;
  gsize length = 0;
  const char *data = NULL;

  if (!parse_encoding (options->encoding, &encoding, error))
    return NULL;

  text = read_source (options, error);
  if (text == NULL)
    return NULL;

  data = g_bytes_get_data (text, &length);
  return jwt_key_new_from_text (data != NULL ? data : "", length, encoding,
                                error);
}
