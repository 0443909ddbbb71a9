/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-hint.h"
#include "core/jwt-workbench.h"
#include "core/secret/jwt-export.h"

G_BEGIN_DECLS

/* One claim as a person reads it; free with jot_claim_free(). */
typedef struct
{
  char *name;     /* fit to be shown */
  char *sentence; /* "Expires in 14 min" */
  char *caption;  /* "3 June 2026 17:00 local", or NULL */
  char *tooltip;  /* UTC and the raw number, or NULL */
  char *value;    /* the literal as the token wrote it, a string unquoted */
  gboolean alarming; /* bad news, which shows whether proven or not */
} JotClaim;

void   jot_claim_free            (JotClaim        *claim);

char  *jot_words_error           (const GError    *error);
char  *jot_words_removed         (JwtRemoved       removed);
char  *jot_words_paste           (JwtPaste        *paste);
char  *jot_words_duration        (gint64           seconds);
char  *jot_words_time            (gint64           seconds);
char  *jot_words_time_utc        (gint64           seconds);
char  *jot_words_size            (gsize            bytes);
char  *jot_words_summary_title   (JwtWorkbench    *workbench);
char  *jot_words_summary         (JwtWorkbench    *workbench);
char  *jot_words_check           (JwtWorkbench    *workbench,
                                  JwtCheck         check);
char  *jot_words_check_detail    (JwtVerdict      *verdict,
                                  JwtCheck         check);
char  *jot_words_owner           (JwtOwner         owner);
char  *jot_words_key_hint        (const char      *text,
                                  JwtKey          *key,
                                  const GError    *problem,
                                  JwtAlgorithm     algorithm);
char  *jot_words_kind            (JwtToken        *token);
char  *jot_words_hint            (const JwtHint   *hint,
                                  JwtKey          *key);
char  *jot_words_secret_facts    (gsize            bytes,
                                  JwtAlgorithm     algorithm);
GPtrArray *jot_words_claims      (JwtClaims       *claims,
                                  gint64           now);
void   jot_words_add_disclosures (GPtrArray       *claims,
                                  JwtToken        *token);
char  *jot_words_lifetime        (JwtClaims       *claims);
char  *jot_words_lifetime_left   (JwtClaims       *claims,
                                  gint64           now,
                                  double          *fraction);
const char *jot_words_encoding   (JwtEncoding      encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JotClaim, jot_claim_free)

G_END_DECLS
