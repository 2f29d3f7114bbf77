/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-draft.h"

#include <glib/gi18n.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-headed-sheet.h"
#include "map/ris3-table-import.h"

/* Rows that are looked at before all are read. */
#define N_SAMPLE 50
#define N_PREVIEW 20

struct _Ris3ImportDraft
{
  GObject parent_instance;

  char *path;
  char *encoding;
  char separator;
  Ris3TableFile *file;
  guint sheet;
  guint heading_row;
  GPtrArray *rows; /* of Ris3TableRow: the first of the file */
  Ris3Table *sample;
  gboolean is_guessed;
  Ris3ColumnMapping *guess;
  Ris3ColumnMapping *mapping;
  Ris3ImportIdentity identity;
  gboolean clears;

  /* A finder is for one thread, and reads names when it first looks for something. */
  GMutex finder_lock;
  Ris3RegionFinder *finder;

  /* Atomic. */
  gint stage;
  gint n_rows;
  gint n_done[3];
};

G_DEFINE_FINAL_TYPE (Ris3ImportDraft, ris3_import_draft, G_TYPE_OBJECT)

/* What a worker gets, and what it has made of that. */
typedef struct
{
  char *path;
  char *encoding;
  char separator;
  guint sheet;
  guint heading_row;
  char *atlas_path;
  Ris3Table *sample;
  Ris3ColumnMapping *mapping;
  Ris3ImportIdentity identity;
  gboolean clears;

  Ris3TableFile *file;
  GPtrArray *rows;
  gboolean is_guessed;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->encoding);
  g_free (work->atlas_path);
  g_clear_pointer (&work->sample, ris3_table_unref);
  g_clear_pointer (&work->mapping, ris3_column_mapping_free);
  g_clear_pointer (&work->file, ris3_table_file_unref);
  g_clear_pointer (&work->rows, g_ptr_array_unref);
  g_free (work);
}

static Work *
work_new (Ris3ImportDraft *self)
{
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (self->path);
  work->encoding = g_strdup (self->encoding);
  work->separator = self->separator;
  work->sheet = self->sheet;
  work->heading_row = self->heading_row;
  work->identity = self->identity;
  work->clears = self->clears;
  work->sample = self->sample != NULL ? ris3_table_ref (self->sample) : NULL;
  work->mapping = self->mapping != NULL ? ris3_column_mapping_copy (self->mapping) : NULL;
  work->file = self->file != NULL ? ris3_table_file_ref (self->file) : NULL;
  return work;
}

static void
ris3_import_draft_finalize (GObject *object)
{
  Ris3ImportDraft *self = RIS3_IMPORT_DRAFT (object);

  g_free (self->path);
  g_free (self->encoding);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sample, ris3_table_unref);
  g_clear_pointer (&self->guess, ris3_column_mapping_free);
  g_clear_pointer (&self->mapping, ris3_column_mapping_free);
  g_clear_pointer (&self->finder, ris3_region_finder_unref);
  g_mutex_clear (&self->finder_lock);
  G_OBJECT_CLASS (ris3_import_draft_parent_class)->finalize (object);
}

static void
ris3_import_draft_class_init (Ris3ImportDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_import_draft_finalize;
}

static void
ris3_import_draft_init (Ris3ImportDraft *self)
{
  g_mutex_init (&self->finder_lock);
}

Ris3ImportDraft *
ris3_import_draft_new (void)
{
  return g_object_new (RIS3_TYPE_IMPORT_DRAFT, NULL);
}

/* In any thread */

static void
begin_stage (Ris3ImportDraft *self, Ris3ImportStage stage, guint n_rows)
{
  g_atomic_int_set (&self->n_done[stage], 0);
  g_atomic_int_set (&self->n_rows, (gint) n_rows);
  g_atomic_int_set (&self->stage, stage);
}

Ris3ImportStage
ris3_import_draft_get_progress (Ris3ImportDraft *self, guint *n_done, guint *n_rows)
{
  Ris3ImportStage stage;

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), RIS3_IMPORT_READING);
  stage = g_atomic_int_get (&self->stage);
  *n_done = g_atomic_int_get (&self->n_done[stage]);
  *n_rows = g_atomic_int_get (&self->n_rows);
  return stage;
}

static Ris3TableOptions
get_options (const Work *work)
{
  return (Ris3TableOptions){ work->encoding, work->separator, work->heading_row };
}

static Ris3TableFile *
open_file (const Work *work, GCancellable *cancellable, GError **error)
{
  const Ris3TableOptions options = get_options (work);

  return ris3_table_file_open (work->path, &options, cancellable, error);
}

/* The name of the sheet, for messages; NULL if it is the only one. */
static const char *
get_sheet_name (const Work *work)
{
  return ris3_table_file_get_n_sheets (work->file) > 1 ? ris3_table_file_get_sheet (work->file, work->sheet)->name
                                                       : NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Ris3ImportDraft *self = source;
  Work *work = task_data;
  const Ris3TableOptions options = get_options (work);
  g_autoptr (Ris3HeadedSheet) sheet = NULL;
  GError *error = NULL;

  begin_stage (self, RIS3_IMPORT_READING, 0);
  sheet = ris3_headed_sheet_open (work->path, &options, work->sheet, N_SAMPLE, cancellable, &error);
  if (sheet == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->file = g_steal_pointer (&sheet->file);
  work->sample = g_steal_pointer (&sheet->sample);
  work->rows = g_steal_pointer (&sheet->rows);
  work->sheet = sheet->sheet;
  work->heading_row = sheet->heading_row;
  work->is_guessed = sheet->is_known;
  work->mapping = ris3_column_mapping_guess (sheet->is_known ? sheet->table : RIS3_EXCHANGE_STRATEGIES, work->sample);
  g_task_return_boolean (task, TRUE);
}

void
ris3_import_draft_open_async (Ris3ImportDraft *self,
                              const char *path,
                              const char *encoding,
                              char separator,
                              guint sheet,
                              guint heading_row,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && path != NULL);
  work->path = g_strdup (path);
  work->encoding = g_strdup (encoding);
  work->separator = separator;
  work->sheet = sheet;
  work->heading_row = heading_row;
  g_task_set_source_tag (task, ris3_import_draft_open_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, open_in_thread);
}

/* (transfer full) */
static void
set_guess (Ris3ImportDraft *self, Ris3ColumnMapping *guess)
{
  g_clear_pointer (&self->guess, ris3_column_mapping_free);
  g_clear_pointer (&self->mapping, ris3_column_mapping_free);
  self->guess = guess;
  self->mapping = ris3_column_mapping_copy (guess);
}

gboolean
ris3_import_draft_open_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  work = g_task_get_task_data (G_TASK (result));
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  g_clear_pointer (&self->sample, ris3_table_unref);
  self->path = g_steal_pointer (&work->path);
  self->encoding = g_steal_pointer (&work->encoding);
  self->separator = work->separator;
  self->file = g_steal_pointer (&work->file);
  self->sheet = work->sheet;
  self->heading_row = work->heading_row;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&work->rows);
  self->sample = g_steal_pointer (&work->sample);
  set_guess (self, g_steal_pointer (&work->mapping));
  self->is_guessed = work->is_guessed;
  return TRUE;
}

const char *
ris3_import_draft_get_path (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->path;
}

Ris3TableFile *
ris3_import_draft_get_file (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->file;
}

guint
ris3_import_draft_get_sheet (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), 0);
  return self->sheet;
}

GPtrArray *
ris3_import_draft_get_rows (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->rows;
}

guint
ris3_import_draft_get_heading_row (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), 0);
  return self->heading_row;
}

Ris3Table *
ris3_import_draft_get_sample (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->sample;
}

gboolean
ris3_import_draft_is_guessed (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), FALSE);
  return self->is_guessed;
}

Ris3ColumnMapping *
ris3_import_draft_get_mapping (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->mapping;
}

const Ris3ColumnMapping *
ris3_import_draft_get_guess (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return self->guess;
}

void
ris3_import_draft_choose_table (Ris3ImportDraft *self, Ris3Exchange table)
{
  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->sample != NULL);
  if (ris3_column_mapping_get_table (self->mapping) != table)
    set_guess (self, ris3_column_mapping_guess (table, self->sample));
  self->is_guessed = FALSE;
}

void
ris3_import_draft_choose_column (Ris3ImportDraft *self, guint column, gint from)
{
  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->mapping != NULL);
  ris3_column_mapping_set (self->mapping, column, from);
}

void
ris3_import_draft_choose_identity (Ris3ImportDraft *self, Ris3ImportIdentity identity)
{
  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && identity < RIS3_N_IDENTITIES);
  self->identity = identity;
}

void
ris3_import_draft_choose_clears (Ris3ImportDraft *self, gboolean clears)
{
  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self));
  self->clears = clears;
}

Ris3ImportIdentity
ris3_import_draft_get_identity (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), RIS3_IDENTITY_USUAL);
  return self->identity;
}

gboolean
ris3_import_draft_get_clears (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), FALSE);
  return self->clears;
}

char *
ris3_import_draft_dup_choices (Ris3ImportDraft *self)
{
  g_autofree char *columns = NULL;

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->mapping != NULL, NULL);
  columns = ris3_column_mapping_to_text (self->mapping, self->sample);
  return g_strdup_printf ("%s %d %s", ris3_import_identity_get_name (self->identity), self->clears, columns);
}

gboolean
ris3_import_draft_recall (Ris3ImportDraft *self, const char *text)
{
  Ris3ColumnMapping *mapping;

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->sample != NULL, FALSE);
  mapping = ris3_column_mapping_from_text (text, self->sample);
  if (mapping == NULL)
    return FALSE;
  if (ris3_column_mapping_get_table (mapping) != ris3_column_mapping_get_table (self->guess))
    set_guess (self, ris3_column_mapping_guess (ris3_column_mapping_get_table (mapping), self->sample));
  ris3_column_mapping_free (self->mapping);
  self->mapping = mapping;
  return TRUE;
}

/* Understands rows, with the lock of the finder. */
static Ris3ImportPlan *
understand (Ris3ImportDraft *self,
            Work *work,
            Ris3Table *from,
            guint max_rows,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *base = g_path_get_basename (work->path);
  g_autofree char *name = g_filename_display_name (base);
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
  return ris3_table_import_read (from, name, get_sheet_name (work), work->mapping, self->finder, preferred, max_rows,
                                 &self->n_done[RIS3_IMPORT_UNDERSTANDING], cancellable, error);
}

static void
return_plan (GTask *task, Ris3ImportPlan *plan, GError *error)
{
  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) ris3_import_plan_unref);
  else
    g_task_return_error (task, error);
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  Ris3ImportPlan *plan = understand (source, work, work->sample, N_PREVIEW, cancellable, &error);

  return_plan (task, plan, error);
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

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->mapping != NULL && atlas_path != NULL);
  work = work_new (self);
  work->atlas_path = g_strdup (atlas_path);
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
check_headings (const Work *work, Ris3Table *table, GError **error)
{
  g_autofree char *base = g_path_get_basename (work->path);
  g_autofree char *name = g_filename_display_name (base);

  if (table != NULL && has_headings (table, work->sample))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The headings of “%s” have changed since its columns were chosen. Choose the file again."), name);
  return FALSE;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Ris3ImportDraft *self = source;
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (Ris3Table) table = NULL;
  Ris3ImportPlan *plan = NULL;

  begin_stage (self, RIS3_IMPORT_READING, 0);
  file = open_file (work, cancellable, &error);
  if (file != NULL && work->sheet < ris3_table_file_get_n_sheets (file))
    table = ris3_table_file_read (file, work->sheet, 0, &self->n_done[RIS3_IMPORT_READING], cancellable, &error);
  else if (file != NULL)
    check_headings (work, NULL, &error);
  if (table != NULL && check_headings (work, table, &error))
    {
      begin_stage (self, RIS3_IMPORT_UNDERSTANDING, ris3_table_get_n_rows (table));
      plan = understand (self, work, table, 0, cancellable, &error);
    }
  if (plan != NULL)
    {
      ris3_import_plan_set_identity (plan, work->identity);
      ris3_import_plan_set_clears (plan, work->clears);
      begin_stage (self, RIS3_IMPORT_COMPARING, ris3_import_plan_get_n_rows (plan));
      if (!ris3_import_plan_compare (plan, work->atlas_path, &self->n_done[RIS3_IMPORT_COMPARING], cancellable, &error))
        g_clear_pointer (&plan, ris3_import_plan_unref);
    }
  return_plan (task, plan, error);
}

void
ris3_import_draft_compare_async (Ris3ImportDraft *self,
                                 const char *atlas_path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work;

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->mapping != NULL && atlas_path != NULL);
  work = work_new (self);
  work->atlas_path = g_strdup (atlas_path);
  g_task_set_source_tag (task, ris3_import_draft_compare_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, compare_in_thread);
}

Ris3ImportPlan *
ris3_import_draft_compare_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
