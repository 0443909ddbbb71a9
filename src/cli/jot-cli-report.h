/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"
#include "core/judge/jwt-hint.h"
#include "core/judge/jwt-verdict.h"
#include "core/token/jwt-paste.h"
#include "core/token/jwt-token.h"

G_BEGIN_DECLS

char *jot_cli_report_token   (JwtPaste   *paste,
                              JwtToken   *token);
char *jot_cli_report_verdict (JwtVerdict *verdict,
                              GArray     *hints,
                              JwtKey     *key);

G_END_DECLS
