/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <ogr_srs_api.h>

#include "geo/ris3-file-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-geopackage-private.h"

/* GDAL is given no name of a file, only bytes under a name of ours: so no other file is opened, whatever a file or
 * its name says, and none beside it is obeyed. */
#define FOLDER "/vsimem/ris3/"
#define MAX_SIZE (512 * 1024 * 1024)

/* The only formats that this program knows: the first are the program's, what people bring and what they take away, the
 * last two those of the sources of its data (data/boundaries). */
static const char *const known_drivers[]
    = { "GPKG", "XLSX", "ODS", "GeoJSON", "FlatGeobuf", "ESRI Shapefile", "CSV", "TopoJSON" };

/* Whatever in a file makes GDAL ask for an address. */
static CPLHTTPResult *
refuse_to_fetch (const char *url,
                 char **options,
                 GDALProgressFunc progress,
                 void *progress_data,
                 CPLHTTPFetchWriteFunc write_function,
                 void *write_data,
                 void *user_data)
{
  static const char reason[] = "RIS3 Atlas does not use the network";
  CPLHTTPResult *result = CPLCalloc (1, sizeof *result);

  CPLError (CE_Failure, CPLE_NotSupported, "%s", reason);
  /* GDAL might take NULL for a question to the next one, and ask itself. */
  result->nStatus = 1;
  result->pszErrBuf = CPLStrdup (reason);
  return result;
}

/* The same in every environment: GDAL would skip drivers, load others, log and run statements as variables and the
 * user's configuration say. The driver manager reads that configuration when it is made, so it is made first. */
static void
register_drivers (void)
{
  static const char *const options[] = { "GDAL_SKIP=",
                                         "OGR_SKIP=",
                                         "GDAL_DRIVER_PATH=disable",
                                         "GDAL_PAM_ENABLED=NO",
                                         "GDAL_DISABLE_READDIR_ON_OPEN=EMPTY_DIR",
                                         "CPL_DEBUG=OFF",
                                         "CPL_VSIL_CURL_ALLOWED_EXTENSIONS={none}",
                                         "OGR_GEOJSON_MAX_OBJ_SIZE=200",
                                         "OGR_SQLITE_LOAD_EXTENSIONS=",
                                         "OGR_SQLITE_PRAGMA=trusted_schema=OFF",
                                         NULL };

  GDALGetDriverCount ();
  CPLSetConfigOptions (options);
  /* Later versions of GDAL have a more constant type for the options. */
  CPLHTTPSetFetchCallback ((CPLHTTPFetchCallbackFunc) refuse_to_fetch, NULL);
  OSRSetPROJEnableNetwork (FALSE);
  GDALAllRegister ();
  for (int i = GDALGetDriverCount () - 1; i >= 0; i--)
    {
      GDALDriverH driver = GDALGetDriver (i);
      gboolean is_known = FALSE;

      for (gsize k = 0; k < G_N_ELEMENTS (known_drivers) && !is_known; k++)
        is_known = g_str_equal (GDALGetDriverShortName (driver), known_drivers[k]);
      if (is_known)
        continue;
      GDALDeregisterDriver (driver);
      GDALDestroyDriver (driver);
    }
}

void
ris3_gdal_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      register_drivers ();
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

void
ris3_gdal_close (GDALDatasetH dataset)
{
  g_autofree char *name = g_strdup (GDALGetDescription (dataset));

  GDALClose (dataset);
  if (g_str_has_prefix (name, FOLDER) && VSIUnlink (name) != 0)
    VSIRmdirRecursive (name);
}

/* Changes that SQLite has not yet put into the file would be missing from the map. */
static gboolean
has_side_file (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *side = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *side_name = g_filename_display_name (side);
      GStatBuf info;

      if (g_stat (side, &info) != 0 || info.st_size == 0)
        continue;
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN,
                   _ ("Cannot read “%s”: “%s” holds changes that are not in it yet. Open it in the program that made "
                      "it and close it there, or remove “%s” if it does not belong to it."),
                   name, side_name, side_name);
      return TRUE;
    }
  return FALSE;
}

/* Refuses what would run; and as the copy is alone, it has no write-ahead log, whatever its header says. */
static gboolean
prepare_geopackage (const char *path, guint8 *data, gsize size, GError **error)
{
  g_autofree char *problem = NULL;
  g_autofree char *name = NULL;

  if (has_side_file (path, error))
    return FALSE;
  if (ris3_geopackage_check (data, size, &problem))
    {
      data[18] = data[19] = 1;
      return TRUE;
    }
  name = g_filename_display_name (path);
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, problem);
  return FALSE;
}

GDALDatasetH
ris3_gdal_open (const char *path, const char *driver, const char *const *options, GError **error)
{
  GBytes *bytes = ris3_file_read (path, MAX_SIZE, error);

  return bytes != NULL ? ris3_gdal_open_bytes (path, bytes, driver, options, error) : NULL;
}

char *
ris3_gdal_make_name (const char *suffix)
{
  static gint n_made = 0;

  return g_strdup_printf (FOLDER "%d.%s", g_atomic_int_add (&n_made, 1), suffix);
}

GDALDatasetH
ris3_gdal_open_bytes (const char *path, GBytes *bytes, const char *driver, const char *const *options, GError **error)
{
  const char *const drivers[] = { driver, NULL };
  g_autofree char *suffix = g_ascii_strdown (driver, -1);
  g_autofree char *name = NULL;
  GDALDatasetH dataset;
  gsize size;
  guint8 *data = g_bytes_unref_to_data (bytes, &size);

  if (g_str_equal (driver, "GPKG") && !prepare_geopackage (path, data, size, error))
    {
      g_free (data);
      return NULL;
    }

  name = ris3_gdal_make_name (suffix);
  /* These name their layer after the file. */
  if (g_str_equal (driver, "GeoJSON"))
    {
      g_autofree char *base = g_filename_display_basename (path);
      g_autofree char *folder = g_steal_pointer (&name);

      for (char *p = base; *p != '\0'; p++)
        if (*p == '/' || *p == '\\' || g_ascii_iscntrl (*p))
          *p = '_';
      name = g_strdup_printf ("%s/%s", folder, base);
    }
  VSIFCloseL (VSIFileFromMemBuffer (name, data, size, TRUE));
  dataset = GDALOpenEx (name, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);
  if (dataset == NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), shown, ris3_gdal_message ());
      VSIUnlink (name);
    }

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

/* FALSE if the ring is not on the globe. One that is a line has no area, and is left out. */
static gboolean
add_ring (OGRGeometryH ring, Ris3ShapesBuilder *builder, GArray *scratch, guint *n_rings)
{
  guint n_points = (guint) OGR_G_GetPointCount (ring);
  Ris3Point *points;

  if (n_points < 4)
    return TRUE;
  g_array_set_size (scratch, n_points);
  points = (Ris3Point *) (gpointer) scratch->data;
  OGR_G_GetPoints (ring, &points->x, sizeof *points, &points->y, sizeof *points, NULL, 0);
  for (guint i = 0; i < n_points; i++)
    {
      if (!(fabs (points[i].x) <= 360 && fabs (points[i].y) <= 90))
        return FALSE;
      points[i].x = ris3_mercator_x (points[i].x);
      points[i].y = ris3_mercator_y (points[i].y);
    }
  ris3_shapes_builder_add_ring (builder, points, n_points);
  (*n_rings)++;
  return TRUE;
}

static gboolean
add_parts (OGRGeometryH geometry, Ris3ShapesBuilder *builder, GArray *scratch, guint *n_rings)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));

  if (type != wkbPolygon && type != wkbMultiPolygon)
    return FALSE;
  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH part = OGR_G_GetGeometryRef (geometry, i);

      if (!(type == wkbPolygon ? add_ring (part, builder, scratch, n_rings)
                               : add_parts (part, builder, scratch, n_rings)))
        return FALSE;
    }
  return TRUE;
}

gboolean
ris3_gdal_add_rings (OGRGeometryH geometry, Ris3ShapesBuilder *builder, GArray *scratch)
{
  guint n_rings = 0;

  return geometry != NULL && add_parts (geometry, builder, scratch, &n_rings) && n_rings > 0;
}
