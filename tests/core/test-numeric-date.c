/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-numeric-date.h"

#include <string.h>

#include "sample.h"

#define LARGEST "9223372036854775807"
#define SMALLEST "-9223372036854775808"

static JwtNumericDate
read_date (const char *literal)
{
  g_autofree char *text = g_strdup_printf ("{\"x\":0,\"exp\":%s}", literal);
  g_autoptr (JwtJson) json = sample_json (text);
  JwtNumericDate date;

  g_assert_no_error (jwt_json_get_problem (json));
  jwt_numeric_date_read (json, "exp", &date);

  return date;
}

/* The first whole second that is not before it, where it has a fraction, is the
 * one after; nothing is rounded on the way, however it is written. */
static const struct
{
  const char *literal;
  gint64      seconds;
  gboolean    fraction;
} good[] = {
  { "0", 0, FALSE },
  { "-0", 0, FALSE },
  { "0.0", 0, FALSE },
  { "-0.000e+10", 0, FALSE },
  { "0e99999999999999999999", 0, FALSE },
  { "0e-99999999999999999999", 0, FALSE },
  { "1", 1, FALSE },
  { "-1", -1, FALSE },
  { "1.0", 1, FALSE },
  { "1.5", 1, TRUE },
  { "-1.5", -2, TRUE },
  { "-0.5", -1, TRUE },
  { "0.5", 0, TRUE },
  { "1E3", 1000, FALSE },
  { "1e+3", 1000, FALSE },
  { "1e0003", 1000, FALSE },
  { "1.5e1", 15, FALSE },
  { "1.55e1", 15, TRUE },
  { "15e-1", 1, TRUE },
  { "1500e-3", 1, TRUE },
  { "1000e-3", 1, FALSE },
  { "-1500e-3", -2, TRUE },
  { "1e-400", 0, TRUE },
  { "-1e-400", -1, TRUE },
  { "1e-99999999999999999999", 0, TRUE },
  { "0.00000000000000000000000000000000000000001", 0, TRUE },
  { "1.00000000000000000000000000000000000000001", 1, TRUE },
  { "0.00000000000000000001e20", 1, FALSE },
  { "100000000000000000000e-20", 1, FALSE },
  { "1300819380", 1300819380, FALSE },
  { "1.30081938e9", 1300819380, FALSE },
  { "9007199254740993", G_GINT64_CONSTANT (9007199254740993), FALSE },
  { LARGEST, G_MAXINT64, FALSE },
  { LARGEST ".0", G_MAXINT64, FALSE },
  { LARGEST ".9", G_MAXINT64, TRUE },
  { "9.223372036854775807E18", G_MAXINT64, FALSE },
  { "92233720368547758070e-1", G_MAXINT64, FALSE },
  { "-9223372036854775807", -G_MAXINT64, FALSE },
  { "-9223372036854775807.5", G_MININT64, TRUE },
  { SMALLEST, G_MININT64, FALSE },
  { SMALLEST ".000", G_MININT64, FALSE },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    JwtNumericDate date = read_date (good[i].literal);
    gint64 ceiling = good[i].seconds;

    g_test_message ("%s", good[i].literal);
    g_assert_no_error (date.problem);
    g_assert_cmpint (date.state, ==, JWT_CLAIM_VALID);
    g_assert_cmpint (date.seconds, ==, good[i].seconds);
    g_assert_true (date.fraction == good[i].fraction);

    if (good[i].fraction && ceiling < G_MAXINT64)
      ceiling++;
    g_assert_cmpint (jwt_numeric_date_ceiling (&date), ==, ceiling);
  }
}

static const struct
{
  const char *literal;
  JwtError    code;
  const char *actual;
} refused[] = {
  { "9223372036854775808", JWT_ERROR_CLAIM_RANGE, "9223372036854775808" },
  { "9223372036854775808.5", JWT_ERROR_CLAIM_RANGE, "9223372036854775808.5" },
  { "-9223372036854775809", JWT_ERROR_CLAIM_RANGE, "-9223372036854775809" },
  { SMALLEST ".1", JWT_ERROR_CLAIM_RANGE, SMALLEST ".1" },
  { "18446744073709551615", JWT_ERROR_CLAIM_RANGE, "18446744073709551615" },
  { "18446744073709551616", JWT_ERROR_CLAIM_RANGE, "18446744073709551616" },
  { "-18446744073709551615.5", JWT_ERROR_CLAIM_RANGE,
    "-18446744073709551615.5" },
  { "184467440737095516160", JWT_ERROR_CLAIM_RANGE, "184467440737095516160" },
  { "1e19", JWT_ERROR_CLAIM_RANGE, "1e19" },
  { "1e400", JWT_ERROR_CLAIM_RANGE, "1e400" },
  { "-1e400", JWT_ERROR_CLAIM_RANGE, "-1e400" },
  { "1e99999999999999999999", JWT_ERROR_CLAIM_RANGE,
    "1e99999999999999999999" },
  { "\"123\"", JWT_ERROR_CLAIM_TYPE, "123" },
  { "\"\"", JWT_ERROR_CLAIM_TYPE, "" },
  { "\"a\\u0000\\u202e\"", JWT_ERROR_CLAIM_TYPE, "a\\u0000\\u202e" },
  { "true", JWT_ERROR_CLAIM_TYPE, "true" },
  { "false", JWT_ERROR_CLAIM_TYPE, "false" },
  { "null", JWT_ERROR_CLAIM_TYPE, "null" },
  { "[1]", JWT_ERROR_CLAIM_TYPE, "[1]" },
  { "{}", JWT_ERROR_CLAIM_TYPE, "{}" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    JwtNumericDate date = read_date (refused[i].literal);
    const JwtErrorDetail *detail;

    g_test_message ("%s", refused[i].literal);
    g_assert_cmpint (date.state, ==, JWT_CLAIM_INVALID);
    g_assert_error (date.problem, JWT_ERROR, (int) refused[i].code);
    detail = jwt_error_get_detail (date.problem);
    g_assert_cmpint (detail->part, ==, JWT_PART_PAYLOAD);
    g_assert_cmpuint (detail->offset, ==, strlen ("{\"x\":0,\"exp\":"));
    g_assert_cmpstr (detail->name, ==, "exp");
    g_assert_cmpstr (detail->actual, ==, refused[i].actual);
    g_clear_error (&date.problem);
  }
}

static void
test_absent (void)
{
  static const char *texts[] = { "{}", "{\"EXP\":1}", "{\"exp \":1}",
                                 "{\"exp\\u0000\":1}", "{\"a\":{\"exp\":1}}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JwtJson) json = sample_json (texts[i]);
    JwtNumericDate date;

    jwt_numeric_date_read (json, "exp", &date);
    g_assert_cmpint (date.state, ==, JWT_CLAIM_ABSENT);
    g_assert_null (date.problem);
  }
}

/* Thirteen digits are a time of today in milliseconds, ten in seconds. */
static void
test_milliseconds (void)
{
  static const struct { const char *literal; gboolean milliseconds; } rows[] = {
    { "1780497960", FALSE }, { "1780497960000", TRUE },
    { "1.780497960e12", TRUE }, { "1780497960000.5", TRUE },
    { "99999999999", FALSE }, { "100000000000", TRUE },
    { "99999999999999", TRUE }, { "100000000000000", FALSE },
    { "-1780497960000", FALSE }, { LARGEST, FALSE }, { "0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (read_date (rows[i].literal).milliseconds ==
                   rows[i].milliseconds);
}

/* Numbers of any length end soon, and with the right answer. */
static void
test_long (void)
{
  g_autofree char *zeros = g_strnfill (1000000, '0');
  g_autofree char *small = g_strdup_printf ("0.%s1e1000001", zeros);
  g_autofree char *large = g_strdup_printf ("1%se-1000000", zeros);
  g_autofree char *tiny = g_strdup_printf ("1.%s1", zeros);
  g_autofree char *huge = g_strdup_printf ("1%s", zeros);
  JwtNumericDate date;

  g_assert_cmpint (read_date (small).seconds, ==, 1);
  g_assert_false (read_date (small).fraction);
  g_assert_cmpint (read_date (large).seconds, ==, 1);
  g_assert_cmpint (read_date (tiny).seconds, ==, 1);
  g_assert_true (read_date (tiny).fraction);
  date = read_date (huge);
  g_assert_error (date.problem, JWT_ERROR, JWT_ERROR_CLAIM_RANGE);
  g_clear_error (&date.problem);
}

/* Random seconds, moved by a random power of ten, are themselves again. */
static void
test_spellings (void)
{
  for (guint i = 0; i < 2000; i++) {
    gint64 seconds = (gint64) (((guint64) (guint32) g_test_rand_int () << 32 |
                                (guint32) g_test_rand_int ()) >>
                               g_test_rand_int_range (1, 63)) | 1;
    int shift = g_test_rand_int_range (0, 40);
    g_autofree char *zeros = g_strnfill (shift, '0');
    g_autofree char *up = g_strdup_printf ("%" G_GINT64_FORMAT "%sE-%d",
                                           seconds, zeros, shift);
    g_autofree char *half = g_strdup_printf ("-%" G_GINT64_FORMAT "5%se-%d",
                                             seconds, zeros, shift + 1);
    JwtNumericDate date = read_date (up);

    g_assert_cmpint (date.seconds, ==, seconds);
    g_assert_false (date.fraction);
    date = read_date (half);
    g_assert_cmpint (date.seconds, ==, -seconds - 1);
    g_assert_true (date.fraction);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numeric-date/good", test_good);
  g_test_add_func ("/numeric-date/refused", test_refused);
  g_test_add_func ("/numeric-date/absent", test_absent);
  g_test_add_func ("/numeric-date/milliseconds", test_milliseconds);
  g_test_add_func ("/numeric-date/long", test_long);
  g_test_add_func ("/numeric-date/spellings", test_spellings);

  return g_test_run ();
}
