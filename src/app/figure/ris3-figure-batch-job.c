/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-batch-job.h"

#include <string.h>

#include "app/ris3-session-own.h"

struct _Ris3FigureBatchJob
{
  char *atlas_path;
  Ris3View *view;
  Ris3Geodata *geodata;   /* what the window shows */
  Ris3OwnBoundaries *own; /* the file of that; NULL: it is the program's */
  Ris3PageOptions *options;
  Ris3MapMaker *maker; /* NULL: nothing was listed yet */
  char *folder;
  char *pattern;
  char *table;      /* NULL: none beside the figures */
  Ris3Batch *batch; /* NULL: nothing is listed */
  GPtrArray *names;
  guint n_existing;
  gboolean skips;
  guint n_written;
  guint n_skipped;
  GPtrArray *failures;
  gint n_done;     /* atomic */
  gint is_stopped; /* atomic */
};

Ris3FigureBatchJob *
ris3_figure_batch_job_new (Ris3Session *session, const Ris3PageOptions *options, const char *extent)
{
  Ris3FigureBatchJob *self;
  Ris3Classification *classification;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && options != NULL, NULL);
  classification = ris3_session_get_classification (session);
  g_return_val_if_fail (classification != NULL, NULL);
  self = g_atomic_rc_box_new0 (Ris3FigureBatchJob);
  self->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (session)));
  self->view = ris3_view_with_extent (ris3_classification_get_view (classification), extent, NULL);
  self->geodata = ris3_geodata_ref (ris3_placement_get_geodata (ris3_classification_get_placement (classification)));
  self->own = ris3_session_shows_own (session) ? ris3_session_dup_own (session) : NULL;
  self->options = ris3_page_options_copy (options);
  return self;
}

static void
clear (gpointer data)
{
  Ris3FigureBatchJob *self = data;

  g_clear_pointer (&self->batch, ris3_batch_free);
  g_clear_pointer (&self->maker, ris3_map_maker_free);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  ris3_geodata_unref (self->geodata);
  ris3_view_unref (self->view);
  ris3_page_options_free (self->options);
  g_free (self->atlas_path);
  g_free (self->folder);
  g_free (self->pattern);
  g_free (self->table);
}

Ris3FigureBatchJob *
ris3_figure_batch_job_ref (Ris3FigureBatchJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ris3_figure_batch_job_unref (Ris3FigureBatchJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Views of the version that is shown, or any on boundaries of one's own, are drawn on what is shown. */
static Ris3Geodata *
load (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error)
{
  Ris3FigureBatchJob *self = data;

  *own = self->own != NULL ? ris3_own_boundaries_copy (self->own) : NULL;
  if (self->own != NULL || nuts_version == ris3_view_get_nuts_version (self->view))
    return ris3_geodata_ref (self->geodata);
  return ris3_geodata_load (nuts_version, NULL, error);
}

static gboolean
open_atlas (Ris3FigureBatchJob *self, GError **error)
{
  g_autoptr (Ris3Atlas) atlas = NULL;

  if (self->maker != NULL)
    return TRUE;
  atlas = ris3_atlas_open (self->atlas_path, NULL, error);
  if (atlas != NULL)
    self->maker = ris3_map_maker_new (atlas, self->options, load, self);
  return atlas != NULL;
}

static GPtrArray *
new_strings (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3FigureBatchJob *self = data;
  g_autoptr (Ris3BatchPattern) pattern = NULL;
  Ris3PageFormat format;
  GError *error = NULL;

  pattern = ris3_batch_read_pattern (self->pattern, &format, &error);
  if (pattern != NULL && open_atlas (self, &error))
    self->batch = ris3_batch_new (self->maker, self->options, self->view, g_steal_pointer (&pattern), format,
                                  self->folder, NULL, &error);
  if (self->batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ris3_batch_set_tables (self->batch, self->table, FALSE);
  for (guint i = 0; i < ris3_batch_get_n_files (self->batch); i++)
    {
      g_autofree char *beside = ris3_batch_dup_table (self->batch, i);
      const char *path = ris3_batch_get_file (self->batch, i)->path;
      const char *name = path + strlen (self->folder);

      g_ptr_array_add (self->names, g_filename_display_name (name + strspn (name, G_DIR_SEPARATOR_S)));
      if (g_file_test (path, G_FILE_TEST_EXISTS) || (beside != NULL && g_file_test (beside, G_FILE_TEST_EXISTS)))
        self->n_existing++;
    }
  g_ptr_array_add (self->names, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
run (Ris3FigureBatchJob *self,
     gpointer source,
     GTaskThreadFunc function,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, ris3_figure_batch_job_ref (self), (GDestroyNotify) ris3_figure_batch_job_unref);
  g_task_run_in_thread (task, function);
}

void
ris3_figure_batch_job_list_async (Ris3FigureBatchJob *self,
                                  const char *folder,
                                  const char *pattern,
                                  const char *table,
                                  gpointer source,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (self != NULL && folder != NULL && pattern != NULL);
  g_clear_pointer (&self->batch, ris3_batch_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = new_strings ();
  self->n_existing = 0;
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_free (self->pattern);
  self->pattern = g_strdup (pattern);
  g_free (self->table);
  self->table = g_strdup (table);
  run (self, source, list_in_thread, callback, user_data);
}

gboolean
ris3_figure_batch_job_list_finish (Ris3FigureBatchJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *const *
ris3_figure_batch_job_get_names (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL && self->batch != NULL, NULL);
  return (const char *const *) self->names->pdata;
}

guint
ris3_figure_batch_job_get_n_files (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->batch != NULL ? ris3_batch_get_n_files (self->batch) : 0;
}

guint
ris3_figure_batch_job_get_n_existing (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_existing;
}

static gboolean
on_progress (double done, gpointer data)
{
  return !ris3_figure_batch_job_is_stopped (data);
}

static void
write_file (Ris3FigureBatchJob *self, guint position)
{
  g_autoptr (GError) error = NULL;
  guint n_pages;

  if (self->skips && g_file_test (ris3_batch_get_file (self->batch, position)->path, G_FILE_TEST_EXISTS))
    self->n_skipped++;
  else if (ris3_batch_write (self->batch, position, on_progress, self, &n_pages, &error))
    self->n_written++;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (self->failures, g_strdup (error->message));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3FigureBatchJob *self = data;

  for (guint i = 0; i < ris3_batch_get_n_files (self->batch) && !ris3_figure_batch_job_is_stopped (self); i++)
    {
      write_file (self, i);
      g_atomic_int_set (&self->n_done, (gint) i + 1);
    }
  g_ptr_array_add (self->failures, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ris3_figure_batch_job_write_async (Ris3FigureBatchJob *self,
                                   gboolean skips,
                                   gpointer source,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (self != NULL && self->batch != NULL);
  self->skips = skips;
  ris3_batch_set_tables (self->batch, self->table, skips);
  self->n_written = self->n_skipped = 0;
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  self->failures = new_strings ();
  g_atomic_int_set (&self->n_done, 0);
  g_atomic_int_set (&self->is_stopped, FALSE);
  run (self, source, write_in_thread, callback, user_data);
}

void
ris3_figure_batch_job_write_finish (Ris3FigureBatchJob *self, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

void
ris3_figure_batch_job_stop (Ris3FigureBatchJob *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->is_stopped, TRUE);
}

gboolean
ris3_figure_batch_job_is_stopped (Ris3FigureBatchJob *self)
{
  return g_atomic_int_get (&self->is_stopped);
}

guint
ris3_figure_batch_job_get_n_done (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) g_atomic_int_get (&self->n_done);
}

guint
ris3_figure_batch_job_get_n_written (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_written;
}

guint
ris3_figure_batch_job_get_n_skipped (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_skipped;
}

const char *const *
ris3_figure_batch_job_get_failures (Ris3FigureBatchJob *self)
{
  g_return_val_if_fail (self != NULL && self->failures != NULL, NULL);
  return (const char *const *) self->failures->pdata;
}
