/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-columns-layout.h"

#define WIDE 1300

static void
measure_child_width (GtkWidget *child,
                     int       *minimum,
                     int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                      minimum, natural, NULL, NULL);
}

/* GTK 4.8's scrolled window says how high its child is when as wide as it
 * likes, even where it may not scroll: ask the child then. */
static void
measure_child_height (GtkWidget *child,
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

static void
measure_stack (const JotColumnsLayout *self,
               int                     width,
               int                    *minimum,
               int                    *natural)
{
  int min_second = 0, nat_second = 0, gap = 0;

  *minimum = *natural = 0;
  if (self->first)
    measure_child_height (self->first, width, minimum, natural);
  if (self->second) {
    measure_child_height (self->second, width, &min_second, &nat_second);
    gap = self->gap;
  }

  *minimum += gap + min_second;
  *natural += gap + nat_second;
}

static void
measure_columns (const JotColumnsLayout *self,
                 int                     width,
                 int                     first_width,
                 int                    *minimum,
                 int                    *natural)
{
  int min_second, nat_second;

  measure_child_height (self->first, first_width, minimum, natural);
  measure_child_height (self->second, width - self->gap - first_width,
                        &min_second, &nat_second);

  *minimum = MAX (*minimum, min_second);
  *natural = MAX (*natural, nat_second);
}

static void
allocate_child (GtkWidget     *child,
                GtkAllocation  where,
                int            mirror_width)
{
  if (mirror_width > 0)
    where.x = mirror_width - where.x - where.width;

  gtk_widget_size_allocate (child, &where, -1);
}

/* Who wants to grow gets what is left over; the second, where that is both or
 * none. */
static gboolean
grows_first (const JotColumnsLayout *self)
{
  if (!self->second)
    return TRUE;

  return gtk_widget_compute_expand (self->first, GTK_ORIENTATION_VERTICAL) &&
         !gtk_widget_compute_expand (self->second, GTK_ORIENTATION_VERTICAL);
}

static void
allocate_stack (const JotColumnsLayout *self,
                int                     width,
                int                     height)
{
  GtkRequestedSize sizes[2] = { { 0 } };
  int gap = self->second ? self->gap : 0, rest;

  if (!self->first)
    return;

  measure_child_height (self->first, width,
                        &sizes[0].minimum_size, &sizes[0].natural_size);
  if (self->second)
    measure_child_height (self->second, width,
                          &sizes[1].minimum_size, &sizes[1].natural_size);

  rest = height - gap - sizes[0].minimum_size - sizes[1].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), 2, sizes);
  sizes[grows_first (self) ? 0 : 1].minimum_size += rest;

  allocate_child (self->first,
                  (GtkAllocation) { 0, 0, width, sizes[0].minimum_size }, 0);
  if (self->second)
    allocate_child (self->second,
                    (GtkAllocation) { 0, sizes[0].minimum_size + gap,
                                      width, sizes[1].minimum_size }, 0);
}

/* Returns the first column's width, or 0 where the two stack. */
int
jot_columns_layout_get_first_width (const JotColumnsLayout *self,
                                    int                     width)
{
  double fraction = self->fraction;
  int min_first, min_second, room = width - self->gap;

  if (!self->second || width < self->split)
    return 0;

  measure_child_width (self->first, &min_first, NULL);
  measure_child_width (self->second, &min_second, NULL);
  if (min_first + min_second > room)
    return 0;

  if (width >= WIDE && self->wide_fraction > 0)
    fraction = self->wide_fraction;

  return CLAMP ((int) (room * fraction + .5), min_first, room - min_second);
}

void
jot_columns_layout_measure_width (const JotColumnsLayout *self,
                                  int                    *minimum,
                                  int                    *natural)
{
  int min_second, nat_second;

  *minimum = *natural = 0;
  if (self->first)
    measure_child_width (self->first, minimum, natural);

  if (self->second) {
    measure_child_width (self->second, &min_second, &nat_second);
    *minimum = MAX (*minimum, min_second);
    *natural += self->gap + nat_second;
  }
}

void
jot_columns_layout_measure_height (const JotColumnsLayout *self,
                                   int                     width,
                                   int                    *minimum,
                                   int                    *natural)
{
  int least, most, first_width;

  jot_columns_layout_measure_width (self, &least, &most);
  width = width < 0 ? most : MAX (width, least);
  first_width = jot_columns_layout_get_first_width (self, width);

  if (first_width > 0)
    measure_columns (self, width, first_width, minimum, natural);
  else
    measure_stack (self, width, minimum, natural);
}

void
jot_columns_layout_allocate (const JotColumnsLayout *self,
                             int                     width,
                             int                     height,
                             gboolean                right_to_left)
{
  int first_width = jot_columns_layout_get_first_width (self, width);
  int mirror_width = right_to_left ? width : 0;
  int x = first_width + self->gap;

  if (!first_width) {
    allocate_stack (self, width, height);
    return;
  }

  allocate_child (self->first,
                  (GtkAllocation) { 0, 0, first_width, height }, mirror_width);
  allocate_child (self->second,
                  (GtkAllocation) { x, 0, width - x, height }, mirror_width);
}
