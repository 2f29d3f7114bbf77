/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is recorded of an import of priorities, whose new rows no session has seen. */

#include "config.h"

#include <sqlite3.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-history.h"
#include "model/ris3-import-plan.h"
#include "test-edits.h"
#include "test-files.h"

/* Priorities in a strategy that has some: new ones, areas that they need, a changed one, a moved one. */
typedef struct
{
  char *path;
  char *before; /* a copy of it as it was */
  gint64 present, last;
  gint64 change;
} Imported;

static void
imported_clear (Imported *self)
{
  g_free (self->path);
  g_free (self->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

static Ris3Editor *
open_editor (const char *path)
{
  g_autoptr (GError) error = NULL;
  Ris3Editor *editor = ris3_editor_open (path, "Test", &error);

  g_assert_no_error (error);
  return editor;
}

static gint64
apply (const char *path, Ris3Edit *edit)
{
  g_autoptr (Ris3Editor) editor = open_editor (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

  g_assert_no_error (error);
  return result->change_id;
}

static gint64
add_priority (const char *path, const char *label)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_add ("T", 0, RIS3_EDIT_LAST);

  ris3_edit_set_text (edit, "label", label);
  apply (path, edit);
  return test_files_query (path, "SELECT max (id) FROM priority");
}

static void
set_cells (Ris3ImportPlan *plan, guint line, const char *const *columns, const char *const *cells)
{
  ris3_import_plan_add_row (plan, line);
  for (guint i = 0; columns[i] != NULL; i++)
    ris3_import_plan_set (plan, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]), cells[i]);
}

static gint64
import (const char *path, gint64 present)
{
  static const char *const columns[]
      = { "priority_id", "strategy_id", "position", "label", "parent_label", "text_original", "text_en",
          "page_index",  "explicit_pm", "themes",   NULL };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, present);
  const char *const rows[][10] = {
    { "", "T", "1", "A", "", "Größe “a”", "a", "7", "1", "biomarkers-diagnostics;personalised-medicine" },
    { "", "T", "2", "A.1", "A", "", "b", "", "0", "" },
    { id, "T", "3", "present", "A", "", "changed", "", "1", "personalised-medicine" },
    { "", "T", "4", "B.1", "Area", "", "c", "2147483647", "0", "personalised-medicine" },
    { "", "T", "5", "B.2", "Area", "", "", "", "0", "clinical-research" },
  };
  g_autoptr (Ris3ImportPlan) plan = ris3_import_plan_new (RIS3_EXCHANGE_PRIORITIES, "table.csv", NULL);
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; columns[i] != NULL; i++)
    ris3_import_plan_add_column (plan, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    set_cells (plan, i + 2, columns, rows[i]);
  ris3_import_plan_compare (plan, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW), ==, 4);
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_CHANGED), ==, 1);
  edit = ris3_import_plan_make_edit (plan);
  return apply (path, edit);
}

static void
import_into (Imported *self, TestFiles *files)
{
  g_autoptr (Ris3Edit) strategy = test_edit_new_strategy ("T", "FRL0");
  g_autoptr (GError) error = NULL;

  self->path = test_files_copy_default (files, "atlas.ris3atlas");
  self->before = test_files_path (files, "before.ris3atlas");
  apply (self->path, strategy);
  self->present = add_priority (self->path, "present");
  self->last = add_priority (self->path, "last");
  g_assert_true (ris3_atlas_copy (self->path, self->before, &error));
  g_assert_no_error (error);
  self->change = import (self->path, self->present);
}

static void
add_value (GString *line, sqlite3_value *value)
{
  if (value == NULL)
    g_string_append (line, " –");
  else
    g_string_append_printf (line, " %d:%s", sqlite3_value_type (value), (const char *) sqlite3_value_text (value));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* Each row of a changeset as a line, in the order of the lines. (transfer full) */
static char *
describe (void *bytes, int size)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter = NULL;

  g_assert_cmpint (sqlite3changeset_start (&iter, size, bytes), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      GString *line;
      const char *table;
      unsigned char *keys = NULL;
      int n_columns, operation, is_indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &is_indirect);
      sqlite3changeset_pk (iter, &keys, NULL);
      line = g_string_new (NULL);
      g_string_printf (line, "%s %d %d:", table, operation, is_indirect);
      for (int i = 0; i < n_columns; i++)
        {
          sqlite3_value *before = NULL, *after = NULL;

          if (operation != SQLITE_INSERT)
            sqlite3changeset_old (iter, i, &before);
          if (operation != SQLITE_DELETE)
            sqlite3changeset_new (iter, i, &after);
          g_string_append_printf (line, " [%d", keys[i]);
          add_value (line, before);
          add_value (line, after);
          g_string_append_c (line, ']');
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is recorded is what SQLite finds to be different. */
static void
test_changeset (TestFiles *files, gconstpointer data)
{
  static const char *const tables[] = { "priority", "priority_theme" };
  g_auto (Imported) imported = { 0 };
  sqlite3 *handle = NULL;
  sqlite3_session *session = NULL;
  sqlite3_stmt *statement = NULL;
  g_autofree char *attach = NULL;
  g_autofree char *recorded = NULL;
  g_autofree char *expected = NULL;
  void *bytes = NULL;
  int size = 0;

  import_into (&imported, files);
  g_assert_cmpint (sqlite3_open (imported.path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (handle, "SELECT changeset FROM change_part WHERE change_id = ?", -1, &statement, NULL), ==,
      SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, imported.change);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  recorded = describe ((void *) sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);

  attach = g_strdup_printf ("ATTACH '%s' AS before", imported.before);
  g_assert_cmpint (sqlite3_exec (handle, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (handle, "main", &session), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_assert_cmpint (sqlite3session_attach (session, tables[i]), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3session_diff (session, "before", tables[i], NULL), ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  expected = describe (bytes, size);
  sqlite3_free (bytes);
  sqlite3session_delete (session);
  sqlite3_close (handle);
  g_assert_cmpstr (recorded, ==, expected);
}

/* The ids of the changes that are found, the newest first. (transfer full) */
static char *
find (const char *path, const Ris3HistoryQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) changes = ris3_history_read (path, query, NULL, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (Ris3Change) change = g_list_model_get_item (changes, i);

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT ":%u", i > 0 ? " " : "", ris3_change_get_id (change),
                              ris3_change_get_n_rows (change));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Of every new row, but of no other one, also when it is gone. */
static void
test_history (TestFiles *files, gconstpointer data)
{
  g_auto (Imported) imported = { 0 };
  /* Four and an area, four themes of theirs, the changed one and its theme. */
  const guint n_rows = 11;
  g_autofree char *expected = NULL;
  g_autofree char *expected_later = NULL;
  g_autofree char *strategy = NULL;
  gint64 first, last;

  import_into (&imported, files);
  expected = g_strdup_printf ("%" G_GINT64_FORMAT ":%u", imported.change, n_rows);
  first = test_files_query (imported.before, "SELECT seq FROM sqlite_sequence WHERE name = 'priority'") + 1;
  last = test_files_query (imported.path, "SELECT max (id) FROM priority");
  g_assert_cmpint (last - first + 1, ==, 5);
  for (guint undone = 0; undone < 2; undone++)
    {
      for (gint64 id = imported.last; id <= last + 1; id++)
        {
          g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
          g_autofree char *theme_key = g_strdup_printf ("%s health-theme 1 personalised-medicine", key);
          const Ris3HistoryQuery row = { .table = "priority", .key = key };
          const Ris3HistoryQuery theme = { .table = "priority_theme", .key = theme_key };
          const Ris3HistoryQuery priority = { .priority_id = id, .kind = "import undo" };
          g_autofree char *of_row = find (imported.path, &row);
          g_autofree char *of_theme = find (imported.path, &theme);
          g_autofree char *of_priority = find (imported.path, &priority);

          if (id < first)
            {
              g_assert_null (strstr (of_row, expected));
              g_assert_cmpstr (of_theme, ==, "");
              g_assert_cmpstr (of_priority, ==, "");
              continue;
            }
          g_assert_cmpstr (of_row, ==, id > last ? "" : undone ? expected_later : expected);
          g_assert_cmpstr (of_theme, ==, of_row);
          g_assert_cmpstr (of_priority, ==, of_row);
        }
      if (undone == 0)
        {
          g_autoptr (Ris3Editor) editor = open_editor (imported.path);
          g_autoptr (GError) error = NULL;
          g_autoptr (Ris3EditResult) result = ris3_editor_undo (editor, 0, &error);

          g_assert_no_error (error);
          expected_later = g_strdup_printf ("%" G_GINT64_FORMAT ":%u %s", result->change_id, n_rows, expected);
        }
    }
  {
    const Ris3HistoryQuery query = { .strategy_id = "T", .kind = "import" };

    strategy = find (imported.path, &query);
  }
  g_assert_cmpstr (strategy, ==, expected);
}

static void
assert_conflict (Ris3Editor *editor, gint64 change, gint64 with)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (editor, change, &error);

  g_assert_null (result);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_assert_cmpint (ris3_edit_error_get_change (error), ==, with);
}

static gint64
revert (Ris3Editor *editor, gint64 change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (editor, change, &error);

  g_assert_no_error (error);
  return result->change_id;
}

static gint64
set_text (Ris3Editor *editor, gint64 id, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("priority", key);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (edit, "text", text);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  return result->change_id;
}

/* A later change of a new row is in the way of the undo, and is named; also one that is as it was again. */
static void
test_conflicts (TestFiles *files, gconstpointer data)
{
  g_auto (Imported) imported = { 0 };
  g_autoptr (Ris3Editor) editor = NULL;
  gint64 last, changed, back, undone, redone;

  import_into (&imported, files);
  last = test_files_query (imported.path, "SELECT max (id) FROM priority");
  editor = open_editor (imported.path);
  changed = set_text (editor, last, "x");
  assert_conflict (editor, imported.change, changed);
  back = set_text (editor, last, "");
  assert_conflict (editor, imported.change, back);
  revert (editor, back);
  revert (editor, changed);
  undone = revert (editor, imported.change);
  /* What was made in between cannot come back without the row: the undo of the import, a range, is in the way. */
  {
    gint64 undo_of_changed
        = test_files_query (imported.path, "SELECT id FROM change_log WHERE undoes IN (SELECT id FROM"
                                           " change_log WHERE kind = 'priority-set') ORDER BY id"
                                           " DESC LIMIT 1");

    assert_conflict (editor, undo_of_changed, undone);
  }
  redone = revert (editor, undone);
  /* Two ranges of the same rows: the older one is reverted already. */
  assert_conflict (editor, imported.change, undone);
  revert (editor, redone);
}

/* Who imports what another one has deleted is told; a new row of the same import is refused by what it says. */
static void
test_refused (TestFiles *files, gconstpointer data)
{
  g_auto (Imported) imported = { 0 };
  g_autoptr (Ris3ImportPlan) plan = ris3_import_plan_new (RIS3_EXCHANGE_PRIORITIES, "more.csv", NULL);
  static const char *const columns[] = { "strategy_id", "label", "themes", NULL };
  static const char *const fine[] = { "T", "X", "clinical-research" };
  static const char *const gone[] = { "T", "Y", "personalised-medicine" };
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_into (&imported, files);
  for (guint i = 0; columns[i] != NULL; i++)
    ris3_import_plan_add_column (plan, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]), NULL);
  set_cells (plan, 2, columns, fine);
  set_cells (plan, 3, columns, gone);
  ris3_import_plan_compare (plan, imported.path, NULL, NULL, &error);
  g_assert_no_error (error);
  edit = ris3_import_plan_make_edit (plan);
  /* A program that does not know our rules. */
  test_files_sql (imported.path, "PRAGMA foreign_keys = OFF; UPDATE codebook SET code = 'other' WHERE code ="
                                 " 'clinical-research'; DELETE FROM priority_theme WHERE code = 'clinical-research'");
  before = test_edit_dump (imported.path);
  editor = open_editor (imported.path);
  result = test_edit_apply (editor, edit, &error);
  g_assert_null (result);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  after = test_edit_dump (imported.path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/import-record/changeset", test_changeset);
  TEST_ADD ("/import-record/history", test_history);
  TEST_ADD ("/import-record/conflicts", test_conflicts);
  TEST_ADD ("/import-record/refused", test_refused);
  return g_test_run ();
}
