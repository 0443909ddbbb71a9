/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-pane.h"

G_BEGIN_DECLS

#define JOT_TYPE_VERDICT_PANE (jot_verdict_pane_get_type ())

/* What is to be thought of the token, in one glance, and what to do next. It
 * hides where there is no token. */
G_DECLARE_FINAL_TYPE (JotVerdictPane, jot_verdict_pane, JOT, VERDICT_PANE,
                      JotPane)

G_END_DECLS
