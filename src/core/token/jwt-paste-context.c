/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste-context.h"

#include <string.h>

/* A line longer than this is not read back for its beginning, nor JSON for one
 * of its brackets. */
#define MAX_LINE 16384

static gsize
skip_back (const char *text,
           gsize       at,
           const char *characters)
{
  while (at > 0 && text[at - 1] != '\0' &&
         strchr (characters, text[at - 1]) != NULL)
    at--;

  return at;
}

static gboolean
ends_with (const char *text,
           gsize       at,
           const char *word)
{
  gsize length = strlen (word);

  return at >= length &&
         g_ascii_strncasecmp (text + at - length, word, length) == 0;
}

static gboolean
begins_with (const char *text,
             gsize       length,
             const char *word)
{
  return length >= strlen (word) &&
         g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

static gsize
find_line_start (const char *text,
                 gsize       at)
{
  gsize limit = at > MAX_LINE ? at - MAX_LINE : 0;

  while (at > limit && text[at - 1] != '\n' && text[at - 1] != '\r')
    at--;

  return at;
}

static JwtRemoved
find_bearer (const char *text,
             gsize       at)
{
  JwtRemoved found = JWT_REMOVED_NOTHING;

  at = skip_back (text, at, " \t+\"'`");
  if (ends_with (text, at, "bearer%20"))
    at -= strlen ("%20");
  if (ends_with (text, at, "bearer") || ends_with (text, at, "dpop")) {
    found |= JWT_REMOVED_BEARER_PREFIX;
    at -= ends_with (text, at, "bearer") ? 6 : 4;
    at = skip_back (text, at, " \t\"'`");
  }
  if (ends_with (text, at, ":") &&
      ends_with (text, skip_back (text, at - 1, " \t\"'`"), "authorization"))
    found |= JWT_REMOVED_AUTHORIZATION;

  return found;
}

static gboolean
is_in_cookie (const char *text,
              gsize       at)
{
  gsize start = find_line_start (text, at);

  return begins_with (text + start, at - start, "cookie:") ||
         begins_with (text + start, at - start, "set-cookie:");
}

static gboolean
is_name_char (char character)
{
  return g_ascii_isalnum (character) ||
         (character != '\0' && strchr ("_-.[]%", character) != NULL);
}

static gboolean
is_in_address (const char *text,
               gsize       at)
{
  if (at == 0 || text[at - 1] != '=')
    return FALSE;

  at--;
  while (at > 0 && is_name_char (text[at - 1]))
    at--;

  return at > 0 && strchr ("?&#", text[at - 1]) != NULL;
}

static gboolean
is_in_json (const char *text,
            gsize       at)
{
  gsize start;

  if (!ends_with (text, at, "\""))
    return FALSE;

  at = skip_back (text, at - 1, " \t\r\n");
  if (!ends_with (text, at, ":") && !ends_with (text, at, "[") &&
      !ends_with (text, at, ","))
    return FALSE;

  start = at > MAX_LINE ? at - MAX_LINE : 0;

  return memchr (text + start, '{', at - start) != NULL ||
         memchr (text + start, '[', at - start) != NULL;
}

/* The request line of RFC 9112 §3: a method, a target, and the version. */
static gboolean
is_request (const char *text,
            gsize       length)
{
  const char *end = memchr (text, '\n', MIN (length, MAX_LINE));
  gsize at = 0;

  if (end == NULL)
    return FALSE;

  length = end - text;
  while (at < length && g_ascii_isupper (text[at]))
    at++;

  return at > 0 && at < length && text[at] == ' ' &&
         g_strstr_len (text, length, " HTTP/") != NULL;
}

static JwtRemoved
find_document (const char *text,
               gsize       length)
{
  gsize start = 0;

  while (start < length && (g_ascii_isspace (text[start]) ||
                            text[start] == '$'))
    start++;

  if (begins_with (text + start, length - start, "curl "))
    return JWT_REMOVED_CURL;

  return is_request (text + start, length - start) ? JWT_REMOVED_HTTP
                                                   : JWT_REMOVED_NOTHING;
}

/*< private >
 * jwt_paste_find_context:
 * @text: (array length=length): what was pasted
 * @length: its length in bytes
 * @at: where a token begins in it
 *
 * Tells what a token stands in: an Authorization header (RFC 6750 §2.1), a
 * cookie (RFC 6265 §4), an address, JSON, a curl command, an HTTP request, or a
 * text of any other kind.
 *
 * Returns: what surrounds the token
 */
JwtRemoved
jwt_paste_find_context (const char *text,
                        gsize       length,
                        gsize       at)
{
  JwtRemoved found = find_document (text, length) | find_bearer (text, at);

  if (is_in_cookie (text, at))
    found |= JWT_REMOVED_COOKIE;
  else if (is_in_address (text, at))
    found |= JWT_REMOVED_URL;
  else if (is_in_json (text, at))
    found |= JWT_REMOVED_JSON;

  if ((found & ~(JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX)) == 0)
    found |= JWT_REMOVED_TEXT;

  return found;
}
