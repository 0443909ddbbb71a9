/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* From start to stop, counts the blocks of memory that are freed, or moved by
 * realloc(), while they hold the needle. */
void  witness_start (gconstpointer needle,
                     gsize         size);
guint witness_stop  (void);
