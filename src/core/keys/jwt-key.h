/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-encoding.h"
#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

#define JWT_TYPE_KEY (jwt_key_get_type ())

typedef struct _JwtKey JwtKey;

GType        jwt_key_get_type      (void) G_GNUC_CONST;
JwtKey      *jwt_key_new_secret    (GBytes        *secret);
JwtKey      *jwt_key_new_from_text (const char    *text,
                                    gsize          length,
                                    JwtEncoding    encoding,
                                    GError       **error);
JwtKey      *jwt_key_ref           (JwtKey        *self);
void         jwt_key_unref         (JwtKey        *self);
GBytes      *jwt_key_get_secret    (JwtKey        *self);
gsize        jwt_key_get_size      (JwtKey        *self);
GBytes      *jwt_key_get_source    (JwtKey        *self);
JwtEncoding  jwt_key_get_encoding  (JwtKey        *self);
gboolean     jwt_key_check         (JwtKey        *self,
                                    JwtAlgorithm   algorithm,
                                    GError       **error);
gboolean     jwt_key_is_weak       (JwtKey        *self,
                                    JwtAlgorithm   algorithm);
GBytes      *jwt_key_sign          (JwtKey        *self,
                                    JwtAlgorithm   algorithm,
                                    gconstpointer  data,
                                    gsize          size,
                                    GError       **error);
gboolean     jwt_key_verify        (JwtKey        *self,
                                    JwtAlgorithm   algorithm,
                                    gconstpointer  data,
                                    gsize          size,
                                    GBytes        *signature,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtKey, jwt_key_unref)

G_END_DECLS
