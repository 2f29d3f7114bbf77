/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-organisation-private.h"

G_DEFINE_FINAL_TYPE (Ris3Organisation, ris3_organisation, G_TYPE_OBJECT)

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Organisation, id), NULL },
  { "name", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Organisation, name), NULL },
  { "role", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Organisation, role), NULL },
  { "nuts_version", RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3Organisation, nuts_version), NULL },
  { "region_code", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Organisation, region_code), NULL },
};

/* By name. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Organisation *one = a;
  const Ris3Organisation *other = b;
  gint order = g_strcmp0 (one->name, other->name);

  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_organisation_record
    = { "organisation", fields, G_N_ELEMENTS (fields), ris3_organisation_get_type, compare };

static void
ris3_organisation_finalize (GObject *object)
{
  ris3_record_clear (&ris3_organisation_record, object);
  G_OBJECT_CLASS (ris3_organisation_parent_class)->finalize (object);
}

static void
ris3_organisation_class_init (Ris3OrganisationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_organisation_finalize;
}

static void
ris3_organisation_init (Ris3Organisation *self)
{
}

gint64
ris3_organisation_get_id (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), 0);
  return self->id;
}

const char *
ris3_organisation_get_name (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), NULL);
  return self->name;
}

const char *
ris3_organisation_get_role (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), NULL);
  return self->role;
}

gboolean
ris3_organisation_is_authority (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), FALSE);
  return g_str_equal (self->role, "regional authority") || g_str_equal (self->role, "national authority");
}

guint
ris3_organisation_get_nuts_version (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), 0);
  return self->nuts_version;
}

const char *
ris3_organisation_get_region_code (Ris3Organisation *self)
{
  g_return_val_if_fail (RIS3_IS_ORGANISATION (self), NULL);
  return self->region_code;
}
