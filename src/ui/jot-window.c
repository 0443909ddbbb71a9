/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-window.h"

#include <glib/gi18n.h>

#include "ui/jot-forward.h"
#include "ui/secrets/jot-secrets-page.h"
#include "ui/tokens/jot-tokens-page.h"
#include "ui/widgets/jot-name.h"

#define NARROW 740

struct _JotWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *paste_button;
  GtkWidget *new_button;
  GtkNotebook *notebook;
  GtkWidget *secrets_page;
  GtkWidget *tokens_page;
  GtkWidget *secrets_label;
  GtkWidget *tokens_label;

  AdwToast *toast;
  gboolean narrow;
  gboolean next_narrow;
  guint idle_id;
  gulong active_id;
};

G_DEFINE_FINAL_TYPE (JotWindow, jot_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_PAGE,
  PROP_NARROW,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static GtkWidget *
get_visible_page (JotWindow *self)
{
  return gtk_notebook_get_nth_page (self->notebook, jot_window_get_page (self));
}

static GtkWidget *
get_target (JotWindow       *self,
            JotForwardRoute  route)
{
  switch (route) {
  case JOT_FORWARD_SECRETS:
    return self->secrets_page;
  case JOT_FORWARD_TO_TOKENS:
    return self->tokens_page;
  case JOT_FORWARD_VISIBLE:
  default:
    return get_visible_page (self);
  }
}

static void
show_tokens_cb (JotWindow *self)
{
  jot_window_set_page (self, gtk_notebook_page_num (self->notebook,
                                                    self->tokens_page));
}

static void
forward_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  JotWindow *self = JOT_WINDOW (widget);
  const JotForward *forward = jot_forward_find (action_name);

  if (forward->route == JOT_FORWARD_TO_TOKENS)
    show_tokens_cb (self);

  gtk_widget_activate_action_variant (get_target (self, forward->route),
                                      forward->page_action, parameter);
}

/* The keyboard follows: to the tab, and where there is a token, to that. */
static void
page_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  JotWindow *self = JOT_WINDOW (widget);
  int page = g_variant_get_int32 (parameter);

  if (jot_window_get_page (self) == page)
    return;

  jot_window_set_page (self, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->notebook));
  gtk_widget_activate_action (get_visible_page (self),
                              "page.focus-token", NULL);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
dismissed_cb (JotWindow *self)
{
  self->toast = NULL;
}

static AdwToast *
make_toast (JotWindow  *self,
            const char *title)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (markup);

  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);

  return toast;
}

/* One at a time: what was done just now is what counts. */
static void
toast_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  JotWindow *self = JOT_WINDOW (widget);
  const char *title, *label, *button_action;

  if (self->toast)
    adw_toast_dismiss (self->toast);

  g_variant_get (parameter, "(&s&s&s)", &title, &label, &button_action);
  self->toast = make_toast (self, title);
  if (*label) {
    adw_toast_set_button_label (self->toast, label);
    adw_toast_set_action_name (self->toast, button_action);
  }

  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static char *
paste_label (JotWindow *self,
             gboolean   narrow)
{
  return g_strdup (narrow ? C_("button", "Paste") : _("Paste Token"));
}

static char *
new_label (JotWindow *self,
           gboolean   narrow)
{
  return g_strdup (narrow ? "" : C_("button", "New"));
}

static void
page_changed_cb (JotWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
active_cb (JotWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;

  g_clear_signal_handler (&self->active_id, self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-token", NULL);
}

/* A notebook makes the widget that is the tab by itself, without a name, and
 * forgets what a template says of its pages. */
static void
set_up_tab (JotWindow *self,
            GtkWidget *page,
            GtkWidget *label)
{
  jot_name_widget (gtk_widget_get_parent (label),
                   gtk_label_get_label (GTK_LABEL (label)));
  g_object_set (gtk_notebook_get_page (self->notebook, page),
                "tab-expand", TRUE, NULL);
}

static gboolean
notify_narrow_cb (gpointer user_data)
{
  JotWindow *self = user_data;

  self->idle_id = 0;

  if (self->narrow != self->next_narrow) {
    self->narrow = self->next_narrow;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  }

  return G_SOURCE_REMOVE;
}

static void
jot_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  JotWindow *self = JOT_WINDOW (widget);

  GTK_WIDGET_CLASS (jot_window_parent_class)->size_allocate (widget, width,
                                                             height, baseline);

  self->next_narrow = width < NARROW;
  if (self->next_narrow != self->narrow && !self->idle_id)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_narrow_cb,
                                     self, NULL);
}

static void
jot_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  JotWindow *self = JOT_WINDOW (object);

  switch (prop_id) {
  case PROP_PAGE:
    g_value_set_int (value, jot_window_get_page (self));
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  JotWindow *self = JOT_WINDOW (object);

  switch (prop_id) {
  case PROP_PAGE:
    jot_window_set_page (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_window_dispose (GObject *object)
{
  JotWindow *self = JOT_WINDOW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOT_TYPE_WINDOW);

  G_OBJECT_CLASS (jot_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_PAGE] =
    g_param_spec_int ("page", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  guint n, i;
  const JotForward *forwards = jot_forward_list (&n);

  for (i = 0; i < n; i++)
    gtk_widget_class_install_action (widget_class, forwards[i].action,
                                     forwards[i].parameter_type, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_cb);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "(sss)",
                                   toast_cb);

  /* No accelerator, for an open menu or a toast needs Escape first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "win.hide", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/jot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JotWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, notebook);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, secrets_page);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, tokens_page);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, secrets_label);
  gtk_widget_class_bind_template_child (widget_class, JotWindow, tokens_label);
  gtk_widget_class_bind_template_callback (widget_class, paste_label);
  gtk_widget_class_bind_template_callback (widget_class, new_label);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_tokens_cb);
  gtk_widget_class_bind_template_callback (widget_class,
                                           jot_tokens_page_take_secret);
}

static void
jot_window_class_init (JotWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jot_window_get_property;
  object_class->set_property = jot_window_set_property;
  object_class->dispose = jot_window_dispose;

  widget_class->size_allocate = jot_window_size_allocate;

  install_properties (object_class);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
jot_window_init (JotWindow *self)
{
  g_type_ensure (JOT_TYPE_SECRETS_PAGE);
  g_type_ensure (JOT_TYPE_TOKENS_PAGE);

  gtk_widget_init_template (GTK_WIDGET (self));

  set_up_tab (self, self->secrets_page, self->secrets_label);
  set_up_tab (self, self->tokens_page, self->tokens_label);
  jot_name_widget (self->paste_button, _("Paste Token"));
  jot_name_widget (gtk_widget_get_first_child (self->new_button),
                   _("New Token"));
  gtk_widget_grab_focus (GTK_WIDGET (self->notebook));
}

JotWindow *
jot_window_new (GtkApplication *application)
{
  return g_object_new (JOT_TYPE_WINDOW, "application", application, NULL);
}

int
jot_window_get_page (JotWindow *self)
{
  g_return_val_if_fail (JOT_IS_WINDOW (self), 0);

  return gtk_notebook_get_current_page (self->notebook);
}

void
jot_window_set_page (JotWindow *self,
                     int        page)
{
  g_return_if_fail (JOT_IS_WINDOW (self));

  gtk_notebook_set_current_page (self->notebook, page);
}

gboolean
jot_window_get_narrow (JotWindow *self)
{
  g_return_val_if_fail (JOT_IS_WINDOW (self), FALSE);

  return self->narrow;
}

/* Some systems show the clipboard to the window with the keyboard alone, and a
 * window just made gets the keyboard a little later. */
void
jot_window_decode_clipboard (JotWindow *self)
{
  g_return_if_fail (JOT_IS_WINDOW (self));

  show_tokens_cb (self);
  if (!self->active_id)
    self->active_id = g_signal_connect (self, "notify::is-active",
                                        G_CALLBACK (active_cb), NULL);
  active_cb (self);
}
