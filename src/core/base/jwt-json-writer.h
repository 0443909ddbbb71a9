/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "core/base/jwt-json.h"

G_BEGIN_DECLS

/* Builds one JSON text of our own, member by member; raw values are embedded
 * as they stand, so that a token's literals come out unchanged. */
typedef struct _JwtJsonWriter JwtJsonWriter;

JwtJsonWriter *jwt_json_writer_new          (void);
void           jwt_json_writer_free         (JwtJsonWriter *self);
void           jwt_json_writer_begin_object (JwtJsonWriter *self,
                                             const char    *name);
void           jwt_json_writer_begin_array  (JwtJsonWriter *self,
                                             const char    *name);
void           jwt_json_writer_end          (JwtJsonWriter *self);
void           jwt_json_writer_add_string   (JwtJsonWriter *self,
                                             const char    *name,
                                             const char    *value);
void           jwt_json_writer_add_integer  (JwtJsonWriter *self,
                                             const char    *name,
                                             gint64         value);
void           jwt_json_writer_add_boolean  (JwtJsonWriter *self,
                                             const char    *name,
                                             gboolean       value);
void           jwt_json_writer_add_null     (JwtJsonWriter *self,
                                             const char    *name);
void           jwt_json_writer_add_json     (JwtJsonWriter *self,
                                             const char    *name,
                                             JwtJson       *json);
char          *jwt_json_writer_finish       (JwtJsonWriter *self);
char          *jwt_json_quote               (const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtJsonWriter, jwt_json_writer_free)

G_END_DECLS
