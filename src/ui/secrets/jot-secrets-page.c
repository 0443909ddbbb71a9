/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-secrets-page.h"

#include <glib/gi18n.h>

#include "core/jwt-enums.h"
#include "ui/jot-clipboard.h"
#include "ui/secrets/jot-options-pane.h"
#include "ui/secrets/jot-secret-pane.h"
#include "ui/widgets/jot-columns.h"

#define REVEAL_SECONDS 60

struct _JotSecretsPage
{
  AdwBin parent_instance;

  GtkWidget *secret_pane;
  GtkWidget *options_pane;

  JwtSecretGenerator *generator;
  JotClipboard *clipboard;
  gboolean revealed;
  guint reveal_seconds;
  guint reveal_id;
};

G_DEFINE_FINAL_TYPE (JotSecretsPage, jot_secrets_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_GENERATOR,
  PROP_REVEALED,
  PROP_REVEAL_SECONDS,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

enum {
  SIGNAL_USE_FOR_SIGNING,
  SIGNAL_LAST_SIGNAL
};

static guint signals[SIGNAL_LAST_SIGNAL];

static void
toast (JotSecretsPage *self,
       const char     *title,
       const char     *button,
       const char     *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sss)",
                              title, button, action);
}

static gboolean
hide_cb (gpointer user_data)
{
  JotSecretsPage *self = user_data;

  self->reveal_id = 0;
  jot_secrets_page_set_revealed (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* What shows already shows this long from now on. */
static void
restart_reveal (JotSecretsPage *self)
{
  g_clear_handle_id (&self->reveal_id, g_source_remove);

  if (self->revealed)
    self->reveal_id = g_timeout_add_seconds (self->reveal_seconds,
                                             hide_cb, self);
}

static void
set_reveal_seconds (JotSecretsPage *self,
                    guint           seconds)
{
  if (self->reveal_seconds == seconds)
    return;

  self->reveal_seconds = seconds;
  restart_reveal (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEAL_SECONDS]);
}

static void
secret_changed_cb (JotSecretsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean there = jwt_secret_generator_get_secret (self->generator) != NULL;

  jot_secrets_page_set_revealed (self, FALSE);
  gtk_widget_action_set_enabled (widget, "page.copy", there);
  gtk_widget_action_set_enabled (widget, "page.reveal", there);
  gtk_widget_action_set_enabled (widget, "page.use-for-signing", there);
}

/* What goes wrong is the generator's problem, which the pane shows. */
static void
generate_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  jwt_secret_generator_generate (JOT_SECRETS_PAGE (widget)->generator, NULL);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (widget);
  g_autoptr (GBytes) text = jwt_secret_generator_dup_text (self->generator);
  g_autofree char *title =
    g_strdup_printf (_("Secret copied. The clipboard is cleared in %u s."),
                     jot_clipboard_get_delay (self->clipboard));

  jot_clipboard_copy_secret (self->clipboard, text);
  toast (self, title, _("Clear Now"), "win.clear-clipboard");
}

static void
clear_clipboard_action_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (widget);

  if (jot_clipboard_clear (self->clipboard))
    toast (self, _("Clipboard cleared"), "", "");
  else
    toast (self, _("The secret is no longer on the clipboard"), "", "");
}

static void
reveal_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (widget);

  jot_secrets_page_set_revealed (self, !self->revealed);
}

static void
hide_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  jot_secrets_page_set_revealed (JOT_SECRETS_PAGE (widget), FALSE);
}

static void
use_for_signing_action_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (widget);
  g_autoptr (GBytes) text = jwt_secret_generator_dup_text (self->generator);

  g_signal_emit (self, signals[SIGNAL_USE_FOR_SIGNING], 0, text,
                 jwt_secret_generator_get_encoding (self->generator),
                 jwt_secret_generator_get_algorithm (self->generator));
}

static void
next_area_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *next = self->secret_pane;

  if (focus && gtk_widget_is_ancestor (focus, self->secret_pane))
    next = self->options_pane;

  gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static GtkPolicyType
policy_when_stacked (JotSecretsPage *self,
                     guint           n_columns)
{
  return n_columns == 1 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER;
}

static GtkPolicyType
policy_when_wide (JotSecretsPage *self,
                  guint           n_columns)
{
  return n_columns == 1 ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;
}

static gboolean
is_stacked (JotSecretsPage *self,
            guint           n_columns)
{
  return n_columns == 1;
}

/* Leaving the page ends the reveal. */
static void
jot_secrets_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jot_secrets_page_parent_class)->unmap (widget);

  jot_secrets_page_set_revealed (JOT_SECRETS_PAGE (widget), FALSE);
}

static void
jot_secrets_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (object);

  switch (prop_id) {
  case PROP_GENERATOR:
    g_value_set_object (value, self->generator);
    break;
  case PROP_REVEALED:
    g_value_set_boolean (value, self->revealed);
    break;
  case PROP_REVEAL_SECONDS:
    g_value_set_uint (value, self->reveal_seconds);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_secrets_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (object);

  switch (prop_id) {
  case PROP_REVEALED:
    jot_secrets_page_set_revealed (self, g_value_get_boolean (value));
    break;
  case PROP_REVEAL_SECONDS:
    set_reveal_seconds (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_secrets_page_dispose (GObject *object)
{
  JotSecretsPage *self = JOT_SECRETS_PAGE (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_SECRETS_PAGE);
  g_clear_object (&self->clipboard);
  g_clear_object (&self->generator);

  G_OBJECT_CLASS (jot_secrets_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_GENERATOR] =
    g_param_spec_object ("generator", NULL, NULL, JWT_TYPE_SECRET_GENERATOR,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  props[PROP_REVEAL_SECONDS] =
    g_param_spec_uint ("reveal-seconds", NULL, NULL, 1, G_MAXUINT,
                       REVEAL_SECONDS,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);

  signals[SIGNAL_USE_FOR_SIGNING] =
    g_signal_new ("use-for-signing", JOT_TYPE_SECRETS_PAGE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  G_TYPE_BYTES, JWT_TYPE_ENCODING, JWT_TYPE_ALGORITHM);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy", NULL,
                                   copy_action_cb);
  gtk_widget_class_install_action (widget_class, "page.clear-clipboard", NULL,
                                   clear_clipboard_action_cb);
  gtk_widget_class_install_action (widget_class, "page.reveal", NULL,
                                   reveal_action_cb);
  gtk_widget_class_install_action (widget_class, "page.hide", NULL,
                                   hide_action_cb);
  gtk_widget_class_install_action (widget_class, "page.generate", NULL,
                                   generate_action_cb);
  gtk_widget_class_install_action (widget_class, "page.use-for-signing", NULL,
                                   use_for_signing_action_cb);
  gtk_widget_class_install_action (widget_class, "page.next-area", NULL,
                                   next_area_action_cb);
}

static void
jot_secrets_page_class_init (JotSecretsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_secrets_page_get_property;
  object_class->set_property = jot_secrets_page_set_property;
  object_class->dispose = jot_secrets_page_dispose;

  widget_class->unmap = jot_secrets_page_unmap;

  install_properties (object_class);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/secrets/jot-secrets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JotSecretsPage,
                                        secret_pane);
  gtk_widget_class_bind_template_child (widget_class, JotSecretsPage,
                                        options_pane);
  gtk_widget_class_bind_template_callback (widget_class, policy_when_stacked);
  gtk_widget_class_bind_template_callback (widget_class, policy_when_wide);
  gtk_widget_class_bind_template_callback (widget_class, is_stacked);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jot_secrets_page_init (JotSecretsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_type_ensure (JOT_TYPE_COLUMNS);
  g_type_ensure (JOT_TYPE_OPTIONS_PANE);
  g_type_ensure (JOT_TYPE_SECRET_PANE);

  self->reveal_seconds = REVEAL_SECONDS;
  self->generator = jwt_secret_generator_new ();
  self->clipboard = jot_clipboard_new (gtk_widget_get_clipboard (widget));

  gtk_widget_init_template (widget);

  gtk_widget_action_set_enabled (widget, "page.hide", FALSE);
  g_signal_connect_object (self->generator, "notify::secret",
                           G_CALLBACK (secret_changed_cb), self,
                           G_CONNECT_SWAPPED);
  secret_changed_cb (self);
}

GtkWidget *
jot_secrets_page_new (void)
{
  return g_object_new (JOT_TYPE_SECRETS_PAGE, NULL);
}

JwtSecretGenerator *
jot_secrets_page_get_generator (JotSecretsPage *self)
{
  g_return_val_if_fail (JOT_IS_SECRETS_PAGE (self), NULL);

  return self->generator;
}

gboolean
jot_secrets_page_get_revealed (JotSecretsPage *self)
{
  g_return_val_if_fail (JOT_IS_SECRETS_PAGE (self), FALSE);

  return self->revealed;
}

void
jot_secrets_page_set_revealed (JotSecretsPage *self,
                               gboolean        revealed)
{
  g_return_if_fail (JOT_IS_SECRETS_PAGE (self));

  revealed = !!revealed;
  if (self->revealed == revealed)
    return;

  self->revealed = revealed;
  restart_reveal (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide", revealed);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}
