/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What lies beside an atlas: journals that SQLite would obey, and what a program that was killed has left. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-output-file.h"
#include "test-files.h"

static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

/* Ends in the midst of a transaction, with a part of it in the file. */
static void
die_writing (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);

      if (connection == NULL
          || !ris3_connection_execute (connection,
                                       "PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
                                       "UPDATE meta SET value = 'half'; UPDATE strategy SET title = 'half'",
                                       NULL))
        _exit (1);
      _exit (0);
    }
  waitpid (child, &status, 0);
  g_assert_cmpint (status, ==, 0);
}

static char *
get_journal (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

static void
append (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

/* Adds to a journal that it is one of several, and that the file `name` tells which. */
static void
add_super_journal (const char *journal, const char *name)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *contents = NULL;
  guint32 sum = 0;
  gsize length;

  g_assert_true (g_file_get_contents (journal, &contents, &length, NULL));
  g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
  append (bytes, 0x40000000 / 4096 + 1);
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));
  for (const char *p = name; *p != '\0'; p++)
    sum += (guint32) *p;
  append (bytes, (guint32) strlen (name));
  append (bytes, sum);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_assert_true (g_file_set_contents (journal, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

/* By everything that opens, and nothing in the folder changes. */
static void
assert_refused (TestFiles *files, const char *path, const char *words)
{
  guint n_files = test_files_count (files);
  g_autofree char *before = test_files_digest (path);
  g_autofree char *copy = test_files_path (files, "copy.ris3atlas");
  g_autofree char *after = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_null (ris3_atlas_open (path, NULL, &error));
      else if (i == 1)
        g_assert_null (ris3_atlas_check (path, NULL, &error));
      else
        g_assert_false (ris3_atlas_copy (path, copy, &error));
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
      g_assert_nonnull (strstr (error->message, words));
    }
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, n_files);
}

static void
test_super (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *precious = test_files_write (files, "precious", "precious", 8);
  g_autofree char *journal = get_journal (path);

  die_writing (path);
  add_super_journal (journal, precious);
  assert_refused (files, path, "would be deleted");
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));
}

/* One's own journal is obeyed: the crash is undone, and one file is left. */
static void
test_own (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  die_writing (path);
  g_assert_cmpuint (test_files_count (files), ==, 2);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ris3_atlas_get_title (atlas), !=, "half");
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

/* Where nothing can be written, and by a check, which writes nothing, that is told. */
static void
test_unfinished (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  die_writing (path);
  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((Ris3Finding *) g_ptr_array_index (findings, 0))->kind, ==, "unfinished");
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_null (ris3_atlas_open (path, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_UNFINISHED);
  g_assert_nonnull (strstr (error->message, "half written"));
  g_assert_cmpuint (test_files_count (files), ==, 2);
}

static void
test_foreign (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *old = test_files_copy_default (files, "old.ris3atlas");
  g_autofree char *journal = get_journal (path);
  g_autofree char *old_journal = get_journal (old);
  g_autofree char *other_pages = NULL;
  g_autofree char *diary = NULL;
  gsize length;

  /* The file of before, in which a transaction was interrupted, was then replaced by one that had more edits. */
  die_writing (old);
  for (guint i = 0; i < 3; i++)
    test_files_sql (path, "UPDATE meta SET value = value || '!'; DELETE FROM priority WHERE id % 2; VACUUM");
  g_assert_cmpint (g_rename (old_journal, journal), ==, 0);
  assert_refused (files, path, "belongs to another file");

  g_assert_true (g_file_get_contents (journal, &other_pages, &length, NULL));
  other_pages[26] = 0x20;
  g_assert_true (g_file_set_contents (journal, other_pages, (gssize) length, NULL));
  assert_refused (files, path, "belongs to another file");

  /* SQLite would take it for a journal without anything in it, and delete it. */
  diary = test_files_write (files, "atlas.ris3atlas-journal", "Dear diary", 10);
  assert_refused (files, path, "belongs to another file");
}

static void
test_wal (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *old = test_files_copy_default (files, "old.ris3atlas");
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *old_wal = g_strconcat (old, "-wal", NULL);
  g_autofree char *old_index = g_strconcat (old, "-shm", NULL);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (Ris3Connection) connection = ris3_connection_open (old, RIS3_CONNECTION_READ_WRITE, NULL, NULL);

      ris3_connection_execute (connection, "PRAGMA journal_mode = WAL; UPDATE meta SET value = 'in the log'", NULL);
      _exit (0);
    }
  waitpid (child, NULL, 0);
  g_assert_true (g_file_test (old_wal, G_FILE_TEST_EXISTS));

  /* Beside a file that has none, SQLite would obey it. */
  g_assert_cmpint (link (old_wal, wal), ==, 0);
  assert_refused (files, path, "is not a plain file");
  g_assert_cmpint (g_unlink (old_wal), ==, 0);
  assert_refused (files, path, "belongs to another file");

  /* One's own is taken in. */
  g_assert_cmpint (g_rename (wal, old_wal), ==, 0);
  g_unlink (old_index);
  atlas = ris3_atlas_open (old, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ris3_atlas_get_title (atlas), ==, "in the log");
  g_assert_cmpuint (test_files_count (files), ==, 2);
}

/* Nothing is left beside a file that is only read, in whatever mode another tool has left it. */
static void
test_nothing_left (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  test_files_sql (path, "PRAGMA journal_mode = WAL; UPDATE meta SET value = value || '!'");
  before = test_files_digest (path);
  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_not_a_file (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *precious = test_files_write (files, "precious", "precious", 8);
  g_autofree char *journal = get_journal (path);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  g_assert_cmpint (mkfifo (journal, 0600), ==, 0);
  assert_refused (files, path, "is not a plain file");
  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (symlink (precious, journal), ==, 0);
  assert_refused (files, path, "is not a plain file");
  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (link (precious, index), ==, 0);
  assert_refused (files, path, "is not a plain file");
}

/* What replaces an atlas never shows the data of the one before. */
static void
test_replaced (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *journal = get_journal (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  test_files_sql (path, "UPDATE strategy SET title = 'old'");
  die_writing (path);
  g_assert_true (ris3_atlas_copy (test_default_atlas (), path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test_files_count (files), ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM strategy WHERE title IN ('old', 'half')"), ==, 0);

  /* One that cannot be settled is left alone, and so is the file. */
  test_files_sql (path, "UPDATE strategy SET title = 'old'");
  g_free (test_files_write (files, "atlas.ris3atlas-journal", "Dear diary", 10));
  before = test_files_digest (path);
  g_assert_false (ris3_atlas_copy (test_default_atlas (), path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_files_count (files), ==, 2);

  /* The same for a name where nothing is any more. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_clear_error (&error);
  g_assert_null (ris3_atlas_create (path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
make_older (const char *path, gint hours)
{
  struct utimbuf times;

  times.actime = times.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC) - hours * 60 * 60;
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_left_behind (TestFiles *files, gconstpointer data)
{
  static const char *const names[] = { ".ris3-unfinished-a1B2c3.ris3atlas", ".ris3-unfinished-a1B2c3.ris3atlas-journal",
                                       ".ris3-unfinished-Q1B2c3", ".ris3-unfinished-business", ".ris3-config" };
  g_autofree char *path = test_files_path (files, "out");
  g_autofree char *recent = test_files_write (files, ".ris3-unfinished-recent", "x", 1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *left = test_files_write (files, names[i], "x", 1);

      make_older (left, 2);
    }
  g_assert_true (ris3_output_file_write_all (path, RIS3_OUTPUT_DEFAULT, "x", 1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *left = test_files_path (files, names[i]);

      g_assert_true (g_file_test (left, G_FILE_TEST_EXISTS) == (i >= 3));
    }
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
}

static void
test_link (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *link_path = test_files_path (files, "link.ris3atlas");
  g_autofree char *dangling = test_files_path (files, "dangling.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("atlas.ris3atlas", link_path), ==, 0);
  g_assert_cmpint (symlink ("nothing", dangling), ==, 0);
  /* The journal is beside the file that is meant. */
  die_writing (path);
  atlas = ris3_atlas_open (link_path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ris3_atlas_get_path (atlas), ==, link_path);
  findings = ris3_atlas_check (link_path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (test_files_count (files), ==, 3);

  test_files_sql (path, "PRAGMA ignore_check_constraints = 1; UPDATE strategy SET pm_mark = 7");
  g_clear_object (&atlas);
  g_assert_null (ris3_atlas_open (link_path, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "link.ris3atlas"));
  g_clear_error (&error);
  g_assert_null (ris3_atlas_open (dangling, NULL, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/journal/super", test_super);
  TEST_ADD ("/journal/own", test_own);
  TEST_ADD ("/journal/unfinished", test_unfinished);
  TEST_ADD ("/journal/foreign", test_foreign);
  TEST_ADD ("/journal/wal", test_wal);
  TEST_ADD ("/journal/nothing-left", test_nothing_left);
  TEST_ADD ("/journal/not-a-file", test_not_a_file);
  TEST_ADD ("/journal/replaced", test_replaced);
  TEST_ADD ("/journal/left-behind", test_left_behind);
  TEST_ADD ("/journal/link", test_link);
  return g_test_run ();
}
