/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-copies.h"

#include "jot-test-tokens.h"

static void
test_has_token (void)
{
  g_assert_true (jot_copies_has_token (A1_TOKEN));
  g_assert_true (jot_copies_has_token ("Authorization: Bearer " A1_TOKEN "\n"));
  g_assert_true (jot_copies_has_token ("eyJhbGciOiJIUzI1NiJ9.a!b.c"));
  g_assert_true (jot_copies_has_token (A1_HEADER));
  g_assert_true (jot_copies_has_token ("eyJhbGciOiJub25lIn0.e30."));

  g_assert_false (jot_copies_has_token (""));
  g_assert_false (jot_copies_has_token ("   \n"));
  g_assert_false (jot_copies_has_token ("Hello. World. Here."));
  g_assert_false (jot_copies_has_token ("www.example.com"));
}

static void
test_token (void)
{
  g_autoptr (JwtWorkbench) workbench = jot_test_workbench ();
  g_autofree char *token = jot_copies_token (workbench);
  g_autofree char *bearer = jot_copies_bearer (workbench);
  g_autofree char *curl = jot_copies_curl (workbench);

  g_assert_cmpstr (token, ==, A1_TOKEN);
  g_assert_cmpstr (bearer, ==, "Authorization: Bearer " A1_TOKEN);
  g_assert_cmpstr (curl, ==, "curl --header 'Authorization: Bearer " A1_TOKEN
                             "' https://");
}

/* What a token smuggles in does not get out of its quotation marks. */
static void
test_quoting (void)
{
  g_autoptr (JwtWorkbench) workbench = jwt_workbench_new ();
  g_autofree char *curl = NULL;
  g_auto (GStrv) words = NULL;

  jwt_workbench_edit_token (workbench, "eyJ'$(reboot)`.b.c");
  curl = jot_copies_curl (workbench);
  g_assert_true (g_shell_parse_argv (curl, NULL, &words, NULL));
  g_assert_cmpuint (g_strv_length (words), ==, 4);
  g_assert_cmpstr (words[2], ==, "Authorization: Bearer eyJ'$(reboot)`.b.c");
}

static void
test_texts (void)
{
  g_autoptr (JwtWorkbench) workbench = jot_test_workbench ();
  g_autofree char *header = jot_copies_header (workbench);
  g_autofree char *payload = jot_copies_payload (workbench);
  g_autofree char *line = jot_copies_payload_line (workbench);

  g_assert_cmpstr (header, ==, jwt_workbench_get_header_text (workbench));
  g_assert_cmpstr (payload, ==, jwt_workbench_get_payload_text (workbench));
  g_assert_cmpstr (line, ==, "{\"iss\":\"joe\",\"exp\":1300819380,"
                             "\"http://example.com/is_root\":true}");
}

static void
test_nothing (void)
{
  g_autoptr (JwtWorkbench) workbench = jwt_workbench_new ();
  g_autofree char *line = NULL;

  g_assert_null (jot_copies_header (workbench));
  g_assert_null (jot_copies_payload (workbench));
  line = jot_copies_payload_line (workbench);
  g_assert_null (line);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/ui/copies/has-token", test_has_token);
  g_test_add_func ("/ui/copies/token", test_token);
  g_test_add_func ("/ui/copies/quoting", test_quoting);
  g_test_add_func ("/ui/copies/texts", test_texts);
  g_test_add_func ("/ui/copies/nothing", test_nothing);

  return g_test_run ();
}
