/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include <glib/gi18n.h>

#include "cli/jot-cli-key.h"
#include "cli/jot-cli-options.h"
#include "cli/jot-cli-output.h"
#include "cli/jot-cli-report.h"
#include "cli/jot-cli-token.h"
#include "cli/jot-cli-values.h"
#include "words/jot-words.h"

typedef struct
{
  JotCliKeyOptions   key;
  char              *issuer;
  char              *audience;
  char              *leeway;
  char              *at;
  char              *require;
  gboolean           strict;
  gboolean           json;
  char             **rest;
} Options;

static void
options_clear (Options *self)
{
  jot_cli_key_options_clear (&self->key);
  g_free (self->issuer);
  g_free (self->audience);
  g_free (self->leeway);
  g_free (self->at);
  g_free (self->require);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static JotCliOptionsResult
read_options (Options  *self,
              char    **argv,
              GError  **error)
{
  const JotCliUsage usage = {
    N_("-a ALG -k SOURCE [TOKEN|@FILE|-]"),
    N_("Checks a token’s signature and claims. It ends with 0 for a token that "
       "is verified\nand with 1 for one that is not."),
    JOT_CLI_KEY_DESCRIPTION
  };
  const GOptionEntry entries[] = {
    JOT_CLI_KEY_ENTRIES (self->key),
    { "issuer", 0, 0, G_OPTION_ARG_FILENAME, &self->issuer,
      N_("Who must have issued the token"), N_("TEXT") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &self->audience,
      N_("Whom the token must be meant for"), N_("TEXT") },
    { "leeway", 0, 0, G_OPTION_ARG_FILENAME, &self->leeway,
      N_("How far clocks may differ, 0 to 600 (default: 30)"), N_("SECONDS") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &self->at,
      N_("Check as of a UNIX time or an RFC 3339 time (default: now)"),
      N_("TIME") },
    { "require", 0, 0, G_OPTION_ARG_FILENAME, &self->require,
      N_("Claims that must be there, with commas between them"), N_("NAMES") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &self->strict,
      N_("Take the bare token alone"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json,
      N_("Write one JSON object"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest,
      NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return jot_cli_options_read (&usage, entries, argv, error);
}

static gboolean
set_clock (const Options  *options,
           JwtPolicy      *policy,
           GError        **error)
{
  guint leeway = JWT_POLICY_DEFAULT_LEEWAY;
  gint64 at = g_get_real_time () / G_USEC_PER_SEC;

  if (options->leeway != NULL
      && !jot_cli_parse_number ("--leeway", options->leeway, 0,
                                JWT_POLICY_MAX_LEEWAY, &leeway, error))
    return FALSE;
  if (options->at != NULL
      && !jot_cli_parse_time ("--at", options->at, &at, error))
    return FALSE;

  jwt_policy_set_leeway (policy, leeway);
  jwt_policy_set_time (policy, at);
  return TRUE;
}

static gboolean
set_claims (const Options  *options,
            JwtPolicy      *policy,
            GError        **error)
{
  g_auto (GStrv) required = NULL;

  if (!jot_cli_check_text ("--issuer", options->issuer, error)
      || !jot_cli_check_text ("--audience", options->audience, error))
    return FALSE;

  required = jot_cli_parse_names ("--require", options->require, error);
  if (required == NULL)
    return FALSE;

  jwt_policy_set_issuer (policy, options->issuer);
  jwt_policy_set_audience (policy, options->audience);
  jwt_policy_set_required (policy, (const char * const *) required);
  return TRUE;
}

static JwtPolicy *
build_policy (const Options  *options,
              const char     *argument,
              GError        **error)
{
  JwtAlgorithm algorithm = JWT_ALGORITHM_UNKNOWN;
  g_autoptr (JwtPolicy) policy = NULL;
  g_autoptr (JwtKey) key = NULL;

  if (!jot_cli_key_options_check (&options->key, argument, &algorithm, error))
    return NULL;

  policy = jwt_policy_new (algorithm);
  if (!set_clock (options, policy, error)
      || !set_claims (options, policy, error))
    return NULL;

  key = jot_cli_key_options_read (&options->key, error);
  if (key == NULL)
    return NULL;

  jwt_policy_set_key (policy, key);
  return g_steal_pointer (&policy);
}

static char *
describe_reasons (JwtVerdict *verdict)
{
  GString *text = g_string_new (NULL);
  const GError *reason = NULL;

  for (guint i = 0;
       (reason = jwt_verdict_get_reason (verdict, i)) != NULL; i++) {
    g_autofree char *words = jot_words_error (reason);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words);
  }

  return g_string_free (text, FALSE);
}

static char *
describe_result (JwtVerdict *verdict)
{
  g_autofree char *reasons = describe_reasons (verdict);

  switch (jwt_verdict_get_result (verdict)) {
  case JWT_RESULT_VERIFIED:
    return g_strdup (_("Verified"));
  case JWT_RESULT_MALFORMED:
    return g_strdup_printf (_("Malformed: %s"), reasons);
  case JWT_RESULT_UNCHECKED:
  case JWT_RESULT_REJECTED:
  default:
    return g_strdup_printf (_("Rejected: %s"), reasons);
  }
}

static const char *
name_check (JwtCheck check)
{
  switch (check) {
  case JWT_CHECK_SIGNATURE:
    return _("Signature");
  case JWT_CHECK_ALGORITHM:
    return _("Algorithm");
  case JWT_CHECK_EXPIRY:
    return _("Expiry");
  case JWT_CHECK_NOT_BEFORE:
    return _("Not before");
  case JWT_CHECK_ISSUER:
    return _("Issuer");
  case JWT_CHECK_AUDIENCE:
    return _("Audience");
  case JWT_CHECK_CRITICAL:
    return _("Critical parameters");
  case JWT_CHECK_KEY:
  default:
    return _("Secret");
  }
}

static const char *
name_check_result (JwtCheckResult result)
{
  switch (result) {
  case JWT_CHECK_PASSED:
    return _("passed");
  case JWT_CHECK_FAILED:
    return _("failed");
  case JWT_CHECK_NOT_CHECKED:
  default:
    return _("not checked");
  }
}

static char *
describe (JwtVerdict *verdict,
          GArray     *hints,
          JwtKey     *key)
{
  g_autofree char *title = describe_result (verdict);
  GString *text = g_string_new (title);

  g_string_append_c (text, '\n');
  for (guint check = 0; check < JWT_N_CHECKS; check++) {
    JwtCheckResult result = jwt_verdict_get_check (verdict, check);
    g_autofree char *detail = jot_words_check_detail (verdict, check);

    g_string_append_printf (text, "  %s: %s.%s%s\n",
                            name_check (check), name_check_result (result),
                            detail != NULL ? " " : "",
                            detail != NULL ? detail : "");
  }
  for (guint i = 0; i < hints->len; i++) {
    g_autofree char *hint = jot_words_hint (&g_array_index (hints, JwtHint, i),
                                            key);

    g_string_append_printf (text, _("Hint: %s\n"), hint);
  }

  return g_string_free (text, FALSE);
}

static gboolean
write_verdict (const Options  *options,
               JwtVerdict     *verdict,
               GArray         *hints,
               JwtKey         *key,
               GError        **error)
{
  g_autofree char *text = NULL;

  if (!options->json) {
    text = describe (verdict, hints, key);
    return jot_cli_write_text (text, error);
  }

  text = jot_cli_report_verdict (verdict, hints, key);
  return jot_cli_write_text (text, error) && jot_cli_write_text ("\n", error);
}

static JotCliExit
verify (const Options  *options,
        GError        **error)
{
  const char *argument = jot_cli_options_only (options->rest, error);
  g_autoptr (JwtPolicy) policy = NULL;
  g_autoptr (JwtPaste) paste = NULL;
  g_autoptr (JwtToken) token = NULL;
  g_autoptr (JwtVerdict) verdict = NULL;
  g_autoptr (GArray) hints = NULL;

  if (argument == NULL)
    return JOT_CLI_WRONG;

  policy = build_policy (options, argument, error);
  if (policy == NULL)
    return JOT_CLI_WRONG;

  paste = jot_cli_token_read (argument, options->strict, error);
  if (paste == NULL)
    return JOT_CLI_WRONG;

  token = jwt_token_new (jwt_paste_get_token (paste));
  verdict = jwt_verdict_new (token, policy);
  hints = jwt_hint_list (token, policy);
  if (!write_verdict (options, verdict, hints, jwt_policy_get_key (policy),
                      error))
    return JOT_CLI_WRONG;

  return jwt_verdict_get_result (verdict) == JWT_RESULT_VERIFIED
         ? JOT_CLI_DONE : JOT_CLI_NO;
}

/**
 * jot_cli_verify: (skip)
 * @argv: the arguments, the command's name first
 * @error: (nullable): where an error goes
 *
 * Checks a token.
 *
 * Returns: what the shell gets to know
 */
JotCliExit
jot_cli_verify (char   **argv,
                GError **error)
{
  g_auto (Options) options = { { NULL } };

  switch (read_options (&options, argv, error)) {
  case JOT_CLI_OPTIONS_ANSWERED:
    return JOT_CLI_DONE;
  case JOT_CLI_OPTIONS_READ:
    return verify (&options, error);
  case JOT_CLI_OPTIONS_WRONG:
  default:
    return JOT_CLI_WRONG;
  }
}
