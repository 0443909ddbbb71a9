/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/jot-cli-output.h"

static gboolean
takes_value (const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE;
}

static const GOptionEntry *
find_short (const GOptionEntry *entries,
            char                letter)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (entry->short_name == letter)
      return entry;

  return NULL;
}

static const GOptionEntry *
find_long (const GOptionEntry *entries,
           const char         *name)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (*entry->long_name != '\0' && strcmp (entry->long_name, name) == 0)
      return entry;

  return NULL;
}

/* Adds one argument, in two where an option's letter and its value are written
 * together; says whether the next argument is this one's value. */
static gboolean
add_argument (GPtrArray          *separated,
              const GOptionEntry *entries,
              const char         *argument)
{
  const GOptionEntry *entry = NULL;

  if (g_str_has_prefix (argument, "--"))
    entry = find_long (entries, argument + 2);
  else if (argument[0] == '-' && argument[1] != '\0')
    entry = find_short (entries, argument[1]);

  if (entry == NULL || !takes_value (entry)) {
    g_ptr_array_add (separated, g_strdup (argument));
    return FALSE;
  }

  if (argument[1] == '-' || argument[2] == '\0') {
    g_ptr_array_add (separated, g_strdup (argument));
    return TRUE;
  }

  g_ptr_array_add (separated, g_strndup (argument, 2));
  g_ptr_array_add (separated, g_strdup (argument + 2));
  return FALSE;
}

/* GOption does not know “-aHS256”, and its complaint about “-kpass:…” would
 * print the secret. */
static GStrv
separate_values (const GOptionEntry  *entries,
                 char               **argv)
{
  g_autoptr (GPtrArray) separated = g_ptr_array_new_with_free_func (g_free);
  gboolean is_value = TRUE; /* the name of the command is no option */
  gboolean is_over = FALSE;

  for (; *argv != NULL; argv++) {
    is_over |= !is_value && strcmp (*argv, "--") == 0;
    if (is_value || is_over) {
      g_ptr_array_add (separated, g_strdup (*argv));
      is_value = FALSE;
    } else {
      is_value = add_argument (separated, entries, *argv);
    }
  }
  g_ptr_array_add (separated, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&separated), FALSE);
}

static GOptionContext *
build_context (const JotCliUsage  *usage,
               const GOptionEntry *entries,
               const GOptionEntry *answers)
{
  GOptionContext *context = g_option_context_new (usage->synopsis);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, entries == NULL);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, usage->summary);
  g_option_context_set_description (context, usage->description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, answers, GETTEXT_PACKAGE);

  return context;
}

static JotCliOptionsResult
answer (GOptionContext  *context,
        gboolean         help,
        GError         **error)
{
  g_autofree char *text = NULL;

  if (help)
    text = g_option_context_get_help (context, TRUE, NULL);
  else
    text = g_strdup ("jotsmith-cli " VERSION "\n");

  return jot_cli_write_text (text, error) ? JOT_CLI_OPTIONS_ANSWERED
                                          : JOT_CLI_OPTIONS_WRONG;
}

/**
 * jot_cli_options_read: (skip)
 * @usage: what --help says
 * @entries: (nullable): the options; without them, reading stops at the first
 *   argument that is none
 * @argv: the arguments, the command's name first
 * @error: (nullable): where an error goes, of G_OPTION_ERROR or JOT_CLI_ERROR
 *
 * Reads a command line, and answers --help and --version, which every level
 * understands.
 *
 * Returns: what is left to do
 */
JotCliOptionsResult
jot_cli_options_read (const JotCliUsage   *usage,
                      const GOptionEntry  *entries,
                      char               **argv,
                      GError             **error)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry answers[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help,
      N_("Show this help and end"), NULL },
    { "version", 'V', 0, G_OPTION_ARG_NONE, &version,
      N_("Show the version and end"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = build_context (usage, entries, answers);
  g_auto (GStrv) arguments = NULL;

  arguments = separate_values (entries != NULL ? entries : answers, argv);
  if (!g_option_context_parse_strv (context, &arguments, error))
    return JOT_CLI_OPTIONS_WRONG;
  if (help || version)
    return answer (context, help, error);

  return JOT_CLI_OPTIONS_READ;
}

/**
 * jot_cli_options_only: (skip)
 * @rest: (nullable): the arguments that are no options
 * @error: (nullable): where an error goes
 *
 * Finds the one argument that a command takes. A second one is refused: a
 * forgotten quotation mark has most likely cut the first one short.
 *
 * Returns: the argument, `-` where there is none, or NULL for too many
 */
const char *
jot_cli_options_only (char   **rest,
                      GError **error)
{
  guint count = rest != NULL ? g_strv_length (rest) : 0;

  if (count > 1) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       ngettext ("%u argument is too many: write a text with "
                                 "spaces in it in quotes.",
                                 "%u arguments are too many: write a text with "
                                 "spaces in it in quotes.", count - 1),
                       count - 1);
    return NULL;
  }

  return count == 1 ? rest[0] : "-";
}
