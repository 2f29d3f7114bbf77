/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Comments: what they are about, their states, and the history of these. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"

gboolean
ris3_edit_check_comment (Ris3Performance *self, const Ris3EditStep *step, GError **error)
{
  static const char *const derived[] = { "state", "decision_reason" };
  GVariant *unused = NULL;

  if (self->is_building || !g_str_equal (step->table, "comment"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (derived); i++)
    if (ris3_edit_step_get (step, derived[i], &unused)
        || (step->verb == RIS3_VERB_RESTORE && (step->field == NULL || g_str_equal (step->field, derived[i]))))
      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, derived[i],
                                  _ ("The state of a comment is changed with a reason, not as a field."));
  if (step->verb == RIS3_VERB_SET && ris3_edit_step_get (step, "key", &unused))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "key",
                                _ ("The key of a comment stays as it is: packs that were sent out name it."));
  return TRUE;
}

/* from: NULL: it had none before */
static gboolean
add_event (Ris3Performance *self,
           gint64 id,
           const char *from,
           const char *to,
           const char *role,
           const char *reason,
           GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      self->connection,
      "INSERT INTO comment_event (comment_id, at, actor, actor_role, from_state, to_state, reason)"
      " VALUES (?, ?, ?, ?, nullif (?, ''), ?, ?)",
      error);
  gint64 event;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "issssss", id, self->now, self->actor, role, from != NULL ? from : "", to, reason);
  if (!ris3_connection_run (self->connection, statement, error))
    return FALSE;
  if (g_str_equal (to, ris3_comment_state_get_word (RIS3_COMMENT_APPLIED)))
    {
      event = sqlite3_last_insert_rowid (ris3_connection_get_handle (self->connection));
      g_array_append_val (self->applied, event);
    }
  return TRUE;
}

/* The number of this edit is the next one. */
gboolean
ris3_edit_link_comments (Ris3Performance *self, GError **error)
{
  g_autoptr (Ris3Statement) statement = NULL;

  if (self->applied->len == 0)
    return TRUE;
  statement = ris3_connection_borrow (self->connection,
                                      "UPDATE comment_event SET change_id = 1 + coalesce ((SELECT seq FROM "
                                      "sqlite_sequence WHERE name = 'change_log'), 0)"
                                      " WHERE id = ?",
                                      error);
  for (guint i = 0; statement != NULL && i < self->applied->len; i++)
    {
      ris3_statement_bind (statement, "i", g_array_index (self->applied, gint64, i));
      if (!ris3_connection_run (self->connection, statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/* A priority is of a strategy, and a strategy of a region. */
#define COMPLETE                                                                                                       \
  "UPDATE comment SET strategy_id = CASE target WHEN 'priority' THEN (SELECT p.strategy_id FROM priority AS p"         \
  " WHERE p.id = priority_id) ELSE strategy_id END,"                                                                   \
  " target_name = CASE WHEN target_name <> '' THEN target_name WHEN target = 'priority' THEN"                          \
  " (SELECT " RIS3_PRIORITY_NAME " FROM priority AS p"                                                                 \
  " WHERE p.id = priority_id) WHEN target = 'strategy' THEN (SELECT s.title FROM strategy AS s WHERE s.id = "          \
  "strategy_id)"                                                                                                       \
  " ELSE (SELECT CASE WHEN r.name_english <> '' THEN r.name_english ELSE r.name_latin END FROM region AS r"            \
  " WHERE r.nuts_version = comment.nuts_version AND r.code = comment.region_code) END"                                 \
  " WHERE id = ? AND (target <> 'priority' OR priority_id IS NOT NULL)"                                                \
  " AND (target <> 'strategy' OR strategy_id IS NOT NULL) AND (target <> 'figure' OR figure <> '')"

gboolean
ris3_edit_complete_comment (Ris3Performance *self, gint64 id, GError **error)
{
  g_autoptr (Ris3Statement) complete = ris3_connection_borrow (self->connection, COMPLETE, error);

  if (complete == NULL)
    return FALSE;
  ris3_statement_bind (complete, "i", id);
  if (!ris3_connection_run (self->connection, complete, error))
    return FALSE;
  if (sqlite3_changes (ris3_connection_get_handle (self->connection)) == 0)
    return ris3_edit_error_set (
        error, RIS3_EDIT_ERROR_INVALID, "target",
        _ ("Say which strategy, priority or figure the comment is about, or that it is about the "
           "region."));
  return add_event (self, id, NULL, ris3_comment_state_get_word (RIS3_COMMENT_RECEIVED), "", "", error);
}

gboolean
ris3_edit_set_comment_state (Ris3Performance *self, const Ris3EditStep *step, GError **error)
{
  const Ris3EditTable *table = ris3_edit_table_find ("comment");
  gint64 id = g_ascii_strtoll (step->key, NULL, 10);
  g_autofree char *reason = g_strstrip (g_strdup (step->reason));
  g_autofree char *word = NULL;
  g_autoptr (Ris3Statement) statement = NULL;
  Ris3CommentState from;
  Ris3CommentState to;
  gboolean found;

  if (!ris3_edit_check_expectations (self, table, step, error)
      || !ris3_edit_read_text (self, table, "state", step->key, &found, &word, error))
    return FALSE;
  if (word == NULL || !ris3_comment_state_from_word (word, &from) || !ris3_comment_state_from_word (step->state, &to))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "state", _ ("“%s” is no state of a comment."),
                                step->state);
  if (!ris3_comment_state_can_follow (from, to))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "state",
                                _ ("A comment that is “%s” cannot become “%s”."),
                                g_dpgettext2 (GETTEXT_PACKAGE, "state of a comment", word),
                                g_dpgettext2 (GETTEXT_PACKAGE, "state of a comment", step->state));
  if (ris3_comment_state_needs_reason (from, to) && *reason == '\0')
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "decision_reason",
                                _ ("Say why: a decision is kept with its reason."));
  statement = ris3_connection_borrow (
      self->connection,
      "UPDATE comment SET state = ?2, decision_reason = CASE WHEN ?4 THEN ?3 ELSE decision_reason END WHERE id = ?1",
      error);
  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "issi", id, step->state, reason, (gint64) ris3_comment_state_is_decision (to));
  return ris3_connection_run (self->connection, statement, error)
         && add_event (self, id, word, step->state, step->role, reason, error);
}
