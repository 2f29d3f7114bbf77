/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "build-boundaries.h"

/* The source has joined the parts on both sides of 180°, and jumps from one end of the map
 * to the other there. So rings are first unrolled, letting longitudes run past 180°, then cut.
 */
static OGRGeometryH
unroll_ring (OGRGeometryH ring, double near_longitude)
{
  OGRGeometryH unrolled = OGR_G_CreateGeometry (wkbLinearRing);
  double last = near_longitude;

  for (int i = 0; i < OGR_G_GetPointCount (ring); i++)
    {
      double x = OGR_G_GetX (ring, i);

      x += 360 * round ((last - x) / 360);
      OGR_G_AddPoint_2D (unrolled, x, OGR_G_GetY (ring, i));
      last = x;
    }

  return unrolled;
}

static OGRGeometryH
make_box (double x0, double x1)
{
  OGRGeometryH ring = OGR_G_CreateGeometry (wkbLinearRing);
  OGRGeometryH box = OGR_G_CreateGeometry (wkbPolygon);

  OGR_G_AddPoint_2D (ring, x0, -90);
  OGR_G_AddPoint_2D (ring, x1, -90);
  OGR_G_AddPoint_2D (ring, x1, 90);
  OGR_G_AddPoint_2D (ring, x0, 90);
  OGR_G_CloseRings (ring);
  OGR_G_AddGeometryDirectly (box, ring);

  return box;
}

static void
shift (OGRGeometryH geometry, double degrees)
{
  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    shift (OGR_G_GetGeometryRef (geometry, i), degrees);
  for (int i = 0; i < OGR_G_GetPointCount (geometry); i++)
    OGR_G_SetPoint_2D (geometry, i, OGR_G_GetX (geometry, i) + degrees, OGR_G_GetY (geometry, i));
}

/* Takes geometry, adds its polygons to all. */
static void
add_polygons (OGRGeometryH all, OGRGeometryH geometry)
{
  geometry = OGR_G_ForceToMultiPolygon (geometry);
  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    if (OGR_G_Area (OGR_G_GetGeometryRef (geometry, i)) > 0)
      OGR_G_AddGeometry (all, OGR_G_GetGeometryRef (geometry, i));
  OGR_G_DestroyGeometry (geometry);
}

static void
add_cut_polygon (OGRGeometryH all, OGRGeometryH polygon)
{
  g_auto (OGRGeometryH) unrolled = OGR_G_CreateGeometry (wkbPolygon);
  g_auto (OGRGeometryH) valid = NULL;
  double start = OGR_G_GetX (OGR_G_GetGeometryRef (polygon, 0), 0);
  OGREnvelope envelope;

  for (int i = 0; i < OGR_G_GetGeometryCount (polygon); i++)
    OGR_G_AddGeometryDirectly (unrolled, unroll_ring (OGR_G_GetGeometryRef (polygon, i), start));
  valid = OGR_G_MakeValid (unrolled);
  OGR_G_GetEnvelope (valid, &envelope);

  for (int turn = -1; turn <= 1; turn++)
    if (envelope.MinX < 180 + 360 * turn && envelope.MaxX > -180 + 360 * turn)
      {
        g_auto (OGRGeometryH) box = make_box (-180 + 360 * turn, 180 + 360 * turn);
        OGRGeometryH part = OGR_G_Intersection (valid, box);

        shift (part, -360 * turn);
        add_polygons (all, part);
      }
}

GHashTable *
build_world_read (const char *source_dir, GError **error)
{
  g_autofree char *path = g_build_filename (source_dir, "countries-50m.json", NULL);
  g_auto (GDALDatasetH) dataset = ris3_gdal_open (path, "TopoJSON", NULL, error);
  g_autoptr (GHashTable) world
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) OGR_G_DestroyGeometry);
  OGRLayerH layer;

  if (dataset == NULL)
    return NULL;

  layer = GDALDatasetGetLayerByName (dataset, "countries");
  for (;;)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
      g_auto (OGRGeometryH) source = NULL;
      OGRGeometryH cut;
      const char *name;

      if (feature == NULL)
        return g_steal_pointer (&world);

      /* It surrounds a pole, so it cannot be cut, and is far from any map of Europe. */
      name = OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "name"));
      if (strcmp (name, "Antarctica") == 0)
        continue;

      source = OGR_G_ForceToMultiPolygon (OGR_G_Clone (OGR_F_GetGeometryRef (feature)));
      cut = OGR_G_CreateGeometry (wkbMultiPolygon);
      for (int i = 0; i < OGR_G_GetGeometryCount (source); i++)
        add_cut_polygon (cut, OGR_G_GetGeometryRef (source, i));
      g_hash_table_insert (world, g_strdup (name), cut);
    }
}
