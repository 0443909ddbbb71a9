/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-forward.h"
#include "ui/tokens/jot-tokens-page.h"
#include "ui/widgets/jot-text-view.h"

#include "jot-test-tokens.h"

typedef struct
{
  GtkWidget *page;
  JwtWorkbench *workbench;
  JwtPolicy *policy;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->page = g_object_ref_sink (jot_tokens_page_new ());
  fixture->workbench =
    jot_tokens_page_get_workbench (JOT_TOKENS_PAGE (fixture->page));
  fixture->policy = jwt_workbench_get_policy (fixture->workbench);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer workbench = fixture->workbench;

  g_object_add_weak_pointer (workbench, &workbench);
  jot_test_finalize (fixture->page);
  g_assert_null (workbench);
}

/* Whether a button with this action could be pressed. */
static gboolean
can (Fixture    *fixture,
     const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkBox *box = jot_test_child (jot_test_child (fixture->page, "verdict_pane"),
                                "actions");
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  gboolean sensitive;

  g_action_parse_detailed_name (action, &name, &target, NULL);
  gtk_box_append (box, button);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  sensitive = gtk_widget_get_sensitive (button);
  gtk_box_remove (box, button);

  return sensitive;
}

static gboolean
act (Fixture    *fixture,
     const char *action)
{
  return can (fixture, action) &&
         gtk_widget_activate_action (fixture->page, action, NULL);
}

static void
paste (Fixture    *fixture,
       const char *text)
{
  jot_tokens_page_paste_text (JOT_TOKENS_PAGE (fixture->page), text);
}

static void
take_secret (Fixture *fixture)
{
  g_autoptr (GBytes) text = g_bytes_new (A1_KEY, strlen (A1_KEY));

  jot_tokens_page_take_secret (JOT_TOKENS_PAGE (fixture->page), text,
                               JWT_ENCODING_BASE64URL, JWT_ALGORITHM_HS256);
}

static void
assert_token (Fixture    *fixture,
              const char *text)
{
  g_assert_cmpstr (jwt_workbench_get_token_text (fixture->workbench), ==, text);
}

static void
assert_owner (Fixture  *fixture,
              JwtOwner  owner)
{
  g_assert_cmpint (jwt_workbench_get_owner (fixture->workbench), ==, owner);
}

static void
assert_summary (Fixture    *fixture,
                JwtSummary  summary)
{
  g_assert_cmpint (jwt_workbench_get_summary (fixture->workbench), ==, summary);
}

static JotTextView *
get_editor (Fixture    *fixture,
            const char *pane)
{
  return jot_test_child (jot_test_child (fixture->page, pane), "text_view");
}

static void
got_text_cb (GObject      *clipboard,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL,
                                 got_text_cb, &text);
  jot_test_wait_for (text != NULL);

  return text;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (jot_test_shows (fixture->page, "No token yet"));
  g_assert_false (act (fixture, "page.copy"));
  g_assert_false (act (fixture, "page.copy-header"));
  g_assert_false (act (fixture, "page.clear"));
  g_assert_false (act (fixture, "page.revert"));
  g_assert_false (act (fixture, "page.expect-algorithm"));
  g_assert_false (act (fixture, "page.go-to-problem"));
  g_assert_false (can (fixture, "page.extend(uint32 900)"));
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  paste (fixture, "Authorization: Bearer " A1_TOKEN "\n");
  assert_token (fixture, A1_TOKEN);
  assert_owner (fixture, JWT_OWNER_PASTED);
  g_assert_false (jot_test_shows (fixture->page, "No token yet"));
  g_assert_true (jot_test_shows (fixture->page, "Not checked"));

  g_assert_true (act (fixture, "page.clear"));
  assert_owner (fixture, JWT_OWNER_NOBODY);
  g_assert_true (jot_test_shows (fixture->page, "No token yet"));
}

static void
test_paste_action (Fixture       *fixture,
                   gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);

  gdk_clipboard_set_text (clipboard, "bearer " A1_TOKEN);
  g_assert_true (act (fixture, "page.paste"));
  jot_test_wait_for (jwt_workbench_get_token (fixture->workbench) != NULL);
  assert_token (fixture, A1_TOKEN);
}

/* The token that is there is worth more than what is none. */
static void
test_paste_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);

  paste (fixture, A1_TOKEN);
  gdk_clipboard_set_text (clipboard, "no such thing");
  act (fixture, "page.paste");
  g_free (read_clipboard (fixture));
  jot_test_settle ();
  assert_token (fixture, A1_TOKEN);
}

static void
test_restore_draft (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *draft = NULL;

  gtk_widget_activate_action (fixture->page, "page.new-token", "s", "session");
  draft = g_strdup (jwt_workbench_get_token_text (fixture->workbench));
  paste (fixture, A1_TOKEN);
  assert_token (fixture, A1_TOKEN);

  /* The toast that offers it stands outside the page. */
  g_assert_nonnull (jot_forward_find ("win.restore-draft"));
  g_assert_true (act (fixture, "page.restore-draft"));
  assert_token (fixture, draft);
  assert_owner (fixture, JWT_OWNER_DRAFT);
}

static void
test_take_secret (Fixture       *fixture,
                  gconstpointer  data)
{
  take_secret (fixture);
  assert_owner (fixture, JWT_OWNER_SIGNED);
  assert_summary (fixture, JWT_SUMMARY_SIGNED);
}

/* A key checks what was pasted and never changes it. */
static void
test_take_secret_for_pasted (Fixture       *fixture,
                             gconstpointer  data)
{
  paste (fixture, A1_TOKEN);
  take_secret (fixture);
  assert_token (fixture, A1_TOKEN);
  assert_owner (fixture, JWT_OWNER_PASTED);
  assert_summary (fixture, JWT_SUMMARY_EXPIRED);
}

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_false (act (fixture, "page.next-token"));
  paste (fixture, "first " A1_TOKEN "\nsecond eyJhbGciOiJub25lIn0.e30.\n");
  assert_token (fixture, A1_TOKEN);
  g_assert_true (jot_test_shows (fixture->page, "1 of 2"));
  g_assert_false (act (fixture, "page.previous-token"));

  g_assert_true (act (fixture, "page.next-token"));
  assert_token (fixture, "eyJhbGciOiJub25lIn0.e30.");
  g_assert_true (jot_test_shows (fixture->page, "2 of 2"));
  g_assert_false (act (fixture, "page.next-token"));
  g_assert_true (act (fixture, "page.previous-token"));
  assert_token (fixture, A1_TOKEN);

  paste (fixture, A1_TOKEN);
  g_assert_false (jot_test_shows (fixture->page, "1 of"));
}

static void
test_open_inner (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *payload = g_base64_encode ((guchar *) A1_TOKEN,
                                              strlen (A1_TOKEN));
  g_autofree char *outer = NULL;

  g_strdelimit (payload, "=", '\0');
  outer = g_strconcat ("eyJhbGciOiJIUzI1NiIsImN0eSI6IkpXVCJ9.", payload,
                       "." A1_SIGNATURE, NULL);
  paste (fixture, A1_TOKEN);
  g_assert_false (act (fixture, "page.open-inner"));
  paste (fixture, outer);
  g_assert_true (act (fixture, "page.open-inner"));
  assert_token (fixture, A1_TOKEN);
}

static void
test_new_token (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *names[] = {
    "access", "id", "session", "service", "minimal", "empty",
  };
  g_autoptr (GHashTable) payloads = g_hash_table_new_full (g_str_hash,
                                                           g_str_equal,
                                                           g_free, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    g_assert_true (gtk_widget_activate_action (fixture->page, "page.new-token",
                                               "s", names[i]));
    assert_owner (fixture, JWT_OWNER_DRAFT);
    g_hash_table_add (payloads, g_strdup (
      jwt_workbench_get_payload_text (fixture->workbench)));
  }

  g_assert_cmpuint (g_hash_table_size (payloads), ==, G_N_ELEMENTS (names));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *actions[][2] = {
    { "page.copy", A1_TOKEN },
    { "page.copy-bearer", "Authorization: Bearer " A1_TOKEN },
    { "page.copy-payload-line", "{\"iss\":\"joe\",\"exp\":1300819380,"
                                "\"http://example.com/is_root\":true}" },
  };
  guint i;

  paste (fixture, A1_TOKEN);
  for (i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autofree char *text = NULL;

    g_assert_true (act (fixture, actions[i][0]));
    text = read_clipboard (fixture);
    g_assert_cmpstr (text, ==, actions[i][1]);
  }

  jwt_workbench_edit_payload (fixture->workbench, "{}");
  g_assert_false (act (fixture, "page.copy"));
  g_assert_true (act (fixture, "page.copy-payload"));
}

static void
test_revert (Fixture       *fixture,
             gconstpointer  data)
{
  paste (fixture, A1_TOKEN);
  take_secret (fixture);
  g_assert_false (act (fixture, "page.revert"));

  jwt_workbench_edit_payload (fixture->workbench, "{\"a\":1}");
  assert_owner (fixture, JWT_OWNER_SIGNED);
  g_assert_true (act (fixture, "page.revert"));
  assert_token (fixture, A1_TOKEN);
  assert_owner (fixture, JWT_OWNER_PASTED);
}

static void
test_extend (Fixture       *fixture,
             gconstpointer  data)
{
  JotTextView *editor = get_editor (fixture, "payload_pane");

  paste (fixture, A1_TOKEN);
  take_secret (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.extend",
                                             "u", 900));
  assert_summary (fixture, JWT_SUMMARY_SIGNED);

  gtk_text_buffer_undo (jot_text_view_get_buffer (editor));
  assert_token (fixture, A1_TOKEN);
  assert_owner (fixture, JWT_OWNER_PASTED);
}

/* What a token says is expected of it by a person's press alone. */
static void
test_expect (Fixture       *fixture,
             gconstpointer  data)
{
  paste (fixture, "eyJhbGciOiJIUzUxMiJ9.e30." A1_SIGNATURE);
  g_assert_cmpint (jwt_policy_get_algorithm (fixture->policy), ==,
                   JWT_ALGORITHM_HS256);
  g_assert_true (act (fixture, "page.expect-algorithm"));
  g_assert_cmpint (jwt_policy_get_algorithm (fixture->policy), ==,
                   JWT_ALGORITHM_HS512);
}

static void
test_read_as (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) text = g_bytes_new (A1_KEY, strlen (A1_KEY));

  paste (fixture, A1_TOKEN);
  jot_tokens_page_take_secret (JOT_TOKENS_PAGE (fixture->page), text,
                               JWT_ENCODING_TEXT, JWT_ALGORITHM_HS256);
  assert_summary (fixture, JWT_SUMMARY_SIGNATURE_MISMATCH);
  g_assert_true (act (fixture, "page.read-as"));
  assert_summary (fixture, JWT_SUMMARY_EXPIRED);
}

static void
assert_selected (JotTextView *editor,
                 const char  *text)
{
  GtkTextBuffer *buffer = jot_text_view_get_buffer (editor);
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, text);
}

static void
test_go_to_problem (Fixture       *fixture,
                    gconstpointer  data)
{
  paste (fixture, A1_HEADER ".a!b." A1_SIGNATURE);
  g_assert_true (act (fixture, "page.go-to-problem"));
  assert_selected (get_editor (fixture, "token_pane"), "!");

  paste (fixture, A1_TOKEN);
  jwt_workbench_edit_payload (fixture->workbench, "{\"a\": x}");
  g_assert_true (act (fixture, "page.go-to-problem"));
  assert_selected (get_editor (fixture, "payload_pane"), "x");

  jwt_workbench_edit_payload (fixture->workbench, "{}");
  jwt_workbench_edit_header (fixture->workbench, "{y}");
  g_assert_true (act (fixture, "page.go-to-problem"));
  assert_selected (get_editor (fixture, "header_pane"), "y");
}

/* A large text is read in a thread, shown in short and copied whole. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  gsize size = 10 * 1000 * 1000;
  g_autofree char *filler = g_strnfill (size, 'a');
  g_autofree char *token = g_strconcat (A1_HEADER ".", filler, "." A1_SIGNATURE,
                                        NULL);
  g_autofree char *copied = NULL;

  paste (fixture, token);
  g_assert_true (jot_test_shows (fixture->page, "Reading…"));
  jot_test_wait_for (!jwt_workbench_get_busy (fixture->workbench));
  g_assert_false (jot_test_shows (fixture->page, "Reading…"));
  g_assert_true (jot_text_view_get_abridged (get_editor (fixture,
                                                         "token_pane")));

  g_assert_true (act (fixture, "page.copy"));
  copied = read_clipboard (fixture);
  g_assert_true (strcmp (copied, token) == 0);

  g_assert_true (act (fixture, "page.clear"));
  g_assert_false (jot_text_view_get_abridged (get_editor (fixture,
                                                          "token_pane")));
}

/* Whatever is pasted, there is a sentence about it. */
static void
test_bad_input (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *encoded = g_base64_encode ((guchar *) brackets, 100000);
  g_autofree char *nested = g_strconcat (A1_HEADER ".", encoded, ".b", NULL);
  const char *texts[] = {
    "", " ", ".", "..", "...", "\xff\xfe", "a\xc3.b.c", "{", "[[[[",
    "\xe2\x80\xae",
    A1_TOKEN "." A1_TOKEN, "eyJ", brackets, nested,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++) {
    paste (fixture, texts[i]);
    jot_test_wait_for (!jwt_workbench_get_busy (fixture->workbench));
    if (jwt_workbench_get_owner (fixture->workbench) != JWT_OWNER_NOBODY)
      g_assert_true (jot_test_shows (fixture->page, "Malformed token"));
    else
      g_assert_true (jot_test_shows (fixture->page, "No token yet"));
  }
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *secret = jot_test_child (jot_test_child (fixture->page,
                                                        "key_pane"),
                                        "secret_row");
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (secret));

  g_assert_false (act (fixture, "page.hide"));
  g_assert_true (act (fixture, "page.reveal"));
  g_assert_true (gtk_text_get_visibility (text));
  g_assert_true (act (fixture, "page.hide"));
  g_assert_false (gtk_text_get_visibility (text));
}

/* In a window the clock ticks, and neither it nor the window keeps the page. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), fixture->page);
  gtk_window_present (GTK_WINDOW (window));
  jot_test_wait_for (gtk_widget_get_mapped (fixture->page));

  take_secret (fixture);
  g_assert_true (jwt_workbench_needs_clock (fixture->workbench));
  g_assert_cmpint (jwt_policy_get_time (fixture->policy), >, A1_EXP);
  jwt_workbench_set_time (fixture->workbench, A1_EXP);
  jot_test_wait_for (jwt_policy_get_time (fixture->policy) > A1_EXP);

  g_assert_true (act (fixture, "page.focus-payload"));
  g_assert_true (act (fixture, "page.next-area"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  const char *panes[] = { "verdict_pane", "token_pane", "key_pane",
                          "payload_pane", "claims_pane" };
  guint i;

  gtk_window_set_child (GTK_WINDOW (window), fixture->page);
  gtk_window_present (GTK_WINDOW (window));
  jot_test_wait_for (gtk_widget_get_mapped (fixture->page));
  take_secret (fixture);
  jot_test_wait_for (gtk_widget_get_mapped (jot_test_child (fixture->page,
                                                            "claims_pane")));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  for (i = 0; i < G_N_ELEMENTS (panes); i++) {
    GtkWidget *pane = jot_test_child (fixture->page, panes[i]);
    GtkWidget *focus;

    g_assert_true (act (fixture, "page.next-area"));
    focus = gtk_window_get_focus (GTK_WINDOW (window));
    g_test_message ("%s: %s", panes[i],
                    focus ? G_OBJECT_TYPE_NAME (focus) : "");
    g_assert_true (focus == pane || gtk_widget_is_ancestor (focus, pane));
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function) \
  g_test_add ("/ui/tokens-page/" name, Fixture, NULL, \
              set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("paste", test_paste);
  ADD ("paste-action", test_paste_action);
  ADD ("paste-nothing", test_paste_nothing);
  ADD ("restore-draft", test_restore_draft);
  ADD ("take-secret", test_take_secret);
  ADD ("take-secret-for-pasted", test_take_secret_for_pasted);
  ADD ("step", test_step);
  ADD ("open-inner", test_open_inner);
  ADD ("new-token", test_new_token);
  ADD ("copy", test_copy);
  ADD ("revert", test_revert);
  ADD ("extend", test_extend);
  ADD ("expect", test_expect);
  ADD ("read-as", test_read_as);
  ADD ("go-to-problem", test_go_to_problem);
  ADD ("large", test_large);
  ADD ("bad-input", test_bad_input);
  ADD ("reveal", test_reveal);
  ADD ("window", test_window);
  ADD ("areas", test_areas);

  return g_test_run ();
}
