/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A large atlas is shown before all of it has been read and checked; who needs the rest waits for it. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas-edit.h"
#include "test-edits.h"
#include "test-files.h"
#include "test-generate.h"

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static char *
make_large (TestFiles *files)
{
  char *path = test_files_copy_default (files, "large.ris3atlas");

  test_generate (path, 1000, 40000);
  return path;
}

static Ris3Atlas *
open_async (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ris3_atlas_open_async (path, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ris3_atlas_open_finish (result, error);
}

static Ris3EditResult *
set_remark (Ris3Atlas *atlas, GError **error)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "G7");
  g_autoptr (GAsyncResult) result = NULL;

  ris3_edit_set_text (edit, "remark", "checked");
  ris3_atlas_edit_async (atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ris3_atlas_edit_finish (atlas, result, error);
}

static void
assert_same (Ris3Atlas *atlas, Ris3Atlas *other)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  guint n = g_list_model_get_n_items (strategies);

  g_assert_cmpuint (n, ==, 1000);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autofree char *found = test_edit_outline (atlas, ris3_strategy_get_id (strategy));
      g_autofree char *expected = test_edit_outline (other, ris3_strategy_get_id (strategy));

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_open (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_large (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = open_async (path, &error);
  g_autoptr (Ris3Atlas) whole = NULL;
  g_autoptr (Ris3EditResult) edited = NULL;
  g_autofree char *outline = NULL;

  g_assert_no_error (error);
  outline = test_edit_outline (atlas, "FRL0-2014");
  g_assert_true (g_str_has_prefix (outline, "3 .3.1 ..3.1.1"));
  edited = set_remark (atlas, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edited->change_id, >, 0);
  whole = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  assert_same (atlas, whole);
}

/* Nobody waits for what nobody needs. */
static void
test_dropped (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_large (files);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      Ris3Atlas *atlas = open_async (path, &error);
      g_autoptr (Ris3Strategy) strategy = NULL;
      gpointer gone = atlas;

      g_assert_no_error (error);
      if (i % 2 == 1)
        ris3_atlas_watch (atlas);
      strategy = g_list_model_get_item (ris3_atlas_get_strategies (atlas), i);
      g_object_add_weak_pointer (G_OBJECT (atlas), &gone);
      g_object_unref (atlas);
      g_assert_null (gone);
      g_assert_nonnull (ris3_strategy_get_priorities (strategy));
    }
}

static void
on_lost (Ris3Atlas *atlas, const GError *error, gpointer n)
{
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
  (*(guint *) n)++;
}

/* What is found later is told, and nothing is written into such a file. */
static void
test_damaged (TestFiles *files, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE priority SET parent_id = id - 1 WHERE strategy_id = 'G7'"
    " AND id > (SELECT min (id) FROM priority WHERE strategy_id = 'G7')",
    "PRAGMA ignore_check_constraints = 1; UPDATE priority SET position = -1 WHERE label = '7'",
    "UPDATE priority_theme SET code = 'astrology' WHERE priority_id = (SELECT max (id) FROM priority)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = make_large (files);
      g_autofree char *digest = NULL;
      g_autofree char *later = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autoptr (Ris3EditResult) edited = NULL;
      guint n_lost = 0;

      test_files_sql (path, damages[i]);
      digest = test_files_digest (path);
      atlas = open_async (path, &error);
      g_assert_no_error (error);
      g_signal_connect (atlas, "lost", G_CALLBACK (on_lost), &n_lost);
      ris3_atlas_watch (atlas);
      edited = set_remark (atlas, &error);
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
      g_assert_null (edited);
      g_assert_cmpuint (n_lost, ==, 1);
      later = test_files_digest (path);
      g_assert_cmpstr (digest, ==, later);
      g_clear_error (&error);
      g_assert_null (ris3_atlas_open (path, NULL, &error));
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
      g_unlink (path);
    }
}

/* What is shown first is checked first. */
static void
test_refused (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_large (files);
  g_autoptr (GError) error = NULL;

  test_files_sql (path, "PRAGMA ignore_check_constraints = 1; UPDATE strategy SET period = '2014' WHERE id = 'G7'");
  g_assert_null (open_async (path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "G7"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/large/open", test_open);
  TEST_ADD ("/large/dropped", test_dropped);
  TEST_ADD ("/large/damaged", test_damaged);
  TEST_ADD ("/large/refused", test_refused);
  return g_test_run ();
}
