/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of the file are changed; the open atlas follows, and notifies only what has changed. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "test-files.h"

#define N_LISTS 4

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Atlas *atlas;
  GListModel *lists[N_LISTS];
  GPtrArray *mirrors[N_LISTS]; /* the lists as a listener keeps them */
  GString *changes;            /* items-changed since the last look: "strategies 5-1+1" */
  GPtrArray *announced;        /* of Ris3Changes */
} Fixture;

static const char *const list_names[N_LISTS] = { "strategies", "participations", "comments", "assessments" };

static void
on_items_changed (GListModel *list, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < N_LISTS; i++)
    if (list == fixture->lists[i])
      {
        g_string_append_printf (fixture->changes, "%s%s %u-%u+%u", fixture->changes->len > 0 ? ", " : "", list_names[i],
                                position, n_removed, n_added);
        if (n_removed > 0)
          g_ptr_array_remove_range (fixture->mirrors[i], position, n_removed);
        for (guint j = position; j < position + n_added; j++)
          g_ptr_array_insert (fixture->mirrors[i], (gint) j, g_list_model_get_item (list, j));
      }
}

static void
on_changed (Ris3Atlas *atlas, Ris3Changes *changes, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (atlas == fixture->atlas);
  g_ptr_array_add (fixture->announced, ris3_changes_ref (changes));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->lists[0] = ris3_atlas_get_strategies (fixture->atlas);
  fixture->lists[1] = ris3_atlas_get_participations (fixture->atlas);
  fixture->lists[2] = ris3_atlas_get_comments (fixture->atlas);
  fixture->lists[3] = ris3_atlas_get_assessments (fixture->atlas);
  fixture->changes = g_string_new (NULL);
  fixture->announced = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_changes_unref);
  for (guint i = 0; i < N_LISTS; i++)
    {
      fixture->mirrors[i] = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint j = 0; j < g_list_model_get_n_items (fixture->lists[i]); j++)
        g_ptr_array_add (fixture->mirrors[i], g_list_model_get_item (fixture->lists[i], j));
      g_signal_connect (fixture->lists[i], "items-changed", G_CALLBACK (on_items_changed), fixture);
    }
  g_signal_connect (fixture->atlas, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* Each change was checked. */
  g_assert_cmpstr (fixture->changes->str, ==, "");
  for (guint i = 0; i < N_LISTS; i++)
    g_ptr_array_unref (fixture->mirrors[i]);
  g_assert_finalize_object (fixture->atlas);
  g_string_free (fixture->changes, TRUE);
  g_ptr_array_unref (fixture->announced);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* rows: "strategy FRL0-2014; priority 346": a table, then a key */
static Ris3Changes *
parse_changes (const char *rows)
{
  g_auto (GStrv) parts = g_strsplit (rows, "; ", -1);
  Ris3Changes *changes = ris3_changes_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);

      ris3_changes_add (changes, words[0], words[1]);
    }
  return changes;
}

static gboolean
reload (Fixture *fixture, const char *rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Changes) changes = parse_changes (rows);
  g_autoptr (GAsyncResult) result = NULL;

  ris3_atlas_reload_async (fixture->atlas, changes, cancellable, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ris3_atlas_reload_finish (fixture->atlas, result, error);
}

/* Runs SQL from outside and tells the atlas which rows changed; then lists and signal must say this, and no more. */
static void
assert_change (Fixture *fixture, const char *sql, const char *rows, const char *expected)
{
  guint before = fixture->announced->len;
  g_autoptr (Ris3Changes) changes = parse_changes (rows);
  g_autoptr (GError) error = NULL;
  Ris3Changes *announced;

  if (sql != NULL)
    test_files_sql (fixture->path, sql);
  reload (fixture, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
  g_assert_cmpuint (fixture->announced->len, ==, before + 1);
  announced = g_ptr_array_index (fixture->announced, before);
  g_assert_cmpuint (ris3_changes_get_length (announced), ==, ris3_changes_get_length (changes));
  for (guint i = 0; i < ris3_changes_get_length (changes); i++)
    g_assert_true (
        ris3_changes_contain (announced, ris3_changes_get_table (changes, i), ris3_changes_get_key (changes, i)));
}

static Ris3Strategy *
find_strategy (Ris3Atlas *atlas, const char *id, guint *position)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), id))
        {
          if (position != NULL)
            *position = i;
          return g_steal_pointer (&strategy);
        }
    }
  return NULL;
}

static char *
expect (const char *list, guint position, guint n_removed, guint n_added)
{
  return g_strdup_printf ("%s %u-%u+%u", list, position, n_removed, n_added);
}

static Ris3Priority *
get_priority (GListModel *tree, guint index)
{
  Ris3Priority *priority = g_list_model_get_item (tree, index);

  g_object_unref (priority);
  return priority;
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  guint at;
  g_autoptr (Ris3Strategy) old = find_strategy (fixture->atlas, "FRL0-2014", &at);
  g_autoptr (Ris3Strategy) new = NULL;
  g_autofree char *title = g_strdup (ris3_strategy_get_title (old));
  g_autofree char *expected = expect ("strategies", at, 1, 1);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fixture->mirrors[0]->len; i++)
    g_ptr_array_add (before, g_object_ref (g_ptr_array_index (fixture->mirrors[0], i)));
  /* Somebody has seen them. */
  ris3_strategy_get_priorities (old);
  assert_change (
      fixture,
      "UPDATE strategy SET title = 'Another', analyst = 'A. Nalyst', reviewed_on = '2026-11-24', withheld = 1"
      " WHERE id = 'FRL0-2014'",
      "strategy FRL0-2014", expected);
  new = find_strategy (fixture->atlas, "FRL0-2014", NULL);
  g_assert_cmpstr (ris3_strategy_get_title (new), ==, "Another");
  g_assert_cmpstr (ris3_strategy_get_analyst (new), ==, "A. Nalyst");
  g_assert_cmpstr (ris3_strategy_get_reviewed_on (new), ==, "2026-11-24");
  g_assert_true (ris3_strategy_get_withheld (new));

  /* The old object is unchanged; the priorities, which did not change, are the same objects. */
  g_assert_cmpstr (ris3_strategy_get_title (old), ==, title);
  g_assert_true (get_priority (ris3_strategy_get_priorities (old), 0)
                 == get_priority (ris3_strategy_get_priorities (new), 0));
  for (guint i = 0; i < before->len; i++)
    g_assert_true ((g_ptr_array_index (before, i) == g_ptr_array_index (fixture->mirrors[0], i)) == (i != at));

  /* Once more: nothing is new. */
  assert_change (fixture, NULL, "strategy FRL0-2014", "");
  g_assert_true (g_ptr_array_index (fixture->mirrors[0], at) == new);
}

static void
test_priority (Fixture *fixture, gconstpointer data)
{
  guint at;
  g_autoptr (Ris3Strategy) old = find_strategy (fixture->atlas, "FRL0-2014", &at);
  g_autoptr (Ris3Strategy) new = NULL;
  g_autofree char *expected = expect ("strategies", at, 1, 1);
  gint64 id
      = test_files_query (fixture->path, "SELECT id FROM priority WHERE strategy_id = 'FRL0-2014' AND label = '3.1.5'");
  g_autofree char *row = g_strdup_printf ("priority %" G_GINT64_FORMAT, id);
  g_autofree char *theme = g_strdup_printf ("priority_theme %" G_GINT64_FORMAT " health-theme 1 oncology", id);
  GListModel *old_children;
  GListModel *new_children;
  GListModel *leaves;

  ris3_strategy_get_priorities (old);
  assert_change (fixture,
                 "UPDATE priority SET text = 'Another', quote = 'so', source_url = 'there' WHERE strategy_id ="
                 " 'FRL0-2014' AND label = '3.1.5'",
                 row, expected);
  new = find_strategy (fixture->atlas, "FRL0-2014", NULL);
  old_children = ris3_priority_get_children (get_priority (ris3_strategy_get_priorities (old), 0));
  new_children = ris3_priority_get_children (get_priority (ris3_strategy_get_priorities (new), 0));
  /* 3.1 holds what changed; 3.2 and 3.3 do not. */
  g_assert_true (get_priority (old_children, 0) != get_priority (new_children, 0));
  g_assert_true (get_priority (old_children, 1) == get_priority (new_children, 1));
  g_assert_true (get_priority (old_children, 2) == get_priority (new_children, 2));
  leaves = ris3_priority_get_children (get_priority (new_children, 0));
  g_assert_cmpstr (ris3_priority_get_text (get_priority (leaves, 4)), ==, "Another");
  g_assert_cmpstr (ris3_priority_get_quote (get_priority (leaves, 4)), ==, "so");
  g_assert_cmpstr (ris3_priority_get_source_url (get_priority (leaves, 4)), ==, "there");
  g_assert_true (get_priority (leaves, 3)
                 == get_priority (ris3_priority_get_children (get_priority (old_children, 0)), 3));

  /* To the front, by a position between. */
  assert_change (fixture, "UPDATE priority SET position = 0.5 WHERE strategy_id = 'FRL0-2014' AND label = '3.1.5'", row,
                 expected);
  g_set_object (&new, NULL);
  new = find_strategy (fixture->atlas, "FRL0-2014", NULL);
  new_children = ris3_priority_get_children (get_priority (ris3_strategy_get_priorities (new), 0));
  leaves = ris3_priority_get_children (get_priority (new_children, 0));
  g_assert_cmpstr (ris3_priority_get_text (get_priority (leaves, 0)), ==, "Another");

  /* A theme is part of its priority; so is the name that the codebook gives it. */
  test_files_sql (fixture->path, "DELETE FROM priority_theme WHERE priority_id = (SELECT id FROM priority WHERE"
                                 " strategy_id = 'FRL0-2014' AND label = '3.1.5')");
  assert_change (fixture, NULL, theme, expected);
  assert_change (fixture, NULL, "codebook health-theme 1 oncology", "");

  /* It is gone: only its key is known, and which strategy it belonged to. */
  assert_change (fixture, "DELETE FROM priority WHERE strategy_id = 'FRL0-2014' AND label = '3.1.5'", row, expected);
  assert_change (fixture, NULL, row, "");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  guint from;
  guint to;
  g_autoptr (Ris3Strategy) france = find_strategy (fixture->atlas, "FRL0-2014", &from);
  g_autoptr (Ris3Strategy) austria = find_strategy (fixture->atlas, "AT21-2021", &to);
  g_autoptr (Ris3Strategy) moved = NULL;
  g_autofree char *expected = g_strdup_printf ("strategies %u-1+1, strategies %u-1+1", from, to);
  gint64 id
      = test_files_query (fixture->path, "SELECT id FROM priority WHERE strategy_id = 'FRL0-2014' AND label = '3.3'");
  g_autofree char *row = g_strdup_printf ("priority %" G_GINT64_FORMAT, id);
  GListModel *roots;

  assert_change (fixture,
                 "UPDATE priority SET strategy_id = 'AT21-2021', parent_id = NULL, position = 99 WHERE strategy_id ="
                 " 'FRL0-2014' AND label = '3.3'",
                 row, expected);
  moved = find_strategy (fixture->atlas, "AT21-2021", NULL);
  roots = ris3_strategy_get_priorities (moved);
  g_assert_cmpint (ris3_priority_get_id (get_priority (roots, g_list_model_get_n_items (roots) - 1)), ==, id);
}

static void
test_codebook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_sql (fixture->path, "UPDATE codebook SET name = 'Tumours' WHERE code = 'oncology'");
  reload (fixture, "codebook health-theme 1 oncology", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->changes->len, >, 0);
  g_string_truncate (fixture->changes, 0);
  for (guint i = 0; i < fixture->mirrors[0]->len; i++)
    {
      GListModel *roots = ris3_strategy_get_priorities (g_ptr_array_index (fixture->mirrors[0], i));

      for (guint j = 0; j < g_list_model_get_n_items (roots); j++)
        g_assert_false (g_strv_contains (ris3_priority_get_themes (get_priority (roots, j)), "Oncology"));
    }
}

#define INSERT_STRATEGY(id, code, period)                                                                              \
  "INSERT INTO strategy (id, nuts_version, region_code, region_name, title, period, language, analysis_state,"         \
  " pm_disputed, source_kind, source_title, source_url, document_url, remark) VALUES ('" id "', 2016, '" code          \
  "', 'x', 'x', '" period "', '', 'pending', 0, 'news', '', '', '', '');"

static void
test_insert_and_delete (Fixture *fixture, gconstpointer data)
{
  guint at;
  g_autoptr (Ris3Strategy) neighbour = find_strategy (fixture->atlas, "FRL0-2014", &at);
  g_autofree char *inserted = expect ("strategies", at + 1, 0, 1);
  g_autofree char *deleted = expect ("strategies", at + 1, 1, 0);

  g_assert_null (ris3_atlas_get_periods (fixture->atlas)[2]);
  assert_change (fixture, INSERT_STRATEGY ("FRL0-2015", "FRL0", "2014-2021"), "strategy FRL0-2015", inserted);
  g_assert_cmpstr (ris3_atlas_get_periods (fixture->atlas)[1], ==, "2014-2021");
  g_assert_cmpstr (ris3_atlas_get_periods (fixture->atlas)[2], ==, "2021-2027");

  assert_change (fixture, "DELETE FROM strategy WHERE id = 'FRL0-2015'", "strategy FRL0-2015", deleted);
  g_assert_cmpstr (ris3_atlas_get_periods (fixture->atlas)[1], ==, "2021-2027");
  g_assert_null (ris3_atlas_get_periods (fixture->atlas)[2]);
  assert_change (fixture, NULL, "strategy FRL0-2015", "");

  /* With its priorities, whose keys then belong to nothing. */
  {
    g_autofree char *gone = expect ("strategies", at, 1, 0);
    g_autofree char *row = g_strdup_printf (
        "priority %" G_GINT64_FORMAT,
        test_files_query (fixture->path, "SELECT min (id) FROM priority WHERE strategy_id = 'FRL0-2014'"));

    assert_change (fixture, "PRAGMA foreign_keys = ON; DELETE FROM strategy WHERE id = 'FRL0-2014'",
                   "strategy FRL0-2014", gone);
    assert_change (fixture, NULL, row, "");
    g_assert_null (find_strategy (fixture->atlas, "FRL0-2014", NULL));
  }
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (fixture->lists[0]);
  g_autofree char *expected = g_strdup_printf ("strategies %u-0+1, strategies 6-1+0", n - 1);
  g_autoptr (Ris3Strategy) moved = g_list_model_get_item (fixture->lists[0], 6);
  g_autofree char *row = g_strdup_printf ("strategy %s", ris3_strategy_get_id (moved));
  g_autofree char *sql
      = g_strdup_printf ("UPDATE strategy SET region_code = 'UKN' WHERE id = '%s'", ris3_strategy_get_id (moved));
  g_autofree char *three = NULL;
  const char *ids[3];

  /* To another place of the order, before the last one: it goes here and comes there. */
  assert_change (fixture, sql, row, expected);

  /* Neighbours are one place. */
  for (guint i = 0; i < 3; i++)
    ids[i] = ris3_strategy_get_id (g_ptr_array_index (fixture->mirrors[0], 10 + i));
  three = g_strdup_printf ("strategy %s; strategy %s; strategy %s", ids[2], ids[0], ids[1]);
  assert_change (fixture, "UPDATE strategy SET remark = remark || '!'", three, "strategies 10-3+3");
}

static void
test_other_lists (Fixture *fixture, gconstpointer data)
{
  guint last = g_list_model_get_n_items (fixture->lists[1]) - 1;
  g_autofree char *inserted = expect ("participations", last + 1, 0, 1);
  g_autofree char *deleted = expect ("participations", last + 1, 1, 0);
  Ris3Comment *comment = g_ptr_array_index (fixture->mirrors[2], 0);
  g_autofree char *comment_row = g_strdup_printf ("comment %" G_GINT64_FORMAT, ris3_comment_get_id (comment));
  Ris3Assessment *assessment = g_ptr_array_index (fixture->mirrors[3], 0);
  g_autofree char *assessment_row
      = g_strdup_printf ("assessment %" G_GINT64_FORMAT, ris3_assessment_get_id (assessment));

  assert_change (fixture, "INSERT INTO participation VALUES (9001, 'ZZZ', 'member', 'FR', NULL, NULL, 'x', '')",
                 "participation 9001", inserted);
  g_assert_cmpint (ris3_participation_get_id (g_ptr_array_index (fixture->mirrors[1], last + 1)), ==, 9001);
  assert_change (fixture, "DELETE FROM participation WHERE id = 9001", "participation 9001", deleted);

  assert_change (fixture, "UPDATE comment SET state = 'noted'", comment_row, "comments 0-1+1");
  g_assert_cmpstr (ris3_comment_get_state (g_ptr_array_index (fixture->mirrors[2], 0)), ==, "noted");
  assert_change (fixture, "UPDATE assessment SET pm_mark = 1 - pm_mark", assessment_row, "assessments 0-1+1");

  /* Announced only. */
  assert_change (fixture,
                 "INSERT INTO note (id, text, longitude, latitude, created_at, changed_at)"
                 " VALUES (1, 'x', 1, 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
                 "note 1; saved_view 7", "");
}

static void
test_meta_and_regions (Fixture *fixture, gconstpointer data)
{
  const Ris3RegionName *old = ris3_atlas_lookup_region (fixture->atlas, 2016, "FRL0");
  g_autofree char *name = g_strdup (old->name);

  assert_change (fixture, "UPDATE meta SET value = 'Mine' WHERE key = 'title'", "meta title", "");
  g_assert_cmpstr (ris3_atlas_get_title (fixture->atlas), ==, "Mine");
  g_assert_cmpstr (ris3_atlas_get_data_date (fixture->atlas), ==, "2026-11-25");
  assert_change (fixture, "DELETE FROM meta WHERE key = 'data_date'", "meta data_date", "");
  g_assert_cmpstr (ris3_atlas_get_data_date (fixture->atlas), ==, "");

  assert_change (fixture, "UPDATE region SET name = 'PACA' WHERE code = 'FRL0' AND nuts_version = 2016",
                 "region 2016 FRL0", "");
  g_assert_cmpstr (ris3_atlas_lookup_region (fixture->atlas, 2016, "FRL0")->name, ==, "PACA");
  g_assert_cmpstr (old->name, ==, name);
  assert_change (fixture, "DELETE FROM region WHERE code = 'FRL06' AND nuts_version = 2016", "region 2016 FRL06", "");
  g_assert_null (ris3_atlas_lookup_region (fixture->atlas, 2016, "FRL06"));
}

static void
assert_fails (Fixture *fixture, const char *rows, GQuark domain, gint code)
{
  guint before = fixture->announced->len;
  g_autofree char *title = g_strdup (ris3_atlas_get_title (fixture->atlas));
  g_autoptr (GError) error = NULL;

  g_assert_false (reload (fixture, rows, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (fixture->announced->len, ==, before);
  g_assert_cmpstr (fixture->changes->str, ==, "");
  g_assert_cmpstr (ris3_atlas_get_title (fixture->atlas), ==, title);
}

/* All or nothing, although the title could have been read. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  test_files_sql (fixture->path, "UPDATE meta SET value = 'Mine' WHERE key = 'title';"
                                 "PRAGMA ignore_check_constraints = 1;"
                                 "UPDATE strategy SET source_kind = 'hearsay' WHERE id = 'FRL0-2014'");
  assert_fails (fixture, "meta title; strategy AT-2014; strategy FRL0-2014", RIS3_ATLAS_ERROR,
                RIS3_ATLAS_ERROR_DAMAGED);

  g_cancellable_cancel (cancellable);
  g_assert_false (reload (fixture, "meta title", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (ris3_atlas_get_title (fixture->atlas), !=, "Mine");

  test_files_sql (fixture->path, "PRAGMA user_version = 7");
  assert_fails (fixture, "meta title", RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
  g_free (test_files_write (&fixture->files, "atlas.ris3atlas", "now a text of some length", 25));
  assert_fails (fixture, "meta title", RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_fails (fixture, "meta title", RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
}

typedef struct
{
  Fixture *fixture;
  guint n_done;
} Chain;

static void
on_chained (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Chain *chain = user_data;
  g_autoptr (GError) error = NULL;

  ris3_atlas_reload_finish (RIS3_ATLAS (source), result, &error);
  g_assert_no_error (error);
  chain->n_done++;
}

/* Asks for another reload as soon as the first is announced. */
static void
ask_for_more (Ris3Atlas *atlas, Ris3Changes *changes, gpointer user_data)
{
  Chain *chain = user_data;
  g_autoptr (Ris3Changes) more = parse_changes ("strategy FRL0-2014");

  if (ris3_changes_contain_table (changes, "meta"))
    ris3_atlas_reload_async (atlas, more, NULL, on_chained, chain);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "meta title", "comment 1", "note 1" };
  Chain chain = { fixture, 0 };
  gulong handler = g_signal_connect (fixture->atlas, "changed", G_CALLBACK (ask_for_more), &chain);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Ris3Changes) changes = parse_changes (rows[i]);

      ris3_atlas_reload_async (fixture->atlas, changes, NULL, on_chained, &chain);
    }
  while (chain.n_done < 4)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->atlas, handler);

  g_assert_cmpuint (fixture->announced->len, ==, 4);
  g_assert_true (ris3_changes_contain (g_ptr_array_index (fixture->announced, 0), "meta", "title"));
  g_assert_true (ris3_changes_contain (g_ptr_array_index (fixture->announced, 1), "comment", "1"));
  g_assert_true (ris3_changes_contain (g_ptr_array_index (fixture->announced, 2), "note", "1"));
  g_assert_true (ris3_changes_contain (g_ptr_array_index (fixture->announced, 3), "strategy", "FRL0-2014"));
}

static void
write_tree (GListModel *tree, GString *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (tree); i++)
    {
      Ris3Priority *priority = get_priority (tree, i);
      g_autofree char *themes = g_strjoinv (",", (char **) ris3_priority_get_themes (priority));

      g_string_append_printf (text, "(%" G_GINT64_FORMAT " %s %s ", ris3_priority_get_id (priority),
                              ris3_priority_get_text (priority), themes);
      write_tree (ris3_priority_get_children (priority), text);
      g_string_append (text, ")");
    }
}

static char *
write_atlas (Ris3Atlas *atlas)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  GListModel *comments = ris3_atlas_get_comments (atlas);
  g_autofree char *periods = g_strjoinv (" ", (char **) ris3_atlas_get_periods (atlas));
  GString *text = g_string_new (periods);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      g_string_append_printf (text, "\n%s %s %s %u %s ", ris3_strategy_get_id (strategy),
                              ris3_strategy_get_region_code (strategy), ris3_strategy_get_period (strategy),
                              ris3_strategy_get_year (strategy), ris3_strategy_get_remark (strategy));
      write_tree (ris3_strategy_get_priorities (strategy), text);
    }
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %s", ris3_comment_get_id (comment),
                              ris3_comment_get_state (comment));
    }
  return g_string_free (text, FALSE);
}

/* Whatever was changed: after the reload the atlas is what opening the file again would give, and whoever only
 * listened has the same list. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GString) sql = g_string_new ("PRAGMA foreign_keys = ON;");
      g_autoptr (GString) rows = g_string_new ("meta title");
      g_autoptr (Ris3Atlas) fresh = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 1 + round % 7; i++)
        {
          guint index = (guint) g_rand_int_range (random, 0, (gint) fixture->mirrors[0]->len);
          const char *id = ris3_strategy_get_id (g_ptr_array_index (fixture->mirrors[0], index));
          guint number = (guint) g_rand_int_range (random, 1, 600);
          guint other = (guint) g_rand_int_range (random, 1, 600);

          switch (g_rand_int_range (random, 0, 7))
            {
            case 0:
              g_string_append_printf (sql, "UPDATE strategy SET remark = remark || '%u' WHERE id = '%s';", number, id);
              g_string_append_printf (rows, "; strategy %s", id);
              break;
            case 1:
              g_string_append_printf (sql, "UPDATE strategy SET period = '20%02u-20%02u', year = NULL WHERE id = '%s';",
                                      10 + number % 3, 20 + number % 3, id);
              g_string_append_printf (rows, "; strategy %s", id);
              break;
            case 2:
              g_string_append_printf (sql, "DELETE FROM strategy WHERE id = '%s';", id);
              g_string_append_printf (rows, "; strategy %s", id);
              break;
            case 3:
              g_string_append_printf (sql, "UPDATE priority SET text = text || '!', position = %u.5 WHERE id = %u;",
                                      other, number);
              g_string_append_printf (rows, "; priority %u", number);
              break;
            case 4:
              g_string_append_printf (sql,
                                      "DELETE FROM priority WHERE id = %u AND id NOT IN (SELECT parent_id FROM priority"
                                      " WHERE parent_id IS NOT NULL);",
                                      number);
              g_string_append_printf (rows, "; priority %u", number);
              break;
            case 5: /* below another one of the same strategy, unless that makes a cycle */
              g_string_append_printf (sql,
                                      "UPDATE OR IGNORE priority SET parent_id = (SELECT min (id) FROM priority AS p"
                                      " WHERE p.strategy_id = priority.strategy_id AND p.parent_id IS NULL"
                                      " AND p.id <> priority.id) WHERE id = %u AND parent_id IS NOT NULL;",
                                      number);
              g_string_append_printf (rows, "; priority %u", number);
              break;
            default:
              g_string_append_printf (sql, "UPDATE comment SET state = '%s' WHERE id = %u;",
                                      number % 2 == 0 ? "noted" : "in review", 1 + number % 17);
              g_string_append_printf (rows, "; comment %u", 1 + number % 17);
              break;
            }
        }
      test_files_sql (fixture->path, sql->str);
      reload (fixture, rows->str, NULL, &error);
      g_assert_no_error (error);

      fresh = ris3_atlas_open (fixture->path, NULL, &error);
      g_assert_no_error (error);
      expected = write_atlas (fresh);
      found = write_atlas (fixture->atlas);
      g_assert_cmpstr (found, ==, expected);
      for (guint i = 0; i < N_LISTS; i++)
        {
          g_assert_cmpuint (fixture->mirrors[i]->len, ==, g_list_model_get_n_items (fixture->lists[i]));
          for (guint j = 0; j < fixture->mirrors[i]->len; j++)
            {
              g_autoptr (GObject) object = g_list_model_get_item (fixture->lists[i], j);
              g_assert_true (object == g_ptr_array_index (fixture->mirrors[i], j));
            }
        }
    }
  g_string_truncate (fixture->changes, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reload/replace", test_replace);
  ADD ("/reload/priority", test_priority);
  ADD ("/reload/move", test_move);
  ADD ("/reload/codebook", test_codebook);
  ADD ("/reload/insert-and-delete", test_insert_and_delete);
  ADD ("/reload/places", test_places);
  ADD ("/reload/other-lists", test_other_lists);
  ADD ("/reload/meta-and-regions", test_meta_and_regions);
  ADD ("/reload/errors", test_errors);
  ADD ("/reload/order", test_order);
  ADD ("/reload/random", test_random);
  return g_test_run ();
}
