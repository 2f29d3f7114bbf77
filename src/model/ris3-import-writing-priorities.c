/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* New priorities, all by one statement, and their themes by another. They have numbers before, as SQLite would give
 * them one after another: no row has to be written to know what the next one is part of. */

#include "config.h"

#include "model/ris3-import-writing-private.h"

#include "model/ris3-array-table-private.h"

typedef struct
{
  gboolean is_area;
  guint index; /* of a row of the plan, or of an area */
  gint64 id;
  guint row; /* that needs it: of the plan */
} NewPriority;

typedef struct
{
  guint priority;
  int position;
  Ris3ThemeParts parts;
} NewTheme;

typedef struct
{
  Ris3ImportWriting *writing;
  GArray *priorities; /* of NewPriority */
  GArray *themes;     /* of NewTheme */
  guint n_columns;
  struct
  {
    guint column;
    gboolean is_null;   /* if it is empty */
    gboolean is_number; /* an integer */
    enum
    {
      FIELD_OTHER,
      FIELD_STRATEGY,
      FIELD_LABEL,
      FIELD_IS_AREA,
    } field;
  } columns[RIS3_ARRAY_TABLE_N_COLUMNS]; /* from FIRST_PLAIN on */
} Addition;

/* What a row of the array begins with. */
enum
{
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_POSITION,
  FIRST_PLAIN
};

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
find_priorities (Addition *self, GError **error)
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
          NewPriority added = { TRUE, item->parent, give_id (area->number, &last), row };

          writing->area_ids[item->parent] = added.id;
          g_array_append_val (self->priorities, added);
        }
      if (is_new)
        {
          NewPriority added = { FALSE, row, give_id (item->number, &last), row };

          writing->own_ids[row] = added.id;
          g_array_append_val (self->priorities, added);
        }
    }
  return TRUE;
}

static void
find_columns (Addition *self)
{
  Ris3ImportPlan *plan = self->writing->plan;

  for (guint i = 1; i < plan->n_columns; i++)
    {
      const Ris3ExchangeColumn *column = &plan->columns[i];

      if (!ris3_import_writing_is_plain (column))
        continue;
      g_assert (FIRST_PLAIN + self->n_columns < RIS3_ARRAY_TABLE_N_COLUMNS);
      self->columns[self->n_columns].column = i;
      self->columns[self->n_columns].is_null = ris3_import_writing_is_null (plan, column);
      self->columns[self->n_columns].is_number
          = column->kind == RIS3_EXCHANGE_INTEGER || column->kind == RIS3_EXCHANGE_ANSWER;
      self->columns[self->n_columns].field = g_str_equal (column->field, "strategy_id") ? FIELD_STRATEGY
                                             : g_str_equal (column->field, "label")     ? FIELD_LABEL
                                             : g_str_equal (column->field, "is_area")   ? FIELD_IS_AREA
                                                                                        : FIELD_OTHER;
      self->n_columns++;
    }
}

static const char *
get_area_value (const Addition *self, const Ris3PlanArea *area, guint column)
{
  switch (self->columns[column].field)
    {
    case FIELD_STRATEGY:
      return area->strategy_id;
    case FIELD_LABEL:
      return area->label;
    case FIELD_IS_AREA:
      return "1";
    case FIELD_OTHER:
    default:
      return g_str_equal (self->writing->plan->columns[self->columns[column].column].field, "explicit_pm") ? "0" : "";
    }
}

static void
set_id (sqlite3_context *context, gint64 id)
{
  if (id != 0)
    sqlite3_result_int64 (context, id);
}

static void
get_priority_column (sqlite3_context *context, gpointer user_data, guint row, guint column)
{
  Addition *self = user_data;
  Ris3ImportPlan *plan = self->writing->plan;
  const NewPriority *added = &g_array_index (self->priorities, NewPriority, row);
  const Ris3PlanArea *area = added->is_area ? &g_array_index (plan->areas, Ris3PlanArea, added->index) : NULL;
  guint plain = column - FIRST_PLAIN;
  const char *value;

  switch (column)
    {
    case COLUMN_ID:
      if (area == NULL)
        g_atomic_int_set (&plan->n_written, (gint) ++self->writing->n_written);
      set_id (context, added->id);
      return;
    case COLUMN_PARENT:
      if (area == NULL)
        set_id (context, ris3_import_writing_get_parent_id (self->writing, added->index));
      return;
    case COLUMN_POSITION:
      sqlite3_result_double (context,
                             area != NULL ? area->position : ris3_import_plan_row (plan, added->index)->position);
      return;
    default:
      break;
    }
  value = area != NULL ? get_area_value (self, area, plain)
                       : ris3_import_plan_get_effective (plan, added->index, self->columns[plain].column);
  if (*value == '\0' && self->columns[plain].is_null)
    return;
  if (self->columns[plain].is_number)
    sqlite3_result_int64 (context, g_ascii_strtoll (value, NULL, 10));
  else
    sqlite3_result_text (context, value, -1, SQLITE_STATIC);
}

static gboolean
insert_priorities (Addition *self, GError **error)
{
  Ris3ArrayTable array = { self->priorities->len, get_priority_column, self };
  g_autoptr (GString) names = g_string_new ("id, parent_id, position");
  g_autoptr (GString) values = g_string_new ("c0, c1, c2");
  g_autofree char *sql = NULL;
  int code;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append_printf (names, ", \"%s\"", self->writing->plan->columns[self->columns[i].column].field);
      g_string_append_printf (values, ", c%u", FIRST_PLAIN + i);
    }
  sql = g_strdup_printf ("INSERT INTO priority (%s) SELECT %s FROM ris3_array (?1)", names->str, values->str);
  if (!ris3_array_table_run (&array, self->writing->connection, sql, &code, error))
    return FALSE;
  return code == SQLITE_DONE
         || ris3_import_writing_refuse (
             self->writing,
             g_array_index (self->priorities, NewPriority, MIN (array.row, self->priorities->len - 1)).row, code,
             error);
}

static void
find_themes (Addition *self)
{
  Ris3ImportPlan *plan = self->writing->plan;
  gint column = ris3_import_plan_find (plan, "themes");

  for (guint i = 0; i < self->priorities->len && column >= 0; i++)
    {
      const NewPriority *added = &g_array_index (self->priorities, NewPriority, i);
      const char *rest = added->is_area ? "" : ris3_import_plan_get_effective (plan, added->index, (guint) column);
      NewTheme theme = { i, 1 };

      for (; ris3_theme_parts_next (&theme.parts, &rest); theme.position++)
        g_array_append_val (self->themes, theme);
    }
}

static void
get_theme_column (sqlite3_context *context, gpointer user_data, guint row, guint column)
{
  Addition *self = user_data;
  const NewTheme *theme = &g_array_index (self->themes, NewTheme, row);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, g_array_index (self->priorities, NewPriority, theme->priority).id);
      break;
    case 1:
      sqlite3_result_text (context, theme->parts.scheme, theme->parts.scheme_length, SQLITE_STATIC);
      break;
    case 2:
      sqlite3_result_text (context, theme->parts.version, theme->parts.version_length, SQLITE_STATIC);
      break;
    case 3:
      sqlite3_result_text (context, theme->parts.code, theme->parts.code_length, SQLITE_STATIC);
      break;
    case 4:
    default:
      sqlite3_result_int (context, theme->position);
      break;
    }
}

static gboolean
insert_themes (Addition *self, GError **error)
{
  Ris3ArrayTable array = { self->themes->len, get_theme_column, self };
  const NewTheme *failed;
  int code;

  if (!ris3_array_table_run (&array, self->writing->connection,
                             "INSERT INTO priority_theme (priority_id, scheme, version, code, position)"
                             " SELECT c0, c1, c2, c3, c4 FROM ris3_array (?1)",
                             &code, error))
    return FALSE;
  if (code == SQLITE_DONE)
    return TRUE;
  failed = &g_array_index (self->themes, NewTheme, MIN (array.row, self->themes->len - 1));
  return ris3_import_writing_refuse (self->writing, g_array_index (self->priorities, NewPriority, failed->priority).row,
                                     code, error);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* Numbers without a gap between them are recorded together. */
static void
record (Addition *self, gboolean has_themes)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->priorities->len);
  GArray *inserted = self->writing->performance->inserted;
  guint end;

  for (guint i = 0; i < self->priorities->len; i++)
    g_array_append_val (ids, g_array_index (self->priorities, NewPriority, i).id);
  g_array_sort (ids, compare_ids);
  for (guint begin = 0; begin < ids->len; begin = end)
    {
      gint64 first = g_array_index (ids, gint64, begin);
      Ris3InsertedRows rows = { "priority", first, first };

      for (end = begin + 1; end < ids->len && g_array_index (ids, gint64, end) == rows.last + 1; end++)
        rows.last++;
      g_array_append_val (inserted, rows);
      rows.table = "priority_theme";
      if (has_themes)
        g_array_append_val (inserted, rows);
    }
}

gboolean
ris3_import_writing_add_priorities (Ris3ImportWriting *self, GError **error)
{
  g_autoptr (GArray) priorities = g_array_new (FALSE, FALSE, sizeof (NewPriority));
  g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (NewTheme));
  Addition addition = { self, priorities, themes };
  gboolean ok;

  if (!find_priorities (&addition, error))
    return FALSE;
  if (priorities->len == 0)
    return TRUE;
  find_columns (&addition);
  find_themes (&addition);
  /* What is known to be new need not be looked at row by row. */
  if (self->performance->session != NULL)
    sqlite3session_enable (self->performance->session, FALSE);
  ok = insert_priorities (&addition, error) && (themes->len == 0 || insert_themes (&addition, error));
  if (self->performance->session != NULL)
    {
      sqlite3session_enable (self->performance->session, TRUE);
      record (&addition, themes->len > 0);
    }
  return ok;
}
