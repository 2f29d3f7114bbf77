/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-indicator.h"

G_BEGIN_DECLS

extern const Ris3Indicator ris3_indicator_personalised_medicine;
extern const Ris3Indicator ris3_indicator_health;

/* For a form of shares: what one area counts, given the value that its strategy has in categories, and whether
 * that is the finding; and the share of the finding among areas, of which those not analysed, withheld or
 * without a strategy are left out. Where health is no priority in any, that is what the region shows.
 */
Ris3Value ris3_share_of_one (Ris3Value value, gboolean is_found);
Ris3Value ris3_aggregate_shares (const Ris3Value *values, guint n_values);

/* For get_figures: makes an array that frees its figures, and adds a line at its end. */
GArray *ris3_figures_new (void);
void ris3_figures_add_unknown (GArray *figures, const Ris3StrategySummary *summary); /* what the base leaves out */
void ris3_figures_add (GArray *figures, const char *text, guint count, gboolean is_sum);

G_END_DECLS
