/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-region.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "app/edit/ris3-form-choice.h"

const Ris3RegionName *
ris3_form_region_find (Ris3Atlas *atlas, const char *key)
{
  const char *space = strchr (key, ' ');

  if (atlas == NULL || space == NULL)
    return NULL;
  return ris3_atlas_lookup_region (atlas, (guint) strtoul (key, NULL, 10), space + 1);
}

void
ris3_form_region_set (Ris3Edit *edit, const Ris3RegionName *region)
{
  ris3_edit_set_integer (edit, "nuts_version", region->nuts_version);
  ris3_edit_set_text (edit, "region_code", region->code);
}

const char *
ris3_form_region_name (const Ris3RegionName *region)
{
  return *region->name_english != '\0' ? region->name_english : region->name_latin;
}

char *
ris3_form_region_words (Ris3Atlas *atlas, guint nuts_version, const char *code)
{
  const Ris3RegionName *region = ris3_atlas_lookup_region (atlas, nuts_version, code);
  const char *name = region != NULL ? ris3_form_region_name (region) : code;

  /* Translators: the name of a region, its code, and the year of the NUTS version */
  return g_strdup_printf (_ ("%s (%s, NUTS %u)"), name, code, nuts_version);
}

gboolean
ris3_form_region_read (Ris3Atlas *atlas, const char *table, const char *key, char **words)
{
  g_autofree char *code = atlas != NULL ? ris3_atlas_dup_value (atlas, table, key, "region_code") : NULL;
  g_autofree char *version = NULL;

  *words = NULL;
  if (code == NULL)
    return FALSE;
  version = ris3_atlas_dup_value (atlas, table, key, "nuts_version");
  if (*code != '\0')
    *words = ris3_form_region_words (atlas, (guint) g_ascii_strtoull (version, NULL, 10), code);
  return TRUE;
}

typedef struct
{
  char *key;
  char *words;
} Region;

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->key);
  g_free (region->words);
  g_free (region);
}

static gint
compare_regions (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const Region *const *) a)->words, (*(const Region *const *) b)->words);
}

static void
collect_region (Ris3Atlas *atlas, GHashTable *seen, GPtrArray *regions, guint nuts_version, const char *code)
{
  g_autofree char *key = g_strdup_printf ("%u %s", nuts_version, code);
  Region *region;

  if (g_hash_table_contains (seen, key))
    return;
  region = g_new0 (Region, 1);
  region->words = ris3_form_region_words (atlas, nuts_version, code);
  region->key = g_steal_pointer (&key);
  g_hash_table_add (seen, region->key);
  g_ptr_array_add (regions, region);
}

Ris3FormField *
ris3_form_region_new (Ris3Atlas *atlas, const Ris3RegionName *preset, const char *none)
{
  Ris3FormField *field = ris3_form_choice_new ("region", _ ("Re_gion"), TRUE);
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (region_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  if (preset != NULL)
    collect_region (atlas, seen, regions, preset->nuts_version, preset->code);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      collect_region (atlas, seen, regions, ris3_strategy_get_nuts_version (strategy),
                      ris3_strategy_get_region_code (strategy));
    }
  g_ptr_array_sort (regions, compare_regions);
  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "", none);
  for (guint i = 0; i < regions->len; i++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), ((Region *) regions->pdata[i])->key,
                          ((Region *) regions->pdata[i])->words);
  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_NONE);
  return field;
}
