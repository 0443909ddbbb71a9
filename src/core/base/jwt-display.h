/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jwt_display_is_hidden (gunichar     character);
char    *jwt_display_escape    (const char  *text,
                                gsize        length);

G_END_DECLS
