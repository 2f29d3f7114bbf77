/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Prepares GDAL. Any thread may call it, any number of times; ris3_gdal_quiet() does. */
void ris3_gdal_init (void);

/* While one is in scope, GDAL's messages in this thread are kept for ris3_gdal_message() instead
 * of being printed: `g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();`
 */
typedef gboolean Ris3GdalQuiet;
Ris3GdalQuiet ris3_gdal_quiet (void);
void ris3_gdal_speak_again (Ris3GdalQuiet quiet);

/* GDAL's last message in this thread, or a general one. */
const char *ris3_gdal_message (void);

/* Opens a file for reading, in this thread only, with one of GDAL's drivers and no other. What GDAL gets is a copy in
 * memory: no other file is read, and the network is never asked.
 *
 * driver: "GPKG", "XLSX" or "ODS"; or what data/boundaries is made of
 * options: GDAL's for opening, or NULL
 * (transfer full)
 */
GDALDatasetH ris3_gdal_open (const char *path, const char *driver, const char *const *options, GError **error);
/* The same from what has been read of it. bytes: (transfer full) */
GDALDatasetH
ris3_gdal_open_bytes (const char *path, GBytes *bytes, const char *driver, const char *const *options, GError **error);
/* A name in memory that nothing has had yet. (transfer full) */
char *ris3_gdal_make_name (const char *suffix);
/* Closes a dataset and frees the copy in memory. */
void ris3_gdal_close (GDALDatasetH dataset);

/* Whether a spreadsheet, which is an archive at path in GDAL's memory, can be read in bounded memory.
 *
 * name: of the file, for messages
 */
gboolean ris3_gdal_check_zip (const char *path, const guint8 *data, gsize size, const char *name, GError **error);

/* The index of a field, -1 and an error if it is missing. */
int ris3_gdal_find_field (OGRLayerH layer, const char *name, GError **error);

/* Adds the rings of a polygon or multipolygon of longitudes and latitudes to the builder's current shape. FALSE if it
 * is NULL, empty, of another kind or not on the globe, and so could not be drawn whole.
 *
 * scratch: an array of Ris3Point that is used for all calls
 */
gboolean ris3_gdal_add_rings (OGRGeometryH geometry, Ris3ShapesBuilder *builder, GArray *scratch);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (Ris3GdalQuiet, ris3_gdal_speak_again, FALSE)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (GDALDatasetH, ris3_gdal_close, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRFeatureH, OGR_F_Destroy, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRGeometryH, OGR_G_DestroyGeometry, NULL)

G_END_DECLS
