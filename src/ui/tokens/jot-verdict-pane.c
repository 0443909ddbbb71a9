/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "ui/tokens/jot-verdict-pane.h"

#include <glib/gi18n.h>

#include "ui/tokens/jot-checks.h"
#include "ui/tokens/jot-place.h"
#include "ui/widgets/jot-wrap.h"
#include "words/jot-words.h"

struct _JotVerdictPane
{
  JotPane parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *chips;
  GtkWidget *actions;
  GtkWidget *go_button;
  GtkWidget *inner_button;
  GtkWidget *revert_button;
  GtkWidget *expect_button;
  GtkWidget *renew_button;
  GtkWidget *secret_button;
  GtkWidget *encoding_button;
  GtkWidget *enter_button;

  JwtSummary announced;
};

G_DEFINE_FINAL_TYPE (JotVerdictPane, jot_verdict_pane, JOT_TYPE_PANE)

#define BAD "bad"
#define WARN "warn"
#define IDLE "idle"
#define OK "ok"

static const struct
{
  const char *css_class;
  const char *icon;
} looks[] = {
  [JWT_SUMMARY_EMPTY] = { IDLE, "dialog-question-symbolic" },
  [JWT_SUMMARY_MALFORMED] = { BAD, "dialog-error-symbolic" },
  [JWT_SUMMARY_INVALID_HEADER] = { WARN, "document-edit-symbolic" },
  [JWT_SUMMARY_INVALID_PAYLOAD] = { WARN, "document-edit-symbolic" },
  [JWT_SUMMARY_UNSECURED] = { BAD, "channel-insecure-symbolic" },
  [JWT_SUMMARY_DRAFT] = { WARN, "document-edit-symbolic" },
  [JWT_SUMMARY_WRONG_ALGORITHM] = { BAD, "window-close-symbolic" },
  [JWT_SUMMARY_NOT_CHECKED] = { IDLE, "dialog-question-symbolic" },
  [JWT_SUMMARY_SIGNATURE_MISMATCH] = { BAD, "window-close-symbolic" },
  [JWT_SUMMARY_EXPIRED] = { WARN, "alarm-symbolic" },
  [JWT_SUMMARY_NOT_YET_VALID] = { WARN, "alarm-symbolic" },
  [JWT_SUMMARY_NEVER_VALID] = { WARN, "alarm-symbolic" },
  [JWT_SUMMARY_WRONG_ISSUER] = { BAD, "window-close-symbolic" },
  [JWT_SUMMARY_WRONG_AUDIENCE] = { BAD, "window-close-symbolic" },
  [JWT_SUMMARY_REJECTED] = { BAD, "window-close-symbolic" },
  [JWT_SUMMARY_UNSAFE_SECRET] = { WARN, "dialog-warning-symbolic" },
  [JWT_SUMMARY_SIGNED] = { OK, "emblem-ok-symbolic" },
  [JWT_SUMMARY_VERIFIED] = { OK, "emblem-ok-symbolic" },
};

static gboolean
needs_key (JwtWorkbench *workbench)
{
  JwtSummary summary = jwt_workbench_get_summary (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);

  if (summary != JWT_SUMMARY_DRAFT && summary != JWT_SUMMARY_NOT_CHECKED)
    return FALSE;

  return !jwt_policy_get_key (policy) ||
         jwt_workbench_get_key_problem (workbench);
}

/* The algorithm that the token names, where it is another one than expected and
 * can be chosen. */
static JwtAlgorithm
get_other_algorithm (JwtWorkbench *workbench)
{
  JwtSummary summary = jwt_workbench_get_summary (workbench);
  JwtPolicy *policy = jwt_workbench_get_policy (workbench);
  JwtToken *token = jwt_workbench_get_token (workbench);
  JwtAlgorithm named;

  if (!token || (summary != JWT_SUMMARY_DRAFT &&
                 summary != JWT_SUMMARY_WRONG_ALGORITHM &&
                 summary != JWT_SUMMARY_NOT_CHECKED))
    return JWT_ALGORITHM_UNKNOWN;

  named = jwt_token_get_algorithm (token);

  return named == jwt_policy_get_algorithm (policy) ? JWT_ALGORITHM_UNKNOWN
                                                    : named;
}

static void
show_expect (JotVerdictPane *self,
             JwtWorkbench   *workbench)
{
  JwtAlgorithm other = get_other_algorithm (workbench);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->expect_button, other != JWT_ALGORITHM_UNKNOWN);
  if (other == JWT_ALGORITHM_UNKNOWN)
    return;

  /* Translators: %s is an algorithm, like HS512. */
  label = g_strdup_printf (_("Expect %s"), jwt_algorithm_get_name (other));
  gtk_button_set_label (GTK_BUTTON (self->expect_button), label);
}

static void
show_encoding (JotVerdictPane *self,
               JwtWorkbench   *workbench)
{
  const JwtHint *hint = jwt_workbench_get_hint (workbench);
  gboolean there = hint && hint->kind == JWT_HINT_ENCODING;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->encoding_button, there);
  if (!there)
    return;

  /* Translators: %s is how a secret may be written, like Base64URL. */
  label = g_strdup_printf (_("Read as %s"),
                           jot_words_encoding (hint->encoding));
  gtk_button_set_label (GTK_BUTTON (self->encoding_button), label);
}

static gboolean
can_go (JwtWorkbench *workbench)
{
  JotPlace place;

  return jot_place_of_problem (workbench, &place);
}

static gboolean
offers_revert (JwtWorkbench *workbench)
{
  JwtOwner owner = jwt_workbench_get_owner (workbench);

  return jwt_workbench_get_can_revert (workbench) && owner != JWT_OWNER_PASTED;
}

static void
show_actions (JotVerdictPane *self,
              JwtWorkbench   *workbench)
{
  JwtSummary summary = jwt_workbench_get_summary (workbench);
  GtkWidget *child = gtk_widget_get_first_child (self->actions);
  gboolean any = FALSE;

  gtk_widget_set_visible (self->go_button, can_go (workbench));
  gtk_widget_set_visible (self->inner_button,
                          jwt_workbench_get_can_open_inner (workbench));
  gtk_widget_set_visible (self->revert_button, offers_revert (workbench));
  gtk_widget_set_visible (self->renew_button, summary == JWT_SUMMARY_EXPIRED);
  gtk_widget_set_visible (self->secret_button,
                          summary == JWT_SUMMARY_UNSAFE_SECRET);
  gtk_widget_set_visible (self->enter_button, needs_key (workbench));
  show_expect (self, workbench);
  show_encoding (self, workbench);

  for (; child; child = gtk_widget_get_next_sibling (child))
    any |= gtk_widget_get_visible (child);
  gtk_widget_set_visible (self->actions, any);
}

/* The name goes last: GTK warns of a target that does not fit the action. */
static void
show_chip (GtkWidget *chip,
           JotCheck  *check)
{
  GtkActionable *actionable = GTK_ACTIONABLE (chip);
  const char *action = check->at_problem ? "page.go-to-problem" : "page.settle";

  jot_chip_set_text (JOT_CHIP (chip), check->text);
  jot_chip_set_state (JOT_CHIP (chip), check->state);

  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), action) != 0)
    gtk_actionable_set_action_name (actionable, NULL);

  if (check->at_problem)
    gtk_actionable_set_action_target_value (actionable, NULL);
  else
    gtk_actionable_set_action_target (actionable, "u", (guint) check->check);

  gtk_actionable_set_action_name (actionable, action);
}

/* Chips stay where they can, so that a tick of the clock takes no focus. */
static void
show_chips (JotVerdictPane *self,
            GPtrArray      *checks)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);
  guint i;

  for (i = 0; i < checks->len; i++) {
    if (!chip) {
      chip = jot_chip_new ();
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
    show_chip (chip, g_ptr_array_index (checks, i));
    chip = gtk_widget_get_next_sibling (chip);
  }

  while (chip) {
    GtkWidget *next = gtk_widget_get_next_sibling (chip);

    gtk_box_remove (GTK_BOX (self->chips), chip);
    chip = next;
  }

  gtk_widget_set_visible (self->chips, checks->len > 0);
}

/* A tick of the clock is no news: only another outcome is read out. */
static void
announce (JotVerdictPane *self,
          JwtSummary      summary,
          const char     *words)
{
  if (self->announced == summary)
    return;

  self->announced = summary;

#if GTK_CHECK_VERSION (4, 14, 0)
  if (summary != JWT_SUMMARY_EMPTY) {
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    G_GNUC_END_IGNORE_DEPRECATIONS
  }
#endif
}

static void
describe (JotVerdictPane *self,
          JwtSummary      summary,
          GPtrArray      *checks)
{
  g_autofree char *list = jot_checks_describe (checks);
  /* Translators: The title, the sentences, the checks, for a screen reader. */
  g_autofree char *words =
    g_strdup_printf (_("%s. %s %s."), gtk_label_get_label (self->title),
                     gtk_label_get_label (self->sentence), list);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  announce (self, summary, words);
}

/* GTK 4.8 does not let go of an object whose own property hangs on itself, so
 * this is not a binding. */
static void
show_summary (JotVerdictPane *self,
              JwtSummary      summary)
{
  const char *classes[] = { "verdict", looks[summary].css_class, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self), summary != JWT_SUMMARY_EMPTY);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), looks[summary].css_class))
    gtk_widget_set_css_classes (GTK_WIDGET (self), classes);

  if (jot_pane_get_narrow (JOT_PANE (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
jot_verdict_pane_sync (JotPane *pane)
{
  JotVerdictPane *self = JOT_VERDICT_PANE (pane);
  JwtWorkbench *workbench = jot_pane_get_workbench (pane);
  g_autofree char *title = jot_words_summary_title (workbench);
  g_autofree char *sentence = jot_words_summary (workbench);
  g_autoptr (GPtrArray) all = jot_checks_list (workbench);
  g_autoptr (GPtrArray) fewer = NULL;

  if (jot_pane_get_narrow (pane))
    fewer = jot_checks_collapse (all);

  show_summary (self, jwt_workbench_get_summary (workbench));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->sentence, sentence);
  show_chips (self, fewer ? fewer : all);
  show_actions (self, workbench);
  describe (self, jwt_workbench_get_summary (workbench), all);
}

static char *
summary_icon (JotVerdictPane *self,
              JwtSummary      summary)
{
  return g_strdup (looks[summary].icon);
}

static GtkOrientation
actions_orientation (JotVerdictPane *self,
                     gboolean        narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static GtkAlign
actions_align (JotVerdictPane *self,
               gboolean        narrow)
{
  return narrow ? GTK_ALIGN_START : GTK_ALIGN_END;
}

/* A box gives the focus to its children alone; this one takes it first. */
static gboolean
jot_verdict_pane_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkWidgetClass *widget_class = g_type_class_peek (GTK_TYPE_WIDGET);

  return widget_class->focus (widget, direction);
}

static void
jot_verdict_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOT_TYPE_VERDICT_PANE);

  G_OBJECT_CLASS (jot_verdict_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jotsmith/Jotsmith/tokens/jot-verdict-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane, title);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane, chips);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane, actions);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        go_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        inner_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        revert_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        expect_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        renew_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        secret_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        encoding_button);
  gtk_widget_class_bind_template_child (widget_class, JotVerdictPane,
                                        enter_button);
  gtk_widget_class_bind_template_callback (widget_class, summary_icon);
  gtk_widget_class_bind_template_callback (widget_class, actions_orientation);
  gtk_widget_class_bind_template_callback (widget_class, actions_align);
}

static void
jot_verdict_pane_class_init (JotVerdictPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jot_verdict_pane_dispose;
  widget_class->focus = jot_verdict_pane_focus;
  JOT_PANE_CLASS (klass)->sync = jot_verdict_pane_sync;

  g_type_ensure (JOT_TYPE_WRAP);
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
jot_verdict_pane_init (JotVerdictPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
