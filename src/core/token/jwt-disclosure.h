/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-token.h"

G_BEGIN_DECLS

/* One disclosure of an SD-JWT; free with jwt_disclosure_free(). */
typedef struct
{
  char     *text;    /* as the token wrote it */
  char     *name;    /* the claim's name, fit to be shown; NULL for an array's
                        element, and where the text could not be read */
  JwtJson  *json;    /* the array that the text encodes, NULL where it could
                        not be read */
  gboolean  matched; /* whether the token, or another disclosure that matches,
                        holds its digest */
  GError   *problem; /* why it could not be read */
} JwtDisclosure;

void       jwt_disclosure_free      (JwtDisclosure *disclosure);
JwtJson   *jwt_disclosure_dup_value (JwtDisclosure *disclosure);
GPtrArray *jwt_disclosure_list      (JwtToken      *token);
gboolean   jwt_token_has_key_binding (JwtToken     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtDisclosure, jwt_disclosure_free)

G_END_DECLS
