/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-verdict.h"
#include "core/token/jwt-paste.h"

G_BEGIN_DECLS

/* Above this many bytes a text is read in a thread, so that the window stays
 * live. */
#define JWT_DECODER_THREAD_SIZE (256 * 1024)

#define JWT_TYPE_DECODER (jwt_decoder_get_type ())

/* Properties: policy (JwtPolicy, construct only), text (what was pasted or
 * typed), and read-only: paste (JwtPaste), token (JwtToken), verdict
 * (JwtVerdict) — all NULL for an empty text — and busy. A new text keeps the
 * last answers while busy; a notify of the policy's judges again without
 * parsing. */
G_DECLARE_FINAL_TYPE (JwtDecoder, jwt_decoder, JWT, DECODER, GObject)

JwtDecoder *jwt_decoder_new         (JwtPolicy  *policy);
const char *jwt_decoder_get_text    (JwtDecoder *self);
void        jwt_decoder_set_text    (JwtDecoder *self,
                                     const char *text);
JwtPaste   *jwt_decoder_get_paste   (JwtDecoder *self);
JwtToken   *jwt_decoder_get_token   (JwtDecoder *self);
JwtVerdict *jwt_decoder_get_verdict (JwtDecoder *self);
gboolean    jwt_decoder_get_busy    (JwtDecoder *self);

G_END_DECLS
