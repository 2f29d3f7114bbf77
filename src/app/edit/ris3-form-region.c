/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-region.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "app/edit/ris3-form-choice.h"
#include "app/ris3-region-words.h"
#include "map/ris3-region-places.h"
#include "model/ris3-region-key.h"

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
ris3_form_region_words (Ris3Session *session, guint nuts_version, const char *code)
{
  /* Translators: the name of a region, its code, and the year of the NUTS version */
  return g_strdup_printf (_ ("%s (%s, NUTS %u)"), ris3_region_name_of_code (session, nuts_version, code), code,
                          nuts_version);
}

static void
add_region (Ris3EditForm *form, Ris3EditDesk *desk, guint nuts_version, const char *code)
{
  g_autofree char *words = ris3_form_region_words (ris3_edit_desk_get_session (desk), nuts_version, code);

  ris3_edit_form_add_fact (form, _ ("Region"), words);
}

Ris3EditForm *
ris3_form_region_open_row (Ris3EditDesk *desk, const char *title, const char *table, gint64 id)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *code = atlas != NULL ? ris3_atlas_dup_value (atlas, table, key, "region_code") : NULL;
  g_autofree char *version = code != NULL ? ris3_atlas_dup_value (atlas, table, key, "nuts_version") : NULL;
  Ris3EditForm *form;

  if (code == NULL)
    return NULL;
  form = ris3_edit_form_new (desk, title);
  ris3_edit_form_set_row (form, table, key);
  if (*code != '\0')
    add_region (form, desk, (guint) g_ascii_strtoull (version, NULL, 10), code);
  return form;
}

Ris3EditForm *
ris3_form_region_open_addition (Ris3EditDesk *desk,
                                const char *title,
                                const char *table,
                                const char *key,
                                Ris3Edit *edit)
{
  g_autoptr (Ris3Edit) addition = edit;
  const Ris3RegionName *region
      = ris3_form_region_find (ris3_session_get_atlas (ris3_edit_desk_get_session (desk)), key);
  Ris3EditForm *form;

  if (region == NULL)
    return NULL;
  ris3_form_region_set (addition, region);
  form = ris3_edit_form_new (desk, title);
  ris3_edit_form_set_addition (form, table, g_steal_pointer (&addition));
  add_region (form, desk, region->nuts_version, region->code);
  return form;
}

typedef struct
{
  char *key;
  char *words;
  char *names; /* that it has in other languages */
} Region;

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->key);
  g_free (region->words);
  g_free (region->names);
  g_free (region);
}

static gint
compare_regions (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const Region *const *) a)->words, (*(const Region *const *) b)->words);
}

static void
collect_region (Ris3Session *session, GHashTable *seen, GPtrArray *regions, guint nuts_version, const char *code)
{
  g_autofree char *key = ris3_region_key (nuts_version, code);
  const Ris3RegionName *names = ris3_atlas_lookup_region (ris3_session_get_atlas (session), nuts_version, code);
  Region *region;

  if (g_hash_table_contains (seen, key))
    return;
  region = g_new0 (Region, 1);
  region->words = ris3_form_region_words (session, nuts_version, code);
  if (names != NULL)
    region->names = g_strjoin (" ", names->name, names->name_latin, names->name_english, NULL);
  region->key = g_steal_pointer (&key);
  g_hash_table_add (seen, region->key);
  g_ptr_array_add (regions, region);
}

static Ris3FormField *
new_field (const char *column, Ris3Session *session, const Ris3RegionName *preset, const char *none)
{
  Ris3FormField *field = ris3_form_choice_new (column, _ ("Re_gion"), TRUE);
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (region_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (session));

  if (preset != NULL)
    collect_region (session, seen, regions, preset->nuts_version, preset->code);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      collect_region (session, seen, regions, ris3_strategy_get_nuts_version (strategy),
                      ris3_strategy_get_region_code (strategy));
    }
  g_ptr_array_sort (regions, compare_regions);
  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "", none);
  for (guint i = 0; i < regions->len; i++)
    {
      const Region *region = regions->pdata[i];

      ris3_form_choice_add_found (RIS3_FORM_CHOICE (field), region->key, region->words, region->names);
    }
  return field;
}

Ris3FormField *
ris3_form_region_new (Ris3Session *session, const Ris3RegionName *preset, const char *none)
{
  Ris3FormField *field = new_field ("region", session, preset, none);

  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_NONE);
  return field;
}

Ris3FormField *
ris3_form_region_new_stored (Ris3Session *session, const Ris3RegionName *preset, const char *none)
{
  Ris3FormField *field = new_field ("region_code", session, preset, none);

  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_REGION);
  return field;
}

/* The key of the region with a strategy that is the same. NULL: none is. (transfer full) */
static char *
find_same (Ris3Session *session, guint nuts_version, const char *code)
{
  Ris3Geodata *geodata = ris3_session_get_geodata (session);
  g_autofree char *place = ris3_region_places_make_key (geodata, nuts_version, code);
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (session));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      guint version = ris3_strategy_get_nuts_version (strategy);
      const char *region = ris3_strategy_get_region_code (strategy);
      g_autofree char *its_place = ris3_region_places_make_key (geodata, version, region);

      if (g_str_equal (its_place, place))
        return ris3_region_key (version, region);
    }
  return NULL;
}

void
ris3_form_region_choose (Ris3FormField *field, Ris3Session *session, guint nuts_version, const char *code)
{
  g_autofree char *key = NULL;

  g_return_if_fail (RIS3_IS_FORM_CHOICE (field) && RIS3_IS_SESSION (session) && code != NULL);
  key = ris3_region_key (nuts_version, code);
  if (!ris3_form_choice_has (RIS3_FORM_CHOICE (field), key))
    {
      g_autofree char *same = find_same (session, nuts_version, code);
      g_autofree char *words = ris3_form_region_words (session, nuts_version, code);

      if (same != NULL && ris3_form_choice_has (RIS3_FORM_CHOICE (field), same))
        {
          ris3_form_field_set_value (field, same);
          return;
        }
      ris3_form_choice_add (RIS3_FORM_CHOICE (field), key, words);
    }
  ris3_form_field_set_value (field, key);
}
