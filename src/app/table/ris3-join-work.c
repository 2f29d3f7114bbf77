/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-join-work.h"

#include "geo/ris3-nuts-version.h"

Ris3JoinSource *
ris3_join_source_ref (Ris3JoinSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_join_source_unref (Ris3JoinSource *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->sheet, ris3_headed_sheet_free);
  g_clear_pointer (&self->finder, ris3_region_finder_unref);
  g_mutex_clear (&self->lock);
  g_free (self->file_name);
  g_free (self->file_date);
  g_free (self);
}

typedef struct
{
  char *path;
  guint sheet;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Opening *opening = task_data;
  g_autoptr (Ris3JoinSource) self = g_new0 (Ris3JoinSource, 1);
  const Ris3TableOptions options = { 0 };
  GError *error = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->file_name = g_filename_display_basename (opening->path);
  self->file_date = ris3_column_join_find_date (opening->path);
  self->sheet = ris3_headed_sheet_open (opening->path, &options, opening->sheet, 0, cancellable, &error);
  if (self->sheet != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) ris3_join_source_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_join_source_open_async (const char *path,
                             guint sheet,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->sheet = sheet;
  g_task_set_source_tag (task, ris3_join_source_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

Ris3JoinSource *
ris3_join_source_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_join_source_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  Ris3JoinSource *source;
  Ris3JoinChoice choice;
} Joining;

static void
joining_free (gpointer data)
{
  Joining *joining = data;

  g_free ((char *) joining->choice.name);
  g_free ((char *) joining->choice.unit);
  g_free ((char *) joining->choice.source);
  ris3_join_source_unref (joining->source);
  g_free (joining);
}

/* NULL: they cannot be read. Under the lock. (transfer none) */
static Ris3RegionFinder *
get_finder (Ris3JoinSource *self, guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Geodata) geodata = NULL;

  if (self->finder != NULL && self->finder_version == nuts_version)
    return self->finder;
  geodata = ris3_geodata_load (nuts_version, cancellable, error);
  if (geodata == NULL)
    return NULL;
  g_clear_pointer (&self->finder, ris3_region_finder_unref);
  self->finder = ris3_region_finder_new (geodata);
  self->finder_version = nuts_version;
  return self->finder;
}

static void
join_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Joining *joining = task_data;
  Ris3JoinSource *source = joining->source;
  guint version = joining->choice.nuts_version > 0 ? joining->choice.nuts_version : RIS3_DEFAULT_NUTS_VERSION;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&source->lock);
  Ris3RegionFinder *finder;
  Ris3ColumnJoin *join;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  finder = get_finder (source, version, cancellable, &error);
  join = finder != NULL ? ris3_column_join_new (source->sheet->sample, &joining->choice, finder, &error) : NULL;
  if (join != NULL)
    g_task_return_pointer (task, join, (GDestroyNotify) ris3_column_join_free);
  else
    g_task_return_error (task, error);
}

void
ris3_join_source_join_async (Ris3JoinSource *self,
                             const Ris3JoinChoice *choice,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Joining *joining = g_new0 (Joining, 1);

  joining->source = ris3_join_source_ref (self);
  joining->choice = *choice;
  joining->choice.name = g_strdup (choice->name);
  joining->choice.unit = g_strdup (choice->unit);
  joining->choice.source = g_strdup (choice->source);
  joining->choice.source_file = self->file_name;
  joining->choice.source_date = self->file_date;
  g_task_set_source_tag (task, ris3_join_source_join_async);
  g_task_set_task_data (task, joining, joining_free);
  g_task_run_in_thread (task, join_in_thread);
}

Ris3ColumnJoin *
ris3_join_source_join_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_join_source_join_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
