/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-gdal-polygons-private.h"

#include <math.h>

/* Decimals of a degree: points of two neighbours that were one stay one. */
#define PRECISION 1e7

/* A ring, and how it lies among the others of its shape. */
typedef struct
{
  guint ring;
  guint depth; /* how many others it lies in: an odd one is a hole */
} Nested;

static gboolean
ring_contains (const Ris3Shapes *shapes, guint ring, Ris3Point point)
{
  const Ris3Box *box = &shapes->ring_boxes[ring];
  guint first = shapes->ring_points[ring];
  guint end = shapes->ring_points[ring + 1];
  gboolean is_inside = FALSE;

  if (point.x < box->x0 || point.x > box->x1 || point.y < box->y0 || point.y > box->y1)
    return FALSE;
  for (guint i = first, before = end - 1; i < end; before = i++)
    {
      Ris3Point a = shapes->points[i];
      Ris3Point b = shapes->points[before];

      if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        is_inside = !is_inside;
    }
  return is_inside;
}

/* A point of the ring that no other ring touches: rings of a shape may share points, but not edges. */
static Ris3Point
get_sample (const Ris3Shapes *shapes, guint ring)
{
  Ris3Point a = shapes->points[shapes->ring_points[ring]];
  Ris3Point b = shapes->points[shapes->ring_points[ring] + 1];

  return (Ris3Point){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

static OGRGeometryH
make_ring (const Ris3Shapes *shapes, guint ring)
{
  OGRGeometryH line = OGR_G_CreateGeometry (wkbLinearRing);
  guint first = shapes->ring_points[ring];
  guint n_points = shapes->ring_points[ring + 1] - first;

  for (guint i = 0; i <= n_points; i++)
    {
      Ris3Point point = shapes->points[first + i % n_points];

      OGR_G_AddPoint_2D (line, round (ris3_mercator_longitude (point.x) * PRECISION) / PRECISION,
                         round (ris3_mercator_latitude (point.y) * PRECISION) / PRECISION);
    }
  return line;
}

/* Which polygon a hole belongs to: the innermost around it. */
static guint
find_outer (const Ris3Shapes *shapes, const Nested *rings, guint n_rings, guint hole)
{
  Ris3Point sample = get_sample (shapes, rings[hole].ring);

  for (guint i = 0; i < n_rings; i++)
    if (rings[i].depth + 1 == rings[hole].depth && ring_contains (shapes, rings[i].ring, sample))
      return i;
  return hole;
}

static void
add_leaf (OGRGeometryH all, const Ris3Shapes *shapes, guint leaf)
{
  guint first = shapes->shape_rings[leaf];
  guint n_rings = shapes->shape_rings[leaf + 1] - first;
  g_autofree Nested *rings = g_new0 (Nested, n_rings);
  g_autofree OGRGeometryH *polygons = g_new0 (OGRGeometryH, n_rings);

  for (guint i = 0; i < n_rings; i++)
    {
      Ris3Point sample = get_sample (shapes, first + i);

      rings[i].ring = first + i;
      for (guint k = 0; k < n_rings; k++)
        rings[i].depth += k != i && ring_contains (shapes, first + k, sample);
      if (rings[i].depth % 2 == 0)
        {
          polygons[i] = OGR_G_CreateGeometry (wkbPolygon);
          OGR_G_AddGeometryDirectly (polygons[i], make_ring (shapes, first + i));
        }
    }
  for (guint i = 0; i < n_rings; i++)
    if (rings[i].depth % 2 == 1)
      {
        guint outer = find_outer (shapes, rings, n_rings, i);

        if (polygons[outer] != NULL)
          OGR_G_AddGeometryDirectly (polygons[outer], make_ring (shapes, first + i));
      }
  for (guint i = 0; i < n_rings; i++)
    if (polygons[i] != NULL)
      OGR_G_AddGeometryDirectly (all, polygons[i]);
}

OGRGeometryH
ris3_gdal_make_multipolygon (Ris3Boundaries *boundaries, guint region)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  const Ris3Region *info = ris3_boundaries_get_region (boundaries, region);
  g_auto (OGRGeometryH) all = OGR_G_CreateGeometry (wkbMultiPolygon);
  OGRGeometryH made;

  for (guint i = 0; i < info->n_leaves; i++)
    add_leaf (all, shapes, info->first_leaf + i);
  /* Rounded, a thin place may cross itself. */
  if (!OGR_G_IsValid (all) && info->n_leaves == 1)
    {
      made = OGR_G_MakeValid (all);
      return made != NULL ? OGR_G_ForceToMultiPolygon (made) : NULL;
    }
  if (info->n_leaves == 1)
    return g_steal_pointer (&all);
  made = OGR_G_UnionCascaded (all);
  return made != NULL ? OGR_G_ForceToMultiPolygon (made) : NULL;
}
