/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-region-writer.h"
#include "geo/ris3-table.h"

G_BEGIN_DECLS

/* Loaders that always read through GDAL; the public ones of the same name may use the cache. */
Ris3Boundaries *ris3_gdal_load_boundaries (const char *path,
                                           guint nuts_version,
                                           guint scale,
                                           GCancellable *cancellable,
                                           GError **error);
Ris3Shapes *ris3_gdal_load_land (const char *path, GCancellable *cancellable, GError **error);
Ris3Lineage *ris3_gdal_load_lineage (const char *path,
                                     guint from_version,
                                     guint to_version,
                                     GCancellable *cancellable,
                                     GError **error);
Ris3Table *ris3_gdal_load_table (const char *path, GCancellable *cancellable, GError **error);

/* And writers. */
GBytes *ris3_gdal_write_table (Ris3TableFormat format,
                               const Ris3SheetSource *sheets,
                               guint n_sheets,
                               gint *progress,
                               GCancellable *cancellable,
                               GError **error);
GBytes *ris3_gdal_write_regions (Ris3RegionsFormat format,
                                 const Ris3RegionsSource *source,
                                 gint *progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
