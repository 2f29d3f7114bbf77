/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas-edit.h"
#include "model/ris3-atlas-private.h"
#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* The thread on which an open atlas is edited and watched. */

typedef enum
{
  RIS3_ATLAS_WORK_EDIT,
  RIS3_ATLAS_WORK_UNDO,
  RIS3_ATLAS_WORK_REDO,
  RIS3_ATLAS_WORK_COPY,
  RIS3_ATLAS_WORK_WATCH, /* begins it */
  RIS3_ATLAS_WORK_TITLES,
  RIS3_ATLAS_WORK_READ,
  RIS3_ATLAS_WORK_QUIT,
} Ris3AtlasWork;

/* Goes to the thread and comes back. The thread never holds the last reference to the atlas, as it would end itself. */
typedef struct
{
  Ris3AtlasWorker *worker;
  Ris3AtlasWork kind;
  GTask *task; /* NULL: nobody waits for it */
  GCancellable *cancellable;
  Ris3Edit *edit;
  Ris3EditorFlags flags;
  gint64 change_id;
  char *actor;
  char **former_actors;
  gboolean keeps_backups;
  char *to_path; /* of a copy */
  gboolean replace;
  Ris3TransactionFunc read;
  gpointer read_data;

  Ris3EditResult *result;
  Ris3Changes *changes; /* NULL: none */
  gboolean is_all;      /* they are all rows that there are */
  gboolean has_titles;
  char *undo_title;
  char *redo_title;
  gboolean is_copied;
  gboolean is_found; /* what was lost can be read again */
  GError *backup_error;
  GError *error;
} Ris3AtlasJob;

struct _Ris3AtlasWorker
{
  gatomicrefcount references;
  GAsyncQueue *queue; /* of Ris3AtlasJob */
  GThread *thread;
  GMainContext *context; /* of the views */
  GWeakRef atlas;
  GSourceFunc on_worked; /* gets each job that is done, and owns it; on the thread of the views */
  GCancellable *end;     /* of the thread */
  char *path;
  gboolean read_only;
  Ris3Forest *forest; /* that is filled once the file has been checked; NULL: it has been */
  gint64 last_change; /* that the atlas was loaded with */
  gint progress;      /* of a copy, in thousandths; atomic */
  GMutex mutex;
  GCond cond;
  gboolean has_ended; /* guarded by mutex */
};

/* A worker for an atlas, with its thread. (transfer full): ended by ris3_atlas_worker_end () */
Ris3AtlasWorker *ris3_atlas_worker_new (Ris3Atlas *atlas, GSourceFunc on_worked);

/* (transfer full) */
Ris3AtlasJob *ris3_atlas_job_new (Ris3AtlasWorker *worker, Ris3AtlasWork kind);
void ris3_atlas_job_free (gpointer data);

G_END_DECLS
