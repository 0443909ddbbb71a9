/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/judge/jwt-hint.h"

#include <string.h>

#include "core/base/jwt-bytes.h"

static const char *hint_names[] = {
  [JWT_HINT_ENCODING] = "encoding",
  [JWT_HINT_LENIENT_BASE64] = "lenient-base64",
  [JWT_HINT_WITHOUT_LINE_BREAK] = "without-line-break",
  [JWT_HINT_WITH_LINE_BREAK] = "with-line-break",
  [JWT_HINT_ALGORITHM] = "algorithm",
};

typedef struct
{
  JwtToken     *token;
  JwtAlgorithm  algorithm;
  JwtEncoding   encoding;
  const char   *text;      /* the key as it was given */
  gsize         length;
  const char   *core;      /* the same without white space at its ends */
  gsize         core_length;
  GArray       *found;
} Search;

static gboolean
verifies (Search *search,
          JwtKey *key)
{
  return jwt_key_verify (key, search->algorithm,
                         g_bytes_get_data (jwt_token_get_text (search->token),
                                           NULL),
                         jwt_token_get_signed_length (search->token),
                         jwt_token_get_signature (search->token), NULL);
}

static void
try_secret (Search  *search,
            JwtHint  hint,
            GBytes  *secret)
{
  g_autoptr (JwtKey) key = NULL;

  if (secret == NULL || g_bytes_get_size (secret) == 0)
    return;

  key = jwt_key_new_secret (secret);
  if (verifies (search, key))
    g_array_append_val (search->found, hint);
}

static void
try_encodings (Search *search)
{
  for (guint i = 0; i < JWT_N_ENCODINGS; i++) {
    JwtHint hint = { .kind = JWT_HINT_ENCODING, .encoding = i };
    g_autoptr (GBytes) secret = NULL;

    if (i == search->encoding)
      continue;

    secret = jwt_encoding_decode (i, search->core, search->core_length, NULL);
    try_secret (search, hint, secret);
  }
}

/* Many programs take either alphabet, with or without padding. */
static void
try_lenient_base64 (Search *search)
{
  JwtHint hint = { .kind = JWT_HINT_LENIENT_BASE64 };
  g_autoptr (GBytes) copy = jwt_bytes_copy_wiped (search->core,
                                                  search->core_length);
  g_autoptr (GBytes) secret = NULL;
  gsize length;
  char *text = (char *) g_bytes_get_data (copy, &length);

  while (length > 0 && text[length - 1] == '=')
    length--;
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '+')
      text[i] = '-';
    else if (text[i] == '/')
      text[i] = '_';
  }

  secret = jwt_encoding_decode (JWT_ENCODING_BASE64URL, text, length, NULL);
  if (search->found->len == 0)
    try_secret (search, hint, secret);
}

static void
try_without_line_break (Search *search)
{
  JwtHint hint = { .kind = JWT_HINT_WITHOUT_LINE_BREAK };
  g_autoptr (GBytes) secret = NULL;

  if (search->core_length == search->length)
    return;

  secret = jwt_encoding_decode (search->encoding, search->core,
                                search->core_length, NULL);
  try_secret (search, hint, secret);
}

static void
try_with_line_break (Search *search)
{
  JwtHint hint = { .kind = JWT_HINT_WITH_LINE_BREAK };
  g_autoptr (GBytes) secret = NULL;
  char *text;

  if (search->encoding != JWT_ENCODING_TEXT)
    return;

  text = g_malloc (search->core_length + 1);
  memcpy (text, search->core, search->core_length);
  text[search->core_length] = '\n';
  secret = jwt_bytes_take_wiped (text, search->core_length + 1);
  try_secret (search, hint, secret);
}

static void
find_core (Search *search)
{
  search->core = search->text;
  search->core_length = search->length;

  while (search->core_length > 0 && g_ascii_isspace (*search->core)) {
    search->core++;
    search->core_length--;
  }
  while (search->core_length > 0 &&
         g_ascii_isspace (search->core[search->core_length - 1]))
    search->core_length--;
}

static void
search_readings (Search *search,
                 JwtKey *key)
{
  GBytes *source = jwt_key_get_source (key);

  if (source == NULL)
    return;

  search->text = g_bytes_get_data (source, &search->length);
  find_core (search);
  if (search->core_length == 0)
    return;

  try_without_line_break (search);
  try_encodings (search);
  try_lenient_base64 (search);
  try_with_line_break (search);
}

static void
search_algorithm (Search *search,
                  JwtKey *key)
{
  JwtHint hint = { .kind = JWT_HINT_ALGORITHM };

  search->algorithm = jwt_token_get_algorithm (search->token);
  hint.algorithm = search->algorithm;
  if (jwt_key_check (key, search->algorithm, NULL) && verifies (search, key))
    g_array_append_val (search->found, hint);
}

/**
 * jwt_hint_list:
 * @token: a token
 * @policy: what was expected of it
 *
 * Looks why a signature may not match: the same key read in another way, or
 * with the algorithm that the token names. What is found is for a person to
 * decide on; nothing here makes a token verified (RFC 8725 §3.1).
 *
 * Returns: (transfer full) (element-type JwtHint): what would match, the
 *   likeliest first; none where the token could not be checked, or matches
 */
GArray *
jwt_hint_list (JwtToken  *token,
               JwtPolicy *policy)
{
  JwtKey *key = jwt_policy_get_key (policy);
  Search search = {
    .token = token,
    .algorithm = jwt_policy_get_algorithm (policy),
    .found = g_array_new (FALSE, FALSE, sizeof (JwtHint)),
  };

  if (key == NULL || jwt_token_get_signature (token) == NULL ||
      jwt_token_get_algorithm (token) == JWT_ALGORITHM_UNKNOWN)
    return search.found;

  search.encoding = jwt_key_get_encoding (key);
  if (jwt_token_get_algorithm (token) != search.algorithm)
    search_algorithm (&search, key);
  else if (jwt_key_check (key, search.algorithm, NULL) &&
           !verifies (&search, key))
    search_readings (&search, key);

  return search.found;
}

/**
 * jwt_hint_get_name:
 * @kind: what a hint is about
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_hint_get_name (JwtHintKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (hint_names), NULL);

  return hint_names[kind];
}
