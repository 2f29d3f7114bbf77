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

/* The session sees each row go and come back; where it is the same, it records nothing. */
static gboolean
replace_rows (Ris3Connection *to, Ris3Connection *from, const Ris3KnownTable *table, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autofree char *delete = g_strdup_printf ("DELETE FROM \"%s\"", table->name);
  g_autofree char *select = NULL;
  g_autofree char *insert = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autoptr (sqlite3_stmt) writing = NULL;
  gboolean has_row = TRUE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", (char *) g_ptr_array_index (table->columns, i));
      g_string_append (parameters, i > 0 ? ", ?" : "?");
    }
  select = g_strdup_printf ("SELECT %s FROM \"%s\"", columns->str, table->name);
  insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table->name, columns->str, parameters->str);
  rows = ris3_connection_prepare (from, select, error);
  writing = rows != NULL ? ris3_connection_prepare (to, insert, error) : NULL;
  if (writing == NULL || !ris3_connection_execute (to, delete, error))
    return FALSE;
  while (has_row)
    {
      if (!ris3_connection_step (from, rows, &has_row, error))
        return FALSE;
      for (int i = 0; has_row && i < (int) table->columns->len; i++)
        sqlite3_bind_value (writing, i + 1, sqlite3_column_value (rows, i));
      if (has_row && !ris3_connection_run (to, writing, error))
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

      if (ris3_change_log_is_recorded (table->name) && !replace_rows (to, from, table, error))
        return FALSE;
    }
  if (!ris3_connection_execute (to, remove_orphans, error)
      || !ris3_references_check_all (to, references, &broken, &key, error))
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
