/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-verdict.h"

G_BEGIN_DECLS

#define JUDGING_HS256 "{\"alg\":\"HS256\"}"

/* A policy for the second 1000, and what is thought of a token by it. Checks are
 * one character each in their order ("+" passed, "x" failed, "." not checked),
 * reasons the names of their codes. */
JwtPolicy  *judging_new_policy   (const char *secret);
JwtVerdict *judging_read         (const char *text,
                                  JwtPolicy  *policy);
JwtVerdict *judging_sign         (const char *header,
                                  const char *payload,
                                  JwtPolicy  *policy);
void        judging_assert_sound (JwtVerdict *verdict);
void        judging_assert       (JwtVerdict *verdict,
                                  JwtResult   result,
                                  const char *checks,
                                  const char *reasons);

G_END_DECLS
