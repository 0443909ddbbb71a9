/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"
#include "core/token/jwt-paste.h"

G_BEGIN_DECLS

JwtPaste *jot_cli_token_read (const char  *argument,
                              gboolean     strict,
                              GError     **error);

G_END_DECLS
