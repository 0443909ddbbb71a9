/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "cli/jot-cli-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/jwt-bytes.h"

#define FIRST_SIZE 4096

/* What has been read so far; it may be a secret, so that no copy stays. */
typedef struct
{
  char  *data;
  gsize  size;
  gsize  capacity;
} Buffer;

static void
buffer_clear (Buffer *self)
{
  if (self->data != NULL)
    jwt_wipe (self->data, self->capacity);
  g_clear_pointer (&self->data, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Buffer, buffer_clear)

static void
buffer_grow (Buffer *self)
{
  Buffer larger = { NULL, self->size, MAX (FIRST_SIZE, self->capacity * 2) };

  larger.data = g_malloc (larger.capacity);
  if (self->size > 0)
    memcpy (larger.data, self->data, self->size);
  buffer_clear (self);
  *self = larger;
}

/* Reads once; says whether there may be more. */
static gboolean
buffer_read (Buffer *self,
             int     fd,
             gssize *got)
{
  if (self->size == self->capacity)
    buffer_grow (self);

  do {
    *got = read (fd, self->data + self->size, self->capacity - self->size);
  } while (*got < 0 && errno == EINTR);
  if (*got > 0)
    self->size += *got;

  return *got > 0;
}

/**
 * jot_cli_input_read_fd: (skip)
 * @fd: an open file
 * @name: what the file is called in a message
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads a file to its end, whatever bytes it has.
 *
 * Returns: (transfer full) (nullable): the bytes, wiped when they are freed
 */
GBytes *
jot_cli_input_read_fd (int          fd,
                       const char  *name,
                       GError     **error)
{
  g_auto (Buffer) buffer = { NULL, 0, 0 };
  gssize got = 0;

  while (buffer_read (&buffer, fd, &got)) {
    if (buffer.size > JOT_CLI_INPUT_MAX_SIZE) {
      g_autofree char *limit = g_format_size_full (JOT_CLI_INPUT_MAX_SIZE,
                                                   G_FORMAT_SIZE_IEC_UNITS);

      jot_cli_set_error (error, JOT_CLI_ERROR_INPUT,
                         _("%s is larger than %s, the most that is read."),
                         name, limit);
      return NULL;
    }
  }

  if (got < 0) {
    jot_cli_set_error (error, JOT_CLI_ERROR_INPUT,
                       _("%s cannot be read: %s."), name, g_strerror (errno));
    return NULL;
  }

  return jwt_bytes_take_wiped (g_steal_pointer (&buffer.data), buffer.size);
}

/**
 * jot_cli_input_read_file: (skip)
 * @path: the file's name
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads the file with that name; a pipe with a name will do as well.
 *
 * Returns: (transfer full) (nullable): the bytes, wiped when they are freed
 */
GBytes *
jot_cli_input_read_file (const char  *path,
                         GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *name = g_strdup_printf (_("The file “%s”"), shown);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  GBytes *bytes = NULL;

  if (fd < 0) {
    jot_cli_set_error (error, JOT_CLI_ERROR_INPUT,
                       _("%s cannot be opened: %s."), name, g_strerror (errno));
    return NULL;
  }

  bytes = jot_cli_input_read_fd (fd, name, error);
  close (fd);
  return bytes;
}

/**
 * jot_cli_input_read: (skip)
 * @argument: a text, `@FILE`, or `-` for standard input
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads what an argument stands for.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
jot_cli_input_read (const char  *argument,
                    GError     **error)
{
  if (jot_cli_input_is_stdin (argument))
    return jot_cli_input_read_fd (STDIN_FILENO, _("Standard input"), error);
  if (argument[0] == '@')
    return jot_cli_input_read_file (argument + 1, error);

  return g_bytes_new (argument, strlen (argument));
}

/**
 * jot_cli_input_read_text: (skip)
 * @argument: a text, `@FILE`, or `-` for standard input
 * @error: (nullable): where an error of JOT_CLI_ERROR goes
 *
 * Reads what an argument stands for, without the line break that ends a file.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
jot_cli_input_read_text (const char  *argument,
                         GError     **error)
{
  g_autoptr (GBytes) bytes = jot_cli_input_read (argument, error);

  if (bytes == NULL)
    return NULL;
  if (!jot_cli_input_is_stdin (argument) && argument[0] != '@')
    return g_steal_pointer (&bytes);

  return jot_cli_input_strip_newline (bytes);
}

/**
 * jot_cli_input_is_stdin: (skip)
 * @argument: what jot_cli_input_read() takes
 *
 * Returns: whether it stands for standard input
 */
gboolean
jot_cli_input_is_stdin (const char *argument)
{
  return strcmp (argument, "-") == 0;
}

/**
 * jot_cli_input_strip_newline: (skip)
 * @bytes: what a file holds
 *
 * Leaves off one line break, LF or CR LF, from the end.
 *
 * Returns: (transfer full): the bytes before it
 */
GBytes *
jot_cli_input_strip_newline (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 0 && data[size - 1] == '\n')
    size -= (size > 1 && data[size - 2] == '\r') ? 2 : 1;

  return g_bytes_new_from_bytes (bytes, 0, size);
}
