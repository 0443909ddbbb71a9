/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/judge/jwt-hint.h"
#include "core/jwt-signer.h"

/* 32 bytes in hex, Base64 and Base64URL, whose Base64 has "+", "/" and "=". */
#define HEX    "fbefbefbefbe00112233445566778899aabbccddeefffbeffbfffefdfcfbfaf9"
#define BASE64 "++++++++ABEiM0RVZneImaq7zN3u//vv+//+/fz7+vk="
#define URL    "--------ABEiM0RVZneImaq7zN3u__vv-__-_fz7-vk"

typedef struct
{
  const char   *secret;
  JwtEncoding   encoding;
  JwtAlgorithm  algorithm;
} Reading;

typedef struct
{
  Reading signer;
  Reading reader;
  int     kind; /* -1 for no hint */
  int     detail;
} Case;

static const Case cases[] = {
  { { HEX, JWT_ENCODING_HEX, JWT_ALGORITHM_HS256 },
    { HEX, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_ENCODING, JWT_ENCODING_HEX },
  { { BASE64, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { BASE64, JWT_ENCODING_BASE64, JWT_ALGORITHM_HS256 },
    JWT_HINT_ENCODING, JWT_ENCODING_TEXT },
  { { URL, JWT_ENCODING_BASE64URL, JWT_ALGORITHM_HS256 },
    { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_ENCODING, JWT_ENCODING_BASE64URL },
  { { HEX, JWT_ENCODING_HEX, JWT_ALGORITHM_HS256 },
    { HEX "\n", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_ENCODING, JWT_ENCODING_HEX },
  { { URL, JWT_ENCODING_BASE64URL, JWT_ALGORITHM_HS256 },
    { URL "=", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_LENIENT_BASE64, 0 },
  { { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { URL "\r\n", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_WITHOUT_LINE_BREAK, 0 },
  { { URL "\n", JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_WITH_LINE_BREAK, 0 },
  { { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS512 },
    { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    JWT_HINT_ALGORITHM, JWT_ALGORITHM_HS512 },
  { { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS512 },
    { HEX, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 }, -1, 0 },
  { { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { HEX, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 }, -1, 0 },
  { { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 },
    { URL, JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256 }, -1, 0 },
};

static JwtKey *
read_key (const Reading *reading)
{
  GError *error = NULL;
  JwtKey *key = jwt_key_new_from_text (reading->secret,
                                       strlen (reading->secret),
                                       reading->encoding, &error);

  g_assert_no_error (error);

  return key;
}

static JwtToken *
sign (const Reading *reading)
{
  g_autoptr (JwtKey) key = read_key (reading);
  g_autofree char *json =
    g_strdup_printf ("{\"alg\":\"%s\"}",
                     jwt_algorithm_get_name (reading->algorithm));
  g_autoptr (GBytes) header = g_bytes_new (json, strlen (json));
  g_autoptr (GBytes) payload = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) token = NULL;
  GError *error = NULL;

  token = jwt_sign_texts (header, payload, reading->algorithm, key, &error);
  g_assert_no_error (error);

  return jwt_token_new (token);
}

static GArray *
list (const Case *one,
      JwtToken   *token)
{
  g_autoptr (JwtPolicy) policy = jwt_policy_new (one->reader.algorithm);
  g_autoptr (JwtKey) key = read_key (&one->reader);

  jwt_policy_set_key (policy, key);

  return jwt_hint_list (token, policy);
}

static void
test_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JwtToken) token = sign (&cases[i].signer);
    g_autoptr (GArray) hints = list (&cases[i], token);
    JwtHint *hint = (JwtHint *) (gpointer) hints->data;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpuint (hints->len, ==, cases[i].kind < 0 ? 0 : 1);
    if (hints->len == 0)
      continue;
    g_assert_cmpint (hint->kind, ==, cases[i].kind);
    g_assert_cmpint (hint->encoding, ==, hint->kind == JWT_HINT_ENCODING
                                         ? cases[i].detail : 0);
    g_assert_cmpint (hint->algorithm, ==, hint->kind == JWT_HINT_ALGORITHM
                                          ? cases[i].detail : 0);
  }
}

/* A hint is no verification: the policy is what it was. */
static void
test_changes_nothing (void)
{
  g_autoptr (JwtToken) token = sign (&cases[0].signer);
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = read_key (&cases[0].reader);
  g_autoptr (GArray) hints = NULL;

  jwt_policy_set_key (policy, key);
  hints = jwt_hint_list (token, policy);

  g_assert_cmpuint (hints->len, ==, 1);
  g_assert_true (jwt_policy_get_key (policy) == key);
  g_assert_cmpint (jwt_policy_get_algorithm (policy), ==, JWT_ALGORITHM_HS256);
}

static void
test_nothing_to_try (void)
{
  static const char *texts[] = { "", "a", "a.b.c", "eyJhbGciOiJub25lIn0.e30.",
                                 "eyJhbGciOiJIUzI1NiJ9.e30.!" };
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  g_autoptr (JwtKey) key = read_key (&cases[0].reader);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) text = g_bytes_new_static (texts[i], strlen (texts[i]));
    g_autoptr (JwtToken) token = jwt_token_new (text);
    g_autoptr (GArray) keyless = NULL;
    g_autoptr (GArray) hints = NULL;

    jwt_policy_set_key (policy, NULL);
    keyless = jwt_hint_list (token, policy);
    jwt_policy_set_key (policy, key);
    hints = jwt_hint_list (token, policy);
    g_assert_cmpuint (keyless->len + hints->len, ==, 0);
  }
}

static void
test_names (void)
{
  for (guint i = 0; i <= JWT_HINT_ALGORITHM; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (jwt_hint_get_name (i), !=, jwt_hint_get_name (j));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hint/found", test_found);
  g_test_add_func ("/hint/changes-nothing", test_changes_nothing);
  g_test_add_func ("/hint/nothing-to-try", test_nothing_to_try);
  g_test_add_func ("/hint/names", test_names);

  return g_test_run ();
}
