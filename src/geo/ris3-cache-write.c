/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-cache-writer-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-nuts-version.h"

static const guint scales[] = { 3, 10 };

/* What the GeoPackage lacks is left out of the cache too; any other problem is an error. */
static gboolean
forgive (GError *problem, GError **error)
{
  if (!g_error_matches (problem, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_error_free (problem);

  return TRUE;
}

static gboolean
load_all_boundaries (const char *path, GPtrArray *all, GError **error)
{
  for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
    for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
      {
        GError *problem = NULL;
        Ris3Boundaries *boundaries = ris3_gdal_load_boundaries (path, ris3_nuts_versions[i], scales[j], NULL, &problem);

        if (boundaries != NULL)
          g_ptr_array_add (all, boundaries);
        else if (!forgive (problem, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
add_all_lineages (Ris3CacheWriter *self, const char *path, GError **error)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    for (guint j = 0; j < RIS3_N_NUTS_VERSIONS; j++)
      {
        GError *problem = NULL;
        g_autoptr (Ris3Lineage) lineage = NULL;

        if (i == j)
          continue;
        lineage = ris3_gdal_load_lineage (path, ris3_nuts_versions[i], ris3_nuts_versions[j], NULL, &problem);
        if (lineage != NULL)
          ris3_cache_writer_add_lineage (self, lineage);
        else if (!forgive (problem, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
add_land (Ris3CacheWriter *self, const char *path, GError **error)
{
  GError *problem = NULL;
  g_autoptr (Ris3Shapes) land = ris3_gdal_load_land (path, NULL, &problem);

  if (land == NULL)
    return forgive (problem, error);
  ris3_cache_writer_add_shapes (self, land, 0, 0);

  return TRUE;
}

/* What the program reads when it starts comes first and close together: land, lineages, and the default version at
 * the finest scale. */
static gboolean
add_all (Ris3CacheWriter *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_boundaries_unref);
  Ris3Boundaries *first = NULL;

  if (!add_land (self, path, error) || !add_all_lineages (self, path, error) || !load_all_boundaries (path, all, error))
    return FALSE;
  for (guint i = 0; i < all->len && first == NULL; i++)
    if (ris3_boundaries_get_nuts_version (g_ptr_array_index (all, i)) == RIS3_DEFAULT_NUTS_VERSION)
      {
        first = g_ptr_array_index (all, i);
        ris3_cache_writer_add_boundaries (self, first);
      }
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_index (all, i) != first)
      ris3_cache_writer_add_boundaries (self, g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len; i++)
    ris3_cache_writer_add_borders (self, g_ptr_array_index (all, i));

  return TRUE;
}

GBytes *
ris3_cache_make (const char *source_path, GError **error)
{
  g_autoptr (Ris3CacheWriter) writer = ris3_cache_writer_new ();
  guint64 source_size, source_digest;

  if (!ris3_cache_identify (source_path, &source_size, &source_digest))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”"), source_path);
      return NULL;
    }
  return add_all (writer, source_path, error) ? ris3_cache_writer_put_together (writer, source_size, source_digest)
                                              : NULL;
}
