/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-name.h"

/* Calls a widget by this name alone, for assistive technology. What is in a
 * button names it too, by words that may be short or an icon that has none, and
 * does so when the button gets into a window: call this afterwards. */
void
jot_name_widget (GtkWidget  *widget,
                 const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
