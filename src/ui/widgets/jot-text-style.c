/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-style.h"

#define BASE "base"

/* Colours are Adwaita's names, or, for JSON, those of its style scheme, which
 * has no names for them. */
typedef struct
{
  const char     *name;
  const char     *light;
  const char     *dark;
  int             weight;
  PangoStyle      slant;
  PangoUnderline  underline;
  double          scale;
} StyleRow;

#define PLAIN PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, PANGO_UNDERLINE_NONE, 1
#define ITALIC PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_UNDERLINE_NONE, 1

static const StyleRow rows[JOT_N_TEXT_STYLES] = {
  [JOT_TEXT_STYLE_HEADER] = {
    "header", "purple_4", "purple_1",
    PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, PANGO_UNDERLINE_NONE, 1,
  },
  [JOT_TEXT_STYLE_PAYLOAD] = { "payload", "blue_5", "blue_1", PLAIN },
  [JOT_TEXT_STYLE_SIGNATURE] = { "signature", "brown_4", "brown_1", ITALIC },
  [JOT_TEXT_STYLE_SIGNATURE_MATCHES] = {
    "signature-matches", "success_color", "success_color", ITALIC,
  },
  [JOT_TEXT_STYLE_SIGNATURE_MISMATCH] = {
    "signature-mismatch", "error_color", "error_color",
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_UNDERLINE_ERROR, 1,
  },
  [JOT_TEXT_STYLE_DOT] = {
    "dot", NULL, NULL,
    PANGO_WEIGHT_HEAVY, PANGO_STYLE_NORMAL, PANGO_UNDERLINE_NONE, 1.25,
  },
  [JOT_TEXT_STYLE_NAME] = { "name", "#4e57ba", "#7d8ac7", PLAIN },
  [JOT_TEXT_STYLE_STRING] = { "string", "#218787", "#5bc8af", PLAIN },
  [JOT_TEXT_STYLE_NUMBER] = { "number", "#4e57ba", "#7d8ac7", PLAIN },
  [JOT_TEXT_STYLE_LITERAL] = { "literal", "#4e57ba", "#7d8ac7", PLAIN },
  [JOT_TEXT_STYLE_PUNCTUATION] = { "punctuation", NULL, NULL, PLAIN },
  [JOT_TEXT_STYLE_PROBLEM] = {
    "problem", NULL, NULL,
    PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, PANGO_UNDERLINE_NONE, 1,
  },
};

static void
add_tag (GtkTextTagTable *tags,
         const StyleRow  *row)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (row->name);

  if (row->weight != PANGO_WEIGHT_NORMAL)
    g_object_set (tag, "weight", row->weight, NULL);

  if (row->slant != PANGO_STYLE_NORMAL)
    g_object_set (tag, "style", row->slant, NULL);

  if (row->underline != PANGO_UNDERLINE_NONE)
    g_object_set (tag, "underline", row->underline, NULL);

  if (row->scale > 1)
    g_object_set (tag, "scale", row->scale, NULL);

  gtk_text_tag_table_add (tags, tag);
}

/* Pango draws a hyphen where it wraps by character, which would read as a part
 * of a token; and what a token hides in characters without a glyph is shown. */
static void
add_base (GtkTextTagTable *tags)
{
  g_autoptr (GtkTextTag) base = gtk_text_tag_new (BASE);

  g_object_set (base,
                "insert-hyphens", FALSE,
                "show-spaces", PANGO_SHOW_IGNORABLES,
                NULL);
  gtk_text_tag_table_add (tags, base);
}

static gboolean
find_colour (GtkWidget  *widget,
             const char *name,
             GdkRGBA    *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!name)
    return FALSE;

  if (name[0] == '#')
    return gdk_rgba_parse (colour, name);

  return gtk_style_context_lookup_color (context, name, colour);
}

/* Every change of a tag lays the text out anew, so it had better be one. */
static void
set_colour (GtkTextTag *tag,
            const char *property,
            GtkWidget  *widget,
            const char *name)
{
  g_autoptr (GdkRGBA) old = NULL;
  GdkRGBA colour;
  gboolean found = find_colour (widget, name, &colour);

  g_object_get (tag, property, &old, NULL);
  if (found ? old && gdk_rgba_equal (old, &colour) : !old)
    return;

  g_object_set (tag, property, found ? &colour : NULL, NULL);
}

GtkTextTagTable *
jot_text_style_create_tags (void)
{
  GtkTextTagTable *tags = gtk_text_tag_table_new ();
  guint i;

  add_base (tags);
  for (i = 0; i < JOT_N_TEXT_STYLES; i++)
    add_tag (tags, &rows[i]);

  return tags;
}

GtkTextTag *
jot_text_style_get_tag (GtkTextTagTable *tags,
                        JotTextStyle     style)
{
  return gtk_text_tag_table_lookup (tags, rows[style].name);
}

GtkTextTag *
jot_text_style_get_base (GtkTextTagTable *tags)
{
  return gtk_text_tag_table_lookup (tags, BASE);
}

void
jot_text_style_colour (GtkTextTagTable *tags,
                       GtkWidget       *widget,
                       gboolean         dark,
                       gboolean         high_contrast)
{
  GtkTextTag *problem;
  guint i;

  /* Without colours of its own the text has the theme's strongest contrast. */
  for (i = 0; i < JOT_TEXT_STYLE_PROBLEM; i++)
    set_colour (jot_text_style_get_tag (tags, i), "foreground-rgba", widget,
                high_contrast ? NULL : dark ? rows[i].dark : rows[i].light);

  problem = jot_text_style_get_tag (tags, JOT_TEXT_STYLE_PROBLEM);
  set_colour (problem, "foreground-rgba", widget, "error_fg_color");
  set_colour (problem, "background-rgba", widget, "error_bg_color");
}
