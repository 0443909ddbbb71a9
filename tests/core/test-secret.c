/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/secret/jwt-secret.h"

#include <string.h>

#include "core/base/jwt-error.h"
#include "core/jwt-enums.h"
#include "randomness.h"
#include "witness.h"

typedef struct
{
  guint algorithm, size, encoding, secret, problem;
} Notes;

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         Notes      *notes)
{
  if (g_str_equal (pspec->name, "algorithm"))
    notes->algorithm++;
  else if (g_str_equal (pspec->name, "size"))
    notes->size++;
  else if (g_str_equal (pspec->name, "encoding"))
    notes->encoding++;
  else if (g_str_equal (pspec->name, "secret"))
    notes->secret++;
  else if (g_str_equal (pspec->name, "problem"))
    notes->problem++;
  else
    g_assert_not_reached ();
}

/* Compares the notifies since the last time. */
static void
assert_notes (Notes *notes,
              Notes  expected)
{
  g_assert_cmpuint (notes->algorithm, ==, expected.algorithm);
  g_assert_cmpuint (notes->size, ==, expected.size);
  g_assert_cmpuint (notes->encoding, ==, expected.encoding);
  g_assert_cmpuint (notes->secret, ==, expected.secret);
  g_assert_cmpuint (notes->problem, ==, expected.problem);
  *notes = (Notes) { 0 };
}

static void
assert_state (JwtSecretGenerator *generator,
              JwtAlgorithm        algorithm,
              guint               size)
{
  GBytes *secret = jwt_secret_generator_get_secret (generator);

  g_assert_cmpint (jwt_secret_generator_get_algorithm (generator), ==,
                   algorithm);
  g_assert_cmpuint (jwt_secret_generator_get_size (generator), ==, size);
  g_assert_nonnull (secret);
  g_assert_cmpuint (g_bytes_get_size (secret), ==, size);
}

static void
test_start (void)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();
  g_autoptr (GError) problem = NULL;

  assert_state (generator, JWT_ALGORITHM_HS256, 32);
  g_assert_cmpint (jwt_secret_generator_get_encoding (generator), ==,
                   JWT_ENCODING_BASE64URL);
  g_object_get (generator, "problem", &problem, NULL);
  g_assert_null (problem);
}

static void
test_all_differ (void)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_bytes_hash,
                                                      g_bytes_equal,
                                                      (GDestroyNotify)
                                                      g_bytes_unref, NULL);

  for (guint i = 0; i < 1000; i++) {
    GBytes *secret = jwt_secret_generator_get_secret (generator);

    g_assert_true (g_hash_table_add (all, g_bytes_ref (secret)));
    g_assert_true (jwt_secret_generator_generate (generator, NULL));
  }
}

/* From one algorithm and size to another algorithm. */
static void
test_algorithm_and_size (void)
{
  static const struct
  {
    JwtAlgorithm from;
    guint        size;
    JwtAlgorithm to;
    guint        expected;
  } rows[] = {
    { JWT_ALGORITHM_HS256, 32, JWT_ALGORITHM_HS384, 48 },
    { JWT_ALGORITHM_HS256, 32, JWT_ALGORITHM_HS512, 64 },
    { JWT_ALGORITHM_HS384, 48, JWT_ALGORITHM_HS256, 32 },
    { JWT_ALGORITHM_HS512, 64, JWT_ALGORITHM_HS256, 32 },
    { JWT_ALGORITHM_HS512, 64, JWT_ALGORITHM_HS384, 48 },
    { JWT_ALGORITHM_HS256, 40, JWT_ALGORITHM_HS384, 48 },
    { JWT_ALGORITHM_HS256, 48, JWT_ALGORITHM_HS384, 48 },
    { JWT_ALGORITHM_HS256, 50, JWT_ALGORITHM_HS384, 50 },
    { JWT_ALGORITHM_HS256, 64, JWT_ALGORITHM_HS512, 64 },
    { JWT_ALGORITHM_HS384, 64, JWT_ALGORITHM_HS256, 64 },
    { JWT_ALGORITHM_HS512, 1024, JWT_ALGORITHM_HS256, 1024 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();

    jwt_secret_generator_set_algorithm (generator, rows[i].from);
    jwt_secret_generator_set_size (generator, rows[i].size);
    assert_state (generator, rows[i].from, rows[i].size);
    jwt_secret_generator_set_algorithm (generator, rows[i].to);
    assert_state (generator, rows[i].to, rows[i].expected);
  }
}

static void
test_size_limits (void)
{
  static const struct { guint asked, given; } rows[] = {
    { 0, 48 }, { 1, 48 }, { 47, 48 }, { 48, 48 }, { 49, 49 }, { 1023, 1023 },
    { 1024, 1024 }, { 1025, 1024 }, { G_MAXUINT, 1024 },
  };
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();

  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS384);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    jwt_secret_generator_set_size (generator, rows[i].asked);
    assert_state (generator, JWT_ALGORITHM_HS384, rows[i].given);
  }
}

static void
test_notifies (void)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();
  Notes notes = { 0 };

  g_signal_connect (generator, "notify", G_CALLBACK (note_cb), &notes);

  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS256);
  jwt_secret_generator_set_size (generator, 32);
  jwt_secret_generator_set_size (generator, 16);
  jwt_secret_generator_set_encoding (generator, JWT_ENCODING_BASE64URL);
  assert_notes (&notes, (Notes) { 0 });

  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS512);
  assert_notes (&notes, (Notes) { .algorithm = 1, .size = 1, .secret = 1 });
  jwt_secret_generator_set_size (generator, 100);
  assert_notes (&notes, (Notes) { .size = 1, .secret = 1 });
  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS256);
  assert_notes (&notes, (Notes) { .algorithm = 1, .secret = 1 });
  jwt_secret_generator_set_encoding (generator, JWT_ENCODING_HEX);
  assert_notes (&notes, (Notes) { .encoding = 1 });
  jwt_secret_generator_generate (generator, NULL);
  assert_notes (&notes, (Notes) { .secret = 1 });
}

/* Whoever is told of one property finds all the others as they stay. */
static void
agree_cb (JwtSecretGenerator *generator)
{
  assert_state (generator, JWT_ALGORITHM_HS512, 64);
}

static void
test_notifies_agree (void)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();

  g_signal_connect (generator, "notify", G_CALLBACK (agree_cb), NULL);
  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS512);
}

static void
test_properties (void)
{
  g_autoptr (JwtSecretGenerator) generator = NULL;
  g_autoptr (GBytes) secret = NULL;
  JwtAlgorithm algorithm;
  JwtEncoding encoding;
  guint size;

  generator = g_object_new (JWT_TYPE_SECRET_GENERATOR,
                            "algorithm", JWT_ALGORITHM_HS384,
                            "encoding", JWT_ENCODING_BASE64,
                            "size", 70, NULL);
  g_object_get (generator, "algorithm", &algorithm, "encoding", &encoding,
                "size", &size, "secret", &secret, NULL);

  assert_state (generator, JWT_ALGORITHM_HS384, 70);
  g_assert_cmpint (algorithm, ==, JWT_ALGORITHM_HS384);
  g_assert_cmpint (encoding, ==, JWT_ENCODING_BASE64);
  g_assert_cmpuint (size, ==, 70);
  g_assert_true (secret == jwt_secret_generator_get_secret (generator));
}

static void
test_text (void)
{
  static const struct { JwtEncoding encoding; gsize length; } rows[] = {
    { JWT_ENCODING_BASE64URL, 43 },
    { JWT_ENCODING_BASE64, 44 },
    { JWT_ENCODING_HEX, 64 },
  };
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();
  g_autoptr (GBytes) secret = NULL;

  secret = g_bytes_ref (jwt_secret_generator_get_secret (generator));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) text = NULL;
    g_autoptr (GBytes) decoded = NULL;

    jwt_secret_generator_set_encoding (generator, rows[i].encoding);
    text = jwt_secret_generator_dup_text (generator);
    g_assert_cmpuint (g_bytes_get_size (text), ==, rows[i].length);
    decoded = jwt_encoding_decode (rows[i].encoding,
                                   g_bytes_get_data (text, NULL),
                                   g_bytes_get_size (text), NULL);
    g_assert_true (g_bytes_equal (decoded, secret));
  }
  g_assert_true (secret == jwt_secret_generator_get_secret (generator));
}

static void
test_failure (void)
{
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();
  g_autoptr (GError) problem = NULL;
  g_autoptr (GError) error = NULL;
  Notes notes = { 0 };

  g_signal_connect (generator, "notify", G_CALLBACK (note_cb), &notes);

  randomness_set_failing (TRUE);
  g_assert_false (jwt_secret_generator_generate (generator, &error));
  randomness_set_failing (FALSE);

  assert_notes (&notes, (Notes) { .secret = 1, .problem = 1 });
  g_assert_error (error, JWT_ERROR, JWT_ERROR_RANDOM_UNAVAILABLE);
  g_object_get (generator, "problem", &problem, NULL);
  g_assert_error (problem, JWT_ERROR, JWT_ERROR_RANDOM_UNAVAILABLE);
  g_assert_null (jwt_secret_generator_get_secret (generator));
  g_assert_null (jwt_secret_generator_dup_text (generator));
}

static void
test_recovery (void)
{
  g_autoptr (JwtSecretGenerator) generator = NULL;
  g_autoptr (GError) problem = NULL;
  Notes notes = { 0 };

  randomness_set_failing (TRUE);
  generator = jwt_secret_generator_new ();
  g_assert_null (jwt_secret_generator_get_secret (generator));
  g_assert_false (jwt_secret_generator_generate (generator, NULL));
  randomness_set_failing (FALSE);

  g_signal_connect (generator, "notify", G_CALLBACK (note_cb), &notes);
  g_assert_true (jwt_secret_generator_generate (generator, NULL));
  assert_notes (&notes, (Notes) { .secret = 1, .problem = 1 });
  assert_state (generator, JWT_ALGORITHM_HS256, 32);
  g_object_get (generator, "problem", &problem, NULL);
  g_assert_null (problem);
}

/* One draw for each secret: none is thrown away or used twice. */
static void
test_draws (void)
{
  guint before = randomness_get_calls ();
  g_autoptr (JwtSecretGenerator) generator = jwt_secret_generator_new ();

  g_assert_cmpuint (randomness_get_calls (), ==, before + 1);
  jwt_secret_generator_set_algorithm (generator, JWT_ALGORITHM_HS384);
  g_assert_cmpuint (randomness_get_calls (), ==, before + 2);
  jwt_secret_generator_set_encoding (generator, JWT_ENCODING_HEX);
  g_assert_cmpuint (randomness_get_calls (), ==, before + 2);
}

static void
test_wiped (void)
{
  JwtSecretGenerator *generator = jwt_secret_generator_new ();
  guint8 copy[32];

  memcpy (copy, g_bytes_get_data (jwt_secret_generator_get_secret (generator),
                                  NULL), sizeof copy);
  witness_start (copy, sizeof copy);
  jwt_secret_generator_generate (generator, NULL);
  g_assert_cmpuint (witness_stop (), ==, 0);

  memcpy (copy, g_bytes_get_data (jwt_secret_generator_get_secret (generator),
                                  NULL), sizeof copy);
  witness_start (copy, sizeof copy);
  g_object_unref (generator);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secret/start", test_start);
  g_test_add_func ("/secret/all-differ", test_all_differ);
  g_test_add_func ("/secret/algorithm-and-size", test_algorithm_and_size);
  g_test_add_func ("/secret/size-limits", test_size_limits);
  g_test_add_func ("/secret/notifies", test_notifies);
  g_test_add_func ("/secret/notifies-agree", test_notifies_agree);
  g_test_add_func ("/secret/properties", test_properties);
  g_test_add_func ("/secret/text", test_text);
  g_test_add_func ("/secret/failure", test_failure);
  g_test_add_func ("/secret/recovery", test_recovery);
  g_test_add_func ("/secret/draws", test_draws);
  g_test_add_func ("/secret/wiped", test_wiped);

  return g_test_run ();
}
