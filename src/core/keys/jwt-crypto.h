/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

GBytes   *jwt_crypto_random (gsize           size,
                             GError        **error);
GBytes   *jwt_crypto_hmac   (JwtHash         hash,
                             GBytes         *key,
                             gconstpointer   data,
                             gsize           size);
gboolean  jwt_crypto_equal  (GBytes         *one,
                             GBytes         *other);

G_END_DECLS
