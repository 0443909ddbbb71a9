/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-template.h"

#include <string.h>

#include "agreement.h"
#include "jwt-enums.h"
#include "sample.h"

#define NOW 1780497960

/* The members of each template's texts, in their order. */
static const struct
{
  JwtTemplate which;
  const char *type;
  const char *claims;
} rows[] = {
  { JWT_TEMPLATE_ACCESS_TOKEN, "at+jwt",
    "iss sub aud client_id scope jti iat exp" },
  { JWT_TEMPLATE_ID_TOKEN, "JWT", "iss sub aud nonce iat exp" },
  { JWT_TEMPLATE_SESSION, "JWT", "iss sub aud sid iat exp" },
  { JWT_TEMPLATE_SERVICE, "JWT", "iss sub aud jti iat exp" },
  { JWT_TEMPLATE_MINIMAL, "JWT", "sub iat exp" },
  { JWT_TEMPLATE_EMPTY, "JWT", "" },
};

static char *
dup_names (JwtJson *json)
{
  guint n_members;
  const JwtJsonMember *members = jwt_json_get_members (json, &n_members);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_members; i++)
    g_ptr_array_add (names, jwt_json_dup_string (json, &members[i].name, NULL));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_number (JwtJson    *json,
               const char *name,
               gint64      number)
{
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *literal = jwt_json_dup_literal (json,
                                                   jwt_json_find (json, name));

  g_assert_cmpstr (literal, ==, expected);
}

static void
test_texts (void)
{
  g_autoptr (GEnumClass) all = g_type_class_ref (JWT_TYPE_TEMPLATE);

  g_assert_cmpuint (all->n_values, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *header = jwt_template_get_header (rows[i].which,
                                                       JWT_ALGORITHM_HS384);
    g_autofree char *payload = jwt_template_get_payload (rows[i].which, NOW);
    g_autofree char *expected =
      g_strdup_printf ("{\n  \"alg\": \"HS384\",\n  \"typ\": \"%s\"\n}",
                       rows[i].type);
    g_autoptr (JwtJson) json = sample_json (payload);
    g_autofree char *names = dup_names (json);

    g_assert_cmpstr (header, ==, expected);
    g_assert_no_error (jwt_json_get_problem (json));
    g_assert_cmpstr (names, ==, rows[i].claims);
    if (rows[i].which != JWT_TEMPLATE_EMPTY) {
      assert_number (json, "iat", NOW);
      assert_number (json, "exp", NOW + 900);
    }
  }
}

/* An identifier that is the same in two tokens is none. */
static void
test_fresh (void)
{
  static const char *names[] = { "jti", "nonce", "sid", "jti" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *one = jwt_template_get_payload (i, NOW);
    g_autofree char *other = jwt_template_get_payload (i, NOW);
    g_autoptr (JwtJson) one_json = sample_json (one);
    g_autoptr (JwtJson) other_json = sample_json (other);
    const JwtJsonSpan *span = jwt_json_find (one_json, names[i]);
    g_autofree char *value = jwt_json_dup_string (one_json, span, NULL);

    g_assert_cmpuint (strlen (value), ==, 36);
    g_assert_false (jwt_json_string_equals (other_json,
                                            jwt_json_find (other_json,
                                                           names[i]),
                                            value, strlen (value)));
  }
}

/* What the workbench makes of a template verifies where it is pasted. */
static void
assert_verifies (JwtWorkbench *signer,
                 JwtAlgorithm  algorithm)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  jwt_policy_set_algorithm (jwt_workbench_get_policy (bench), algorithm);
  jwt_workbench_set_time (bench, NOW);
  jwt_workbench_set_key_text (bench, SAMPLE_SECRET, JWT_ENCODING_TEXT);
  jwt_workbench_paste (bench, jwt_workbench_get_token_text (signer));
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==,
                   JWT_SUMMARY_VERIFIED);
}

static void
test_sign (void)
{
  guint n_algorithms;
  const JwtAlgorithmInfo *infos = jwt_algorithm_list (&n_algorithms);

  for (guint i = 0; i < G_N_ELEMENTS (rows) * n_algorithms; i++) {
    JwtAlgorithm algorithm = infos[i % n_algorithms].algorithm;
    g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

    g_signal_connect (bench, "changed", G_CALLBACK (agreement_assert), NULL);
    jwt_policy_set_algorithm (jwt_workbench_get_policy (bench), algorithm);
    jwt_workbench_set_time (bench, NOW);
    jwt_workbench_open_template (bench, rows[i / n_algorithms].which);
    g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_DRAFT);
    jwt_workbench_set_key_text (bench, SAMPLE_SECRET, JWT_ENCODING_TEXT);
    g_assert_cmpint (jwt_workbench_get_summary (bench), ==,
                     JWT_SUMMARY_SIGNED);
    g_assert_false (jwt_workbench_get_can_revert (bench));
    assert_verifies (bench, algorithm);
  }
}

/* A template takes the place of all that was there before. */
static void
test_replaces (void)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();
  g_autofree char *text = sample_token ("{}");

  jwt_workbench_paste (bench, text);
  jwt_workbench_edit_payload (bench, "{");
  jwt_workbench_open_template (bench, JWT_TEMPLATE_EMPTY);
  g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_DRAFT);
  g_assert_cmpstr (jwt_workbench_get_payload_text (bench), ==, "{}");
  g_assert_false (jwt_workbench_get_can_revert (bench));
  jwt_workbench_revert (bench);
  g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_DRAFT);
}

/* "iat" and "exp" change, and not another character. */
static void
test_extend (void)
{
  static const struct { const char *before, *after; } texts[] = {
    { "{}", "{\n  \"iat\": 1000,\n  \"exp\": 1900\n}" },
    { "{\"exp\":1}", "{\"exp\":1900,\"iat\":1000}" },
    { "{ \"exp\" : \"x\", \"iat\":[1,2] ,\"n\":1.10}",
      "{ \"exp\" : 1900, \"iat\":1000 ,\"n\":1.10}" },
    { "{\n\t\"a\": {\"exp\": 7}\n}\n",
      "{\n\t\"a\": {\"exp\": 7},\n\t\"iat\": 1000,\n\t\"exp\": 1900\n}\n" },
    { "{\"\\u0065xp\":1,\"iat\":1}", "{\"\\u0065xp\":1900,\"iat\":1000}" },
  };
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  jwt_workbench_set_time (bench, 1000);
  jwt_workbench_edit_header (bench, SAMPLE_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    jwt_workbench_edit_payload (bench, texts[i].before);
    g_assert_true (jwt_workbench_extend (bench, 900));
    g_assert_cmpstr (jwt_workbench_get_payload_text (bench), ==,
                     texts[i].after);
  }

  jwt_workbench_edit_payload (bench, "[]");
  g_assert_false (jwt_workbench_extend (bench, 900));
  jwt_workbench_edit_payload (bench, "{\"a\":}");
  g_assert_false (jwt_workbench_extend (bench, 900));
  g_assert_cmpstr (jwt_workbench_get_payload_text (bench), ==, "{\"a\":}");
}

/* At the end of time, nothing lasts longer. */
static void
test_end_of_time (void)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();
  g_autofree char *payload = jwt_template_get_payload (JWT_TEMPLATE_MINIMAL,
                                                       G_MAXINT64);
  g_autoptr (JwtJson) json = sample_json (payload);

  assert_number (json, "exp", G_MAXINT64);
  jwt_workbench_set_time (bench, G_MAXINT64 - 1);
  jwt_workbench_edit_payload (bench, "{\"exp\":1,\"iat\":1}");
  g_assert_true (jwt_workbench_extend (bench, 900));
  g_assert_cmpstr (jwt_workbench_get_payload_text (bench), ==,
                   "{\"exp\":9223372036854775807,"
                   "\"iat\":9223372036854775806}");
}

/* Extending is an edit: it makes a draft of what was pasted. */
static void
test_extend_pasted (void)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();
  g_autofree char *text = sample_token ("{\"exp\":1}");

  jwt_workbench_set_time (bench, NOW);
  jwt_workbench_set_key_text (bench, SAMPLE_SECRET, JWT_ENCODING_TEXT);
  jwt_workbench_paste (bench, text);
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==, JWT_SUMMARY_EXPIRED);
  g_assert_true (jwt_workbench_extend (bench, 900));
  g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_SIGNED);
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==, JWT_SUMMARY_SIGNED);
  jwt_workbench_revert (bench);
  g_assert_cmpstr (jwt_workbench_get_token_text (bench), ==, text);
}

static void
test_clock (void)
{
  static const struct { const char *payload; gboolean needed; } texts[] = {
    { "{}", FALSE }, { "{\"exp\":2000}", TRUE }, { "{\"nbf\":1}", TRUE },
    { "{\"iat\":1}", TRUE }, { "{\"exp\":\"x\"}", FALSE }, { "[1]", FALSE },
  };
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = sample_token (texts[i].payload);

    jwt_workbench_paste (bench, text);
    g_assert_true (jwt_workbench_needs_clock (bench) == texts[i].needed);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/texts", test_texts);
  g_test_add_func ("/template/fresh", test_fresh);
  g_test_add_func ("/template/sign", test_sign);
  g_test_add_func ("/template/replaces", test_replaces);
  g_test_add_func ("/template/extend", test_extend);
  g_test_add_func ("/template/end-of-time", test_end_of_time);
  g_test_add_func ("/template/extend-pasted", test_extend_pasted);
  g_test_add_func ("/template/clock", test_clock);

  return g_test_run ();
}
