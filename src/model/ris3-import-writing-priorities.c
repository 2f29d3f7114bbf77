/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* New priorities, all by one statement, and their themes by another. They have numbers before, as SQLite would give
 * them one after another: no row has to be written to know what the next one is part of. */

#include "config.h"

#include "model/ris3-import-addition-private.h"

static gboolean
find_last_id (Ris3Connection *connection, gint64 *id, GError **error)
{
  return ris3_connection_query_int (connection,
                                    "SELECT max (ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'priority'), 0),"
                                    " ifnull ((SELECT max (id) FROM priority), 0))",
                                    id, error);
}

static gint64
give_id (gint64 wanted, gint64 *last)
{
  gint64 id = wanted != 0 ? wanted : *last < G_MAXINT64 ? *last + 1 : 0;

  *last = MAX (*last, id);
  return id;
}

static gboolean
find_priorities (Ris3ImportAddition *self, GError **error)
{
  Ris3ImportWriting *writing = self->writing;
  gint64 last;

  if (!find_last_id (writing->connection, &last, error))
    return FALSE;
  for (guint i = 0; i < writing->part->rows->len; i++)
    {
      guint row = g_array_index (writing->part->rows, guint, i);
      const Ris3PlanRow *item = ris3_import_plan_row (writing->plan, row);
      gboolean is_new = item->match < 0;

      if (item->parent_kind == RIS3_PARENT_AREA && (is_new || item->position != 0)
          && writing->area_ids[item->parent] == 0)
        {
          const Ris3PlanArea *area = &g_array_index (writing->plan->areas, Ris3PlanArea, item->parent);
          Ris3NewPriority added = { TRUE, item->parent, give_id (area->number, &last), row };

          writing->area_ids[item->parent] = added.id;
          g_array_append_val (self->priorities, added);
        }
      if (is_new)
        {
          Ris3NewPriority added = { FALSE, row, give_id (item->number, &last), row };

          writing->own_ids[row] = added.id;
          g_array_append_val (self->priorities, added);
        }
    }
  return TRUE;
}

static void
count (gpointer user_data, guint row)
{
  Ris3ImportAddition *self = user_data;

  if (!g_array_index (self->priorities, Ris3NewPriority, row).is_area)
    g_atomic_int_set (&self->writing->plan->n_written, (gint) ++self->writing->n_written);
}

static gboolean
insert_priorities (Ris3ImportAddition *self, GError **error)
{
  Ris3ArrayTable array = { self->priorities->len, ris3_import_addition_get_priority, self, .passed = count };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;
  int code;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", self->columns[i].name);
      g_string_append_printf (values, "%sc%u", i > 0 ? ", " : "", i);
    }
  sql = g_strdup_printf ("INSERT INTO priority (%s) SELECT %s FROM ris3_array (?1)", names->str, values->str);
  if (!ris3_array_table_run (&array, self->writing->connection, sql, &code, error))
    return FALSE;
  return code == SQLITE_DONE
         || ris3_import_writing_refuse (
             self->writing,
             g_array_index (self->priorities, Ris3NewPriority, MIN (array.row, self->priorities->len - 1)).row, code,
             error);
}

static gboolean
insert_themes (Ris3ImportAddition *self, GError **error)
{
  Ris3ArrayTable array = { self->themes->len, ris3_import_addition_get_theme, self };
  const Ris3NewTheme *failed;
  int code;

  if (!ris3_array_table_run (&array, self->writing->connection,
                             "INSERT INTO priority_theme (priority_id, scheme, version, code, position)"
                             " SELECT c0, c1, c2, c3, c4 FROM ris3_array (?1)",
                             &code, error))
    return FALSE;
  if (code == SQLITE_DONE)
    return TRUE;
  failed = &g_array_index (self->themes, Ris3NewTheme, MIN (array.row, self->themes->len - 1));
  return ris3_import_writing_refuse (
      self->writing, g_array_index (self->priorities, Ris3NewPriority, failed->priority).row, code, error);
}

/* Numbers without a gap between them are recorded together. */
static void
record_table (Ris3ImportAddition *self, const char *table, const Ris3ArrayTable *array, guint n_columns)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Ris3InsertedRows));

  for (guint i = 0; i < self->priorities->len; i++)
    {
      gint64 id = g_array_index (self->priorities, Ris3NewPriority, i).id;
      Ris3InsertedRows *last = ranges->len > 0 ? &g_array_index (ranges, Ris3InsertedRows, ranges->len - 1) : NULL;
      Ris3InsertedRows rows = { table, id, id };

      if (last != NULL && id == last->last + 1)
        last->last = id;
      else
        g_array_append_val (ranges, rows);
    }
  ris3_inserted_rows_fill (ranges, array, n_columns);
  g_array_append_vals (self->recorded, ranges->data, ranges->len);
}

static gpointer
record (gpointer user_data)
{
  Ris3ImportAddition *self = user_data;
  Ris3ArrayTable priorities = { self->priorities->len, ris3_import_addition_get_priority, self };
  Ris3ArrayTable themes = { self->themes->len, ris3_import_addition_get_theme, self };

  record_table (self, "priority", &priorities, self->n_columns);
  if (themes.n_rows > 0)
    record_table (self, "priority_theme", &themes, RIS3_N_THEME_COLUMNS);
  return NULL;
}

static void
add_recorded (Ris3ImportAddition *self)
{
  g_array_append_vals (self->writing->performance->inserted, self->recorded->data, self->recorded->len);
  /* They are of the other array now. */
  g_array_set_clear_func (self->recorded, NULL);
}

gboolean
ris3_import_writing_add_priorities (Ris3ImportWriting *self, GError **error)
{
  g_auto (Ris3ImportAddition) addition = { self, g_array_new (FALSE, FALSE, sizeof (Ris3NewPriority)),
                                           g_array_new (FALSE, FALSE, sizeof (Ris3NewTheme)) };
  sqlite3_session *session = self->performance->session;
  GThread *recording = NULL;
  gboolean ok;

  if (!find_priorities (&addition, error))
    return FALSE;
  if (addition.priorities->len == 0)
    return TRUE;
  if (!ris3_import_addition_find_columns (&addition, error))
    return FALSE;
  ris3_import_addition_find_themes (&addition);
  /* What is known to be new need not be looked at row by row; what it will be can be told by another core. */
  if (session != NULL)
    {
      sqlite3session_enable (session, FALSE);
      addition.recorded = ris3_inserted_rows_new ();
      recording = g_thread_new ("record", record, &addition);
    }
  ok = insert_priorities (&addition, error) && (addition.themes->len == 0 || insert_themes (&addition, error));
  if (session != NULL)
    {
      g_thread_join (recording);
      sqlite3session_enable (session, TRUE);
      add_recorded (&addition);
    }
  return ok;
}
