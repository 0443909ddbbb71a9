/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* RFC 8259 §9 lets a reader set these; they keep hostile text harmless. */
#define JWT_JSON_MAX_DEPTH 128
#define JWT_JSON_MAX_SIZE  (16 * 1024 * 1024)

typedef enum
{
  JWT_JSON_NULL,
  JWT_JSON_FALSE,
  JWT_JSON_TRUE,
  JWT_JSON_NUMBER,
  JWT_JSON_STRING,
  JWT_JSON_ARRAY,
  JWT_JSON_OBJECT,
} JwtJsonType;

/* A value's place in the text: bytes from start up to, not including, end. */
typedef struct
{
  JwtJsonType type;
  guint32     start;
  guint32     end;
} JwtJsonSpan;

typedef struct
{
  JwtJsonSpan name;  /* with its quotation marks */
  JwtJsonSpan value;
} JwtJsonMember;

/* What a lexical token is, for whoever colours the text. */
typedef enum
{
  JWT_JSON_TOKEN_PUNCTUATION,
  JWT_JSON_TOKEN_NAME,
  JWT_JSON_TOKEN_STRING,
  JWT_JSON_TOKEN_NUMBER,
  JWT_JSON_TOKEN_LITERAL,
} JwtJsonToken;

typedef void (*JwtJsonTokenFunc) (JwtJsonToken kind,
                                  gsize        start,
                                  gsize        end,
                                  gpointer     user_data);

#define JWT_TYPE_JSON (jwt_json_get_type ())

typedef struct _JwtJson JwtJson;

GType                jwt_json_get_type     (void) G_GNUC_CONST;
JwtJson             *jwt_json_new          (GBytes             *text);
JwtJson             *jwt_json_ref          (JwtJson            *self);
void                 jwt_json_unref        (JwtJson            *self);
GBytes              *jwt_json_get_text     (JwtJson            *self);
const GError        *jwt_json_get_problem  (JwtJson            *self);
gboolean             jwt_json_is_grammatical (JwtJson          *self);
gboolean             jwt_json_is_object    (JwtJson            *self);
JwtJsonSpan          jwt_json_get_root     (JwtJson            *self);
const JwtJsonMember *jwt_json_get_members  (JwtJson            *self,
                                            guint              *n_members);
const JwtJsonSpan   *jwt_json_find         (JwtJson            *self,
                                            const char         *name);
GArray              *jwt_json_list_members (JwtJson            *self,
                                            const JwtJsonSpan  *object);
GArray              *jwt_json_list_elements (JwtJson           *self,
                                            const JwtJsonSpan  *array);
char                *jwt_json_dup_literal  (JwtJson            *self,
                                            const JwtJsonSpan  *span);
char                *jwt_json_dup_string   (JwtJson            *self,
                                            const JwtJsonSpan  *span,
                                            gsize              *length);
char                *jwt_json_dup_display  (JwtJson            *self,
                                            const JwtJsonSpan  *span);
gboolean             jwt_json_string_equals (JwtJson           *self,
                                            const JwtJsonSpan  *span,
                                            const char         *text,
                                            gsize               length);
char                *jwt_json_indent       (JwtJson            *self);
GBytes              *jwt_json_compact      (JwtJson            *self);
char                *jwt_json_set_member   (JwtJson            *self,
                                            const char         *name,
                                            const char         *literal);
void                 jwt_json_foreach_token (const char        *text,
                                            gsize               length,
                                            JwtJsonTokenFunc    func,
                                            gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JwtJson, jwt_json_unref)

G_END_DECLS
