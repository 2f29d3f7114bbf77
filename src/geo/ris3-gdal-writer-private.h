/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

/* What is needed to write rows of a sheet into a dataset. One thread has it. */
typedef struct
{
  Ris3TableFormat format;
  const Ris3SheetSource *sheet;
  const Ris3ColumnKind *kinds; /* as all of the sheet is written: ris3_gdal_find_kind () */
  OGRLayerH layer;
  gboolean needs_encoding; /* a text was written that does: ris3_gdal_encode_spreadsheet () */
} Ris3GdalWriter;

/* Makes a layer for the sheet and writes its headings and the rows first .. end - 1. */
gboolean ris3_gdal_writer_write (Ris3GdalWriter *self,
                                 GDALDatasetH dataset,
                                 guint first,
                                 guint end,
                                 gint *progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
