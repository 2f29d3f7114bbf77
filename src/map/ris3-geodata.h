/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "map/ris3-own-boundaries.h"
#include "map/ris3-region-mask.h"

G_BEGIN_DECLS

/* What a map of one NUTS version is made of: its boundaries, the land around them, and which of its
 * regions correspond to those of each other version. Immutable: any thread may read it.
 */
typedef struct _Ris3Geodata Ris3Geodata;

/* Reads what comes with the program, at the finest scale.
 *
 * nuts_version: one of ris3_nuts_versions
 *
 * Errors: G_FILE_ERROR if the program is not completely installed, RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED.
 * (transfer full)
 */
Ris3Geodata *ris3_geodata_load (guint nuts_version, GCancellable *cancellable, GError **error);

/* The same from another GeoPackage (data/boundaries/README.md). */
Ris3Geodata *ris3_geodata_load_file (const char *path, guint nuts_version, GCancellable *cancellable, GError **error);

/* Only the boundaries of that. (transfer full) */
Ris3Boundaries *ris3_geodata_load_boundaries (guint nuts_version, GCancellable *cancellable, GError **error);

/* The same of one's own boundaries: read, and the lineage from each NUTS version found, which takes some seconds with
 * 100,000 areas; the next time, what was kept of them is read in a moment (ris3-own-store.h).
 *
 * report: (out) (optional) also where it fails
 * progress: where other threads read how far it is, in thousandths; may be NULL
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Geodata *ris3_geodata_load_own (const Ris3OwnBoundaries *own,
                                    Ris3BoundaryReport **report,
                                    gint *progress,
                                    GCancellable *cancellable,
                                    GError **error);
/* The same off the main thread, with a mask, if the file is still the one that was chosen (ris3_own_boundaries_check
 * ()); finished by ris3_geodata_load_finish (). progress must live until then. */
void ris3_geodata_load_own_async (const Ris3OwnBoundaries *own,
                                  gint *progress,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* The names of its regions that come along with the program, of one's own those of the NUTS version that frames them;
 * NULL where they are missing, as local names do without them.
 *
 * languages: of ris3_name_languages, NULL-terminated
 * (transfer full)
 */
Ris3RegionNames *ris3_geodata_load_names (Ris3Geodata *self, const char *const *languages);

/* ris3_geodata_load() off the main thread, with a mask. Finishing: (transfer full) */
void ris3_geodata_load_async (guint nuts_version,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
Ris3Geodata *ris3_geodata_load_finish (GAsyncResult *result, GError **error);

/* The same in another plane, under the same indices: for a printed map, or an inset. It is loaded in normalised Web
 * Mercator. See ris3_boundaries_project() and ris3_shapes_project(). (transfer full)
 */
Ris3Geodata *ris3_geodata_project (Ris3Geodata *self, Ris3Plane *plane);

Ris3Geodata *ris3_geodata_ref (Ris3Geodata *self);
void ris3_geodata_unref (Ris3Geodata *self);

/* What it is made of. (transfer none) */
Ris3Boundaries *ris3_geodata_get_boundaries (Ris3Geodata *self);
Ris3Shapes *ris3_geodata_get_land (Ris3Geodata *self);
/* Where its regions are; NULL unless it was loaded by ris3_geodata_load_async(). (transfer none) */
const Ris3RegionMask *ris3_geodata_get_mask (Ris3Geodata *self);
/* From a NUTS version to that of the boundaries; NULL for that version itself, and for one that is not
 * of ris3_nuts_versions. (transfer none)
 */
Ris3Lineage *ris3_geodata_get_lineage (Ris3Geodata *self, guint from_version);

/* Whom the licence of the boundaries asks to be named wherever they are shown: "© EuroGeographics …"; of a file of
 * one's own that is not GISCO's, whom it names itself, or else the file. (transfer none)
 */
const char *ris3_geodata_describe_credit (Ris3Boundaries *boundaries);
/* The same of a map of them, which has the countries around boundaries of one's own, too. (transfer none) */
const char *ris3_geodata_describe_map_credit (Ris3Boundaries *boundaries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Geodata, ris3_geodata_unref)

G_END_DECLS
