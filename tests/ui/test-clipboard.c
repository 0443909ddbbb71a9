/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-clipboard.h"

#include "jot-test.h"

#define SECRET "Zm9vYmFy-_made-up"

typedef struct
{
  GdkClipboard *gdk;
  JotClipboard *clipboard;
  gboolean freed;
} Fixture;

static void
freed_cb (gpointer user_data)
{
  gboolean *freed = user_data;

  *freed = TRUE;
}

/* The X server tells who owns the clipboard, and it is to have told of the one
 * before the next takes over. */
static void
settle (void)
{
  gdk_display_sync (gdk_display_get_default ());
  jot_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->gdk = gdk_display_get_clipboard (gdk_display_get_default ());
  fixture->clipboard = jot_clipboard_new (fixture->gdk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->clipboard)
    jot_test_finalize (fixture->clipboard);
  gdk_clipboard_set_content (fixture->gdk, NULL);
  settle ();
}

static void
copy (Fixture *fixture)
{
  g_autoptr (GBytes) secret =
    g_bytes_new_with_free_func (SECRET, strlen (SECRET), freed_cb,
                                &fixture->freed);

  fixture->freed = FALSE;
  jot_clipboard_copy_secret (fixture->clipboard, secret);
  settle ();
}

static void
copy_something_else (Fixture *fixture)
{
  gdk_clipboard_set_text (fixture->gdk, "something else");
  settle ();
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static char *
read_text (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  gdk_clipboard_read_text_async (fixture->gdk, NULL, read_cb, &result);
  jot_test_wait_for (result);

  return gdk_clipboard_read_text_finish (fixture->gdk, result, NULL);
}

/* GTK leaks a little when it is asked to read nothing. */
static gboolean
has_text (Fixture *fixture)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (fixture->gdk);

  return gdk_content_formats_contain_mime_type (formats, "text/plain") ||
         gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

static char *
read_mime_type (Fixture    *fixture,
                const char *mime_type)
{
  const char *mime_types[] = { mime_type, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GInputStream) stream = NULL;
  char buffer[64] = { 0 };

  gdk_clipboard_read_async (fixture->gdk, mime_types, G_PRIORITY_DEFAULT, NULL,
                            read_cb, &result);
  jot_test_wait_for (result);
  stream = gdk_clipboard_read_finish (fixture->gdk, result, NULL, NULL);
  g_assert_nonnull (stream);
  g_input_stream_read_all_async (stream, buffer, sizeof buffer - 1,
                                 G_PRIORITY_DEFAULT, NULL, read_cb, &done);
  jot_test_wait_for (done);

  return g_strdup (buffer);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL, *typed = NULL, *hint = NULL;

  copy (fixture);
  g_assert_true (gdk_clipboard_is_local (fixture->gdk));

  text = read_text (fixture);
  g_assert_cmpstr (text, ==, SECRET);
  typed = read_mime_type (fixture, "text/plain;charset=utf-8");
  g_assert_cmpstr (typed, ==, SECRET);
  hint = read_mime_type (fixture, "x-kde-passwordManagerHint");
  g_assert_cmpstr (hint, ==, "secret");
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_false (jot_clipboard_clear (fixture->clipboard));

  copy (fixture);
  g_assert_true (has_text (fixture));
  g_assert_true (jot_clipboard_clear (fixture->clipboard));
  settle ();
  g_assert_null (gdk_clipboard_get_content (fixture->gdk));
  g_assert_true (fixture->freed);

  g_assert_false (has_text (fixture));
  g_assert_false (jot_clipboard_clear (fixture->clipboard));
}

/* What somebody copied later is not ours to take away. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;

  copy (fixture);
  copy_something_else (fixture);
  g_assert_true (fixture->freed);
  g_assert_false (jot_clipboard_clear (fixture->clipboard));

  text = read_text (fixture);
  g_assert_cmpstr (text, ==, "something else");
}

static void
test_delay (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (jot_clipboard_get_delay (fixture->clipboard), ==, 30);

  jot_clipboard_set_delay (fixture->clipboard, 1);
  copy (fixture);
  g_assert_nonnull (gdk_clipboard_get_content (fixture->gdk));
  jot_test_wait_for (!gdk_clipboard_get_content (fixture->gdk));
  jot_test_wait_for (fixture->freed);
}

static void
test_delay_changes (Fixture       *fixture,
                    gconstpointer  data)
{
  guint count;

  jot_test_count_notify (fixture->clipboard, "delay", &count);
  g_object_set (fixture->clipboard, "delay", 30, NULL);
  g_assert_cmpuint (count, ==, 0);

  /* It counts from now on for what is on the clipboard already. */
  copy (fixture);
  g_object_set (fixture->clipboard, "delay", 1, NULL);
  g_assert_cmpuint (count, ==, 1);
  jot_test_wait_for (!gdk_clipboard_get_content (fixture->gdk));
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  copy (fixture);
  jot_test_finalize (g_steal_pointer (&fixture->clipboard));
  g_assert_null (gdk_clipboard_get_content (fixture->gdk));
  g_assert_true (fixture->freed);
}

static void
test_end_others (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  copy (fixture);
  copy_something_else (fixture);
  jot_test_finalize (g_steal_pointer (&fixture->clipboard));

  text = read_text (fixture);
  g_assert_cmpstr (text, ==, "something else");
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  jot_test_init (&argc, &argv);

  add ("/clipboard/copy", test_copy);
  add ("/clipboard/clear", test_clear);
  add ("/clipboard/others", test_others);
  add ("/clipboard/delay", test_delay);
  add ("/clipboard/delay-changes", test_delay_changes);
  add ("/clipboard/end", test_end);
  add ("/clipboard/end-others", test_end_others);

  return g_test_run ();
}
