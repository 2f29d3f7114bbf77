/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-priority-comments.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-priority.h"

G_BEGIN_DECLS

/* A priority and where it stands in the tree of its strategy. */
typedef struct
{
  Ris3Priority *priority;
  const char *strategy_id;
  gint64 parent_id;   /* 0: at the top */
  gint64 previous_id; /* the sibling before it; 0: none */
  gint64 next_id;     /* … after it */
  guint depth;
  const char *page;        /* where it stands in the document, if that is not said above; "" */
  const char *label_above; /* the label of the row above, which is not repeated */
  Ris3PriorityComments comments;
} Ris3PriorityPlace;

#define RIS3_TYPE_PRIORITY_ROW (ris3_priority_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PriorityRow, ris3_priority_row, RIS3, PRIORITY_ROW, GtkBox)

/* The row of a priority in the tree. While the session is edited, it can take the focus: keys move the priority, its
 * text can be written in its place, and a menu has all that can be done with it.
 *
 * Signals:
 *   draft-closed (): the text that was being written was saved or discarded
 *   leave (GtkDirectionType): the keyboard is to go on outside the tree, forwards or backwards
 */
GtkWidget *ris3_priority_row_new (Ris3Session *session);

/* numbers: the column of labels at this depth */
void
ris3_priority_row_show (Ris3PriorityRow *self, const Ris3PriorityPlace *place, GtkSizeGroup *numbers, gboolean editing);
/* The priority does not exist any more. What is being written stays. */
void ris3_priority_row_set_deleted (Ris3PriorityRow *self);

gint64 ris3_priority_row_get_id (Ris3PriorityRow *self);
/* Valid until another one is shown. (transfer none) */
const Ris3PriorityPlace *ris3_priority_row_get_place (Ris3PriorityRow *self);

/* Writes the text in its place. */
void ris3_priority_row_edit_text (Ris3PriorityRow *self);
gboolean ris3_priority_row_has_draft (Ris3PriorityRow *self);

/* Opens the menu of the row. at: where, in the row; NULL: at its button */
void ris3_priority_row_open_menu (Ris3PriorityRow *self, const GdkRectangle *at);

G_END_DECLS
