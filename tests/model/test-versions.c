/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files of older versions, each as that program made it from a part of the default atlas, with rows in every table:
 * they open, and nothing is lost. That of version 2 was one of version 1, with an import and an edit since.
 */

#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"
#include "model/ris3-editor.h"
#include "model/ris3-migration-private.h"
#include "test-files.h"

/* A table, and the columns that say something else in the present version. */
typedef struct
{
  const char *name;
  const char *except;
} OldTable;

typedef struct
{
  gint64 version;
  OldTable tables[30];
  guint n_renewed; /* strategies of which the default atlas says something else by now */
  guint n_own;     /* priorities that it does not have */
} Old;

/* FRL0-2014 has got an address since then; in version 2, its year is another one too. */
static const Old old_1 = { 1,
                           { { "meta", "" },
                             { "region", "" },
                             { "strategy", "" },
                             { "priority", "" },
                             { "codebook", "" },
                             { "priority_theme", "" },
                             { "activity_theme", "" },
                             { "activity", "" },
                             { "participation", "" },
                             { "organisation", "" },
                             { "contact", "" },
                             { "assessment", "" },
                             { "note", "" },
                             { "comment", "decision_reason" },
                             { "comment_event", "reason" },
                             { "saved_view", "recipe" },
                             { "change_log", "operation inverse undone" } },
                           1,
                           0 };
static const Old old_2 = { 2,
                           { { "meta", "" },
                             { "region", "" },
                             { "strategy", "" },
                             { "priority", "" },
                             { "codebook", "" },
                             { "priority_theme", "" },
                             { "activity_theme", "" },
                             { "activity", "" },
                             { "participation", "" },
                             { "organisation", "" },
                             { "contact", "" },
                             { "assessment", "" },
                             { "note", "" },
                             { "comment", "" },
                             { "comment_event", "" },
                             { "comment_contact", "" },
                             { "consultation_round", "" },
                             { "request", "" },
                             { "request_contact", "" },
                             { "reminder", "" },
                             { "attachment", "" },
                             { "attachment_data", "" },
                             { "saved_view", "" },
                             { "change_log", "schema_version" },
                             { "change_part", "" },
                             { "change_row", "" } },
                           1,
                           40 };

static char *
copy_old (TestFiles *files, const Old *old, const char *name)
{
  g_autofree char *file = g_strdup_printf ("version-%" G_GINT64_FORMAT ".ris3atlas", old->version);
  const char *path = g_test_get_filename (G_TEST_DIST, "model", "data", file, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return test_files_write (files, name, contents, length);
}

static char *
query_text (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  char *text;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return text;
}

static void
assert_text (const char *path, const char *sql, const char *expected)
{
  g_autofree char *text = query_text (path, sql);

  if (g_strcmp0 (text, expected) != 0)
    g_error ("%s: “%s”, not “%s”", sql, text, expected);
}

/* How many rows of a table are in one file and not in the other, by the columns that both have, but some. */
static gint64
count_lost (const char *from, const char *to, const char *table, const char *except)
{
  g_autofree char *list = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')"
                                           " WHERE instr (' %s ', ' ' || name || ' ') = 0",
                                           table, except);
  g_autofree char *columns = query_text (from, list);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (SELECT %s FROM source.%s EXCEPT SELECT %s FROM %s)",
                                          columns, table, columns, table);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS source", from);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open (to, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return n;
}

static void
assert_nothing_lost (const Old *version, const char *old, const char *new)
{
  for (const OldTable *table = version->tables; table->name != NULL; table++)
    {
      g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM %s", table->name);

      g_assert_cmpint (test_files_query (old, count), >, 0);
      g_assert_cmpint (test_files_query (old, count), ==, test_files_query (new, count));
      g_assert_cmpint (count_lost (old, new, table->name, table->except), ==, 0);
    }
}

static void
test_opens (TestFiles *files, gconstpointer data)
{
  static const char schema[] = "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema"
                               " WHERE sql IS NOT NULL ORDER BY type, name)";
  const Old *old = data;
  g_autofree char *path = copy_old (files, old, "old.ris3atlas");
  g_autofree char *backup_name = g_strdup_printf ("old (version %" G_GINT64_FORMAT ").ris3atlas", old->version);
  g_autofree char *backup = test_files_path (files, backup_name);
  g_autofree char *fresh = test_files_path (files, "fresh.ris3atlas");
  g_autofree char *expected = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), ==, 6);
  g_clear_object (&atlas);
  g_assert_cmpint (test_files_query (backup, "PRAGMA user_version"), ==, old->version);
  g_assert_cmpint (test_files_query (path, "PRAGMA user_version"), ==, RIS3_ATLAS_SCHEMA_VERSION);
  g_assert_cmpint (test_files_query (path, "PRAGMA application_id"), ==, RIS3_ATLAS_APPLICATION_ID);
  assert_nothing_lost (old, backup, path);

  /* Exactly what a new file has. */
  atlas = ris3_atlas_create (fresh, &error);
  g_assert_no_error (error);
  expected = query_text (fresh, schema);
  assert_text (path, schema, expected);
  /* And the rows of what the builder makes from the tables now. */
  g_assert_cmpint (count_lost (path, test_default_atlas (), "strategy", ""), ==, old->n_renewed);
  g_assert_cmpint (count_lost (path, test_default_atlas (), "strategy", "document_url remark year"), ==, 0);
  g_assert_cmpint (count_lost (path, test_default_atlas (), "priority", ""), ==, old->n_own);
  g_assert_cmpint (count_lost (path, test_default_atlas (), "participation", ""), ==, 0);

  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  /* Once is enough. */
  g_clear_object (&atlas);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_files_count (files), ==, 3);
}

static void
test_meaning (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = copy_old (files, data, "old.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, NULL);

  g_assert_nonnull (atlas);
  assert_text (path, "SELECT target || ' ' || target_name FROM comment WHERE key = 'letter-1'", "priority 3.1.5");
  assert_text (path,
               "SELECT target || ' ' || (target_name = (SELECT title FROM strategy WHERE id = strategy_id)) FROM"
               " comment WHERE key = 'letter-2'",
               "strategy 1");
  assert_text (path, "SELECT target || ' ' || target_name FROM comment WHERE key = 'saphire-survey-AT21'",
               "region Kärnten");
  assert_text (path, "SELECT state || ': ' || decision_reason FROM comment WHERE key = 'saphire-survey-DED'",
               "accepted: No reason was recorded.");
  assert_text (path, "SELECT reason FROM comment_event WHERE id = 202", "The document says so.");
  assert_text (path, "SELECT reason FROM comment_event WHERE id = 203", "done");
  assert_text (path, "SELECT group_concat (view, '|') FROM saved_view",
               "indicator=health period=2014-2020 nuts=2016||{not json}");
  assert_text (path, "SELECT kind || ' ' || title || ' ' || schema_version FROM change_log WHERE id = 1",
               "version-1 {\"name\":\"Mark\"} 1");
  assert_text (path, "SELECT typeof (position) FROM priority", "real");
  /* Ids go on where they were. */
  test_files_sql (path, "INSERT INTO note (text, longitude, latitude, created_at, changed_at) VALUES ('x', 1, 1,"
                        " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')");
  assert_text (path, "SELECT max (id) FROM note", "8");
}

static void
undo (Ris3Editor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (editor, 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
}

/* What was done in version 2 can still be undone, also an import whose rows are recorded as a range. */
static void
test_undo (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = copy_old (files, data, "old.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, NULL);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (atlas);
  g_clear_object (&atlas);
  assert_text (path, "SELECT table_name || ' ' || row_key FROM change_row WHERE table_name GLOB 'priority[[]]'",
               "priority[] 508 547/40");
  editor = ris3_editor_open (path, "Analyst", &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM priority"), ==, 61);
  undo (editor);
  assert_text (path, "SELECT year FROM strategy WHERE id = 'FRL0-2014'", "2014");
  undo (editor);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM priority"), ==, 21);
}

/* A file that is not a proper one of its version is not changed, and no copy is left beside it. */
static void
test_damaged (TestFiles *files, gconstpointer data)
{
  static const char *const damages[] = {
    "DROP TABLE note",
    "CREATE TABLE old_note (a)",
    "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM comment; END",
    "DELETE FROM region WHERE code = 'FRL0'",
    "PRAGMA ignore_check_constraints = 1; UPDATE strategy SET pm_mark = 7",
    "ALTER TABLE note ADD COLUMN more TEXT",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = copy_old (files, data, "old.ris3atlas");
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      test_files_sql (path, damages[i]);
      before = test_files_digest (path);
      g_assert_null (ris3_atlas_open (path, NULL, &error));
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
      after = test_files_digest (path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (test_files_count (files), ==, 1);
    }
}

static void
test_read_only (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = copy_old (files, data, "old.ris3atlas");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_null (ris3_atlas_open (path, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE);
  g_assert_nonnull (strstr (error->message, "read-only"));
  g_clear_error (&error);
  g_assert_cmpuint (test_files_count (files), ==, 1);

  /* Checking it writes nothing. */
  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (test_files_query (path, "PRAGMA user_version"), ==, ((const Old *) data)->version);
}

/* Another program migrates it after the version was read and before the lock. */
static void
test_overtaken (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = copy_old (files, data, "old.ris3atlas");
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (atlas);
  g_assert_true (
      ris3_migration_run (&ris3_migration_to_present, connection, path, (guint) ((const Old *) data)->version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy"), ==, 6);
}

static void
test_killed (TestFiles *files, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  /* Its share of all kills (test-edit-kill.c). */
  const char *n_all = g_getenv ("RIS3_TEST_KILLS");
  guint n_rounds = n_all != NULL ? (guint) g_ascii_strtoull (n_all, NULL, 10) * 12 / 100 : 40;
  guint n_unfinished = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autofree char *path = copy_old (files, data, "old.ris3atlas");
      g_autofree char *reference = copy_old (files, data, "reference.ris3atlas");
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autoptr (GError) error = NULL;
      pid_t child = fork ();

      if (child == 0)
        {
          atlas = ris3_atlas_open (path, NULL, NULL);
          _exit (0);
        }
      g_usleep ((gulong) g_rand_int_range (random, 0, 40000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      atlas = ris3_atlas_open (path, NULL, &error);
      g_assert_no_error (error);
      assert_nothing_lost (data, reference, path);
      n_unfinished += test_files_count (files) > 3;
      test_files_tear_down (files, NULL);
      test_files_set_up (files, NULL);
    }
  g_test_message ("%u of %u were killed in the middle", n_unfinished, n_rounds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD_DATA ("/version-1/opens", &old_1, test_opens);
  TEST_ADD_DATA ("/version-1/meaning", &old_1, test_meaning);
  TEST_ADD_DATA ("/version-1/damaged", &old_1, test_damaged);
  TEST_ADD_DATA ("/version-1/read-only", &old_1, test_read_only);
  TEST_ADD_DATA ("/version-1/overtaken", &old_1, test_overtaken);
  TEST_ADD_DATA ("/version-1/killed", &old_1, test_killed);
  TEST_ADD_DATA ("/version-2/opens", &old_2, test_opens);
  TEST_ADD_DATA ("/version-2/undo", &old_2, test_undo);
  TEST_ADD_DATA ("/version-2/damaged", &old_2, test_damaged);
  TEST_ADD_DATA ("/version-2/read-only", &old_2, test_read_only);
  TEST_ADD_DATA ("/version-2/overtaken", &old_2, test_overtaken);
  TEST_ADD_DATA ("/version-2/killed", &old_2, test_killed);
  return g_test_run ();
}
