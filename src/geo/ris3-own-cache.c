/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-own-cache.h"

#include <string.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-cache-writer-private.h"
#include "geo/ris3-lineage-private.h"

/* Increased with each change of how a file is read, and of how its lineage is found. */
#define READING 2

void
ris3_own_arrays_clear (Ris3OwnArrays *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    g_clear_pointer (&self->lineages[i], ris3_lineage_unref);
}

char *
ris3_own_cache_make_key (const char *digest, const char *mapping, guint frame, const char *shipped)
{
  guint64 shipped_size, shipped_digest;

  g_return_val_if_fail (digest != NULL && mapping != NULL && shipped != NULL, NULL);
  if (!ris3_cache_identify (shipped, &shipped_size, &shipped_digest))
    return NULL;
  /* The language, as regions that were made may have names in it. */
  return g_strdup_printf ("%s %d\n%s\n%s\n%u\n%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n%s", RIS3_VERSION, READING,
                          digest, mapping, frame, shipped_size, shipped_digest, g_get_language_names ()[0]);
}

static gboolean
is_made_of (Ris3Cache *cache, const char *key)
{
  g_autoptr (GBytes) bytes = ris3_cache_get (cache, RIS3_CACHE_KEY, 0, 0, sizeof (char));

  return bytes != NULL && g_bytes_get_size (bytes) == strlen (key)
         && memcmp (g_bytes_get_data (bytes, NULL), key, strlen (key)) == 0;
}

/* Whether a lineage leads nowhere but to these boundaries. */
static gboolean
is_of (Ris3Lineage *lineage, Ris3Boundaries *boundaries)
{
  guint n_rows;
  const Ris3LineageRow *rows = ris3_lineage_get_rows (lineage, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (ris3_boundaries_find (boundaries, rows[i].to_code) < 0)
      return FALSE;
  return TRUE;
}

gboolean
ris3_own_cache_load (const char *path, const char *key, const char *title, Ris3OwnArrays *arrays)
{
  g_auto (Ris3OwnArrays) loaded = { NULL };
  g_autoptr (Ris3Cache) cache = NULL;

  g_return_val_if_fail (path != NULL && key != NULL && title != NULL && arrays != NULL, FALSE);
  cache = ris3_cache_open_at (path, strlen (key), ris3_cache_digest (key, strlen (key)));
  if (cache == NULL || !is_made_of (cache, key))
    return FALSE;
  loaded.boundaries = ris3_cache_load_own_boundaries (cache, title);
  if (loaded.boundaries == NULL)
    return FALSE;
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      loaded.lineages[i] = ris3_cache_load_lineage (cache, ris3_nuts_versions[i], 0);
      if (loaded.lineages[i] == NULL || !is_of (loaded.lineages[i], loaded.boundaries))
        return FALSE;
    }
  *arrays = loaded;
  loaded = (Ris3OwnArrays){ NULL };
  return TRUE;
}

GBytes *
ris3_own_cache_make (const char *key, const Ris3OwnArrays *arrays)
{
  g_autoptr (Ris3CacheWriter) writer = NULL;
  const char *attribution;
  guint32 is_gisco;

  g_return_val_if_fail (key != NULL && arrays != NULL && arrays->boundaries != NULL, NULL);
  writer = ris3_cache_writer_new ();
  attribution = ris3_boundaries_get_attribution (arrays->boundaries);
  if (attribution == NULL)
    attribution = "";
  is_gisco = ris3_boundaries_is_gisco (arrays->boundaries);
  ris3_cache_writer_add_section (writer, RIS3_CACHE_KEY, 0, 0, key, sizeof (char), (guint) strlen (key));
  ris3_cache_writer_add_section (writer, RIS3_CACHE_ATTRIBUTION, 0, 0, attribution, sizeof (char),
                                 (guint) strlen (attribution));
  ris3_cache_writer_add_section (writer, RIS3_CACHE_IS_GISCO, 0, 0, &is_gisco, sizeof is_gisco, 1);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    ris3_cache_writer_add_lineage (writer, arrays->lineages[i]);
  ris3_cache_writer_add_boundaries (writer, arrays->boundaries);
  ris3_cache_writer_add_borders (writer, arrays->boundaries);
  return ris3_cache_writer_put_together (writer, strlen (key), ris3_cache_digest (key, strlen (key)));
}
