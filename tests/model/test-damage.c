/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that a disk or a stranger has changed, and a program that is killed: never a crash, never a loss. */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-connection-private.h"
#include "test-files.h"

/* A small atlas, so that each part of the file is hit often. */
static char *
make_small (TestFiles *files, gsize *length)
{
  g_autofree char *path = test_files_copy_default (files, "small.ris3atlas");
  char *contents = NULL;

  test_files_sql (
      path, "DELETE FROM strategy WHERE id NOT IN ('FRL0-2014', 'AT21-2021');"
            "DELETE FROM comment_event; DELETE FROM comment; DELETE FROM assessment;"
            "DELETE FROM priority WHERE strategy_id NOT IN (SELECT id FROM strategy);"
            "DELETE FROM priority_theme WHERE priority_id NOT IN (SELECT id FROM priority);"
            "DELETE FROM participation WHERE region_code IS NOT NULL;"
            "DELETE FROM region WHERE nuts_version <> 2016 OR code NOT IN ('FR', 'FRL', 'FRL0', 'AT', 'AT2', 'AT21');"
            "VACUUM");
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

/* Everything that the views would read. */
static void
walk (Ris3Atlas *atlas)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      GListModel *priorities = ris3_strategy_get_priorities (strategy);

      g_assert_true (g_utf8_validate (ris3_strategy_get_title (strategy), -1, NULL));
      g_assert_cmpuint (ris3_strategy_get_level (strategy), <=, 3);
      for (guint j = 0; j < g_list_model_get_n_items (priorities); j++)
        {
          g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, j);
          g_assert_true (g_utf8_validate (ris3_priority_get_text (priority), -1, NULL));
        }
    }
}

static gboolean
try_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

  g_assert_true ((atlas != NULL) == (error == NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == RIS3_ATLAS_ERROR);
      /* Whatever the file is like, the fault is never reported as one of the program. */
      if (error->code == RIS3_ATLAS_ERROR_INTERNAL)
        g_error ("%s", error->message);
    }
  else
    walk (atlas);
  return atlas != NULL;
}

static void
write_plain (const char *path, const char *contents, gsize length)
{
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_flipped (TestFiles *files, gconstpointer data)
{
  gsize length;
  g_autofree char *contents = make_small (files, &length);
  g_autofree char *path = test_files_path (files, "flipped.ris3atlas");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  guint n_refused = 0;

  /* The header byte by byte, the rest at random: one bit, then a run of bytes. */
  for (guint i = 0; i < 800; i++)
    {
      g_autofree char *flipped = g_memdup2 (contents, length);
      gsize at = i < 110 ? i : (gsize) g_rand_int_range (random, 0, (gint) length);
      gsize run = i % 3 == 0 ? (gsize) g_rand_int_range (random, 1, 64) : 1;

      for (gsize j = at; j < MIN (at + run, length); j++)
        flipped[j] ^= (char) (run > 1 ? g_rand_int_range (random, 1, 255) : 1 << (i % 8));
      write_plain (path, flipped, length);
      n_refused += !try_open (path);
    }
  g_assert_cmpuint (n_refused, >, 100);
}

static void
test_truncated (TestFiles *files, gconstpointer data)
{
  gsize length;
  g_autofree char *contents = make_small (files, &length);
  g_autofree char *path = test_files_path (files, "truncated.ris3atlas");

  for (gsize n = 0; n < length; n += n < 128 ? 1 : 1021)
    {
      write_plain (path, contents, n);
      g_assert_false (try_open (path));
    }
}

static gboolean
insert_notes (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_execute (connection,
                                  "INSERT INTO note (nuts_version, region_code, text, created_at, changed_at)"
                                  " SELECT 2016, 'FRL0', hex (randomblob (200)), '2026-11-23T00:00:00Z',"
                                  " '2026-11-23T00:00:00Z' FROM region LIMIT 100",
                                  error);
}

/* Writes transactions of 100 rows until it is killed, reporting each one that was committed. */
static void
write_forever (const char *path, int out)
{
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);

  while (connection != NULL && ris3_connection_transaction (connection, insert_notes, NULL, NULL))
    if (write (out, "x", 1) != 1)
      break;
  _exit (1);
}

static void
test_killed (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "killed.ris3atlas");
  gint64 n_committed = 0;

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autoptr (GError) error = NULL;
      char buffer[64];
      int pipes[2];
      gssize n;
      pid_t child;

      g_assert_cmpint (pipe (pipes), ==, 0);
      child = fork ();
      if (child == 0)
        {
          close (pipes[0]);
          write_forever (path, pipes[1]);
        }
      close (pipes[1]);
      g_assert_cmpint (read (pipes[0], buffer, 1), ==, 1);
      n_committed++;
      g_usleep (round * 700);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while ((n = read (pipes[0], buffer, sizeof buffer)) > 0)
        n_committed += n;
      close (pipes[0]);

      /* Half a transaction is none; one that was reported is there. One more may have been
       * committed before it could be reported. */
      atlas = ris3_atlas_open (path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (test_files_query (path, "SELECT count(*) % 100 FROM note"), ==, 0);
      g_assert_cmpint (test_files_query (path, "SELECT count(*) / 100 FROM note"), >=, n_committed);
      n_committed = test_files_query (path, "SELECT count(*) / 100 FROM note");
    }
  /* One file again, at the latest after the next edit. */
  test_files_sql (path, "DELETE FROM note");
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static gboolean
insert_then_fail (Ris3Connection *connection, gpointer user_data, GError **error)
{
  g_assert_true (insert_notes (connection, NULL, error));
  return ris3_connection_execute (connection, "INSERT INTO note (text) VALUES (NULL)", error);
}

static void
test_rolled_back (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ris3_connection_transaction (connection, insert_then_fail, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM note"), ==, 0);

  /* The connection can be used for the next one. */
  g_assert_true (ris3_connection_transaction (connection, insert_notes, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM note"), ==, 100);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static gboolean
count_forever (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_execute (
      connection, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", error);
}

/* A statement that runs is stopped from another thread. */
static void
test_interrupted (TestFiles *files, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  connection = ris3_connection_open (test_default_atlas (), RIS3_CONNECTION_READ_ONLY, cancellable, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (ris3_connection_read (connection, count_forever, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/damage/flipped", test_flipped);
  TEST_ADD ("/damage/truncated", test_truncated);
  TEST_ADD ("/damage/killed", test_killed);
  TEST_ADD ("/damage/rolled-back", test_rolled_back);
  TEST_ADD ("/damage/interrupted", test_interrupted);
  return g_test_run ();
}
