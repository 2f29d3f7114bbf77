/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/filter/ris3-filter-steps.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FILTER_PANEL (ris3_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FilterPanel, ris3_filter_panel, RIS3, FILTER_PANEL, GtkWidget)

/* A session's filter: how many strategies match, its text form, what is chosen as chips, and its facets. Offers the
 * actions filter.undo, filter.redo (also Alt+Left and Alt+Right within it), filter.copy, filter.clear and filter.close
 * (Escape).
 *
 * Signals: closed (): somebody wants it out of the way
 */
GtkWidget *ris3_filter_panel_new (Ris3Session *session, Ris3FilterSteps *steps);

G_END_DECLS
