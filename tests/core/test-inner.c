/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-inner.h"

#include <string.h>

#include "sample.h"

#define H "eyJhbGciOiJIUzI1NiJ9"
#define P "eyJzdWIiOiIxIn0"
#define T H "." P ".AAAA"

#define PAYLOAD   "\"payload\":\"" P "\""
#define PROTECTED "\"protected\":\"" H "\""
#define SIGNATURE "\"signature\":\"AAAA\""

static void
assert_inner (const char *text,
              const char *inner)
{
  g_autoptr (JwtToken) token = sample_read (text);
  g_autoptr (GBytes) bytes = jwt_token_dup_inner (token);

  g_test_message ("%s", text);
  if (inner == NULL)
    g_assert_null (bytes);
  else
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     inner, strlen (inner));
}

/* The JSON serialization of RFC 7515 §7.2, with one signature. */
static void
test_serialization (void)
{
  static const struct { const char *text, *inner; } rows[] = {
    { "{" PAYLOAD "," PROTECTED "," SIGNATURE "}", T },
    { "{" SIGNATURE ",\n" PROTECTED ",\n" PAYLOAD "}", T },
    { "{" PAYLOAD ",\"signatures\":[{" PROTECTED "," SIGNATURE "}]}", T },
    { "{" PAYLOAD "," PROTECTED ",\"signature\":\"\"}", H "." P "." },
    { "{" PAYLOAD "," PROTECTED "," SIGNATURE ",\"header\":{}}", NULL },
    { "{" PAYLOAD "," PROTECTED "}", NULL },
    { "{" PAYLOAD "," SIGNATURE "}", NULL },
    { "{" PROTECTED "," SIGNATURE "}", NULL },
    { "{" PAYLOAD "," PROTECTED ",\"signature\":1}", NULL },
    { "{" PAYLOAD "," PROTECTED ",\"signature\":\"AAAA\\u0000\"}", NULL },
    { "{" PAYLOAD "," PROTECTED ",\"signature\":\"AAAA\\u0000B\"}", NULL },
    { "{" PAYLOAD ",\"protected\":\"" H "\\u0000\"," SIGNATURE "}", NULL },
    { "{\"payload\":\"" P "\\u0000\"," PROTECTED "," SIGNATURE "}", NULL },
    { "{" PAYLOAD "," PROTECTED ",\"signature\":\"A!\"}", NULL },
    { "{" PAYLOAD "," PROTECTED "," SIGNATURE "," SIGNATURE "}", NULL },
    { "{" PAYLOAD ",\"signatures\":[]}", NULL },
    { "{" PAYLOAD ",\"signatures\":{}}", NULL },
    { "{" PAYLOAD ",\"signatures\":[1]}", NULL },
    { "{" PAYLOAD ",\"signatures\":[{" PROTECTED "," SIGNATURE "},{}]}", NULL },
    { "{\"signatures\":[{" PROTECTED "," SIGNATURE "}]}", NULL },
    { "{\"ciphertext\":\"\"}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_inner (rows[i].text, rows[i].inner);
}

/* A token as the payload, in quotation marks or without. */
static void
test_nested (void)
{
  static const struct { const char *payload, *inner; } rows[] = {
    { T, T }, { "\"" T "\"", T }, { "\"\\u0065yJhbGciOiJIUzI1NiJ9." P ".AAAA\"",
                                    T },
    { " " T, NULL }, { "\"" T "\\u0000\"", NULL }, { "[\"" T "\"]", NULL },
    { "{\"a\":\"" T "\"}", NULL }, { "\"x\"", NULL }, { "", NULL },
    { "{", NULL }, { "a.b.c", NULL }, { "1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = sample_token (rows[i].payload);

    assert_inner (text, rows[i].inner);
  }
}

static void
test_nested_nul (void)
{
  static const char payload[] = T "\0behind";
  g_autoptr (GBytes) part = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                                                 payload, sizeof payload - 1);
  g_autofree char *text =
    g_strdup_printf ("%s.%.*s.AAAA", H, (int) g_bytes_get_size (part),
                     (const char *) g_bytes_get_data (part, NULL));

  assert_inner (text, NULL);
}

static void
test_none (void)
{
  assert_inner ("", NULL);
  assert_inner ("x", NULL);
  assert_inner (T, NULL);
  assert_inner (SAMPLE_RFC_TOKEN, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inner/serialization", test_serialization);
  g_test_add_func ("/inner/nested", test_nested);
  g_test_add_func ("/inner/nested-nul", test_nested_nul);
  g_test_add_func ("/inner/none", test_none);

  return g_test_run ();
}
