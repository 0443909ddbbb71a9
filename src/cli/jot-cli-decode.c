/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/jot-cli-options.h"
#include "cli/jot-cli-output.h"
#include "cli/jot-cli-report.h"
#include "cli/jot-cli-token.h"
#include "core/base/jwt-display.h"
#include "core/token/jwt-disclosure.h"
#include "core/token/jwt-inner.h"
#include "words/jot-words.h"

typedef struct
{
  gboolean   json;
  gboolean   strict;
  char     **rest;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static JotCliOptionsResult
read_options (Options  *self,
              char    **argv,
              GError  **error)
{
  const JotCliUsage usage = {
    N_("[TOKEN|@FILE|-]"),
    N_("Shows what a token says. Nothing is checked: anyone could have written "
       "it."),
    N_("TOKEN may be what stands around a token as well: an Authorization "
       "header, quotes,\na text broken over several lines. Standard error says "
       "what was taken away.")
  };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json,
      N_("Write one JSON object"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &self->strict,
      N_("Take the bare token alone"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest,
      NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return jot_cli_options_read (&usage, entries, argv, error);
}

static void
append_lines (GString    *text,
              const char *data,
              gsize       length)
{
  const char *end = data + length;

  while (data < end) {
    const char *line_end = memchr (data, '\n', end - data);
    gsize size = (line_end != NULL ? line_end : end) - data;
    g_autofree char *shown = jwt_display_escape (data, size);

    g_string_append_printf (text, "%s\n", shown);
    data += size + 1;
  }
}

/* What is no JSON is shown as well: its fault has to be found in it. */
static void
append_part (GString    *text,
             const char *title,
             JwtJson    *json,
             GBytes     *bytes)
{
  gsize length = 0;
  const char *data = NULL;

  if (bytes == NULL)
    return;

  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", title);
  if (json != NULL && jwt_json_is_grammatical (json)) {
    g_autofree char *indented = jwt_json_indent (json);

    g_string_append_printf (text, "%s\n", indented);
    return;
  }

  data = g_bytes_get_data (bytes, &length);
  append_lines (text, data, length);
}

static void
append_claims (GString  *text,
               JwtToken *token)
{
  g_autoptr (JwtClaims) claims = jwt_claims_new (jwt_token_get_payload (token));
  g_autoptr (GPtrArray) list = jot_words_claims (claims, g_get_real_time ()
                                                         / G_USEC_PER_SEC);

  if (list->len > 0)
    g_string_append_printf (text, "\n%s\n", _("Claims, not verified"));
  for (guint i = 0; i < list->len; i++) {
    JotClaim *claim = g_ptr_array_index (list, i);

    g_string_append_printf (text, "%s: %s", claim->name, claim->sentence);
    if (claim->caption != NULL)
      g_string_append_printf (text, " (%s)", claim->caption);
    g_string_append_c (text, '\n');
  }
}

/* A name, if it has one, the value, and whether the token vouches for it. */
static void
append_disclosures (GString  *text,
                    JwtToken *token)
{
  g_autoptr (GPtrArray) list = jwt_disclosure_list (token);

  if (list->len > 0)
    g_string_append_printf (text, "\n%s\n", _("Disclosures"));
  for (guint i = 0; i < list->len; i++) {
    JwtDisclosure *one = g_ptr_array_index (list, i);
    g_autoptr (JwtJson) value = jwt_disclosure_dup_value (one);
    g_autofree char *shown = value != NULL ? jwt_json_indent (value)
                                           : g_strdup (_("cannot be read"));

    g_string_append_printf (text, "%s%s%s (%s)\n",
                            one->name != NULL ? one->name : "",
                            one->name != NULL ? ": " : "", shown,
                            one->matched ? _("its digest is in the token")
                                         : _("no digest of it is in the token"));
  }
}

static void
append_inner (GString  *text,
              JwtToken *token)
{
  g_autoptr (GBytes) inner = jwt_token_dup_inner (token);
  g_autofree char *shown = NULL;

  if (inner == NULL)
    return;

  shown = jwt_display_escape (g_bytes_get_data (inner, NULL),
                              g_bytes_get_size (inner));
  g_string_append_printf (text, "%s%s\n%s\n", text->len > 0 ? "\n" : "",
                          _("The token inside"), shown);
}

static void
append_kind (GString  *text,
             JwtToken *token)
{
  g_autofree char *kind = jot_words_kind (token);

  if (kind != NULL)
    g_string_append_printf (text, "%s\n", kind);
}

static char *
describe (JwtToken *token)
{
  GString *text = g_string_new (NULL);
  JwtJson *header = jwt_token_get_header (token);

  append_kind (text, token);
  append_part (text, _("Header"), header,
               header != NULL ? jwt_json_get_text (header) : NULL);
  append_part (text, _("Payload"), jwt_token_get_payload (token),
               jwt_token_get_payload_bytes (token));
  if (jwt_token_has_claims (token))
    append_claims (text, token);
  append_disclosures (text, token);
  append_inner (text, token);

  return g_string_free (text, FALSE);
}

static gboolean
write_token (const Options  *options,
             JwtPaste       *paste,
             JwtToken       *token,
             GError        **error)
{
  g_autofree char *text = NULL;

  if (!options->json) {
    text = describe (token);
    return jot_cli_write_text (text, error);
  }

  text = jot_cli_report_token (paste, token);
  return jot_cli_write_text (text, error) && jot_cli_write_text ("\n", error);
}

static JotCliExit
decode (const Options  *options,
        GError        **error)
{
  const char *argument = jot_cli_options_only (options->rest, error);
  g_autoptr (JwtPaste) paste = NULL;
  g_autoptr (JwtToken) token = NULL;

  if (argument == NULL)
    return JOT_CLI_WRONG;

  paste = jot_cli_token_read (argument, options->strict, error);
  if (paste == NULL)
    return JOT_CLI_WRONG;

  token = jwt_token_new (jwt_paste_get_token (paste));
  if (!write_token (options, paste, token, error))
    return JOT_CLI_WRONG;

  if (jwt_token_get_problem (token) == NULL)
    return JOT_CLI_DONE;

  jot_cli_say_error (jwt_token_get_problem (token));

  return JOT_CLI_NO;
}

/**
 * jot_cli_decode: (skip)
 * @argv: the arguments, the command's name first
 * @error: (nullable): where an error goes
 *
 * Shows what a token says.
 *
 * Returns: what the shell gets to know
 */
JotCliExit
jot_cli_decode (char   **argv,
                GError **error)
{
  g_auto (Options) options = { FALSE };

  switch (read_options (&options, argv, error)) {
  case JOT_CLI_OPTIONS_ANSWERED:
    return JOT_CLI_DONE;
  case JOT_CLI_OPTIONS_READ:
    return decode (&options, error);
  case JOT_CLI_OPTIONS_WRONG:
  default:
    return JOT_CLI_WRONG;
  }
}
