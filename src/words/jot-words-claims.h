/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "words/jot-words.h"

G_BEGIN_DECLS

/* Fills a claim's sentence, caption and tooltip. */
typedef void (*JotDescribeFunc) (JotClaim          *claim,
                                 JwtClaims         *claims,
                                 const JwtJsonSpan *value,
                                 gint64             now);

void jot_words_describe_exp    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_nbf    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_iat    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_iss    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_aud    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_sub    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_scope  (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_jti    (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);
void jot_words_describe_custom (JotClaim          *claim,
                                JwtClaims         *claims,
                                const JwtJsonSpan *value,
                                gint64             now);

G_END_DECLS
