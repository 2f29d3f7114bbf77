/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-lineage.h"

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
/* A file with sheets, whose names are added to sheets (of Ris3Sheet). One thread at a time. (transfer full) */
gpointer ris3_gdal_book_open (const char *path, const char *driver, GArray *sheets, GError **error);
void ris3_gdal_book_close (gpointer book);
Ris3Table *ris3_gdal_book_read (gpointer book,
                                const char *name,
                                guint sheet,
                                guint max_rows,
                                gint *progress,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
