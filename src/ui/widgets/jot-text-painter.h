/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/jot-text-style.h"

G_BEGIN_DECLS

/* Puts the styles' tags on a buffer, anew only where text or spans changed, so
 * that a keypress in a long text costs little. */
typedef struct _JotTextPainter JotTextPainter;

JotTextPainter *jot_text_painter_new   (GtkTextBuffer     *buffer);
void            jot_text_painter_free  (JotTextPainter    *self);
void            jot_text_painter_paint (JotTextPainter    *self,
                                        const JotTextSpan *spans,
                                        guint              n_spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JotTextPainter, jot_text_painter_free)

G_END_DECLS
