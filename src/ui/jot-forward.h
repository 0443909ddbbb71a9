/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which page an action of the window is for. */
typedef enum
{
  JOT_FORWARD_VISIBLE,   /* the one that shows, if it has the action */
  JOT_FORWARD_SECRETS,   /* Secrets, whatever shows */
  JOT_FORWARD_TO_TOKENS, /* Tokens, which then shows */
} JotForwardRoute;

/* One row of the table of what the window hands on. */
typedef struct
{
  const char *action;
  JotForwardRoute route;
  const char *page_action;
  const char *parameter_type; /* or NULL */
} JotForward;

const JotForward *jot_forward_list (guint      *n_forwards);
const JotForward *jot_forward_find (const char *action);

G_END_DECLS
