/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-encoding.h"
#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

#define JWT_SECRET_MAX_SIZE 1024

#define JWT_TYPE_SECRET_GENERATOR (jwt_secret_generator_get_type ())

/* Properties: algorithm (JwtAlgorithm), size (bytes, never below the
 * algorithm's minimum), encoding (JwtEncoding, not text), secret (GBytes,
 * wiped, read-only), problem (GError, nullable, read-only). Setting algorithm
 * or size generates a new secret; encoding does not. */
G_DECLARE_FINAL_TYPE (JwtSecretGenerator, jwt_secret_generator,
                      JWT, SECRET_GENERATOR, GObject)

JwtSecretGenerator *jwt_secret_generator_new           (void);
gboolean            jwt_secret_generator_generate      (JwtSecretGenerator *self,
                                                        GError            **error);
JwtAlgorithm        jwt_secret_generator_get_algorithm (JwtSecretGenerator *self);
void                jwt_secret_generator_set_algorithm (JwtSecretGenerator *self,
                                                        JwtAlgorithm        algorithm);
guint               jwt_secret_generator_get_size      (JwtSecretGenerator *self);
void                jwt_secret_generator_set_size      (JwtSecretGenerator *self,
                                                        guint               size);
JwtEncoding         jwt_secret_generator_get_encoding  (JwtSecretGenerator *self);
void                jwt_secret_generator_set_encoding  (JwtSecretGenerator *self,
                                                        JwtEncoding         encoding);
GBytes             *jwt_secret_generator_get_secret    (JwtSecretGenerator *self);
GBytes             *jwt_secret_generator_dup_text      (JwtSecretGenerator *self);

G_END_DECLS
