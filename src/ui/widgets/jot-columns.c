/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-columns.h"

#define WIDE 1300

struct _JotColumns
{
  GtkWidget parent_instance;

  int split;
  int gap;
  double fraction;
  double wide_fraction;
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

static GtkWidget *
get_first (JotColumns *self)
{
  return next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_second (JotColumns *self)
{
  GtkWidget *first = get_first (self);

  return first ? next_visible (gtk_widget_get_next_sibling (first)) : NULL;
}

static int
min_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);

  return minimum;
}

/* GTK 4.8's scrolled window says how high its child is when as wide as it likes,
 * even where it may not scroll: ask the child then. */
static void
measure_height (GtkWidget *child,
                int        width,
                int       *minimum,
                int       *natural)
{
  GtkPolicyType policy = GTK_POLICY_AUTOMATIC;

  if (GTK_IS_SCROLLED_WINDOW (child))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (child), NULL, &policy);
  if (policy == GTK_POLICY_NEVER)
    child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width,
                      minimum, natural, NULL, NULL);
}

/* Returns the first column's width, or 0 where the children stack. */
static int
get_first_width (JotColumns *self,
                 int         width)
{
  GtkWidget *first = get_first (self), *second = get_second (self);
  double fraction = self->fraction;
  int min_first, min_second, room = width - self->gap;

  if (!second || width < self->split)
    return 0;

  min_first = min_width (first);
  min_second = min_width (second);
  if (min_first + min_second > room)
    return 0;

  if (width >= WIDE && self->wide_fraction > 0)
    fraction = self->wide_fraction;

  return CLAMP ((int) (room * fraction + .5), min_first, room - min_second);
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

static GtkSizeRequestMode
jot_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (JotColumns *self,
               int        *minimum,
               int        *natural)
{
  GtkWidget *child = get_first (self);
  gboolean several = get_second (self) != NULL;

  for (; child; child = next_visible (gtk_widget_get_next_sibling (child))) {
    int child_min, child_nat;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                        &child_min, &child_nat, NULL, NULL);
    *minimum = MAX (*minimum, child_min);
    *natural += child_nat;
  }

  if (several)
    *natural += self->gap;
}

static void
measure_stack (JotColumns *self,
               int         width,
               int        *minimum,
               int        *natural)
{
  GtkWidget *child = get_first (self);
  int gaps = get_second (self) ? self->gap : 0;

  for (; child; child = next_visible (gtk_widget_get_next_sibling (child))) {
    int child_min, child_nat;

    measure_height (child, width, &child_min, &child_nat);
    *minimum += child_min;
    *natural += child_nat;
  }

  *minimum += gaps;
  *natural += gaps;
}

static void
measure_columns (JotColumns *self,
                 int         width,
                 int         first_width,
                 int        *minimum,
                 int        *natural)
{
  int min_second, nat_second;

  measure_height (get_first (self), first_width, minimum, natural);
  measure_height (get_second (self), width - self->gap - first_width,
                  &min_second, &nat_second);

  *minimum = MAX (*minimum, min_second);
  *natural = MAX (*natural, nat_second);
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
  JotColumns *self = JOT_COLUMNS (widget);
  int least = 0, width = 0, first_width;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  measure_width (self, &least, &width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = width;
    return;
  }

  width = for_size < 0 ? width : MAX (for_size, least);
  first_width = get_first_width (self, width);

  if (first_width > 0)
    measure_columns (self, width, first_width, minimum, natural);
  else
    measure_stack (self, width, minimum, natural);
}

static void
allocate_child (JotColumns   *self,
                GtkWidget    *child,
                GtkAllocation where)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    where.x = gtk_widget_get_width (GTK_WIDGET (self)) - where.x - where.width;

  gtk_widget_size_allocate (child, &where, -1);
}

static void
allocate_columns (JotColumns *self,
                  int         width,
                  int         height,
                  int         first_width)
{
  int x = first_width + self->gap;

  allocate_child (self, get_first (self),
                  (GtkAllocation) { 0, 0, first_width, height });
  allocate_child (self, get_second (self),
                  (GtkAllocation) { x, 0, width - x, height });
}

/* The first child gets what it would like, the second the rest, unless only the
 * first one wants to grow. */
static void
allocate_stack (JotColumns *self,
                int         width,
                int         height)
{
  GtkWidget *first = get_first (self), *second = get_second (self);
  GtkRequestedSize sizes[2] = { { 0 } };
  int rest = height, gap = second ? self->gap : 0;

  if (!first)
    return;

  measure_height (first, width,
                  &sizes[0].minimum_size, &sizes[0].natural_size);
  if (second)
    measure_height (second, width,
                    &sizes[1].minimum_size, &sizes[1].natural_size);

  rest -= gap + sizes[0].minimum_size + sizes[1].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), 2, sizes);

  if (!second || (gtk_widget_compute_expand (first, GTK_ORIENTATION_VERTICAL) &&
                  !gtk_widget_compute_expand (second, GTK_ORIENTATION_VERTICAL)))
    sizes[0].minimum_size += rest;
  else
    sizes[1].minimum_size += rest;

  allocate_child (self, first,
                  (GtkAllocation) { 0, 0, width, sizes[0].minimum_size });
  if (second)
    allocate_child (self, second,
                    (GtkAllocation) { 0, sizes[0].minimum_size + gap,
                                      width, sizes[1].minimum_size });
}

static void
jot_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  JotColumns *self = JOT_COLUMNS (widget);
  int first_width = get_first_width (self, width);

  if (first_width > 0)
    allocate_columns (self, width, height, first_width);
  else
    allocate_stack (self, width, height);

  queue_n_columns (self, first_width > 0 ? 2 : 1);
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
    g_value_set_int (value, self->split);
    break;
  case PROP_GAP:
    g_value_set_int (value, self->gap);
    break;
  case PROP_FRACTION:
    g_value_set_double (value, self->fraction);
    break;
  case PROP_WIDE_FRACTION:
    g_value_set_double (value, self->wide_fraction);
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

  switch (prop_id) {
  case PROP_SPLIT:
    jot_columns_set_split (self, g_value_get_int (value));
    break;
  case PROP_GAP:
    jot_columns_set_gap (self, g_value_get_int (value));
    break;
  case PROP_FRACTION:
    jot_columns_set_fraction (self, g_value_get_double (value));
    break;
  case PROP_WIDE_FRACTION:
    jot_columns_set_wide_fraction (self, g_value_get_double (value));
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
  /* A presentation's children are not on the accessibility bus either. */
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jot_columns_init (JotColumns *self)
{
  self->split = 740;
  self->gap = 18;
  self->fraction = .5;
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

int
jot_columns_get_split (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 0);

  return self->split;
}

void
jot_columns_set_split (JotColumns *self,
                       int         split)
{
  g_return_if_fail (JOT_IS_COLUMNS (self));
  g_return_if_fail (split >= 0);

  if (self->split == split)
    return;

  self->split = split;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPLIT]);
}

int
jot_columns_get_gap (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 0);

  return self->gap;
}

void
jot_columns_set_gap (JotColumns *self,
                     int         gap)
{
  g_return_if_fail (JOT_IS_COLUMNS (self));
  g_return_if_fail (gap >= 0);

  if (self->gap == gap)
    return;

  self->gap = gap;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GAP]);
}

double
jot_columns_get_fraction (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 0);

  return self->fraction;
}

void
jot_columns_set_fraction (JotColumns *self,
                          double      fraction)
{
  g_return_if_fail (JOT_IS_COLUMNS (self));
  g_return_if_fail (fraction >= 0 && fraction <= 1);

  if (G_APPROX_VALUE (self->fraction, fraction, 1e-6))
    return;

  self->fraction = fraction;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

double
jot_columns_get_wide_fraction (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 0);

  return self->wide_fraction;
}

void
jot_columns_set_wide_fraction (JotColumns *self,
                               double      fraction)
{
  g_return_if_fail (JOT_IS_COLUMNS (self));
  g_return_if_fail (fraction >= 0 && fraction <= 1);

  if (G_APPROX_VALUE (self->wide_fraction, fraction, 1e-6))
    return;

  self->wide_fraction = fraction;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDE_FRACTION]);
}

guint
jot_columns_get_n_columns (JotColumns *self)
{
  g_return_val_if_fail (JOT_IS_COLUMNS (self), 1);

  return self->n_columns;
}
