/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text view lays out no more than this in one line, and in all, without a
 * stall. */
#define JOT_MAX_LINE_SIZE (32 * 1024)
#define JOT_MAX_TEXT_SIZE (1024 * 1024)

/* The beginning and the end of a text that is too long to be shown whole. */
typedef struct
{
  gsize  size;       /* of the whole text, in bytes */
  gsize  head_end;   /* where its beginning ends */
  gsize  tail_start; /* where its end starts */
  gsize  tail_shown; /* where that starts in text */
  char  *text;       /* what is shown */
} JotAbridged;

gboolean     jot_text_is_too_long (const char  *text,
                                   gsize        size);
JotAbridged *jot_abridged_new     (const char  *text,
                                   gsize        size);
void         jot_abridged_free    (JotAbridged *self);
gsize        jot_abridged_map     (JotAbridged *self,
                                   gsize        offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JotAbridged, jot_abridged_free)

G_END_DECLS
