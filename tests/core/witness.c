/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "witness.h"

#include <malloc.h>
#include <string.h>

#ifdef __has_feature
#if __has_feature (address_sanitizer)
#define WITH_SANITIZER 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define WITH_SANITIZER 1
#endif

static const void *needle;
static gsize needle_size;
static guint n_seen;

static gboolean
holds_needle (const void *block)
{
  return needle != NULL && block != NULL &&
         memmem (block, malloc_usable_size ((void *) block),
                 needle, needle_size) != NULL;
}

#ifdef WITH_SANITIZER

/* The sanitizer has a malloc() of its own, and tells of its use; not every
 * compiler comes with the header that says so. */
int __sanitizer_install_malloc_and_free_hooks (
  void (*allocated) (const volatile void *block, size_t size),
  void (*freed)     (const volatile void *block));

static void
allocated_cb (const volatile void *block,
              size_t               size)
{
}

static void
freed_cb (const volatile void *block)
{
  if (holds_needle ((const void *) block))
    n_seen++;
}

static void
install (void)
{
  static gboolean installed;

  if (!installed)
    g_assert_cmpint (__sanitizer_install_malloc_and_free_hooks (allocated_cb,
                                                                freed_cb),
                     !=, 0);
  installed = TRUE;
}

#else

/* These take the place of the C library's for the whole process. */
void  __libc_free    (void   *block);
void *__libc_realloc (void   *block,
                      size_t  size);

void
free (void *block)
{
  if (holds_needle (block))
    n_seen++;

  __libc_free (block);
}

void *
realloc (void   *block,
         size_t  size)
{
  gboolean held = holds_needle (block);
  guintptr before = (guintptr) block;
  void *moved = __libc_realloc (block, size);

  if (held && (guintptr) moved != before)
    n_seen++;

  return moved;
}

static void
install (void)
{
}

#endif

void
witness_start (gconstpointer what,
               gsize         size)
{
  install ();

  n_seen = 0;
  needle_size = size;
  needle = what;
}

guint
witness_stop (void)
{
  needle = NULL;

  return n_seen;
}
