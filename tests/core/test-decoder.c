/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-decoder.h"

#include <string.h>

#include "sample.h"

#define NOW 1000

typedef struct
{
  JwtPolicy  *policy;
  JwtDecoder *decoder;
  GString    *told;
} Fixture;

static void
notify_cb (JwtDecoder *decoder,
           GParamSpec *pspec,
           Fixture    *fixture)
{
  g_string_append_printf (fixture->told, "%s ", pspec->name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (JwtKey) key = sample_key (SAMPLE_SECRET);

  fixture->policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  jwt_policy_set_time (fixture->policy, NOW);
  jwt_policy_set_key (fixture->policy, key);
  fixture->decoder = jwt_decoder_new (fixture->policy);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->decoder, "notify", G_CALLBACK (notify_cb),
                    fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->decoder != NULL)
    g_assert_finalize_object (fixture->decoder);
  g_assert_finalize_object (fixture->policy);
  g_string_free (fixture->told, TRUE);
}

/* Whether a property was told of, once, since the last question. */
static gboolean
was_told (Fixture    *fixture,
          const char *name)
{
  const char *at = strstr (fixture->told->str, name);

  return at != NULL && strstr (at + 1, name) == NULL;
}

static void
wait (Fixture *fixture)
{
  while (jwt_decoder_get_busy (fixture->decoder))
    g_main_context_iteration (NULL, TRUE);
}

static JwtResult
get_result (Fixture *fixture)
{
  return jwt_verdict_get_result (jwt_decoder_get_verdict (fixture->decoder));
}

static void
assert_none (Fixture *fixture)
{
  g_assert_null (jwt_decoder_get_text (fixture->decoder));
  g_assert_null (jwt_decoder_get_paste (fixture->decoder));
  g_assert_null (jwt_decoder_get_token (fixture->decoder));
  g_assert_null (jwt_decoder_get_verdict (fixture->decoder));
  g_assert_false (jwt_decoder_get_busy (fixture->decoder));
}

static void
test_small (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = sample_token (SAMPLE_PAYLOAD);
  g_autofree char *around = g_strdup_printf (" %s\n", text);

  assert_none (fixture);
  jwt_decoder_set_text (fixture->decoder, around);
  g_assert_false (jwt_decoder_get_busy (fixture->decoder));
  g_assert_cmpstr (jwt_decoder_get_text (fixture->decoder), ==, around);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_VERIFIED);
  g_assert_cmpint (jwt_paste_get_removed (
                     jwt_decoder_get_paste (fixture->decoder)), ==,
                   JWT_REMOVED_WHITESPACE);
  g_assert_true (was_told (fixture, "text"));
  g_assert_true (was_told (fixture, "paste"));
  g_assert_true (was_told (fixture, "token"));
  g_assert_true (was_told (fixture, "verdict"));
  g_assert_false (was_told (fixture, "busy"));

  jwt_decoder_set_text (fixture->decoder, "");
  assert_none (fixture);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = sample_token ("{}");
  JwtToken *token;

  jwt_decoder_set_text (fixture->decoder, NULL);
  jwt_decoder_set_text (fixture->decoder, "");
  g_assert_cmpstr (fixture->told->str, ==, "");

  jwt_decoder_set_text (fixture->decoder, text);
  token = jwt_decoder_get_token (fixture->decoder);
  g_string_truncate (fixture->told, 0);
  jwt_decoder_set_text (fixture->decoder, text);
  jwt_decoder_set_text (fixture->decoder,
                        jwt_decoder_get_text (fixture->decoder));
  g_assert_true (jwt_decoder_get_token (fixture->decoder) == token);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

/* A part of its own text is a text like another. */
static void
test_own_text (Fixture       *fixture,
               gconstpointer  data)
{
  jwt_decoder_set_text (fixture->decoder, "x" SAMPLE_RFC_TOKEN);
  jwt_decoder_set_text (fixture->decoder,
                        jwt_decoder_get_text (fixture->decoder) + 1);
  g_assert_cmpstr (jwt_decoder_get_text (fixture->decoder), ==,
                   SAMPLE_RFC_TOKEN);
}

/* Another expectation judges anew, and reads nothing again. */
static void
test_policy (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = sample_token (SAMPLE_PAYLOAD);
  JwtToken *token;

  jwt_policy_set_time (fixture->policy, NOW - 1);
  g_assert_cmpstr (fixture->told->str, ==, "");

  jwt_decoder_set_text (fixture->decoder, text);
  token = jwt_decoder_get_token (fixture->decoder);
  g_string_truncate (fixture->told, 0);
  jwt_policy_set_time (fixture->policy, 9999);
  g_assert_cmpstr (fixture->told->str, ==, "verdict ");
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_REJECTED);
  g_assert_true (jwt_decoder_get_token (fixture->decoder) == token);

  jwt_policy_set_time (fixture->policy, NOW);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_VERIFIED);
  jwt_policy_set_key (fixture->policy, NULL);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_UNCHECKED);
  jwt_policy_set_algorithm (fixture->policy, JWT_ALGORITHM_HS512);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_REJECTED);
}

/* A token of just so many bytes. */
static char *
dup_sized (gsize size)
{
  g_autofree char *shortest = sample_token ("{\"x\":\"\"}");
  gsize filling = size > strlen (shortest) ? (size - strlen (shortest)) / 4 * 3
                                           : 0;

  while (TRUE) {
    g_autofree char *xs = g_strnfill (filling++, 'x');
    g_autofree char *payload = g_strdup_printf ("{\"x\":\"%s\"}", xs);
    g_autofree char *text = sample_token (payload);

    if (strlen (text) >= size)
      return g_steal_pointer (&text);
  }
}

static void
test_threshold (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *large = dup_sized (JWT_DECODER_THREAD_SIZE + 1);
  g_autofree char *padded = g_strdup_printf ("%*s", JWT_DECODER_THREAD_SIZE,
                                             SAMPLE_RFC_TOKEN);

  jwt_decoder_set_text (fixture->decoder, padded);
  g_assert_false (jwt_decoder_get_busy (fixture->decoder));
  jwt_decoder_set_text (fixture->decoder, large);
  g_assert_true (jwt_decoder_get_busy (fixture->decoder));
  wait (fixture);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_VERIFIED);
}

/* The last answers stay while a large text is read, and stay what they were. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *small = sample_token ("{}");
  g_autofree char *large = dup_sized (JWT_DECODER_THREAD_SIZE + 1);
  JwtVerdict *verdict;

  jwt_decoder_set_text (fixture->decoder, small);
  verdict = jwt_decoder_get_verdict (fixture->decoder);
  g_string_truncate (fixture->told, 0);
  jwt_decoder_set_text (fixture->decoder, large);
  g_assert_true (was_told (fixture, "busy"));
  g_assert_false (was_told (fixture, "verdict"));
  g_assert_cmpstr (jwt_decoder_get_text (fixture->decoder), ==, large);

  jwt_policy_set_key (fixture->policy, NULL);
  g_assert_true (jwt_decoder_get_verdict (fixture->decoder) == verdict);
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_VERIFIED);

  g_string_truncate (fixture->told, 0);
  wait (fixture);
  g_assert_true (was_told (fixture, "busy"));
  g_assert_true (was_told (fixture, "token"));
  g_assert_true (was_told (fixture, "verdict"));
  g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_UNCHECKED);
}

static void
test_last_wins (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *large = dup_sized (JWT_DECODER_THREAD_SIZE + 1);

  for (guint i = 0; i < 12; i++) {
    g_autofree char *text = g_strdup_printf ("%s%u", large, i);

    jwt_decoder_set_text (fixture->decoder, text);
  }
  wait (fixture);
  g_assert_true (g_str_has_suffix (jwt_decoder_get_text (fixture->decoder),
                                   "11"));
  g_assert_cmpuint (g_bytes_get_size (jwt_token_get_text (
                      jwt_decoder_get_token (fixture->decoder))), ==,
                    strlen (large) + 2);
}

/* The last reference waits for no thread, and is never left to one. */
static void
test_dispose (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *large = dup_sized (JWT_DECODER_THREAD_SIZE + 1);

  jwt_decoder_set_text (fixture->decoder, large);
  g_assert_true (jwt_decoder_get_busy (fixture->decoder));
  g_string_truncate (fixture->told, 0);
  g_assert_finalize_object (g_steal_pointer (&fixture->decoder));
  jwt_policy_set_time (fixture->policy, 1);

  for (guint i = 0; i < 50; i++) {
    g_usleep (1000);
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpstr (fixture->told->str, ==, "");
}

/* Each kind of malformed text has its answers all the same. */
static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *texts[] = { " ", ".", "x", "\"\"", "{}", "e30.e30.",
                                 "\xff\xfe", "Bearer " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    jwt_decoder_set_text (fixture->decoder, texts[i]);
    g_assert_nonnull (jwt_decoder_get_paste (fixture->decoder));
    g_assert_cmpint (get_result (fixture), ==, JWT_RESULT_MALFORMED);
  }
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (JwtPolicy) policy = NULL;
  g_autoptr (JwtToken) token = NULL;
  g_autoptr (JwtVerdict) verdict = NULL;
  g_autoptr (JwtPaste) paste = NULL;
  g_autofree char *text = NULL;
  gboolean busy;

  g_object_set (fixture->decoder, "text", SAMPLE_RFC_TOKEN, NULL);
  g_object_get (fixture->decoder, "policy", &policy, "token", &token,
                "verdict", &verdict, "paste", &paste, "text", &text,
                "busy", &busy, NULL);
  g_assert_true (policy == fixture->policy);
  g_assert_true (token == jwt_decoder_get_token (fixture->decoder));
  g_assert_true (verdict == jwt_decoder_get_verdict (fixture->decoder));
  g_assert_true (paste == jwt_decoder_get_paste (fixture->decoder));
  g_assert_cmpstr (text, ==, SAMPLE_RFC_TOKEN);
  g_assert_false (busy);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, func) \
  g_test_add ("/decoder/" name, Fixture, NULL, set_up, func, tear_down)

  g_test_init (&argc, &argv, NULL);

  ADD ("small", test_small);
  ADD ("same", test_same);
  ADD ("own-text", test_own_text);
  ADD ("policy", test_policy);
  ADD ("threshold", test_threshold);
  ADD ("large", test_large);
  ADD ("last-wins", test_last_wins);
  ADD ("dispose", test_dispose);
  ADD ("malformed", test_malformed);
  ADD ("properties", test_properties);

  return g_test_run ();
}
