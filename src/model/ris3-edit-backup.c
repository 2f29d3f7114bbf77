/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives all rows the values that they have in a backup copy. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/ris3-atlas.h"
#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-schema-private.h"

/* Persons that belong to what is gone now; they are in the copy that was made before this. */
static const char remove_orphans[] = "DELETE FROM contact WHERE organisation_id NOT IN (SELECT id FROM organisation);"
                                     "DELETE FROM request_contact WHERE request_id NOT IN (SELECT id FROM request)"
                                     " OR contact_id NOT IN (SELECT id FROM contact);"
                                     "DELETE FROM comment_contact WHERE comment_id NOT IN (SELECT id FROM comment)"
                                     " OR contact_id NOT IN (SELECT id FROM contact);";

static gboolean
is_key (const Ris3KnownTable *table, guint column)
{
  for (guint i = 0; i < table->keys->len; i++)
    if (g_array_index (table->keys, guint, i) == column)
      return TRUE;
  return FALSE;
}

/* The columns of a table, each with a parameter of its own number: "a, b", or as a condition. only_key: those of the
 * key
 */
static char *
list_columns (const Ris3KnownTable *table, gboolean as_condition, gboolean only_key)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);

      if (only_key && !is_key (table, i))
        continue;
      if (text->len > 0)
        g_string_append (text, as_condition ? " AND " : ", ");
      g_string_append_printf (text, "\"%s\"", column);
      if (as_condition)
        g_string_append_printf (text, " %s ?%u", is_key (table, i) ? "=" : "IS", i + 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* begin: what is done with the rows for which the condition holds */
static sqlite3_stmt *
prepare_where (Ris3Connection *connection, const char *begin, const char *table, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s FROM \"%s\" WHERE %s", begin, table, condition);

  return ris3_connection_prepare (connection, sql, error);
}

/* Whether there is a row for a query whose parameters have the numbers of the columns. */
static gboolean
find_row (Ris3Connection *connection, sqlite3_stmt *query, sqlite3_stmt *row, gboolean *found, GError **error)
{
  int n_parameters = sqlite3_bind_parameter_count (query);

  for (int i = 0; i < n_parameters; i++)
    sqlite3_bind_value (query, i + 1, sqlite3_column_value (row, i));
  if (!ris3_connection_step (connection, query, found, error))
    return FALSE;
  sqlite3_reset (query);
  return TRUE;
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

/* First, what is not the same in the copy goes; so nothing is in the way of what then comes. What is the same, most of
 * it as a rule, is only looked at. */
static gboolean
remove_different (Ris3Connection *to, Ris3Connection *from, const Ris3KnownTable *table, GError **error)
{
  g_autofree char *columns = list_columns (table, FALSE, FALSE);
  g_autofree char *whole = list_columns (table, TRUE, FALSE);
  g_autofree char *key = list_columns (table, TRUE, TRUE);
  g_autofree char *select = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, table->name);
  g_autoptr (sqlite3_stmt) rows = ris3_connection_prepare (to, select, error);
  g_autoptr (sqlite3_stmt) query = prepare_where (from, "SELECT 1", table->name, whole, error);
  g_autoptr (sqlite3_stmt) removal = prepare_where (to, "DELETE", table->name, key, error);
  g_autoptr (GPtrArray) different = g_ptr_array_new_with_free_func (free_value); /* as many a row as keys */
  gboolean has_row = TRUE;

  if (rows == NULL || query == NULL || removal == NULL)
    return FALSE;
  while (has_row)
    {
      gboolean found = TRUE;

      if (!ris3_connection_step (to, rows, &has_row, error)
          || (has_row && !find_row (from, query, rows, &found, error)))
        return FALSE;
      for (guint i = 0; !found && i < table->keys->len; i++)
        g_ptr_array_add (different,
                         sqlite3_value_dup (sqlite3_column_value (rows, (int) g_array_index (table->keys, guint, i))));
    }
  for (guint i = 0; i < different->len; i += table->keys->len)
    {
      for (guint k = 0; k < table->keys->len; k++)
        sqlite3_bind_value (removal, (int) g_array_index (table->keys, guint, k) + 1,
                            g_ptr_array_index (different, i + k));
      if (!ris3_connection_run (to, removal, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_missing (Ris3Connection *to, Ris3Connection *from, const Ris3KnownTable *table, GError **error)
{
  g_autofree char *columns = list_columns (table, FALSE, FALSE);
  g_autofree char *key = list_columns (table, TRUE, TRUE);
  g_autofree char *select = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, table->name);
  g_autoptr (GString) insert = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) rows = ris3_connection_prepare (from, select, error);
  g_autoptr (sqlite3_stmt) query = prepare_where (to, "SELECT 1", table->name, key, error);
  g_autoptr (sqlite3_stmt) addition = NULL;
  gboolean has_row = TRUE;

  g_string_append_printf (insert, "INSERT INTO \"%s\" (%s) VALUES (", table->name, columns);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append (insert, i > 0 ? ", ?" : "?");
  g_string_append_c (insert, ')');
  addition = ris3_connection_prepare (to, insert->str, error);
  if (rows == NULL || query == NULL || addition == NULL)
    return FALSE;
  while (has_row)
    {
      gboolean found = TRUE;

      if (!ris3_connection_step (from, rows, &has_row, error)
          || (has_row && !find_row (to, query, rows, &found, error)))
        return FALSE;
      for (int i = 0; !found && i < (int) table->columns->len; i++)
        sqlite3_bind_value (addition, i + 1, sqlite3_column_value (rows, i));
      if (!found && !ris3_connection_run (to, addition, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_over (Ris3Connection *to, Ris3Connection *from, GError **error)
{
  g_autoptr (Ris3References) references = ris3_references_read (to, error);
  const Ris3Reference *broken = NULL;
  g_autofree char *key = NULL;

  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->tables->len; i++)
    {
      const Ris3KnownTable *table = g_ptr_array_index (references->tables, i);

      if (ris3_change_log_is_recorded (table->name)
          && (!remove_different (to, from, table, error) || !add_missing (to, from, table, error)))
        return FALSE;
    }
  if (!ris3_connection_execute (to, remove_orphans, error)
      || !ris3_references_check_all (to, references, NULL, &broken, &key, error))
    return FALSE;
  return broken == NULL
         || ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, NULL,
                                 _ ("The backup copy does not fit this atlas any more. Save a copy of it under another "
                                    "name, and open that."));
}

static gboolean
check (Ris3Connection *from, guint *version, GError **error)
{
  return ris3_schema_read_version (from, version, error) && ris3_schema_check (from, *version, error);
}

/* One of an older version is brought to the present one, in a copy of its own. */
static gboolean
migrate (const char *backup_path, const char *folder, char **path, GError **error)
{
  g_autoptr (Ris3Atlas) atlas = NULL;

  *path = g_build_filename (folder, "backup" RIS3_ATLAS_SUFFIX, NULL);
  if (!ris3_atlas_copy_new (backup_path, *path, error))
    return FALSE;
  atlas = ris3_atlas_open_overview (*path, NULL, error);
  return atlas != NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
take_over_file (Ris3Connection *connection, const char *path, GError **error)
{
  g_autoptr (Ris3Connection) from = ris3_connection_open (path, RIS3_CONNECTION_READ_ONLY, NULL, error);
  guint version;

  return from != NULL && check (from, &version, error) && take_over (connection, from, error);
}

gboolean
ris3_edit_restore_backup (Ris3Connection *connection, const char *backup_path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  guint version;
  gboolean ok;

  if (!ris3_schema_probe (backup_path, &version, error))
    return FALSE;
  if (version == RIS3_ATLAS_SCHEMA_VERSION)
    return take_over_file (connection, backup_path, error);
  folder = g_dir_make_tmp ("ris3-atlas-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  ok = migrate (backup_path, folder, &path, error) && take_over_file (connection, path, error);
  remove_folder (folder);
  return ok;
}
