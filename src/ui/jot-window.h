/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JOT_TYPE_WINDOW (jot_window_get_type ())

/* Properties: page (the position of the page that shows), narrow (whether there
 * is little room, read-only; it follows in an idle).
 *
 * The actions win.* find their way to the pages' actions by name. Pages in turn
 * show a sentence with win.toast (sss): the sentence, and where there is
 * something to do about it a button's label and its action, otherwise two empty
 * texts. */
G_DECLARE_FINAL_TYPE (JotWindow, jot_window, JOT, WINDOW, AdwApplicationWindow)

JotWindow *jot_window_new              (GtkApplication *application);
int        jot_window_get_page         (JotWindow      *self);
void       jot_window_set_page         (JotWindow      *self,
                                        int             page);
gboolean   jot_window_get_narrow       (JotWindow      *self);
void       jot_window_decode_clipboard (JotWindow      *self);

G_END_DECLS
