/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tokens/jot-json-pane.h"
#include "ui/tokens/jot-key-pane.h"
#include "ui/tokens/jot-token-pane.h"
#include "ui/tokens/jot-tokens-page.h"

G_BEGIN_DECLS

/* What the page shares with its actions. */
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

void jot_tokens_page_install_actions (GtkWidgetClass *widget_class);
void jot_tokens_page_update_actions  (JotTokensPage  *self);
void jot_tokens_page_set_time        (JotTokensPage  *self);
void jot_tokens_page_toast           (JotTokensPage  *self,
                                      const char     *title,
                                      const char     *button,
                                      const char     *action);
void jot_tokens_page_forget_draft    (JotTokensPage  *self);

G_END_DECLS
