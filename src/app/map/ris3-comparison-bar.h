/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_COMPARISON_BAR (ris3_comparison_bar_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ComparisonBar, ris3_comparison_bar, RIS3, COMPARISON_BAR, GtkWidget)

/* What stands above two maps: how many regions are new, kept, dropped or found on neither, each a button that selects
 * them, with the signs that mark them on the maps, their base, and the way back to one map (win.close-comparison). */
GtkWidget *ris3_comparison_bar_new (Ris3Session *session);

/* Whether there is no room for long words. */
void ris3_comparison_bar_set_narrow (Ris3ComparisonBar *self, gboolean narrow);

/* Draws it into a picture of the maps, without the way back. */
void ris3_comparison_bar_set_pictured (Ris3ComparisonBar *self, gboolean pictured);

G_END_DECLS
