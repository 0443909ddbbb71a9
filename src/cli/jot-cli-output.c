/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "core/base/jwt-display.h"
#include "core/base/jwt-error.h"
#include "words/jot-words.h"

G_DEFINE_QUARK (jot-cli-error-quark, jot_cli_error)

/**
 * jot_cli_set_error: (skip)
 * @error: (nullable): where the error goes
 * @code: whose fault it is
 * @format: a whole sentence, translated, in the manner of printf()
 * @...: what @format asks for
 *
 * Refuses the question with a sentence that says what to mend.
 */
void
jot_cli_set_error (GError      **error,
                   JotCliError   code,
                   const char   *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error_literal (error, JOT_CLI_ERROR, code, message);
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       size)
{
  while (size > 0) {
    gssize written = write (fd, data, size);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    data += written;
    size -= written;
  }

  return TRUE;
}

/**
 * jot_cli_write: (skip)
 * @data: (array length=size): what to write
 * @size: its length in bytes
 * @error: (nullable): where an error goes
 *
 * Writes to standard output without a buffer in between, in which a secret
 * would stay behind.
 *
 * Returns: whether all of it was written
 */
gboolean
jot_cli_write (gconstpointer   data,
               gsize           size,
               GError        **error)
{
  if (write_all (STDOUT_FILENO, data, size))
    return TRUE;

  jot_cli_set_error (error, JOT_CLI_ERROR_INPUT,
                     _("Standard output cannot be written: %s."),
                     g_strerror (errno));
  return FALSE;
}

/**
 * jot_cli_write_text: (skip)
 * @text: what to write
 * @error: (nullable): where an error goes
 *
 * Writes a text to standard output, with jot_cli_write().
 *
 * Returns: whether all of it was written
 */
gboolean
jot_cli_write_text (const char  *text,
                    GError     **error)
{
  return jot_cli_write (text, strlen (text), error);
}

/**
 * jot_cli_say: (skip)
 * @sentence: what a person shall know
 *
 * Writes one line to standard error, with the command's name in front and
 * nothing in it that a terminal would act on.
 */
void
jot_cli_say (const char *sentence)
{
  g_autofree char *shown = jwt_display_escape (sentence, strlen (sentence));
  g_autofree char *line = g_strdup_printf ("%s: %s\n", g_get_prgname (), shown);

  /* There is nobody left to tell when standard error is closed. */
  write_all (STDERR_FILENO, line, strlen (line));
}

/* GLib's sentences repeat an unknown option with its value, and that may be a
 * secret. */
static char *
word_option_error (const GError *problem)
{
  g_autofree char *words = g_strdup (problem->message);
  char *value = strchr (words, '=');

  if (value != NULL)
    *value = '\0';

  return g_strconcat (words, ".", NULL);
}

static char *
word_error (const GError *problem)
{
  if (problem->domain == JWT_ERROR)
    return jot_words_error (problem);
  if (problem->domain == G_OPTION_ERROR)
    return word_option_error (problem);

  return g_strdup (problem->message);
}

/**
 * jot_cli_say_error: (skip)
 * @problem: what was wrong
 *
 * Writes one line to standard error that says what to mend, and, where the
 * command line was wrong, where to read about it.
 */
void
jot_cli_say_error (const GError *problem)
{
  g_autofree char *words = word_error (problem);
  g_autofree char *line = NULL;

  if (problem->domain == G_OPTION_ERROR
      || g_error_matches (problem, JOT_CLI_ERROR, JOT_CLI_ERROR_USAGE))
    line = g_strdup_printf (_("%s Try “%s --help”."), words, g_get_prgname ());

  jot_cli_say (line != NULL ? line : words);
}
