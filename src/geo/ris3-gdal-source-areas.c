/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <ogr_srs_api.h>

#include "geo/ris3-gdal-source-private.h"

/* Of all areas, so that memory stays bounded. */
#define MAX_POINTS 20000000
/* Of one, to look whether its lines cross: GEOS takes a kilobyte a point, and its time. */
#define MAX_CHECKED 200000

typedef struct
{
  guint64 n_points;
  gboolean has_polygons;
  gboolean has_others;
  gboolean is_finite;
} Contents;

static gboolean
is_polygon (OGRwkbGeometryType type)
{
  return type == wkbPolygon || type == wkbTriangle;
}

static gboolean
is_collection (OGRwkbGeometryType type)
{
  return type == wkbMultiPolygon || type == wkbMultiSurface || type == wkbGeometryCollection
         || type == wkbPolyhedralSurface || type == wkbTIN;
}

static void
look_at_ring (OGRGeometryH ring, Contents *contents)
{
  int n_points = OGR_G_GetPointCount (ring);

  contents->n_points += (guint) n_points;
  for (int i = 0; i < n_points && contents->is_finite; i++)
    contents->is_finite = isfinite (OGR_G_GetX (ring, i)) && isfinite (OGR_G_GetY (ring, i));
}

static void
look_at (OGRGeometryH geometry, Contents *contents)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));

  contents->has_polygons |= is_polygon (type);
  contents->has_others |= !is_polygon (type) && !is_collection (type);
  for (int i = 0; (is_polygon (type) || is_collection (type)) && i < OGR_G_GetGeometryCount (geometry); i++)
    if (is_polygon (type))
      look_at_ring (OGR_G_GetGeometryRef (geometry, i), contents);
    else
      look_at (OGR_G_GetGeometryRef (geometry, i), contents);
}

static gboolean
refuse (const Ris3OwnArea *area, const char *reason, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, area->row);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               /* Translators: the code of an area, its row, the layer, and a sentence. */
               _ ("The area “%s” in row %s of “%s” cannot be read: %s"), area->code, row, area->layer, reason);
  return FALSE;
}

static gboolean
is_in_europe (double longitude, double latitude)
{
  return longitude >= -32 && longitude <= 46 && latitude >= 27 && latitude <= 72;
}

static double
measure (const Ris3Point *points, guint n_points)
{
  double sum = 0;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    sum += (points[j].x - points[i].x) * (points[j].y + points[i].y);
  return fabs (sum) / 2;
}

/* Where the ring steps over 180°, it goes on beyond, so that no line runs back across the map. FALSE: it goes around a
 * pole.
 */
static gboolean
unwrap (double *x, guint n_points)
{
  double turn = 0, low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  gboolean steps = FALSE, is_all_whole = TRUE;
  g_autofree double *unwrapped = NULL;

  for (guint i = 1; i < n_points; i++)
    if (fabs (x[i] - x[i - 1]) > 180)
      {
        steps = TRUE;
        is_all_whole = is_all_whole && fabs (x[i] - x[i - 1]) == 360;
      }
  if (!steps)
    return TRUE;

  unwrapped = g_new (double, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      if (i > 0 && x[i] - x[i - 1] > 180)
        turn -= 360;
      else if (i > 0 && x[i] - x[i - 1] < -180)
        turn += 360;
      unwrapped[i] = x[i] + turn;
      low = MIN (low, unwrapped[i]);
      high = MAX (high, unwrapped[i]);
    }
  /* A step of just 360° may also be the edge of the map, as that of Antarctica is. */
  if ((turn != 0 || high == low) && is_all_whole)
    return TRUE;
  if (turn != 0)
    return FALSE;
  turn = low + high > 360 ? -360 : low + high < -360 ? 360 : 0;
  for (guint i = 0; i < n_points; i++)
    x[i] = unwrapped[i] + turn;
  return TRUE;
}

typedef struct
{
  Ris3AreaReader *reader;
  Ris3OwnArea *area;
  gboolean has_pole;
  GError **error;
} Drawing;

/* FALSE where the file must be refused. */
static gboolean
draw_ring (Drawing *self, OGRGeometryH ring, gboolean is_hole, double *middle)
{
  Ris3AreaReader *reader = self->reader;
  guint n_points = (guint) OGR_G_GetPointCount (ring);
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE, turn = 0;
  Ris3Point *points;
  double *x, *y;

  if (n_points < 4)
    return TRUE;
  g_array_set_size (reader->x, n_points);
  g_array_set_size (reader->y, n_points);
  g_array_set_size (reader->ring, n_points);
  x = (double *) (gpointer) reader->x->data;
  y = (double *) (gpointer) reader->y->data;
  points = (Ris3Point *) (gpointer) reader->ring->data;
  OGR_G_GetPoints (ring, x, sizeof *x, y, sizeof *y, NULL, 0);
  OCTTransform (reader->transform, (int) n_points, x, y, NULL);
  for (guint i = 0; i < n_points; i++)
    if (!(fabs (x[i]) <= 540 && fabs (y[i]) <= 90.000001))
      return refuse (self->area,
                     _ ("a coordinate of it is not on the globe. Check the coordinate system, and whether latitude and "
                        "longitude are exchanged."),
                     self->error);
  if (!unwrap (x, n_points))
    {
      self->has_pole = TRUE;
      return TRUE;
    }
  for (guint i = 0; i < n_points; i++)
    {
      low = MIN (low, x[i]);
      high = MAX (high, x[i]);
    }
  if (is_hole)
    turn = (low + high) / 2 - *middle > 180 ? -360 : (low + high) / 2 - *middle < -180 ? 360 : 0;
  else
    *middle = (low + high) / 2;
  for (guint i = 0; i < n_points; i++)
    points[i] = (Ris3Point){ ris3_mercator_x (x[i] + turn), ris3_mercator_y (y[i]) };
  self->area->size += measure (points, n_points) * (is_hole ? -1 : 1);
  if (!is_hole)
    {
      reader->n_seen++;
      reader->n_in_europe += is_in_europe (x[0], y[0]);
      reader->n_swapped += !is_in_europe (x[0], y[0]) && is_in_europe (y[0], x[0]);
    }
  ris3_shapes_builder_add_ring (reader->builder, points, n_points);
  return TRUE;
}

static gboolean
draw (Drawing *self, OGRGeometryH geometry)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));
  double middle = 0;

  for (int i = 0; (is_polygon (type) || is_collection (type)) && i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH part = OGR_G_GetGeometryRef (geometry, i);

      if (is_polygon (type) ? !draw_ring (self, part, i > 0, &middle) : !draw (self, part))
        return FALSE;
    }
  return TRUE;
}

/* Its lines seem to cross until it is unwrapped. */
static gboolean
steps_over_180 (Ris3AreaReader *self, OGRGeometryH geometry)
{
  OGREnvelope box;

  OGR_G_GetEnvelope (geometry, &box);
  return self->is_in_degrees && box.MaxX - box.MinX > 180;
}

gboolean
ris3_area_reader_add (Ris3AreaReader *self,
                      OGRGeometryH geometry,
                      Ris3OwnArea *area,
                      Ris3BoundaryReport *report,
                      GError **error)
{
  g_auto (OGRGeometryH) straight = NULL;
  g_auto (OGRGeometryH) valid = NULL;
  Contents contents = { .is_finite = TRUE };
  Drawing drawing = { .reader = self, .area = area, .error = error };

  ris3_shapes_builder_begin_shape (self->builder);
  if (geometry == NULL || OGR_G_IsEmpty (geometry))
    return TRUE;
  if (OGR_G_HasCurveGeometry (geometry, TRUE))
    {
      geometry = straight = OGR_G_GetLinearGeometry (geometry, 0, NULL);
      if (straight == NULL)
        return refuse (area, ris3_gdal_message (), error);
      ris3_boundary_report_add (report, RIS3_BOUNDARY_LINEARISED, area);
    }
  OGR_G_FlattenTo2D (geometry);
  look_at (geometry, &contents);
  if (!contents.is_finite)
    return refuse (area,
                   _ ("a coordinate of it is infinite or not a number. Repair it in the program that made the file."),
                   error);
  self->n_points += contents.n_points;
  if (self->n_points > MAX_POINTS)
    {
      g_autofree char *most = g_strdup_printf ("%d", MAX_POINTS);
      g_autofree char *reason = g_strdup_printf (
          _ ("up to it there are more than %s points. Simplify the areas, or choose fewer layers."), most);

      return refuse (area, reason, error);
    }
  if (contents.has_polygons && contents.has_others)
    ris3_boundary_report_add (report, RIS3_BOUNDARY_COLLECTION, area);
  if (contents.n_points > MAX_CHECKED)
    ris3_boundary_report_add (report, RIS3_BOUNDARY_UNCHECKED, area);
  else if (contents.has_polygons && !steps_over_180 (self, geometry) && !OGR_G_IsValid (geometry))
    {
      valid = OGR_G_MakeValid (geometry);
      if (valid != NULL)
        geometry = valid;
      ris3_boundary_report_add (report, valid != NULL ? RIS3_BOUNDARY_REPAIRED : RIS3_BOUNDARY_UNCHECKED, area);
    }
  if (!draw (&drawing, geometry))
    return FALSE;
  if (drawing.has_pole)
    ris3_boundary_report_add (report, RIS3_BOUNDARY_POLE, area);
  return TRUE;
}
