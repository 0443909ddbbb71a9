/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

#define MINUTE G_GUINT64_CONSTANT (60)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* The calendar repeats itself after 400 years of so many days in all. */
#define DAYS_IN_400_YEARS G_GUINT64_CONSTANT (146097)

/* The first and the last second that a GDateTime has in every time zone. */
#define FIRST_SECOND (G_GINT64_CONSTANT (-62135596800) + 86400)
#define LAST_SECOND  (G_GINT64_CONSTANT (253402300799) - 86400)

#define JUST_NOW 5

/* The opposite of the least number is none, so it is taken as unsigned. */
static guint64
get_magnitude (gint64 seconds)
{
  return seconds < 0 ? - (guint64) seconds : (guint64) seconds;
}

/* Plural forms look at the last digits alone, and a long may have 32 bits. */
static gulong
get_plural (guint64 number)
{
  return (gulong) (number > 1000000 ? number % 1000000 + 1000000 : number);
}

static char *
say_hours (guint64 seconds)
{
  unsigned long long hours = seconds / HOUR;
  unsigned long long minutes = seconds % HOUR / MINUTE;

  if (minutes == 0)
    return g_strdup_printf (ngettext ("%llu h", "%llu h", get_plural (hours)),
                            hours);

  /* Translators: A duration of hours and minutes, like “3 h 15 min”. */
  return g_strdup_printf (_("%llu h %llu min"), hours, minutes);
}

static char *
say_days (guint64 days)
{
  unsigned long long years = days * 400 / DAYS_IN_400_YEARS;
  unsigned long long number = days;

  if (years < 2)
    return g_strdup_printf (ngettext ("%llu day", "%llu days",
                                      get_plural (days)), number);

  return g_strdup_printf (ngettext ("%llu year", "%llu years",
                                    get_plural (years)), years);
}

/**
 * jot_words_duration:
 * @seconds: a number of seconds, whose sign does not matter
 *
 * Says how long something lasts, rounded down to a unit that suits it: “60 s”,
 * “14 min”, “3 h 15 min”, “2 days”, “30 years”.
 *
 * Returns: (transfer full): the words
 */
char *
jot_words_duration (gint64 seconds)
{
  guint64 magnitude = get_magnitude (seconds);
  unsigned long long number = magnitude;

  if (magnitude < 2 * MINUTE)
    return g_strdup_printf (ngettext ("%llu s", "%llu s", (gulong) magnitude),
                            number);

  number /= MINUTE;
  if (magnitude < 2 * HOUR && number != 60)
    return g_strdup_printf (ngettext ("%llu min", "%llu min",
                                      get_plural (number)), number);
  if (magnitude < 2 * DAY)
    return say_hours (magnitude);

  return say_days (magnitude / DAY);
}

/* RFC 7519 §2 sets no end to a NumericDate, though calendars have one. */
static char *
say_time (gint64      seconds,
          GDateTime  *time,
          const char *format)
{
  g_autofree char *text = NULL;

  if (time != NULL)
    text = g_date_time_format (time, format);
  if (text != NULL)
    return g_steal_pointer (&text);

  /* Translators: A point in time that no calendar shows. */
  return g_strdup_printf (ngettext ("%lld second after 1 January 1970",
                                    "%lld seconds after 1 January 1970",
                                    get_plural (get_magnitude (seconds))),
                          (long long) seconds);
}

static gboolean
is_in_calendar (gint64 seconds)
{
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
}

/**
 * jot_words_time:
 * @seconds: seconds since the Unix epoch
 *
 * Says a point in time as the clock on this computer's wall would show it:
 * “3 June 2026 17:00 local”. Where no calendar has that time, the number of
 * seconds is said.
 *
 * Returns: (transfer full): the words
 */
char *
jot_words_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (is_in_calendar (seconds))
    time = g_date_time_new_from_unix_local (seconds);

  /* Translators: A date and time in the local time zone, in the format of
   * g_date_time_format(), like “3 June 2026 17:00 local”. */
  /* xgettext:no-c-format */
  return say_time (seconds, time, _("%-d %B %Y %H:%M local"));
}

/**
 * jot_words_time_utc:
 * @seconds: seconds since the Unix epoch
 *
 * Says a point in time to the second, in UTC: “3 June 2026 15:00:00 UTC”. Where
 * no calendar has that time, the number of seconds is said.
 *
 * Returns: (transfer full): the words
 */
char *
jot_words_time_utc (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (is_in_calendar (seconds))
    time = g_date_time_new_from_unix_utc (seconds);

  /* Translators: A date and time in UTC, in the format of
   * g_date_time_format(), like “3 June 2026 15:00:00 UTC”. */
  /* xgettext:no-c-format */
  return say_time (seconds, time, _("%-d %B %Y %H:%M:%S UTC"));
}

/*< private >
 * jot_words_subtract:
 * @one: a time
 * @other: another
 *
 * Returns: @one less @other, or the nearest number that there is
 */
gint64
jot_words_subtract (gint64 one,
                    gint64 other)
{
  gint64 difference;

  if (__builtin_sub_overflow (one, other, &difference))
    return one < other ? G_MININT64 : G_MAXINT64;

  return difference;
}

/*< private >
 * jot_words_ago:
 * @seconds: how long ago, not negative
 *
 * Returns: (transfer full) (nullable): “3 h”, or %NULL where it is just now
 */
char *
jot_words_ago (gint64 seconds)
{
  return seconds < JUST_NOW ? NULL : jot_words_duration (seconds);
}

/*< private >
 * jot_words_expiry:
 * @seconds: when the token expires, since the Unix epoch
 * @now: the time, likewise
 *
 * Returns: (transfer full): “Expires in 14 min”, or “Expired 3 h ago”; a token
 *   has expired in the very second that “exp” names (RFC 7519 §4.1.4)
 */
char *
jot_words_expiry (gint64 seconds,
                  gint64 now)
{
  gint64 left = jot_words_subtract (seconds, now);
  g_autofree char *duration = NULL;

  if (left > 0) {
    duration = jot_words_duration (left);
    return g_strdup_printf (_("Expires in %s"), duration);
  }

  duration = jot_words_ago (jot_words_subtract (now, seconds));
  if (duration == NULL)
    return g_strdup (_("Expired just now"));

  return g_strdup_printf (_("Expired %s ago"), duration);
}
