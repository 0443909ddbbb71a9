/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-empty-pane.h"

struct _JotEmptyPane
{
  JotPane parent_instance;
};

G_DEFINE_FINAL_TYPE (JotEmptyPane, jot_empty_pane, JOT_TYPE_PANE)

static void
jot_empty_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_EMPTY_PANE);

  G_OBJECT_CLASS (jot_empty_pane_parent_class)->dispose (object);
}

static void
jot_empty_pane_class_init (JotEmptyPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jot_empty_pane_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-empty-pane.ui");
}

static void
jot_empty_pane_init (JotEmptyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
