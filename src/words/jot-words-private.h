/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "words/jot-words.h"

G_BEGIN_DECLS

/* A long text in a sentence is cut to this many characters. */
#define JOT_WORDS_MAX_QUOTE 300

char     *jot_words_abridge        (const char   *text);
char     *jot_words_character      (gunichar      character);
char     *jot_words_list           (char        **items);
char     *jot_words_dup_value      (JwtJson      *json,
                                    const JwtJsonSpan *span);
char     *jot_words_issuer         (const char   *actual);
char     *jot_words_audience       (const char   *actual);
char     *jot_words_fault          (const GError *error);
char     *jot_words_fault_line     (const GError *error);
char     *jot_words_alphabet_error (const GError *error);
char     *jot_words_syntax         (const JwtErrorDetail *detail);
char     *jot_words_key_error      (const GError *error);
char     *jot_words_claim_error    (const GError *error);
gint64    jot_words_subtract       (gint64        one,
                                    gint64        other);
char     *jot_words_ago            (gint64        seconds);
char     *jot_words_expiry         (gint64        seconds,
                                    gint64        now);
char     *jot_words_running        (gint64        exp,
                                    gint64        now);
gboolean  jot_words_get_exp        (JwtClaims    *claims,
                                    gint64       *seconds);
gboolean  jot_words_get_nbf        (JwtClaims    *claims,
                                    gint64       *seconds);

G_END_DECLS
