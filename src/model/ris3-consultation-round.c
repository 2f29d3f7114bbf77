/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-consultation-round-private.h"

G_DEFINE_FINAL_TYPE (Ris3ConsultationRound, ris3_consultation_round, G_TYPE_OBJECT)

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3ConsultationRound, id), NULL },
  { "name", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, name), NULL },
  { "scope", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, scope), NULL },
  { "opened_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, opened_on), NULL },
  { "due_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, due_on), NULL },
  { "closed_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, closed_on), NULL },
  { "remark", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3ConsultationRound, remark), NULL },
};

/* The newest first. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3ConsultationRound *one = a;
  const Ris3ConsultationRound *other = b;
  gint order = g_strcmp0 (other->opened_on, one->opened_on);

  if (order == 0)
    order = (other->id > one->id) - (other->id < one->id);
  return order;
}

const Ris3Record ris3_consultation_round_record
    = { "consultation_round", fields, G_N_ELEMENTS (fields), ris3_consultation_round_get_type, compare };

static void
ris3_consultation_round_finalize (GObject *object)
{
  ris3_record_clear (&ris3_consultation_round_record, object);
  G_OBJECT_CLASS (ris3_consultation_round_parent_class)->finalize (object);
}

static void
ris3_consultation_round_class_init (Ris3ConsultationRoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_consultation_round_finalize;
}

static void
ris3_consultation_round_init (Ris3ConsultationRound *self)
{
}

gint64
ris3_consultation_round_get_id (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), 0);
  return self->id;
}

const char *
ris3_consultation_round_get_name (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->name;
}

const char *
ris3_consultation_round_get_scope (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->scope;
}

const char *
ris3_consultation_round_get_opened_on (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->opened_on;
}

const char *
ris3_consultation_round_get_due_on (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->due_on;
}

const char *
ris3_consultation_round_get_closed_on (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->closed_on;
}

const char *
ris3_consultation_round_get_remark (Ris3ConsultationRound *self)
{
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (self), NULL);
  return self->remark;
}
