/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-undo-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas.h"
#include "model/ris3-change-range-private.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-swap-private.h"
#include "model/ris3-schema-private.h"

/* Above this number of rows, all references of the atlas are looked at, which is then faster. */
#define MANY 1000

/* The edit that a chain of undos leads back to, and how many there are: it is in effect if that is even. */
static gboolean
find_root (Ris3Connection *connection, gint64 id, gint64 *root, guint *n_undos, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (connection, "SELECT undoes FROM change_log WHERE id = ? AND undoes < id", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  *root = id;
  for (*n_undos = 0; has_row; *n_undos += has_row ? 1 : 0)
    {
      ris3_statement_bind (statement, "i", *root);
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        *root = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return TRUE;
}

static gboolean
read_title (Ris3Connection *connection, gint64 id, char **title, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (connection, "SELECT title FROM change_log WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", id);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  *title = has_row ? ris3_statement_get_text (statement, 0) : g_strdup ("");
  return TRUE;
}

/* Undo takes the newest change that is in effect; redo the newest undo that no new edit has followed. */
gboolean
ris3_undo_find (Ris3Connection *connection, const char *actors, gboolean redo, gint64 *id, char **title, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT c.id FROM change_log AS c WHERE (?1 IS NULL OR instr (?1, char (10) || c.actor || char (10)))"
      " AND NOT EXISTS (SELECT 1 FROM change_log AS u WHERE u.undoes = c.id)"
      " AND EXISTS (SELECT 1 FROM change_part AS p WHERE p.change_id = c.id)"
      " AND (NOT ?2 OR c.id > ifnull ((SELECT id FROM change_log WHERE undoes IS NULL"
      " AND (?1 IS NULL OR instr (?1, char (10) || actor || char (10))) ORDER BY id DESC LIMIT 1), 0)) ORDER BY c.id "
      "DESC",
      error);
  gboolean has_row = TRUE;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "si", actors, (gint64) redo);
  while (has_row)
    {
      gint64 root;
      guint n_undos;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!find_root (connection, sqlite3_column_int64 (statement, 0), &root, &n_undos, error))
        return FALSE;
      if (n_undos % 2 != (redo ? 1 : 0))
        continue;
      *id = sqlite3_column_int64 (statement, 0);
      return title == NULL || read_title (connection, root, title, error);
    }
  return TRUE;
}

typedef struct
{
  const Ris3References *references;
  int kind; /* SQLITE_CHANGESET_DATA … */
  char *table;
  char *key;
  char *field; /* that holds something else now; NULL: not known */
  Ris3Swap swap;
} Obstacle;

static void
obstacle_clear (Obstacle *self)
{
  g_free (self->table);
  g_free (self->key);
  g_free (self->field);
  ris3_swap_clear (&self->swap);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Obstacle, obstacle_clear)

/* Two values are the same if SQLite shows them as the same text: each column has one type. */
static gboolean
equal_values (sqlite3_value *a, sqlite3_value *b)
{
  return g_strcmp0 ((const char *) sqlite3_value_text (a), (const char *) sqlite3_value_text (b)) == 0;
}

static int
on_conflict (void *user_data, int kind, sqlite3_changeset_iter *iter)
{
  Obstacle *self = user_data;
  const char *name;
  int n_columns;
  int operation;
  const Ris3KnownTable *table;
  g_autofree sqlite3_value **row = NULL;

  self->kind = kind;
  if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;
  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  table = ris3_references_find_table (self->references, name);
  /* SQLite has tried it in any order. */
  if (kind == SQLITE_CHANGESET_CONSTRAINT && operation == SQLITE_UPDATE)
    {
      ris3_swap_add (&self->swap, table, iter);
      return SQLITE_CHANGESET_OMIT;
    }
  row = g_new0 (sqlite3_value *, n_columns);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *present = NULL;

      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &row[i]);
      else
        sqlite3changeset_old (iter, i, &row[i]);
      if (kind == SQLITE_CHANGESET_DATA && self->field == NULL && row[i] != NULL
          && sqlite3changeset_conflict (iter, i, &present) == SQLITE_OK && present != NULL
          && !equal_values (row[i], present))
        self->field = g_strdup (g_ptr_array_index (table->columns, i));
    }
  self->table = g_strdup (name);
  self->key = ris3_known_table_get_key (table, row);
  return SQLITE_CHANGESET_ABORT;
}

/* A changeset comes from a file that may be from anywhere. */
static int
is_wanted (void *user_data, const char *table)
{
  return ris3_change_log_is_recorded (table);
}

static gboolean
refuse (Ris3Connection *connection, const char *title, gint64 id, const Obstacle *obstacle, GError **error)
{
  gint64 change = 0;
  g_autofree char *who = ris3_change_log_describe_last (connection, obstacle->table, obstacle->key, id, &change, error);
  const char *field = obstacle->field != NULL ? ris3_edit_field_get_name (obstacle->table, obstacle->field) : NULL;

  if (who == NULL)
    return FALSE;
  if (field != NULL)
    ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, obstacle->field,
                         _ ("“%s” cannot be reverted, because “%s” has been changed since: %s. Revert that first, or "
                            "look at the history."),
                         title, field, who);
  else
    ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, NULL,
                         _ ("“%s” cannot be reverted, because what it is about has been changed since: %s. Revert that "
                            "first, or look at the history."),
                         title, who);
  if (error != NULL)
    ris3_edit_error_set_change (*error, change);
  return FALSE;
}

static gboolean
damaged (Ris3Connection *connection, GError **error)
{
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection), "change_part",
                         error);
  return FALSE;
}

static gboolean
refuse_for (Ris3Connection *connection, const char *title, gint64 change, GError **error)
{
  g_autofree char *who = ris3_change_log_describe (connection, change, error);

  if (who == NULL)
    return FALSE;
  ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, NULL,
                       _ ("“%s” cannot be reverted, because what it is about has been changed since: %s. Revert that "
                          "first, or look at the history."),
                       title, who);
  if (error != NULL)
    ris3_edit_error_set_change (*error, change);
  return FALSE;
}

/* Whether an edit was in effect after a change: id: the last of its chain of undos */
static gboolean
was_in_effect (Ris3Connection *connection, gint64 id, gint64 after, gboolean *result, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      "WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT l.undoes FROM change_log AS l JOIN chain USING (id)"
      " WHERE l.undoes IS NOT NULL) SELECT count (*) % 2 FROM chain WHERE id <= ?2",
      error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ii", id, after);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  *result = sqlite3_column_int (statement, 0) != 0;
  return TRUE;
}

/* A later change of one of the rows is in the way if it is not as it was then: made since, or undone since. What was
 * made and undone since, or undone and made again, has left the rows as they were. */
static gboolean
check_later (Ris3Connection *connection, const char *title, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT change_id FROM"
      " (SELECT l.change_id FROM change_row AS r CROSS JOIN change_row AS l ON l.table_name = r.table_name"
      " AND l.row_key = r.row_key AND l.change_id > r.change_id WHERE r.change_id = ?1"
      /* A row in a later range; a later row in a range; ranges that meet. */
      " UNION SELECT l.change_id FROM change_row AS r CROSS JOIN " RIS3_CHANGE_RANGES " AS l"
      " ON l.table_name = r.table_name || '" RIS3_CHANGE_RANGE_SUFFIX "' AND l.change_id > ?1"
      " AND CAST (r.row_key AS INTEGER) BETWEEN l.first AND l.last WHERE r.change_id = ?1"
      " UNION SELECT l.change_id FROM " RIS3_CHANGE_RANGES " AS r CROSS JOIN change_row AS l"
      " ON r.table_name = l.table_name || '" RIS3_CHANGE_RANGE_SUFFIX "' AND l.change_id > ?1"
      " AND CAST (l.row_key AS INTEGER) BETWEEN r.first AND r.last WHERE r.change_id = ?1"
      " UNION SELECT l.change_id FROM " RIS3_CHANGE_RANGES " AS r CROSS JOIN " RIS3_CHANGE_RANGES " AS l"
      " ON l.table_name = r.table_name AND l.change_id > ?1 AND l.first <= r.last AND l.last >= r.first"
      " WHERE r.change_id = ?1) AS l"
      " WHERE NOT EXISTS (SELECT 1 FROM change_log AS u WHERE u.undoes = l.change_id) ORDER BY 1 DESC",
      error);
  gboolean has_row = TRUE;
  gint64 last;

  if (statement == NULL || !ris3_connection_query_int (connection, "SELECT max (id) FROM change_log", &last, error))
    return FALSE;
  /* The usual case, in which each of many rows need not be looked for. */
  if (last == id)
    return TRUE;
  ris3_statement_bind (statement, "i", id);
  while (has_row)
    {
      gint64 later;
      gboolean was;
      gboolean is;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      later = sqlite3_column_int64 (statement, 0);
      if (!was_in_effect (connection, later, id, &was, error) || !was_in_effect (connection, later, later, &is, error))
        return FALSE;
      if (was != is)
        return refuse_for (connection, title, later, error);
    }
  return TRUE;
}

/* The rows that were written as children and, where they are gone or are called otherwise now, as parents. */
static gboolean
check_rows (Ris3Connection *connection,
            const Ris3References *references,
            const Ris3Changeset *inverse,
            const Ris3Reference **broken,
            char **key,
            GError **error)
{
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_changeset_iter *iter = NULL;
  gboolean ok = sqlite3changeset_start (&iter, inverse->size, inverse->bytes) == SQLITE_OK;

  *broken = NULL;
  while (ok && *broken == NULL && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name;
      int n_columns;
      int operation;
      const Ris3KnownTable *table;
      g_autofree sqlite3_value **row = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      table = ris3_references_find_table (references, name);
      row = g_new0 (sqlite3_value *, n_columns);
      for (int i = 0; i < n_columns; i++)
        if (operation == SQLITE_INSERT)
          sqlite3changeset_new (iter, i, &row[i]);
        else
          sqlite3changeset_old (iter, i, &row[i]);
      if (operation != SQLITE_DELETE)
        ok = ris3_references_check_row (connection, references, table, row, FALSE, broken, key, error);
      if (ok && *broken == NULL && operation != SQLITE_INSERT)
        ok = ris3_references_check_row (connection, references, table, row, TRUE, broken, key, error);
      if (operation != SQLITE_DELETE && g_str_equal (name, "priority"))
        g_hash_table_add (priorities, ris3_known_table_get_key (table, row));
    }
  sqlite3changeset_finalize (iter);
  return ok && ris3_edit_check_depths (connection, priorities, error);
}

/* What is below a priority may come back when that has been moved further down. */
static gboolean
check_all_depths (Ris3Connection *connection, GError **error)
{
  gint64 too_deep;

  if (!ris3_connection_query_int (
          connection,
          "WITH RECURSIVE down (id, depth) AS (SELECT id, 1 FROM priority WHERE parent_id IS NULL UNION ALL"
          " SELECT p.id, depth + 1 FROM priority AS p JOIN down ON p.parent_id = down.id"
          " WHERE depth <= " G_STRINGIFY (
              RIS3_SCHEMA_MAX_DEPTH) ")"
                                     " SELECT count(*) FROM down WHERE depth > " G_STRINGIFY (RIS3_SCHEMA_MAX_DEPTH),
          &too_deep, error))
    return FALSE;
  return too_deep == 0
         || ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "parent_id",
                                 _ ("Priorities cannot be nested more than %u deep."), (guint) RIS3_SCHEMA_MAX_DEPTH);
}

static gboolean
check_references (Ris3Connection *connection,
                  const Ris3References *references,
                  const Ris3Changeset *inverse,
                  const guint8 *touched,
                  guint n_rows,
                  const char *title,
                  gint64 id,
                  GError **error)
{
  const Ris3Reference *broken = NULL;
  g_autofree char *key = NULL;
  Obstacle obstacle = { references };
  const Ris3KnownTable *priorities = ris3_references_find_table (references, "priority");
  gboolean has_moved = (touched[ris3_references_get_place (references, priorities)] & RIS3_ROWS_WRITTEN) != 0;

  if (n_rows > MANY ? !ris3_references_check_all (connection, references, touched, &broken, &key, error)
                          || (has_moved && !check_all_depths (connection, error))
                    : !check_rows (connection, references, inverse, &broken, &key, error))
    return FALSE;
  if (broken == NULL)
    return TRUE;
  /* Persons are no part of the history, so nothing of it is in the way. */
  if (!ris3_change_log_is_recorded (broken->child->name))
    return ris3_edit_error_set (
        error, RIS3_EDIT_ERROR_CONFLICT, NULL,
        _ ("“%s” cannot be reverted: contacts belong to what it added, and they would be lost, as "
           "the history does not hold persons. Move or delete these contacts first."),
        title);
  obstacle.table = broken->child->name;
  obstacle.key = key;
  return refuse (connection, title, id, &obstacle, error);
}

static gboolean
revert (Ris3Connection *connection,
        const Ris3References *references,
        const Ris3Changeset *changeset,
        guint8 *touched,
        const char *title,
        gint64 id,
        GError **error)
{
  g_auto (Obstacle) obstacle = { references };
  g_auto (Ris3Changeset) rest = { 0 };
  g_auto (Ris3Changeset) inverse = { 0 };
  const Ris3KnownTable *table = NULL;
  int code;

  if (!ris3_undo_take_out (connection, references, changeset, &rest, touched, error))
    return FALSE;
  if (rest.size == 0)
    return TRUE;
  code = sqlite3changeset_invert (rest.size, rest.bytes, &inverse.size, &inverse.bytes);
  if (code == SQLITE_OK)
    code = sqlite3changeset_apply (ris3_connection_get_handle (connection), inverse.size, inverse.bytes, is_wanted,
                                   on_conflict, &obstacle);
  if (code == SQLITE_OK && ris3_swap_perform (&obstacle.swap, connection, &table, &obstacle.key, error))
    return TRUE;
  if (code == SQLITE_OK && table == NULL)
    return FALSE;
  if (table != NULL)
    obstacle.table = g_strdup (table->name);
  if (code == SQLITE_CORRUPT)
    return damaged (connection, error);
  if (obstacle.table == NULL)
    {
      ris3_connection_set_error (connection, code, error);
      return FALSE;
    }
  return refuse (connection, title, id, &obstacle, error);
}

static gboolean
find_reverting (Ris3Connection *connection, gint64 id, gint64 *undone_by, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT ifnull ((SELECT u.id FROM change_log AS u WHERE u.undoes = c.id), 0) FROM change_log AS c WHERE id = ?",
      error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", id);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_NOTHING, NULL, _ ("There is no change %s in the history."),
                                  number);
    }
  *undone_by = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
ris3_undo_perform (Ris3Connection *connection,
                   const Ris3References *references,
                   gint64 id,
                   const char *actor,
                   const char *now,
                   Ris3EditResult *result,
                   GError **error)
{
  g_auto (Ris3Changeset) changeset = { 0 };
  g_auto (Ris3Changeset) inverse = { 0 };
  g_autofree char *name = NULL;
  g_autofree guint8 *touched = g_new0 (guint8, references->tables->len);
  Ris3ChangeEntry new_entry = { actor, NULL, NULL, now, id };
  gint64 undone_by = 0;
  gint64 root;
  guint n_undos;
  guint n_rows;

  if (!find_reverting (connection, id, &undone_by, error) || !find_root (connection, id, &root, &n_undos, error)
      || !read_title (connection, root, &name, error))
    return FALSE;
  if (undone_by != 0)
    {
      ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, NULL, _ ("“%s” has been reverted already."), name);
      if (error != NULL)
        ris3_edit_error_set_change (*error, undone_by);
      return FALSE;
    }
  if (!ris3_change_log_read (connection, references, id, &changeset, &n_rows, error))
    return FALSE;
  if (changeset.size == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_NOTHING, NULL,
                                _ ("“%s” cannot be reverted: the atlas does not hold what it changed."), name);
  if (sqlite3changeset_invert (changeset.size, changeset.bytes, &inverse.size, &inverse.bytes) != SQLITE_OK)
    return damaged (connection, error);
  if (!check_later (connection, name, id, error)
      || !revert (connection, references, &changeset, touched, name, id, error)
      /* What is deleted again takes with it whom it had been sent to, as it did then. */
      || (n_undos % 2 != 0
          && !ris3_connection_execute (
              connection, "DELETE FROM request_contact WHERE request_id NOT IN (SELECT id FROM request)", error))
      || !check_references (connection, references, &inverse, touched, n_rows, name, id, error))
    return FALSE;

  /* Translators: %s is the title of an edit: “Undo Delete priority “…””. */
  result->title = g_strdup_printf (n_undos % 2 == 0 ? _ ("Undo %s") : _ ("Redo %s"), name);
  result->reverted = g_steal_pointer (&name);
  result->is_redo = n_undos % 2 != 0;
  new_entry.title = result->title;
  new_entry.kind = n_undos % 2 == 0 ? "undo" : "redo";
  return ris3_change_log_add (connection, references, &new_entry, &inverse, NULL, id, &result->change_id, error);
}
