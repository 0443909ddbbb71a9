/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-pane.h"
#include "ui/tokens/jot-place.h"

G_BEGIN_DECLS

#define JOT_TYPE_JSON_PANE (jot_json_pane_get_type ())

/* The header's or the payload's JSON. Properties: part (which of the two, a
 * JwtPart), keep-undo (whether a change by the program is a step to undo). */
G_DECLARE_FINAL_TYPE (JotJsonPane, jot_json_pane, JOT, JSON_PANE, JotPane)

void jot_json_pane_select (JotJsonPane    *self,
                           const JotPlace *place);

G_END_DECLS
