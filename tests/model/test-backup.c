/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Backup copies: when they are made, which remain, and what restoring one does. */

#include "config.h"

#include <string.h>

#include "model/ris3-backup.h"
#include "model/ris3-check.h"
#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

#define ID "FRL0-2014"

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in the folder of an atlas's copies, in their order. */
static char *
list_kept (const char *path)
{
  g_autofree char *folder = ris3_backup_get_folder (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *shown = g_strdup (name);

      if (g_str_has_suffix (shown, ".ris3atlas"))
        shown[strlen (shown) - strlen (".ris3atlas")] = '\0';
      g_ptr_array_add (names, shown);
    }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
back_up_on (const char *path, Ris3BackupKind kind, int year, int month, int day, int days_later)
{
  g_autoptr (GDateTime) first = g_date_time_new_local (year, month, day, 9, 30, 15);
  g_autoptr (GDateTime) now = g_date_time_add_days (first, days_later);
  g_autoptr (GError) error = NULL;

  ris3_backup_make (path, kind, now, &error);
  g_assert_no_error (error);
}

static char *
make_small (TestFiles *files)
{
  char *path = test_files_path (files, "small.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_create (path, &error);

  g_assert_no_error (error);
  return path;
}

/* 60 days, from a Thursday to a Sunday. */
static void
test_rotation (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = make_small (files);
  g_autofree char *folder = ris3_backup_get_folder (path);
  g_autofree char *mine = g_build_filename (folder, "2026-10-01 before the meeting.ris3atlas", NULL);
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *more = NULL;

  for (int day = 0; day < 60; day++)
    {
      back_up_on (path, RIS3_BACKUP_DAILY, 2026, 10, 1, day);
      if (day == 3)
        {
          g_autofree char *old = g_build_filename (folder, "2026-10-01.ris3atlas", NULL);

          g_assert_cmpint (g_rename (old, mine), ==, 0);
          g_assert_true (g_file_set_contents (other, "x", 1, NULL));
        }
      /* Once a day. */
      back_up_on (path, RIS3_BACKUP_DAILY, 2026, 10, 1, day);
    }
  kept = list_kept (path);
  /* The week of 23 November is that of the seven days; four Sundays before. */
  g_assert_cmpstr (kept, ==,
                   "2026-10-01 before the meeting 2026-11-01 2026-11-08 2026-11-15 2026-11-22 2026-11-23 2026-11-24"
                   " 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29 notes.txt");

  /* Days without a copy do not count, and neither do further ones of a day. */
  back_up_on (path, RIS3_BACKUP_BEFORE_RESTORE, 2027, 3, 3, 0);
  back_up_on (path, RIS3_BACKUP_DAILY, 2027, 3, 3, 0);
  more = list_kept (path);
  g_assert_cmpstr (more, ==,
                   "2026-10-01 before the meeting 2026-11-08 2026-11-15 2026-11-22 2026-11-23 2026-11-24 2026-11-25"
                   " 2026-11-26 2026-11-27 2026-11-28 2026-11-29 2027-03-03 2027-03-03 09.30.15 notes.txt");
}

static Ris3EditResult *
set_remark (Ris3Editor *editor, const char *remark, GError **error)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", ID);

  ris3_edit_set_text (edit, "remark", remark);
  return test_edit_apply (editor, edit, error);
}

static void
expect_remark (Ris3Editor *editor, const char *remark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = set_remark (editor, remark, &error);

  g_assert_no_error (error);
}

static void
assert_told_when_damaged (const char *path, const char *backup_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) backup = ris3_atlas_open (backup_path, NULL, &error);

  g_assert_no_error (error);
  /* It is removed one day: nobody is to edit it. */
  g_assert_true (ris3_atlas_get_read_only (backup));
  test_files_sql (path, "PRAGMA foreign_keys = OFF; DELETE FROM strategy WHERE id = '" ID "'");
  g_assert_null (ris3_atlas_open (path, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, backup_path));
}

/* Before the first edit of the day, and only of those who keep copies. */
static void
test_daily (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "daily.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *backed_up = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ada", &error);
  g_autoptr (GPtrArray) backups = NULL;
  const Ris3Backup *backup;

  g_assert_no_error (error);
  expect_remark (editor, "nobody keeps copies");
  backups = ris3_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 0);
  g_clear_pointer (&backups, g_ptr_array_unref);

  ris3_editor_set_keeps_backups (editor, TRUE);
  {
    g_autoptr (Ris3EditResult) result = ris3_editor_undo (editor, 0, &error);
    g_assert_no_error (error);
  }
  expect_remark (editor, "one");
  expect_remark (editor, "two");
  backups = ris3_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->kind, ==, RIS3_BACKUP_DAILY);
  g_assert_cmpint (
      test_files_query (backup->path, "SELECT count(*) FROM strategy WHERE remark = 'nobody keeps copies'"), ==, 1);
  g_assert_cmpint (test_files_query (backup->path, "SELECT count(*) FROM change_log"), ==, 1);
  g_assert_null (ris3_editor_take_backup_error (editor));
  assert_told_when_damaged (path, backup->path);
}

/* No copy, but the edit, and it is told once. */
static void
test_failed (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "failed.ris3atlas");
  g_autofree char *folder = ris3_backup_get_folder (path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ada", &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  ris3_editor_set_keeps_backups (editor, TRUE);
  expect_remark (editor, "one");
  told = ris3_editor_take_backup_error (editor);
  g_assert_error (told, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (told->message, "No backup copy could be kept"));
  expect_remark (editor, "two");
  g_assert_null (ris3_editor_take_backup_error (editor));
}

static void
expect_restored (Ris3Editor *editor, const char *backup_path)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_backup (backup_path, "Restore the backup copy");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->change_id, >, 0);
}

/* One edit of the history, which can be undone; the history stays. */
static void
test_restore (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *copy = test_files_copy_default (files, "copy.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *edited = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ada", &error);
  g_autoptr (Ris3Edit) delete = ris3_edit_new_delete ("strategy", "FRK2-2014");
  g_autoptr (Ris3Edit) add = test_edit_new_strategy ("S1", "AT");
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n_changes;

  g_assert_no_error (error);
  test_files_sql (path, "INSERT INTO organisation (name, role) VALUES ('New', 'other');"
                        "INSERT INTO contact (organisation_id, unit, name, role, email, phone, language, remark)"
                        " VALUES (last_insert_rowid (), '', 'A. N.', '', '', '', '', '')");
  ris3_editor_set_keeps_backups (editor, TRUE);
  expect_remark (editor, "edited");
  result = test_edit_apply (editor, delete, &error);
  g_assert_no_error (error);
  g_clear_pointer (&result, ris3_edit_result_free);
  result = test_edit_apply (editor, add, &error);
  g_assert_no_error (error);
  g_clear_pointer (&result, ris3_edit_result_free);
  edited = test_edit_dump (path);
  g_assert_cmpstr (edited, !=, before);
  n_changes = test_files_query (path, "SELECT max (id) FROM change_log");

  expect_restored (editor, copy);
  restored = test_edit_dump (path);
  g_assert_cmpstr (restored, ==, before);
  g_assert_cmpint (test_files_query (path, "SELECT max (id) FROM change_log"), ==, n_changes + 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM contact"), ==, 0);
  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((Ris3Finding *) g_ptr_array_index (findings, i))->kind, !=, "damage");
  /* Only what differed was recorded. */
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM change_row WHERE table_name = 'region'"), ==, 0);

  result = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  undone = test_edit_dump (path);
  g_assert_cmpstr (undone, ==, edited);

  /* What was there before it is kept, with the persons. */
  backups = ris3_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((Ris3Backup *) g_ptr_array_index (backups, 0))->kind, ==, RIS3_BACKUP_BEFORE_RESTORE);
  g_assert_cmpint (
      test_files_query (((Ris3Backup *) g_ptr_array_index (backups, 0))->path, "SELECT count(*) FROM contact"), ==, 1);
}

/* Rows that have exchanged what only one may have, and get it back. */
static void
test_restore_exchanged (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *copy = test_files_copy_default (files, "copy.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *exchanged = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ada", &error);

  g_assert_no_error (error);
  test_files_sql (path,
                  "CREATE TEMP TABLE two AS SELECT id, region_code, assessor FROM assessment ORDER BY id LIMIT 2;"
                  "UPDATE assessment SET assessor = 'somebody' WHERE id = (SELECT min (id) FROM two);"
                  "UPDATE assessment SET region_code = (SELECT region_code FROM two ORDER BY id LIMIT 1)"
                  " WHERE id = (SELECT max (id) FROM two);"
                  "UPDATE assessment SET assessor = (SELECT assessor FROM two LIMIT 1), region_code ="
                  " (SELECT region_code FROM two ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min (id) FROM two)");
  exchanged = test_edit_dump (path);
  g_assert_cmpstr (exchanged, !=, before);
  expect_restored (editor, copy);
  restored = test_edit_dump (path);
  g_assert_cmpstr (restored, ==, before);

  /* And exchange it again. */
  result = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  undone = test_edit_dump (path);
  g_assert_cmpstr (undone, ==, exchanged);
}

/* What lies beside the atlas since it was of version 1. */
static void
test_restore_older (TestFiles *files, gconstpointer data)
{
  const char *version_1 = g_test_get_filename (G_TEST_DIST, "model", "data", "version-1.ris3atlas", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("meta", "title");
  g_autoptr (Ris3EditResult) result = NULL;
  gsize length;

  g_file_get_contents (version_1, &contents, &length, &error);
  g_assert_no_error (error);
  path = test_files_write (files, "old.ris3atlas", contents, length);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  before = test_edit_dump (path);
  backups = ris3_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (((Ris3Backup *) g_ptr_array_index (backups, 0))->kind, ==, RIS3_BACKUP_BEFORE_UPDATE);

  editor = ris3_editor_open (path, "Ada", &error);
  g_assert_no_error (error);
  ris3_edit_set_text (edit, "value", "Another title");
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  expect_restored (editor, ((Ris3Backup *) g_ptr_array_index (backups, 0))->path);
  restored = test_edit_dump (path);
  g_assert_cmpstr (restored, ==, before);
}

/* Nothing is taken from a file that is no copy, and nothing is changed. */
static void
test_restore_refused (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *damaged = test_files_copy_default (files, "damaged.ris3atlas");
  g_autofree char *foreign = test_files_write (files, "foreign.ris3atlas", "no atlas", 8);
  g_autofree char *gone = test_files_path (files, "gone.ris3atlas");
  const char *const paths[] = { damaged, foreign, gone };
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ada", &error);

  g_assert_no_error (error);
  test_files_sql (damaged, "PRAGMA foreign_keys = OFF; DELETE FROM strategy WHERE id = '" ID "'");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Ris3Edit) edit = ris3_edit_new_backup (paths[i], "Restore");
      g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

      g_assert_null (result);
      g_assert_nonnull (error);
      g_assert_true (error->domain == RIS3_ATLAS_ERROR);
      g_clear_error (&error);
    }
  after = test_edit_dump (path);
  g_assert_cmpstr (after, ==, before);
  /* Foreign keys are obeyed again. */
  expect_remark (editor, "still edited");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-backups-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/backup/rotation", test_rotation);
  TEST_ADD ("/backup/daily", test_daily);
  TEST_ADD ("/backup/failed", test_failed);
  TEST_ADD ("/backup/restore", test_restore);
  TEST_ADD ("/backup/restore-exchanged", test_restore_exchanged);
  TEST_ADD ("/backup/restore-older", test_restore_older);
  TEST_ADD ("/backup/restore-refused", test_restore_refused);
  status = g_test_run ();
  test_files_remove_folder (folder);
  return status;
}
