/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-key-pane.h"

#include "jot-test-tokens.h"

typedef struct
{
  JwtWorkbench *workbench;
  JwtPolicy *policy;
  JotKeyPane *pane;
  GtkEditable *secret;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbench = jot_test_workbench ();
  fixture->policy = jwt_workbench_get_policy (fixture->workbench);
  fixture->pane = g_object_new (JOT_TYPE_KEY_PANE,
                                "workbench", fixture->workbench, NULL);
  g_object_ref_sink (fixture->pane);
  fixture->secret = jot_test_child (fixture->pane, "secret_row");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->workbench);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return jot_test_shows (GTK_WIDGET (fixture->pane), text);
}

static void
test_secret (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_false (gtk_widget_get_visible (jot_test_child (fixture->pane,
                                                          "hint_row")));
  g_assert_null (jwt_policy_get_key (fixture->policy));

  gtk_editable_set_text (fixture->secret, A1_KEY);
  g_assert_cmpuint (jwt_key_get_size (jwt_policy_get_key (fixture->policy)), ==,
                    64);
  g_assert_cmpint (jwt_workbench_get_summary (fixture->workbench), ==,
                   JWT_SUMMARY_VERIFIED);
  g_assert_true (shows (fixture, "64 bytes (512 bits), enough for HS256"));

  gtk_editable_set_text (fixture->secret, "");
  g_assert_null (jwt_policy_get_key (fixture->policy));
  g_assert_false (gtk_widget_get_visible (jot_test_child (fixture->pane,
                                                          "hint_row")));
}

static const char *
get_icon (Fixture *fixture)
{
  return gtk_image_get_icon_name (jot_test_child (fixture->pane, "hint_icon"));
}

static void
test_hints (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_editable_set_text (fixture->secret, A1_KEY);
  g_assert_cmpstr (get_icon (fixture), ==, "emblem-ok-symbolic");

  jot_key_pane_set_encoding (fixture->pane, JWT_ENCODING_TEXT);
  g_assert_true (shows (fixture, "It looks like Base64URL"));
  g_assert_cmpstr (get_icon (fixture), ==, "dialog-warning-symbolic");

  gtk_editable_set_text (fixture->secret, "secret");
  g_assert_true (shows (fixture, "HS256 needs 32 bytes"));
  g_assert_cmpstr (get_icon (fixture), ==, "dialog-error-symbolic");

  jot_key_pane_set_encoding (fixture->pane, JWT_ENCODING_HEX);
  g_assert_true (shows (fixture, "Not valid Hex"));
  g_assert_cmpstr (get_icon (fixture), ==, "dialog-error-symbolic");
  g_assert_null (jwt_policy_get_key (fixture->policy));
}

/* A secret leaves no trail: it is hidden, and what was typed is not kept. */
static void
test_secrecy (Fixture       *fixture,
              gconstpointer  data)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (fixture->secret));
  GtkEntryBuffer *buffer = gtk_text_get_buffer (text);
  guint n_notifies;

  g_assert_true (GTK_IS_PASSWORD_ENTRY_BUFFER (buffer));
  g_assert_false (gtk_editable_get_enable_undo (fixture->secret));
  g_assert_false (gtk_text_get_visibility (text));

  jot_test_count_notify (fixture->pane, "revealed", &n_notifies);
  jot_key_pane_set_revealed (fixture->pane, FALSE);
  g_assert_cmpuint (n_notifies, ==, 0);
  jot_key_pane_set_revealed (fixture->pane, TRUE);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_true (gtk_text_get_visibility (text));
  g_signal_handlers_disconnect_by_data (fixture->pane, &n_notifies);
}

static void
test_algorithm (Fixture       *fixture,
                gconstpointer  data)
{
  AdwComboRow *row = jot_test_child (fixture->pane, "algorithm_row");
  GListModel *model = adw_combo_row_get_model (row);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpint (jwt_policy_get_algorithm (fixture->policy), ==,
                   JWT_ALGORITHM_HS512);

  jwt_policy_set_algorithm (fixture->policy, JWT_ALGORITHM_HS384);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
}

/* A token never says what to expect of it. */
static void
test_algorithm_of_token (Fixture       *fixture,
                         gconstpointer  data)
{
  jwt_workbench_paste (fixture->workbench,
                       "eyJhbGciOiJIUzUxMiJ9.e30." A1_SIGNATURE);
  g_assert_cmpint (jwt_policy_get_algorithm (fixture->policy), ==,
                   JWT_ALGORITHM_HS256);
}

static void
test_checks (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (shows (fixture, "Expiry, 30 s leeway"));

  gtk_editable_set_text (jot_test_child (fixture->pane, "issuer_row"), "joe");
  g_assert_cmpstr (jwt_policy_get_issuer (fixture->policy), ==, "joe");
  g_assert_true (shows (fixture, "Expiry and issuer, 30 s leeway"));

  gtk_editable_set_text (jot_test_child (fixture->pane, "audience_row"), "me");
  g_assert_cmpstr (jwt_policy_get_audience (fixture->policy), ==, "me");
  g_assert_true (shows (fixture, "Expiry, issuer and audience, 30 s leeway"));

  gtk_spin_button_set_value (jot_test_child (fixture->pane, "leeway_spin"), 5);
  g_assert_cmpuint (jwt_policy_get_leeway (fixture->policy), ==, 5);
  gtk_editable_set_text (jot_test_child (fixture->pane, "issuer_row"), "");
  g_assert_true (shows (fixture, "Expiry and audience, 5 s leeway"));
}

static void
test_take_secret (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GBytes) text = g_bytes_new (A1_KEY "beyond", strlen (A1_KEY));

  jot_key_pane_set_encoding (fixture->pane, JWT_ENCODING_HEX);
  jot_key_pane_take_secret (fixture->pane, text, JWT_ENCODING_BASE64URL,
                            JWT_ALGORITHM_HS256);
  g_assert_cmpstr (gtk_editable_get_text (fixture->secret), ==, A1_KEY);
  g_assert_cmpint (jwt_workbench_get_summary (fixture->workbench), ==,
                   JWT_SUMMARY_VERIFIED);
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  AdwExpanderRow *checks = jot_test_child (fixture->pane, "checks_row");

  jot_key_pane_focus_check (fixture->pane, JWT_CHECK_SIGNATURE);
  g_assert_false (adw_expander_row_get_expanded (checks));
  jot_key_pane_focus_check (fixture->pane, JWT_CHECK_AUDIENCE);
  g_assert_true (adw_expander_row_get_expanded (checks));
}

#define ADD(name, function) \
  g_test_add ("/ui/key-pane/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("secret", test_secret);
  ADD ("hints", test_hints);
  ADD ("secrecy", test_secrecy);
  ADD ("algorithm", test_algorithm);
  ADD ("algorithm-of-token", test_algorithm_of_token);
  ADD ("checks", test_checks);
  ADD ("take-secret", test_take_secret);
  ADD ("focus", test_focus);

  return g_test_run ();
}
