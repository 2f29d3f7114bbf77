/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list of entries that says what is wrong with the one above it. */

/* Appends it, hidden, to a list that keeps it. */
GtkWidget *ris3_row_problem_add (GtkListBox *list);
/* row: that it is about; words: NULL: nothing is wrong */
void ris3_row_problem_show (GtkWidget *self, GtkWidget *row, const char *words);

G_END_DECLS
