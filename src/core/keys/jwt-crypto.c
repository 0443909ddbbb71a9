/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-crypto.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <nettle/version.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-error.h"

typedef void (*HmacFunc) (gsize         key_size,
                          const guint8 *key,
                          gsize         size,
                          const guint8 *data,
                          guint8       *digest);

/* Nettle 4 dropped the size, which was there to cut a digest short. */
#if NETTLE_VERSION_MAJOR >= 4
#define WRITE_DIGEST(write, state, size, digest) write (state, digest)
#else
#define WRITE_DIGEST(write, state, size, digest) write (state, size, digest)
#endif

/* Nettle 4 has no HMAC over just any hash, so that each has its function. */
#define DEFINE_HMAC(name, SIZE)                         \
static void                                             \
name (gsize         key_size,                           \
      const guint8 *key,                                \
      gsize         size,                               \
      const guint8 *data,                               \
      guint8       *digest)                             \
{                                                       \
  struct name##_ctx state;                              \
                                                        \
  name##_set_key (&state, key_size, key);               \
  name##_update (&state, size, data);                   \
  WRITE_DIGEST (name##_digest, &state, SIZE, digest);   \
  jwt_wipe (&state, sizeof state);                      \
}

DEFINE_HMAC (hmac_sha256, SHA256_DIGEST_SIZE)
DEFINE_HMAC (hmac_sha384, SHA384_DIGEST_SIZE)
DEFINE_HMAC (hmac_sha512, SHA512_DIGEST_SIZE)

static const struct
{
  HmacFunc compute;
  gsize    size;
} hashes[] = {
  [JWT_HASH_SHA256] = { hmac_sha256, SHA256_DIGEST_SIZE },
  [JWT_HASH_SHA384] = { hmac_sha384, SHA384_DIGEST_SIZE },
  [JWT_HASH_SHA512] = { hmac_sha512, SHA512_DIGEST_SIZE },
};

/**
 * jwt_crypto_random:
 * @size: how many bytes
 * @error: %JWT_ERROR_RANDOM_UNAVAILABLE where the generator has none
 *
 * Draws bytes from the generator for long-lived keys, which the system seeds.
 *
 * Returns: (transfer full) (nullable): the bytes, which are wiped when they are
 *   freed
 */
GBytes *
jwt_crypto_random (gsize    size,
                   GError **error)
{
  guint8 *data = g_malloc0 (size + 1);
  g_autoptr (GBytes) bytes = jwt_bytes_take_wiped (data, size);

  if (size > 0 && gnutls_rnd (GNUTLS_RND_KEY, data, size) < 0) {
    jwt_set_error (error, JWT_ERROR_RANDOM_UNAVAILABLE, NULL);
    return NULL;
  }

  return g_steal_pointer (&bytes);
}

/**
 * jwt_crypto_hmac:
 * @hash: the hash to build on
 * @key: the secret, of any size
 * @data: (nullable): what to authenticate
 * @size: its size in bytes
 *
 * Computes an HMAC (RFC 2104, RFC 7518 §3.2).
 *
 * Returns: (transfer full): as many bytes as the hash has, wiped when they are
 *   freed
 */
GBytes *
jwt_crypto_hmac (JwtHash       hash,
                 GBytes       *key,
                 gconstpointer data,
                 gsize         size)
{
  gconstpointer key_data;
  gsize key_size;
  guint8 *digest;

  g_return_val_if_fail ((guint) hash < G_N_ELEMENTS (hashes), NULL);
  g_return_val_if_fail (key != NULL && (data != NULL || size == 0), NULL);

  key_data = g_bytes_get_data (key, &key_size);
  digest = g_malloc (hashes[hash].size);
  hashes[hash].compute (key_size, key_data != NULL ? key_data : "",
                        size, data != NULL ? data : "", digest);

  return jwt_bytes_take_wiped (digest, hashes[hash].size);
}

/**
 * jwt_crypto_equal:
 * @one: some bytes
 * @other: some other bytes
 *
 * Compares bytes in a time that depends on their sizes alone.
 *
 * Returns: whether they are equal
 */
gboolean
jwt_crypto_equal (GBytes *one,
                  GBytes *other)
{
  gconstpointer one_data, other_data;
  gsize one_size, other_size;

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  one_data = g_bytes_get_data (one, &one_size);
  other_data = g_bytes_get_data (other, &other_size);
  if (one_size != other_size)
    return FALSE;

  return one_size == 0 || memeql_sec (one_data, other_data, one_size);
}
