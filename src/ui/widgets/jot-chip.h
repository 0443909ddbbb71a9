/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a chip says, by icon and weight too and not by colour alone. */
typedef enum
{
  JOT_CHIP_PASSED,
  JOT_CHIP_FAILED,
  JOT_CHIP_WARNING,
  JOT_CHIP_NEUTRAL,
} JotChipState;

#define JOT_TYPE_CHIP (jot_chip_get_type ())

/* A small button that states the outcome of one check. Properties: text, and
 * state (a JotChipState as an unsigned number). */
G_DECLARE_FINAL_TYPE (JotChip, jot_chip, JOT, CHIP, GtkButton)

GtkWidget    *jot_chip_new       (void);
const char   *jot_chip_get_text  (JotChip      *self);
void          jot_chip_set_text  (JotChip      *self,
                                  const char   *text);
JotChipState  jot_chip_get_state (JotChip      *self);
void          jot_chip_set_state (JotChip      *self,
                                  JotChipState  state);

G_END_DECLS
