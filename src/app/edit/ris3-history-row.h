/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-change.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_ROW (ris3_history_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryRow, ris3_history_row, RIS3, HISTORY_ROW, GtkWidget)

/* A change in the list of changes: when, who, what; above the first of a day, the day. */
GtkWidget *ris3_history_row_new (void);
/* above: the change that is shown above it; NULL: none */
void ris3_history_row_show (Ris3HistoryRow *self, Ris3Change *change, Ris3Change *above);

G_END_DECLS
