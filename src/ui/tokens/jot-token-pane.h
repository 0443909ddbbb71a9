/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-place.h"
#include "ui/tokens/jot-pane.h"

G_BEGIN_DECLS

#define JOT_TYPE_TOKEN_PANE (jot_token_pane_get_type ())

/* The token's text, whose it is, and the legend of its parts. Signal: pasted
 * (text), where a paste replaces the whole token. */
G_DECLARE_FINAL_TYPE (JotTokenPane, jot_token_pane, JOT, TOKEN_PANE, JotPane)

void jot_token_pane_select (JotTokenPane   *self,
                            const JotPlace *place);

G_END_DECLS
