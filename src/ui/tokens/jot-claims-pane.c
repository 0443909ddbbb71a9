/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-claims-pane.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-claim-row.h"

/* Nobody reads on from here, and each row costs as much as all of a small
 * window. */
#define MAX_ROWS 60

struct _JotClaimsPane
{
  JotPane parent_instance;

  GtkWidget *badge;
  GtkListBox *list;
  GtkWidget *lifetime_row;
  GtkLabel *lifetime;
  GtkLabel *left;
  GtkLevelBar *meter;
  GtkWidget *more_row;
  GtkLabel *more;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (JotClaimsPane, jot_claims_pane, JOT_TYPE_PANE)

static void
name_meter (JotClaimsPane *self,
            const char    *left)
{
  /* Translators: %s is like “14 min left”. */
  g_autofree char *name = g_strdup_printf (_("Token lifetime, %s"), left);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meter),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_lifetime (JotClaimsPane *self,
               JwtClaims     *claims,
               gint64         now)
{
  double fraction;
  g_autofree char *lifetime = jot_words_lifetime (claims);
  g_autofree char *left = jot_words_lifetime_left (claims, now, &fraction);

  gtk_widget_set_visible (self->lifetime_row, lifetime != NULL);
  if (!lifetime)
    return;

  gtk_label_set_label (self->lifetime, lifetime);
  gtk_label_set_label (self->left, left);
  gtk_level_bar_set_value (self->meter, fraction);
  name_meter (self, left);

  if (fraction >= 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->meter), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->meter), "over");
}

static void
add_row (JotClaimsPane *self)
{
  GtkWidget *row = jot_claim_row_new ();

  gtk_list_box_insert (self->list, row, self->rows->len + 1);
  g_ptr_array_add (self->rows, row);
}

static void
remove_row (JotClaimsPane *self)
{
  guint last = self->rows->len - 1;

  gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, last));
  g_ptr_array_remove_index (self->rows, last);
}

/* Rows stay where they can, so that a tick of the clock takes no focus away. */
static void
show_claims (JotClaimsPane *self,
             GPtrArray     *claims)
{
  guint n_rows = MIN (claims->len, MAX_ROWS), i;

  while (self->rows->len > n_rows)
    remove_row (self);
  while (self->rows->len < n_rows)
    add_row (self);

  for (i = 0; i < n_rows; i++)
    jot_claim_row_set_claim (g_ptr_array_index (self->rows, i),
                             g_ptr_array_index (claims, i));
}

static void
show_more (JotClaimsPane *self,
           guint          n_more)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("And %u more claim in the payload",
                               "And %u more claims in the payload", n_more),
                     n_more);

  gtk_widget_set_visible (self->more_row, n_more > 0);
  gtk_label_set_label (self->more, text);
}

static gboolean
is_proven (JwtVerdict *verdict)
{
  return jwt_verdict_get_check (verdict, JWT_CHECK_SIGNATURE) ==
         JWT_CHECK_PASSED;
}

static void
jot_claims_pane_sync (JotPane *pane)
{
  JotClaimsPane *self = JOT_CLAIMS_PANE (pane);
  JwtWorkbench *workbench = jot_pane_get_workbench (pane);
  JwtVerdict *verdict = jwt_workbench_get_verdict (workbench);
  JwtClaims *claims = verdict ? jwt_verdict_get_claims (verdict) : NULL;
  g_autoptr (GPtrArray) words = NULL;
  gint64 now;

  now = verdict ? jwt_verdict_get_time (verdict) : 0;
  words = jot_words_claims (claims, now);
  jot_words_add_disclosures (words, jwt_workbench_get_token (workbench));
  gtk_widget_set_visible (GTK_WIDGET (self), words->len > 0);
  if (words->len == 0)
    return;

  gtk_widget_set_visible (self->badge, !is_proven (verdict));
  show_lifetime (self, claims, now);
  show_claims (self, words);
  show_more (self, words->len - MIN (words->len, MAX_ROWS));
}

static gboolean
jot_claims_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (JOT_CLAIMS_PANE (widget)->list),
                                 GTK_DIR_TAB_FORWARD);
}

static void
jot_claims_pane_dispose (GObject *object)
{
  g_clear_pointer (&JOT_CLAIMS_PANE (object)->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_CLAIMS_PANE);

  G_OBJECT_CLASS (jot_claims_pane_parent_class)->dispose (object);
}

static void
jot_claims_pane_class_init (JotClaimsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jot_claims_pane_dispose;
  widget_class->grab_focus = jot_claims_pane_grab_focus;
  JOT_PANE_CLASS (klass)->sync = jot_claims_pane_sync;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-claims-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, badge);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, list);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane,
                                        lifetime_row);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, lifetime);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, left);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, meter);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, more_row);
  gtk_widget_class_bind_template_child (widget_class, JotClaimsPane, more);
}

static void
jot_claims_pane_init (JotClaimsPane *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* GTK colours a level by how high it is; here only the end is bad news. */
  gtk_level_bar_remove_offset_value (self->meter, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->meter, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->meter, GTK_LEVEL_BAR_OFFSET_FULL);
}
