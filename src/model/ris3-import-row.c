/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-region-key.h"

static gint
find_column (const Ris3ImportTable *table, const char *column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i], column))
      return (gint) i;
  return -1;
}

gboolean
ris3_import_has_column (const Ris3ImportTable *table, const char *column)
{
  return find_column (table, column) >= 0;
}

gboolean
ris3_import_check_columns (Ris3Importer *self, const Ris3ImportTable *table, const char *const *columns)
{
  gsize before = self->problems->len;

  for (guint i = 0; columns[i] != NULL; i++)
    if (find_column (table, columns[i]) < 0)
      g_string_append_printf (self->problems, _ ("%s:1: the column “%s” is missing. Add it.\n"), table->file_name,
                              columns[i]);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (!g_strv_contains (columns, table->columns[i]))
        g_string_append_printf (self->problems, _ ("%s:1: the column “%s” is not known. Rename or remove it.\n"),
                                table->file_name, table->columns[i]);
      else if (find_column (table, table->columns[i]) != (gint) i)
        g_string_append_printf (self->problems, _ ("%s:1: there are two columns called “%s”. Remove one.\n"),
                                table->file_name, table->columns[i]);
    }
  return self->problems->len == before && !self->only_columns;
}

void
ris3_import_problem (Ris3ImportRow *row, const char *column, const char *format, ...)
{
  GString *problems = row->importer->problems;
  va_list arguments;

  g_string_append_printf (problems, "%s:%u: ", row->table->file_name, row->table->lines[row->index]);
  if (column != NULL)
    g_string_append_printf (problems, "%s: ", column);
  va_start (arguments, format);
  g_string_append_vprintf (problems, format, arguments);
  va_end (arguments);
  g_string_append_c (problems, '\n');
  row->ok = FALSE;
}

const char *
ris3_import_get (Ris3ImportRow *row, const char *column)
{
  gint i = find_column (row->table, column);
  const char *cell;

  g_return_val_if_fail (i >= 0, "");

  cell = row->table->cells[row->index * row->table->n_columns + (guint) i];
  if (cell == NULL)
    ris3_import_problem (row, column, _ ("the row ends before this column. Give it as many cells as the first row."));
  else if (!g_utf8_validate (cell, -1, NULL))
    ris3_import_problem (row, column, _ ("this text is not UTF-8. Save the file as UTF-8."));
  else
    return cell;
  return "";
}

const char *
ris3_import_get_needed (Ris3ImportRow *row, const char *column)
{
  const char *cell = ris3_import_get (row, column);

  if (row->ok && cell[0] == '\0')
    ris3_import_problem (row, column, _ ("this cell is empty. Fill it in."));
  return cell;
}

const char *
ris3_import_get_word (Ris3ImportRow *row, const char *column, const char *const *words)
{
  const char *cell = ris3_import_get (row, column);
  g_autofree char *all = NULL;

  if (!row->ok || g_strv_contains (words, cell))
    return cell;
  /* An empty word, which comes first, means that the cell may be empty. */
  all = g_strjoinv (", ", (char **) words + (words[0][0] == '\0'));
  ris3_import_problem (row, column,
                       words[0][0] == '\0'
                           ? _ ("“%s” is not known here. Use one of these, or leave the cell empty: %s.")
                           : _ ("“%s” is not known here. Use one of these: %s."),
                       cell, all);
  return "";
}

gint64
ris3_import_get_number (Ris3ImportRow *row, const char *column, gint64 least, gint64 most)
{
  const char *cell = ris3_import_get (row, column);
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  gint64 number = 0;

  if (row->ok && !g_ascii_string_to_signed (cell, 10, least, most, &number, NULL))
    {
      /* Translators know no macro of GLib's for the width of a number. */
      g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, least);
      g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      ris3_import_problem (row, column, _ ("“%s” is not a whole number from %s to %s. Correct it."), cell, first, last);
    }
  return number;
}

gint
ris3_import_get_answer (Ris3ImportRow *row, const char *column)
{
  static const char *const answers[] = { "", "0", "1", NULL };
  const char *cell = ris3_import_get_word (row, column, answers);

  return cell[0] == '\0' ? -1 : cell[0] - '0';
}

const char *
ris3_import_get_region (Ris3ImportRow *row, const char *column, guint nuts_version)
{
  const char *code = ris3_import_get_needed (row, column);
  g_autofree char *key = ris3_region_key (nuts_version, code);

  if (row->ok && !g_hash_table_contains (row->importer->regions, key))
    ris3_import_problem (row, column, _ ("there is no region “%s” in NUTS %u. Correct the code or the version."), code,
                         nuts_version);
  return code;
}

gboolean
ris3_import_insert (Ris3ImportRow *row, sqlite3_stmt *insert, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ris3_connection_run (row->importer->connection, insert, &local_error))
    return TRUE;
  if ((sqlite3_errcode (ris3_connection_get_handle (row->importer->connection)) & 0xff) != SQLITE_CONSTRAINT)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  ris3_import_problem (row, NULL, _ ("%s Correct the row."), local_error->message);
  return TRUE;
}

gboolean
ris3_import_edit (Ris3ImportRow *row, Ris3Edit *edit, gint64 *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ris3_edit_build (edit, row->importer->connection, id, &local_error))
    return TRUE;
  if (local_error->domain != RIS3_EDIT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  ris3_import_problem (row, NULL, _ ("%s Correct the row."), local_error->message);
  return TRUE;
}
