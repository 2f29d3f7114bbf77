/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which packs there are: whom a round asks, or which regions have a strategy. */

#include "config.h"

#include "map/ris3-pack.h"

#include "map/ris3-pack-regions-private.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-contact.h"

typedef struct
{
  Ris3Atlas *atlas;
  Ris3PackRegions *regions;
  GPtrArray *contacts;
  const char *language;
  Ris3Filter *filter;    /* NULL: none */
  GHashTable *languages; /* by the key of an organisation or a region */
} Listing;

static char *
make_organisation_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
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

/* The languages of whom a round asks, or else of regions, by the first person of each whose language is known. */
static void
find_languages (Listing *self, gboolean is_round)
{
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (self->contacts, i);
      g_autofree char *key = NULL;

      if (*contact->language == '\0')
        continue;
      if (is_round)
        key = make_organisation_key (contact->organisation_id);
      else if (contact->nuts_version != 0 && contact->region_code != NULL)
        key = _ris3_pack_regions_make_key (self->regions, contact->nuts_version, contact->region_code);
      if (key != NULL && !g_hash_table_contains (self->languages, key))
        g_hash_table_insert (self->languages, g_steal_pointer (&key),
                             (gpointer) ris3_pack_words_fit_language (contact->language));
    }
}

/* Of a person, where it is known; else of the country. */
static const char *
find_language (Listing *self, Ris3Request *request, guint nuts_version, const char *region_code)
{
  g_autofree char *key = NULL;
  const char *language;

  if (self->language != NULL)
    return ris3_pack_words_fit_language (self->language);
  key = request != NULL ? make_organisation_key (ris3_request_get_organisation_id (request))
                        : _ris3_pack_regions_make_key (self->regions, nuts_version, region_code);
  language = g_hash_table_lookup (self->languages, key);
  return language != NULL ? language : ris3_pack_words_guess_language (region_code);
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

/* Whoever has no strategy is asked whether there is one, unless it is strategies that are filtered. */
static gboolean
is_asked_without (Listing *self, const char *code)
{
  return self->filter == NULL || ris3_filter_is_about_region (self->filter, code);
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
      strategies = _ris3_pack_regions_find (self->regions, nuts_version, code);
      if (strategies != NULL || is_asked_without (self, code))
        g_ptr_array_add (packs, new_pack (self, request, nuts_version, code, strategies));
      else
        g_ptr_array_add (without, g_object_ref (request));
    }
}

/* Each that has a strategy. */
static void
list_regions (Listing *self, GPtrArray *packs)
{
  g_autoptr (GPtrArray) regions = _ris3_pack_regions_list (self->regions);

  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3PackRegion *region = g_ptr_array_index (regions, i);

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

      if (*code == '\0' || !ris3_organisation_is_authority (organisation) || !is_asked_without (self, code))
        continue;
      strategies = _ris3_pack_regions_find (self->regions, nuts_version, code);
      if (strategies == NULL
          && g_hash_table_add (seen, _ris3_pack_regions_make_key (self->regions, nuts_version, code)))
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
  g_autoptr (Ris3PackRegions) regions = NULL;
  Listing listing = { atlas, NULL, contacts, language, filter != NULL ? ris3_filter_result_get_filter (filter) : NULL };

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);

  listing.regions = regions = _ris3_pack_regions_new (atlas, filter);
  find_languages (&listing, round != NULL);
  if (round != NULL)
    list_round (&listing, round, packs, left);
  else
    {
      list_regions (&listing, packs);
      list_authorities (&listing, packs);
    }
  g_hash_table_unref (listing.languages);
  if (without != NULL)
    *without = g_steal_pointer (&left);
  return g_steal_pointer (&packs);
}
