/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What undo and history will be based on: SQLite's session extension sees every row of the tables that are
 * recorded, and the inverse of what it saw reverts all of it.
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-connection-private.h"
#include "test-files.h"

/* As schema.sql says. */
static const char *const unrecorded[] = { "contact",    "request_contact", "comment_contact", "attachment_data",
                                          "change_log", "change_part",     "change_row",      NULL };

static GPtrArray *
list_tables (sqlite3 *handle)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (handle,
                      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  g_assert_cmpuint (tables->len, >, 20);
  return tables;
}

/* All rows of all tables. */
static char *
dump (sqlite3 *handle)
{
  g_autoptr (GPtrArray) tables = list_tables (handle);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", (char *) g_ptr_array_index (tables, i));
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          g_string_append_printf (text, "%s", (char *) g_ptr_array_index (tables, i));
          for (int j = 0; j < sqlite3_column_count (statement); j++)
            g_string_append_printf (text, "|%s", (const char *) sqlite3_column_text (statement, j));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (statement);
    }
  return g_string_free (text, FALSE);
}

/* Every row has a key by which a session can name it. */
static void
test_keys (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Connection) connection
      = ris3_connection_open (test_default_atlas (), RIS3_CONNECTION_READ_ONLY, NULL, NULL);
  sqlite3 *handle = ris3_connection_get_handle (connection);
  g_autoptr (GPtrArray) tables = list_tables (handle);

  g_assert_true (sqlite3_compileoption_used ("ENABLE_SESSION"));
  g_assert_true (sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK"));
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT count(*), min (\"notnull\") FROM pragma_table_info ('%s') WHERE pk > 0",
                             (char *) g_ptr_array_index (tables, i));
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      if (sqlite3_column_int (statement, 0) < 1 || sqlite3_column_int (statement, 1) != 1)
        g_error ("%s has no key, or one that may be NULL", (char *) g_ptr_array_index (tables, i));
      sqlite3_finalize (statement);
    }
}

/* Rows that depend on another one are deleted or changed with it, before their own turn; nothing else may differ. */
static int
on_conflict (void *user_data, int conflict, sqlite3_changeset_iter *change)
{
  int *n_conflicts = user_data;

  if (conflict == SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_OMIT;
  if (conflict == SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_REPLACE;
  (*n_conflicts)++;
  return SQLITE_CHANGESET_ABORT;
}

typedef struct
{
  int size;
  void *bytes;
} Changeset;

static void
execute (sqlite3 *handle, const char *sql)
{
  g_autofree char *message = NULL;
  char *problem = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &problem) != SQLITE_OK)
    g_error ("%s: %s", sql, problem);
}

static Changeset
record (sqlite3 *handle, const char *sql)
{
  g_autoptr (GPtrArray) tables = list_tables (handle);
  sqlite3_session *session = NULL;
  Changeset changeset = { 0 };

  g_assert_cmpint (sqlite3session_create (handle, "main", &session), ==, SQLITE_OK);
  for (guint i = 0; i < tables->len; i++)
    if (!g_strv_contains (unrecorded, g_ptr_array_index (tables, i)))
      g_assert_cmpint (sqlite3session_attach (session, g_ptr_array_index (tables, i)), ==, SQLITE_OK);
  execute (handle, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &changeset.size, &changeset.bytes), ==, SQLITE_OK);
  sqlite3session_delete (session);
  return changeset;
}

static void
apply (sqlite3 *handle, Changeset changeset)
{
  int n_conflicts = 0;
  int code = sqlite3changeset_apply (handle, changeset.size, changeset.bytes, NULL, on_conflict, &n_conflicts);

  g_assert_cmpint (n_conflicts, ==, 0);
  g_assert_cmpint (code, ==, SQLITE_OK);
}

static void
take_back (sqlite3 *handle, Changeset changeset)
{
  Changeset inverse = { 0 };

  g_assert_cmpint (sqlite3changeset_invert (changeset.size, changeset.bytes, &inverse.size, &inverse.bytes), ==,
                   SQLITE_OK);
  apply (handle, inverse);
  sqlite3_free (inverse.bytes);
}

/* A row in every table; ids are given, so that they are known below. */
static const char everything[]
    = "INSERT INTO meta VALUES ('remark', 'x');"
      "INSERT INTO region VALUES (2016, 'XX', 0, NULL, 'XX', 'Nowhere', 'Nowhere', '');"
      "INSERT INTO strategy (id, nuts_version, region_code, region_name, title, period, language, analysis_state,"
      " pm_disputed, source_kind, source_title, source_url, document_url, remark)"
      " VALUES ('XX-2021', 2016, 'XX', 'Nowhere', 'A strategy', '2021-2027', '', 'pending', 0, 'news', '', '', '', '');"
      "INSERT INTO priority VALUES (9001, 'XX-2021', NULL, 1, '1', '', 'Area', NULL, '', '', '', 0, 0),"
      " (9002, 'XX-2021', 9001, 2, '1.1', '', 'Child', NULL, '', '', '', 0, 0);"
      "INSERT INTO codebook VALUES ('x', '1', 'a', NULL, 1, 'A');"
      "INSERT INTO priority_theme VALUES (9002, 'x', '1', 'a', 1);"
      "INSERT INTO participation VALUES (9001, 'P', 'member', 'XX', NULL, NULL, 'Nowhere', '');"
      "INSERT INTO organisation VALUES (9001, 'Authority', 'regional authority', 2016, 'XX');"
      "INSERT INTO activity VALUES (9001, 2016, 'XX', 'project', 'A', 9001, '', NULL, NULL, '', '');"
      "INSERT INTO activity_theme VALUES (9001, 'x', '1', 'a');"
      "INSERT INTO assessment VALUES (9001, 2016, 'XX', 'Commission', 1, '');"
      "INSERT INTO consultation_round VALUES (9001, 'Spring', '', '2026-01-01', '', '', '');"
      "INSERT INTO request VALUES (9001, 9001, 9001, 2016, 'XX', 'e-mail', '2026-01-02', '', '', '');"
      "INSERT INTO reminder VALUES (9001, 9001, '2026-02-01', 'e-mail');"
      "INSERT INTO comment VALUES (9001, 'k', NULL, 9001, 9001, 2016, 'XX', 'priority', '1.1', 'XX-2021', 9002, '', '',"
      " '', 'regional authority', 'e-mail', '2026-02-02', 'en', 'x', '', '', 'received', '', '');"
      "INSERT INTO comment_event VALUES (9001, 9001, '2026-02-02T10:00:00Z', 'A', 'clerk', NULL, 'received', '', NULL);"
      "INSERT INTO attachment VALUES (9001, 9001, NULL, 'a.pdf', 'application/pdf', 1,"
      " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'file:a.pdf', '2026-02-02T10:00:00Z');"
      "INSERT INTO note (id, priority_id, text, created_at, changed_at) VALUES (9001, 9002, 'x', "
      "'2026-02-02T10:00:00Z',"
      " '2026-02-02T10:00:00Z');"
      "INSERT INTO saved_view VALUES (9001, 'V', 'indicator=health', '2026-02-02T10:00:00Z');"
      "INSERT INTO joined_column VALUES (9001, 'C', 'number', '', 2021, 2016, '', '', '');"
      "INSERT INTO joined_value VALUES (9001, 2016, 'FRL0', 1.5, NULL);";

static void
test_every_table (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  sqlite3 *handle = ris3_connection_get_handle (connection);
  g_autoptr (GPtrArray) tables = list_tables (handle);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = dump (handle);
  g_autofree char *after = NULL;
  Changeset changeset = record (handle, everything);
  sqlite3_changeset_iter *iter = NULL;

  g_assert_cmpint (sqlite3changeset_start (&iter, changeset.size, changeset.bytes), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      int operation;
      int indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      g_hash_table_add (seen, g_strdup (table));
    }
  sqlite3changeset_finalize (iter);
  for (guint i = 0; i < tables->len; i++)
    if (!g_strv_contains (unrecorded, g_ptr_array_index (tables, i))
        && !g_hash_table_contains (seen, g_ptr_array_index (tables, i)))
      g_error ("%s was not recorded", (char *) g_ptr_array_index (tables, i));

  take_back (handle, changeset);
  after = dump (handle);
  g_assert_cmpstr (before, ==, after);
  sqlite3_free (changeset.bytes);
}

/* What people will do, and cannot be written down as an update of one row. */
static void
test_edits (TestFiles *files, gconstpointer data)
{
  static const char *const edits[] = {
    /* two trade places */
    "UPDATE priority SET position = 3 - position WHERE strategy_id = 'FRL0-2014' AND position IN (1, 2)",
    /* child and parent trade places */
    "BEGIN; UPDATE priority SET parent_id = NULL WHERE id = 9002; UPDATE priority SET parent_id = 9002 WHERE id = 9001;"
    "COMMIT",
    /* rows that depend on a strategy are deleted with it; a comment stays */
    "DELETE FROM strategy WHERE id = 'XX-2021'",
    "BEGIN; PRAGMA defer_foreign_keys = ON; DELETE FROM priority WHERE strategy_id = 'FRL0-2014'; COMMIT",
    "UPDATE priority SET strategy_id = 'AT-2014' WHERE strategy_id = 'XX-2021'",
    "DELETE FROM consultation_round WHERE id = 9001",
    "DELETE FROM activity",
    "UPDATE comment SET state = 'noted'; INSERT INTO comment_event (comment_id, at, actor, actor_role, from_state,"
    " to_state, reason) SELECT id, '2026-03-01T10:00:00Z', 'A', 'clerk', 'received', 'noted', '' FROM comment",
  };
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  sqlite3 *handle = ris3_connection_get_handle (connection);

  execute (handle, everything);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *before = dump (handle);
      g_autofree char *between = NULL;
      Changeset changeset;

      g_test_message ("%s", edits[i]);
      changeset = record (handle, edits[i]);

      between = dump (handle);
      g_assert_cmpstr (before, !=, between);
      for (guint round = 0; round < 2; round++)
        {
          g_autofree char *undone = NULL;
          g_autofree char *redone = NULL;

          take_back (handle, changeset);
          undone = dump (handle);
          if (!g_str_equal (before, undone))
            g_error ("This was not taken back: %s", edits[i]);
          apply (handle, changeset);
          redone = dump (handle);
          if (!g_str_equal (between, redone))
            g_error ("This was not done again: %s", edits[i]);
        }
      take_back (handle, changeset);
      sqlite3_free (changeset.bytes);
    }

  /* A comment whose target is gone says what it was. */
  execute (handle, "DELETE FROM strategy WHERE id = 'XX-2021'");
  g_assert_cmpint (test_files_query (path, "SELECT target = 'priority' AND target_name = '1.1' AND priority_id IS NULL"
                                           " AND strategy_id IS NULL FROM comment WHERE id = 9001"),
                   ==, 1);
}

/* Persons leave no trace in what is recorded. */
static void
test_persons (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  sqlite3 *handle = ris3_connection_get_handle (connection);
  Changeset changeset;

  execute (handle, everything);
  changeset = record (handle, "INSERT INTO contact VALUES (1, 9001, 'Unit', 'Jane Example', 'head', 'jane@example.org',"
                              " '', 'en', ''); INSERT INTO request_contact VALUES (9001, 1);"
                              "INSERT INTO comment_contact VALUES (9001, 1); DELETE FROM contact");
  g_assert_cmpint (changeset.size, ==, 0);
  sqlite3_free (changeset.bytes);
  g_assert_cmpint (test_files_query (path, "SELECT (SELECT count(*) FROM request_contact)"
                                           " + (SELECT count(*) FROM comment_contact)"),
                   ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM comment WHERE id = 9001"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/session/keys", test_keys);
  TEST_ADD ("/session/every-table", test_every_table);
  TEST_ADD ("/session/edits", test_edits);
  TEST_ADD ("/session/persons", test_persons);
  return g_test_run ();
}
