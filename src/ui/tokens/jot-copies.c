/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-copies.h"

/* How a JSON object starts when it is Base64URL: {" or, on several lines, { and
 * a line break. */
static const char *starts[] = { "ey", "ew", "e3", "{" };

/* Whether it is worth it to show a text that a person did not type: a token, or
 * what was one before it was damaged. */
gboolean
jot_copies_has_token (const char *text)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new (text, strlen (text));
  GBytes *bytes = jwt_paste_get_token (paste);
  g_autoptr (JwtToken) token = jwt_token_new (bytes);
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  guint i;

  if (jwt_token_get_form (token) != JWT_FORM_MALFORMED)
    return TRUE;

  for (i = 0; i < G_N_ELEMENTS (starts); i++)
    if (size > strlen (starts[i]) &&
        memcmp (start, starts[i], strlen (starts[i])) == 0)
      return TRUE;

  return FALSE;
}

/* The token as it was read, without what stood around it. */
char *
jot_copies_token (JwtWorkbench *workbench)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  gsize size;
  const char *text;

  if (!token)
    return g_strdup (jwt_workbench_get_token_text (workbench));

  text = g_bytes_get_data (jwt_token_get_text (token), &size);

  return g_strndup (text, size);
}

/* RFC 6750 §2.1 */
char *
jot_copies_bearer (JwtWorkbench *workbench)
{
  g_autofree char *token = jot_copies_token (workbench);

  return g_strconcat ("Authorization: Bearer ", token, NULL);
}

char *
jot_copies_curl (JwtWorkbench *workbench)
{
  g_autofree char *bearer = jot_copies_bearer (workbench);
  g_autofree char *quoted = g_shell_quote (bearer);

  return g_strconcat ("curl --header ", quoted, " https://", NULL);
}

char *
jot_copies_header (JwtWorkbench *workbench)
{
  return g_strdup (jwt_workbench_get_header_text (workbench));
}

char *
jot_copies_payload (JwtWorkbench *workbench)
{
  return g_strdup (jwt_workbench_get_payload_text (workbench));
}

/* Returns NULL where the payload is no JSON. */
char *
jot_copies_payload_line (JwtWorkbench *workbench)
{
  const char *text = jwt_workbench_get_payload_text (workbench);
  g_autoptr (GBytes) bytes = g_bytes_new (text, text ? strlen (text) : 0);
  g_autoptr (JwtJson) json = jwt_json_new (bytes);
  g_autoptr (GBytes) line = NULL;
  gsize size;
  const char *start;

  if (!jwt_json_is_grammatical (json))
    return NULL;

  line = jwt_json_compact (json);
  start = g_bytes_get_data (line, &size);

  return g_strndup (start, size);
}
