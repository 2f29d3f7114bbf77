/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"
#include "report/ris3-map-page.h"

G_BEGIN_DECLS

/* A map as a page for a report, with everything that it is made of. It never changes: any thread may draw and write it.
 */
typedef struct _Ris3FigurePage Ris3FigurePage;

/* classification, compared, insets, extent: as of a Ris3MapPage; compared, insets: NULL: none
 * options: copied
 * atlas: what the page says of it is copied
 *
 * Errors: as ris3_map_page_set_options (). (transfer full) */
Ris3FigurePage *ris3_figure_page_new (Ris3Classification *classification,
                                      Ris3Classification *compared,
                                      GPtrArray *insets,
                                      const Ris3Box *extent,
                                      const Ris3PageOptions *options,
                                      Ris3Atlas *atlas,
                                      GError **error);
Ris3FigurePage *ris3_figure_page_ref (Ris3FigurePage *self);
void ris3_figure_page_unref (Ris3FigurePage *self);

/* (transfer none) */
const Ris3MapPage *ris3_figure_page_get_map_page (Ris3FigurePage *self);

/* Draws a part of the page where it is scale times as large, in pixels. NULL: there is no memory for it. (transfer
 * full) */
GdkTexture *ris3_figure_page_draw (Ris3FigurePage *self, double scale, int x, int y, int width, int height);

/* As ris3_map_page_write (), but never over a file that it is made of. path: in the file system's encoding */
gboolean ris3_figure_page_write (Ris3FigurePage *self,
                                 Ris3PageFormat format,
                                 const char *path,
                                 Ris3MapPageProgress progress,
                                 gpointer data,
                                 GError **error);

/* As ris3_map_page_write_table (), but never over one of these files. */
gboolean ris3_figure_page_write_table (Ris3FigurePage *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FigurePage, ris3_figure_page_unref)

G_END_DECLS
