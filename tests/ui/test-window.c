/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-window.h"

#include "jot-test.h"
#include "ui/secrets/jot-secrets-page.h"
#include "ui/tokens/jot-tokens-page.h"

typedef struct
{
  JotWindow *window;
  GtkNotebook *notebook;
  JotSecretsPage *secrets;
  JotTokensPage *tokens;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window),
                                        JOT_TYPE_WINDOW, name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = jot_window_new (NULL);
  fixture->notebook = get_child (fixture, "notebook");
  fixture->secrets = get_child (fixture, "secrets_page");
  fixture->tokens = get_child (fixture, "tokens_page");
  gtk_window_present (GTK_WINDOW (fixture->window));
  jot_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->secrets)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer secrets = fixture->secrets, tokens = fixture->tokens;

  g_object_add_weak_pointer (secrets, &secrets);
  g_object_add_weak_pointer (tokens, &tokens);
  jot_test_finalize (fixture->window);
  g_assert_null (secrets);
  g_assert_null (tokens);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  gboolean known =
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);

  g_assert_true (known);
}

static JwtWorkbench *
get_workbench (Fixture *fixture)
{
  return jot_tokens_page_get_workbench (fixture->tokens);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  guint count;

  jot_test_count_notify (window, "page", &count);
  g_assert_cmpint (jot_window_get_page (fixture->window), ==, 0);

  gtk_widget_activate_action (window, "win.page", "i", 1);
  g_assert_cmpint (jot_window_get_page (fixture->window), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->tokens)));
  g_assert_cmpuint (count, ==, 1);

  g_object_set (window, "page", 1, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (window, "page", 0, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->secrets)));
  g_assert_cmpuint (count, ==, 2);
}

static void
test_tabs (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *secrets_label = get_child (fixture, "secrets_label");
  GtkWidget *tokens_label = get_child (fixture, "tokens_label");
  GtkWidget *secrets = gtk_widget_get_parent (secrets_label);
  GtkWidget *tokens = gtk_widget_get_parent (tokens_label);

  gtk_test_accessible_assert_role (secrets, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (secrets, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Secrets");
  gtk_test_accessible_assert_property (tokens, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tokens");
}

static void
test_new_token (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                              "win.new-token", "s", "access");
  g_assert_cmpint (jot_window_get_page (fixture->window), ==, 1);
  g_assert_cmpint (jwt_workbench_get_owner (get_workbench (fixture)), ==,
                   JWT_OWNER_DRAFT);
}

static void
test_use_for_signing (Fixture       *fixture,
                      gconstpointer  data)
{
  act (fixture, "win.use-for-signing");
  g_assert_cmpint (jot_window_get_page (fixture->window), ==, 1);
  g_assert_cmpint (jwt_workbench_get_owner (get_workbench (fixture)), ==,
                   JWT_OWNER_SIGNED);

  /* Tokens has no such action, so it is for nobody now. */
  g_object_set (fixture->window, "page", 0, NULL);
  jwt_secret_generator_set_algorithm (
    jot_secrets_page_get_generator (fixture->secrets), JWT_ALGORITHM_HS384);
  g_object_set (fixture->window, "page", 1, NULL);
  act (fixture, "win.use-for-signing");
  g_assert_cmpint (jwt_policy_get_algorithm (
                     jwt_workbench_get_policy (get_workbench (fixture))), ==,
                   JWT_ALGORITHM_HS256);
}

static void
test_visible (Fixture       *fixture,
              gconstpointer  data)
{
  JwtSecretGenerator *generator =
    jot_secrets_page_get_generator (fixture->secrets);
  guint secrets;

  jot_test_count_notify (generator, "secret", &secrets);
  act (fixture, "win.generate");
  g_assert_cmpuint (secrets, ==, 1);

  act (fixture, "win.reveal");
  g_assert_true (jot_secrets_page_get_revealed (fixture->secrets));
  act (fixture, "win.hide");
  g_assert_false (jot_secrets_page_get_revealed (fixture->secrets));

  /* What is out of sight stays as it is, but a revealed secret is hidden. */
  act (fixture, "win.reveal");
  g_object_set (fixture->window, "page", 1, NULL);
  g_assert_false (jot_secrets_page_get_revealed (fixture->secrets));
  act (fixture, "win.generate");
  g_assert_cmpuint (secrets, ==, 1);
}

static gboolean
has_action (gpointer    widget,
            const char *action)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);
  const char *name, *property;
  const GVariantType *type;
  GType owner;
  guint i;

  for (i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &name,
                                             &type, &property); i++)
    if (g_str_equal (name, action))
      return TRUE;

  return FALSE;
}

/* Every action of the window finds one of a page, for a mistyped name would
 * find nothing and say so nowhere. */
static void
test_forwards (Fixture       *fixture,
               gconstpointer  data)
{
  const char * const own[] = { "win.page", "win.close", "win.toast", NULL };
  GtkWidgetClass *window_class = GTK_WIDGET_GET_CLASS (fixture->window);
  const char *name, *property;
  const GVariantType *type;
  GType owner;
  guint i;

  for (i = 0; gtk_widget_class_query_action (window_class, i, &owner, &name,
                                             &type, &property); i++) {
    g_autofree char *action = NULL;

    if (owner != JOT_TYPE_WINDOW || g_strv_contains (own, name))
      continue;

    action = g_strconcat ("page.", name + strlen ("win."), NULL);
    if (!has_action (fixture->secrets, action) &&
        !has_action (fixture->tokens, action) &&
        !g_str_equal (name, "win.paste-token"))
      g_error ("no page has an action for %s", name);
  }
}

static guint
count_toasts (GtkWidget  *widget,
              const char *text)
{
  GtkWidget *child;
  guint count = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    count += g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_toasts (child, text);

  return count;
}

static void
test_toasts (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (GTK_WIDGET (fixture->secrets), "win.toast",
                              "(sss)", "A <first> & odd one", "", "");
  jot_test_wait_for (count_toasts (window, "A <first> & odd one") == 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->tokens), "win.toast",
                              "(sss)", "The second", "Undo", "win.page(1)");
  jot_test_wait_for (count_toasts (window, "The second") == 1);
  jot_test_wait_for (count_toasts (window, "A <first> & odd one") == 0);
  g_assert_cmpuint (count_toasts (window, "Undo"), ==, 1);
}

static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (window);

  act (fixture, "win.copy");
  jot_test_wait_for (count_toasts (window, "Secret copied. The clipboard is "
                                           "cleared in 30 s."));
  g_assert_cmpuint (count_toasts (window, "Clear Now"), ==, 1);
  gdk_display_sync (gtk_widget_get_display (window));
  jot_test_settle ();
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));

  /* The button works from the other page too. */
  g_object_set (window, "page", 1, NULL);
  act (fixture, "win.clear-clipboard");
  jot_test_wait_for (count_toasts (window, "Clipboard cleared"));
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  guint count;

  jot_test_wait_for (gtk_widget_get_width (window) >= 740);
  jot_test_settle ();
  g_assert_false (jot_window_get_narrow (fixture->window));
  g_assert_cmpuint (count_toasts (window, "Generate Again"), ==, 1);

  jot_test_count_notify (window, "narrow", &count);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 760);
  jot_test_wait_for (jot_window_get_narrow (fixture->window));
  g_assert_cmpuint (count, ==, 1);
  jot_test_wait_for (count_toasts (window, "Again") == 1);
  g_assert_cmpuint (count_toasts (window, "Paste"), ==, 1);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  jot_test_wait_for (!jot_window_get_narrow (fixture->window));
  g_assert_cmpuint (count, ==, 2);
}

static void
test_decode (Fixture       *fixture,
             gconstpointer  data)
{
  GdkClipboard *clipboard =
    gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gdk_clipboard_set_text (clipboard, "Authorization: Bearer e30.e30.");
  jot_window_decode_clipboard (fixture->window);
  jot_window_decode_clipboard (fixture->window);
  g_assert_cmpint (jot_window_get_page (fixture->window), ==, 1);
  jot_test_wait_for (jwt_workbench_get_token (get_workbench (fixture)));
  g_assert_cmpstr (jwt_workbench_get_token_text (get_workbench (fixture)), ==,
                   "e30.e30.");

  gdk_clipboard_set_content (clipboard, NULL);
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

  add ("/window/pages", test_pages);
  add ("/window/tabs", test_tabs);
  add ("/window/new-token", test_new_token);
  add ("/window/use-for-signing", test_use_for_signing);
  add ("/window/visible", test_visible);
  add ("/window/forwards", test_forwards);
  add ("/window/toasts", test_toasts);
  add ("/window/copied", test_copied);
  add ("/window/narrow", test_narrow);
  add ("/window/decode", test_decode);

  return g_test_run ();
}
