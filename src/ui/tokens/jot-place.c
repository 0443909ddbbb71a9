/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-place.h"

/* The editor shows the token as it was pasted, with what was taken away to read
 * it; offsets count in what was read. */
static gsize
map_to_source (JwtWorkbench *workbench,
               gsize         offset)
{
  JwtPaste *paste = jwt_workbench_get_paste (workbench);

  return paste ? jwt_paste_get_source_offset (paste, offset) : offset;
}

static const char *
get_text (JwtWorkbench *workbench,
          JwtPart       part)
{
  if (part == JWT_PART_HEADER)
    return jwt_workbench_get_header_text (workbench);
  if (part == JWT_PART_PAYLOAD)
    return jwt_workbench_get_payload_text (workbench);

  return jwt_workbench_get_token_text (workbench);
}

static JwtJson *
get_json (JwtWorkbench *workbench,
          JwtPart       part)
{
  JwtToken *token = jwt_workbench_get_token (workbench);

  if (!token)
    return NULL;

  return part == JWT_PART_HEADER ? jwt_token_get_header (token)
                                 : jwt_token_get_payload (token);
}

/* A decoded text may be shown indented anew: then its offsets mean nothing. */
static gboolean
is_shown_as_is (JwtWorkbench *workbench,
                JwtPart       part)
{
  JwtJson *json = get_json (workbench, part);
  const char *shown = get_text (workbench, part);
  GBytes *text = json ? jwt_json_get_text (json) : NULL;

  if (jwt_workbench_get_owner (workbench) != JWT_OWNER_PASTED)
    return shown != NULL;

  return shown && text && strlen (shown) == g_bytes_get_size (text) &&
         memcmp (shown, g_bytes_get_data (text, NULL),
                 g_bytes_get_size (text)) == 0;
}

/* One character, or the end of the text where it is missed. */
static gsize
skip_character (const char *text,
                gsize       offset)
{
  gsize length = strlen (text);

  if (offset >= length)
    return length;

  return g_utf8_find_next_char (text + offset, NULL) - text;
}

/* Finds where a part of the token is in the token's editor. */
gboolean
jot_place_of_part (JwtWorkbench *workbench,
                   JwtPart       part,
                   JotPlace     *place)
{
  JwtToken *token = jwt_workbench_get_token (workbench);
  gsize start, length;

  if (!token || !jwt_token_get_part (token, part, &start, &length))
    return FALSE;

  place->part = JWT_PART_TOKEN;
  place->start = map_to_source (workbench, start);
  place->end = length > 0 ? map_to_source (workbench, start + length - 1) + 1
                          : place->start;

  return TRUE;
}

/* Finds where the summary's problem is, if it is at a place. */
gboolean
jot_place_of_problem (JwtWorkbench *workbench,
                      JotPlace     *place)
{
  const GError *problem = jwt_workbench_get_problem (workbench);
  const JwtErrorDetail *detail;
  const char *text;

  detail = problem ? jwt_error_get_detail (problem) : NULL;
  if (!detail || (!detail->character && !detail->line))
    return FALSE;

  place->part = detail->in_token ? JWT_PART_TOKEN : detail->part;
  if (place->part == JWT_PART_SIGNATURE || place->part == JWT_PART_KEY)
    return FALSE;
  if (!detail->in_token && !is_shown_as_is (workbench, place->part))
    return FALSE;

  text = get_text (workbench, place->part);
  if (!text)
    return FALSE;

  place->start = detail->in_token ? map_to_source (workbench, detail->offset)
                                  : detail->offset;
  place->end = skip_character (text, place->start);

  return TRUE;
}
