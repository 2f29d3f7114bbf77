/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-cache-private.h"
#include "geo/ris3-csv-private.h"
#include "geo/ris3-file-private.h"
#include "geo/ris3-gdal-module-private.h"
#include "geo/ris3-lineage-private.h"
#include "geo/ris3-table-file.h"

/* The largest table: a hundred times the largest of the default atlas. */
#define MAX_CSV (64 * 1024 * 1024)

/* The loaders: from the cache beside the file if that is valid, else through GDAL, whose module is then loaded. */

Ris3Boundaries *
ris3_boundaries_load (const char *path, guint nuts_version, guint scale, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Cache) cache = NULL;
  Ris3Boundaries *boundaries = NULL;
  const Ris3GdalFunctions *gdal;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (scale == 0 || scale == 3 || scale == 10, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  cache = ris3_cache_open (path);
  if (cache != NULL && scale != 10)
    boundaries = ris3_cache_load_boundaries (cache, nuts_version, 3);
  if (cache != NULL && scale == 10)
    boundaries = ris3_cache_load_boundaries (cache, nuts_version, 10);

  if (boundaries != NULL)
    return boundaries;

  gdal = ris3_gdal_module_open (error);

  return gdal != NULL ? gdal->load_boundaries (path, nuts_version, scale, cancellable, error) : NULL;
}

Ris3Shapes *
ris3_land_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Cache) cache = NULL;
  Ris3Shapes *land = NULL;
  const Ris3GdalFunctions *gdal;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  cache = ris3_cache_open (path);
  if (cache != NULL)
    land = ris3_cache_load_land (cache);

  if (land != NULL)
    return land;

  gdal = ris3_gdal_module_open (error);

  return gdal != NULL ? gdal->load_land (path, cancellable, error) : NULL;
}

Ris3Lineage *
ris3_lineage_load (const char *path, guint from_version, guint to_version, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Cache) cache = NULL;
  Ris3Lineage *lineage = NULL;
  const Ris3GdalFunctions *gdal;

  g_return_val_if_fail (path != NULL, NULL);

  if (from_version == to_version)
    return ris3_lineage_new (from_version, to_version, g_bytes_new (NULL, 0),
                             g_array_new (FALSE, FALSE, sizeof (Ris3LineageRow)));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  cache = ris3_cache_open (path);
  if (cache != NULL)
    lineage = ris3_cache_load_lineage (cache, from_version, to_version);

  if (lineage != NULL)
    return lineage;

  gdal = ris3_gdal_module_open (error);

  return gdal != NULL ? gdal->load_lineage (path, from_version, to_version, cancellable, error) : NULL;
}

Ris3Table *
ris3_table_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  folded = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".ods"))
    {
      file = ris3_table_file_open (path, NULL, cancellable, error);
      return file != NULL ? ris3_table_file_read (file, 0, 0, NULL, cancellable, error) : NULL;
    }
  bytes = ris3_file_read (path, MAX_CSV, error);
  name = g_filename_display_basename (path);
  return bytes != NULL ? ris3_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name, error) : NULL;
}
