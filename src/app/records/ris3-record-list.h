/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/records/ris3-record-changes.h"
#include "app/records/ris3-record-row.h"

G_BEGIN_DECLS

#define RIS3_TYPE_RECORD_LIST (ris3_record_list_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RecordList, ris3_record_list, RIS3, RECORD_LIST, GObject)

/* A GListModel of Ris3RecordRow, and a GtkSelectionModel: the rows that an order shows. Rows stay selected when they
 * move, or say something else. What GTK has for that makes an object of each row that it sorts or selects. */
Ris3RecordList *ris3_record_list_new (void);

/* Shows other rows. Of those that take the place of others, only the selection is told to have changed, and who shows
 * them looks at them again: GTK would make the widgets of 200 rows anew, which takes several frames.
 * changes: of Ris3RecordChange, from the present order to this one */
void ris3_record_list_set_order (Ris3RecordList *self, Ris3RecordOrder *order, GArray *changes);
/* Shows nothing, and selects nothing. */
void ris3_record_list_clear (Ris3RecordList *self);
/* What is shown; NULL: nothing yet. (transfer none) */
Ris3RecordOrder *ris3_record_list_get_order (Ris3RecordList *self);

/* The rows of the data that are selected and shown, in their order here, as guint. (transfer full) */
GArray *ris3_record_list_get_selected_rows (Ris3RecordList *self);
guint ris3_record_list_get_n_selected (Ris3RecordList *self);

/* Selects the rows about these regions and no others. first: (out) the position of the first of them
 * FALSE: there is none. */
gboolean ris3_record_list_select_regions (Ris3RecordList *self, const guint *regions, guint n_regions, guint *first);

G_END_DECLS
