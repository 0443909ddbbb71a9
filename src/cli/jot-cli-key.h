/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/jot-cli.h"
#include "core/keys/jwt-key.h"

G_BEGIN_DECLS

/* What sign and verify ask about the key, as it was written. */
typedef struct
{
  char     *algorithm;
  char     *source;
  char     *encoding;
  gboolean  keep_newline;
} JotCliKeyOptions;

#define JOT_CLI_KEY_ENTRIES(options)                                          \
  { "algorithm", 'a', 0, G_OPTION_ARG_FILENAME, &(options).algorithm,         \
    N_("The algorithm: HS256, HS384 or HS512"), N_("ALG") },                  \
  { "key", 'k', 0, G_OPTION_ARG_FILENAME, &(options).source,                  \
    N_("Where the secret is, see below"), N_("SOURCE") },                     \
  { "key-encoding", 0, 0, G_OPTION_ARG_FILENAME, &(options).encoding,         \
    N_("How it is written: text, base64url, base64 or hex (default: text)"),  \
    N_("ENCODING") },                                                         \
  { "keep-newline", 0, 0, G_OPTION_ARG_NONE, &(options).keep_newline,         \
    N_("A line break at the end of a file belongs to the secret"), NULL }

#define JOT_CLI_KEY_DESCRIPTION                                               \
  N_("SOURCE is one of\n"                                                     \
     "  env:NAME   the environment variable of that name\n"                   \
     "  file:PATH  a file, without the line break at its end\n"               \
     "  fd:N       an open file descriptor, as the shell numbers them\n"      \
     "  stdin      standard input\n"                                          \
     "  pass:TEXT  the text itself; other users of this machine can read it\n")

void      jot_cli_key_options_clear    (JotCliKeyOptions        *options);
gboolean  jot_cli_key_options_check    (const JotCliKeyOptions  *options,
                                        const char              *input,
                                        JwtAlgorithm            *algorithm,
                                        GError                 **error);
JwtKey   *jot_cli_key_options_read     (const JotCliKeyOptions  *options,
                                        GError                 **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JotCliKeyOptions, jot_cli_key_options_clear)

G_END_DECLS
