/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is opened, what is refused and why; a file that is refused is left unchanged. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "test-files.h"

static void
assert_refused (TestFiles *files, const char *path, Ris3AtlasError code)
{
  g_autofree char *before = test_files_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = test_files_count (files);

  g_assert_null (ris3_atlas_open (path, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, (gint) code);
  /* It says what to do: at least two sentences. */
  g_assert_nonnull (strstr (error->message, ". "));
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, n_files);
}

static void
test_default (TestFiles *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (test_default_atlas (), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), ==, 317);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_participations (atlas)), ==, 63);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_comments (atlas)), ==, 17);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_assessments (atlas)), ==, 17);
  g_assert_cmpstr (ris3_atlas_get_periods (atlas)[0], ==, "2014-2020");
  g_assert_cmpstr (ris3_atlas_get_periods (atlas)[1], ==, "2021-2027");
  g_assert_null (ris3_atlas_get_periods (atlas)[2]);
  g_assert_cmpstr (ris3_atlas_get_data_date (atlas), ==, "2026-11-25");
  g_assert_true (g_path_is_absolute (ris3_atlas_get_path (atlas)));
  g_assert_cmpstr (ris3_atlas_lookup_region (atlas, 2013, "FR82")->parent_code, ==, "FR8");
  g_assert_cmpstr (ris3_atlas_lookup_region (atlas, 2016, "UKN10")->parent_code, ==, "UKN0");
  g_assert_null (ris3_atlas_lookup_region (atlas, 2016, "FR82"));
  g_assert_finalize_object (g_steal_pointer (&atlas));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (TestFiles *files, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  ris3_atlas_open_async (test_default_atlas (), NULL, on_opened, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  atlas = ris3_atlas_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (atlas);
}

static void
test_cancelled (TestFiles *files, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_atlas_open (test_default_atlas (), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  ris3_atlas_open_async (test_default_atlas (), cancellable, on_opened, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ris3_atlas_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_refusals (TestFiles *files, gconstpointer data)
{
  g_autofree char *missing = test_files_path (files, "missing.ris3atlas");
  g_autofree char *empty = test_files_write (files, "empty.ris3atlas", "", 0);
  g_autofree char *text = test_files_write (files, "text.ris3atlas", "Not an atlas, only words.", 25);
  g_autofree char *foreign = test_files_path (files, "foreign.db");
  g_autofree char *newer = test_files_copy_default (files, "newer.ris3atlas");
  g_autofree char *unversioned = test_files_copy_default (files, "unversioned.ris3atlas");
  g_autofree char *extra = test_files_copy_default (files, "extra.ris3atlas");
  g_autofree char *trigger = test_files_copy_default (files, "trigger.ris3atlas");
  g_autofree char *dangling = test_files_copy_default (files, "dangling.ris3atlas");
  g_autofree char *wrong = test_files_copy_default (files, "wrong.ris3atlas");
  g_autofree char *circle = test_files_copy_default (files, "circle.ris3atlas");
  g_autofree char *truncated = NULL;
  g_autofree char *short_header = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  test_files_sql (foreign, "CREATE TABLE other (a)");
  test_files_sql (newer, "PRAGMA user_version = 4");
  test_files_sql (unversioned, "PRAGMA user_version = 0");
  test_files_sql (extra, "CREATE TABLE other (a)");
  test_files_sql (trigger, "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM comment; END");
  test_files_sql (dangling, "DELETE FROM region WHERE code = 'FRL0' AND nuts_version = 2016");
  test_files_sql (wrong, "PRAGMA ignore_check_constraints = 1; UPDATE strategy SET pm_mark = 7");
  test_files_sql (circle,
                  "DROP TRIGGER priority_no_circle; UPDATE priority SET parent_id = (SELECT max (id) FROM priority"
                  " WHERE strategy_id = 'FRL0-2014') WHERE id = (SELECT min (id) FROM priority"
                  " WHERE strategy_id = 'FRL0-2014'); UPDATE priority SET parent_id = (SELECT min (id) FROM"
                  " priority WHERE strategy_id = 'FRL0-2014') WHERE id = (SELECT max (id) FROM priority"
                  " WHERE strategy_id = 'FRL0-2014');"
                  /* the same text as in schema.sql */
                  "CREATE TRIGGER priority_no_circle BEFORE UPDATE OF parent_id ON priority\n"
                  "WHEN NEW.parent_id IS NOT NULL\nBEGIN\n"
                  "  SELECT RAISE (ABORT, 'a priority cannot be part of itself')\n  WHERE NEW.id IN (\n"
                  "    WITH RECURSIVE above (id) AS (\n      SELECT NEW.parent_id\n      UNION\n"
                  "      SELECT priority.parent_id FROM priority JOIN above USING (id) WHERE priority.parent_id"
                  " IS NOT NULL\n    )\n    SELECT id FROM above\n  );\nEND");
  g_assert_true (g_file_get_contents (test_default_atlas (), &contents, &length, NULL));
  truncated = test_files_write (files, "truncated.ris3atlas", contents, length / 2);
  short_header = test_files_write (files, "header.ris3atlas", contents, 60);

  assert_refused (files, missing, RIS3_ATLAS_ERROR_OPEN);
  assert_refused (files, files->folder, RIS3_ATLAS_ERROR_OPEN);
  assert_refused (files, "", RIS3_ATLAS_ERROR_OPEN);
  assert_refused (files, ":memory:", RIS3_ATLAS_ERROR_OPEN);
  assert_refused (files, empty, RIS3_ATLAS_ERROR_NOT_ATLAS);
  assert_refused (files, text, RIS3_ATLAS_ERROR_NOT_ATLAS);
  assert_refused (files, short_header, RIS3_ATLAS_ERROR_NOT_ATLAS);
  assert_refused (files, foreign, RIS3_ATLAS_ERROR_FOREIGN);
  assert_refused (files, newer, RIS3_ATLAS_ERROR_TOO_NEW);
  assert_refused (files, unversioned, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, extra, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, trigger, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, dangling, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, wrong, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, circle, RIS3_ATLAS_ERROR_DAMAGED);
  assert_refused (files, truncated, RIS3_ATLAS_ERROR_DAMAGED);
}

static void
test_read_only (TestFiles *files, gconstpointer data)
{
  /* A name with a special meaning in a URI. */
  g_autofree char *path = test_files_copy_default (files, "read? only#50%.ris3atlas");
  g_autofree char *before = test_files_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ris3_atlas_get_read_only (atlas));
  g_clear_object (&atlas);

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_atlas_get_read_only (atlas));
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), ==, 317);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_create (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "new.ris3atlas");
  g_autofree char *nowhere = test_files_path (files, "no-such-folder/new.ris3atlas");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  atlas = ris3_atlas_create (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), ==, 0);
  g_assert_null (ris3_atlas_get_periods (atlas)[0]);
  g_assert_cmpint (test_files_query (path, "PRAGMA application_id"), ==, RIS3_ATLAS_APPLICATION_ID);
  g_assert_cmpint (test_files_query (path, "PRAGMA user_version"), ==, RIS3_ATLAS_SCHEMA_VERSION);

  before = test_files_digest (path);
  g_assert_null (ris3_atlas_create (path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_clear_error (&error);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);

  g_assert_null (ris3_atlas_create (nowhere, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_copy (TestFiles *files, gconstpointer data)
{
  g_autofree char *to = test_files_write (files, "copy.ris3atlas", "old", 3);
  g_autofree char *text = test_files_write (files, "text", "no atlas at all", 15);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ris3_atlas_copy (test_default_atlas (), to, &error));
  g_assert_no_error (error);
  atlas = ris3_atlas_open (to, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), ==, 317);

  /* What cannot be copied leaves the target alone. */
  before = test_files_digest (to);
  g_assert_false (ris3_atlas_copy (text, to, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS);
  after = test_files_digest (to);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/open/default", test_default);
  TEST_ADD ("/open/async", test_async);
  TEST_ADD ("/open/cancelled", test_cancelled);
  TEST_ADD ("/open/refusals", test_refusals);
  TEST_ADD ("/open/read-only", test_read_only);
  TEST_ADD ("/open/create", test_create);
  TEST_ADD ("/open/copy", test_copy);
  return g_test_run ();
}
