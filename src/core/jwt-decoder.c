/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-decoder.h"

#include <gio/gio.h>
#include <string.h>

/**
 * JwtDecoder:
 *
 * Reads a text as a token and judges it, as it is typed.
 *
 * A text of ordinary size is read at once; a large one in a thread, while the
 * last answers stay, and only the newest text's answers are taken.
 */
struct _JwtDecoder
{
  GObject       parent_instance;

  JwtPolicy    *policy;
  char         *text;
  JwtPaste     *paste;
  JwtToken     *token;
  JwtVerdict   *verdict;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (JwtDecoder, jwt_decoder, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_POLICY,
  PROP_TEXT,
  PROP_PASTE,
  PROP_TOKEN,
  PROP_VERDICT,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What one reading gives; it owns all of it, so that a thread may make it. */
typedef struct
{
  char       *text;
  JwtPolicy  *policy;
  JwtPaste   *paste;
  JwtToken   *token;
  JwtVerdict *verdict;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->verdict, jwt_verdict_unref);
  g_clear_pointer (&reading->token, jwt_token_unref);
  g_clear_pointer (&reading->paste, jwt_paste_unref);
  g_clear_object (&reading->policy);
  g_free (reading->text);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static Reading *
reading_new (JwtDecoder *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->text = g_strdup (self->text);
  reading->policy = jwt_policy_copy (self->policy);

  return reading;
}

static void
reading_run (Reading *reading)
{
  reading->paste = jwt_paste_new (reading->text, strlen (reading->text));
  reading->token = jwt_token_new (jwt_paste_get_token (reading->paste));
  reading->verdict = jwt_verdict_new (reading->token, reading->policy);
}

static void
notify_answers (JwtDecoder *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PASTE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOKEN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERDICT]);
}

static void
clear_answers (JwtDecoder *self)
{
  g_clear_pointer (&self->verdict, jwt_verdict_unref);
  g_clear_pointer (&self->token, jwt_token_unref);
  g_clear_pointer (&self->paste, jwt_paste_unref);
}

static void
take_answers (JwtDecoder *self,
              Reading    *reading)
{
  clear_answers (self);
  self->paste = g_steal_pointer (&reading->paste);
  self->token = g_steal_pointer (&reading->token);
  self->verdict = g_steal_pointer (&reading->verdict);
  notify_answers (self);
}

/* While a new text is being read, the last answers stay as they are: they would
 * be judged by what is expected of the new one. */
static void
judge_again (JwtDecoder *self)
{
  if (self->token == NULL || self->reading != NULL)
    return;

  g_clear_pointer (&self->verdict, jwt_verdict_unref);
  self->verdict = jwt_verdict_new (self->token, self->policy);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERDICT]);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  reading_run (data);
  g_task_return_boolean (task, TRUE);
}

/* The policy may have moved on while the thread read, so it judges once more.
 * A reading that was given up may outlive the decoder. */
static void
read_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  JwtDecoder *self = user_data;
  GTask *task = G_TASK (result);

  if (!g_task_propagate_boolean (task, NULL))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->reading);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  take_answers (self, g_task_get_task_data (task));
  judge_again (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* The task does not hold the decoder, whose last reference could then be
 * dropped by the thread. */
static void
read_in_thread (JwtDecoder *self)
{
  g_autoptr (GTask) task = NULL;

  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, read_done_cb, self);
  g_task_set_source_tag (task, read_in_thread);
  g_task_set_task_data (task, reading_new (self),
                        (GDestroyNotify) reading_free);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  g_task_run_in_thread (task, read_thread);
}

static void
stop_reading (JwtDecoder *self)
{
  if (self->reading == NULL)
    return;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
read_text (JwtDecoder *self)
{
  g_autoptr (Reading) reading = NULL;

  stop_reading (self);

  if (self->text == NULL) {
    clear_answers (self);
    notify_answers (self);
  } else if (strlen (self->text) > JWT_DECODER_THREAD_SIZE) {
    read_in_thread (self);
  } else {
    reading = reading_new (self);
    reading_run (reading);
    take_answers (self, reading);
  }
}

static void
set_policy (JwtDecoder *self,
            JwtPolicy  *policy)
{
  self->policy = g_object_ref (policy);
  g_signal_connect_object (policy, "notify", G_CALLBACK (judge_again), self,
                           G_CONNECT_SWAPPED);
}

static void
jwt_decoder_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  JwtDecoder *self = JWT_DECODER (object);

  switch (prop_id) {
  case PROP_POLICY:
    g_value_set_object (value, self->policy);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_PASTE:
    g_value_set_boxed (value, self->paste);
    break;
  case PROP_TOKEN:
    g_value_set_boxed (value, self->token);
    break;
  case PROP_VERDICT:
    g_value_set_boxed (value, self->verdict);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, jwt_decoder_get_busy (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_decoder_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  JwtDecoder *self = JWT_DECODER (object);

  switch (prop_id) {
  case PROP_POLICY:
    set_policy (self, g_value_get_object (value));
    break;
  case PROP_TEXT:
    jwt_decoder_set_text (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_decoder_dispose (GObject *object)
{
  JwtDecoder *self = JWT_DECODER (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->policy);

  G_OBJECT_CLASS (jwt_decoder_parent_class)->dispose (object);
}

static void
jwt_decoder_finalize (GObject *object)
{
  JwtDecoder *self = JWT_DECODER (object);

  clear_answers (self);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (jwt_decoder_parent_class)->finalize (object);
}

static void
jwt_decoder_class_init (JwtDecoderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                         G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jwt_decoder_get_property;
  object_class->set_property = jwt_decoder_set_property;
  object_class->dispose = jwt_decoder_dispose;
  object_class->finalize = jwt_decoder_finalize;

  props[PROP_POLICY] =
    g_param_spec_object ("policy", NULL, NULL, JWT_TYPE_POLICY,
                         writable | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, writable);
  props[PROP_PASTE] =
    g_param_spec_boxed ("paste", NULL, NULL, JWT_TYPE_PASTE, readable);
  props[PROP_TOKEN] =
    g_param_spec_boxed ("token", NULL, NULL, JWT_TYPE_TOKEN, readable);
  props[PROP_VERDICT] =
    g_param_spec_boxed ("verdict", NULL, NULL, JWT_TYPE_VERDICT, readable);
  props[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jwt_decoder_init (JwtDecoder *self)
{
}

/**
 * jwt_decoder_new:
 * @policy: what is expected of the tokens
 *
 * Returns: (transfer full): a decoder without a text
 */
JwtDecoder *
jwt_decoder_new (JwtPolicy *policy)
{
  return g_object_new (JWT_TYPE_DECODER, "policy", policy, NULL);
}

/**
 * jwt_decoder_get_text:
 * @self: a decoder
 *
 * Returns: (transfer none) (nullable): the text, %NULL for none
 */
const char *
jwt_decoder_get_text (JwtDecoder *self)
{
  return self->text;
}

/**
 * jwt_decoder_set_text:
 * @self: a decoder
 * @text: (nullable): what was pasted or typed; an empty text is none
 *
 * Reads and judges a text; above %JWT_DECODER_THREAD_SIZE bytes it is busy
 * until the main loop has run.
 */
void
jwt_decoder_set_text (JwtDecoder *self,
                      const char *text)
{
  char *copy;

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  copy = g_strdup (text);
  g_free (self->text);
  self->text = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  read_text (self);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * jwt_decoder_get_paste:
 * @self: a decoder
 *
 * Returns: (transfer none) (nullable): what was taken away from the text
 */
JwtPaste *
jwt_decoder_get_paste (JwtDecoder *self)
{
  return self->paste;
}

/**
 * jwt_decoder_get_token:
 * @self: a decoder
 *
 * Returns: (transfer none) (nullable): the token
 */
JwtToken *
jwt_decoder_get_token (JwtDecoder *self)
{
  return self->token;
}

/**
 * jwt_decoder_get_verdict:
 * @self: a decoder
 *
 * Returns: (transfer none) (nullable): the verdict on it
 */
JwtVerdict *
jwt_decoder_get_verdict (JwtDecoder *self)
{
  return self->verdict;
}

/**
 * jwt_decoder_get_busy:
 * @self: a decoder
 *
 * Returns: whether a large text is still being read
 */
gboolean
jwt_decoder_get_busy (JwtDecoder *self)
{
  return self->reading != NULL;
}
