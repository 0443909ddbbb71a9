/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-token.h"

#include <string.h>

#include "core/judge/jwt-hint.h"
#include "core/judge/jwt-verdict.h"
#include "core/token/jwt-disclosure.h"
#include "core/token/jwt-inner.h"
#include "core/token/jwt-paste.h"

/* The key of RFC 7515, appendix A.1, so that a signature of the corpus can
 * match. */
#define JWK                                                              \
  "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T" \
  "-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow\"}"

static JwtPolicy *
new_policy (void)
{
  static const char *required[] = { "sub", NULL };
  JwtPolicy *policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = jwt_key_new_from_text (JWK, strlen (JWK),
                                                  JWT_ENCODING_TEXT, NULL);

  jwt_policy_set_key (policy, key);
  jwt_policy_set_issuer (policy, "joe");
  jwt_policy_set_audience (policy, "me");
  jwt_policy_set_required (policy, required);
  jwt_policy_set_time (policy, 1300819380);

  return policy;
}

static void
check_string (JwtJson           *json,
              const JwtJsonSpan *span)
{
  g_autofree char *shown = jwt_json_dup_display (json, span);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  if (span->type != JWT_JSON_STRING)
    return;

  text = jwt_json_dup_string (json, span, &length);
  g_assert_cmpuint (length, <=, span->end - span->start);
}

static void
check_members (JwtJson *json)
{
  guint n_members;
  const JwtJsonMember *members = jwt_json_get_members (json, &n_members);

  for (guint i = 0; i < n_members; i++) {
    check_string (json, &members[i].name);
    check_string (json, &members[i].value);
  }

  if (jwt_json_is_object (json)) {
    g_autofree char *text = jwt_json_set_member (json, "exp", "0");
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (JwtJson) again = jwt_json_new (bytes);

    g_assert_true (jwt_json_is_object (again));
  }
}

/* However a text is set out, it is still the same literals; hidden characters
 * are all that may change, and they do so once. */
static void
check_json (JwtJson *json)
{
  g_autofree char *indented = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) compact = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JwtJson) other = NULL;

  g_assert_true (jwt_json_is_grammatical (json) ||
                 jwt_json_get_problem (json) != NULL);
  if (!jwt_json_is_grammatical (json))
    return;

  check_members (json);
  compact = jwt_json_compact (json);
  g_assert_cmpuint (g_bytes_get_size (compact), <=,
                    g_bytes_get_size (jwt_json_get_text (json)));
  indented = jwt_json_indent (json);
  bytes = g_bytes_new (indented, strlen (indented));
  other = jwt_json_new (bytes);
  g_assert_true (jwt_json_is_grammatical (other));
  again = jwt_json_indent (other);
  g_assert_cmpstr (again, ==, indented);
}

static void
tell_cb (JwtJsonToken kind,
         gsize        start,
         gsize        end,
         gpointer     user_data)
{
  gsize *at = user_data;

  g_assert_cmpuint (*at, <=, start);
  g_assert_cmpuint (start, <, end);
  *at = end;
}

static void
check_bytes (const guint8 *data,
             gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JwtJson) json = jwt_json_new (bytes);
  gsize at = 0;

  check_json (json);
  jwt_json_foreach_token ((const char *) data, size, tell_cb, &at);
  g_assert_cmpuint (at, <=, size);

  for (guint i = 0; i < JWT_N_ENCODINGS; i++) {
    g_autoptr (JwtKey) key = jwt_key_new_from_text ((const char *) data, size,
                                                    i, NULL);

    g_assert_true (key == NULL || jwt_key_get_size (key) > 0);
  }
}

static void
check_verdict (JwtVerdict *verdict)
{
  for (guint i = 0; i < JWT_N_CHECKS; i++)
    g_assert_true ((jwt_verdict_get_check_reason (verdict, i) != NULL) ==
                   (jwt_verdict_get_check (verdict, i) == JWT_CHECK_FAILED));

  g_assert_true ((jwt_verdict_get_result (verdict) == JWT_RESULT_VERIFIED) ==
                 (jwt_verdict_get_reason (verdict, 0) == NULL));
  if (jwt_verdict_get_result (verdict) == JWT_RESULT_VERIFIED)
    g_assert_cmpint (jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE), ==,
                     JWT_CHECK_PASSED);
}

static void
check_token (GBytes    *text,
             JwtPolicy *policy,
             gboolean   inner)
{
  g_autoptr (JwtToken) token = jwt_token_new (text);
  g_autoptr (JwtVerdict) verdict = jwt_verdict_new (token, policy);
  g_autoptr (GPtrArray) disclosures = jwt_disclosure_list (token);
  g_autoptr (GArray) hints = jwt_hint_list (token, policy);
  g_autoptr (GBytes) nested = jwt_token_dup_inner (token);

  check_verdict (verdict);
  g_assert_true (hints->len == 0 ||
                 jwt_verdict_get_result (verdict) != JWT_RESULT_VERIFIED);
  if (jwt_token_get_header (token) != NULL)
    check_json (jwt_token_get_header (token));
  if (jwt_token_get_payload (token) != NULL)
    check_json (jwt_token_get_payload (token));
  for (guint i = 0; i < disclosures->len; i++) {
    g_autoptr (JwtJson) value =
      jwt_disclosure_dup_value (g_ptr_array_index (disclosures, i));

    g_assert_true (value == NULL || jwt_json_is_grammatical (value));
  }
  if (nested != NULL && inner)
    check_token (nested, policy, FALSE);
}

static void
check_paste (JwtPaste  *paste,
             gsize      size,
             JwtPolicy *policy)
{
  GBytes *token = jwt_paste_get_token (paste);

  g_assert_cmpuint (g_bytes_get_size (token), <=, size);
  g_assert_cmpuint (jwt_paste_get_index (paste), <,
                    jwt_paste_get_n_tokens (paste));
  for (gsize i = 0; i < g_bytes_get_size (token); i++)
    g_assert_cmpuint (jwt_paste_get_source_offset (paste, i), <, size);

  check_token (token, policy, TRUE);
}

/* Whatever the bytes are, they are read to their end and no further. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (JwtPolicy) policy = new_policy ();
  g_autoptr (JwtPaste) first = jwt_paste_new ((const char *) data, size);
  g_autoptr (JwtPaste) other = jwt_paste_new_at ((const char *) data, size, 2);
  g_autoptr (JwtPaste) strict = jwt_paste_new_strict ((const char *) data,
                                                      size);

  check_bytes (data, size);
  check_paste (first, size, policy);
  check_paste (other, size, policy);
  check_paste (strict, size, policy);

  return 0;
}
