/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the draft does off the main thread: it looks at a file, and reads it. */

#include "config.h"

#include "app/boundaries/ris3-boundary-draft-private.h"

#include "map/ris3-geodata.h"

/* Of the progress, which another thread reads. */
#define ALL 1000

/* Looking */

typedef struct
{
  char *path;
  Ris3OwnBoundaries *own; /* NULL: none, or of another file */
  Ris3BoundarySource *source;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_clear_pointer (&look->own, ris3_own_boundaries_free);
  g_clear_pointer (&look->source, ris3_boundary_source_free);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;

  look->source = ris3_boundary_source_look (look->path, cancellable, &error);
  if (look->source != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_boundary_draft_look_async (Ris3BoundaryDraft *self,
                                const char *path,
                                const Ris3OwnBoundaries *own,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Look *look;

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && path != NULL);
  look = g_new0 (Look, 1);
  look->path = g_canonicalize_filename (path, NULL);
  if (own != NULL && g_str_equal (own->path, look->path))
    look->own = ris3_own_boundaries_copy (own);
  g_atomic_int_set (&self->progress, -ALL);
  g_task_set_source_tag (task, ris3_boundary_draft_look_async);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
ris3_boundary_draft_look_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error)
{
  Look *look;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  look = g_task_get_task_data (G_TASK (result));
  _ris3_boundary_draft_forget_result (self);
  g_free (self->path);
  self->path = g_steal_pointer (&look->path);
  g_clear_pointer (&self->source, ris3_boundary_source_free);
  self->source = g_steal_pointer (&look->source);
  g_clear_pointer (&self->mapping, ris3_boundary_mapping_free);
  memset (self->is_chosen, 0, sizeof self->is_chosen);
  if (look->own != NULL)
    {
      self->mapping = g_steal_pointer (&look->own->mapping);
      self->frame = look->own->frame;
      for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
        self->is_chosen[role] = TRUE;
    }
  else
    {
      self->mapping = ris3_boundary_mapping_guess (self->source);
      _ris3_boundary_draft_guess_layers (self);
    }
  _ris3_boundary_draft_fit_columns (self);
  return TRUE;
}

/* Reading */

typedef struct
{
  Ris3BoundaryDraft *draft; /* for its progress */
  char *path;
  Ris3BoundaryMapping *mapping;
  guint frame;
  GListModel *strategies;

  Ris3Boundaries *frame_boundaries;
  Ris3Boundaries *boundaries;
  Ris3BoundaryReport *report;
  Ris3BoundaryMatch *match;
  Ris3OwnBoundaries *own;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_clear_pointer (&reading->mapping, ris3_boundary_mapping_free);
  g_clear_object (&reading->strategies);
  g_clear_pointer (&reading->frame_boundaries, ris3_boundaries_unref);
  g_clear_pointer (&reading->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&reading->report, ris3_boundary_report_free);
  g_clear_pointer (&reading->match, ris3_boundary_match_free);
  g_clear_pointer (&reading->own, ris3_own_boundaries_free);
  g_free (reading);
}

static void
on_progress (double done, gpointer user_data)
{
  const Reading *reading = user_data;

  g_atomic_int_set (&reading->draft->progress, (gint) (done * ALL));
}

/* The digest is taken before the file is read: a file that is written meanwhile has changed since. */
static gboolean
read_all (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = ris3_boundary_mapping_to_text (reading->mapping);

  reading->frame_boundaries = ris3_geodata_load_boundaries (reading->frame, cancellable, error);
  if (reading->frame_boundaries == NULL)
    return FALSE;
  reading->own = ris3_own_boundaries_new (reading->path, ris3_boundary_mapping_from_text (text), reading->frame,
                                          cancellable, error);
  if (reading->own == NULL)
    return FALSE;
  reading->boundaries = ris3_boundary_source_read (reading->path, reading->mapping, reading->frame_boundaries,
                                                   &reading->report, on_progress, reading, cancellable, error);
  if (reading->boundaries == NULL)
    return FALSE;
  reading->match = ris3_boundary_match_new (reading->boundaries, reading->strategies, cancellable, error);
  return reading->match != NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_all (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_boundary_draft_read_async (Ris3BoundaryDraft *self,
                                GListModel *strategies,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *text = NULL;
  Reading *reading;
  GListStore *copy;

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && self->mapping != NULL && G_IS_LIST_MODEL (strategies));
  /* The list changes on this thread; a strategy does not. */
  copy = g_list_store_new (G_TYPE_OBJECT);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (GObject) strategy = g_list_model_get_item (strategies, i);

      g_list_store_append (copy, strategy);
    }
  text = ris3_boundary_mapping_to_text (self->mapping);
  reading = g_new0 (Reading, 1);
  reading->draft = self;
  reading->path = g_strdup (self->path);
  reading->mapping = ris3_boundary_mapping_from_text (text);
  reading->frame = self->frame;
  reading->strategies = G_LIST_MODEL (copy);
  _ris3_boundary_draft_forget_result (self);
  g_atomic_int_set (&self->progress, -ALL);
  g_task_set_source_tag (task, ris3_boundary_draft_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
ris3_boundary_draft_read_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error)
{
  Reading *reading;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  reading = g_task_get_task_data (G_TASK (result));
  _ris3_boundary_draft_forget_result (self);
  self->frame_boundaries = g_steal_pointer (&reading->frame_boundaries);
  self->boundaries = g_steal_pointer (&reading->boundaries);
  self->report = g_steal_pointer (&reading->report);
  self->match = g_steal_pointer (&reading->match);
  self->own = g_steal_pointer (&reading->own);
  return TRUE;
}

double
ris3_boundary_draft_get_progress (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), 0);
  return (double) g_atomic_int_get (&self->progress) / ALL;
}
