/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which packs there are: whom a round asks, or which regions have a strategy. */

#include "config.h"

#include "map/ris3-pack.h"

#include "map/ris3-pack-words.h"
#include "map/ris3-region-places.h"
#include "model/ris3-contact.h"

/* The strategies of a region, as its code is recorded. */
typedef struct
{
  guint nuts_version;
  char *code;
  GPtrArray *strategies;
} Group;

typedef struct
{
  Ris3Atlas *atlas;
  GPtrArray *groups;   /* of Group, in the order of the strategies */
  GHashTable *by_key;  /* "2016 FRL0": its Group */
  GHashTable *geodata; /* NUTS version: Ris3Geodata, or NULL where it cannot be loaded */
  guint newest;        /* the NUTS version in which regions of several are compared */
  GPtrArray *contacts;
  const char *language;
  gboolean is_filtered;
} Listing;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->code);
  g_ptr_array_unref (self->strategies);
  g_free (self);
}

void
ris3_pack_free (Ris3Pack *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->region_code);
  g_free (self->region_name);
  g_clear_object (&self->request);
  g_ptr_array_unref (self->strategies);
  g_free (self);
}

static void
add_strategy (Listing *self, Ris3Strategy *strategy)
{
  guint nuts_version = ris3_strategy_get_nuts_version (strategy);
  const char *code = ris3_strategy_get_region_code (strategy);
  g_autofree char *key = g_strdup_printf ("%u %s", nuts_version, code);
  Group *group = g_hash_table_lookup (self->by_key, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
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
add_strategies (Listing *self, Ris3FilterResult *filter)
{
  GListModel *strategies = ris3_atlas_get_strategies (self->atlas);
  GListModel *organisations = ris3_atlas_get_organisations (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (filter == NULL || ris3_filter_result_has_strategy (filter, ris3_strategy_get_id (strategy)))
        add_strategy (self, strategy);
    }
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
get_geodata (Listing *self, guint nuts_version)
{
  gpointer key = GUINT_TO_POINTER (nuts_version), geodata = NULL;

  if (!g_hash_table_lookup_extended (self->geodata, key, NULL, &geodata))
    {
      geodata = ris3_geodata_load (nuts_version, NULL, NULL);
      g_hash_table_insert (self->geodata, key, geodata);
    }
  return geodata;
}

/* A text that is the same for codes of one region, in whichever version. (transfer full) */
static char *
make_key (Listing *self, guint nuts_version, const char *code)
{
  return ris3_region_places_make_key (nuts_version < self->newest ? get_geodata (self, self->newest) : NULL,
                                      nuts_version, code);
}

static gboolean
is_same_region (Listing *self, const Ris3Contact *contact, guint nuts_version, const char *code)
{
  g_autofree char *one = NULL, *other = NULL;

  if (contact->nuts_version == nuts_version)
    return g_strcmp0 (contact->region_code, code) == 0;
  if (contact->nuts_version == 0 || contact->region_code == NULL)
    return FALSE;
  one = make_key (self, contact->nuts_version, contact->region_code);
  other = make_key (self, nuts_version, code);
  return g_str_equal (one, other);
}

/* Of the first person of the organisation, or of one of the region, whose language is known. */
static const char *
find_language (Listing *self, Ris3Request *request, guint nuts_version, const char *region_code)
{
  if (self->language != NULL)
    return ris3_pack_words_fit_language (self->language);
  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (self->contacts, i);
      gboolean is_meant = request != NULL ? contact->organisation_id == ris3_request_get_organisation_id (request)
                                          : is_same_region (self, contact, nuts_version, region_code);

      if (is_meant && *contact->language != '\0')
        return ris3_pack_words_fit_language (contact->language);
    }
  return ris3_pack_words_fit_language (NULL);
}

/* strategies: NULL: none is recorded */
static Ris3Pack *
new_pack (Listing *self, Ris3Request *request, guint nuts_version, const char *code, GPtrArray *strategies)
{
  const Ris3RegionName *region = ris3_atlas_lookup_region (self->atlas, nuts_version, code);
  Ris3Pack *pack = g_new0 (Ris3Pack, 1);

  pack->nuts_version = nuts_version;
  pack->region_code = g_strdup (code);
  pack->region_name = g_strdup (region != NULL ? region->name_latin : code);
  pack->request = request != NULL ? g_object_ref (request) : NULL;
  pack->language = find_language (self, request, nuts_version, code);
  pack->strategies = strategies != NULL ? g_ptr_array_ref (strategies) : g_ptr_array_new ();
  return pack;
}

static void
add_all (GPtrArray *strategies, const Group *group)
{
  for (guint i = 0; i < group->strategies->len; i++)
    g_ptr_array_add (strategies, g_object_ref (g_ptr_array_index (group->strategies, i)));
}

static void
add_placed (Listing *self, Ris3Geodata *geodata, guint region, GPtrArray *strategies)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (ris3_region_places_has (geodata, region, group->nuts_version, group->code))
        add_all (strategies, group);
    }
}

/* Of a region of the boundaries; without any, of another one of the same area: many a country is but one region. */
static void
add_placed_alike (Listing *self, Ris3Geodata *geodata, guint region, GPtrArray *strategies)
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
has_other_version (Listing *self, guint nuts_version)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((const Group *) g_ptr_array_index (self->groups, i))->nuts_version != nuts_version)
      return TRUE;
  return FALSE;
}

/* What a region is asked about, in whichever version it is recorded; without boundaries, a code is the same in all.
 * NULL: there is no strategy. (transfer full) */
static GPtrArray *
find_strategies (Listing *self, guint nuts_version, const char *code)
{
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *key = g_strdup_printf ("%u %s", nuts_version, code);
  const Group *own = g_hash_table_lookup (self->by_key, key);
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
      const Group *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->code, code))
        add_all (strategies, group);
    }
  return strategies->len > 0 ? g_steal_pointer (&strategies) : NULL;
}

static void
list_round (Listing *self, Ris3ConsultationRound *round, GPtrArray *packs, GPtrArray *without)
{
  GListModel *requests = ris3_atlas_get_requests (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);
      guint nuts_version = ris3_request_get_nuts_version (request);
      const char *code = ris3_request_get_region_code (request);
      g_autoptr (GPtrArray) strategies = NULL;

      if (ris3_request_get_round_id (request) != ris3_consultation_round_get_id (round))
        continue;
      strategies = find_strategies (self, nuts_version, code);
      /* Whoever has none is asked whether there is one, unless it is strategies that are filtered. */
      if (strategies != NULL || !self->is_filtered)
        g_ptr_array_add (packs, new_pack (self, request, nuts_version, code, strategies));
      else
        g_ptr_array_add (without, g_object_ref (request));
    }
}

/* Each that has a strategy, once, as it is recorded last. */
static void
list_regions (Listing *self, GPtrArray *packs)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);
      g_autofree char *key = make_key (self, group->nuts_version, group->code);
      Group *region = g_hash_table_lookup (by_key, key);

      if (region == NULL)
        {
          region = g_new0 (Group, 1);
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
  for (guint i = 0; i < regions->len; i++)
    {
      const Group *region = g_ptr_array_index (regions, i);

      g_ptr_array_add (packs, new_pack (self, NULL, region->nuts_version, region->code, region->strategies));
    }
}

/* Regions that have an authority to ask, and no strategy. */
static void
list_authorities (Listing *self, GPtrArray *packs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *organisations = ris3_atlas_get_organisations (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (organisations, i);
      guint nuts_version = ris3_organisation_get_nuts_version (organisation);
      const char *code = ris3_organisation_get_region_code (organisation);
      g_autoptr (GPtrArray) strategies = NULL;

      if (*code == '\0' || !g_str_has_suffix (ris3_organisation_get_role (organisation), " authority"))
        continue;
      strategies = find_strategies (self, nuts_version, code);
      if (strategies == NULL && g_hash_table_add (seen, make_key (self, nuts_version, code)))
        g_ptr_array_add (packs, new_pack (self, NULL, nuts_version, code, NULL));
    }
}

GPtrArray *
ris3_packs_list (Ris3Atlas *atlas,
                 Ris3ConsultationRound *round,
                 Ris3FilterResult *filter,
                 GPtrArray *contacts,
                 const char *language,
                 GPtrArray **without)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_pack_free);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) geodata = g_hash_table_new_full (NULL, NULL, NULL, geodata_free);
  Listing listing = { .atlas = atlas,
                      .groups = groups,
                      .by_key = by_key,
                      .geodata = geodata,
                      .contacts = contacts,
                      .language = language,
                      .is_filtered = filter != NULL };

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);

  add_strategies (&listing, filter);
  if (round != NULL)
    list_round (&listing, round, packs, left);
  else
    {
      list_regions (&listing, packs);
      if (filter == NULL)
        list_authorities (&listing, packs);
    }
  if (without != NULL)
    *without = g_steal_pointer (&left);
  return g_steal_pointer (&packs);
}
