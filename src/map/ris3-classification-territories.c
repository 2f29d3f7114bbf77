/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which areas the map has, and the value of each. */

#include "config.h"

#include "map/ris3-classification-private.h"

static gboolean
is_disputed (Ris3Classification *self, Ris3Strategy *strategy)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (self->view);

  return indicator->is_disputed != NULL && indicator->is_disputed (strategy);
}

/* A joined value is the region's own, whoever's strategy it lies in. */
static gboolean
inherits (Ris3Classification *self)
{
  return ris3_view_get_indicator (self->view)->argument_kind != RIS3_ARGUMENT_COLUMN
         || ris3_view_get_other_indicator (self->view) != NULL;
}

static void
decide (Ris3Classification *self)
{
  guint n_regions = ris3_boundaries_get_n_regions (ris3_placement_get_boundaries (self->placement));
  const char *period = ris3_view_get_period (self->view);

  self->deciding = g_new0 (Ris3Strategy *, n_regions);
  for (guint i = 0; i < n_regions; i++)
    {
      guint n_placed;
      Ris3Strategy *const *placed = ris3_placement_get_region_strategies (self->placement, i, &n_placed);

      for (guint j = 0; j < n_placed && self->deciding[i] == NULL; j++)
        if (period == NULL || g_str_equal (period, ris3_strategy_get_period (placed[j])))
          self->deciding[i] = placed[j];
    }
}

/* Takes the strategies, which become those of the territory. */
static void
add_territory (Ris3Classification *self, Ris3Territory *territory, GPtrArray *strategies)
{
  const Ris3Region *record
      = ris3_boundaries_get_region (ris3_placement_get_boundaries (self->placement), territory->region);

  territory->n_strategies = strategies->len;
  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    self->leaf_territory[leaf] = self->territories->len;
  g_array_append_val (self->territories, *territory);
  g_ptr_array_add (self->territory_strategies, strategies);
}

/* What is recorded of a region; of an indicator of strategies, or where a consultation had nothing to be about, that no
 * strategy is known. */
static Ris3Value
get_region_value (Ris3Classification *self, guint region, gboolean has_strategy)
{
  Ris3Value value = RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_STRATEGY);
  Ris3RegionRecords *records = ris3_placement_get_records (self->placement);
  Ris3RegionRecord record;

  if (self->indicator->get_region_value == NULL)
    return value;
  if (self->indicator->group == RIS3_INDICATOR_GROUP_CONSULTATION && !has_strategy)
    {
      record = ris3_region_records_get (records, region);
      if (record.n_comments == 0 && record.n_asked == 0 && record.n_answered == 0)
        return value;
    }
  return self->indicator->get_region_value (self->indicator, records, region);
}

/* A region with its own strategy, or else that of its nearest ancestor. */
static void
add_area (Ris3Classification *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  Ris3Territory territory = { .region = region, .source_region = -1, .n_areas = 1 };
  GPtrArray *strategies = g_ptr_array_new ();

  for (gint source = region; source >= 0 && strategies->len == 0;
       source = ris3_boundaries_get_region (boundaries, source)->parent)
    if (self->deciding[source] != NULL)
      {
        g_ptr_array_add (strategies, self->deciding[source]);
        territory.source_region = source;
      }

  territory.value = get_region_value (self, region, strategies->len > 0);
  if (strategies->len > 0)
    {
      if (self->indicator->get_value != NULL)
        territory.value = self->indicator->get_value (self->indicator, strategies->pdata[0]);
      territory.marks |= territory.source_region != (gint) region && inherits (self) ? RIS3_MARK_INHERITED : 0;
      territory.marks |= is_disputed (self, strategies->pdata[0]) ? RIS3_MARK_DISPUTED : 0;
    }
  add_territory (self, &territory, strategies);
}

/* Divides a region where a strategy lies deeper within it; returns the index behind its last descendant. */
static guint
divide (Ris3Classification *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  guint level = ris3_boundaries_get_region (boundaries, region)->level;
  gboolean has_strategy_within = FALSE;
  guint end = region + 1;

  while (end < n_regions && ris3_boundaries_get_region (boundaries, end)->level > level)
    has_strategy_within |= self->deciding[end++] != NULL;

  if (has_strategy_within)
    for (guint child = region + 1; child < end;)
      child = divide (self, child);
  else
    add_area (self, region);
  return end;
}

/* Areas lie in the order of their leaves, so those of a region follow each other. */
static guint
get_first_area (Ris3Classification *self, const Ris3Region *record)
{
  return self->areas->leaf_territory[record->first_leaf];
}

static guint
count_areas (Ris3Classification *self, const Ris3Region *record)
{
  return self->areas->leaf_territory[record->first_leaf + record->n_leaves - 1] - get_first_area (self, record) + 1;
}

/* A region of the level; in boundaries that lack it somewhere, the next finer one, or else the finest. */
static gboolean
is_of_level (Ris3Classification *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  guint level = (guint) ris3_view_get_level_rule (self->view);

  if (record->level < level)
    return ris3_boundaries_is_leaf (boundaries, region);
  return record->parent < 0 || ris3_boundaries_get_region (boundaries, (guint) record->parent)->level < level;
}

static gboolean
divides_a_region (Ris3Classification *self)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    if (is_of_level (self, i) && count_areas (self, ris3_boundaries_get_region (boundaries, i)) > 1)
      return TRUE;
  return FALSE;
}

/* What one area counts for a region of the level. */
static Ris3Value
get_area_value (Ris3Classification *self, guint area)
{
  const GPtrArray *strategies = g_ptr_array_index (self->areas->territory_strategies, area);

  return strategies->len > 0 ? self->indicator->get_value (self->indicator, strategies->pdata[0])
                             : RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_STRATEGY);
}

static Ris3Value
aggregate_strategies (Ris3Classification *self, GPtrArray *strategies)
{
  g_autofree Ris3Value *values = g_new (Ris3Value, strategies->len);

  for (guint i = 0; i < strategies->len; i++)
    values[i] = self->indicator->get_value (self->indicator, g_ptr_array_index (strategies, i));
  return self->indicator->aggregate (values, strategies->len);
}

/* A region of the level: the one area that it is or lies in, or all those within it. */
static void
add_region (Ris3Classification *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  guint first = get_first_area (self, record);
  Ris3Territory territory = { .region = region, .source_region = -1, .n_areas = count_areas (self, record) };
  g_autofree Ris3Value *values = g_new (Ris3Value, territory.n_areas);
  GPtrArray *strategies = g_ptr_array_new ();

  for (guint i = 0; i < territory.n_areas; i++)
    {
      const Ris3Territory *area = &g_array_index (self->areas->territories, Ris3Territory, first + i);
      const GPtrArray *deciding = g_ptr_array_index (self->areas->territory_strategies, first + i);

      if (self->indicator->get_value != NULL)
        values[i] = get_area_value (self, first + i);
      territory.marks |= area->marks & RIS3_MARK_DISPUTED;
      /* One strategy may decide several areas. */
      for (guint j = 0; j < deciding->len; j++)
        if (!g_ptr_array_find (strategies, deciding->pdata[j], NULL))
          g_ptr_array_add (strategies, deciding->pdata[j]);
    }
  if (self->indicator->get_value == NULL)
    territory.value = get_region_value (self, region, strategies->len > 0);
  else if (self->indicator->aggregates_strategies && strategies->len > 0)
    territory.value = aggregate_strategies (self, strategies);
  else if (self->indicator->aggregate != NULL)
    territory.value = self->indicator->aggregate (values, territory.n_areas);
  else
    territory.value = values[0];

  if (strategies->len > 0)
    territory.source_region = region;
  if (territory.n_areas == 1 && strategies->len > 0)
    {
      const Ris3Territory *area = &g_array_index (self->areas->territories, Ris3Territory, first);
      gboolean is_within = ris3_boundaries_get_region (boundaries, area->region)->level < record->level;

      if (is_within || area->source_region != (gint) area->region)
        {
          territory.source_region = area->source_region;
          territory.marks |= inherits (self) ? RIS3_MARK_INHERITED : 0;
        }
    }
  add_territory (self, &territory, strategies);
}

/* The class of a region of shares, if those disputes were settled the other way that are about what was found, or
 * about what was not.
 */
static guint
classify_otherwise (Ris3Classification *self, const Ris3Territory *territory, gboolean found)
{
  guint first = get_first_area (
      self, ris3_boundaries_get_region (ris3_placement_get_boundaries (self->placement), territory->region));
  g_autofree Ris3Value *values = g_new (Ris3Value, territory->n_areas);
  Ris3Value value;

  for (guint i = 0; i < territory->n_areas; i++)
    {
      const Ris3Territory *area = &g_array_index (self->areas->territories, Ris3Territory, first + i);

      values[i] = get_area_value (self, first + i);
      if ((area->marks & RIS3_MARK_DISPUTED) != 0 && values[i].absence <= RIS3_ABSENCE_NO_PRIORITY
          && (values[i].absence == RIS3_ABSENCE_NONE && values[i].number > 0) == found)
        values[i] = (Ris3Value){ .number = found ? 0 : 100, .base = 1 };
    }
  value = self->indicator->aggregate (values, territory->n_areas);
  return ris3_class_scheme_classify (self->scheme, &value);
}

gboolean
_ris3_classification_hangs_on_dispute (Ris3Classification *self, const Ris3Territory *territory)
{
  return classify_otherwise (self, territory, TRUE) != territory->klass
         || classify_otherwise (self, territory, FALSE) != territory->klass;
}

void
_ris3_classification_make_territories (Ris3Classification *self)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);

  self->territories = g_array_new (FALSE, FALSE, sizeof (Ris3Territory));
  self->territory_strategies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->leaf_territory = g_new0 (guint32, ris3_boundaries_get_shapes (boundaries)->n_shapes);
  self->indicator = ris3_view_get_indicator (self->view);
  decide (self);
  if (self->areas == NULL)
    {
      for (guint i = 0; i < n_regions;)
        i = divide (self, i);
      return;
    }
  if (self->indicator->share != NULL && divides_a_region (self))
    self->indicator = self->indicator->share;
  for (guint i = 0; i < n_regions; i++)
    if (is_of_level (self, i))
      add_region (self, i);
}
