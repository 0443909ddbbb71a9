/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two widgets, one of which may be NULL, and how they share the room. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *second;
  int split;
  int gap;
  double fraction;
  double wide_fraction;
} JotColumnsLayout;

int  jot_columns_layout_get_first_width (const JotColumnsLayout *self,
                                         int                     width);
void jot_columns_layout_measure_width   (const JotColumnsLayout *self,
                                         int                    *minimum,
                                         int                    *natural);
void jot_columns_layout_measure_height  (const JotColumnsLayout *self,
                                         int                     width,
                                         int                    *minimum,
                                         int                    *natural);
void jot_columns_layout_allocate        (const JotColumnsLayout *self,
                                         int                     width,
                                         int                     height,
                                         gboolean                right_to_left);

G_END_DECLS
