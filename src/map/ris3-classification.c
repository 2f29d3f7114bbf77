/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-classification.h"

#include <string.h>

#include "map/ris3-class-method.h"

struct _Ris3Classification
{
  gatomicrefcount ref_count;
  Ris3Placement *placement;
  Ris3View *view;
  Ris3ClassScheme *scheme;

  Ris3Strategy **deciding;         /* per region: its own strategy that counts in the period, not owned */
  GArray *territories;             /* of Ris3Territory */
  GPtrArray *territory_strategies; /* of GPtrArray of Ris3Strategy, not owned */
  guint16 *leaf_territory;
  GPtrArray *unplaced; /* of Ris3Strategy, not owned */
  Ris3StrategySummary summary;

  guint *n_class;      /* territories of each class */
  guint *n_strategies; /* strategies of each class */
  guint n_inherited;
  guint n_disputed;
};

G_DEFINE_BOXED_TYPE (Ris3Classification, ris3_classification, ris3_classification_ref, ris3_classification_unref)

static gboolean
is_disputed (const Ris3Indicator *indicator, Ris3Strategy *strategy)
{
  return indicator->is_disputed != NULL && indicator->is_disputed (strategy);
}

static gboolean
in_period (const char *period, Ris3Strategy *strategy)
{
  return period == NULL || g_str_equal (period, ris3_strategy_get_period (strategy));
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
        if (in_period (period, placed[j]))
          self->deciding[i] = placed[j];
    }
}

static void
add_deciding (GPtrArray *found, Ris3Strategy *strategy)
{
  /* One strategy may have been placed on several parts of its former region. */
  if (strategy != NULL && !g_ptr_array_find (found, strategy, NULL))
    g_ptr_array_add (found, strategy);
}

static Ris3Value
aggregate (const Ris3Indicator *indicator, GPtrArray *strategies)
{
  g_autofree Ris3Value *values = g_new (Ris3Value, strategies->len);

  if (strategies->len == 0)
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_STRATEGY);
  for (guint i = 0; i < strategies->len; i++)
    values[i] = indicator->get_value (g_ptr_array_index (strategies, i));
  return strategies->len == 1 ? values[0] : indicator->aggregate (values, strategies->len);
}

static Ris3Strategy *
find_strategy (Ris3Classification *self, guint region, gint *source_region)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);

  for (gint i = (gint) region; i >= 0; i = ris3_boundaries_get_region (boundaries, (guint) i)->parent)
    if (self->deciding[i] != NULL)
      {
        *source_region = i;
        return self->deciding[i];
      }
  *source_region = -1;
  return NULL;
}

static void
add_territory (Ris3Classification *self, guint region, gboolean sum_within)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  Ris3Territory territory = { .region = region, .source_region = -1 };
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  GPtrArray *found = g_ptr_array_new ();

  add_deciding (found, self->deciding[region]);
  /* Regions are in tree order, so those within follow at once. */
  for (guint i = region + 1; sum_within && i < n_regions; i++)
    {
      if (ris3_boundaries_get_region (boundaries, i)->level <= record->level)
        break;
      add_deciding (found, self->deciding[i]);
    }
  if (found->len > 0)
    territory.source_region = region;
  else
    {
      add_deciding (found, find_strategy (self, region, &territory.source_region));
      if (found->len > 0)
        territory.marks |= RIS3_MARK_INHERITED;
    }

  territory.value = aggregate (ris3_view_get_indicator (self->view), found);
  territory.n_strategies = found->len;
  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    self->leaf_territory[leaf] = self->territories->len;
  g_array_append_val (self->territories, territory);
  g_ptr_array_add (self->territory_strategies, found);
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
    add_territory (self, region, FALSE);
  return end;
}

static void
make_territories (Ris3Classification *self)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (self->placement);
  Ris3LevelRule level_rule = ris3_view_get_level_rule (self->view);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);

  self->territories = g_array_new (FALSE, FALSE, sizeof (Ris3Territory));
  self->territory_strategies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->leaf_territory = g_new0 (guint16, ris3_boundaries_get_shapes (boundaries)->n_shapes);
  if (level_rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    for (guint i = 0; i < n_regions;)
      i = divide (self, i);
  else
    for (guint i = 0; i < n_regions; i++)
      if (ris3_boundaries_get_region (boundaries, i)->level == (guint) level_rule)
        add_territory (self, i, TRUE);
}

static Ris3ClassScheme *
make_scheme (Ris3Classification *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  Ris3ClassScheme *scheme;

  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, i).value;

      if (value->absence == RIS3_ABSENCE_NONE)
        g_array_append_val (values, value->number);
    }
  scheme = ris3_class_scheme_make (ris3_view_get_scheme (self->view), ris3_view_get_indicator (self->view),
                                   (const double *) (void *) values->data, values->len, &error);
  /* A view contains only schemes that suit its indicator. */
  g_assert_no_error (error);
  return scheme;
}

/* A dispute counts only if it is about what the territory shows. */
static gboolean
is_class_disputed (Ris3Classification *self, GPtrArray *strategies, guint klass)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (self->view);

  for (guint i = 0; i < strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (strategies, i);

      /* If there is only one, its class is that of the territory. */
      if (is_disputed (indicator, strategy)
          && (strategies->len == 1 || ris3_classification_get_strategy_class (self, strategy) == klass))
        return TRUE;
    }
  return FALSE;
}

static void
classify_territories (Ris3Classification *self)
{
  self->n_class = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  for (guint i = 0; i < self->territories->len; i++)
    {
      Ris3Territory *territory = &g_array_index (self->territories, Ris3Territory, i);

      territory->klass = ris3_class_scheme_classify (self->scheme, &territory->value);
      if (is_class_disputed (self, g_ptr_array_index (self->territory_strategies, i), territory->klass))
        territory->marks |= RIS3_MARK_DISPUTED;
      self->n_class[territory->klass]++;
      self->n_inherited += (territory->marks & RIS3_MARK_INHERITED) != 0;
      self->n_disputed += (territory->marks & RIS3_MARK_DISPUTED) != 0;
    }
}

static void
count_strategies (Ris3Classification *self)
{
  GListModel *strategies = ris3_placement_get_strategies (self->placement);
  const char *period = ris3_view_get_period (self->view);
  g_autoptr (GHashTable) latest = period == NULL ? ris3_strategy_find_latest (strategies) : NULL;
  guint n_unplaced;
  Ris3Strategy *const *unplaced = ris3_placement_get_unplaced (self->placement, &n_unplaced);

  self->n_strategies = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (latest != NULL ? g_hash_table_contains (latest, strategy) : in_period (period, strategy))
        self->n_strategies[ris3_classification_get_strategy_class (self, strategy)]++;
    }
  self->summary = ris3_strategy_summary (strategies, period);
  self->unplaced = g_ptr_array_new ();
  for (guint i = 0; i < n_unplaced; i++)
    if (in_period (period, unplaced[i]))
      g_ptr_array_add (self->unplaced, unplaced[i]);
}

Ris3Classification *
ris3_classification_new (Ris3Placement *placement, Ris3View *view)
{
  Ris3Classification *self;

  g_return_val_if_fail (placement != NULL && view != NULL, NULL);

  self = g_new0 (Ris3Classification, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->placement = ris3_placement_ref (placement);
  self->view = ris3_view_ref (view);
  decide (self);
  make_territories (self);
  self->scheme = make_scheme (self);
  classify_territories (self);
  count_strategies (self);
  return self;
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
  g_free (self->n_strategies);
  g_array_unref (self->territories);
  g_ptr_array_unref (self->territory_strategies);
  g_ptr_array_unref (self->unplaced);
  ris3_class_scheme_unref (self->scheme);
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
  return ris3_view_get_indicator (self->view);
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
  return ris3_view_get_level_rule (self->view);
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

Ris3Strategy *const *
ris3_classification_get_strategies (Ris3Classification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  return (Ris3Strategy *const *) ((GPtrArray *) g_ptr_array_index (self->territory_strategies, index))->pdata;
}

Ris3Strategy *
ris3_classification_find_strategy (Ris3Classification *self, guint region, gint *source_region)
{
  gint source = -1;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region < ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (self)), NULL);
  return find_strategy (self, region, source_region != NULL ? source_region : &source);
}

guint
ris3_classification_count_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_class[klass];
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

gboolean
ris3_classification_lists_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), FALSE);
  return self->n_class[klass] > 0 || ris3_class_scheme_get_absence (self->scheme, klass) != RIS3_ABSENCE_WITHHELD;
}

const Ris3StrategySummary *
ris3_classification_get_summary (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->summary;
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

guint
ris3_classification_get_strategy_class (Ris3Classification *self, Ris3Strategy *strategy)
{
  Ris3Value value;

  g_return_val_if_fail (self != NULL && RIS3_IS_STRATEGY (strategy), 0);
  value = ris3_view_get_indicator (self->view)->get_value (strategy);
  return ris3_class_scheme_classify (self->scheme, &value);
}
