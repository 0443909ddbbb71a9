/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-paste.h"

G_BEGIN_DECLS

JwtRemoved jwt_paste_find_context (const char *text,
                                   gsize       length,
                                   gsize       at);

G_END_DECLS
