/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What importing 150,000 priorities costs once they have been read: the dry run, the edit and its undo, into an atlas
 * that has none of them and into one that has them all; beside it, the bare SQL that inserts the same rows. */

#include "config.h"

#include <sqlite3.h>
#include <time.h>

#include "model/ris3-atlas-edit.h"
#include "model/ris3-exchange-rows.h"
#include "model/ris3-import-plan.h"
#include "test-edits.h"
#include "test-files.h"
#include "test-generate.h"

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

/* Without numbers, as a colleague would send them. */
static Ris3ImportPlan *
read_plan (Ris3ExchangeRows *rows, gboolean with_ids)
{
  Ris3ImportPlan *plan = ris3_import_plan_new (RIS3_EXCHANGE_PRIORITIES, "priorities.csv", NULL);
  gint64 start = g_get_monotonic_time ();
  guint n_columns;

  ris3_exchange_get_columns (RIS3_EXCHANGE_PRIORITIES, &n_columns);
  for (guint i = with_ids ? 0 : 1; i < n_columns; i++)
    ris3_import_plan_add_column (plan, i, NULL);
  for (guint row = 0; row < ris3_exchange_rows_get_n_rows (rows); row++)
    {
      ris3_import_plan_add_row (plan, row + 2);
      for (guint i = with_ids ? 0 : 1; i < n_columns; i++)
        ris3_import_plan_set (plan, i, ris3_exchange_rows_get (rows, row, i));
    }
  g_print ("Filling the plan: %.0f ms\n", since (start));
  return plan;
}

static void
compare (Ris3ImportPlan *plan, const char *path, const char *what)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ris3_import_plan_compare (plan, path, NULL, NULL, &error);
  check (error);
  g_print ("Dry run, %s: %.0f ms (%u new, %u changed, %u same, %u refused)\n", what, since (start),
           ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW),
           ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_CHANGED),
           ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME),
           ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_REFUSED));
}

/* The rows alone: no history, no checks. */
static double
insert_bare (const char *path, Ris3ExchangeRows *rows)
{
  static const char *const columns[]
      = { "strategy_id", "position", "label", "text_original", "text_en", "page", "explicit_pm" };
  sqlite3 *bare = NULL;
  sqlite3_stmt *insert = NULL;
  gint64 start = g_get_monotonic_time ();
  double time;

  g_assert_cmpint (sqlite3_open (path, &bare), ==, SQLITE_OK);
  sqlite3_exec (bare, "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; BEGIN", NULL,
                NULL, NULL);
  sqlite3_prepare_v2 (
      bare,
      "INSERT INTO priority (strategy_id, position, label, original_text, text, page_label, explicit_pm,"
      " is_area) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
      -1, &insert, NULL);
  for (guint row = 0; row < ris3_exchange_rows_get_n_rows (rows); row++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          guint column = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]);
          const char *value = ris3_exchange_rows_get (rows, row, column);

          if (i == 1 || i == 6)
            sqlite3_bind_int64 (insert, (int) i + 1, g_ascii_strtoll (value, NULL, 10));
          else
            sqlite3_bind_text (insert, (int) i + 1, value, -1, SQLITE_STATIC);
        }
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  g_assert_cmpint (sqlite3_exec (bare, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  time = since (start);
  sqlite3_close (bare);
  return time;
}

/* The longest time for which the thread of the views did not look for events, and of that what it computed: others
 * share the machine. */
static gint64 awake_since, computed_before;
static gint64 longest, longest_computed;

static gint64
get_computed (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
end_awake (void)
{
  if (awake_since == 0)
    return;
  longest = MAX (longest, g_get_monotonic_time () - awake_since);
  longest_computed = MAX (longest_computed, get_computed () - computed_before);
}

static gint
poll_timed (GPollFD *fds, guint n_fds, gint timeout)
{
  gint n;

  end_awake ();
  n = g_poll (fds, n_fds, timeout);
  awake_since = g_get_monotonic_time ();
  computed_before = get_computed ();
  return n;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (Ris3Atlas *atlas, GAsyncResult **result, gint64 start, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edited = NULL;

  longest = longest_computed = awake_since = 0;
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  end_awake ();
  edited = ris3_atlas_edit_finish (atlas, *result, &error);
  check (error);
  g_print (
      "%s in an open atlas until it has followed: %.0f ms; the thread of the views was busy for at most %.1f ms at "
      "once (aim: 16), and computed for at most %.1f ms\n",
      what, since (start), (double) longest / 1000, (double) longest_computed / 1000);
  g_clear_object (result);
}

static void
measure_following (const char *path, Ris3Edit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (GAsyncResult) result = NULL;
  gint64 start;

  check (error);
  g_main_context_set_poll_func (NULL, poll_timed);
  start = g_get_monotonic_time ();
  ris3_atlas_edit_async (atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, &result);
  wait_for (atlas, &result, start, "The edit");
  start = g_get_monotonic_time ();
  ris3_atlas_undo_async (atlas, 0, NULL, on_done, &result);
  wait_for (atlas, &result, start, "Its undo");
  g_main_context_set_poll_func (NULL, NULL);
}

int
main (int argc, char **argv)
{
  TestFiles files;
  g_autofree char *full = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bare = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ExchangeRows) rows = NULL;
  g_autoptr (Ris3ImportPlan) plan = NULL;
  g_autoptr (Ris3ImportPlan) own = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3EditResult) made = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (Ris3EditResult) redone = NULL;
  g_autoptr (Ris3EditResult) undone_again = NULL;
  gint64 start;

  test_files_set_up (&files, NULL);
  full = test_files_copy_default (&files, "full.ris3atlas");
  path = test_files_path (&files, "import.ris3atlas");
  bare = test_files_path (&files, "bare.ris3atlas");
  test_generate (full, TEST_MANY_STRATEGIES, TEST_MANY_PRIORITIES);
  if (!ris3_atlas_copy (full, path, &error))
    check (error);
  test_files_sql (path, "PRAGMA foreign_keys = ON; DELETE FROM comment; DELETE FROM priority; VACUUM");
  if (!ris3_atlas_copy (path, bare, &error))
    check (error);
  start = g_get_monotonic_time ();
  rows = ris3_exchange_rows_load (full, RIS3_EXCHANGE_PRIORITIES, NULL, &error);
  check (error);
  g_print ("Reading %u priorities for export: %.0f ms\n", ris3_exchange_rows_get_n_rows (rows), since (start));
  plan = read_plan (rows, FALSE);
  compare (plan, path, "all new");
  start = g_get_monotonic_time ();
  edit = ris3_import_plan_make_edit (plan);
  g_print ("Making the edit: %.0f ms\n", since (start));
  editor = ris3_editor_open (path, "Bench", &error);
  check (error);
  start = g_get_monotonic_time ();
  made = test_edit_apply (editor, edit, &error);
  check (error);
  g_print (
      "“%s”: %.0f ms; the bare SQL that inserts the rows, without themes, history and checks (yardstick): %.0f ms\n",
      made->title, since (start), insert_bare (bare, rows));
  compare (plan, path, "all the same, found by what they say");
  start = g_get_monotonic_time ();
  undone = ris3_editor_undo (editor, 0, &error);
  check (error);
  g_print ("Its undo: %.0f ms (aim: under 2000)\n", since (start));
  start = g_get_monotonic_time ();
  redone = ris3_editor_redo (editor, &error);
  check (error);
  g_print ("Its redo: %.0f ms\n", since (start));
  start = g_get_monotonic_time ();
  undone_again = ris3_editor_undo (editor, 0, &error);
  check (error);
  g_print ("The undo of that: %.0f ms (aim: under 2000)\n", since (start));
  g_clear_pointer (&editor, ris3_editor_free);
  {
    g_autoptr (Ris3ImportPlan) again = read_plan (rows, FALSE);
    g_autoptr (Ris3Edit) edit_again = NULL;

    compare (again, path, "all new again");
    edit_again = ris3_import_plan_make_edit (again);
    measure_following (path, edit_again);
  }
  own = read_plan (rows, TRUE);
  compare (own, full, "all the same, found by their numbers");
  test_files_tear_down (&files, NULL);
  return 0;
}
