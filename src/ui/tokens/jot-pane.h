/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

#define JOT_TYPE_PANE (jot_pane_get_type ())

/* A part of the Tokens page. Properties: workbench (JwtWorkbench, nullable) and
 * narrow (whether the page has one column only). A pane shows both anew in its
 * sync function, which runs after each evaluation and when either is set. */
G_DECLARE_DERIVABLE_TYPE (JotPane, jot_pane, JOT, PANE, GtkBox)

struct _JotPaneClass
{
  GtkBoxClass parent_class;

  void (*sync) (JotPane *self);
};

JwtWorkbench *jot_pane_get_workbench (JotPane      *self);
void          jot_pane_set_workbench (JotPane      *self,
                                      JwtWorkbench *workbench);
gboolean      jot_pane_get_narrow    (JotPane      *self);
void          jot_pane_set_narrow    (JotPane      *self,
                                      gboolean      narrow);

G_END_DECLS
