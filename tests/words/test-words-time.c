/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

#define MINUTE 60
#define HOUR   3600
#define DAY    86400

static void
test_duration (void)
{
  static const struct
  {
    gint64      seconds;
    const char *words;
  } durations[] = {
    { 0, "0 s" },
    { 1, "1 s" },
    { 60, "60 s" },
    { 119, "119 s" },
    { 120, "2 min" },
    { -899, "14 min" },
    { HOUR - 1, "59 min" },
    { HOUR, "1 h" },
    { HOUR + MINUTE, "61 min" },
    { 2 * HOUR - 1, "119 min" },
    { 2 * HOUR, "2 h" },
    { 3 * HOUR + 15 * MINUTE, "3 h 15 min" },
    { 2 * DAY - 1, "47 h 59 min" },
    { 2 * DAY, "2 days" },
    { 730 * DAY, "730 days" },
    { 731 * DAY, "2 years" },
    { G_GINT64_CONSTANT (3155760000), "100 years" },
    { G_MAXINT64, "292277024626 years" },
    { G_MININT64, "292277024626 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++) {
    g_autofree char *words = jot_words_duration (durations[i].seconds);

    g_assert_cmpstr (words, ==, durations[i].words);
  }
}

static void
test_time (void)
{
  static const struct
  {
    gint64      seconds;
    const char *local;
    const char *utc;
  } times[] = {
    { 1780505999, "3 June 2026 16:59 local", "3 June 2026 16:59:59 UTC" },
    { 0, "1 January 1970 00:00 local", "1 January 1970 00:00:00 UTC" },
    { -1, "31 December 1969 23:59 local", "31 December 1969 23:59:59 UTC" },
    { G_GINT64_CONSTANT (253402214399), "30 December 9999 23:59 local",
      "30 December 9999 23:59:59 UTC" },
    { G_GINT64_CONSTANT (253402300800),
      "253402300800 seconds after 1 January 1970",
      "253402300800 seconds after 1 January 1970" },
    { G_GINT64_CONSTANT (-62135596801),
      "-62135596801 seconds after 1 January 1970",
      "-62135596801 seconds after 1 January 1970" },
    { G_MAXINT64, "9223372036854775807 seconds after 1 January 1970",
      "9223372036854775807 seconds after 1 January 1970" },
    { G_MININT64, "-9223372036854775808 seconds after 1 January 1970",
      "-9223372036854775808 seconds after 1 January 1970" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *local = jot_words_time (times[i].seconds);
    g_autofree char *utc = jot_words_time_utc (times[i].seconds);

    g_assert_cmpstr (local, ==, times[i].local);
    g_assert_cmpstr (utc, ==, times[i].utc);
  }
}

static JwtClaims *
new_claims (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtJson) json = jwt_json_new (bytes);

  return jwt_claims_new (json);
}

static const struct
{
  const char *text;
  gint64      now;
  const char *lifetime;
  const char *left;
  double      fraction;
} lives[] = {
  { "{\"iat\":1000,\"exp\":1900}", 1060, "Lifetime 15 min", "14 min left",
    1 / 15.0 },
  { "{\"iat\":1000,\"exp\":1900}", 1000, "Lifetime 15 min", "15 min left",
    0 },
  { "{\"iat\":1000,\"exp\":1900}", 10, "Lifetime 15 min", "15 min left", 0 },
  { "{\"iat\":1000,\"exp\":1900}", 1900, "Lifetime 15 min", "over", 1 },
  { "{\"iat\":1000,\"exp\":1900}", G_MAXINT64, "Lifetime 15 min", "over", 1 },
  { "{\"nbf\":1000,\"exp\":4600}", 1000, "Lifetime 1 h", "1 h left", 0 },
  { "{\"iat\":1000,\"nbf\":0,\"exp\":1900}", 1450, "Lifetime 15 min",
    "7 min left", 0.5 },
  { "{\"exp\":1900}", 1060, NULL, NULL, 0 },
  { "{\"iat\":1900}", 1060, NULL, NULL, 0 },
  { "{\"iat\":1900,\"exp\":1900}", 1060, NULL, NULL, 0 },
  { "{\"iat\":\"1000\",\"exp\":1900}", 1060, NULL, NULL, 0 },
  { "{\"iat\":-9223372036854775807,\"exp\":9223372036854775807}", 0,
    "Lifetime 292277024626 years", "292277024626 years left", 0.5 },
  { "{}", 0, NULL, NULL, 0 },
};

static void
test_lifetime (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++) {
    g_autoptr (JwtClaims) claims = new_claims (lives[i].text);
    g_autofree char *lifetime = jot_words_lifetime (claims);
    double fraction = -1;
    g_autofree char *left = jot_words_lifetime_left (claims, lives[i].now,
                                                     &fraction);

    g_assert_cmpstr (lifetime, ==, lives[i].lifetime);
    g_assert_cmpstr (left, ==, lives[i].left);
    g_assert_cmpfloat_with_epsilon (fraction, lives[i].fraction, 1e-9);
  }
}

static void
test_no_claims (void)
{
  double fraction = -1;

  g_assert_null (jot_words_lifetime (NULL));
  g_assert_null (jot_words_lifetime_left (NULL, 0, &fraction));
  g_assert_cmpfloat (fraction, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/time/duration", test_duration);
  g_test_add_func ("/words/time/time", test_time);
  g_test_add_func ("/words/time/lifetime", test_lifetime);
  g_test_add_func ("/words/time/no-claims", test_no_claims);

  return g_test_run ();
}
