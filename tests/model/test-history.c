/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The history says who changed what and when: of a row, a strategy, a region or the atlas, also of what is gone. */

#include "config.h"

#include "model/ris3-history.h"
#include "test-edits.h"
#include "test-files.h"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *editor;
  gint64 priority; /* 3.1, which has been deleted */
} Fixture;

static gint64
make (Fixture *fixture, Ris3Edit *edit)
{
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = test_edit_apply (fixture->editor, owned, &error);

  g_assert_no_error (error);
  return result->ids[0];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *gone = NULL;
  Ris3Edit *edit;
  gint64 parent;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->editor = ris3_editor_open (fixture->path, "Ada", &error);
  g_assert_no_error (error);
  /* 1 to 4 */
  make (fixture, test_edit_new_strategy ("AT-2040", "AT"));
  edit = ris3_edit_new_set ("strategy", "AT-2040");
  ris3_edit_set_text (edit, "remark", "Read");
  ris3_edit_set_integer (edit, "year", 2039);
  make (fixture, edit);
  edit = ris3_edit_new_priority_add ("AT-2040", 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "label", "3");
  parent = make (fixture, edit);
  edit = ris3_edit_new_priority_add ("AT-2040", parent, RIS3_EDIT_LAST);
  ris3_edit_set_text (edit, "label", "3.1");
  ris3_edit_set_themes (edit, (const char *const[]){ "active-ageing", NULL });
  fixture->priority = make (fixture, edit);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->priority);
  /* 5 to 8, by Ben */
  ris3_editor_set_actor (fixture->editor, "Ben");
  edit = ris3_edit_new_add ("note");
  ris3_edit_set_integer (edit, "priority_id", parent + 1);
  ris3_edit_set_text (edit, "text", "Really?");
  gone = g_strdup_printf ("%" G_GINT64_FORMAT, make (fixture, edit));
  make (fixture, ris3_edit_new_delete ("note", gone));
  make (fixture, ris3_edit_new_delete ("priority", key));
  edit = ris3_edit_new_set ("strategy", "FRL0-2014");
  ris3_edit_set_text (edit, "remark", "x");
  make (fixture, edit);
  test_files_sql (fixture->path, "UPDATE change_log SET at = '2026-01-0' || id || 'T12:00:00Z'");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ris3_editor_free (fixture->editor);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

/* The ids of the changes that a query finds: "8 7 6". */
static void
assert_found (Fixture *fixture, Ris3HistoryQuery query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) changes = ris3_history_read (fixture->path, &query, NULL, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (Ris3Change) change = g_list_model_get_item (changes, i);

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ris3_change_get_id (change));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_queries (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, (Ris3HistoryQuery){ 0 }, "8 7 6 5 4 3 2 1");
  assert_found (fixture, (Ris3HistoryQuery){ .limit = 2 }, "8 7");
  assert_found (fixture, (Ris3HistoryQuery){ .limit = 2, .before_id = 7 }, "6 5");
  assert_found (fixture, (Ris3HistoryQuery){ .actor = "Ben" }, "8 7 6 5");
  assert_found (fixture, (Ris3HistoryQuery){ .kind = "priority" }, "7 4 3");
  assert_found (fixture, (Ris3HistoryQuery){ .kind = "priority-add" }, "4 3");
  assert_found (fixture, (Ris3HistoryQuery){ .text = "REALLY" }, "6 5");
  assert_found (fixture, (Ris3HistoryQuery){ .from_day = "2026-01-03", .to_day = "2026-01-05" }, "5 4 3");
  assert_found (fixture, (Ris3HistoryQuery){ .table = "strategy", .key = "AT-2040" }, "2 1");
  /* With what is gone: a note of a priority of it. */
  assert_found (fixture, (Ris3HistoryQuery){ .strategy_id = "AT-2040" }, "7 6 5 4 3 2 1");
  assert_found (fixture, (Ris3HistoryQuery){ .strategy_id = "FRL0-2014" }, "8");
  assert_found (fixture, (Ris3HistoryQuery){ .nuts_version = 2016, .region_code = "FRL0" }, "8");
  assert_found (fixture, (Ris3HistoryQuery){ .nuts_version = 2013, .region_code = "FRL0" }, "");
  assert_found (fixture, (Ris3HistoryQuery){ .nuts_version = 2016, .region_code = "AT" }, "7 6 5 4 3 2 1");

  assert_found (fixture, (Ris3HistoryQuery){ .since_id = 6 }, "8 7 6");
  assert_found (fixture, (Ris3HistoryQuery){ .kind = "note strategy-add" }, "6 5 1");
  assert_found (fixture, (Ris3HistoryQuery){ .kind = "not" }, "");
  /* A priority with its themes and its note, which are gone. */
  assert_found (fixture, (Ris3HistoryQuery){ .priority_id = fixture->priority }, "7 6 5 4");
  assert_found (fixture,
                (Ris3HistoryQuery){ .nuts_version = 2016,
                                    .region_code = "AT",
                                    .strategies = (const char *const[]){ "FRL0-2014", NULL } },
                "8 7 6 5 4 3 2 1");

  make (fixture, ris3_edit_new_delete ("strategy", "AT-2040"));
  assert_found (fixture, (Ris3HistoryQuery){ .strategy_id = "AT-2040" }, "9 7 6 5 4 3 2 1");
  assert_found (fixture, (Ris3HistoryQuery){ .nuts_version = 2016, .region_code = "AT" }, "9 7 6 5 4 3 2 1");
}

static char *
describe (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = ris3_history_read_values (fixture->path, id, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);

      if (value->kind == RIS3_VALUE_CHANGED || g_str_equal (value->field, "label")
          || g_str_equal (value->field, "code"))
        g_string_append_printf (text, "%s.%s: %s > %s; ", value->table, value->field,
                                value->before != NULL ? value->before : "none",
                                value->after != NULL ? value->after : "none");
    }
  return g_string_free (text, FALSE);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autofree char *changed = describe (fixture, 2);
  g_autofree char *added = describe (fixture, 4);
  g_autofree char *deleted = describe (fixture, 7);

  g_assert_cmpstr (changed, ==, "strategy.year: none > 2039; strategy.remark:  > Read; ");
  g_assert_cmpstr (added, ==, "priority.label: none > 3.1; priority_theme.code: none > active-ageing; ");
  g_assert_cmpstr (deleted, ==, "priority.label: 3.1 > none; priority_theme.code: active-ageing > none; ");
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (fixture->editor, 0, &error);
  g_autoptr (GListModel) changes = ris3_history_read (fixture->path, &(Ris3HistoryQuery){ 0 }, NULL, &error);
  g_autoptr (Ris3Change) undo = g_list_model_get_item (changes, 0);
  g_autoptr (Ris3Change) undone = g_list_model_get_item (changes, 1);
  g_auto (GStrv) actors = ris3_history_read_actors (fixture->path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ris3_change_get_undoes (undo), ==, 8);
  g_assert_cmpint (ris3_change_get_undone_by (undo), ==, 0);
  g_assert_cmpint (ris3_change_get_undone_by (undone), ==, 9);
  g_assert_cmpstr (ris3_change_get_actor (undone), ==, "Ben");
  g_assert_cmpstr (ris3_change_get_kind (undo), ==, "undo");
  g_assert_cmpstr (ris3_change_get_at (undone), ==, "2026-01-08T12:00:00Z");
  g_assert_cmpint (g_date_time_get_day_of_month (ris3_change_get_time (undone)), ==, 8);
  g_assert_cmpuint (ris3_change_get_n_rows (undone), ==, 1);
  g_assert_cmpuint (g_strv_length (actors), ==, 2);
}

/* Rows are called as people call them, also those that are gone, and it is known what they hold now. */
static char *
describe_names (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = ris3_history_read_named_values (fixture->path, id, 0, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);

      if (*value->field == '\0')
        g_string_append_printf (text, "%s %s; ", value->table, value->name);
      else if (value->kind == RIS3_VALUE_CHANGED)
        g_string_append_printf (text, "%s.%s now %s; ", value->name, value->field,
                                value->present != NULL ? value->present : "none");
      if (value->before_name != NULL || value->after_name != NULL)
        g_string_append_printf (text, "%s %s > %s; ", value->field, value->before_name, value->after_name);
    }
  return g_string_free (text, FALSE);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *changed = describe_names (fixture, 2);
  g_autofree char *added = describe_names (fixture, 4);
  g_autofree char *noted = describe_names (fixture, 5);
  g_autofree char *later = NULL;
  g_autoptr (GPtrArray) few = NULL;
  Ris3Edit *edit;

  g_assert_cmpstr (changed, ==, "AT-2040.year now 2039; AT-2040.remark now Read; ");
  /* The priority was deleted later; the one above it was not. */
  g_assert_cmpstr (added, ==,
                   "priority 3.1; strategy_id (null) > AT-2040; parent_id (null) > 3; priority_theme 3.1; "
                   "priority_id (null) > 3.1; "
                   "code (null) > Active and healthy ageing; ");
  g_assert_cmpstr (noted, ==, "note Really?; priority_id (null) > 3.1; ");

  edit = ris3_edit_new_set ("strategy", "AT-2040");
  ris3_edit_set_text (edit, "remark", "Read again");
  make (fixture, edit);
  later = describe_names (fixture, 2);
  g_assert_cmpstr (later, ==, "AT-2040.year now 2039; AT-2040.remark now Read again; ");
  few = ris3_history_read_named_values (fixture->path, 4, 1, NULL, NULL);
  for (guint i = 0; i < few->len; i++)
    g_assert_cmpstr (((Ris3ChangedValue *) g_ptr_array_index (few, i))->table, ==, "priority");
}

static Ris3Change *
read_one (Fixture *fixture, gint64 id)
{
  g_autoptr (GListModel) changes = ris3_history_read (fixture->path, &(Ris3HistoryQuery){ .since_id = id }, NULL, NULL);

  return g_list_model_get_item (changes, g_list_model_get_n_items (changes) - 1);
}

/* An edit that was undone, redone and undone … */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  gint64 last = 8;

  for (guint i = 1; i <= 4; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3EditResult) result = ris3_editor_undo (fixture->editor, last, &error);
      g_autoptr (Ris3Change) change = read_one (fixture, 8);
      g_autoptr (Ris3Change) other = read_one (fixture, 7);

      g_assert_no_error (error);
      last = result->change_id;
      g_assert_cmpint (ris3_change_is_undone (change), ==, i % 2 != 0);
      g_assert_cmpint (ris3_change_get_last (change), ==, last);
      g_assert_cmpint (ris3_change_get_undone_by (change), ==, 9);
      g_assert_false (ris3_change_is_undone (other));
      g_assert_cmpint (ris3_change_get_last (other), ==, 7);
      g_assert_cmpint (result->is_redo, ==, i % 2 == 0);
      g_assert_true (g_str_has_prefix (result->reverted, "Change strategy “Regional Innovation Strategy"));
    }
}

/* Each of the two values of a change can be restored, whatever there is now. */
static void
test_restore_value (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT CASE remark WHEN 'x' THEN 1 WHEN 'y' THEN 2 ELSE 3 END FROM strategy WHERE id = "
                            "'FRL0-2014'";
  Ris3Edit *edit = ris3_edit_new_set ("strategy", "FRL0-2014");

  ris3_edit_set_text (edit, "remark", "y");
  make (fixture, edit);
  g_assert_cmpint (test_files_query (fixture->path, sql), ==, 2);
  make (fixture, ris3_edit_new_restore_value (8, "strategy", "FRL0-2014", "remark", FALSE));
  g_assert_cmpint (test_files_query (fixture->path, sql), ==, 1);
  make (fixture, ris3_edit_new_restore_value (8, "strategy", "FRL0-2014", "remark", TRUE));
  g_assert_cmpint (test_files_query (fixture->path, sql), ==, 3);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3EditResult) result = ris3_editor_undo (fixture->editor, 0, NULL);
  g_auto (GStrv) kinds = ris3_history_read_kinds (fixture->path, NULL, NULL);
  g_autofree char *joined = g_strjoinv (" ", kinds);

  g_assert_cmpstr (joined, ==, "note priority strategy undo");
}

typedef struct
{
  GCancellable *cancellable;
  gulong after; /* microseconds */
} Cancelling;

static gpointer
cancel (gpointer data)
{
  const Cancelling *cancelling = data;

  g_usleep (cancelling->after);
  g_cancellable_cancel (cancelling->cancellable);
  return NULL;
}

/* Whenever it is cancelled, that is all that is said. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  for (gulong after = 0; after < 6000; after += 20)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Cancelling cancelling = { cancellable, after };
      GThread *thread = g_thread_new ("cancel", cancel, &cancelling);
      g_autoptr (GPtrArray) values = ris3_history_read_named_values (fixture->path, 4, 0, cancellable, &error);

      if (values == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (error);
      g_thread_join (thread);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/queries", test_queries);
  ADD ("/history/values", test_values);
  ADD ("/history/change", test_change);
  ADD ("/history/names", test_names);
  ADD ("/history/chain", test_chain);
  ADD ("/history/restore-value", test_restore_value);
  ADD ("/history/kinds", test_kinds);
  ADD ("/history/cancel", test_cancel);
  return g_test_run ();
}
