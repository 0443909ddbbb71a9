/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/base/jwt-bytes.h"

#include <string.h>

#include "witness.h"

static const char secret[] = "correct horse battery staple, 42";

#define SIZE (sizeof secret - 1)

/* What the other tests of wiping rest on: plain memory is seen. */
static void
test_witness (void)
{
  char *copy = g_memdup2 (secret, SIZE);
  GBytes *bytes = g_bytes_new (secret, SIZE);

  witness_start (secret, SIZE);
  g_free (copy);
  g_bytes_unref (bytes);
  g_assert_cmpuint (witness_stop (), ==, 2);
}

static void
test_wipe (void)
{
  char buffer[SIZE + 2] = "<";

  memcpy (buffer + 1, secret, SIZE);
  buffer[SIZE + 1] = '>';
  jwt_wipe (buffer + 1, SIZE);

  g_assert_cmpint (buffer[0], ==, '<');
  g_assert_cmpint (buffer[SIZE + 1], ==, '>');
  for (gsize i = 1; i <= SIZE; i++)
    g_assert_cmpint (buffer[i], ==, 0);
}

static void
test_wipe_nothing (void)
{
  char buffer[] = "x";

  jwt_wipe (NULL, 0);
  jwt_wipe (buffer, 0);
  g_assert_cmpstr (buffer, ==, "x");
}

static void
test_take (void)
{
  char *data = g_memdup2 (secret, SIZE);
  GBytes *bytes = jwt_bytes_take_wiped (data, SIZE);

  g_assert_true (g_bytes_get_data (bytes, NULL) == data);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, SIZE);

  witness_start (secret, SIZE);
  g_bytes_unref (bytes);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

/* Wiped with the last reference, no sooner. */
static void
test_references (void)
{
  GBytes *bytes = jwt_bytes_copy_wiped (secret, SIZE);
  GBytes *part = g_bytes_new_from_bytes (bytes, 8, 5);

  witness_start (secret, SIZE);
  g_bytes_unref (bytes);
  g_assert_cmpmem (g_bytes_get_data (part, NULL), g_bytes_get_size (part),
                   "horse", 5);
  g_bytes_unref (part);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

static void
test_copy (void)
{
  char source[] = "abc";
  g_autoptr (GBytes) bytes = jwt_bytes_copy_wiped (source, 2);

  source[0] = '?';
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 2);
  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, "ab");
}

static void
test_empty (void)
{
  g_autoptr (GBytes) copied = jwt_bytes_copy_wiped (NULL, 0);
  g_autoptr (GBytes) taken = jwt_bytes_take_wiped (NULL, 0);

  g_assert_cmpuint (g_bytes_get_size (copied), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (taken), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bytes/witness", test_witness);
  g_test_add_func ("/bytes/wipe", test_wipe);
  g_test_add_func ("/bytes/wipe-nothing", test_wipe_nothing);
  g_test_add_func ("/bytes/take", test_take);
  g_test_add_func ("/bytes/references", test_references);
  g_test_add_func ("/bytes/copy", test_copy);
  g_test_add_func ("/bytes/empty", test_empty);

  return g_test_run ();
}
