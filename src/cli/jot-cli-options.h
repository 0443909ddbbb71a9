/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"

G_BEGIN_DECLS

/* The texts are marked with N_() and translated when they are shown. */
typedef struct
{
  const char *synopsis;    /* what follows the command's name */
  const char *summary;
  const char *description; /* nullable; stands below the options */
} JotCliUsage;

typedef enum
{
  JOT_CLI_OPTIONS_READ,
  JOT_CLI_OPTIONS_ANSWERED, /* --help or --version was all there was to do */
  JOT_CLI_OPTIONS_WRONG,
} JotCliOptionsResult;

JotCliOptionsResult jot_cli_options_read (const JotCliUsage    *usage,
                                          const GOptionEntry   *entries,
                                          char                **argv,
                                          GError              **error);
const char         *jot_cli_options_only (char                **rest,
                                          GError              **error);

G_END_DECLS
