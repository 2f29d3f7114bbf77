/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-plane.h"

G_BEGIN_DECLS

/* Converts many points in place, from degrees (x the longitude, y the latitude) to the plane and back. Both
 * coordinates of a point that cannot be converted become NAN.
 */
void ris3_plane_project_points (Ris3Plane *self, Ris3Point *points, guint n_points);
void ris3_plane_unproject_points (Ris3Plane *self, Ris3Point *points, guint n_points);

/* The area that the plane is meant for, in degrees: x0 the west, y0 the south, x1 the east, y1 the north. */
Ris3Box ris3_plane_get_area (Ris3Plane *self);

G_END_DECLS
