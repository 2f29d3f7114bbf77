/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-finder-private.h"

#include "geo/ris3-nuts-version.h"
#include "map/ris3-query-private.h"
#include "map/ris3-region-places.h"

G_DEFINE_QUARK (ris3 - region - finder - error - quark, ris3_region_finder_error)

Ris3RegionFinder *
ris3_region_finder_new (Ris3Geodata *geodata)
{
  Ris3RegionFinder *self;

  g_return_val_if_fail (geodata != NULL, NULL);
  self = g_new0 (Ris3RegionFinder, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->geodata = ris3_geodata_ref (geodata);
  self->boundaries = ris3_geodata_get_boundaries (geodata);
  return self;
}

Ris3RegionFinder *
ris3_region_finder_ref (Ris3RegionFinder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_region_finder_unref (Ris3RegionFinder *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->keys, ris3_region_keys_free);
  ris3_geodata_unref (self->geodata);
  g_free (self);
}

Ris3Geodata *
ris3_region_finder_get_geodata (Ris3RegionFinder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->geodata;
}

const Ris3RegionKeys *
_ris3_region_finder_get_keys (Ris3RegionFinder *self)
{
  if (self->keys == NULL)
    self->keys = ris3_region_keys_new (self->geodata);
  return self->keys;
}

static gboolean
add_led (Ris3RegionFinder *self, GArray *found, const char *code, guint version)
{
  Ris3Found led = { .match = RIS3_MATCH_CODE, .from_version = version };
  gint region = ris3_boundaries_find (self->boundaries, code);

  if (region < 0)
    return FALSE;
  led.region = (guint) region;
  g_array_append_val (found, led);
  return TRUE;
}

/* What became of a region of another version: where the map would place its strategies, else where most of it lies. */
static void
follow_lineage (Ris3RegionFinder *self, GArray *found, const char *code)
{
  for (guint i = RIS3_N_NUTS_VERSIONS; i > 0 && found->len == 0; i--)
    {
      guint version = ris3_nuts_versions[i - 1];
      Ris3Lineage *lineage = ris3_geodata_get_lineage (self->geodata, version);
      g_autoptr (GPtrArray) places = NULL;
      const Ris3LineageRow *rows, *most = NULL;
      guint n_rows = 0;

      if (lineage == NULL)
        continue;
      places = ris3_place_through_lineage (lineage, code);
      for (guint j = 0; j < places->len; j++)
        add_led (self, found, ((const Ris3LineageRow *) g_ptr_array_index (places, j))->to_code, version);
      if (found->len > 0)
        return;
      rows = ris3_lineage_lookup (lineage, code, &n_rows);
      for (guint j = 0; j < n_rows; j++)
        if (most == NULL || rows[j].share_of_from > most->share_of_from)
          most = &rows[j];
      if (most != NULL)
        add_led (self, found, most->to_code, version);
    }
}

static int
compare_found (gconstpointer a, gconstpointer b, gpointer data)
{
  Ris3RegionFinder *self = data;
  const Ris3Found *left = a, *right = b;
  guint left_level = ris3_boundaries_get_region (self->boundaries, left->region)->level;
  guint right_level = ris3_boundaries_get_region (self->boundaries, right->region)->level;

  if (left->match != right->match)
    return (int) left->match - (int) right->match;
  if (left->is_foreign != right->is_foreign)
    return left->is_foreign ? 1 : -1;
  if (left_level != right_level)
    return left_level < right_level ? -1 : 1;
  return self->keys->order[left->region] < self->keys->order[right->region] ? -1 : 1;
}

GArray *
ris3_region_finder_find (Ris3RegionFinder *self, const char *text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Ris3Found));
  const Ris3RegionKeys *keys;
  g_auto (Ris3Query) query = { 0 };
  gboolean is_code = FALSE;

  g_return_val_if_fail (self != NULL && text != NULL, all);
  keys = _ris3_region_finder_get_keys (self);
  query = ris3_query_read (text, keys);
  if (*query.text == '\0')
    return all;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    {
      Ris3Found found = ris3_query_match (&query, keys, self->boundaries, i);

      is_code = is_code || found.match == RIS3_MATCH_CODE;
      if (found.match != RIS3_MATCH_NONE)
        g_array_append_val (all, found);
    }
  if (!is_code && query.words[1] == NULL)
    {
      g_autoptr (GArray) led = g_array_new (FALSE, FALSE, sizeof (Ris3Found));
      g_autofree char *code = g_ascii_strup (query.text, -1);
      g_autofree char *other = query.other != NULL ? g_ascii_strup (query.other, -1) : NULL;

      follow_lineage (self, led, code);
      if (led->len == 0 && other != NULL)
        follow_lineage (self, led, other);
      g_array_append_vals (all, led->data, led->len);
    }
  g_array_sort_with_data (all, compare_found, self);
  return all;
}
