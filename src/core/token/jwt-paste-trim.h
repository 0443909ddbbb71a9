/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/token/jwt-paste.h"

G_BEGIN_DECLS

/* A text and the part of it that may be a token. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       start;
  gsize       end;
  JwtRemoved  removed;
  gboolean    spaced; /* whether there is a space inside */
} JwtPasteText;

void jwt_paste_trim (JwtPasteText *source);

G_END_DECLS
