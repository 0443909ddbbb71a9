/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-chip.h"

#include "jot-test.h"

typedef struct
{
  JotChip *chip;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chip = g_object_ref_sink (JOT_CHIP (jot_chip_new ()));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->chip);
}

static const char *
get_icon (JotChip *chip)
{
  GObject *icon = gtk_widget_get_template_child (GTK_WIDGET (chip),
                                                 JOT_TYPE_CHIP, "icon");

  return gtk_image_get_icon_name (GTK_IMAGE (icon));
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_notifies;

  jot_test_count_notify (fixture->chip, "text", &n_notifies);
  jot_chip_set_text (fixture->chip, "Signature");
  g_assert_cmpstr (jot_chip_get_text (fixture->chip), ==, "Signature");
  g_assert_cmpuint (n_notifies, ==, 1);
  gtk_test_accessible_assert_property (fixture->chip,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Signature");

  g_object_set (fixture->chip, "text", "Signature", NULL);
  g_assert_cmpuint (n_notifies, ==, 1);

  jot_chip_set_text (fixture->chip, NULL);
  g_assert_cmpstr (jot_chip_get_text (fixture->chip), ==, "");
}

/* What colour says is said without it too. */
static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_notifies;

  jot_test_count_notify (fixture->chip, "state", &n_notifies);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->chip),
                                           "passed"));
  g_assert_cmpstr (get_icon (fixture->chip), ==, "emblem-ok-symbolic");

  jot_chip_set_state (fixture->chip, JOT_CHIP_FAILED);
  jot_chip_set_state (fixture->chip, JOT_CHIP_FAILED);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->chip),
                                           "failed"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->chip),
                                            "passed"));
  g_assert_cmpstr (get_icon (fixture->chip), ==, "window-close-symbolic");

  g_object_set (fixture->chip, "state", JOT_CHIP_NEUTRAL, NULL);
  g_assert_cmpint (jot_chip_get_state (fixture->chip), ==, JOT_CHIP_NEUTRAL);
  g_assert_cmpstr (get_icon (fixture->chip), ==, "value-decrease-symbolic");
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_clicks = 0;

  g_signal_connect_swapped (fixture->chip, "clicked",
                            G_CALLBACK (jot_test_count_cb), &n_clicks);
  g_signal_emit_by_name (fixture->chip, "clicked");
  g_assert_cmpuint (n_clicks, ==, 1);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->chip)));
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add ("/ui/chip/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/ui/chip/state", Fixture, NULL, set_up, test_state, tear_down);
  g_test_add ("/ui/chip/click", Fixture, NULL, set_up, test_click, tear_down);

  return g_test_run ();
}
