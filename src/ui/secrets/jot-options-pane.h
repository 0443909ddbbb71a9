/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/secret/jwt-secret.h"

G_BEGIN_DECLS

#define JOT_TYPE_OPTIONS_PANE (jot_options_pane_get_type ())

/* What the next secret is like. Property: generator (JwtSecretGenerator). */
G_DECLARE_FINAL_TYPE (JotOptionsPane, jot_options_pane,
                      JOT, OPTIONS_PANE, GtkBox)

GtkWidget *jot_options_pane_new           (void);
JwtSecretGenerator *
           jot_options_pane_get_generator (JotOptionsPane     *self);
void       jot_options_pane_set_generator (JotOptionsPane     *self,
                                           JwtSecretGenerator *generator);

G_END_DECLS
