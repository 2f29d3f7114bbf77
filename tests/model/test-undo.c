/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo and redo, also after a restart and between two people; what is in the way is named, and nothing of anybody is
 * lost. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-history.h"
#include "test-edits.h"
#include "test-files.h"

#define ID "FRL0-2014"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *ada;
  Ris3Editor *ben;
} Fixture;

static Ris3Editor *
open_editor (Fixture *fixture, const char *actor)
{
  g_autoptr (GError) error = NULL;
  Ris3Editor *editor = ris3_editor_open (fixture->path, actor, &error);

  g_assert_no_error (error);
  return editor;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->ada = open_editor (fixture, "Ada");
  fixture->ben = open_editor (fixture, "Ben");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;

  ris3_editor_free (fixture->ada);
  ris3_editor_free (fixture->ben);
  atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static gint64
make (Ris3Editor *editor, Ris3Edit *edit)
{
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, owned, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->change_id, >, 0);
  return result->change_id;
}

static Ris3Edit *
set_text (const char *field, const char *value)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", ID);

  ris3_edit_set_text (edit, field, value);
  return edit;
}

static void
assert_remark (Fixture *fixture, const char *remark)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count(*) FROM strategy WHERE id = '" ID "' AND remark = '%s'", remark);

  g_assert_cmpint (test_files_query (fixture->path, sql), ==, 1);
}

/* "2 undone" … */
static void
step (Ris3Editor *editor, gboolean redo, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = redo ? ris3_editor_redo (editor, &error) : ris3_editor_undo (editor, 0, &error);

  if (expected)
    g_assert_no_error (error);
  else
    g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_NOTHING);
  g_assert_true ((result != NULL) == expected);
}

static void
test_stack (Fixture *fixture, gconstpointer data)
{
  g_autofree char *undo_title = NULL;
  g_autofree char *redo_title = NULL;
  g_autoptr (GError) error = NULL;

  test_files_sql (fixture->path, "UPDATE strategy SET remark = '' WHERE id = '" ID "'");
  step (fixture->ada, FALSE, FALSE);
  step (fixture->ada, TRUE, FALSE);
  make (fixture->ada, set_text ("remark", "1"));
  make (fixture->ada, set_text ("remark", "2"));
  make (fixture->ada, set_text ("remark", "3"));
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "2");
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "1");
  step (fixture->ada, TRUE, TRUE);
  assert_remark (fixture, "2");

  /* A restart changes nothing. */
  g_clear_pointer (&fixture->ada, ris3_editor_free);
  fixture->ada = open_editor (fixture, "Ada");
  ris3_editor_get_undo_titles (fixture->ada, &undo_title, &redo_title, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (undo_title, "Change strategy"));
  g_assert_true (g_str_has_prefix (redo_title, "Change strategy"));
  step (fixture->ada, TRUE, TRUE);
  assert_remark (fixture, "3");
  step (fixture->ada, TRUE, FALSE);
  for (guint i = 0; i < 3; i++)
    step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "");
  step (fixture->ada, FALSE, FALSE);
  for (guint i = 0; i < 3; i++)
    step (fixture->ada, TRUE, TRUE);
  assert_remark (fixture, "3");

  /* A new edit ends what could be redone. */
  step (fixture->ada, FALSE, TRUE);
  make (fixture->ada, set_text ("remark", "4"));
  step (fixture->ada, TRUE, FALSE);
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "2");
  step (fixture->ada, TRUE, TRUE);
  step (fixture->ada, TRUE, FALSE);
  assert_remark (fixture, "4");
}

/* Each undoes their own. */
static void
test_two_people (Fixture *fixture, gconstpointer data)
{
  test_files_sql (fixture->path, "UPDATE strategy SET remark = '', analyst = '' WHERE id = '" ID "'");
  ris3_editor_set_undo_actor (fixture->ada, "Ada");
  ris3_editor_set_undo_actor (fixture->ben, "Ben");
  make (fixture->ada, set_text ("remark", "Ada's"));
  make (fixture->ben, test_edit_new_strategy ("AT-2040", "AT"));
  step (fixture->ada, FALSE, TRUE);
  step (fixture->ada, FALSE, FALSE);
  assert_remark (fixture, "");
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM strategy WHERE id = 'AT-2040'"), ==, 1);
  step (fixture->ben, TRUE, FALSE);
  step (fixture->ada, TRUE, TRUE);
  step (fixture->ben, FALSE, TRUE);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM strategy WHERE id = 'AT-2040'"), ==, 0);
}

/* Whoever is called otherwise now still undoes and redoes what they did before, and nothing of others. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  test_files_sql (fixture->path, "UPDATE strategy SET remark = '', analyst = '' WHERE id = '" ID "'");
  make (fixture->ada, set_text ("remark", "By Ada"));
  make (fixture->ben, test_edit_new_strategy ("AT-2040", "AT"));
  ris3_editor_set_actor (fixture->ada, "Ada L.");
  ris3_editor_set_undo_actor (fixture->ada, "Ada L.");
  step (fixture->ada, FALSE, FALSE);
  ris3_editor_add_undo_actor (fixture->ada, "Ada");
  make (fixture->ada, set_text ("remark", "By Ada L."));
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "By Ada");
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "");
  step (fixture->ada, FALSE, FALSE);
  step (fixture->ada, TRUE, TRUE);
  step (fixture->ada, TRUE, TRUE);
  assert_remark (fixture, "By Ada L.");
  /* A part of a name is another person's. */
  ris3_editor_set_undo_actor (fixture->ben, "Ad");
  ris3_editor_add_undo_actor (fixture->ben, "L.");
  step (fixture->ben, FALSE, FALSE);
}

/* Undo is refused, says what is in the way, and changes nothing. */
static void
refuse (Fixture *fixture, gint64 id, const char *words, gint64 change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *after = NULL;

  result = ris3_editor_undo (fixture->ada, id, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_assert_null (result);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
  g_assert_cmpint (ris3_edit_error_get_change (error), ==, change);
  after = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_in_the_way (Fixture *fixture, gconstpointer data)
{
  gint64 edit = make (fixture->ada, set_text ("remark", "Ada's"));
  gint64 other = make (fixture->ben, set_text ("remark", "Ben's"));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) reverted = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  refuse (fixture, edit, "what it is about has been changed since: “Change strategy “", other);
  refuse (fixture, edit, ", by Ben, ", other);
  /* Once that is reverted, nothing is in the way any more. */
  reverted = ris3_editor_undo (fixture->ben, other, &error);
  g_assert_no_error (error);
  refuse (fixture, other, "has been reverted already", reverted->change_id);
  result = ris3_editor_undo (fixture->ada, edit, &error);
  g_assert_no_error (error);

  /* Another program leaves no entry. */
  edit = make (fixture->ada, set_text ("remark", "Again"));
  test_files_sql (fixture->path, "UPDATE strategy SET remark = 'raw' WHERE id = '" ID "'");
  refuse (fixture, edit, "because “Remark” has been changed since: another program", 0);

  /* To and fro is a change too. */
  edit = make (fixture->ada, set_text ("remark", "to"));
  make (fixture->ben, set_text ("remark", "fro"));
  other = make (fixture->ben, set_text ("remark", "to"));
  refuse (fixture, edit, ", by Ben, ", other);
}

/* What somebody has added below is not taken away with what it is below of. */
static void
test_dependents (Fixture *fixture, gconstpointer data)
{
  gint64 strategy = make (fixture->ada, test_edit_new_strategy ("AT-2040", "AT"));
  Ris3Edit *add = ris3_edit_new_priority_add ("AT-2040", 0, RIS3_EDIT_LAST);
  gint64 priority;
  gint64 deletion;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (add, "label", "Ben's");
  priority = make (fixture->ben, add);
  refuse (fixture, strategy, "by Ben", priority);

  /* And the other way: what is to come back needs what it was below of. */
  deletion = make (fixture->ada, ris3_edit_new_delete ("strategy", "AT-2040"));
  refuse (fixture, priority, "by Ada", deletion);
  result = ris3_editor_undo (fixture->ada, deletion, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM priority WHERE strategy_id = 'AT-2040'"), ==,
                   1);
}

/* What comes back must not be deeper than opening allows. */
static void
test_depth (Fixture *fixture, gconstpointer data)
{
  for (guint n_below = 1; n_below < 1500; n_below += 1400)
    {
      g_autoptr (Ris3Edit) tree = ris3_edit_new_group ("tree", "Tree");
      g_autoptr (Ris3Edit) top = ris3_edit_new_priority_add ("AT-2040", 0, RIS3_EDIT_LAST);
      g_autoptr (Ris3EditResult) made = NULL;
      g_autoptr (Ris3EditResult) undone = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *key = NULL;
      gint64 deletion;
      guint lowest = 0;
      guint other;

      if (n_below == 1)
        make (fixture->ada, test_edit_new_strategy ("AT-2040", "AT"));
      ris3_edit_set_text (top, "label", "x");
      ris3_edit_append (tree, top);
      for (guint i = 1; i < 31; i++)
        {
          lowest = ris3_edit_append_below (tree, lowest);
          ris3_edit_set_text (tree, "label", "x");
        }
      other = ris3_edit_append (tree, top);
      ris3_edit_append_below (tree, other);
      ris3_edit_set_text (tree, "label", "below");
      for (guint i = 0; i < n_below; i++)
        {
          ris3_edit_append_below (tree, other + 1);
          ris3_edit_set_text (tree, "label", "lowest");
        }
      made = test_edit_apply (fixture->ada, tree, &error);
      g_assert_no_error (error);
      key = g_strdup_printf ("%" G_GINT64_FORMAT, made->ids[other + 1]);
      deletion = make (fixture->ada, ris3_edit_new_delete ("priority", key));
      make (fixture->ben, ris3_edit_new_priority_move (made->ids[other], made->ids[lowest], RIS3_EDIT_LAST));
      undone = ris3_editor_undo (fixture->ada, deletion, &error);
      g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
      g_assert_null (undone);
    }
}

/* A redo that would delete takes away nothing that was added meanwhile. */
static void
test_redo_of_deletion (Fixture *fixture, gconstpointer data)
{
  gint64 undo;
  gint64 added;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  Ris3Edit *add;

  make (fixture->ada, test_edit_new_strategy ("AT-2040", "AT"));
  make (fixture->ada, ris3_edit_new_delete ("strategy", "AT-2040"));
  result = ris3_editor_undo (fixture->ada, 0, &error);
  g_assert_no_error (error);
  undo = result->change_id;
  add = ris3_edit_new_priority_add ("AT-2040", 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (add, "label", "Ben's");
  added = make (fixture->ben, add);
  refuse (fixture, undo, "by Ben", added);
}

/* A comment loses its target with a deletion, and gets it back. */
static void
test_comment (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 deletion;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  test_files_sql (fixture->path,
                  "INSERT INTO comment VALUES (9001, 'k', NULL, NULL, NULL, 2016, 'FRL0', 'strategy', 'S', '" ID
                  "', NULL,"
                  " '', '', '', 'regional authority', 'e-mail', '2026-02-02', 'en', 'x', '', '', 'received', '', '')");
  before = test_edit_dump (fixture->path);
  deletion = make (fixture->ada, ris3_edit_new_delete ("strategy", ID));
  g_assert_cmpint (test_files_query (fixture->path, "SELECT strategy_id IS NULL FROM comment WHERE id = 9001"), ==, 1);
  result = ris3_editor_undo (fixture->ada, deletion, &error);
  g_assert_no_error (error);
  after = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  gint64 first = make (fixture->ada, set_text ("remark", "first"));
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Edit) none = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GError) error = NULL;

  make (fixture->ben, set_text ("remark", "second"));
  edit = ris3_edit_new_restore (first + 1, "strategy", ID, "remark");
  result = test_edit_apply (fixture->ada, edit, &error);
  g_assert_no_error (error);
  assert_remark (fixture, "first");
  g_assert_true (g_str_has_prefix (result->title, "Restore “"));
  step (fixture->ada, FALSE, TRUE);
  assert_remark (fixture, "second");
  none = ris3_edit_new_restore (first, "strategy", ID, "title");
  g_assert_null (test_edit_apply (fixture->ada, none, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING);
}

/* A changeset in a file from anywhere must not reach what an edit never touches, nor anything that is not there. */
static void
test_forged (Fixture *fixture, gconstpointer data)
{
  static const char *const forged[] = {
    "x'00ff00ff00ff'",
    "x'540701'",
    /* a deletion in a table of the log, with the right form */
    "x'540301010163686d'",
    "x'54030101016368616e67655f726f77000900030161030162010000000000000001'",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make (fixture->ada, set_text ("remark", "x"));
  before = test_edit_dump (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr (Ris3EditResult) result = NULL;
      g_autofree char *sql = g_strdup_printf ("UPDATE change_part SET changeset = %s", forged[i]);

      test_files_sql (fixture->path, sql);
      result = ris3_editor_undo (fixture->ada, 0, &error);
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED);
      g_assert_null (result);
      g_clear_error (&error);
    }
  after = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* One that was right once, with some bytes changed: it is refused, or undone as it says, and never more than that. */
static void
test_mutated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("test", "All kinds");
  g_autoptr (Ris3Edit) add = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
  g_autoptr (Ris3Edit) removal = ris3_edit_new_delete ("strategy", "AT-2014");
  g_autoptr (Ris3Edit) setting = set_text ("remark", "x");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  ris3_edit_set_text (add, "label", "x");
  ris3_edit_append (edit, add);
  ris3_edit_append (edit, removal);
  ris3_edit_append (edit, setting);
  make (fixture->ada, ris3_edit_ref (edit));
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  sqlite3_exec (handle, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  sqlite3_prepare_v2 (handle, "SELECT changeset FROM change_part", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_byte_array_append (bytes, sqlite3_column_blob (statement, 0), (guint) sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      guint length
          = g_test_rand_int_range (0, 4) == 0 ? (guint) g_test_rand_int_range (1, (gint) bytes->len) : bytes->len;
      g_autoptr (Ris3EditResult) result = NULL;
      g_autoptr (GPtrArray) values = NULL;
      g_autoptr (GError) error = NULL;

      for (gint n = g_test_rand_int_range (1, 4); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint) length)] = (guint8) g_test_rand_int_range (0, 256);
      sqlite3_prepare_v2 (handle, "UPDATE change_part SET changeset = ? WHERE change_id = 1", -1, &statement, NULL);
      sqlite3_bind_blob (statement, 1, copy, (int) length, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);
      values = ris3_history_read_values (fixture->path, 1, NULL, NULL);
      result = ris3_editor_undo (fixture->ada, 1, &error);
      if (result == NULL)
        g_assert_true (error->domain == RIS3_EDIT_ERROR || error->domain == RIS3_ATLAS_ERROR);
      else
        g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM change_log WHERE undoes = 1", NULL, NULL, NULL), ==,
                         SQLITE_OK);
    }
  sqlite3_close (handle);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/undo/stack", test_stack);
  ADD ("/undo/two-people", test_two_people);
  ADD ("/undo/renamed", test_renamed);
  ADD ("/undo/in-the-way", test_in_the_way);
  ADD ("/undo/dependents", test_dependents);
  ADD ("/undo/redo-of-deletion", test_redo_of_deletion);
  ADD ("/undo/depth", test_depth);
  ADD ("/undo/comment", test_comment);
  ADD ("/undo/restore", test_restore);
  ADD ("/undo/forged", test_forged);
  ADD ("/undo/mutated", test_mutated);
  return g_test_run ();
}
