/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JOT_CLIPBOARD_DEFAULT_DELAY 30

#define JOT_TYPE_CLIPBOARD (jot_clipboard_get_type ())

/* Lends a secret to the clipboard for a while. Property: delay (seconds until
 * it is taken back; 0 is never). What others copied since is left alone. */
G_DECLARE_FINAL_TYPE (JotClipboard, jot_clipboard, JOT, CLIPBOARD, GObject)

JotClipboard *jot_clipboard_new         (GdkClipboard *clipboard);
guint         jot_clipboard_get_delay   (JotClipboard *self);
void          jot_clipboard_set_delay   (JotClipboard *self,
                                         guint         delay);
void          jot_clipboard_copy_secret (JotClipboard *self,
                                         GBytes       *secret);
gboolean      jot_clipboard_clear       (JotClipboard *self);

G_END_DECLS
