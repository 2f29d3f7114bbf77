/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-indicator.h"

G_BEGIN_DECLS

extern const Ris3Indicator ris3_indicator_personalised_medicine;
extern const Ris3Indicator ris3_indicator_health;

/* Aggregation of categories: the first category, in the order of the legend, that any strategy has; if none
 * has a category, the first absence.
 */
Ris3Value ris3_aggregate_first_category (const Ris3Value *values, guint n_values);

/* For get_figures: makes an array that frees its figures, and adds a line at its end. */
GArray *ris3_figures_new (void);
void ris3_figures_add_unknown (GArray *figures, const Ris3StrategySummary *summary); /* what the base leaves out */
void ris3_figures_add (GArray *figures, const char *text, guint count, gboolean is_sum);

G_END_DECLS
