/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-verdict.h"
#include "ui/tokens/jot-pane.h"

G_BEGIN_DECLS

#define JOT_TYPE_KEY_PANE (jot_key_pane_get_type ())

/* What a person knows of a token: which algorithm and secret to expect, and
 * which claims. Property: revealed (whether the secret can be read). */
G_DECLARE_FINAL_TYPE (JotKeyPane, jot_key_pane, JOT, KEY_PANE, JotPane)

void     jot_key_pane_take_secret   (JotKeyPane   *self,
                                     GBytes       *text,
                                     JwtEncoding   encoding,
                                     JwtAlgorithm  algorithm);
void     jot_key_pane_set_encoding  (JotKeyPane   *self,
                                     JwtEncoding   encoding);
void     jot_key_pane_focus_check   (JotKeyPane   *self,
                                     JwtCheck      check);
gboolean jot_key_pane_get_revealed  (JotKeyPane   *self);
void     jot_key_pane_set_revealed  (JotKeyPane   *self,
                                     gboolean      revealed);

G_END_DECLS
