/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

gboolean jot_copies_has_token    (const char   *text);
char    *jot_copies_token        (JwtWorkbench *workbench);
char    *jot_copies_bearer       (JwtWorkbench *workbench);
char    *jot_copies_curl         (JwtWorkbench *workbench);
char    *jot_copies_header       (JwtWorkbench *workbench);
char    *jot_copies_payload      (JwtWorkbench *workbench);
char    *jot_copies_payload_line (JwtWorkbench *workbench);

G_END_DECLS
