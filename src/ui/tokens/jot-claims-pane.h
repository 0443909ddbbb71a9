/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-pane.h"

G_BEGIN_DECLS

#define JOT_TYPE_CLAIMS_PANE (jot_claims_pane_get_type ())

/* What the payload says, in words. It hides where there are no claims. */
G_DECLARE_FINAL_TYPE (JotClaimsPane, jot_claims_pane, JOT, CLAIMS_PANE, JotPane)

G_END_DECLS
