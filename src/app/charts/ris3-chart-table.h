/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/charts/ris3-chart-data.h"

G_BEGIN_DECLS

/* The numbers of a chart as a table (GtkColumnView) of texts: for who reads numbers rather than bars, and for screen
 * readers. Floating. */
GtkWidget *ris3_chart_table_new (Ris3ChartData *data);

G_END_DECLS
