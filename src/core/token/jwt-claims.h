/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-error.h"
#include "core/base/jwt-json.h"

G_BEGIN_DECLS

typedef enum
{
  JWT_CLAIM_ABSENT,
  JWT_CLAIM_VALID,
  JWT_CLAIM_INVALID,
} JwtClaimState;

/* A NumericDate (RFC 7519 §2), read from its text without a rounding. */
typedef struct
{
  JwtClaimState state;
  gint64        seconds;      /* since the Unix epoch, rounded down */
  gboolean      fraction;     /* whether a fraction was left off */
  gboolean      milliseconds; /* whether it looks like milliseconds */
  GError       *problem;      /* set where state is JWT_CLAIM_INVALID */
} JwtNumericDate;

/* Where "now" stands between nbf and exp. */
typedef enum
{
  JWT_LIFETIME_UNLIMITED,
  JWT_LIFETIME_RUNNING,
  JWT_LIFETIME_EXPIRED,
  JWT_LIFETIME_NOT_YET_VALID,
  JWT_LIFETIME_NEVER_VALID,
  JWT_LIFETIME_UNREADABLE,
} JwtLifetime;

#define JWT_TYPE_CLAIMS (jwt_claims_get_type ())

typedef struct _JwtClaims JwtClaims;

GType                 jwt_claims_get_type     (void) G_GNUC_CONST;
JwtClaims            *jwt_claims_new          (JwtJson        *payload);
JwtClaims            *jwt_claims_ref          (JwtClaims      *self);
void                  jwt_claims_unref        (JwtClaims      *self);
JwtJson              *jwt_claims_get_json     (JwtClaims      *self);
const JwtNumericDate *jwt_claims_get_date     (JwtClaims      *self,
                                               const char     *name);
JwtLifetime           jwt_claims_get_lifetime (JwtClaims      *self,
                                               gint64          now,
                                               guint           leeway);
gboolean              jwt_claims_is_expired   (JwtClaims      *self,
                                               gint64          now,
                                               guint           leeway);
gboolean              jwt_claims_is_early     (JwtClaims      *self,
                                               gint64          now,
                                               guint           leeway);
JwtClaimState         jwt_claims_match_issuer (JwtClaims      *self,
                                               const char     *issuer,
                                               GError        **error);
JwtClaimState         jwt_claims_match_audience (JwtClaims    *self,
                                               const char     *audience,
                                               GError        **error);
GError               *jwt_claims_check_type   (JwtClaims      *self,
                                               const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtClaims, jwt_claims_unref)

G_END_DECLS
