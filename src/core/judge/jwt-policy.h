/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/keys/jwt-key.h"

G_BEGIN_DECLS

#define JWT_POLICY_DEFAULT_LEEWAY 30
#define JWT_POLICY_MAX_LEEWAY     600

#define JWT_TYPE_POLICY (jwt_policy_get_type ())

/* Properties: algorithm (JwtAlgorithm), key (JwtKey, nullable), issuer and
 * audience (nullable; an empty text is the same as none), leeway (seconds),
 * time (seconds since the epoch), required (names of claims, nullable). */
G_DECLARE_FINAL_TYPE (JwtPolicy, jwt_policy, JWT, POLICY, GObject)

JwtPolicy          *jwt_policy_new           (JwtAlgorithm        algorithm);
JwtPolicy          *jwt_policy_copy          (JwtPolicy          *self);
JwtAlgorithm        jwt_policy_get_algorithm (JwtPolicy          *self);
void                jwt_policy_set_algorithm (JwtPolicy          *self,
                                              JwtAlgorithm        algorithm);
JwtKey             *jwt_policy_get_key       (JwtPolicy          *self);
void                jwt_policy_set_key       (JwtPolicy          *self,
                                              JwtKey             *key);
const char         *jwt_policy_get_issuer    (JwtPolicy          *self);
void                jwt_policy_set_issuer    (JwtPolicy          *self,
                                              const char         *issuer);
const char         *jwt_policy_get_audience  (JwtPolicy          *self);
void                jwt_policy_set_audience  (JwtPolicy          *self,
                                              const char         *audience);
guint               jwt_policy_get_leeway    (JwtPolicy          *self);
void                jwt_policy_set_leeway    (JwtPolicy          *self,
                                              guint               leeway);
gint64              jwt_policy_get_time      (JwtPolicy          *self);
void                jwt_policy_set_time      (JwtPolicy          *self,
                                              gint64              time);
const char * const *jwt_policy_get_required  (JwtPolicy          *self);
void                jwt_policy_set_required  (JwtPolicy          *self,
                                              const char * const *required);

G_END_DECLS
