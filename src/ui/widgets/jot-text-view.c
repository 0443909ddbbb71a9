/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/jot-text-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "ui/widgets/jot-abridged.h"
#include "ui/widgets/jot-text-measure.h"
#include "ui/widgets/jot-text-painter.h"
#include "ui/widgets/jot-text-watch.h"

#define DEFAULT_HEIGHT 112
#define MAX_HEIGHT 4096

/* The text wraps, so that its own width asks for nothing. */
#define MIN_WIDTH 120

struct _JotTextView
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkLabel *notice;
  GtkLabel *hint;
  GtkSourceView *view;

  GtkTextBuffer *buffer;
  JotTextPainter *painter;
  JotTextWatch *watch;
  JotAbridged *abridged;
  GCancellable *cancellable;
  char *label;
  char *placeholder;
  int min_height;
  int max_height;
  gboolean editable;
  gboolean code;
  gboolean keep_undo;
};

G_DEFINE_FINAL_TYPE (JotTextView, jot_text_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_LABEL,
  PROP_PLACEHOLDER,
  PROP_EDITABLE,
  PROP_CODE,
  PROP_KEEP_UNDO,
  PROP_MIN_HEIGHT,
  PROP_MAX_HEIGHT,
  PROP_ABRIDGED,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

enum {
  SIGNAL_EDITED,
  SIGNAL_PASTED,
  SIGNAL_LAST_SIGNAL
};

static guint signals[SIGNAL_LAST_SIGNAL];

static void
edited_cb (const char *text,
           gpointer    user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_EDITED], 0, text);
}

/* A token has no words that a line should not break. */
static GtkWrapMode
wrap_mode (JotTextView *self,
           gboolean     code)
{
  return code ? GTK_WRAP_WORD_CHAR : GTK_WRAP_CHAR;
}

static void
changed_cb (JotTextView *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->hint), empty);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static gboolean
is_wholly_selected (JotTextView *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    return TRUE;

  return gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end) &&
         gtk_text_iter_is_start (&start) && gtk_text_iter_is_end (&end);
}

static void
insert_pasted (JotTextView *self,
               const char  *text)
{
  GtkTextMark *insert;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);

  insert = gtk_text_buffer_get_insert (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), insert);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (JotTextView) self = user_data;
  g_autofree char *text = NULL;
  gboolean handled = FALSE;

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (!text || g_cancellable_is_cancelled (self->cancellable))
    return;

  if (self->editable && (self->abridged || is_wholly_selected (self)))
    g_signal_emit (self, signals[SIGNAL_PASTED], 0, text, &handled);

  if (handled)
    return;

  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    insert_pasted (self, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The text is looked at before it gets into the buffer. */
static void
paste_clipboard_cb (GtkTextView *view,
                    JotTextView *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (clipboard, self->cancellable, text_read_cb,
                                 g_object_ref (self));
}

/* GtkSourceView takes Shift+Tab to indent less, and would keep the focus in. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JotTextView           *self)
{
  if (keyval != GDK_KEY_ISO_Left_Tab || (state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_BACKWARD);

  return GDK_EVENT_STOP;
}

static void
colour (JotTextView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  jot_text_style_colour (gtk_text_buffer_get_tag_table (self->buffer),
                         GTK_WIDGET (self), adw_style_manager_get_dark (style),
                         adw_style_manager_get_high_contrast (style));
}

static void
restyle_cb (JotTextView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSourceStyleSchemeManager *schemes =
    gtk_source_style_scheme_manager_get_default ();
  const char *id = adw_style_manager_get_dark (style) ? "Adwaita-dark"
                                                      : "Adwaita";

  gtk_source_buffer_set_style_scheme (
    GTK_SOURCE_BUFFER (self->buffer),
    gtk_source_style_scheme_manager_get_scheme (schemes, id));
  colour (self);
}

/* Named colours have their new values only once the style is worked out. */
static void
jot_text_view_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jot_text_view_parent_class)->css_changed (widget, change);

  colour (JOT_TEXT_VIEW (widget));
}

static void
update_notice (JotTextView *self)
{
  g_autofree char *size = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->notice), self->abridged != NULL);
  if (!self->abridged)
    return;

  size = g_format_size (self->abridged->size);
  /* Translators: %s is a size like “10.5 MB”. */
  text = g_strdup_printf (_("Too long to be shown whole. This is the beginning "
                            "and the end of %s; copying takes all of it."),
                          size);
  gtk_label_set_label (self->notice, text);
}

static void
update_editable (JotTextView *self)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              self->editable && !self->abridged);
}

static void
take_abridged (JotTextView *self,
               JotAbridged *abridged)
{
  gboolean had = self->abridged != NULL;

  g_clear_pointer (&self->abridged, jot_abridged_free);
  self->abridged = abridged;
  update_editable (self);
  update_notice (self);

  if (had != (abridged != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ABRIDGED]);
}

/* GTK 4.8 has no way to hand a container's name down to its editor. */
static void
update_accessible (JotTextView *self)
{
  if (self->label)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                    -1);
  if (self->placeholder)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                    self->placeholder, -1);
}

/* Without this the widget would take the focus back that leaves its editor. */
static gboolean
jot_text_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (JOT_TEXT_VIEW (widget)->body, direction);
}

static gboolean
jot_text_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JOT_TEXT_VIEW (widget)->view));
}

static GtkSizeRequestMode
jot_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jot_text_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  JotTextView *self = JOT_TEXT_VIEW (widget);
  int limit = self->max_height > 0 ? self->max_height : MAX_HEIGHT;
  int notice = 0, text;

  *minimum = *natural = MIN_WIDTH;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  if (gtk_widget_should_layout (GTK_WIDGET (self->notice)))
    gtk_widget_measure (GTK_WIDGET (self->notice), orientation, for_size,
                        NULL, &notice, NULL, NULL);

  text = jot_text_measure_height (GTK_TEXT_VIEW (self->view), for_size,
                                  MAX (limit, self->min_height));
  *minimum = self->min_height + notice;
  *natural = MAX (*minimum, text + notice);
}

static void
jot_text_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  JotTextView *self = JOT_TEXT_VIEW (widget);

  gtk_widget_size_allocate (self->body,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
jot_text_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  JotTextView *self = JOT_TEXT_VIEW (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_take_string (value, jot_text_view_dup_shown (self));
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_PLACEHOLDER:
    g_value_set_string (value, self->placeholder);
    break;
  case PROP_EDITABLE:
    g_value_set_boolean (value, self->editable);
    break;
  case PROP_CODE:
    g_value_set_boolean (value, self->code);
    break;
  case PROP_KEEP_UNDO:
    g_value_set_boolean (value, self->keep_undo);
    break;
  case PROP_MIN_HEIGHT:
    g_value_set_int (value, self->min_height);
    break;
  case PROP_MAX_HEIGHT:
    g_value_set_int (value, self->max_height);
    break;
  case PROP_ABRIDGED:
    g_value_set_boolean (value, self->abridged != NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static gboolean
set_string (char       **field,
            const char  *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);

  return TRUE;
}

static gboolean
set_number (int *field,
            int  number)
{
  gboolean differs = *field != number;

  *field = number;

  return differs;
}

/* Returns whether the property has another value now. */
static gboolean
store (JotTextView  *self,
       guint         prop_id,
       const GValue *value)
{
  switch (prop_id) {
  case PROP_LABEL:
    return set_string (&self->label, g_value_get_string (value));
  case PROP_PLACEHOLDER:
    return set_string (&self->placeholder, g_value_get_string (value));
  case PROP_EDITABLE:
    return set_number (&self->editable, g_value_get_boolean (value));
  case PROP_CODE:
    return set_number (&self->code, g_value_get_boolean (value));
  case PROP_KEEP_UNDO:
    return set_number (&self->keep_undo, g_value_get_boolean (value));
  case PROP_MIN_HEIGHT:
    return set_number (&self->min_height, g_value_get_int (value));
  case PROP_MAX_HEIGHT:
    return set_number (&self->max_height, g_value_get_int (value));
  default:
    g_assert_not_reached ();
  }
}

static void
jot_text_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  JotTextView *self = JOT_TEXT_VIEW (object);

  if (prop_id == PROP_TEXT) {
    jot_text_view_set_text (self, g_value_get_string (value));
    return;
  }

  if (!store (self, prop_id, value))
    return;

  update_editable (self);
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
jot_text_view_dispose (GObject *object)
{
  JotTextView *self = JOT_TEXT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->watch, jot_text_watch_free);
  g_clear_pointer (&self->painter, jot_text_painter_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_TEXT_VIEW);

  G_OBJECT_CLASS (jot_text_view_parent_class)->dispose (object);
}

static void
jot_text_view_finalize (GObject *object)
{
  JotTextView *self = JOT_TEXT_VIEW (object);

  g_clear_pointer (&self->abridged, jot_abridged_free);
  g_object_unref (self->cancellable);
  g_object_unref (self->buffer);
  g_free (self->label);
  g_free (self->placeholder);

  G_OBJECT_CLASS (jot_text_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  props[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  props[PROP_CODE] =
    g_param_spec_boolean ("code", NULL, NULL, FALSE, flags);
  props[PROP_KEEP_UNDO] =
    g_param_spec_boolean ("keep-undo", NULL, NULL, FALSE, flags);
  props[PROP_MIN_HEIGHT] =
    g_param_spec_int ("min-height", NULL, NULL, 0, MAX_HEIGHT,
                      DEFAULT_HEIGHT, flags);
  props[PROP_MAX_HEIGHT] =
    g_param_spec_int ("max-height", NULL, NULL, 0, MAX_HEIGHT, 0, flags);
  props[PROP_ABRIDGED] =
    g_param_spec_boolean ("abridged", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
install_signals (GObjectClass *object_class)
{
  GType text = G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, text);
  signals[SIGNAL_PASTED] =
    g_signal_new ("pasted", G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, text);
}

static void
jot_text_view_class_init (JotTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_text_view_get_property;
  object_class->set_property = jot_text_view_set_property;
  object_class->dispose = jot_text_view_dispose;
  object_class->finalize = jot_text_view_finalize;

  widget_class->css_changed = jot_text_view_css_changed;
  widget_class->focus = jot_text_view_focus;
  widget_class->grab_focus = jot_text_view_grab_focus;
  widget_class->get_request_mode = jot_text_view_get_request_mode;
  widget_class->measure = jot_text_view_measure;
  widget_class->size_allocate = jot_text_view_size_allocate;

  install_properties (object_class);
  install_signals (object_class);

  gtk_source_init ();
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/widgets/jot-text-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JotTextView, body);
  gtk_widget_class_bind_template_child (widget_class, JotTextView, notice);
  gtk_widget_class_bind_template_child (widget_class, JotTextView, hint);
  gtk_widget_class_bind_template_child (widget_class, JotTextView, view);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, wrap_mode);

  gtk_widget_class_set_css_name (widget_class, "jottext");
}

static void
make_buffer (JotTextView *self)
{
  g_autoptr (GtkTextTagTable) tags = jot_text_style_create_tags ();
  GtkSourceBuffer *buffer = gtk_source_buffer_new (tags);

  self->buffer = GTK_TEXT_BUFFER (buffer);
  self->painter = jot_text_painter_new (self->buffer);
  self->watch = jot_text_watch_new (self->buffer, edited_cb, self);

  gtk_source_buffer_set_highlight_syntax (buffer, FALSE);
  g_object_bind_property (self, "code",
                          buffer, "highlight-matching-brackets",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), self->buffer);
}

static void
jot_text_view_init (JotTextView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->min_height = DEFAULT_HEIGHT;
  self->editable = TRUE;
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  make_buffer (self);
  /* A token and JSON run from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (restyle_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  restyle_cb (self);
}

GtkWidget *
jot_text_view_new (void)
{
  return g_object_new (JOT_TYPE_TEXT_VIEW, NULL);
}

/* Shows another text, silently; NULL is the same as an empty one. */
void
jot_text_view_set_text (JotTextView *self,
                        const char  *text)
{
  g_autofree char *valid = NULL;
  JotAbridged *abridged = NULL;
  gsize size;

  g_return_if_fail (JOT_IS_TEXT_VIEW (self));

  if (!text)
    text = "";
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  size = strlen (text);
  if (jot_text_is_too_long (text, size))
    abridged = jot_abridged_new (text, size);

  if (abridged || self->abridged)
    take_abridged (self, abridged);

  jot_text_watch_load (self->watch, abridged ? abridged->text : text,
                       self->keep_undo && !abridged);
}

char *
jot_text_view_dup_shown (JotTextView *self)
{
  g_return_val_if_fail (JOT_IS_TEXT_VIEW (self), NULL);

  return jot_text_watch_dup (self->watch);
}

/* Colours the text; the spans count in its bytes and ascend, but for those of
 * problems. */
void
jot_text_view_set_spans (JotTextView       *self,
                         const JotTextSpan *spans,
                         guint              n_spans)
{
  g_autofree JotTextSpan *mapped = NULL;
  guint i;

  g_return_if_fail (JOT_IS_TEXT_VIEW (self));

  if (self->abridged && n_spans > 0) {
    mapped = g_memdup2 (spans, n_spans * sizeof (JotTextSpan));
    for (i = 0; i < n_spans; i++) {
      mapped[i].start = jot_abridged_map (self->abridged, spans[i].start);
      mapped[i].end = jot_abridged_map (self->abridged, spans[i].end);
    }
  }

  jot_text_painter_paint (self->painter, mapped ? mapped : spans, n_spans);
}

/* Selects bytes of the text, shows them, and takes the focus. */
void
jot_text_view_select (JotTextView *self,
                      gsize        start,
                      gsize        end)
{
  g_autofree char *text = NULL;
  GtkTextIter from, to;
  gsize size;

  g_return_if_fail (JOT_IS_TEXT_VIEW (self));

  text = jot_text_watch_dup (self->watch);
  size = strlen (text);
  if (self->abridged) {
    start = jot_abridged_map (self->abridged, start);
    end = jot_abridged_map (self->abridged, end);
  }

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      g_utf8_strlen (text, MIN (start, size)));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to,
                                      g_utf8_strlen (text, MIN (end, size)));
  gtk_text_buffer_select_range (self->buffer, &to, &from);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &from, .1,
                                FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

GtkTextBuffer *
jot_text_view_get_buffer (JotTextView *self)
{
  g_return_val_if_fail (JOT_IS_TEXT_VIEW (self), NULL);

  return self->buffer;
}

gboolean
jot_text_view_get_abridged (JotTextView *self)
{
  g_return_val_if_fail (JOT_IS_TEXT_VIEW (self), FALSE);

  return self->abridged != NULL;
}
