/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/charts/ris3-chart-data.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CHART_CARD (ris3_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ChartCard, ris3_chart_card, RIS3, CHART_CARD, GtkWidget)

/* One chart with its title, its base and a menu: sorted by number or by name, shown as a table, copied. What is chosen
 * in it becomes a step of the session's filter. */
GtkWidget *ris3_chart_card_new (Ris3Session *session, const Ris3ChartKind *kind);

/* Counts again what the session shows. selected: of ris3_chart_data_find_selected () */
void ris3_chart_card_update (Ris3ChartCard *self, Ris3FilterResult *selected);

G_END_DECLS
