/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

/* Bytes of the text that one of the three editors shows. */
typedef struct
{
  JwtPart part;  /* token, header or payload: which editor */
  gsize   start;
  gsize   end;
} JotPlace;

gboolean jot_place_of_part    (JwtWorkbench *workbench,
                               JwtPart       part,
                               JotPlace     *place);
gboolean jot_place_of_problem (JwtWorkbench *workbench,
                               JotPlace     *place);

G_END_DECLS
