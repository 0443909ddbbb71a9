/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/jwt-workbench.h"

#define HEADER  "eyJhbGciOiJIUzI1NiJ9"
#define ONE     HEADER ".eyJzdWIiOiIxIn0.AAAA"
#define TWO     HEADER ".eyJzdWIiOiIyIn0.AAAA"
#define JSON    "{\"payload\":\"eyJzdWIiOiIxIn0\",\"protected\":\"" HEADER \
                "\",\"signature\":\"AAAA\"}"

/* The payload is ONE itself. */
#define NESTED  HEADER ".ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZXlKemRXSWlPaUl4SW4wLkFBQ" \
                "UE.AAAA"

static void
assert_place (JwtWorkbench *bench,
              const char   *token,
              guint         index,
              guint         n_tokens)
{
  g_assert_cmpstr (jwt_workbench_get_token_text (bench), ==, token);
  g_assert_cmpuint (jwt_workbench_get_token_index (bench), ==, index);
  g_assert_cmpuint (jwt_workbench_get_n_tokens (bench), ==, n_tokens);
}

static void
test_step (void)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  jwt_workbench_paste (bench, ONE "\n" TWO);
  assert_place (bench, ONE, 0, 2);
  jwt_workbench_step (bench, 1);
  assert_place (bench, TWO, 1, 2);
  jwt_workbench_step (bench, 2);
  assert_place (bench, TWO, 1, 2);
  jwt_workbench_step (bench, 0);
  assert_place (bench, ONE, 0, 2);
  g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_PASTED);
}

/* The other tokens are of the text, and go with it. */
static void
test_left_behind (void)
{
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  jwt_workbench_paste (bench, ONE "\n" TWO);
  jwt_workbench_edit_token (bench, TWO);
  assert_place (bench, TWO, 0, 0);

  jwt_workbench_paste (bench, ONE "\n" TWO);
  jwt_workbench_clear (bench);
  assert_place (bench, NULL, 0, 0);
  jwt_workbench_step (bench, 1);
  assert_place (bench, NULL, 0, 0);

  jwt_workbench_paste (bench, ONE "\n" TWO);
  jwt_workbench_paste (bench, TWO);
  assert_place (bench, TWO, 0, 0);

  jwt_workbench_paste (bench, ONE "\n" TWO);
  jwt_workbench_open_template (bench, JWT_TEMPLATE_MINIMAL);
  g_assert_cmpuint (jwt_workbench_get_n_tokens (bench), ==, 0);
}

static void
test_inner (void)
{
  static const char *outers[] = { JSON, NESTED };
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  for (guint i = 0; i < G_N_ELEMENTS (outers); i++) {
    jwt_workbench_paste (bench, outers[i]);
    g_assert_true (jwt_workbench_get_can_open_inner (bench));
    g_assert_cmpint (jwt_workbench_get_summary (bench), ==,
                     JWT_SUMMARY_MALFORMED);

    jwt_workbench_open_inner (bench);
    g_assert_cmpstr (jwt_workbench_get_token_text (bench), ==, ONE);
    g_assert_false (jwt_workbench_get_can_open_inner (bench));
    g_assert_cmpint (jwt_workbench_get_owner (bench), ==, JWT_OWNER_PASTED);
  }
}

static void
test_no_inner (void)
{
  static const char *texts[] = { ONE, "x", "{\"payload\":1}",
                                 HEADER ".AAAA.AAAA", HEADER ".W10.AAAA" };
  g_autoptr (JwtWorkbench) bench = jwt_workbench_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    jwt_workbench_paste (bench, texts[i]);
    g_assert_false (jwt_workbench_get_can_open_inner (bench));
    jwt_workbench_open_inner (bench);
    g_assert_cmpstr (jwt_workbench_get_token_text (bench), ==, texts[i]);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbench-inner/step", test_step);
  g_test_add_func ("/workbench-inner/left-behind", test_left_behind);
  g_test_add_func ("/workbench-inner/inner", test_inner);
  g_test_add_func ("/workbench-inner/no-inner", test_no_inner);

  return g_test_run ();
}
