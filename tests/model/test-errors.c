/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is to blame: the program, the file, or another program that has it open. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"
#include "model/ris3-connection-private.h"
#include "test-files.h"

static void
assert_internal (GError **error)
{
  g_assert_error (*error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INTERNAL);
  g_assert_null (strstr ((*error)->message, "damaged"));
  g_assert_nonnull (strstr ((*error)->message, "program"));
  g_clear_error (error);
}

/* An error in our own SQL is not damage to the file. */
static void
test_own_mistakes (TestFiles *files, gconstpointer data)
{
  static const char *const mistakes[]
      = { "SELEKT 1", "SELECT colour FROM strategy", "SELECT * FROM nothing", "SELECT nothing (1)" };
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;

  connection = ris3_connection_open (test_default_atlas (), RIS3_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_assert_false (ris3_connection_execute (connection, mistakes[i], &error));
      assert_internal (&error);
      g_assert_null (ris3_connection_prepare (connection, mistakes[i], &error));
      assert_internal (&error);
    }

  statement = ris3_connection_prepare (connection, "SELECT 1", NULL);
  ris3_connection_set_error (connection, sqlite3_bind_int (statement, 7, 1), &error);
  assert_internal (&error);
  ris3_connection_set_error (connection, SQLITE_MISUSE, &error);
  assert_internal (&error);
}

static void
test_damage (TestFiles *files, gconstpointer data)
{
  static const int codes[] = { SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_MISMATCH, SQLITE_SCHEMA, SQLITE_TOOBIG };
  g_autofree char *path = test_files_copy_default (files, "format.ris3atlas");
  g_autofree char *contents = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  connection = ris3_connection_open (test_default_atlas (), RIS3_CONNECTION_READ_ONLY, NULL, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      ris3_connection_set_error (connection, codes[i], &error);
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
      g_clear_error (&error);
    }

  /* A schema format that no SQLite knows, which SQLite reports like a wrong statement. */
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[47] = 9;
  changed = test_files_write (files, "format.ris3atlas", contents, length);
  g_assert_null (ris3_atlas_open (changed, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
}

static gboolean
count_strategies (Ris3Connection *connection, gpointer user_data, GError **error)
{
  gint64 n;

  return ris3_connection_query_int (connection, "SELECT count(*) FROM strategy", &n, error);
}

static gboolean
delete_notes (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_execute (connection, "DELETE FROM note", error);
}

/* Another program is in the middle of a change: the same message fits reading and writing. */
static void
test_busy (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "busy.ris3atlas");
  g_autoptr (Ris3Connection) other = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  sqlite3_busy_timeout (ris3_connection_get_handle (connection), 0);
  g_assert_true (ris3_connection_execute (other, "BEGIN EXCLUSIVE", &error));

  g_assert_false (ris3_connection_read (connection, count_strategies, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY);
  g_assert_null (strstr (error->message, "written"));
  g_clear_error (&error);
  g_assert_false (ris3_connection_transaction (connection, delete_notes, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_true (ris3_connection_execute (other, "ROLLBACK", &error));
  g_assert_true (ris3_connection_read (connection, count_strategies, NULL, &error));
  g_assert_true (ris3_connection_transaction (connection, delete_notes, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/errors/own-mistakes", test_own_mistakes);
  TEST_ADD ("/errors/damage", test_damage);
  TEST_ADD ("/errors/busy", test_busy);
  return g_test_run ();
}
