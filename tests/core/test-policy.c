/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-policy.h"

#include "sample.h"

static void
count_cb (JwtPolicy  *policy,
          GParamSpec *pspec,
          GString    *told)
{
  g_string_append_printf (told, "%s ", pspec->name);
}

static void
test_defaults (void)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS384);
  gint64 after = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (jwt_policy_get_algorithm (policy), ==, JWT_ALGORITHM_HS384);
  g_assert_cmpuint (jwt_policy_get_leeway (policy), ==,
                    JWT_POLICY_DEFAULT_LEEWAY);
  g_assert_cmpint (jwt_policy_get_time (policy), >=, before);
  g_assert_cmpint (jwt_policy_get_time (policy), <=, after);
  g_assert_null (jwt_policy_get_key (policy));
  g_assert_null (jwt_policy_get_issuer (policy));
  g_assert_null (jwt_policy_get_audience (policy));
  g_assert_null (jwt_policy_get_required (policy));
}

static void
change_all (JwtPolicy *policy,
            JwtKey    *key)
{
  static const char *required[] = { "sub", NULL };

  jwt_policy_set_algorithm (policy, JWT_ALGORITHM_HS512);
  jwt_policy_set_key (policy, key);
  jwt_policy_set_issuer (policy, "i");
  jwt_policy_set_audience (policy, "a");
  jwt_policy_set_leeway (policy, 5);
  jwt_policy_set_time (policy, 7);
  jwt_policy_set_required (policy, required);
}

/* Each change is told once, and what is no change is not told. */
static void
test_notify (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (policy, "notify", G_CALLBACK (count_cb), told);
  change_all (policy, key);
  g_assert_cmpstr (told->str, ==,
                   "algorithm key issuer audience leeway time required ");

  g_string_truncate (told, 0);
  change_all (policy, key);
  g_assert_cmpstr (told->str, ==, "");

  jwt_policy_set_issuer (policy, "");
  jwt_policy_set_issuer (policy, NULL);
  jwt_policy_set_audience (policy, NULL);
  jwt_policy_set_audience (policy, "");
  jwt_policy_set_key (policy, NULL);
  jwt_policy_set_required (policy, NULL);
  g_assert_cmpstr (told->str, ==, "issuer audience key required ");
  g_assert_null (jwt_policy_get_issuer (policy));
  g_assert_null (jwt_policy_get_audience (policy));
}

static void
test_leeway (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);

  jwt_policy_set_leeway (policy, G_MAXUINT);
  g_assert_cmpuint (jwt_policy_get_leeway (policy), ==, JWT_POLICY_MAX_LEEWAY);
  jwt_policy_set_leeway (policy, 0);
  g_assert_cmpuint (jwt_policy_get_leeway (policy), ==, 0);
}

/* The texts may be the policy's own. */
static void
test_own_texts (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);

  change_all (policy, key);
  jwt_policy_set_issuer (policy, jwt_policy_get_issuer (policy));
  jwt_policy_set_audience (policy, jwt_policy_get_issuer (policy));
  jwt_policy_set_issuer (policy, jwt_policy_get_issuer (policy) + 1);
  jwt_policy_set_issuer (policy, jwt_policy_get_audience (policy));
  jwt_policy_set_required (policy, jwt_policy_get_required (policy));
  jwt_policy_set_required (policy, jwt_policy_get_required (policy) + 1);
  g_assert_cmpstr (jwt_policy_get_issuer (policy), ==, "i");
  g_assert_cmpstr (jwt_policy_get_audience (policy), ==, "i");
  g_assert_null (jwt_policy_get_required (policy)[0]);
}

static void
test_copy (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  g_autoptr (JwtPolicy) copy = NULL;

  change_all (policy, key);
  copy = jwt_policy_copy (policy);
  g_clear_object (&policy);

  g_assert_cmpint (jwt_policy_get_algorithm (copy), ==, JWT_ALGORITHM_HS512);
  g_assert_true (jwt_policy_get_key (copy) == key);
  g_assert_cmpstr (jwt_policy_get_issuer (copy), ==, "i");
  g_assert_cmpstr (jwt_policy_get_audience (copy), ==, "a");
  g_assert_cmpuint (jwt_policy_get_leeway (copy), ==, 5);
  g_assert_cmpint (jwt_policy_get_time (copy), ==, 7);
  g_assert_cmpstr (jwt_policy_get_required (copy)[0], ==, "sub");
  g_assert_null (jwt_policy_get_required (copy)[1]);
}

static void
test_properties (void)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  g_autoptr (JwtPolicy) policy =
    g_object_new (JWT_TYPE_POLICY, "algorithm", JWT_ALGORITHM_HS384,
                  "key", key, "issuer", "i", "audience", "a", "leeway", 1u,
                  "time", G_MININT64, NULL);
  g_autoptr (JwtKey) same = NULL;
  g_autofree char *audience = NULL;
  gint64 time;

  g_object_get (policy, "key", &same, "audience", &audience, "time", &time,
                NULL);
  g_assert_true (same == key);
  g_assert_cmpstr (audience, ==, "a");
  g_assert_cmpint (time, ==, G_MININT64);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/policy/defaults", test_defaults);
  g_test_add_func ("/policy/notify", test_notify);
  g_test_add_func ("/policy/leeway", test_leeway);
  g_test_add_func ("/policy/own-texts", test_own_texts);
  g_test_add_func ("/policy/copy", test_copy);
  g_test_add_func ("/policy/properties", test_properties);

  return g_test_run ();
}
