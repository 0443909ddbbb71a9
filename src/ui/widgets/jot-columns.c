/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-columns.h"

#include "ui/widgets/jot-columns-layout.h"

struct _JotColumns
{
  GtkWidget parent_instance;

  JotColumnsLayout layout; /* its widgets are those that show */
  guint n_columns;
  guint next_n_columns;
  guint idle_id;
};

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JotColumns, jot_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      buildable_iface_init))

enum {
  PROP_0,
  PROP_SPLIT,
  PROP_GAP,
  PROP_FRACTION,
  PROP_WIDE_FRACTION,
  PROP_N_COLUMNS,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static GtkBuildableIface *parent_buildable_iface;

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static const JotColumnsLayout *
get_layout (JotColumns *self)
{
  GtkWidget *first =
    next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));

  self->layout.first = first;
  self->layout.second =
    first ? next_visible (gtk_widget_get_next_sibling (first)) : NULL;

  return &self->layout;
}

static void
update_style (JotColumns *self)
{
  if (self->n_columns == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
}

static gboolean
notify_n_columns_cb (gpointer user_data)
{
  JotColumns *self = user_data;

  self->idle_id = 0;

  if (self->n_columns != self->next_n_columns) {
    self->n_columns = self->next_n_columns;
    update_style (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_COLUMNS]);
  }

  return G_SOURCE_REMOVE;
}

/* Whoever listens changes scroll policies, and that must not happen while sizes
 * are being given out. */
static void
queue_n_columns (JotColumns *self,
                 guint       n_columns)
{
  self->next_n_columns = n_columns;

  if (n_columns != self->n_columns && !self->idle_id)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                     notify_n_columns_cb, self, NULL);
}

static void
set_int (JotColumns *self,
         int        *field,
         int         value,
         GParamSpec *pspec)
{
  if (*field == value)
    return;

  *field = value;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_double (JotColumns *self,
            double     *field,
            double      value,
            GParamSpec *pspec)
{
  if (G_APPROX_VALUE (*field, value, 1e-6))
    return;

  *field = value;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static GtkSizeRequestMode
jot_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jot_columns_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  const JotColumnsLayout *layout = get_layout (JOT_COLUMNS (widget));

  *minimum_baseline = *natural_baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    jot_columns_layout_measure_width (layout, minimum, natural);
  else
    jot_columns_layout_measure_height (layout, for_size, minimum, natural);
}

static void
jot_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  JotColumns *self = JOT_COLUMNS (widget);
  const JotColumnsLayout *layout = get_layout (self);
  gboolean right_to_left =
    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  jot_columns_layout_allocate (layout, width, height, right_to_left);
  queue_n_columns (self,
                   jot_columns_layout_get_first_width (layout, width) ? 2 : 1);
}

static void
jot_columns_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  JotColumns *self = JOT_COLUMNS (object);

  switch (prop_id) {
  case PROP_SPLIT:
    g_value_set_int (value, self->layout.split);
    break;
  case PROP_GAP:
    g_value_set_int (value, self->layout.gap);
    break;
  case PROP_FRACTION:
    g_value_set_double (value, self->layout.fraction);
    break;
  case PROP_WIDE_FRACTION:
    g_value_set_double (value, self->layout.wide_fraction);
    break;
  case PROP_N_COLUMNS:
    g_value_set_uint (value, self->n_columns);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_columns_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  JotColumns *self = JOT_COLUMNS (object);
  JotColumnsLayout *layout = &self->layout;

  switch (prop_id) {
  case PROP_SPLIT:
    set_int (self, &layout->split, g_value_get_int (value), pspec);
    break;
  case PROP_GAP:
    set_int (self, &layout->gap, g_value_get_int (value), pspec);
    break;
  case PROP_FRACTION:
    set_double (self, &layout->fraction, g_value_get_double (value), pspec);
    break;
  case PROP_WIDE_FRACTION:
    set_double (self, &layout->wide_fraction, g_value_get_double (value),
                pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_columns_dispose (GObject *object)
{
  JotColumns *self = JOT_COLUMNS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle_id, g_source_remove);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jot_columns_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  props[PROP_SPLIT] =
    g_param_spec_int ("split", NULL, NULL, 0, G_MAXINT, 740, flags);
  props[PROP_GAP] =
    g_param_spec_int ("gap", NULL, NULL, 0, G_MAXINT, 18, flags);
  props[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, .5, flags);
  props[PROP_WIDE_FRACTION] =
    g_param_spec_double ("wide-fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_N_COLUMNS] =
    g_param_spec_uint ("n-columns", NULL, NULL, 1, 2, 1,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jot_columns_class_init (JotColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_columns_get_property;
  object_class->set_property = jot_columns_set_property;
  object_class->dispose = jot_columns_dispose;

  widget_class->get_request_mode = jot_columns_get_request_mode;
  widget_class->measure = jot_columns_measure;
  widget_class->size_allocate = jot_columns_size_allocate;

  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jot_columns_init (JotColumns *self)
{
  self->layout = (JotColumnsLayout) { .split = 740, .gap = 18, .fraction = .5 };
  self->n_columns = self->next_n_columns = 1;
  update_style (self);
}

static void
jot_columns_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  if (GTK_IS_WIDGET (child))
    jot_columns_append (JOT_COLUMNS (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = jot_columns_add_child;
}

GtkWidget *
jot_columns_new (void)
{
  return g_object_new (JOT_TYPE_COLUMNS, NULL);
}

void
jot_columns_append (JotColumns *self,
                    GtkWidget  *child)
{
  GtkWidget *last;

  g_return_if_fail (JOT_IS_COLUMNS (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  last = gtk_widget_get_last_child (GTK_WIDGET (self));
  g_return_if_fail (!last || !gtk_widget_get_prev_sibling (last));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

guint
jot_columns_get_n_columns (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 1);

  return self->n_columns;
}
