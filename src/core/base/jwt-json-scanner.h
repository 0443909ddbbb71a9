/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/base/jwt-error.h"
#include "core/base/jwt-json.h"

G_BEGIN_DECLS

/* What the scanner tells while it walks over a text. */
typedef enum
{
  JWT_JSON_EVENT_BEGIN,
  JWT_JSON_EVENT_END,
  JWT_JSON_EVENT_NAME,
  JWT_JSON_EVENT_VALUE,
  JWT_JSON_EVENT_COLON,
  JWT_JSON_EVENT_COMMA,
} JwtJsonEvent;

/* depth counts the containers around the span, itself not included. */
typedef void (*JwtJsonEventFunc) (JwtJsonEvent       event,
                                  const JwtJsonSpan *span,
                                  guint              depth,
                                  gpointer           user_data);

gboolean jwt_json_scan          (const char        *text,
                                 gsize              length,
                                 JwtJsonEventFunc   func,
                                 gpointer           user_data,
                                 GError           **error);
void     jwt_json_locate        (const char        *text,
                                 gsize              offset,
                                 JwtErrorDetail    *detail);
gunichar jwt_json_next_char     (const char       **at,
                                 const char        *end);
int      jwt_json_compare_names (const char        *text,
                                 const JwtJsonSpan *one,
                                 const JwtJsonSpan *other);

G_END_DECLS
