/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-regions-private.h"

#include "map/ris3-region-places.h"
#include "model/ris3-region-key.h"

struct _Ris3PackRegions
{
  GPtrArray *groups;   /* of Ris3PackRegion, as codes are recorded, in the order of the strategies */
  GHashTable *by_key;  /* "2016 FRL0": one of these */
  GHashTable *geodata; /* NUTS version: Ris3Geodata, or NULL where it cannot be loaded */
  guint newest;        /* the NUTS version in which regions of several are compared */
};

static void
region_free (gpointer data)
{
  Ris3PackRegion *self = data;

  g_free (self->code);
  g_ptr_array_unref (self->strategies);
  g_free (self);
}

static void
add_strategy (Ris3PackRegions *self, Ris3Strategy *strategy)
{
  guint nuts_version = ris3_strategy_get_nuts_version (strategy);
  const char *code = ris3_strategy_get_region_code (strategy);
  g_autofree char *key = ris3_region_key (nuts_version, code);
  Ris3PackRegion *group = g_hash_table_lookup (self->by_key, key);

  if (group == NULL)
    {
      group = g_new0 (Ris3PackRegion, 1);
      group->nuts_version = nuts_version;
      group->code = g_strdup (code);
      group->strategies = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), group);
      self->newest = MAX (self->newest, nuts_version);
    }
  g_ptr_array_add (group->strategies, g_object_ref (strategy));
}

static void
add_strategies (Ris3PackRegions *self, Ris3Atlas *atlas, Ris3FilterResult *filter)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  GListModel *organisations = ris3_atlas_get_organisations (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (filter == NULL || ris3_filter_result_has_strategy (filter, ris3_strategy_get_id (strategy)))
        add_strategy (self, strategy);
    }
  /* Of these, and of their persons. */
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (organisations, i);

      self->newest = MAX (self->newest, ris3_organisation_get_nuts_version (organisation));
    }
}

static void
geodata_free (gpointer data)
{
  if (data != NULL)
    ris3_geodata_unref (data);
}

/* Loaded when regions of several versions are compared, which few atlases have. (transfer none): NULL: it cannot be */
static Ris3Geodata *
get_geodata (Ris3PackRegions *self, guint nuts_version)
{
  gpointer key = GUINT_TO_POINTER (nuts_version), geodata = NULL;

  if (!g_hash_table_lookup_extended (self->geodata, key, NULL, &geodata))
    {
      geodata = ris3_geodata_load (nuts_version, NULL, NULL);
      g_hash_table_insert (self->geodata, key, geodata);
    }
  return geodata;
}

Ris3PackRegions *
_ris3_pack_regions_new (Ris3Atlas *atlas, Ris3FilterResult *filter)
{
  Ris3PackRegions *self = g_new0 (Ris3PackRegions, 1);

  self->groups = g_ptr_array_new_with_free_func (region_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->geodata = g_hash_table_new_full (NULL, NULL, NULL, geodata_free);
  add_strategies (self, atlas, filter);
  return self;
}

void
_ris3_pack_regions_free (Ris3PackRegions *self)
{
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->geodata);
  g_free (self);
}

char *
_ris3_pack_regions_make_key (Ris3PackRegions *self, guint nuts_version, const char *code)
{
  return ris3_region_places_make_key (nuts_version < self->newest ? get_geodata (self, self->newest) : NULL,
                                      nuts_version, code);
}

static void
add_all (GPtrArray *strategies, const Ris3PackRegion *group)
{
  for (guint i = 0; i < group->strategies->len; i++)
    g_ptr_array_add (strategies, g_object_ref (g_ptr_array_index (group->strategies, i)));
}

static void
add_placed (Ris3PackRegions *self, Ris3Geodata *geodata, guint region, GPtrArray *strategies)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Ris3PackRegion *group = g_ptr_array_index (self->groups, i);

      if (ris3_region_places_has (geodata, region, group->nuts_version, group->code))
        add_all (strategies, group);
    }
}

/* Of a region of the boundaries; without any, of another one of the same area: many a country is but one region. */
static void
add_placed_alike (Ris3PackRegions *self, Ris3Geodata *geodata, guint region, GPtrArray *strategies)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (geodata);
  const Ris3Region *asked = ris3_boundaries_get_region (boundaries, region);

  add_placed (self, geodata, region, strategies);
  for (guint i = 0; strategies->len == 0 && i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *alike = ris3_boundaries_get_region (boundaries, i);

      if (i != region && alike->first_leaf == asked->first_leaf && alike->n_leaves == asked->n_leaves)
        add_placed (self, geodata, i, strategies);
    }
}

static gboolean
has_other_version (Ris3PackRegions *self, guint nuts_version)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((const Ris3PackRegion *) g_ptr_array_index (self->groups, i))->nuts_version != nuts_version)
      return TRUE;
  return FALSE;
}

GPtrArray *
_ris3_pack_regions_find (Ris3PackRegions *self, guint nuts_version, const char *code)
{
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *key = ris3_region_key (nuts_version, code);
  const Ris3PackRegion *own = g_hash_table_lookup (self->by_key, key);
  Ris3Geodata *geodata;
  gint region;

  /* Boundaries need not be loaded for that. */
  if (own != NULL && !has_other_version (self, nuts_version))
    return g_ptr_array_ref (own->strategies);
  geodata = get_geodata (self, nuts_version);
  region = geodata != NULL ? ris3_boundaries_find (ris3_geodata_get_boundaries (geodata), code) : -1;
  if (region >= 0)
    add_placed_alike (self, geodata, (guint) region, strategies);
  for (guint i = 0; region < 0 && i < self->groups->len; i++)
    {
      const Ris3PackRegion *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->code, code))
        add_all (strategies, group);
    }
  return strategies->len > 0 ? g_steal_pointer (&strategies) : NULL;
}

GPtrArray *
_ris3_pack_regions_list (Ris3PackRegions *self)
{
  GPtrArray *regions = g_ptr_array_new_with_free_func (region_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Ris3PackRegion *group = g_ptr_array_index (self->groups, i);
      g_autofree char *key = _ris3_pack_regions_make_key (self, group->nuts_version, group->code);
      Ris3PackRegion *region = g_hash_table_lookup (by_key, key);

      if (region == NULL)
        {
          region = g_new0 (Ris3PackRegion, 1);
          region->strategies = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (regions, region);
          g_hash_table_insert (by_key, g_steal_pointer (&key), region);
        }
      if (group->nuts_version > region->nuts_version)
        {
          region->nuts_version = group->nuts_version;
          g_free (region->code);
          region->code = g_strdup (group->code);
        }
      add_all (region->strategies, group);
    }
  return regions;
}
