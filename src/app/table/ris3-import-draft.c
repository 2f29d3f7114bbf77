/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-draft-private.h"

G_DEFINE_FINAL_TYPE (Ris3ImportDraft, ris3_import_draft, G_TYPE_OBJECT)

/* Rows that are looked at before all are read. */
#define N_SAMPLE 50

/* What a worker gets, and what it has made of that. */
typedef struct
{
  char *path;
  char *encoding;
  char separator;
  guint sheet;
  guint heading_row;

  Ris3TableFile *file;
  GPtrArray *sheets; /* of Ris3ImportSheet */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->encoding);
  g_clear_pointer (&work->file, ris3_table_file_unref);
  g_ptr_array_unref (work->sheets);
  g_free (work);
}

static void
meaning_free (gpointer data)
{
  Ris3ImportMeaning *meaning = data;

  g_free (meaning->text);
  g_free (meaning->code);
  g_free (meaning);
}

static void
free_sheet (gpointer sheet)
{
  if (sheet != NULL)
    ris3_import_sheet_free (sheet);
}

static void
ris3_import_draft_finalize (GObject *object)
{
  Ris3ImportDraft *self = RIS3_IMPORT_DRAFT (object);

  g_free (self->path);
  g_free (self->encoding);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->ticks);
  g_ptr_array_unref (self->meanings);
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
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->ticks = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->meanings = g_ptr_array_new_with_free_func (meaning_free);
  g_mutex_init (&self->finder_lock);
}

Ris3ImportDraft *
ris3_import_draft_new (void)
{
  return g_object_new (RIS3_TYPE_IMPORT_DRAFT, NULL);
}

void
_ris3_import_draft_begin_stage (Ris3ImportDraft *self, Ris3ImportStage stage, guint n_rows)
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

static gboolean
open_sheet (Work *work, const Ris3TableOptions *options, guint number, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3HeadedSheet) headed
      = ris3_headed_sheet_open (work->path, options, number, N_SAMPLE, cancellable, error);

  if (headed == NULL)
    return FALSE;
  g_ptr_array_add (work->sheets, ris3_import_sheet_new (headed));
  g_clear_pointer (&work->file, ris3_table_file_unref);
  work->file = g_steal_pointer (&headed->file);
  return TRUE;
}

/* Those of a workbook that cannot be read, or are hidden, do not stand in the way of the others. */
static gboolean
open_sheets (Work *work, const Ris3TableOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (work->path, options, cancellable, NULL);
  guint n_sheets = file != NULL ? ris3_table_file_get_n_sheets (file) : 0;

  for (guint i = 0; n_sheets > 1 && i < n_sheets; i++)
    {
      if (!ris3_table_file_get_sheet (file, i)->is_hidden)
        open_sheet (work, options, i, cancellable, NULL);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return work->sheets->len > 0 || open_sheet (work, options, RIS3_IMPORT_ANY_SHEET, cancellable, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  const Ris3TableOptions options = { work->encoding, work->separator, work->heading_row };
  GError *error = NULL;

  _ris3_import_draft_begin_stage (source, RIS3_IMPORT_READING, 0);
  if (work->sheet == RIS3_IMPORT_ANY_SHEET ? open_sheets (work, &options, cancellable, &error)
                                           : open_sheet (work, &options, work->sheet, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  work->sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_task_set_source_tag (task, ris3_import_draft_open_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, open_in_thread);
}

/* What was said of the sheet before it was read in another way. */
static void
keep_choices (const Ris3ImportSheet *old, Ris3ImportSheet *sheet)
{
  if (ris3_import_sheet_is_table_chosen (old))
    ris3_import_sheet_choose_table (sheet, ris3_import_sheet_get_table (old));
  ris3_import_sheet_choose_identity (sheet, ris3_import_sheet_get_identity (old));
  ris3_import_sheet_choose_clears (sheet, ris3_import_sheet_get_clears (old));
}

/* sheet: (transfer full) */
static void
set_sheet (Ris3ImportDraft *self, Ris3ImportSheet *sheet)
{
  gpointer *place = &g_ptr_array_index (self->sheets, ris3_import_sheet_get_number (sheet));

  if (*place != NULL)
    keep_choices (*place, sheet);
  free_sheet (*place);
  *place = sheet;
}

gboolean
ris3_import_draft_open_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  work = g_task_get_task_data (G_TASK (result));
  if (work->sheet == RIS3_IMPORT_ANY_SHEET || g_strcmp0 (work->path, self->path) != 0)
    {
      g_ptr_array_set_size (self->sheets, 0);
      g_array_set_size (self->ticks, 0);
      g_ptr_array_set_size (self->meanings, 0);
    }
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  self->path = g_steal_pointer (&work->path);
  self->encoding = g_steal_pointer (&work->encoding);
  self->separator = work->separator;
  self->file = g_steal_pointer (&work->file);
  g_ptr_array_set_size (self->sheets, (gint) ris3_table_file_get_n_sheets (self->file));
  g_array_set_size (self->ticks, self->sheets->len);
  self->shown = ris3_import_sheet_get_number (g_ptr_array_index (work->sheets, 0));
  while (work->sheets->len > 0)
    set_sheet (self, g_ptr_array_steal_index (work->sheets, 0));
  return TRUE;
}

void
ris3_import_draft_add_meaning (Ris3ImportDraft *self, const char *text, const char *code)
{
  Ris3ImportMeaning *meaning;

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && text != NULL && code != NULL);
  meaning = g_new0 (Ris3ImportMeaning, 1);
  meaning->text = g_strstrip (g_strdup (text));
  meaning->code = g_strdup (code);
  g_ptr_array_add (self->meanings, meaning);
}

gboolean
ris3_import_draft_take_back_meaning (Ris3ImportDraft *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), FALSE);
  if (self->meanings->len == 0)
    return FALSE;
  g_ptr_array_set_size (self->meanings, (gint) self->meanings->len - 1);
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

Ris3ImportSheet *
ris3_import_draft_get_sheet (Ris3ImportDraft *self, guint number)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  return number < self->sheets->len ? g_ptr_array_index (self->sheets, number) : NULL;
}

Ris3ImportSheet *
ris3_import_draft_get_shown (Ris3ImportDraft *self)
{
  return ris3_import_draft_get_sheet (self, self->shown);
}

void
ris3_import_draft_show (Ris3ImportDraft *self, guint number)
{
  g_return_if_fail (ris3_import_draft_get_sheet (self, number) != NULL);
  self->shown = number;
}
