/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-claims.h"

G_BEGIN_DECLS

void   jwt_numeric_date_read    (JwtJson              *payload,
                                 const char           *name,
                                 JwtNumericDate       *date);
gint64 jwt_numeric_date_ceiling (const JwtNumericDate *date);
gint64 jwt_numeric_date_add     (gint64                seconds,
                                 gint64                more);

G_END_DECLS
