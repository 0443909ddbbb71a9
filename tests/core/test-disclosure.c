/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-disclosure.h"

#include <string.h>

#include "sample.h"

static char *
dup_digest (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) encoded = NULL;
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_get_digest (checksum, digest, &size);
  encoded = jwt_encoding_encode (JWT_ENCODING_BASE64URL, digest, size);

  return g_strndup (g_bytes_get_data (encoded, NULL),
                    g_bytes_get_size (encoded));
}

/* Reads the disclosures of a token with this payload. */
static GPtrArray *
list (const char *payload,
      const char *disclosures)
{
  g_autofree char *signed_text = sample_token (payload);
  g_autofree char *text = g_strdup_printf ("%s~%s", signed_text, disclosures);
  g_autoptr (JwtToken) token = sample_read (text);

  return jwt_disclosure_list (token);
}

/* RFC 9901 §4.2.1 and §4.2.2: of a member and of an array's element, each with
 * its digest in the payload, and one that has none there. */
static void
test_match (void)
{
  g_autofree char *member = sample_encode ("[\"salt\", \"name\", {\"a\": 1.10}]");
  g_autofree char *element = sample_encode ("[\"salt\",\"DE\"]");
  g_autofree char *other = sample_encode ("[\"salt\",\"x\",1]");
  g_autofree char *one = dup_digest (member);
  g_autofree char *two = dup_digest (element);
  g_autofree char *payload =
    g_strdup_printf ("{\"_sd\":[\"%s\"],\"l\":[{\"...\":\"%s\"}]}", one, two);
  g_autofree char *text = g_strdup_printf ("%s~%s~%s~", member, element, other);
  g_autoptr (GPtrArray) found = list (payload, text);
  JwtDisclosure *first = g_ptr_array_index (found, 0);
  JwtDisclosure *second = g_ptr_array_index (found, 1);
  JwtDisclosure *third = g_ptr_array_index (found, 2);
  g_autoptr (JwtJson) value = jwt_disclosure_dup_value (first);

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (first->name, ==, "name");
  g_assert_null (second->name);
  g_assert_true (first->matched && second->matched);
  g_assert_false (third->matched);
  g_assert_cmpmem (g_bytes_get_data (jwt_json_get_text (value), NULL),
                   g_bytes_get_size (jwt_json_get_text (value)),
                   "{\"a\": 1.10}", 11);
}

/* A digest that stands anywhere else is none. */
static void
test_no_match (void)
{
  static const char *payloads[] = {
    "{\"_sd\":\"%s\"}", "{\"x\":[\"%s\"]}", "{\"x\":{\"_SD\":[\"%s\"]}}",
    "{\"_sd\":[[\"%s\"]]}", "{\"_sd\":{\"x\":\"%s\"}}",
    "{\"_sd\":[\"%s\"],\"_sd_alg\":\"md5\"}",
    "{\"_sd\":[\"%s\"],\"_sd_alg\":\"sha-512\"}",
    "{\"_sd\":[\"%s\"],\"_sd_alg\":256}",
  };
  g_autofree char *disclosure = sample_encode ("[\"s\",\"x\",1]");
  g_autofree char *text = g_strconcat (disclosure, "~", NULL);
  g_autofree char *digest = dup_digest (disclosure);

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++) {
    g_auto (GStrv) parts = g_strsplit (payloads[i], "%s", 2);
    g_autofree char *payload = g_strjoinv (digest, parts);
    g_autoptr (GPtrArray) found = list (payload, text);

    g_test_message ("%s", payload);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_false (((JwtDisclosure *) g_ptr_array_index (found, 0))->matched);
  }
}

static void
test_malformed (void)
{
  static const char *texts[] = { "", "!", "A", "{}", "[]", "[\"s\"]",
                                 "[1,\"x\",1]", "[\"s\",1,1]",
                                 "[\"s\",\"x\",1,1]", "[\"s\",\"x\",]", "\"s\"",
                                 "[\"s\",\"x\",{\"a\":1,\"a\":1}]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *encoded = sample_encode (texts[i]);
    g_autofree char *text = g_strconcat (i < 3 ? texts[i] : encoded, "~", NULL);
    g_autoptr (GPtrArray) found = list ("{}", text);
    JwtDisclosure *only = g_ptr_array_index (found, 0);

    g_test_message ("row %u", i);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_nonnull (only->problem);
    g_assert_null (only->json);
    g_assert_null (jwt_disclosure_dup_value (only));
    g_assert_false (only->matched);
  }
}

static void
test_key_binding (void)
{
  static const struct { const char *disclosures; gboolean bound; guint n; }
  rows[] = {
    { "", FALSE, 0 }, { "W10~", FALSE, 1 }, { "a.b.c", TRUE, 0 },
    { "W10~a.b.c", TRUE, 1 }, { "~~", FALSE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("%s~%s", SAMPLE_RFC_TOKEN,
                                             rows[i].disclosures);
    g_autoptr (JwtToken) token = sample_read (text);
    g_autoptr (GPtrArray) found = jwt_disclosure_list (token);

    g_assert_true (jwt_token_has_key_binding (token) == rows[i].bound);
    g_assert_cmpuint (found->len, ==, rows[i].n);
  }
}

/* Each stands in the next one, the innermost first, behind a large one that is
 * nobody's: what is hashed is hashed once. */
static void
test_chain (void)
{
  g_autofree char *filling = g_strnfill (4 * 1024 * 1024, 'x');
  g_autofree char *large = g_strdup_printf ("[\"s\",\"%s\"]", filling);
  g_autofree char *large_text = sample_encode (large);
  g_autoptr (GString) text = g_string_new (large_text);
  g_autofree char *inner = sample_encode ("[\"s\",\"x\",0]");
  g_autofree char *payload = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 900; i++) {
    g_autofree char *digest = dup_digest (inner);
    g_autofree char *outer = g_strdup_printf ("[\"s\",\"x\",{\"_sd\":[\"%s\"]}]",
                                              digest);

    g_string_append_printf (text, "~%s", inner);
    g_free (inner);
    inner = sample_encode (outer);
  }
  g_string_append_printf (text, "~%s~", inner);
  last = dup_digest (inner);
  payload = g_strdup_printf ("{\"_sd\":[\"%s\"]}", last);
  found = list (payload, text->str);

  g_assert_cmpuint (found->len, ==, 902);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (((JwtDisclosure *) g_ptr_array_index (found, i))->matched ==
                   (i > 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/match", test_match);
  g_test_add_func ("/disclosure/no-match", test_no_match);
  g_test_add_func ("/disclosure/malformed", test_malformed);
  g_test_add_func ("/disclosure/key-binding", test_key_binding);
  g_test_add_func ("/disclosure/chain", test_chain);

  return g_test_run ();
}
