/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-claim-row.h"

#include <glib/gi18n.h>

struct _JotClaimRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *sentence;
  GtkLabel *caption;
  GtkWidget *copy_button;

  char *value;
};

G_DEFINE_FINAL_TYPE (JotClaimRow, jot_claim_row, GTK_TYPE_LIST_BOX_ROW)

static void
copy_cb (JotClaimRow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autofree char *title = NULL;

  gdk_clipboard_set_text (clipboard, self->value);

  /* Translators: %s is a claim's name, like exp. */
  title = g_strdup_printf (_("Value of %s copied"),
                           gtk_label_get_label (self->name));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sss)",
                              title, "", "");
}

static void
name_copy_button (JotClaimRow *self,
                  const char  *name)
{
  /* Translators: %s is a claim's name, like exp. */
  g_autofree char *words = g_strdup_printf (_("Copy value of %s"), name);

  gtk_widget_set_tooltip_text (self->copy_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
jot_claim_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_CLAIM_ROW);

  G_OBJECT_CLASS (jot_claim_row_parent_class)->dispose (object);
}

static void
jot_claim_row_finalize (GObject *object)
{
  g_free (JOT_CLAIM_ROW (object)->value);

  G_OBJECT_CLASS (jot_claim_row_parent_class)->finalize (object);
}

static void
jot_claim_row_class_init (JotClaimRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jot_claim_row_dispose;
  object_class->finalize = jot_claim_row_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JotClaimRow, name);
  gtk_widget_class_bind_template_child (widget_class, JotClaimRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, JotClaimRow, caption);
  gtk_widget_class_bind_template_child (widget_class, JotClaimRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
jot_claim_row_init (JotClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jot_claim_row_new (void)
{
  return g_object_new (JOT_TYPE_CLAIM_ROW, NULL);
}

/* Shows another claim, or the same one a second later. */
void
jot_claim_row_set_claim (JotClaimRow    *self,
                         const JotClaim *claim)
{
  g_return_if_fail (JOT_IS_CLAIM_ROW (self));

  if (strcmp (gtk_label_get_label (self->name), claim->name) != 0) {
    gtk_label_set_label (self->name, claim->name);
    name_copy_button (self, claim->name);
  }

  gtk_label_set_label (self->sentence, claim->sentence);
  gtk_label_set_label (self->caption, claim->caption ? claim->caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), claim->caption != NULL);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)),
                 claim->tooltip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), claim->tooltip);

  if (claim->alarming)
    gtk_widget_add_css_class (GTK_WIDGET (self), "alarming");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "alarming");

  g_free (self->value);
  self->value = g_strdup (claim->value);
}
