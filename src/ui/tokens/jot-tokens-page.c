/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-tokens-page-private.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-claims-pane.h"
#include "ui/tokens/jot-empty-pane.h"
#include "ui/tokens/jot-verdict-pane.h"
#include "ui/widgets/jot-columns.h"
#include "words/jot-words.h"

G_DEFINE_FINAL_TYPE (JotTokensPage, jot_tokens_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKBENCH,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static gboolean
tick_cb (gpointer user_data)
{
  jot_tokens_page_set_time (user_data);

  return G_SOURCE_CONTINUE;
}

/* The clock runs only while something on screen hangs on it. */
static void
update_tick (JotTokensPage *self)
{
  gboolean needed = gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                    jwt_workbench_needs_clock (self->workbench);

  if (needed && !self->tick_id) {
    self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
    jot_tokens_page_set_time (self);
  } else if (!needed) {
    g_clear_handle_id (&self->tick_id, g_source_remove);
  }
}

static void
workbench_changed_cb (JotTokensPage *self)
{
  jot_tokens_page_update_actions (self);
  update_tick (self);
}

static void
revealed_cb (JotTokensPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide",
                                 jot_key_pane_get_revealed (self->key_pane));
}

static guint
find_expiry (GdkDisplay *display,
             guint       keycode)
{
  static const guint seconds[] = { 900, 3600, 86400 };
  g_autofree guint *keyvals = NULL;
  int n_keyvals, i;

  if (!gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n_keyvals))
    return 0;

  for (i = 0; i < n_keyvals; i++)
    if (keyvals[i] >= GDK_KEY_1 && keyvals[i] <= GDK_KEY_3)
      return seconds[keyvals[i] - GDK_KEY_1];

  return 0;
}

/* With Shift a digit's key has another symbol, a different one in each layout,
 * which no accelerator can name. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JotTokensPage         *self)
{
  GdkModifierType wanted = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  GtkWidget *widget = GTK_WIDGET (self);
  guint seconds;

  if ((state & (wanted | GDK_ALT_MASK)) != wanted)
    return GDK_EVENT_PROPAGATE;

  seconds = find_expiry (gtk_widget_get_display (widget), keycode);
  if (seconds == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "page.extend", "u", seconds);

  return GDK_EVENT_STOP;
}

static gboolean
is_empty (JotTokensPage *self,
          JwtSummary     summary)
{
  return summary == JWT_SUMMARY_EMPTY;
}

static gboolean
has_token (JotTokensPage *self,
           JwtSummary     summary)
{
  return summary != JWT_SUMMARY_EMPTY;
}

static gboolean
is_stacked (JotTokensPage *self,
            guint          n_columns)
{
  return n_columns == 1;
}

static GtkPolicyType
policy_when_stacked (JotTokensPage *self,
                     guint          n_columns)
{
  return n_columns == 1 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER;
}

static GtkPolicyType
policy_when_wide (JotTokensPage *self,
                  guint          n_columns)
{
  return n_columns == 1 ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;
}

static void
pasted_cb (JotTokenPane  *token_pane,
           const char    *text,
           JotTokensPage *self)
{
  jot_tokens_page_paste_text (self, text);
}

/* Without this the page would take the focus back that leaves it. */
static gboolean
jot_tokens_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)),
                                 direction);
}

static gboolean
jot_tokens_page_grab_focus (GtkWidget *widget)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->token_pane));
}

static void
jot_tokens_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jot_tokens_page_parent_class)->map (widget);

  update_tick (JOT_TOKENS_PAGE (widget));
}

static void
jot_tokens_page_unmap (GtkWidget *widget)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  GTK_WIDGET_CLASS (jot_tokens_page_parent_class)->unmap (widget);

  jot_key_pane_set_revealed (self->key_pane, FALSE);
  update_tick (self);
}

static void
jot_tokens_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (object);

  switch (prop_id) {
  case PROP_WORKBENCH:
    g_value_set_object (value, self->workbench);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_tokens_page_dispose (GObject *object)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_TOKENS_PAGE);

  G_OBJECT_CLASS (jot_tokens_page_parent_class)->dispose (object);
}

static void
jot_tokens_page_finalize (GObject *object)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->workbench);
  jot_tokens_page_forget_draft (self);

  G_OBJECT_CLASS (jot_tokens_page_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (JOT_TYPE_CLAIMS_PANE);
  g_type_ensure (JOT_TYPE_COLUMNS);
  g_type_ensure (JOT_TYPE_EMPTY_PANE);
  g_type_ensure (JOT_TYPE_JSON_PANE);
  g_type_ensure (JOT_TYPE_KEY_PANE);
  g_type_ensure (JOT_TYPE_TOKEN_PANE);
  g_type_ensure (JOT_TYPE_VERDICT_PANE);
  g_type_ensure (JWT_TYPE_WORKBENCH);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-tokens-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage,
                                        verdict_pane);
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage,
                                        token_pane);
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage, key_pane);
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage,
                                        header_pane);
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage,
                                        payload_pane);
  gtk_widget_class_bind_template_child (widget_class, JotTokensPage,
                                        claims_pane);
  gtk_widget_class_bind_template_callback (widget_class, is_empty);
  gtk_widget_class_bind_template_callback (widget_class, has_token);
  gtk_widget_class_bind_template_callback (widget_class, is_stacked);
  gtk_widget_class_bind_template_callback (widget_class, policy_when_stacked);
  gtk_widget_class_bind_template_callback (widget_class, policy_when_wide);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
jot_tokens_page_class_init (JotTokensPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_tokens_page_get_property;
  object_class->dispose = jot_tokens_page_dispose;
  object_class->finalize = jot_tokens_page_finalize;

  widget_class->focus = jot_tokens_page_focus;
  widget_class->grab_focus = jot_tokens_page_grab_focus;
  widget_class->map = jot_tokens_page_map;
  widget_class->unmap = jot_tokens_page_unmap;

  props[PROP_WORKBENCH] =
    g_param_spec_object ("workbench", NULL, NULL, JWT_TYPE_WORKBENCH,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, LAST_PROP, props);

  ensure_types ();
  jot_tokens_page_install_actions (widget_class);
  bind_template (widget_class);
}

static void
jot_tokens_page_init (JotTokensPage *self)
{
  self->workbench = jwt_workbench_new ();
  self->cancellable = g_cancellable_new ();
  jot_tokens_page_set_time (self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->workbench, "changed",
                           G_CALLBACK (workbench_changed_cb), self,
                           G_CONNECT_SWAPPED);
  workbench_changed_cb (self);
  revealed_cb (self);
}

/* What a person wrote, and nothing else holds, outlives the paste over it. */
static gboolean
keep_draft (JotTokensPage *self)
{
  JwtWorkbench *workbench = self->workbench;
  JwtOwner owner = jwt_workbench_get_owner (workbench);

  jot_tokens_page_forget_draft (self);
  if (owner == JWT_OWNER_NOBODY || owner == JWT_OWNER_PASTED)
    return FALSE;

  self->old_header = g_strdup (jwt_workbench_get_header_text (workbench));
  self->old_payload = g_strdup (jwt_workbench_get_payload_text (workbench));

  return TRUE;
}

GtkWidget *
jot_tokens_page_new (void)
{
  return g_object_new (JOT_TYPE_TOKENS_PAGE, NULL);
}

JwtWorkbench *
jot_tokens_page_get_workbench (JotTokensPage *self)
{
  g_return_val_if_fail (JOT_IS_TOKENS_PAGE (self), NULL);

  return self->workbench;
}

/* What hangs on the clock is judged by the time that it is now. */
void
jot_tokens_page_set_time (JotTokensPage *self)
{
  jwt_workbench_set_time (self->workbench, g_get_real_time () / G_USEC_PER_SEC);
}

void
jot_tokens_page_toast (JotTokensPage *self,
                       const char    *title,
                       const char    *button,
                       const char    *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sss)",
                              title, button, action);
}

void
jot_tokens_page_forget_draft (JotTokensPage *self)
{
  g_clear_pointer (&self->old_header, g_free);
  g_clear_pointer (&self->old_payload, g_free);
}

/* Reads a pasted text, whatever stands around the token, and says what did. */
void
jot_tokens_page_paste_text (JotTokensPage *self,
                            const char    *text)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new (text, strlen (text));
  g_autofree char *words = jot_words_paste (paste);
  gboolean kept;

  g_return_if_fail (JOT_IS_TOKENS_PAGE (self));

  jot_tokens_page_set_time (self);
  kept = keep_draft (self);
  jwt_workbench_paste (self->workbench, text);
  if (kept)
    jot_tokens_page_toast (self, _("Draft replaced"), _("Undo"),
                           "win.restore-draft");
  else if (words)
    jot_tokens_page_toast (self, words, "", "");
}

/* Takes over a secret to sign with. Where there is no token, a new one shows
 * that it works; a pasted one is only checked. */
void
jot_tokens_page_take_secret (JotTokensPage *self,
                             GBytes        *secret_text,
                             JwtEncoding    encoding,
                             JwtAlgorithm   algorithm)
{
  g_return_if_fail (JOT_IS_TOKENS_PAGE (self));

  jot_tokens_page_set_time (self);
  jot_key_pane_take_secret (self->key_pane, secret_text, encoding, algorithm);
  if (jwt_workbench_get_owner (self->workbench) == JWT_OWNER_NOBODY)
    jwt_workbench_open_template (self->workbench, JWT_TEMPLATE_ACCESS_TOKEN);
}
