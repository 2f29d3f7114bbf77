/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the rows of a table would do to an atlas, and that they do just that. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas-edit.h"
#include "model/ris3-check.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-exchange-rows.h"
#include "model/ris3-import-plan.h"
#include "test-edits.h"
#include "test-files.h"

static guint
column (Ris3Exchange table, const char *name)
{
  gint i = ris3_exchange_find_column (table, name);

  g_assert_cmpint (i, >=, 0);
  return (guint) i;
}

/* Each line is a row, its cells separated by "|", in the columns that the first one names. (transfer full) */
static Ris3ImportPlan *
plan_of (Ris3Exchange table, const char *text)
{
  Ris3ImportPlan *plan = ris3_import_plan_new (table, "folder/table.csv", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    ris3_import_plan_add_column (plan, column (table, names[i]), names[i]);
  for (guint line = 1; lines[line] != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[line], "|", -1);

      ris3_import_plan_add_row (plan, line + 1);
      for (guint i = 0; names[i] != NULL; i++)
        ris3_import_plan_set (plan, column (table, names[i]), cells[i]);
    }
  ris3_import_plan_set_clears (plan, TRUE);
  return plan;
}

/* All of a table as it is exported, but some columns. (transfer full) */
static Ris3ImportPlan *
plan_of_atlas (const char *path, Ris3Exchange table, const char *const *without)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ExchangeRows) rows = ris3_exchange_rows_load (path, table, NULL, &error);
  Ris3ImportPlan *plan = ris3_import_plan_new (table, "table.xlsx", "Sheet1");
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

  g_assert_no_error (error);
  for (guint i = 0; i < n_columns; i++)
    if (without == NULL || !g_strv_contains (without, columns[i].name))
      ris3_import_plan_add_column (plan, i, NULL);
  for (guint row = 0; row < ris3_exchange_rows_get_n_rows (rows); row++)
    {
      ris3_import_plan_add_row (plan, row + 2);
      for (guint i = 0; i < n_columns; i++)
        if (ris3_import_plan_has_column (plan, i))
          ris3_import_plan_set (plan, i, ris3_exchange_rows_get (rows, row, i));
    }
  return plan;
}

static void
compare (Ris3ImportPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;

  ris3_import_plan_compare (plan, path, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* "new changed same refused" */
static void
assert_states (Ris3ImportPlan *plan, const char *expected)
{
  g_autofree char *states = g_strdup_printf ("%u %u %u %u", ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW),
                                             ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_CHANGED),
                                             ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME),
                                             ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_REFUSED));
  guint n_columns;

  ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);
  if (!g_str_equal (states, expected))
    for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *message = ris3_import_plan_dup_message (plan, i, j);

          if (message != NULL)
            g_test_message ("%s", message);
          else if (ris3_import_plan_is_changed (plan, i, j))
            g_test_message ("row %u, %s: “%s”, now “%s”", i, ris3_import_plan_get_heading (plan, j),
                            ris3_import_plan_get_old_value (plan, i, j), ris3_import_plan_get_value (plan, i, j));
        }
  g_assert_cmpstr (states, ==, expected);
}

static Ris3EditResult *
apply (Ris3ImportPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3Edit) edit = ris3_import_plan_make_edit (plan);
  Ris3EditResult *result;

  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_import_plan_get_n_written (plan), ==, ris3_import_plan_get_n_chosen (plan));
  return result;
}

static void
undo (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3EditResult) result = NULL;

  g_assert_no_error (error);
  result = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
}

static void
check_atlas (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

  g_assert_no_error (error);
}

/* The refused cell of a row, and its problem. */
static void
assert_refused (Ris3ImportPlan *plan, guint row, const char *name, const char *words)
{
  const char *problem;

  g_assert_cmpint (ris3_import_plan_get_state (plan, row), ==, RIS3_IMPORT_REFUSED);
  problem = ris3_import_plan_get_problem (plan, row, column (ris3_import_plan_get_table (plan), name));
  if (problem == NULL)
    g_test_message ("No problem in row %u, %s", row, name);
  g_assert_nonnull (problem);
  if (strstr (problem, words) == NULL)
    g_test_message ("%s", problem);
  g_assert_nonnull (strstr (problem, words));
  g_assert_false (ris3_import_plan_is_chosen (plan, row));
}

/* Something of each table. */
static char *
make_atlas (TestFiles *files)
{
  char *path = test_files_copy_default (files, "atlas.ris3atlas");

  test_files_sql (
      path,
      "INSERT INTO organisation (name, role, nuts_version, region_code) VALUES ('Health Agency', 'other', 2016,"
      " 'FRL0'), ('Twin', 'analyst', NULL, NULL), ('Twin', 'analyst', NULL, NULL), ('12', 'other', NULL, NULL);"
      "INSERT INTO contact (organisation_id, unit, name, role, email, phone, language, remark)"
      " SELECT id, '', 'Jane Example', 'head', 'jane@example.org', '0012', 'en', '' FROM organisation;"
      "INSERT INTO activity (nuts_version, region_code, kind, title, organisation_id, programme, year_from, url,"
      " remark) SELECT 2016, 'FRL0', 'project', 'Genome ' || name, id, 'H2020', 2019, '', '' FROM organisation;"
      "INSERT INTO activity_theme SELECT id, scheme, version, code FROM activity JOIN codebook WHERE position < 4;"
      "INSERT INTO note (longitude, latitude, text, created_at, changed_at) VALUES (16.1, 48.2000000001, 'Here',"
      " '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');"
      "INSERT INTO note (strategy_id, text, colour, hidden, created_at, changed_at) VALUES ('FRL0-2014', 'Read"
      " again', '#aabbcc', 1, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');"
      "INSERT INTO note (priority_id, text, created_at, changed_at) SELECT min (id), 'x',"
      " '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z' FROM priority;"
      "UPDATE strategy SET analyst = 'A', reviewed_on = '2026-02-28', withheld = 1 WHERE id = 'FRL0-2014';"
      "UPDATE priority SET original_text = 'Original', page_index = 7, quote = 'a \"quote\"', source_url ="
      " 'https://example.org' WHERE id = 9");
  return path;
}

static void
test_same (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);

  /* Whatever empty cells mean. */
  for (guint i = 0; i < 2 * RIS3_N_EXCHANGES; i++)
    {
      const Ris3Exchange table = i % RIS3_N_EXCHANGES;
      g_autoptr (Ris3ImportPlan) plan = plan_of_atlas (path, table, NULL);
      g_autofree char *expected = g_strdup_printf ("0 0 %u 0", ris3_import_plan_get_n_rows (plan));
      g_autofree char *digest = test_files_digest (path);
      g_autofree char *digest_after = NULL;
      g_autoptr (Ris3EditResult) result = NULL;

      g_test_message ("%s", ris3_exchange_get_name (table));
      g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), >, 0);
      ris3_import_plan_set_clears (plan, i >= RIS3_N_EXCHANGES);
      compare (plan, path);
      assert_states (plan, expected);
      g_assert_cmpuint (ris3_import_plan_get_n_chosen (plan), ==, 0);
      result = apply (plan, path);
      g_assert_cmpint (result->change_id, ==, 0);
      digest_after = test_files_digest (path);
      g_assert_cmpstr (digest, ==, digest_after);
    }
}

static void
test_same_without_keys (TestFiles *files, gconstpointer data)
{
  static const char *const keys[]
      = { "strategy_id", "priority_id",   "participation_id", "activity_id", "organisation_id",
          "contact_id",  "assessment_id", "note_id",          NULL };
  g_autofree char *path = make_atlas (files);

  for (Ris3Exchange table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      const char *const without[] = { keys[table], NULL };
      g_autoptr (Ris3ImportPlan) plan = plan_of_atlas (path, table, without);
      g_autofree char *expected = g_strdup_printf ("0 0 %u 0", ris3_import_plan_get_n_rows (plan));

      g_test_message ("%s", ris3_exchange_get_name (table));
      compare (plan, path);
      assert_states (plan, expected);
    }
}

/* All of one atlas into another one that has only the regions and codebooks. */
static void
test_empty (TestFiles *files, gconstpointer data)
{
  static const Ris3Exchange order[]
      = { RIS3_EXCHANGE_STRATEGIES,    RIS3_EXCHANGE_PRIORITIES, RIS3_EXCHANGE_PARTICIPATIONS,
          RIS3_EXCHANGE_ORGANISATIONS, RIS3_EXCHANGE_CONTACTS,   RIS3_EXCHANGE_ASSESSMENTS,
          RIS3_EXCHANGE_ACTIVITIES };
  g_autofree char *path = make_atlas (files);
  g_autofree char *empty = test_files_path (files, "empty.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_import_plan_unref);
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  /* Two organisations of one name cannot be told apart in another atlas. */
  test_files_sql (path,
                  "UPDATE organisation SET name = 'Other twin' WHERE id = (SELECT max (id) FROM organisation WHERE"
                  " name = 'Twin'); UPDATE organisation SET name = 'Twelve' WHERE name = '12'");
  ris3_atlas_create_like (empty, path, FALSE, &error);
  g_assert_no_error (error);
  before = test_edit_dump (empty);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      Ris3ImportPlan *plan = plan_of_atlas (path, order[i], NULL);
      g_autofree char *expected = g_strdup_printf ("%u 0 0 0", ris3_import_plan_get_n_rows (plan));

      g_test_message ("%s", ris3_exchange_get_name (order[i]));
      for (guint j = 0; j < plans->len; j++)
        ris3_import_plan_add_earlier (plan, g_ptr_array_index (plans, j));
      g_ptr_array_add (plans, plan);
      compare (plan, empty);
      assert_states (plan, expected);
    }
  edit = ris3_import_plans_make_edit ((Ris3ImportPlan *const *) plans->pdata, plans->len);
  editor = ris3_editor_open (empty, "Test", &error);
  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (result->title, "Import "));
  check_atlas (empty);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (Ris3ImportPlan) plan = plan_of_atlas (path, order[i], NULL);
      g_autofree char *expected = g_strdup_printf ("0 0 %u 0", ris3_import_plan_get_n_rows (plan));

      g_test_message ("%s again", ris3_exchange_get_name (order[i]));
      compare (plan, empty);
      assert_states (plan, expected);
    }
}

/* A strategy of another title is another one; one of which no answer is told is pending. */
static void
test_titles (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autoptr (Ris3ImportPlan) titled = plan_of (RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period|has_health_priority\n"
                                                                         "AT12|Quite another one|2014-2020|\n"
                                                                         "AT12|A third one|2014-2020|1");
  g_autoptr (Ris3ImportPlan) untitled
      = plan_of (RIS3_EXCHANGE_STRATEGIES, "nuts_code|period|remark\nAT12|2014-2020|Of the only one");
  gint title = ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "title");
  g_autoptr (Ris3EditResult) result = NULL;

  compare (untitled, path);
  assert_states (untitled, "0 1 0 0");
  compare (titled, path);
  assert_states (titled, "2 0 0 0");
  g_assert_nonnull (strstr (ris3_import_plan_get_remark (titled, 0, (guint) title), "another strategy of this region"));
  result = apply (titled, path);
  g_assert_cmpint (test_files_query (path, "SELECT analysis_state = 'pending' FROM strategy"
                                           " WHERE title = 'Quite another one'"),
                   ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT analysis_state = 'desk' FROM strategy WHERE title = 'A third one'"),
                   ==, 1);
}

static void
test_changes (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3ImportPlan) plan
      = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|nuts_code|title|period|year|remark\n"
                                           "FRL0-2014|FRL0|A new title|2014-2020||\n"
                                           "|FRL0|Something new|2028-2034|2028|x\n"
                                           "|XX99|Nowhere|2028-2034|1500|\n"
                                           "|FRL0|Something new|2028-2034||");
  g_autoptr (Ris3EditResult) result = NULL;

  compare (plan, path);
  assert_states (plan, "1 1 0 2");
  assert_refused (plan, 2, "nuts_code", "XX99");
  assert_refused (plan, 2, "year", "1500");
  assert_refused (plan, 3, "title", "row 3");
  result = apply (plan, path);
  g_assert_cmpstr (result->title, ==, "Import 2 strategies from “table.csv”");
  g_assert_cmpstr (result->report, ==, "Imported 2 strategies from “table.csv”");
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE id = 'FRL0-2028' AND region_name <> ''"
                                           " AND year = 2028 AND analysis_state = 'pending'"),
                   ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE title = 'A new title' AND year IS NULL"
                                           " AND analyst = 'A'"),
                   ==, 1);
  check_atlas (path);
  compare (plan, path);
  assert_states (plan, "0 0 2 2");
  undo (path);
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
}

static char *
outline (const char *path, const char *strategy_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

  g_assert_no_error (error);
  return test_edit_outline (atlas, strategy_id);
}

static void
assert_outline (const char *path, const char *strategy_id, const char *expected)
{
  g_autofree char *text = outline (path, strategy_id);

  g_assert_cmpstr (text, ==, expected);
}

/* A strategy without priorities. */
static char *
make_tree_atlas (TestFiles *files)
{
  char *path = test_files_copy_default (files, "tree.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3Edit) edit = test_edit_new_strategy ("T", "FRL0");
  g_autoptr (Ris3EditResult) result = NULL;

  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  return path;
}

static void
import_again (Ris3ImportPlan *plan, const char *path)
{
  g_autofree char *expected = g_strdup_printf ("0 0 %u 0", ris3_import_plan_get_n_rows (plan));
  g_autoptr (Ris3EditResult) result = NULL;

  check_atlas (path);
  compare (plan, path);
  assert_states (plan, expected);
  result = apply (plan, path);
  g_assert_cmpint (result->change_id, ==, 0);
}

static void
test_tree (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) plan
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|label|parent_label|text_en|themes\n"
                                           "T|3|2.1|2|b|biomarkers-diagnostics;personalised-medicine\n"
                                           "T|1|1|Area|a|\n"
                                           "T|2|2|Area|c|\n"
                                           "T|4|3|Other area|d|\n"
                                           "T|5|3.1|3|e|");
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;

  compare (plan, path);
  assert_states (plan, "5 0 0 0");
  result = apply (plan, path);
  g_assert_cmpstr (result->title, ==, "Import 5 priorities from “table.csv”");
  assert_outline (path, "T", "Area .1 .2 ..2.1 Other area .3 ..3.1");
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM priority_theme AS t JOIN priority AS p ON p.id ="
                                           " t.priority_id WHERE strategy_id = 'T' AND label = '2.1' AND t.position = 1"
                                           " AND code = 'biomarkers-diagnostics'"),
                   ==, 1);
  import_again (plan, path);
  undo (path);
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_tree_moves (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) plan
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|parent_position|label\n"
                                           "T|1||1\nT|2|1|1.1\nT|3|1|1.2\nT|4||2\nT|5||3\nT|6|5|3.1");
  g_autoptr (Ris3EditResult) result = apply (plan, (compare (plan, path), path));
  g_autofree char *ids = NULL;
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  gint64 first = test_files_query (path, "SELECT min (id) FROM priority WHERE strategy_id = 'T'");
  g_autofree char *text = NULL;
  g_autoptr (Ris3ImportPlan) moves = NULL;
  g_autoptr (Ris3EditResult) moved = NULL;
  guint position = column (RIS3_EXCHANGE_PRIORITIES, "position");

  assert_outline (path, "T", "1 .1.1 .1.2 2 3 .3.1");
  /* 1 comes below 1.1, which comes up; 3 before 2, and a new one between; a row without a number is found by its label.
   */
  text = g_strdup_printf ("priority_id|strategy_id|position|parent_position|label\n"
                          "%d|T|1||1.1\n%d|T|2|1|1\n%d|T|3|2|1.2\n|T|4||3\n|T|5||new\n%d|T|6||2\n%d|T|7|4|3.1",
                          (int) first + 1, (int) first, (int) first + 2, (int) first + 3, (int) first + 5);
  moves = plan_of (RIS3_EXCHANGE_PRIORITIES, text);
  compare (moves, path);
  assert_states (moves, "1 3 3 0");
  g_assert_true (ris3_import_plan_is_changed (moves, 3, position) != ris3_import_plan_is_changed (moves, 5, position));
  moved = apply (moves, path);
  assert_outline (path, "T", "1.1 .1 ..1.2 3 .3.1 new 2");
  import_again (moves, path);
  undo (path);
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
}

/* Rows that the file does not have stay where they are; without positions, new ones come last. */
static void
test_tree_partly (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) plan = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|label\n"
                                                                       "T|1|1\nT|2|2\nT|3|3\nT|4|4");
  g_autoptr (Ris3ImportPlan) between = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|label\n"
                                                                          "T|1|0\nT|2|2\nT|3|2a\nT|4|4\nT|5|5");
  g_autoptr (Ris3ImportPlan) last = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|label|text_en|parent_label\n"
                                                                       "T|2|With a text|\nT|0b||\nT|2.1||2\nT|x||y");
  g_autoptr (Ris3EditResult) result = apply (plan, (compare (plan, path), path));
  g_autoptr (Ris3EditResult) result_between = apply (between, (compare (between, path), path));
  g_autoptr (Ris3EditResult) result_last = NULL;

  assert_outline (path, "T", "1 0 2 2a 3 4 5");
  import_again (between, path);
  compare (last, path);
  assert_states (last, "3 1 0 0");
  result_last = apply (last, path);
  assert_outline (path, "T", "1 0 2 .2.1 2a 3 4 5 0b y .x");
  import_again (last, path);
}

static void
test_tree_refused (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) circle
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|label|parent_label|explicit_pm|themes\n"
                                           "T|1|1|2|0|\nT|2|2|1|0|\nT|3|3|2|0|\nT|3|4||0|nothing\nU|1|x||0|\n"
                                           "T|5|||0|\nT|6|6||maybe|\nT|7|7|6|0|\nT|8|8||0|");
  g_autoptr (Ris3ImportPlan) twice = NULL;
  g_autoptr (Ris3ImportPlan) ambiguous = NULL;
  g_autofree char *text = NULL;
  GString *deep = g_string_new ("strategy_id|position|parent_position|label");
  g_autoptr (Ris3ImportPlan) too_deep = NULL;

  compare (circle, path);
  assert_states (circle, "1 0 0 8");
  assert_refused (circle, 0, "parent_label", "ancestor");
  assert_refused (circle, 1, "parent_label", "ancestor");
  assert_refused (circle, 2, "parent_label", "");
  assert_refused (circle, 3, "position", "used twice");
  assert_refused (circle, 3, "themes", "nothing");
  assert_refused (circle, 4, "strategy_id", "U");
  assert_refused (circle, 5, "label", "neither");
  assert_refused (circle, 6, "explicit_pm", "maybe");
  assert_refused (circle, 7, "parent_label", "row 8");

  for (guint i = 1; i <= 80; i++)
    g_string_append_printf (deep, "\nT|%u|%.0u|%u", i, i - 1, i);
  too_deep = plan_of (RIS3_EXCHANGE_PRIORITIES, deep->str);
  g_string_free (deep, TRUE);
  compare (too_deep, path);
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (too_deep, RIS3_IMPORT_REFUSED), >, 0);
  assert_refused (too_deep, 79, "parent_position", "more than");
  g_clear_pointer (&too_deep, ris3_import_plan_unref);

  twice = plan_of (RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id|label\n9|FRL0-2014|a\n9|FRL0-2014|b");
  compare (twice, path);
  assert_states (twice, "0 0 0 2");
  assert_refused (twice, 0, "priority_id", "row 3");
  assert_refused (twice, 1, "priority_id", "row 2");

  test_files_sql (path,
                  "INSERT INTO priority (strategy_id, position, label, original_text, text, page_label, explicit_pm,"
                  " is_area) VALUES ('T', 1, 'L', '', 'a', '', 0, 0), ('T', 2, 'L', '', 'b', '', 0, 0)");
  ambiguous = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|label|text_en|parent_label\nT|L|c|\nT|M||L");
  compare (ambiguous, path);
  assert_refused (ambiguous, 0, "label", "several");
  assert_refused (ambiguous, 1, "parent_label", "row 2");
}

static void
test_choice (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) strategies
      = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|nuts_code|title|period\n"
                                           "N1|FRL0|One|2028-2034\nN2|FRL0|Two|2028-2034\nN3|XX|Three|2028-2034");
  g_autoptr (Ris3ImportPlan) plan
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|position|parent_position|label\n"
                                           "N1|1||1\nN1|2|1|1.1\nN1|3|2|1.1.1\nN2|1||a\nT|1||b\nN3|1||c");
  Ris3ImportPlan *const plans[] = { strategies, plan };
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3EditResult) result = NULL;

  g_assert_no_error (error);
  compare (strategies, path);
  ris3_import_plan_add_earlier (plan, strategies);
  compare (plan, path);
  assert_states (plan, "5 0 0 1");
  assert_refused (plan, 5, "strategy_id", "was refused");
  g_assert_cmpuint (ris3_import_plan_get_n_chosen (plan), ==, 5);
  ris3_import_plan_set_chosen (plan, 1, FALSE);
  g_assert_false (ris3_import_plan_is_chosen (plan, 2));
  g_assert_cmpuint (ris3_import_plan_get_n_chosen (plan), ==, 3);
  /* A row that went with the strategy it needs brings that back. */
  ris3_import_plan_set_chosen (strategies, 0, FALSE);
  g_assert_false (ris3_import_plan_is_chosen (plan, 0));
  ris3_import_plan_set_chosen (plan, 0, TRUE);
  g_assert_true (ris3_import_plan_is_chosen (plan, 0));
  g_assert_true (ris3_import_plan_is_chosen (strategies, 0));
  ris3_import_plan_set_chosen (strategies, 0, FALSE);
  g_assert_cmpuint (ris3_import_plan_get_n_chosen (plan), ==, 2);
  ris3_import_plan_set_chosen (plan, 2, TRUE);
  g_assert_true (ris3_import_plan_is_chosen (strategies, 0));
  g_assert_true (ris3_import_plan_is_chosen (plan, 0));
  g_assert_true (ris3_import_plan_is_chosen (plan, 1));
  ris3_import_plan_set_chosen (plan, 5, TRUE);
  g_assert_false (ris3_import_plan_is_chosen (plan, 5));
  ris3_import_plan_set_chosen (strategies, 1, FALSE);
  g_assert_cmpuint (ris3_import_plan_get_n_chosen (plan), ==, 4);

  edit = ris3_import_plans_make_edit (plans, G_N_ELEMENTS (plans));
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->title, ==, "Import 5 rows from “table.csv”");
  assert_outline (path, "N1", "1 .1.1 ..1.1.1");
  assert_outline (path, "N2", "");
  assert_outline (path, "T", "b");
}

/* A plan of a sheet, after others of the same file. earlier: NULL: none. (transfer full) */
static Ris3ImportPlan *
plan_of_sheet (const char *path, Ris3Exchange table, const char *sheet, const char *text, Ris3ImportPlan *earlier)
{
  g_autoptr (Ris3ImportPlan) rows = plan_of (table, text);
  Ris3ImportPlan *plan = ris3_import_plan_new (table, "folder/table.csv", sheet);
  guint n_columns;

  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (ris3_import_plan_has_column (rows, i))
      ris3_import_plan_add_column (plan, i, ris3_import_plan_get_heading (rows, i));
  for (guint row = 0; row < ris3_import_plan_get_n_rows (rows); row++)
    {
      ris3_import_plan_add_row (plan, ris3_import_plan_get_line (rows, row));
      for (guint i = 0; i < n_columns; i++)
        if (ris3_import_plan_has_column (rows, i))
          ris3_import_plan_set (plan, i, ris3_import_plan_get_value (rows, row, i));
    }
  if (earlier != NULL)
    ris3_import_plan_add_earlier (plan, earlier);
  compare (plan, path);
  return plan;
}

/* Two sheets of one table are one edit; what the first has, the second must not have again. */
static void
test_sheets (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3ImportPlan) first
      = plan_of_sheet (path, RIS3_EXCHANGE_STRATEGIES, "2014",
                       "strategy_id|nuts_code|title|period\nN1|FRL0|One|2028-2034\n|FRL0|Two|2028-2034\n"
                       "FRL0-2014|FRL0|Other|2014-2020",
                       NULL);
  g_autoptr (Ris3ImportPlan) second
      = plan_of_sheet (path, RIS3_EXCHANGE_STRATEGIES, "2021",
                       "strategy_id|nuts_code|title|period\nN1|FRL0|Three|2028-2034\n|FRL0|Two|2028-2034\n"
                       "|FRL0|Four|2028-2034\nFRL0-2014|FRL0|Again|2014-2020\n|FRL0|Other|2014-2020\n"
                       "FRL0-2028|FRL0|Five|2028-2034",
                       first);
  g_autoptr (Ris3ImportPlan) priorities
      = plan_of_sheet (path, RIS3_EXCHANGE_PRIORITIES, "a", "strategy_id|label\nN1|x\nT|1", first);
  g_autoptr (Ris3ImportPlan) others
      = plan_of_sheet (path, RIS3_EXCHANGE_PRIORITIES, "b", "strategy_id|label\nFRL0-2028-2|y\nT|z\nN1|w", priorities);
  g_autoptr (Ris3ImportPlan) late = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (GError) error = NULL;

  assert_states (first, "2 1 0 0");
  assert_states (second, "1 0 0 5");
  assert_refused (second, 0, "strategy_id", "the same as row 2 of the sheet “2014”");
  assert_refused (second, 1, "title", "the same as row 3 of the sheet “2014”");
  assert_refused (second, 3, "strategy_id", "the same as row 4 of the sheet “2014”");
  assert_refused (second, 4, "title", "the same as row 4 of the sheet “2014”");
  /* What the first sheet's strategy without an identifier is called from now on. */
  assert_refused (second, 5, "strategy_id", "the same as row 3 of the sheet “2014”");
  assert_states (priorities, "2 0 0 0");
  assert_refused (others, 0, "strategy_id", "there is no strategy");
  assert_refused (others, 1, "strategy_id", "priorities of the strategy “T” are also on the sheet “a”, in row 3");
  assert_refused (others, 2, "strategy_id", "");

  /* Without what is there twice. */
  late = plan_of_sheet (path, RIS3_EXCHANGE_PRIORITIES, "b",
                        "strategy_id|label|parent_label\nFRL0-2028|y|\nFRL0-2028|z|y", first);
  ris3_import_plan_add_earlier (late, priorities);
  compare (late, path);
  assert_states (late, "2 0 0 0");
  edit = ris3_import_plans_make_edit ((Ris3ImportPlan *[]){ first, second, priorities, late }, 4);
  editor = ris3_editor_open (path, "Test", &error);
  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->title, ==, "Import 8 rows from “table.csv”");
  check_atlas (path);
  assert_outline (path, "N1", "x");
  assert_outline (path, "FRL0-2028", "y .z");
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE title IN ('Four', 'Other')"), ==, 2);
  undone = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_conflict (Ris3ImportPlan *plan, const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3Edit) edit = ris3_import_plan_make_edit (plan);
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

  g_assert_null (result);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_conflicts (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) plan = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|title\nAT-2021|New\nFRL0-2014|New");
  g_autoptr (Ris3ImportPlan) themes
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id|themes\n1|AT11-2030|biomarkers-diagnostics");
  g_autoptr (Ris3ImportPlan) moves
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id|position|parent_position\n1|AT11-2030|2|\n"
                                           "2|AT11-2030|1|");
  g_autoptr (Ris3ImportPlan) orphans = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|label\nT|1");

  compare (plan, path);
  compare (themes, path);
  compare (moves, path);
  compare (orphans, path);
  assert_states (plan, "0 2 0 0");
  test_files_sql (path, "UPDATE strategy SET remark = 'changed' WHERE id = 'FRL0-2014'");
  assert_conflict (plan, path, "row 3");
  test_files_sql (path, "DELETE FROM priority_theme WHERE priority_id = 1");
  assert_conflict (themes, path, "row 2");
  test_files_sql (path, "UPDATE priority SET position = position + 100 WHERE id IN (1, 2)");
  assert_conflict (moves, path, "table.csv, row");
  test_files_sql (path, "PRAGMA foreign_keys = ON; DELETE FROM strategy WHERE id = 'T'");
  assert_conflict (orphans, path, "deleted");
}

static void
test_cancel (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3ImportPlan) plan = plan_of (RIS3_EXCHANGE_PRIORITIES, "strategy_id|label\nFRL0-2014|1");
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  compare (plan, path);
  edit = ris3_import_plan_make_edit (plan);
  g_cancellable_cancel (cancellable);
  g_assert_false (ris3_import_plan_compare (plan, path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  compare (plan, path);
  ris3_editor_set_cancellable (editor, cancellable);
  result = test_edit_apply (editor, edit, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
cancel_soon (gpointer data)
{
  gpointer *both = data;

  while (ris3_import_plan_get_n_written (both[0]) < 1000)
    g_thread_yield ();
  g_cancellable_cancel (both[1]);
  return NULL;
}

static void
test_cancel_midway (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new ("strategy_id|position|label");
  g_autoptr (Ris3ImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3EditResult) result = NULL;
  gpointer both[2];
  GThread *thread;

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (text, "\nT|%u|%u", i, i);
  plan = plan_of (RIS3_EXCHANGE_PRIORITIES, text->str);
  compare (plan, path);
  assert_states (plan, "20000 0 0 0");
  edit = ris3_import_plan_make_edit (plan);
  ris3_editor_set_cancellable (editor, cancellable);
  both[0] = plan;
  both[1] = cancellable;
  thread = g_thread_new ("cancel", cancel_soon, both);
  result = test_edit_apply (editor, edit, &error);
  g_thread_join (thread);
  /* On a busy machine it may have been made before. */
  if (result != NULL)
    {
      g_test_skip ("It was made before it could be cancelled");
      return;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = test_edit_dump (path);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  ris3_editor_set_cancellable (editor, NULL);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
}

/* Persons come with an import, and leave no trace in the history. */
static void
test_contacts (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_tree_atlas (files);
  g_autoptr (Ris3ImportPlan) organisations
      = plan_of (RIS3_EXCHANGE_ORGANISATIONS, "name|role|nuts_code\nMinistry|national authority|FR\nOffice||");
  g_autoptr (Ris3ImportPlan) contacts = plan_of (
      RIS3_EXCHANGE_CONTACTS, "organisation|name|email|phone\nMinistry|Jane Secretperson|j@example.org|0012\n"
                              "Nobody|x||\nMinistry|||");
  g_autoptr (Ris3ImportPlan) changed = plan_of (
      RIS3_EXCHANGE_CONTACTS, "organisation|name|email|phone\nMinistry|Jane Secretperson|j@example.org|0013");
  Ris3ImportPlan *const plans[] = { organisations, contacts };
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3EditResult) result_changed = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);

  compare (organisations, path);
  assert_states (organisations, "1 0 0 1");
  assert_refused (organisations, 1, "role", "empty");
  ris3_import_plan_add_earlier (contacts, organisations);
  compare (contacts, path);
  assert_states (contacts, "1 0 0 2");
  assert_refused (contacts, 1, "organisation", "Nobody");
  assert_refused (contacts, 2, "name", "neither");
  edit = ris3_import_plans_make_edit (plans, 2);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM contact JOIN organisation AS o ON o.id ="
                                           " organisation_id WHERE o.name = 'Ministry' AND phone = '0012'"),
                   ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM change_part WHERE instr (changeset, 'Secretperson')"),
                   ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM change_row WHERE table_name = 'contact'"), ==, 0);
  g_assert_null (strstr (result->title, "Secretperson"));

  compare (changed, path);
  assert_states (changed, "0 1 0 0");
  result_changed = apply (changed, path);
  g_assert_cmpint (result_changed->change_id, ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM contact WHERE phone = '0013'"), ==, 1);
  compare (changed, path);
  assert_states (changed, "0 0 1 0");

  /* The organisation is needed now. */
  undone = ris3_editor_undo (editor, 0, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "contact"));
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM contact"), ==, 1);
}

/* One row each: what is refused, and what an empty cell means. words: NULL: it is not refused */
static void
test_cells (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    Ris3Exchange table;
    const char *text;
    const char *column;
    const char *words;
  } cases[] = {
    { RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period\nFRL0|T|2020-2014", "period", "not a period" },
    { RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period|nuts_level\nFRL0|T|2028-2034|1", "nuts_level", "level" },
    { RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period|country\nFRL0|T|2028-2034|IT", "country", "country" },
    { RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period|withheld|pm_disputed\nFRL0|T|2028-2034||", "withheld", NULL },
    { RIS3_EXCHANGE_STRATEGIES, "nuts_code|title\nFRL0|U", "period", "Period" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|title\nFRL0-2014|", "title", "empty" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|analysis_state\nFRL0-2014|", "analysis_state", "empty" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|analysis_state\nFRL0-2014|done", "analysis_state", "pending, desk" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|reviewed_on\nFRL0-2014|2026-02-30", "reviewed_on", "not a date" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|pm_mark|pm_basis\nFRL0-2014|1|", "pm_basis", "nothing of its basis" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|pm_mark|pm_basis\nFRL0-2014|0|text", "pm_basis", "without the mark" },
    { RIS3_EXCHANGE_STRATEGIES, "strategy_id|has_health_priority|pm_mark|pm_basis\nFRL0-2014|0|1|text",
      "has_health_priority", "itself" },
    { RIS3_EXCHANGE_STRATEGIES,
      "strategy_id|analysis_state|pm_mark|pm_basis|has_health_priority\nFRL0-2014|pending|||1", "analysis_state",
      "pending" },
    { RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id\n1|FRL0-2014", "strategy_id", "AT11-2030" },
    { RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id\nx|FRL0-2014", "priority_id", "not the number" },
    { RIS3_EXCHANGE_PRIORITIES, "strategy_id|label|is_area|explicit_pm\nFRL0-2014|x|1|1", "explicit_pm", "area" },
    { RIS3_EXCHANGE_PRIORITIES, "strategy_id|label|parent_position\nFRL0-2014|x|77", "parent_position", "77" },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|country|nuts_code|name\nP|r||FRL0|x", "country", NULL },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|nuts_code|name\nP|r|FRL0|y", "name", NULL },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|nuts_version|country|name\nP|r|2016|BR|x", "country", NULL },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|country|name\nP|r||x", "country", "neither" },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|country|nuts_code|name\nP|r|IT|FRL0|x", "country", "country" },
    { RIS3_EXCHANGE_ACTIVITIES, "nuts_code|title|year_from|year_to\nFRL0|x|2020|2019", "year_to", "before the first" },
    { RIS3_EXCHANGE_ACTIVITIES, "nuts_code|title|kind\nFRL0|x|thing", "kind", "best-practice" },
    { RIS3_EXCHANGE_ACTIVITIES, "nuts_code|title|organisation\nFRL0|x|Twin", "organisation", "several" },
    { RIS3_EXCHANGE_ACTIVITIES, "nuts_code|title|themes\nFRL0|x|biomarkers-diagnostics;biomarkers-diagnostics",
      "themes", "twice" },
    { RIS3_EXCHANGE_ORGANISATIONS, "name|nuts_version|nuts_code\nx|2013|FRL0", "nuts_code", "NUTS 2013" },
    { RIS3_EXCHANGE_CONTACTS, "organisation|name|language\nHealth Agency|x|EN", "language", "small letters" },
    { RIS3_EXCHANGE_ASSESSMENTS, "nuts_code|assessor|pm_mark\nFRL0|x|", "pm_mark", "empty" },
    { RIS3_EXCHANGE_NOTES, "text|longitude\nx|1.5", "longitude", "Give both" },
    { RIS3_EXCHANGE_NOTES, "text|longitude|latitude\nx|1.5|99", "latitude", "from -90 to 90" },
    { RIS3_EXCHANGE_NOTES, "text|longitude|latitude\nx|1.50|nan", "latitude", "not a number" },
    { RIS3_EXCHANGE_NOTES, "text|strategy_id|nuts_code\nx|FRL0-2014|FRL0", "nuts_code", "one thing" },
    { RIS3_EXCHANGE_NOTES, "text|priority_id\nx|99999", "priority_id", "99999" },
    { RIS3_EXCHANGE_NOTES, "text|strategy_id|colour\nx|FRL0-2014|red", "colour", "#3584e4" },
    { RIS3_EXCHANGE_NOTES, "text|strategy_id|hidden\nx|FRL0-2014|", "hidden", NULL },
  };
  g_autofree char *path = make_atlas (files);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3ImportPlan) plan = plan_of (cases[i].table, cases[i].text);
      g_autoptr (Ris3EditResult) result = NULL;

      g_test_message ("%s", cases[i].text);
      compare (plan, path);
      if (cases[i].words != NULL)
        {
          guint n_columns;
          gboolean is_said = FALSE;

          assert_states (plan, "0 0 0 1");
          ris3_exchange_get_columns (cases[i].table, &n_columns);
          for (guint j = 0; j < n_columns; j++)
            {
              g_autofree char *message = ris3_import_plan_dup_message (plan, 0, j);

              if (message == NULL)
                continue;
              g_test_message ("  %s", message);
              is_said
                  = is_said || (strstr (message, cases[i].words) != NULL && strstr (message, cases[i].column) != NULL);
            }
          g_assert_true (is_said);
          continue;
        }
      assert_states (plan, "1 0 0 0");
      result = apply (plan, path);
      import_again (plan, path);
    }
}

/* Rows of the smaller tables are changed, and the same is found by what it is as well as by its number. */
/* An empty cell leaves what the atlas has, unless somebody wants it to be emptied. */
static void
test_empty_cells (TestFiles *files, gconstpointer data)
{
  static const char strategies[]
      = "strategy_id|nuts_code|title|period|year|remark|analysis_state|has_health_priority|pm_mark|pm_basis\n"
        "FRL0-2014|||||New remark||||\n"
        "|FRL0|Something new|2028-2034||||||";
  g_autofree char *path = make_atlas (files);
  g_autoptr (Ris3ImportPlan) kept = plan_of (RIS3_EXCHANGE_STRATEGIES, strategies);
  g_autoptr (Ris3ImportPlan) cleared = plan_of (RIS3_EXCHANGE_STRATEGIES, strategies);
  g_autoptr (Ris3ImportPlan) pending
      = plan_of (RIS3_EXCHANGE_STRATEGIES,
                 "strategy_id|analysis_state|has_health_priority|pm_mark|pm_basis|pm_disputed\nFRL0-2014|pending||||");
  g_autoptr (Ris3ImportPlan) priority
      = plan_of (RIS3_EXCHANGE_PRIORITIES, "priority_id|strategy_id|position|label|parent_label|text_en\n"
                                           "9|||||A new text");
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3EditResult) other = NULL;

  test_files_sql (path, "UPDATE strategy SET year = 2015 WHERE id = 'FRL0-2014'");
  compare (cleared, path);
  assert_refused (cleared, 0, "title", "this cell is empty");
  ris3_import_plan_set_clears (kept, FALSE);
  compare (kept, path);
  assert_states (kept, "1 1 0 0");
  g_assert_false (ris3_import_plan_is_changed (kept, 0, column (RIS3_EXCHANGE_STRATEGIES, "year")));
  result = apply (kept, path);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE id = 'FRL0-2014' AND year = 2015 AND"
                                           " remark = 'New remark' AND region_code = 'FRL0'"),
                   ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE id = 'FRL0-2028' AND year IS NULL AND"
                                           " analysis_state = 'pending'"),
                   ==, 1);
  check_atlas (path);
  ris3_import_plan_set_clears (priority, FALSE);
  compare (priority, path);
  assert_states (priority, "0 1 0 0");
  other = apply (priority, path);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM priority WHERE id = 9 AND text = 'A new text' AND"
                                           " label <> ''"),
                   ==, 1);
  /* What cannot be with another cell is emptied. */
  ris3_import_plan_set_clears (pending, FALSE);
  compare (pending, path);
  assert_states (pending, "0 1 0 0");
}

/* Spaces at the ends of a name are a part of it only where somebody has them. */
static void
test_spaces (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autoptr (Ris3ImportPlan) strategies = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|remark\n FRL0-2014 |x");
  g_autoptr (Ris3ImportPlan) spaced = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|remark\n odd |x");
  g_autoptr (Ris3ImportPlan) contacts
      = plan_of (RIS3_EXCHANGE_CONTACTS, "organisation|name\nHealth Agency |A\n Odd Agency |B");

  test_files_sql (path, "UPDATE organisation SET name = ' Odd Agency ' WHERE name = '12';"
                        "CREATE TEMP TABLE odd AS SELECT * FROM strategy WHERE id = 'FRL0-2014';"
                        "UPDATE odd SET id = ' odd ', title = 'Odd'; INSERT INTO strategy SELECT * FROM odd");
  compare (strategies, path);
  assert_states (strategies, "0 1 0 0");
  g_assert_nonnull (strstr (ris3_import_plan_get_remark (strategies, 0, 0), "without the spaces at its ends"));
  compare (spaced, path);
  assert_states (spaced, "0 1 0 0");
  compare (contacts, path);
  assert_states (contacts, "2 0 0 0");
}

/* By what a strategy is known is for a person to say. */
static void
test_identity (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *states;
  } cases[] = {
    { "usual", "2 0 0 1" },
    { "identifier", "3 0 0 0" },
    { "region-period", "0 2 0 1" },
    { "region-period-title", "2 0 0 1" },
  };
  g_autofree char *path = make_atlas (files);
  Ris3ImportIdentity identity;

  /* AT12 has one strategy of that period; another atlas's identifier means nothing here. */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3ImportPlan) plan = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|nuts_code|title|period\n"
                                                                           "X-1|AT12|Another title|2014-2020\n"
                                                                           "|FRL0|Another title|2014-2020\n"
                                                                           "|XX99|Nowhere|2014-2020");

      g_assert_true (ris3_import_identity_from_name (cases[i].name, &identity));
      g_assert_cmpstr (ris3_import_identity_get_name (identity), ==, cases[i].name);
      ris3_import_plan_set_identity (plan, identity);
      compare (plan, path);
      if (i == 1)
        assert_refused (plan, 2, "nuts_code", "XX99");
      else
        assert_states (plan, cases[i].states);
    }
  g_assert_false (ris3_import_identity_from_name ("looks", &identity));
}

/* What is wrong is said of the column that it is about, also if the file does not have it; and a region has a name. */
static void
test_absent (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autoptr (Ris3ImportPlan) marked = plan_of (RIS3_EXCHANGE_STRATEGIES, "strategy_id|nuts_code|title|period|pm_mark\n"
                                                                         "|FRL0|New|2028-2034|1");
  g_autoptr (Ris3ImportPlan) untitled = plan_of (RIS3_EXCHANGE_STRATEGIES, "nuts_code|period\nFRL0|2028-2034");
  g_autoptr (Ris3ImportPlan) unnamed
      = plan_of (RIS3_EXCHANGE_STRATEGIES, "nuts_code|region_name|title|period\nFRL0||New|2028-2034");
  g_autoptr (Ris3EditResult) result = NULL;

  compare (marked, path);
  assert_refused (marked, 0, "pm_basis", "The file has no column “");
  compare (untitled, path);
  assert_refused (untitled, 0, "title", "the file has no such column");
  compare (unnamed, path);
  assert_states (unnamed, "1 0 0 0");
  result = apply (unnamed, path);
  g_assert_cmpint (
      test_files_query (path, "SELECT count(*) FROM strategy WHERE id = 'FRL0-2028' AND region_name <> ''"), ==, 1);
}

/* What can hardly be meant is said, and no more. */
static void
test_doubts (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_atlas (files);
  g_autoptr (Ris3ImportPlan) plan = plan_of (RIS3_EXCHANGE_STRATEGIES, "nuts_code|title|period|year\n"
                                                                       "FRL0|Late|2028-2034|2012\n"
                                                                       "FRL0|Early|2028-2034|2027");
  g_autoptr (Ris3ImportPlan) activity = plan_of (RIS3_EXCHANGE_ACTIVITIES, "nuts_code|title|url\n"
                                                                           "FRL0|A|https://example.org/a\n"
                                                                           "FRL0|B|javascript:alert(1)\n"
                                                                           "FRL0|C|www.example.org");
  guint year = column (RIS3_EXCHANGE_STRATEGIES, "year");

  compare (plan, path);
  assert_states (plan, "2 0 0 0");
  g_assert_nonnull (strstr (ris3_import_plan_get_remark (plan, 0, year), "The year 2012 is not in the period"));
  g_assert_null (ris3_import_plan_get_remark (plan, 1, year));
  compare (activity, path);
  assert_states (activity, "1 0 0 2");
  assert_refused (activity, 1, "url", "http://");
}

static void
test_small_tables (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    Ris3Exchange table;
    const char *text;
    const char *states;
  } cases[] = {
    { RIS3_EXCHANGE_ACTIVITIES,
      "nuts_code|title|organisation|themes|year_to\nFRL0|Genome Health Agency|12|biomarkers-diagnostics|2020\n"
      "FRL0|New||biomarkers-diagnostics;personalised-medicine|",
      "1 1 0 0" },
    { RIS3_EXCHANGE_ORGANISATIONS, "name|nuts_code|role\nHealth Agency|FRL0|analyst\nNew||other", "1 1 0 0" },
    { RIS3_EXCHANGE_PARTICIPATIONS, "programme|role|country|nuts_code|name|source\nICPerMed|member|AT|AT|Austria|x",
      "0 1 0 0" },
    { RIS3_EXCHANGE_ASSESSMENTS, "nuts_code|assessor|pm_mark\nAT21|Commission|1\nAT21|Somebody|0", "1 1 0 0" },
    { RIS3_EXCHANGE_NOTES,
      "text|longitude|latitude|colour|changed_at\nHere|16.1|48.2000000001|#000000|\nThere|-1e-7|0||", "1 1 0 0" },
  };
  g_autofree char *path = make_atlas (files);
  g_autofree char *before = test_edit_dump (path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3ImportPlan) plan = plan_of (cases[i].table, cases[i].text);
      g_autoptr (Ris3EditResult) result = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].text);
      compare (plan, path);
      assert_states (plan, cases[i].states);
      result = apply (plan, path);
      import_again (plan, path);
      undo (path);
      after = test_edit_dump (path);
      g_assert_cmpstr (before, ==, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/import-plan/same", test_same);
  TEST_ADD ("/import-plan/same-without-keys", test_same_without_keys);
  TEST_ADD ("/import-plan/empty", test_empty);
  TEST_ADD ("/import-plan/changes", test_changes);
  TEST_ADD ("/import-plan/titles", test_titles);
  TEST_ADD ("/import-plan/tree", test_tree);
  TEST_ADD ("/import-plan/tree/moves", test_tree_moves);
  TEST_ADD ("/import-plan/tree/partly", test_tree_partly);
  TEST_ADD ("/import-plan/tree/refused", test_tree_refused);
  TEST_ADD ("/import-plan/choice", test_choice);
  TEST_ADD ("/import-plan/sheets", test_sheets);
  TEST_ADD ("/import-plan/conflicts", test_conflicts);
  TEST_ADD ("/import-plan/cancel", test_cancel);
  TEST_ADD ("/import-plan/cancel/midway", test_cancel_midway);
  TEST_ADD ("/import-plan/contacts", test_contacts);
  TEST_ADD ("/import-plan/cells", test_cells);
  TEST_ADD ("/import-plan/small-tables", test_small_tables);
  TEST_ADD ("/import-plan/empty-cells", test_empty_cells);
  TEST_ADD ("/import-plan/identity", test_identity);
  TEST_ADD ("/import-plan/spaces", test_spaces);
  TEST_ADD ("/import-plan/absent", test_absent);
  TEST_ADD ("/import-plan/doubts", test_doubts);
  return g_test_run ();
}
