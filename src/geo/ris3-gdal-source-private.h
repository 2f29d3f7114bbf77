/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundary-source-private.h"
#include "geo/ris3-gdal-private.h"

G_BEGIN_DECLS

/* Opens a file of boundaries, whichever of the formats its contents are.
 *
 * format: (out) (optional) for people; (transfer none)
 * (transfer full)
 */
GDALDatasetH ris3_gdal_source_open (const char *path, const char **format, GError **error);

/* What a layer says of where on the globe it is; NULL: nothing. (transfer none) */
OGRSpatialReferenceH ris3_gdal_source_get_srs (OGRLayerH layer);

typedef OGRSpatialReferenceH Ris3Srs;

/* A coordinate system as a person gives it: "EPSG:3035", or "+proj=…". Errors: RIS3_GEO_ERROR_INVALID. (transfer full)
 */
Ris3Srs ris3_gdal_read_srs (const char *crs, GError **error);
void ris3_gdal_srs_release (Ris3Srs srs);

/* Draws the areas of features, one after another, into shapes. */
typedef struct
{
  OGRCoordinateTransformationH transform; /* to degrees */
  gboolean is_in_degrees;                 /* the features are in some already */
  Ris3ShapesBuilder *builder;
  GArray *x; /* double: of a ring */
  GArray *y;
  GArray *ring;     /* Ris3Point */
  guint64 n_points; /* so far */
  guint n_in_europe;
  guint n_swapped; /* of those that are not: if x and y were exchanged, they would be */
  guint n_seen;
} Ris3AreaReader;

/* Adds a shape. FALSE where the file must be refused.
 *
 * geometry: NULL: there is none; may be changed
 * area: what it is of; its size is set, and remains 0 where nothing can be drawn
 */
gboolean ris3_area_reader_add (Ris3AreaReader *self,
                               OGRGeometryH geometry,
                               Ris3OwnArea *area,
                               Ris3BoundaryReport *report,
                               GError **error);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (Ris3Srs, ris3_gdal_srs_release, NULL)

G_END_DECLS
