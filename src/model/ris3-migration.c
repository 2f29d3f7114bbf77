/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-migration-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"

/* Version 1 is the first: there is no step yet. */
const Ris3Migration ris3_migration_to_present = {
  .steps = NULL,
  .n_steps = 0,
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
  return run->migration->check (connection, error);
}

/* A name beside the file that nobody has yet. (transfer full) */
static char *
find_backup_path (const char *path, guint version)
{
  g_autofree char *stem = g_str_has_suffix (path, RIS3_ATLAS_SUFFIX)
                              ? g_strndup (path, strlen (path) - strlen (RIS3_ATLAS_SUFFIX))
                              : g_strdup (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *candidate = i == 1
                                       ? g_strdup_printf ("%s (version %u)%s", stem, version, RIS3_ATLAS_SUFFIX)
                                       : g_strdup_printf ("%s (version %u, %u)%s", stem, version, i, RIS3_ATLAS_SUFFIX);
      if (!g_file_test (candidate, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&candidate);
    }
}

gboolean
ris3_migration_run (const Ris3Migration *self,
                    Ris3Connection *connection,
                    const char *path,
                    guint from_version,
                    GError **error)
{
  g_autofree char *backup = find_backup_path (path, from_version);
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

  /* A step may rebuild tables that others refer to; the check at the end finds what is left dangling. */
  ok = ris3_connection_execute (connection, "PRAGMA foreign_keys = OFF", &local_error)
       && ris3_connection_transaction (connection, run_steps, &run, &local_error);
  sqlite3_exec (ris3_connection_get_handle (connection), "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  if (ok)
    return TRUE;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
                 _ ("“%s” was made by an older RIS3 Atlas and could not be updated: %s The file has not been changed, "
                    "and there is a copy of it beside it."),
                 ris3_connection_get_name (connection), local_error->message);
  return FALSE;
}
