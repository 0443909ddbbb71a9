/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-options-pane.h"

#include <glib/gi18n.h>

#include "ui/widgets/jot-toggles.h"
#include "words/jot-words.h"

struct _JotOptionsPane
{
  GtkBox parent_instance;

  JotToggles *algorithms;
  AdwComboRow *size;
  GtkWidget *custom_row;
  GtkAdjustment *custom_size;
  JotToggles *encodings;

  JwtSecretGenerator *generator;
  GBindingGroup *bindings;
  GSignalGroup *handlers;
  gboolean custom;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JotOptionsPane, jot_options_pane, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_GENERATOR,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

/* In bytes; Custom… comes after them. */
static const guint sizes[] = { 32, 48, 64 };

static const JwtEncoding encodings[] = {
  JWT_ENCODING_BASE64URL,
  JWT_ENCODING_BASE64,
  JWT_ENCODING_HEX,
};

static guint
get_least_size (JwtAlgorithm algorithm)
{
  return jwt_algorithm_get_info (algorithm)->min_key_size;
}

static guint
get_min_size (JotOptionsPane *self)
{
  return get_least_size (jwt_secret_generator_get_algorithm (self->generator));
}

static gboolean
algorithm_to_position (GBinding     *binding,
                       const GValue *from,
                       GValue       *to,
                       gpointer      user_data)
{
  guint n, i;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  for (i = 0; i < n; i++)
    if (infos[i].algorithm == (JwtAlgorithm) g_value_get_enum (from))
      g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
position_to_algorithm (GBinding     *binding,
                       const GValue *from,
                       GValue       *to,
                       gpointer      user_data)
{
  guint n;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  g_value_set_enum (to, infos[g_value_get_uint (from)].algorithm);

  return TRUE;
}

static gboolean
encoding_to_position (GBinding     *binding,
                      const GValue *from,
                      GValue       *to,
                      gpointer      user_data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i] == (JwtEncoding) g_value_get_enum (from))
      g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
position_to_encoding (GBinding     *binding,
                      const GValue *from,
                      GValue       *to,
                      gpointer      user_data)
{
  g_value_set_enum (to, encodings[g_value_get_uint (from)]);

  return TRUE;
}

/* No size below what the algorithm needs is offered. */
static guint
get_first_size (JotOptionsPane *self)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (sizes) && sizes[i] < get_min_size (self))
    i++;

  return i;
}

static void
fill_sizes (JotOptionsPane *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint i;

  for (i = get_first_size (self); i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_take (list, g_strdup_printf (ngettext ("%u bit", "%u bits",
                                                           sizes[i] * 8),
                                                 sizes[i] * 8));
  gtk_string_list_append (list, _("Custom…"));

  adw_combo_row_set_model (self->size, G_LIST_MODEL (list));
  g_object_unref (list);
}

static void
select_size (JotOptionsPane *self)
{
  guint size = jwt_secret_generator_get_size (self->generator);
  guint first = get_first_size (self), i = first;

  while (i < G_N_ELEMENTS (sizes) && sizes[i] != size)
    i++;
  if (i == G_N_ELEMENTS (sizes))
    self->custom = TRUE;

  adw_combo_row_set_selected (self->size, self->custom
                                          ? G_N_ELEMENTS (sizes) - first
                                          : i - first);
  gtk_widget_set_visible (self->custom_row, self->custom);
}

static void
show_size (JotOptionsPane *self)
{
  guint size = jwt_secret_generator_get_size (self->generator);

  select_size (self);
  gtk_adjustment_configure (self->custom_size, size, get_min_size (self),
                            JWT_SECRET_MAX_SIZE, 1, 16, 0);
}

static void
size_cb (JotOptionsPane *self)
{
  self->updating = TRUE;
  show_size (self);
  self->updating = FALSE;
}

static void
algorithm_cb (JotOptionsPane *self)
{
  self->updating = TRUE;
  fill_sizes (self);
  show_size (self);
  self->updating = FALSE;
}

static void
size_selected_cb (JotOptionsPane *self)
{
  guint position = adw_combo_row_get_selected (self->size);

  if (self->updating || !self->generator)
    return;

  position += get_first_size (self);
  self->custom = position >= G_N_ELEMENTS (sizes);
  gtk_widget_set_visible (self->custom_row, self->custom);

  if (!self->custom)
    jwt_secret_generator_set_size (self->generator, sizes[position]);
}

static void
custom_size_cb (JotOptionsPane *self)
{
  guint size = gtk_adjustment_get_value (self->custom_size);

  if (!self->updating && self->generator)
    jwt_secret_generator_set_size (self->generator, size);
}

static char *
size_subtitle (JotOptionsPane *self,
               guint           size,
               JwtAlgorithm    algorithm)
{
  return g_strdup_printf (ngettext ("%u byte. %s needs at least %u.",
                                    "%u bytes. %s needs at least %u.", size),
                          size, jwt_algorithm_get_name (algorithm),
                          get_least_size (algorithm));
}

static char *
custom_subtitle (JotOptionsPane *self,
                 JwtAlgorithm    algorithm)
{
  return g_strdup_printf (_("Bytes, %u to %u"), get_least_size (algorithm),
                          JWT_SECRET_MAX_SIZE);
}

static void
jot_options_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  JotOptionsPane *self = JOT_OPTIONS_PANE (object);

  switch (prop_id) {
  case PROP_GENERATOR:
    g_value_set_object (value, self->generator);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_options_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  JotOptionsPane *self = JOT_OPTIONS_PANE (object);

  switch (prop_id) {
  case PROP_GENERATOR:
    jot_options_pane_set_generator (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_options_pane_dispose (GObject *object)
{
  JotOptionsPane *self = JOT_OPTIONS_PANE (object);

  jot_options_pane_set_generator (self, NULL);
  g_clear_object (&self->bindings);
  g_clear_object (&self->handlers);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_OPTIONS_PANE);

  G_OBJECT_CLASS (jot_options_pane_parent_class)->dispose (object);
}

static void
jot_options_pane_class_init (JotOptionsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_options_pane_get_property;
  object_class->set_property = jot_options_pane_set_property;
  object_class->dispose = jot_options_pane_dispose;

  props[PROP_GENERATOR] =
    g_param_spec_object ("generator", NULL, NULL, JWT_TYPE_SECRET_GENERATOR,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/secrets/jot-options-pane.ui");

#define bind_child(name) \
  gtk_widget_class_bind_template_child (widget_class, JotOptionsPane, name)
  bind_child (algorithms);
  bind_child (size);
  bind_child (custom_row);
  bind_child (custom_size);
  bind_child (encodings);
#undef bind_child

  gtk_widget_class_bind_template_callback (widget_class, size_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, custom_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, size_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, custom_size_cb);
}

static void
name_toggles (JotOptionsPane *self)
{
  const char *names[G_N_ELEMENTS (encodings) + 1] = { NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) algorithms = NULL;
  guint n, i;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  for (i = 0; i < n; i++)
    g_strv_builder_add (builder, infos[i].name);
  algorithms = g_strv_builder_end (builder);
  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    names[i] = jot_words_encoding (encodings[i]);

  jot_toggles_set_strings (self->algorithms, (const char * const *) algorithms);
  jot_toggles_set_strings (self->encodings, names);
}

static void
jot_options_pane_init (JotOptionsPane *self)
{
  GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_type_ensure (JOT_TYPE_TOGGLES);
  gtk_widget_init_template (GTK_WIDGET (self));
  name_toggles (self);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind_full (self->bindings, "algorithm",
                             self->algorithms, "selected", flags,
                             algorithm_to_position, position_to_algorithm,
                             NULL, NULL);
  g_binding_group_bind_full (self->bindings, "encoding",
                             self->encodings, "selected", flags,
                             encoding_to_position, position_to_encoding,
                             NULL, NULL);

  self->handlers = g_signal_group_new (JWT_TYPE_SECRET_GENERATOR);
  g_signal_group_connect_swapped (self->handlers, "notify::algorithm",
                                  G_CALLBACK (algorithm_cb), self);
  g_signal_group_connect_swapped (self->handlers, "notify::size",
                                  G_CALLBACK (size_cb), self);
}

GtkWidget *
jot_options_pane_new (void)
{
  return g_object_new (JOT_TYPE_OPTIONS_PANE, NULL);
}

JwtSecretGenerator *
jot_options_pane_get_generator (JotOptionsPane *self)
{
  g_return_val_if_fail (JOT_IS_OPTIONS_PANE (self), NULL);

  return self->generator;
}

void
jot_options_pane_set_generator (JotOptionsPane     *self,
                                JwtSecretGenerator *generator)
{
  g_return_if_fail (JOT_IS_OPTIONS_PANE (self));

  if (!g_set_object (&self->generator, generator))
    return;

  g_binding_group_set_source (self->bindings, generator);
  g_signal_group_set_target (self->handlers, generator);
  if (generator)
    algorithm_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GENERATOR]);
}
