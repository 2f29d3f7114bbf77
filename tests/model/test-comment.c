/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Comments: which state can follow which, what they are about, and the changes that they lead to. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-atlas-edit.h"
#include "model/ris3-comment-event.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-proposal.h"
#include "model/ris3-round-candidate.h"
#include "model/ris3-round-removal.h"
#include "test-edits.h"
#include "test-files.h"

#define STRATEGY "FRL0-2014"
#define HEADING "Health and personalised medicine"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Atlas *atlas;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  ris3_atlas_set_actor (fixture->atlas, "Ada", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->atlas);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static Ris3EditResult *
finish (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  return ris3_atlas_edit_finish (fixture->atlas, result, error);
}

/* Takes the edit. The id of the row of its first step; -1: refused. */
static gint64
apply (Fixture *fixture, Ris3Edit *edit, GError **error)
{
  g_autoptr (Ris3EditResult) edit_result = NULL;

  ris3_atlas_edit_async (fixture->atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, fixture);
  ris3_edit_unref (edit);
  edit_result = finish (fixture, error);
  return edit_result != NULL ? edit_result->ids[0] : -1;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ris3_atlas_undo_async (fixture->atlas, 0, NULL, on_done, fixture);
  result = finish (fixture, &error);
  g_assert_no_error (error);
}

static gint64
query (Fixture *fixture, const char *sql)
{
  sqlite3 *file;
  sqlite3_stmt *statement;
  gint64 value;

  g_assert_cmpint (sqlite3_open (fixture->path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (file, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (file);
  return value;
}

/* (transfer full) */
static char *
query_text (Fixture *fixture, const char *sql)
{
  sqlite3 *file;
  sqlite3_stmt *statement;
  char *value;

  g_assert_cmpint (sqlite3_open (fixture->path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (file, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (file);
  return value;
}

static gint64
find_priority (Fixture *fixture)
{
  return query (fixture, "SELECT min (id) FROM priority WHERE strategy_id = '" STRATEGY "'");
}

static Ris3Edit *
new_comment (const char *target, gint64 priority_id)
{
  Ris3Edit *edit = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "target", target);
  if (g_str_equal (target, "strategy"))
    ris3_edit_set_text (edit, "strategy_id", STRATEGY);
  if (priority_id != 0)
    ris3_edit_set_integer (edit, "priority_id", priority_id);
  ris3_edit_set_text (edit, "received_on", "2026-11-30");
  ris3_edit_set_text (edit, "text", "That is not what it says.");
  return edit;
}

static Ris3Comment *
get_comment (Fixture *fixture, gint64 id)
{
  Ris3Comment *comment = ris3_atlas_lookup_comment (fixture->atlas, id);

  g_assert_nonnull (comment);
  return comment;
}

/* Brings it to a state by SQL, as if it had come there. */
static void
put (Fixture *fixture, gint64 id, Ris3CommentState state)
{
  g_autofree char *sql
      = g_strdup_printf ("UPDATE comment SET state = '%s', decision_reason = 'x' WHERE id = %" G_GINT64_FORMAT,
                         ris3_comment_state_get_word (state), id);
  sqlite3 *file;

  g_assert_cmpint (sqlite3_open (fixture->path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (file, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
}

/* What DESIGN says of states, written down once more: what can follow what. */
static const char *const ways[RIS3_N_COMMENT_STATES] = {
  /* from                         received acknowledged in-review accepted partly not noted applied closed */
  [RIS3_COMMENT_RECEIVED] = "-yyyyyy--",        [RIS3_COMMENT_ACKNOWLEDGED] = "--yyyyy--",
  [RIS3_COMMENT_IN_REVIEW] = "---yyyy--",       [RIS3_COMMENT_ACCEPTED] = "--y----y-",
  [RIS3_COMMENT_PARTLY_ACCEPTED] = "--y----y-", [RIS3_COMMENT_NOT_ACCEPTED] = "--y-----y",
  [RIS3_COMMENT_NOTED] = "--y-----y",           [RIS3_COMMENT_APPLIED] = "--y-----y",
  [RIS3_COMMENT_CLOSED] = "--y------",
};

/* Every state by every move, with and without a reason. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = apply (fixture, new_comment ("region", 0), &error);

  g_assert_no_error (error);
  for (guint from = 0; from < RIS3_N_COMMENT_STATES; from++)
    for (guint to = 0; to < RIS3_N_COMMENT_STATES; to++)
      for (guint with_reason = 0; with_reason < 2; with_reason++)
        {
          gboolean needs_reason = (to >= RIS3_COMMENT_ACCEPTED && to <= RIS3_COMMENT_NOTED)
                                  || (to == RIS3_COMMENT_IN_REVIEW && from > RIS3_COMMENT_IN_REVIEW);
          gboolean is_allowed = ways[from][to] == 'y' && (with_reason || !needs_reason);
          gint64 n_events = query (fixture, "SELECT count(*) FROM comment_event");
          gint64 result;

          put (fixture, id, from);
          result = apply (
              fixture, ris3_edit_new_comment_state (id, to, with_reason ? "Because." : "  ", "head of unit"), &error);
          if (is_allowed)
            g_assert_no_error (error);
          g_assert_cmpint (result, ==, is_allowed ? id : -1);
          g_assert_cmpint (query (fixture, "SELECT count(*) FROM comment_event"), ==, n_events + is_allowed);
          if (is_allowed)
            {
              g_assert_cmpstr (ris3_comment_get_state (get_comment (fixture, id)), ==,
                               ris3_comment_state_get_word (to));
              g_assert_cmpstr (ris3_comment_get_decision_reason (get_comment (fixture, id)), ==,
                               to >= RIS3_COMMENT_ACCEPTED && to <= RIS3_COMMENT_NOTED ? "Because." : "x");
              g_assert_cmpint (
                  query (fixture, "SELECT count(*) FROM comment_event WHERE id = (SELECT max (id) FROM comment_event)"
                                  " AND actor = 'Ada' AND actor_role = 'head of unit'"),
                  ==, 1);
            }
          else
            {
              g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
              g_clear_error (&error);
            }
        }
}

/* A comment knows what it is about, and is refused where that is not said. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 priority = find_priority (fixture);
  gint64 of_region = apply (fixture, new_comment ("region", 0), &error);
  gint64 of_strategy = apply (fixture, new_comment ("strategy", 0), &error);
  gint64 of_priority = apply (fixture, new_comment ("priority", priority), &error);
  Ris3Edit *edit;

  g_assert_no_error (error);
  g_assert_cmpstr (ris3_comment_get_target_name (get_comment (fixture, of_region)), ==, "Provence-Alpes-Côte d’Azur");
  g_assert_nonnull (strstr (ris3_comment_get_target_name (get_comment (fixture, of_strategy)), "Provence"));
  g_assert_cmpstr (ris3_comment_get_strategy_id (get_comment (fixture, of_priority)), ==, STRATEGY);
  g_assert_cmpstr (ris3_comment_get_target_name (get_comment (fixture, of_priority)), !=, "");
  g_assert_cmpuint (strlen (ris3_comment_get_key (get_comment (fixture, of_priority))), ==, 32);
  g_assert_cmpstr (ris3_comment_get_state (get_comment (fixture, of_priority)), ==, "received");

  g_assert_cmpint (apply (fixture, new_comment ("priority", 0), &error), ==, -1);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "target");
  g_clear_error (&error);

  /* Its state is no field. */
  edit = ris3_edit_new_set ("comment", "1");
  ris3_edit_set_text (edit, "state", "closed");
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_clear_error (&error);

  /* A reply is to a comment, not to a priority. */
  edit = new_comment ("region", 0);
  ris3_edit_set_integer (edit, "parent_id", of_priority);
  g_assert_cmpint (apply (fixture, edit, &error), >, 0);
  g_assert_no_error (error);
  edit = new_comment ("region", 0);
  ris3_edit_set_integer (edit, "parent_id", 123456);
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "parent_id");
}

static void
change_text (Fixture *fixture, gint64 priority)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, priority);
  Ris3Edit *edit = ris3_edit_new_set ("priority", key);

  ris3_edit_set_text (edit, "text", "Something else");
  g_assert_cmpint (apply (fixture, edit, NULL), ==, priority);
}

/* Whatever happens to what a comment is about is seen at the comment, until somebody has handled it. */
static void
test_target_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 priority = find_priority (fixture);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, priority);
  gint64 id = apply (fixture, new_comment ("priority", priority), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);
  change_text (fixture, priority);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_CHANGED);
  undo (fixture);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);
  change_text (fixture, priority);
  apply (fixture, ris3_edit_new_comment_state (id, RIS3_COMMENT_IN_REVIEW, NULL, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);

  apply (fixture, ris3_edit_new_delete ("priority", key), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_GONE);
  g_assert_cmpstr (ris3_comment_get_target_name (get_comment (fixture, id)), !=, "");
  undo (fixture);
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);
}

/* An authority that is not known yet is added with its comment, by one edit. */
static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) organisation = ris3_edit_new_add ("organisation");
  g_autoptr (Ris3Edit) comment = ris3_edit_new_add ("comment");
  Ris3Edit *edit = ris3_edit_new_group ("comment-add", "Record comment of “Region Sud”");
  gint64 n_organisations = query (fixture, "SELECT count(*) FROM organisation");
  gint64 id;

  ris3_edit_set_text (organisation, "name", "Region Sud");
  ris3_edit_set_text (organisation, "role", "regional authority");
  ris3_edit_append (edit, organisation);
  ris3_edit_append (edit, comment);
  ris3_edit_set_organisation_step (edit, 0);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "text", "That is not what it says.");
  g_assert_cmpint (apply (fixture, edit, &error), >, 0);
  g_assert_no_error (error);
  id = query (fixture, "SELECT max (id) FROM comment");
  g_assert_cmpstr (ris3_comment_get_organisation (get_comment (fixture, id)), ==, "Region Sud");
  undo (fixture);
  g_assert_null (ris3_atlas_lookup_comment (fixture->atlas, id));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM organisation"), ==, n_organisations);
}

static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "It was changed.\nlabel: 3.2\ntext: Personalised medicine\n  and more\nSincerely\n"
                             "colour: blue\n  indented";
  g_autofree char *words = NULL;
  g_autofree char *again = NULL;
  g_autofree char *same = NULL;
  g_autoptr (GPtrArray) proposals = ris3_proposal_parse (text, "priority", &words);
  g_autoptr (GPtrArray) parsed = NULL;
  g_autoptr (GPtrArray) none = ris3_proposal_parse (text, "region", NULL);

  g_assert_cmpuint (proposals->len, ==, 2);
  g_assert_cmpstr (((Ris3Proposal *) proposals->pdata[0])->field, ==, "label");
  g_assert_cmpstr (((Ris3Proposal *) proposals->pdata[0])->value, ==, "3.2");
  g_assert_cmpstr (((Ris3Proposal *) proposals->pdata[1])->value, ==, "Personalised medicine\nand more");
  g_assert_cmpstr (words, ==, "It was changed.\nSincerely\ncolour: blue\n  indented");
  g_assert_cmpuint (none->len, ==, 0);
  again = ris3_proposal_to_text (proposals, "It was changed.");
  g_assert_cmpstr (again, ==, "It was changed.\nlabel: 3.2\ntext: Personalised medicine\n  and more");
  parsed = ris3_proposal_parse (again, "priority", NULL);
  same = ris3_proposal_to_text (parsed, "It was changed.");
  g_assert_cmpstr (same, ==, again);
}

/* One edit: the decision, the change and what joins them; and one undo. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 priority = find_priority (fixture);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, priority);
  g_autofree char *former = ris3_atlas_dup_value (fixture->atlas, "priority", key, "label");
  g_autofree char *label = NULL;
  g_autofree char *back = NULL;
  Ris3Edit *edit = new_comment ("priority", priority);
  gint64 id;

  ris3_edit_set_text (edit, "proposed_change", "label: 3.2\nexplicit_pm: yes");
  id = apply (fixture, edit, &error);
  g_assert_no_error (error);
  edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It is on page 12.", "analyst", &error);
  g_assert_no_error (error);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  label = ris3_atlas_dup_value (fixture->atlas, "priority", key, "label");
  g_assert_cmpstr (label, ==, "3.2");
  g_assert_cmpstr (ris3_comment_get_state (get_comment (fixture, id)), ==, "applied");
  g_assert_cmpstr (ris3_comment_get_decision_reason (get_comment (fixture, id)), ==, "It is on page 12.");
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);
  /* The entry names the change, and the change the priority and the comment. */
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM comment_event AS e JOIN change_log AS l ON l.id = e.change_id"
                                   " JOIN change_row AS r ON r.change_id = l.id WHERE e.to_state = 'applied'"
                                   " AND l.kind = 'comment-apply' AND r.table_name IN ('priority', 'comment')"),
                   ==, 2);
  undo (fixture);
  back = ris3_atlas_dup_value (fixture->atlas, "priority", key, "label");
  g_assert_cmpstr (back, ==, former);
  g_assert_cmpstr (ris3_comment_get_state (get_comment (fixture, id)), ==, "received");
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM comment_event WHERE change_id IS NOT NULL"), ==, 0);
}

/* A priority that is proposed is added to the strategy when that is accepted, beside what is changed of the strategy.
 */
static void
test_apply_new_priority (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = new_comment ("strategy", 0);
  g_autofree char *name = ris3_proposal_get_field_name ("strategy", "new_priority.label");
  gint64 id, n_priorities = query (fixture, "SELECT count(*) FROM priority");
  g_autofree char *told = ris3_proposal_describe ("See.\nnew_priority.label: 4.2\nlost: 1", "strategy");

  g_assert_cmpstr (name, ==, "New priority: Label");
  g_assert_cmpstr (told, ==, "See.\nlost: 1\nNew priority: Label: 4.2");
  ris3_edit_set_text (edit, "proposed_change",
                      "See the annex.\nnew_priority.label: 4.2\nyear: 2013\nnew_priority.text: Precision\n  medicine\n"
                      "new_priority.explicit_pm: yes");
  id = apply (fixture, edit, &error);
  g_assert_no_error (error);
  edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It is.", NULL, &error);
  g_assert_no_error (error);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority"), ==, n_priorities + 1);
  g_assert_cmpint (query (fixture,
                          "SELECT count(*) FROM priority AS p JOIN comment AS c ON c.strategy_id = p.strategy_id"
                          " JOIN strategy AS s ON s.id = p.strategy_id WHERE c.state = 'applied' AND s.year = 2013"
                          " AND p.label = '4.2' AND p.text = 'Precision' || char (10) || 'medicine'"
                          " AND p.explicit_pm = 1 AND p.parent_id IS NULL AND p.position ="
                          " (SELECT max (position) FROM priority WHERE strategy_id = s.id AND parent_id IS NULL)"),
                   ==, 1);
  undo (fixture);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority"), ==, n_priorities);
  g_assert_cmpstr (ris3_comment_get_state (get_comment (fixture, id)), ==, "received");

  edit = new_comment ("strategy", 0);
  ris3_edit_set_text (edit, "proposed_change", "new_priority.label: 4.2\nnew_priority.explicit_pm: perhaps");
  id = apply (fixture, edit, &error);
  g_assert_null (ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "Why", NULL, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "New priority: Names personalised medicine: “perhaps”"));
}

/* Several in one edit come in the order of their numbers, at the end and between others. */
static void
test_apply_several (Fixture *fixture, gconstpointer data)
{
  static const char *const before[] = { "93.1", "94", "94.1", "95" };
  static const char *const proposed[] = { "94.3", "94.2", "93.10", "93.2", "93.3" };
  g_autoptr (GPtrArray) comments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *outline = NULL;
  Ris3Edit *edit;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      gboolean is_below = g_str_equal (before[i], "94.1");

      edit = ris3_edit_new_priority_add (
          STRATEGY, is_below ? query (fixture, "SELECT id FROM priority WHERE label = '94'") : 0, RIS3_EDIT_LAST);
      ris3_edit_set_text (edit, "label", before[i]);
      ris3_edit_set_text (edit, "text", "Here");
      apply (fixture, edit, &error);
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (proposed); i++)
    {
      g_autofree char *change = g_strdup_printf ("new_priority.label: %s\nnew_priority.text: New", proposed[i]);

      edit = new_comment ("strategy", 0);
      ris3_edit_set_text (edit, "proposed_change", change);
      g_ptr_array_add (comments, get_comment (fixture, apply (fixture, edit, &error)));
      g_assert_no_error (error);
    }
  ris3_proposal_sort (fixture->atlas, comments);
  edit = ris3_edit_new_group ("comment-state", "All");
  for (guint i = 0; i < comments->len; i++)
    {
      g_autoptr (Ris3Edit) step
          = ris3_proposal_make_edit (fixture->atlas, comments->pdata[i], "They are.", NULL, &error);

      g_assert_no_error (error);
      ris3_edit_append (edit, step);
    }
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  outline = test_edit_outline (fixture->atlas, STRATEGY);
  g_assert_nonnull (strstr (outline, "93.1 93.2 93.3 93.10 94 .94.1 .94.2 .94.3 95"));
}

/* Only a mark has a basis, and only a health priority the mark: the answer brings both along. */
static void
test_apply_mark (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *change;
    const char *stands; /* mark, basis, health */
  } answers[] = { { "pm_mark: yes", "1 region 1" },
                  { "pm_mark: no", "0 - 1" },
                  { "health_priority: yes\npm_mark: yes", "1 region 1" },
                  { "pm_mark: unknown", "- - 1" } };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Ris3Edit *edit = new_comment ("strategy", 0);
      g_autofree char *stands = NULL;
      gint64 id;

      ris3_edit_set_text (edit, "proposed_change", answers[i].change);
      id = apply (fixture, edit, &error);
      g_assert_no_error (error);
      edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It says so.", NULL, &error);
      g_assert_no_error (error);
      apply (fixture, edit, &error);
      g_assert_no_error (error);
      stands = query_text (fixture, "SELECT ifnull (pm_mark, '-') || ' ' || ifnull (pm_basis, '-') || ' ' || "
                                    "ifnull (health_priority, '-') FROM strategy WHERE id = '" STRATEGY "'");
      g_assert_cmpstr (stands, ==, answers[i].stands);
    }
}

/* A strategy that is proposed is told, and needs a form. */
static void
test_new_strategy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = new_comment ("region", 0);
  g_autofree char *name = ris3_proposal_get_field_name ("region", "new_strategy.title");
  g_autofree char *told = ris3_proposal_describe ("See.\nnew_strategy.title: Ours\ntitle: a", "region");
  g_autofree char *title = NULL;
  g_autofree char *year = NULL;
  g_autofree char *present = NULL;
  gint64 id;

  g_assert_cmpstr (name, ==, "New strategy: Title");
  g_assert_cmpstr (told, ==, "See.\ntitle: a\nNew strategy: Title: Ours");
  ris3_edit_set_text (edit, "proposed_change", "new_strategy.title: Our\n  strategy\n");
  id = apply (fixture, edit, &error);
  g_assert_no_error (error);
  title = ris3_proposal_dup_new_strategy (get_comment (fixture, id), "title");
  year = ris3_proposal_dup_new_strategy (get_comment (fixture, id), "year");
  present = ris3_proposal_dup_present (fixture->atlas, "region", "0", "new_strategy.title");
  g_assert_cmpstr (title, ==, "Our\nstrategy");
  g_assert_null (year);
  g_assert_null (present);
  g_assert_null (ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "Why", NULL, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "with the form"));
}

/* Takes a comment that proposes a priority in, and applies it. The id of the comment. */
static gint64
propose (Fixture *fixture, const char *proposal)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = new_comment ("strategy", 0);
  gint64 id;

  ris3_edit_set_text (edit, "proposed_change", proposal);
  id = apply (fixture, edit, &error);
  g_assert_no_error (error);
  edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It is.", NULL, &error);
  g_assert_no_error (error);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  return id;
}

/* A number says where a priority belongs; the comment is about it then, and does the same when it is applied again. */
static void
test_apply_new_place (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *parent;
    const char *label;
  } before[] = { { NULL, "93" },    { "93", "93.1" }, { "93", "93.2" }, { "93", "93.10" },
                 { "93", "Other" }, { NULL, "97.1" }, { NULL, "97.3" }, { NULL, "98" } };
  g_autoptr (GError) error = NULL;
  g_autofree char *outline = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  Ris3Edit *edit;
  gint64 id;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT ifnull ((SELECT id FROM priority WHERE label = '%s' AND strategy_id = '" STRATEGY "'), 0)",
          before[i].parent != NULL ? before[i].parent : "");

      edit = ris3_edit_new_priority_add (STRATEGY, before[i].parent != NULL ? query (fixture, sql) : 0, RIS3_EDIT_LAST);
      ris3_edit_set_text (edit, "label", before[i].label);
      ris3_edit_set_text (edit, "text", "Here");
      apply (fixture, edit, &error);
      g_assert_no_error (error);
    }
  propose (fixture, "new_priority.label: 97.2\nnew_priority.text: Between");
  propose (fixture, "new_priority.label: 93.11.\nnew_priority.text: After");
  propose (fixture, "new_priority.label: 93.2.1\nnew_priority.text: Below");
  propose (fixture, "new_priority.label: 96\nnew_priority.text: Last");
  id = propose (fixture,
                "new_priority.label: 93.3\nnew_priority.original_text: Médecine de précision\n"
                "new_priority.explicit_pm: yes\nnew_priority.themes: Oncology; medical imaging; e-health-telemedicine");
  outline = test_edit_outline (fixture->atlas, STRATEGY);
  g_assert_nonnull (strstr (outline, "93 .93.1 .93.2 ..93.2.1 .93.3 .93.10 .93.11. .Other 97.1 97.2 97.3 98 96"));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority AS p JOIN priority_theme AS t ON t.priority_id = p.id"
                                   " WHERE label = '93.3' AND text = '' AND explicit_pm = 1 AND (t.position, t.code) IN"
                                   " (VALUES (1, 'oncology'), (2, 'medical-imaging'), (3, 'e-health-telemedicine'))"),
                   ==, 3);
  /* It is about the priority now, says what it proposed, and is named in the history. */
  g_assert_cmpstr (ris3_comment_get_target (get_comment (fixture, id)), ==, "priority");
  g_assert_cmpstr (ris3_comment_get_target_name (get_comment (fixture, id)), ==, "93.3 Médecine de précision");
  g_assert_cmpuint (ris3_comment_get_target_state (get_comment (fixture, id)), ==, RIS3_TARGET_SAME);
  g_assert_cmpint (ris3_comment_get_priority_id (get_comment (fixture, id)), ==,
                   query (fixture, "SELECT id FROM priority WHERE label = '93.3'"));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM change_log WHERE title ="
                                   " 'Add priority “93.3 Médecine de précision”, which a comment proposes'"),
                   ==, 1);
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (get_comment (fixture, id)), "priority", NULL);
  g_assert_cmpuint (proposals->len, ==, 4);
  name = ris3_proposal_get_field_name ("priority", "new_priority.themes");
  g_assert_cmpstr (name, ==, "New priority: Themes");
  /* Applied once more, it changes that one. */
  apply (fixture, ris3_edit_new_comment_state (id, RIS3_COMMENT_IN_REVIEW, "Again", NULL), &error);
  g_assert_no_error (error);
  edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It is.", NULL, &error);
  g_assert_no_error (error);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority WHERE label = '93.3'"), ==, 1);
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  g_assert_cmpstr (ris3_comment_get_target (get_comment (fixture, id)), ==, "strategy");
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM priority WHERE label = '93.3'"), ==, 0);

  edit = new_comment ("strategy", 0);
  ris3_edit_set_text (edit, "proposed_change", "new_priority.text: New\nnew_priority.themes: Alchemy");
  id = apply (fixture, edit, &error);
  edit = ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "It is.", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_nonnull (strstr (error->message, "There is no theme “Alchemy”"));
}

/* The steps of some comments, and of no others. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[]
      = { apply (fixture, new_comment ("strategy", 0), &error), apply (fixture, new_comment ("region", 0), &error) };
  gint64 other = apply (fixture, new_comment ("region", 0), &error);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const Ris3CommentEvent *last;

  apply (fixture, ris3_edit_new_comment_state (ids[0], RIS3_COMMENT_IN_REVIEW, NULL, NULL), &error);
  apply (fixture, ris3_edit_new_comment_state (ids[0], RIS3_COMMENT_ACCEPTED, "So it is.", NULL), &error);
  apply (fixture, ris3_edit_new_comment_state (other, RIS3_COMMENT_IN_REVIEW, NULL, NULL), &error);
  g_assert_no_error (error);
  events = ris3_comment_events_read_many (fixture->path, ids, G_N_ELEMENTS (ids), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 4);
  last = g_ptr_array_index (events, 2);
  g_assert_cmpint (last->comment_id, ==, ids[0]);
  g_assert_cmpstr (last->to_state, ==, "accepted");
  g_assert_cmpstr (last->reason, ==, "So it is.");
  none = ris3_comment_events_read_many (fixture->path, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What cannot be made of a proposal is said before anything is changed. */
static void
test_apply_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *proposal;
    const char *words;
  } cases[] = {
    { "", "no change that the program can make" },
    { "Please correct it.", "no change that the program can make" },
    { "explicit_pm: perhaps", "“perhaps” is no value" },
  };
  g_autoptr (GError) error = NULL;
  gint64 priority = find_priority (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Ris3Edit *edit = new_comment ("priority", priority);
      gint64 id;

      ris3_edit_set_text (edit, "proposed_change", cases[i].proposal);
      id = apply (fixture, edit, &error);
      g_assert_no_error (error);
      g_assert_null (ris3_proposal_make_edit (fixture->atlas, get_comment (fixture, id), "Why", NULL, &error));
      g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_clear_error (&error);
    }
}

/* A round, who is asked in it, reminders and answers; a request shows the date of its round. */
static void
test_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = ris3_edit_new_add ("consultation_round");
  gint64 round, organisation, request;
  g_autofree char *key = NULL, *request_key = NULL;

  ris3_edit_set_text (edit, "name", "Autumn");
  ris3_edit_set_text (edit, "opened_on", "2026-11-01");
  ris3_edit_set_text (edit, "due_on", "2026-12-24");
  round = apply (fixture, edit, &error);
  g_assert_no_error (error);
  edit = ris3_edit_new_add ("organisation");
  ris3_edit_set_text (edit, "name", "Region Sud");
  organisation = apply (fixture, edit, &error);
  g_assert_no_error (error);
  edit = ris3_edit_new_add ("request");
  ris3_edit_set_integer (edit, "round_id", round);
  ris3_edit_set_integer (edit, "organisation_id", organisation);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  request = apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ris3_request_get_due_on (ris3_atlas_lookup_request (fixture->atlas, request)), ==, "2026-12-24");
  g_assert_cmpstr (ris3_request_get_organisation (ris3_atlas_lookup_request (fixture->atlas, request)), ==,
                   "Region Sud");

  key = g_strdup_printf ("%" G_GINT64_FORMAT, round);
  edit = ris3_edit_new_set ("consultation_round", key);
  ris3_edit_set_text (edit, "due_on", "2027-01-31");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ris3_request_get_due_on (ris3_atlas_lookup_request (fixture->atlas, request)), ==, "2027-01-31");
  /* It waits for as long as its round is open. */
  g_assert_false (ris3_request_is_overdue (ris3_atlas_lookup_request (fixture->atlas, request), "2027-02-01"));
  request_key = g_strdup_printf ("%" G_GINT64_FORMAT, request);
  edit = ris3_edit_new_set ("request", request_key);
  ris3_edit_set_text (edit, "asked_on", "2026-11-02");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_false (ris3_request_is_overdue (ris3_atlas_lookup_request (fixture->atlas, request), "2027-01-31"));
  g_assert_true (ris3_request_is_overdue (ris3_atlas_lookup_request (fixture->atlas, request), "2027-02-01"));
  edit = ris3_edit_new_set ("consultation_round", key);
  ris3_edit_set_text (edit, "closed_on", "2026-10-31");
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_cmpstr (error->message, ==, "The round would be closed before it was opened.");
  g_clear_error (&error);
  edit = ris3_edit_new_set ("consultation_round", key);
  ris3_edit_set_text (edit, "closed_on", "2027-02-01");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_request_is_waiting (ris3_atlas_lookup_request (fixture->atlas, request)));
  g_assert_false (ris3_request_is_overdue (ris3_atlas_lookup_request (fixture->atlas, request), "2027-02-01"));
  edit = ris3_edit_new_set ("request", request_key);
  ris3_edit_set_text (edit, "answered_on", "2026-11-01");
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_cmpstr (error->message, ==, "The answer would have come before it was asked for.");
  g_clear_error (&error);

  edit = ris3_edit_new_add ("reminder");
  ris3_edit_set_integer (edit, "request_id", request);
  ris3_edit_set_text (edit, "sent_on", "2026-12-01");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_request_get_n_reminders (ris3_atlas_lookup_request (fixture->atlas, request)), ==, 1);
  undo (fixture);
  g_assert_cmpuint (ris3_request_get_n_reminders (ris3_atlas_lookup_request (fixture->atlas, request)), ==, 0);

  edit = ris3_edit_new_add ("request");
  ris3_edit_set_integer (edit, "round_id", 99);
  ris3_edit_set_integer (edit, "organisation_id", organisation);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  g_assert_cmpint (apply (fixture, edit, &error), ==, -1);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "round_id");
}

static guint
count_requests (Fixture *fixture)
{
  return g_list_model_get_n_items (ris3_atlas_get_requests (fixture->atlas));
}

/* Everybody is asked, those without a known authority, too, by one edit; and what is wrong is told by its field. */
static void
test_open_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *list = ris3_atlas_get_strategies (fixture->atlas);
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Ris3RoundPlan plan = { (char *) "Autumn",     (char *) "country:FR", (char *) "2026-11-30",
                         (char *) "2027-01-31", (char *) "e-mail",     TRUE };
  Ris3RoundPlan wrong;
  Ris3Edit *edit;
  guint n_organisations = g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (list, i);

      if (g_str_has_prefix (ris3_strategy_get_region_code (strategy), "FR"))
        g_ptr_array_add (strategies, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (strategies, NULL, NULL);
  g_assert_cmpuint (regions->len, >, 10);
  g_assert_cmpuint (regions->len, <, strategies->len);
  g_assert_cmpuint (ris3_round_plan_count_without (fixture->atlas, regions, NULL, NULL), ==, regions->len);
  edit = ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, &error);
  g_assert_no_error (error);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, regions->len);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==,
                    n_organisations + regions->len);
  g_assert_cmpuint (ris3_round_plan_count_without (fixture->atlas, regions, NULL, NULL), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM request AS r JOIN organisation AS o ON o.id = organisation_id"
                                   " WHERE o.region_code = r.region_code AND r.asked_on = '2026-11-30'"),
                   ==, regions->len);
  /* The second round asks the same. */
  wrong = plan;
  g_assert_null (ris3_round_plan_make_edit (&wrong, fixture->atlas, regions, NULL, NULL, &error));
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "name");
  g_clear_error (&error);
  plan.name = (char *) "Winter";
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 2 * regions->len);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==,
                    n_organisations + regions->len);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==, n_organisations);

  wrong = plan;
  wrong.due_on = (char *) "2026-11-29";
  g_assert_null (ris3_round_plan_make_edit (&wrong, fixture->atlas, regions, NULL, NULL, &error));
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "due_on");
  g_clear_error (&error);
  wrong.due_on = (char *) "2026-13-01";
  g_assert_null (ris3_round_plan_make_edit (&wrong, fixture->atlas, regions, NULL, NULL, &error));
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "due_on");
  g_clear_error (&error);
  g_assert_null (ris3_round_plan_make_edit (&plan, fixture->atlas, none, NULL, NULL, &error));
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "scope");
}

static Ris3RoundCandidate *
find_candidate (GPtrArray *candidates, const char *code)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_str_equal (ris3_round_candidate_get_region_code (g_ptr_array_index (candidates, i)), code))
      return g_ptr_array_index (candidates, i);
  return NULL;
}

/* Whom a round does not ask yet can be asked later, by the rules of a new round; in another one, it is nobody new. */
static void
test_add_authorities (Fixture *fixture, gconstpointer data)
{
  GListModel *list = ris3_atlas_get_strategies (fixture->atlas);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL, candidates = NULL, chosen = g_ptr_array_new ();
  g_autoptr (Ris3ConsultationRound) round = NULL;
  Ris3RoundPlan plan = { (char *) "Autumn", (char *) "", (char *) "2026-11-30", (char *) "", (char *) "letter" };
  Ris3Edit *edit = ris3_edit_new_add ("organisation");
  guint n_organisations, n;

  ris3_edit_set_text (edit, "name", "Canton");
  ris3_edit_set_text (edit, "role", "regional authority");
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "CH01");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  for (guint i = 0; strategies->len == 0; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (list, i);

      if (g_str_equal (ris3_strategy_get_region_code (strategy), "FRL0"))
        g_ptr_array_add (strategies, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (strategies, NULL, NULL);
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, &error), &error);
  g_assert_no_error (error);
  round = g_list_model_get_item (ris3_atlas_get_rounds (fixture->atlas), 0);
  n_organisations = g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas));

  candidates = ris3_round_candidates_list (fixture->atlas, round, NULL, NULL);
  n = candidates->len;
  g_assert_null (find_candidate (candidates, "FRL0"));
  g_assert_nonnull (ris3_round_candidate_get_organisation (find_candidate (candidates, "CH01")));
  g_assert_null (ris3_round_candidate_get_organisation (find_candidate (candidates, "DK")));
  g_ptr_array_add (chosen, find_candidate (candidates, "CH01"));
  g_ptr_array_add (chosen, find_candidate (candidates, "DK"));
  apply (fixture, ris3_round_candidates_make_edit (&plan, fixture->atlas, round, chosen), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==, n_organisations + 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM request AS r JOIN organisation AS o ON o.id = organisation_id"
                                   " WHERE o.region_code = r.region_code AND r.channel = 'letter' AND asked_on = ''"
                                   " AND r.region_code IN ('CH01', 'DK')"),
                   ==, 2);
  g_ptr_array_unref (candidates);
  candidates = ris3_round_candidates_list (fixture->atlas, round, NULL, NULL);
  g_assert_cmpuint (candidates->len, ==, n - 2);
  undo (fixture);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==, n_organisations);
}

static guint
count_made_up (Fixture *fixture, gint64 round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ris3_round_removal_read (ris3_atlas_get_path (fixture->atlas), round, NULL, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* With a round go the authorities that were made up for it, but for those that are known by now, or used elsewhere. */
static void
test_delete_round (Fixture *fixture, gconstpointer data)
{
  GListModel *list = ris3_atlas_get_strategies (fixture->atlas);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL, one = g_ptr_array_new ();
  g_autoptr (Ris3ConsultationRound) round = NULL;
  g_autoptr (Ris3Organisation) last = NULL;
  g_autoptr (GArray) made_up = NULL;
  g_autofree char *key = NULL;
  Ris3RoundPlan plan = { (char *) "Autumn", (char *) "", (char *) "2026-11-30", (char *) "", (char *) "letter" };
  Ris3Edit *edit;
  guint n = g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), n_requests;
  gint64 id;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (list, i);

      if (g_str_has_prefix (ris3_strategy_get_region_code (strategy), "FR"))
        g_ptr_array_add (strategies, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (strategies, NULL, NULL);
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, &error), &error);
  g_assert_no_error (error);
  n_requests = count_requests (fixture);
  round = g_list_model_get_item (ris3_atlas_get_rounds (fixture->atlas), 0);
  id = ris3_consultation_round_get_id (round);
  g_assert_cmpuint (count_made_up (fixture, id), ==, regions->len);

  /* One that has a name now. */
  last = g_list_model_get_item (ris3_atlas_get_organisations (fixture->atlas), n);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_organisation_get_id (last));
  edit = ris3_edit_new_set ("organisation", key);
  ris3_edit_set_text (edit, "name", "Region Sud");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_made_up (fixture, id), ==, regions->len - 1);
  /* One that is asked in another round, too. */
  plan.name = (char *) "Winter";
  g_ptr_array_add (one, g_ptr_array_index (regions, 0));
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, one, NULL, NULL, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_made_up (fixture, id), <, regions->len);

  made_up = ris3_round_removal_read (ris3_atlas_get_path (fixture->atlas), id, NULL, &error);
  apply (fixture, ris3_round_removal_make_edit (round, made_up), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==,
                    n + regions->len - made_up->len);
  undo (fixture);
  g_assert_cmpuint (count_requests (fixture), ==, n_requests + 1);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_organisations (fixture->atlas)), ==, n + regions->len);
}

/* FR82 was the code of FRL0. */
static char *
get_same_key (guint nuts_version, const char *code, gpointer user_data)
{
  return g_strdup (g_str_equal (code, "FR82") ? "FRL0" : code);
}

/* Whoever is recorded with another code of a region is asked about it, and no one else is made up. */
static void
test_authority_of_other_version (Fixture *fixture, gconstpointer data)
{
  GListModel *list = ris3_atlas_get_strategies (fixture->atlas);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL;
  Ris3RoundPlan plan = { (char *) "Autumn", (char *) "", (char *) "2026-11-30", (char *) "", (char *) "e-mail", TRUE };
  Ris3Edit *edit = ris3_edit_new_add ("organisation");

  ris3_edit_set_text (edit, "name", "Region Sud");
  ris3_edit_set_text (edit, "role", "regional authority");
  ris3_edit_set_integer (edit, "nuts_version", 2013);
  ris3_edit_set_text (edit, "region_code", "FR82");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (list, i);

      if (g_str_equal (ris3_strategy_get_region_code (strategy), "FRL0"))
        g_ptr_array_add (strategies, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (strategies, get_same_key, NULL);
  g_assert_cmpuint (regions->len, ==, 1);
  g_assert_cmpuint (ris3_round_plan_count_without (fixture->atlas, regions, NULL, NULL), ==, 1);
  g_assert_cmpuint (ris3_round_plan_count_without (fixture->atlas, regions, get_same_key, NULL), ==, 0);
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, get_same_key, NULL, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM request AS r JOIN organisation AS o ON o.id = organisation_id"
                                   " WHERE o.name = 'Region Sud' AND r.region_code = 'FRL0'"),
                   ==, 1);
}

/* Where everybody is asked, so are authorities of regions without a strategy, about their own region. */
static void
test_authority_without_strategy (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "CH01", "FRL0", "CH02" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strategies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL;
  GHashTable *asked;
  g_autoptr (Ris3Filter) all = ris3_filter_new ();
  Ris3RoundPlan plan = { (char *) "Autumn", (char *) "", (char *) "2026-11-30", (char *) "", (char *) "e-mail", TRUE };
  /* Only what a region without a strategy has, too. */
  static const struct
  {
    const char *text;
    guint n;
  } filters[] = {
    { "country:CH,FR", 1 },     { "country:FR", 0 },        { "group:efta level:2", 1 },
    { "level:1", 0 },           { "group:eu27", 0 },        { "region:CH0", 1 },
    { "region:CH02", 0 },       { "country:CH pm:yes", 0 }, { "country:CH since:2014", 0 },
    { "country:CH cancer", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      Ris3Edit *edit = ris3_edit_new_add ("organisation");

      ris3_edit_set_text (edit, "name", codes[i]);
      ris3_edit_set_text (edit, "role", i == 2 ? "other" : "regional authority");
      ris3_edit_set_integer (edit, "nuts_version", 2016);
      ris3_edit_set_text (edit, "region_code", codes[i]);
      apply (fixture, edit, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; strategies->len == 0; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (ris3_atlas_get_strategies (fixture->atlas), i);

      if (g_str_equal (ris3_strategy_get_region_code (strategy), "FRL0"))
        g_ptr_array_add (strategies, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (strategies, NULL, NULL);
  g_assert_cmpuint (ris3_round_plan_count_others (fixture->atlas, regions, NULL, NULL, NULL), ==, 0);
  g_assert_cmpuint (ris3_round_plan_count_others (fixture->atlas, regions, all, NULL, NULL), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (Ris3Filter) filter = ris3_filter_from_text (filters[i].text, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ris3_round_plan_count_others (fixture->atlas, regions, filter, NULL, NULL), ==, filters[i].n);
    }
  asked = ris3_round_plan_get_asked (fixture->atlas, regions, NULL, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (asked), ==, 1);
  g_assert_true (g_hash_table_contains (asked, "2016 FRL0"));
  g_hash_table_unref (asked);
  asked = ris3_round_plan_get_asked (fixture->atlas, regions, all, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (asked), ==, 2);
  g_assert_true (g_hash_table_contains (asked, "2016 CH01"));
  g_hash_table_unref (asked);
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  undo (fixture);
  plan.others = all;
  apply (fixture, ris3_round_plan_make_edit (&plan, fixture->atlas, regions, NULL, NULL, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture), ==, 2);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM request AS r JOIN organisation AS o ON o.id = organisation_id"
                                   " WHERE o.name = r.region_code AND o.name IN ('CH01', 'FRL0')"),
                   ==, 2);
}

/* A label that the text begins with is not said twice; a number always is. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[][3] = {
    { HEADING, HEADING, HEADING },
    { HEADING, HEADING ": biomarkers", HEADING ": biomarkers" },
    { HEADING, "Biomarkers", HEADING " Biomarkers" },
    { "3", "3D printing", "3 3D printing" },
  };
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, find_priority (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Ris3Edit *edit = ris3_edit_new_set ("priority", key);
      g_autoptr (GError) error = NULL;
      gint64 id;

      ris3_edit_set_text (edit, "label", names[i][0]);
      ris3_edit_set_text (edit, "text", names[i][1]);
      apply (fixture, edit, &error);
      g_assert_no_error (error);
      id = apply (fixture, new_comment ("priority", find_priority (fixture)), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ris3_comment_get_target_name (get_comment (fixture, id)), ==, names[i][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/comment/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/comment/targets", Fixture, NULL, set_up, test_targets, tear_down);
  g_test_add ("/comment/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/comment/target-states", Fixture, NULL, set_up, test_target_states, tear_down);
  g_test_add ("/comment/organisation", Fixture, NULL, set_up, test_organisation, tear_down);
  g_test_add ("/comment/apply-new-place", Fixture, NULL, set_up, test_apply_new_place, tear_down);
  g_test_add ("/comment/proposals", Fixture, NULL, set_up, test_proposals, tear_down);
  g_test_add ("/comment/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/comment/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/comment/apply-new-priority", Fixture, NULL, set_up, test_apply_new_priority, tear_down);
  g_test_add ("/comment/new-strategy", Fixture, NULL, set_up, test_new_strategy, tear_down);
  g_test_add ("/comment/apply-several", Fixture, NULL, set_up, test_apply_several, tear_down);
  g_test_add ("/comment/apply-mark", Fixture, NULL, set_up, test_apply_mark, tear_down);
  g_test_add ("/comment/apply-refused", Fixture, NULL, set_up, test_apply_refused, tear_down);
  g_test_add ("/comment/round", Fixture, NULL, set_up, test_round, tear_down);
  g_test_add ("/comment/add-authorities", Fixture, NULL, set_up, test_add_authorities, tear_down);
  g_test_add ("/comment/delete-round", Fixture, NULL, set_up, test_delete_round, tear_down);
  g_test_add ("/comment/open-round", Fixture, NULL, set_up, test_open_round, tear_down);
  g_test_add ("/comment/authority-without-strategy", Fixture, NULL, set_up, test_authority_without_strategy, tear_down);
  g_test_add ("/comment/authority-of-other-version", Fixture, NULL, set_up, test_authority_of_other_version, tear_down);

  return g_test_run ();
}
