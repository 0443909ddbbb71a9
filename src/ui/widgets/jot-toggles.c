/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-toggles.h"

struct _JotToggles
{
  GtkBox parent_instance;

  guint selected;
};

G_DEFINE_FINAL_TYPE (JotToggles, jot_toggles, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_STRINGS,
  PROP_SELECTED,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static GtkWidget *
get_button (JotToggles *self,
            guint       position)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (button && position-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
press_selected (JotToggles *self)
{
  GtkWidget *button = get_button (self, self->selected);

  if (button)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
toggled_cb (JotToggles      *self,
            GtkToggleButton *button)
{
  GtkWidget *previous = GTK_WIDGET (button);
  guint position = 0;

  if (!gtk_toggle_button_get_active (button))
    return;

  while ((previous = gtk_widget_get_prev_sibling (previous)))
    position++;

  jot_toggles_set_selected (self, position);
}

static void
append_button (JotToggles *self,
               const char *label)
{
  GtkWidget *first = get_button (self, 0);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                               first ? GTK_TOGGLE_BUTTON (first) : NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
jot_toggles_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  JotToggles *self = JOT_TOGGLES (object);

  switch (prop_id) {
  case PROP_STRINGS:
    g_value_take_boxed (value, jot_toggles_dup_strings (self));
    break;
  case PROP_SELECTED:
    g_value_set_uint (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_toggles_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  JotToggles *self = JOT_TOGGLES (object);

  switch (prop_id) {
  case PROP_STRINGS:
    jot_toggles_set_strings (self, g_value_get_boxed (value));
    break;
  case PROP_SELECTED:
    jot_toggles_set_selected (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_toggles_class_init (JotTogglesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->get_property = jot_toggles_get_property;
  object_class->set_property = jot_toggles_set_property;

  props[PROP_STRINGS] =
    g_param_spec_boxed ("strings", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, LAST_PROP, props);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jot_toggles_init (JotToggles *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "jot-toggles");
}

GtkWidget *
jot_toggles_new (void)
{
  return g_object_new (JOT_TYPE_TOGGLES, NULL);
}

char **
jot_toggles_dup_strings (JotToggles *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkWidget *button;

  g_return_val_if_fail (JOT_IS_TOGGLES (self), NULL);

  for (button = get_button (self, 0); button;
       button = gtk_widget_get_next_sibling (button))
    g_strv_builder_add (builder, gtk_button_get_label (GTK_BUTTON (button)));

  return g_strv_builder_end (builder);
}

void
jot_toggles_set_strings (JotToggles         *self,
                         const char * const *strings)
{
  const char * const none[] = { NULL };
  g_auto (GStrv) present = NULL;
  GtkWidget *button;
  guint i;

  g_return_if_fail (JOT_IS_TOGGLES (self));

  strings = strings ? strings : none;
  present = jot_toggles_dup_strings (self);
  if (g_strv_equal ((const char * const *) present, strings))
    return;

  while ((button = get_button (self, 0)))
    gtk_box_remove (GTK_BOX (self), button);
  for (i = 0; strings[i]; i++)
    append_button (self, strings[i]);

  press_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STRINGS]);
}

guint
jot_toggles_get_selected (JotToggles *self)
{
  g_return_val_if_fail (JOT_IS_TOGGLES (self), 0);

  return self->selected;
}

void
jot_toggles_set_selected (JotToggles *self,
                          guint       selected)
{
  g_return_if_fail (JOT_IS_TOGGLES (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  press_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}
