/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-boundary-source.h"
#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-region-writer.h"
#include "geo/ris3-table-private.h"
#include "geo/ris3-transform-private.h"

G_BEGIN_DECLS

/* GDAL is a hundred libraries, and the data that come with the program need none of them. So all code that calls it
 * is in a separate module, which is loaded when it is first needed. The module contains a copy of what it uses of
 * the rest of geo, and provides this one table.
 */
typedef struct
{
  const char *version; /* RIS3_VERSION: program and module share structures, and must be of one build */

  /* Loaders that always read through GDAL; the public ones may use the cache. */
  Ris3Boundaries *(
      *load_boundaries) (const char *path, guint nuts_version, guint scale, GCancellable *cancellable, GError **error);
  Ris3Shapes *(*load_land) (const char *path, GCancellable *cancellable, GError **error);
  Ris3Lineage *(*load_lineage) (const char *path,
                                guint from_version,
                                guint to_version,
                                GCancellable *cancellable,
                                GError **error);

  /* ris3-gdal-loaders-private.h */
  Ris3Table *(*read_csv) (const Ris3CsvText *csv,
                          const char *name,
                          guint max_rows,
                          gint *progress,
                          GCancellable *cancellable,
                          GError **error);
  gboolean (*look_at_sheets) (const char *path, GBytes *bytes, Ris3SheetKind kind, GPtrArray *sheets, GError **error);
  Ris3Table *(*read_sheet) (const char *path,
                            GBytes *bytes,
                            Ris3SheetKind kind,
                            guint sheet,
                            const Ris3ReadingLimits *limits,
                            GError **error);

  /* ris3-table-writer.h */
  GBytes *(*write_table) (Ris3TableFormat format,
                          const Ris3SheetSource *sheets,
                          guint n_sheets,
                          gint *progress,
                          GCancellable *cancellable,
                          GError **error);
  /* ris3-region-writer.h */
  GBytes *(*write_regions) (Ris3RegionsFormat format,
                            const Ris3RegionsSource *source,
                            gint *progress,
                            GCancellable *cancellable,
                            GError **error);
  /* ris3-boundary-source-private.h */
  Ris3BoundarySource *(*source_look) (const char *path, GCancellable *cancellable, GError **error);
  Ris3Boundaries *(*source_read) (const char *path,
                                  const Ris3BoundaryMapping *mapping,
                                  Ris3Boundaries *frame,
                                  Ris3BoundaryReport *report,
                                  Ris3GeoProgress progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);

  /* ris3-transform-private.h */
  Ris3Transform *(*transform_new) (const char *crs, Ris3Box *area, GError **error);
  void (*transform_free) (Ris3Transform *self);
  void (*transform_run) (Ris3Transform *self, gboolean inverse, double *x, double *y, guint n);
} Ris3GdalFunctions;

#define RIS3_GDAL_MODULE_ENTRY "ris3_gdal_module_get_functions"
typedef const Ris3GdalFunctions *(*Ris3GdalModuleEntry) (void);

/* Opens the module at the first call: in the folder that the environment variable RIS3_MODULE_DIR names (for
 * programs that are not installed), else where it is installed. It stays open. Any thread.
 *
 * Errors: RIS3_GEO_ERROR_MODULE.
 */
const Ris3GdalFunctions *ris3_gdal_module_open (GError **error);

G_END_DECLS
