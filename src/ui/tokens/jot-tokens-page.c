/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-tokens-page.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-claims-pane.h"
#include "ui/tokens/jot-copies.h"
#include "ui/tokens/jot-empty-pane.h"
#include "ui/tokens/jot-json-pane.h"
#include "ui/tokens/jot-key-pane.h"
#include "ui/tokens/jot-token-pane.h"
#include "ui/tokens/jot-tokens-actions.h"
#include "ui/tokens/jot-verdict-pane.h"
#include "ui/widgets/jot-columns.h"
#include "words/jot-words.h"

struct _JotTokensPage
{
  AdwBin parent_instance;

  GtkWidget *verdict_pane;
  JotTokenPane *token_pane;
  JotKeyPane *key_pane;
  JotJsonPane *header_pane;
  JotJsonPane *payload_pane;
  GtkWidget *claims_pane;

  JwtWorkbench *workbench;
  GCancellable *cancellable;
  char *old_header;
  char *old_payload;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (JotTokensPage, jot_tokens_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKBENCH,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static void
toast (JotTokensPage *self,
       const char    *title,
       const char    *button,
       const char    *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sss)",
                              title, button, action);
}

/* What hangs on the clock is judged by the time that it is now. */
static void
set_time (JotTokensPage *self)
{
  jwt_workbench_set_time (self->workbench, g_get_real_time () / G_USEC_PER_SEC);
}

static void
forget_draft (JotTokensPage *self)
{
  g_clear_pointer (&self->old_header, g_free);
  g_clear_pointer (&self->old_payload, g_free);
}

/* What a person wrote, and nothing else holds, outlives the paste over it. */
static gboolean
keep_draft (JotTokensPage *self)
{
  JwtWorkbench *workbench = self->workbench;
  JwtOwner owner = jwt_workbench_get_owner (workbench);

  forget_draft (self);
  if (owner == JWT_OWNER_NOBODY || owner == JWT_OWNER_PASTED)
    return FALSE;

  self->old_header = g_strdup (jwt_workbench_get_header_text (workbench));
  self->old_payload = g_strdup (jwt_workbench_get_payload_text (workbench));

  return TRUE;
}

static gboolean
tick_cb (gpointer user_data)
{
  set_time (user_data);

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
    set_time (self);
  } else if (!needed) {
    g_clear_handle_id (&self->tick_id, g_source_remove);
  }
}

static void
workbench_changed_cb (JotTokensPage *self)
{
  jot_tokens_actions_update (GTK_WIDGET (self), self->workbench);
  update_tick (self);
}

static void
revealed_cb (JotTokensPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide",
                                 jot_key_pane_get_revealed (self->key_pane));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (JotTokensPage) self = user_data;
  g_autofree char *text = NULL;

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (!text || !jot_copies_has_token (text)) {
    toast (self, _("No token on the clipboard"), "", "");
    return;
  }

  jot_tokens_page_paste_text (self, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->token_pane));
}

static void
paste_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                 self->cancellable, text_read_cb,
                                 g_object_ref (self));
}

static void
restore_draft_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  if (!self->old_header || !self->old_payload)
    return;

  jwt_workbench_edit_header (self->workbench, self->old_header);
  jwt_workbench_edit_payload (self->workbench, self->old_payload);
  forget_draft (self);
}

/* An edit like any other: one step, which the payload's undo takes back. */
static void
extend_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  set_time (self);
  g_object_set (self->payload_pane, "keep-undo", TRUE, NULL);
  jwt_workbench_extend (self->workbench, g_variant_get_uint32 (parameter));
  g_object_set (self->payload_pane, "keep-undo", FALSE, NULL);
}

/* The hint is never taken by itself: it takes a press of the button. */
static void
read_as_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  const JwtHint *hint = jwt_workbench_get_hint (self->workbench);

  if (hint && hint->kind == JWT_HINT_ENCODING)
    jot_key_pane_set_encoding (self->key_pane, hint->encoding);
}

static void
go_action_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  JotPlace place;

  if (!jot_place_of_problem (self->workbench, &place))
    return;

  if (place.part == JWT_PART_HEADER)
    jot_json_pane_select (self->header_pane, &place);
  else if (place.part == JWT_PART_PAYLOAD)
    jot_json_pane_select (self->payload_pane, &place);
  else
    jot_token_pane_select (self->token_pane, &place);
}

static void
settle_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  JwtCheck check = g_variant_get_uint32 (parameter);

  if (check == JWT_CHECK_EXPIRY || check == JWT_CHECK_NOT_BEFORE)
    gtk_widget_grab_focus (GTK_WIDGET (self->payload_pane));
  else if (check == JWT_CHECK_CRITICAL)
    gtk_widget_grab_focus (GTK_WIDGET (self->header_pane));
  else
    jot_key_pane_focus_check (self->key_pane, check);
}

static void
focus_key_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (JOT_TOKENS_PAGE (widget)->key_pane));
}

static void
focus_token_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (JOT_TOKENS_PAGE (widget)->token_pane));
}

static void
focus_payload_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (JOT_TOKENS_PAGE (widget)->payload_pane));
}

static void
reveal_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotKeyPane *key_pane = JOT_TOKENS_PAGE (widget)->key_pane;

  jot_key_pane_set_revealed (key_pane, !jot_key_pane_get_revealed (key_pane));
}

static void
hide_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  jot_key_pane_set_revealed (JOT_TOKENS_PAGE (widget)->key_pane, FALSE);
}

static void
next_area_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  GtkWidget *areas[] = {
    self->verdict_pane, GTK_WIDGET (self->token_pane),
    GTK_WIDGET (self->key_pane), GTK_WIDGET (self->payload_pane),
    self->claims_pane,
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint current = G_N_ELEMENTS (areas) - 1, i;

  for (i = 0; i < G_N_ELEMENTS (areas); i++)
    if (focus && (focus == areas[i] || gtk_widget_is_ancestor (focus,
                                                               areas[i])))
      current = i;

  for (i = 1; i <= G_N_ELEMENTS (areas); i++) {
    GtkWidget *area = areas[(current + i) % G_N_ELEMENTS (areas)];

    if (gtk_widget_get_mapped (area) && gtk_widget_grab_focus (area))
      return;
  }
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
  forget_draft (self);

  G_OBJECT_CLASS (jot_tokens_page_parent_class)->finalize (object);
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "page.paste", NULL, paste_action_cb },
  { "page.restore-draft", NULL, restore_draft_action_cb },
  { "page.extend", "u", extend_action_cb },
  { "page.read-as", NULL, read_as_action_cb },
  { "page.go-to-problem", NULL, go_action_cb },
  { "page.settle", "u", settle_action_cb },
  { "page.enter-secret", NULL, focus_key_action_cb },
  { "page.focus-key", NULL, focus_key_action_cb },
  { "page.focus-token", NULL, focus_token_action_cb },
  { "page.focus-payload", NULL, focus_payload_action_cb },
  { "page.reveal", NULL, reveal_action_cb },
  { "page.hide", NULL, hide_action_cb },
  { "page.next-area", NULL, next_area_action_cb },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);
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
  jot_tokens_actions_install (widget_class);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
jot_tokens_page_init (JotTokensPage *self)
{
  self->workbench = jwt_workbench_new ();
  self->cancellable = g_cancellable_new ();
  set_time (self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->workbench, "changed",
                           G_CALLBACK (workbench_changed_cb), self,
                           G_CONNECT_SWAPPED);
  workbench_changed_cb (self);
  revealed_cb (self);
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

/* Reads a pasted text, whatever stands around the token, and says what did. */
void
jot_tokens_page_paste_text (JotTokensPage *self,
                            const char    *text)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new (text, strlen (text));
  g_autofree char *words = jot_words_paste (paste);
  gboolean kept;

  g_return_if_fail (JOT_IS_TOKENS_PAGE (self));

  set_time (self);
  kept = keep_draft (self);
  jwt_workbench_paste (self->workbench, text);
  if (kept)
    toast (self, _("Draft replaced"), _("Undo"), "win.restore-draft");
  else if (words)
    toast (self, words, "", "");
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

  set_time (self);
  jot_key_pane_take_secret (self->key_pane, secret_text, encoding, algorithm);
  if (jwt_workbench_get_owner (self->workbench) == JWT_OWNER_NOBODY)
    jwt_workbench_open_template (self->workbench, JWT_TEMPLATE_ACCESS_TOKEN);
}
