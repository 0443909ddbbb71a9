/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-policy.h"
#include "core/token/jwt-claims.h"
#include "core/token/jwt-token.h"

G_BEGIN_DECLS

typedef enum
{
  JWT_RESULT_UNCHECKED, /* nothing is wrong so far, and no key was given */
  JWT_RESULT_VERIFIED,
  JWT_RESULT_REJECTED,
  JWT_RESULT_MALFORMED,
} JwtResult;

/* In the order in which they are listed. */
typedef enum
{
  JWT_CHECK_SIGNATURE,
  JWT_CHECK_ALGORITHM,
  JWT_CHECK_EXPIRY,
  JWT_CHECK_NOT_BEFORE,
  JWT_CHECK_ISSUER,
  JWT_CHECK_AUDIENCE,
  JWT_CHECK_CRITICAL,
  JWT_CHECK_KEY,
} JwtCheck;

#define JWT_N_CHECKS 8

typedef enum
{
  JWT_CHECK_NOT_CHECKED,
  JWT_CHECK_PASSED,
  JWT_CHECK_FAILED,
} JwtCheckResult;

#define JWT_TYPE_VERDICT (jwt_verdict_get_type ())

typedef struct _JwtVerdict JwtVerdict;

GType           jwt_verdict_get_type         (void) G_GNUC_CONST;
JwtVerdict     *jwt_verdict_new              (JwtToken    *token,
                                              JwtPolicy   *policy);
JwtVerdict     *jwt_verdict_ref              (JwtVerdict  *self);
void            jwt_verdict_unref            (JwtVerdict  *self);
JwtResult       jwt_verdict_get_result       (JwtVerdict  *self);
JwtAlgorithm    jwt_verdict_get_algorithm    (JwtVerdict  *self);
gint64          jwt_verdict_get_time         (JwtVerdict  *self);
JwtCheckResult  jwt_verdict_get_check        (JwtVerdict  *self,
                                              JwtCheck     check);
const GError   *jwt_verdict_get_check_reason (JwtVerdict  *self,
                                              JwtCheck     check);
const GError   *jwt_verdict_get_reason       (JwtVerdict  *self,
                                              guint        index);
const GError   *jwt_verdict_find_reason      (JwtVerdict  *self,
                                              JwtError     code);
JwtClaims      *jwt_verdict_get_claims       (JwtVerdict  *self);
JwtLifetime     jwt_verdict_get_lifetime     (JwtVerdict  *self);
const char     *jwt_result_get_name          (JwtResult       result);
const char     *jwt_check_get_name           (JwtCheck        check);
const char     *jwt_check_result_get_name    (JwtCheckResult  result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtVerdict, jwt_verdict_unref)

G_END_DECLS
