/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How an older file is migrated, with steps that only this test has. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-migration-private.h"
#include "test-files.h"

static gboolean
add_colour (Ris3Connection *connection, GError **error)
{
  return ris3_connection_execute (connection, "ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'",
                                  error);
}

/* Rebuilds a table that another one refers to. */
static gboolean
rebuild (Ris3Connection *connection, GError **error)
{
  return ris3_connection_execute (connection,
                                  "CREATE TABLE thing_new (id INTEGER PRIMARY KEY, name TEXT, colour TEXT);"
                                  "INSERT INTO thing_new SELECT id, upper (name), colour FROM thing;"
                                  "DROP TABLE thing; ALTER TABLE thing_new RENAME TO thing",
                                  error);
}

static gboolean
break_half_way (Ris3Connection *connection, GError **error)
{
  return ris3_connection_execute (connection, "DELETE FROM thing", error)
         && ris3_connection_execute (connection, "INSERT INTO no_such_table VALUES (1)", error);
}

static gboolean
accept (Ris3Connection *connection, guint version, GError **error)
{
  return TRUE;
}

static gboolean
refuse (Ris3Connection *connection, guint version, GError **error)
{
  g_set_error_literal (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED, "not what it should be.");
  return FALSE;
}

static const Ris3MigrationStep good_steps[] = { { 1, add_colour }, { 2, rebuild } };
static const Ris3MigrationStep bad_steps[] = { { 1, add_colour }, { 2, break_half_way } };

static char *
make_old (TestFiles *files)
{
  char *path = test_files_path (files, "old.ris3atlas");

  test_files_sql (path, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);"
                        "CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER REFERENCES thing (id));"
                        "INSERT INTO thing VALUES (1, 'a'), (2, 'b'); INSERT INTO part VALUES (1, 1);"
                        "PRAGMA user_version = 1");
  return path;
}

static gboolean
migrate (const Ris3Migration *migration, const char *path, GError **error)
{
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, error);

  g_assert_nonnull (connection);
  return ris3_migration_run (migration, connection, path, 1, error);
}

static void
test_steps (TestFiles *files, gconstpointer data)
{
  const Ris3Migration migration = { good_steps, G_N_ELEMENTS (good_steps), 3, accept };
  g_autofree char *path = make_old (files);
  g_autofree char *backup = test_files_path (files, "old (version 1).ris3atlas");
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (&migration, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM thing WHERE name IN ('A', 'B') AND colour = 'grey'"),
                   ==, 2);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM part JOIN thing ON thing.id = thing_id"), ==, 1);
  g_assert_cmpint (test_files_query (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (test_files_query (backup, "SELECT count(*) FROM thing WHERE name = 'a'"), ==, 1);
}

static void
assert_fails_unchanged (TestFiles *files, const Ris3Migration *migration)
{
  g_autofree char *path = make_old (files);
  g_autofree char *backup = test_files_path (files, "old (version 1).ris3atlas");
  g_autofree char *before = test_files_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (migrate (migration, path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (test_files_query (backup, "SELECT count(*) FROM thing"), ==, 2);
  g_assert_cmpuint (test_files_count (files), ==, 2);
}

static void
test_failing_step (TestFiles *files, gconstpointer data)
{
  assert_fails_unchanged (files, &(const Ris3Migration){ bad_steps, G_N_ELEMENTS (bad_steps), 3, accept });
}

static void
test_failing_check (TestFiles *files, gconstpointer data)
{
  assert_fails_unchanged (files, &(const Ris3Migration){ good_steps, G_N_ELEMENTS (good_steps), 3, refuse });
}

static void
test_missing_step (TestFiles *files, gconstpointer data)
{
  assert_fails_unchanged (files, &(const Ris3Migration){ good_steps, 1, 3, accept });
}

/* A backup that already exists belongs to something else, and stays. */
static void
test_second_backup (TestFiles *files, gconstpointer data)
{
  const Ris3Migration migration = { good_steps, G_N_ELEMENTS (good_steps), 3, accept };
  g_autofree char *first = test_files_write (files, "old (version 1).ris3atlas", "mine", 4);
  g_autofree char *second = test_files_path (files, "old (version 1, 2).ris3atlas");
  g_autofree char *path = make_old (files);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (&migration, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (first, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_cmpint (test_files_query (second, "PRAGMA user_version"), ==, 1);
}

static void
test_present (TestFiles *files, gconstpointer data)
{
  /* A step for each older version, in order. */
  g_assert_cmpuint (ris3_migration_to_present.target, ==, RIS3_ATLAS_SCHEMA_VERSION);
  g_assert_cmpuint (ris3_migration_to_present.n_steps, ==, RIS3_ATLAS_SCHEMA_VERSION - 1);
  for (guint i = 0; i < ris3_migration_to_present.n_steps; i++)
    g_assert_cmpuint (ris3_migration_to_present.steps[i].from, ==, i + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/migration/steps", test_steps);
  TEST_ADD ("/migration/failing-step", test_failing_step);
  TEST_ADD ("/migration/failing-check", test_failing_check);
  TEST_ADD ("/migration/missing-step", test_missing_step);
  TEST_ADD ("/migration/second-backup", test_second_backup);
  TEST_ADD ("/migration/present", test_present);
  return g_test_run ();
}
