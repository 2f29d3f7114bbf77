/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FACET_ROW (ris3_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FacetRow, ris3_facet_row, RIS3, FACET_ROW, GtkWidget)

/* A value of a facet that can be chosen: a check box with its name and the number of strategies.
 *
 * Signals: toggled (): somebody has chosen it, or not any more
 */
GtkWidget *ris3_facet_row_new (const char *id, const char *title);
void ris3_facet_row_show (Ris3FacetRow *self, guint n_strategies, gboolean is_chosen);

const char *ris3_facet_row_get_id (Ris3FacetRow *self);
const char *ris3_facet_row_get_title (Ris3FacetRow *self);
gboolean ris3_facet_row_get_chosen (Ris3FacetRow *self);
/* Whether its name contains a text, as ris3_fold () gives it. */
gboolean ris3_facet_row_matches (Ris3FacetRow *self, const char *folded);

G_END_DECLS
