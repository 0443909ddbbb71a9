/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "words/jot-words.h"

/* 3 June 2026, 14:46 in UTC. */
#define NOW G_GINT64_CONSTANT (1780497960)

static GPtrArray *
describe (const char *text,
          gint64      now)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JwtJson) json = jwt_json_new (bytes);
  g_autoptr (JwtClaims) claims = NULL;

  g_assert_true (jwt_json_is_object (json));
  claims = jwt_claims_new (json);

  return jot_words_claims (claims, now);
}

static void
test_order (void)
{
  static const char * const names[] = {
    "exp", "nbf", "iat", "iss", "aud", "sub", "scope", "jti", "z", "a", "m",
  };
  g_autoptr (GPtrArray) claims =
    describe ("{\"z\":1,\"jti\":\"j\",\"a\":2,\"scope\":\"s\",\"sub\":\"u\","
              "\"aud\":\"d\",\"iss\":\"i\",\"iat\":1,\"m\":3,\"nbf\":1,"
              "\"exp\":2}", NOW);

  g_assert_cmpuint (claims->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < claims->len; i++) {
    JotClaim *claim = g_ptr_array_index (claims, i);

    g_assert_cmpstr (claim->name, ==, names[i]);
  }
}

typedef struct
{
  const char *text;
  const char *sentence;
  const char *caption;
  gboolean    alarming;
} Case;

static const Case cases[] = {
  { "{\"exp\":1780498800}", "Expires in 14 min", "3 June 2026 15:00 local",
    FALSE },
  { "{\"exp\":1780487160}", "Expired 3 h ago", "3 June 2026 11:46 local",
    TRUE },
  { "{\"exp\":1780497960}", "Expired just now", "3 June 2026 14:46 local",
    TRUE },
  { "{\"exp\":1780497960.5}", "Expires in 1 s", "3 June 2026 14:46 local",
    FALSE },
  { "{\"exp\":\"1780498800\"}", "1780498800",
    "“exp” has to be a number, the seconds since 1970, without quotation "
    "marks.", TRUE },
  { "{\"exp\":1e999}", "1e999",
    "“exp” is no time: seconds since 1970 have no such number.", TRUE },
  { "{\"exp\":1780498800000}", "Expires in 56365 years",
    "This looks like milliseconds; JWT uses seconds.", TRUE },
  { "{\"exp\":9223372036854775807}", "Expires in 292277024570 years",
    "9223372036854775807 seconds after 1 January 1970", FALSE },
  { "{\"exp\":-9223372036854775807}", "Expired 292277024626 years ago",
    "-9223372036854775807 seconds after 1 January 1970", TRUE },
  { "{\"nbf\":1780498260}", "Valid from 3 June 2026 14:51 local", "In 5 min",
    TRUE },
  { "{\"nbf\":1780497900}", "Valid from 3 June 2026 14:45 local", "60 s ago",
    FALSE },
  { "{\"nbf\":1780497960}", "Valid from 3 June 2026 14:46 local", "Just now",
    FALSE },
  { "{\"iat\":1780497900}", "Issued 60 s ago", "3 June 2026 14:45 local",
    FALSE },
  { "{\"iat\":1780497960}", "Issued just now", "3 June 2026 14:46 local",
    FALSE },
  { "{\"iat\":1780498260}", "Issued 5 min in the future",
    "3 June 2026 14:51 local", TRUE },
  { "{\"iat\":null}", "null",
    "“iat” has to be a number, the seconds since 1970, without quotation "
    "marks.", TRUE },
  { "{\"iss\":\"https:\\/\\/auth.example.com\"}",
    "Issued by https://auth.example.com", NULL, FALSE },
  { "{\"iss\":7}", "7", "“iss” has to be text, in quotation marks.", TRUE },
  { "{\"aud\":\"orders-api\"}", "Meant for orders-api", NULL, FALSE },
  { "{\"aud\":[\"a\",\"b\"]}", "Meant for a, b", NULL, FALSE },
  { "{\"aud\":[]}", "Meant for nobody", "The list is empty.", TRUE },
  { "{\"aud\":[\"a\",1]}", "[\"a\",1]",
    "“aud” has to be text or a list of texts.", TRUE },
  { "{\"sub\":\"1234\"}", "About 1234", "Usually a user or client identifier",
    FALSE },
  { "{\"sub\":\"a\\u202eb\"}", "About a\\u202eb",
    "Usually a user or client identifier", FALSE },
  { "{\"sub\":\"a\\u0000b\"}", "About a\\u0000b",
    "Usually a user or client identifier", FALSE },
  { "{\"scope\":\"orders:read  orders:write\"}",
    "Allows 2 scopes: orders:read, orders:write", NULL, FALSE },
  { "{\"scope\":\"one\"}", "Allows 1 scope: one", NULL, FALSE },
  { "{\"scope\":[\"a\",\"b\"]}", "Allows 2 scopes: a, b", NULL, FALSE },
  { "{\"scope\":\"\"}", "Allows no scope", NULL, FALSE },
  { "{\"scope\":3}", "3", "Custom claim", FALSE },
  { "{\"jti\":\"b7e4c1d2\"}", "Token ID b7e4c1d2", NULL, FALSE },
  { "{\"role\":\"admin\"}", "admin", "Custom claim", FALSE },
  { "{\"n\":12345678901234567890}", "12345678901234567890", "Custom claim",
    FALSE },
  { "{\"n\":1.10}", "1.10", "Custom claim", FALSE },
  { "{\"n\":1E3}", "1E3", "Custom claim", FALSE },
  { "{\"o\":{ \"a\" :\n[ 1.10, {} ]}}", "{\"a\":[1.10,{}]}", "Custom claim",
    FALSE },
  { "{\"auth_time\":1780497900}", "1780497900", "3 June 2026 14:45 local",
    FALSE },
  { "{\"auth_time\":17}", "17", "Custom claim", FALSE },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) claims = describe (cases[i].text, NOW);
    JotClaim *claim = g_ptr_array_index (claims, 0);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (claims->len, ==, 1);
    g_assert_cmpstr (claim->sentence, ==, cases[i].sentence);
    g_assert_cmpstr (claim->caption, ==, cases[i].caption);
    g_assert_cmpint (claim->alarming, ==, cases[i].alarming);
  }
}

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    const char *value;
  } values[] = {
    { "{\"a\":12345678901234567890}", "12345678901234567890" },
    { "{\"a\":1.10}", "1.10" },
    { "{\"a\":1E3}", "1E3" },
    { "{\"a\":-0}", "-0" },
    { "{\"a\":true}", "true" },
    { "{\"a\":\"x\\ny \\\"z\\\"\"}", "x\ny \"z\"" },
    { "{\"a\":\"x\\u0000y\"}", "x\\u0000y" },
    { "{\"a\":\"\\ud800\"}", "\\ud800" },
    { "{\"a\":\"\\u202e\"}", "\342\200\256" },
    { "{\"a\":[ 1 , 2 ]}", "[ 1 , 2 ]" },
    { "{\"exp\":1780498800}", "1780498800" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (GPtrArray) claims = describe (values[i].text, NOW);
    JotClaim *claim = g_ptr_array_index (claims, 0);

    g_assert_cmpstr (claim->value, ==, values[i].value);
  }
}

static void
test_tooltip (void)
{
  g_autoptr (GPtrArray) claims =
    describe ("{\"exp\":1.7804988e9,\"a\":1}", NOW);
  JotClaim *exp = g_ptr_array_index (claims, 0);
  JotClaim *other = g_ptr_array_index (claims, 1);

  g_assert_cmpstr (exp->tooltip, ==, "3 June 2026 15:00:00 UTC (1.7804988e9)");
  g_assert_null (other->tooltip);
}

static void
test_hidden_name (void)
{
  g_autoptr (GPtrArray) claims =
    describe ("{\"exp\342\200\256\":1,\"exp\\u0000\":2}", NOW);
  JotClaim *bidi = g_ptr_array_index (claims, 0);
  JotClaim *nul = g_ptr_array_index (claims, 1);

  g_assert_cmpstr (bidi->name, ==, "exp\\u202e");
  g_assert_cmpstr (bidi->caption, ==, "Custom claim");
  g_assert_cmpstr (nul->name, ==, "exp\\u0000");
  g_assert_cmpstr (nul->caption, ==, "Custom claim");
}

/* Every date at every extreme time gets words, in whatever order they are. */
static void
test_extremes (void)
{
  static const gint64 times[] = {
    G_MININT64, G_MININT64 + 1, -1, 0, 1, NOW, G_MAXINT64 - 1, G_MAXINT64,
  };
  static const char * const names[] = { "exp", "nbf", "iat" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (times); j++) {
      for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
        g_autofree char *text =
          g_strdup_printf ("{\"%s\":%" G_GINT64_FORMAT "}", names[k], times[i]);
        g_autoptr (GPtrArray) claims = describe (text, times[j]);
        JotClaim *claim = g_ptr_array_index (claims, 0);

        g_assert_cmpstr (claim->sentence, !=, NULL);
        g_assert_cmpstr (claim->caption, !=, NULL);
      }
    }
  }
}

static void
test_long (void)
{
  g_autofree char *filling = g_strnfill (1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf ("{\"sub\":\"%s\"}", filling);
  g_autoptr (GPtrArray) claims = describe (text, NOW);
  JotClaim *claim = g_ptr_array_index (claims, 0);

  g_assert_cmpuint (strlen (claim->sentence), <, 1000);
  g_assert_true (g_str_has_suffix (claim->sentence, "x…"));
  g_assert_cmpstr (claim->value, ==, filling);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) nothing = jot_words_claims (NULL, NOW);
  g_autoptr (GPtrArray) empty = describe ("{}", NOW);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/claims/order", test_order);
  g_test_add_func ("/words/claims/sentences", test_sentences);
  g_test_add_func ("/words/claims/values", test_values);
  g_test_add_func ("/words/claims/tooltip", test_tooltip);
  g_test_add_func ("/words/claims/hidden-name", test_hidden_name);
  g_test_add_func ("/words/claims/extremes", test_extremes);
  g_test_add_func ("/words/claims/long", test_long);
  g_test_add_func ("/words/claims/none", test_none);

  return g_test_run ();
}
