/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a priority goes among its siblings: there is always room between two positions, and where there is none left,
 * the siblings are numbered anew. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"

typedef struct
{
  gint64 id; /* 0: none */
  double position;
} Place;

/* At the top there may be thousands, which have an order in this index; below one there are few. */
#define SIBLINGS(index)                                                                                                \
  "SELECT id, position FROM priority INDEXED BY " index                                                                \
  " WHERE strategy_id = ? AND parent_id IS nullif (?, 0) AND id <> ?"

static gboolean
find (Ris3Connection *connection,
      const char *strategy_id,
      gint64 parent_id,
      gint64 id,
      const char *rest,
      const Place *than,
      Place *found,
      GError **error)
{
  g_autofree char *sql
      = g_strconcat (parent_id == 0 ? SIBLINGS ("priority_strategy") : SIBLINGS ("priority_parent"), rest, NULL);
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (connection, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "sii", strategy_id, parent_id, id);
  if (than != NULL)
    {
      sqlite3_bind_double (statement, 4, than->position);
      sqlite3_bind_int64 (statement, 5, than->id);
    }
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  *found
      = has_row ? (Place){ sqlite3_column_int64 (statement, 0), sqlite3_column_double (statement, 1) } : (Place){ 0 };
  return TRUE;
}

#define FIRST " ORDER BY position, id LIMIT 1"
#define LAST " ORDER BY position DESC, id DESC LIMIT 1"
#define NEXT " AND (position > ?4 OR (position = ?4 AND id > ?5))" FIRST
#define PREVIOUS " AND (position < ?4 OR (position = ?4 AND id < ?5))" LAST
#define EXACT " AND id = ?5 AND ?4 = 0"

static gboolean
number (Ris3Connection *connection, const char *strategy_id, gint64 parent_id, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      "UPDATE priority SET position = n.n FROM (SELECT id, row_number () OVER (ORDER BY position, id) AS n FROM "
      "priority"
      " WHERE strategy_id = ?1 AND parent_id IS nullif (?2, 0)) AS n WHERE priority.id = n.id",
      error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "si", strategy_id, parent_id);
  return ris3_connection_run (connection, statement, error);
}

static gboolean
find_neighbours (Ris3Connection *connection,
                 const char *strategy_id,
                 gint64 parent_id,
                 gint64 after_id,
                 gint64 id,
                 Place *before,
                 Place *after,
                 GError **error)
{
  const Place exact = { after_id, 0 };

  *before = *after = (Place){ 0 };
  if (after_id == RIS3_EDIT_LAST)
    return find (connection, strategy_id, parent_id, id, LAST, NULL, before, error);
  if (after_id == RIS3_EDIT_FIRST)
    return find (connection, strategy_id, parent_id, id, FIRST, NULL, after, error);
  if (!find (connection, strategy_id, parent_id, id, EXACT, &exact, before, error))
    return FALSE;
  if (before->id == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL,
                                _ ("The priority that this one is to come after is no longer there."));
  return find (connection, strategy_id, parent_id, id, NEXT, before, after, error);
}

gboolean
ris3_edit_find_position (Ris3Connection *connection,
                         const char *strategy_id,
                         gint64 parent_id,
                         gint64 after_id,
                         gint64 id,
                         double *position,
                         GError **error)
{
  for (guint round = 0; round < 2; round++)
    {
      Place before;
      Place after;

      if (!find_neighbours (connection, strategy_id, parent_id, after_id, id, &before, &after, error))
        return FALSE;
      if (after.id == 0)
        *position = before.position + 1;
      else
        *position = (before.position + after.position) / 2;
      if (*position > before.position && *position < 1e15 && (after.id == 0 || *position < after.position))
        return TRUE;
      if (!number (connection, strategy_id, parent_id, error))
        return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/* The strategy, parent and place of a priority. */
static gboolean
read_place (Ris3Connection *connection, gint64 id, char **strategy_id, gint64 *parent_id, Place *place, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection, "SELECT strategy_id, ifnull (parent_id, 0), position FROM priority WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", id);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL, _ ("The priority is no longer there."));
  *strategy_id = ris3_statement_get_text (statement, 0);
  *parent_id = sqlite3_column_int64 (statement, 1);
  *place = (Place){ id, sqlite3_column_double (statement, 2) };
  return TRUE;
}

gboolean
ris3_edit_move (Ris3Connection *connection, gint64 id, gint64 parent_id, gint64 after_id, GError **error)
{
  g_autofree char *strategy_id = NULL;
  g_autoptr (Ris3Statement) statement = NULL;
  gint64 old_parent;
  Place place;
  Place before;
  Place after;
  double position;
  int code;

  if (!read_place (connection, id, &strategy_id, &old_parent, &place, error)
      || !find_neighbours (connection, strategy_id, parent_id, after_id, id, &before, &after, error))
    return FALSE;
  /* It is there already. */
  if (old_parent == parent_id && (before.id == 0 || place.position >= before.position)
      && (after.id == 0 || place.position < after.position) && place.position != before.position)
    return TRUE;
  if (!ris3_edit_find_position (connection, strategy_id, parent_id, after_id, id, &position, error))
    return FALSE;
  statement = ris3_connection_borrow (
      connection, "UPDATE priority SET parent_id = nullif (?, 0), position = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, parent_id);
  sqlite3_bind_double (statement, 2, position);
  sqlite3_bind_int64 (statement, 3, id);
  code = sqlite3_step (statement);
  return code == SQLITE_DONE || ris3_edit_refuse (connection, ris3_edit_table_find ("priority"), code, error);
}

gboolean
ris3_edit_shift (Ris3Connection *connection, gint64 id, Ris3Shift shift, GError **error)
{
  g_autofree char *strategy_id = NULL;
  g_autofree char *unused = NULL;
  gint64 parent_id;
  gint64 above;
  Place place;
  Place beside;
  Place beyond = { 0 };

  if (!read_place (connection, id, &strategy_id, &parent_id, &place, error))
    return FALSE;
  if (shift == RIS3_SHIFT_OUT)
    return parent_id == 0
           || (read_place (connection, parent_id, &unused, &above, &beside, error)
               && ris3_edit_move (connection, id, above, parent_id, error));
  if (!find (connection, strategy_id, parent_id, id, shift == RIS3_SHIFT_DOWN ? NEXT : PREVIOUS, &place, &beside,
             error))
    return FALSE;
  if (beside.id == 0)
    return TRUE;
  if (shift == RIS3_SHIFT_IN)
    return ris3_edit_move (connection, id, beside.id, RIS3_EDIT_LAST, error);
  if (shift == RIS3_SHIFT_DOWN)
    return ris3_edit_move (connection, id, parent_id, beside.id, error);
  return find (connection, strategy_id, parent_id, id, PREVIOUS, &beside, &beyond, error)
         && ris3_edit_move (connection, id, parent_id, beyond.id != 0 ? beyond.id : RIS3_EDIT_FIRST, error);
}
