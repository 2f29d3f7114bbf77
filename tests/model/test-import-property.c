/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random changes of exported rows: an import finds exactly these, makes them, finds nothing the next time, and its undo
 * restores the atlas as it was. */

#include "config.h"

#include <string.h>

#include "model/ris3-editor.h"
#include "model/ris3-exchange-rows.h"
#include "model/ris3-import-plan.h"
#include "test-edits.h"
#include "test-files.h"

#define N_ROUNDS 12
#define N_TREES 40

static guint
column (Ris3Exchange table, const char *name)
{
  gint i = ris3_exchange_find_column (table, name);

  g_assert_cmpint (i, >=, 0);
  return (guint) i;
}

static void
compare (Ris3ImportPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  guint n_columns;

  ris3_import_plan_compare (plan, path, NULL, NULL, &error);
  g_assert_no_error (error);
  ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);
  for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *message = ris3_import_plan_dup_message (plan, i, j);

        if (message != NULL)
          g_error ("%s", message);
      }
}

static void
apply (Ris3ImportPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
  g_autoptr (Ris3Edit) edit = ris3_import_plan_make_edit (plan);
  g_autoptr (Ris3EditResult) result = NULL;

  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
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
assert_all_same (Ris3ImportPlan *plan, const char *path)
{
  compare (plan, path);
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME), ==, ris3_import_plan_get_n_rows (plan));
}

/* What can be changed in any row, and into what. */
static const struct
{
  Ris3Exchange table;
  const char *column;
  const char *values[3];
} changes[] = {
  { RIS3_EXCHANGE_STRATEGIES, "title", { "Another title", "Ñandú; \"quoted\", 1", "=1+1" } },
  { RIS3_EXCHANGE_STRATEGIES, "year", { "2019", "", "1990" } },
  { RIS3_EXCHANGE_STRATEGIES, "language", { "", "fr", "el" } },
  { RIS3_EXCHANGE_STRATEGIES, "reviewed_on", { "2026-02-28", "", "1999-12-31" } },
  { RIS3_EXCHANGE_STRATEGIES, "withheld", { "1", "0", "1" } },
  { RIS3_EXCHANGE_STRATEGIES, "remark", { "", "Line\nline", " spaces " } },
  { RIS3_EXCHANGE_PRIORITIES, "label", { "2.10", "007", "x" } },
  { RIS3_EXCHANGE_PRIORITIES, "text_en", { "A", "B", "Ω" } },
  { RIS3_EXCHANGE_PRIORITIES, "page_index", { "0", "", "12" } },
  { RIS3_EXCHANGE_PRIORITIES, "quote", { "\"", "", "q" } },
  { RIS3_EXCHANGE_PRIORITIES,
    "themes",
    { "", "biomarkers-diagnostics", "personalised-medicine;biomarkers-diagnostics" } },
  { RIS3_EXCHANGE_PARTICIPATIONS, "source", { "", "s", "https://example.org" } },
};

static Ris3ImportPlan *
make_changed (Ris3ExchangeRows *rows, Ris3Exchange table, GRand *rand, GHashTable *changed)
{
  Ris3ImportPlan *plan = ris3_import_plan_new (table, "table.csv", NULL);
  guint n_columns;
  guint n_rows = ris3_exchange_rows_get_n_rows (rows);

  ris3_import_plan_set_clears (plan, TRUE);
  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    ris3_import_plan_add_column (plan, i, NULL);
  for (guint row = 0; row < n_rows; row++)
    {
      ris3_import_plan_add_row (plan, row + 2);
      for (guint i = 0; i < n_columns; i++)
        ris3_import_plan_set (plan, i, ris3_exchange_rows_get (rows, row, i));
      /* A label may be that of the parent of others. */
      if (table == RIS3_EXCHANGE_PRIORITIES)
        ris3_import_plan_set (plan, column (table, "parent_label"), "");
      for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          const char *value = changes[i].values[g_rand_int_range (rand, 0, 3)];
          guint at;

          if (changes[i].table != table || g_rand_int_range (rand, 0, 20) != 0)
            continue;
          at = column (table, changes[i].column);
          ris3_import_plan_set (plan, at, value);
          if (!g_str_equal (value, ris3_exchange_rows_get (rows, row, at)))
            g_hash_table_add (changed, GUINT_TO_POINTER (row * n_columns + at + 1));
        }
    }
  return plan;
}

static void
test_changes (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const Ris3Exchange table = round % 3;
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3ExchangeRows) rows = ris3_exchange_rows_load (path, table, NULL, &error);
      g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
      g_autoptr (Ris3ImportPlan) plan = make_changed (rows, table, rand, changed);
      g_autofree char *after = NULL;
      guint n_columns;
      guint n_found = 0;

      ris3_exchange_get_columns (table, &n_columns);
      compare (plan, path);
      for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
        {
          gboolean is_changed = FALSE;

          for (guint j = 0; j < n_columns; j++)
            {
              gboolean is = g_hash_table_contains (changed, GUINT_TO_POINTER (i * n_columns + j + 1));

              g_assert_cmpint (ris3_import_plan_is_changed (plan, i, j), ==, is);
              is_changed = is_changed || is;
              n_found += is ? 1 : 0;
            }
          g_assert_cmpint (ris3_import_plan_get_state (plan, i), ==,
                           is_changed ? RIS3_IMPORT_CHANGED : RIS3_IMPORT_SAME);
        }
      g_assert_cmpuint (n_found, ==, g_hash_table_size (changed));
      apply (plan, path);
      assert_all_same (plan, path);
      undo (path);
      after = test_edit_dump (path);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A tree as a table: for each row its number in the atlas, its label, and its parent's row. */
typedef struct
{
  guint n;
  guint parent[32]; /* + 1; 0: none. Always of a row that was made before */
  guint order[32];  /* the position of each row */
  char *ids[32];    /* NULL: a new row */
} Tree;

static void
tree_shuffle (Tree *tree, GRand *rand)
{
  for (guint i = 0; i < tree->n; i++)
    tree->order[i] = i + 1;
  for (guint i = tree->n; i-- > 1;)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      guint kept = tree->order[i];

      tree->order[i] = tree->order[j];
      tree->order[j] = kept;
    }
  for (guint i = 0; i < tree->n; i++)
    tree->parent[i] = i > 0 && g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 1, (gint32) i + 1) : 0;
}

static void
tree_append_outline (Tree *tree, GString *text, guint parent, guint depth)
{
  for (guint position = 1; position <= tree->n; position++)
    for (guint i = 0; i < tree->n; i++)
      if (tree->order[i] == position && tree->parent[i] == parent)
        {
          if (text->len > 0)
            g_string_append_c (text, ' ');
          for (guint j = 0; j < depth; j++)
            g_string_append_c (text, '.');
          g_string_append_printf (text, "L%u", i);
          tree_append_outline (tree, text, i + 1, depth + 1);
        }
}

static Ris3ImportPlan *
tree_to_plan (Tree *tree)
{
  static const char *const names[] = { "priority_id", "strategy_id", "position", "parent_position", "label" };
  Ris3ImportPlan *plan = ris3_import_plan_new (RIS3_EXCHANGE_PRIORITIES, "tree.csv", NULL);

  ris3_import_plan_set_clears (plan, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ris3_import_plan_add_column (plan, column (RIS3_EXCHANGE_PRIORITIES, names[i]), NULL);
  for (guint i = 0; i < tree->n; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", tree->order[i]);
      g_autofree char *above
          = tree->parent[i] > 0 ? g_strdup_printf ("%u", tree->order[tree->parent[i] - 1]) : g_strdup ("");
      g_autofree char *label = g_strdup_printf ("L%u", i);
      const char *cells[] = { tree->ids[i] != NULL ? tree->ids[i] : "", "T", position, above, label };

      ris3_import_plan_add_row (plan, i + 2);
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        ris3_import_plan_set (plan, column (RIS3_EXCHANGE_PRIORITIES, names[j]), cells[j]);
    }
  return plan;
}

static void
tree_read_ids (Tree *tree, const char *path)
{
  for (guint i = 0; i < tree->n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM priority WHERE strategy_id = 'T' AND label = 'L%u'", i);

      g_free (tree->ids[i]);
      tree->ids[i] = g_strdup_printf ("%d", (int) test_files_query (path, sql));
    }
}

/* Trees that grow and are put into another order by the file. */
static void
test_trees (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (GRand) rand = g_rand_new_with_seed (2027);
  g_autoptr (GError) error = NULL;
  Tree tree = { 0 };

  {
    g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
    g_autoptr (Ris3Edit) edit = test_edit_new_strategy ("T", "FRL0");
    g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

    g_assert_no_error (error);
  }
  for (guint round = 0; round < N_TREES; round++)
    {
      g_autoptr (Ris3ImportPlan) plan = NULL;
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autofree char *before = test_edit_dump (path);
      g_autofree char *after = NULL;
      g_autofree char *outline = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);

      tree.n = MIN (tree.n + (guint) g_rand_int_range (rand, 0, 4), G_N_ELEMENTS (tree.ids));
      tree_shuffle (&tree, rand);
      plan = tree_to_plan (&tree);
      compare (plan, path);
      apply (plan, path);
      atlas = ris3_atlas_open (path, NULL, &error);
      g_assert_no_error (error);
      outline = test_edit_outline (atlas, "T");
      tree_append_outline (&tree, expected, 0, 0);
      g_assert_cmpstr (outline, ==, expected->str);
      assert_all_same (plan, path);
      if (!g_str_equal (outline, "") && round % 4 == 3)
        {
          g_autofree char *now = test_edit_dump (path);

          if (!g_str_equal (now, before))
            {
              undo (path);
              after = test_edit_dump (path);
              g_assert_cmpstr (before, ==, after);
              compare (plan, path);
              apply (plan, path);
            }
        }
      tree_read_ids (&tree, path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tree.ids); i++)
    g_free (tree.ids[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/import-property/changes", test_changes);
  TEST_ADD ("/import-property/trees", test_trees);
  return g_test_run ();
}
