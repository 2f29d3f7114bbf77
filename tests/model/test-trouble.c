/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An atlas on a disk that gets full, is read-only or goes away while it is edited: a file system in memory, which
 * only the process of the test sees. */

#include "config.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-backup.h"
#include "model/ris3-check.h"
#include "test-edits.h"
#include "test-files.h"

#define ID "FRL0-2014"
/* The default atlas fits on it, and not much more. */
#define SIZE "size=3m"
#define UNABLE 77

typedef struct
{
  TestFiles *files;
  char *disk;  /* where it is mounted */
  char *path;  /* an atlas on it */
  char *other; /* a place elsewhere */
  Ris3Editor *editor;
} Fixture;

static gboolean
write_number (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Nobody else sees what is mounted. Not every system allows that. */
static gboolean
mount_disk (const char *disk)
{
  g_autofree char *map = g_strdup_printf ("0 %u 1", (guint) getuid ());

  if (unshare (CLONE_NEWNS) != 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write_number ("/proc/self/uid_map", map))
        return FALSE;
    }
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 && mount ("none", disk, "tmpfs", 0, SIZE) == 0;
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
}

/* In a process of its own, which ends as the test does. */
static void
run_on_disk (TestFiles *files, void (*func) (Fixture *))
{
  g_autofree char *disk = test_files_path (files, "disk");
  pid_t child;
  int status;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      Fixture fixture = { files, disk, g_build_filename (disk, "atlas.ris3atlas", NULL),
                          test_files_path (files, "other.ris3atlas") };
      g_autoptr (GError) error = NULL;

      if (!mount_disk (disk))
        _exit (UNABLE);
      copy_file (test_default_atlas (), fixture.path);
      fixture.editor = ris3_editor_open (fixture.path, "Ada", &error);
      g_assert_no_error (error);
      func (&fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == UNABLE)
    g_test_skip ("no file system can be mounted here");
  else
    g_assert_cmpint (status, ==, 0);
  g_rmdir (disk);
}

static gboolean
set_remark (Fixture *fixture, const char *remark, GError **error)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", ID);
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (edit, "remark", remark);
  result = test_edit_apply (fixture->editor, edit, error);
  return result != NULL;
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ris3_atlas_check (path, NULL, &error);
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((Ris3Finding *) g_ptr_array_index (findings, i))->kind, !=, "damage");
}

static void
fill_disk (Fixture *fixture)
{
  g_autofree char *filling = g_build_filename (fixture->disk, "filling", NULL);
  int fd = open (filling, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  char block[4096] = { 0 };

  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);
}

static void
edit_on_full_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filling = g_build_filename (fixture->disk, "filling", NULL);
  g_autofree char *copy = g_build_filename (fixture->disk, "copy.ris3atlas", NULL);
  g_autofree char *long_remark = g_strnfill (100000, 'x');

  fill_disk (fixture);
  g_assert_false (set_remark (fixture, long_remark, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "as the disk is full"));
  g_clear_error (&error);
  assert_whole (fixture->path);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM change_log"), ==, 0);

  /* Neither is there a copy, or anything else of it. */
  g_assert_false (ris3_editor_copy (fixture->editor, copy, TRUE, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  /* But elsewhere; and when there is space again, the same edit is made. */
  g_assert_true (ris3_editor_copy (fixture->editor, fixture->other, TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_whole (fixture->other);
  g_assert_cmpint (g_remove (filling), ==, 0);
  g_assert_true (set_remark (fixture, long_remark, &error));
  g_assert_no_error (error);
}

/* Copies are kept on that disk: the edit is made without. */
static void
back_up_on_full_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;
  g_autofree char *linked = ris3_backup_get_folder (fixture->other);
  g_autofree char *parent = g_path_get_dirname (linked);

  ris3_editor_free (fixture->editor);
  copy_file (fixture->path, fixture->other);
  fixture->editor = ris3_editor_open (fixture->other, "Ada", &error);
  ris3_editor_set_keeps_backups (fixture->editor, TRUE);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_cmpint (symlink (fixture->disk, linked), ==, 0);
  fill_disk (fixture);
  g_assert_true (set_remark (fixture, "edited", &error));
  g_assert_no_error (error);
  told = ris3_editor_take_backup_error (fixture->editor);
  g_assert_error (told, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_cmpint (g_remove (linked), ==, 0);
}

static void
edit_when_read_only (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_remark (fixture, "before", &error));
  g_clear_pointer (&fixture->editor, ris3_editor_free);
  g_assert_cmpint (mount (NULL, fixture->disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  fixture->editor = ris3_editor_open (fixture->path, "Ada", &error);
  g_assert_no_error (error);
  g_assert_false (set_remark (fixture, "after", &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "read-only"));
  g_clear_error (&error);
  g_assert_true (ris3_editor_copy (fixture->editor, fixture->other, TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_whole (fixture->other);
}

/* What was committed is in the copy of the file that has no name any more. */
static void
edit_when_gone (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_remark (fixture, "before", &error));
  /* No copy takes the place of the atlas. */
  g_assert_false (ris3_editor_copy (fixture->editor, fixture->path, TRUE, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_cmpint (umount2 (fixture->disk, MNT_DETACH), ==, 0);
  g_assert_false (set_remark (fixture, "after", &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_true (ris3_editor_copy (fixture->editor, fixture->other, TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_whole (fixture->other);
  g_assert_cmpint (test_files_query (fixture->other, "SELECT count(*) FROM strategy WHERE remark = 'before'"), ==, 1);
}

static void
test_full (TestFiles *files, gconstpointer data)
{
  run_on_disk (files, edit_on_full_disk);
}

static void
test_full_for_backups (TestFiles *files, gconstpointer data)
{
  run_on_disk (files, back_up_on_full_disk);
}

static void
test_read_only (TestFiles *files, gconstpointer data)
{
  run_on_disk (files, edit_when_read_only);
}

static void
test_gone (TestFiles *files, gconstpointer data)
{
  run_on_disk (files, edit_when_gone);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-backups-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/trouble/full", test_full);
  TEST_ADD ("/trouble/full-for-backups", test_full_for_backups);
  TEST_ADD ("/trouble/read-only", test_read_only);
  TEST_ADD ("/trouble/gone", test_gone);
  status = g_test_run ();
  test_files_remove_folder (folder);
  return status;
}
