/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-plane-private.h"

#include <math.h>

#include "geo/ris3-gdal-module-private.h"

#define MAX_LATITUDE 85.0511287798066
/* Points that are transformed at once: coordinates come and go through two arrays. */
#define BATCH 1024
/* Points on each edge of a box. */
#define BOX_SAMPLES 32

struct _Ris3Plane
{
  gatomicrefcount ref_count;
  char *crs;
  Ris3Box area;
  const Ris3GdalFunctions *gdal; /* NULL: normalised Web Mercator */
  Ris3Transform *transform;
  GMutex lock; /* of transform */
};

Ris3Plane *
ris3_plane_get_mercator (void)
{
  static char name[] = "mercator";
  static Ris3Plane mercator = { .crs = name, .area = { -180, -MAX_LATITUDE, 180, MAX_LATITUDE } };
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_atomic_ref_count_init (&mercator.ref_count);
      g_once_init_leave (&done, 1);
    }
  return &mercator;
}

Ris3Plane *
ris3_plane_new (const char *crs, GError **error)
{
  const Ris3GdalFunctions *gdal;
  Ris3Transform *transform;
  Ris3Plane *self;
  Ris3Box area;

  g_return_val_if_fail (crs != NULL, NULL);
  gdal = ris3_gdal_module_open (error);
  if (gdal == NULL)
    return NULL;
  transform = gdal->transform_new (crs, &area, error);
  if (transform == NULL)
    return NULL;
  self = g_new0 (Ris3Plane, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->crs = g_strdup (crs);
  self->area = area;
  self->gdal = gdal;
  self->transform = transform;
  g_mutex_init (&self->lock);
  return self;
}

Ris3Plane *
ris3_plane_ref (Ris3Plane *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_plane_unref (Ris3Plane *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  self->gdal->transform_free (self->transform);
  g_mutex_clear (&self->lock);
  g_free (self->crs);
  g_free (self);
}

const char *
ris3_plane_get_crs (Ris3Plane *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->crs;
}

gboolean
ris3_plane_equal (Ris3Plane *self, Ris3Plane *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return g_str_equal (self->crs, other->crs);
}

Ris3Box
ris3_plane_get_area (Ris3Plane *self)
{
  return self->area;
}

static void
transform_points (Ris3Plane *self, gboolean inverse, Ris3Point *points, guint n_points)
{
  double x[BATCH], y[BATCH];

  g_mutex_lock (&self->lock);
  for (guint first = 0; first < n_points; first += BATCH)
    {
      guint n = MIN (BATCH, n_points - first);

      for (guint i = 0; i < n; i++)
        {
          x[i] = points[first + i].x;
          y[i] = inverse ? -points[first + i].y : points[first + i].y;
        }
      self->gdal->transform_run (self->transform, inverse, x, y, n);
      for (guint i = 0; i < n; i++)
        points[first + i] = isfinite (x[i]) && isfinite (y[i]) ? (Ris3Point){ x[i], inverse ? y[i] : -y[i] }
                                                               : (Ris3Point){ NAN, NAN };
    }
  g_mutex_unlock (&self->lock);
}

void
ris3_plane_project_points (Ris3Plane *self, Ris3Point *points, guint n_points)
{
  if (self->gdal != NULL)
    transform_points (self, FALSE, points, n_points);
  else
    for (guint i = 0; i < n_points; i++)
      points[i] = (Ris3Point){ ris3_mercator_x (points[i].x), ris3_mercator_y (points[i].y) };
}

void
ris3_plane_unproject_points (Ris3Plane *self, Ris3Point *points, guint n_points)
{
  if (self->gdal != NULL)
    transform_points (self, TRUE, points, n_points);
  else
    for (guint i = 0; i < n_points; i++)
      points[i] = (Ris3Point){ ris3_mercator_longitude (points[i].x), ris3_mercator_latitude (points[i].y) };
}

gboolean
ris3_plane_project (Ris3Plane *self, double longitude, double latitude, Ris3Point *point)
{
  g_return_val_if_fail (self != NULL && point != NULL, FALSE);
  *point = (Ris3Point){ longitude, latitude };
  ris3_plane_project_points (self, point, 1);
  return isfinite (point->x) && isfinite (point->y);
}

gboolean
ris3_plane_unproject (Ris3Plane *self, Ris3Point point, double *longitude, double *latitude)
{
  g_return_val_if_fail (self != NULL && longitude != NULL && latitude != NULL, FALSE);
  ris3_plane_unproject_points (self, &point, 1);
  *longitude = point.x;
  *latitude = point.y;
  return isfinite (point.x) && isfinite (point.y);
}

Ris3Box
ris3_plane_project_box (Ris3Plane *self, double west, double south, double east, double north)
{
  Ris3Point points[4 * (BOX_SAMPLES + 1)];
  Ris3Box box = RIS3_BOX_EMPTY;

  g_return_val_if_fail (self != NULL, box);
  for (guint i = 0; i <= BOX_SAMPLES; i++)
    {
      double part = i / (double) BOX_SAMPLES;
      double longitude = west + part * (east - west), latitude = south + part * (north - south);

      points[4 * i] = (Ris3Point){ longitude, south };
      points[4 * i + 1] = (Ris3Point){ longitude, north };
      points[4 * i + 2] = (Ris3Point){ west, latitude };
      points[4 * i + 3] = (Ris3Point){ east, latitude };
    }
  ris3_plane_project_points (self, points, G_N_ELEMENTS (points));
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      ris3_box_add_point (&box, points[i]);
  return box;
}

double
ris3_mercator_x (double longitude)
{
  return longitude / 360.0 + 0.5;
}

double
ris3_mercator_y (double latitude)
{
  double s = sin (CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE) * (G_PI / 180.0));

  return 0.5 - log ((1.0 + s) / (1.0 - s)) / (4.0 * G_PI);
}

double
ris3_mercator_longitude (double x)
{
  return (x - 0.5) * 360.0;
}

double
ris3_mercator_latitude (double y)
{
  return asin (tanh ((0.5 - y) * (2.0 * G_PI))) * (180.0 / G_PI);
}
