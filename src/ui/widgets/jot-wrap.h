/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JOT_TYPE_WRAP (jot_wrap_get_type ())

/* A layout that packs children from the start, each as wide as it likes, and
 * goes on in another line where the room ends. Properties: spacing and
 * line-spacing (pixels). */
G_DECLARE_FINAL_TYPE (JotWrap, jot_wrap, JOT, WRAP, GtkLayoutManager)

GtkLayoutManager *jot_wrap_new (void);

G_END_DECLS
