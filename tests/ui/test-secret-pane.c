/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-secret-pane.h"

#include "jot-test.h"
#include "ui/widgets/jot-chip.h"

#define get_child(pane, name) \
  GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (pane), \
                                             JOT_TYPE_SECRET_PANE, name))

typedef struct
{
  JwtSecretGenerator *generator;
  JotSecretPane *pane;
  GtkLabel *preview;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->generator = jwt_secret_generator_new ();
  fixture->pane = g_object_ref_sink (JOT_SECRET_PANE (jot_secret_pane_new ()));
  fixture->preview = GTK_LABEL (get_child (fixture->pane, "preview"));
  jot_secret_pane_set_generator (fixture->pane, fixture->generator);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->generator);
}

static char *
dup_text (Fixture *fixture)
{
  g_autoptr (GBytes) text = jwt_secret_generator_dup_text (fixture->generator);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static void
assert_hidden (Fixture *fixture)
{
  const char *shown = gtk_label_get_text (fixture->preview);

  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 28);
  while (*shown) {
    g_assert_cmpuint (g_utf8_get_char (shown), ==, 0x2022);
    shown = g_utf8_next_char (shown);
  }

  g_assert_false (gtk_label_get_selectable (fixture->preview));
  gtk_test_accessible_assert_property (fixture->preview,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Secret hidden");
}

static void
assert_revealed (Fixture *fixture)
{
  g_autofree char *text = dup_text (fixture);

  g_assert_cmpstr (gtk_label_get_text (fixture->preview), ==, text);
  g_assert_true (gtk_label_get_selectable (fixture->preview));
}

static const char *
get_badge (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (get_child (fixture->pane, "badge")));
}

/* A secret wraps between any two characters, without a hyphen there. */
static void
test_hyphens (Fixture       *fixture,
              gconstpointer  data)
{
  PangoLayout *layout = gtk_label_get_layout (fixture->preview);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrIterator) iterator = NULL;
  PangoAttrInt *attribute;

  g_assert_true (gtk_label_get_wrap (fixture->preview));
  g_assert_cmpint (gtk_label_get_wrap_mode (fixture->preview), ==,
                   PANGO_WRAP_CHAR);

  iterator = pango_attr_list_get_iterator (attributes);
  attribute = (PangoAttrInt *)
    pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS);
  g_assert_nonnull (attribute);
  g_assert_cmpint (attribute->value, ==, FALSE);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *badge = get_child (fixture->pane, "badge");

  assert_hidden (fixture);
  g_assert_cmpstr (get_badge (fixture), ==, "Hidden");
  g_assert_false (gtk_widget_has_css_class (badge, "warn"));

  jot_secret_pane_set_revealed (fixture->pane, TRUE);
  assert_revealed (fixture);
  g_assert_cmpstr (get_badge (fixture), ==, "Visible");
  g_assert_true (gtk_widget_has_css_class (badge, "warn"));

  jwt_secret_generator_generate (fixture->generator, NULL);
  assert_revealed (fixture);
  jwt_secret_generator_set_encoding (fixture->generator, JWT_ENCODING_HEX);
  assert_revealed (fixture);

  jot_secret_pane_set_revealed (fixture->pane, FALSE);
  assert_hidden (fixture);
}

/* Dots that grew with the secret would tell how long it is. */
static void
test_dots (Fixture       *fixture,
           gconstpointer  data)
{
  jwt_secret_generator_set_size (fixture->generator, JWT_SECRET_MAX_SIZE);
  assert_hidden (fixture);
  jwt_secret_generator_set_encoding (fixture->generator, JWT_ENCODING_HEX);
  assert_hidden (fixture);

  jot_secret_pane_set_revealed (fixture->pane, TRUE);
  assert_revealed (fixture);
  jot_secret_pane_set_generator (fixture->pane, NULL);
  assert_hidden (fixture);
}

static JotChip *
get_chip (Fixture *fixture,
          guint    position)
{
  GtkWidget *chip =
    gtk_widget_get_first_child (get_child (fixture->pane, "chips"));

  while (position-- > 0)
    chip = gtk_widget_get_next_sibling (chip);

  return chip ? JOT_CHIP (chip) : NULL;
}

static void
assert_chip (Fixture      *fixture,
             guint         position,
             const char   *text,
             JotChipState  state)
{
  JotChip *chip = get_chip (fixture, position);

  g_assert_cmpstr (jot_chip_get_text (chip), ==, text);
  g_assert_cmpint (jot_chip_get_state (chip), ==, state);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (chip)));
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  assert_chip (fixture, 0, "HS256", JOT_CHIP_PASSED);
  assert_chip (fixture, 1, "HS384 needs 384 bits", JOT_CHIP_NEUTRAL);
  assert_chip (fixture, 2, "HS512 needs 512 bits", JOT_CHIP_NEUTRAL);
  g_assert_null (get_chip (fixture, 3));

  jwt_secret_generator_set_size (fixture->generator, 48);
  assert_chip (fixture, 1, "HS384", JOT_CHIP_PASSED);
  assert_chip (fixture, 2, "HS512 needs 512 bits", JOT_CHIP_NEUTRAL);
  g_assert_null (get_chip (fixture, 3));

  jot_secret_pane_set_generator (fixture->pane, NULL);
  g_assert_null (get_chip (fixture, 0));
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkLabel *facts = GTK_LABEL (get_child (fixture->pane, "facts"));

  g_assert_cmpstr (gtk_label_get_text (facts), ==,
                   "256 bits of randomness from the system generator, exactly "
                   "the minimum for HS256 (RFC 7518 §3.2).");

  jwt_secret_generator_set_algorithm (fixture->generator, JWT_ALGORITHM_HS384);
  g_assert_cmpstr (gtk_label_get_text (facts), ==,
                   "384 bits of randomness from the system generator, exactly "
                   "the minimum for HS384 (RFC 7518 §3.2).");
}

static void
test_same_value (Fixture       *fixture,
                 gconstpointer  data)
{
  guint generator, revealed, narrow;

  jot_test_count_notify (fixture->pane, "generator", &generator);
  jot_test_count_notify (fixture->pane, "revealed", &revealed);
  jot_test_count_notify (fixture->pane, "narrow", &narrow);

  g_object_set (fixture->pane, "generator", fixture->generator,
                "revealed", FALSE, "narrow", FALSE, NULL);
  g_assert_cmpuint (generator + revealed + narrow, ==, 0);

  g_object_set (fixture->pane, "generator", NULL,
                "revealed", TRUE, "narrow", TRUE, NULL);
  g_assert_cmpuint (generator, ==, 1);
  g_assert_cmpuint (revealed, ==, 1);
  g_assert_cmpuint (narrow, ==, 1);
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

  add ("/secret-pane/hyphens", test_hyphens);
  add ("/secret-pane/reveal", test_reveal);
  add ("/secret-pane/dots", test_dots);
  add ("/secret-pane/chips", test_chips);
  add ("/secret-pane/facts", test_facts);
  add ("/secret-pane/same-value", test_same_value);

  return g_test_run ();
}
