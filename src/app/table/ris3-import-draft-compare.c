/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the rows are understood, and the dry run. */

#include "config.h"

#include "app/table/ris3-import-draft-private.h"

#include <glib/gi18n.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-table-import.h"

#define N_PREVIEW 20

/* What a worker gets. */
typedef struct
{
  char *path;
  char *name; /* for messages */
  char *encoding;
  char separator;
  char *atlas_path;
  Ris3TableFile *file;  /* as it was looked at */
  GPtrArray *sheets;    /* of Ris3ImportSheet, its own, in the order in which they are imported */
  GHashTable *meanings; /* codes by text */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->name);
  g_free (work->encoding);
  g_free (work->atlas_path);
  ris3_table_file_unref (work->file);
  g_ptr_array_unref (work->sheets);
  g_hash_table_unref (work->meanings);
  g_free (work);
}

static Work *
work_new (Ris3ImportDraft *self, const char *atlas_path)
{
  Work *work = g_new0 (Work, 1);
  g_autofree char *base = g_path_get_basename (self->path);

  work->path = g_strdup (self->path);
  work->name = g_filename_display_name (base);
  work->encoding = g_strdup (self->encoding);
  work->separator = self->separator;
  work->atlas_path = g_strdup (atlas_path);
  work->file = ris3_table_file_ref (self->file);
  work->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_import_sheet_free);
  work->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const Ris3ImportMeaning *meaning = g_ptr_array_index (self->meanings, i);

      g_hash_table_insert (work->meanings, g_strdup (meaning->text), g_strdup (meaning->code));
    }
  return work;
}

/* The name of the sheet, for messages; NULL if it is the only one. */
static const char *
get_sheet_name (const Work *work, const Ris3ImportSheet *sheet)
{
  return ris3_table_file_get_n_sheets (work->file) > 1
             ? ris3_table_file_get_sheet (work->file, ris3_import_sheet_get_number (sheet))->name
             : NULL;
}

/* Understands rows, with the lock of the finder. */
static Ris3ImportPlan *
understand (Ris3ImportDraft *self,
            const Work *work,
            const Ris3ImportSheet *sheet,
            Ris3Table *from,
            guint max_rows,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GHashTable) preferred
      = ris3_table_import_find_regions (work->atlas_path, RIS3_DEFAULT_NUTS_VERSION, cancellable, error);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->finder_lock);

  if (preferred == NULL)
    return NULL;
  if (self->finder == NULL)
    {
      g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (RIS3_DEFAULT_NUTS_VERSION, cancellable, error);

      if (geodata == NULL)
        return NULL;
      self->finder = ris3_region_finder_new (geodata);
    }
  return ris3_table_import_read (from, work->name, get_sheet_name (work, sheet), ris3_import_sheet_get_mapping (sheet),
                                 self->finder, preferred, work->meanings, max_rows,
                                 &self->n_done[RIS3_IMPORT_UNDERSTANDING], cancellable, error);
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = task_data;
  const Ris3ImportSheet *sheet = g_ptr_array_index (work->sheets, 0);
  GError *error = NULL;
  Ris3ImportPlan *plan
      = understand (source, work, sheet, ris3_import_sheet_get_sample (sheet), N_PREVIEW, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) ris3_import_plan_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_import_draft_preview_async (Ris3ImportDraft *self,
                                 const char *atlas_path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work;

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->file != NULL && atlas_path != NULL);
  work = work_new (self, atlas_path);
  g_ptr_array_add (work->sheets, ris3_import_sheet_copy (ris3_import_draft_get_shown (self)));
  g_task_set_source_tag (task, ris3_import_draft_preview_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, preview_in_thread);
}

Ris3ImportPlan *
ris3_import_draft_preview_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
has_headings (Ris3Table *table, Ris3Table *sample)
{
  guint n = ris3_table_get_n_columns (table);
  const char *const *now = ris3_table_get_columns (table);
  const char *const *then = ris3_table_get_columns (sample);

  if (n != ris3_table_get_n_columns (sample))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (now[i], then[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Columns are chosen by their place: a file that has others by now is not what was looked at. table: NULL if the sheet
 * is gone */
static gboolean
check_headings (const Work *work, const Ris3ImportSheet *sheet, Ris3Table *table, GError **error)
{
  if (table != NULL && has_headings (table, ris3_import_sheet_get_sample (sheet)))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The headings of “%s” have changed since its columns were chosen. Choose the file again."),
               work->name);
  return FALSE;
}

static Ris3Table *
read_sheet (Ris3ImportDraft *self,
            const Work *work,
            const Ris3ImportSheet *sheet,
            GCancellable *cancellable,
            GError **error)
{
  const Ris3TableOptions options = { work->encoding, work->separator, ris3_import_sheet_get_heading_row (sheet) };
  guint number = ris3_import_sheet_get_number (sheet);
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (Ris3Table) table = NULL;

  _ris3_import_draft_begin_stage (self, RIS3_IMPORT_READING, 0);
  file = ris3_table_file_open (work->path, &options, cancellable, error);
  if (file == NULL)
    return NULL;
  if (number < ris3_table_file_get_n_sheets (file))
    {
      table = ris3_table_file_read (file, number, 0, &self->n_done[RIS3_IMPORT_READING], cancellable, error);
      if (table == NULL)
        return NULL;
    }
  return check_headings (work, sheet, table, error) ? g_steal_pointer (&table) : NULL;
}

/* earlier: of Ris3ImportPlan, that are imported before it */
static Ris3ImportPlan *
compare_sheet (Ris3ImportDraft *self,
               const Work *work,
               const Ris3ImportSheet *sheet,
               GPtrArray *earlier,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (Ris3Table) table = read_sheet (self, work, sheet, cancellable, error);
  g_autoptr (Ris3ImportPlan) plan = NULL;

  if (table == NULL)
    return NULL;
  _ris3_import_draft_begin_stage (self, RIS3_IMPORT_UNDERSTANDING, ris3_table_get_n_rows (table));
  plan = understand (self, work, sheet, table, 0, cancellable, error);
  if (plan == NULL)
    return NULL;
  g_clear_pointer (&table, ris3_table_unref);
  ris3_import_plan_set_identity (plan, ris3_import_sheet_get_identity (sheet));
  ris3_import_plan_set_clears (plan, ris3_import_sheet_get_clears (sheet));
  for (guint i = 0; i < earlier->len; i++)
    ris3_import_plan_add_earlier (plan, g_ptr_array_index (earlier, i));
  _ris3_import_draft_begin_stage (self, RIS3_IMPORT_COMPARING, ris3_import_plan_get_n_rows (plan));
  if (!ris3_import_plan_compare (plan, work->atlas_path, &self->n_done[RIS3_IMPORT_COMPARING], cancellable, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_import_plan_unref);
  GError *error = NULL;

  for (guint i = 0; i < work->sheets->len; i++)
    {
      Ris3ImportPlan *plan
          = compare_sheet (source, work, g_ptr_array_index (work->sheets, i), plans, cancellable, &error);

      if (plan == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (plans, plan);
    }
  g_task_return_pointer (task, g_steal_pointer (&plans), (GDestroyNotify) g_ptr_array_unref);
}

void
ris3_import_draft_compare_async (Ris3ImportDraft *self,
                                 const char *atlas_path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GPtrArray) ticked = NULL;
  Work *work;

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->file != NULL && atlas_path != NULL);
  work = work_new (self, atlas_path);
  ticked = ris3_import_draft_list_ticked (self);
  for (guint i = 0; i < ticked->len; i++)
    g_ptr_array_add (work->sheets, ris3_import_sheet_copy (g_ptr_array_index (ticked, i)));
  g_task_set_source_tag (task, ris3_import_draft_compare_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, compare_in_thread);
}

GPtrArray *
ris3_import_draft_compare_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
