/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

/* "street" by "_sd", and a list's element by "..."; see RFC 9901 §4.2.4. The
 * third one is vouched for by nothing, the fourth is no disclosure. */
#define TOKEN \
  "eyJhbGciOiJIUzI1NiJ9." \
  "eyJzdWIiOiIxIiwiX3NkIjpbIml6S3ZfQ09ub0MxWjUzS3RhZG1FVFNacGVRX1dUWDZNOVVIMk" \
  "dlQUFCUUEiXSwibGlzdCI6W3siLi4uIjoiUl9oNWUyZnBuV0dFMExDMGVKOXByYTVFYXJ0MUd3" \
  "RkhtLTVEd1lCZ0ZGVSJ9XX0.AAAA"
#define DISCLOSURES \
  "~WyJzYWx0Iiwic3RyZWV0IiwiTWFpbiDigK4gMSJd~WyJzYWx0Iiw0Ml0" \
  "~WyJzYWx0IiwiYWRtaW4iLHRydWVd~W10~"

static GPtrArray *
describe (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtToken) token = jwt_token_new (bytes);
  GPtrArray *claims = jot_words_claims (NULL, 0);

  jot_words_add_disclosures (claims, token);

  return claims;
}

static void
test_disclosed (void)
{
  static const struct
  {
    const char *name;
    const char *sentence;
    const char *value;
    gboolean    alarming;
  } rows[] = {
    { "street", "Main \\u202e 1", "Main \xe2\x80\xae 1", FALSE },
    { "…", "42", "42", FALSE },
    { "admin", "true", "true", TRUE },
    { "…", "This disclosure cannot be read", "W10", TRUE },
  };
  g_autoptr (GPtrArray) claims = describe (TOKEN DISCLOSURES);

  g_assert_cmpuint (claims->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < claims->len; i++) {
    JotClaim *claim = g_ptr_array_index (claims, i);

    g_assert_cmpstr (claim->name, ==, rows[i].name);
    g_assert_cmpstr (claim->sentence, ==, rows[i].sentence);
    g_assert_cmpstr (claim->value, ==, rows[i].value);
    g_assert_cmpint (claim->alarming, ==, rows[i].alarming);
    g_assert_cmpstr (claim->caption, ==,
                     rows[i].alarming
                     ? "Not vouched for: no digest of it is in the token"
                     : "Disclosed; its digest is in the token");
  }
}

static void
test_other_tokens (void)
{
  static const char * const texts[] = { TOKEN, TOKEN "~", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) claims = describe (texts[i]);

    g_assert_cmpuint (claims->len, ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/disclosures/disclosed", test_disclosed);
  g_test_add_func ("/words/disclosures/other-tokens", test_other_tokens);

  return g_test_run ();
}
