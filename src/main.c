/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "jotsmith-config.h"
#include "ui/jot-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (JotApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Jotsmith"));

  application = jot_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
