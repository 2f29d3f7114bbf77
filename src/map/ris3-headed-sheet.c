/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-headed-sheet.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-boundaries.h"
#include "map/ris3-table-words.h"

/* Fewer headings that are known may be words of a title. */
#define MIN_KNOWN 2

void
ris3_headed_sheet_free (Ris3HeadedSheet *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  g_clear_pointer (&self->sample, ris3_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

const char *
ris3_headed_sheet_get_name (const Ris3HeadedSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_table_file_get_n_sheets (self->file) > 1 ? ris3_table_file_get_sheet (self->file, self->sheet)->name
                                                       : NULL;
}

/* How many cells are headings of one table. */
static guint
count_headings (const Ris3TableRow *row)
{
  guint most = 0;

  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

      for (guint i = 0; row->cells[i] != NULL; i++)
        {
          g_autoptr (GArray) meanings = ris3_table_words_find_columns (table, row->cells[i]);

          if (meanings->len > 0 && g_array_index (meanings, Ris3HeadingMeaning, 0).rank < RIS3_HEADING_SIMILAR)
            g_hash_table_add (found, GUINT_TO_POINTER (g_array_index (meanings, Ris3HeadingMeaning, 0).column + 1));
        }
      most = MAX (most, g_hash_table_size (found));
    }
  return most;
}

guint
ris3_headed_sheet_guess_row (GPtrArray *rows)
{
  guint best = 0;
  guint line = 0;

  g_return_val_if_fail (rows != NULL, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);
      guint n = count_headings (row);

      if (n > best && (i == 0 || n >= MIN_KNOWN))
        {
          best = n;
          line = i > 0 ? row->line : 0;
        }
    }
  return line;
}

static gboolean
read_sample (Ris3HeadedSheet *self,
             const char *path,
             const Ris3TableOptions *options,
             guint n_samples,
             GCancellable *cancellable,
             GError **error)
{
  g_clear_pointer (&self->sample, ris3_table_unref);
  g_clear_pointer (&self->file, ris3_table_file_unref);
  self->file = ris3_table_file_open (path, options, cancellable, error);
  if (self->file == NULL)
    return FALSE;
  self->sheet = MIN (self->sheet, ris3_table_file_get_n_sheets (self->file) - 1);
  self->sample = ris3_table_file_read (self->file, self->sheet, n_samples, NULL, cancellable, error);
  return self->sample != NULL;
}

/* A title above the headings may make the file one that cannot be read from the first row on. */
static gboolean
find_headings (Ris3HeadedSheet *self,
               const char *path,
               const Ris3TableOptions *options,
               guint n_samples,
               GCancellable *cancellable,
               GError **error)
{
  Ris3TableOptions headed = *options;
  g_autoptr (GError) local_error = NULL;
  gboolean is_read = read_sample (self, path, options, n_samples, cancellable, &local_error);

  /* Each row of a CSV is looked at as if it were the first, since that tells how it is cut into cells. */
  if (is_read && options->heading_row == 0 && ris3_table_file_get_encoding (self->file) == NULL)
    self->rows = ris3_table_file_peek_table (self->sample, RIS3_HEADED_SHEET_N_ROWS);
  else
    self->rows = ris3_table_file_peek (path, options, self->sheet, RIS3_HEADED_SHEET_N_ROWS, cancellable, NULL);
  if (self->rows != NULL && options->heading_row == 0)
    headed.heading_row = ris3_headed_sheet_guess_row (self->rows);
  if (headed.heading_row != options->heading_row)
    {
      g_clear_error (&local_error);
      is_read = read_sample (self, path, &headed, n_samples, cancellable, &local_error);
    }
  if (!is_read)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->heading_row = ris3_table_get_heading_row (self->sample);
  return TRUE;
}

static Ris3HeadedSheet *
open_one (const char *path,
          const Ris3TableOptions *options,
          guint sheet,
          guint n_samples,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (Ris3HeadedSheet) self = g_new0 (Ris3HeadedSheet, 1);

  self->sheet = sheet;
  if (!find_headings (self, path, options, n_samples, cancellable, error))
    return NULL;
  self->is_known
      = ris3_column_mapping_guess_table (self->sample, path, ris3_headed_sheet_get_name (self), &self->table);
  return g_steal_pointer (&self);
}

Ris3HeadedSheet *
ris3_headed_sheet_open (const char *path,
                        const Ris3TableOptions *options,
                        guint sheet,
                        guint n_samples,
                        GCancellable *cancellable,
                        GError **error)
{
  const Ris3TableOptions none = { 0 };
  g_autoptr (Ris3HeadedSheet) first = NULL;
  g_autoptr (Ris3TableFile) file = NULL;
  guint n_sheets;

  g_return_val_if_fail (path != NULL, NULL);
  if (options == NULL)
    options = &none;
  if (sheet != G_MAXUINT)
    return open_one (path, options, sheet, n_samples, cancellable, error);
  file = ris3_table_file_open (path, options, cancellable, NULL);
  n_sheets = file != NULL ? ris3_table_file_get_n_sheets (file) : 1;
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autoptr (Ris3HeadedSheet) self = NULL;

      if (n_sheets > 1 && ris3_table_file_get_sheet (file, i)->is_hidden)
        continue;
      self = open_one (path, options, i, n_samples, cancellable, NULL);
      if (self != NULL && self->is_known)
        return g_steal_pointer (&self);
      if (first == NULL)
        first = g_steal_pointer (&self);
    }
  return first != NULL ? g_steal_pointer (&first) : open_one (path, options, 0, n_samples, cancellable, error);
}

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Ris3HeadedSheet *first = *(const Ris3HeadedSheet *const *) a;
  const Ris3HeadedSheet *second = *(const Ris3HeadedSheet *const *) b;

  int turn = (int) ris3_exchange_get_turn (first->table) - (int) ris3_exchange_get_turn (second->table);

  return turn != 0 ? turn : (int) first->sheet - (int) second->sheet;
}

void
ris3_headed_sheets_sort (GPtrArray *sheets)
{
  g_return_if_fail (sheets != NULL);
  g_ptr_array_sort (sheets, compare_turns);
}

GPtrArray *
ris3_headed_sheet_open_known (const char *path,
                              const Ris3TableOptions *options,
                              guint n_samples,
                              char ***unread,
                              GCancellable *cancellable,
                              GError **error)
{
  const Ris3TableOptions none = { 0 };
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_headed_sheet_free);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_autoptr (Ris3TableFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  if (options == NULL)
    options = &none;
  file = ris3_table_file_open (path, options, cancellable, error);
  if (file == NULL)
    return NULL;
  for (guint i = 0; i < ris3_table_file_get_n_sheets (file); i++)
    {
      const Ris3Sheet *sheet = ris3_table_file_get_sheet (file, i);
      g_autoptr (Ris3HeadedSheet) headed = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (sheet->is_hidden)
        continue;
      headed = open_one (path, options, i, n_samples, cancellable, NULL);
      if (headed != NULL && headed->is_known)
        g_ptr_array_add (known, g_steal_pointer (&headed));
      else
        g_strv_builder_add (others, sheet->name);
    }
  if (known->len == 0)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” has no sheet whose headings are those of a table of the atlas. Choose one of its sheets, "
                      "and say which table it is."),
                   name);
      return NULL;
    }
  ris3_headed_sheets_sort (known);
  if (unread != NULL)
    *unread = g_strv_builder_end (others);
  return g_steal_pointer (&known);
}
