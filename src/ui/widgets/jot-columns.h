/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JOT_TYPE_COLUMNS (jot_columns_get_type ())

/* Two children side by side, each as high as the whole, or one below the other
 * where the room is less than split. Properties: split, gap (pixels), fraction
 * (the first column's share), wide-fraction (its share from 1300 pixels on; 0
 * is the same as fraction), n-columns (1 or 2, read-only; it follows in an
 * idle, so that what hangs on it never changes a size while sizes are given
 * out). The style class "stacked" is there while n-columns is 1. */
G_DECLARE_FINAL_TYPE (JotColumns, jot_columns, JOT, COLUMNS, GtkWidget)

GtkWidget *jot_columns_new           (void);
void       jot_columns_append        (JotColumns *self,
                                      GtkWidget  *child);
guint      jot_columns_get_n_columns (JotColumns *self);

G_END_DECLS
