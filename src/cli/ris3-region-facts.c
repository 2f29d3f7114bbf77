/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-region-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-class-method.h"
#include "map/ris3-placement.h"

static void
place_free (gpointer data)
{
  Ris3Place *place = data;

  g_free (place->code);
  g_free (place);
}

static void
add_place (GPtrArray *places, guint nuts_version, const char *code, double share)
{
  Ris3Place *place = g_new0 (Ris3Place, 1);

  place->nuts_version = nuts_version;
  place->code = g_strdup (code);
  place->share = share;
  g_ptr_array_add (places, place);
}

/* The NUTS versions, other than one, that the strategies are keyed to. (transfer full) */
static GArray *
collect_versions (GListModel *strategies, guint except)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      guint version = ris3_strategy_get_nuts_version (strategy);
      gboolean is_known = version == except;

      for (guint j = 0; j < versions->len && !is_known; j++)
        is_known = g_array_index (versions, guint, j) == version;
      if (!is_known)
        g_array_append_val (versions, version);
    }
  return versions;
}

static gboolean
has_place (Ris3RegionFacts *self, guint nuts_version, const char *code)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Ris3Place *place = g_ptr_array_index (self->places, i);

      if (place->nuts_version == nuts_version && g_str_equal (place->code, code))
        return TRUE;
    }
  return FALSE;
}

/* Loads the lineages that lead from the versions of the strategies to that of the region. */
static gboolean
load_lineages (Ris3RegionFacts *self, Ris3Atlas *atlas, const char *boundaries, GError **error)
{
  g_autoptr (GArray) versions = collect_versions (ris3_atlas_get_strategies (atlas), self->region->nuts_version);

  for (guint i = 0; boundaries != NULL && i < versions->len; i++)
    {
      Ris3Lineage *lineage
          = ris3_lineage_load (boundaries, g_array_index (versions, guint, i), self->region->nuts_version, NULL, error);

      if (lineage == NULL)
        return FALSE;
      g_ptr_array_add (self->lineages, lineage);
    }
  return TRUE;
}

/* The share of a region, as an item of the atlas names it, that lies in a region of the asked version, by
 * the rule by which the map places strategies; 0 where it has no place there.
 */
static double
get_share_within (Ris3RegionFacts *self, guint nuts_version, const char *code, const char *within)
{
  if (nuts_version == self->region->nuts_version)
    return g_str_equal (code, within) ? 1.0 : 0.0;
  for (guint i = 0; i < self->lineages->len; i++)
    {
      Ris3Lineage *lineage = g_ptr_array_index (self->lineages, i);
      g_autoptr (GPtrArray) places = NULL;

      if (ris3_lineage_get_from_version (lineage) != nuts_version)
        continue;
      places = ris3_place_through_lineage (lineage, code);
      for (guint r = 0; r < places->len; r++)
        {
          const Ris3LineageRow *row = g_ptr_array_index (places, r);

          if (g_str_equal (row->to_code, within))
            return row->share_of_from;
        }
    }
  return 0.0;
}

/* Whether it lies in the asked region; if so, the place is kept. */
static gboolean
is_at_place (Ris3RegionFacts *self, guint nuts_version, const char *code)
{
  double share = get_share_within (self, nuts_version, code, self->region->code);

  if (share > 0 && !has_place (self, nuts_version, code))
    add_place (self->places, nuts_version, code, share);
  return share > 0;
}

static gboolean
is_here (Ris3RegionFacts *self, gpointer item)
{
  if (RIS3_IS_STRATEGY (item))
    return is_at_place (self, ris3_strategy_get_nuts_version (item), ris3_strategy_get_region_code (item));
  if (RIS3_IS_PARTICIPATION (item))
    return is_at_place (self, ris3_participation_get_nuts_version (item), ris3_participation_get_region_code (item));
  if (RIS3_IS_ASSESSMENT (item))
    return is_at_place (self, ris3_assessment_get_nuts_version (item), ris3_assessment_get_region_code (item));
  return is_at_place (self, ris3_comment_get_nuts_version (item), ris3_comment_get_region_code (item));
}

/* The items of a list that lie at one of the places. (transfer full) */
static GPtrArray *
collect (Ris3RegionFacts *self, GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      if (is_here (self, item))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

static gint
compare_strategies (gconstpointer a, gconstpointer b)
{
  Ris3Strategy *strategy_a = *(Ris3Strategy *const *) a;
  Ris3Strategy *strategy_b = *(Ris3Strategy *const *) b;
  gint order = strcmp (ris3_strategy_get_period (strategy_a), ris3_strategy_get_period (strategy_b));

  if (order == 0)
    order = (gint) ris3_strategy_get_year (strategy_a) - (gint) ris3_strategy_get_year (strategy_b);
  return order != 0 ? order : strcmp (ris3_strategy_get_id (strategy_a), ris3_strategy_get_id (strategy_b));
}

/* The strategies of the nearest ancestor that has any. */
static void
inherit (Ris3RegionFacts *self, GListModel *strategies)
{
  for (guint i = self->ancestors->len; i-- > 0 && self->inherited->len == 0;)
    {
      const Ris3RegionName *ancestor = g_ptr_array_index (self->ancestors, i);

      for (guint j = 0; j < g_list_model_get_n_items (strategies); j++)
        {
          g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, j);

          if (get_share_within (self, ris3_strategy_get_nuts_version (strategy),
                                ris3_strategy_get_region_code (strategy), ancestor->code)
              > 0)
            g_ptr_array_add (self->inherited, g_steal_pointer (&strategy));
        }
    }
  g_ptr_array_sort (self->inherited, compare_strategies);
}

Ris3RegionFacts *
ris3_region_facts_new (Ris3Atlas *atlas,
                       const Ris3Indicator *indicator,
                       guint nuts_version,
                       const char *code,
                       const char *boundaries,
                       GError **error)
{
  g_autoptr (Ris3RegionFacts) self = g_new0 (Ris3RegionFacts, 1);
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  self->indicator = indicator;
  self->scheme = ris3_class_scheme_make (NULL, indicator, NULL, 0, error);
  if (self->scheme == NULL)
    return NULL;
  self->ancestors = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->lineages = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_lineage_unref);
  self->inherited = g_ptr_array_new_with_free_func (g_object_unref);
  self->region = ris3_atlas_lookup_region (atlas, nuts_version, code);
  if (self->region == NULL)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID,
                   _ ("NUTS %u has no region “%s”. Check the code, or name another version with --nuts-version."),
                   nuts_version, code);
      return NULL;
    }
  for (const Ris3RegionName *region = self->region; region->level > 0;)
    {
      region = ris3_atlas_lookup_region (atlas, nuts_version, region->parent_code);
      if (region == NULL)
        break;
      g_ptr_array_insert (self->ancestors, 0, (gpointer) region);
    }

  add_place (self->places, nuts_version, self->region->code, 1.0);
  if (!load_lineages (self, atlas, boundaries, error))
    return NULL;
  self->strategies = collect (self, strategies);
  self->participations = collect (self, ris3_atlas_get_participations (atlas));
  self->assessments = collect (self, ris3_atlas_get_assessments (atlas));
  self->comments = collect (self, ris3_atlas_get_comments (atlas));
  g_ptr_array_sort (self->strategies, compare_strategies);
  if (self->strategies->len == 0)
    inherit (self, strategies);
  return g_steal_pointer (&self);
}

guint
ris3_region_facts_get_strategy_class (const Ris3RegionFacts *self, Ris3Strategy *strategy)
{
  Ris3Value value = self->indicator->get_value (strategy);

  return ris3_class_scheme_classify (self->scheme, &value);
}

guint
ris3_region_facts_get_class (const Ris3RegionFacts *self)
{
  GPtrArray *strategies = self->strategies->len > 0 ? self->strategies : self->inherited;

  if (strategies->len == 0)
    return ris3_class_scheme_get_absence_class (self->scheme, RIS3_ABSENCE_NO_STRATEGY);
  /* The latest counts, as on the map. */
  return ris3_region_facts_get_strategy_class (self, g_ptr_array_index (strategies, strategies->len - 1));
}

void
ris3_region_facts_free (Ris3RegionFacts *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);
  g_clear_pointer (&self->ancestors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->lineages, g_ptr_array_unref);
  g_clear_pointer (&self->strategies, g_ptr_array_unref);
  g_clear_pointer (&self->inherited, g_ptr_array_unref);
  g_clear_pointer (&self->participations, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_free (self);
}
