/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-options-pane.h"

#include "jot-test.h"
#include "ui/widgets/jot-toggles.h"

#define get_child(pane, name) \
  gtk_widget_get_template_child (GTK_WIDGET (pane), JOT_TYPE_OPTIONS_PANE, name)

#define assert_size(fixture, size) \
  g_assert_cmpuint (jwt_secret_generator_get_size (fixture->generator), \
                    ==, size)

typedef struct
{
  JwtSecretGenerator *generator;
  JotOptionsPane *pane;
  JotToggles *algorithms;
  JotToggles *encodings;
  AdwComboRow *size;
  GtkWidget *custom_row;
  GtkAdjustment *custom_size;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  JotOptionsPane *pane = JOT_OPTIONS_PANE (jot_options_pane_new ());

  fixture->pane = g_object_ref_sink (pane);
  fixture->generator = jwt_secret_generator_new ();
  fixture->algorithms = JOT_TOGGLES (get_child (pane, "algorithms"));
  fixture->encodings = JOT_TOGGLES (get_child (pane, "encodings"));
  fixture->size = ADW_COMBO_ROW (get_child (pane, "size"));
  fixture->custom_row = GTK_WIDGET (get_child (pane, "custom_row"));
  fixture->custom_size = GTK_ADJUSTMENT (get_child (pane, "custom_size"));
  jot_options_pane_set_generator (pane, fixture->generator);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->generator);
}

static void
press (JotToggles *toggles,
       guint       position)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (toggles));

  while (position-- > 0)
    button = gtk_widget_get_next_sibling (button);

  g_signal_emit_by_name (button, "clicked");
}

static void
assert_sizes (Fixture    *fixture,
              const char *expected)
{
  GListModel *model = adw_combo_row_get_model (fixture->size);
  g_autoptr (GString) sizes = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (sizes, "%s|",
                            gtk_string_list_get_string (GTK_STRING_LIST (model),
                                                        i));
  g_assert_cmpstr (sizes->str, ==, expected);
}

static const char *
get_subtitle (gpointer row)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
test_algorithm (Fixture       *fixture,
                gconstpointer  data)
{
  assert_sizes (fixture, "256 bits|384 bits|512 bits|Custom…|");
  g_assert_cmpstr (get_subtitle (fixture->size), ==,
                   "32 bytes. HS256 needs at least 32.");

  press (fixture->algorithms, 2);
  g_assert_cmpint (jwt_secret_generator_get_algorithm (fixture->generator), ==,
                   JWT_ALGORITHM_HS512);
  assert_size (fixture, 64);
  assert_sizes (fixture, "512 bits|Custom…|");
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->size), ==, 0);
  g_assert_cmpstr (get_subtitle (fixture->size), ==,
                   "64 bytes. HS512 needs at least 64.");

  jwt_secret_generator_set_algorithm (fixture->generator, JWT_ALGORITHM_HS384);
  g_assert_cmpuint (jot_toggles_get_selected (fixture->algorithms), ==, 1);
  assert_sizes (fixture, "384 bits|512 bits|Custom…|");
  assert_size (fixture, 48);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->size), ==, 0);
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  adw_combo_row_set_selected (fixture->size, 1);
  assert_size (fixture, 48);
  g_assert_false (gtk_widget_get_visible (fixture->custom_row));

  jwt_secret_generator_set_size (fixture->generator, 64);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->size), ==, 2);
}

static void
test_custom (Fixture       *fixture,
             gconstpointer  data)
{
  guint secrets;

  jot_test_count_notify (fixture->generator, "secret", &secrets);

  /* To ask for another size is not to ask for another secret yet. */
  adw_combo_row_set_selected (fixture->size, 3);
  g_assert_true (gtk_widget_get_visible (fixture->custom_row));
  g_assert_cmpuint (secrets, ==, 0);
  g_assert_cmpstr (get_subtitle (fixture->custom_row), ==, "Bytes, 32 to 1024");

  gtk_adjustment_set_value (fixture->custom_size, 100);
  assert_size (fixture, 100);
  g_assert_cmpuint (secrets, ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->size), ==, 3);

  gtk_adjustment_set_value (fixture->custom_size, 1);
  assert_size (fixture, 32);
  gtk_adjustment_set_value (fixture->custom_size, 100000);
  assert_size (fixture, 1024);

  adw_combo_row_set_selected (fixture->size, 0);
  g_assert_false (gtk_widget_get_visible (fixture->custom_row));
  assert_size (fixture, 32);
}

/* A size of one's own stays one's own while the algorithm changes. */
static void
test_custom_algorithm (Fixture       *fixture,
                       gconstpointer  data)
{
  jwt_secret_generator_set_size (fixture->generator, 50);
  g_assert_true (gtk_widget_get_visible (fixture->custom_row));
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->size), ==, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->custom_size), ==, 50);

  press (fixture->algorithms, 1);
  assert_size (fixture, 50);
  g_assert_true (gtk_widget_get_visible (fixture->custom_row));
  g_assert_cmpfloat (gtk_adjustment_get_lower (fixture->custom_size), ==, 48);
}

static void
test_encoding (Fixture       *fixture,
               gconstpointer  data)
{
  guint secrets;

  jot_test_count_notify (fixture->generator, "secret", &secrets);

  press (fixture->encodings, 2);
  g_assert_cmpint (jwt_secret_generator_get_encoding (fixture->generator), ==,
                   JWT_ENCODING_HEX);
  g_assert_cmpuint (secrets, ==, 0);

  jwt_secret_generator_set_encoding (fixture->generator, JWT_ENCODING_BASE64);
  g_assert_cmpuint (jot_toggles_get_selected (fixture->encodings), ==, 1);
}

static void
test_same_value (Fixture       *fixture,
                 gconstpointer  data)
{
  guint count;

  jot_test_count_notify (fixture->pane, "generator", &count);
  g_object_set (fixture->pane, "generator", fixture->generator, NULL);
  g_assert_cmpuint (count, ==, 0);

  g_object_set (fixture->pane, "generator", NULL, NULL);
  g_assert_cmpuint (count, ==, 1);

  /* What it no longer belongs to, it no longer changes. */
  press (fixture->encodings, 2);
  press (fixture->algorithms, 2);
  adw_combo_row_set_selected (fixture->size, 1);
  g_assert_cmpint (jwt_secret_generator_get_encoding (fixture->generator), ==,
                   JWT_ENCODING_BASE64URL);
  assert_size (fixture, 32);
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

  add ("/options-pane/algorithm", test_algorithm);
  add ("/options-pane/size", test_size);
  add ("/options-pane/custom", test_custom);
  add ("/options-pane/custom-algorithm", test_custom_algorithm);
  add ("/options-pane/encoding", test_encoding);
  add ("/options-pane/same-value", test_same_value);

  return g_test_run ();
}
