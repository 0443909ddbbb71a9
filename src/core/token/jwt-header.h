/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-json.h"

G_BEGIN_DECLS

GError   *jwt_header_check_algorithm (JwtJson *header);
GError   *jwt_header_check_critical  (JwtJson *header);
gboolean  jwt_header_is_unsecured    (JwtJson *header);
gboolean  jwt_header_is_registered   (const char *algorithm);

G_END_DECLS
