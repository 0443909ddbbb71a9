/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-signer.h"

#include <string.h>

#include "core/token/jwt-token.h"
#include "sample.h"

#define HS256 "{\"alg\":\"HS256\"}"

static GBytes *
new_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
sign (const char    *header,
      const char    *payload,
      JwtAlgorithm   algorithm,
      JwtKey        *key,
      GError       **error)
{
  g_autoptr (GBytes) header_bytes = new_bytes (header);
  g_autoptr (GBytes) payload_bytes = new_bytes (payload);

  return jwt_sign_texts (header_bytes, payload_bytes, algorithm, key, error);
}

static void
assert_text (GBytes     *bytes,
             const char *text)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   text, strlen (text));
}

/* RFC 7515, appendix A.1: signed as it is, with its line breaks. */
static void
test_rfc (void)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_RFC_JWK);
  g_autoptr (JwtToken) token = sample_read (SAMPLE_RFC_TOKEN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text =
    jwt_sign_texts (jwt_json_get_text (jwt_token_get_header (token)),
                    jwt_json_get_text (jwt_token_get_payload (token)),
                    JWT_ALGORITHM_HS256, key, &error);

  g_assert_no_error (error);
  assert_text (text, SAMPLE_RFC_TOKEN);
}

static void
test_algorithms (void)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  guint n;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *header = g_strdup_printf ("{ \"alg\": \"%s\" }",
                                               infos[i].name);
    g_autofree char *expected = sample_sign (header, "{ }", infos[i].algorithm,
                                             SAMPLE_SECRET);
    g_autoptr (GBytes) text = sign (header, "{ }", infos[i].algorithm, key,
                                    NULL);

    assert_text (text, expected);
  }
}

/* What is not signed, and why: the text's part is told with it. */
static const struct
{
  const char   *header;
  const char   *payload;
  JwtAlgorithm  algorithm;
  JwtError      code;
  JwtPart       part;
} refused[] = {
  { "", "{}", JWT_ALGORITHM_HS256, JWT_ERROR_NOT_JSON, JWT_PART_HEADER },
  { HS256, "", JWT_ALGORITHM_HS256, JWT_ERROR_NOT_JSON, JWT_PART_PAYLOAD },
  { "[]", "{}", JWT_ALGORITHM_HS256, JWT_ERROR_NOT_OBJECT, JWT_PART_HEADER },
  { HS256, "\"x\"", JWT_ALGORITHM_HS256, JWT_ERROR_NOT_OBJECT,
    JWT_PART_PAYLOAD },
  { HS256, "{\"a\":1,\"a\":1}", JWT_ALGORITHM_HS256,
    JWT_ERROR_DUPLICATE_MEMBER, JWT_PART_PAYLOAD },
  { "{\"alg\":\"HS256\",\"alg\":\"HS256\"}", "{}", JWT_ALGORITHM_HS256,
    JWT_ERROR_DUPLICATE_MEMBER, JWT_PART_HEADER },
  { HS256, "{\"\xff\":1}", JWT_ALGORITHM_HS256, JWT_ERROR_NOT_UTF8,
    JWT_PART_PAYLOAD },
  { "{}", "{}", JWT_ALGORITHM_HS256, JWT_ERROR_ALG_MISSING, JWT_PART_HEADER },
  { "{\"alg\":1}", "{}", JWT_ALGORITHM_HS256, JWT_ERROR_ALG_TYPE,
    JWT_PART_HEADER },
  { HS256, "{}", JWT_ALGORITHM_HS384, JWT_ERROR_ALG_MISMATCH,
    JWT_PART_HEADER },
  { "{\"alg\":\"none\"}", "{}", JWT_ALGORITHM_HS256, JWT_ERROR_ALG_MISMATCH,
    JWT_PART_HEADER },
  { "{\"alg\":\"HS256\\u0000\"}", "{}", JWT_ALGORITHM_HS256,
    JWT_ERROR_ALG_MISMATCH, JWT_PART_HEADER },
  { HS256, "{}", JWT_ALGORITHM_UNKNOWN, JWT_ERROR_ALG_UNKNOWN, JWT_PART_KEY },
  { "{\"alg\":\"none\"}", "{}", JWT_ALGORITHM_UNKNOWN, JWT_ERROR_ALG_UNKNOWN,
    JWT_PART_KEY },
  { "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", "{}", JWT_ALGORITHM_HS256,
    JWT_ERROR_CRIT, JWT_PART_HEADER },
  { "{\"alg\":\"HS256\",\"b64\":false}", "{}", JWT_ALGORITHM_HS256,
    JWT_ERROR_UNENCODED_PAYLOAD, JWT_PART_HEADER },
};

static void
test_refused (void)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) text = sign (refused[i].header, refused[i].payload,
                                    refused[i].algorithm, key, &error);

    g_test_message ("row %u", i);
    g_assert_null (text);
    g_assert_error (error, JWT_ERROR, (int) refused[i].code);
    g_assert_cmpint (jwt_error_get_detail (error)->part, ==, refused[i].part);
  }
}

static void
test_keys (void)
{
  g_autoptr (JwtKey) weak = sample_key (SAMPLE_WEAK);
  g_autoptr (JwtKey) reader =
    sample_key ("{\"kty\":\"oct\",\"k\":\"Zm9v\",\"key_ops\":[\"verify\"]}");
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (JwtKey) empty = jwt_key_new_secret (nothing);
  g_autofree char *expected = sample_sign (HS256, "{}", JWT_ALGORITHM_HS256,
                                           SAMPLE_WEAK);
  g_autoptr (GBytes) text = sign (HS256, "{}", JWT_ALGORITHM_HS256, weak, NULL);
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) marked = NULL;
  g_autoptr (GError) no_bytes = NULL;

  assert_text (text, expected);
  g_assert_null (sign (HS256, "{}", JWT_ALGORITHM_HS256, NULL, &none));
  g_assert_error (none, JWT_ERROR, JWT_ERROR_KEY_EMPTY);
  g_assert_null (sign (HS256, "{}", JWT_ALGORITHM_HS256, reader, &marked));
  g_assert_error (marked, JWT_ERROR, JWT_ERROR_KEY_FAMILY);
  g_assert_null (sign (HS256, "{}", JWT_ALGORITHM_HS256, empty, &no_bytes));
  g_assert_error (no_bytes, JWT_ERROR, JWT_ERROR_KEY_EMPTY);
}

static void
test_join (void)
{
  g_autoptr (GBytes) header = new_bytes ("{\"alg\":\"whatever\"}");
  g_autoptr (GBytes) payload = new_bytes ("{}");
  g_autoptr (GBytes) broken = new_bytes ("{");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) draft = jwt_join_unsigned (header, payload, &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (draft, NULL),
                                     g_bytes_get_size (draft));

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, ".e30."));
  g_assert_null (jwt_join_unsigned (header, broken, &error));
  g_assert_cmpint (jwt_error_get_detail (error)->part, ==, JWT_PART_PAYLOAD);
  g_clear_error (&error);
  g_assert_null (jwt_join_unsigned (broken, payload, &error));
  g_assert_cmpint (jwt_error_get_detail (error)->part, ==, JWT_PART_HEADER);
}

static void
test_compact (void)
{
  g_autoptr (GBytes) text = new_bytes ("{ \"a\" : 1.10 ,\n\"b\":\" \\u0061\"}");
  g_autoptr (GBytes) list = new_bytes ("[]");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) compact = jwt_compact_text (text, JWT_PART_PAYLOAD, NULL);

  assert_text (compact, "{\"a\":1.10,\"b\":\" \\u0061\"}");
  g_assert_null (jwt_compact_text (list, JWT_PART_HEADER, &error));
  g_assert_error (error, JWT_ERROR, JWT_ERROR_NOT_OBJECT);
  g_assert_cmpint (jwt_error_get_detail (error)->part, ==, JWT_PART_HEADER);
}

static char *
dup_filled (const char *start,
            gsize       size)
{
  char *text = g_strnfill (size, 'x');

  memcpy (text, start, strlen (start));
  memcpy (text + size - 2, "\"}", 2);

  return text;
}

/* What nobody could read again is not signed. */
static void
test_too_large (void)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  g_autofree char *header = dup_filled ("{\"alg\":\"HS256\",\"x\":\"",
                                        4 * 1024 * 1024);
  g_autofree char *payload = dup_filled ("{\"x\":\"", JWT_JSON_MAX_SIZE);
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtSigner) signer = jwt_signer_new (policy);
  g_autoptr (GError) error = NULL;

  g_assert_null (sign (header, payload, JWT_ALGORITHM_HS256, key, &error));
  g_assert_error (error, JWT_ERROR, JWT_ERROR_TOO_LARGE);

  jwt_signer_set_texts (signer, header, payload);
  g_assert_null (jwt_signer_get_token (signer));
  g_assert_error (jwt_signer_get_problem (signer), JWT_ERROR,
                  JWT_ERROR_TOO_LARGE);
}

static void
notify_cb (JwtSigner  *signer,
           GParamSpec *pspec,
           GString    *told)
{
  g_string_append_printf (told, "%s ", pspec->name);
}

/* The same texts as they are typed, and the key as it changes. */
static void
test_live (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtSigner) signer = jwt_signer_new (policy);
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);
  g_autofree char *text = sample_sign (HS256, "{\"n\":1.0}",
                                       JWT_ALGORITHM_HS256, SAMPLE_SECRET);

  g_assert_null (jwt_signer_get_token (signer));
  g_assert_null (jwt_signer_get_problem (signer));
  jwt_signer_set_texts (signer, " " HS256, "{ \"n\": 1.0 }\n");
  g_assert_true (g_str_has_suffix (jwt_signer_get_token (signer), "."));
  g_assert_error (jwt_signer_get_problem (signer), JWT_ERROR,
                  JWT_ERROR_KEY_EMPTY);

  jwt_policy_set_key (policy, key);
  g_assert_cmpstr (jwt_signer_get_token (signer), ==, text);
  g_assert_no_error (jwt_signer_get_problem (signer));
  g_assert_cmpstr (jwt_signer_get_payload (signer), ==, "{ \"n\": 1.0 }\n");

  jwt_signer_set_texts (signer, HS256, "{");
  g_assert_null (jwt_signer_get_token (signer));
  g_assert_error (jwt_signer_get_problem (signer), JWT_ERROR,
                  JWT_ERROR_NOT_JSON);
  g_object_set (signer, "payload", "{\"n\":1.0}", NULL);
  g_assert_cmpstr (jwt_signer_get_token (signer), ==, text);
  jwt_policy_set_algorithm (policy, JWT_ALGORITHM_HS384);
  g_assert_true (g_str_has_suffix (jwt_signer_get_token (signer), "."));
  jwt_signer_set_texts (signer, NULL, NULL);
  g_assert_null (jwt_signer_get_token (signer));
  g_assert_null (jwt_signer_get_problem (signer));
}

static void
test_notify (void)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtSigner) signer = jwt_signer_new (policy);
  g_autoptr (GString) told = g_string_new (NULL);

  jwt_signer_set_texts (signer, HS256, "{}");
  g_signal_connect (signer, "notify", G_CALLBACK (notify_cb), told);
  jwt_signer_set_texts (signer, HS256, "{}");
  jwt_policy_set_time (policy, 1);
  jwt_policy_set_issuer (policy, "i");
  g_assert_cmpstr (told->str, ==, "");

  jwt_signer_set_texts (signer, HS256, "{ }");
  g_assert_nonnull (strstr (told->str, "payload "));
  g_assert_null (strstr (told->str, "token "));
  g_assert_null (strstr (told->str, "header "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signer/rfc", test_rfc);
  g_test_add_func ("/signer/algorithms", test_algorithms);
  g_test_add_func ("/signer/refused", test_refused);
  g_test_add_func ("/signer/keys", test_keys);
  g_test_add_func ("/signer/join", test_join);
  g_test_add_func ("/signer/compact", test_compact);
  g_test_add_func ("/signer/too-large", test_too_large);
  g_test_add_func ("/signer/live", test_live);
  g_test_add_func ("/signer/notify", test_notify);

  return g_test_run ();
}
