/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-assessment-private.h"

G_DEFINE_FINAL_TYPE (Ris3Assessment, ris3_assessment, G_TYPE_OBJECT)

static void
ris3_assessment_finalize (GObject *object)
{
  Ris3Assessment *self = RIS3_ASSESSMENT (object);

  g_free (self->region_code);
  g_free (self->assessor);
  g_free (self->source_url);

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
