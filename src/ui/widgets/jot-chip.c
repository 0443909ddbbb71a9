/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-chip.h"

struct _JotChip
{
  GtkButton parent_instance;

  GtkImage *icon;
  GtkLabel *label;

  JotChipState state;
};

G_DEFINE_FINAL_TYPE (JotChip, jot_chip, GTK_TYPE_BUTTON)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_STATE,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static const struct
{
  const char *css_class;
  const char *icon;
} looks[] = {
  [JOT_CHIP_PASSED] = { "passed", "emblem-ok-symbolic" },
  [JOT_CHIP_FAILED] = { "failed", "window-close-symbolic" },
  [JOT_CHIP_WARNING] = { "alert", "dialog-warning-symbolic" },
  [JOT_CHIP_NEUTRAL] = { "neutral", "value-decrease-symbolic" },
};

static void
jot_chip_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  JotChip *self = JOT_CHIP (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_set_string (value, jot_chip_get_text (self));
    break;
  case PROP_STATE:
    g_value_set_uint (value, self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_chip_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  JotChip *self = JOT_CHIP (object);

  switch (prop_id) {
  case PROP_TEXT:
    jot_chip_set_text (self, g_value_get_string (value));
    break;
  case PROP_STATE:
    jot_chip_set_state (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_chip_class_init (JotChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->get_property = jot_chip_get_property;
  object_class->set_property = jot_chip_set_property;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, 0, JOT_CHIP_NEUTRAL,
                       JOT_CHIP_PASSED, flags);

  g_object_class_install_properties (object_class, LAST_PROP, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/widgets/jot-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, JotChip, icon);
  gtk_widget_class_bind_template_child (widget_class, JotChip, label);
}

static void
jot_chip_init (JotChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[self->state].css_class);
}

GtkWidget *
jot_chip_new (void)
{
  return g_object_new (JOT_TYPE_CHIP, NULL);
}

const char *
jot_chip_get_text (JotChip *self)
{
  g_return_val_if_fail (JOT_IS_CHIP (self), NULL);

  return gtk_label_get_label (self->label);
}

void
jot_chip_set_text (JotChip    *self,
                   const char *text)
{
  g_return_if_fail (JOT_IS_CHIP (self));

  if (!text)
    text = "";

  if (strcmp (text, jot_chip_get_text (self)) == 0)
    return;

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

JotChipState
jot_chip_get_state (JotChip *self)
{
  g_return_val_if_fail (JOT_IS_CHIP (self), JOT_CHIP_PASSED);

  return self->state;
}

void
jot_chip_set_state (JotChip      *self,
                    JotChipState  state)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (JOT_IS_CHIP (self));

  if (self->state == state)
    return;

  gtk_widget_remove_css_class (widget, looks[self->state].css_class);
  self->state = state;
  gtk_widget_add_css_class (widget, looks[state].css_class);
  gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}
