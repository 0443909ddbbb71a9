/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/jot-text-style.h"

G_BEGIN_DECLS

#define JOT_TYPE_TEXT_VIEW (jot_text_view_get_type ())

/* An editor for one text, in a monospaced font, coloured by spans. Properties:
 * text (read: what is shown), label (its accessible name), placeholder,
 * editable, code (whether it has words, brackets and indentation), keep-undo
 * (whether a text that is set is a step to undo instead of a new start),
 * min-height and max-height (pixels), abridged (read-only: the text is too long,
 * and only its beginning and end are shown). Signals: edited (text), after each
 * edit of a person's and never for jot_text_view_set_text(); pasted (text),
 * where a paste would replace all of the text: a handler that returns TRUE has
 * dealt with it. */
G_DECLARE_FINAL_TYPE (JotTextView, jot_text_view, JOT, TEXT_VIEW, GtkWidget)

GtkWidget     *jot_text_view_new          (void);
void           jot_text_view_set_text     (JotTextView       *self,
                                           const char        *text);
char          *jot_text_view_dup_shown    (JotTextView       *self);
void           jot_text_view_set_spans    (JotTextView       *self,
                                           const JotTextSpan *spans,
                                           guint              n_spans);
void           jot_text_view_select       (JotTextView       *self,
                                           gsize              start,
                                           gsize              end);
GtkTextBuffer *jot_text_view_get_buffer   (JotTextView       *self);
gboolean       jot_text_view_get_abridged (JotTextView       *self);

G_END_DECLS
