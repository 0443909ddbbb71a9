/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-json-pane.h"

#include <glib/gi18n.h>

#include "core/jwt-enums.h"
#include "ui/widgets/jot-text-view.h"
#include "words/jot-words.h"

struct _JotJsonPane
{
  JotPane parent_instance;

  JotTextView *text_view;
  GtkLabel *explanation;
  GtkLabel *kind;
  GtkWidget *copy_button;

  JwtPart part;
  gboolean keep_undo;
};

G_DEFINE_FINAL_TYPE (JotJsonPane, jot_json_pane, JOT_TYPE_PANE)

enum {
  PROP_0,
  PROP_PART,
  PROP_KEEP_UNDO,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static const JotTextStyle styles[] = {
  [JWT_JSON_TOKEN_PUNCTUATION] = JOT_TEXT_STYLE_PUNCTUATION,
  [JWT_JSON_TOKEN_NAME] = JOT_TEXT_STYLE_NAME,
  [JWT_JSON_TOKEN_STRING] = JOT_TEXT_STYLE_STRING,
  [JWT_JSON_TOKEN_NUMBER] = JOT_TEXT_STYLE_NUMBER,
  [JWT_JSON_TOKEN_LITERAL] = JOT_TEXT_STYLE_LITERAL,
};

static void
add_span_cb (JwtJsonToken kind,
             gsize        start,
             gsize        end,
             gpointer     user_data)
{
  GArray *spans = user_data;
  JotTextSpan span = { start, end, styles[kind] };

  if (kind != JWT_JSON_TOKEN_PUNCTUATION)
    g_array_append_val (spans, span);
}

static const char *
get_text (JotJsonPane  *self,
          JwtWorkbench *workbench)
{
  return self->part == JWT_PART_HEADER
         ? jwt_workbench_get_header_text (workbench)
         : jwt_workbench_get_payload_text (workbench);
}

static void
colour (JotJsonPane  *self,
        JwtWorkbench *workbench)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (JotTextSpan));
  const char *text = get_text (self, workbench);
  JotPlace place;

  if (text && !jot_text_view_get_abridged (self->text_view))
    jwt_json_foreach_token (text, strlen (text), add_span_cb, spans);

  if (jot_place_of_problem (workbench, &place) && place.part == self->part) {
    JotTextSpan span = { place.start, place.end, JOT_TEXT_STYLE_PROBLEM };

    g_array_append_val (spans, span);
  }

  jot_text_view_set_spans (self->text_view, (gpointer) spans->data,
                           spans->len);
}

/* The header's "typ" is what tells kinds of tokens apart. */
static void
show_kind (JotJsonPane  *self,
           JwtWorkbench *workbench)
{
  g_autofree char *kind = NULL;

  if (self->part == JWT_PART_HEADER)
    kind = jot_words_kind (jwt_workbench_get_token (workbench));

  gtk_label_set_label (self->kind, kind ? kind : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kind), kind != NULL);
}

/* Says why there is nothing to show. */
static void
explain (JotJsonPane  *self,
         JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  const GError *problem = NULL;
  g_autofree char *words = NULL;

  if (token)
    problem = jwt_token_get_part_problem (token, self->part);
  if (token && !problem)
    problem = jwt_token_get_problem (token);
  if (problem)
    words = jot_words_error (problem);

  gtk_label_set_label (self->explanation, words ? words : "");
}

static void
jot_json_pane_sync (JotPane *pane)
{
  JotJsonPane *self = JOT_JSON_PANE (pane);
  JwtWorkbench *workbench = jot_pane_get_workbench (pane);

  jot_text_view_set_text (self->text_view, get_text (self, workbench));
  colour (self, workbench);
  explain (self, workbench);
  show_kind (self, workbench);
}

static void
edited_cb (JotTextView *text_view,
           const char  *text,
           JotJsonPane *self)
{
  JwtWorkbench *workbench = jot_pane_get_workbench (JOT_PANE (self));

  if (self->part == JWT_PART_HEADER)
    jwt_workbench_edit_header (workbench, text);
  else
    jwt_workbench_edit_payload (workbench, text);
}

static gboolean
has_text (JotJsonPane *self,
          JwtPart      part,
          const char  *header,
          const char  *payload)
{
  return (part == JWT_PART_HEADER ? header : payload) != NULL;
}

static gboolean
has_nothing (JotJsonPane *self,
             JwtPart      part,
             const char  *header,
             const char  *payload)
{
  return !has_text (self, part, header, payload);
}

static gboolean
is_payload (JotJsonPane *self,
            JwtPart      part)
{
  return part == JWT_PART_PAYLOAD;
}

static char *
heading (JotJsonPane *self,
         JwtPart      part)
{
  return g_strdup (part == JWT_PART_HEADER ? _("Header") : _("Payload"));
}

static char *
accessible_name (JotJsonPane *self,
                 JwtPart      part)
{
  return g_strdup (part == JWT_PART_HEADER ? _("Header, JSON")
                                           : _("Payload, JSON"));
}

static char *
nothing_title (JotJsonPane *self,
               JwtPart      part)
{
  return g_strdup (part == JWT_PART_HEADER
                   ? _("The header cannot be decoded")
                   : _("The payload cannot be decoded"));
}

static char *
copy_action (JotJsonPane *self,
             JwtPart      part)
{
  return g_strdup (part == JWT_PART_HEADER ? "page.copy-header"
                                           : "page.copy-payload");
}

static char *
copy_tooltip (JotJsonPane *self,
              JwtPart      part)
{
  return g_strdup (part == JWT_PART_HEADER ? _("Copy Header")
                                           : _("Copy Payload"));
}

static int
min_height (JotJsonPane *self,
            JwtPart      part)
{
  return part == JWT_PART_HEADER ? 40 : 110;
}

/* Where all is one column, the payload leaves room for what is below. */
static int
max_height (JotJsonPane *self,
            JwtPart      part,
            gboolean     narrow)
{
  if (part == JWT_PART_HEADER)
    return 160;

  return narrow ? 260 : 420;
}

static gboolean
jot_json_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JOT_JSON_PANE (widget)->text_view));
}

static void
jot_json_pane_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  JotJsonPane *self = JOT_JSON_PANE (object);

  switch (prop_id) {
  case PROP_PART:
    g_value_set_enum (value, self->part);
    break;
  case PROP_KEEP_UNDO:
    g_value_set_boolean (value, self->keep_undo);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_json_pane_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  JotJsonPane *self = JOT_JSON_PANE (object);

  switch (prop_id) {
  case PROP_PART:
    self->part = g_value_get_enum (value);
    break;
  case PROP_KEEP_UNDO:
    if (self->keep_undo == g_value_get_boolean (value))
      return;
    self->keep_undo = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_json_pane_constructed (GObject *object)
{
  JotJsonPane *self = JOT_JSON_PANE (object);
  g_autofree char *name = copy_tooltip (self, self->part);

  G_OBJECT_CLASS (jot_json_pane_parent_class)->constructed (object);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
jot_json_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_JSON_PANE);

  G_OBJECT_CLASS (jot_json_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_PART] =
    g_param_spec_enum ("part", NULL, NULL, JWT_TYPE_PART, JWT_PART_PAYLOAD,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                       G_PARAM_STATIC_STRINGS);
  props[PROP_KEEP_UNDO] =
    g_param_spec_boolean ("keep-undo", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-json-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JotJsonPane, text_view);
  gtk_widget_class_bind_template_child (widget_class, JotJsonPane, explanation);
  gtk_widget_class_bind_template_child (widget_class, JotJsonPane, kind);
  gtk_widget_class_bind_template_child (widget_class, JotJsonPane, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, has_nothing);
  gtk_widget_class_bind_template_callback (widget_class, is_payload);
  gtk_widget_class_bind_template_callback (widget_class, heading);
  gtk_widget_class_bind_template_callback (widget_class, accessible_name);
  gtk_widget_class_bind_template_callback (widget_class, nothing_title);
  gtk_widget_class_bind_template_callback (widget_class, copy_action);
  gtk_widget_class_bind_template_callback (widget_class, copy_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, min_height);
  gtk_widget_class_bind_template_callback (widget_class, max_height);
}

static void
jot_json_pane_class_init (JotJsonPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_json_pane_get_property;
  object_class->set_property = jot_json_pane_set_property;
  object_class->constructed = jot_json_pane_constructed;
  object_class->dispose = jot_json_pane_dispose;
  widget_class->grab_focus = jot_json_pane_grab_focus;
  JOT_PANE_CLASS (klass)->sync = jot_json_pane_sync;

  install_properties (object_class);
  g_type_ensure (JOT_TYPE_TEXT_VIEW);
  bind_template (widget_class);
}

static void
jot_json_pane_init (JotJsonPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Selects a place of the text, and takes the focus. */
void
jot_json_pane_select (JotJsonPane    *self,
                      const JotPlace *place)
{
  g_return_if_fail (JOT_IS_JSON_PANE (self));

  jot_text_view_select (self->text_view, place->start, place->end);
}
