/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells a person's edits of a buffer from the program's own, which it makes. */
typedef struct _JotTextWatch JotTextWatch;

typedef void (*JotTextEditedFunc) (const char *text,
                                   gpointer    user_data);

JotTextWatch *jot_text_watch_new  (GtkTextBuffer     *buffer,
                                   JotTextEditedFunc  edited,
                                   gpointer           user_data);
void          jot_text_watch_free (JotTextWatch      *self);
void          jot_text_watch_load (JotTextWatch      *self,
                                   const char        *text,
                                   gboolean           keep_undo);
char         *jot_text_watch_dup  (JotTextWatch      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JotTextWatch, jot_text_watch_free)

G_END_DECLS
