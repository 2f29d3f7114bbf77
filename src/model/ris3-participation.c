/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-participation-private.h"

G_DEFINE_FINAL_TYPE (Ris3Participation, ris3_participation, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Participation, column), NULL                                       \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),          FIELD (programme, TEXT),   FIELD (role, TEXT), FIELD (country, TEXT),
  FIELD (nuts_version, UINT), FIELD (region_code, TEXT), FIELD (name, TEXT), FIELD (source, TEXT),
};

/* By programme, role, name. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Participation *one = a;
  const Ris3Participation *other = b;
  gint order = g_strcmp0 (one->programme, other->programme);

  if (order == 0)
    order = g_strcmp0 (one->role, other->role);
  if (order == 0)
    order = g_strcmp0 (one->name, other->name);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_participation_record
    = { "participation", fields, G_N_ELEMENTS (fields), ris3_participation_get_type, compare };

static void
ris3_participation_finalize (GObject *object)
{
  ris3_record_clear (&ris3_participation_record, object);
  G_OBJECT_CLASS (ris3_participation_parent_class)->finalize (object);
}

static void
ris3_participation_class_init (Ris3ParticipationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_participation_finalize;
}

static void
ris3_participation_init (Ris3Participation *self)
{
}

gint64
ris3_participation_get_id (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), 0);
  return self->id;
}

const char *
ris3_participation_get_programme (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->programme;
}

const char *
ris3_participation_get_role (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->role;
}

const char *
ris3_participation_get_country (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->country;
}

guint
ris3_participation_get_nuts_version (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), 0);
  return self->nuts_version;
}

const char *
ris3_participation_get_region_code (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->region_code;
}

const char *
ris3_participation_get_name (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->name;
}

const char *
ris3_participation_get_source (Ris3Participation *self)
{
  g_return_val_if_fail (RIS3_IS_PARTICIPATION (self), NULL);
  return self->source;
}
