/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An open atlas is edited and watched: each change is told once, and lists change only where they differ. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-atlas-edit.h"
#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

#define ID "FRL0-2014"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Atlas *atlas;
  GString *items; /* items-changed of the strategies: "12-1+1 " */
  GString *told;  /* "changed": "strategy FRL0-2014, " */
  guint n_told;
  guint n_titles; /* notifications */
  char *lost;
  GAsyncResult *result;
} Fixture;

static void
on_items_changed (GListModel *list, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  g_string_append_printf (((Fixture *) user_data)->items, "-%u+%u ", n_removed, n_added);
}

static void
on_changed (Ris3Atlas *atlas, Ris3Changes *changes, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_told++;
  for (guint i = 0; i < MIN (ris3_changes_get_length (changes), 4); i++)
    g_string_append_printf (fixture->told, "%s %s, ", ris3_changes_get_table (changes, i),
                            ris3_changes_get_key (changes, i));
}

static void
on_notify (Ris3Atlas *atlas, GParamSpec *pspec, gpointer user_data)
{
  ((Fixture *) user_data)->n_titles++;
}

static void
on_lost (Ris3Atlas *atlas, const GError *error, gpointer user_data)
{
  g_free (((Fixture *) user_data)->lost);
  ((Fixture *) user_data)->lost = g_strdup (error->message);
}

static void
open_atlas (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  ris3_atlas_set_actor (fixture->atlas, "Ada", NULL);
  g_signal_connect (ris3_atlas_get_strategies (fixture->atlas), "items-changed", G_CALLBACK (on_items_changed),
                    fixture);
  g_signal_connect (fixture->atlas, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->atlas, "notify", G_CALLBACK (on_notify), fixture);
  g_signal_connect (fixture->atlas, "lost", G_CALLBACK (on_lost), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->items = g_string_new (NULL);
  fixture->told = g_string_new (NULL);
  open_atlas (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->atlas);
  g_string_free (fixture->items, TRUE);
  g_string_free (fixture->told, TRUE);
  g_free (fixture->lost);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static Ris3EditResult *
wait (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  return ris3_atlas_edit_finish (fixture->atlas, result, error);
}

static Ris3Edit *
set_text (const char *field, const char *value)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", ID);

  ris3_edit_set_text (edit, field, value);
  return edit;
}

static Ris3EditResult *
apply (Fixture *fixture, Ris3Edit *edit, GError **error)
{
  g_autoptr (Ris3Edit) owned = edit;

  ris3_atlas_edit_async (fixture->atlas, owned, RIS3_EDITOR_DEFAULT, NULL, on_done, fixture);
  return wait (fixture, error);
}

static const char *
get_remark (Fixture *fixture)
{
  GListModel *strategies = ris3_atlas_get_strategies (fixture->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      /* The list keeps it. */
      if (g_str_equal (ris3_strategy_get_id (strategy), ID))
        return ris3_strategy_get_remark (strategy);
    }
  return NULL;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = apply (fixture, set_text ("remark", "Ours"), &error);
  g_autoptr (Ris3EditResult) same = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (Ris3EditResult) redone = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (get_remark (fixture), ==, "Ours");
  g_assert_cmpstr (fixture->items->str, ==, "-1+1 ");
  g_assert_cmpstr (fixture->told->str, ==, "strategy " ID ", ");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (ris3_atlas_get_undo_title (fixture->atlas), ==, result->title);
  g_assert_null (ris3_atlas_get_redo_title (fixture->atlas));
  g_assert_cmpuint (fixture->n_titles, ==, 1);

  same = apply (fixture, set_text ("remark", "Ours"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (same->change_id, ==, 0);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  ris3_atlas_undo_async (fixture->atlas, 0, NULL, on_done, fixture);
  undone = wait (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_remark (fixture), !=, "Ours");
  g_assert_null (ris3_atlas_get_undo_title (fixture->atlas));
  g_assert_cmpstr (ris3_atlas_get_redo_title (fixture->atlas), ==, result->title);
  ris3_atlas_redo_async (fixture->atlas, NULL, on_done, fixture);
  redone = wait (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_remark (fixture), ==, "Ours");
  g_assert_cmpuint (fixture->n_told, ==, 3);
  g_assert_cmpstr (fixture->items->str, ==, "-1+1 -1+1 -1+1 ");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = set_text ("title", "");
  g_autoptr (Ris3Edit) good = set_text ("title", "x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_atlas_edit_async (fixture->atlas, edit, RIS3_EDITOR_TRY, NULL, on_done, fixture);
  g_assert_null (wait (fixture, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "title");
  g_clear_error (&error);
  ris3_atlas_edit_async (fixture->atlas, good, RIS3_EDITOR_TRY, NULL, on_done, fixture);
  result = wait (fixture, &error);
  g_assert_no_error (error);

  g_cancellable_cancel (cancellable);
  ris3_atlas_edit_async (fixture->atlas, good, RIS3_EDITOR_DEFAULT, cancellable, on_done, fixture);
  g_assert_null (wait (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ris3_atlas_undo_async (fixture->atlas, 0, NULL, on_done, fixture);
  g_assert_null (wait (fixture, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_NOTHING);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static gboolean
undoes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_atlas_undo_async (fixture->atlas, 0, NULL, on_done, fixture);
  result = wait (fixture, &error);
  if (result == NULL)
    g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_NOTHING);
  return result != NULL;
}

/* Whoever sets a name, or another one, still undoes their edits. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  static const char *const former[] = { "Ada", NULL };
  static const char *const names[] = { NULL, "Ada" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3EditResult) result = NULL;

      ris3_atlas_set_actor (fixture->atlas, names[i], NULL);
      result = apply (fixture, set_text ("remark", "Ours"), &error);
      g_assert_no_error (error);
      ris3_atlas_set_actor (fixture->atlas, "Ada L.", NULL);
      if (i == 1)
        {
          g_assert_false (undoes (fixture));
          ris3_atlas_set_actor (fixture->atlas, "Ada L.", former);
        }
      g_assert_true (undoes (fixture));
      g_assert_cmpstr (get_remark (fixture), !=, "Ours");
    }
}

static void
wait_until_told (Fixture *fixture, guint n)
{
  while (fixture->n_told < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) other = ris3_editor_open (fixture->path, "Ben", &error);
  g_autoptr (Ris3Edit) edit = set_text ("remark", "Ben's");
  g_autoptr (Ris3EditResult) result = NULL;
  guint n;

  g_assert_no_error (error);
  /* Also what was written after the atlas was loaded and before it was watched. */
  result = test_edit_apply (other, edit, &error);
  g_assert_no_error (error);
  ris3_atlas_watch (fixture->atlas);
  wait_until_told (fixture, 1);
  g_assert_cmpstr (get_remark (fixture), ==, "Ben's");
  g_assert_null (ris3_atlas_get_undo_title (fixture->atlas));
  g_clear_pointer (&result, ris3_edit_result_free);
  result = ris3_editor_undo (other, 0, &error);
  g_assert_no_error (error);
  wait_until_told (fixture, 2);
  g_assert_cmpstr (get_remark (fixture), !=, "Ben's");
  g_assert_cmpstr (fixture->told->str, ==, "strategy " ID ", strategy " ID ", ");

  /* Another kind of program leaves no entry. */
  test_files_sql (fixture->path, "UPDATE strategy SET remark = 'raw' WHERE id = '" ID "'");
  wait_until_told (fixture, 3);
  g_assert_cmpstr (get_remark (fixture), ==, "raw");
  n = g_list_model_get_n_items (ris3_atlas_get_strategies (fixture->atlas));
  test_files_sql (fixture->path, "DELETE FROM priority WHERE strategy_id = 'AT-2014'; DELETE FROM strategy WHERE id ="
                                 " 'AT-2014'");
  wait_until_told (fixture, 4);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (fixture->atlas)), ==, n - 1);
  g_assert_cmpstr (fixture->items->str, ==, "-1+1 -1+1 -1+1 -1+0 ");
}

/* What another holds locked for a while is waited for. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = set_text ("remark", "Later");
  g_autoptr (Ris3EditResult) result = NULL;
  sqlite3 *handle = NULL;

  result = apply (fixture, set_text ("remark", "Now"), &error);
  g_assert_no_error (error);
  g_clear_pointer (&result, ris3_edit_result_free);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  ris3_atlas_edit_async (fixture->atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, fixture);
  for (guint i = 0; i < 100; i++)
    {
      g_assert_null (fixture->result);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpint (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  result = wait (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_remark (fixture), ==, "Later");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (Ris3EditResult) result = NULL;

  /* Also one that becomes so while it is open; and when it is not any more, it is edited again. */
  result = apply (fixture, set_text ("remark", "x"), &error);
  g_assert_no_error (error);
  g_clear_pointer (&result, ris3_edit_result_free);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_null (apply (fixture, set_text ("remark", "y"), &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "read-only"));
  g_clear_error (&error);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  result = apply (fixture, set_text ("remark", "y"), &error);
  g_assert_no_error (error);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = test_files_copy_default (&fixture->files, "other.ris3atlas");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_atlas_watch (fixture->atlas);
  result = apply (fixture, set_text ("remark", "x"), &error);
  g_assert_no_error (error);
  before = test_files_digest (other);
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  while (fixture->lost == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->lost, "replaced"));
  g_assert_null (apply (fixture, set_text ("remark", "y"), &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
  after = test_files_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* What could not be read after an edit is shown with the next that can. */
static void
test_missed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) other = ris3_edit_new_set ("meta", "title");
  g_autoptr (Ris3EditResult) first = NULL;
  g_autoptr (Ris3EditResult) second = NULL;

  test_files_sql (fixture->path, "PRAGMA ignore_check_constraints = 1; UPDATE strategy SET source_kind = 'rumour'"
                                 " WHERE id = '" ID "'");
  first = apply (fixture, set_text ("remark", "Ours"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->change_id, >, 0);
  g_assert_nonnull (fixture->lost);
  g_assert_cmpstr (get_remark (fixture), !=, "Ours");

  test_files_sql (fixture->path, "UPDATE strategy SET source_kind = 'report' WHERE id = '" ID "'");
  ris3_edit_set_text (other, "value", "Another");
  second = apply (fixture, ris3_edit_ref (other), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_remark (fixture), ==, "Ours");
  g_assert_cmpstr (fixture->told->str, ==, "meta title, strategy " ID ", ");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/atlas-edit/edit", test_edit);
  ADD ("/atlas-edit/refused", test_refused);
  ADD ("/atlas-edit/renamed", test_renamed);
  ADD ("/atlas-edit/watch", test_watch);
  ADD ("/atlas-edit/busy", test_busy);
  ADD ("/atlas-edit/missed", test_missed);
  ADD ("/atlas-edit/read-only", test_read_only);
  ADD ("/atlas-edit/replaced", test_replaced);
  return g_test_run ();
}
