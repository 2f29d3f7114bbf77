/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-region-finder.h"
#include "map/ris3-region-places.h"

/* Eurostat's codes are not ISO's. */
static char *
to_code (const char *text)
{
  char *code = g_ascii_strup (text, -1);

  if (g_str_has_prefix (code, "GB"))
    memcpy (code, "UK", 2);
  else if (g_str_has_prefix (code, "GR"))
    memcpy (code, "EL", 2);
  return code;
}

/* The regions that another version's code is led to. */
static void
lead (Ris3Geodata *geodata, const char *code, GArray *regions)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS && regions->len == 0; i++)
    {
      Ris3Lineage *lineage = ris3_geodata_get_lineage (geodata, ris3_nuts_versions[i]);
      g_autoptr (GPtrArray) places = lineage != NULL ? ris3_place_through_lineage (lineage, code) : NULL;

      for (guint place = 0; places != NULL && place < places->len; place++)
        {
          const Ris3LineageRow *row = g_ptr_array_index (places, place);
          gint region = ris3_boundaries_find (ris3_geodata_get_boundaries (geodata), row->to_code);

          if (region >= 0)
            g_array_append_val (regions, region);
        }
    }
}

/* code: (out) (optional) (transfer full): as a filter has it, where there are any */
static GArray *
find_regions (Ris3Placement *placement, const char *text, char **code)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (placement);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *upper = to_code (text);
  const char *found = text;
  gint region = ris3_boundaries_find (boundaries, text);

  if (region < 0)
    {
      found = upper;
      region = ris3_boundaries_find (boundaries, upper);
    }
  if (region >= 0)
    g_array_append_val (regions, region);
  else
    lead (ris3_placement_get_geodata (placement), upper, regions);
  if (code != NULL && regions->len > 0)
    *code = g_strdup (found);
  return regions;
}

/* Where the map does not have the region. */
static gboolean
is_of_any (Ris3Placement *placement, const char *code)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_strategy_array (placement, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (g_str_has_prefix (ris3_strategy_get_region_code (strategies[i]), code))
      return TRUE;
  return FALSE;
}

/* NULL: no region is meant. (transfer full) */
static char *
resolve (Ris3Placement *placement, const char *text, GError **error)
{
  char *code = NULL;
  g_autoptr (GArray) regions = find_regions (placement, text, &code);
  g_autofree char *upper = to_code (text);
  g_autoptr (Ris3RegionFinder) finder = NULL;
  g_autoptr (GError) local_error = NULL;
  Ris3Found found;

  if (code != NULL)
    return code;
  if (strlen (upper) >= 2 && is_of_any (placement, upper))
    return g_steal_pointer (&upper);
  finder = ris3_region_finder_new (ris3_placement_get_geodata (placement));
  if (ris3_region_finder_resolve (finder, text, placement, &found, &local_error))
    return g_strdup (ris3_boundaries_get_region (ris3_placement_get_boundaries (placement), found.region)->code);
  g_set_error_literal (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE, local_error->message);
  return NULL;
}

Ris3Filter *
ris3_region_terms_resolve (Ris3Filter *filter, Ris3Placement *placement, const char **wrong, GError **error)
{
  g_autoptr (Ris3Filter) resolved = NULL;

  g_return_val_if_fail (filter != NULL && placement != NULL, NULL);
  resolved = ris3_filter_ref (filter);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_REGION); *text != NULL; text++)
    {
      g_autofree char *code = resolve (placement, *text, error);
      g_autoptr (Ris3Filter) without = NULL;
      Ris3Filter *with;

      if (code == NULL)
        {
          if (wrong != NULL)
            *wrong = *text;
          return NULL;
        }
      if (g_str_equal (code, *text))
        continue;
      without = ris3_filter_with (resolved, RIS3_FACET_REGION, *text, FALSE);
      with = ris3_filter_with (without, RIS3_FACET_REGION, code, TRUE);
      ris3_filter_unref (resolved);
      resolved = with;
    }
  return g_steal_pointer (&resolved);
}

gboolean
ris3_region_terms_has_any (Ris3Filter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);
  return *ris3_filter_get_values (filter, RIS3_FACET_REGION) != NULL;
}

/* periods: those that have a strategy already, which is not looked at; afterwards, also those that got one now */
static void
add_strategies (Ris3Placement *placement, guint region, GHashTable *periods, GHashTable *more_periods, GHashTable *ids)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (placement, region, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (!g_hash_table_contains (periods, ris3_strategy_get_period (strategies[i])))
      {
        g_hash_table_add (ids, (gpointer) ris3_strategy_get_id (strategies[i]));
        g_hash_table_add (more_periods, (gpointer) ris3_strategy_get_period (strategies[i]));
      }
}

static void
add_all (GHashTable *set, GHashTable *more)
{
  GHashTableIter iter;
  gpointer key;

  for (g_hash_table_iter_init (&iter, more); g_hash_table_iter_next (&iter, &key, NULL);)
    g_hash_table_add (set, key);
}

/* As the header says. */
static void
add_of_region (Ris3Placement *placement, guint region, GHashTable *ids)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (placement);
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  guint end = record->first_leaf + record->n_leaves;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) periods = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = region;
       i < ris3_boundaries_get_n_regions (boundaries) && ris3_boundaries_get_region (boundaries, i)->first_leaf < end;
       i++)
    add_strategies (placement, i, none, periods, ids);
  for (gint wider = record->parent; wider >= 0; wider = ris3_boundaries_get_region (boundaries, (guint) wider)->parent)
    {
      g_autoptr (GHashTable) more = g_hash_table_new (g_str_hash, g_str_equal);

      add_strategies (placement, (guint) wider, periods, more, ids);
      add_all (periods, more);
    }
}

GHashTable *
ris3_region_terms_find_strategies (Ris3Placement *placement, const guint *regions, guint n)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (placement != NULL && (regions != NULL || n == 0), ids);
  for (guint i = 0; i < n; i++)
    add_of_region (placement, regions[i], ids);
  return ids;
}

static void
add_of_code (Ris3Placement *placement, const char *code, GHashTable *ids)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_strategy_array (placement, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (g_str_has_prefix (ris3_strategy_get_region_code (strategies[i]), code))
      g_hash_table_add (ids, (gpointer) ris3_strategy_get_id (strategies[i]));
}

Ris3Filter *
ris3_region_terms_tell (Ris3Filter *filter, Ris3Placement *placement)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_filter_members_unref);
  Ris3Boundaries *boundaries;

  g_return_val_if_fail (filter != NULL && placement != NULL, NULL);
  boundaries = ris3_placement_get_boundaries (placement);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_REGION); *text != NULL; text++)
    {
      g_autoptr (GArray) regions = find_regions (placement, *text, NULL);
      g_autoptr (GHashTable) ids
          = ris3_region_terms_find_strategies (placement, (const guint *) (void *) regions->data, regions->len);
      g_autoptr (GPtrArray) list = g_ptr_array_new ();
      g_autofree char *title = NULL;
      GHashTableIter iter;
      gpointer id;

      if (regions->len == 0)
        add_of_code (placement, *text, ids);
      if (regions->len == 1)
        title = g_strdup_printf (
            C_ ("region", "%s (%s)"),
            ris3_region_get_shown_name (ris3_boundaries_get_region (boundaries, g_array_index (regions, guint, 0))),
            *text);
      for (g_hash_table_iter_init (&iter, ids); g_hash_table_iter_next (&iter, &id, NULL);)
        g_ptr_array_add (list, id);
      g_ptr_array_add (members, ris3_filter_members_new (*text, title, list));
    }
  return ris3_filter_with_members (filter, members);
}

Ris3Filter *
ris3_region_terms_with (Ris3Filter *filter, Ris3Boundaries *boundaries, const guint *regions, guint n)
{
  g_autoptr (Ris3Filter) other = NULL;

  g_return_val_if_fail (filter != NULL && boundaries != NULL && (regions != NULL || n == 0), NULL);
  other = ris3_filter_without (filter, RIS3_FACET_REGION);
  for (guint i = 0; i < n; i++)
    {
      Ris3Filter *more = ris3_filter_with (other, RIS3_FACET_REGION,
                                           ris3_boundaries_get_region (boundaries, regions[i])->code, TRUE);

      ris3_filter_unref (other);
      other = more;
    }
  return g_steal_pointer (&other);
}
