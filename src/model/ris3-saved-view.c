/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-saved-view-private.h"

G_DEFINE_FINAL_TYPE (Ris3SavedView, ris3_saved_view, G_TYPE_OBJECT)

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3SavedView, id), NULL },
  { "name", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3SavedView, name), NULL },
  { "view", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3SavedView, view), NULL },
};

/* The oldest first: a new one does not move the keys of those before it. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3SavedView *one = a;
  const Ris3SavedView *other = b;

  return (one->id > other->id) - (one->id < other->id);
}

const Ris3Record ris3_saved_view_record
    = { "saved_view", fields, G_N_ELEMENTS (fields), ris3_saved_view_get_type, compare };

static void
ris3_saved_view_finalize (GObject *object)
{
  ris3_record_clear (&ris3_saved_view_record, object);
  G_OBJECT_CLASS (ris3_saved_view_parent_class)->finalize (object);
}

static void
ris3_saved_view_class_init (Ris3SavedViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_saved_view_finalize;
}

static void
ris3_saved_view_init (Ris3SavedView *self)
{
}

gint64
ris3_saved_view_get_id (Ris3SavedView *self)
{
  g_return_val_if_fail (RIS3_IS_SAVED_VIEW (self), 0);
  return self->id;
}

const char *
ris3_saved_view_get_name (Ris3SavedView *self)
{
  g_return_val_if_fail (RIS3_IS_SAVED_VIEW (self), NULL);
  return self->name;
}

const char *
ris3_saved_view_get_view (Ris3SavedView *self)
{
  g_return_val_if_fail (RIS3_IS_SAVED_VIEW (self), NULL);
  return self->view;
}
