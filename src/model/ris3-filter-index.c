/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-filter-index-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (Ris3FilterIndex, ris3_filter_index, ris3_filter_index_ref, ris3_filter_index_unref)

Ris3FilterIndex *
ris3_filter_index_ref (Ris3FilterIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_filter_index_unref (Ris3FilterIndex *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->strategy_ids);
  g_hash_table_unref (self->strategy_rows);
  g_free (self->years);
  g_free (self->is_latest);
  g_free (self->strategy_regions);
  g_free (self->first_priorities);
  g_ptr_array_unref (self->regions);
  g_hash_table_unref (self->region_rows);
  g_free (self->first_of_region);
  g_free (self->by_region);
  g_free (self->priority_ids);
  g_free (self->owners);
  g_free (self->are_areas);
  g_free (self->by_id);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_array_unref);
  g_ptr_array_unref (self->country_names);
  g_array_unref (self->documents);
  g_free (self->numbered);
  g_clear_pointer (&self->texts, ris3_filter_texts_unref);
  for (guint i = 0; i < RIS3_N_REMEMBERED; i++)
    g_clear_pointer (&self->remembered[i], ris3_word_rows_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

gint
ris3_filter_index_find_value (Ris3FilterIndex *self, Ris3Facet facet, const char *id)
{
  GArray *values = self->facets[facet];

  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_array_index (values, Ris3FacetRows, i).id, id))
      return (gint) i;
  return -1;
}

guint32
ris3_filter_index_find_priority (Ris3FilterIndex *self, gint64 id)
{
  guint low = 0, high = self->n_priorities;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 other = self->priority_ids[self->by_id[middle]];

      if (other == id)
        return self->by_id[middle];
      if (other < id)
        low = middle + 1;
      else
        high = middle;
    }
  return RIS3_NO_ROW;
}

const guint32 *
ris3_filter_index_get_of_region (Ris3FilterIndex *self, guint32 region, guint *n)
{
  *n = 0;
  if (region >= self->n_own_regions)
    return NULL;
  *n = self->first_of_region[region + 1] - self->first_of_region[region];
  return self->by_region + self->first_of_region[region];
}

Ris3FilterIndex *
ris3_filter_index_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return ris3_filter_index_read (path, TRUE, TRUE, NULL, NULL, NULL, error);
}

typedef struct
{
  char *path;
  gboolean read_only;
  Ris3FilterIndex *former;
  Ris3Changes *changes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_clear_pointer (&reading->former, ris3_filter_index_unref);
  g_clear_pointer (&reading->changes, ris3_changes_unref);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  Ris3FilterIndex *index = ris3_filter_index_read (reading->path, reading->read_only, FALSE, reading->former,
                                                   reading->changes, cancellable, &error);

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) ris3_filter_index_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_filter_index_new_async (Ris3Atlas *atlas,
                             Ris3FilterIndex *former,
                             Ris3Changes *changes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (RIS3_IS_ATLAS (atlas));

  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (ris3_atlas_get_path (atlas));
  reading->read_only = ris3_atlas_get_read_only (atlas);
  reading->former = former != NULL ? ris3_filter_index_ref (former) : NULL;
  reading->changes = changes != NULL ? ris3_changes_ref (changes) : NULL;
  /* Without the atlas: the thread must not hold the last reference to it. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_filter_index_new_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

Ris3FilterIndex *
ris3_filter_index_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_filter_index_new_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
