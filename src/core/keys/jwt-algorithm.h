/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The algorithms that Jotsmith can sign and verify with; there is no "none". */
typedef enum
{
  JWT_ALGORITHM_UNKNOWN,
  JWT_ALGORITHM_HS256,
  JWT_ALGORITHM_HS384,
  JWT_ALGORITHM_HS512,
} JwtAlgorithm;

typedef enum
{
  JWT_FAMILY_HMAC,
} JwtFamily;

typedef enum
{
  JWT_HASH_SHA256,
  JWT_HASH_SHA384,
  JWT_HASH_SHA512,
} JwtHash;

/* One row of the table. */
typedef struct
{
  JwtAlgorithm  algorithm;
  const char   *name;           /* the "alg" value, RFC 7518 §3.1 */
  JwtFamily     family;
  JwtHash       hash;
  gsize         min_key_size;   /* in bytes */
  gsize         signature_size; /* in bytes */
} JwtAlgorithmInfo;

const JwtAlgorithmInfo *jwt_algorithm_get_info  (JwtAlgorithm  algorithm);
const JwtAlgorithmInfo *jwt_algorithm_list      (guint        *n_algorithms);
JwtAlgorithm            jwt_algorithm_from_name (const char   *name,
                                                 gsize         length);
const char             *jwt_algorithm_get_name  (JwtAlgorithm  algorithm);

G_END_DECLS
