/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"

#define LAND_LAYER "land"

Ris3Shapes *
ris3_gdal_load_land (const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = FALSE;
  g_auto (GDALDatasetH) dataset = NULL;
  g_autoptr (GArray) scratch = NULL;
  g_autoptr (Ris3ShapesBuilder) builder = NULL;
  OGRLayerH layer;
  guint n_rows = 0;

  quiet = ris3_gdal_quiet ();
  dataset = ris3_gdal_open (path, "GPKG", NULL, error);
  if (dataset == NULL)
    return NULL;
  layer = GDALDatasetGetLayerByName (dataset, LAND_LAYER);
  if (layer == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” does not contain the neighbouring land (layer “%s”)"), path, LAND_LAYER);
      return NULL;
    }

  scratch = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  builder = ris3_shapes_builder_new ();
  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        break;
      ris3_shapes_builder_begin_shape (builder);
      if (!ris3_gdal_add_rings (OGR_F_GetGeometryRef (feature), builder, scratch))
        {
          g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) OGR_F_GetFID (feature));

          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                       _ ("Row %s of the neighbouring land has no area that can be drawn. Use other boundaries."), row);
          return NULL;
        }
      n_rows++;
    }

  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read the layer “%s”: %s"), LAND_LAYER,
                   ris3_gdal_message ());
      return NULL;
    }

  if (n_rows == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("The layer “%s” is empty. Use other boundaries."),
                   LAND_LAYER);
      return NULL;
    }
  return ris3_shapes_builder_end (g_steal_pointer (&builder));
}
