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

/* Opens geodata for reading, in this thread only. (transfer full) */
GDALDatasetH ris3_gdal_open (const char *path, GError **error);

/* The index of a field, -1 and an error if it is missing. */
int ris3_gdal_find_field (OGRLayerH layer, const char *name, GError **error);

/* Adds the rings of a polygon or multipolygon of longitudes and latitudes to the builder's current
 * shape. scratch is an array of Ris3Point that is used for all calls.
 */
void ris3_gdal_add_rings (OGRGeometryH geometry, Ris3ShapesBuilder *builder, GArray *scratch);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (Ris3GdalQuiet, ris3_gdal_speak_again, FALSE)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (GDALDatasetH, GDALClose, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRFeatureH, OGR_F_Destroy, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRGeometryH, OGR_G_DestroyGeometry, NULL)

G_END_DECLS
