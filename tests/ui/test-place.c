/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tokens/jot-place.h"

#include "jot-test-tokens.h"

static JotPlace
find (JwtWorkbench *workbench)
{
  JotPlace place;

  g_assert_true (jot_place_of_problem (workbench, &place));

  return place;
}

static void
test_part (void)
{
  g_autoptr (JwtWorkbench) workbench = jot_test_workbench ();
  JotPlace place;

  g_assert_true (jot_place_of_part (workbench, JWT_PART_PAYLOAD, &place));
  g_assert_cmpint (place.part, ==, JWT_PART_TOKEN);
  g_assert_cmpuint (place.start, ==, strlen (A1_HEADER) + 1);
  g_assert_cmpuint (place.end, ==, strlen (A1_HEADER "." A1_PAYLOAD));

  jwt_workbench_clear (workbench);
  g_assert_false (jot_place_of_part (workbench, JWT_PART_PAYLOAD, &place));
  g_assert_false (jot_place_of_problem (workbench, &place));
}

static void
test_bad_character (void)
{
  g_autoptr (JwtWorkbench) workbench = jwt_workbench_new ();
  JotPlace place;

  jwt_workbench_edit_token (workbench, "Bearer " A1_HEADER ".aaé.b");
  place = find (workbench);
  g_assert_cmpint (place.part, ==, JWT_PART_TOKEN);
  g_assert_cmpuint (place.start, ==, strlen ("Bearer " A1_HEADER ".aa"));
  g_assert_cmpuint (place.end - place.start, ==, strlen ("é"));
}

static void
test_bad_json (void)
{
  g_autoptr (JwtWorkbench) workbench = jot_test_workbench ();
  JotPlace place;

  jwt_workbench_edit_payload (workbench, "{\"a\":\n x}");
  place = find (workbench);
  g_assert_cmpint (place.part, ==, JWT_PART_PAYLOAD);
  g_assert_cmpuint (place.start, ==, 7);
  g_assert_cmpuint (place.end, ==, 8);

  jwt_workbench_edit_payload (workbench, "{\"a\":");
  place = find (workbench);
  g_assert_cmpuint (place.start, ==, 5);
  g_assert_cmpuint (place.end, ==, 5);
}

/* Where the decoded text is shown indented anew, its offsets lead nowhere. */
static void
test_indented (void)
{
  g_autoptr (JwtWorkbench) workbench = jwt_workbench_new ();
  const char *payload = "{\"aaaaaa\":1,\"aaaaaa\":2}";
  g_autofree char *encoded = g_base64_encode ((guchar *) payload,
                                              strlen (payload));
  g_autofree char *token = g_strconcat (A1_HEADER ".", encoded, ".b", NULL);
  JotPlace place;

  jwt_workbench_edit_token (workbench, token);
  if (jot_place_of_problem (workbench, &place))
    g_assert_cmpint (place.part, ==, JWT_PART_TOKEN);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  g_test_add_func ("/ui/place/part", test_part);
  g_test_add_func ("/ui/place/bad-character", test_bad_character);
  g_test_add_func ("/ui/place/bad-json", test_bad_json);
  g_test_add_func ("/ui/place/indented", test_indented);

  return g_test_run ();
}
