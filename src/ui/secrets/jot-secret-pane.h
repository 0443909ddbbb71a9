/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/secret/jwt-secret.h"

G_BEGIN_DECLS

#define JOT_TYPE_SECRET_PANE (jot_secret_pane_get_type ())

/* The new secret and what can be done with it. Properties: generator
 * (JwtSecretGenerator), revealed (whether the secret itself shows, or dots),
 * narrow (whether there is little room). Its buttons ask for page.* by name. */
G_DECLARE_FINAL_TYPE (JotSecretPane, jot_secret_pane, JOT, SECRET_PANE, GtkBox)

GtkWidget *jot_secret_pane_new           (void);
JwtSecretGenerator *
           jot_secret_pane_get_generator (JotSecretPane      *self);
void       jot_secret_pane_set_generator (JotSecretPane      *self,
                                          JwtSecretGenerator *generator);
gboolean   jot_secret_pane_get_revealed  (JotSecretPane      *self);
void       jot_secret_pane_set_revealed  (JotSecretPane      *self,
                                          gboolean            revealed);
gboolean   jot_secret_pane_get_narrow    (JotSecretPane      *self);
void       jot_secret_pane_set_narrow    (JotSecretPane      *self,
                                          gboolean            narrow);

G_END_DECLS
