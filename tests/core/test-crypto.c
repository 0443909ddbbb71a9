/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-crypto.h"

#include <gnutls/crypto.h>
#include <string.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-encoding.h"
#include "core/base/jwt-error.h"
#include "randomness.h"
#include "witness.h"

static const struct
{
  JwtHash       hash;
  GChecksumType glib;
  gsize         size;
} hashes[] = {
  { JWT_HASH_SHA256, G_CHECKSUM_SHA256, 32 },
  { JWT_HASH_SHA384, G_CHECKSUM_SHA384, 48 },
  { JWT_HASH_SHA512, G_CHECKSUM_SHA512, 64 },
};

#define TAG_7                                                            \
  "This is a test using a larger than block-size key and a larger than " \
  "block-size data. The key needs to be hashed before being used by the " \
  "HMAC algorithm."

/* RFC 4231 §4.2 to §4.8: keys and data as one byte that is repeated, or as a
 * text; the fifth is cut to 128 bits there. */
static const struct
{
  const char *key;
  gsize       key_size;
  const char *data;
  gsize       size;
  const char *digests[3];
} vectors[] = {
  { "\x0b", 20, "Hi There", 8, {
    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c"
    "faea9ea9076ede7f4af152e8b2fa9cb6",
    "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
    "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854" } },
  { "Jefe", 4, "what do ya want for nothing?", 28, {
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
    "8e2240ca5e69e2c78b3239ecfab21649",
    "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
    "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737" } },
  { "\xaa", 20, "\xdd", 50, {
    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    "88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b"
    "2a5ab39dc13814b94e3ab6e101a34f27",
    "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
    "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb" } },
  { "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12"
    "\x13\x14\x15\x16\x17\x18\x19", 25, "\xcd", 50, {
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
    "3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e"
    "6801dd23c4a7d679ccf8a386c674cffb",
    "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
    "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd" } },
  { "\x0c", 20, "Test With Truncation", 20, {
    "a3b6167473100ee06e0c796c2955552b",
    "3abf34c3503b2a23a46efc619baef897",
    "415fad6271580a531d4179bc891d87a6" } },
  { "\xaa", 131, "Test Using Larger Than Block-Size Key - Hash Key First", 54, {
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6"
    "0c2ef6ab4030fe8296248df163f44952",
    "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
    "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598" } },
  { "\xaa", 131, TAG_7, 152, {
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    "6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5"
    "a678cc31e799176d3860e6110c46523e",
    "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944"
    "b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58" } },
};

static GBytes *
spread (const char *text,
        gsize       size)
{
  char *data = g_malloc (size);

  memset (data, text[0], size);
  if (strlen (text) > 1)
    memcpy (data, text, size);

  return g_bytes_new_take (data, size);
}

static char *
dup_hex (GBytes *bytes)
{
  g_autoptr (GBytes) hex = NULL;

  hex = jwt_encoding_encode (JWT_ENCODING_HEX, g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes));

  return g_strdup (g_bytes_get_data (hex, NULL));
}

static void
check_vector (guint vector,
              guint hash)
{
  g_autoptr (GBytes) key = spread (vectors[vector].key,
                                   vectors[vector].key_size);
  g_autoptr (GBytes) data = spread (vectors[vector].data, vectors[vector].size);
  g_autoptr (GBytes) digest = NULL;
  g_autofree char *hex = NULL;

  digest = jwt_crypto_hmac (hashes[hash].hash, key,
                            g_bytes_get_data (data, NULL),
                            g_bytes_get_size (data));
  g_assert_cmpuint (g_bytes_get_size (digest), ==, hashes[hash].size);

  hex = dup_hex (digest);
  if (vector == 4)
    hex[32] = '\0';
  g_assert_cmpstr (hex, ==, vectors[vector].digests[hash]);
}

static void
test_vectors (void)
{
  for (guint vector = 0; vector < G_N_ELEMENTS (vectors); vector++)
    for (guint hash = 0; hash < G_N_ELEMENTS (hashes); hash++)
      check_vector (vector, hash);
}

static GBytes *
new_noise (gsize size)
{
  guint8 *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) g_test_rand_int ();

  return g_bytes_new_take (data, size);
}

static void
check_oracle (guint hash,
              gsize key_size,
              gsize size)
{
  g_autoptr (GBytes) key = new_noise (key_size);
  g_autoptr (GBytes) data = new_noise (size);
  g_autoptr (GBytes) digest = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  theirs = g_compute_hmac_for_bytes (hashes[hash].glib, key, data);
  digest = jwt_crypto_hmac (hashes[hash].hash, key,
                            g_bytes_get_data (data, NULL), size);
  ours = dup_hex (digest);
  g_assert_cmpstr (ours, ==, theirs);
}

/* GLib's own HMAC; sizes on both sides of each block size. */
static void
test_oracle (void)
{
  static const gsize sizes[] = { 0, 1, 31, 63, 64, 65, 111, 112, 127, 128, 129,
                                 255, 4096, 100003 };

  for (guint hash = 0; hash < G_N_ELEMENTS (hashes); hash++) {
    for (gsize key_size = 0; key_size <= 300; key_size++)
      check_oracle (hash, key_size, (gsize) g_test_rand_int_range (0, 500));
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        check_oracle (hash, sizes[i], sizes[j]);
  }
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) digest = jwt_crypto_hmac (JWT_HASH_SHA256, empty, NULL, 0);
  g_autofree char *hex = dup_hex (digest);

  g_assert_cmpstr (hex, ==, "b613679a0814d9ec772f95d778c35fc5"
                            "ff1697c493715653c6c712144292c5ad");
}

/* The first 32 bytes of each digest serve as what has to be gone. */
static void
test_digest_is_wiped (void)
{
  g_autoptr (GBytes) key = g_bytes_new_static ("Jefe", 4);
  guint8 copy[32];
  GBytes *digest;

  for (guint hash = 0; hash < G_N_ELEMENTS (hashes); hash++) {
    digest = jwt_crypto_hmac (hashes[hash].hash, key, "data", 4);
    memcpy (copy, g_bytes_get_data (digest, NULL), sizeof copy);

    witness_start (copy, sizeof copy);
    g_bytes_unref (digest);
    g_assert_cmpuint (witness_stop (), ==, 0);
  }
}

static void
test_equal (void)
{
  static const char text[] = "0123456789abcdef0123456789abcdef";
  gsize size = strlen (text);
  g_autoptr (GBytes) one = g_bytes_new_static (text, size);
  g_autoptr (GBytes) same = g_bytes_new (text, size);
  g_autoptr (GBytes) shorter = g_bytes_new (text, size - 1);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) other_empty = g_bytes_new ("", 0);

  g_assert_true (jwt_crypto_equal (one, one));
  g_assert_true (jwt_crypto_equal (one, same));
  g_assert_true (jwt_crypto_equal (empty, other_empty));
  g_assert_false (jwt_crypto_equal (one, shorter));
  g_assert_false (jwt_crypto_equal (shorter, one));
  g_assert_false (jwt_crypto_equal (one, empty));
  g_assert_false (jwt_crypto_equal (empty, one));
}

static void
test_unequal_bits (void)
{
  guint8 data[64] = { 0 };
  g_autoptr (GBytes) one = g_bytes_new (data, sizeof data);

  for (gsize bit = 0; bit < sizeof data * 8; bit++) {
    g_autoptr (GBytes) other = NULL;

    data[bit / 8] ^= (guint8) (1 << bit % 8);
    other = g_bytes_new (data, sizeof data);
    g_assert_false (jwt_crypto_equal (one, other));
    g_assert_false (jwt_crypto_equal (other, one));
    data[bit / 8] ^= (guint8) (1 << bit % 8);
  }
}

static void
test_random (void)
{
  static const gsize sizes[] = { 1, 32, 48, 64, 1024, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = jwt_crypto_random (sizes[i], &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (bytes), ==, sizes[i]);
  }

  /* Keys want the level that is seeded anew. */
  g_assert_cmpint (randomness_get_level (), ==, GNUTLS_RND_KEY);
}

/* All 256 values come up in 100 000 bytes: without the last of them a
 * generator would be broken beyond doubt. */
static void
test_random_values (void)
{
  g_autoptr (GBytes) bytes = jwt_crypto_random (100000, NULL);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  gboolean seen[256] = { FALSE };

  for (gsize i = 0; i < 100000; i++)
    seen[data[i]] = TRUE;
  for (guint i = 0; i < 256; i++)
    g_assert_true (seen[i]);
}

static void
test_random_differs (void)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_bytes_hash,
                                                      g_bytes_equal,
                                                      (GDestroyNotify)
                                                      g_bytes_unref, NULL);

  for (guint i = 0; i < 1000; i++)
    g_assert_true (g_hash_table_add (all, jwt_crypto_random (16, NULL)));
}

static void
test_random_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jwt_crypto_random (0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
test_random_fails (void)
{
  g_autoptr (GError) error = NULL;

  randomness_set_failing (TRUE);
  g_assert_null (jwt_crypto_random (32, &error));
  g_assert_null (jwt_crypto_random (32, NULL));
  randomness_set_failing (FALSE);

  g_assert_error (error, JWT_ERROR, JWT_ERROR_RANDOM_UNAVAILABLE);
}

static void
test_random_is_wiped (void)
{
  GBytes *bytes = jwt_crypto_random (64, NULL);
  guint8 copy[64];

  memcpy (copy, g_bytes_get_data (bytes, NULL), sizeof copy);
  witness_start (copy, sizeof copy);
  g_bytes_unref (bytes);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crypto/vectors", test_vectors);
  g_test_add_func ("/crypto/oracle", test_oracle);
  g_test_add_func ("/crypto/nothing", test_nothing);
  g_test_add_func ("/crypto/digest-is-wiped", test_digest_is_wiped);
  g_test_add_func ("/crypto/equal", test_equal);
  g_test_add_func ("/crypto/unequal-bits", test_unequal_bits);
  g_test_add_func ("/crypto/random", test_random);
  g_test_add_func ("/crypto/random-values", test_random_values);
  g_test_add_func ("/crypto/random-differs", test_random_differs);
  g_test_add_func ("/crypto/random-nothing", test_random_nothing);
  g_test_add_func ("/crypto/random-fails", test_random_fails);
  g_test_add_func ("/crypto/random-is-wiped", test_random_is_wiped);

  return g_test_run ();
}
