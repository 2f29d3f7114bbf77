/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>

#include <cpl_error.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geo/ris3-gdal-private.h"

void
ris3_gdal_init (void)
{
  static gsize done = 0;

  /* All drivers: that takes 2 to 4 ms, and people may have boundaries in any format. */
  if (g_once_init_enter (&done))
    {
      GDALAllRegister ();
      g_once_init_leave (&done, 1);
    }
}

Ris3GdalQuiet
ris3_gdal_quiet (void)
{
  ris3_gdal_init ();
  CPLPushErrorHandler (CPLQuietErrorHandler);
  CPLErrorReset ();

  return TRUE;
}

void
ris3_gdal_speak_again (Ris3GdalQuiet quiet)
{
  CPLPopErrorHandler ();
}

const char *
ris3_gdal_message (void)
{
  const char *message = CPLGetLastErrorMsg ();

  return message != NULL && *message != '\0' ? message : _ ("it is not geodata that RIS3 Atlas can read");
}

GDALDatasetH
ris3_gdal_open (const char *path, GError **error)
{
  GDALDatasetH dataset;

  /* GDAL accepts connection strings and addresses too, but only a file is wanted here. */
  if (g_access (path, R_OK) != 0)
    {
      int code = errno;

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), path, g_strerror (code));
      return NULL;
    }

  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);
  if (dataset == NULL)
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), path, ris3_gdal_message ());

  return dataset;
}

int
ris3_gdal_find_field (OGRLayerH layer, const char *name, GError **error)
{
  int index = OGR_FD_GetFieldIndex (OGR_L_GetLayerDefn (layer), name);

  if (index < 0)
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("The layer “%s” has no field “%s”"),
                 OGR_L_GetName (layer), name);

  return index;
}

void
ris3_gdal_add_rings (OGRGeometryH geometry, Ris3ShapesBuilder *builder, GArray *scratch)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));

  if (type == wkbLineString || type == wkbLinearRing)
    {
      guint n_points = (guint) OGR_G_GetPointCount (geometry);
      Ris3Point *points;

      g_array_set_size (scratch, n_points);
      points = (Ris3Point *) (gpointer) scratch->data;
      OGR_G_GetPoints (geometry, &points->x, sizeof *points, &points->y, sizeof *points, NULL, 0);
      for (guint i = 0; i < n_points; i++)
        {
          points[i].x = ris3_mercator_x (points[i].x);
          points[i].y = ris3_mercator_y (points[i].y);
        }
      ris3_shapes_builder_add_ring (builder, points, n_points);
      return;
    }

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    ris3_gdal_add_rings (OGR_G_GetGeometryRef (geometry, i), builder, scratch);
}
