/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits: each is made whole or not at all, says what is wrong with a value beside its field, and can be undone. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-editor.h"
#include "test-edits.h"
#include "test-files.h"

#define ID "FRL0-2014"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->editor = ris3_editor_open (fixture->path, "Ada Analyst", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  ris3_editor_free (fixture->editor);
  findings = ris3_atlas_check (fixture->path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((Ris3Finding *) g_ptr_array_index (findings, i))->kind, !=, "damage");
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static Ris3EditResult *
apply (Fixture *fixture, Ris3Edit *edit)
{
  g_autoptr (GError) error = NULL;
  Ris3EditResult *result = test_edit_apply (fixture->editor, edit, &error);

  g_assert_no_error (error);
  return result;
}

/* Makes an edit and forgets it; gives the id of the row of its first step. */
static gint64
make (Fixture *fixture, Ris3Edit *edit)
{
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (Ris3EditResult) result = apply (fixture, owned);

  return result->ids[0];
}

static gint64
query (Fixture *fixture, const char *sql)
{
  return test_files_query (fixture->path, sql);
}

static void
undo (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (fixture->editor, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->title, ==, title);
}

static void
redo (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_redo (fixture->editor, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->title, ==, title);
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", ID);
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3EditResult) again = NULL;
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undo_title = NULL;
  g_autofree char *redo_title = NULL;

  ris3_edit_set_text (edit, "remark", "Read again.");
  ris3_edit_set_integer (edit, "year", 2013);
  ris3_edit_set_text (edit, "title", "A new title");
  result = apply (fixture, edit);
  g_assert_true (g_str_has_prefix (result->title, "Change strategy “"));
  g_assert_cmpint (result->change_id, >, 0);
  g_assert_cmpint (query (fixture, "SELECT year = 2013 AND remark = 'Read again.' FROM strategy WHERE id = '" ID "'"),
                   ==, 1);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM change_log WHERE actor = 'Ada Analyst' AND kind = 'strategy-set'"), ==, 1);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM change_row WHERE table_name = 'strategy' AND row_key = '" ID "'"), ==, 1);
  after = test_edit_dump (fixture->path);

  /* What changes nothing is not recorded. */
  again = apply (fixture, edit);
  g_assert_cmpint (again->change_id, ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM change_log"), ==, 1);

  undo_title = g_strdup_printf ("Undo %s", result->title);
  undo (fixture, undo_title);
  undone = test_edit_dump (fixture->path);
  g_assert_cmpstr (undone, ==, before);
  redo_title = g_strdup_printf ("Redo %s", result->title);
  redo (fixture, redo_title);
  redone = test_edit_dump (fixture->path);
  g_assert_cmpstr (redone, ==, after);
}

/* An edit that is refused says why, beside the field, and changes nothing. */
static void
refuse (Fixture *fixture, Ris3Edit *edit, gint code, const char *field, const char *words)
{
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *after = NULL;

  result = test_edit_apply (fixture->editor, owned, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, code);
  g_assert_null (result);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, field);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
  after = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static Ris3Edit *
set_text (const char *table, const char *key, const char *field, const char *value)
{
  Ris3Edit *edit = ris3_edit_new_set (table, key);

  ris3_edit_set_text (edit, field, value);
  return edit;
}

static Ris3Edit *
set_integer (const char *table, const char *key, const char *field, gint64 value)
{
  Ris3Edit *edit = ris3_edit_new_set (table, key);

  ris3_edit_set_integer (edit, field, value);
  return edit;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit;
  g_autofree char *huge = g_strnfill (2 * 1024 * 1024, 'x');

  refuse (fixture, set_text ("strategy", ID, "title", ""), RIS3_EDIT_ERROR_INVALID, "title", "Title: it is empty.");
  refuse (fixture, set_integer ("strategy", ID, "year", 1066), RIS3_EDIT_ERROR_INVALID, "year",
          "Year: it is not a number from 1990 to 2100.");
  refuse (fixture, set_text ("strategy", ID, "year", "soon"), RIS3_EDIT_ERROR_INVALID, "year", "Year: ");
  refuse (fixture, set_text ("strategy", ID, "period", "2014"), RIS3_EDIT_ERROR_INVALID, "period", "“2014-2020”");
  refuse (fixture, set_text ("strategy", ID, "language", "French"), RIS3_EDIT_ERROR_INVALID, "language", "“de”");
  refuse (fixture, set_text ("strategy", ID, "analysis_state", "done"), RIS3_EDIT_ERROR_INVALID, "analysis_state",
          "Analysis: it is none of");
  refuse (fixture, set_text ("strategy", ID, "id", "x"), RIS3_EDIT_ERROR_INVALID, "id", "cannot be changed");
  refuse (fixture, set_text ("strategy", ID, "region_code", "XX"), RIS3_EDIT_ERROR_INVALID, "region_code",
          "no region “XX”");
  refuse (fixture, set_text ("strategy", ID, "mood", "good"), RIS3_EDIT_ERROR_INVALID, "mood", "no field “mood”");
  refuse (fixture, set_text ("strategy", ID, "remark", huge), RIS3_EDIT_ERROR_INVALID, "remark", "longer than 1 MB");
  refuse (fixture, set_text ("strategy", "none", "remark", "x"), RIS3_EDIT_ERROR_MISSING, NULL, "no “none”");
  refuse (fixture, set_text ("contact", "1", "name", "x"), RIS3_EDIT_ERROR_INVALID, NULL, "cannot be edited");
  refuse (fixture, set_text ("change_log", "1", "title", "x"), RIS3_EDIT_ERROR_INVALID, NULL, "cannot be edited");

  edit = ris3_edit_new_set ("strategy", ID);
  ris3_edit_set_integer (edit, "pm_mark", 1);
  ris3_edit_set_null (edit, "pm_basis");
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "pm_basis", "needs a basis");
  edit = ris3_edit_new_set ("strategy", ID);
  ris3_edit_set_integer (edit, "pm_mark", 1);
  ris3_edit_set_text (edit, "pm_basis", "text");
  ris3_edit_set_integer (edit, "health_priority", 0);
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "health_priority", "itself a health priority");
  refuse (fixture, set_text ("strategy", ID, "analysis_state", "pending"), RIS3_EDIT_ERROR_INVALID, "analysis_state",
          "not yet analysed");
  refuse (fixture, ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST), RIS3_EDIT_ERROR_INVALID, "text",
          "a label or a text");
  edit = ris3_edit_new_priority_add ("none", 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "text", "x");
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "strategy_id", "no strategy “none”");
  edit = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "text", "x");
  ris3_edit_set_themes (edit, (const char *const[]){ "99.99", NULL });
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "themes", "no theme “99.99”");
  edit = ris3_edit_new_add ("strategy");
  ris3_edit_set_text (edit, "period", "2021-2027");
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "nuts_version", "it is missing");
  edit = ris3_edit_new_add ("note");
  ris3_edit_set_text (edit, "text", "x");
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "region_code", "about one thing");
}

static void
test_strategy (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit = ris3_edit_new_add ("strategy");
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *undone = NULL;

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "region_name", "Provence-Alpes-Côte d’Azur");
  ris3_edit_set_text (edit, "title", "The next one");
  ris3_edit_set_text (edit, "period", "2028-2034");
  make (fixture, edit);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM strategy WHERE id = 'FRL0-2028' AND analysis_state = 'desk'"),
                   ==, 1);
  make (fixture, ris3_edit_new_delete ("strategy", ID));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority WHERE strategy_id = '" ID "'"), ==, 0);
  undo (fixture, "Undo Delete strategy “Regional Innovation Strategy - Provence-Alpes-Côte d'Azur R…”");
  undo (fixture, "Undo Add strategy “The next one”");
  undone = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, undone);
}

/* The labels of a strategy's priorities in their order, with dots for their levels. */
static char *
get_outline (Fixture *fixture, const char *strategy_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (fixture->path, NULL, &error);

  g_assert_no_error (error);
  return test_edit_outline (atlas, strategy_id);
}

static void
assert_outline (Fixture *fixture, const char *expected)
{
  g_autofree char *outline = get_outline (fixture, "AT-2040");

  g_assert_cmpstr (outline, ==, expected);
}

static gint64
add_priority (Fixture *fixture, const char *label, gint64 parent, gint64 after)
{
  Ris3Edit *edit = ris3_edit_new_priority_add ("AT-2040", parent, after);

  ris3_edit_set_text (edit, "label", label);
  return make (fixture, edit);
}

static void
shift (Fixture *fixture, gint64 id, Ris3Shift way, const char *expected)
{
  make (fixture, ris3_edit_new_priority_shift (id, way));
  assert_outline (fixture, expected);
}

static void
test_priorities (Fixture *fixture, gconstpointer data)
{
  gint64 a, b, c, d;
  g_autofree char *outline = NULL;
  g_autofree char *key = NULL;
  g_autoptr (Ris3Edit) edit = NULL;

  make (fixture, test_edit_new_strategy ("AT-2040", "AT"));
  a = add_priority (fixture, "a", 0, RIS3_EDIT_LAST);
  c = add_priority (fixture, "c", 0, RIS3_EDIT_LAST);
  b = add_priority (fixture, "b", 0, a);
  d = add_priority (fixture, "d", c, RIS3_EDIT_FIRST);
  assert_outline (fixture, "a b c .d");

  make (fixture, ris3_edit_new_priority_move (c, a, RIS3_EDIT_LAST));
  assert_outline (fixture, "a .c ..d b");
  make (fixture, ris3_edit_new_priority_move (b, a, RIS3_EDIT_FIRST));
  assert_outline (fixture, "a .b .c ..d");
  refuse (fixture, ris3_edit_new_priority_move (a, d, RIS3_EDIT_LAST), RIS3_EDIT_ERROR_INVALID, "parent_id",
          "part of itself");
  refuse (fixture, ris3_edit_new_priority_move (b, 0, d), RIS3_EDIT_ERROR_MISSING, NULL, "come after");
  refuse (fixture, ris3_edit_new_priority_move (b, 1, RIS3_EDIT_LAST), RIS3_EDIT_ERROR_INVALID, "parent_id",
          "no priority “1”");

  shift (fixture, b, RIS3_SHIFT_DOWN, "a .c ..d .b");
  shift (fixture, b, RIS3_SHIFT_DOWN, "a .c ..d .b");
  shift (fixture, b, RIS3_SHIFT_IN, "a .c ..d ..b");
  shift (fixture, b, RIS3_SHIFT_UP, "a .c ..b ..d");
  shift (fixture, b, RIS3_SHIFT_UP, "a .c ..b ..d");
  shift (fixture, b, RIS3_SHIFT_OUT, "a .c ..d .b");
  shift (fixture, b, RIS3_SHIFT_OUT, "a .c ..d b");
  shift (fixture, b, RIS3_SHIFT_OUT, "a .c ..d b");
  shift (fixture, a, RIS3_SHIFT_IN, "a .c ..d b");
  undo (fixture, "Undo Move priority “b”");
  assert_outline (fixture, "a .c ..d .b");

  key = g_strdup_printf ("%" G_GINT64_FORMAT, c);
  make (fixture, ris3_edit_new_delete ("priority", key));
  assert_outline (fixture, "a .b");
  undo (fixture, "Undo Delete priority “c”");
  assert_outline (fixture, "a .c ..d .b");

  /* There is always room between two. */
  for (guint i = 0; i < 120; i++)
    make (fixture, ris3_edit_new_priority_move (i % 2 == 0 ? b : c, a, RIS3_EDIT_FIRST));
  for (guint i = 0; i < 120; i++)
    add_priority (fixture, "x", 0, a);
  g_assert_cmpint (query (fixture,
                          "SELECT count(*) - count(DISTINCT position) FROM priority WHERE strategy_id = 'AT-2040'"
                          " AND parent_id IS NULL"),
                   ==, 0);
}

static void
test_themes (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit;
  gint64 id;

  edit = ris3_edit_new_priority_add (ID, 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "text", "Genomics");
  ris3_edit_set_themes (edit, (const char *const[]){ "active-ageing", "health-theme 1 biomarkers-diagnostics", NULL });
  id = make (fixture, edit);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM priority_theme WHERE priority_id = (SELECT max (id) FROM priority)"), ==,
      2);
  make (fixture, ris3_edit_new_priority_themes (id, (const char *const[]){ "biomarkers-diagnostics", NULL }));
  g_assert_cmpint (query (fixture,
                          "SELECT count(*) FROM priority_theme WHERE priority_id = (SELECT max (id) FROM priority)"
                          " AND code = 'biomarkers-diagnostics' AND position = 1"),
                   ==, 1);
  refuse (fixture, ris3_edit_new_priority_themes (id, (const char *const[]){ "biomarkers-diagnostics", "?", NULL }),
          RIS3_EDIT_ERROR_INVALID, "themes", "“?”");
  undo (fixture, "Undo Change themes of “Genomics”");
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM priority_theme WHERE priority_id = (SELECT max (id) FROM priority)"), ==,
      2);
}

/* An outline is added at once; one wrong line, and nothing is. */
static void
test_outline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("outline-paste", "Paste 4 priorities");
  g_autoptr (Ris3Edit) first = ris3_edit_new_priority_add ("AT-2040", 0, RIS3_EDIT_LAST);
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint top;
  guint below;

  make (fixture, test_edit_new_strategy ("AT-2040", "AT"));
  ris3_edit_set_text (first, "label", "3");
  top = ris3_edit_append (edit, first);
  below = ris3_edit_append_below (edit, top);
  ris3_edit_set_text (edit, "label", "3.1");
  ris3_edit_append_below (edit, below);
  ris3_edit_set_text (edit, "label", "3.1.1");
  ris3_edit_append_below (edit, top);
  ris3_edit_set_text (edit, "label", "3.2");
  result = apply (fixture, edit);
  assert_outline (fixture, "3 .3.1 ..3.1.1 .3.2");
  g_assert_cmpuint (result->n_ids, ==, 4);
  undo (fixture, "Undo Paste 4 priorities");
  assert_outline (fixture, "");

  ris3_edit_append_below (edit, top);
  ris3_edit_set_integer (edit, "explicit_pm", 7);
  g_assert_null (test_edit_apply (fixture->editor, edit, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_cmpuint (ris3_edit_error_get_step (error), ==, 4);
  assert_outline (fixture, "");
}

/* Opening refuses trees that are deeper than this, so that must not come about. */
static void
test_depth (Fixture *fixture, gconstpointer data)
{
  gint64 id = 0;
  gint64 top;
  Ris3Edit *edit;

  make (fixture, test_edit_new_strategy ("AT-2040", "AT"));
  for (guint i = 0; i < 32; i++)
    id = add_priority (fixture, "x", id, RIS3_EDIT_LAST);
  edit = ris3_edit_new_priority_add ("AT-2040", id, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "label", "too deep");
  refuse (fixture, edit, RIS3_EDIT_ERROR_INVALID, "parent_id", "32 deep");
  top = add_priority (fixture, "top", 0, RIS3_EDIT_FIRST);
  refuse (fixture, ris3_edit_new_priority_move (id - 31, top, RIS3_EDIT_LAST), RIS3_EDIT_ERROR_INVALID, "parent_id",
          "32 deep");
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit;
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *undone = NULL;
  g_autofree char *key = NULL;
  static const char *const titles[]
      = { "Undo Change property “title”", "Undo Delete note “Ask them”", "Undo Add participation “P: Wien”",
          "Undo Add activity “A cohort”", "Undo Show note “Ask them”",   "Undo Hide note “Ask them”",
          "Undo Change note “Ask”",       "Undo Add note “Ask”" };

  edit = ris3_edit_new_add ("note");
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "text", "Ask");
  key = g_strdup_printf ("%" G_GINT64_FORMAT, make (fixture, edit));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM note WHERE author = 'Ada Analyst' AND created_at > '2020'"),
                   ==, 1);
  make (fixture, set_text ("note", key, "text", "Ask them"));
  for (gint64 hidden = 1; hidden >= 0; hidden--)
    {
      edit = ris3_edit_new_set ("note", key);
      ris3_edit_set_integer (edit, "hidden", hidden);
      make (fixture, edit);
    }
  edit = ris3_edit_new_add ("activity");
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "title", "A cohort");
  make (fixture, edit);
  edit = ris3_edit_new_add ("participation");
  ris3_edit_set_text (edit, "programme", "P");
  ris3_edit_set_text (edit, "role", "member");
  ris3_edit_set_text (edit, "country", "AT");
  ris3_edit_set_text (edit, "name", "Wien");
  make (fixture, edit);
  make (fixture, ris3_edit_new_delete ("note", key));
  make (fixture, set_text ("meta", "title", "value", "Ours"));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    undo (fixture, titles[i]);
  undone = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, undone);
}

/* Several edits are made all or none; trying makes none. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) good = set_text ("strategy", ID, "remark", "x");
  g_autoptr (Ris3Edit) bad = set_text ("strategy", ID, "title", "");
  Ris3Edit *edits[] = { good, bad };
  g_autofree char *before = test_edit_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tried = NULL;
  guint failed = 99;

  g_assert_null (ris3_editor_apply (fixture->editor, edits, 2, RIS3_EDITOR_DEFAULT, &failed, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_cmpuint (failed, ==, 1);
  g_clear_error (&error);
  tried = ris3_editor_apply (fixture->editor, edits, 1, RIS3_EDITOR_TRY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->len, ==, 1);
  after = test_edit_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM change_log"), ==, 0);
}

/* Two write in one form each: the second is told, and by whom. */
static void
test_expectation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Editor) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = set_integer ("strategy", ID, "year", 2015);
  g_autoptr (Ris3Edit) second = set_integer ("strategy", ID, "year", 2016);
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_expect (edit, "year", "2014");
  ris3_edit_expect (second, "year", "2014");
  other = ris3_editor_open (fixture->path, "Ben", &error);
  g_assert_no_error (error);
  make (fixture, ris3_edit_ref (edit));
  result = test_edit_apply (other, second, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "year");
  g_assert_nonnull (strstr (error->message, "Ada Analyst"));
  g_assert_cmpint (ris3_edit_error_get_change (error), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/set", test_set);
  ADD ("/edit/refused", test_refused);
  ADD ("/edit/strategy", test_strategy);
  ADD ("/edit/priorities", test_priorities);
  ADD ("/edit/themes", test_themes);
  ADD ("/edit/outline", test_outline);
  ADD ("/edit/depth", test_depth);
  ADD ("/edit/others", test_others);
  ADD ("/edit/all-or-none", test_all_or_none);
  ADD ("/edit/expectation", test_expectation);
  return g_test_run ();
}
