/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"

G_BEGIN_DECLS

/* The longest token or payload, and room for what a person pastes around it:
 * the core says better than a reader what is wrong with one that is larger. */
#define JOT_CLI_INPUT_MAX_SIZE (17 * 1024 * 1024)

GBytes   *jot_cli_input_read_fd        (int           fd,
                                        const char   *name,
                                        GError      **error);
GBytes   *jot_cli_input_read_file      (const char   *path,
                                        GError      **error);
GBytes   *jot_cli_input_read           (const char   *argument,
                                        GError      **error);
GBytes   *jot_cli_input_read_text      (const char   *argument,
                                        GError      **error);
gboolean  jot_cli_input_is_stdin       (const char   *argument);
GBytes   *jot_cli_input_strip_newline  (GBytes       *bytes);

G_END_DECLS
