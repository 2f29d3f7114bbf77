/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What editing costs: single edits beside the bare SQL with the same settings, in turns; the undo of an edit of 150,000
 * rows; opening an atlas of 10,000 strategies and 150,000 priorities; one edit until the open atlas has followed. */

#include "config.h"

#include <sqlite3.h>

#include "model/ris3-atlas-edit.h"
#include "test-edits.h"
#include "test-files.h"
#include "test-generate.h"

#define N_EDITS 1000

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double time_a = *(const double *) a, time_b = *(const double *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *bare = NULL;

  g_assert_cmpint (sqlite3_open (path, &bare), ==, SQLITE_OK);
  sqlite3_exec (bare, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON", NULL, NULL,
                NULL);
  return bare;
}

static void
measure_edits (TestFiles *files)
{
  g_autofree char *path = test_files_copy_default (files, "edits.ris3atlas");
  g_autofree char *bare_path = test_files_copy_default (files, "bare.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Bench", &error);
  sqlite3 *bare = NULL;
  sqlite3_stmt *update = NULL;
  static double edits[N_EDITS], plain[N_EDITS];
  double total = 0, total_plain = 0;

  check (error);
  bare = open_bare (bare_path);
  sqlite3_prepare_v2 (bare, "UPDATE strategy SET remark = ? WHERE id = 'FRL0-2014'", -1, &update, NULL);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "FRL0-2014");
      g_autofree char *text = g_strdup_printf ("remark %u", i);
      g_autoptr (Ris3EditResult) result = NULL;
      gint64 start = g_get_monotonic_time ();

      ris3_edit_set_text (edit, "remark", text);
      result = test_edit_apply (editor, edit, &error);
      check (error);
      edits[i] = since (start);
      total += edits[i];

      start = g_get_monotonic_time ();
      sqlite3_bind_text (update, 1, text, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
      sqlite3_reset (update);
      plain[i] = since (start);
      total_plain += plain[i];
    }
  sqlite3_finalize (update);
  sqlite3_close (bare);
  qsort (edits, N_EDITS, sizeof edits[0], compare_times);
  qsort (plain, N_EDITS, sizeof plain[0], compare_times);
  g_print ("%u single edits, in turns with the bare SQL with the same settings (yardstick): %.0f ms and %.0f ms;\n"
           "  medians %.2f ms and %.2f ms: %.2f times as long (aim: at most 2)\n",
           N_EDITS, total, total_plain, edits[N_EDITS / 2], plain[N_EDITS / 2],
           edits[N_EDITS / 2] / plain[N_EDITS / 2]);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
measure_following (const char *path, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  double opening = since (start);
  double times[41];

  check (error);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "FRL0-2014");
      g_autofree char *text = g_strdup_printf ("again %u", i);
      g_autoptr (Ris3EditResult) edited = NULL;
      g_autoptr (GAsyncResult) result = NULL;

      ris3_edit_set_text (edit, "remark", text);
      start = g_get_monotonic_time ();
      ris3_atlas_edit_async (atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      times[i] = since (start);
      edited = ris3_atlas_edit_finish (atlas, result, &error);
      check (error);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare_times);
  g_print ("%s: opened in %.0f ms; one edit until lists have followed: median %.1f ms, slowest %.1f ms\n", what,
           opening, times[G_N_ELEMENTS (times) / 2], times[G_N_ELEMENTS (times) - 1]);
}

/* What the undo does, without a history and without looking whether anything is in the way. */
static double
delete_bare (const char *path, gint64 first)
{
  sqlite3 *bare = open_bare (path);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM priority WHERE id >= %" G_GINT64_FORMAT, first);
  gint64 start = g_get_monotonic_time ();
  double time;

  g_assert_cmpint (sqlite3_exec (bare, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  time = since (start);
  sqlite3_close (bare);
  return time;
}

static void
measure_large (TestFiles *files)
{
  g_autofree char *path = test_files_copy_default (files, "large.ris3atlas");
  g_autofree char *small = test_files_copy_default (files, "small.ris3atlas");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("import", "Import 150,000 priorities");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3EditResult) made = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (Ris3EditResult) redone = NULL;
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  g_autofree char *bare_path = test_files_path (files, "bare-large.ris3atlas");
  guint n_priorities;
  gint64 start;
  double time, plain;

  test_generate (path, TEST_MANY_STRATEGIES, 0);
  n_priorities = TEST_MANY_PRIORITIES - (guint) test_files_query (path, "SELECT count(*) FROM priority");
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "SELECT id FROM strategy", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  for (guint i = 0; i < n_priorities; i++)
    {
      g_autoptr (Ris3Edit) one = ris3_edit_new_priority_add (g_ptr_array_index (ids, i % ids->len), 0, RIS3_EDIT_LAST);

      ris3_edit_set_text (one, "text", "Predictive biomarkers for improving disease prevention");
      ris3_edit_append (edit, one);
    }
  editor = ris3_editor_open (path, "Bench", &error);
  check (error);
  start = g_get_monotonic_time ();
  made = test_edit_apply (editor, edit, &error);
  check (error);
  g_print ("One edit of %u rows: %.0f ms\n", n_priorities, since (start));
  if (!ris3_atlas_copy (path, bare_path, &error))
    check (error);
  start = g_get_monotonic_time ();
  undone = ris3_editor_undo (editor, 0, &error);
  check (error);
  time = since (start);
  plain = delete_bare (bare_path, made->ids[0]);
  g_print ("Its undo: %.0f ms (aim: under 2000); the bare SQL that deletes the rows (yardstick): %.0f ms\n", time,
           plain);
  start = g_get_monotonic_time ();
  redone = ris3_editor_redo (editor, &error);
  check (error);
  g_print ("Its redo: %.0f ms\n", since (start));
  g_clear_pointer (&editor, ris3_editor_free);
  measure_following (small, "The default atlas");
  measure_following (path, "10,000 strategies and 150,000 priorities, with the edits that made them");
}

int
main (int argc, char **argv)
{
  TestFiles files;

  test_files_set_up (&files, NULL);
  measure_edits (&files);
  measure_large (&files);
  test_files_tear_down (&files, NULL);
  return 0;
}
