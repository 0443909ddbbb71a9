/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-forward.h"

static const JotForward forwards[] = {
  { "win.paste-token", JOT_FORWARD_TO_TOKENS, "page.paste" },
  { "win.new-token", JOT_FORWARD_TO_TOKENS, "page.new-token", "s" },
  { "win.restore-draft", JOT_FORWARD_TO_TOKENS, "page.restore-draft" },
  { "win.focus-token", JOT_FORWARD_TO_TOKENS, "page.focus-token" },
  { "win.focus-payload", JOT_FORWARD_TO_TOKENS, "page.focus-payload" },
  { "win.focus-key", JOT_FORWARD_TO_TOKENS, "page.focus-key" },
  { "win.copy", JOT_FORWARD_VISIBLE, "page.copy" },
  { "win.copy-bearer", JOT_FORWARD_VISIBLE, "page.copy-bearer" },
  { "win.copy-header", JOT_FORWARD_VISIBLE, "page.copy-header" },
  { "win.copy-payload", JOT_FORWARD_VISIBLE, "page.copy-payload" },
  { "win.extend", JOT_FORWARD_VISIBLE, "page.extend", "u" },
  { "win.revert", JOT_FORWARD_VISIBLE, "page.revert" },
  { "win.reveal", JOT_FORWARD_VISIBLE, "page.reveal" },
  { "win.hide", JOT_FORWARD_VISIBLE, "page.hide" },
  { "win.generate", JOT_FORWARD_VISIBLE, "page.generate" },
  { "win.use-for-signing", JOT_FORWARD_VISIBLE, "page.use-for-signing" },
  { "win.next-area", JOT_FORWARD_VISIBLE, "page.next-area" },
  { "win.clear-clipboard", JOT_FORWARD_SECRETS, "page.clear-clipboard" },
};

const JotForward *
jot_forward_list (guint *n_forwards)
{
  *n_forwards = G_N_ELEMENTS (forwards);

  return forwards;
}

/* Returns NULL where the window does not hand the action on. */
const JotForward *
jot_forward_find (const char *action)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forwards); i++)
    if (g_str_equal (forwards[i].action, action))
      return &forwards[i];

  return NULL;
}
