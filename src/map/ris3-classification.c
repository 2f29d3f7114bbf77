/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-classification-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-class-method.h"
#include "map/ris3-class-scheme-private.h"

G_DEFINE_BOXED_TYPE (Ris3Classification, ris3_classification, ris3_classification_ref, ris3_classification_unref)

static gboolean
in_period (const char *period, Ris3Strategy *strategy)
{
  return period == NULL || g_str_equal (period, ris3_strategy_get_period (strategy));
}

/* Takes the scheme. */
static Ris3ClassScheme *
colour_scheme (Ris3Classification *self, Ris3ClassScheme *scheme)
{
  const char *palette = ris3_view_get_palette (self->view);
  const Ris3ColourSet *set;
  Ris3ClassScheme *coloured;
  gboolean reversed;

  if (palette == NULL || !ris3_colour_set_from_text (palette, &set, &reversed))
    return scheme;
  coloured = ris3_class_scheme_recolour (scheme, set, reversed);
  ris3_class_scheme_unref (scheme);
  return coloured;
}

static GArray *
list_values (Ris3Classification *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, i).value;

      if (value->absence == RIS3_ABSENCE_NONE)
        g_array_append_val (values, value->number);
    }
  return values;
}

Ris3Indicator
_ris3_classification_get_indicator_with_unit (Ris3Classification *self)
{
  Ris3Indicator indicator = *self->indicator;

  if (indicator.argument_kind == RIS3_ARGUMENT_COLUMN)
    indicator.unit = ris3_region_records_get_unit (ris3_placement_get_records (self->placement), indicator.argument);
  return indicator;
}

static Ris3ClassScheme *
make_pairs (Ris3Classification *self)
{
  Ris3Indicator first = _ris3_classification_get_indicator_with_unit (self),
                second = _ris3_classification_get_indicator_with_unit (self->other);
  const Ris3Indicator *const indicators[] = { &first, &second };
  g_autoptr (GArray) first_values = list_values (self);
  g_autoptr (GArray) second_values = list_values (self->other);
  GArray *const values[] = { first_values, second_values };
  g_autoptr (GError) error = NULL;
  Ris3ClassScheme *scheme = ris3_class_scheme_new_pairs (indicators, values, &error);

  /* A view contains only indicators that can be paired, and so can their forms of shares. */
  g_assert_no_error (error);
  return scheme;
}

/* Of the other of two maps, if both show the same and its classes have a place for each value: texts, unlike numbers,
 * may be of none. NULL: its own are needed. (transfer full) */
static Ris3ClassScheme *
take_scheme (Ris3Classification *self, Ris3Classification *like)
{
  g_autoptr (GArray) values = NULL;

  if (like == NULL || like->indicator != self->indicator || (like->other == NULL) != (self->other == NULL)
      || (like->other != NULL && like->other->indicator != self->other->indicator))
    return NULL;
  values = list_values (self);
  for (guint i = 0; i < values->len; i++)
    if (!_ris3_class_scheme_has_place (like->scheme, g_array_index (values, double, i)))
      return NULL;
  return ris3_class_scheme_ref (like->scheme);
}

static Ris3ClassScheme *
make_scheme (Ris3Classification *self)
{
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Indicator indicator = _ris3_classification_get_indicator_with_unit (self);
  Ris3ClassScheme *scheme;

  if (self->other != NULL)
    return make_pairs (self);
  if (ris3_classification_shows_symbols (self))
    {
      scheme = ris3_class_scheme_new_ground ();
      if (self->indicator->unknown != NULL)
        _ris3_class_scheme_add_unknown (scheme, _ (self->indicator->unknown));
      return scheme;
    }
  values = list_values (self);
  /* A view's scheme is one of the indicator that it asks for: shares have classes of their own. */
  scheme = ris3_class_scheme_make (
      self->indicator == ris3_view_get_indicator (self->view) ? ris3_view_get_scheme (self->view) : NULL, &indicator,
      (const double *) (void *) values->data, values->len, &error);
  /* A view contains only schemes that suit its indicator. */
  g_assert_no_error (error);
  return colour_scheme (self, scheme);
}

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

static void
add_value (Ris3Classification *self, Ris3Value value)
{
  ris3_strategy_summary_add_value (&self->summary, &value, ris3_indicator_is_found (self->indicator, &value));
}

static void
count_strategies (Ris3Classification *self)
{
  const char *period = ris3_view_get_period (self->view);
  g_autoptr (GHashTable) latest
      = period == NULL ? ris3_strategy_find_latest (ris3_placement_get_strategies (self->placement)) : NULL;
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_strategy_array (self->placement, &n_strategies);
  guint n_unplaced;
  Ris3Strategy *const *unplaced = ris3_placement_get_unplaced (self->placement, &n_unplaced);

  self->n_strategies = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  for (guint i = 0; i < n_strategies; i++)
    if (latest != NULL ? g_hash_table_contains (latest, strategies[i]) : in_period (period, strategies[i]))
      {
        ris3_strategy_summary_add (&self->whole_summary, strategies[i]);
        if (!ris3_classification_matches (self, strategies[i]))
          continue;
        self->n_strategies[ris3_classification_get_strategy_class (self, strategies[i])]++;
        ris3_strategy_summary_add (&self->summary, strategies[i]);
        if (self->indicator->get_value != NULL)
          add_value (self, self->indicator->get_value (self->indicator, strategies[i]));
      }
  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Territory *territory = &g_array_index (self->territories, Ris3Territory, i);

      if (!territory->matches)
        continue;
      self->summary.n_areas++;
      if (self->indicator->get_value == NULL)
        add_value (self, territory->value);
    }
  self->unplaced = g_ptr_array_new ();
  for (guint i = 0; i < n_unplaced; i++)
    if (in_period (period, unplaced[i]))
      g_ptr_array_add (self->unplaced, unplaced[i]);
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
  self->scheme = take_scheme (self, like);
  if (self->scheme == NULL)
    self->scheme = make_scheme (self);
  classify_territories (self);
  count_strategies (self);
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

guint
ris3_classification_count_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_class[klass];
}

guint
ris3_classification_count_matching (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_matching[klass];
}

guint
ris3_classification_count_inherited (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_inherited;
}

guint
ris3_classification_count_disputed (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_disputed;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

GArray *
ris3_classification_list_values (Ris3Classification *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, values);
  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, i).value;

      if (value->absence == RIS3_ABSENCE_NONE && value->number != RIS3_NUMBER_UNKNOWN)
        g_array_append_val (values, value->number);
    }
  g_array_sort (values, compare_numbers);
  return values;
}

guint
ris3_classification_count_alike_in_grey (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return ris3_class_scheme_count_alike (self->scheme, ris3_palette_get (RIS3_PALETTE_LIGHT), RIS3_VISION_GREY,
                                        self->n_class);
}

gboolean
ris3_classification_lists_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), FALSE);
  return self->n_class[klass] > 0 || ris3_class_scheme_get_absence (self->scheme, klass) == RIS3_ABSENCE_NONE;
}

const Ris3StrategySummary *
ris3_classification_get_summary (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->summary;
}

const Ris3StrategySummary *
ris3_classification_get_whole_summary (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->whole_summary;
}

guint
ris3_classification_count_strategies (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_strategies[klass];
}

Ris3Strategy *const *
ris3_classification_get_unplaced (Ris3Classification *self, guint *n_unplaced)
{
  g_return_val_if_fail (self != NULL && n_unplaced != NULL, NULL);
  *n_unplaced = self->unplaced->len;
  return (Ris3Strategy *const *) self->unplaced->pdata;
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
