/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-secret-pane.h"

#include <glib/gi18n.h>

#include "core/base/jwt-bytes.h"
#include "ui/widgets/jot-chip.h"
#include "ui/widgets/jot-name.h"
#include "ui/widgets/jot-wrap.h"
#include "words/jot-words.h"

/* Says nothing about the secret, not even how long it is. */
#define N_DOTS 28

struct _JotSecretPane
{
  GtkBox parent_instance;

  GtkWidget *badge;
  GtkLabel *preview;
  GtkWidget *facts;
  GtkWidget *chips;
  GtkWidget *generate_button;
  GtkWidget *reveal_button;
  GtkWidget *copy_button;

  JwtSecretGenerator *generator;
  GSignalGroup *handlers;
  gboolean revealed;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (JotSecretPane, jot_secret_pane, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_GENERATOR,
  PROP_REVEALED,
  PROP_NARROW,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

/* A label names itself after its text, and dots are no name. */
static void
show_dots (JotSecretPane *self)
{
  g_autoptr (GString) dots = g_string_new (NULL);
  guint i;

  for (i = 0; i < N_DOTS; i++)
    g_string_append (dots, "•");

  gtk_label_set_text (self->preview, dots->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Secret hidden"),
                                  -1);
}

static void
show_secret (JotSecretPane *self,
             GBytes        *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  char *plain = g_strndup (data, size);

  gtk_label_set_text (self->preview, plain);
  jwt_wipe (plain, size);
  g_free (plain);
}

static void
update_preview_cb (JotSecretPane *self)
{
  g_autoptr (GBytes) text = NULL;

  if (self->revealed && self->generator)
    text = jwt_secret_generator_dup_text (self->generator);

  if (text) {
    show_secret (self, text);
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "concealed");
  } else {
    show_dots (self);
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "concealed");
  }

  gtk_label_set_selectable (self->preview, text != NULL);
}

static char *
chip_text (const JwtAlgorithmInfo *info,
           gboolean                enough)
{
  guint bits = info->min_key_size * 8;

  if (enough)
    return g_strdup (info->name);

  return g_strdup_printf (ngettext ("%s needs %u bit",
                                    "%s needs %u bits", bits),
                          info->name, bits);
}

/* These chips only tell, there is nothing to press. */
static void
add_chip (JotSecretPane          *self,
          const JwtAlgorithmInfo *info)
{
  gboolean enough =
    jwt_secret_generator_get_size (self->generator) >= info->min_key_size;
  g_autofree char *text = chip_text (info, enough);
  GtkWidget *chip = g_object_new (JOT_TYPE_CHIP,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL,
                                  "can-target", FALSE,
                                  "focusable", FALSE,
                                  NULL);

  jot_chip_set_text (JOT_CHIP (chip), text);
  jot_chip_set_state (JOT_CHIP (chip),
                      enough ? JOT_CHIP_PASSED : JOT_CHIP_NEUTRAL);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
update_chips_cb (JotSecretPane *self)
{
  GtkWidget *chip;
  guint n, i;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  while ((chip = gtk_widget_get_first_child (self->chips)))
    gtk_box_remove (GTK_BOX (self->chips), chip);

  for (i = 0; self->generator && i < n; i++)
    if (infos[i].family == JWT_FAMILY_HMAC)
      add_chip (self, &infos[i]);
}

static char *
describe (JotSecretPane *self,
          guint          size,
          JwtAlgorithm   algorithm,
          const GError  *problem)
{
  g_autofree char *sentence = NULL;

  if (!problem)
    return jot_words_secret_facts (size, algorithm);

  sentence = jot_words_error (problem);

  return g_markup_escape_text (sentence, -1);
}

static char *
badge_label (JotSecretPane *self,
             gboolean       revealed)
{
  return g_strdup (revealed ? C_("badge", "Visible") : C_("badge", "Hidden"));
}

static char *
generate_label (JotSecretPane *self,
                gboolean       narrow)
{
  return g_strdup (narrow ? C_("button", "Again") : _("Generate Again"));
}

static char *
reveal_label (JotSecretPane *self,
              gboolean       revealed)
{
  return g_strdup (revealed ? _("Hide Secret") : _("Show Secret"));
}

static char *
reveal_icon (JotSecretPane *self,
             gboolean       revealed)
{
  return g_strdup (revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static void
jot_secret_pane_root (GtkWidget *widget)
{
  JotSecretPane *self = JOT_SECRET_PANE (widget);
  g_autofree char *reveal = reveal_label (self, self->revealed);

  GTK_WIDGET_CLASS (jot_secret_pane_parent_class)->root (widget);

  jot_name_widget (self->generate_button, _("Generate Again"));
  jot_name_widget (self->reveal_button, reveal);
  jot_name_widget (self->copy_button, _("Copy Secret"));
}

static void
jot_secret_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  JotSecretPane *self = JOT_SECRET_PANE (object);

  switch (prop_id) {
  case PROP_GENERATOR:
    g_value_set_object (value, self->generator);
    break;
  case PROP_REVEALED:
    g_value_set_boolean (value, self->revealed);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_secret_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  JotSecretPane *self = JOT_SECRET_PANE (object);

  switch (prop_id) {
  case PROP_GENERATOR:
    jot_secret_pane_set_generator (self, g_value_get_object (value));
    break;
  case PROP_REVEALED:
    jot_secret_pane_set_revealed (self, g_value_get_boolean (value));
    break;
  case PROP_NARROW:
    jot_secret_pane_set_narrow (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_secret_pane_dispose (GObject *object)
{
  JotSecretPane *self = JOT_SECRET_PANE (object);

  g_clear_object (&self->handlers);
  g_clear_object (&self->generator);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_SECRET_PANE);

  G_OBJECT_CLASS (jot_secret_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  props[PROP_GENERATOR] =
    g_param_spec_object ("generator", NULL, NULL, JWT_TYPE_SECRET_GENERATOR,
                         flags);
  props[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/secrets/jot-secret-pane.ui");

#define bind_child(name) \
  gtk_widget_class_bind_template_child (widget_class, JotSecretPane, name)
  bind_child (badge);
  bind_child (preview);
  bind_child (facts);
  bind_child (chips);
  bind_child (generate_button);
  bind_child (reveal_button);
  bind_child (copy_button);
#undef bind_child

  gtk_widget_class_bind_template_callback (widget_class, describe);
  gtk_widget_class_bind_template_callback (widget_class, badge_label);
  gtk_widget_class_bind_template_callback (widget_class, generate_label);
  gtk_widget_class_bind_template_callback (widget_class, reveal_label);
  gtk_widget_class_bind_template_callback (widget_class, reveal_icon);
}

static void
jot_secret_pane_class_init (JotSecretPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_secret_pane_get_property;
  object_class->set_property = jot_secret_pane_set_property;
  object_class->dispose = jot_secret_pane_dispose;

  widget_class->root = jot_secret_pane_root;

  install_properties (object_class);

  bind_template (widget_class);
}

static void
jot_secret_pane_init (JotSecretPane *self)
{
  g_type_ensure (JOT_TYPE_WRAP);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->handlers = g_signal_group_new (JWT_TYPE_SECRET_GENERATOR);
  g_signal_group_connect_swapped (self->handlers, "notify::secret",
                                  G_CALLBACK (update_preview_cb), self);
  g_signal_group_connect_swapped (self->handlers, "notify::encoding",
                                  G_CALLBACK (update_preview_cb), self);
  g_signal_group_connect_swapped (self->handlers, "notify::size",
                                  G_CALLBACK (update_chips_cb), self);
  update_preview_cb (self);
}

GtkWidget *
jot_secret_pane_new (void)
{
  return g_object_new (JOT_TYPE_SECRET_PANE, NULL);
}

JwtSecretGenerator *
jot_secret_pane_get_generator (JotSecretPane *self)
{
  g_return_val_if_fail (JOT_IS_SECRET_PANE (self), NULL);

  return self->generator;
}

void
jot_secret_pane_set_generator (JotSecretPane      *self,
                               JwtSecretGenerator *generator)
{
  g_return_if_fail (JOT_IS_SECRET_PANE (self));

  if (!g_set_object (&self->generator, generator))
    return;

  g_signal_group_set_target (self->handlers, generator);
  update_preview_cb (self);
  update_chips_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GENERATOR]);
}

gboolean
jot_secret_pane_get_revealed (JotSecretPane *self)
{
  g_return_val_if_fail (JOT_IS_SECRET_PANE (self), FALSE);

  return self->revealed;
}

void
jot_secret_pane_set_revealed (JotSecretPane *self,
                              gboolean       revealed)
{
  g_autofree char *reveal = NULL;

  g_return_if_fail (JOT_IS_SECRET_PANE (self));

  revealed = !!revealed;
  if (self->revealed == revealed)
    return;

  self->revealed = revealed;
  update_preview_cb (self);
  reveal = reveal_label (self, revealed);
  jot_name_widget (self->reveal_button, reveal);
  if (revealed)
    gtk_widget_add_css_class (self->badge, "warn");
  else
    gtk_widget_remove_css_class (self->badge, "warn");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

gboolean
jot_secret_pane_get_narrow (JotSecretPane *self)
{
  g_return_val_if_fail (JOT_IS_SECRET_PANE (self), FALSE);

  return self->narrow;
}

void
jot_secret_pane_set_narrow (JotSecretPane *self,
                            gboolean       narrow)
{
  g_return_if_fail (JOT_IS_SECRET_PANE (self));

  narrow = !!narrow;
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}
