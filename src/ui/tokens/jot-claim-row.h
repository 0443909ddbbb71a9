/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "words/jot-words.h"

G_BEGIN_DECLS

#define JOT_TYPE_CLAIM_ROW (jot_claim_row_get_type ())

/* One claim in words, and a button that copies its value. */
G_DECLARE_FINAL_TYPE (JotClaimRow, jot_claim_row, JOT, CLAIM_ROW, GtkListBoxRow)

GtkWidget *jot_claim_row_new       (void);
void       jot_claim_row_set_claim (JotClaimRow    *self,
                                    const JotClaim *claim);

G_END_DECLS
