/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a piece of a text is drawn. Each differs from its neighbours without
 * colour too: by weight, slant or underline. */
typedef enum
{
  JOT_TEXT_STYLE_HEADER,
  JOT_TEXT_STYLE_PAYLOAD,
  JOT_TEXT_STYLE_SIGNATURE,
  JOT_TEXT_STYLE_SIGNATURE_MATCHES,
  JOT_TEXT_STYLE_SIGNATURE_MISMATCH,
  JOT_TEXT_STYLE_DOT,
  JOT_TEXT_STYLE_NAME,
  JOT_TEXT_STYLE_STRING,
  JOT_TEXT_STYLE_NUMBER,
  JOT_TEXT_STYLE_LITERAL,
  JOT_TEXT_STYLE_PUNCTUATION,
  JOT_TEXT_STYLE_PROBLEM, /* may lie over the others */
} JotTextStyle;

#define JOT_N_TEXT_STYLES (JOT_TEXT_STYLE_PROBLEM + 1)

/* Bytes from start up to, not including, end. */
typedef struct
{
  gsize        start;
  gsize        end;
  JotTextStyle style;
} JotTextSpan;

GtkTextTagTable *jot_text_style_create_tags (void);
GtkTextTag      *jot_text_style_get_tag     (GtkTextTagTable *tags,
                                             JotTextStyle     style);
GtkTextTag      *jot_text_style_get_base    (GtkTextTagTable *tags);
void             jot_text_style_colour      (GtkTextTagTable *tags,
                                             GtkWidget       *widget,
                                             gboolean         dark,
                                             gboolean         high_contrast);

G_END_DECLS
