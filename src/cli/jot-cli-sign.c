/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/jot-cli-input.h"
#include "cli/jot-cli-key.h"
#include "cli/jot-cli-options.h"
#include "cli/jot-cli-output.h"
#include "cli/jot-cli-values.h"
#include "core/base/jwt-error.h"
#include "core/jwt-signer.h"
#include "words/jot-words.h"

typedef struct
{
  JotCliKeyOptions   key;
  char              *header;
  char              *expires_in;
  char              *not_before;
  gboolean           issued_now;
  gboolean           compact;
  char             **rest;
} Options;

static void
options_clear (Options *self)
{
  jot_cli_key_options_clear (&self->key);
  g_free (self->header);
  g_free (self->expires_in);
  g_free (self->not_before);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static JotCliOptionsResult
read_options (Options  *self,
              char    **argv,
              GError  **error)
{
  const JotCliUsage usage = {
    N_("-a ALG -k SOURCE [PAYLOAD|@FILE|-]"),
    N_("Signs a payload, a JSON object, as it is written."),
    JOT_CLI_KEY_DESCRIPTION
  };
  const GOptionEntry entries[] = {
    JOT_CLI_KEY_ENTRIES (self->key),
    { "header", 0, 0, G_OPTION_ARG_FILENAME, &self->header,
      N_("The header, in place of {\"alg\":ALG,\"typ\":\"JWT\"}"),
      N_("JSON|@FILE") },
    { "expires-in", 0, 0, G_OPTION_ARG_FILENAME, &self->expires_in,
      N_("Set “exp” to that long from now: 15m, 2h, 30d or seconds"),
      N_("DURATION") },
    { "not-before", 0, 0, G_OPTION_ARG_FILENAME, &self->not_before,
      N_("Set “nbf”: 5m from now, a UNIX time or an RFC 3339 time"),
      N_("WHEN") },
    { "issued-now", 0, 0, G_OPTION_ARG_NONE, &self->issued_now,
      N_("Set “iat” to now"), NULL },
    { "compact", 0, 0, G_OPTION_ARG_NONE, &self->compact,
      N_("Leave white space out of header and payload"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest,
      NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return jot_cli_options_read (&usage, entries, argv, error);
}

/* What is wrong with a text, said of the part that it shall become. */
static gboolean
check_object (JwtJson  *json,
              JwtPart   part,
              GError  **error)
{
  const JwtErrorDetail detail = { .part = part };
  g_autoptr (GError) problem = NULL;

  if (jwt_json_get_problem (json) != NULL) {
    problem = g_error_copy (jwt_json_get_problem (json));
    jwt_error_edit_detail (problem)->part = part;
  } else if (!jwt_json_is_object (json)) {
    problem = jwt_error_new (JWT_ERROR_NOT_OBJECT, &detail);
  }

  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static JwtJson *
read_object (const char  *argument,
             JwtPart      part,
             GError     **error)
{
  g_autoptr (GBytes) text = jot_cli_input_read_text (argument, error);
  g_autoptr (JwtJson) json = NULL;

  if (text == NULL)
    return NULL;

  json = jwt_json_new (text);
  return check_object (json, part, error) ? g_steal_pointer (&json) : NULL;
}

static void
set_time (JwtJson    **payload,
          const char  *name,
          gint64       seconds)
{
  g_autofree char *literal = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  char *text = jwt_json_set_member (*payload, name, literal);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  jwt_json_unref (*payload);
  *payload = jwt_json_new (bytes);
}

static gboolean
set_times (const Options  *options,
           JwtJson       **payload,
           GError        **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 lifetime = 0;
  gint64 start = 0;

  if (options->expires_in != NULL
      && !jot_cli_parse_duration ("--expires-in", options->expires_in,
                                  &lifetime, error))
    return FALSE;
  if (options->not_before != NULL
      && !jot_cli_parse_moment ("--not-before", options->not_before, now,
                                &start, error))
    return FALSE;

  if (options->issued_now)
    set_time (payload, "iat", now);
  if (options->not_before != NULL)
    set_time (payload, "nbf", start);
  if (options->expires_in != NULL)
    set_time (payload, "exp", now + lifetime);
  return TRUE;
}

static JwtJson *
read_header (const Options  *options,
             JwtAlgorithm    algorithm,
             GError        **error)
{
  g_autofree char *written =
    g_strdup_printf ("{\"alg\":\"%s\",\"typ\":\"JWT\"}",
                     jwt_algorithm_get_name (algorithm));

  if (options->header == NULL)
    return read_object (written, JWT_PART_HEADER, error);

  if (jot_cli_input_is_stdin (options->header)) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--header needs JSON or @FILE, not “%s”."),
                       options->header);
    return NULL;
  }

  return read_object (options->header, JWT_PART_HEADER, error);
}

static GBytes *
take_text (JwtJson  *json,
           gboolean  compact)
{
  return compact ? jwt_json_compact (json)
                 : g_bytes_ref (jwt_json_get_text (json));
}

static GBytes *
build_token (const Options  *options,
             const char     *argument,
             JwtAlgorithm    algorithm,
             JwtKey         *key,
             GError        **error)
{
  g_autoptr (JwtJson) header = read_header (options, algorithm, error);
  g_autoptr (JwtJson) payload = NULL;
  g_autoptr (GBytes) header_text = NULL;
  g_autoptr (GBytes) payload_text = NULL;

  if (header == NULL)
    return NULL;

  payload = read_object (argument, JWT_PART_PAYLOAD, error);
  if (payload == NULL || !set_times (options, &payload, error))
    return NULL;

  header_text = take_text (header, options->compact);
  payload_text = take_text (payload, options->compact);
  return jwt_sign_texts (header_text, payload_text, algorithm, key, error);
}

/* It is the person's secret and token; but to stay silent would be no help. */
static void
warn_of_weak_key (JwtKey       *key,
                  JwtAlgorithm  algorithm)
{
  const JwtErrorDetail detail = {
    .part = JWT_PART_KEY,
    .found = jwt_key_get_size (key),
    .needed = jwt_algorithm_get_info (algorithm)->min_key_size,
    .expected = (char *) jwt_algorithm_get_name (algorithm),
  };
  g_autoptr (GError) weakness = NULL;
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  if (!jwt_key_is_weak (key, algorithm))
    return;

  weakness = jwt_error_new (JWT_ERROR_KEY_WEAK, &detail);
  words = jot_words_error (weakness);
  sentence = g_strdup_printf (_("Warning: %s"), words);
  jot_cli_say (sentence);
}

static JotCliExit
sign (const Options  *options,
      GError        **error)
{
  const char *argument = jot_cli_options_only (options->rest, error);
  JwtAlgorithm algorithm = JWT_ALGORITHM_UNKNOWN;
  g_autoptr (JwtKey) key = NULL;
  g_autoptr (GBytes) token = NULL;
  gsize size = 0;
  gconstpointer data = NULL;

  if (argument == NULL
      || !jot_cli_key_options_check (&options->key, argument, &algorithm,
                                     error))
    return JOT_CLI_WRONG;

  key = jot_cli_key_options_read (&options->key, error);
  if (key == NULL)
    return JOT_CLI_WRONG;

  token = build_token (options, argument, algorithm, key, error);
  if (token == NULL)
    return JOT_CLI_WRONG;

  warn_of_weak_key (key, algorithm);
  data = g_bytes_get_data (token, &size);
  return jot_cli_write (data, size, error) && jot_cli_write_text ("\n", error)
         ? JOT_CLI_DONE : JOT_CLI_WRONG;
}

/**
 * jot_cli_sign: (skip)
 * @argv: the arguments, the command's name first
 * @error: (nullable): where an error goes
 *
 * Signs a payload.
 *
 * Returns: what the shell gets to know
 */
JotCliExit
jot_cli_sign (char   **argv,
              GError **error)
{
  g_auto (Options) options = { { NULL } };

  switch (read_options (&options, argv, error)) {
  case JOT_CLI_OPTIONS_ANSWERED:
    return JOT_CLI_DONE;
  case JOT_CLI_OPTIONS_READ:
    return sign (&options, error);
  case JOT_CLI_OPTIONS_WRONG:
  default:
    return JOT_CLI_WRONG;
  }
}
