/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/secret/jwt-secret.h"

G_BEGIN_DECLS

#define JOT_TYPE_SECRETS_PAGE (jot_secrets_page_get_type ())

/* Properties: generator (JwtSecretGenerator, read-only), revealed (whether the
 * secret can be read), reveal-seconds (after which that ends by itself).
 * Signal use-for-signing (GBytes, JwtEncoding, JwtAlgorithm): a person hands
 * the secret, as it is written, to whoever signs. */
G_DECLARE_FINAL_TYPE (JotSecretsPage, jot_secrets_page,
                      JOT, SECRETS_PAGE, AdwBin)

GtkWidget          *jot_secrets_page_new           (void);
JwtSecretGenerator *jot_secrets_page_get_generator (JotSecretsPage *self);
gboolean            jot_secrets_page_get_revealed  (JotSecretsPage *self);
void                jot_secrets_page_set_revealed  (JotSecretsPage *self,
                                                    gboolean        revealed);

G_END_DECLS
