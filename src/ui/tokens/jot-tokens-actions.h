/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

/* Those of the page's actions that need its workbench property alone. */
void jot_tokens_actions_install (GtkWidgetClass *page_class);
void jot_tokens_actions_update  (GtkWidget      *page,
                                 JwtWorkbench   *workbench);

G_END_DECLS
