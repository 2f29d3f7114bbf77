/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-gdal-private.h"

G_BEGIN_DECLS

/* A region as one multipolygon of longitudes and latitudes. NULL if GDAL cannot make one. (transfer full) */
OGRGeometryH ris3_gdal_make_multipolygon (Ris3Boundaries *boundaries, guint region);

G_END_DECLS
