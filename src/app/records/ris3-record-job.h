/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-changes.h"

G_BEGIN_DECLS

/* What is to be shown in place of what is shown now. All of it is borrowed for the call. */
typedef struct
{
  Ris3Records records;
  gint column; /* of the sorting, -1: none */
  gboolean descending;
  Ris3RecordChoice choice;
  Ris3RecordOrder *shown; /* NULL: nothing */
  Ris3RecordData *data;   /* NULL: it is to be made of the following */
  Ris3Classification *classification;
  Ris3Classification *second; /* NULL: nothing is compared */
  const char *atlas_path;
  GPtrArray *themes;
  Ris3ExchangeRows *rows; /* may be NULL */
} Ris3RecordWish;

/* Reads, sorts and compares in a worker thread. */
void ris3_record_job_run_async (const Ris3RecordWish *wish,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* changes: (out) (transfer full), of Ris3RecordChange. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3RecordOrder *ris3_record_job_run_finish (GAsyncResult *result, GArray **changes, GError **error);

G_END_DECLS
