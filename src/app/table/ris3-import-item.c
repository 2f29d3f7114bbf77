/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-item.h"

struct _Ris3ImportItem
{
  GObject parent_instance;

  guint row;
};

G_DEFINE_FINAL_TYPE (Ris3ImportItem, ris3_import_item, G_TYPE_OBJECT)

static void
ris3_import_item_class_init (Ris3ImportItemClass *klass)
{
}

static void
ris3_import_item_init (Ris3ImportItem *self)
{
}

Ris3ImportItem *
ris3_import_item_new (guint row)
{
  Ris3ImportItem *self = g_object_new (RIS3_TYPE_IMPORT_ITEM, NULL);

  self->row = row;
  return self;
}

guint
ris3_import_item_get_row (Ris3ImportItem *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ITEM (self), 0);
  return self->row;
}
