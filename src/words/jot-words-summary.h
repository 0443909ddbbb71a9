/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "words/jot-words.h"

G_BEGIN_DECLS

char *jot_words_join    (const char   *one,
                         const char   *other);
char *jot_words_draft   (JwtWorkbench *workbench);
char *jot_words_outcome (JwtWorkbench *workbench);

G_END_DECLS
