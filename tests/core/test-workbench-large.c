/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-workbench.h"

#include <string.h>

#include "agreement.h"
#include "sample.h"

/* A workbench, and what it has told. */
typedef struct
{
  JwtWorkbench *bench;
  guint         n_changed;
  GString      *busy;   /* one letter for each time that "busy" was told */
} Fixture;

static void
changed_cb (JwtWorkbench *bench,
            Fixture      *fixture)
{
  fixture->n_changed++;
  agreement_assert (bench);
}

static void
busy_cb (JwtWorkbench *bench,
         GParamSpec   *pspec,
         Fixture      *fixture)
{
  g_string_append_c (fixture->busy,
                     jwt_workbench_get_busy (bench) ? 'b' : '-');
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->bench = jwt_workbench_new ();
  fixture->busy = g_string_new (NULL);
  jwt_workbench_set_time (fixture->bench, 1000);
  jwt_workbench_set_key_text (fixture->bench, SAMPLE_SECRET,
                              JWT_ENCODING_TEXT);
  g_signal_connect (fixture->bench, "changed", G_CALLBACK (changed_cb),
                    fixture);
  g_signal_connect (fixture->bench, "notify::busy", G_CALLBACK (busy_cb),
                    fixture);
}

static void
wait (Fixture *fixture)
{
  while (jwt_workbench_get_busy (fixture->bench))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->bench != NULL) {
    wait (fixture);
    agreement_assert (fixture->bench);
    g_signal_handlers_disconnect_by_data (fixture->bench, fixture);
    g_object_unref (fixture->bench);
  }
  g_string_free (fixture->busy, TRUE);
}

/* A payload whose token is too large to be read at once. */
static char *
dup_large (char letter)
{
  g_autofree char *filling = g_strnfill (JWT_DECODER_THREAD_SIZE, letter);

  return g_strdup_printf ("{\"x\":\"%s\"}", filling);
}

static void
assert_state (Fixture    *fixture,
              JwtOwner    owner,
              JwtSummary  summary)
{
  g_assert_cmpint (jwt_workbench_get_owner (fixture->bench), ==, owner);
  g_assert_cmpint (jwt_workbench_get_summary (fixture->bench), ==, summary);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *text = sample_token (payload);

  jwt_workbench_paste (fixture->bench, text);
  g_assert_true (jwt_workbench_get_busy (fixture->bench));
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_EMPTY);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  wait (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpstr (fixture->busy->str, ==, "b-");
  g_assert_true (strstr (jwt_workbench_get_payload_text (fixture->bench),
                         "aaaa") != NULL);
}

/* The text before must not lend its good name to one that is not yet read. */
static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *good = sample_token ("{}");
  g_autofree char *payload = dup_large ('f');
  g_autofree char *forged = sample_sign (SAMPLE_HEADER, payload,
                                         JWT_ALGORITHM_HS256, "forger");

  jwt_workbench_paste (fixture->bench, good);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  jwt_workbench_paste (fixture->bench, forged);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_EMPTY);
  wait (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);
}

static void
test_last_wins (Fixture       *fixture,
                gconstpointer  data)
{
  for (char letter = 'a'; letter <= 'h'; letter++) {
    g_autofree char *payload = dup_large (letter);
    g_autofree char *text = sample_token (payload);

    jwt_workbench_paste (fixture->bench, text);
  }
  wait (fixture);

  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  g_assert_true (strstr (jwt_workbench_get_payload_text (fixture->bench),
                         "hhhh") != NULL);
}

/* A small text after a large one is read at once, and nothing comes after. */
static void
test_small_wins (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *large = sample_token (payload);
  g_autofree char *small = sample_token ("{\"small\":1}");
  guint n_changed;

  jwt_workbench_paste (fixture->bench, large);
  jwt_workbench_paste (fixture->bench, small);
  g_assert_false (jwt_workbench_get_busy (fixture->bench));
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  n_changed = fixture->n_changed;

  for (guint i = 0; i < 50; i++) {
    g_usleep (1000);
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, small);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==,
                   "{\n  \"small\": 1\n}");
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *text = sample_token (payload);

  jwt_workbench_paste (fixture->bench, text);
  jwt_workbench_clear (fixture->bench);
  g_assert_false (jwt_workbench_get_busy (fixture->bench));
  assert_state (fixture, JWT_OWNER_NOBODY, JWT_SUMMARY_EMPTY);
}

/* What is signed here is never judged with a key that did not sign it. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *one = dup_large ('a');
  g_autofree char *other = dup_large ('b');

  jwt_workbench_edit_header (fixture->bench, SAMPLE_HEADER);
  jwt_workbench_edit_payload (fixture->bench, one);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);
  g_assert_true (jwt_workbench_get_busy (fixture->bench));
  wait (fixture);

  jwt_workbench_set_key_text (fixture->bench, SAMPLE_SECRET "?",
                              JWT_ENCODING_TEXT);
  jwt_workbench_edit_payload (fixture->bench, other);
  jwt_workbench_set_key_text (fixture->bench, SAMPLE_SECRET "!",
                              JWT_ENCODING_TEXT);
  jwt_workbench_set_time (fixture->bench, 2000);
  wait (fixture);
  assert_state (fixture, JWT_OWNER_SIGNED, JWT_SUMMARY_SIGNED);

  jwt_workbench_set_key_text (fixture->bench, "", JWT_ENCODING_TEXT);
  assert_state (fixture, JWT_OWNER_DRAFT, JWT_SUMMARY_DRAFT);
  jwt_workbench_edit_payload (fixture->bench, "{");
  assert_state (fixture, JWT_OWNER_NOT_UPDATED, JWT_SUMMARY_INVALID_PAYLOAD);
}

/* What was expected meanwhile counts for what was read meanwhile. */
static void
test_policy_moves_on (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *text = sample_token (payload);

  jwt_workbench_paste (fixture->bench, text);
  jwt_workbench_set_key_text (fixture->bench, SAMPLE_SECRET "?",
                              JWT_ENCODING_TEXT);
  jwt_workbench_set_time (fixture->bench, 3000);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_EMPTY);
  wait (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_SIGNATURE_MISMATCH);
  g_assert_cmpint (jwt_verdict_get_time (
                     jwt_workbench_get_verdict (fixture->bench)), ==, 3000);
}

static void
test_revert (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *text = sample_token (payload);
  g_autofree char *shown = NULL;

  jwt_workbench_paste (fixture->bench, text);
  wait (fixture);
  shown = g_strdup (jwt_workbench_get_payload_text (fixture->bench));
  jwt_workbench_edit_payload (fixture->bench, "{}");
  jwt_workbench_revert (fixture->bench);
  wait (fixture);
  assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_VERIFIED);
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->bench), ==, text);
  g_assert_cmpstr (jwt_workbench_get_payload_text (fixture->bench), ==, shown);
}

/* Whoever closes the window need not wait for the thread. */
static void
test_dispose (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *payload = dup_large ('a');
  g_autofree char *text = sample_token (payload);

  jwt_workbench_paste (fixture->bench, text);
  g_assert_true (jwt_workbench_get_busy (fixture->bench));
  g_assert_finalize_object (g_steal_pointer (&fixture->bench));

  for (guint i = 0; i < 100; i++) {
    g_usleep (1000);
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Anything of ten megabytes gets an answer; what is not UTF-8 has three times
 * as many by then. */
static void
test_ten_megabytes (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct { const char *start; char filling; JwtError code; }
  rows[] = {
    { "x", 'x', JWT_ERROR_PARTS },
    { "", '.', JWT_ERROR_PARTS },
    { "", '[', JWT_ERROR_PARTS },
    { "{", '{', JWT_ERROR_PARTS },
    { "eyJ.", '\n', JWT_ERROR_PARTS },
    { "e30.e30.", '+', JWT_ERROR_ALG_MISSING },
    { "eyJ..", '\xa0', JWT_ERROR_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *filling = g_strnfill (10 * 1024 * 1024, rows[i].filling);
    g_autofree char *text = g_strconcat (rows[i].start, filling, NULL);

    jwt_workbench_edit_token (fixture->bench, text);
    wait (fixture);
    assert_state (fixture, JWT_OWNER_PASTED, JWT_SUMMARY_MALFORMED);
    g_assert_error (jwt_workbench_get_problem (fixture->bench), JWT_ERROR,
                    (int) rows[i].code);
  }
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, func) \
  g_test_add ("/workbench/large/" name, Fixture, NULL, set_up, func, tear_down)

  g_test_init (&argc, &argv, NULL);

  ADD ("paste", test_paste);
  ADD ("forged", test_forged);
  ADD ("last-wins", test_last_wins);
  ADD ("small-wins", test_small_wins);
  ADD ("clear", test_clear);
  ADD ("typed", test_typed);
  ADD ("policy-moves-on", test_policy_moves_on);
  ADD ("revert", test_revert);
  ADD ("dispose", test_dispose);
  ADD ("ten-megabytes", test_ten_megabytes);

  return g_test_run ();
}
