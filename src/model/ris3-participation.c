/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-participation-private.h"

G_DEFINE_FINAL_TYPE (Ris3Participation, ris3_participation, G_TYPE_OBJECT)

static void
ris3_participation_finalize (GObject *object)
{
  Ris3Participation *self = RIS3_PARTICIPATION (object);

  g_free (self->programme);
  g_free (self->role);
  g_free (self->country);
  g_free (self->region_code);
  g_free (self->name);
  g_free (self->source);

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
