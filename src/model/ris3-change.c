/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-change-private.h"

G_DEFINE_FINAL_TYPE (Ris3Change, ris3_change, G_TYPE_OBJECT)

void
ris3_changed_value_free (Ris3ChangedValue *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self->name);
  g_free (self->before_name);
  g_free (self->after_name);
  g_free (self->present);
  g_free (self);
}

static void
ris3_change_finalize (GObject *object)
{
  Ris3Change *self = RIS3_CHANGE (object);

  g_free (self->at);
  g_free (self->actor);
  g_free (self->kind);
  g_free (self->title);
  g_clear_pointer (&self->time, g_date_time_unref);
  G_OBJECT_CLASS (ris3_change_parent_class)->finalize (object);
}

static void
ris3_change_class_init (Ris3ChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_change_finalize;
}

static void
ris3_change_init (Ris3Change *self)
{
}

gint64
ris3_change_get_id (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), 0);
  return self->id;
}

GDateTime *
ris3_change_get_time (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), NULL);
  return self->time;
}

const char *
ris3_change_get_at (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), NULL);
  return self->at;
}

const char *
ris3_change_get_actor (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), NULL);
  return self->actor;
}

const char *
ris3_change_get_kind (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), NULL);
  return self->kind;
}

const char *
ris3_change_get_title (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), NULL);
  return self->title;
}

guint
ris3_change_get_n_rows (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), 0);
  return self->n_rows;
}

gint64
ris3_change_get_undoes (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), 0);
  return self->undoes;
}

gint64
ris3_change_get_undone_by (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), 0);
  return self->undone_by;
}

gboolean
ris3_change_is_undone (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), FALSE);
  return self->n_undos % 2 != 0;
}

gint64
ris3_change_get_last (Ris3Change *self)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self), 0);
  return self->last;
}

gboolean
ris3_change_equal (Ris3Change *self, Ris3Change *other)
{
  g_return_val_if_fail (RIS3_IS_CHANGE (self) && RIS3_IS_CHANGE (other), FALSE);
  return self->id == other->id && self->undone_by == other->undone_by && self->last == other->last;
}
