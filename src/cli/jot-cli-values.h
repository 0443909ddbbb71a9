/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"
#include "core/keys/jwt-algorithm.h"

G_BEGIN_DECLS

gboolean  jot_cli_parse_algorithm (const char    *text,
                                   JwtAlgorithm  *algorithm,
                                   GError       **error);
gboolean  jot_cli_parse_number    (const char    *option,
                                   const char    *text,
                                   guint          least,
                                   guint          most,
                                   guint         *number,
                                   GError       **error);
gboolean  jot_cli_parse_duration  (const char    *option,
                                   const char    *text,
                                   gint64        *seconds,
                                   GError       **error);
gboolean  jot_cli_parse_time      (const char    *option,
                                   const char    *text,
                                   gint64        *seconds,
                                   GError       **error);
gboolean  jot_cli_parse_moment    (const char    *option,
                                   const char    *text,
                                   gint64         now,
                                   gint64        *seconds,
                                   GError       **error);
gboolean  jot_cli_check_text      (const char    *option,
                                   const char    *text,
                                   GError       **error);
GStrv     jot_cli_parse_names     (const char    *option,
                                   const char    *text,
                                   GError       **error);

G_END_DECLS
