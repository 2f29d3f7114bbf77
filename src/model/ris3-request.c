/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-request-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (Ris3Request, ris3_request, G_TYPE_OBJECT)

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Request, id), NULL },
  { "round_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Request, round_id), NULL },
  { "organisation_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Request, organisation_id), NULL },
  { "(SELECT name FROM organisation AS o WHERE o.id = organisation_id)", RIS3_FIELD_TEXT,
    G_STRUCT_OFFSET (Ris3Request, organisation), NULL },
  { "nuts_version", RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3Request, nuts_version), NULL },
  { "region_code", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, region_code), NULL },
  { "channel", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, channel), NULL },
  { "asked_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, asked_on), NULL },
  { "CASE WHEN due_on <> '' THEN due_on ELSE (SELECT r.due_on FROM consultation_round AS r WHERE r.id = round_id) END",
    RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, due_on), NULL },
  { "due_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, own_due_on), NULL },
  { "(SELECT r.closed_on FROM consultation_round AS r WHERE r.id = round_id)", RIS3_FIELD_TEXT,
    G_STRUCT_OFFSET (Ris3Request, round_closed_on), NULL },
  { "answered_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, answered_on), NULL },
  { "(SELECT count(*) FROM reminder AS m WHERE m.request_id = request.id)", RIS3_FIELD_UINT,
    G_STRUCT_OFFSET (Ris3Request, n_reminders), NULL },
  { "(SELECT max (sent_on) FROM reminder AS m WHERE m.request_id = request.id)", RIS3_FIELD_TEXT,
    G_STRUCT_OFFSET (Ris3Request, reminded_on), NULL },
  { "coalesce ((SELECT m.id FROM reminder AS m WHERE m.request_id = request.id ORDER BY m.sent_on DESC, m.id DESC"
    " LIMIT 1), 0)",
    RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Request, last_reminder_id), NULL },
  { "remark", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Request, remark), NULL },
};

/* By round and region. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Request *one = a;
  const Ris3Request *other = b;
  gint order = (one->round_id > other->round_id) - (one->round_id < other->round_id);

  if (order == 0)
    order = g_strcmp0 (one->region_code, other->region_code);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_request_record = { "request", fields, G_N_ELEMENTS (fields), ris3_request_get_type, compare };

static void
ris3_request_finalize (GObject *object)
{
  ris3_record_clear (&ris3_request_record, object);
  G_OBJECT_CLASS (ris3_request_parent_class)->finalize (object);
}

static void
ris3_request_class_init (Ris3RequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_request_finalize;
}

static void
ris3_request_init (Ris3Request *self)
{
}

gint64
ris3_request_get_id (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->id;
}

gint64
ris3_request_get_round_id (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->round_id;
}

gint64
ris3_request_get_organisation_id (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->organisation_id;
}

const char *
ris3_request_get_organisation (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->organisation;
}

guint
ris3_request_get_nuts_version (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->nuts_version;
}

const char *
ris3_request_get_region_code (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->region_code;
}

const char *
ris3_request_get_channel (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->channel;
}

const char *
ris3_request_get_asked_on (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->asked_on;
}

const char *
ris3_request_get_due_on (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->due_on;
}

const char *
ris3_request_get_own_due_on (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->own_due_on;
}

const char *
ris3_request_get_answered_on (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->answered_on;
}

guint
ris3_request_get_n_reminders (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->n_reminders;
}

const char *
ris3_request_get_reminded_on (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->reminded_on;
}

gint64
ris3_request_get_last_reminder_id (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), 0);
  return self->last_reminder_id;
}

const char *
ris3_request_get_remark (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), NULL);
  return self->remark;
}

gboolean
ris3_request_is_waiting (Ris3Request *self)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self), FALSE);
  return *self->asked_on != '\0' && *self->answered_on == '\0';
}

gboolean
ris3_request_is_open (Ris3Request *self)
{
  return ris3_request_is_waiting (self) && *self->round_closed_on == '\0';
}

gboolean
ris3_request_is_overdue (Ris3Request *self, const char *today)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (self) && today != NULL, FALSE);
  return ris3_request_is_open (self) && *self->due_on != '\0' && strcmp (self->due_on, today) < 0;
}
