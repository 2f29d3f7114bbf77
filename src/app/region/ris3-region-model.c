/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-model.h"

struct _Ris3RegionModel
{
  GObject parent_instance;

  Ris3Session *session; /* not owned: cleared when it goes */
  Ris3RegionScope scope;
  GPtrArray *items; /* of Ris3RegionItem */
  gint current;
};

static void ris3_region_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3RegionModel,
                               ris3_region_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ris3_region_model_list_model_init))

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return ris3_region_item_compare (*(Ris3RegionItem *const *) a, *(Ris3RegionItem *const *) b);
}

/* The item of the region, or of the area that it is a part of. */
static gint
find_position (Ris3RegionModel *self, gint region)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gint territory;

  if (classification == NULL || region < 0)
    return -1;
  if (self->scope == RIS3_REGION_SCOPE_TERRITORIES)
    {
      territory = ris3_classification_find_territory (classification, region);
      if (territory < 0)
        return -1;
      region = ris3_classification_get_territory (classification, territory)->region;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (ris3_region_item_get_region (g_ptr_array_index (self->items, i)) == (guint) region)
      return i;
  return -1;
}

static void
update_current (Ris3RegionModel *self)
{
  gint position = find_position (self, ris3_session_get_selected_region (self->session));

  if (self->current >= 0 && self->current < (gint) self->items->len && self->current != position)
    ris3_region_item_set_current (g_ptr_array_index (self->items, self->current), FALSE);
  self->current = position;
  if (position >= 0)
    ris3_region_item_set_current (g_ptr_array_index (self->items, position), TRUE);
}

static void
rebuild (Ris3RegionModel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  guint n_removed = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  if (classification != NULL && self->scope == RIS3_REGION_SCOPE_TERRITORIES)
    {
      for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
        g_ptr_array_add (
            self->items,
            ris3_region_item_new (classification, ris3_classification_get_territory (classification, i)->region));
      g_ptr_array_sort (self->items, compare_items);
    }
  else if (classification != NULL)
    {
      guint n_regions = ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (classification));

      for (guint i = 0; i < n_regions; i++)
        g_ptr_array_add (self->items, ris3_region_item_new (classification, i));
    }
  self->current = -1;
  update_current (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->items->len);
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
ris3_region_model_finalize (GObject *object)
{
  Ris3RegionModel *self = RIS3_REGION_MODEL (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (ris3_region_model_parent_class)->finalize (object);
}

static void
ris3_region_model_class_init (Ris3RegionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_region_model_finalize;
}

static void
ris3_region_model_init (Ris3RegionModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->current = -1;
}

Ris3RegionModel *
ris3_region_model_new (Ris3Session *session, Ris3RegionScope scope)
{
  Ris3RegionModel *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);

  self = g_object_new (RIS3_TYPE_REGION_MODEL, NULL);
  g_set_weak_pointer (&self->session, session);
  self->scope = scope;
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-region", G_CALLBACK (update_current), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}

gint
ris3_region_model_get_current (Ris3RegionModel *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_MODEL (self), -1);
  return self->current;
}

gboolean
ris3_region_model_starts_country (Ris3RegionModel *self, guint position)
{
  g_return_val_if_fail (RIS3_IS_REGION_MODEL (self), FALSE);
  g_return_val_if_fail (position < self->items->len, FALSE);

  return position == 0
         || !g_str_equal (ris3_region_item_get_country_name (g_ptr_array_index (self->items, position)),
                          ris3_region_item_get_country_name (g_ptr_array_index (self->items, position - 1)));
}
