/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/secret/jwt-secret.h"

#include "core/jwt-enums.h"
#include "core/keys/jwt-crypto.h"

#define DEFAULT_ALGORITHM JWT_ALGORITHM_HS256
#define DEFAULT_ENCODING  JWT_ENCODING_BASE64URL

/**
 * JwtSecretGenerator:
 *
 * Makes random secrets, none of them smaller than its algorithm demands. It
 * has one from the start, unless the system has no randomness to give.
 */
struct _JwtSecretGenerator
{
  GObject       parent_instance;

  JwtAlgorithm  algorithm;
  guint         size;
  JwtEncoding   encoding;
  GBytes       *secret;
  GError       *problem;
};

G_DEFINE_FINAL_TYPE (JwtSecretGenerator, jwt_secret_generator, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ALGORITHM,
  PROP_SIZE,
  PROP_ENCODING,
  PROP_SECRET,
  PROP_PROBLEM,
  LAST_PROP
};

static GParamSpec *props[LAST_PROP];

static guint
get_min_size (JwtAlgorithm algorithm)
{
  return (guint) jwt_algorithm_get_info (algorithm)->min_key_size;
}

/* A secret of another size or for another algorithm would be a wrong answer,
 * so that a failure leaves none. */
static void
replace_secret (JwtSecretGenerator *self)
{
  gboolean had_problem = self->problem != NULL;

  g_clear_error (&self->problem);
  g_clear_pointer (&self->secret, g_bytes_unref);
  self->secret = jwt_crypto_random (self->size, &self->problem);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECRET]);
  if (had_problem || self->problem != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static void
change_size (JwtSecretGenerator *self,
             guint               size)
{
  if (self->size == size)
    return;

  self->size = size;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIZE]);
}

static void
jwt_secret_generator_finalize (GObject *object)
{
  JwtSecretGenerator *self = JWT_SECRET_GENERATOR (object);

  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (jwt_secret_generator_parent_class)->finalize (object);
}

static void
jwt_secret_generator_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  JwtSecretGenerator *self = JWT_SECRET_GENERATOR (object);

  switch (prop_id) {
  case PROP_ALGORITHM:
    g_value_set_enum (value, self->algorithm);
    break;
  case PROP_SIZE:
    g_value_set_uint (value, self->size);
    break;
  case PROP_ENCODING:
    g_value_set_enum (value, self->encoding);
    break;
  case PROP_SECRET:
    g_value_set_boxed (value, self->secret);
    break;
  case PROP_PROBLEM:
    g_value_set_boxed (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
jwt_secret_generator_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  JwtSecretGenerator *self = JWT_SECRET_GENERATOR (object);

  switch (prop_id) {
  case PROP_ALGORITHM:
    jwt_secret_generator_set_algorithm (self, g_value_get_enum (value));
    break;
  case PROP_SIZE:
    jwt_secret_generator_set_size (self, g_value_get_uint (value));
    break;
  case PROP_ENCODING:
    jwt_secret_generator_set_encoding (self, g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
install_writable (void)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                      G_PARAM_EXPLICIT_NOTIFY;

  /**
   * JwtSecretGenerator:algorithm:
   *
   * What the secret is for. A size that was this algorithm's least follows to
   * the next one's.
   */
  props[PROP_ALGORITHM] =
    g_param_spec_enum ("algorithm", NULL, NULL,
                       JWT_TYPE_ALGORITHM, DEFAULT_ALGORITHM, flags);
  /**
   * JwtSecretGenerator:size:
   *
   * The secret's size in bytes, never below the algorithm's least.
   */
  props[PROP_SIZE] =
    g_param_spec_uint ("size", NULL, NULL, 1, JWT_SECRET_MAX_SIZE,
                       get_min_size (DEFAULT_ALGORITHM), flags);
  /**
   * JwtSecretGenerator:encoding:
   *
   * How the secret is written; random bytes are no text.
   */
  props[PROP_ENCODING] =
    g_param_spec_enum ("encoding", NULL, NULL,
                       JWT_TYPE_ENCODING, DEFAULT_ENCODING, flags);
}

static void
install_readable (void)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * JwtSecretGenerator:secret: (nullable)
   *
   * The secret's bytes, which are wiped when they are freed.
   */
  props[PROP_SECRET] =
    g_param_spec_boxed ("secret", NULL, NULL, G_TYPE_BYTES, flags);
  /**
   * JwtSecretGenerator:problem: (nullable)
   *
   * Why there is no secret: %JWT_ERROR_RANDOM_UNAVAILABLE.
   */
  props[PROP_PROBLEM] =
    g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, flags);
}

static void
jwt_secret_generator_class_init (JwtSecretGeneratorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jwt_secret_generator_finalize;
  object_class->get_property = jwt_secret_generator_get_property;
  object_class->set_property = jwt_secret_generator_set_property;

  install_writable ();
  install_readable ();
  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jwt_secret_generator_init (JwtSecretGenerator *self)
{
  self->algorithm = DEFAULT_ALGORITHM;
  self->size = get_min_size (DEFAULT_ALGORITHM);
  self->encoding = DEFAULT_ENCODING;
  self->secret = jwt_crypto_random (self->size, &self->problem);
}

/**
 * jwt_secret_generator_new:
 *
 * Makes a generator for HS256 that has its first secret.
 *
 * Returns: (transfer full): the generator
 */
JwtSecretGenerator *
jwt_secret_generator_new (void)
{
  return g_object_new (JWT_TYPE_SECRET_GENERATOR, NULL);
}

/**
 * jwt_secret_generator_generate:
 * @self: a generator
 * @error: %JWT_ERROR_RANDOM_UNAVAILABLE, which becomes the problem too
 *
 * Replaces the secret by a new one of the same size.
 *
 * Returns: whether there is one; otherwise the old one is gone all the same
 */
gboolean
jwt_secret_generator_generate (JwtSecretGenerator  *self,
                               GError             **error)
{
  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), FALSE);

  g_object_freeze_notify (G_OBJECT (self));
  replace_secret (self);
  if (self->problem != NULL && error != NULL)
    *error = g_error_copy (self->problem);
  g_object_thaw_notify (G_OBJECT (self));

  return self->secret != NULL;
}

/**
 * jwt_secret_generator_get_algorithm:
 * @self: a generator
 *
 * Returns: what the secret is for
 */
JwtAlgorithm
jwt_secret_generator_get_algorithm (JwtSecretGenerator *self)
{
  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), JWT_ALGORITHM_UNKNOWN);

  return self->algorithm;
}

/**
 * jwt_secret_generator_set_algorithm:
 * @self: a generator
 * @algorithm: a known algorithm
 *
 * Makes a secret for another algorithm. The size becomes that one's least
 * (RFC 7518 §3.2) where it was the old one's or would be too small.
 */
void
jwt_secret_generator_set_algorithm (JwtSecretGenerator *self,
                                    JwtAlgorithm        algorithm)
{
  guint old_least, least;

  g_return_if_fail (JWT_IS_SECRET_GENERATOR (self));
  g_return_if_fail (jwt_algorithm_get_info (algorithm) != NULL);

  if (self->algorithm == algorithm)
    return;

  old_least = get_min_size (self->algorithm);
  least = get_min_size (algorithm);

  g_object_freeze_notify (G_OBJECT (self));
  self->algorithm = algorithm;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALGORITHM]);
  if (self->size == old_least || self->size < least)
    change_size (self, least);
  replace_secret (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * jwt_secret_generator_get_size:
 * @self: a generator
 *
 * Returns: the secret's size in bytes
 */
guint
jwt_secret_generator_get_size (JwtSecretGenerator *self)
{
  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), 0);

  return self->size;
}

/**
 * jwt_secret_generator_set_size:
 * @self: a generator
 * @size: a number of bytes, which is brought within the algorithm's least and
 *   %JWT_SECRET_MAX_SIZE
 *
 * Makes a secret of another size.
 */
void
jwt_secret_generator_set_size (JwtSecretGenerator *self,
                               guint               size)
{
  g_return_if_fail (JWT_IS_SECRET_GENERATOR (self));

  size = CLAMP (size, get_min_size (self->algorithm), JWT_SECRET_MAX_SIZE);
  if (self->size == size)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  change_size (self, size);
  replace_secret (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * jwt_secret_generator_get_encoding:
 * @self: a generator
 *
 * Returns: how the secret is written
 */
JwtEncoding
jwt_secret_generator_get_encoding (JwtSecretGenerator *self)
{
  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), DEFAULT_ENCODING);

  return self->encoding;
}

/**
 * jwt_secret_generator_set_encoding:
 * @self: a generator
 * @encoding: any but %JWT_ENCODING_TEXT
 *
 * Writes the same secret in another way.
 */
void
jwt_secret_generator_set_encoding (JwtSecretGenerator *self,
                                   JwtEncoding         encoding)
{
  g_return_if_fail (JWT_IS_SECRET_GENERATOR (self));
  g_return_if_fail (encoding != JWT_ENCODING_TEXT);
  g_return_if_fail ((guint) encoding < JWT_N_ENCODINGS);

  if (self->encoding == encoding)
    return;

  self->encoding = encoding;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENCODING]);
}

/**
 * jwt_secret_generator_get_secret:
 * @self: a generator
 *
 * Returns: (transfer none) (nullable): the secret's bytes, or %NULL where the
 *   system had no randomness to give
 */
GBytes *
jwt_secret_generator_get_secret (JwtSecretGenerator *self)
{
  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), NULL);

  return self->secret;
}

/**
 * jwt_secret_generator_dup_text:
 * @self: a generator
 *
 * Writes the secret as the encoding says.
 *
 * Returns: (transfer full) (nullable): the text, which is wiped when it is
 *   freed, or %NULL where there is no secret
 */
GBytes *
jwt_secret_generator_dup_text (JwtSecretGenerator *self)
{
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (JWT_IS_SECRET_GENERATOR (self), NULL);

  if (self->secret == NULL)
    return NULL;

  data = g_bytes_get_data (self->secret, &size);

  return jwt_encoding_encode (self->encoding, data, size);
}
