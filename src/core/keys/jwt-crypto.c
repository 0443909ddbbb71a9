/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-crypto.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <nettle/nettle-meta.h>
#include <nettle/version.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-error.h"

typedef union
{
  struct sha256_ctx sha256;
  struct sha512_ctx sha512; /* SHA-384 too */
} HashState;

typedef struct
{
  HashState outer;
  HashState inner;
  HashState state;
} HmacState;

static const struct nettle_hash * const hashes[] = {
  [JWT_HASH_SHA256] = &nettle_sha256,
  [JWT_HASH_SHA384] = &nettle_sha384,
  [JWT_HASH_SHA512] = &nettle_sha512,
};

static void
write_digest (HmacState                *state,
              const struct nettle_hash *hash,
              guint8                   *digest)
{
#if NETTLE_VERSION_MAJOR >= 4
  hmac_digest (&state->outer, &state->inner, &state->state, hash, digest);
#else
  hmac_digest (&state->outer, &state->inner, &state->state, hash,
               hash->digest_size, digest);
#endif
}

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

  if (size > 0 && gnutls_rnd (GNUTLS_RND_KEY, data, size) < 0)
    {
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
  const struct nettle_hash *nettle_hash;
  gconstpointer key_data;
  gsize key_size;
  HmacState state;
  guint8 *digest;

  g_return_val_if_fail ((guint) hash < G_N_ELEMENTS (hashes), NULL);
  g_return_val_if_fail (key != NULL && (data != NULL || size == 0), NULL);

  nettle_hash = hashes[hash];
  key_data = g_bytes_get_data (key, &key_size);
  digest = g_malloc (nettle_hash->digest_size);

  hmac_set_key (&state.outer, &state.inner, &state.state, nettle_hash,
                key_size, key_data != NULL ? key_data : "");
  hmac_update (&state.state, nettle_hash, size, data != NULL ? data : "");
  write_digest (&state, nettle_hash, digest);
  jwt_wipe (&state, sizeof state);

  return jwt_bytes_take_wiped (digest, nettle_hash->digest_size);
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
