/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sheets of a file that came back: which of them are of a pack, where their headings stand, what each column is. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-file.h"
#include "map/ris3-pack-words.h"

/* How many of the first rows may have the headings. */
#define N_FIRST_ROWS 20

static const char *const names[] = {
  "key",
  "strategy_id",
  "priority_id",
  "period",
  "label",
  "page_label",
  "original_text",
  "text",
  "explicit_pm",
  "themes",
  "title",
  "year",
  "pm_mark",
  "health_priority",
  "source_url",
  "answer",
  "proposed-label",
  "proposed-page_label",
  "proposed-text",
  "proposed-explicit_pm",
  "proposed-title",
  "proposed-year",
  "proposed-pm_mark",
  "proposed-health_priority",
  "proposed-source_url",
  "proposed-themes",
  "about-region",
  "comment",
  "role",
  NULL,
};
static const char *const about_names[] = { "sheet-about", "about-purpose", NULL };

gint
_ris3_pack_sheet_find (const Ris3PackSheet *self, const char *name)
{
  return (gint) GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name)) - 1;
}

static gboolean
has_key (const Ris3TableRow *row)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (ris3_pack_key_is_meant (row->cells[i]))
      return TRUE;
  return FALSE;
}

static guint
count_headings (const Ris3TableRow *row, const char *const *wanted)
{
  guint n = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    n += ris3_pack_words_find (wanted, row->cells[i], NULL) >= 0;
  return n;
}

/* The row with most headings; 0: none has any two. */
static guint
find_heading_row (GPtrArray *rows)
{
  guint line = 0, best = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);
      guint n = count_headings (row, names);

      if (n > best && !has_key (row))
        {
          best = n;
          line = row->line;
        }
    }
  return line;
}

static gboolean
is_about (const char *name, GPtrArray *rows)
{
  return ris3_pack_words_find (about_names, name, NULL) >= 0
         || (rows->len > 0 && count_headings (g_ptr_array_index (rows, 0), about_names) > 0);
}

/* Whether there is anything in a column, or, with keys, a key. */
static gboolean
column_has (Ris3Table *table, guint column, gboolean keys)
{
  guint n_columns = ris3_table_get_n_columns (table);
  const char *const *cells = ris3_table_get_cells (table);

  for (guint i = 0; i < ris3_table_get_n_rows (table); i++)
    {
      const char *cell = cells[i * n_columns + column];

      if (cell != NULL && (keys ? ris3_pack_key_is_meant (cell) : *cell != '\0'))
        return TRUE;
    }
  return FALSE;
}

/* What a column is: by its heading, or by the keys within it. -1: nothing that is known */
static gint
find_name (Ris3PackSheet *self, guint column)
{
  const char *heading = ris3_table_get_columns (self->table)[column];
  gint name = ris3_pack_words_find (names, heading, NULL);

  return name < 0 && column_has (self->table, column, TRUE) ? 0 : name;
}

/* FALSE after saying why the sheet cannot be read. */
static gboolean
find_columns (Ris3PackAnswers *answers, Ris3PackSheet *self)
{
  guint heading_row = ris3_table_get_heading_row (self->table);

  for (guint i = 0; i < ris3_table_get_n_columns (self->table); i++)
    {
      const char *heading = ris3_table_get_columns (self->table)[i];
      gint name = find_name (self, i);

      if (name >= 0 && g_hash_table_contains (self->columns, names[name]))
        {
          /* A column that was copied says nothing if it is empty. */
          if (!column_has (self->table, i, FALSE))
            continue;
          _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, self, heading_row, heading,
                                  _ ("The column is there twice. Remove the one that does not count."));
          return FALSE;
        }
      if (name >= 0)
        {
          g_hash_table_insert (self->columns, (gpointer) names[name], GUINT_TO_POINTER (i + 1));
          self->names[i] = names[name];
        }
      else if (column_has (self->table, i, FALSE))
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, self, heading_row, heading,
                                _ ("The column is not one of a pack, and is not read."));
    }
  if (_ris3_pack_sheet_find (self, "key") >= 0)
    return TRUE;
  _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, self, heading_row, NULL,
                          _ ("The column with the keys is missing, so that nobody knows what the rows are about. Copy "
                             "it from the file that was sent."));
  return FALSE;
}

static void
find_language (Ris3PackSheet *self)
{
  static const char *const telling[] = { "answer", "key", "comment" };

  self->language = ris3_pack_words_fit_language (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      gint column = _ris3_pack_sheet_find (self, telling[i]);

      if (column >= 0
          && ris3_pack_words_find (names, ris3_table_get_columns (self->table)[column], &self->language) >= 0)
        return;
    }
}

/* What the sheet has room for: more priorities of a strategy, a strategy, or what is said of the region. */
static void
find_free_keys (Ris3PackSheet *self)
{
  guint column = (guint) _ris3_pack_sheet_find (self, "key");
  const char *const *cells = ris3_table_get_cells (self->table);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ris3_table_get_n_rows (self->table); i++)
    {
      const char *cell = cells[i * (gsize) ris3_table_get_n_columns (self->table) + column];
      Ris3PackKey *key = cell != NULL ? ris3_pack_key_from_text (cell) : NULL;

      if (key != NULL && !ris3_pack_key_is_recorded (key) && g_hash_table_add (found, (gpointer) cell))
        g_ptr_array_add (self->free_keys, key);
      else if (key != NULL)
        ris3_pack_key_free (key);
    }
}

static void
read_rows (Ris3PackAnswers *answers, Ris3PackSheet *self, Ris3Table *table)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) free_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_pack_key_free);
  g_autofree const char **known = g_new0 (const char *, ris3_table_get_n_columns (table));

  self->table = table;
  self->columns = columns;
  self->names = known;
  self->free_keys = free_keys;
  self->has_keys = FALSE;
  for (guint i = 0; i < ris3_table_get_n_columns (table); i++)
    self->has_keys = self->has_keys || column_has (table, i, TRUE);
  if (!find_columns (answers, self))
    return;
  find_free_keys (self);
  find_language (self);
  for (guint i = 0; i < ris3_table_get_n_rows (table); i++)
    _ris3_pack_row_read (answers, self, i);
}

/* The sheet, whose headings stand in a line. (transfer full) */
static Ris3Table *
read_from (const char *path, guint sheet, guint line, GError **error)
{
  Ris3TableOptions options = { .heading_row = line };
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, &options, NULL, error);

  return file != NULL && sheet < ris3_table_file_get_n_sheets (file)
             ? ris3_table_file_read (file, sheet, 0, NULL, NULL, error)
             : NULL;
}

/* The first rows of a sheet, and all of it, if a spreadsheet was read for that, which takes as long as to open it.
 * (transfer full) */
static GPtrArray *
peek (const char *path, Ris3TableFile *file, guint sheet, Ris3Table **table, GError **error)
{
  /* Of a CSV, no row is to be in the way of the first ones. */
  if (ris3_table_file_get_encoding (file) != NULL)
    return ris3_table_file_peek (path, NULL, sheet, N_FIRST_ROWS, NULL, error);
  *table = ris3_table_file_read (file, sheet, 0, NULL, NULL, error);
  return *table != NULL ? ris3_table_file_peek_table (*table, N_FIRST_ROWS) : NULL;
}

/* is_pack: (out): whether it is of one, read or refused */
static gboolean
read_sheet (Ris3PackAnswers *answers,
            Ris3PackSheet *self,
            const char *path,
            Ris3TableFile *file,
            guint sheet,
            gboolean *is_pack,
            Ris3PackOther *other,
            GError **error)
{
  g_autoptr (Ris3Table) table = NULL;
  g_autoptr (GPtrArray) rows = peek (path, file, sheet, &table, error);
  gboolean has_keys = FALSE;
  guint line;

  if (rows == NULL)
    {
      /* A sheet that was left empty says nothing. */
      if (!g_error_matches (*error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING))
        return FALSE;
      g_clear_error (error);
      return TRUE;
    }
  for (guint i = 0; i < rows->len; i++)
    has_keys = has_keys || has_key (g_ptr_array_index (rows, i));
  other->has_keys = other->has_keys || has_keys;
  _ris3_pack_other_look (other, self->name, rows);
  line = find_heading_row (rows);
  if (is_about (self->name, rows))
    return TRUE;
  if (line == 0 && !has_keys)
    {
      if (rows->len > 0)
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, self, 0, NULL,
                                _ ("The sheet is not one of a pack, and is not read."));
      return TRUE;
    }
  *is_pack = TRUE;
  if (line == 0)
    {
      _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, self, 0, NULL,
                              _ ("The headings of the columns are missing. Copy them from the file that was sent."));
      return TRUE;
    }
  if (table == NULL || ris3_table_get_heading_row (table) != line)
    {
      g_clear_pointer (&table, ris3_table_unref);
      table = read_from (path, sheet, line, error);
    }
  if (table == NULL)
    return FALSE;
  read_rows (answers, self, table);
  other->has_keys = other->has_keys || self->has_keys;
  return TRUE;
}

gboolean
_ris3_pack_sheets_read (Ris3PackAnswers *self, const char *path, const char *shown, GError **error)
{
  g_autofree char *known = _ris3_pack_other_describe_file (path);
  g_autoptr (Ris3TableFile) file = known == NULL ? ris3_table_file_open (path, NULL, NULL, error) : NULL;
  Ris3PackSheet whole = { .file = shown };
  Ris3PackOther other = { FALSE };
  guint n_before = self->answers->len;
  gboolean has_pack = FALSE;

  if (file == NULL && known == NULL)
    return FALSE;
  for (guint i = 0; file != NULL && i < ris3_table_file_get_n_sheets (file); i++)
    {
      Ris3PackSheet sheet = { .file = shown, .name = ris3_table_file_get_sheet (file, i)->name };
      g_autoptr (GError) problem = NULL;

      /* One that cannot be read leaves the others. */
      if (read_sheet (self, &sheet, path, file, i, &has_pack, &other, &problem))
        continue;
      has_pack = TRUE;
      _ris3_pack_answers_add (self, RIS3_PACK_ANSWER_REFUSED, &sheet, 0, NULL,
                              problem != NULL ? problem->message : _ ("The file was changed while it was read."));
    }
  if (known == NULL)
    known = _ris3_pack_other_describe (&other);
  if (known == NULL)
    return has_pack;
  /* One sentence, instead of all that it lacks to be a pack. */
  g_ptr_array_set_size (self->answers, (gint) n_before);
  _ris3_pack_answers_add (self, RIS3_PACK_ANSWER_REFUSED, &whole, 0, NULL, known);
  return TRUE;
}
