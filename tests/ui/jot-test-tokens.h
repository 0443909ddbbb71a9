/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

#include "jot-test.h"

/* RFC 7515 appendix A.1: the token, and its key as the JWK gives it. */
#define A1_HEADER "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
#define A1_PAYLOAD \
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvb" \
  "S9pc19yb290Ijp0cnVlfQ"
#define A1_SIGNATURE "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
#define A1_TOKEN A1_HEADER "." A1_PAYLOAD "." A1_SIGNATURE
#define A1_EXP 1300819380
#define A1_KEY \
  "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTw" \
  "jAzZr1Z9CAow"

/* A template's child by the name that it has there. */
#define jot_test_child(widget, name) \
  ((gpointer) gtk_widget_get_template_child (GTK_WIDGET (widget), \
                                             G_OBJECT_TYPE (widget), name))

static inline void
jot_test_give_key (JwtWorkbench *workbench)
{
  jwt_workbench_set_key_text (workbench, A1_KEY, JWT_ENCODING_BASE64URL);
}

/* A workbench on which the A.1 token lies, a minute before it expires. */
static inline JwtWorkbench *
jot_test_workbench (void)
{
  JwtWorkbench *workbench = jwt_workbench_new ();

  jwt_workbench_set_time (workbench, A1_EXP - 60);
  jwt_workbench_paste (workbench, A1_TOKEN);

  return workbench;
}

/* Whether any label below the widget that can be seen has the text in it. */
static inline gboolean
jot_test_shows (GtkWidget  *widget,
                const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return FALSE;

  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;

  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (jot_test_shows (child, text))
      return TRUE;

  return FALSE;
}
