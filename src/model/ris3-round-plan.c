/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-round-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-region-key.h"

/* The latest first. */
static gint
compare_strategies (gconstpointer a, gconstpointer b)
{
  Ris3Strategy *one = *(Ris3Strategy *const *) a;
  Ris3Strategy *other = *(Ris3Strategy *const *) b;
  gint order = strcmp (ris3_strategy_get_period (other), ris3_strategy_get_period (one));

  return order != 0 ? order : strcmp (ris3_strategy_get_id (one), ris3_strategy_get_id (other));
}

char *
_ris3_round_plan_get_own_key (guint nuts_version, const char *code, gpointer user_data)
{
  return ris3_region_key (nuts_version, code);
}

static char *
get_code (guint nuts_version, const char *code, gpointer user_data)
{
  return g_strdup (code);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (ris3_strategy_get_region_code (*(Ris3Strategy *const *) a),
                 ris3_strategy_get_region_code (*(Ris3Strategy *const *) b));
}

GPtrArray *
ris3_round_plan_get_regions (GPtrArray *strategies, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  GPtrArray *regions = g_ptr_array_new ();

  g_return_val_if_fail (strategies != NULL, regions);
  sorted = g_ptr_array_copy (strategies, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_strategies);
  for (guint i = 0; i < sorted->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (sorted, i);
      char *key = (get_key != NULL ? get_key : get_code) (ris3_strategy_get_nuts_version (strategy),
                                                          ris3_strategy_get_region_code (strategy), user_data);

      if (g_hash_table_add (found, key))
        g_ptr_array_add (regions, strategy);
    }
  g_ptr_array_sort (regions, compare_codes);
  return regions;
}

GHashTable *
_ris3_round_plan_index_authorities (Ris3Atlas *atlas, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GListModel *organisations = ris3_atlas_get_organisations (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (organisations, i);
      g_autofree char *key = get_key (ris3_organisation_get_nuts_version (organisation),
                                      ris3_organisation_get_region_code (organisation), user_data);
      GPtrArray *of_region;

      if (!ris3_organisation_is_authority (organisation) || *ris3_organisation_get_region_code (organisation) == '\0')
        continue;
      of_region = g_hash_table_lookup (index, key);
      if (of_region == NULL)
        {
          of_region = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (index, g_steal_pointer (&key), of_region);
        }
      g_ptr_array_add (of_region, g_object_ref (organisation));
    }
  return index;
}

static GPtrArray *
find_authorities (GHashTable *index, Ris3Strategy *region, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  g_autofree char *key
      = get_key (ris3_strategy_get_nuts_version (region), ris3_strategy_get_region_code (region), user_data);

  return g_hash_table_lookup (index, key);
}

guint
ris3_round_plan_count_without (Ris3Atlas *atlas, GPtrArray *regions, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  g_autoptr (GHashTable) index = NULL;
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && regions != NULL, 0);
  get_key = get_key != NULL ? get_key : _ris3_round_plan_get_own_key;
  index = _ris3_round_plan_index_authorities (atlas, get_key, user_data);
  for (guint i = 0; i < regions->len; i++)
    n += find_authorities (index, g_ptr_array_index (regions, i), get_key, user_data) == NULL;
  return n;
}

/* The keys of regions. (transfer full) */
static GHashTable *
index_regions (GPtrArray *regions, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < regions->len; i++)
    {
      Ris3Strategy *region = g_ptr_array_index (regions, i);

      g_hash_table_add (
          keys, get_key (ris3_strategy_get_nuts_version (region), ris3_strategy_get_region_code (region), user_data));
    }
  return keys;
}

/* Those of other regions that are asked, in the order of their names. filter: NULL: none is (transfer full) */
static GPtrArray *
list_others (Ris3Atlas *atlas, GPtrArray *regions, Ris3Filter *filter, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  g_autoptr (GHashTable) asked = index_regions (regions, get_key, user_data);
  GListModel *organisations = ris3_atlas_get_organisations (atlas);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  if (filter == NULL)
    return found;
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (organisations, i);
      const char *code = ris3_organisation_get_region_code (organisation);
      g_autofree char *key = NULL;

      if (!ris3_organisation_is_authority (organisation) || *code == '\0'
          || !ris3_filter_is_about_region (filter, code))
        continue;
      key = get_key (ris3_organisation_get_nuts_version (organisation), code, user_data);
      if (!g_hash_table_contains (asked, key))
        g_ptr_array_add (found, g_steal_pointer (&organisation));
    }
  return found;
}

guint
ris3_round_plan_count_others (Ris3Atlas *atlas,
                              GPtrArray *regions,
                              Ris3Filter *others,
                              Ris3RegionKeyFunc get_key,
                              gpointer user_data)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && regions != NULL, 0);
  found = list_others (atlas, regions, others, get_key != NULL ? get_key : _ris3_round_plan_get_own_key, user_data);
  return found->len;
}

GHashTable *
ris3_round_plan_get_asked (Ris3Atlas *atlas,
                           GPtrArray *regions,
                           Ris3Filter *others,
                           Ris3RegionKeyFunc get_key,
                           gpointer user_data)
{
  g_autoptr (GPtrArray) found = NULL;
  GHashTable *asked;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && regions != NULL, NULL);
  get_key = get_key != NULL ? get_key : _ris3_round_plan_get_own_key;
  asked = index_regions (regions, get_key, user_data);
  found = list_others (atlas, regions, others, get_key, user_data);
  for (guint i = 0; i < found->len; i++)
    {
      Ris3Organisation *other = g_ptr_array_index (found, i);

      g_hash_table_add (asked, get_key (ris3_organisation_get_nuts_version (other),
                                        ris3_organisation_get_region_code (other), user_data));
    }
  return asked;
}

static gboolean
is_date (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *time = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GDateTime) date = strlen (text) == 10 ? g_date_time_new_from_iso8601 (time, zone) : NULL;

  return date != NULL;
}

static gboolean
check (const Ris3RoundPlan *self, Ris3Atlas *atlas, guint n_asked, GError **error)
{
  GListModel *rounds = ris3_atlas_get_rounds (atlas);

  if (self->name == NULL || *self->name == '\0')
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "name", _ ("Give the round a name."));
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (Ris3ConsultationRound) round = g_list_model_get_item (rounds, i);

      if (g_str_equal (ris3_consultation_round_get_name (round), self->name))
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "name",
                                    _ ("There is a round “%s” already. Choose another name."), self->name);
    }
  if (!is_date (self->opened_on))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "opened_on",
                                _ ("“%s” is no date: write it as 2026-11-30."), self->opened_on);
  if (*self->due_on != '\0' && !is_date (self->due_on))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "due_on",
                                _ ("“%s” is no date: write it as 2026-11-30."), self->due_on);
  if (*self->due_on != '\0' && strcmp (self->due_on, self->opened_on) < 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "due_on",
                                _ ("Answers would be due before the round is opened."));
  if (n_asked == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "scope",
                                _ ("No region would be asked: no strategy matches. Change the filter."));
  return TRUE;
}

static const char *
get_region_name (const Ris3RoundPlan *self, Ris3Atlas *atlas, guint nuts_version, const char *code)
{
  const Ris3RegionName *name = ris3_atlas_lookup_region (atlas, nuts_version, code);

  if (self->name_region != NULL)
    return self->name_region (nuts_version, code, self->data);
  if (name == NULL)
    return code;
  return *name->name_english != '\0' ? name->name_english : name->name_latin;
}

void
_ris3_round_plan_append_request (const Ris3RoundPlan *self,
                                 Ris3Edit *edit,
                                 gint64 round_id,
                                 guint nuts_version,
                                 const char *code,
                                 gint64 organisation,
                                 guint step)
{
  g_autoptr (Ris3Edit) request = ris3_edit_new_add ("request");

  ris3_edit_set_integer (request, "nuts_version", nuts_version);
  ris3_edit_set_text (request, "region_code", code);
  ris3_edit_set_text (request, "channel", self->channel);
  if (self->asked)
    ris3_edit_set_text (request, "asked_on", self->opened_on);
  ris3_edit_append (edit, request);
  if (round_id != 0)
    ris3_edit_set_integer (edit, "round_id", round_id);
  else
    ris3_edit_set_step (edit, "round_id", 0);
  if (organisation != 0)
    ris3_edit_set_integer (edit, "organisation_id", organisation);
  else
    ris3_edit_set_step (edit, "organisation_id", step);
}

guint
_ris3_round_plan_append_organisation (const Ris3RoundPlan *self,
                                      Ris3Edit *edit,
                                      Ris3Atlas *atlas,
                                      guint nuts_version,
                                      const char *code)
{
  g_autoptr (Ris3Edit) organisation = ris3_edit_new_add ("organisation");
  gboolean is_country = strlen (code) == 2;
  g_autofree char *name = g_strdup_printf (
      /* Translators: %s is a country or region; the name of an organisation that is not known yet. */
      is_country ? _ ("Authority of %s (national)") : _ ("Authority of %s (regional)"),
      get_region_name (self, atlas, nuts_version, code));

  ris3_edit_set_text (organisation, "name", name);
  ris3_edit_set_text (organisation, "role", is_country ? "national authority" : "regional authority");
  ris3_edit_set_integer (organisation, "nuts_version", nuts_version);
  ris3_edit_set_text (organisation, "region_code", code);
  return ris3_edit_append (edit, organisation);
}

Ris3Edit *
ris3_round_plan_make_edit (const Ris3RoundPlan *self,
                           Ris3Atlas *atlas,
                           GPtrArray *regions,
                           Ris3RegionKeyFunc get_key,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Edit) round = NULL;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL && RIS3_IS_ATLAS (atlas) && regions != NULL, NULL);

  get_key = get_key != NULL ? get_key : _ris3_round_plan_get_own_key;
  others = list_others (atlas, regions, self->others, get_key, user_data);
  if (!check (self, atlas, regions->len + others->len, error))
    return NULL;
  title = g_strdup_printf (_ ("Round “%s” opened"), self->name);
  edit = ris3_edit_new_group ("round-open", title);
  round = ris3_edit_new_add ("consultation_round");
  ris3_edit_set_text (round, "name", self->name);
  ris3_edit_set_text (round, "scope", self->scope);
  ris3_edit_set_text (round, "opened_on", self->opened_on);
  ris3_edit_set_text (round, "due_on", self->due_on);
  ris3_edit_set_text (round, "remark", self->remark);
  ris3_edit_append (edit, round);
  index = _ris3_round_plan_index_authorities (atlas, get_key, user_data);
  for (guint i = 0; i < regions->len; i++)
    {
      Ris3Strategy *region = g_ptr_array_index (regions, i);
      guint nuts_version = ris3_strategy_get_nuts_version (region);
      const char *code = ris3_strategy_get_region_code (region);
      GPtrArray *authorities = find_authorities (index, region, get_key, user_data);

      if (authorities == NULL)
        _ris3_round_plan_append_request (self, edit, 0, nuts_version, code, 0,
                                         _ris3_round_plan_append_organisation (self, edit, atlas, nuts_version, code));
      for (guint j = 0; authorities != NULL && j < authorities->len; j++)
        _ris3_round_plan_append_request (self, edit, 0, nuts_version, code,
                                         ris3_organisation_get_id (g_ptr_array_index (authorities, j)), 0);
    }
  /* Each about its own region. */
  for (guint i = 0; i < others->len; i++)
    {
      Ris3Organisation *other = g_ptr_array_index (others, i);

      _ris3_round_plan_append_request (self, edit, 0, ris3_organisation_get_nuts_version (other),
                                       ris3_organisation_get_region_code (other), ris3_organisation_get_id (other), 0);
    }
  return g_steal_pointer (&edit);
}
