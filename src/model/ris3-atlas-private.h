/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-list-private.h"
#include "model/ris3-loader-private.h"
#include "model/ris3-owners-private.h"

G_BEGIN_DECLS

/* The thread that edits and watches; see ris3-atlas-worker-private.h. */
typedef struct _Ris3AtlasWorker Ris3AtlasWorker;

/* What the views show is in memory. Reading opens the file itself; only the worker, from the first edit on, keeps a
 * connection. */
struct _Ris3Atlas
{
  GObject parent_instance;

  char *path;
  char *title;
  char *data_date;
  char *boundaries;
  gboolean read_only;
  Ris3List *lists[RIS3_N_LISTS];
  GHashTable *by_key[RIS3_N_LISTS]; /* key as text to the object in the list, which owns it */
  Ris3Forest *forest;               /* of the opening; NULL before, and in an overview */
  Ris3Owners *owners;
  GHashTable *regions;      /* "2016 FRL0" to Ris3RegionName, both in one of region_memory */
  GPtrArray *region_memory; /* of Ris3Loaded: keeps valid what was returned earlier */
  char **periods;
  GQueue reloads;          /* of GTask; the first one is running */
  Ris3AtlasWorker *worker; /* NULL before it is needed */
  char *actor;             /* NULL: the account's name */
  char **former_actors;    /* NULL: none */
  gboolean keeps_backups;
  gint64 last_change;  /* in the history, when it was loaded */
  Ris3Changes *missed; /* that could not be read when they were told; NULL: none */
  char *undo_title;
  char *redo_title;
};

/* What becomes of a list. */
typedef struct
{
  GHashTable *gone;     /* of the present objects */
  GPtrArray *additions; /* objects, in the order of the list */
  GPtrArray *olds;      /* those that they replace, or NULL */
} Ris3ListDifference;

typedef struct
{
  Ris3ListDifference lists[RIS3_N_LISTS];
} Ris3AtlasDifference;

/* How what was read differs from what an atlas has. This may be found on any thread while nothing is applied: it takes
 * too long for that of the views. The objects of loaded are taken out of it.
 *
 * wanted: what was asked for; anything in it that was not found no longer exists
 */
Ris3AtlasDifference *ris3_atlas_compare (Ris3Atlas *self, const Ris3Wanted *wanted, Ris3Loaded *loaded);
void ris3_atlas_difference_free (Ris3AtlasDifference *self);

/* Puts what was read into an atlas, on the thread that its views are on.
 *
 * wanted: what was asked for
 * loaded: (transfer full)
 * difference: what ris3_atlas_compare () has found of them (transfer full)
 * owned: to which strategies the priorities in it belong, by ris3_owners_read (); NULL at the opening (transfer full)
 */
void ris3_atlas_apply (Ris3Atlas *self,
                       const Ris3Wanted *wanted,
                       Ris3Loaded *loaded,
                       Ris3AtlasDifference *difference,
                       GHashTable *owned);

/* Emits Ris3Atlas::changed. */
void ris3_atlas_emit_changed (Ris3Atlas *self, Ris3Changes *changes);
/* Emits Ris3Atlas::lost. */
void ris3_atlas_emit_lost (Ris3Atlas *self, const GError *error);
/* Emits Ris3Atlas::found. */
void ris3_atlas_emit_found (Ris3Atlas *self);
/* Emits Ris3Atlas::backup-failed. */
void ris3_atlas_emit_backup_failed (Ris3Atlas *self, const GError *error);
/* Runs a function in a read transaction on the thread, next of all, and returns its answer to the task; the function
 * may run more than once. FALSE: there is no thread (self is NULL). */
gboolean ris3_atlas_worker_read (Ris3AtlasWorker *self, GTask *task, Ris3TransactionFunc func, gpointer user_data);
/* Ends the thread and frees it. */
void ris3_atlas_worker_end (Ris3AtlasWorker *self);

G_END_DECLS
