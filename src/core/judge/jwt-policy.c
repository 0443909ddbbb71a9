/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-policy.h"

#include "jwt-enums.h"

/**
 * JwtPolicy:
 *
 * What a person expects of a token: the pinned algorithm, the key, the issuer,
 * the audience, the leeway, the required claims and the time of the check.
 *
 * Nothing in it ever comes from a token (RFC 8725 §3.1).
 */
struct _JwtPolicy
{
  GObject       parent_instance;

  JwtAlgorithm  algorithm;
  JwtKey       *key;
  char         *issuer;
  char         *audience;
  guint         leeway;
  gint64        time;
  char        **required;
};

G_DEFINE_FINAL_TYPE (JwtPolicy, jwt_policy, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ALGORITHM,
  PROP_KEY,
  PROP_ISSUER,
  PROP_AUDIENCE,
  PROP_LEEWAY,
  PROP_TIME,
  PROP_REQUIRED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
jwt_policy_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  JwtPolicy *self = JWT_POLICY (object);

  switch (prop_id) {
  case PROP_ALGORITHM:
    g_value_set_enum (value, self->algorithm);
    break;
  case PROP_KEY:
    g_value_set_boxed (value, self->key);
    break;
  case PROP_ISSUER:
    g_value_set_string (value, self->issuer);
    break;
  case PROP_AUDIENCE:
    g_value_set_string (value, self->audience);
    break;
  case PROP_LEEWAY:
    g_value_set_uint (value, self->leeway);
    break;
  case PROP_TIME:
    g_value_set_int64 (value, self->time);
    break;
  case PROP_REQUIRED:
    g_value_set_boxed (value, self->required);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_policy_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  JwtPolicy *self = JWT_POLICY (object);

  switch (prop_id) {
  case PROP_ALGORITHM:
    jwt_policy_set_algorithm (self, g_value_get_enum (value));
    break;
  case PROP_KEY:
    jwt_policy_set_key (self, g_value_get_boxed (value));
    break;
  case PROP_ISSUER:
    jwt_policy_set_issuer (self, g_value_get_string (value));
    break;
  case PROP_AUDIENCE:
    jwt_policy_set_audience (self, g_value_get_string (value));
    break;
  case PROP_LEEWAY:
    jwt_policy_set_leeway (self, g_value_get_uint (value));
    break;
  case PROP_TIME:
    jwt_policy_set_time (self, g_value_get_int64 (value));
    break;
  case PROP_REQUIRED:
    jwt_policy_set_required (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_policy_finalize (GObject *object)
{
  JwtPolicy *self = JWT_POLICY (object);

  g_clear_pointer (&self->key, jwt_key_unref);
  g_clear_pointer (&self->issuer, g_free);
  g_clear_pointer (&self->audience, g_free);
  g_clear_pointer (&self->required, g_strfreev);

  G_OBJECT_CLASS (jwt_policy_parent_class)->finalize (object);
}

static void
jwt_policy_class_init (JwtPolicyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                      G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jwt_policy_get_property;
  object_class->set_property = jwt_policy_set_property;
  object_class->finalize = jwt_policy_finalize;

  props[PROP_ALGORITHM] =
    g_param_spec_enum ("algorithm", NULL, NULL, JWT_TYPE_ALGORITHM,
                       JWT_ALGORITHM_HS256, flags);
  props[PROP_KEY] =
    g_param_spec_boxed ("key", NULL, NULL, JWT_TYPE_KEY, flags);
  props[PROP_ISSUER] =
    g_param_spec_string ("issuer", NULL, NULL, NULL, flags);
  props[PROP_AUDIENCE] =
    g_param_spec_string ("audience", NULL, NULL, NULL, flags);
  props[PROP_LEEWAY] =
    g_param_spec_uint ("leeway", NULL, NULL, 0, JWT_POLICY_MAX_LEEWAY,
                       JWT_POLICY_DEFAULT_LEEWAY, flags);
  props[PROP_TIME] =
    g_param_spec_int64 ("time", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_REQUIRED] =
    g_param_spec_boxed ("required", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jwt_policy_init (JwtPolicy *self)
{
  self->algorithm = JWT_ALGORITHM_HS256;
  self->leeway = JWT_POLICY_DEFAULT_LEEWAY;
  self->time = g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * jwt_policy_new:
 * @algorithm: the one that is pinned
 *
 * Returns: (transfer full): a policy for now, without a key
 */
JwtPolicy *
jwt_policy_new (JwtAlgorithm algorithm)
{
  return g_object_new (JWT_TYPE_POLICY, "algorithm", algorithm, NULL);
}

/**
 * jwt_policy_copy:
 * @self: a policy
 *
 * Returns: (transfer full): one of its own that another thread may read
 */
JwtPolicy *
jwt_policy_copy (JwtPolicy *self)
{
  return g_object_new (JWT_TYPE_POLICY,
                       "algorithm", self->algorithm,
                       "key", self->key,
                       "issuer", self->issuer,
                       "audience", self->audience,
                       "leeway", self->leeway,
                       "time", self->time,
                       "required", self->required,
                       NULL);
}

/**
 * jwt_policy_get_algorithm:
 * @self: a policy
 *
 * Returns: the pinned algorithm
 */
JwtAlgorithm
jwt_policy_get_algorithm (JwtPolicy *self)
{
  return self->algorithm;
}

/**
 * jwt_policy_set_algorithm:
 * @self: a policy
 * @algorithm: the one to pin
 */
void
jwt_policy_set_algorithm (JwtPolicy    *self,
                          JwtAlgorithm  algorithm)
{
  if (self->algorithm == algorithm)
    return;

  self->algorithm = algorithm;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALGORITHM]);
}

/**
 * jwt_policy_get_key:
 * @self: a policy
 *
 * Returns: (transfer none) (nullable): the key
 */
JwtKey *
jwt_policy_get_key (JwtPolicy *self)
{
  return self->key;
}

/**
 * jwt_policy_set_key:
 * @self: a policy
 * @key: (nullable): the key to check and sign with
 */
void
jwt_policy_set_key (JwtPolicy *self,
                    JwtKey    *key)
{
  if (self->key == key)
    return;

  g_clear_pointer (&self->key, jwt_key_unref);
  self->key = key != NULL ? jwt_key_ref (key) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KEY]);
}

static void
set_text (JwtPolicy   *self,
          char       **field,
          const char  *text,
          guint        prop)
{
  char *copy;

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (*field, text) == 0)
    return;

  copy = g_strdup (text);
  g_free (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * jwt_policy_get_issuer:
 * @self: a policy
 *
 * Returns: (transfer none) (nullable): what "iss" must be
 */
const char *
jwt_policy_get_issuer (JwtPolicy *self)
{
  return self->issuer;
}

/**
 * jwt_policy_set_issuer:
 * @self: a policy
 * @issuer: (nullable): what "iss" must be; an empty text is none
 */
void
jwt_policy_set_issuer (JwtPolicy  *self,
                       const char *issuer)
{
  set_text (self, &self->issuer, issuer, PROP_ISSUER);
}

/**
 * jwt_policy_get_audience:
 * @self: a policy
 *
 * Returns: (transfer none) (nullable): what "aud" must include
 */
const char *
jwt_policy_get_audience (JwtPolicy *self)
{
  return self->audience;
}

/**
 * jwt_policy_set_audience:
 * @self: a policy
 * @audience: (nullable): what "aud" must include; an empty text is none
 */
void
jwt_policy_set_audience (JwtPolicy  *self,
                         const char *audience)
{
  set_text (self, &self->audience, audience, PROP_AUDIENCE);
}

/**
 * jwt_policy_get_leeway:
 * @self: a policy
 *
 * Returns: how far clocks may be apart, in seconds
 */
guint
jwt_policy_get_leeway (JwtPolicy *self)
{
  return self->leeway;
}

/**
 * jwt_policy_set_leeway:
 * @self: a policy
 * @leeway: in seconds, at most %JWT_POLICY_MAX_LEEWAY
 */
void
jwt_policy_set_leeway (JwtPolicy *self,
                       guint      leeway)
{
  leeway = MIN (leeway, JWT_POLICY_MAX_LEEWAY);
  if (self->leeway == leeway)
    return;

  self->leeway = leeway;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEEWAY]);
}

/**
 * jwt_policy_get_time:
 * @self: a policy
 *
 * Returns: the time of the check, in seconds since the Unix epoch
 */
gint64
jwt_policy_get_time (JwtPolicy *self)
{
  return self->time;
}

/**
 * jwt_policy_set_time:
 * @self: a policy
 * @time: the time of the check, in seconds since the Unix epoch
 */
void
jwt_policy_set_time (JwtPolicy *self,
                     gint64     time)
{
  if (self->time == time)
    return;

  self->time = time;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIME]);
}

/**
 * jwt_policy_get_required:
 * @self: a policy
 *
 * Returns: (transfer none) (nullable): the claims that must be there
 */
const char * const *
jwt_policy_get_required (JwtPolicy *self)
{
  return (const char * const *) self->required;
}

static gboolean
is_same_list (const char * const *one,
              const char * const *other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return g_strv_equal (one, other);
}

/**
 * jwt_policy_set_required:
 * @self: a policy
 * @required: (nullable): the claims that must be there
 */
void
jwt_policy_set_required (JwtPolicy          *self,
                         const char * const *required)
{
  char **copy;

  if (is_same_list (jwt_policy_get_required (self), required))
    return;

  copy = g_strdupv ((char **) required);
  g_strfreev (self->required);
  self->required = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REQUIRED]);
}
