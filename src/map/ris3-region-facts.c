/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-facts.h"

#include "map/ris3-region-places.h"
#include "map/ris3-region-strategies.h"

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

/* The share of a region, as an item of the atlas names it, that lies in the requested one, by the rule by which the
 * map places strategies; 0 where it has no place there.
 */
static double
get_share (Ris3RegionFacts *self, guint nuts_version, const char *code)
{
  Ris3Geodata *geodata = ris3_placement_get_geodata (ris3_classification_get_placement (self->classification));
  Ris3Lineage *lineage = ris3_geodata_get_lineage (geodata, nuts_version);
  g_autoptr (GPtrArray) places = NULL;

  if (nuts_version == self->nuts_version)
    return g_str_equal (code, self->region->code) ? 1.0 : 0.0;
  if (lineage == NULL)
    return 0.0;
  places = ris3_place_through_lineage (lineage, code);
  for (guint i = 0; i < places->len; i++)
    {
      const Ris3LineageRow *row = g_ptr_array_index (places, i);

      if (g_str_equal (row->to_code, self->region->code))
        return row->share_of_from;
    }
  return 0.0;
}

/* Whether it lies in the requested region; if so, the place is kept. */
static gboolean
is_at_place (Ris3RegionFacts *self, guint nuts_version, const char *code)
{
  double share = get_share (self, nuts_version, code);

  if (share > 0 && !has_place (self, nuts_version, code))
    add_place (self->places, nuts_version, code, share);
  return share > 0;
}

static gboolean
is_here (Ris3RegionFacts *self, gpointer item)
{
  if (RIS3_IS_PARTICIPATION (item))
    return is_at_place (self, ris3_participation_get_nuts_version (item), ris3_participation_get_region_code (item));
  if (RIS3_IS_ASSESSMENT (item))
    return is_at_place (self, ris3_assessment_get_nuts_version (item), ris3_assessment_get_region_code (item));
  if (RIS3_IS_ACTIVITY (item))
    return is_at_place (self, ris3_activity_get_nuts_version (item), ris3_activity_get_region_code (item));
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

/* Whether a strategy is of the period that is asked for. */
static gboolean
is_asked (Ris3RegionFacts *self, Ris3Strategy *strategy)
{
  const char *period = ris3_classification_get_period (self->classification);

  return period == NULL || g_str_equal (period, ris3_strategy_get_period (strategy));
}

/* The strategies of a region that are asked for, oldest first. */
static void
add_strategies (Ris3RegionFacts *self, GPtrArray *strategies, guint region)
{
  guint n_placed;
  Ris3Strategy *const *placed = ris3_placement_get_region_strategies (
      ris3_classification_get_placement (self->classification), region, &n_placed);

  for (guint i = n_placed; i-- > 0;)
    if (is_asked (self, placed[i]))
      g_ptr_array_add (strategies, g_object_ref (placed[i]));
}

/* The class that the map shows where the region is; divided, as its own strategy has it. */
static void
classify (Ris3RegionFacts *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (self->classification);
  gint index = ris3_classification_find_territory (self->told, region);
  const Ris3Territory *territory = index >= 0 ? ris3_classification_get_territory (self->told, (guint) index) : NULL;
  Ris3Strategy *const *deciding;
  Ris3Strategy *strategy;

  /* A country may be one territory with the only region in it. */
  if (territory != NULL
      && ris3_boundaries_get_region (boundaries, territory->region)->level
             <= ris3_boundaries_get_region (boundaries, region)->level)
    {
      self->klass = territory->klass;
      deciding = ris3_classification_get_strategies (self->told, (guint) index);
      for (guint i = 0; i < territory->n_strategies; i++)
        g_ptr_array_add (self->deciding, g_object_ref (deciding[i]));
      return;
    }
  strategy = ris3_classification_find_strategy (self->classification, region, NULL);
  if (strategy == NULL)
    return;
  self->klass = ris3_classification_get_strategy_class (self->told, strategy);
  g_ptr_array_add (self->deciding, g_object_ref (strategy));
}

static void
place_strategies (Ris3RegionFacts *self, guint region)
{
  gint source_region = -1, territory;

  self->told = ris3_classification_ref (ris3_classification_find_told (self->classification, region, &territory));
  self->klass
      = ris3_class_scheme_get_absence_class (ris3_classification_get_scheme (self->told), RIS3_ABSENCE_NO_STRATEGY);
  add_strategies (self, self->strategies, region);
  for (guint i = 0; i < self->strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (self->strategies, i);

      is_at_place (self, ris3_strategy_get_nuts_version (strategy), ris3_strategy_get_region_code (strategy));
    }
  ris3_classification_find_strategy (self->classification, region, &source_region);
  if (source_region >= 0 && source_region != (gint) region)
    add_strategies (self, self->inherited, (guint) source_region);
  classify (self, region);
}

Ris3RegionFacts *
ris3_region_facts_new (Ris3Atlas *atlas, Ris3Classification *classification, guint region)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  Ris3RegionFacts *self = g_new0 (Ris3RegionFacts, 1);

  self->classification = ris3_classification_ref (classification);
  self->index = region;
  self->region = ris3_boundaries_get_region (boundaries, region);
  self->nuts_version = ris3_boundaries_get_nuts_version (boundaries);
  self->ancestors = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->strategies = g_ptr_array_new_with_free_func (g_object_unref);
  self->inherited = g_ptr_array_new_with_free_func (g_object_unref);
  self->deciding = g_ptr_array_new_with_free_func (g_object_unref);
  for (gint parent = self->region->parent; parent >= 0;)
    {
      const Ris3Region *ancestor = ris3_boundaries_get_region (boundaries, (guint) parent);

      g_ptr_array_insert (self->ancestors, 0, (gpointer) ancestor);
      parent = ancestor->parent;
    }

  add_place (self->places, self->nuts_version, self->region->code, 1.0);
  place_strategies (self, region);
  self->area_counts = ris3_region_count_areas (classification, region, &self->n_areas);
  self->participations = collect (self, ris3_atlas_get_participations (atlas));
  self->assessments = collect (self, ris3_atlas_get_assessments (atlas));
  self->comments = collect (self, ris3_atlas_get_comments (atlas));
  self->activities = collect (self, ris3_atlas_get_activities (atlas));
  return self;
}

void
ris3_region_facts_free (Ris3RegionFacts *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->told, ris3_classification_unref);
  g_clear_pointer (&self->ancestors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->strategies, g_ptr_array_unref);
  g_clear_pointer (&self->inherited, g_ptr_array_unref);
  g_clear_pointer (&self->deciding, g_ptr_array_unref);
  g_clear_pointer (&self->area_counts, g_free);
  g_clear_pointer (&self->participations, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_free (self);
}
