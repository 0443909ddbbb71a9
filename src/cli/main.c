/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "cli/jot-cli-options.h"
#include "cli/jot-cli-output.h"
#include "cli/jot-cli.h"

typedef struct
{
  const char *name;
  const char *summary;
  JotCliExit (*run) (char **argv, GError **error);
} Command;

static const Command commands[] = {
  { "secret", N_("Make a random secret"), jot_cli_secret },
  { "decode", N_("Show what a token says, without a check"), jot_cli_decode },
  { "sign", N_("Sign a payload with a secret"), jot_cli_sign },
  { "verify", N_("Check a token’s signature and claims"), jot_cli_verify },
};

static void
set_up_locale (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-8s %s",
                            commands[i].name, _(commands[i].summary));

  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* Without a command there is nothing to do but to answer --help. */
static JotCliExit
run_without_command (char   **argv,
                     GError **error)
{
  g_autofree char *list = describe_commands ();
  const JotCliUsage usage = {
    N_("COMMAND …"),
    N_("Makes secrets for JSON Web Tokens, and reads, signs and checks them."),
    list
  };
  JotCliOptionsResult result = jot_cli_options_read (&usage, NULL, argv, error);

  if (result == JOT_CLI_OPTIONS_ANSWERED)
    return JOT_CLI_DONE;
  if (result == JOT_CLI_OPTIONS_READ)
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("A command is missing: secret, decode, sign or "
                         "verify."));

  return JOT_CLI_WRONG;
}

static JotCliExit
run (char   **argv,
     GError **error)
{
  const Command *command = NULL;
  g_autofree char *name = NULL;

  if (argv[0] == NULL || argv[1] == NULL || argv[1][0] == '-')
    return run_without_command (argv, error);

  command = find_command (argv[1]);
  if (command == NULL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("There is no command “%s”."), argv[1]);
    return JOT_CLI_WRONG;
  }

  name = g_strconcat ("jotsmith-cli ", command->name, NULL);
  g_set_prgname (name);
  return command->run (argv + 1, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  JotCliExit result;

  set_up_locale ();
  g_set_prgname ("jotsmith-cli");

  result = run (argv, &error);
  if (error != NULL)
    jot_cli_say_error (error);

  return result;
}
