/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-signer.h"

#include <string.h>

#include "core/token/jwt-header.h"
#include "core/token/jwt-token.h"

/**
 * JwtSigner:
 *
 * Signs a header and a payload as they are typed, with the algorithm and the
 * key of a policy.
 */
struct _JwtSigner
{
  GObject    parent_instance;

  JwtPolicy *policy;
  char      *header;
  char      *payload;
  char      *token;
  GError    *problem;
};

G_DEFINE_FINAL_TYPE (JwtSigner, jwt_signer, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_POLICY,
  PROP_HEADER,
  PROP_PAYLOAD,
  PROP_TOKEN,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static JwtJson *
read_object (GBytes   *text,
             JwtPart   part,
             GError  **error)
{
  g_autoptr (JwtJson) json = jwt_json_new (text);
  g_autoptr (GError) problem = NULL;
  JwtErrorDetail detail = { .line = 1, .column = 1 };

  if (jwt_json_get_problem (json) != NULL)
    problem = g_error_copy (jwt_json_get_problem (json));
  else if (!jwt_json_is_object (json))
    problem = jwt_error_new (JWT_ERROR_NOT_OBJECT, &detail);

  if (problem == NULL)
    return g_steal_pointer (&json);

  jwt_error_edit_detail (problem)->part = part;
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

static void
append_encoded (GByteArray *to,
                GBytes     *bytes)
{
  g_autoptr (GBytes) text =
    jwt_encoding_encode (JWT_ENCODING_BASE64URL, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes));

  g_byte_array_append (to, g_bytes_get_data (text, NULL),
                       g_bytes_get_size (text));
}

static GByteArray *
join (GBytes *header,
      GBytes *payload)
{
  GByteArray *joined = g_byte_array_new ();

  append_encoded (joined, header);
  g_byte_array_append (joined, (const guint8 *) ".", 1);
  append_encoded (joined, payload);

  return joined;
}

static gboolean
check_header (JwtJson       *header,
              JwtAlgorithm   algorithm,
              GError       **error)
{
  const JwtJsonSpan *alg = jwt_json_find (header, "alg");
  const char *name = jwt_algorithm_get_name (algorithm);
  GError *problem = jwt_header_check_algorithm (header);
  g_autofree char *actual = NULL;
  JwtErrorDetail detail = { .part = JWT_PART_HEADER, .name = (char *) "alg",
                            .expected = (char *) name };

  if (problem == NULL)
    problem = jwt_header_check_critical (header);
  if (problem != NULL) {
    g_propagate_error (error, problem);
    return FALSE;
  }

  if (jwt_json_string_equals (header, alg, name, strlen (name)))
    return TRUE;

  actual = jwt_json_dup_display (header, alg);
  detail.actual = actual;
  detail.offset = alg->start;
  jwt_set_error (error, JWT_ERROR_ALG_MISMATCH, &detail);

  return FALSE;
}

static gboolean
check_algorithm (JwtAlgorithm   algorithm,
                 GError       **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_KEY };

  if (jwt_algorithm_get_info (algorithm) != NULL)
    return TRUE;

  jwt_set_error (error, JWT_ERROR_ALG_UNKNOWN, &detail);

  return FALSE;
}

/* What could not be read again is not written. */
static gboolean
check_size (GByteArray  *token,
            GError     **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_TOKEN, .found = token->len,
                            .needed = JWT_TOKEN_MAX_SIZE };

  if (token->len <= JWT_TOKEN_MAX_SIZE)
    return TRUE;

  jwt_set_error (error, JWT_ERROR_TOO_LARGE, &detail);

  return FALSE;
}

static gboolean
check_key (JwtKey        *key,
           JwtAlgorithm   algorithm,
           GError       **error)
{
  JwtErrorDetail detail = { .part = JWT_PART_KEY };

  if (key != NULL)
    return jwt_key_check (key, algorithm, error);

  jwt_set_error (error, JWT_ERROR_KEY_EMPTY, &detail);

  return FALSE;
}

/**
 * jwt_sign_texts:
 * @header: the JOSE header's JSON text, signed byte for byte as it is
 * @payload: the claims set's JSON text, likewise
 * @algorithm: the algorithm to sign with; the header has to name the same
 * @key: (nullable): the key to sign with, however weak
 * @error: what is wrong with a text (its part says which), with the header's
 *   "alg" (%JWT_ERROR_ALG_MISSING, %JWT_ERROR_ALG_TYPE,
 *   %JWT_ERROR_ALG_MISMATCH) or "crit", or with the key (%JWT_ERROR_KEY_EMPTY,
 *   %JWT_ERROR_KEY_FAMILY); %JWT_ERROR_ALG_UNKNOWN; %JWT_ERROR_TOO_LARGE for a
 *   token that could not be read again
 *
 * Makes a token in compact form (RFC 7515 §5.1, RFC 7519 §7.1).
 *
 * Returns: (transfer full) (nullable): the token's text
 */
GBytes *
jwt_sign_texts (GBytes        *header,
                GBytes        *payload,
                JwtAlgorithm   algorithm,
                JwtKey        *key,
                GError       **error)
{
  g_autoptr (JwtJson) header_json = read_object (header, JWT_PART_HEADER, error);
  g_autoptr (JwtJson) payload_json = NULL;
  g_autoptr (GByteArray) token = NULL;
  g_autoptr (GBytes) signature = NULL;

  if (header_json == NULL)
    return NULL;
  payload_json = read_object (payload, JWT_PART_PAYLOAD, error);
  if (payload_json == NULL || !check_algorithm (algorithm, error) ||
      !check_header (header_json, algorithm, error) ||
      !check_key (key, algorithm, error))
    return NULL;

  token = join (header, payload);
  signature = jwt_key_sign (key, algorithm, token->data, token->len, error);
  if (signature == NULL)
    return NULL;

  g_byte_array_append (token, (const guint8 *) ".", 1);
  append_encoded (token, signature);
  if (!check_size (token, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&token));
}

/**
 * jwt_join_unsigned:
 * @header: the JOSE header's JSON text
 * @payload: the claims set's JSON text
 * @error: what is wrong with a text
 *
 * Makes a draft: the two parts with an empty signature behind them, which no
 * reader may accept as signed.
 *
 * Returns: (transfer full) (nullable): the draft's text
 */
GBytes *
jwt_join_unsigned (GBytes  *header,
                   GBytes  *payload,
                   GError **error)
{
  g_autoptr (JwtJson) header_json = read_object (header, JWT_PART_HEADER, error);
  g_autoptr (JwtJson) payload_json = NULL;
  g_autoptr (GByteArray) draft = NULL;

  if (header_json == NULL)
    return NULL;
  payload_json = read_object (payload, JWT_PART_PAYLOAD, error);
  if (payload_json == NULL)
    return NULL;

  draft = join (header, payload);
  g_byte_array_append (draft, (const guint8 *) ".", 1);
  if (!check_size (draft, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&draft));
}

/**
 * jwt_compact_text:
 * @text: the JSON text of a header or a claims set
 * @part: which it is, for the error
 * @error: what is wrong with it
 *
 * Leaves out the white space between the literals, and touches none of them.
 *
 * Returns: (transfer full) (nullable): the text in one line
 */
GBytes *
jwt_compact_text (GBytes   *text,
                  JwtPart   part,
                  GError  **error)
{
  g_autoptr (JwtJson) json = read_object (text, part, error);

  return json != NULL ? jwt_json_compact (json) : NULL;
}

static GBytes *
compact (const char  *text,
         JwtPart      part,
         GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, text != NULL ? strlen (text) : 0);

  return jwt_compact_text (bytes, part, error);
}

static char *
sign_now (JwtSigner  *self,
          GError    **error)
{
  GError *problem = NULL;
  g_autoptr (GBytes) header = compact (self->header, JWT_PART_HEADER, error);
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GBytes) token = NULL;

  if (header == NULL)
    return NULL;
  payload = compact (self->payload, JWT_PART_PAYLOAD, error);
  if (payload == NULL)
    return NULL;

  token = jwt_sign_texts (header, payload,
                          jwt_policy_get_algorithm (self->policy),
                          jwt_policy_get_key (self->policy), error);
  if (token == NULL)
    token = jwt_join_unsigned (header, payload, &problem);
  if (token == NULL) {
    g_clear_error (error);
    g_propagate_error (error, problem);
    return NULL;
  }

  return g_strndup (g_bytes_get_data (token, NULL), g_bytes_get_size (token));
}

static void
update (JwtSigner *self)
{
  g_autofree char *token = NULL;

  g_object_freeze_notify (G_OBJECT (self));

  g_clear_error (&self->problem);
  if (self->header != NULL && self->payload != NULL)
    token = sign_now (self, &self->problem);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);

  if (g_strcmp0 (token, self->token) != 0) {
    g_free (self->token);
    self->token = g_steal_pointer (&token);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOKEN]);
  }

  g_object_thaw_notify (G_OBJECT (self));
}

static void
policy_notify_cb (JwtSigner  *self,
                  GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "algorithm") || g_str_equal (pspec->name, "key"))
    update (self);
}

static void
set_policy (JwtSigner *self,
            JwtPolicy *policy)
{
  self->policy = g_object_ref (policy);
  g_signal_connect_object (policy, "notify", G_CALLBACK (policy_notify_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
jwt_signer_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  JwtSigner *self = JWT_SIGNER (object);

  switch (prop_id) {
  case PROP_POLICY:
    g_value_set_object (value, self->policy);
    break;
  case PROP_HEADER:
    g_value_set_string (value, self->header);
    break;
  case PROP_PAYLOAD:
    g_value_set_string (value, self->payload);
    break;
  case PROP_TOKEN:
    g_value_set_string (value, self->token);
    break;
  case PROP_PROBLEM:
    g_value_set_boxed (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_signer_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  JwtSigner *self = JWT_SIGNER (object);

  switch (prop_id) {
  case PROP_POLICY:
    set_policy (self, g_value_get_object (value));
    break;
  case PROP_HEADER:
    jwt_signer_set_texts (self, g_value_get_string (value), self->payload);
    break;
  case PROP_PAYLOAD:
    jwt_signer_set_texts (self, self->header, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_signer_finalize (GObject *object)
{
  JwtSigner *self = JWT_SIGNER (object);

  g_clear_object (&self->policy);
  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->payload, g_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (jwt_signer_parent_class)->finalize (object);
}

static void
jwt_signer_class_init (JwtSignerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                         G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jwt_signer_get_property;
  object_class->set_property = jwt_signer_set_property;
  object_class->finalize = jwt_signer_finalize;

  props[PROP_POLICY] =
    g_param_spec_object ("policy", NULL, NULL, JWT_TYPE_POLICY,
                         writable | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_HEADER] =
    g_param_spec_string ("header", NULL, NULL, NULL, writable);
  props[PROP_PAYLOAD] =
    g_param_spec_string ("payload", NULL, NULL, NULL, writable);
  props[PROP_TOKEN] =
    g_param_spec_string ("token", NULL, NULL, NULL, readable);
  props[PROP_PROBLEM] =
    g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, readable);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jwt_signer_init (JwtSigner *self)
{
}

/**
 * jwt_signer_new:
 * @policy: whose algorithm and key sign
 *
 * Returns: (transfer full): a signer without texts
 */
JwtSigner *
jwt_signer_new (JwtPolicy *policy)
{
  return g_object_new (JWT_TYPE_SIGNER, "policy", policy, NULL);
}

/**
 * jwt_signer_set_texts:
 * @self: a signer
 * @header: (nullable): the JOSE header's JSON text
 * @payload: (nullable): the claims set's JSON text
 *
 * Signs both texts, compacted; without one of them there is no token.
 */
void
jwt_signer_set_texts (JwtSigner  *self,
                      const char *header,
                      const char *payload)
{
  g_autofree char *old_header = NULL;
  g_autofree char *old_payload = NULL;

  if (g_strcmp0 (header, self->header) == 0 &&
      g_strcmp0 (payload, self->payload) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  old_header = g_steal_pointer (&self->header);
  old_payload = g_steal_pointer (&self->payload);
  self->header = g_strdup (header);
  self->payload = g_strdup (payload);
  if (g_strcmp0 (header, old_header) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HEADER]);
  if (g_strcmp0 (payload, old_payload) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAYLOAD]);
  update (self);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * jwt_signer_get_header:
 * @self: a signer
 *
 * Returns: (transfer none) (nullable): the header's text as it was set
 */
const char *
jwt_signer_get_header (JwtSigner *self)
{
  return self->header;
}

/**
 * jwt_signer_get_payload:
 * @self: a signer
 *
 * Returns: (transfer none) (nullable): the payload's text as it was set
 */
const char *
jwt_signer_get_payload (JwtSigner *self)
{
  return self->payload;
}

/**
 * jwt_signer_get_token:
 * @self: a signer
 *
 * Returns: (transfer none) (nullable): the signed token; a draft with an empty
 *   signature where there is a problem with the key or the algorithm; %NULL
 *   where a text is no JSON object
 */
const char *
jwt_signer_get_token (JwtSigner *self)
{
  return self->token;
}

/**
 * jwt_signer_get_problem:
 * @self: a signer
 *
 * Returns: (transfer none) (nullable): why there is no signature
 */
const GError *
jwt_signer_get_problem (JwtSigner *self)
{
  return self->problem;
}
