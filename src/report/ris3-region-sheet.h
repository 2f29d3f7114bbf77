/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-facts.h"
#include "model/ris3-output-file.h"
#include "report/ris3-sheet-maker.h"

G_BEGIN_DECLS

/* The fact sheet of a region: all that an atlas says of a region, or of a country, on A4 as PDF: where it is on the
 * map, its strategies with their priorities, labels and pages, participation, activities, comments by state and
 * sources. No names of persons. Its file appears once it is complete (Ris3OutputFile).
 *
 * region: an index in the boundaries of the classification
 * path: a file name in the file system's encoding; "-" is standard output
 * n_pages: (out) (optional)
 *
 * Errors: G_IO_ERROR, a sentence that names the file
 */
gboolean ris3_region_sheet_write (Ris3SheetMaker *self,
                                  guint region,
                                  const char *path,
                                  const Ris3FileId *inputs,
                                  guint n_inputs,
                                  guint *n_pages,
                                  GError **error);

G_END_DECLS
