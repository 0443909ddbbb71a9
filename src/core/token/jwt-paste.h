/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What stood around a token, or in it, and was taken away to read it. */
typedef enum
{
  JWT_REMOVED_NOTHING          = 0,
  JWT_REMOVED_WHITESPACE       = 1 << 0,
  JWT_REMOVED_LINE_BREAKS      = 1 << 1,
  JWT_REMOVED_AUTHORIZATION    = 1 << 2,
  JWT_REMOVED_BEARER_PREFIX    = 1 << 3,
  JWT_REMOVED_QUOTES           = 1 << 4,
  JWT_REMOVED_INVISIBLE        = 1 << 5,
  JWT_REMOVED_PERCENT_ENCODING = 1 << 6,
  JWT_REMOVED_JSON             = 1 << 7,
  JWT_REMOVED_COOKIE           = 1 << 8,
  JWT_REMOVED_URL              = 1 << 9,
  JWT_REMOVED_CURL             = 1 << 10,
  JWT_REMOVED_HTTP             = 1 << 11,
  JWT_REMOVED_TEXT             = 1 << 12,
} JwtRemoved;

#define JWT_TYPE_PASTE (jwt_paste_get_type ())

typedef struct _JwtPaste JwtPaste;

GType        jwt_paste_get_type          (void) G_GNUC_CONST;
JwtPaste    *jwt_paste_new               (const char *text,
                                          gsize       length);
JwtPaste    *jwt_paste_new_at            (const char *text,
                                          gsize       length,
                                          guint       index);
JwtPaste    *jwt_paste_new_strict        (const char *text,
                                          gsize       length);
JwtPaste    *jwt_paste_ref               (JwtPaste   *self);
void         jwt_paste_unref             (JwtPaste   *self);
GBytes      *jwt_paste_get_token         (JwtPaste   *self);
guint        jwt_paste_get_n_tokens      (JwtPaste   *self);
guint        jwt_paste_get_index         (JwtPaste   *self);
JwtRemoved   jwt_paste_get_removed       (JwtPaste   *self);
gsize        jwt_paste_get_source_offset (JwtPaste   *self,
                                          gsize       token_offset);
const char  *jwt_removed_get_name        (JwtRemoved  one);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtPaste, jwt_paste_unref)

G_END_DECLS
