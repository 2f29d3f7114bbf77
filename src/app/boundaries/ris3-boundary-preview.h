/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-match-paint.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_PREVIEW (ris3_boundary_preview_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryPreview, ris3_boundary_preview, RIS3, BOUNDARY_PREVIEW, GtkWidget)

/* A small map of areas that were read, in the colours of how their codes match (ris3-match-paint.h). It is drawn off
 * the main thread.
 *
 * frame: countries that are drawn behind them
 * land: drawn behind as well; may be NULL
 */
void ris3_boundary_preview_show (Ris3BoundaryPreview *self,
                                 Ris3Boundaries *boundaries,
                                 Ris3Boundaries *frame,
                                 Ris3Shapes *land,
                                 const Ris3BoundaryMatch *codes);
/* How many of its areas match so. */
guint ris3_boundary_preview_count (Ris3BoundaryPreview *self, Ris3Match match);
/* Whether what is to be seen is drawn. */
gboolean ris3_boundary_preview_is_drawn (Ris3BoundaryPreview *self);
/* A sample of the colours of a match, for a legend. (transfer floating) */
GtkWidget *ris3_boundary_preview_new_swatch (Ris3Match match);

G_END_DECLS
