/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"
#include "map/ris3-class-scheme.h"

G_BEGIN_DECLS

#define RIS3_TYPE_LEGEND_ROW (ris3_legend_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3LegendRow, ris3_legend_row, RIS3, LEGEND_ROW, GtkToggleButton)

/* A row of the legend: a class, or a mark that areas have beside their class, with the number of its areas. A click, or
 * Return or Space, filters by the class, or if the filter asks for it alone, by none; with Ctrl it adds or removes it;
 * with Shift it selects its areas. What no filter can ask for is selected.
 *
 * The row stays what it is while it shows something else: a press that has begun ends on it. (transfer floating) */
GtkWidget *ris3_legend_row_new (Ris3Session *session, Ris3Side side);

/* Shows a class of what that side of the session shows, or of all classes the areas with some marks.
 *
 * text: its name
 * count: how many areas there are of it */
void ris3_legend_row_show (Ris3LegendRow *self, guint klass, Ris3Marks marks, const char *text, guint count);

/* Selects the areas of a class, or with marks, those that have them. */
void ris3_legend_row_select_areas (Ris3Session *session, Ris3Side side, guint klass, Ris3Marks marks);

G_END_DECLS
