/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-report.h"

#include <glib/gi18n.h>

#include "app/table/ris3-import-words.h"

/* What is said of a cell; NULL: nothing. (transfer full) */
static char *
dup_note (Ris3ImportPlan *plan, guint row, guint column)
{
  const char *problem = ris3_import_plan_get_problem (plan, row, column);

  return g_strdup (problem != NULL ? problem : ris3_import_plan_get_remark (plan, row, column));
}

/* Whether a person does not want the row, which could be imported. */
static gboolean
is_left_out (Ris3ImportPlan *plan, guint row)
{
  Ris3ImportState state = ris3_import_plan_get_state (plan, row);

  return (state == RIS3_IMPORT_NEW || state == RIS3_IMPORT_CHANGED) && !ris3_import_plan_is_chosen (plan, row);
}

static void
append_row (GString *text, Ris3ImportPlan *plan, Ris3Exchange table, guint row)
{
  g_autofree char *title = ris3_import_plan_dup_title (plan, row);
  gboolean is_changed = ris3_import_plan_get_state (plan, row) == RIS3_IMPORT_CHANGED;
  guint n_columns;

  g_string_append_printf (text, C_ ("row of a table", "Row %u: %s"), ris3_import_plan_get_line (plan, row),
                          ris3_import_state_words (ris3_import_plan_get_state (plan, row)));
  if (is_left_out (plan, row))
    /* Translators: ends what is said of a row, before its title. */
    g_string_append (text, _ (" (not ticked)"));
  if (title != NULL && *title != '\0')
    g_string_append_printf (text, " – %s", title);
  g_string_append_c (text, '\n');
  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *note = dup_note (plan, row, i);

      if (is_changed && ris3_import_plan_is_changed (plan, row, i))
        {
          g_autofree char *old_value
              = ris3_import_value_words (table, i, ris3_import_plan_get_old_value (plan, row, i));
          g_autofree char *new_value = ris3_import_value_words (table, i, ris3_import_plan_get_value (plan, row, i));

          g_string_append_printf (text, "    %s: %s → %s\n", ris3_import_column_words (table, i), old_value, new_value);
        }
      if (note != NULL)
        g_string_append_printf (text, "    %s: %s\n", ris3_import_column_words (table, i), note);
    }
}

static void
append_plan (GString *text, Ris3ImportPlan *plan, const char *file_name)
{
  Ris3Exchange table = ris3_import_plan_get_table (plan);
  const char *sheet = ris3_import_plan_get_sheet (plan);
  guint n_rows = ris3_import_plan_get_n_rows (plan);

  g_string_append (text, file_name);
  if (sheet != NULL)
    g_string_append_printf (text, " – %s", sheet);
  g_string_append_printf (text, " – %s\n", ris3_exchange_get_title (table));
  for (guint i = 0; i < RIS3_N_IMPORT_STATES; i++)
    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", ris3_import_state_words (i),
                            ris3_import_plan_get_n_in_state (plan, i));
  g_string_append (text, "\n\n");
  for (guint i = 0; i < n_rows; i++)
    append_row (text, plan, table, i);
}

char *
ris3_import_report_text (GPtrArray *plans, const char *file_name)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (plans != NULL && file_name != NULL, g_string_free (text, FALSE));
  for (guint i = 0; i < plans->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_plan (text, g_ptr_array_index (plans, i), file_name);
    }
  return g_string_free (text, FALSE);
}

/* A spreadsheet takes a cell that begins like this for a formula: an apostrophe keeps it a text. */
static void
append_cell (GString *text, const char *value, gboolean is_last)
{
  const char *cell = value != NULL ? value : "";

  g_string_append_c (text, '"');
  if (*cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL)
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append (text, is_last ? "\"\r\n" : "\",");
}

static void
append_cells (GString *text, Ris3ImportPlan *plan, guint row, const char *column, const char *const *rest)
{
  g_autofree char *line = g_strdup_printf ("%u", ris3_import_plan_get_line (plan, row));
  g_autofree char *title = ris3_import_plan_dup_title (plan, row);

  append_cell (text, ris3_import_plan_get_sheet (plan), FALSE);
  append_cell (text, line, FALSE);
  append_cell (text, ris3_import_state_words (ris3_import_plan_get_state (plan, row)), FALSE);
  append_cell (text,
               is_left_out (plan, row)                  ? _ ("No")
               : ris3_import_plan_is_chosen (plan, row) ? _ ("Yes")
                                                        : NULL,
               FALSE);
  append_cell (text, title, FALSE);
  append_cell (text, column, FALSE);
  for (guint i = 0; i < 3; i++)
    append_cell (text, rest[i], i == 2);
}

static void
append_csv_row (GString *text, Ris3ImportPlan *plan, Ris3Exchange table, guint row)
{
  const char *const none[3] = { NULL };
  gboolean is_changed = ris3_import_plan_get_state (plan, row) == RIS3_IMPORT_CHANGED;
  gboolean has_any = FALSE;
  guint n_columns;

  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *note = dup_note (plan, row, i);
      gboolean differs = is_changed && ris3_import_plan_is_changed (plan, row, i);
      const char *const cells[] = { differs ? ris3_import_plan_get_old_value (plan, row, i) : NULL,
                                    differs ? ris3_import_plan_get_value (plan, row, i) : NULL, note };

      if (!differs && note == NULL)
        continue;
      append_cells (text, plan, row, ris3_import_column_words (table, i), cells);
      has_any = TRUE;
    }
  if (!has_any)
    append_cells (text, plan, row, NULL, none);
}

char *
ris3_import_report_csv (GPtrArray *plans)
{
  /* The byte order mark tells spreadsheets that it is UTF-8. */
  GString *text = g_string_new ("\xef\xbb\xbf");
  const char *const headings[] = { _ ("Sheet"),        C_ ("number in a table", "Row"),
                                   _ ("State"),        C_ ("row of a table", "Ticked"),
                                   _ ("Title"),        _ ("Column"),
                                   _ ("In the Atlas"), _ ("In the File"),
                                   _ ("Remark") };

  g_return_val_if_fail (plans != NULL, g_string_free (text, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    append_cell (text, headings[i], i == G_N_ELEMENTS (headings) - 1);
  for (guint i = 0; i < plans->len; i++)
    {
      Ris3ImportPlan *plan = g_ptr_array_index (plans, i);
      guint n_rows = ris3_import_plan_get_n_rows (plan);

      for (guint j = 0; j < n_rows; j++)
        append_csv_row (text, plan, ris3_import_plan_get_table (plan), j);
    }
  return g_string_free (text, FALSE);
}
