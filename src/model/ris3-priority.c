/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-priority-private.h"

G_DEFINE_FINAL_TYPE (Ris3Priority, ris3_priority, G_TYPE_OBJECT)

static void
ris3_priority_finalize (GObject *object)
{
  Ris3Priority *self = RIS3_PRIORITY (object);

  g_free (self->label);
  g_free (self->text);
  g_free (self->original_text);
  g_free (self->page_label);
  g_strfreev (self->themes);
  g_object_unref (self->children);

  G_OBJECT_CLASS (ris3_priority_parent_class)->finalize (object);
}

static void
ris3_priority_class_init (Ris3PriorityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_priority_finalize;
}

static void
ris3_priority_init (Ris3Priority *self)
{
  self->page_index = -1;
  self->children = g_list_store_new (RIS3_TYPE_PRIORITY);
}

gint64
ris3_priority_get_id (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), 0);
  return self->id;
}

const char *
ris3_priority_get_label (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->label;
}

const char *
ris3_priority_get_text (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->text;
}

const char *
ris3_priority_get_original_text (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->original_text;
}

gint
ris3_priority_get_page_index (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), -1);
  return self->page_index;
}

const char *
ris3_priority_get_page_label (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->page_label;
}

gboolean
ris3_priority_get_explicit_pm (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), FALSE);
  return self->explicit_pm;
}

gboolean
ris3_priority_get_is_area (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), FALSE);
  return self->is_area;
}

const char *const *
ris3_priority_get_themes (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return (const char *const *) self->themes;
}

GListModel *
ris3_priority_get_children (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return G_LIST_MODEL (self->children);
}
