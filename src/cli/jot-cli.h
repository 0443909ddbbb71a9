/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JOT_CLI_ERROR (jot_cli_error_quark ())

typedef enum
{
  JOT_CLI_ERROR_USAGE, /* the command line is wrong; its help says more */
  JOT_CLI_ERROR_INPUT, /* something that it names cannot be used */
} JotCliError;

/* What the shell gets to know. */
typedef enum
{
  JOT_CLI_DONE  = 0,
  JOT_CLI_NO    = 1, /* the question was right, and the answer is no */
  JOT_CLI_WRONG = 2, /* the question was wrong */
} JotCliExit;

GQuark     jot_cli_error_quark (void);
void       jot_cli_set_error   (GError      **error,
                                JotCliError   code,
                                const char   *format,
                                ...) G_GNUC_PRINTF (3, 4);

/* The subcommands: each takes the arguments with its own name in front, and
 * returns JOT_CLI_WRONG where it sets the error. */
JotCliExit jot_cli_secret      (char        **argv,
                                GError      **error);
JotCliExit jot_cli_decode      (char        **argv,
                                GError      **error);
JotCliExit jot_cli_sign        (char        **argv,
                                GError      **error);
JotCliExit jot_cli_verify      (char        **argv,
                                GError      **error);

G_END_DECLS
