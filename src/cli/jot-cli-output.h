/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"

G_BEGIN_DECLS

gboolean jot_cli_write      (gconstpointer   data,
                             gsize           size,
                             GError        **error);
gboolean jot_cli_write_text (const char     *text,
                             GError        **error);
void     jot_cli_say        (const char     *sentence);
void     jot_cli_say_error  (const GError   *problem);

G_END_DECLS
