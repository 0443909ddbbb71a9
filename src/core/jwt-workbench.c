/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-workbench.h"

#include <string.h>

#include "core/base/jwt-display.h"
#include "core/jwt-summary.h"
#include "core/jwt-template.h"
#include "core/token/jwt-inner.h"
#include "core/token/jwt-numeric-date.h"
#include "jwt-enums.h"

/**
 * JwtWorkbench:
 *
 * A token and its JSON texts on one table, of which one side always owns the
 * other.
 *
 * Only a person's edit hands ownership over: an edit of the token makes the
 * token's text the owner, an edit of the header or the payload makes them. A
 * key only checks what was pasted; what was typed as JSON it signs.
 */
struct _JwtWorkbench
{
  GObject     parent_instance;

  guint       holds;           /* changes under way, see hold() */
  JwtPolicy  *policy;
  JwtSigner  *signer;
  JwtDecoder *decoder;
  GError     *key_problem;

  JwtOwner    owner;
  char       *pasted;          /* for going back to it */
  char       *decoded_header;  /* what it says, set out for reading */
  char       *decoded_payload;
  char       *header_text;
  char       *payload_text;

  JwtToken   *shown;           /* the one that the JSON texts were made of */
  JwtSummary  summary;
  GError     *problem;
  gboolean    can_revert;
  gboolean    can_copy;

  char       *source;          /* the text that holds several tokens */
  guint       n_tokens;
  guint       token_index;
  gboolean    can_open_inner;

  GArray     *hints;
  JwtToken   *hinted_token;    /* what the hints were looked for with */
  JwtKey     *hinted_key;
  JwtAlgorithm hinted_algorithm;
};

G_DEFINE_FINAL_TYPE (JwtWorkbench, jwt_workbench, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_POLICY,
  PROP_TOKEN_TEXT,
  PROP_HEADER_TEXT,
  PROP_PAYLOAD_TEXT,
  PROP_OWNER,
  PROP_SUMMARY,
  PROP_TOKEN,
  PROP_VERDICT,
  PROP_PROBLEM,
  PROP_KEY_PROBLEM,
  PROP_CAN_REVERT,
  PROP_CAN_COPY,
  PROP_BUSY,
  PROP_N_TOKENS,
  PROP_TOKEN_INDEX,
  PROP_CAN_OPEN_INNER,
  N_PROPS
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_typed (JwtWorkbench *self)
{
  return self->owner == JWT_OWNER_SIGNED || self->owner == JWT_OWNER_DRAFT ||
         self->owner == JWT_OWNER_NOT_UPDATED;
}

static void
notify (JwtWorkbench *self,
        guint         prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* A text that could not be decoded is as empty as one that holds nothing. */
static gboolean
is_same (const char *one,
         const char *other)
{
  return strcmp (one != NULL ? one : "", other != NULL ? other : "") == 0;
}

static void
set_text (JwtWorkbench  *self,
          char         **field,
          const char    *text,
          guint          prop)
{
  char *copy;

  if (g_strcmp0 (*field, text) == 0)
    return;

  copy = g_strdup (text);
  g_free (*field);
  *field = copy;
  notify (self, prop);
}

static void
set_flag (JwtWorkbench *self,
          gboolean     *field,
          gboolean      value,
          guint         prop)
{
  if (*field == value)
    return;

  *field = value;
  notify (self, prop);
}

static void
set_owner (JwtWorkbench *self,
           JwtOwner      owner)
{
  if (self->owner == owner)
    return;

  self->owner = owner;
  notify (self, PROP_OWNER);
}

static void
set_error (JwtWorkbench  *self,
           GError       **field,
           const GError  *problem,
           guint          prop)
{
  if (problem == NULL && *field == NULL)
    return;

  g_clear_error (field);
  *field = problem != NULL ? g_error_copy (problem) : NULL;
  notify (self, prop);
}

/* A text that is no JSON is shown as it is, in its own lines and columns, with
 * what cannot be seen made visible; bytes that are no text are not shown as
 * one. */
static char *
show_text (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = NULL;
  GString *shown;

  if (text != NULL && !g_utf8_validate_len (text, length, NULL))
    return NULL;

  copy = g_strndup (text != NULL ? text : "", length);
  shown = g_string_sized_new (length);
  for (const char *at = copy; *at != '\0';) {
    gsize plain = strcspn (at, "\t\n\r");
    g_autofree char *run = jwt_display_escape (at, plain);

    g_string_append (shown, run);
    at += plain;
    plain = strspn (at, "\t\n\r");
    g_string_append_len (shown, at, plain);
    at += plain;
  }

  return g_string_free (shown, FALSE);
}

static char *
show_json (JwtJson *json)
{
  if (json == NULL)
    return NULL;
  if (jwt_json_is_grammatical (json))
    return jwt_json_indent (json);

  return show_text (jwt_json_get_text (json));
}

static void
show_nothing (JwtWorkbench *self)
{
  g_clear_pointer (&self->shown, jwt_token_unref);
  g_clear_pointer (&self->decoded_header, g_free);
  g_clear_pointer (&self->decoded_payload, g_free);
  set_text (self, &self->header_text, NULL, PROP_HEADER_TEXT);
  set_text (self, &self->payload_text, NULL, PROP_PAYLOAD_TEXT);
}

static void
show_token (JwtWorkbench *self,
            JwtToken     *token)
{
  if (token == NULL || self->shown == token)
    return;

  g_clear_pointer (&self->shown, jwt_token_unref);
  g_clear_pointer (&self->decoded_header, g_free);
  g_clear_pointer (&self->decoded_payload, g_free);
  self->shown = jwt_token_ref (token);
  self->decoded_header = show_json (jwt_token_get_header (token));
  self->decoded_payload = show_json (jwt_token_get_payload (token));

  set_text (self, &self->header_text, self->decoded_header, PROP_HEADER_TEXT);
  set_text (self, &self->payload_text, self->decoded_payload,
            PROP_PAYLOAD_TEXT);
}

/* While a text is being read, the last answers are another text's, so that
 * nothing is said but what is known without them. */
static JwtSummary
find_summary (JwtWorkbench  *self,
              const GError **problem)
{
  gboolean busy = jwt_decoder_get_busy (self->decoder);
  JwtToken *token = busy ? NULL : jwt_decoder_get_token (self->decoder);
  JwtVerdict *verdict = jwt_decoder_get_verdict (self->decoder);

  *problem = NULL;
  if (busy && self->owner == JWT_OWNER_SIGNED)
    return JWT_SUMMARY_SIGNED;
  if (is_typed (self))
    return jwt_summary_of_typed (self->owner, token, verdict,
                                 jwt_signer_get_problem (self->signer),
                                 problem);
  if (token == NULL)
    return JWT_SUMMARY_EMPTY;

  return jwt_summary_of_pasted (token, verdict,
                                jwt_policy_get_key (self->policy) != NULL,
                                problem);
}

static gboolean
wants_hints (JwtWorkbench *self)
{
  JwtToken *token = jwt_decoder_get_token (self->decoder);

  return (self->summary == JWT_SUMMARY_SIGNATURE_MISMATCH ||
          self->summary == JWT_SUMMARY_WRONG_ALGORITHM) &&
         g_bytes_get_size (jwt_token_get_text (token)) <=
         JWT_DECODER_THREAD_SIZE;
}

/* A tick of the clock changes nothing about them, so they are kept. */
static void
look_for_hints (JwtWorkbench *self)
{
  JwtToken *token = jwt_decoder_get_token (self->decoder);
  JwtKey *key = jwt_policy_get_key (self->policy);
  JwtAlgorithm algorithm = jwt_policy_get_algorithm (self->policy);

  if (!wants_hints (self)) {
    g_clear_pointer (&self->hints, g_array_unref);
    return;
  }
  if (self->hints != NULL && self->hinted_token == token &&
      self->hinted_key == key && self->hinted_algorithm == algorithm)
    return;

  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_pointer (&self->hinted_token, jwt_token_unref);
  g_clear_pointer (&self->hinted_key, jwt_key_unref);
  self->hinted_token = jwt_token_ref (token);
  self->hinted_key = jwt_key_ref (key);
  self->hinted_algorithm = algorithm;
  self->hints = jwt_hint_list (token, self->policy);
}

/* Only what is no claims set can be a token. */
static gboolean
has_inner (JwtWorkbench *self)
{
  JwtToken *token = jwt_decoder_get_token (self->decoder);
  g_autoptr (GBytes) inner = NULL;

  if (self->summary == JWT_SUMMARY_EMPTY || token == NULL ||
      jwt_decoder_get_busy (self->decoder) || jwt_token_has_claims (token))
    return FALSE;

  inner = jwt_token_dup_inner (token);

  return inner != NULL;
}

static void
sum_up (JwtWorkbench *self)
{
  gboolean typed = is_typed (self);
  const GError *problem;
  JwtSummary summary = find_summary (self, &problem);

  if (self->summary != summary) {
    self->summary = summary;
    notify (self, PROP_SUMMARY);
  }
  set_error (self, &self->problem, problem, PROP_PROBLEM);
  look_for_hints (self);
  set_flag (self, &self->can_open_inner, has_inner (self),
            PROP_CAN_OPEN_INNER);
  set_flag (self, &self->can_revert, typed && self->pasted != NULL,
            PROP_CAN_REVERT);
  set_flag (self, &self->can_copy,
            self->owner == JWT_OWNER_PASTED || self->owner == JWT_OWNER_SIGNED,
            PROP_CAN_COPY);
}

/* One change may touch several of the objects below, each of which tells of it;
 * only when the last has done so do all properties agree. */
static void
hold (JwtWorkbench *self)
{
  self->holds++;
  g_object_freeze_notify (G_OBJECT (self));
}

static void
release (JwtWorkbench *self)
{
  gboolean last = self->holds == 1;

  if (last) {
    if (!is_typed (self) && !jwt_decoder_get_busy (self->decoder))
      show_token (self, jwt_decoder_get_token (self->decoder));
    sum_up (self);
  }

  self->holds--;
  g_object_thaw_notify (G_OBJECT (self));
  if (last)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
policy_changing_cb (JwtWorkbench *self)
{
  hold (self);
}

static void
policy_changed_cb (JwtWorkbench *self)
{
  release (self);
}

/* The verdict is the last thing to come of a text that was read in a thread. */
static void
decoder_notify_cb (JwtWorkbench *self,
                   GParamSpec   *pspec)
{
  if (g_str_equal (pspec->name, "text"))
    notify (self, PROP_TOKEN_TEXT);
  else if (g_str_equal (pspec->name, "token"))
    notify (self, PROP_TOKEN);
  else if (g_str_equal (pspec->name, "busy"))
    notify (self, PROP_BUSY);
  else if (g_str_equal (pspec->name, "verdict")) {
    hold (self);
    notify (self, PROP_VERDICT);
    release (self);
  }
}

static JwtOwner
judge_signing (JwtWorkbench *self)
{
  if (jwt_signer_get_token (self->signer) == NULL)
    return JWT_OWNER_NOT_UPDATED;

  return jwt_signer_get_problem (self->signer) != NULL ? JWT_OWNER_DRAFT
                                                       : JWT_OWNER_SIGNED;
}

static void
take_signed (JwtWorkbench *self)
{
  set_owner (self, judge_signing (self));
  if (self->owner != JWT_OWNER_NOT_UPDATED)
    jwt_decoder_set_text (self->decoder, jwt_signer_get_token (self->signer));
}

static void
signer_notify_cb (JwtWorkbench *self)
{
  if (!is_typed (self))
    return;

  hold (self);
  take_signed (self);
  release (self);
}

static void
sign_texts (JwtWorkbench *self,
            const char   *header,
            const char   *payload)
{
  hold (self);

  set_text (self, &self->header_text, header != NULL ? header : "",
            PROP_HEADER_TEXT);
  set_text (self, &self->payload_text, payload != NULL ? payload : "",
            PROP_PAYLOAD_TEXT);
  jwt_signer_set_texts (self->signer, self->header_text, self->payload_text);
  take_signed (self);

  release (self);
}

static void
set_place (JwtWorkbench *self,
           guint         n_tokens,
           guint         index)
{
  if (self->n_tokens != n_tokens) {
    self->n_tokens = n_tokens;
    notify (self, PROP_N_TOKENS);
  }
  if (self->token_index != index) {
    self->token_index = index;
    notify (self, PROP_TOKEN_INDEX);
  }
}

static void
forget_source (JwtWorkbench *self)
{
  g_clear_pointer (&self->source, g_free);
  set_place (self, 0, 0);
}

/* The JSON texts are made anew, even of the same token: they may have been
 * edited since. */
static void
own_token (JwtWorkbench *self,
           const char   *text)
{
  g_autofree char *pasted = *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;

  hold (self);

  forget_source (self);
  set_owner (self, pasted != NULL ? JWT_OWNER_PASTED : JWT_OWNER_NOBODY);
  g_free (self->pasted);
  self->pasted = g_steal_pointer (&pasted);
  jwt_signer_set_texts (self->signer, NULL, NULL);
  jwt_decoder_set_text (self->decoder, self->pasted);
  g_clear_pointer (&self->shown, jwt_token_unref);
  if (self->pasted == NULL)
    show_nothing (self);

  release (self);
}

static JwtRemoved
take_from (JwtWorkbench *self,
           const char   *source,
           guint         index)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new_at (source, strlen (source), index);
  GBytes *token = jwt_paste_get_token (paste);
  g_autofree char *found = NULL;

  if (g_bytes_get_size (token) == 0)
    return JWT_REMOVED_NOTHING;

  hold (self);

  found = g_strndup (g_bytes_get_data (token, NULL), g_bytes_get_size (token));
  own_token (self, found);
  if (jwt_paste_get_n_tokens (paste) > 1) {
    self->source = g_strdup (source);
    set_place (self, jwt_paste_get_n_tokens (paste),
               jwt_paste_get_index (paste));
  }

  release (self);

  return jwt_paste_get_removed (paste);
}

static gboolean
is_decoded (JwtWorkbench *self,
            const char   *header,
            const char   *payload)
{
  return self->pasted != NULL && is_same (header, self->decoded_header) &&
         is_same (payload, self->decoded_payload);
}

/* Going back to what the token says is going back to the token. */
static void
edit_texts (JwtWorkbench *self,
            const char   *header,
            const char   *payload)
{
  if (is_same (header, self->header_text) &&
      is_same (payload, self->payload_text))
    return;

  if (is_decoded (self, header, payload))
    jwt_workbench_revert (self);
  else if (self->pasted == NULL && is_same (header, payload) &&
           is_same (header, NULL))
    jwt_workbench_clear (self);
  else
    sign_texts (self, header, payload);
}

static void
jwt_workbench_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  JwtWorkbench *self = JWT_WORKBENCH (object);

  switch (prop_id) {
  case PROP_POLICY:
    g_value_set_object (value, self->policy);
    break;
  case PROP_TOKEN_TEXT:
    g_value_set_string (value, jwt_workbench_get_token_text (self));
    break;
  case PROP_HEADER_TEXT:
    g_value_set_string (value, self->header_text);
    break;
  case PROP_PAYLOAD_TEXT:
    g_value_set_string (value, self->payload_text);
    break;
  case PROP_OWNER:
    g_value_set_enum (value, self->owner);
    break;
  case PROP_SUMMARY:
    g_value_set_enum (value, self->summary);
    break;
  case PROP_TOKEN:
    g_value_set_boxed (value, jwt_workbench_get_token (self));
    break;
  case PROP_VERDICT:
    g_value_set_boxed (value, jwt_workbench_get_verdict (self));
    break;
  case PROP_PROBLEM:
    g_value_set_boxed (value, self->problem);
    break;
  case PROP_KEY_PROBLEM:
    g_value_set_boxed (value, self->key_problem);
    break;
  case PROP_CAN_REVERT:
    g_value_set_boolean (value, self->can_revert);
    break;
  case PROP_CAN_COPY:
    g_value_set_boolean (value, self->can_copy);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, jwt_workbench_get_busy (self));
    break;
  case PROP_N_TOKENS:
    g_value_set_uint (value, self->n_tokens);
    break;
  case PROP_TOKEN_INDEX:
    g_value_set_uint (value, self->token_index);
    break;
  case PROP_CAN_OPEN_INNER:
    g_value_set_boolean (value, self->can_open_inner);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_workbench_finalize (GObject *object)
{
  JwtWorkbench *self = JWT_WORKBENCH (object);

  g_clear_object (&self->decoder);
  g_clear_object (&self->signer);
  g_clear_object (&self->policy);
  g_clear_pointer (&self->shown, jwt_token_unref);
  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_pointer (&self->hinted_token, jwt_token_unref);
  g_clear_pointer (&self->hinted_key, jwt_key_unref);
  g_clear_pointer (&self->pasted, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->decoded_header, g_free);
  g_clear_pointer (&self->decoded_payload, g_free);
  g_clear_pointer (&self->header_text, g_free);
  g_clear_pointer (&self->payload_text, g_free);
  g_clear_error (&self->key_problem);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (jwt_workbench_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_POLICY] =
    g_param_spec_object ("policy", NULL, NULL, JWT_TYPE_POLICY, flags);
  props[PROP_TOKEN_TEXT] =
    g_param_spec_string ("token-text", NULL, NULL, NULL, flags);
  props[PROP_HEADER_TEXT] =
    g_param_spec_string ("header-text", NULL, NULL, NULL, flags);
  props[PROP_PAYLOAD_TEXT] =
    g_param_spec_string ("payload-text", NULL, NULL, NULL, flags);
  props[PROP_OWNER] =
    g_param_spec_enum ("owner", NULL, NULL, JWT_TYPE_OWNER, JWT_OWNER_NOBODY,
                       flags);
  props[PROP_SUMMARY] =
    g_param_spec_enum ("summary", NULL, NULL, JWT_TYPE_SUMMARY,
                       JWT_SUMMARY_EMPTY, flags);
  props[PROP_TOKEN] =
    g_param_spec_boxed ("token", NULL, NULL, JWT_TYPE_TOKEN, flags);
  props[PROP_VERDICT] =
    g_param_spec_boxed ("verdict", NULL, NULL, JWT_TYPE_VERDICT, flags);
  props[PROP_PROBLEM] =
    g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, flags);
  props[PROP_KEY_PROBLEM] =
    g_param_spec_boxed ("key-problem", NULL, NULL, G_TYPE_ERROR, flags);
  props[PROP_CAN_REVERT] =
    g_param_spec_boolean ("can-revert", NULL, NULL, FALSE, flags);
  props[PROP_CAN_COPY] =
    g_param_spec_boolean ("can-copy", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_N_TOKENS] =
    g_param_spec_uint ("n-tokens", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TOKEN_INDEX] =
    g_param_spec_uint ("token-index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_CAN_OPEN_INNER] =
    g_param_spec_boolean ("can-open-inner", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jwt_workbench_class_init (JwtWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jwt_workbench_get_property;
  object_class->finalize = jwt_workbench_finalize;

  install_properties (object_class);

  /**
   * JwtWorkbench::changed:
   * @self: the workbench
   *
   * All properties agree with each other again.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Signer and decoder hear of another key one after the other, and what they
 * make of it agrees only when both have: hence one handler before them, and
 * one behind. */
static void
jwt_workbench_init (JwtWorkbench *self)
{
  self->policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_signal_connect_object (self->policy, "notify",
                           G_CALLBACK (policy_changing_cb), self,
                           G_CONNECT_SWAPPED);
  self->signer = jwt_signer_new (self->policy);
  self->decoder = jwt_decoder_new (self->policy);
  g_signal_connect_object (self->policy, "notify",
                           G_CALLBACK (policy_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (self->signer, "notify::problem",
                           G_CALLBACK (signer_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decoder, "notify",
                           G_CALLBACK (decoder_notify_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * jwt_workbench_new:
 *
 * Returns: (transfer full): an empty workbench
 */
JwtWorkbench *
jwt_workbench_new (void)
{
  return g_object_new (JWT_TYPE_WORKBENCH, NULL);
}

/**
 * jwt_workbench_get_policy:
 * @self: a workbench
 *
 * Returns: (transfer none): what is expected of its tokens, and its key
 */
JwtPolicy *
jwt_workbench_get_policy (JwtWorkbench *self)
{
  return self->policy;
}

/**
 * jwt_workbench_get_token_text:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the token's text
 */
const char *
jwt_workbench_get_token_text (JwtWorkbench *self)
{
  return jwt_decoder_get_text (self->decoder);
}

/**
 * jwt_workbench_get_header_text:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the header's text; %NULL where it could
 *   not be decoded
 */
const char *
jwt_workbench_get_header_text (JwtWorkbench *self)
{
  return self->header_text;
}

/**
 * jwt_workbench_get_payload_text:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the payload's text; %NULL where it could
 *   not be decoded, or is not text
 */
const char *
jwt_workbench_get_payload_text (JwtWorkbench *self)
{
  return self->payload_text;
}

/**
 * jwt_workbench_get_owner:
 * @self: a workbench
 *
 * Returns: which side the token comes from
 */
JwtOwner
jwt_workbench_get_owner (JwtWorkbench *self)
{
  return self->owner;
}

/**
 * jwt_workbench_get_summary:
 * @self: a workbench
 *
 * Returns: the one line that sums everything up
 */
JwtSummary
jwt_workbench_get_summary (JwtWorkbench *self)
{
  return self->summary;
}

/**
 * jwt_workbench_get_paste:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): what stands around the token in its text
 */
JwtPaste *
jwt_workbench_get_paste (JwtWorkbench *self)
{
  return jwt_decoder_get_paste (self->decoder);
}

/**
 * jwt_workbench_get_token:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the token
 */
JwtToken *
jwt_workbench_get_token (JwtWorkbench *self)
{
  return jwt_decoder_get_token (self->decoder);
}

/**
 * jwt_workbench_get_verdict:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the verdict on the token
 */
JwtVerdict *
jwt_workbench_get_verdict (JwtWorkbench *self)
{
  return jwt_decoder_get_verdict (self->decoder);
}

/**
 * jwt_workbench_get_problem:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): what the summary is about
 */
const GError *
jwt_workbench_get_problem (JwtWorkbench *self)
{
  return self->problem;
}

/**
 * jwt_workbench_get_hint:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the likeliest way in which the signature
 *   would match, where it does not; nothing applies it but a person
 */
const JwtHint *
jwt_workbench_get_hint (JwtWorkbench *self)
{
  return self->hints != NULL && self->hints->len > 0
         ? &g_array_index (self->hints, JwtHint, 0) : NULL;
}

/**
 * jwt_workbench_get_key_problem:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): why the key's text is no key
 */
const GError *
jwt_workbench_get_key_problem (JwtWorkbench *self)
{
  return self->key_problem;
}

/**
 * jwt_workbench_get_can_revert:
 * @self: a workbench
 *
 * Returns: whether there is a pasted token to go back to
 */
gboolean
jwt_workbench_get_can_revert (JwtWorkbench *self)
{
  return self->can_revert;
}

/**
 * jwt_workbench_get_can_copy:
 * @self: a workbench
 *
 * Returns: whether the token's text is whole: no draft, and not behind its JSON
 */
gboolean
jwt_workbench_get_can_copy (JwtWorkbench *self)
{
  return self->can_copy;
}

/**
 * jwt_workbench_is_changed:
 * @self: a workbench
 * @part: the header or the payload
 *
 * Returns: whether a person has changed that text since its token was pasted
 */
gboolean
jwt_workbench_is_changed (JwtWorkbench *self,
                          JwtPart       part)
{
  if (!self->can_revert)
    return FALSE;
  if (part == JWT_PART_HEADER)
    return !is_same (self->header_text, self->decoded_header);

  return !is_same (self->payload_text, self->decoded_payload);
}

/**
 * jwt_workbench_get_busy:
 * @self: a workbench
 *
 * Returns: whether a large text is still being read
 */
gboolean
jwt_workbench_get_busy (JwtWorkbench *self)
{
  return jwt_decoder_get_busy (self->decoder);
}

/**
 * jwt_workbench_edit_token:
 * @self: a workbench
 * @text: the token's text as a person has it now
 *
 * Makes the token's text the owner.
 */
void
jwt_workbench_edit_token (JwtWorkbench *self,
                          const char   *text)
{
  if (!is_same (text, jwt_workbench_get_token_text (self)))
    own_token (self, text);
}

/**
 * jwt_workbench_edit_header:
 * @self: a workbench
 * @text: the header's text as a person has it now
 *
 * Makes the JSON texts the owner, and signs them where that can be done.
 */
void
jwt_workbench_edit_header (JwtWorkbench *self,
                           const char   *text)
{
  g_autofree char *payload = g_strdup (self->payload_text);

  edit_texts (self, text, payload);
}

/**
 * jwt_workbench_edit_payload:
 * @self: a workbench
 * @text: the payload's text as a person has it now
 *
 * Makes the JSON texts the owner, and signs them where that can be done.
 */
void
jwt_workbench_edit_payload (JwtWorkbench *self,
                            const char   *text)
{
  g_autofree char *header = g_strdup (self->header_text);

  edit_texts (self, header, text);
}

/**
 * jwt_workbench_paste:
 * @self: a workbench
 * @text: what was pasted
 *
 * Finds the token in a text and takes it, and nothing else, as the token's
 * text; it owns from then on. A text with nothing in it changes nothing.
 *
 * Returns: what was taken away
 */
JwtRemoved
jwt_workbench_paste (JwtWorkbench *self,
                     const char   *text)
{
  return take_from (self, text, 0);
}

/**
 * jwt_workbench_step:
 * @self: a workbench
 * @index: which token, from 0
 *
 * Goes to another one of the tokens that were pasted in one text; does nothing
 * where there is no such one.
 */
void
jwt_workbench_step (JwtWorkbench *self,
                    guint         index)
{
  g_autofree char *source = g_strdup (self->source);

  if (index < self->n_tokens)
    take_from (self, source, index);
}

/**
 * jwt_workbench_open_inner:
 * @self: a workbench
 *
 * Goes on with the token that stands inside the present one: see
 * jwt_token_dup_inner(). Does nothing where there is none.
 */
void
jwt_workbench_open_inner (JwtWorkbench *self)
{
  JwtToken *token = jwt_decoder_get_token (self->decoder);
  g_autoptr (GBytes) inner = NULL;
  g_autofree char *text = NULL;

  if (!self->can_open_inner)
    return;

  inner = jwt_token_dup_inner (token);
  text = g_strndup (g_bytes_get_data (inner, NULL), g_bytes_get_size (inner));
  own_token (self, text);
}

/**
 * jwt_workbench_get_n_tokens:
 * @self: a workbench
 *
 * Returns: how many tokens there were in the text that was pasted, 0 where there
 *   was just one, or it has been left behind
 */
guint
jwt_workbench_get_n_tokens (JwtWorkbench *self)
{
  return self->n_tokens;
}

/**
 * jwt_workbench_get_token_index:
 * @self: a workbench
 *
 * Returns: which of these tokens is on the workbench, from 0
 */
guint
jwt_workbench_get_token_index (JwtWorkbench *self)
{
  return self->token_index;
}

/**
 * jwt_workbench_get_can_open_inner:
 * @self: a workbench
 *
 * Returns: whether there is a token inside the present one
 */
gboolean
jwt_workbench_get_can_open_inner (JwtWorkbench *self)
{
  return self->can_open_inner;
}

/**
 * jwt_workbench_clear:
 * @self: a workbench
 *
 * Takes the token away; the key and the expectations stay.
 */
void
jwt_workbench_clear (JwtWorkbench *self)
{
  own_token (self, "");
}

/**
 * jwt_workbench_revert:
 * @self: a workbench
 *
 * Goes back to the token that was pasted, byte for byte.
 */
void
jwt_workbench_revert (JwtWorkbench *self)
{
  g_autofree char *pasted = g_strdup (self->pasted);

  if (pasted != NULL && is_typed (self))
    own_token (self, pasted);
}

/**
 * jwt_workbench_open_template:
 * @self: a workbench
 * @which: a template
 *
 * Begins a new token, of the policy's algorithm and time, whose JSON texts are
 * its owner.
 */
void
jwt_workbench_open_template (JwtWorkbench *self,
                             JwtTemplate   which)
{
  g_autofree char *header =
    jwt_template_get_header (which, jwt_policy_get_algorithm (self->policy));
  g_autofree char *payload =
    jwt_template_get_payload (which, jwt_policy_get_time (self->policy));

  hold (self);

  g_clear_pointer (&self->pasted, g_free);
  forget_source (self);
  sign_texts (self, header, payload);

  release (self);
}

static char *
set_time_member (const char *text,
                 const char *name,
                 gint64      seconds)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtJson) json = jwt_json_new (bytes);
  g_autofree char *literal = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);

  if (!jwt_json_is_object (json))
    return NULL;

  return jwt_json_set_member (json, name, literal);
}

/**
 * jwt_workbench_extend:
 * @self: a workbench
 * @seconds: how long the token shall be good from the policy's time on
 *
 * Sets "iat" and "exp" as a person would by hand, and leaves every other
 * character of the payload as it is.
 *
 * Returns: whether the payload is an object
 */
gboolean
jwt_workbench_extend (JwtWorkbench *self,
                      guint         seconds)
{
  gint64 now = jwt_policy_get_time (self->policy);
  g_autofree char *issued = NULL;
  g_autofree char *extended = NULL;

  if (self->payload_text == NULL)
    return FALSE;

  issued = set_time_member (self->payload_text, "iat", now);
  if (issued == NULL)
    return FALSE;

  extended = set_time_member (issued, "exp",
                              jwt_numeric_date_add (now, seconds));
  jwt_workbench_edit_payload (self, extended);

  return TRUE;
}

/* A JWK is the same key in whatever encoding it is asked for. */
static gboolean
is_key (JwtWorkbench *self,
        const char   *text,
        JwtEncoding   encoding)
{
  JwtKey *key = jwt_policy_get_key (self->policy);
  GBytes *source = key != NULL ? jwt_key_get_source (key) : NULL;
  gsize length = strlen (text);

  if (self->key_problem != NULL)
    return FALSE;
  if (source == NULL)
    return key == NULL && length == 0;

  return jwt_key_get_encoding (key) == encoding &&
         g_bytes_get_size (source) == length &&
         memcmp (g_bytes_get_data (source, NULL), text, length) == 0;
}

/**
 * jwt_workbench_set_key_text:
 * @self: a workbench
 * @text: what stands in the key's field; an empty text is no key
 * @encoding: how it is to be read
 *
 * Gives the policy a key, or takes it away where the text is none and says why.
 */
void
jwt_workbench_set_key_text (JwtWorkbench *self,
                            const char   *text,
                            JwtEncoding   encoding)
{
  g_autoptr (JwtKey) key = NULL;
  g_autoptr (GError) problem = NULL;

  if (is_key (self, text, encoding))
    return;
  if (*text != '\0')
    key = jwt_key_new_from_text (text, strlen (text), encoding, &problem);

  hold (self);

  set_error (self, &self->key_problem, problem, PROP_KEY_PROBLEM);
  jwt_policy_set_key (self->policy, key);

  release (self);
}

/**
 * jwt_workbench_set_time:
 * @self: a workbench
 * @seconds: the time of the check, in seconds since the Unix epoch
 */
void
jwt_workbench_set_time (JwtWorkbench *self,
                        gint64        seconds)
{
  jwt_policy_set_time (self->policy, seconds);
}

/**
 * jwt_workbench_needs_clock:
 * @self: a workbench
 *
 * Returns: whether what is said of the token changes with the time
 */
gboolean
jwt_workbench_needs_clock (JwtWorkbench *self)
{
  static const char *names[] = { "exp", "nbf", "iat" };
  JwtVerdict *verdict = jwt_workbench_get_verdict (self);
  JwtClaims *claims = verdict != NULL ? jwt_verdict_get_claims (verdict) : NULL;

  for (guint i = 0; claims != NULL && i < G_N_ELEMENTS (names); i++)
    if (jwt_claims_get_date (claims, names[i])->state == JWT_CLAIM_VALID)
      return TRUE;

  return FALSE;
}
