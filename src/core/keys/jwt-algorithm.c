/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/keys/jwt-algorithm.h"

#include <string.h>

/* RFC 7518 §3.2 wants a key no smaller than the hash. */
static const JwtAlgorithmInfo algorithms[] = {
  { JWT_ALGORITHM_HS256, "HS256", JWT_FAMILY_HMAC, JWT_HASH_SHA256, 32, 32 },
  { JWT_ALGORITHM_HS384, "HS384", JWT_FAMILY_HMAC, JWT_HASH_SHA384, 48, 48 },
  { JWT_ALGORITHM_HS512, "HS512", JWT_FAMILY_HMAC, JWT_HASH_SHA512, 64, 64 },
};

/**
 * jwt_algorithm_get_info:
 * @algorithm: a #JwtAlgorithm
 *
 * Gets the algorithm's row of the table.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL for
 *   %JWT_ALGORITHM_UNKNOWN
 */
const JwtAlgorithmInfo *
jwt_algorithm_get_info (JwtAlgorithm algorithm)
{
  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++) {
    if (algorithms[i].algorithm == algorithm)
      return &algorithms[i];
  }

  return NULL;
}

/**
 * jwt_algorithm_list:
 * @n_algorithms: (out): the number of rows
 *
 * Gets the whole table, in the order in which people are offered it.
 *
 * Returns: (transfer none) (array length=n_algorithms): the rows
 */
const JwtAlgorithmInfo *
jwt_algorithm_list (guint *n_algorithms)
{
  g_return_val_if_fail (n_algorithms != NULL, NULL);

  *n_algorithms = G_N_ELEMENTS (algorithms);

  return algorithms;
}

/**
 * jwt_algorithm_from_name:
 * @name: an "alg" value, which needs no NUL at its end and may hold some
 * @length: its length in bytes
 *
 * Looks an "alg" value up, which is case-sensitive (RFC 7515 §4.1.1).
 *
 * Returns: the algorithm, or %JWT_ALGORITHM_UNKNOWN
 */
JwtAlgorithm
jwt_algorithm_from_name (const char *name,
                         gsize       length)
{
  g_return_val_if_fail (name != NULL || length == 0, JWT_ALGORITHM_UNKNOWN);

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++) {
    if (strlen (algorithms[i].name) == length &&
        memcmp (algorithms[i].name, name, length) == 0)
      return algorithms[i].algorithm;
  }

  return JWT_ALGORITHM_UNKNOWN;
}

/**
 * jwt_algorithm_get_name:
 * @algorithm: a #JwtAlgorithm
 *
 * Gets the "alg" value (RFC 7518 §3.1).
 *
 * Returns: (transfer none) (nullable): the name, or %NULL for
 *   %JWT_ALGORITHM_UNKNOWN
 */
const char *
jwt_algorithm_get_name (JwtAlgorithm algorithm)
{
  const JwtAlgorithmInfo *info = jwt_algorithm_get_info (algorithm);

  return info != NULL ? info->name : NULL;
}
