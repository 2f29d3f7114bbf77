/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-exchange.h"
#include "report/ris3-export.h"

G_BEGIN_DECLS

/* An export that is made in a worker thread: what of what a session shows goes to which file. */
typedef struct _Ris3ExportJob Ris3ExportJob;

/* In the place of a table: the regions of the map, with the present view. */
#define RIS3_EXPORT_JOB_REGIONS RIS3_N_EXCHANGES

/* Or what somebody else makes of what they show. */
#define RIS3_EXPORT_JOB_SHOWN (RIS3_N_EXCHANGES + 1)

typedef struct
{
  const char *title;  /* "Strategies as Shown" */
  const char *about;  /* in a sentence: its rows and columns */
  const char *filter; /* in words; NULL: none */
  gpointer shown;
  gpointer (*ref) (gpointer shown); /* any thread may call these */
  void (*unref) (gpointer shown);
  /* Errors: as of ris3_export_new_table () */
  Ris3Export *(*make) (gpointer shown, const Ris3ExportBase *base, GCancellable *cancellable, GError **error);
} Ris3ExportShown;

/* columns: names, NULL-terminated; NULL: all. path: in the file system's encoding. (transfer full) */
Ris3ExportJob *ris3_export_job_new (Ris3Session *session,
                                    guint table,
                                    const char *const *columns,
                                    Ris3ExportFlags flags,
                                    Ris3ExportFormat format,
                                    gboolean with_base,
                                    const char *path);
Ris3ExportJob *ris3_export_job_ref (Ris3ExportJob *self);
void ris3_export_job_unref (Ris3ExportJob *self);

/* Of RIS3_EXPORT_JOB_SHOWN, before it is run. */
void ris3_export_job_set_shown (Ris3ExportJob *self, const Ris3ExportShown *shown);

const char *ris3_export_job_get_path (Ris3ExportJob *self);
/* How many rows are written, and of how many: 0 if that is not known yet. */
guint ris3_export_job_get_progress (Ris3ExportJob *self, guint *n_rows);

/* Once. Errors: RIS3_ATLAS_ERROR, RIS3_GEO_ERROR, G_IO_ERROR; nothing is written then. */
void ris3_export_job_run_async (Ris3ExportJob *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ris3_export_job_run_finish (Ris3ExportJob *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ExportJob, ris3_export_job_unref)

G_END_DECLS
