/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void    jwt_wipe             (gpointer       data,
                              gsize          size);
GBytes *jwt_bytes_take_wiped (gpointer       data,
                              gsize          size);
GBytes *jwt_bytes_copy_wiped (gconstpointer  data,
                              gsize          size);

G_END_DECLS
