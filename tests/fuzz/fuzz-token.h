/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The fuzzer calls it by this name; so does the replay of what it has found. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
