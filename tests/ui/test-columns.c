/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-columns.h"

#include "jot-test.h"

typedef struct
{
  JotColumns *columns;
  GtkWidget *first;
  GtkWidget *second;
} Fixture;

static GtkWidget *
add_box (JotColumns *columns,
         int         width,
         int         height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, width, height);
  jot_columns_append (columns, box);

  return box;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->columns = g_object_ref_sink (JOT_COLUMNS (jot_columns_new ()));
  fixture->first = add_box (fixture->columns, 100, 40);
  fixture->second = add_box (fixture->columns, 200, 60);
  g_object_set (fixture->columns, "split", 600, "gap", 20, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->columns);
}

static void
allocate (JotColumns *columns,
          int         width,
          int         height)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (columns), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (columns), GTK_ORIENTATION_VERTICAL, width,
                      &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (columns), width, height, -1, NULL);
}

static void
assert_place (GtkWidget *child,
              int        x,
              int        y,
              int        width,
              int        height)
{
  graphene_rect_t bounds;
  gboolean known =
    gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds);

  g_assert_true (known);
  g_assert_cmpint (bounds.origin.x, ==, x);
  g_assert_cmpint (bounds.origin.y, ==, y);
  g_assert_cmpint (bounds.size.width, ==, width);
  g_assert_cmpint (bounds.size.height, ==, height);
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->columns);
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 200);
  g_assert_cmpint (natural, ==, 320);

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 599,
                      &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 120);
  g_assert_cmpint (natural, ==, 120);

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 600,
                      &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 60);
  g_assert_cmpint (natural, ==, 60);
}

static void
test_side_by_side (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_set (fixture->columns, "fraction", .46, "wide-fraction", .35, NULL);

  allocate (fixture->columns, 1020, 300);
  assert_place (fixture->first, 0, 0, 460, 300);
  assert_place (fixture->second, 480, 0, 540, 300);

  allocate (fixture->columns, 1320, 300);
  assert_place (fixture->first, 0, 0, 455, 300);
  assert_place (fixture->second, 475, 0, 845, 300);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->columns), GTK_TEXT_DIR_RTL);

  allocate (fixture->columns, 1020, 300);
  assert_place (fixture->first, 520, 0, 500, 300);
  assert_place (fixture->second, 0, 0, 500, 300);
}

static void
test_stacked (Fixture       *fixture,
              gconstpointer  data)
{
  allocate (fixture->columns, 500, 300);
  assert_place (fixture->first, 0, 0, 500, 40);
  assert_place (fixture->second, 0, 60, 500, 240);

  gtk_widget_set_vexpand (fixture->first, TRUE);
  allocate (fixture->columns, 500, 300);
  assert_place (fixture->first, 0, 0, 500, 220);
  assert_place (fixture->second, 0, 240, 500, 60);
}

/* A column gives way before its content is cut off, and where even that does
 * not help the two stack. */
static void
test_contents_win (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_widget_set_size_request (fixture->second, 400, 60);

  allocate (fixture->columns, 620, 100);
  assert_place (fixture->first, 0, 0, 200, 100);
  assert_place (fixture->second, 220, 0, 400, 100);

  gtk_widget_set_size_request (fixture->first, 220, 40);
  allocate (fixture->columns, 620, 120);
  assert_place (fixture->second, 0, 60, 620, 60);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_set_visible (fixture->first, FALSE);

  allocate (fixture->columns, 1020, 300);
  assert_place (fixture->second, 0, 0, 1020, 300);
  jot_test_settle ();
  g_assert_cmpuint (jot_columns_get_n_columns (fixture->columns), ==, 1);

  gtk_widget_set_visible (fixture->second, FALSE);
  allocate (fixture->columns, 1020, 300);
}

/* GTK's own scrolled window forgets the width that it is measured for. */
static void
test_scrolled (Fixture       *fixture,
               gconstpointer  data)
{
  JotColumns *columns = g_object_ref_sink (JOT_COLUMNS (jot_columns_new ()));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new ("one two three four five six seven eight");
  int alone, within;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  jot_columns_append (columns, scrolled);

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 100,
                      &alone, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (columns), GTK_ORIENTATION_VERTICAL, 100,
                      &within, NULL, NULL, NULL);
  g_assert_cmpint (within, ==, alone);

  jot_test_finalize (columns);
}

static void
test_n_columns (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->columns);
  guint count;

  jot_test_count_notify (widget, "n-columns", &count);
  g_assert_true (gtk_widget_has_css_class (widget, "stacked"));

  allocate (fixture->columns, 800, 300);
  g_assert_cmpuint (jot_columns_get_n_columns (fixture->columns), ==, 1);
  g_assert_cmpuint (count, ==, 0);

  jot_test_settle ();
  g_assert_cmpuint (jot_columns_get_n_columns (fixture->columns), ==, 2);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (gtk_widget_has_css_class (widget, "stacked"));

  allocate (fixture->columns, 900, 300);
  jot_test_settle ();
  g_assert_cmpuint (count, ==, 1);

  allocate (fixture->columns, 400, 300);
  allocate (fixture->columns, 900, 300);
  jot_test_settle ();
  g_assert_cmpuint (count, ==, 1);

  allocate (fixture->columns, 400, 300);
  jot_test_settle ();
  g_assert_cmpuint (jot_columns_get_n_columns (fixture->columns), ==, 1);
  g_assert_cmpuint (count, ==, 2);
}

static void
test_same_value (Fixture       *fixture,
                 gconstpointer  data)
{
  guint split, gap, fraction, wide;

  jot_test_count_notify (fixture->columns, "split", &split);
  jot_test_count_notify (fixture->columns, "gap", &gap);
  jot_test_count_notify (fixture->columns, "fraction", &fraction);
  jot_test_count_notify (fixture->columns, "wide-fraction", &wide);

  g_object_set (fixture->columns, "split", 600, "gap", 20, "fraction", .5,
                "wide-fraction", 0., NULL);
  g_assert_cmpuint (split + gap + fraction + wide, ==, 0);

  g_object_set (fixture->columns, "split", 700, "gap", 10, "fraction", .25,
                "wide-fraction", .75, NULL);
  g_assert_cmpuint (split, ==, 1);
  g_assert_cmpuint (gap, ==, 1);
  g_assert_cmpuint (fraction, ==, 1);
  g_assert_cmpuint (wide, ==, 1);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  int split, gap;
  double fraction, wide;

  g_object_set (fixture->columns, "split", 700, "gap", 10, "fraction", .25,
                "wide-fraction", .75, NULL);
  g_object_get (fixture->columns, "split", &split, "gap", &gap,
                "fraction", &fraction, "wide-fraction", &wide, NULL);
  g_assert_cmpint (split, ==, 700);
  g_assert_cmpint (gap, ==, 10);
  g_assert_cmpfloat (fraction, ==, .25);
  g_assert_cmpfloat (wide, ==, .75);
}

/* What is to be told in an idle is not told of columns that are gone. */
static void
test_pending (Fixture       *fixture,
              gconstpointer  data)
{
  allocate (fixture->columns, 800, 300);
}

static void
test_builder (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  JotColumns *columns;
  double fraction;

  g_type_ensure (JOT_TYPE_COLUMNS);
  builder = gtk_builder_new_from_string (
    "<interface><object class='JotColumns' id='columns'>"
    "<property name='fraction'>0.25</property>"
    "<child><object class='GtkLabel' id='first'/></child>"
    "<child><object class='GtkLabel' id='second'/></child>"
    "</object></interface>", -1);
  columns = JOT_COLUMNS (gtk_builder_get_object (builder, "columns"));

  g_object_get (columns, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, .25);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (columns)) ==
                 GTK_WIDGET (gtk_builder_get_object (builder, "first")));
  g_assert_true (gtk_widget_get_last_child (GTK_WIDGET (columns)) ==
                 GTK_WIDGET (gtk_builder_get_object (builder, "second")));
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  add ("/columns/measure", test_measure);
  add ("/columns/side-by-side", test_side_by_side);
  add ("/columns/right-to-left", test_right_to_left);
  add ("/columns/stacked", test_stacked);
  add ("/columns/contents-win", test_contents_win);
  add ("/columns/hidden", test_hidden);
  add ("/columns/scrolled", test_scrolled);
  add ("/columns/n-columns", test_n_columns);
  add ("/columns/same-value", test_same_value);
  add ("/columns/values", test_values);
  add ("/columns/pending", test_pending);
  g_test_add_func ("/columns/builder", test_builder);

  return g_test_run ();
}
