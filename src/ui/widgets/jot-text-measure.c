/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-measure.h"

/* Below the last line, so that what it wraps to next has its place. */
#define SLACK 4

static void
get_cell (GtkTextView *view,
          int         *width,
          int         *height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *width = pango_font_metrics_get_approximate_char_width (metrics);
  *height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);

  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
}

static int
count_rows (GtkTextBuffer *buffer,
            int            columns,
            int            limit)
{
  GtkTextIter iter;
  int rows = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);

  do {
    int chars = gtk_text_iter_get_chars_in_line (&iter);

    rows += MAX (1, (chars + columns - 1) / columns);
  } while (rows < limit && gtk_text_iter_forward_line (&iter));

  return MIN (rows, limit);
}

/* Returns the height that the text wants at this width, and no more than limit.
 * The view itself knows only once it has laid the text out, which is too late
 * for whoever shares out the room; with a monospaced font it can be counted. */
int
jot_text_measure_height (GtkTextView *view,
                         int          width,
                         int          limit)
{
  int margins = gtk_text_view_get_top_margin (view) +
                gtk_text_view_get_bottom_margin (view);
  int sides = gtk_text_view_get_left_margin (view) +
              gtk_text_view_get_right_margin (view);
  int cell_width, cell_height, columns, rows;

  get_cell (view, &cell_width, &cell_height);
  columns = width < 0 ? G_MAXINT / 2
                      : (width - sides) * PANGO_SCALE / cell_width;
  rows = count_rows (gtk_text_view_get_buffer (view), MAX (columns, 1),
                     limit / cell_height + 1);

  return MIN (rows * cell_height + margins + SLACK, limit);
}
