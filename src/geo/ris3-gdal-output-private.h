/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

/* A file that GDAL writes, in memory: it may be removed and replaced there as each driver likes. */
typedef struct
{
  char *name; /* in GDAL's memory */
  GDALDatasetH dataset;
} Ris3GdalOutput;

/* driver, suffix: "GPKG", "gpkg". NULL and an error if there is no such driver. (transfer full) */
Ris3GdalOutput *ris3_gdal_output_new (const char *driver, const char *suffix, GError **error);
/* Closes the file and takes its bytes. (transfer full) */
GBytes *ris3_gdal_output_end (Ris3GdalOutput *self, GError **error);
void ris3_gdal_output_free (Ris3GdalOutput *self);

/* Sets the error to GDAL's message. Gives FALSE. */
gboolean ris3_gdal_output_fail (GError **error);

/* The bytes of a file in GDAL's memory, which is removed. (transfer full) */
GBytes *ris3_gdal_take_bytes (const char *name);

/* Makes an ODS or XLSX file that OGR has written into one that keeps spaces, tabs and line ends in other programs
 * (ris3-spreadsheet-text-private.h), has columns that do not overlap and, where its sheets are forms, looks like them
 * (ris3-sheet-look-private.h).
 *
 * sheets: of which it was written
 *
 * (transfer full) */
GBytes *ris3_gdal_encode_spreadsheet (GBytes *file,
                                      gboolean is_ods,
                                      const Ris3SheetSource *sheets,
                                      guint n_sheets,
                                      GError **error);
/* An ODS file that OGR's reader understands in the same way. (transfer full)
 *
 * max_size: of its contents in memory, in bytes
 * lost_row: (out): if that fails since the reader would lose a row, which one (ris3_ods_text_find_lost_row ()); else 0
 */
GBytes *ris3_gdal_decode_ods (GBytes *file, gsize max_size, guint64 *lost_row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3GdalOutput, ris3_gdal_output_free)

G_END_DECLS
