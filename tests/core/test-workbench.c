/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-workbench.h"

#include <string.h>

#include "agreement.h"
#include "sample.h"

#define NOW 1000

/* A workbench, and what it has told since it was last asked. */
typedef struct
{
  JwtWorkbench *bench;
  guint         n_changed;
  guint         n_notified;
} Fixture;

static void
changed_cb (JwtWorkbench *bench,
            Fixture      *fixture)
{
  fixture->n_changed++;
  agreement_assert (bench);
}

static void
notify_cb (JwtWorkbench *bench,
           GParamSpec   *pspec,
           Fixture      *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->bench = jwt_workbench_new ();
  jwt_workbench_set_time (fixture->bench, NOW);
  g_signal_connect (fixture->bench, "changed", G_CALLBACK (changed_cb),
                    fixture);
  g_signal_connect (fixture->bench, "notify", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  agreement_assert (fixture->bench);
  g_assert_finalize_object (fixture->bench);
}

static void
give_key (Fixture    *fixture,
          const char *secret)
{
  jwt_workbench_set_key_text (fixture->bench, secret, JWT_ENCODING_TEXT);
}

static char *
paste_sample (Fixture    *fixture,
              const char *payload)
{
  char *text = sample_token (payload);

  g_assert_cmpint (jwt_workbench_paste (fixture->bench, text), ==,
                   JWT_REMOVED_NOTHING);

  return text;
}

static void
start_with (Fixture    *fixture,
            const char *payload)
{
  g_autofree char *text = paste_sample (fixture, payload);

  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
}

static void
assert_state (Fixture    *fixture,
              JwtOwner    owner,
              JwtSummary  summary)
{
  g_assert_cmpint (jwt_workbench_get_owner (fixture->bench), ==, owner);
  g_assert_cmpint (jwt_workbench_get_summary (fixture->bench), ==, summary);
}

/* How often the workbench told of a change since the last question. */
static void
assert_told_once (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_notified, >, 0);
  fixture->n_changed = fixture->n_notified = 0;
}

static void
assert_told_nobody (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_notified, ==, 0);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  assert_state (fixture, JWT_OWNER_NOBODY, JWT_SUMMARY_EMPTY);
  g_assert_false (jwt_workbench_needs_clock (fixture->bench));
  g_assert_false (jwt_workbench_extend (fixture->bench, 900));
  jwt_workbench_revert (fixture->bench);
  jwt_workbench_clear (fixture->bench);
  assert_state (fixture, JWT_OWNER_NOBODY, JWT_SUMMARY_EMPTY);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = sample_token (SAMPLE_PAYLOAD);
  g_autofree char *around = g_strdup_printf ("Bearer %s\n", text);

  g_assert_cmpint (jwt_workbench_paste (fixture->bench, around), ==,
                   JWT_REMOVED_WHITESPACE | JWT_REMOVED_BEARER_PREFIX);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_NOT_CHECKED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  g_assert_cmpstr (jwt_workbench_get_header_text (fixture->bench), ==,
                   "{\n  \"alg\": \"HS256\",\n  \"typ\": \"JWT\"\n}");
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==,
                   "{\n  \"sub\": \"1234\",\n  \"n\": 1.10,\n"
                   "  \"exp\": 2000\n}");
}

/* Rule 1: what has nothing in it is no paste, and takes nothing away. */
static void
test_paste_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *nothing[] = { "", " ", "\n\t\r\n", "\"\"", "\xef\xbb\xbf",
                                   "' ` ` '" };

  start_with (fixture, SAMPLE_PAYLOAD);
  jwt_workbench_edit_payload (fixture->bench, "{\"draft\":1}");
  fixture->n_changed = fixture->n_notified = 0;

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_cmpint (jwt_workbench_paste (fixture->bench, nothing[i]), ==,
                     JWT_REMOVED_NOTHING);

  assert_told_nobody (fixture);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
}

/* The key only checks what was pasted. */
static void
test_key_checks (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = paste_sample (fixture, SAMPLE_PAYLOAD);

  fixture->n_changed = 0;
  give_key (fixture, SAMPLE_SECRET);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);

  give_key (fixture, SAMPLE_SECRET "?");
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);

  give_key (fixture, "");
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_NOT_CHECKED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
}

/* Without a key the old signature goes, and with one a new one comes; what a
 * person wrote is signed without its white space and is otherwise the same. */
static void
test_edit_payload (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *edited = sample_token ("{\"n\":1E3,\"sub\":\"\\u0061\"}");
  g_autofree char *draft = g_strndup (edited,
                                      strrchr (edited, '.') + 1 - edited);

  start_with (fixture, SAMPLE_PAYLOAD);
  fixture->n_changed = 0;
  jwt_workbench_edit_payload (fixture->bench,
                              "{ \"n\": 1E3,\r\n\t\"sub\" : \"\\u0061\" }");
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, draft);
  g_assert_true (jwt_workbench_is_changed (fixture->bench, JWT_PART_PAYLOAD));
  g_assert_false (jwt_workbench_is_changed (fixture->bench, JWT_PART_HEADER));

  give_key (fixture, SAMPLE_SECRET);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, edited);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==,
                   "{ \"n\": 1E3,\r\n\t\"sub\" : \"\\u0061\" }");
  g_assert_true (jwt_workbench_get_can_revert (fixture->bench));
}

static void
test_edit_header (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *edited = sample_sign ("{\"alg\":\"HS256\"}", "{}",
                                         JWT_ALGORITHM_HS256, SAMPLE_SECRET);

  start_with (fixture, "{}");
  give_key (fixture, SAMPLE_SECRET);
  fixture->n_changed = 0;
  jwt_workbench_edit_header (fixture->bench, "{\"alg\":\"HS256\"}");
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, edited);
  g_assert_true (jwt_workbench_is_changed (fixture->bench, JWT_PART_HEADER));
  g_assert_false (jwt_workbench_is_changed (fixture->bench, JWT_PART_PAYLOAD));
}

/* Each key signs what was typed anew, and nothing in between says otherwise:
 * changed_cb() looks at every step. */
static void
test_key_signs (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *secrets[] = { SAMPLE_SECRET, SAMPLE_SECRET "1",
                                   SAMPLE_SECRET "2", SAMPLE_SECRET };

  jwt_workbench_edit_header (fixture->bench, SAMPLE_HEADER);
  jwt_workbench_edit_payload (fixture->bench, SAMPLE_PAYLOAD);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autofree char *text = sample_sign (SAMPLE_HEADER, SAMPLE_PAYLOAD,
                                         JWT_ALGORITHM_HS256, secrets[i]);

    fixture->n_changed = 0;
    give_key (fixture, secrets[i]);
    assert_told_once (fixture);
    assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
    g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  }

  give_key (fixture, "");
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
  g_assert_false (jwt_workbench_get_can_revert (fixture->bench));
}

/* The policy may be changed by others than the workbench. */
static void
test_policy_signs (Fixture       *fixture,
                   gconstpointer  data)
{
  JwtPolicy *policy = jwt_workbench_get_policy (fixture->bench);
  g_autoptr (JwtKey) one = sample_key (SAMPLE_SECRET);
  g_autoptr (JwtKey) other = sample_key (SAMPLE_SECRET "?");

  jwt_workbench_edit_header (fixture->bench, SAMPLE_HEADER);
  jwt_workbench_edit_payload (fixture->bench, SAMPLE_PAYLOAD);
  fixture->n_changed = 0;

  jwt_policy_set_key (policy, one);
  assert_told_once (fixture);
  jwt_policy_set_key (policy, other);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);

  jwt_policy_set_algorithm (policy, JWT_ALGORITHM_HS512);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
  g_assert_error (jwt_workbench_get_problem (fixture->bench), JWT_ERROR,
                  JWT_ERROR_ALG_MISMATCH);

  jwt_policy_set_algorithm (policy, JWT_ALGORITHM_HS256);
  jwt_policy_set_issuer (policy, "somebody");
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_WRONG_ISSUER);
}

/* Rule 3: a token is never signed with another algorithm than its header says,
 * nor with one that is not expected. */
static void
test_header_algorithm (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { const char *header; JwtError code; } rows[] = {
    { "{\"alg\":\"HS512\"}", JWT_ERROR_ALG_MISMATCH },
    { "{\"alg\":\"hs256\"}", JWT_ERROR_ALG_MISMATCH },
    { "{\"alg\":\"HS256\\u0000\"}", JWT_ERROR_ALG_MISMATCH },
    { "{\"alg\":\"RS256\"}", JWT_ERROR_ALG_MISMATCH },
    { "{\"alg\":[\"HS256\"]}", JWT_ERROR_ALG_TYPE },
    { "{}", JWT_ERROR_ALG_MISSING },
    { "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", JWT_ERROR_CRIT },
    { "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
      JWT_ERROR_UNENCODED_PAYLOAD },
  };

  give_key (fixture, SAMPLE_SECRET);
  jwt_workbench_edit_payload (fixture->bench, "{}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    jwt_workbench_edit_header (fixture->bench, rows[i].header);
    assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
    g_assert_error (jwt_workbench_get_problem (fixture->bench), JWT_ERROR,
                    (int) rows[i].code);
  }

  jwt_workbench_edit_header (fixture->bench, "{\"alg\":\"nOnE\"}");
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_UNSECURED);
  jwt_workbench_edit_header (fixture->bench, "{\"\\u0061lg\":\"HS\\u003256\"}");
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
}

/* Rule 4: the token's text stays as it was until the JSON is JSON again. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *broken[] = {
    "", " ", "{", "{}}", "[]", "1", "null", "\"{}\"", "{\"a\":1,\"a\":1}",
    "{\"a\":1,\"\\u0061\":1}", "{'a':1}", "\xef\xbb\xbf{}",
  };
  g_autofree char *text = paste_sample (fixture, "{\"x\":1}");

  give_key (fixture, SAMPLE_SECRET);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    jwt_workbench_edit_payload (fixture->bench, broken[i]);
    assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_PAYLOAD);
    g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
    g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==,
                     broken[i]);
    g_assert_true (jwt_workbench_get_can_revert (fixture->bench));

    jwt_workbench_edit_payload (fixture->bench, "{}");
    assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
    jwt_workbench_edit_header (fixture->bench, broken[i]);
    assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_HEADER);
    jwt_workbench_revert (fixture->bench);
  }
}

/* Neither of the editors may hide that the other one's text is missing. */
static void
test_from_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  jwt_workbench_edit_header (fixture->bench, "{\"alg\":\"HS256\"}");
  assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_PAYLOAD);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, "");
  jwt_workbench_edit_payload (fixture->bench, "{}");
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);

  jwt_workbench_edit_header (fixture->bench, "");
  assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_HEADER);
  jwt_workbench_edit_payload (fixture->bench, "");
  assert_state (fixture, JWT_OWNER_NOBODY, JWT_SUMMARY_EMPTY);
}

static void
test_undecodable (Fixture       *fixture,
                  gconstpointer  data)
{
  jwt_workbench_edit_token (fixture->bench, "gibberish!");
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_MALFORMED);
  g_assert_null (jwt_workbench_get_payload_text (fixture->bench));

  jwt_workbench_edit_payload (fixture->bench, "{}");
  assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_HEADER);
  g_assert_false (jwt_workbench_is_changed (fixture->bench, JWT_PART_HEADER));
  jwt_workbench_edit_payload (fixture->bench, "");
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_MALFORMED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==,
                   "gibberish!");
}

/* A payload that is no JSON is shown in its own lines, made visible. */
static void
test_shown_text (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { const char *payload, *shown; } rows[] = {
    { "{\n\t\"a\": 1,\n}", "{\n\t\"a\": 1,\n}" },
    { "{\r\n}}\r\n", "{\r\n}}\r\n" },
    { "plain", "plain" },
    { "a\xe2\x80\xae" "b\x1b[1m", "a\\u202eb\\u001b[1m" },
    { "\xff\xfe", NULL },
    { "{\"a\":\"\xe2\x80\xae\"}", "{\n  \"a\": \"\\u202e\"\n}" },
    { "[1]", "[\n  1\n]" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    start_with (fixture, rows[i].payload);
    g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==,
                     rows[i].shown);
  }
}

/* Rule 5: back to the pasted text, byte for byte, however it is set out. */
static void
test_revert (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = paste_sample (fixture, "{ \"x\" : 1.0e+1 }\n");
  const char *shown = "{\n  \"x\": 1.0e+1\n}";

  give_key (fixture, SAMPLE_SECRET "?");
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);
  jwt_workbench_edit_payload (fixture->bench, "{}");
  jwt_workbench_edit_header (fixture->bench, "{\"alg\":\"HS256\"}");
  fixture->n_changed = 0;
  jwt_workbench_revert (fixture->bench);
  assert_told_once (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, shown);

  jwt_workbench_edit_payload (fixture->bench, "{");
  jwt_workbench_edit_payload (fixture->bench, shown);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
}

/* What was pasted comes back whole even where nothing of its text changes. */
static void
test_paste_again (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *text = paste_sample (fixture, "{\"x\":1}");
  g_autofree char *shown =
    g_strdup (jwt_workbench_get_payload_text (fixture->bench));

  jwt_workbench_edit_payload (fixture->bench, "{\"x\":");
  assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_PAYLOAD);
  jwt_workbench_paste (fixture->bench, text);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_NOT_CHECKED);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, shown);

  /* Another spelling of the same token. */
  give_key (fixture, SAMPLE_SECRET);
  jwt_workbench_edit_payload (fixture->bench, "{ \"x\": 1 }");
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  jwt_workbench_paste (fixture->bench, text);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, shown);
}

/* Rule 1: typing in the token makes it the owner again. */
static void
test_edit_token (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = paste_sample (fixture, "{}");
  g_autofree char *longer = g_strconcat (text, "!", NULL);

  jwt_workbench_edit_payload (fixture->bench, "{\"x\":1}");
  jwt_workbench_edit_token (fixture->bench, longer);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_MALFORMED);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, "{}");
  jwt_workbench_edit_token (fixture->bench, text);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_NOT_CHECKED);

  jwt_workbench_edit_token (fixture->bench, "");
  assert_state (fixture, JWT_OWNER_NOBODY, JWT_SUMMARY_EMPTY);
  g_assert_null (jwt_workbench_get_payload_text (fixture->bench));
}

static void
test_same_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = paste_sample (fixture, SAMPLE_PAYLOAD);
  g_autofree char *header =
    g_strdup (jwt_workbench_get_header_text (fixture->bench));
  g_autofree char *payload =
    g_strdup (jwt_workbench_get_payload_text (fixture->bench));

  give_key (fixture, SAMPLE_SECRET);
  fixture->n_changed = fixture->n_notified = 0;

  jwt_workbench_edit_token (fixture->bench, text);
  jwt_workbench_edit_header (fixture->bench, header);
  jwt_workbench_edit_payload (fixture->bench, payload);
  jwt_workbench_set_time (fixture->bench, NOW);
  give_key (fixture, SAMPLE_SECRET);
  jwt_workbench_revert (fixture->bench);
  assert_told_nobody (fixture);

  jwt_workbench_clear (fixture->bench);
  give_key (fixture, "");
  fixture->n_changed = fixture->n_notified = 0;
  jwt_workbench_edit_token (fixture->bench, "");
  jwt_workbench_edit_header (fixture->bench, "");
  jwt_workbench_edit_payload (fixture->bench, "");
  give_key (fixture, "");
  assert_told_nobody (fixture);
}

/* A part of a text that is shown is a text like another. */
static void
test_own_texts (Fixture       *fixture,
                gconstpointer  data)
{
  JwtWorkbench *bench = fixture->bench;

  jwt_workbench_edit_header (bench, "  " SAMPLE_HEADER);
  jwt_workbench_edit_payload (bench, "  {}");
  jwt_workbench_edit_header (bench, jwt_workbench_get_header_text (bench) + 1);
  jwt_workbench_edit_payload (bench,
                              jwt_workbench_get_payload_text (bench) + 1);
  g_assert_cmpstr (jwt_workbench_get_header_text (bench), ==,
                   " " SAMPLE_HEADER);
  g_assert_cmpstr (jwt_workbench_get_payload_text (bench), ==, " {}");
  jwt_workbench_edit_token (bench, jwt_workbench_get_token_text (bench) + 1);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_MALFORMED);
}

static void
test_key_problem (Fixture       *fixture,
                  gconstpointer  data)
{
  jwt_workbench_open_template (fixture->bench, JWT_TEMPLATE_MINIMAL);
  jwt_workbench_set_key_text (fixture->bench, "no hex", JWT_ENCODING_HEX);
  g_assert_error (jwt_workbench_get_key_problem (fixture->bench), JWT_ERROR,
                  JWT_ERROR_KEY_MALFORMED);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);

  jwt_workbench_set_key_text (fixture->bench, SAMPLE_WEAK, JWT_ENCODING_TEXT);
  g_assert_null (jwt_workbench_get_key_problem (fixture->bench));
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_UNSAFE_SECRET);

  /* The same text is another key in another encoding. */
  jwt_workbench_set_key_text (fixture->bench,
                              "0123456789abcdef0123456789abcdef"
                              "0123456789abcdef0123456789abcdef",
                              JWT_ENCODING_HEX);
  g_assert_cmpuint (jwt_key_get_size (jwt_policy_get_key (
                      jwt_workbench_get_policy (fixture->bench))), ==, 32);
  jwt_workbench_set_key_text (fixture->bench,
                              "0123456789abcdef0123456789abcdef"
                              "0123456789abcdef0123456789abcdef",
                              JWT_ENCODING_TEXT);
  g_assert_cmpuint (jwt_key_get_size (jwt_policy_get_key (
                      jwt_workbench_get_policy (fixture->bench))), ==, 64);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
}

/* A key that may only check makes a draft of every edit. */
static void
test_key_that_only_checks (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *k = sample_encode (SAMPLE_SECRET);
  g_autofree char *jwk =
    g_strdup_printf ("{\"kty\":\"oct\",\"key_ops\":[\"verify\"],\"k\":\"%s\"}",
                     k);

  start_with (fixture, "{}");
  give_key (fixture, jwk);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  jwt_workbench_edit_payload (fixture->bench, "{\"x\":1}");
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
  g_assert_error (jwt_workbench_get_problem (fixture->bench), JWT_ERROR,
                  JWT_ERROR_KEY_FAMILY);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, func) \
  g_test_add ("/workbench/" name, Fixture, NULL, set_up, func, tear_down)

  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("paste", test_paste);
  ADD ("paste-nothing", test_paste_nothing);
  ADD ("key-checks", test_key_checks);
  ADD ("edit-payload", test_edit_payload);
  ADD ("edit-header", test_edit_header);
  ADD ("key-signs", test_key_signs);
  ADD ("policy-signs", test_policy_signs);
  ADD ("header-algorithm", test_header_algorithm);
  ADD ("invalid", test_invalid);
  ADD ("from-nothing", test_from_nothing);
  ADD ("undecodable", test_undecodable);
  ADD ("shown-text", test_shown_text);
  ADD ("revert", test_revert);
  ADD ("paste-again", test_paste_again);
  ADD ("edit-token", test_edit_token);
  ADD ("same-again", test_same_again);
  ADD ("own-texts", test_own_texts);
  ADD ("key-problem", test_key_problem);
  ADD ("key-that-only-checks", test_key_that_only_checks);

  return g_test_run ();
}
