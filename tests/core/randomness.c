/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "randomness.h"

#include <dlfcn.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

typedef int (*RandomFunc) (gnutls_rnd_level_t  level,
                           void               *data,
                           size_t              size);

static gboolean is_failing;
static guint n_calls;
static int last_level = -1;

static RandomFunc
find_next (void)
{
  RandomFunc next;

  /* Without a use of it, the linker leaves the library out. */
  g_assert_nonnull (gnutls_check_version (NULL));
  next = (RandomFunc) dlsym (RTLD_NEXT, "gnutls_rnd");
  g_assert_nonnull (next);

  return next;
}

/* This takes the place of the library's function for the whole process. */
int
gnutls_rnd (gnutls_rnd_level_t  level,
            void               *data,
            size_t              size)
{
  n_calls++;
  last_level = (int) level;

  return is_failing ? GNUTLS_E_RANDOM_FAILED
                    : find_next () (level, data, size);
}

void
randomness_set_failing (gboolean failing)
{
  is_failing = failing;
}

guint
randomness_get_calls (void)
{
  return n_calls;
}

int
randomness_get_level (void)
{
  return last_level;
}
