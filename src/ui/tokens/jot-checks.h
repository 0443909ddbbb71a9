/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"
#include "ui/widgets/jot-chip.h"

G_BEGIN_DECLS

/* What one chip says, and the check that a press on it leads to. */
typedef struct
{
  char        *text;
  JotChipState state;
  JwtCheck     check;
  gboolean     at_problem; /* it leads to the problem instead */
} JotCheck;

GPtrArray *jot_checks_list     (JwtWorkbench *workbench);
GPtrArray *jot_checks_collapse (GPtrArray    *checks);
char      *jot_checks_describe (GPtrArray    *checks);

G_END_DECLS
