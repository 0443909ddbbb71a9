/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-json.h"

G_BEGIN_DECLS

/* What a JWS JSON serialization says, of its first signature; texts are
 * Base64URL as they stand, NULL where there is none. */
typedef struct
{
  char     *header;       /* the protected one */
  char     *payload;
  char     *signature;
  guint     n_signatures;
  gboolean  unprotected;  /* whether there is a header beside the protected
                             one */
} JwtSerialization;

JwtSerialization *jwt_serialization_read (JwtJson          *json);
char             *jwt_serialization_dup_text (JwtJson           *json,
                                              const JwtJsonSpan *span);
void              jwt_serialization_free (JwtSerialization *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtSerialization, jwt_serialization_free)

G_END_DECLS
