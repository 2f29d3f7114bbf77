/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* New priorities and their themes, column by column, as they will be in the atlas. */

#include "config.h"

#include "model/ris3-import-addition-private.h"

#include <stdlib.h>
#include <string.h>

void
ris3_import_addition_clear (Ris3ImportAddition *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  g_clear_pointer (&self->priorities, g_array_unref);
  g_clear_pointer (&self->themes, g_array_unref);
  g_clear_pointer (&self->recorded, g_array_unref);
}

static void
set_column (Ris3ImportPlan *plan, Ris3NewColumn *self)
{
  static const char *const names[] = {
    [RIS3_NEW_ID] = "id",
    [RIS3_NEW_PARENT] = "parent_id",
    [RIS3_NEW_POSITION] = "position",
    [RIS3_NEW_STRATEGY] = "strategy_id",
    [RIS3_NEW_LABEL] = "label",
    [RIS3_NEW_IS_AREA] = "is_area",
    [RIS3_NEW_EXPLICIT_PM] = "explicit_pm",
  };

  for (guint i = RIS3_NEW_ID; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (self->name, names[i]))
      self->field = i;
  if (self->field == RIS3_NEW_ID || self->field == RIS3_NEW_PARENT || self->field == RIS3_NEW_POSITION)
    return;
  while (plan->columns[self->column].field == NULL || !g_str_equal (plan->columns[self->column].field, self->name))
    {
      self->column++;
      g_assert (self->column < plan->n_columns);
    }
  self->is_null = ris3_import_writing_is_null (plan, &plan->columns[self->column]);
  self->is_number = plan->columns[self->column].kind == RIS3_EXCHANGE_INTEGER
                    || plan->columns[self->column].kind == RIS3_EXCHANGE_ANSWER;
}

gboolean
ris3_import_addition_find_columns (Ris3ImportAddition *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (self->writing->connection, "SELECT * FROM priority LIMIT 0", error);

  if (statement == NULL)
    return FALSE;
  self->n_columns = (guint) sqlite3_column_count (statement);
  g_assert (self->n_columns <= RIS3_ARRAY_TABLE_N_COLUMNS);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].name = g_strdup (sqlite3_column_name (statement, (int) i));
      set_column (self->writing->plan, &self->columns[i]);
    }
  return TRUE;
}

static const char *
get_area_value (const Ris3PlanArea *area, const Ris3NewColumn *column)
{
  switch (column->field)
    {
    case RIS3_NEW_STRATEGY:
      return area->strategy_id;
    case RIS3_NEW_LABEL:
      return area->label;
    case RIS3_NEW_IS_AREA:
      return "1";
    case RIS3_NEW_EXPLICIT_PM:
      return "0";
    default:
      return "";
    }
}

static Ris3ArrayValue
to_id (gint64 id)
{
  return id != 0 ? ris3_array_value_integer (id) : ris3_array_value_null ();
}

Ris3ArrayValue
ris3_import_addition_get_priority (gpointer user_data, guint row, guint i)
{
  const Ris3ImportAddition *self = user_data;
  Ris3ImportPlan *plan = self->writing->plan;
  const Ris3NewColumn *column = &self->columns[i];
  const Ris3NewPriority *added = &g_array_index (self->priorities, Ris3NewPriority, row);
  const Ris3PlanArea *area = added->is_area ? &g_array_index (plan->areas, Ris3PlanArea, added->index) : NULL;
  const char *value;

  switch (column->field)
    {
    case RIS3_NEW_ID:
      return to_id (added->id);
    case RIS3_NEW_PARENT:
      return area == NULL ? to_id (ris3_import_writing_get_parent_id (self->writing, added->index))
                          : ris3_array_value_null ();
    case RIS3_NEW_POSITION:
      return ris3_array_value_real (area != NULL ? area->position
                                                 : ris3_import_plan_row (plan, added->index)->position);
    default:
      break;
    }
  value = area != NULL ? get_area_value (area, column)
                       : ris3_import_plan_get_effective (plan, added->index, column->column);
  if (*value == '\0' && column->is_null)
    return ris3_array_value_null ();
  return column->is_number ? ris3_array_value_integer (g_ascii_strtoll (value, NULL, 10))
                           : ris3_array_value_text (value, -1);
}

static gint
compare_part (const char *a, int a_length, const char *b, int b_length)
{
  int order = memcmp (a, b, (gsize) MIN (a_length, b_length));

  return order != 0 ? order : a_length - b_length;
}

static gint
compare_themes (gconstpointer a, gconstpointer b)
{
  const Ris3ThemeParts *one = &((const Ris3NewTheme *) a)->parts;
  const Ris3ThemeParts *other = &((const Ris3NewTheme *) b)->parts;
  gint order = compare_part (one->scheme, one->scheme_length, other->scheme, other->scheme_length);

  if (order == 0)
    order = compare_part (one->version, one->version_length, other->version, other->version_length);
  return order != 0 ? order : compare_part (one->code, one->code_length, other->code, other->code_length);
}

void
ris3_import_addition_find_themes (Ris3ImportAddition *self)
{
  Ris3ImportPlan *plan = self->writing->plan;
  gint column = ris3_import_plan_find (plan, "themes");

  for (guint i = 0; i < self->priorities->len && column >= 0; i++)
    {
      const Ris3NewPriority *added = &g_array_index (self->priorities, Ris3NewPriority, i);
      const char *rest = added->is_area ? "" : ris3_import_plan_get_effective (plan, added->index, (guint) column);
      Ris3NewTheme theme = { i, 1 };
      guint first = self->themes->len;

      for (; ris3_theme_parts_next (&theme.parts, &rest); theme.position++)
        g_array_append_val (self->themes, theme);
      if (self->themes->len > first + 1)
        qsort (&g_array_index (self->themes, Ris3NewTheme, first), self->themes->len - first, sizeof (Ris3NewTheme),
               compare_themes);
    }
}

Ris3ArrayValue
ris3_import_addition_get_theme (gpointer user_data, guint row, guint column)
{
  const Ris3ImportAddition *self = user_data;
  const Ris3NewTheme *theme = &g_array_index (self->themes, Ris3NewTheme, row);

  switch (column)
    {
    case 0:
      return ris3_array_value_integer (g_array_index (self->priorities, Ris3NewPriority, theme->priority).id);
    case 1:
      return ris3_array_value_text (theme->parts.scheme, theme->parts.scheme_length);
    case 2:
      return ris3_array_value_text (theme->parts.version, theme->parts.version_length);
    case 3:
      return ris3_array_value_text (theme->parts.code, theme->parts.code_length);
    case 4:
    default:
      return ris3_array_value_integer (theme->position);
    }
}
