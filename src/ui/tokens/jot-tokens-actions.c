/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-tokens-page-private.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-copies.h"
#include "words/jot-words.h"

static const struct
{
  const char *name;
  JwtTemplate which;
} templates[] = {
  { "access", JWT_TEMPLATE_ACCESS_TOKEN },
  { "id", JWT_TEMPLATE_ID_TOKEN },
  { "session", JWT_TEMPLATE_SESSION },
  { "service", JWT_TEMPLATE_SERVICE },
  { "minimal", JWT_TEMPLATE_MINIMAL },
  { "empty", JWT_TEMPLATE_EMPTY },
};

static const struct
{
  const char *action;
  char *(*dup_text) (JwtWorkbench *workbench);
  const char *title;
} copies[] = {
  { "page.copy", jot_copies_token, N_("Token copied") },
  { "page.copy-bearer", jot_copies_bearer, N_("Authorization header copied") },
  { "page.copy-curl", jot_copies_curl, N_("curl command copied") },
  { "page.copy-header", jot_copies_header, N_("Header copied") },
  { "page.copy-payload", jot_copies_payload, N_("Payload copied") },
  { "page.copy-payload-line", jot_copies_payload_line, N_("Payload copied") },
};

static void
toast (JotTokensPage *self,
       const char    *title)
{
  jot_tokens_page_toast (self, title, "", "");
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
    toast (self, _("No token on the clipboard"));
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
  jot_tokens_page_forget_draft (self);
}

static void
step_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  JwtWorkbench *workbench = JOT_TOKENS_PAGE (widget)->workbench;
  guint index = jwt_workbench_get_token_index (workbench);
  gboolean forward = g_str_equal (action_name, "page.next-token");

  jwt_workbench_step (workbench, forward ? index + 1 : index - 1);
}

static void
open_inner_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  jwt_workbench_open_inner (JOT_TOKENS_PAGE (widget)->workbench);
}

static void
new_token_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (templates); i++) {
    if (!g_str_equal (templates[i].name, name))
      continue;

    jot_tokens_page_set_time (self);
    jwt_workbench_open_template (self->workbench, templates[i].which);
    gtk_widget_grab_focus (GTK_WIDGET (self->payload_pane));
  }
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  g_autofree char *text = NULL;
  guint i = 0;

  while (!g_str_equal (copies[i].action, action_name))
    i++;

  text = copies[i].dup_text (self->workbench);
  if (!text)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (self, _(copies[i].title));
}

static void
clear_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  jwt_workbench_clear (self->workbench);
  gtk_widget_grab_focus (GTK_WIDGET (self->token_pane));
}

static void
revert_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  jwt_workbench_revert (self->workbench);
  gtk_widget_grab_focus (GTK_WIDGET (self->token_pane));
}

/* An edit like any other: one step, which the payload's undo takes back. */
static void
extend_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);

  jot_tokens_page_set_time (self);
  g_object_set (self->payload_pane, "keep-undo", TRUE, NULL);
  jwt_workbench_extend (self->workbench, g_variant_get_uint32 (parameter));
  g_object_set (self->payload_pane, "keep-undo", FALSE, NULL);
}

static void
expect_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  JotTokensPage *self = JOT_TOKENS_PAGE (widget);
  JwtToken *token = jwt_workbench_get_token (self->workbench);

  jwt_policy_set_algorithm (jwt_workbench_get_policy (self->workbench),
                            jwt_token_get_algorithm (token));
  gtk_widget_grab_focus (GTK_WIDGET (self->key_pane));
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

static gboolean
can_expect (JotTokensPage *self)
{
  JwtToken *token = jwt_workbench_get_token (self->workbench);

  return token && jwt_token_get_algorithm (token) != JWT_ALGORITHM_UNKNOWN;
}

static gboolean
can_extend (JotTokensPage *self)
{
  JwtToken *token = jwt_workbench_get_token (self->workbench);
  JwtOwner owner = jwt_workbench_get_owner (self->workbench);

  return token && jwt_token_has_claims (token) &&
         owner != JWT_OWNER_NOT_UPDATED;
}

static gboolean
can_revert (JotTokensPage *self)
{
  return jwt_workbench_get_can_revert (self->workbench) &&
         jwt_workbench_get_owner (self->workbench) != JWT_OWNER_PASTED;
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "page.paste", NULL, paste_action_cb },
  { "page.restore-draft", NULL, restore_draft_action_cb },
  { "page.new-token", "s", new_token_action_cb },
  { "page.previous-token", NULL, step_action_cb },
  { "page.next-token", NULL, step_action_cb },
  { "page.open-inner", NULL, open_inner_action_cb },
  { "page.clear", NULL, clear_action_cb },
  { "page.revert", NULL, revert_action_cb },
  { "page.extend", "u", extend_action_cb },
  { "page.expect-algorithm", NULL, expect_action_cb },
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

void
jot_tokens_page_install_actions (GtkWidgetClass *widget_class)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);

  for (i = 0; i < G_N_ELEMENTS (copies); i++)
    gtk_widget_class_install_action (widget_class, copies[i].action, NULL,
                                     copy_action_cb);
}

static void
enable (JotTokensPage *self,
        const char    *action,
        gboolean       enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_copies (JotTokensPage *self)
{
  JwtWorkbench *workbench = self->workbench;
  gboolean token = jwt_workbench_get_can_copy (workbench);

  enable (self, "page.copy", token);
  enable (self, "page.copy-bearer", token);
  enable (self, "page.copy-curl", token);
  enable (self, "page.copy-header",
          jwt_workbench_get_header_text (workbench) != NULL);
  enable (self, "page.copy-payload",
          jwt_workbench_get_payload_text (workbench) != NULL);
  enable (self, "page.copy-payload-line", can_extend (self));
}

/* The actions follow what can be done with the token that is there. */
void
jot_tokens_page_update_actions (JotTokensPage *self)
{
  JwtWorkbench *workbench = self->workbench;
  guint index = jwt_workbench_get_token_index (workbench);
  JotPlace place;

  update_copies (self);
  enable (self, "page.previous-token", index > 0);
  enable (self, "page.next-token",
          index + 1 < jwt_workbench_get_n_tokens (workbench));
  enable (self, "page.open-inner",
          jwt_workbench_get_can_open_inner (workbench));
  enable (self, "page.clear",
          jwt_workbench_get_owner (workbench) != JWT_OWNER_NOBODY);
  enable (self, "page.revert", can_revert (self));
  enable (self, "page.extend", can_extend (self));
  enable (self, "page.expect-algorithm", can_expect (self));
  enable (self, "page.go-to-problem", jot_place_of_problem (workbench, &place));
}
