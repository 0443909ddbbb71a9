/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/secrets/jot-secrets-page.h"

#include "jot-test.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  JwtSecretGenerator *generator;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->page = jot_secrets_page_new ();
  fixture->generator =
    jot_secrets_page_get_generator (JOT_SECRETS_PAGE (fixture->page));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  jot_test_wait_for (gtk_widget_get_mapped (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page, generator = fixture->generator;

  /* GTK leaks a little where a label stops being selectable as its window
   * goes. */
  jot_secrets_page_set_revealed (JOT_SECRETS_PAGE (fixture->page), FALSE);
  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (generator, &generator);
  jot_test_finalize (fixture->window);
  g_assert_null (page);
  g_assert_null (generator);
}

static gboolean
act (Fixture    *fixture,
     const char *action)
{
  return gtk_widget_activate_action (fixture->page, action, NULL);
}

static gboolean
is_revealed (Fixture *fixture)
{
  return jot_secrets_page_get_revealed (JOT_SECRETS_PAGE (fixture->page));
}

static char *
dup_text (Fixture *fixture)
{
  g_autoptr (GBytes) text = jwt_secret_generator_dup_text (fixture->generator);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* Whether any label below the widget has the text in it. */
static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;

  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = dup_text (fixture);

  g_assert_false (is_revealed (fixture));
  g_assert_false (shows (fixture->page, text));

  g_assert_true (act (fixture, "page.reveal"));
  g_assert_true (is_revealed (fixture));
  g_assert_true (shows (fixture->page, text));

  g_assert_true (act (fixture, "page.reveal"));
  g_assert_false (shows (fixture->page, text));

  act (fixture, "page.reveal");
  g_assert_true (act (fixture, "page.hide"));
  g_assert_false (is_revealed (fixture));
  g_assert_false (shows (fixture->page, text));
}

static void
test_generate (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = dup_text (fixture);
  g_autofree char *after = NULL;

  act (fixture, "page.reveal");
  g_assert_true (act (fixture, "page.generate"));
  after = dup_text (fixture);

  g_assert_cmpstr (before, !=, after);
  g_assert_false (is_revealed (fixture));
  g_assert_false (shows (fixture->page, before));
  g_assert_false (shows (fixture->page, after));
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  act (fixture, "page.reveal");
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_false (is_revealed (fixture));

  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_false (is_revealed (fixture));
}

static void
test_reveal_ends (Fixture       *fixture,
                  gconstpointer  data)
{
  guint count, seconds;

  g_object_get (fixture->page, "reveal-seconds", &seconds, NULL);
  g_assert_cmpuint (seconds, ==, 60);

  jot_test_count_notify (fixture->page, "reveal-seconds", &count);
  g_object_set (fixture->page, "reveal-seconds", 60, NULL);
  g_assert_cmpuint (count, ==, 0);

  act (fixture, "page.reveal");
  g_object_set (fixture->page, "reveal-seconds", 1, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (is_revealed (fixture));
  jot_test_wait_for (!is_revealed (fixture));
}

/* Another way to write the same secret is no reason to hide it. */
static void
test_encoding (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = NULL;

  act (fixture, "page.reveal");
  jwt_secret_generator_set_encoding (fixture->generator, JWT_ENCODING_HEX);
  text = dup_text (fixture);
  g_assert_true (is_revealed (fixture));
  g_assert_true (shows (fixture->page, text));
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
read_clipboard (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  g_autoptr (GAsyncResult) result = NULL;

  gdk_display_sync (gtk_widget_get_display (fixture->page));
  jot_test_settle ();
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &result);
  jot_test_wait_for (result);

  return gdk_clipboard_read_text_finish (clipboard, result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = dup_text (fixture);
  g_autofree char *copied = NULL;

  g_assert_true (act (fixture, "page.copy"));
  g_assert_false (is_revealed (fixture));
  copied = read_clipboard (fixture);
  g_assert_cmpstr (copied, ==, text);

  g_assert_true (act (fixture, "page.clear-clipboard"));
  g_assert_null (gdk_clipboard_get_content (
                   gtk_widget_get_clipboard (fixture->page)));
}

typedef struct
{
  GBytes *text;
  JwtEncoding encoding;
  JwtAlgorithm algorithm;
  guint times;
} Handover;

static void
use_cb (JotSecretsPage *page,
        GBytes         *text,
        JwtEncoding     encoding,
        JwtAlgorithm    algorithm,
        Handover       *handover)
{
  g_clear_pointer (&handover->text, g_bytes_unref);
  handover->text = g_bytes_ref (text);
  handover->encoding = encoding;
  handover->algorithm = algorithm;
  handover->times++;
}

static void
test_use_for_signing (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GBytes) text = NULL;
  Handover handover = { 0 };

  g_signal_connect (fixture->page, "use-for-signing", G_CALLBACK (use_cb),
                    &handover);
  jwt_secret_generator_set_algorithm (fixture->generator, JWT_ALGORITHM_HS384);
  jwt_secret_generator_set_encoding (fixture->generator, JWT_ENCODING_HEX);
  text = jwt_secret_generator_dup_text (fixture->generator);

  g_assert_true (act (fixture, "page.use-for-signing"));
  g_assert_cmpuint (handover.times, ==, 1);
  g_assert_true (g_bytes_equal (handover.text, text));
  g_assert_cmpint (handover.encoding, ==, JWT_ENCODING_HEX);
  g_assert_cmpint (handover.algorithm, ==, JWT_ALGORITHM_HS384);

  g_bytes_unref (handover.text);
}

static gboolean
has_focus (Fixture    *fixture,
           const char *pane)
{
  GtkWidget *widget = GTK_WIDGET (
    gtk_widget_get_template_child (fixture->page, JOT_TYPE_SECRETS_PAGE, pane));

  return gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                 widget);
}

static void
test_next_area (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_window_set_focus (fixture->window, NULL);
  act (fixture, "page.next-area");
  g_assert_true (has_focus (fixture, "secret_pane"));
  act (fixture, "page.next-area");
  g_assert_true (has_focus (fixture, "options_pane"));
  act (fixture, "page.next-area");
  g_assert_true (has_focus (fixture, "secret_pane"));
}

static void
test_same_value (Fixture       *fixture,
                 gconstpointer  data)
{
  static guint count; /* hiding the secret, at the end, counts too */

  jot_test_count_notify (fixture->page, "revealed", &count);
  g_object_set (fixture->page, "revealed", FALSE, NULL);
  g_assert_cmpuint (count, ==, 0);
  g_object_set (fixture->page, "revealed", TRUE, NULL);
  g_object_set (fixture->page, "revealed", TRUE, NULL);
  g_assert_cmpuint (count, ==, 1);
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

  add ("/secrets-page/reveal", test_reveal);
  add ("/secrets-page/reveal-ends", test_reveal_ends);
  add ("/secrets-page/generate", test_generate);
  add ("/secrets-page/leave", test_leave);
  add ("/secrets-page/encoding", test_encoding);
  add ("/secrets-page/copy", test_copy);
  add ("/secrets-page/use-for-signing", test_use_for_signing);
  add ("/secrets-page/next-area", test_next_area);
  add ("/secrets-page/same-value", test_same_value);

  return g_test_run ();
}
