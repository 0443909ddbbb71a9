/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JOT_TYPE_TOGGLES (jot_toggles_get_type ())

/* Linked buttons, one of which is always down. Properties: strings (their
 * labels), selected (the position of the one that is down). */
G_DECLARE_FINAL_TYPE (JotToggles, jot_toggles, JOT, TOGGLES, GtkBox)

GtkWidget *jot_toggles_new          (void);
char     **jot_toggles_dup_strings  (JotToggles         *self);
void       jot_toggles_set_strings  (JotToggles         *self,
                                     const char * const *strings);
guint      jot_toggles_get_selected (JotToggles         *self);
void       jot_toggles_set_selected (JotToggles         *self,
                                     guint               selected);

G_END_DECLS
