/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-wrap.h"

struct _JotWrap
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (JotWrap, jot_wrap, GTK_TYPE_LAYOUT_MANAGER)

enum {
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

/* Where the next child goes. */
typedef struct
{
  int x;
  int y;
  int line_height;
} Pen;

static int
measure_width (GtkWidget *child,
               int        room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, &natural, NULL, NULL);

  return room < 0 ? natural : MAX (minimum, MIN (natural, room));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width,
                      NULL, &natural, NULL, NULL);

  return natural;
}

static void
next_line (JotWrap *self,
           Pen     *pen)
{
  pen->x = 0;
  pen->y += pen->line_height + self->line_spacing;
  pen->line_height = 0;
}

static void
place (GtkWidget *parent,
       GtkWidget *child,
       int        width,
       int        height,
       int        room,
       Pen       *pen)
{
  GtkAllocation where = { pen->x, pen->y, width, height };

  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    where.x = room - pen->x - width;

  gtk_widget_size_allocate (child, &where, -1);
}

/* Walks over the children as they will lie in this room, gives each its place
 * where asked to, and returns the height of all. */
static int
flow (JotWrap   *self,
      GtkWidget *parent,
      int        room,
      gboolean   allocate)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);
  Pen pen = { 0 };

  for (; child; child = gtk_widget_get_next_sibling (child)) {
    int width, height;

    if (!gtk_widget_should_layout (child))
      continue;

    width = measure_width (child, room);
    height = measure_height (child, width);
    if (pen.x > 0 && room >= 0 && pen.x + width > room)
      next_line (self, &pen);

    if (allocate)
      place (parent, child, width, height, room, &pen);

    pen.x += width + self->spacing;
    pen.line_height = MAX (pen.line_height, height);
  }

  return pen.y + pen.line_height;
}

static void
measure_line (JotWrap   *self,
              GtkWidget *parent,
              int       *minimum,
              int       *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);
  int n_children = 0;

  for (; child; child = gtk_widget_get_next_sibling (child)) {
    int child_min, child_nat;

    if (!gtk_widget_should_layout (child))
      continue;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                        &child_min, &child_nat, NULL, NULL);
    *minimum = MAX (*minimum, child_min);
    *natural += child_nat + (n_children++ > 0 ? self->spacing : 0);
  }
}

static GtkSizeRequestMode
jot_wrap_get_request_mode (GtkLayoutManager *manager,
                           GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jot_wrap_measure (GtkLayoutManager *manager,
                  GtkWidget        *widget,
                  GtkOrientation    orientation,
                  int               for_size,
                  int              *minimum,
                  int              *natural,
                  int              *minimum_baseline,
                  int              *natural_baseline)
{
  JotWrap *self = JOT_WRAP (manager);

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_line (self, widget, minimum, natural);
  else
    *minimum = *natural = flow (self, widget, for_size, FALSE);
}

static void
jot_wrap_allocate (GtkLayoutManager *manager,
                   GtkWidget        *widget,
                   int               width,
                   int               height,
                   int               baseline)
{
  flow (JOT_WRAP (manager), widget, width, TRUE);
}

static void
jot_wrap_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  JotWrap *self = JOT_WRAP (object);

  switch (prop_id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_LINE_SPACING:
    g_value_set_int (value, self->line_spacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_wrap_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  JotWrap *self = JOT_WRAP (object);
  int *field = prop_id == PROP_SPACING ? &self->spacing : &self->line_spacing;

  if (*field == g_value_get_int (value))
    return;

  *field = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
jot_wrap_class_init (JotWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->get_property = jot_wrap_get_property;
  object_class->set_property = jot_wrap_set_property;

  manager_class->get_request_mode = jot_wrap_get_request_mode;
  manager_class->measure = jot_wrap_measure;
  manager_class->allocate = jot_wrap_allocate;

  props[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_LINE_SPACING] =
    g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jot_wrap_init (JotWrap *self)
{
}

GtkLayoutManager *
jot_wrap_new (void)
{
  return g_object_new (JOT_TYPE_WRAP, NULL);
}
