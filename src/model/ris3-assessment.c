/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-assessment-private.h"

G_DEFINE_FINAL_TYPE (Ris3Assessment, ris3_assessment, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Assessment, column), NULL                                          \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),      FIELD (nuts_version, UINT), FIELD (region_code, TEXT),
  FIELD (assessor, TEXT), FIELD (pm_mark, BOOLEAN),   FIELD (source_url, TEXT),
};

/* By region code and assessor. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Assessment *one = a;
  const Ris3Assessment *other = b;
  gint order = g_strcmp0 (one->region_code, other->region_code);

  if (order == 0)
    order = g_strcmp0 (one->assessor, other->assessor);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_assessment_record
    = { "assessment", fields, G_N_ELEMENTS (fields), ris3_assessment_get_type, compare };

static void
ris3_assessment_finalize (GObject *object)
{
  ris3_record_clear (&ris3_assessment_record, object);
  G_OBJECT_CLASS (ris3_assessment_parent_class)->finalize (object);
}

static void
ris3_assessment_class_init (Ris3AssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_assessment_finalize;
}

static void
ris3_assessment_init (Ris3Assessment *self)
{
}

gint64
ris3_assessment_get_id (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), 0);
  return self->id;
}

guint
ris3_assessment_get_nuts_version (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), 0);
  return self->nuts_version;
}

const char *
ris3_assessment_get_region_code (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), NULL);
  return self->region_code;
}

const char *
ris3_assessment_get_assessor (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), NULL);
  return self->assessor;
}

gboolean
ris3_assessment_get_pm_mark (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), FALSE);
  return self->pm_mark;
}

const char *
ris3_assessment_get_source_url (Ris3Assessment *self)
{
  g_return_val_if_fail (RIS3_IS_ASSESSMENT (self), NULL);
  return self->source_url;
}
