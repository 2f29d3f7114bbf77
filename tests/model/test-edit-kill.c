/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A program that is killed at any moment of an edit, an undo, a backup, the restoring of one or the saving of a copy
 * loses nothing that was committed, and two programs that write at once lose nothing either. RIS3_TEST_KILLS and
 * RIS3_TEST_EDITS say how often this is tried; some of the kills are in test-version-1.c, during a migration. */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-backup.h"
#include "model/ris3-check.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-facts.h"
#include "test-edits.h"
#include "test-files.h"

#define N_KILLS 500
/* In hundredths of them: the kills during edits and undos, and during each of the three others. */
#define EDITS_SHARE 58
#define OTHERS_SHARE 10
/* Edits of each of the two. */
#define N_EDITS 500
#define ID "S1"

static guint
get_number (const char *name, guint preset)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : preset;
}

/* A small atlas, as each kill opens and checks it. */
static char *
make_atlas (TestFiles *files)
{
  char *path = test_files_path (files, "atlas.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_create (path, &error);
  g_autoptr (Ris3Edit) edit = test_edit_new_strategy (ID, "AT");
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  g_assert_no_error (error);
  test_files_sql (path, "INSERT INTO region VALUES (2016, 'AT', 0, NULL, 'AT', 'Österreich', 'Osterreich', 'Austria')");
  editor = ris3_editor_open (path, "Test", &error);
  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  return path;
}

static void
tell (int out, const Ris3EditResult *result)
{
  if (result == NULL || write (out, &result->change_id, sizeof result->change_id) < 0)
    _exit (1);
}

/* What a child does until it is killed. It tells each commit by the number of the change. */
typedef void (*Work) (const char *path, int out);

/* Two of three steps add a priority, every third is undone. */
static void
edit_for_ever (const char *path, int out)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Child", NULL);

  while (editor != NULL)
    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
        g_autoptr (Ris3EditResult) result = NULL;

        ris3_edit_set_text (edit, "label", "x");
        ris3_edit_append_below (edit, 0);
        ris3_edit_set_text (edit, "label", "y");
        result = i == 2 ? ris3_editor_undo (editor, 0, NULL) : test_edit_apply (editor, edit, NULL);
        tell (out, result);
      }
  _exit (1);
}

static void
add_one (Ris3Editor *editor, int out)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (edit, "label", "x");
  ris3_edit_append_below (edit, 0);
  ris3_edit_set_text (edit, "label", "y");
  result = test_edit_apply (editor, edit, NULL);
  tell (out, result);
}

/* A copy a day, of many days. */
static void
back_up_for_ever (const char *path, int out)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Child", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  while (editor != NULL)
    {
      GDateTime *next = g_date_time_add_days (now, 1);

      add_one (editor, out);
      g_date_time_unref (now);
      now = next;
      if (!ris3_backup_make (path, RIS3_BACKUP_DAILY, now, NULL))
        _exit (1);
    }
  _exit (1);
}

static void
restore_for_ever (const char *path, int out)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Child", NULL);
  g_autofree char *backup = g_strconcat (path, ".backup" RIS3_ATLAS_SUFFIX, NULL);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_backup (backup, "Restore");

  while (editor != NULL)
    {
      g_autoptr (Ris3EditResult) result = NULL;

      add_one (editor, out);
      result = test_edit_apply (editor, edit, NULL);
      tell (out, result);
    }
  _exit (1);
}

static void
copy_for_ever (const char *path, int out)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Child", NULL);
  g_autofree char *copy = g_strconcat (path, ".copy" RIS3_ATLAS_SUFFIX, NULL);

  while (editor != NULL)
    {
      add_one (editor, out);
      if (!ris3_editor_copy (editor, copy, TRUE, NULL, NULL))
        _exit (1);
    }
  _exit (1);
}

/* The last change that the child told of, after it was killed. */
static gint64
run_and_kill (const char *path, Work work, GRand *rand)
{
  int ends[2];
  pid_t child;
  int status;
  gint64 last = 0;
  gint64 id;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (path, ends[1]);
    }
  close (ends[1]);
  /* It is to be hit while it works, not while it starts. */
  g_assert_cmpint (read (ends[0], &id, sizeof id), ==, sizeof id);
  last = id;
  g_usleep ((gulong) g_rand_int_range (rand, 0, 4000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (ends[0], &id, sizeof id) == sizeof id)
    last = id;
  close (ends[0]);
  return last;
}

static void
assert_opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((Ris3Finding *) g_ptr_array_index (findings, i))->kind, ==, "no-source");
}

static void
assert_whole (const char *path, gint64 last)
{
  assert_opens (path);
  /* What was told is there; of the one that was under way, all or nothing. */
  g_assert_cmpint (test_files_query (path, "SELECT max (id) FROM change_log"), >=, last);
  g_assert_cmpint (test_files_query (path, "SELECT max (id) - count(*) FROM change_log"), ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM change_log WHERE id NOT IN (SELECT change_id FROM"
                                           " change_part) OR id NOT IN (SELECT change_id FROM change_row)"),
                   ==, 0);
}

static void
assert_replayed (const char *path)
{
  g_assert_cmpint (test_files_query (path,
                                     "SELECT (SELECT count(*) FROM priority) - 2 * (SELECT count(*) FROM change_log"
                                     " AS c WHERE kind = 'priority-add' AND NOT EXISTS (SELECT 1 FROM change_log AS"
                                     " u WHERE u.undoes = c.id))"),
                   ==, 0);
}

/* One that had not been begun in earnest is left until the next edit. */
static void
remove_with_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_remove (journal);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_kill (TestFiles *files, gconstpointer data)
{
  guint n_kills = get_number ("RIS3_TEST_KILLS", N_KILLS) * EDITS_SHARE / 100;
  g_autofree char *path = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_interrupted = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *journal = NULL;
      gint64 last;

      /* Large files are slower, and not more telling. */
      if (i % 50 == 0)
        {
          if (path != NULL)
            remove_with_journal (path);
          g_free (path);
          path = make_atlas (files);
        }
      journal = g_strconcat (path, "-journal", NULL);
      last = run_and_kill (path, edit_for_ever, rand);
      n_interrupted += g_file_test (journal, G_FILE_TEST_EXISTS);
      assert_whole (path, last);
      assert_replayed (path);
    }
  if (path != NULL)
    remove_with_journal (path);
  g_test_message ("%u of %u kills left a transaction unfinished", n_interrupted, n_kills);
  g_assert_cmpuint (n_interrupted, >, n_kills / 20);
}

/* Runs one of the other works as often as its share; after each kill, what it makes besides is looked at. */
static void
kill_often (TestFiles *files, Work work, void (*look) (const char *))
{
  guint n_kills = get_number ("RIS3_TEST_KILLS", N_KILLS) * OTHERS_SHARE / 100;
  g_autofree char *path = make_atlas (files);
  g_autofree char *backup = g_strconcat (path, ".backup" RIS3_ATLAS_SUFFIX, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GError) error = NULL;

  ris3_atlas_copy (path, backup, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_kills; i++)
    {
      assert_whole (path, run_and_kill (path, work, rand));
      look (path);
    }
}

static void
look_at_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = ris3_backup_list (path);

  /* Of days, weeks, and one that was killed before it removed an older one. */
  g_assert_cmpuint (backups->len, <=, 7 + 4 + 1);
  for (guint i = 0; i < MIN (backups->len, 2); i++)
    assert_opens (((Ris3Backup *) g_ptr_array_index (backups, i))->path);
}

static void
look_at_restored (const char *path)
{
  /* What was added since the last one. */
  g_assert_cmpint (test_files_query (path,
                                     "SELECT (SELECT count(*) FROM priority) - 2 * (SELECT count(*) FROM change_log"
                                     " WHERE kind = 'priority-add' AND id > (SELECT ifnull (max (id), 0) FROM"
                                     " change_log WHERE kind = 'backup-restore'))"),
                   ==, 0);
}

static void
look_at_copy (const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".copy" RIS3_ATLAS_SUFFIX, NULL);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    assert_opens (copy);
}

static void
test_kill_backup (TestFiles *files, gconstpointer data)
{
  kill_often (files, back_up_for_ever, look_at_backups);
}

static void
test_kill_restore (TestFiles *files, gconstpointer data)
{
  kill_often (files, restore_for_ever, look_at_restored);
}

static void
test_kill_copy (TestFiles *files, gconstpointer data)
{
  kill_often (files, copy_for_ever, look_at_copy);
}

static void
write_many (const char *path, const char *actor, guint n_edits)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, actor, NULL);

  for (guint i = 0; editor != NULL && i < n_edits; i++)
    {
      g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
      g_autofree char *label = g_strdup_printf ("%s %u", actor, i);
      g_autoptr (Ris3EditResult) result = NULL;

      ris3_edit_set_text (edit, "label", label);
      ris3_edit_append_below (edit, 0);
      ris3_edit_set_text (edit, "label", "below");
      result = test_edit_apply (editor, edit, NULL);
      if (result == NULL)
        _exit (1);
    }
  _exit (editor != NULL ? 0 : 1);
}

/* Whoever reads beside them is never told that the file is locked. */
static int
read_while_written (const char *path, pid_t child)
{
  g_autofree char *copy = g_strconcat (path, ".copy" RIS3_ATLAS_SUFFIX, NULL);
  gint64 longest = 0;
  guint n_reads = 0;
  int status;

  while (waitpid (child, &status, WNOHANG) == 0)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Facts) facts = ris3_facts_read (path, NULL, &error);
      g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

      g_assert_no_error (error);
      /* Checked when it is written: all of it is of one moment. */
      ris3_atlas_copy (path, copy, &error);
      g_assert_no_error (error);
      longest = MAX (longest, g_get_monotonic_time () - begin);
      n_reads++;
    }
  g_test_message ("%u times facts and the atlas were read, and a copy was saved, in %" G_GINT64_FORMAT " ms at most",
                  n_reads, longest / G_TIME_SPAN_MILLISECOND);
  return status;
}

static void
test_two_writers (TestFiles *files, gconstpointer data)
{
  guint n_edits = get_number ("RIS3_TEST_EDITS", 2 * N_EDITS) / 2;
  g_autofree char *path = make_atlas (files);
  pid_t children[2];

  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        write_many (path, i == 0 ? "Ada" : "Ben", n_edits);
    }
  for (guint i = 0; i < 2; i++)
    {
      int status = read_while_written (path, children[i]);

      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  g_assert_cmpint (test_files_query (path, "SELECT count(DISTINCT label) FROM priority"), ==, 2 * n_edits + 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(DISTINCT position) FROM priority WHERE parent_id IS NULL"), ==,
                   2 * n_edits);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM change_log WHERE actor = 'Ben'"), ==, n_edits);
  assert_whole (path, 2 * n_edits + 1);
  assert_replayed (path);
}

#define N_SHARED 12

static Ris3Edit *
new_comment (const char *text)
{
  Ris3Edit *edit = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "AT");
  ris3_edit_set_text (edit, "target", "region");
  ris3_edit_set_text (edit, "text", text);
  return edit;
}

/* Records comments of his own, and moves those of both whichever way their state allows by then. */
static void
consult (const char *path, const char *actor, guint n_edits)
{
  static const Ris3CommentState moves[] = { RIS3_COMMENT_ACKNOWLEDGED, RIS3_COMMENT_IN_REVIEW, RIS3_COMMENT_ACCEPTED,
                                            RIS3_COMMENT_NOT_ACCEPTED, RIS3_COMMENT_NOTED };
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, actor, NULL);

  for (guint i = 0; editor != NULL && i < n_edits; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", actor, i);
      g_autoptr (Ris3Edit) addition = new_comment (text);
      g_autoptr (Ris3Edit) move
          = ris3_edit_new_comment_state (1 + i % N_SHARED, moves[i % G_N_ELEMENTS (moves)], text, "analyst");
      g_autoptr (Ris3EditResult) added = test_edit_apply (editor, addition, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3EditResult) moved = test_edit_apply (editor, move, &error);

      /* The other has moved it before. */
      if (added == NULL || (moved == NULL && !g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID)))
        _exit (1);
    }
  _exit (editor != NULL ? 0 : 1);
}

/* No comment is lost, and no decision: each follows from the one before it, whoever took that. */
static void
test_two_officers (TestFiles *files, gconstpointer data)
{
  guint n_edits = get_number ("RIS3_TEST_EDITS", 2 * N_EDITS) / 2;
  g_autofree char *path = make_atlas (files);
  pid_t children[2];

  {
    g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", NULL);

    for (guint i = 0; i < N_SHARED; i++)
      {
        g_autoptr (Ris3Edit) edit = new_comment ("of both");
        g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, NULL);

        g_assert_nonnull (result);
      }
  }
  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        consult (path, i == 0 ? "Ada" : "Ben", n_edits);
    }
  for (guint i = 0; i < 2; i++)
    {
      int status = read_while_written (path, children[i]);

      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  g_assert_cmpint (test_files_query (path, "SELECT count(DISTINCT text) FROM comment"), ==, 2 * n_edits + 1);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM comment_event WHERE actor = 'Ben' AND from_state IS"
                                           " NULL"),
                   ==, n_edits);
  g_assert_cmpint (
      test_files_query (path, "SELECT count(*) FROM comment_event WHERE actor = 'Ada' AND from_state NOT NULL"), >, 0);
  g_assert_cmpint (
      test_files_query (path, "SELECT count(*) FROM comment_event WHERE actor = 'Ben' AND from_state NOT NULL"), >, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM (SELECT from_state, lag (to_state) OVER"
                                           " (PARTITION BY comment_id ORDER BY id) AS former FROM comment_event)"
                                           " WHERE from_state IS NOT former"),
                   ==, 0);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM comment AS c WHERE state <> (SELECT to_state FROM"
                                           " comment_event WHERE comment_id = c.id ORDER BY id DESC LIMIT 1)"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-backups-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/edit/kill", test_kill);
  TEST_ADD ("/edit/kill-backup", test_kill_backup);
  TEST_ADD ("/edit/kill-restore", test_kill_restore);
  TEST_ADD ("/edit/kill-copy", test_kill_copy);
  TEST_ADD ("/edit/two-writers", test_two_writers);
  TEST_ADD ("/edit/two-officers", test_two_officers);
  status = g_test_run ();
  test_files_remove_folder (folder);
  return status;
}
