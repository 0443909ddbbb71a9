/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <string.h>

static char *
encode (gconstpointer data,
        gsize         size)
{
  g_autoptr (GBytes) text = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                                                 data, size);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

char *
sample_encode (const char *text)
{
  return encode (text, strlen (text));
}

/* Signs whatever texts there are, be they JSON or not. */
char *
sample_sign (const char   *header,
             const char   *payload,
             JwtAlgorithm  algorithm,
             const char   *secret)
{
  g_autofree char *first = sample_encode (header);
  g_autofree char *second = sample_encode (payload);
  g_autofree char *input = g_strdup_printf ("%s.%s", first, second);
  g_autoptr (JwtKey) key = sample_key (secret);
  g_autoptr (GBytes) signature = jwt_key_sign (key, algorithm, input,
                                               strlen (input), NULL);
  g_autofree char *third = encode (g_bytes_get_data (signature, NULL),
                                   g_bytes_get_size (signature));

  return g_strdup_printf ("%s.%s", input, third);
}

char *
sample_token (const char *payload)
{
  return sample_sign (SAMPLE_HEADER, payload, JWT_ALGORITHM_HS256,
                      SAMPLE_SECRET);
}

JwtKey *
sample_key (const char *secret)
{
  g_autoptr (GError) error = NULL;
  JwtKey *key = jwt_key_new_from_text (secret, strlen (secret),
                                       JWT_ENCODING_TEXT, &error);

  g_assert_no_error (error);

  return key;
}

JwtToken *
sample_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return jwt_token_new (bytes);
}

JwtJson *
sample_json (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return jwt_json_new (bytes);
}
