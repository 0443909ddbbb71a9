/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-verdict-pane.h"
#include "ui/widgets/jot-chip.h"

#include "jot-test-tokens.h"

typedef struct
{
  JwtWorkbench *workbench;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbench = jot_test_workbench ();
  fixture->pane = g_object_new (JOT_TYPE_VERDICT_PANE,
                                "workbench", fixture->workbench, NULL);
  g_object_ref_sink (fixture->pane);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  jot_test_finalize (fixture->pane);
  jot_test_finalize (fixture->workbench);
}

static JotChip *
get_chip (Fixture *fixture,
          guint    position)
{
  GtkWidget *chips = jot_test_child (fixture->pane, "chips");
  GtkWidget *chip = gtk_widget_get_first_child (chips);

  while (chip && position-- > 0)
    chip = gtk_widget_get_next_sibling (chip);

  return (JotChip *) chip;
}

static void
assert_chip (Fixture      *fixture,
             guint         position,
             const char   *text,
             JotChipState  state)
{
  JotChip *chip = get_chip (fixture, position);

  g_assert_nonnull (chip);
  g_assert_cmpstr (jot_chip_get_text (chip), ==, text);
  g_assert_cmpint (jot_chip_get_state (chip), ==, state);
}

static void
assert_verdict (Fixture    *fixture,
                const char *title,
                const char *css_class)
{
  g_assert_cmpstr (gtk_label_get_label (jot_test_child (fixture->pane,
                                                        "title")),
                   ==, title);
  g_assert_true (gtk_widget_has_css_class (fixture->pane, css_class));
}

static gboolean
offers (Fixture    *fixture,
        const char *button)
{
  return gtk_widget_get_visible (jot_test_child (fixture->pane, button));
}

static void
test_not_checked (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_verdict (fixture, "Not checked", "idle");
  g_assert_true (offers (fixture, "enter_button"));
  g_assert_false (offers (fixture, "revert_button"));
  assert_chip (fixture, 0, "Signature not checked", JOT_CHIP_NEUTRAL);
  assert_chip (fixture, 1, "Algorithm HS256", JOT_CHIP_PASSED);
  assert_chip (fixture, 2, "Expiry unproven", JOT_CHIP_NEUTRAL);
  assert_chip (fixture, 3, "Issuer and audience not checked", JOT_CHIP_NEUTRAL);
  g_assert_null (get_chip (fixture, 4));
}

static void
test_verified (Fixture       *fixture,
               gconstpointer  data)
{
  JwtPolicy *policy = jwt_workbench_get_policy (fixture->workbench);

  jot_test_give_key (fixture->workbench);
  jwt_policy_set_issuer (policy, "joe");
  assert_verdict (fixture, "Verified", "ok");
  g_assert_false (offers (fixture, "actions"));
  assert_chip (fixture, 0, "Signature", JOT_CHIP_PASSED);
  assert_chip (fixture, 2, "Expires in 60 s", JOT_CHIP_PASSED);
  assert_chip (fixture, 3, "Issuer", JOT_CHIP_PASSED);

  jwt_policy_set_issuer (policy, "jim");
  assert_verdict (fixture, "Wrong issuer", "bad");
  assert_chip (fixture, 3, "Wrong issuer", JOT_CHIP_FAILED);
}

static void
test_expired (Fixture       *fixture,
              gconstpointer  data)
{
  JotChip *chip = get_chip (fixture, 0);

  jot_test_give_key (fixture->workbench);
  jwt_workbench_set_time (fixture->workbench, A1_EXP + 3600);
  g_assert_true (gtk_widget_has_css_class (fixture->pane, "warn"));
  g_assert_true (jot_test_shows (fixture->pane, "Expired 60 min ago") ||
                 jot_test_shows (fixture->pane, "Expired 1 h ago"));
  g_assert_true (offers (fixture, "renew_button"));
  g_assert_true (get_chip (fixture, 0) == chip);
}

static void
test_mismatch (Fixture       *fixture,
               gconstpointer  data)
{
  jwt_workbench_set_key_text (fixture->workbench, A1_KEY, JWT_ENCODING_TEXT);
  assert_verdict (fixture, "Signature does not match", "bad");
  assert_chip (fixture, 0, "Signature", JOT_CHIP_FAILED);
  assert_chip (fixture, 2, "Expiry unproven", JOT_CHIP_NEUTRAL);
  g_assert_true (offers (fixture, "encoding_button"));
  g_assert_cmpstr (gtk_button_get_label (jot_test_child (fixture->pane,
                                                         "encoding_button")),
                   ==, "Read as Base64URL");

  jwt_workbench_set_key_text (fixture->workbench, "other", JWT_ENCODING_TEXT);
  g_assert_false (offers (fixture, "encoding_button"));
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  jwt_workbench_edit_payload (fixture->workbench, "{}");
  assert_verdict (fixture, "Edited, not signed", "warn");
  assert_chip (fixture, 0, "No signature", JOT_CHIP_WARNING);
  g_assert_true (offers (fixture, "revert_button"));
  g_assert_true (offers (fixture, "enter_button"));

  jot_test_give_key (fixture->workbench);
  assert_verdict (fixture, "Signed", "ok");
  g_assert_true (offers (fixture, "revert_button"));
  g_assert_false (offers (fixture, "enter_button"));

  jwt_workbench_edit_payload (fixture->workbench, "{\"a\":x}");
  assert_verdict (fixture, "Payload is not valid JSON", "warn");
  g_assert_true (offers (fixture, "go_button"));
}

static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  jwt_workbench_paste (fixture->workbench, A1_HEADER ".a!b." A1_SIGNATURE);
  assert_verdict (fixture, "Malformed token", "bad");
  assert_chip (fixture, 0, "Payload unreadable", JOT_CHIP_FAILED);
  g_assert_true (offers (fixture, "go_button"));

  jwt_workbench_paste (fixture->workbench, "a.b");
  assert_verdict (fixture, "Malformed token", "bad");
}

static void
test_algorithms (Fixture       *fixture,
                 gconstpointer  data)
{
  jot_test_give_key (fixture->workbench);
  jwt_workbench_paste (fixture->workbench,
                       "eyJhbGciOiJIUzUxMiJ9.e30." A1_SIGNATURE);
  assert_verdict (fixture, "Wrong algorithm", "bad");
  g_assert_true (offers (fixture, "expect_button"));
  g_assert_cmpstr (gtk_button_get_label (jot_test_child (fixture->pane,
                                                         "expect_button")),
                   ==, "Expect HS512");

  jwt_workbench_paste (fixture->workbench, "eyJhbGciOiJub25lIn0.e30.");
  assert_verdict (fixture, "Unsecured", "bad");
  assert_chip (fixture, 0, "No signature", JOT_CHIP_FAILED);
  assert_chip (fixture, 2, "Never expires", JOT_CHIP_WARNING);
  g_assert_false (offers (fixture, "expect_button"));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  JwtPolicy *policy = jwt_workbench_get_policy (fixture->workbench);

  jot_test_give_key (fixture->workbench);
  jot_pane_set_narrow (JOT_PANE (fixture->pane), TRUE);
  assert_chip (fixture, 0, "3 checks passed", JOT_CHIP_PASSED);
  assert_chip (fixture, 1, "Issuer and audience not checked", JOT_CHIP_NEUTRAL);
  g_assert_null (get_chip (fixture, 2));

  jwt_policy_set_issuer (policy, "jim");
  assert_chip (fixture, 1, "Wrong issuer", JOT_CHIP_FAILED);

  jwt_workbench_set_key_text (fixture->workbench, "", JWT_ENCODING_TEXT);
  jot_pane_set_narrow (JOT_PANE (fixture->pane), FALSE);
  assert_chip (fixture, 0, "Signature not checked", JOT_CHIP_NEUTRAL);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->pane, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_widget_get_focusable (fixture->pane));

  jot_test_give_key (fixture->workbench);
  gtk_test_accessible_assert_property (
    fixture->pane, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Verified. The HS256 signature matches your secret. Issuer and audience "
    "were not checked. Expires in 60 s. Signature: passed, Algorithm HS256: "
    "passed, Expires in 60 s: passed, Issuer and audience not checked.");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (gtk_widget_get_visible (fixture->pane));
  jwt_workbench_clear (fixture->workbench);
  g_assert_false (gtk_widget_get_visible (fixture->pane));
}

#define ADD(name, function) \
  g_test_add ("/ui/verdict-pane/" name, Fixture, NULL, \
              set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  ADD ("not-checked", test_not_checked);
  ADD ("verified", test_verified);
  ADD ("expired", test_expired);
  ADD ("mismatch", test_mismatch);
  ADD ("draft", test_draft);
  ADD ("malformed", test_malformed);
  ADD ("algorithms", test_algorithms);
  ADD ("narrow", test_narrow);
  ADD ("accessible", test_accessible);
  ADD ("empty", test_empty);

  return g_test_run ();
}
