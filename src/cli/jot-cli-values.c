/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-values.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECONDS_A_DAY (24 * 60 * 60)

/* A hundred years, beyond which a lifetime is a slip of the finger. */
#define MAX_DURATION ((gint64) 36525 * SECONDS_A_DAY)

/* The end of the year 9999, after which RFC 3339 has no dates. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

static char *
list_algorithms (void)
{
  guint n_algorithms = 0;
  const JwtAlgorithmInfo *algorithms = jwt_algorithm_list (&n_algorithms);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_algorithms; i++) {
    if (i > 0)
      g_string_append (list, ", ");
    g_string_append (list, algorithms[i].name);
  }

  return g_string_free (list, FALSE);
}

/**
 * jot_cli_parse_algorithm: (skip)
 * @text: (nullable): what the option says
 * @algorithm: (out): the algorithm
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads the one algorithm that a person allows.
 *
 * Returns: whether there is such an algorithm
 */
gboolean
jot_cli_parse_algorithm (const char    *text,
                         JwtAlgorithm  *algorithm,
                         GError       **error)
{
  g_autofree char *list = list_algorithms ();

  if (text == NULL) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--algorithm is missing: a token never chooses its "
                         "own. Use one of %s."), list);
    return FALSE;
  }

  *algorithm = jwt_algorithm_from_name (text, strlen (text));
  if (*algorithm == JWT_ALGORITHM_UNKNOWN) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("--algorithm does not know “%s”. Use one of %s."),
                       text, list);
    return FALSE;
  }

  return TRUE;
}

/**
 * jot_cli_parse_number: (skip)
 * @option: the option's name, for a message
 * @text: what it says
 * @least: the least number that will do
 * @most: the greatest number that will do
 * @number: (out): the number
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads a plain decimal number.
 *
 * Returns: whether it is one, and within its limits
 */
gboolean
jot_cli_parse_number (const char  *option,
                      const char  *text,
                      guint        least,
                      guint        most,
                      guint       *number,
                      GError     **error)
{
  guint64 parsed = 0;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &parsed, NULL)) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("%s needs a number from %u to %u, not “%s”."),
                       option, least, most, text);
    return FALSE;
  }

  *number = (guint) parsed;
  return TRUE;
}

static gint64
get_unit (char letter)
{
  switch (letter) {
  case 's':
    return 1;
  case 'm':
    return 60;
  case 'h':
    return 60 * 60;
  case 'd':
    return SECONDS_A_DAY;
  default:
    return 0;
  }
}

static gboolean
read_duration (const char *text,
               gint64      plain_unit,
               gint64     *seconds)
{
  gsize length = strspn (text, "0123456789");
  g_autofree char *digits = g_strndup (text, length);
  gint64 unit = text[length] == '\0' ? plain_unit : get_unit (text[length]);
  guint64 count = 0;

  if (unit == 0 || (text[length] != '\0' && text[length + 1] != '\0'))
    return FALSE;
  if (!g_ascii_string_to_unsigned (digits, 10, 0, MAX_DURATION / unit, &count,
                                   NULL))
    return FALSE;

  *seconds = (gint64) count * unit;
  return TRUE;
}

/**
 * jot_cli_parse_duration: (skip)
 * @option: the option's name, for a message
 * @text: a number with a unit (`15m`), or a number of seconds
 * @seconds: (out): how long that is
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads how long something lasts.
 *
 * Returns: whether @text says that
 */
gboolean
jot_cli_parse_duration (const char  *option,
                        const char  *text,
                        gint64      *seconds,
                        GError     **error)
{
  if (read_duration (text, 1, seconds))
    return TRUE;

  jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                     _("%s needs a number with s, m, h or d behind it, such "
                       "as 15m, or a number of seconds, up to 100 years; not "
                       "“%s”."), option, text);
  return FALSE;
}

/* GLib reads all of ISO 8601; of that, RFC 3339 §5.6 allows one form, with a
 * time zone, so that the same text means the same moment everywhere. */
static gboolean
is_rfc3339 (const char *text)
{
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}[Tt ]"
                               "\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?"
                               "([Zz]|[+-]\\d{2}:\\d{2})\\z",
                               text, G_REGEX_RAW, 0);
}

static gboolean
read_time (const char *text,
           gint64     *seconds)
{
  g_autofree char *upper = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (g_ascii_string_to_signed (text, 10, 0, MAX_TIME, seconds, NULL))
    return TRUE;
  if (!is_rfc3339 (text))
    return FALSE;

  upper = g_ascii_strup (text, -1);
  time = g_date_time_new_from_iso8601 (upper, NULL);
  if (time == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (time);
  return TRUE;
}

/**
 * jot_cli_parse_time: (skip)
 * @option: the option's name, for a message
 * @text: a UNIX time, or a time as RFC 3339 writes it
 * @seconds: (out): since the Unix epoch
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads a moment.
 *
 * Returns: whether @text says that
 */
gboolean
jot_cli_parse_time (const char  *option,
                    const char  *text,
                    gint64      *seconds,
                    GError     **error)
{
  if (read_time (text, seconds))
    return TRUE;

  jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                     _("%s needs a UNIX time, or one such as "
                       "2026-06-03T17:00:00Z, not “%s”."), option, text);
  return FALSE;
}

/**
 * jot_cli_parse_moment: (skip)
 * @option: the option's name, for a message
 * @text: what jot_cli_parse_time() reads, or a number with a unit (`15m`) that
 *   counts from now
 * @now: seconds since the Unix epoch
 * @seconds: (out): since the Unix epoch
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads a moment that may be near.
 *
 * Returns: whether @text says that
 */
gboolean
jot_cli_parse_moment (const char  *option,
                      const char  *text,
                      gint64       now,
                      gint64      *seconds,
                      GError     **error)
{
  gint64 duration = 0;

  if (read_time (text, seconds))
    return TRUE;
  if (read_duration (text, 0, &duration)) {
    *seconds = now + duration;
    return TRUE;
  }

  jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                     _("%s needs a time from now such as 15m, a UNIX time, or "
                       "one such as 2026-06-03T17:00:00Z, not “%s”."),
                     option, text);
  return FALSE;
}

/**
 * jot_cli_check_text: (skip)
 * @option: the option's name, for a message
 * @text: (nullable): what it says
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Refuses bytes that are no text, and an empty text: a script whose variable is
 * not set would otherwise ask for no check at all, without noticing.
 *
 * Returns: whether @text is left out or can be used
 */
gboolean
jot_cli_check_text (const char  *option,
                    const char  *text,
                    GError     **error)
{
  if (text == NULL)
    return TRUE;

  if (*text == '\0') {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                       _("%s is empty: leave it out, or say what it shall be."),
                       option);
    return FALSE;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    jot_cli_set_error (error, JOT_CLI_ERROR_USAGE, _("%s is not UTF-8."),
                       option);
    return FALSE;
  }

  return TRUE;
}

/**
 * jot_cli_parse_names: (skip)
 * @option: the option's name, for a message
 * @text: (nullable): names with commas between them
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads a list of claims.
 *
 * Returns: (transfer full) (nullable): the names, none where @text is left out
 */
GStrv
jot_cli_parse_names (const char  *option,
                     const char  *text,
                     GError     **error)
{
  g_auto (GStrv) names = NULL;

  if (!jot_cli_check_text (option, text, error))
    return NULL;

  names = g_strsplit (text != NULL ? text : "", ",", -1);
  for (char **name = names; *name != NULL; name++) {
    g_strstrip (*name);
    if (**name == '\0') {
      jot_cli_set_error (error, JOT_CLI_ERROR_USAGE,
                         _("%s has an empty name in its list “%s”."),
                         option, text);
      return NULL;
    }
  }

  return g_steal_pointer (&names);
}
