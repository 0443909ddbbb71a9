/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Stands before the system's generator, lets it work, and on demand lets it
 * fail, as it does where the kernel has no randomness to give. */
void  randomness_set_failing (gboolean failing);
guint randomness_get_calls   (void);
int   randomness_get_level   (void);
