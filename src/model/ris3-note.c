/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-note-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (Ris3Note, ris3_note, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Note, column), NULL                                                \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),          FIELD (nuts_version, UINT), FIELD (region_code, TEXT), FIELD (strategy_id, TEXT),
  FIELD (priority_id, INT64), FIELD (longitude, REAL),    FIELD (latitude, REAL),    FIELD (text, TEXT),
  FIELD (colour, TEXT),       FIELD (hidden, BOOLEAN),    FIELD (author, TEXT),      FIELD (created_at, TEXT),
  FIELD (changed_at, TEXT),
};

/* The oldest first. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Note *one = a;
  const Ris3Note *other = b;
  gint order = g_strcmp0 (one->created_at, other->created_at);

  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_note_record = { "note", fields, G_N_ELEMENTS (fields), ris3_note_get_type, compare };

static void
ris3_note_finalize (GObject *object)
{
  ris3_record_clear (&ris3_note_record, object);
  G_OBJECT_CLASS (ris3_note_parent_class)->finalize (object);
}

static void
ris3_note_class_init (Ris3NoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_note_finalize;
}

static void
ris3_note_init (Ris3Note *self)
{
}

gint64
ris3_note_get_id (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), 0);
  return self->id;
}

guint
ris3_note_get_nuts_version (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), 0);
  return self->nuts_version;
}

const char *
ris3_note_get_region_code (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->region_code;
}

const char *
ris3_note_get_strategy_id (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->strategy_id;
}

gint64
ris3_note_get_priority_id (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), 0);
  return self->priority_id;
}

const char *
ris3_note_get_text (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->text;
}

const char *
ris3_note_get_author (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->author;
}

const char *
ris3_note_get_created_at (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->created_at;
}

const char *
ris3_note_get_changed_at (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->changed_at;
}

gboolean
ris3_note_get_place (Ris3Note *self, double *longitude, double *latitude)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), FALSE);
  if (isnan (self->longitude) || isnan (self->latitude))
    return FALSE;
  if (longitude != NULL)
    *longitude = self->longitude;
  if (latitude != NULL)
    *latitude = self->latitude;
  return TRUE;
}

const char *
ris3_note_get_colour (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), NULL);
  return self->colour;
}

gboolean
ris3_note_get_hidden (Ris3Note *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE (self), FALSE);
  return self->hidden;
}
