/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-private.h"
#include "geo/ris3-lineage-compute-private.h"

#define EARTH_RADIUS_KM 6371.0072

/* One side of the comparison: the leaves in the plane, ready for GEOS. */
typedef struct
{
  guint n;
  OGRGeometryH *geometries;
  OGREnvelope *envelopes;
} Side;

static void
side_clear (Side *side)
{
  for (guint i = 0; i < side->n; i++)
    g_clear_pointer (&side->geometries[i], OGR_G_DestroyGeometry);
  g_clear_pointer (&side->geometries, g_free);
  g_clear_pointer (&side->envelopes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* A shape in the cylindrical equal-area plane, in kilometres. The conversion is short, as Mercator's y is the
 * inverse hyperbolic tangent of the sine of the latitude.
 */
static OGRGeometryH
shape_to_plane (const Ris3Shapes *shapes, guint shape)
{
  g_auto (OGRGeometryH) polygon = OGR_G_CreateGeometry (wkbPolygon);

  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      OGRGeometryH line = OGR_G_CreateGeometry (wkbLinearRing);

      for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
        OGR_G_AddPoint_2D (line, shapes->points[i].x * (2 * G_PI * EARTH_RADIUS_KM),
                           tanh ((0.5 - shapes->points[i].y) * (2 * G_PI)) * EARTH_RADIUS_KM);
      OGR_G_CloseRings (line);
      OGR_G_AddGeometryDirectly (polygon, line);
    }

  /* Islands are "holes" beside the first ring here. Making that valid rebuilds the areas by
   * the even-odd rule, which is what a shape means.
   */
  if (OGR_G_IsValid (polygon))
    return g_steal_pointer (&polygon);

  return OGR_G_MakeValid (polygon);
}

static gboolean
side_init (Side *side, const Ris3Shapes *shapes, GArray *areas, GError **error)
{
  side->n = shapes->n_shapes;
  side->geometries = g_new0 (OGRGeometryH, side->n);
  side->envelopes = g_new0 (OGREnvelope, side->n);

  for (guint i = 0; i < side->n; i++)
    {
      double area;

      side->geometries[i] = shape_to_plane (shapes, i);
      if (side->geometries[i] == NULL)
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                       _ ("The shape of region %u cannot be made valid: %s"), i, ris3_gdal_message ());
          return FALSE;
        }
      OGR_G_GetEnvelope (side->geometries[i], &side->envelopes[i]);
      area = OGR_G_Area (side->geometries[i]);
      g_array_append_val (areas, area);
    }

  return TRUE;
}

static gboolean
envelopes_meet (const OGREnvelope *a, const OGREnvelope *b)
{
  return a->MinX < b->MaxX && b->MinX < a->MaxX && a->MinY < b->MaxY && b->MinY < a->MaxY;
}

static gboolean
add_pair (Ris3Overlaps *self, const Side *from, const Side *to, guint i, guint j, GError **error)
{
  g_auto (OGRGeometryH) shared = OGR_G_Intersection (from->geometries[i], to->geometries[j]);
  Ris3Overlap pair = { i, j, 0 };

  if (shared == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("The shapes of regions %u and %u cannot be intersected: %s"), i, j, ris3_gdal_message ());
      return FALSE;
    }

  pair.area = OGR_G_Area (shared);
  if (pair.area > 0)
    g_array_append_val (self->pairs, pair);

  return TRUE;
}

Ris3Overlaps *
ris3_overlaps_find (const Ris3Shapes *from,
                    const Ris3Shapes *to,
                    Ris3GeoProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3Overlaps) self = ris3_overlaps_new ();
  g_auto (Side) from_side = { 0 };
  g_auto (Side) to_side = { 0 };

  if (!side_init (&from_side, from, self->from_areas, error) || !side_init (&to_side, to, self->to_areas, error))
    return NULL;

  for (guint i = 0; i < from_side.n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (progress != NULL)
        progress ((double) i / from_side.n, user_data);
      for (guint j = 0; j < to_side.n; j++)
        if (envelopes_meet (&from_side.envelopes[i], &to_side.envelopes[j])
            && !add_pair (self, &from_side, &to_side, i, j, error))
          return NULL;
    }

  return g_steal_pointer (&self);
}
