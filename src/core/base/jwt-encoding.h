/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How bytes are written as text. */
typedef enum
{
  JWT_ENCODING_TEXT,
  JWT_ENCODING_BASE64URL,
  JWT_ENCODING_BASE64,
  JWT_ENCODING_HEX,
} JwtEncoding;

#define JWT_N_ENCODINGS 4

const char *jwt_encoding_get_name  (JwtEncoding    encoding);
gboolean    jwt_encoding_from_name (const char    *name,
                                    JwtEncoding   *encoding);
GBytes     *jwt_encoding_encode    (JwtEncoding    encoding,
                                    gconstpointer  data,
                                    gsize          size);
GBytes     *jwt_encoding_decode    (JwtEncoding    encoding,
                                    const char    *text,
                                    gsize          length,
                                    GError       **error);

G_END_DECLS
