/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-error.h"
#include "core/base/jwt-json.h"
#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

/* The longest token that is read, and so the longest that is signed: no text
 * is larger, whichever side it comes from. */
#define JWT_TOKEN_MAX_SIZE JWT_JSON_MAX_SIZE

typedef enum
{
  JWT_FORM_MALFORMED,
  JWT_FORM_SIGNED,
  JWT_FORM_UNSECURED,
  JWT_FORM_ENCRYPTED,
  JWT_FORM_JSON_SERIALIZATION,
  JWT_FORM_SD_JWT,
} JwtForm;

#define JWT_TYPE_TOKEN (jwt_token_get_type ())

typedef struct _JwtToken JwtToken;

GType         jwt_token_get_type           (void) G_GNUC_CONST;
JwtToken     *jwt_token_new                (GBytes     *text);
JwtToken     *jwt_token_ref                (JwtToken   *self);
void          jwt_token_unref              (JwtToken   *self);
GBytes       *jwt_token_get_text           (JwtToken   *self);
JwtForm       jwt_token_get_form           (JwtToken   *self);
guint         jwt_token_get_n_parts        (JwtToken   *self);
gboolean      jwt_token_get_part           (JwtToken   *self,
                                            JwtPart     part,
                                            gsize      *start,
                                            gsize      *length);
gsize         jwt_token_get_signed_length  (JwtToken   *self);
JwtJson      *jwt_token_get_header         (JwtToken   *self);
JwtJson      *jwt_token_get_payload        (JwtToken   *self);
GBytes       *jwt_token_get_payload_bytes  (JwtToken   *self);
GBytes       *jwt_token_get_signature      (JwtToken   *self);
const char   *jwt_token_get_algorithm_name (JwtToken   *self);
JwtAlgorithm  jwt_token_get_algorithm      (JwtToken   *self);
const GError *jwt_token_get_problem        (JwtToken   *self);
const GError *jwt_token_get_part_problem   (JwtToken   *self,
                                            JwtPart     part);
const GError *jwt_token_get_algorithm_problem (JwtToken *self);
const GError *jwt_token_get_critical_problem (JwtToken *self);
gboolean      jwt_token_has_claims         (JwtToken   *self);
const char   *jwt_form_get_name            (JwtForm     form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtToken, jwt_token_unref)

G_END_DECLS
