/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-paste.h"

G_BEGIN_DECLS

/* A token-shaped run inside another text, noise included. */
typedef struct
{
  gsize      start;
  gsize      end;
  JwtRemoved context;
} JwtPasteRun;

GArray     *jwt_paste_search       (const char *text,
                                    gsize       length);
JwtRemoved  jwt_paste_look_at      (const char *text,
                                    gsize       length,
                                    gsize       at,
                                    gsize      *size);
char        jwt_paste_read_percent (const char *text,
                                    gsize       length,
                                    gsize       at);
gboolean    jwt_paste_is_token_char (char       character);

G_END_DECLS
