/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-item.h"

struct _Ris3ImportItem
{
  GObject parent_instance;

  Ris3ImportPlan *plan;
  guint row;
};

G_DEFINE_FINAL_TYPE (Ris3ImportItem, ris3_import_item, G_TYPE_OBJECT)

static void
ris3_import_item_finalize (GObject *object)
{
  ris3_import_plan_unref (RIS3_IMPORT_ITEM (object)->plan);
  G_OBJECT_CLASS (ris3_import_item_parent_class)->finalize (object);
}

static void
ris3_import_item_class_init (Ris3ImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_import_item_finalize;
}

static void
ris3_import_item_init (Ris3ImportItem *self)
{
}

Ris3ImportItem *
ris3_import_item_new (Ris3ImportPlan *plan, guint row)
{
  Ris3ImportItem *self = g_object_new (RIS3_TYPE_IMPORT_ITEM, NULL);

  self->plan = ris3_import_plan_ref (plan);
  self->row = row;
  return self;
}

Ris3ImportPlan *
ris3_import_item_get_plan (Ris3ImportItem *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ITEM (self), NULL);
  return self->plan;
}

guint
ris3_import_item_get_row (Ris3ImportItem *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ITEM (self), 0);
  return self->row;
}
