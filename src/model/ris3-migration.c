/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-migration-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"
#include "model/ris3-damage-private.h"

/* Gives a table of the old schema another name. */
static gboolean
set_aside (Ris3Connection *connection, const char *type, const char *name, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE \"%s\" RENAME TO \"old_%s\"", name, name);

  return ris3_connection_execute (connection, sql, error);
}

/* Runs func for each object of a type whose name begins so. The names are those of schema-N.sql. */
static gboolean
for_each_object (Ris3Connection *connection,
                 const char *type,
                 const char *prefix,
                 gboolean (*func) (Ris3Connection *, const char *, const char *, GError **),
                 GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection,
                                 "SELECT name FROM sqlite_schema WHERE type = ? AND substr (name, 1, length (?2)) = ?2"
                                 " AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                                 error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ss", type, prefix);
  while (has_row)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (names, ris3_statement_get_text (statement, 0));
    }
  for (guint i = 0; i < names->len; i++)
    if (!func (connection, type, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
drop (Ris3Connection *connection, const char *type, const char *name, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP %s \"%s\"", type, name);

  return ris3_connection_execute (connection, sql, error);
}

/* Every table is made again, so that the schema is exactly that of the next version, and
 * migration/N-to-M.sql moves the rows. */
static gboolean
rebuild (Ris3Connection *connection, guint from, GError **error)
{
  g_autofree char *moves = g_strdup_printf ("migration/%u-to-%u.sql", from, from + 1);

  /* Anything else in the file would run, or get in the way. */
  return ris3_schema_compare (connection, from, error) && for_each_object (connection, "trigger", "", drop, error)
         && for_each_object (connection, "index", "", drop, error)
         && for_each_object (connection, "table", "", set_aside, error)
         && ris3_schema_create (connection, from + 1, error) && ris3_schema_run_resource (connection, moves, error)
         && for_each_object (connection, "table", "old_", drop, error);
}

/* Nothing that is there changes: only what migration/N-to-M.sql creates and updates is new. */
static gboolean
extend (Ris3Connection *connection, guint from, GError **error)
{
  g_autofree char *additions = g_strdup_printf ("migration/%u-to-%u.sql", from, from + 1);

  return ris3_schema_compare (connection, from, error) && ris3_schema_run_resource (connection, additions, error);
}

static gboolean
from_1_to_2 (Ris3Connection *connection, GError **error)
{
  return rebuild (connection, 1, error);
}

static gboolean
from_2_to_3 (Ris3Connection *connection, GError **error)
{
  return extend (connection, 2, error);
}

static const Ris3MigrationStep steps[] = { { 1, from_1_to_2 }, { 2, from_2_to_3 } };

const Ris3Migration ris3_migration_to_present = {
  .steps = steps,
  .n_steps = G_N_ELEMENTS (steps),
  .target = RIS3_ATLAS_SCHEMA_VERSION,
  .check = ris3_schema_check,
};

typedef struct
{
  const Ris3Migration *migration;
  guint from_version;
} Run;

static gboolean
run_steps (Ris3Connection *connection, gpointer user_data, GError **error)
{
  const Run *run = user_data;
  guint version = run->from_version;
  gint64 present_version;

  /* Another program may have migrated it in the meantime. */
  if (!ris3_connection_query_int (connection, "PRAGMA user_version", &present_version, error))
    return FALSE;
  if (present_version == run->migration->target)
    return run->migration->check (connection, run->migration->target, error);

  for (guint i = 0; i < run->migration->n_steps; i++)
    {
      const Ris3MigrationStep *step = &run->migration->steps[i];
      g_autofree char *sql = NULL;

      if (step->from != version)
        continue;
      version++;
      sql = g_strdup_printf ("PRAGMA user_version = %u", version);
      if (!step->func (connection, error) || !ris3_connection_execute (connection, sql, error))
        return FALSE;
    }
  if (version != run->migration->target)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
                   _ ("This program cannot update version %u to version %u."), version, run->migration->target);
      return FALSE;
    }
  return run->migration->check (connection, run->migration->target, error);
}

gboolean
ris3_migration_run (const Ris3Migration *self,
                    Ris3Connection *connection,
                    const char *path,
                    guint from_version,
                    GError **error)
{
  g_autofree char *backup = ris3_backup_find_name (path, from_version);
  g_autoptr (GError) local_error = NULL;
  Run run = { self, from_version };
  gboolean ok;

  if (!ris3_atlas_file_backup (connection, backup, FALSE, &local_error))
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
                   _ ("“%s” was made by an older RIS3 Atlas and must be updated to be opened, but no backup copy could "
                      "be made: %s The file has not been changed."),
                   ris3_connection_get_name (connection), local_error->message);
      return FALSE;
    }

  /* A step may rebuild tables that others refer to, whose references are to stay as they are; the check at the
   * end finds what is left dangling. */
  ok = ris3_connection_execute (connection, "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON", &local_error)
       && ris3_connection_transaction (connection, run_steps, &run, &local_error);
  sqlite3_exec (ris3_connection_get_handle (connection), "PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF",
                NULL, NULL, NULL);
  if (ok)
    return TRUE;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    {
      g_autofree char *name = g_filename_display_basename (backup);
      g_autofree char *why = ris3_atlas_error_get_words (local_error);
      const char *details = ris3_atlas_error_get_details (local_error);

      g_set_error (
          error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
          _ ("“%s” was made by an older RIS3 Atlas and could not be updated: %s The file has not been changed, "
             "and there is a backup copy beside it, “%s”."),
          ris3_connection_get_name (connection), why, name);
      if (details != NULL && error != NULL)
        {
          g_autofree char *words = g_steal_pointer (&(*error)->message);

          (*error)->message = g_strdup_printf ("%s\n%s", words, details);
        }
    }
  return FALSE;
}
