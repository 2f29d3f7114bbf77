/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-region-writer.h"
#include "geo/ris3-table-file.h"
#include "geo/ris3-table-private.h"

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

/* Cuts the text of a CSV into cells. */
Ris3Table *ris3_gdal_read_csv (const Ris3CsvText *csv,
                               const char *name,
                               guint max_rows,
                               gint *progress,
                               GCancellable *cancellable,
                               GError **error);
/* The sheets of a spreadsheet, as Ris3Sheet with names that belong to them, added to sheets. */
gboolean
ris3_gdal_look_at_sheets (const char *path, GBytes *bytes, Ris3SheetKind kind, GPtrArray *sheets, GError **error);
Ris3Table *ris3_gdal_read_sheet (const char *path,
                                 GBytes *bytes,
                                 Ris3SheetKind kind,
                                 guint sheet,
                                 const Ris3ReadingLimits *limits,
                                 GError **error);

/* The names of hidden sheets, as far as the kind of file tells them. (transfer full) */
GHashTable *ris3_gdal_find_hidden_sheets (GBytes *bytes, Ris3SheetKind kind);
/* Finds which cells of the sheet of an XLSX that read like numbers are numbers, not texts, and sets their kinds. */
void ris3_gdal_find_numbers (Ris3Table *table, GBytes *bytes, guint sheet);

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
