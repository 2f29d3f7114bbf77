/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-model.h"

#include <string.h>

#include "app/ris3-region-words.h"

struct _Ris3RegionModel
{
  GObject parent_instance;

  Ris3Session *session;       /* not owned: cleared when it goes */
  Ris3Boundaries *boundaries; /* of the items */
  Ris3RegionFinder *finder;   /* of regions in the boundaries; made when it is asked for */
  GPtrArray *items;           /* of Ris3RegionItem */
  GPtrArray *by_region;       /* of Ris3RegionItem, not owned: by index in boundaries */
  GPtrArray *territories;     /* of Ris3RegionItem, not owned: those that are areas of the map */
  Ris3RegionItem *current;
};

static void ris3_region_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3RegionModel,
                               ris3_region_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ris3_region_model_list_model_init))

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TERRITORIES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
compare_countries (gconstpointer a, gconstpointer b, gpointer boundaries)
{
  const Ris3Region *left = ris3_boundaries_get_region (boundaries, *(const guint *) a);
  const Ris3Region *right = ris3_boundaries_get_region (boundaries, *(const guint *) b);
  int order = g_utf8_collate (ris3_region_display_name (left), ris3_region_display_name (right));

  return order != 0 ? order : strcmp (left->code, right->code);
}

/* The indices of all regions in the order of the model. (transfer full) */
static GArray *
sort_regions (Ris3Boundaries *boundaries)
{
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);

  for (guint i = 0; i < n_regions; i++)
    if (ris3_boundaries_get_region (boundaries, i)->level == 0)
      g_array_append_val (countries, i);
  g_array_sort_with_data (countries, compare_countries, boundaries);
  for (guint i = 0; i < countries->len; i++)
    {
      guint region = g_array_index (countries, guint, i);

      /* Regions are in tree order, so those of a country follow it at once. */
      do
        {
          g_array_append_val (sorted, region);
          region++;
        }
      while (region < n_regions && ris3_boundaries_get_region (boundaries, region)->level > 0);
    }
  return sorted;
}

/* How a region of other boundaries compares with an item in the order of the model. */
static int
compare_with_item (Ris3RegionItem *item, Ris3Boundaries *boundaries, guint region)
{
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  const Ris3Region *country = ris3_region_country (boundaries, record);
  const char *code = ris3_region_item_get_code (item);
  int order = 0;

  if (strncmp (code, record->code, 2) != 0)
    order = g_utf8_collate (ris3_region_item_get_country_name (item), ris3_region_display_name (country));
  return order != 0 ? order : strcmp (code, record->code);
}

/* One run of items that are removed, and of regions that replace them. */
typedef struct
{
  guint position; /* in the model, once the runs before it are done */
  guint n_removed;
  guint first_added; /* in the sorted regions */
  guint n_added;
} Run;

/* What has to change so that the items are those of the sorted regions; each item that stays gets
 * its new index. (transfer full)
 */
static GArray *
find_runs (Ris3RegionModel *self, Ris3Classification *classification, GArray *sorted)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Run run = { 0 };

  for (guint old = 0, new = 0; old < self->items->len || new < sorted->len;)
    {
      Ris3RegionItem *item = old < self->items->len ? g_ptr_array_index (self->items, old) : NULL;
      guint region = new < sorted->len ? g_array_index (sorted, guint, new) : 0;
      int order = item == NULL ? 1 : new == sorted->len ? -1 : compare_with_item (item, boundaries, region);

      if (order < 0)
        {
          run.n_removed++;
          old++;
        }
      else if (order > 0)
        {
          run.n_added++;
          new ++;
        }
      else
        {
          ris3_region_item_update (item, classification, region);
          if (run.n_removed + run.n_added > 0)
            g_array_append_val (runs, run);
          old++;
          new ++;
          run = (Run){ .position = new, .first_added = new };
        }
    }
  if (run.n_removed + run.n_added > 0)
    g_array_append_val (runs, run);
  return runs;
}

static void
apply_run (Ris3RegionModel *self, Ris3Classification *classification, GArray *sorted, const Run *run)
{
  if (run->n_removed > 0)
    g_ptr_array_remove_range (self->items, run->position, run->n_removed);
  for (guint i = 0; i < run->n_added; i++)
    g_ptr_array_insert (self->items, run->position + i,
                        ris3_region_item_new (classification, g_array_index (sorted, guint, run->first_added + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), run->position, run->n_removed, run->n_added);
}

static void
change_regions (Ris3RegionModel *self, Ris3Classification *classification)
{
  g_autoptr (GArray) sorted = sort_regions (ris3_classification_get_boundaries (classification));
  g_autoptr (GArray) runs = NULL;

  /* An item that is removed must not be looked up in boundaries that it does not belong to. */
  g_ptr_array_set_size (self->by_region, 0);
  g_ptr_array_set_size (self->territories, 0);
  runs = find_runs (self, classification, sorted);
  for (guint i = 0; i < runs->len; i++)
    apply_run (self, classification, sorted, &g_array_index (runs, Run, i));
  g_clear_pointer (&self->finder, ris3_region_finder_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  self->boundaries = ris3_boundaries_ref (ris3_classification_get_boundaries (classification));

  g_ptr_array_set_size (self->by_region, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      Ris3RegionItem *item = g_ptr_array_index (self->items, i);

      g_ptr_array_index (self->by_region, ris3_region_item_get_region (item)) = item;
    }
}

static void
change_classes (Ris3RegionModel *self, Ris3Classification *classification)
{
  for (guint i = 0; i < self->by_region->len; i++)
    ris3_region_item_update (g_ptr_array_index (self->by_region, i), classification, i);
}

/* Whether the items that are areas of the map have changed. */
static gboolean
find_territories (Ris3RegionModel *self)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->territories);

  self->territories = g_ptr_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    if (ris3_region_item_is_territory (g_ptr_array_index (self->items, i)))
      g_ptr_array_add (self->territories, g_ptr_array_index (self->items, i));
  if (former->len != self->territories->len)
    return TRUE;
  for (guint i = 0; i < former->len; i++)
    if (g_ptr_array_index (former, i) != g_ptr_array_index (self->territories, i))
      return TRUE;
  return FALSE;
}

static Ris3RegionItem *
find_current (Ris3RegionModel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gint selected = ris3_session_get_selected_region (self->session);
  gint territory;

  if (classification == NULL || selected < 0)
    return NULL;
  territory = ris3_classification_find_territory (classification, selected);
  return g_ptr_array_index (self->by_region, territory >= 0
                                                 ? ris3_classification_get_territory (classification, territory)->region
                                                 : (guint) selected);
}

static void
update_current (Ris3RegionModel *self)
{
  Ris3RegionItem *current = find_current (self);
  g_autoptr (Ris3RegionItem) former = NULL;

  if (self->current == current)
    return;
  former = g_steal_pointer (&self->current);
  self->current = current != NULL ? g_object_ref (current) : NULL;
  if (former != NULL)
    ris3_region_item_set_current (former, FALSE);
  if (current != NULL)
    ris3_region_item_set_current (current, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
update (Ris3RegionModel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gboolean other_boundaries;

  if (classification == NULL)
    return;
  other_boundaries = self->boundaries != ris3_classification_get_boundaries (classification);
  if (other_boundaries)
    change_regions (self, classification);
  else
    change_classes (self, classification);
  if (find_territories (self) || other_boundaries)
    g_signal_emit (self, signals[SIGNAL_TERRITORIES_CHANGED], 0);
  update_current (self);
}

/* The session notifies both, in either order; both refer to the classification's boundaries. */
static void
on_selected_region_changed_cb (Ris3RegionModel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);

  if (classification != NULL && self->boundaries != ris3_classification_get_boundaries (classification))
    update (self);
  else
    update_current (self);
}

static GType
ris3_region_model_get_item_type (GListModel *model)
{
  return RIS3_TYPE_REGION_ITEM;
}

static guint
ris3_region_model_get_n_items (GListModel *model)
{
  return RIS3_REGION_MODEL (model)->items->len;
}

static gpointer
ris3_region_model_get_item (GListModel *model, guint position)
{
  Ris3RegionModel *self = RIS3_REGION_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
ris3_region_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ris3_region_model_get_item_type;
  iface->get_n_items = ris3_region_model_get_n_items;
  iface->get_item = ris3_region_model_get_item;
}

static void
ris3_region_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, RIS3_REGION_MODEL (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_region_model_finalize (GObject *object)
{
  Ris3RegionModel *self = RIS3_REGION_MODEL (object);

  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->finder, ris3_region_finder_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_ptr_array_unref (self->territories);
  g_ptr_array_unref (self->by_region);
  g_ptr_array_unref (self->items);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (ris3_region_model_parent_class)->finalize (object);
}

static void
ris3_region_model_class_init (Ris3RegionModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ris3_region_model_finalize;
  object_class->get_property = ris3_region_model_get_property;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, RIS3_TYPE_REGION_ITEM,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_TERRITORIES_CHANGED] = g_signal_new ("territories-changed", RIS3_TYPE_REGION_MODEL, G_SIGNAL_RUN_LAST,
                                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_region_model_init (Ris3RegionModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_region = g_ptr_array_new ();
  self->territories = g_ptr_array_new ();
}

Ris3RegionModel *
ris3_region_model_new (Ris3Session *session)
{
  Ris3RegionModel *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);

  self = g_object_new (RIS3_TYPE_REGION_MODEL, NULL);
  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-region", G_CALLBACK (on_selected_region_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

Ris3RegionItem *
ris3_region_model_get_current (Ris3RegionModel *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_MODEL (self), NULL);
  return self->current;
}

Ris3RegionItem *
ris3_region_model_get_by_region (Ris3RegionModel *self, guint region)
{
  g_return_val_if_fail (RIS3_IS_REGION_MODEL (self) && region < self->by_region->len, NULL);
  return g_ptr_array_index (self->by_region, region);
}

Ris3RegionFinder *
ris3_region_model_get_finder (Ris3RegionModel *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_MODEL (self), NULL);

  if (self->finder == NULL && self->boundaries != NULL && self->session != NULL)
    self->finder = ris3_region_finder_new (ris3_placement_get_geodata (
        ris3_classification_get_placement (ris3_session_get_classification (self->session))));
  return self->finder;
}
