/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-pane.h"

G_BEGIN_DECLS

#define JOT_TYPE_EMPTY_PANE (jot_empty_pane_get_type ())

/* What stands beside an empty token editor. */
G_DECLARE_FINAL_TYPE (JotEmptyPane, jot_empty_pane, JOT, EMPTY_PANE, JotPane)

G_END_DECLS
