/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-classification-private.h"

G_DEFINE_BOXED_TYPE (Ris3Classification, ris3_classification, ris3_classification_ref, ris3_classification_unref)

static guint
classify (Ris3Classification *self, guint index)
{
  const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, index).value;

  if (self->other == NULL)
    return ris3_class_scheme_classify (self->scheme, value);
  /* Both have the same territories, since these follow from strategies and level alone. */
  return ris3_class_scheme_classify_pair (self->scheme, value,
                                          &g_array_index (self->other->territories, Ris3Territory, index).value);
}

static gboolean
territory_matches (Ris3Classification *self, guint index)
{
  const GPtrArray *strategies = g_ptr_array_index (self->territory_strategies, index);

  if (self->result == NULL)
    return TRUE;
  for (guint i = 0; i < strategies->len; i++)
    if (ris3_classification_matches (self, strategies->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
classify_territories (Ris3Classification *self)
{
  self->n_class = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  self->n_matching = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  for (guint i = 0; i < self->territories->len; i++)
    {
      Ris3Territory *territory = &g_array_index (self->territories, Ris3Territory, i);

      territory->klass = classify (self, i);
      if (ris3_classification_shows_shares (self) && self->other == NULL
          && !_ris3_classification_hangs_on_dispute (self, territory))
        territory->marks &= ~RIS3_MARK_DISPUTED;
      territory->matches = territory_matches (self, i);
      self->n_class[territory->klass]++;
      self->n_matching[territory->klass] += territory->matches;
      self->n_inherited += territory->matches && (territory->marks & RIS3_MARK_INHERITED) != 0;
      self->n_disputed += territory->matches && (territory->marks & RIS3_MARK_DISPUTED) != 0;
    }
}

/* Where strategies are, to tell what is recorded of their regions. */
static void
find_strategy_regions (Ris3Classification *self)
{
  self->strategy_regions = g_hash_table_new (NULL, NULL);
  for (guint i = ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (self)); i-- > 0;)
    {
      guint n_placed;
      Ris3Strategy *const *placed = ris3_placement_get_region_strategies (self->placement, i, &n_placed);

      for (guint j = 0; j < n_placed; j++)
        g_hash_table_insert (self->strategy_regions, placed[j], GUINT_TO_POINTER (i));
    }
}

Ris3Classification *
ris3_classification_new (Ris3Placement *placement, Ris3View *view)
{
  return ris3_classification_new_filtered (placement, view, NULL);
}

/* like: the first of two maps, if this is the second; else NULL */
static Ris3Classification *
new_like (Ris3Placement *placement, Ris3View *view, Ris3FilterResult *result, Ris3Classification *like)
{
  Ris3Classification *self;

  self = g_new0 (Ris3Classification, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->placement = ris3_placement_ref (placement);
  self->view = ris3_view_ref (view);
  self->level_rule = ris3_level_rule_fit (ris3_view_get_level_rule (view), ris3_placement_get_boundaries (placement));
  /* An empty filter leaves out nothing, not even regions without a strategy. */
  if (result != NULL && !ris3_filter_is_empty (ris3_filter_result_get_filter (result)))
    self->result = ris3_filter_result_ref (result);
  if (ris3_view_get_level_rule (view) != RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    {
      g_autoptr (Ris3View) of_areas = ris3_view_with_level_rule (view, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);

      self->areas = new_like (placement, of_areas, result, like != NULL ? like->areas : NULL);
    }
  _ris3_classification_make_territories (self);
  if (self->indicator->get_value == NULL)
    find_strategy_regions (self);
  if (ris3_view_get_other_indicator (view) != NULL)
    {
      g_autoptr (Ris3View) of_other = ris3_view_with_indicator (view, ris3_view_get_other_indicator (view));

      self->other = new_like (placement, of_other, result, like != NULL ? like->other : NULL);
    }
  self->scheme = _ris3_classification_make_scheme (self, like);
  classify_territories (self);
  _ris3_classification_count_strategies (self);
  return self;
}

Ris3Classification *
ris3_classification_new_filtered (Ris3Placement *placement, Ris3View *view, Ris3FilterResult *result)
{
  g_return_val_if_fail (placement != NULL && view != NULL, NULL);
  return new_like (placement, view, result, NULL);
}

Ris3Classification *
ris3_classification_new_second (Ris3Classification *first, Ris3View *view, Ris3FilterResult *result)
{
  g_return_val_if_fail (first != NULL && view != NULL, NULL);
  return new_like (first->placement, view, result, first);
}

Ris3Classification *
ris3_classification_ref (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_classification_unref (Ris3Classification *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->deciding);
  g_free (self->leaf_territory);
  g_free (self->n_class);
  g_free (self->n_matching);
  g_free (self->n_strategies);
  g_clear_pointer (&self->strategy_regions, g_hash_table_unref);
  g_array_unref (self->territories);
  g_ptr_array_unref (self->territory_strategies);
  g_ptr_array_unref (self->unplaced);
  ris3_class_scheme_unref (self->scheme);
  g_clear_pointer (&self->result, ris3_filter_result_unref);
  g_clear_pointer (&self->areas, ris3_classification_unref);
  g_clear_pointer (&self->other, ris3_classification_unref);
  ris3_view_unref (self->view);
  ris3_placement_unref (self->placement);
  g_free (self);
}

Ris3Placement *
ris3_classification_get_placement (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->placement;
}

Ris3Boundaries *
ris3_classification_get_boundaries (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_placement_get_boundaries (self->placement);
}

Ris3View *
ris3_classification_get_view (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->view;
}

Ris3FilterResult *
ris3_classification_get_result (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->result;
}

gboolean
ris3_classification_matches (Ris3Classification *self, Ris3Strategy *strategy)
{
  g_return_val_if_fail (self != NULL && RIS3_IS_STRATEGY (strategy), FALSE);
  return self->result == NULL || ris3_filter_result_has_strategy (self->result, ris3_strategy_get_id (strategy));
}

Ris3ClassScheme *
ris3_classification_get_scheme (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scheme;
}

const Ris3Indicator *
ris3_classification_get_indicator (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->indicator;
}

Ris3Classification *
ris3_classification_get_areas (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->areas != NULL ? self->areas : self;
}

Ris3Classification *
ris3_classification_get_other (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->other;
}

gboolean
ris3_classification_shows_symbols (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return ris3_view_get_symbols (self->view) && self->indicator->kind == RIS3_VALUE_COUNT && self->other == NULL;
}

gboolean
ris3_classification_shows_shares (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->indicator != ris3_view_get_indicator (self->view);
}

const char *
ris3_classification_get_period (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_view_get_period (self->view);
}

Ris3LevelRule
ris3_classification_get_level_rule (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->level_rule;
}

guint
ris3_classification_get_n_territories (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->territories->len;
}

const Ris3Territory *
ris3_classification_get_territory (Ris3Classification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  return &g_array_index (self->territories, Ris3Territory, index);
}

guint
ris3_classification_get_leaf_territory (Ris3Classification *self, guint leaf)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (leaf < ris3_boundaries_get_shapes (ris3_classification_get_boundaries (self))->n_shapes, 0);
  return self->leaf_territory[leaf];
}

gint
ris3_classification_find_territory (Ris3Classification *self, guint region)
{
  const Ris3Region *record;
  guint first, last;

  g_return_val_if_fail (self != NULL, -1);
  record = ris3_boundaries_get_region (ris3_classification_get_boundaries (self), region);
  g_return_val_if_fail (record != NULL, -1);
  first = self->leaf_territory[record->first_leaf];
  last = self->leaf_territory[record->first_leaf + record->n_leaves - 1];
  return first == last ? (gint) first : -1;
}

Ris3Classification *
ris3_classification_find_told (Ris3Classification *self, guint region, gint *territory)
{
  const Ris3Territory *found;

  g_return_val_if_fail (self != NULL && territory != NULL, NULL);
  *territory = ris3_classification_find_territory (self, region);
  found = *territory >= 0 ? ris3_classification_get_territory (self, (guint) *territory) : NULL;
  if (found != NULL ? found->region == region || (found->n_areas == 1 && !ris3_classification_shows_shares (self))
                    : !ris3_classification_shows_shares (self))
    return self;
  *territory = ris3_classification_find_territory (self->areas, region);
  return self->areas;
}

Ris3Strategy *const *
ris3_classification_get_strategies (Ris3Classification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  return (Ris3Strategy *const *) ((GPtrArray *) g_ptr_array_index (self->territory_strategies, index))->pdata;
}

Ris3Strategy *
ris3_classification_find_strategy (Ris3Classification *self, guint region, gint *source_region)
{
  Ris3Boundaries *boundaries;
  gint source = (gint) region;

  g_return_val_if_fail (self != NULL, NULL);
  boundaries = ris3_classification_get_boundaries (self);
  g_return_val_if_fail (region < ris3_boundaries_get_n_regions (boundaries), NULL);
  while (source >= 0 && self->deciding[source] == NULL)
    source = ris3_boundaries_get_region (boundaries, (guint) source)->parent;
  if (source_region != NULL)
    *source_region = source;
  return source >= 0 ? self->deciding[source] : NULL;
}

/* What is recorded of the first region that a strategy is placed on. */
static Ris3Value
get_value_of_its_region (Ris3Classification *self, Ris3Strategy *strategy)
{
  gpointer region;

  if (!g_hash_table_lookup_extended (self->strategy_regions, strategy, NULL, &region))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_STRATEGY);
  return self->indicator->get_region_value (self->indicator, ris3_placement_get_records (self->placement),
                                            GPOINTER_TO_UINT (region));
}

static Ris3Value
get_strategy_value (Ris3Classification *self, Ris3Strategy *strategy)
{
  return self->indicator->get_value == NULL ? get_value_of_its_region (self, strategy)
                                            : self->indicator->get_value (self->indicator, strategy);
}

guint
ris3_classification_get_strategy_class (Ris3Classification *self, Ris3Strategy *strategy)
{
  Ris3Value value, other;

  g_return_val_if_fail (self != NULL && RIS3_IS_STRATEGY (strategy), 0);
  value = get_strategy_value (self, strategy);
  if (self->other == NULL)
    return ris3_class_scheme_classify (self->scheme, &value);
  other = get_strategy_value (self->other, strategy);
  return ris3_class_scheme_classify_pair (self->scheme, &value, &other);
}
