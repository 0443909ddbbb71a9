/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-encoding.h"
#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

typedef enum
{
  JWT_EXPORT_PLAIN,
  JWT_EXPORT_ENV,
  JWT_EXPORT_JWK,
  JWT_EXPORT_KUBERNETES,
  JWT_EXPORT_SHELL,
} JwtExportFormat;

const char *jwt_export_format_get_name  (JwtExportFormat   format);
gboolean    jwt_export_format_from_name (const char       *name,
                                         JwtExportFormat  *format);
gboolean    jwt_export_name_is_valid    (JwtExportFormat   format,
                                         const char       *name);
GBytes     *jwt_export_secret           (JwtExportFormat   format,
                                         GBytes           *secret,
                                         JwtEncoding       encoding,
                                         JwtAlgorithm      algorithm,
                                         const char       *name);

G_END_DECLS
