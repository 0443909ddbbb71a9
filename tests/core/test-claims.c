/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-claims.h"

#include <string.h>

#include "sample.h"

static JwtClaims *
read_claims (const char *text)
{
  g_autoptr (JwtJson) json = sample_json (text);

  g_assert_true (jwt_json_is_object (json));

  return jwt_claims_new (json);
}

/* Every second around a boundary, with and without a leeway. */
static const struct
{
  const char  *text;
  gint64       now;
  guint        leeway;
  JwtLifetime  lifetime;
} lifetimes[] = {
  { "{}", 0, 0, JWT_LIFETIME_UNLIMITED },
  { "{\"iat\":9999}", 0, 0, JWT_LIFETIME_UNLIMITED },
  { "{\"exp\":100}", 99, 0, JWT_LIFETIME_RUNNING },
  { "{\"exp\":100}", 100, 0, JWT_LIFETIME_EXPIRED },
  { "{\"exp\":100}", 101, 0, JWT_LIFETIME_EXPIRED },
  { "{\"exp\":100}", 109, 10, JWT_LIFETIME_RUNNING },
  { "{\"exp\":100}", 110, 10, JWT_LIFETIME_EXPIRED },
  { "{\"exp\":100.5}", 100, 0, JWT_LIFETIME_RUNNING },
  { "{\"exp\":100.5}", 101, 0, JWT_LIFETIME_EXPIRED },
  { "{\"exp\":-100}", -101, 0, JWT_LIFETIME_RUNNING },
  { "{\"exp\":-100.5}", -101, 0, JWT_LIFETIME_RUNNING },
  { "{\"exp\":-100.5}", -100, 0, JWT_LIFETIME_EXPIRED },
  { "{\"nbf\":100}", 99, 0, JWT_LIFETIME_NOT_YET_VALID },
  { "{\"nbf\":100}", 100, 0, JWT_LIFETIME_UNLIMITED },
  { "{\"nbf\":100}", 89, 10, JWT_LIFETIME_NOT_YET_VALID },
  { "{\"nbf\":100}", 90, 10, JWT_LIFETIME_UNLIMITED },
  { "{\"nbf\":99.5}", 99, 0, JWT_LIFETIME_NOT_YET_VALID },
  { "{\"nbf\":99.5}", 100, 0, JWT_LIFETIME_UNLIMITED },
  { "{\"nbf\":10,\"exp\":20}", 9, 0, JWT_LIFETIME_NOT_YET_VALID },
  { "{\"nbf\":10,\"exp\":20}", 10, 0, JWT_LIFETIME_RUNNING },
  { "{\"nbf\":10,\"exp\":20}", 20, 0, JWT_LIFETIME_EXPIRED },
  { "{\"nbf\":20,\"exp\":20}", 5, 0, JWT_LIFETIME_NEVER_VALID },
  { "{\"nbf\":21,\"exp\":20}", 20, 600, JWT_LIFETIME_NEVER_VALID },
  { "{\"nbf\":20,\"exp\":20.5}", 20, 0, JWT_LIFETIME_RUNNING },
  { "{\"nbf\":20.6,\"exp\":20.5}", 20, 0, JWT_LIFETIME_NEVER_VALID },
  { "{\"exp\":\"x\"}", 0, 0, JWT_LIFETIME_UNREADABLE },
  { "{\"nbf\":\"x\"}", 0, 0, JWT_LIFETIME_UNREADABLE },
  { "{\"nbf\":\"x\",\"exp\":1}", 9, 0, JWT_LIFETIME_UNREADABLE },
  { "{\"iat\":\"x\"}", 0, 0, JWT_LIFETIME_UNLIMITED },
  { "{\"exp\":9223372036854775807}", G_MAXINT64, 0, JWT_LIFETIME_EXPIRED },
  { "{\"exp\":9223372036854775807}", G_MAXINT64, 1, JWT_LIFETIME_RUNNING },
  { "{\"exp\":9223372036854775807.5}", G_MAXINT64, 0, JWT_LIFETIME_EXPIRED },
  { "{\"nbf\":9223372036854775807}", G_MAXINT64 - 5, 10,
    JWT_LIFETIME_UNLIMITED },
  { "{\"exp\":-9223372036854775808}", G_MININT64, 600, JWT_LIFETIME_EXPIRED },
  { "{\"nbf\":-9223372036854775808}", G_MININT64, 0, JWT_LIFETIME_UNLIMITED },
};

static void
test_lifetime (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lifetimes); i++) {
    g_autoptr (JwtClaims) claims = read_claims (lifetimes[i].text);

    g_test_message ("%s at %" G_GINT64_FORMAT, lifetimes[i].text,
                    lifetimes[i].now);
    g_assert_cmpint (jwt_claims_get_lifetime (claims, lifetimes[i].now,
                                              lifetimes[i].leeway), ==,
                     lifetimes[i].lifetime);
  }
}

/* Each of the dates answers for itself. */
static void
test_one_date (void)
{
  g_autoptr (JwtClaims) both = read_claims ("{\"exp\":10,\"nbf\":\"x\"}");
  g_autoptr (JwtClaims) early = read_claims ("{\"exp\":null,\"nbf\":90}");
  g_autoptr (JwtClaims) none = read_claims ("{}");

  g_assert_true (jwt_claims_is_expired (both, 20, 0));
  g_assert_false (jwt_claims_is_expired (both, 20, 11));
  g_assert_false (jwt_claims_is_early (both, 0, 0));
  g_assert_true (jwt_claims_is_early (early, 20, 0));
  g_assert_false (jwt_claims_is_early (early, 20, 70));
  g_assert_false (jwt_claims_is_expired (early, 20, 0));
  g_assert_false (jwt_claims_is_expired (none, G_MAXINT64, 0));
  g_assert_false (jwt_claims_is_early (none, G_MININT64, 0));
}

static void
test_dates (void)
{
  g_autoptr (JwtClaims) claims = read_claims ("{\"iat\":1,\"exp\":\"\"}");

  g_assert_cmpint (jwt_claims_get_date (claims, "iat")->seconds, ==, 1);
  g_assert_cmpint (jwt_claims_get_date (claims, "exp")->state, ==,
                   JWT_CLAIM_INVALID);
  g_assert_cmpint (jwt_claims_get_date (claims, "nbf")->state, ==,
                   JWT_CLAIM_ABSENT);
  g_assert_null (jwt_claims_get_date (claims, "sub"));
}

/* What is wrong, and where, with an issuer and an audience that are "x". */
static const struct
{
  const char    *text;
  JwtClaimState  state;
  int            code;
  gsize          offset;
  const char    *actual;
} matches[] = {
  { "{\"%s\":\"x\"}", JWT_CLAIM_VALID, -1, 0, NULL },
  { "{}", JWT_CLAIM_ABSENT, JWT_ERROR_CLAIM_MISSING, 0, NULL },
  { "{\"%s\":\"y\"}", JWT_CLAIM_INVALID, -2, 7, "y" },
  { "{\"%s\":\"x\\u0000\"}", JWT_CLAIM_INVALID, -2, 7, "x\\u0000" },
  { "{\"%s\":\"\\u202ex\"}", JWT_CLAIM_INVALID, -2, 7, "\\u202ex" },
  { "{ \"%s\" : 1}", JWT_CLAIM_INVALID, JWT_ERROR_CLAIM_TYPE, 10, "1" },
  { "{\"%s\":true}", JWT_CLAIM_INVALID, JWT_ERROR_CLAIM_TYPE, 7, "true" },
  { "{\"%s\":{\"x\":\"x\"}}", JWT_CLAIM_INVALID, JWT_ERROR_CLAIM_TYPE, 7,
    "{\"x\":\"x\"}" },
};

static void
check_match (guint       row,
             const char *name,
             JwtError    mismatch)
{
  g_auto (GStrv) parts = g_strsplit (matches[row].text, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);
  g_autoptr (JwtClaims) claims = read_claims (text);
  g_autoptr (GError) error = NULL;
  int code = matches[row].code == -2 ? (int) mismatch : matches[row].code;
  JwtClaimState state =
    strcmp (name, "iss") == 0 ? jwt_claims_match_issuer (claims, "x", &error)
                              : jwt_claims_match_audience (claims, "x", &error);

  g_test_message ("%s", text);
  g_assert_cmpint (state, ==, matches[row].state);
  if (code < 0) {
    g_assert_no_error (error);
    return;
  }

  g_assert_error (error, JWT_ERROR, code);
  g_assert_cmpuint (jwt_error_get_detail (error)->offset, ==,
                    matches[row].offset);
  g_assert_cmpstr (jwt_error_get_detail (error)->actual, ==,
                   matches[row].actual);
  g_assert_cmpstr (jwt_error_get_detail (error)->expected, ==, "x");
  g_assert_cmpstr (jwt_error_get_detail (error)->name, ==, name);
}

static void
test_matches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++) {
    check_match (i, "iss", JWT_ERROR_ISSUER_MISMATCH);
    check_match (i, "aud", JWT_ERROR_AUDIENCE_MISMATCH);
  }
}

/* The first of two names counts for reading, though such a text is refused. */
static void
test_first_name (void)
{
  g_autoptr (JwtClaims) claims =
    read_claims ("{\"iss\":\"x\",\"\\u0069ss\":\"y\"}");

  g_assert_cmpint (jwt_claims_match_issuer (claims, "x", NULL), ==,
                   JWT_CLAIM_VALID);
  g_assert_error (jwt_json_get_problem (jwt_claims_get_json (claims)),
                  JWT_ERROR, JWT_ERROR_DUPLICATE_MEMBER);
}

static void
test_types (void)
{
  static const char *names[] = { "iss", "sub", "aud", "jti" };
  static const char *wrong[] = { "1", "null", "true", "{}", "[1]", "[[]]" };

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (wrong); i++) {
    const char *name = names[i % G_N_ELEMENTS (names)];
    const char *literal = wrong[i / G_N_ELEMENTS (names)];
    g_autofree char *text = g_strdup_printf ("{\"%s\":%s}", name, literal);
    g_autoptr (JwtClaims) claims = read_claims (text);
    g_autoptr (GError) error = jwt_claims_check_type (claims, name);

    g_assert_error (error, JWT_ERROR, JWT_ERROR_CLAIM_TYPE);
    g_assert_cmpstr (jwt_error_get_detail (error)->name, ==, name);
    g_assert_cmpstr (jwt_error_get_detail (error)->actual, ==, literal);
  }
}

static void
test_good_types (void)
{
  g_autoptr (JwtClaims) none = read_claims ("{}");
  g_autoptr (JwtClaims) some =
    read_claims ("{\"iss\":\"\",\"sub\":\"\\u0000\",\"aud\":[],\"jti\":\"1\"}");

  g_assert_null (jwt_claims_check_type (none, "iss"));
  g_assert_null (jwt_claims_check_type (none, "aud"));
  g_assert_null (jwt_claims_check_type (some, "iss"));
  g_assert_null (jwt_claims_check_type (some, "sub"));
  g_assert_null (jwt_claims_check_type (some, "aud"));
  g_assert_null (jwt_claims_check_type (some, "jti"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/lifetime", test_lifetime);
  g_test_add_func ("/claims/one-date", test_one_date);
  g_test_add_func ("/claims/dates", test_dates);
  g_test_add_func ("/claims/matches", test_matches);
  g_test_add_func ("/claims/first-name", test_first_name);
  g_test_add_func ("/claims/types", test_types);
  g_test_add_func ("/claims/good-types", test_good_types);

  return g_test_run ();
}
