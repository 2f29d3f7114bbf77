/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* The part of a plane that PROJ does, through GDAL's OSR and OCT: degrees to eastings and northings in metres,
 * and back. One thread at a time may use it.
 */
typedef struct _Ris3Transform Ris3Transform;

/* crs: as for ris3_plane_new()
 * area: (out) the area that the projection is meant for, in degrees: x0 the west, y0 the south
 *
 * Errors: RIS3_GEO_ERROR_INVALID. (transfer full)
 */
Ris3Transform *ris3_transform_new (const char *crs, Ris3Box *area, GError **error);
void ris3_transform_free (Ris3Transform *self);

/* In place; coordinates that cannot be transformed become infinite, or not a number. */
void ris3_transform_run (Ris3Transform *self, gboolean inverse, double *x, double *y, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Transform, ris3_transform_free)

G_END_DECLS
