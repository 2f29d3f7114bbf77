/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which packs there are: whom a round asks, or which regions have a strategy. */

#include "config.h"

#include "map/ris3-pack.h"

#include "map/ris3-pack-words.h"
#include "map/ris3-region-places.h"
#include "model/ris3-contact.h"

typedef struct
{
  Ris3Atlas *atlas;
  GHashTable *by_region; /* "2016 FRL0": GPtrArray of Ris3Strategy */
  GHashTable *by_code;   /* "FRL0": the same array, of whichever version */
  GPtrArray *keys;       /* of by_region, in order */
  GHashTable *geodata;   /* NUTS version: Ris3Geodata, or NULL where it cannot be loaded */
  GPtrArray *contacts;
  const char *language;
  gboolean is_filtered;
} Listing;

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
  const char *code = ris3_strategy_get_region_code (strategy);
  g_autofree char *key = g_strdup_printf ("%u %s", ris3_strategy_get_nuts_version (strategy), code);
  GPtrArray *strategies = g_hash_table_lookup (self->by_region, key);

  if (strategies == NULL)
    {
      strategies = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->by_code, g_strdup (code), strategies);
      g_ptr_array_add (self->keys, g_strdup (key));
      g_hash_table_insert (self->by_region, g_steal_pointer (&key), strategies);
    }
  g_ptr_array_add (strategies, g_object_ref (strategy));
}

static void
add_strategies (Listing *self, Ris3FilterResult *filter)
{
  GListModel *strategies = ris3_atlas_get_strategies (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (filter == NULL || ris3_filter_result_has_strategy (filter, ris3_strategy_get_id (strategy)))
        add_strategy (self, strategy);
    }
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
                                          : contact->nuts_version == nuts_version
                                                && g_strcmp0 (contact->region_code, region_code) == 0;

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

/* Those that are placed on the region that is asked, in whichever version each is recorded. (transfer full) */
static GPtrArray *
find_placed (Listing *self, guint nuts_version, const char *code)
{
  Ris3Geodata *geodata = get_geodata (self, nuts_version);
  gint region = geodata != NULL ? ris3_boundaries_find (ris3_geodata_get_boundaries (geodata), code) : -1;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; region >= 0 && i < self->keys->len; i++)
    {
      GPtrArray *strategies = g_hash_table_lookup (self->by_region, g_ptr_array_index (self->keys, i));
      Ris3Strategy *first = g_ptr_array_index (strategies, 0);

      if (!ris3_region_places_has (geodata, (guint) region, ris3_strategy_get_nuts_version (first),
                                   ris3_strategy_get_region_code (first)))
        continue;
      for (guint j = 0; j < strategies->len; j++)
        g_ptr_array_add (found, g_object_ref (g_ptr_array_index (strategies, j)));
    }
  return found;
}

static gboolean
has_other_version (Listing *self, guint nuts_version)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      GPtrArray *strategies = g_hash_table_lookup (self->by_region, g_ptr_array_index (self->keys, i));

      if (ris3_strategy_get_nuts_version (g_ptr_array_index (strategies, 0)) != nuts_version)
        return TRUE;
    }
  return FALSE;
}

/* What a region is asked about; where nothing tells how versions go together, a code is the same in all. NULL: there is
 * no strategy. (transfer full) */
static GPtrArray *
find_strategies (Listing *self, guint nuts_version, const char *code)
{
  g_autofree char *key = g_strdup_printf ("%u %s", nuts_version, code);
  GPtrArray *strategies = g_hash_table_lookup (self->by_region, key);

  if (has_other_version (self, nuts_version))
    {
      g_autoptr (GPtrArray) placed = find_placed (self, nuts_version, code);

      if (placed->len > 0)
        return g_steal_pointer (&placed);
    }
  if (strategies == NULL)
    strategies = g_hash_table_lookup (self->by_code, code);
  return strategies != NULL ? g_ptr_array_ref (strategies) : NULL;
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

/* Each that has a strategy. */
static void
list_regions (Listing *self, GPtrArray *packs)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      GPtrArray *strategies = g_hash_table_lookup (self->by_region, g_ptr_array_index (self->keys, i));
      Ris3Strategy *first = g_ptr_array_index (strategies, 0);

      g_ptr_array_add (packs, new_pack (self, NULL, ris3_strategy_get_nuts_version (first),
                                        ris3_strategy_get_region_code (first), strategies));
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
      if (strategies == NULL && g_hash_table_add (seen, g_strdup_printf ("%u %s", nuts_version, code)))
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
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_region
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) geodata = g_hash_table_new_full (NULL, NULL, NULL, geodata_free);
  Listing listing = { atlas, by_region, by_code, keys, geodata, contacts, language, filter != NULL };

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
