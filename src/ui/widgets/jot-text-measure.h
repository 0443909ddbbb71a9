/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int jot_text_measure_height (GtkTextView *view,
                             int          width,
                             int          limit);

G_END_DECLS
