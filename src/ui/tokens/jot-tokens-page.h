/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

#define JOT_TYPE_TOKENS_PAGE (jot_tokens_page_get_type ())

/* The page that reads, verifies and signs tokens, and the actions page.*.
 * Property: workbench (JwtWorkbench, read-only). */
G_DECLARE_FINAL_TYPE (JotTokensPage, jot_tokens_page, JOT, TOKENS_PAGE, AdwBin)

GtkWidget    *jot_tokens_page_new           (void);
JwtWorkbench *jot_tokens_page_get_workbench (JotTokensPage *self);
void          jot_tokens_page_paste_text    (JotTokensPage *self,
                                             const char    *text);
void          jot_tokens_page_take_secret   (JotTokensPage *self,
                                             GBytes        *secret_text,
                                             JwtEncoding    encoding,
                                             JwtAlgorithm   algorithm);

G_END_DECLS
