/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-import-report.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-text.h"

/* Of a value, in a sentence. */
#define MAX_SHOWN 200

enum
{
  COLUMN_FILE,
  COLUMN_SHEET,
  COLUMN_ROW,
  COLUMN_STATE,
  COLUMN_TITLE,
  COLUMN_HEADING,
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_WORDS,
  N_COLUMNS,
};

static const char *const headings[N_COLUMNS] = {
  N_ ("File"),      N_ ("Sheet"),     N_ ("Row"),
  N_ ("State"),     N_ ("Title"),     N_ ("Column"),
  N_ ("Old value"), N_ ("New value"), N_ ("What to know or do"),
};

static const struct
{
  const char *name;
  const char *title;
} states[RIS3_N_IMPORT_STATES] = {
  [RIS3_IMPORT_NEW] = { "new", NC_ ("imported row", "New") },
  [RIS3_IMPORT_CHANGED] = { "changed", NC_ ("imported row", "Changed") },
  [RIS3_IMPORT_SAME] = { "same", NC_ ("imported row", "The same") },
  [RIS3_IMPORT_REFUSED] = { "refused", NC_ ("imported row", "Refused") },
};

struct _Ris3ImportReport
{
  Ris3ImportPlan *plan;
  GArray *lines; /* of Ris3ImportReportLine */
  const char *shown_headings[N_COLUMNS + 1];
};

const char *
ris3_import_state_get_name (Ris3ImportState state)
{
  g_return_val_if_fail (state < RIS3_N_IMPORT_STATES, NULL);
  return states[state].name;
}

const char *
ris3_import_state_get_title (Ris3ImportState state)
{
  g_return_val_if_fail (state < RIS3_N_IMPORT_STATES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "imported row", states[state].title);
}

static void
add_line (Ris3ImportReport *self, guint row, Ris3ImportReportKind kind, guint column)
{
  Ris3ImportReportLine line = { row, ris3_import_plan_get_state (self->plan, row), kind, column };

  g_array_append_val (self->lines, line);
}

static void
add_row (Ris3ImportReport *self, guint row, guint n_columns)
{
  Ris3ImportState state = ris3_import_plan_get_state (self->plan, row);
  guint n_before = self->lines->len;

  if (state == RIS3_IMPORT_NEW || state == RIS3_IMPORT_SAME)
    add_line (self, row, RIS3_REPORT_ROW, 0);
  for (guint i = 0; i < n_columns; i++)
    if (ris3_import_plan_get_problem (self->plan, row, i) != NULL)
      add_line (self, row, RIS3_REPORT_PROBLEM, i);
  for (guint i = 0; state == RIS3_IMPORT_CHANGED && i < n_columns; i++)
    if (ris3_import_plan_is_changed (self->plan, row, i))
      add_line (self, row, RIS3_REPORT_CHANGE, i);
  for (guint i = 0; i < n_columns; i++)
    if (ris3_import_plan_get_remark (self->plan, row, i) != NULL)
      add_line (self, row, RIS3_REPORT_REMARK, i);
  /* No row is left out. */
  if (self->lines->len == n_before)
    add_line (self, row, RIS3_REPORT_ROW, 0);
}

Ris3ImportReport *
ris3_import_report_new (Ris3ImportPlan *plan, guint states_wanted)
{
  Ris3ImportReport *self;
  guint n_columns;

  g_return_val_if_fail (plan != NULL, NULL);
  self = g_new0 (Ris3ImportReport, 1);
  self->plan = ris3_import_plan_ref (plan);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Ris3ImportReportLine));
  ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    self->shown_headings[i] = _ (headings[i]);
  for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
    if (states_wanted & RIS3_IMPORT_STATE_BIT (ris3_import_plan_get_state (plan, i)))
      add_row (self, i, n_columns);
  return self;
}

void
ris3_import_report_free (Ris3ImportReport *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->lines);
  ris3_import_plan_unref (self->plan);
  g_free (self);
}

guint
ris3_import_report_get_n_lines (Ris3ImportReport *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lines->len;
}

const Ris3ImportReportLine *
ris3_import_report_get_line (Ris3ImportReport *self, guint line)
{
  g_return_val_if_fail (self != NULL && line < self->lines->len, NULL);
  return &g_array_index (self->lines, Ris3ImportReportLine, line);
}

static char *
describe_row (guint row, Ris3ImportState state, const char *title)
{
  switch (state)
    {
    case RIS3_IMPORT_NEW:
      return g_strdup_printf (_ ("Row %u is new: %s"), row, title);
    case RIS3_IMPORT_CHANGED:
      return g_strdup_printf (_ ("Row %u is changed: %s"), row, title);
    case RIS3_IMPORT_REFUSED:
      return g_strdup_printf (_ ("Row %u is refused: %s"), row, title);
    case RIS3_IMPORT_SAME:
    case RIS3_N_IMPORT_STATES:
    default:
      return g_strdup_printf (_ ("Row %u is the same: %s"), row, title);
    }
}

static char *
describe_change (guint row, const char *heading, const char *old, const char *new)
{
  g_autofree char *shown_old = ris3_text_to_line (old != NULL ? old : "", MAX_SHOWN);
  g_autofree char *shown_new = ris3_text_to_line (new != NULL ? new : "", MAX_SHOWN);

  if (*shown_old == '\0')
    return g_strdup_printf (_ ("Row %u, “%s”: nothing becomes “%s”."), row, heading, shown_new);
  if (*shown_new == '\0')
    return g_strdup_printf (_ ("Row %u, “%s”: “%s” becomes nothing."), row, heading, shown_old);
  /* Translators: the number of a row, the heading of a column, the old value and the new one */
  return g_strdup_printf (_ ("Row %u, “%s”: “%s” becomes “%s”."), row, heading, shown_old, shown_new);
}

char *
ris3_import_report_dup_line_text (Ris3ImportReport *self, guint line)
{
  const Ris3ImportReportLine *what = ris3_import_report_get_line (self, line);
  guint row;
  const char *heading;
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (what != NULL, NULL);
  row = ris3_import_plan_get_line (self->plan, what->row);
  heading = ris3_import_plan_get_heading (self->plan, what->column);
  switch (what->kind)
    {
    case RIS3_REPORT_PROBLEM:
      return ris3_import_plan_dup_message (self->plan, what->row, what->column);
    case RIS3_REPORT_CHANGE:
      return describe_change (row, heading, ris3_import_plan_get_old_value (self->plan, what->row, what->column),
                              ris3_import_plan_get_value (self->plan, what->row, what->column));
    case RIS3_REPORT_REMARK:
      /* Translators: the number of a row, the heading of a column, and a sentence */
      return g_strdup_printf (_ ("Row %u, “%s”: %s"), row, heading,
                              ris3_import_plan_get_remark (self->plan, what->row, what->column));
    case RIS3_REPORT_ROW:
    default:
      title = ris3_import_plan_dup_title (self->plan, what->row);
      shown = ris3_text_to_line (title, MAX_SHOWN);
      return describe_row (row, what->state, shown);
    }
}

char *
ris3_import_report_dup_text (Ris3ImportReport *self)
{
  GString *text;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *line = ris3_import_report_dup_line_text (self, i);

      g_string_append_printf (text, "%s\n", line);
    }
  summary = ris3_import_report_dup_summary (self->plan);
  g_string_append_printf (text, "%s\n", summary);
  return g_string_free (text, FALSE);
}

const char *const *
ris3_import_report_get_headings (Ris3ImportReport *self, guint *n_columns)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (n_columns != NULL)
    *n_columns = N_COLUMNS;
  return self->shown_headings;
}

char *
ris3_import_report_dup_cell (Ris3ImportReport *self, guint line, guint column)
{
  const Ris3ImportReportLine *what = ris3_import_report_get_line (self, line);

  g_return_val_if_fail (what != NULL && column < N_COLUMNS, NULL);
  switch (column)
    {
    case COLUMN_FILE:
      return g_filename_display_basename (ris3_import_plan_get_file_name (self->plan));
    case COLUMN_SHEET:
      return g_strdup (ris3_import_plan_get_sheet (self->plan));
    case COLUMN_ROW:
      return g_strdup_printf ("%u", ris3_import_plan_get_line (self->plan, what->row));
    case COLUMN_STATE:
      return g_strdup (ris3_import_state_get_title (what->state));
    case COLUMN_TITLE:
      return ris3_import_plan_dup_title (self->plan, what->row);
    default:
      break;
    }
  if (what->kind == RIS3_REPORT_ROW)
    return NULL;
  switch (column)
    {
    case COLUMN_HEADING:
      return g_strdup (ris3_import_plan_get_heading (self->plan, what->column));
    case COLUMN_OLD:
      return what->state == RIS3_IMPORT_CHANGED
                 ? g_strdup (ris3_import_plan_get_old_value (self->plan, what->row, what->column))
                 : NULL;
    case COLUMN_NEW:
      return g_strdup (ris3_import_plan_get_value (self->plan, what->row, what->column));
    case COLUMN_WORDS:
    default:
      if (what->kind == RIS3_REPORT_PROBLEM)
        return g_strdup (ris3_import_plan_get_problem (self->plan, what->row, what->column));
      return what->kind == RIS3_REPORT_REMARK
                 ? g_strdup (ris3_import_plan_get_remark (self->plan, what->row, what->column))
                 : NULL;
    }
}

char *
ris3_import_report_dup_summary (Ris3ImportPlan *plan)
{
  guint n_rows;

  g_return_val_if_fail (plan != NULL, NULL);
  n_rows = ris3_import_plan_get_n_rows (plan);
  if (n_rows == 0)
    return g_strdup (_ ("There are no rows."));
  if (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME) == n_rows)
    return g_strdup_printf (ngettext ("%u row is in the atlas already, so nothing changes.",
                                      "All %u rows are in the atlas already, so nothing changes.", n_rows),
                            n_rows);
  /* Translators: of the rows of a table, how many would be new in the atlas, and so on; “refused” are those with
   * mistakes. */
  return g_strdup_printf (ngettext ("%u row: %u new, %u changed, %u the same, %u refused.",
                                    "%u rows: %u new, %u changed, %u the same, %u refused.", n_rows),
                          n_rows, ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW),
                          ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_CHANGED),
                          ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME),
                          ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_REFUSED));
}
