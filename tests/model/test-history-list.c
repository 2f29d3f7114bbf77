/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The history as a list for views: page after page, and what comes while it is shown. */

#include "config.h"

#include "model/ris3-history-list.h"
#include "test-edits.h"
#include "test-files.h"

#define N_CHANGES 450

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *editor;
  Ris3HistoryList *list;
  GString *said; /* items-changed */
} Fixture;

static gint64
change_remark (Fixture *fixture, const char *remark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "FRL0-2014");
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (edit, "remark", remark);
  result = test_edit_apply (fixture->editor, edit, &error);
  g_assert_no_error (error);
  return result->change_id;
}

static void
on_items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_string_append_printf (fixture->said, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->editor = ris3_editor_open (fixture->path, "Ada", &error);
  g_assert_no_error (error);
  change_remark (fixture, "Read");
  /* Entries without changesets are enough for a list. */
  test_files_sql (fixture->path,
                  "WITH n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (
                      N_CHANGES) ") INSERT INTO change_log (id, at, actor, kind, title, schema_version)"
                                 " SELECT i, '2026-01-01T12:00:00Z', 'Ben', 'strategy-set', 'Number ' || i, 2 FROM n");
  fixture->list = ris3_history_list_new (fixture->path);
  fixture->said = g_string_new (NULL);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (on_items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->list);
  g_string_free (fixture->said, TRUE);
  ris3_editor_free (fixture->editor);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static void
finish (Fixture *fixture)
{
  while (ris3_history_list_get_loading (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

/* (transfer none) */
static Ris3Change *
get (Fixture *fixture, guint position)
{
  Ris3Change *change = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_object_unref (change);
  return change;
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 200);
  g_assert_cmpint (ris3_change_get_id (get (fixture, 0)), ==, N_CHANGES);
  ris3_history_list_load_more (fixture->list);
  ris3_history_list_load_more (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 400);
  g_assert_false (ris3_history_list_get_complete (fixture->list));
  ris3_history_list_load_more (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, N_CHANGES);
  g_assert_true (ris3_history_list_get_complete (fixture->list));
  ris3_history_list_load_more (fixture->list);
  g_assert_false (ris3_history_list_get_loading (fixture->list));
  g_assert_cmpuint (ris3_history_list_find (fixture->list, 1), ==, N_CHANGES - 1);
  g_assert_cmpstr (fixture->said->str, ==, "0-0+200 200-0+200 400-0+50 ");
}

/* Another question, while the first is being answered. */
static void
test_query (Fixture *fixture, gconstpointer data)
{
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ .actor = "Ada" });
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ .actor = "Nobody" });
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (ris3_history_list_get_complete (fixture->list));
  g_assert_cmpstr (fixture->said->str, ==, "0-0+1 0-1+0 ");
}

/* New changes come on top; an undone one is replaced; the others stay the same objects. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Change) first = NULL;
  g_autoptr (Ris3Change) old = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  gint64 id;

  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  finish (fixture);
  first = g_object_ref (get (fixture, 0));
  id = change_remark (fixture, "Read again");
  change_remark (fixture, "Read a third time");
  ris3_history_list_refresh (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 202);
  g_assert_true (get (fixture, 2) == first);
  g_assert_cmpint (ris3_change_get_id (get (fixture, 1)), ==, id);

  old = g_object_ref (get (fixture, 0));
  result = ris3_editor_undo (fixture->editor, 0, &error);
  g_assert_no_error (error);
  ris3_history_list_refresh (fixture->list);
  ris3_history_list_refresh (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 203);
  g_assert_true (get (fixture, 3) == first);
  g_assert_true (get (fixture, 1) != old);
  g_assert_true (ris3_change_is_undone (get (fixture, 1)));
  g_assert_cmpstr (fixture->said->str, ==, "0-0+200 0-0+2 0-1+1 0-0+1 ");
}

/* A change far down, that something else names. */
static void
test_load_to (Fixture *fixture, gconstpointer data)
{
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  ris3_history_list_load_to (fixture->list, 30);
  finish (fixture);
  g_assert_cmpuint (ris3_history_list_find (fixture->list, 30), ==, N_CHANGES - 30);
  g_assert_cmpuint (ris3_history_list_find (fixture->list, 29), ==, G_MAXUINT);
  ris3_history_list_load_more (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, N_CHANGES);
  g_assert_cmpstr (fixture->said->str, ==, "0-0+200 200-0+221 421-0+29 ");
}

/* The first change of an atlas comes into a list that was empty. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  test_files_sql (fixture->path, "DELETE FROM change_log");
  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  change_remark (fixture, "Read once more");
  ris3_history_list_refresh (fixture->list);
  finish (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
on_failed_cb (GError **failure, const GError *error)
{
  *failure = g_error_copy (error);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) failure = NULL;

  ris3_history_list_set_query (fixture->list, &(Ris3HistoryQuery){ 0 });
  finish (fixture);
  g_signal_connect_swapped (fixture->list, "failed", G_CALLBACK (on_failed_cb), &failure);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  ris3_history_list_refresh (fixture->list);
  finish (fixture);
  g_assert_nonnull (failure);
  g_assert_cmpuint (count (fixture), ==, 200);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history-list/pages", test_pages);
  ADD ("/history-list/query", test_query);
  ADD ("/history-list/refresh", test_refresh);
  ADD ("/history-list/load-to", test_load_to);
  ADD ("/history-list/first", test_first);
  ADD ("/history-list/failure", test_failure);
  return g_test_run ();
}
