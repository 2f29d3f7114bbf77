/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-gdal-source-private.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "geo/ris3-file-private.h"

#define MAX_SIZE (512 * 1024 * 1024)
/* GDAL holds all of a TopoJSON, and of GeoJSON that is no collection of features, as a tree of objects. */
#define MAX_TREE_SIZE (48 * 1024 * 1024)
/* A shape becomes some ten times smaller in an archive, at most. */
#define MAX_RATIO 50
#define MIN_LIMIT (64 * 1024 * 1024)
#define MAX_MEMBERS 1024
#define BLOCK (1024 * 1024)

static GDALDatasetH
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, reason);
  return NULL;
}

/* The name of a member of the archive in a folder of ours; NULL for what a Shapefile does not consist of. */
static char *
get_member_name (const char *folder, const char *member)
{
  static const char *const suffixes[] = { ".shp", ".shx", ".dbf", ".prj", ".cpg" };
  const char *slash = strrchr (member, '/');
  const char *base = slash != NULL ? slash + 1 : member;
  g_autofree char *folded = g_ascii_strdown (base, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]) && strlen (base) > strlen (suffixes[i]) && *base != '.')
      return g_strdup_printf ("%s/%.*s%s", folder, (int) (strlen (base) - strlen (suffixes[i])), base, suffixes[i]);
  return NULL;
}

/* Unpacks one member; left: the bytes that may still be. FALSE: there are more, or it is broken. */
static gboolean
unpack (const char *from, const char *to, gsize *left, gboolean *is_bomb)
{
  VSILFILE *in = VSIFOpenL (from, "rb");
  VSILFILE *out = in != NULL ? VSIFOpenL (to, "wb") : NULL;
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize n = 1;
  vsi_l_offset end = 0, copied = 0;

  if (in != NULL && VSIFSeekL (in, 0, SEEK_END) == 0)
    {
      end = VSIFTellL (in);
      VSIFSeekL (in, 0, SEEK_SET);
    }
  *is_bomb = end > *left;
  while (out != NULL && !*is_bomb && (n = VSIFReadL (block, 1, BLOCK, in)) > 0)
    {
      *is_bomb = n > *left;
      if (*is_bomb || VSIFWriteL (block, 1, n, out) != n)
        break;
      *left -= n;
      copied += n;
    }
  if (in != NULL)
    VSIFCloseL (in);
  if (out != NULL)
    VSIFCloseL (out);
  return out != NULL && n == 0 && copied == end;
}

static gboolean
unpack_all (const char *path, const char *archive, gsize size, const char *folder, guint *n_shapefiles, GError **error)
{
  g_autofree char *prefix = g_strconcat ("/vsizip/", archive, NULL);
  char **members = VSIReadDirRecursive (prefix);
  gsize left = MAX ((gsize) MIN_LIMIT, MIN (size * MAX_RATIO, (gsize) MAX_SIZE));
  gboolean is_fine = TRUE, is_bomb = FALSE;

  if (CSLCount (members) > MAX_MEMBERS)
    is_fine = fail (path, _ ("it has too many members. Put one Shapefile into an archive of its own."), error) != NULL;
  for (gsize i = 0; is_fine && members != NULL && members[i] != NULL; i++)
    {
      g_autofree char *to = get_member_name (folder, members[i]);
      g_autofree char *from = g_strconcat (prefix, "/", members[i], NULL);
      VSIStatBufL info;

      if (to == NULL || VSIStatL (to, &info) == 0)
        continue;
      *n_shapefiles += g_str_has_suffix (to, ".shp");
      is_fine = unpack (from, to, &left, &is_bomb);
      if (is_bomb)
        fail (path, _ ("unpacked, it is far too large. Make a GeoPackage of it, or choose another file."), error);
      else if (!is_fine)
        fail (path, _ ("the archive is damaged. Get it again, or choose another file."), error);
    }
  CSLDestroy (members);
  return is_fine;
}

static GDALDatasetH
open_zip (const char *path, GBytes *bytes, GError **error)
{
  static const char *const drivers[] = { "ESRI Shapefile", NULL };
  g_autofree char *archive = ris3_gdal_make_name ("zip");
  g_autofree char *folder = ris3_gdal_make_name ("d");
  GDALDatasetH dataset = NULL;
  guint n_shapefiles = 0;
  gsize size;
  guint8 *data = g_bytes_unref_to_data (bytes, &size);
  gboolean is_fine;

  VSIFCloseL (VSIFileFromMemBuffer (archive, data, size, TRUE));
  VSIMkdir (folder, 0700);
  is_fine = unpack_all (path, archive, size, folder, &n_shapefiles, error);
  VSIUnlink (archive);
  if (is_fine && n_shapefiles == 0)
    fail (path, _ ("there is no Shapefile in the archive, or it is damaged. Choose another file."), error);
  else if (is_fine)
    {
      dataset = GDALOpenEx (folder, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);
      if (dataset == NULL)
        fail (path, ris3_gdal_message (), error);
    }
  if (dataset == NULL)
    VSIRmdirRecursive (folder);
  return dataset;
}

static gboolean
has_text (const char *data, gsize size, const char *text)
{
  return g_strstr_len (data, (gssize) MIN (size, 65536), text) != NULL;
}

GDALDatasetH
ris3_gdal_source_open (const char *path, const char **format, GError **error)
{
  GBytes *bytes = ris3_file_read (path, MAX_SIZE, error);
  const char *data, *start, *driver = NULL, *title = NULL;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  start = data;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    start += 3;
  while (start < data + size && g_ascii_isspace (*start))
    start++;
  if (size >= 16 && memcmp (data, "SQLite format 3", 16) == 0)
    driver = "GPKG", title = "GeoPackage";
  else if (size >= 8
           && memcmp (data,
                      "fgb\x03"
                      "fgb",
                      7)
                  == 0)
    driver = "FlatGeobuf", title = "FlatGeobuf";
  else if (size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    title = _ ("zipped Shapefile");
  else if (start < data + size && *start == '{' && has_text (data, size, "\"Topology\""))
    driver = "TopoJSON", title = "TopoJSON";
  else if (start < data + size && *start == '{')
    driver = "GeoJSON", title = "GeoJSON";
  if (title == NULL)
    {
      gboolean is_bare = size >= 4 && memcmp (data, "\x00\x00\x27\x0a", 4) == 0;

      g_bytes_unref (bytes);
      return fail (
          path,
          is_bare
              ? _ ("a Shapefile consists of several files. Put all of them into a zip archive, and choose that.")
              : _ ("it is not a GeoPackage, GeoJSON, FlatGeobuf, TopoJSON or zipped Shapefile. Choose another file, "
                   "or export it as one of these."),
          error);
    }
  if (size > MAX_TREE_SIZE
      && (g_strcmp0 (driver, "TopoJSON") == 0
          || (g_strcmp0 (driver, "GeoJSON") == 0 && !has_text (data, size, "\"features\""))))
    {
      g_bytes_unref (bytes);
      return fail (path, _ ("it is too large for this format. Export it as a GeoPackage."), error);
    }
  if (format != NULL)
    *format = title;
  return driver != NULL ? ris3_gdal_open_bytes (path, bytes, driver, NULL, error) : open_zip (path, bytes, error);
}

OGRSpatialReferenceH
ris3_gdal_source_get_srs (OGRLayerH layer)
{
  OGRSpatialReferenceH srs = OGR_L_GetSpatialRef (layer);
  const char *name = srs != NULL ? OSRGetName (srs) : NULL;

  /* A GeoPackage calls what it does not know “undefined”. */
  return srs == NULL || OSRIsLocal (srs) || (name != NULL && g_ascii_strncasecmp (name, "undefined", 9) == 0) ? NULL
                                                                                                              : srs;
}

void
ris3_gdal_srs_release (Ris3Srs srs)
{
  OSRRelease (srs);
}

Ris3Srs
ris3_gdal_read_srs (const char *crs, GError **error)
{
  g_auto (Ris3Srs) srs = OSRNewSpatialReference (NULL);
  g_autofree char *text = g_strstrip (g_strdup (crs));
  gboolean is_read;

  /* GDAL by itself would take files and addresses too. */
  if (g_str_has_prefix (text, "+proj="))
    is_read = OSRImportFromProj4 (srs, text) == OGRERR_NONE;
  else
    is_read = g_regex_match_simple ("^[A-Za-z]+:[0-9]+$", text, 0, 0) && OSRSetFromUserInput (srs, text) == OGRERR_NONE;
  if (is_read)
    return g_steal_pointer (&srs);
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("“%s” is not a known coordinate system. Use a code such as EPSG:4326 or EPSG:3035."), text);
  return NULL;
}
