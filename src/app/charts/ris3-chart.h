/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/charts/ris3-chart-data.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CHART (ris3_chart_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Chart, ris3_chart, RIS3, CHART, GtkWidget)

/* Draws figures: bars with their numbers on an axis, or a table of cells that are the darker the higher their number,
 * which stands in each. What is chosen is filled; beside it, all else is only an outline. What
 * the selected regions have of each is a line within. The arrow keys go from one to
 * another, Return and a click choose it, with Ctrl besides others.
 *
 * Signals:
 *   chosen (guint row, guint column, gboolean adds): of the data
 *   menu-wanted (guint row, guint column, double x, double y): the second button, or the Menu key
 */
GtkWidget *ris3_chart_new (void);

/* n_rows: the first ones that are drawn */
void ris3_chart_set_data (Ris3Chart *self, Ris3ChartData *data, guint n_rows);
Ris3ChartData *ris3_chart_get_data (Ris3Chart *self); /* NULL before; (transfer none) */
/* Where a cell, or a bar with its name and number, is drawn. FALSE: there is none, or it is not drawn. */
gboolean ris3_chart_get_cell_bounds (Ris3Chart *self, guint row, guint column, graphene_rect_t *bounds);

G_END_DECLS
