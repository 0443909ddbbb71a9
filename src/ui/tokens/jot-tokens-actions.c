/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-tokens-actions.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-copies.h"
#include "ui/tokens/jot-place.h"

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

/* The page owns it, and outlives its actions. */
static JwtWorkbench *
get_workbench (GtkWidget *page)
{
  g_autoptr (JwtWorkbench) workbench = NULL;

  g_object_get (page, "workbench", &workbench, NULL);

  return workbench;
}

static void
go_to (GtkWidget  *page,
       const char *action)
{
  gtk_widget_activate_action (page, action, NULL);
}

static void
step_action_cb (GtkWidget  *page,
                const char *action_name,
                GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);
  guint index = jwt_workbench_get_token_index (workbench);
  gboolean forward = g_str_equal (action_name, "page.next-token");

  jwt_workbench_step (workbench, forward ? index + 1 : index - 1);
}

static void
open_inner_action_cb (GtkWidget  *page,
                      const char *action_name,
                      GVariant   *parameter)
{
  jwt_workbench_open_inner (get_workbench (page));
}

static void
new_token_action_cb (GtkWidget  *page,
                     const char *action_name,
                     GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);
  const char *name = g_variant_get_string (parameter, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (templates); i++) {
    if (!g_str_equal (templates[i].name, name))
      continue;

    jwt_workbench_set_time (workbench, g_get_real_time () / G_USEC_PER_SEC);
    jwt_workbench_open_template (workbench, templates[i].which);
    go_to (page, "page.focus-payload");
  }
}

static void
copy_action_cb (GtkWidget  *page,
                const char *action_name,
                GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);
  g_autofree char *text = NULL;
  guint i = 0;

  while (!g_str_equal (copies[i].action, action_name))
    i++;

  text = copies[i].dup_text (workbench);
  if (!text)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
  gtk_widget_activate_action (page, "win.toast", "(sss)",
                              _(copies[i].title), "", "");
}

static void
clear_action_cb (GtkWidget  *page,
                 const char *action_name,
                 GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);

  jwt_workbench_clear (workbench);
  go_to (page, "page.focus-token");
}

static void
revert_action_cb (GtkWidget  *page,
                  const char *action_name,
                  GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);

  jwt_workbench_revert (workbench);
  go_to (page, "page.focus-token");
}

static void
expect_action_cb (GtkWidget  *page,
                  const char *action_name,
                  GVariant   *parameter)
{
  JwtWorkbench *workbench = get_workbench (page);
  JwtToken *token = jwt_workbench_get_token (workbench);

  jwt_policy_set_algorithm (jwt_workbench_get_policy (workbench),
                            jwt_token_get_algorithm (token));
  go_to (page, "page.focus-key");
}

static gboolean
can_expect (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);

  return token && jwt_token_get_algorithm (token) != JWT_ALGORITHM_UNKNOWN;
}

static gboolean
can_extend (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  JwtOwner owner = jwt_workbench_get_owner (workbench);

  return token && jwt_token_has_claims (token) &&
         owner != JWT_OWNER_NOT_UPDATED;
}

static gboolean
can_revert (JwtWorkbench *workbench)
{
  return jwt_workbench_get_can_revert (workbench) &&
         jwt_workbench_get_owner (workbench) != JWT_OWNER_PASTED;
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "page.new-token", "s", new_token_action_cb },
  { "page.previous-token", NULL, step_action_cb },
  { "page.next-token", NULL, step_action_cb },
  { "page.open-inner", NULL, open_inner_action_cb },
  { "page.clear", NULL, clear_action_cb },
  { "page.revert", NULL, revert_action_cb },
  { "page.expect-algorithm", NULL, expect_action_cb },
};

void
jot_tokens_actions_install (GtkWidgetClass *page_class)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (page_class, actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);

  for (i = 0; i < G_N_ELEMENTS (copies); i++)
    gtk_widget_class_install_action (page_class, copies[i].action, NULL,
                                     copy_action_cb);
}

static void
enable (GtkWidget  *page,
        const char *action,
        gboolean    enabled)
{
  gtk_widget_action_set_enabled (page, action, enabled);
}

static void
update_copies (GtkWidget    *page,
               JwtWorkbench *workbench)
{
  gboolean token = jwt_workbench_get_can_copy (workbench);

  enable (page, "page.copy", token);
  enable (page, "page.copy-bearer", token);
  enable (page, "page.copy-curl", token);
  enable (page, "page.copy-header",
          jwt_workbench_get_header_text (workbench) != NULL);
  enable (page, "page.copy-payload",
          jwt_workbench_get_payload_text (workbench) != NULL);
  enable (page, "page.copy-payload-line", can_extend (workbench));
}

/* The actions follow what can be done with the token that is there. */
void
jot_tokens_actions_update (GtkWidget    *page,
                           JwtWorkbench *workbench)
{
  guint index = jwt_workbench_get_token_index (workbench);
  JotPlace place;

  update_copies (page, workbench);
  enable (page, "page.previous-token", index > 0);
  enable (page, "page.next-token",
          index + 1 < jwt_workbench_get_n_tokens (workbench));
  enable (page, "page.open-inner",
          jwt_workbench_get_can_open_inner (workbench));
  enable (page, "page.clear",
          jwt_workbench_get_owner (workbench) != JWT_OWNER_NOBODY);
  enable (page, "page.revert", can_revert (workbench));
  enable (page, "page.extend", can_extend (workbench));
  enable (page, "page.expect-algorithm", can_expect (workbench));
  enable (page, "page.go-to-problem", jot_place_of_problem (workbench, &place));
}
