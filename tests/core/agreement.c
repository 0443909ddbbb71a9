/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "agreement.h"

static gboolean
is_one_of (JwtSummary        summary,
           const JwtSummary *list,
           gsize             count)
{
  for (gsize i = 0; i < count; i++)
    if (list[i] == summary)
      return TRUE;

  return FALSE;
}

static void
assert_nobody (JwtWorkbench *bench)
{
  g_assert_cmpint (jwt_workbench_get_summary (bench), ==, JWT_SUMMARY_EMPTY);
  g_assert_null (jwt_workbench_get_token_text (bench));
  g_assert_null (jwt_workbench_get_header_text (bench));
  g_assert_null (jwt_workbench_get_payload_text (bench));
  g_assert_null (jwt_workbench_get_token (bench));
  g_assert_null (jwt_workbench_get_paste (bench));
  g_assert_null (jwt_workbench_get_verdict (bench));
  g_assert_null (jwt_workbench_get_problem (bench));
  g_assert_false (jwt_workbench_get_can_copy (bench));
  g_assert_false (jwt_workbench_get_can_revert (bench));
}

static void
assert_pasted (JwtWorkbench *bench)
{
  static const JwtSummary never[] = {
    JWT_SUMMARY_EMPTY, JWT_SUMMARY_INVALID_HEADER, JWT_SUMMARY_INVALID_PAYLOAD,
    JWT_SUMMARY_DRAFT, JWT_SUMMARY_SIGNED,
  };
  JwtSummary summary = jwt_workbench_get_summary (bench);

  g_assert_nonnull (jwt_workbench_get_token_text (bench));
  g_assert_true (jwt_workbench_get_can_copy (bench));
  g_assert_false (jwt_workbench_get_can_revert (bench));
  if (jwt_workbench_get_busy (bench))
    g_assert_cmpint (summary, ==, JWT_SUMMARY_EMPTY);
  else
    g_assert_false (is_one_of (summary, never, G_N_ELEMENTS (never)));
}

static void
assert_signed (JwtWorkbench *bench)
{
  static const JwtSummary possible[] = {
    JWT_SUMMARY_SIGNED, JWT_SUMMARY_EXPIRED, JWT_SUMMARY_NOT_YET_VALID,
    JWT_SUMMARY_NEVER_VALID, JWT_SUMMARY_WRONG_ISSUER,
    JWT_SUMMARY_WRONG_AUDIENCE, JWT_SUMMARY_REJECTED,
    JWT_SUMMARY_UNSAFE_SECRET,
  };
  JwtVerdict *verdict = jwt_workbench_get_verdict (bench);

  g_assert_true (is_one_of (jwt_workbench_get_summary (bench), possible,
                            G_N_ELEMENTS (possible)));
  g_assert_true (jwt_workbench_get_can_copy (bench));
  g_assert_nonnull (jwt_policy_get_key (jwt_workbench_get_policy (bench)));
  if (!jwt_workbench_get_busy (bench))
    g_assert_cmpint (jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE), ==,
                     JWT_CHECK_PASSED);
}

static void
assert_draft (JwtWorkbench *bench)
{
  const char *text = jwt_workbench_get_token_text (bench);
  JwtSummary summary = jwt_workbench_get_summary (bench);

  g_assert_true (summary == JWT_SUMMARY_DRAFT ||
                 summary == JWT_SUMMARY_UNSECURED);
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_nonnull (jwt_workbench_get_problem (bench));
  g_assert_false (jwt_workbench_get_can_copy (bench));
}

static void
assert_not_updated (JwtWorkbench *bench)
{
  const GError *problem = jwt_workbench_get_problem (bench);
  JwtPart part = jwt_error_get_detail (problem)->part;

  g_assert_cmpint (jwt_workbench_get_summary (bench), ==,
                   part == JWT_PART_HEADER ? JWT_SUMMARY_INVALID_HEADER
                                           : JWT_SUMMARY_INVALID_PAYLOAD);
  g_assert_false (jwt_workbench_get_can_copy (bench));
}

/* The last answers stay while a text is read; otherwise they are its own, by
 * what is expected now. */
static void
assert_answers (JwtWorkbench *bench)
{
  JwtPolicy *policy = jwt_workbench_get_policy (bench);
  JwtToken *token = jwt_workbench_get_token (bench);
  JwtVerdict *verdict = jwt_workbench_get_verdict (bench);
  JwtPaste *paste = jwt_workbench_get_paste (bench);

  if (jwt_workbench_get_busy (bench) || token == NULL)
    return;

  g_assert_true (g_bytes_equal (jwt_token_get_text (token),
                                jwt_paste_get_token (paste)));
  g_assert_cmpint (jwt_verdict_get_algorithm (verdict), ==,
                   jwt_policy_get_algorithm (policy));
  g_assert_cmpint (jwt_verdict_get_time (verdict), ==,
                   jwt_policy_get_time (policy));
  g_assert_true ((jwt_verdict_get_check (verdict, JWT_CHECK_KEY) ==
                  JWT_CHECK_NOT_CHECKED) ==
                 (jwt_policy_get_key (policy) == NULL));
  if (jwt_workbench_get_summary (bench) == JWT_SUMMARY_VERIFIED)
    g_assert_cmpint (jwt_verdict_get_result (verdict), ==,
                     JWT_RESULT_VERIFIED);
}

void
agreement_assert (JwtWorkbench *bench)
{
  assert_answers (bench);

  switch (jwt_workbench_get_owner (bench)) {
  case JWT_OWNER_NOBODY:
    assert_nobody (bench);
    break;
  case JWT_OWNER_PASTED:
    assert_pasted (bench);
    break;
  case JWT_OWNER_SIGNED:
    assert_signed (bench);
    break;
  case JWT_OWNER_DRAFT:
    assert_draft (bench);
    break;
  case JWT_OWNER_NOT_UPDATED:
    assert_not_updated (bench);
    break;
  default:
    g_assert_not_reached ();
  }
}
