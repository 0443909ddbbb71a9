/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-token.h"

G_BEGIN_DECLS

GBytes *jwt_token_dup_inner (JwtToken *self);

G_END_DECLS
