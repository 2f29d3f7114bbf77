/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever happens in whatever order (edits of two people, undo, redo, restarts), the rows are those that the edits
 * which are in effect give when they alone are made, one after another. */

#include "config.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

#define N_STEPS 2000
#define N_STRATEGIES 6
/* By each of two; a year is at most 2100. */
#define N_COUNTS 50

/* An entry of the history. */
typedef struct
{
  gint64 change_id;
  gint64 undoes; /* the change; 0: an edit */
} Entry;

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *editors[2];
  GRand *rand;
  GArray *entries; /* of Entry, in the order in which they were made */
  guint n_refused;
  guint n_undone;
  guint n_redone;
} Fixture;

static const char *const actors[] = { "Ada", "Ben" };

static Ris3Editor *
open_editor (Fixture *fixture, guint person)
{
  g_autoptr (GError) error = NULL;
  Ris3Editor *editor = ris3_editor_open (fixture->path, actors[person], &error);

  g_assert_no_error (error);
  ris3_editor_set_undo_actor (editor, actors[person]);
  return editor;
}

static char *
pick_strategy (Fixture *fixture)
{
  return g_strdup_printf ("S%d", g_rand_int_range (fixture->rand, 0, N_STRATEGIES));
}

/* A priority that there is; 0: none. */
static gint64
pick_priority (Fixture *fixture)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull ((SELECT id FROM priority WHERE strategy_id GLOB 'S?'"
                                          " ORDER BY (id * 7919) %% %d LIMIT 1), 0)",
                                          g_rand_int_range (fixture->rand, 2, 1000));

  return test_files_query (fixture->path, sql);
}

/* A change that was made; 0: none. */
static gint64
pick_change (Fixture *fixture)
{
  if (fixture->entries->len == 0)
    return 0;
  return g_array_index (fixture->entries, Entry, g_rand_int_range (fixture->rand, 0, (gint32) fixture->entries->len))
      .change_id;
}

/* Of a change of this strategy, if there was one. */
static Ris3Edit *
pick_restoration (Fixture *fixture, const char *strategy)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (max (change_id), 0) FROM change_row WHERE table_name ="
                                          " 'strategy' AND row_key = '%s' AND change_id <= %" G_GINT64_FORMAT,
                                          strategy, pick_change (fixture));

  return ris3_edit_new_restore (test_files_query (fixture->path, sql), "strategy", strategy, NULL);
}

static Ris3Edit *
pick_edit (Fixture *fixture)
{
  g_autofree char *strategy = pick_strategy (fixture);
  gint64 priority = pick_priority (fixture);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, priority);
  g_autofree char *word = g_strdup_printf ("%u", g_rand_int (fixture->rand));
  g_autoptr (Ris3Edit) part = NULL;
  g_autoptr (Ris3Edit) other = NULL;
  Ris3Edit *edit;

  switch (g_rand_int_range (fixture->rand, 0, 20))
    {
    case 0:
      return test_edit_new_strategy (strategy, "AT");
    case 1:
      return g_rand_int_range (fixture->rand, 0, 3) == 0 ? ris3_edit_new_delete ("strategy", strategy)
                                                         : test_edit_new_strategy (strategy, "AT");
    case 2:
      edit = ris3_edit_new_set ("strategy", strategy);
      ris3_edit_set_text (edit, "title", word);
      return edit;
    case 3:
      edit = ris3_edit_new_set ("strategy", strategy);
      ris3_edit_set_text (edit, "remark", word);
      return edit;
    case 4:
      edit = ris3_edit_new_set ("strategy", strategy);
      ris3_edit_set_integer (edit, "health_priority", 1);
      ris3_edit_set_integer (edit, "pm_mark", 1);
      ris3_edit_set_text (edit, "pm_basis", "text");
      return edit;
    case 5:
      return ris3_edit_new_delete ("priority", key);
    case 6:
      edit = ris3_edit_new_set ("priority", key);
      ris3_edit_set_text (edit, "text", word);
      return edit;
    case 7:
      return ris3_edit_new_priority_shift (priority, g_rand_int_range (fixture->rand, 0, 4));
    case 8:
      edit = ris3_edit_new_add ("note");
      ris3_edit_set_text (edit, "strategy_id", strategy);
      ris3_edit_set_text (edit, "text", word);
      return edit;
    case 9:
      edit = ris3_edit_new_priority_add (strategy, priority, RIS3_EDIT_LAST);
      ris3_edit_set_text (edit, "label", word);
      ris3_edit_set_themes (edit, (const char *const[]){ "active-ageing", NULL });
      return edit;
    case 10:
      return ris3_edit_new_priority_move (priority, pick_priority (fixture), RIS3_EDIT_FIRST);
    case 11:
      return ris3_edit_new_priority_themes (
          priority, (const char *const[]){ g_rand_boolean (fixture->rand) ? "oncology" : "active-ageing", NULL });
    case 12:
      edit = ris3_edit_new_add ("activity");
      ris3_edit_set_integer (edit, "nuts_version", 2016);
      ris3_edit_set_text (edit, "region_code", "AT");
      ris3_edit_set_text (edit, "title", word);
      ris3_edit_set_themes (edit, (const char *const[]){ "oncology", "active-ageing", NULL });
      return edit;
    case 13:
      edit = ris3_edit_new_set ("meta", "title");
      ris3_edit_set_text (edit, "value", word);
      return edit;
    case 14:
      return pick_restoration (fixture, strategy);
    case 15:
      edit = ris3_edit_new_group ("both", "Both");
      ris3_edit_append (edit, part = pick_edit (fixture));
      ris3_edit_append (edit, other = pick_edit (fixture));
      return edit;
    default:
      edit = ris3_edit_new_priority_add (strategy, 0, RIS3_EDIT_LAST);
      ris3_edit_set_text (edit, "label", word);
      ris3_edit_append_below (edit, 0);
      ris3_edit_set_text (edit, "label", "below");
      return edit;
    }
}

static gint64
read_undone (Fixture *fixture, gint64 change_id)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT ifnull (undoes, 0) FROM change_log WHERE id = %" G_GINT64_FORMAT, change_id);

  return test_files_query (fixture->path, sql);
}

static void
take_step (Fixture *fixture)
{
  guint person = (guint) g_rand_int_range (fixture->rand, 0, 2);
  Ris3Editor *editor = fixture->editors[person];
  gint way = g_rand_int_range (fixture->rand, 0, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;

  if (way < 3)
    {
      ris3_editor_free (editor);
      fixture->editors[person] = open_editor (fixture, person);
      return;
    }
  if (way < 60)
    {
      g_autoptr (Ris3Edit) edit = pick_edit (fixture);

      result = test_edit_apply (editor, edit, &error);
    }
  else if (way < 78)
    result = ris3_editor_undo (editor, 0, &error);
  else if (way < 84)
    result = ris3_editor_undo (editor, pick_change (fixture), &error);
  else
    result = ris3_editor_redo (editor, &error);

  if (result == NULL)
    {
      g_assert_true (error->domain == RIS3_EDIT_ERROR);
      fixture->n_refused++;
    }
  else if (result->change_id != 0)
    {
      Entry entry = { result->change_id, read_undone (fixture, result->change_id) };

      fixture->n_undone += entry.undoes != 0;
      fixture->n_redone += way >= 84;
      g_array_append_val (fixture->entries, entry);
    }
}

/* The change that an entry goes back to. */
static gint64
find_root (Fixture *fixture, guint index, guint *n_undos)
{
  const Entry *entry = &g_array_index (fixture->entries, Entry, index);

  for (guint i = 0; entry->undoes != 0 && i < index; i++)
    if (g_array_index (fixture->entries, Entry, i).change_id == entry->undoes)
      {
        gint64 root = find_root (fixture, i, n_undos);

        (*n_undos)++;
        return root;
      }
  *n_undos = 0;
  return entry->change_id;
}

static gboolean
is_last (Fixture *fixture, guint index)
{
  const Entry *entry = &g_array_index (fixture->entries, Entry, index);

  for (guint i = index + 1; i < fixture->entries->len; i++)
    if (g_array_index (fixture->entries, Entry, i).undoes == entry->change_id)
      return FALSE;
  return TRUE;
}

static int
never (void *user_data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* What an edit did to the rows, done to those of another file by SQLite alone. */
static void
replay (sqlite3 *from, sqlite3 *to, gint64 change_id)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_cmpint (sqlite3_prepare_v2 (from, "SELECT changeset FROM change_part WHERE change_id = ? ORDER BY part", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, change_id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_byte_array_append (bytes, sqlite3_column_blob (statement, 0), (guint) sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpuint (bytes->len, >, 0);
  g_assert_cmpint (sqlite3changeset_apply (to, (int) bytes->len, bytes->data, NULL, never, NULL), ==, SQLITE_OK);
}

/* Each edit that is in effect once, in the order in which they were made, or made again for the last time. */
static guint
replay_all (Fixture *fixture, const char *plain)
{
  sqlite3 *from = NULL;
  sqlite3 *to = NULL;
  guint n_left = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &from), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (plain, &to), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (to, "PRAGMA synchronous = OFF; BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < fixture->entries->len; i++)
    {
      guint n_undos;
      gint64 root = find_root (fixture, i, &n_undos);

      if (!is_last (fixture, i) || n_undos % 2 != 0)
        continue;
      replay (from, to, root);
      n_left++;
    }
  g_assert_cmpint (sqlite3_exec (to, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (from);
  sqlite3_close (to);
  return n_left;
}

static void
test_sequences (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = test_files_copy_default (&fixture->files, "plain.ris3atlas");
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left;

  for (guint i = 0; i < N_STEPS; i++)
    take_step (fixture);
  n_left = replay_all (fixture, plain);
  g_test_message ("%u entries, %u of them undo, %u redo; %u edits are left; %u were refused", fixture->entries->len,
                  fixture->n_undone - fixture->n_redone, fixture->n_redone, n_left, fixture->n_refused);

  found = test_edit_dump (fixture->path);
  expected = test_edit_dump (plain);
  g_assert_cmpstr (found, ==, expected);
  atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);

  /* It went to and fro: none of these ways was shut. */
  g_assert_cmpuint (fixture->n_undone, >, N_STEPS / 10);
  g_assert_cmpuint (fixture->n_redone, >, N_STEPS / 100);
  g_assert_cmpuint (n_left, >, N_STEPS / 100);
  g_assert_cmpuint (fixture->n_refused, >, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  fixture->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    fixture->editors[i] = open_editor (fixture, i);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    ris3_editor_free (fixture->editors[i]);
  g_array_unref (fixture->entries);
  g_rand_free (fixture->rand);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

/* Counts on in a year, which somebody else counts on in too: what one has read may be old when it is written. */
static void
count_on (const char *path, const char *actor, guint n)
{
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, actor, NULL);

  for (guint i = 0; editor != NULL && i < n;)
    {
      gint64 year = test_files_query (path, "SELECT year FROM strategy WHERE id = 'FRL0-2014'");
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, year);
      g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "FRL0-2014");
      g_autoptr (Ris3EditResult) result = NULL;
      g_autoptr (GError) error = NULL;

      ris3_edit_set_integer (edit, "year", year + 1);
      ris3_edit_expect (edit, "year", expected);
      result = test_edit_apply (editor, edit, &error);
      if (result != NULL)
        i++;
      else if (!g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT))
        _exit (1);
    }
  _exit (editor != NULL ? 0 : 1);
}

static void
test_expected (Fixture *fixture, gconstpointer data)
{
  pid_t children[G_N_ELEMENTS (actors)];

  test_files_sql (fixture->path, "UPDATE strategy SET year = 2000 WHERE id = 'FRL0-2014'");
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        count_on (fixture->path, actors[i], N_COUNTS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  g_assert_cmpint (test_files_query (fixture->path, "SELECT year FROM strategy WHERE id = 'FRL0-2014'"), ==,
                   2000 + (gint64) G_N_ELEMENTS (actors) * N_COUNTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/edit/sequences", Fixture, NULL, set_up, test_sequences, tear_down);
  g_test_add ("/edit/expected", Fixture, NULL, set_up, test_expected, tear_down);
  return g_test_run ();
}
