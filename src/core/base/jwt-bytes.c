/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-bytes.h"

#include <string.h>

/* A GBytes tells its free function nothing of the size, so this does. */
typedef struct
{
  gpointer data;
  gsize    size;
} WipedBuffer;

static void
wiped_buffer_free (gpointer data)
{
  WipedBuffer *buffer = data;

  jwt_wipe (buffer->data, buffer->size);
  g_free (buffer->data);
  g_free (buffer);
}

/**
 * jwt_wipe:
 * @data: (nullable): the memory to overwrite
 * @size: its size in bytes
 *
 * Overwrites @data with zeros, in a way that the compiler may not leave out.
 */
void
jwt_wipe (gpointer data,
          gsize    size)
{
  if (data != NULL && size > 0)
    explicit_bzero (data, size);
}

/**
 * jwt_bytes_take_wiped:
 * @data: (transfer full) (nullable): memory from g_malloc()
 * @size: its size in bytes
 *
 * Makes a #GBytes of @data, which is overwritten with zeros right before it is
 * freed.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
jwt_bytes_take_wiped (gpointer data,
                      gsize    size)
{
  WipedBuffer *buffer = g_new (WipedBuffer, 1);

  buffer->data = data;
  buffer->size = size;

  return g_bytes_new_with_free_func (data, size, wiped_buffer_free, buffer);
}

/**
 * jwt_bytes_copy_wiped:
 * @data: (nullable): the memory to copy
 * @size: its size in bytes
 *
 * Copies @data as jwt_bytes_take_wiped() holds it. A NUL that is not counted
 * follows the copy, so that a text stays a C string.
 *
 * Returns: (transfer full): the copy
 */
GBytes *
jwt_bytes_copy_wiped (gconstpointer data,
                      gsize         size)
{
  char *copy = g_malloc (size + 1);

  if (size > 0)
    memcpy (copy, data, size);
  copy[size] = '\0';

  return jwt_bytes_take_wiped (copy, size);
}
