/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-hint.h"
#include "core/jwt-decoder.h"
#include "core/jwt-signer.h"

G_BEGIN_DECLS

/* Which side the token comes from, and whether it follows. */
typedef enum
{
  JWT_OWNER_NOBODY,      /* there is no token */
  JWT_OWNER_PASTED,      /* the token's own text; a key only checks it */
  JWT_OWNER_SIGNED,      /* the JSON texts, signed here */
  JWT_OWNER_DRAFT,       /* the JSON texts, edited and not signed */
  JWT_OWNER_NOT_UPDATED, /* the JSON texts, which are no JSON objects now */
} JwtOwner;

/* The one line that sums everything up; the first that holds. */
typedef enum
{
  JWT_SUMMARY_EMPTY,
  JWT_SUMMARY_MALFORMED,
  JWT_SUMMARY_INVALID_HEADER,
  JWT_SUMMARY_INVALID_PAYLOAD,
  JWT_SUMMARY_UNSECURED,
  JWT_SUMMARY_DRAFT,
  JWT_SUMMARY_WRONG_ALGORITHM,
  JWT_SUMMARY_NOT_CHECKED,
  JWT_SUMMARY_SIGNATURE_MISMATCH,
  JWT_SUMMARY_EXPIRED,
  JWT_SUMMARY_NOT_YET_VALID,
  JWT_SUMMARY_NEVER_VALID,
  JWT_SUMMARY_WRONG_ISSUER,
  JWT_SUMMARY_WRONG_AUDIENCE,
  JWT_SUMMARY_REJECTED, /* another reason, see jwt_workbench_get_problem() */
  JWT_SUMMARY_UNSAFE_SECRET,
  JWT_SUMMARY_SIGNED,
  JWT_SUMMARY_VERIFIED,
} JwtSummary;

typedef enum
{
  JWT_TEMPLATE_ACCESS_TOKEN,
  JWT_TEMPLATE_ID_TOKEN,
  JWT_TEMPLATE_SESSION,
  JWT_TEMPLATE_SERVICE,
  JWT_TEMPLATE_MINIMAL,
  JWT_TEMPLATE_EMPTY,
} JwtTemplate;

#define JWT_TYPE_WORKBENCH (jwt_workbench_get_type ())

/* Properties, all read-only but for policy's own: policy (JwtPolicy), token-text,
 * header-text, payload-text (strings, nullable: what each editor shows), owner
 * (JwtOwner), summary (JwtSummary), token (JwtToken, nullable), verdict
 * (JwtVerdict, nullable), problem (GError, nullable: what the summary is about),
 * key-problem (GError, nullable), can-revert, can-copy, busy, can-open-inner
 * (booleans), n-tokens and token-index (of the text that was pasted).
 * Signal changed: once after each evaluation, when all properties agree. */
G_DECLARE_FINAL_TYPE (JwtWorkbench, jwt_workbench, JWT, WORKBENCH, GObject)

JwtWorkbench *jwt_workbench_new              (void);
JwtPolicy    *jwt_workbench_get_policy       (JwtWorkbench  *self);
const char   *jwt_workbench_get_token_text   (JwtWorkbench  *self);
const char   *jwt_workbench_get_header_text  (JwtWorkbench  *self);
const char   *jwt_workbench_get_payload_text (JwtWorkbench  *self);
JwtOwner      jwt_workbench_get_owner        (JwtWorkbench  *self);
JwtSummary    jwt_workbench_get_summary      (JwtWorkbench  *self);
JwtPaste     *jwt_workbench_get_paste        (JwtWorkbench  *self);
JwtToken     *jwt_workbench_get_token        (JwtWorkbench  *self);
JwtVerdict   *jwt_workbench_get_verdict      (JwtWorkbench  *self);
const GError *jwt_workbench_get_problem      (JwtWorkbench  *self);
const JwtHint *jwt_workbench_get_hint        (JwtWorkbench  *self);
const GError *jwt_workbench_get_key_problem  (JwtWorkbench  *self);
gboolean      jwt_workbench_get_can_revert   (JwtWorkbench  *self);
gboolean      jwt_workbench_get_can_copy     (JwtWorkbench  *self);
gboolean      jwt_workbench_is_changed       (JwtWorkbench  *self,
                                              JwtPart        part);
guint         jwt_workbench_get_n_tokens     (JwtWorkbench  *self);
guint         jwt_workbench_get_token_index  (JwtWorkbench  *self);
gboolean      jwt_workbench_get_can_open_inner (JwtWorkbench *self);
gboolean      jwt_workbench_get_busy         (JwtWorkbench  *self);
void          jwt_workbench_edit_token       (JwtWorkbench  *self,
                                              const char    *text);
void          jwt_workbench_edit_header      (JwtWorkbench  *self,
                                              const char    *text);
void          jwt_workbench_edit_payload     (JwtWorkbench  *self,
                                              const char    *text);
JwtRemoved    jwt_workbench_paste            (JwtWorkbench  *self,
                                              const char    *text);
void          jwt_workbench_step             (JwtWorkbench  *self,
                                              guint          index);
void          jwt_workbench_open_inner       (JwtWorkbench  *self);
void          jwt_workbench_clear            (JwtWorkbench  *self);
void          jwt_workbench_revert           (JwtWorkbench  *self);
void          jwt_workbench_open_template    (JwtWorkbench  *self,
                                              JwtTemplate    which);
gboolean      jwt_workbench_extend           (JwtWorkbench  *self,
                                              guint          seconds);
void          jwt_workbench_set_key_text     (JwtWorkbench  *self,
                                              const char    *text,
                                              JwtEncoding    encoding);
void          jwt_workbench_set_time         (JwtWorkbench  *self,
                                              gint64         seconds);
gboolean      jwt_workbench_needs_clock      (JwtWorkbench  *self);

G_END_DECLS
