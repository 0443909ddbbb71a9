/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-pane.h"

typedef struct
{
  JwtWorkbench *workbench;
  gboolean narrow;
} JotPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JotPane, jot_pane, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_WORKBENCH,
  PROP_NARROW,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static void
show_workbench (JotPane *self)
{
  JotPanePrivate *priv = jot_pane_get_instance_private (self);

  if (priv->workbench && JOT_PANE_GET_CLASS (self)->sync)
    JOT_PANE_GET_CLASS (self)->sync (self);
}

static void
jot_pane_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  JotPane *self = JOT_PANE (object);

  switch (prop_id) {
  case PROP_WORKBENCH:
    g_value_set_object (value, jot_pane_get_workbench (self));
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, jot_pane_get_narrow (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_pane_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  JotPane *self = JOT_PANE (object);

  switch (prop_id) {
  case PROP_WORKBENCH:
    jot_pane_set_workbench (self, g_value_get_object (value));
    break;
  case PROP_NARROW:
    jot_pane_set_narrow (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_pane_dispose (GObject *object)
{
  jot_pane_set_workbench (JOT_PANE (object), NULL);

  G_OBJECT_CLASS (jot_pane_parent_class)->dispose (object);
}

static void
jot_pane_class_init (JotPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->get_property = jot_pane_get_property;
  object_class->set_property = jot_pane_set_property;
  object_class->dispose = jot_pane_dispose;

  props[PROP_WORKBENCH] =
    g_param_spec_object ("workbench", NULL, NULL, JWT_TYPE_WORKBENCH, flags);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jot_pane_init (JotPane *self)
{
}

JwtWorkbench *
jot_pane_get_workbench (JotPane *self)
{
  JotPanePrivate *priv = jot_pane_get_instance_private (self);

  g_return_val_if_fail (JOT_IS_PANE (self), NULL);

  return priv->workbench;
}

void
jot_pane_set_workbench (JotPane      *self,
                        JwtWorkbench *workbench)
{
  JotPanePrivate *priv = jot_pane_get_instance_private (self);

  g_return_if_fail (JOT_IS_PANE (self));
  g_return_if_fail (!workbench || JWT_IS_WORKBENCH (workbench));

  if (priv->workbench == workbench)
    return;

  if (priv->workbench)
    g_signal_handlers_disconnect_by_data (priv->workbench, self);

  g_set_object (&priv->workbench, workbench);

  if (workbench)
    g_signal_connect_swapped (workbench, "changed",
                              G_CALLBACK (show_workbench), self);

  show_workbench (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKBENCH]);
}

gboolean
jot_pane_get_narrow (JotPane *self)
{
  JotPanePrivate *priv = jot_pane_get_instance_private (self);

  g_return_val_if_fail (JOT_IS_PANE (self), FALSE);

  return priv->narrow;
}

void
jot_pane_set_narrow (JotPane  *self,
                     gboolean  narrow)
{
  JotPanePrivate *priv = jot_pane_get_instance_private (self);

  g_return_if_fail (JOT_IS_PANE (self));

  narrow = !!narrow;
  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  show_workbench (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}
