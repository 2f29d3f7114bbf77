/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* The plane that coordinates are in. x grows to the east and y to the south, so that a picture needs
 * only an origin and a scale. There are two kinds:
 *
 * - Normalised Web Mercator, in which boundaries are stored and loaded, as the map on the screen needs
 *   no other plane and is drawn at each start: EPSG:3857 divided by the length of the equator. x runs from 0 at
 *   180° W to 1 at 180° E, y from 0 at 85.0511° N to 1 at 85.0511° S. A map of zoom z with tiles of T
 *   pixels is T · 2^z pixels wide.
 * - Any map projection that PROJ knows, EPSG:3035 (ETRS89-LAEA) above all: metres from the projection's
 *   own origin, x its easting, y its northing with the sign reversed.
 *
 * Longitudes and latitudes are degrees of WGS 84 (or ETRS89, which differs by less than a metre).
 * Immutable: any thread may use it.
 */
typedef struct _Ris3Plane Ris3Plane;

/* Normalised Web Mercator. (transfer none) */
Ris3Plane *ris3_plane_get_mercator (void);

/* The plane of a map projection.
 *
 * crs: an authority's code, such as "EPSG:3035", or a PROJ string, such as "+proj=laea +lat_0=28 +lon_0=-16"
 *
 * Errors: RIS3_GEO_ERROR_INVALID if it is not a map projection, RIS3_GEO_ERROR_MODULE. (transfer full)
 */
Ris3Plane *ris3_plane_new (const char *crs, GError **error);
Ris3Plane *ris3_plane_ref (Ris3Plane *self);
void ris3_plane_unref (Ris3Plane *self);

/* What ris3_plane_new() was given; "mercator" for normalised Web Mercator. */
const char *ris3_plane_get_crs (Ris3Plane *self);
gboolean ris3_plane_equal (Ris3Plane *self, Ris3Plane *other);

/* Convert between degrees and the plane. FALSE for a point that cannot be converted. */
gboolean ris3_plane_project (Ris3Plane *self, double longitude, double latitude, Ris3Point *point);
gboolean ris3_plane_unproject (Ris3Plane *self, Ris3Point point, double *longitude, double *latitude);

/* The box around the area between two meridians and two parallels, whose lines may be curved in the
 * plane. Empty if no part of its edges can be converted.
 */
Ris3Box ris3_plane_project_box (Ris3Plane *self, double west, double south, double east, double north);

/* Brings shapes from one plane into another, with the same shape indices. For land, not for regions
 * (ris3_boundaries_project()): anything more than 40° outside the area that the target is meant for is
 * cut off, long edges are divided so that they bend as they should, and a ring that would be torn apart in
 * the target is left out, so that no polygon runs across the picture.
 *
 * (transfer full)
 */
Ris3Shapes *ris3_shapes_project (const Ris3Shapes *shapes, Ris3Plane *from, Ris3Plane *to);

/* Normalised Web Mercator by itself: longitude in degrees to x, latitude in degrees to y (clamped to
 * ±85.0511°), and back.
 */
double ris3_mercator_x (double longitude);
double ris3_mercator_y (double latitude);
double ris3_mercator_longitude (double x);
double ris3_mercator_latitude (double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Plane, ris3_plane_unref)

G_END_DECLS
