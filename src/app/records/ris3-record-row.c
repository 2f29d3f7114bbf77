/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-row.h"

struct _Ris3RecordRow
{
  GObject parent_instance;

  Ris3RecordData *data;
  guint row;
};

G_DEFINE_FINAL_TYPE (Ris3RecordRow, ris3_record_row, G_TYPE_OBJECT)

static void
ris3_record_row_finalize (GObject *object)
{
  g_clear_pointer (&RIS3_RECORD_ROW (object)->data, ris3_record_data_unref);
  G_OBJECT_CLASS (ris3_record_row_parent_class)->finalize (object);
}

static void
ris3_record_row_class_init (Ris3RecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_record_row_finalize;
}

static void
ris3_record_row_init (Ris3RecordRow *self)
{
}

Ris3RecordRow *
ris3_record_row_new (Ris3RecordData *data, guint row)
{
  Ris3RecordRow *self = g_object_new (RIS3_TYPE_RECORD_ROW, NULL);

  self->data = ris3_record_data_ref (data);
  self->row = row;
  return self;
}

Ris3RecordData *
ris3_record_row_get_data (Ris3RecordRow *self)
{
  return self->data;
}

guint
ris3_record_row_get_row (Ris3RecordRow *self)
{
  return self->row;
}
