/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every row of data/atlas is in the default atlas, with every cell; and the figures that are quoted. */

#include "config.h"

#include <string.h>

#include "geo/ris3-table.h"
#include "model/ris3-atlas.h"
#include "test-files.h"

typedef struct
{
  Ris3Table *table;
  guint row;
} Row;

static Ris3Table *
load_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RIS3_TEST_TABLES"), name, NULL);
  g_autoptr (GError) error = NULL;
  Ris3Table *table = ris3_table_load (path, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static const char *
cell (const Row *row, const char *column)
{
  const char *const *columns = ris3_table_get_columns (row->table);
  guint n_columns = ris3_table_get_n_columns (row->table);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i], column))
      return ris3_table_get_cells (row->table)[row->row * n_columns + i];
  g_assert_not_reached ();
}

static Ris3Atlas *
open_default (void)
{
  g_autoptr (GError) error = NULL;
  Ris3Atlas *atlas = ris3_atlas_open (test_default_atlas (), NULL, &error);

  g_assert_no_error (error);
  return atlas;
}

static GHashTable *
index_strategies (Ris3Atlas *atlas)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_assert_true (g_hash_table_insert (index, (char *) ris3_strategy_get_id (strategy), strategy));
    }
  return index;
}

static void
assert_number (guint number, const char *text)
{
  g_autofree char *expected = number != 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_answer (Ris3Answer answer, const char *text)
{
  static const char *const texts[] = { "", "0", "1" };

  g_assert_cmpstr (text, ==, texts[answer]);
}

static void
test_strategies (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Atlas) atlas = open_default ();
  g_autoptr (GHashTable) index = index_strategies (atlas);
  g_autoptr (Ris3Table) table = load_table ("strategies.csv");
  Row row = { table, 0 };

  g_assert_cmpuint (g_hash_table_size (index), ==, ris3_table_get_n_rows (table));
  for (; row.row < ris3_table_get_n_rows (table); row.row++)
    {
      Ris3Strategy *strategy = g_hash_table_lookup (index, cell (&row, "strategy_id"));
      g_autofree char *level = NULL;

      g_assert_nonnull (strategy);
      assert_number (ris3_strategy_get_nuts_version (strategy), cell (&row, "nuts_version"));
      g_assert_cmpstr (ris3_strategy_get_region_code (strategy), ==, cell (&row, "nuts_code"));
      level = g_strdup_printf ("%u", ris3_strategy_get_level (strategy));
      g_assert_cmpstr (level, ==, cell (&row, "nuts_level"));
      g_assert_cmpstr (ris3_strategy_get_country (strategy), ==, cell (&row, "country"));
      g_assert_cmpstr (ris3_strategy_get_region_name (strategy), ==, cell (&row, "region_name"));
      g_assert_cmpstr (ris3_strategy_get_title (strategy), ==, cell (&row, "title"));
      assert_number (ris3_strategy_get_year (strategy), cell (&row, "year"));
      g_assert_cmpstr (ris3_strategy_get_period (strategy), ==, cell (&row, "period"));
      g_assert_cmpstr (ris3_strategy_get_language (strategy), ==, cell (&row, "language"));
      g_assert_cmpstr (ris3_analysis_state_get_id (ris3_strategy_get_analysis_state (strategy)), ==,
                       cell (&row, "analysis_state"));
      assert_answer (ris3_strategy_get_health_priority (strategy), cell (&row, "has_health_priority"));
      assert_answer (ris3_strategy_get_pm_mark (strategy), cell (&row, "pm_mark"));
      g_assert_cmpstr (ris3_basis_get_id (ris3_strategy_get_pm_basis (strategy)), ==, cell (&row, "pm_basis"));
      g_assert_true (ris3_strategy_get_pm_disputed (strategy) == g_str_equal (cell (&row, "pm_disputed"), "1"));
      g_assert_cmpstr (ris3_source_kind_get_id (ris3_strategy_get_source_kind (strategy)), ==,
                       cell (&row, "source_kind"));
      g_assert_cmpstr (ris3_strategy_get_source_title (strategy), ==, cell (&row, "source_title"));
      g_assert_cmpstr (ris3_strategy_get_source_url (strategy), ==, cell (&row, "source_url"));
      g_assert_cmpstr (ris3_strategy_get_document_url (strategy), ==, cell (&row, "document_url"));
      g_assert_cmpstr (ris3_strategy_get_remark (strategy), ==, cell (&row, "remark"));
    }
}

typedef struct
{
  Ris3Priority *priority;
  Ris3Priority *parent;
} Found;

/* The statements of a tree, without its areas, by id: the order of the rows. */
static void
flatten (GListModel *priorities, Ris3Priority *parent, GArray *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      Found item = { priority, parent };

      if (!ris3_priority_get_is_area (priority))
        g_array_append_val (found, item);
      else
        g_assert_cmpuint (g_list_model_get_n_items (ris3_priority_get_children (priority)), >, 0);
      flatten (ris3_priority_get_children (priority), priority, found);
    }
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  gint64 id_a = ris3_priority_get_id (((const Found *) a)->priority);
  gint64 id_b = ris3_priority_get_id (((const Found *) b)->priority);

  return id_a < id_b ? -1 : id_a > id_b;
}

/* Codes of the table to the names that the atlas gives. (transfer full) */
static char *
name_themes (Ris3Table *codebook, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, ";", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    for (Row row = { codebook, 0 }; row.row < ris3_table_get_n_rows (codebook); row.row++)
      if (g_str_equal (cell (&row, "scheme"), "health-theme") && g_str_equal (cell (&row, "code"), parts[i]))
        g_ptr_array_add (names, (char *) cell (&row, "name"));
  g_assert_cmpuint (names->len, ==, g_strv_length (parts));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (";", (char **) names->pdata);
}

static void
test_priorities (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Atlas) atlas = open_default ();
  g_autoptr (GHashTable) index = index_strategies (atlas);
  g_autoptr (Ris3Table) table = load_table ("priorities.csv");
  g_autoptr (Ris3Table) codebook = load_table ("codebook.csv");
  guint n_rows = 0;
  GHashTableIter iter;
  gpointer id;
  gpointer strategy;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &id, &strategy))
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
      guint n = 0;

      flatten (ris3_strategy_get_priorities (strategy), NULL, found);
      g_array_sort (found, compare_found);
      for (Row row = { table, 0 }; row.row < ris3_table_get_n_rows (table); row.row++)
        {
          const Found *item;
          g_autofree char *position = NULL;
          g_autofree char *themes = NULL;
          g_autofree char *expected_themes = NULL;

          if (!g_str_equal (cell (&row, "strategy_id"), id))
            continue;
          g_assert_cmpuint (n, <, found->len);
          item = &g_array_index (found, Found, n++);
          position = g_strdup_printf ("%u", n);
          g_assert_cmpstr (position, ==, cell (&row, "position"));
          g_assert_cmpstr (ris3_priority_get_label (item->priority), ==, cell (&row, "label"));
          g_assert_cmpstr (ris3_priority_get_text (item->priority), ==, cell (&row, "text_en"));
          g_assert_cmpstr (ris3_priority_get_page_label (item->priority), ==, cell (&row, "page"));
          g_assert_cmpint (ris3_priority_get_page_index (item->priority), ==, -1);
          g_assert_true (ris3_priority_get_explicit_pm (item->priority)
                         == g_str_equal (cell (&row, "explicit_pm"), "1"));
          g_assert_cmpstr (item->parent != NULL ? ris3_priority_get_label (item->parent) : "", ==,
                           cell (&row, "parent_label"));
          themes = g_strjoinv (";", (char **) ris3_priority_get_themes (item->priority));
          expected_themes = name_themes (codebook, cell (&row, "themes"));
          g_assert_cmpstr (themes, ==, expected_themes);
        }
      g_assert_cmpuint (n, ==, found->len);
      n_rows += n;
    }
  g_assert_cmpuint (n_rows, ==, ris3_table_get_n_rows (table));
}

static void
test_participations (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Atlas) atlas = open_default ();
  g_autoptr (Ris3Table) table = load_table ("participation.csv");
  GListModel *list = ris3_atlas_get_participations (atlas);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, ris3_table_get_n_rows (table));
  for (Row row = { table, 0 }; row.row < ris3_table_get_n_rows (table); row.row++)
    {
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (Ris3Participation) item = g_list_model_get_item (list, i);

          n += g_str_equal (ris3_participation_get_programme (item), cell (&row, "programme"))
               && g_str_equal (ris3_participation_get_role (item), cell (&row, "role"))
               && g_str_equal (ris3_participation_get_country (item), cell (&row, "country"))
               && g_str_equal (ris3_participation_get_region_code (item), cell (&row, "nuts_code"))
               && g_str_equal (ris3_participation_get_name (item), cell (&row, "name"))
               && g_str_equal (ris3_participation_get_source (item), cell (&row, "source"))
               && (ris3_participation_get_nuts_version (item) == 0) == (cell (&row, "nuts_code")[0] == '\0');
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_assessments (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Atlas) atlas = open_default ();
  g_autoptr (Ris3Table) table = load_table ("pm_assessments.csv");
  GListModel *assessments = ris3_atlas_get_assessments (atlas);
  GListModel *comments = ris3_atlas_get_comments (atlas);
  guint n_assessments = 0;
  guint n_comments = 0;

  for (Row row = { table, 0 }; row.row < ris3_table_get_n_rows (table); row.row++)
    {
      const char *code = cell (&row, "nuts_code");
      const char *by_commission = cell (&row, "pm_according_to_ec");
      const char *by_region = cell (&row, "pm_according_to_region");

      for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
        {
          g_autoptr (Ris3Assessment) item = g_list_model_get_item (assessments, i);
          if (g_str_equal (ris3_assessment_get_region_code (item), code))
            {
              n_assessments++;
              g_assert_cmpstr (by_commission, ==, ris3_assessment_get_pm_mark (item) ? "1" : "0");
              g_assert_cmpstr (ris3_assessment_get_source_url (item), ==, cell (&row, "source_url"));
              g_assert_cmpstr (ris3_assessment_get_assessor (item), ==, "Commission");
            }
        }
      for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
        {
          g_autoptr (Ris3Comment) item = g_list_model_get_item (comments, i);
          if (g_str_equal (ris3_comment_get_region_code (item), code))
            {
              n_comments++;
              g_assert_cmpstr (by_region, ==, strstr (ris3_comment_get_text (item), " not ") == NULL ? "1" : "0");
              g_assert_cmpstr (ris3_comment_get_source_url (item), ==, cell (&row, "source_url"));
              g_assert_cmpstr (ris3_comment_get_state (item), ==, "received");
              g_assert_cmpstr (ris3_comment_get_channel (item), ==, "SAPHIRe survey");
              g_assert_cmpstr (ris3_comment_get_strategy_id (item), ==, "");
            }
        }
      n_assessments -= by_commission[0] != '\0';
      n_comments -= by_region[0] != '\0';
    }
  g_assert_cmpuint (n_assessments, ==, 0);
  g_assert_cmpuint (n_comments, ==, 0);
}

static void
test_codebook (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Table) table = load_table ("codebook.csv");

  g_assert_cmpint (test_files_query (test_default_atlas (), "SELECT count(*) FROM codebook"), ==,
                   ris3_table_get_n_rows (table));
  for (Row row = { table, 0 }; row.row < ris3_table_get_n_rows (table); row.row++)
    {
      g_autofree char *name = g_strescape (cell (&row, "name"), NULL);
      g_autofree char *sql
          = g_strdup_printf ("SELECT count(*) FROM codebook WHERE scheme = '%s' AND version = '%s' AND code = '%s'"
                             " AND coalesce (parent_code, '') = '%s' AND name = '%s' AND position = %u",
                             cell (&row, "scheme"), cell (&row, "version"), cell (&row, "code"),
                             cell (&row, "parent_code"), name, row.row + 1);

      g_assert_cmpint (test_files_query (test_default_atlas (), sql), ==, 1);
    }
  /* "2.10" is not "2.1". */
  g_assert_cmpint (test_files_query (test_default_atlas (),
                                     "SELECT count(*) FROM codebook WHERE scheme = 'oecd-fields' AND code IN ('2.1', "
                                     "'2.10')"),
                   ==, 2);
}

/* The figure for which the program is quoted, computed without any of its code. */
static void
test_headline (TestFiles *files, gconstpointer data)
{
#define OF_PERIOD " FROM strategy WHERE period = '2014-2020'"
  g_assert_cmpint (test_files_query (test_default_atlas (), "SELECT count(*)" OF_PERIOD), ==, 198);
  g_assert_cmpint (
      test_files_query (test_default_atlas (), "SELECT count(*)" OF_PERIOD " AND analysis_state <> 'pending'"), ==,
      170);
  g_assert_cmpint (test_files_query (test_default_atlas (), "SELECT count(*)" OF_PERIOD " AND pm_mark = 1"), ==, 32);
  g_assert_cmpint (test_files_query (test_default_atlas (), "SELECT count(*) FROM strategy WHERE pm_mark = 1"), ==, 49);
}

/* A mark, and a dispute of it, rest on what the other tables say. */
static void
test_evidence (TestFiles *files, gconstpointer data)
{
#define RECORD(test) "EXISTS (SELECT 1 FROM assessment AS r WHERE r.region_code = s.region_code AND r.pm_mark " test ")"
#define ANSWER(code, test)                                                                                             \
  "EXISTS (SELECT 1 FROM comment AS c WHERE c.region_code " code " AND (c.text NOT LIKE '% not %') " test ")"
  static const char recorded[]
      = "SELECT count(*) FROM strategy AS s WHERE pm_basis = 'commission' AND NOT " RECORD ("= 1");
  /* By itself or, for Zuid-Nederland, by a region within it. */
  static const char answered[] = "SELECT count(*) FROM strategy AS s WHERE pm_basis = 'region' AND NOT " ANSWER (
      "GLOB s.region_code || '*'", "= 1");
  static const char undisputed[] = "SELECT count(*) FROM strategy AS s WHERE pm_disputed AND NOT " RECORD (
      "<> s.pm_mark") " AND NOT " ANSWER ("= s.region_code", "<> s.pm_mark");
  /* A marked strategy that a record or an answer contradicts is said to be disputed. */
  static const char untold[] = "SELECT count(*) FROM strategy AS s WHERE pm_mark = 1 AND NOT pm_disputed AND (" RECORD (
      "= 0") " OR " ANSWER ("= s.region_code", "= 0") ")";

  g_assert_cmpint (test_files_query (test_default_atlas (), recorded), ==, 0);
  g_assert_cmpint (test_files_query (test_default_atlas (), answered), ==, 0);
  g_assert_cmpint (test_files_query (test_default_atlas (), undisputed), ==, 0);
  g_assert_cmpint (test_files_query (test_default_atlas (), untold), ==, 0);
}

static void
append_tree (GListModel *priorities, guint depth, GString *out)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      g_string_append_printf (out, "%*s%s p%s%s%s\n", (int) depth, "", ris3_priority_get_label (priority),
                              ris3_priority_get_page_label (priority),
                              ris3_priority_get_explicit_pm (priority) ? " explicit" : "",
                              ris3_priority_get_is_area (priority) ? " area" : "");
      append_tree (ris3_priority_get_children (priority), depth + 1, out);
    }
}

static void
assert_tree (GHashTable *index, const char *id, const char *expected)
{
  g_autoptr (GString) tree = g_string_new (NULL);

  append_tree (ris3_strategy_get_priorities (g_hash_table_lookup (index, id)), 0, tree);
  g_assert_cmpstr (tree->str, ==, expected);
}

static void
test_trees (TestFiles *files, gconstpointer data)
{
  g_autoptr (Ris3Atlas) atlas = open_default ();
  g_autoptr (GHashTable) index = index_strategies (atlas);

  assert_tree (index, "FRL0-2014",
               "3 p28\n"
               " 3.1 p28\n"
               "  3.1.1 p28\n"
               "  3.1.2 p28\n"
               "  3.1.3 p28\n"
               "  3.1.4 p28\n"
               "  3.1.5 p28 explicit\n"
               " 3.2 p28\n"
               "  3.2.1 p28\n"
               "  3.2.2 p28\n"
               " 3.3 p28\n");
  /* Several rows with the same label, within one area that has no row. */
  assert_tree (index, "BE3-2014",
               "S3 priorities p area\n"
               " Health p\n"
               " Health p\n"
               " Health p\n"
               " Digital technologies and Industry 4.0 p\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/default-atlas/strategies", test_strategies);
  TEST_ADD ("/default-atlas/priorities", test_priorities);
  TEST_ADD ("/default-atlas/participations", test_participations);
  TEST_ADD ("/default-atlas/assessments", test_assessments);
  TEST_ADD ("/default-atlas/codebook", test_codebook);
  TEST_ADD ("/default-atlas/headline", test_headline);
  TEST_ADD ("/default-atlas/evidence", test_evidence);
  TEST_ADD ("/default-atlas/trees", test_trees);
  return g_test_run ();
}
