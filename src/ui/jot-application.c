/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/jot-application.h"

#include <glib/gi18n.h>

#include "jotsmith-config.h"
#include "ui/jot-window.h"

struct _JotApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (JotApplication, jot_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[3];
} Accel;

static const Accel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.close", { "<Control>w" } },
  { "win.page(0)", { "<Alt>1" } },
  { "win.page(1)", { "<Alt>2" } },
  { "win.next-area", { "F6" } },
  { "win.copy", { "<Control><Shift>c" } },
  { "win.reveal", { "<Control>h" } },
  { "win.generate", { "<Control>r" } },
  { "win.use-for-signing", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.paste-token", { "<Control><Shift>v" } },
  { "win.new-token::access", { "<Control>n" } },
  { "win.copy-bearer", { "<Control><Shift>b" } },
  { "win.copy-header", { "<Control><Shift>h" } },
  { "win.copy-payload", { "<Control><Shift>p" } },
  { "win.extend(uint32 900)", { "<Control><Shift>1" } },
  { "win.extend(uint32 3600)", { "<Control><Shift>2" } },
  { "win.extend(uint32 86400)", { "<Control><Shift>3" } },
  { "win.revert", { "<Control><Shift>r" } },
  { "win.focus-token", { "<Control>l" } },
  { "win.focus-payload", { "<Control>j" } },
  { "win.focus-key", { "<Control>k" } },
};

static const GOptionEntry options[] = {
  { "new-secret", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Make a new secret"), NULL },
  { "decode-clipboard", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Read the token that is on the clipboard"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and exit"), NULL },
  { NULL }
};

static GtkWidget *
present_window (JotApplication *self)
{
  GtkWindow *window =
    gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!window)
    window = GTK_WINDOW (jot_window_new (GTK_APPLICATION (self)));
  gtk_window_present (window);

  return GTK_WIDGET (window);
}

static void
new_secret_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWidget *window = present_window (user_data);

  gtk_widget_activate_action (window, "win.page", "i", 0);
  gtk_widget_activate_action (window, "win.generate", NULL);
}

static void
decode_clipboard_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  jot_window_decode_clipboard (JOT_WINDOW (present_window (user_data)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Jotsmith"),
                         "application-icon", APPLICATION_ID,
                         "version", VERSION,
                         "developer-name", _("The Jotsmith contributors"),
                         "comments", _("Make secrets for signing, and sign, "
                                       "read and verify JSON Web Tokens. "
                                       "Nothing leaves this computer."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Windows are closed one by one, so that each takes its secret back from the
 * clipboard. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (user_data)))
    gtk_window_destroy (window);

  g_application_quit (user_data);
}

static void
jot_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { .name = "new-secret", .activate = new_secret_cb },
    { .name = "decode-clipboard", .activate = decode_clipboard_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  guint i;

  G_APPLICATION_CLASS (jot_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  for (i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accels[i].action, accels[i].keys);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static void
jot_application_activate (GApplication *application)
{
  present_window (JOT_APPLICATION (application));
}

static int
jot_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;

  g_print ("jotsmith %s\n", VERSION);

  return 0;
}

/* Runs in the first instance, whichever one was asked. */
static int
jot_application_command_line (GApplication            *application,
                              GApplicationCommandLine *command_line)
{
  GActionGroup *actions = G_ACTION_GROUP (application);
  GVariantDict *dict =
    g_application_command_line_get_options_dict (command_line);

  g_application_activate (application);
  if (g_variant_dict_contains (dict, "new-secret"))
    g_action_group_activate_action (actions, "new-secret", NULL);
  if (g_variant_dict_contains (dict, "decode-clipboard"))
    g_action_group_activate_action (actions, "decode-clipboard", NULL);

  return 0;
}

static void
jot_application_class_init (JotApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = jot_application_startup;
  application_class->activate = jot_application_activate;
  application_class->handle_local_options =
    jot_application_handle_local_options;
  application_class->command_line = jot_application_command_line;
}

static void
jot_application_init (JotApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

JotApplication *
jot_application_new (void)
{
  return g_object_new (JOT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/jotsmith/Jotsmith",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
