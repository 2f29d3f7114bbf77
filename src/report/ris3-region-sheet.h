/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-facts.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* Fact sheets: all that an atlas says of a region, or of a country, on A4 as PDF: where it is on the map, its
 * strategies with their priorities, labels and pages, participation, activities, comments by state and sources. No
 * names of persons. This makes many of one atlas: what they share is done once.
 */
typedef struct _Ris3RegionSheet Ris3RegionSheet;

/* classification: of the atlas, in the plane of the locator maps (ris3_map_page_project ())
 * (transfer full)
 */
Ris3RegionSheet *ris3_region_sheet_new (Ris3Atlas *atlas, Ris3Classification *classification);
void ris3_region_sheet_free (Ris3RegionSheet *self);

/* Writes the sheet of a region; its file appears once it is complete (Ris3OutputFile).
 *
 * region: an index in the boundaries of the classification
 * path: a file name in the file system's encoding; "-" is standard output
 * n_pages: (out) (optional)
 *
 * Errors: G_IO_ERROR, a sentence that names the file
 */
gboolean ris3_region_sheet_write (Ris3RegionSheet *self,
                                  guint region,
                                  const char *path,
                                  const Ris3FileId *inputs,
                                  guint n_inputs,
                                  guint *n_pages,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionSheet, ris3_region_sheet_free)

G_END_DECLS
