/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-wrap.h"

#include "jot-test.h"

typedef struct
{
  GtkWidget *box;
  GtkWidget *children[3];
} Fixture;

static const int widths[] = { 40, 60, 30 };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkLayoutManager *wrap = g_object_new (JOT_TYPE_WRAP, "spacing", 10,
                                         "line-spacing", 5, NULL);
  guint i;

  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL,
                                                 0));
  gtk_widget_set_layout_manager (fixture->box, wrap);

  for (i = 0; i < G_N_ELEMENTS (widths); i++) {
    fixture->children[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_widget_set_size_request (fixture->children[i], widths[i], 20);
    gtk_box_append (GTK_BOX (fixture->box), fixture->children[i]);
  }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer wrap = gtk_widget_get_layout_manager (fixture->box);

  g_object_add_weak_pointer (wrap, &wrap);
  jot_test_finalize (fixture->box);
  g_assert_null (wrap);
}

static int
measure (Fixture        *fixture,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum)
{
  int natural;

  gtk_widget_measure (fixture->box, orientation, for_size,
                      minimum, &natural, NULL, NULL);

  return natural;
}

static void
assert_place (Fixture *fixture,
              guint    child,
              int      x,
              int      y)
{
  double real_x, real_y;

  gtk_widget_translate_coordinates (fixture->children[child], fixture->box,
                                    0, 0, &real_x, &real_y);
  g_assert_cmpfloat (real_x, ==, x);
  g_assert_cmpfloat (real_y, ==, y);
}

static void
allocate (Fixture *fixture,
          int      width)
{
  int minimum, height;

  measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1, &minimum);
  height = measure (fixture, GTK_ORIENTATION_VERTICAL, width, &minimum);
  gtk_widget_allocate (fixture->box, width, height, -1, NULL);
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  int minimum;

  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1, &minimum),
                   ==, 150);
  g_assert_cmpint (minimum, ==, 60);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 150, &minimum),
                   ==, 20);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 149, &minimum),
                   ==, 45);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 60, &minimum),
                   ==, 70);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  allocate (fixture, 200);
  assert_place (fixture, 0, 0, 0);
  assert_place (fixture, 1, 50, 0);
  assert_place (fixture, 2, 120, 0);

  allocate (fixture, 110);
  assert_place (fixture, 1, 50, 0);
  assert_place (fixture, 2, 0, 25);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_set_visible (fixture->children[1], FALSE);

  allocate (fixture, 110);
  assert_place (fixture, 0, 0, 0);
  assert_place (fixture, 2, 50, 0);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_direction (fixture->box, GTK_TEXT_DIR_RTL);

  allocate (fixture, 200);
  assert_place (fixture, 0, 160, 0);
  assert_place (fixture, 1, 90, 0);
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkLayoutManager *wrap = gtk_widget_get_layout_manager (fixture->box);
  guint n_notifies;
  int spacing;

  jot_test_count_notify (wrap, "spacing", &n_notifies);
  g_object_set (wrap, "spacing", 10, NULL);
  g_assert_cmpuint (n_notifies, ==, 0);

  g_object_set (wrap, "spacing", 0, NULL);
  g_object_get (wrap, "spacing", &spacing, NULL);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_cmpint (spacing, ==, 0);

  allocate (fixture, 200);
  assert_place (fixture, 1, 40, 0);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add ("/ui/wrap/measure", Fixture, NULL, set_up, test_measure,
              tear_down);
  g_test_add ("/ui/wrap/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/ui/wrap/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/ui/wrap/right-to-left", Fixture, NULL,
              set_up, test_right_to_left, tear_down);
  g_test_add ("/ui/wrap/properties", Fixture, NULL,
              set_up, test_properties, tear_down);

  return g_test_run ();
}
