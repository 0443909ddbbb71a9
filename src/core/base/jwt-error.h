/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JWT_ERROR (jwt_error_quark ())

/* One code for each thing that can be wrong; jwt_error_get_name() gives the
 * stable name that scripts see. */
typedef enum
{
  JWT_ERROR_PARTS,
  JWT_ERROR_BASE64URL,
  JWT_ERROR_NON_CANONICAL,
  JWT_ERROR_WHITESPACE,
  JWT_ERROR_INVISIBLE_CHARACTER,
  JWT_ERROR_NOT_UTF8,
  JWT_ERROR_NOT_JSON,
  JWT_ERROR_NOT_OBJECT,
  JWT_ERROR_DUPLICATE_MEMBER,
  JWT_ERROR_TOO_DEEP,
  JWT_ERROR_TOO_LARGE,
  JWT_ERROR_ALG_MISSING,
  JWT_ERROR_ALG_TYPE,
  JWT_ERROR_ALG_UNKNOWN,
  JWT_ERROR_ALG_MISMATCH,
  JWT_ERROR_UNSECURED,
  JWT_ERROR_ENCRYPTED,
  JWT_ERROR_JSON_SERIALIZATION,
  JWT_ERROR_SD_JWT,
  JWT_ERROR_UNENCODED_PAYLOAD,
  JWT_ERROR_CRIT,
  JWT_ERROR_SIGNATURE_LENGTH,
  JWT_ERROR_SIGNATURE_MISMATCH,
  JWT_ERROR_KEY_EMPTY,
  JWT_ERROR_KEY_FAMILY,
  JWT_ERROR_KEY_MALFORMED,
  JWT_ERROR_KEY_WEAK,
  JWT_ERROR_EXPIRED,
  JWT_ERROR_NOT_YET_VALID,
  JWT_ERROR_NEVER_VALID,
  JWT_ERROR_CLAIM_TYPE,
  JWT_ERROR_CLAIM_RANGE,
  JWT_ERROR_CLAIM_MISSING,
  JWT_ERROR_ISSUER_MISMATCH,
  JWT_ERROR_AUDIENCE_MISMATCH,
  JWT_ERROR_ALGORITHM_DISABLED,
  JWT_ERROR_RANDOM_UNAVAILABLE,
} JwtError;

/* The text that an offset counts in. */
typedef enum
{
  JWT_PART_TOKEN,
  JWT_PART_HEADER,
  JWT_PART_PAYLOAD,
  JWT_PART_SIGNATURE,
  JWT_PART_KEY,
} JwtPart;

/* What exactly broke RFC 8259's grammar, under JWT_ERROR_NOT_JSON. */
typedef enum
{
  JWT_SYNTAX_NONE,
  JWT_SYNTAX_EMPTY,
  JWT_SYNTAX_BYTE_ORDER_MARK,
  JWT_SYNTAX_VALUE_EXPECTED,
  JWT_SYNTAX_NAME_EXPECTED,
  JWT_SYNTAX_COLON_EXPECTED,
  JWT_SYNTAX_COMMA_EXPECTED,
  JWT_SYNTAX_TRAILING_COMMA,
  JWT_SYNTAX_TRAILING_TEXT,
  JWT_SYNTAX_UNEXPECTED_END,
  JWT_SYNTAX_UNTERMINATED_STRING,
  JWT_SYNTAX_SINGLE_QUOTE,
  JWT_SYNTAX_CONTROL_CHARACTER,
  JWT_SYNTAX_ESCAPE,
  JWT_SYNTAX_NUMBER,
  JWT_SYNTAX_LEADING_ZERO,
  JWT_SYNTAX_COMMENT,
} JwtSyntax;

/* Where a fault is and what it is about; fields that say nothing are 0. */
typedef struct
{
  JwtPart    part;
  gboolean   in_token;  /* offset counts in the token's text, not in the part's
                           decoded text */
  gsize      offset;    /* in bytes, from 0 */
  guint      line;      /* from 1; 0 where the text has no lines */
  guint      column;    /* in characters, from 1 */
  gunichar   character; /* the one that is not allowed there */
  JwtSyntax  syntax;
  guint64    found;     /* a count: parts, bytes, characters or seconds */
  guint64    needed;
  char      *name;      /* the member, claim or parameter concerned */
  char      *actual;    /* what the token has, fit to be shown */
  char      *expected;  /* what the policy wants */
} JwtErrorDetail;

GQuark                jwt_error_quark      (void);
const char           *jwt_error_get_name   (JwtError              code);
const char           *jwt_part_get_name    (JwtPart               part);
GError               *jwt_error_new        (JwtError              code,
                                            const JwtErrorDetail *detail);
void                  jwt_set_error        (GError              **error,
                                            JwtError              code,
                                            const JwtErrorDetail *detail);
const JwtErrorDetail *jwt_error_get_detail (const GError         *error);
JwtErrorDetail       *jwt_error_edit_detail (GError              *error);

G_END_DECLS
