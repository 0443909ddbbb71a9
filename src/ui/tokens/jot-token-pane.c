/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-token-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/widgets/jot-text-view.h"
#include "words/jot-words.h"

struct _JotTokenPane
{
  JotPane parent_instance;

  JotTextView *text_view;
  GtkWidget *copy_button;
  GtkWidget *legend;
  GtkWidget *header_button;
  GtkWidget *payload_button;
  GtkWidget *signature_button;
  GtkLabel *header_size;
  GtkLabel *payload_size;
  GtkLabel *signature_size;
  GtkWidget *signature_name;
};

G_DEFINE_FINAL_TYPE (JotTokenPane, jot_token_pane, JOT_TYPE_PANE)

enum {
  SIGNAL_PASTED,
  SIGNAL_LAST_SIGNAL
};

static guint signals[SIGNAL_LAST_SIGNAL];

static const char *signature_classes[] = { "signature", "matches", "mismatch" };

static JwtCheckResult
get_signature_check (JwtWorkbench *workbench)
{
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);

  return verdict ? jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE)
                 : JWT_CHECK_NOT_CHECKED;
}

static JotTextStyle
get_style (JwtWorkbench *workbench,
           JwtPart       part)
{
  if (part == JWT_PART_HEADER)
    return JOT_TEXT_STYLE_HEADER;
  if (part == JWT_PART_PAYLOAD)
    return JOT_TEXT_STYLE_PAYLOAD;

  switch (get_signature_check (workbench)) {
  case JWT_CHECK_PASSED:
    return JOT_TEXT_STYLE_SIGNATURE_MATCHES;
  case JWT_CHECK_FAILED:
    return JOT_TEXT_STYLE_SIGNATURE_MISMATCH;
  case JWT_CHECK_NOT_CHECKED:
  default:
    return JOT_TEXT_STYLE_SIGNATURE;
  }
}

/* A part, with the dot before it. */
static void
add_part (JwtWorkbench *workbench,
          JwtPart       part,
          GArray       *spans)
{
  JotTextSpan span, dot = { .style = JOT_TEXT_STYLE_DOT };
  JotPlace place;

  if (!jot_place_of_part (workbench, part, &place))
    return;

  if (part != JWT_PART_HEADER && place.start > 0) {
    dot.start = place.start - 1;
    dot.end = place.start;
    g_array_append_val (spans, dot);
  }

  span.start = place.start;
  span.end = place.end;
  span.style = get_style (workbench, part);
  g_array_append_val (spans, span);
}

static void
colour (JotTokenPane *self,
        JwtWorkbench *workbench)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (JotTextSpan));
  JotPlace place;

  add_part (workbench, JWT_PART_HEADER, spans);
  add_part (workbench, JWT_PART_PAYLOAD, spans);
  add_part (workbench, JWT_PART_SIGNATURE, spans);

  if (jot_place_of_problem (workbench,
                            &place) && place.part == JWT_PART_TOKEN) {
    JotTextSpan span = { place.start, place.end, JOT_TEXT_STYLE_PROBLEM };

    g_array_append_val (spans, span);
  }

  jot_text_view_set_spans (self->text_view, (gpointer) spans->data,
                           spans->len);
}

static char *
describe_signature (JwtWorkbench *workbench,
                    gsize         length)
{
  if (length == 0)
    /* Translators: The signature’s length in the legend. */
    return g_strdup (C_("signature", "none"));

  switch (get_signature_check (workbench)) {
  case JWT_CHECK_PASSED:
    /* Translators: The signature’s length, and what it is worth. */
    return g_strdup_printf (_("%zu, matches"), length);
  case JWT_CHECK_FAILED:
    return g_strdup_printf (_("%zu, no match"), length);
  case JWT_CHECK_NOT_CHECKED:
  default:
    return g_strdup_printf ("%zu", length);
  }
}

/* Says “Signature 43, matches” to those who do not see the two labels. */
static void
name_part (GtkWidget  *button,
           const char *size)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (box));
  g_autofree char *words = g_strdup_printf (C_("legend", "%s %s"),
                                            gtk_label_get_label (label), size);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gboolean
show_part (JwtWorkbench *workbench,
           JwtPart       part,
           GtkWidget    *button,
           GtkLabel     *label)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  g_autofree char *text = NULL;
  gsize start, length = 0;
  gboolean there;

  there = token && jwt_token_get_part (token, part, &start, &length);
  gtk_widget_set_visible (button, there);
  if (!there)
    return FALSE;

  text = part == JWT_PART_SIGNATURE ? describe_signature (workbench, length)
                                    : g_strdup_printf ("%zu", length);
  gtk_label_set_label (label, text);
  name_part (button, text);

  return TRUE;
}

static void
show_legend (JotTokenPane *self,
             JwtWorkbench *workbench)
{
  JwtCheckResult check = get_signature_check (workbench);
  gboolean any;
  guint i;

  any = show_part (workbench, JWT_PART_HEADER,
                   self->header_button, self->header_size);
  any |= show_part (workbench, JWT_PART_PAYLOAD,
                    self->payload_button, self->payload_size);
  any |= show_part (workbench, JWT_PART_SIGNATURE,
                    self->signature_button, self->signature_size);
  gtk_widget_set_visible (self->legend, any);

  for (i = 0; i < G_N_ELEMENTS (signature_classes); i++)
    gtk_widget_remove_css_class (self->signature_name, signature_classes[i]);
  gtk_widget_add_css_class (self->signature_name, signature_classes[check]);
}

static void
jot_token_pane_sync (JotPane *pane)
{
  JotTokenPane *self = JOT_TOKEN_PANE (pane);
  JwtWorkbench *workbench = jot_pane_get_workbench (pane);

  jot_text_view_set_text (self->text_view,
                          jwt_workbench_get_token_text (workbench));
  colour (self, workbench);
  show_legend (self, workbench);
}

static void
edited_cb (JotTextView  *text_view,
           const char   *text,
           JotTokenPane *self)
{
  jwt_workbench_edit_token (jot_pane_get_workbench (JOT_PANE (self)), text);
}

static gboolean
pasted_cb (JotTextView  *text_view,
           const char   *text,
           JotTokenPane *self)
{
  g_object_set (text_view, "keep-undo", TRUE, NULL);
  g_signal_emit (self, signals[SIGNAL_PASTED], 0, text);
  g_object_set (text_view, "keep-undo", FALSE, NULL);

  return TRUE;
}

static void
select_part (JotTokenPane *self,
             JwtPart       part)
{
  JotPlace place;

  if (jot_place_of_part (jot_pane_get_workbench (JOT_PANE (self)), part,
                         &place))
    jot_token_pane_select (self, &place);
}

static void
header_clicked_cb (JotTokenPane *self)
{
  select_part (self, JWT_PART_HEADER);
}

static void
payload_clicked_cb (JotTokenPane *self)
{
  select_part (self, JWT_PART_PAYLOAD);
}

static void
signature_clicked_cb (JotTokenPane *self)
{
  select_part (self, JWT_PART_SIGNATURE);
}

static char *
owner_words (JotTokenPane *self,
             JwtOwner      owner)
{
  return jot_words_owner (owner);
}

static gboolean
has_owner (JotTokenPane *self,
           JwtOwner      owner)
{
  return owner != JWT_OWNER_NOBODY;
}

static gboolean
has_several (JotTokenPane *self,
             guint         n_tokens)
{
  return n_tokens > 1;
}

static char *
step_words (JotTokenPane *self,
            guint         n_tokens,
            guint         index)
{
  /* Translators: Which of several tokens that were pasted at once. */
  return g_strdup_printf (_("%u of %u"), index + 1, n_tokens);
}

static GStrv
owner_classes (JotTokenPane *self,
               JwtOwner      owner)
{
  const char *classes[] = { "badge", NULL, NULL };

  if (owner == JWT_OWNER_SIGNED)
    classes[1] = "ok";
  else if (owner == JWT_OWNER_DRAFT || owner == JWT_OWNER_NOT_UPDATED)
    classes[1] = "warn";

  return g_strdupv ((GStrv) classes);
}

static gboolean
jot_token_pane_grab_focus (GtkWidget *widget)
{
  JotTokenPane *self = JOT_TOKEN_PANE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
jot_token_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_TOKEN_PANE);

  G_OBJECT_CLASS (jot_token_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-token-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane, text_view);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        copy_button);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane, legend);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        header_button);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        payload_button);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        signature_button);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        header_size);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        payload_size);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        signature_size);
  gtk_widget_class_bind_template_child (widget_class, JotTokenPane,
                                        signature_name);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, payload_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, signature_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_words);
  gtk_widget_class_bind_template_callback (widget_class, has_owner);
  gtk_widget_class_bind_template_callback (widget_class, owner_classes);
  gtk_widget_class_bind_template_callback (widget_class, has_several);
  gtk_widget_class_bind_template_callback (widget_class, step_words);
}

static void
jot_token_pane_class_init (JotTokenPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jot_token_pane_dispose;
  widget_class->grab_focus = jot_token_pane_grab_focus;
  JOT_PANE_CLASS (klass)->sync = jot_token_pane_sync;

  signals[SIGNAL_PASTED] =
    g_signal_new ("pasted", JOT_TYPE_TOKEN_PANE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (JOT_TYPE_TEXT_VIEW);
  bind_template (widget_class);
}

/* A split button's own name reaches neither of the buttons in it. */
static void
name_copy_button (JotTokenPane *self)
{
  GtkWidget *copy = gtk_widget_get_first_child (self->copy_button);
  GtkWidget *menu = gtk_widget_get_last_child (self->copy_button);
  GtkWidget *more = gtk_widget_get_first_child (menu);

  gtk_accessible_update_property (GTK_ACCESSIBLE (copy),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy Token"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More to Copy"), -1);
}

static void
jot_token_pane_init (JotTokenPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_copy_button (self);
}

/* Selects a place of the token's text, and takes the focus. */
void
jot_token_pane_select (JotTokenPane   *self,
                       const JotPlace *place)
{
  g_return_if_fail (JOT_IS_TOKEN_PANE (self));

  jot_text_view_select (self->text_view, place->start, place->end);
}
