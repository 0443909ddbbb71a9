/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-error.h"
#include "core/base/jwt-json.h"
#include "core/judge/jwt-policy.h"

G_BEGIN_DECLS

#define JWT_TYPE_SIGNER (jwt_signer_get_type ())

/* Properties: policy (JwtPolicy, construct only: its algorithm and key sign),
 * header and payload (JSON texts), token (read-only: the signed token, or,
 * where it cannot be signed, `header.payload.` with an empty signature, or NULL
 * where the texts are no JSON objects), problem (GError, nullable, read-only).
 * Setting a text, or a notify of the policy's, signs again. */
G_DECLARE_FINAL_TYPE (JwtSigner, jwt_signer, JWT, SIGNER, GObject)

JwtSigner    *jwt_signer_new         (JwtPolicy     *policy);
void          jwt_signer_set_texts   (JwtSigner     *self,
                                      const char    *header,
                                      const char    *payload);
const char   *jwt_signer_get_header  (JwtSigner     *self);
const char   *jwt_signer_get_payload (JwtSigner     *self);
const char   *jwt_signer_get_token   (JwtSigner     *self);
const GError *jwt_signer_get_problem (JwtSigner     *self);
GBytes       *jwt_sign_texts         (GBytes        *header,
                                      GBytes        *payload,
                                      JwtAlgorithm   algorithm,
                                      JwtKey        *key,
                                      GError       **error);
GBytes       *jwt_join_unsigned      (GBytes        *header,
                                      GBytes        *payload,
                                      GError       **error);
GBytes       *jwt_compact_text       (GBytes        *text,
                                      JwtPart        part,
                                      GError       **error);

G_END_DECLS
