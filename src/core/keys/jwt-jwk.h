/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-json.h"

G_BEGIN_DECLS

/* A secret, and what it is for as far as its JWK says so. */
typedef struct
{
  GBytes   *secret;
  char     *alg; /* fit to be shown; NULL where nothing is said */
  char     *use; /* likewise */
  gboolean  may_sign;
  gboolean  may_verify;
} JwtJwk;

gboolean jwt_jwk_is_recognised (JwtJson  *json);
gboolean jwt_jwk_read          (JwtJwk   *jwk,
                                JwtJson  *json,
                                GError  **error);
void     jwt_jwk_clear         (JwtJwk   *jwk);

G_END_DECLS
