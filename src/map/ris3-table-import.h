/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-column-mapping.h"
#include "map/ris3-region-finder.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* Reads the rows of a table as people wrote them: regions by code of any NUTS version or by name
 * (Ris3RegionMatcher), numbers, dates and answers in the file's own locale, told by column (Ris3CellReader). Off the
 * main thread. Rows without any text are left out.
 *
 * file_name, sheet: for messages; sheet: NULL: the file has but one
 * max_rows: 0 for all; a few for a preview
 * finder: of the default NUTS version
 * preferred: codes for ris3_region_matcher_prefer (), or NULL
 * meanings: for ris3_region_matcher_teach (), or NULL
 * progress: atomic, rows that are done; may be NULL
 *
 * Errors: G_IO_ERROR_CANCELLED; what is wrong with a row is in the plan. (transfer full) */
Ris3ImportPlan *ris3_table_import_read (Ris3Table *from,
                                        const char *file_name,
                                        const char *sheet,
                                        const Ris3ColumnMapping *mapping,
                                        Ris3RegionFinder *finder,
                                        GHashTable *preferred,
                                        GHashTable *meanings,
                                        guint max_rows,
                                        gint *progress,
                                        GCancellable *cancellable,
                                        GError **error);

/* The codes of that NUTS version of regions that an atlas has strategies for. Errors: RIS3_ATLAS_ERROR,
 * G_IO_ERROR_CANCELLED. (transfer full) */
GHashTable *
ris3_table_import_find_regions (const char *atlas_path, guint nuts_version, GCancellable *cancellable, GError **error);

G_END_DECLS
