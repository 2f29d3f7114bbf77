/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-activity-private.h"

G_DEFINE_FINAL_TYPE (Ris3Activity, ris3_activity, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Activity, column), NULL                                            \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),   FIELD (nuts_version, UINT), FIELD (region_code, TEXT), FIELD (kind, TEXT),
  FIELD (title, TEXT), FIELD (programme, TEXT),    FIELD (year_from, UINT),   FIELD (year_to, UINT),
  FIELD (url, TEXT),   FIELD (remark, TEXT),
};

/* By region code, first year and title. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Activity *one = a;
  const Ris3Activity *other = b;
  gint order = g_strcmp0 (one->region_code, other->region_code);

  if (order == 0)
    order = (one->year_from > other->year_from) - (one->year_from < other->year_from);
  if (order == 0)
    order = g_strcmp0 (one->title, other->title);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_activity_record = { "activity", fields, G_N_ELEMENTS (fields), ris3_activity_get_type, compare };

static void
ris3_activity_finalize (GObject *object)
{
  Ris3Activity *self = RIS3_ACTIVITY (object);

  g_strfreev (self->themes);
  ris3_theme_keys_free (self->theme_keys);
  ris3_record_clear (&ris3_activity_record, self);
  G_OBJECT_CLASS (ris3_activity_parent_class)->finalize (object);
}

static void
ris3_activity_class_init (Ris3ActivityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_activity_finalize;
}

static void
ris3_activity_init (Ris3Activity *self)
{
}

gint64
ris3_activity_get_id (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), 0);
  return self->id;
}

guint
ris3_activity_get_nuts_version (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), 0);
  return self->nuts_version;
}

const char *
ris3_activity_get_region_code (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->region_code;
}

const char *
ris3_activity_get_kind (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->kind;
}

const char *
ris3_activity_get_title (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->title;
}

const char *
ris3_activity_get_programme (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->programme;
}

guint
ris3_activity_get_year_from (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), 0);
  return self->year_from;
}

guint
ris3_activity_get_year_to (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), 0);
  return self->year_to;
}

const char *
ris3_activity_get_url (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->url;
}

const char *
ris3_activity_get_remark (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return self->remark;
}

const char *const *
ris3_activity_get_themes (Ris3Activity *self)
{
  g_return_val_if_fail (RIS3_IS_ACTIVITY (self), NULL);
  return (const char *const *) self->themes;
}
