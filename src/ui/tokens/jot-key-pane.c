/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-key-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/base/jwt-bytes.h"
#include "words/jot-words.h"

struct _JotKeyPane
{
  JotPane parent_instance;

  AdwComboRow *algorithm_row;
  GtkStringList *algorithms;
  GtkEditable *secret_row;
  GtkDropDown *encoding_menu;
  GtkStringList *encodings;
  GtkWidget *hint_row;
  GtkImage *hint_icon;
  GtkLabel *hint;
  AdwExpanderRow *checks_row;
  GtkEditable *issuer_row;
  GtkEditable *audience_row;
  GtkSpinButton *leeway_spin;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (JotKeyPane, jot_key_pane, JOT_TYPE_PANE)

enum {
  PROP_0,
  PROP_REVEALED,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static JwtPolicy *
get_policy (JotKeyPane *self)
{
  return jwt_workbench_get_policy (jot_pane_get_workbench (JOT_PANE (self)));
}

static guint
find_algorithm (JwtAlgorithm algorithm)
{
  guint n_algorithms, i;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n_algorithms);

  for (i = 0; i < n_algorithms; i++)
    if (infos[i].algorithm == algorithm)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
algorithm_chosen_cb (JotKeyPane *self)
{
  guint n_algorithms, chosen = adw_combo_row_get_selected (self->algorithm_row);
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n_algorithms);

  if (!self->showing && chosen < n_algorithms)
    jwt_policy_set_algorithm (get_policy (self), infos[chosen].algorithm);
}

static JwtEncoding
get_encoding (JotKeyPane *self)
{
  return gtk_drop_down_get_selected (self->encoding_menu);
}

static void
secret_changed_cb (JotKeyPane *self)
{
  JwtWorkbench *workbench = jot_pane_get_workbench (JOT_PANE (self));

  if (!self->showing && workbench)
    jwt_workbench_set_key_text (workbench,
                                gtk_editable_get_text (self->secret_row),
                                get_encoding (self));
}

static void
issuer_changed_cb (JotKeyPane *self)
{
  if (!self->showing)
    jwt_policy_set_issuer (get_policy (self),
                           gtk_editable_get_text (self->issuer_row));
}

static void
audience_changed_cb (JotKeyPane *self)
{
  if (!self->showing)
    jwt_policy_set_audience (get_policy (self),
                             gtk_editable_get_text (self->audience_row));
}

static void
leeway_changed_cb (JotKeyPane *self)
{
  int leeway = gtk_spin_button_get_value_as_int (self->leeway_spin);

  if (!self->showing)
    jwt_policy_set_leeway (get_policy (self), leeway);
}

/* A text that may well be meant as bytes is no mistake yet, but may be one. */
static gboolean
looks_encoded (const char *text)
{
  static const JwtEncoding others[] = {
    JWT_ENCODING_BASE64URL, JWT_ENCODING_BASE64, JWT_ENCODING_HEX,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GBytes) bytes = jwt_encoding_decode (others[i], text,
                                                    strlen (text), NULL);

    if (bytes && g_bytes_get_size (bytes) >= 32)
      return TRUE;
  }

  return FALSE;
}

static const char *
get_hint_icon (JotKeyPane   *self,
               JwtKey       *key,
               const GError *problem)
{
  if (problem || !key)
    return "dialog-error-symbolic";
  if (get_encoding (self) == JWT_ENCODING_TEXT &&
      looks_encoded (gtk_editable_get_text (self->secret_row)))
    return "dialog-warning-symbolic";
  if (jwt_key_is_weak (key, jwt_policy_get_algorithm (get_policy (self))))
    return "dialog-error-symbolic";

  return "emblem-ok-symbolic";
}

static void
show_hint (JotKeyPane   *self,
           JwtWorkbench *workbench)
{
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  JwtKey *key = jwt_policy_get_key (policy);
  const GError *problem = jwt_workbench_get_key_problem (workbench);
  const char *text = gtk_editable_get_text (self->secret_row);
  const char *icon = get_hint_icon (self, key, problem);
  const char *classes[] = { icon, NULL };
  g_autofree char *hint = NULL;

  if (*text)
    hint = jot_words_key_hint (text, key, problem,
                               jwt_policy_get_algorithm (policy));

  gtk_widget_set_visible (self->hint_row, hint != NULL);
  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_image_set_from_icon_name (self->hint_icon, icon);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->hint_icon), icon))
    gtk_widget_set_css_classes (GTK_WIDGET (self->hint_icon), classes);
}

static gboolean
is_set (const char *text)
{
  return text && *text;
}

/* Says in the folded row what will be checked. */
static void
show_checks (JotKeyPane *self,
             JwtPolicy  *policy)
{
  gboolean issuer = is_set (jwt_policy_get_issuer (policy));
  gboolean audience = is_set (jwt_policy_get_audience (policy));
  guint leeway = jwt_policy_get_leeway (policy);
  g_autofree char *subtitle = NULL;

  if (issuer && audience)
    /* Translators: What is checked of the claims; %u is in seconds. */
    subtitle = g_strdup_printf (_("Expiry, issuer and audience, %u s leeway"),
                                leeway);
  else if (issuer)
    subtitle = g_strdup_printf (_("Expiry and issuer, %u s leeway"), leeway);
  else if (audience)
    subtitle = g_strdup_printf (_("Expiry and audience, %u s leeway"), leeway);
  else
    subtitle = g_strdup_printf (_("Expiry, %u s leeway"), leeway);

  adw_expander_row_set_subtitle (self->checks_row, subtitle);
}

static void
show_text (GtkEditable *editable,
           const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (editable), text ? text : "") != 0)
    gtk_editable_set_text (editable, text ? text : "");
}

static void
jot_key_pane_sync (JotPane *pane)
{
  JotKeyPane *self = JOT_KEY_PANE (pane);
  JwtWorkbench *workbench = jot_pane_get_workbench (pane);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  guint algorithm = find_algorithm (jwt_policy_get_algorithm (policy));

  self->showing = TRUE;
  adw_combo_row_set_selected (self->algorithm_row, algorithm);
  show_text (self->issuer_row, jwt_policy_get_issuer (policy));
  show_text (self->audience_row, jwt_policy_get_audience (policy));
  gtk_spin_button_set_value (self->leeway_spin, jwt_policy_get_leeway (policy));
  self->showing = FALSE;

  show_hint (self, workbench);
  show_checks (self, policy);
}

static gboolean
jot_key_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JOT_KEY_PANE (widget)->secret_row));
}

static void
visibility_cb (JotKeyPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

static void
jot_key_pane_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  JotKeyPane *self = JOT_KEY_PANE (object);

  switch (prop_id) {
  case PROP_REVEALED:
    g_value_set_boolean (value, jot_key_pane_get_revealed (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_key_pane_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  JotKeyPane *self = JOT_KEY_PANE (object);

  switch (prop_id) {
  case PROP_REVEALED:
    jot_key_pane_set_revealed (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_key_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_KEY_PANE);

  G_OBJECT_CLASS (jot_key_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-key-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane,
                                        algorithm_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, algorithms);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, secret_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane,
                                        encoding_menu);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, encodings);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, hint_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, hint_icon);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, hint);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, checks_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, audience_row);
  gtk_widget_class_bind_template_child (widget_class, JotKeyPane, leeway_spin);
  gtk_widget_class_bind_template_callback (widget_class, algorithm_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, secret_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, issuer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leeway_changed_cb);
}

static void
jot_key_pane_class_init (JotKeyPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_key_pane_get_property;
  object_class->set_property = jot_key_pane_set_property;
  object_class->dispose = jot_key_pane_dispose;
  widget_class->grab_focus = jot_key_pane_grab_focus;
  JOT_PANE_CLASS (klass)->sync = jot_key_pane_sync;

  props[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, LAST_PROP, props);

  bind_template (widget_class);
}

static void
fill_menus (JotKeyPane *self)
{
  guint n_algorithms, i;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n_algorithms);

  for (i = 0; i < n_algorithms; i++)
    gtk_string_list_append (self->algorithms, infos[i].name);

  for (i = 0; i < JWT_N_ENCODINGS; i++)
    gtk_string_list_append (self->encodings, jot_words_encoding (i));
}

/* The row would be called by its title too, and the menu's button, which takes
 * the focus, not at all. */
static void
set_names (JotKeyPane *self)
{
  GtkWidget *menu = GTK_WIDGET (self->encoding_menu);
  GtkWidget *button = gtk_widget_get_first_child (menu);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->secret_row),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How the secret is written"), -1);
}

static void
jot_key_pane_init (JotKeyPane *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_menus (self);
  set_names (self);
  gtk_drop_down_set_selected (self->encoding_menu, JWT_ENCODING_BASE64URL);
  self->showing = FALSE;

  /* What can be undone has to be remembered, and a secret must not be. */
  gtk_editable_set_enable_undo (self->secret_row, FALSE);

  g_signal_connect_object (gtk_editable_get_delegate (self->secret_row),
                           "notify::visibility", G_CALLBACK (visibility_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Takes over a secret as it is written, and what it is for. */
void
jot_key_pane_take_secret (JotKeyPane   *self,
                          GBytes       *text,
                          JwtEncoding   encoding,
                          JwtAlgorithm  algorithm)
{
  gsize size = g_bytes_get_size (text);
  char *copy;

  g_return_if_fail (JOT_IS_KEY_PANE (self));

  copy = g_malloc0 (size + 1);
  memcpy (copy, g_bytes_get_data (text, NULL), size);

  jwt_policy_set_algorithm (get_policy (self), algorithm);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->encoding_menu, encoding);
  gtk_editable_set_text (self->secret_row, copy);
  self->showing = FALSE;
  secret_changed_cb (self);

  jwt_wipe (copy, size);
  g_free (copy);
}

void
jot_key_pane_set_encoding (JotKeyPane  *self,
                           JwtEncoding  encoding)
{
  g_return_if_fail (JOT_IS_KEY_PANE (self));

  gtk_drop_down_set_selected (self->encoding_menu, encoding);
}

/* Takes the focus to where a person settles this check. */
void
jot_key_pane_focus_check (JotKeyPane *self,
                          JwtCheck    check)
{
  GtkWidget *target = GTK_WIDGET (self->secret_row);

  g_return_if_fail (JOT_IS_KEY_PANE (self));

  if (check == JWT_CHECK_ALGORITHM)
    target = GTK_WIDGET (self->algorithm_row);
  else if (check == JWT_CHECK_ISSUER)
    target = GTK_WIDGET (self->issuer_row);
  else if (check == JWT_CHECK_AUDIENCE)
    target = GTK_WIDGET (self->audience_row);

  if (check == JWT_CHECK_ISSUER || check == JWT_CHECK_AUDIENCE)
    adw_expander_row_set_expanded (self->checks_row, TRUE);

  gtk_widget_grab_focus (target);
}

gboolean
jot_key_pane_get_revealed (JotKeyPane *self)
{
  g_return_val_if_fail (JOT_IS_KEY_PANE (self), FALSE);

  return gtk_text_get_visibility (
    GTK_TEXT (gtk_editable_get_delegate (self->secret_row)));
}

void
jot_key_pane_set_revealed (JotKeyPane *self,
                           gboolean    revealed)
{
  g_return_if_fail (JOT_IS_KEY_PANE (self));

  if (jot_key_pane_get_revealed (self) != !!revealed)
    gtk_text_set_visibility (
      GTK_TEXT (gtk_editable_get_delegate (self->secret_row)), revealed);
}
