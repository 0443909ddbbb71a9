/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-clipboard.h"

struct _JotClipboard
{
  GObject parent_instance;

  GdkClipboard *clipboard;
  GdkContentProvider *content;
  guint delay;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (JotClipboard, jot_clipboard, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CLIPBOARD,
  PROP_DELAY,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static gboolean
is_ours (JotClipboard *self)
{
  return self->content && gdk_clipboard_is_local (self->clipboard) &&
         gdk_clipboard_get_content (self->clipboard) == self->content;
}

static void
forget (JotClipboard *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->content);
}

static void
changed_cb (JotClipboard *self)
{
  if (!is_ours (self))
    forget (self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  JotClipboard *self = user_data;

  self->timeout_id = 0;
  jot_clipboard_clear (self);

  return G_SOURCE_REMOVE;
}

static void
restart_timeout (JotClipboard *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);

  if (self->content && self->delay > 0)
    self->timeout_id = g_timeout_add_seconds (self->delay, timeout_cb, self);
}

/* The hint asks clipboard managers to keep the text out of their history. */
static GdkContentProvider *
make_content (GBytes *secret)
{
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", strlen ("secret"));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", secret),
    gdk_content_provider_new_for_bytes ("text/plain", secret),
    gdk_content_provider_new_for_bytes ("x-kde-passwordManagerHint", hint),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
jot_clipboard_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  JotClipboard *self = JOT_CLIPBOARD (object);

  switch (prop_id) {
  case PROP_CLIPBOARD:
    g_value_set_object (value, self->clipboard);
    break;
  case PROP_DELAY:
    g_value_set_uint (value, self->delay);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_clipboard_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  JotClipboard *self = JOT_CLIPBOARD (object);

  switch (prop_id) {
  case PROP_CLIPBOARD:
    self->clipboard = g_value_dup_object (value);
    break;
  case PROP_DELAY:
    jot_clipboard_set_delay (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jot_clipboard_constructed (GObject *object)
{
  JotClipboard *self = JOT_CLIPBOARD (object);

  g_signal_connect_object (self->clipboard, "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);

  G_OBJECT_CLASS (jot_clipboard_parent_class)->constructed (object);
}

/* A secret does not outlive the window that copied it. */
static void
jot_clipboard_dispose (GObject *object)
{
  JotClipboard *self = JOT_CLIPBOARD (object);

  if (self->clipboard)
    jot_clipboard_clear (self);
  forget (self);
  g_clear_object (&self->clipboard);

  G_OBJECT_CLASS (jot_clipboard_parent_class)->dispose (object);
}

static void
jot_clipboard_class_init (JotClipboardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jot_clipboard_get_property;
  object_class->set_property = jot_clipboard_set_property;
  object_class->constructed = jot_clipboard_constructed;
  object_class->dispose = jot_clipboard_dispose;

  props[PROP_CLIPBOARD] =
    g_param_spec_object ("clipboard", NULL, NULL, GDK_TYPE_CLIPBOARD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  props[PROP_DELAY] =
    g_param_spec_uint ("delay", NULL, NULL, 0, G_MAXUINT,
                       JOT_CLIPBOARD_DEFAULT_DELAY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jot_clipboard_init (JotClipboard *self)
{
  self->delay = JOT_CLIPBOARD_DEFAULT_DELAY;
}

JotClipboard *
jot_clipboard_new (GdkClipboard *clipboard)
{
  g_return_val_if_fail (GDK_IS_CLIPBOARD (clipboard), NULL);

  return g_object_new (JOT_TYPE_CLIPBOARD, "clipboard", clipboard, NULL);
}

guint
jot_clipboard_get_delay (JotClipboard *self)
{
  g_return_val_if_fail (JOT_IS_CLIPBOARD (self), 0);

  return self->delay;
}

void
jot_clipboard_set_delay (JotClipboard *self,
                         guint         delay)
{
  g_return_if_fail (JOT_IS_CLIPBOARD (self));

  if (self->delay == delay)
    return;

  self->delay = delay;
  restart_timeout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DELAY]);
}

/* The provider holds on to the bytes, so the secret is wiped when the clipboard
 * lets go of it. */
void
jot_clipboard_copy_secret (JotClipboard *self,
                           GBytes       *secret)
{
  GdkContentProvider *content;

  g_return_if_fail (JOT_IS_CLIPBOARD (self));
  g_return_if_fail (secret != NULL);

  content = make_content (secret);
  g_set_object (&self->content, content);
  gdk_clipboard_set_content (self->clipboard, content);
  g_object_unref (content);

  restart_timeout (self);
}

/* Returns whether there was something of ours to take back. */
gboolean
jot_clipboard_clear (JotClipboard *self)
{
  gboolean ours;

  g_return_val_if_fail (JOT_IS_CLIPBOARD (self), FALSE);

  ours = is_ours (self);
  if (ours)
    gdk_clipboard_set_content (self->clipboard, NULL);
  forget (self);

  return ours;
}
