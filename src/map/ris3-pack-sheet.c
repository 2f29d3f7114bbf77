/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sheets of a file that came back: which of them are of a pack, and where their headings stand. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-file.h"
#include "map/ris3-pack-words.h"

/* How many of the first rows may have the headings. */
#define N_FIRST_ROWS 20

/* A file that is read. All sheets are looked at before the first is read: one tells of the others. */
typedef struct
{
  Ris3PackAnswers *answers;
  const char *path;
  const char *shown;
  Ris3TableFile *file;
  Ris3PackOther other;
  const char *answer_language; /* NULL: it does not say */
  gboolean is_pack;            /* a sheet is of one, read or refused */
} Reading;

/* A sheet of it. */
typedef struct
{
  guint number;
  const char *name;
  GPtrArray *rows;  /* the first, of Ris3TableRow; NULL: it is empty, or cannot be read */
  Ris3Table *table; /* all of it, if a spreadsheet was read for that; NULL */
  gboolean has_keys;
  gboolean is_about; /* it says how to answer, and has no answers */
  GError *error;
} Look;

static void
look_clear (gpointer data)
{
  Look *self = data;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table, ris3_table_unref);
  g_clear_error (&self->error);
}

static gboolean
has_key (const Ris3TableRow *row)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (ris3_pack_key_is_meant (row->cells[i]))
      return TRUE;
  return FALSE;
}

static gboolean
rows_have_key (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (has_key (g_ptr_array_index (rows, i)))
      return TRUE;
  return FALSE;
}

static gboolean
table_has_key (Ris3Table *table)
{
  gsize n_cells = ris3_table_get_n_rows (table) * (gsize) ris3_table_get_n_columns (table);
  const char *const *cells = ris3_table_get_cells (table);

  for (gsize i = 0; i < n_cells; i++)
    if (cells[i] != NULL && ris3_pack_key_is_meant (cells[i]))
      return TRUE;
  return FALSE;
}

/* The row with most headings; 0: none has any two. */
static guint
find_heading_row (GPtrArray *rows)
{
  guint line = 0, best = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);
      guint n = _ris3_pack_columns_count (row);

      if (n > best && !has_key (row))
        {
          best = n;
          line = row->line;
        }
    }
  return line;
}

static void
read_rows (Reading *self, Ris3PackSheet *sheet, Ris3Table *table)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) free_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_pack_key_free);
  g_autofree const char **known = g_new0 (const char *, ris3_table_get_n_columns (table));

  sheet->table = table;
  sheet->columns = columns;
  sheet->names = known;
  sheet->free_keys = free_keys;
  if (!_ris3_pack_columns_find (self->answers, sheet))
    return;
  _ris3_pack_columns_find_free_keys (sheet);
  _ris3_pack_columns_find_language (sheet, self->answer_language);
  for (guint i = 0; i < ris3_table_get_n_rows (table); i++)
    _ris3_pack_row_read (self->answers, sheet, i);
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

/* Reads the first rows of a sheet, and all of it, if a spreadsheet is read for that, which takes as long as to open it.
 */
static void
look (Reading *self, Look *sheet)
{
  /* Of a CSV, no row is to be in the way of the first ones. */
  if (ris3_table_file_get_encoding (self->file) != NULL)
    sheet->rows = ris3_table_file_peek (self->path, NULL, sheet->number, N_FIRST_ROWS, NULL, &sheet->error);
  else
    sheet->table = ris3_table_file_read (self->file, sheet->number, 0, NULL, NULL, &sheet->error);
  if (sheet->table != NULL)
    sheet->rows = ris3_table_file_peek_table (sheet->table, N_FIRST_ROWS);
  /* A sheet that was left empty says nothing. */
  if (g_error_matches (sheet->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING))
    g_clear_error (&sheet->error);
  if (sheet->rows == NULL)
    return;
  sheet->has_keys = rows_have_key (sheet->rows);
  sheet->is_about = !sheet->has_keys && _ris3_pack_about_is (sheet->name, sheet->rows);
  self->other.has_keys = self->other.has_keys || sheet->has_keys;
  _ris3_pack_other_look (&self->other, sheet->name, sheet->rows);
  if (sheet->is_about)
    _ris3_pack_about_read (self->answers, &(Ris3PackSheet){ .file = self->shown, .name = sheet->name }, sheet->rows,
                           &self->answer_language);
}

/* Reads a sheet as one of a pack, if it can be one. FALSE: it cannot be read. */
static gboolean
read_sheet (Reading *self, Look *sheet, Ris3PackSheet *as, GError **error)
{
  guint line;

  if (sheet->is_about)
    return TRUE;
  line = find_heading_row (sheet->rows);
  if (line == 0 && !sheet->has_keys)
    {
      if (sheet->rows->len > 0)
        _ris3_pack_answers_add (self->answers, RIS3_PACK_ANSWER_REMARK, as, 0, NULL,
                                _ ("The sheet is not one of a pack, and is not read."));
      return TRUE;
    }
  self->is_pack = TRUE;
  if (line == 0)
    {
      _ris3_pack_answers_add (self->answers, RIS3_PACK_ANSWER_REFUSED, as, 0, NULL,
                              _ ("The headings of the columns are missing. Copy them from the file that was sent."));
      return TRUE;
    }
  if (sheet->table == NULL || ris3_table_get_heading_row (sheet->table) != line)
    {
      g_clear_pointer (&sheet->table, ris3_table_unref);
      sheet->table = read_from (self->path, sheet->number, line, error);
    }
  if (sheet->table == NULL)
    return FALSE;
  read_rows (self, as, sheet->table);
  self->other.has_keys = self->other.has_keys || table_has_key (sheet->table);
  return TRUE;
}

static void
read_sheets (Reading *self)
{
  guint n_sheets = ris3_table_file_get_n_sheets (self->file);
  g_autoptr (GArray) looks = g_array_sized_new (FALSE, TRUE, sizeof (Look), n_sheets);

  g_array_set_clear_func (looks, look_clear);
  for (guint i = 0; i < n_sheets; i++)
    {
      Look sheet = { .number = i, .name = ris3_table_file_get_sheet (self->file, i)->name };

      look (self, &sheet);
      g_array_append_val (looks, sheet);
    }
  for (guint i = 0; i < n_sheets; i++)
    {
      Look *sheet = &g_array_index (looks, Look, i);
      Ris3PackSheet as = { .file = self->shown, .name = sheet->name };

      /* One that cannot be read leaves the others. */
      if ((sheet->rows == NULL && sheet->error == NULL)
          || (sheet->rows != NULL && read_sheet (self, sheet, &as, &sheet->error)))
        continue;
      self->is_pack = TRUE;
      _ris3_pack_answers_add (self->answers, RIS3_PACK_ANSWER_REFUSED, &as, 0, NULL,
                              sheet->error != NULL ? sheet->error->message
                                                   : _ ("The file was changed while it was read."));
    }
}

/* What a file is that is no pack; NULL: it is one. (transfer full) */
static char *
describe_other (const Reading *self)
{
  char *other = _ris3_pack_other_describe (&self->other);

  if (other != NULL || self->is_pack)
    return other;
  return g_strdup (_ ("No sheet has the keys of a pack. Ask for the file as it was sent, filled in."));
}

void
_ris3_pack_sheets_read (Ris3PackAnswers *answers, const char *path, const char *shown)
{
  g_autofree char *other = _ris3_pack_other_describe_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3TableFile) file = other == NULL ? ris3_table_file_open (path, NULL, NULL, &error) : NULL;
  Reading self = { .answers = answers, .path = path, .shown = shown, .file = file };
  guint n_before = answers->answers->len;

  if (file != NULL)
    {
      read_sheets (&self);
      other = describe_other (&self);
    }
  if (file != NULL && other == NULL)
    return;
  /* One sentence, instead of all that it lacks to be a pack. */
  g_ptr_array_set_size (answers->answers, (gint) n_before);
  _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, &(Ris3PackSheet){ .file = shown }, 0, NULL,
                          other != NULL ? other : error->message);
}
