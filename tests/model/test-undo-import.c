/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The undo of an import of many rows, which are taken out at once: it leaves what was there before, and is refused
 * where they are not as the import left them. */

#include "config.h"

#include "model/ris3-edit-error.h"
#include "model/ris3-import-plan.h"
#include "test-edits.h"
#include "test-files.h"

#define N_ROWS 3000

static void
set_cell (Ris3ImportPlan *plan, const char *column, const char *value)
{
  ris3_import_plan_set (plan, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, column), value);
}

/* Every second has two themes, and every tenth is below an area that it brings along. (transfer full) */
static Ris3Edit *
make_edit (const char *path, const char *strategy, const char *text)
{
  static const char *const columns[]
      = { "strategy_id", "position", "label", "parent_label", "text_en", "explicit_pm", "themes", NULL };
  g_autoptr (Ris3ImportPlan) plan = ris3_import_plan_new (RIS3_EXCHANGE_PRIORITIES, "many.csv", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; columns[i] != NULL; i++)
    ris3_import_plan_add_column (plan, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]), NULL);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *label = g_strdup_printf ("%s %u", text, i);

      ris3_import_plan_add_row (plan, i + 2);
      set_cell (plan, "strategy_id", strategy);
      set_cell (plan, "position", number);
      set_cell (plan, "label", label);
      set_cell (plan, "parent_label", i % 10 == 0 ? "Área" : "");
      set_cell (plan, "text_en", "Ä text");
      set_cell (plan, "explicit_pm", i % 3 == 0 ? "1" : "0");
      set_cell (plan, "themes", i % 2 == 0 ? "biomarkers-diagnostics;personalised-medicine" : "");
    }
  ris3_import_plan_compare (plan, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW), ==, N_ROWS);
  return ris3_import_plan_make_edit (plan);
}

static void
apply (Ris3Editor *editor, Ris3Edit *edit)
{
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, owned, &error);

  g_assert_no_error (error);
}

static Ris3Editor *
open_editor (TestFiles *files, char **path)
{
  g_autoptr (GError) error = NULL;
  Ris3Editor *editor;

  *path = test_files_copy_default (files, "atlas.ris3atlas");
  editor = ris3_editor_open (*path, "Test", &error);
  g_assert_no_error (error);
  apply (editor, test_edit_new_strategy ("T", "FRL0"));
  apply (editor, test_edit_new_strategy ("T1", "FRK2"));
  apply (editor, test_edit_new_strategy ("T2", "FRI1"));
  return editor;
}

static void
revert (Ris3Editor *editor, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = redo ? ris3_editor_redo (editor, &error) : ris3_editor_undo (editor, 0, &error);

  g_assert_no_error (error);
}

static void
assert_rows (const char *path, const char *expected)
{
  g_autofree char *found = test_edit_dump (path);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (
      test_files_query (path, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* n_others: how many imports there are before, whose rows stay */
static void
test_to_and_fro (TestFiles *files, gconstpointer n_others)
{
  g_autofree char *path = NULL;
  g_autoptr (Ris3Editor) editor = open_editor (files, &path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < GPOINTER_TO_UINT (n_others); i++)
    apply (editor, make_edit (path, i == 0 ? "T1" : "T2", "other"));
  before = test_edit_dump (path);
  apply (editor, make_edit (path, "T", "new"));
  after = test_edit_dump (path);
  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 2; i++)
    {
      revert (editor, FALSE);
      assert_rows (path, before);
      revert (editor, TRUE);
      assert_rows (path, after);
    }
}

/* Changed by a program that leaves no entry in the history. */
static void
test_changed (TestFiles *files, gconstpointer sql)
{
  g_autofree char *path = NULL;
  g_autoptr (Ris3Editor) editor = open_editor (files, &path);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  apply (editor, make_edit (path, "T", "new"));
  test_files_sql (path, sql);
  before = test_edit_dump (path);
  result = ris3_editor_undo (editor, 0, &error);
  g_assert_null (result);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  assert_rows (path, before);
}

#define SOME "(SELECT id FROM priority WHERE label = 'new 1234')"

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD_DATA ("/undo-import/few-others", GUINT_TO_POINTER (0), test_to_and_fro);
  TEST_ADD_DATA ("/undo-import/many-others", GUINT_TO_POINTER (2), test_to_and_fro);
  TEST_ADD_DATA ("/undo-import/changed-text", "UPDATE priority SET text = 'Ä texu' WHERE label = 'new 1234'",
                 test_changed);
  TEST_ADD_DATA ("/undo-import/changed-number", "UPDATE priority SET position = position + 0.25 WHERE id = " SOME,
                 test_changed);
  TEST_ADD_DATA ("/undo-import/gone",
                 "DELETE FROM priority_theme WHERE priority_id = " SOME "; DELETE FROM priority WHERE id = " SOME,
                 test_changed);
  TEST_ADD_DATA ("/undo-import/last-gone",
                 "DELETE FROM priority_theme WHERE priority_id = (SELECT max (priority_id) FROM priority_theme)",
                 test_changed);
  TEST_ADD_DATA ("/undo-import/theme-added",
                 "INSERT INTO priority_theme SELECT " SOME ", scheme, version, code, 9 FROM codebook"
                 " WHERE code = 'clinical-research' AND scheme = 'health-theme'",
                 test_changed);
  TEST_ADD_DATA ("/undo-import/last-theme-added",
                 "INSERT INTO priority_theme SELECT (SELECT max (priority_id) FROM priority_theme), scheme, version,"
                 " code, 9 FROM codebook WHERE code = 'rare-chronic-disease' AND scheme = 'health-theme'",
                 test_changed);
  TEST_ADD_DATA ("/undo-import/noted",
                 "INSERT INTO note (priority_id, text, created_at, changed_at) VALUES (" SOME ", 'mine',"
                 " '2026-11-30T10:00:00Z', '2026-11-30T10:00:00Z')",
                 test_changed);
  return g_test_run ();
}
