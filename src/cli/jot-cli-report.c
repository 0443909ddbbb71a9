/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-report.h"

#include "core/base/jwt-encoding.h"
#include "core/base/jwt-error.h"
#include "core/base/jwt-json-writer.h"
#include "core/token/jwt-disclosure.h"
#include "core/token/jwt-inner.h"
#include "words/jot-words.h"

static void
add_bytes (JwtJsonWriter *writer,
           const char    *name,
           GBytes        *bytes)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) encoded = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                                                    data, size);
  gsize length = 0;
  const char *digits = g_bytes_get_data (encoded, &length);
  g_autofree char *text = g_strndup (length > 0 ? digits : "", length);

  jwt_json_writer_add_string (writer, name, text);
}

/* A text with a fault in its grammar would spoil the whole report. */
static void
add_json (JwtJsonWriter *writer,
          const char    *name,
          JwtJson       *json)
{
  gboolean whole = json != NULL && jwt_json_is_grammatical (json);

  jwt_json_writer_add_json (writer, name, whole ? json : NULL);
}

static void
add_payload (JwtJsonWriter *writer,
             JwtToken      *token)
{
  JwtJson *json = jwt_token_get_payload (token);
  GBytes *bytes = jwt_token_get_payload_bytes (token);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  add_json (writer, "payload", json);
  if (bytes == NULL || (json != NULL && jwt_json_is_grammatical (json)))
    return;

  /* GLib takes a NUL for the end of a text, so that it calls it no UTF-8. */
  if (size == 0 || g_utf8_validate_len (data, size, NULL)) {
    g_autofree char *text = g_strndup (size > 0 ? data : "", size);

    jwt_json_writer_add_string (writer, "payloadText", text);
  } else {
    add_bytes (writer, "payloadBytes", bytes);
  }
}

static void
add_place (JwtJsonWriter *writer,
           const char    *name,
           guint          number)
{
  if (number > 0)
    jwt_json_writer_add_integer (writer, name, number);
  else
    jwt_json_writer_add_null (writer, name);
}

static void
add_code_and_message (JwtJsonWriter *writer,
                      const GError  *problem)
{
  g_autofree char *message = jot_words_error (problem);

  jwt_json_writer_add_string (writer, "code",
                              jwt_error_get_name (problem->code));
  jwt_json_writer_add_string (writer, "message", message);
}

static void
add_problem (JwtJsonWriter *writer,
             const GError  *problem)
{
  const JwtErrorDetail *detail = NULL;

  if (problem == NULL) {
    jwt_json_writer_add_null (writer, "problem");
    return;
  }

  detail = jwt_error_get_detail (problem);
  jwt_json_writer_begin_object (writer, "problem");
  add_code_and_message (writer, problem);
  jwt_json_writer_add_string (writer, "part", jwt_part_get_name (detail->part));
  jwt_json_writer_add_integer (writer, "offset", detail->offset);
  add_place (writer, "line", detail->line);
  add_place (writer, "column", detail->column);
  jwt_json_writer_end (writer);
}

static void
add_removed (JwtJsonWriter *writer,
             JwtRemoved     removed)
{
  jwt_json_writer_begin_array (writer, "removed");
  for (guint one = 1; one != 0 && one <= (guint) removed; one <<= 1)
    if ((removed & one) != 0)
      jwt_json_writer_add_string (writer, NULL, jwt_removed_get_name (one));
  jwt_json_writer_end (writer);
}

static void
add_disclosure (JwtJsonWriter *writer,
                JwtDisclosure *disclosure)
{
  g_autoptr (JwtJson) value = jwt_disclosure_dup_value (disclosure);

  jwt_json_writer_begin_object (writer, NULL);
  jwt_json_writer_add_string (writer, "name", disclosure->name);
  jwt_json_writer_add_json (writer, "value", value);
  jwt_json_writer_add_boolean (writer, "matched", disclosure->matched);
  jwt_json_writer_end (writer);
}

/* What only some forms of a token carry. */
static void
add_extras (JwtJsonWriter *writer,
            JwtToken      *token)
{
  g_autoptr (GBytes) inner = jwt_token_dup_inner (token);
  g_autoptr (GPtrArray) disclosures = jwt_disclosure_list (token);

  if (inner != NULL) {
    g_autofree char *text = g_strndup (g_bytes_get_data (inner, NULL),
                                       g_bytes_get_size (inner));

    jwt_json_writer_add_string (writer, "inner", text);
  }
  if (jwt_token_get_form (token) != JWT_FORM_SD_JWT)
    return;

  jwt_json_writer_begin_array (writer, "disclosures");
  for (guint i = 0; i < disclosures->len; i++)
    add_disclosure (writer, g_ptr_array_index (disclosures, i));
  jwt_json_writer_end (writer);
}

/**
 * jot_cli_report_token: (skip)
 * @paste: what was given
 * @token: the token in it
 *
 * Describes a token for scripts. The literals in it stay as the token wrote
 * them, but for characters that a terminal would act on: these are escaped.
 *
 * Returns: (transfer full): one JSON object
 */
char *
jot_cli_report_token (JwtPaste *paste,
                      JwtToken *token)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();
  GBytes *signature = jwt_token_get_signature (token);

  jwt_json_writer_add_string (writer, "form",
                              jwt_form_get_name (jwt_token_get_form (token)));
  add_json (writer, "header", jwt_token_get_header (token));
  add_payload (writer, token);
  if (signature != NULL)
    add_bytes (writer, "signature", signature);
  else
    jwt_json_writer_add_null (writer, "signature");
  add_problem (writer, jwt_token_get_problem (token));
  add_removed (writer, jwt_paste_get_removed (paste));
  add_extras (writer, token);

  return jwt_json_writer_finish (writer);
}

static void
add_reasons (JwtJsonWriter *writer,
             JwtVerdict    *verdict)
{
  const GError *reason = NULL;

  jwt_json_writer_begin_array (writer, "reasons");
  for (guint i = 0;
       (reason = jwt_verdict_get_reason (verdict, i)) != NULL; i++) {
    jwt_json_writer_begin_object (writer, NULL);
    add_code_and_message (writer, reason);
    jwt_json_writer_end (writer);
  }
  jwt_json_writer_end (writer);
}

static void
add_check (JwtJsonWriter *writer,
           JwtVerdict    *verdict,
           JwtCheck       check)
{
  JwtCheckResult result = jwt_verdict_get_check (verdict, check);
  g_autofree char *detail = jot_words_check_detail (verdict, check);

  jwt_json_writer_begin_object (writer, NULL);
  jwt_json_writer_add_string (writer, "name", jwt_check_get_name (check));
  jwt_json_writer_add_string (writer, "result",
                              jwt_check_result_get_name (result));
  if (detail != NULL)
    jwt_json_writer_add_string (writer, "detail", detail);
  jwt_json_writer_end (writer);
}

static void
add_hints (JwtJsonWriter *writer,
           GArray        *hints,
           JwtKey        *key)
{
  jwt_json_writer_begin_array (writer, "hints");
  for (guint i = 0; i < hints->len; i++) {
    JwtHint *hint = &g_array_index (hints, JwtHint, i);
    g_autofree char *message = jot_words_hint (hint, key);

    jwt_json_writer_begin_object (writer, NULL);
    jwt_json_writer_add_string (writer, "code", jwt_hint_get_name (hint->kind));
    jwt_json_writer_add_string (writer, "message", message);
    jwt_json_writer_end (writer);
  }
  jwt_json_writer_end (writer);
}

/**
 * jot_cli_report_verdict: (skip)
 * @verdict: what was found
 * @hints: (element-type JwtHint): what would make the signature match
 * @key: the key that was given
 *
 * Describes a verdict for scripts.
 *
 * Returns: (transfer full): one JSON object
 */
char *
jot_cli_report_verdict (JwtVerdict *verdict,
                        GArray     *hints,
                        JwtKey     *key)
{
  g_autoptr (JwtJsonWriter) writer = jwt_json_writer_new ();
  JwtAlgorithm algorithm = jwt_verdict_get_algorithm (verdict);
  JwtResult result = jwt_verdict_get_result (verdict);

  jwt_json_writer_add_string (writer, "verdict", jwt_result_get_name (result));
  jwt_json_writer_add_string (writer, "algorithm",
                              jwt_algorithm_get_name (algorithm));
  add_reasons (writer, verdict);
  jwt_json_writer_begin_array (writer, "checks");
  for (guint check = 0; check < JWT_N_CHECKS; check++)
    add_check (writer, verdict, check);
  jwt_json_writer_end (writer);
  add_hints (writer, hints, key);

  return jwt_json_writer_finish (writer);
}
