/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/jwt-signer.h"
#include "words/jot-words.h"

static char *
describe (const char *header,
          const char *payload)
{
  g_autoptr (GBytes) head = g_bytes_new (header, strlen (header));
  g_autoptr (GBytes) body = g_bytes_new (payload, strlen (payload));
  g_autoptr (GBytes) text = jwt_join_unsigned (head, body, NULL);
  g_autoptr (JwtToken) token = jwt_token_new (text);

  return jot_words_kind (token);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *header;
    const char *payload;
    const char *kind;
  } rows[] = {
    { "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}", "{}",
      "Access token (RFC 9068)" },
    { "{\"alg\":\"HS256\",\"typ\":\"Application/AT+JWT\"}", "{}",
      "Access token (RFC 9068)" },
    { "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\"}", "{}",
      "DPoP proof (RFC 9449)" },
    { "{\"alg\":\"HS256\",\"typ\":\"logout+jwt\"}", "{\"nonce\":\"n\"}",
      "Logout token (OpenID Connect)" },
    { "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
      "{\"iss\":\"i\",\"aud\":\"a\",\"nonce\":\"n\"}",
      "Looks like an ID token (OpenID Connect)" },
    { "{\"alg\":\"HS256\"}", "{\"at_hash\":\"h\"}",
      "Looks like an ID token (OpenID Connect)" },
    { "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{}", NULL },
    { "{\"alg\":\"HS256\",\"typ\":1}", "{\"nonce\":\"n\"}", NULL },
    { "{\"alg\":\"HS256\",\"typ\":\"at+jwt\\u0000\"}", "{}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *kind = describe (rows[i].header, rows[i].payload);

    g_assert_cmpstr (kind, ==, rows[i].kind);
  }

  g_assert_null (jot_words_kind (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/kind", test_kinds);

  return g_test_run ();
}
