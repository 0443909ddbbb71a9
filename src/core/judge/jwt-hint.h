/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-policy.h"
#include "core/token/jwt-token.h"

G_BEGIN_DECLS

/* In what way a key would verify a token that it does not verify. */
typedef enum
{
  JWT_HINT_ENCODING,           /* read in another encoding */
  JWT_HINT_LENIENT_BASE64,     /* read as Base64, alphabet and padding aside */
  JWT_HINT_WITHOUT_LINE_BREAK, /* without the white space at its ends */
  JWT_HINT_WITH_LINE_BREAK,    /* with a line break at its end */
  JWT_HINT_ALGORITHM,          /* with the algorithm that the token names */
} JwtHintKind;

typedef struct
{
  JwtHintKind  kind;
  JwtEncoding  encoding;  /* for JWT_HINT_ENCODING */
  JwtAlgorithm algorithm; /* for JWT_HINT_ALGORITHM */
} JwtHint;

GArray     *jwt_hint_list     (JwtToken    *token,
                               JwtPolicy   *policy);
const char *jwt_hint_get_name (JwtHintKind  kind);

G_END_DECLS
