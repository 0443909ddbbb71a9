/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-algorithm.h"

#include "core/jwt-enums.h"

/* RFC 7518 §3.2, by hand. */
static const struct
{
  JwtAlgorithm  algorithm;
  const char   *name;
  JwtHash       hash;
  gsize         size;
} facts[] = {
  { JWT_ALGORITHM_HS256, "HS256", JWT_HASH_SHA256, 256 / 8 },
  { JWT_ALGORITHM_HS384, "HS384", JWT_HASH_SHA384, 384 / 8 },
  { JWT_ALGORITHM_HS512, "HS512", JWT_HASH_SHA512, 512 / 8 },
};

static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    const JwtAlgorithmInfo *info = jwt_algorithm_get_info (facts[i].algorithm);

    g_assert_cmpint (info->algorithm, ==, facts[i].algorithm);
    g_assert_cmpstr (info->name, ==, facts[i].name);
    g_assert_cmpstr (jwt_algorithm_get_name (facts[i].algorithm), ==,
                     facts[i].name);
    g_assert_cmpint (info->family, ==, JWT_FAMILY_HMAC);
    g_assert_cmpint (info->hash, ==, facts[i].hash);
    g_assert_cmpuint (info->min_key_size, ==, facts[i].size);
    g_assert_cmpuint (info->signature_size, ==, facts[i].size);
  }
}

static void
test_list (void)
{
  g_autoptr (GEnumClass) all = g_type_class_ref (JWT_TYPE_ALGORITHM);
  guint n_algorithms;
  const JwtAlgorithmInfo *list = jwt_algorithm_list (&n_algorithms);

  /* Each one but the unknown has its row. */
  g_assert_cmpuint (n_algorithms, ==, all->n_values - 1);
  g_assert_cmpuint (n_algorithms, ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < n_algorithms; i++)
    g_assert_true (jwt_algorithm_get_info (facts[i].algorithm) == &list[i]);
}

static void
test_unknown (void)
{
  g_assert_null (jwt_algorithm_get_info (JWT_ALGORITHM_UNKNOWN));
  g_assert_null (jwt_algorithm_get_name (JWT_ALGORITHM_UNKNOWN));
}

static void
test_from_name (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_cmpint (jwt_algorithm_from_name (facts[i].name, 5), ==,
                     facts[i].algorithm);

  /* What follows the length does not count. */
  g_assert_cmpint (jwt_algorithm_from_name ("HS384\"}", 5), ==,
                   JWT_ALGORITHM_HS384);
}

#define TEXT(literal) { literal, sizeof literal - 1 }

static void
test_refused_names (void)
{
  static const struct { const char *name; gsize length; } refused[] = {
    TEXT (""), TEXT ("none"), TEXT ("None"), TEXT ("hs256"), TEXT ("Hs256"),
    TEXT ("HS25"), TEXT ("HS2560"), TEXT (" HS256"), TEXT ("HS256 "),
    TEXT ("HS256\n"), TEXT ("HS256\0"), TEXT ("HS256\0none"), TEXT ("\0HS256"),
    TEXT ("HS 256"), TEXT ("HS-256"), TEXT ("HS257"), TEXT ("HS1"),
    TEXT ("RS256"), TEXT ("ES256"), TEXT ("PS256"), TEXT ("EdDSA"),
    TEXT ("A256KW"), TEXT ("dir"), TEXT ("HMACSHA256"),
    TEXT ("\xef\xbc\xa8S256"), TEXT ("HS256\xe2\x80\x8b"), { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (jwt_algorithm_from_name (refused[i].name,
                                              refused[i].length), ==,
                     JWT_ALGORITHM_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/algorithm/facts", test_facts);
  g_test_add_func ("/algorithm/list", test_list);
  g_test_add_func ("/algorithm/unknown", test_unknown);
  g_test_add_func ("/algorithm/from-name", test_from_name);
  g_test_add_func ("/algorithm/refused-names", test_refused_names);

  return g_test_run ();
}
