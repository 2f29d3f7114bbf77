/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/figure/ris3-figure-page.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_PREVIEW (ris3_figure_preview_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigurePreview, ris3_figure_preview, RIS3, FIGURE_PREVIEW, GtkWidget)

/* A picture of the page of a figure, in a GtkScrolledWindow. It is drawn off the main thread, as large as it is seen;
 * until that is done, the last one stays.
 *
 * Properties:
 *   zoom (double): 1: as large as on paper; 0: all of it is seen
 */

/* figure: NULL: none */
void ris3_figure_preview_show (Ris3FigurePreview *self, Ris3FigurePage *figure);
/* Whether what is to be seen is drawn. */
gboolean ris3_figure_preview_is_drawn (Ris3FigurePreview *self);

double ris3_figure_preview_get_zoom (Ris3FigurePreview *self);
void ris3_figure_preview_set_zoom (Ris3FigurePreview *self, double zoom);
/* How large it is seen, also where all of it is. */
double ris3_figure_preview_get_scale (Ris3FigurePreview *self);
/* Shows it larger (steps > 0) or smaller. */
void ris3_figure_preview_zoom_by (Ris3FigurePreview *self, double steps);

G_END_DECLS
