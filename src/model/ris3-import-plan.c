/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

Ris3ImportPlan *
ris3_import_plan_new (Ris3Exchange table, const char *file_name, const char *sheet)
{
  Ris3ImportPlan *self;

  g_return_val_if_fail (table < RIS3_N_EXCHANGES && file_name != NULL, NULL);
  self = g_new0 (Ris3ImportPlan, 1);
  g_atomic_ref_count_init (&self->references);
  self->table = table;
  self->columns = ris3_exchange_get_columns (table, &self->n_columns);
  self->edit_table = ris3_edit_table_find (ris3_exchange_get_table (table));
  self->fields = g_new0 (const Ris3EditField *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].field != NULL)
      self->fields[i] = ris3_edit_table_find_field (self->edit_table, self->columns[i].field);
  self->file_name = g_strdup (file_name);
  self->sheet = g_strdup (sheet);
  self->has = g_new0 (gboolean, self->n_columns);
  self->headings = g_new0 (char *, self->n_columns + 1);
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_import_plan_unref);
  self->texts = g_string_chunk_new (65536);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Ris3PlanRow));
  self->values = g_ptr_array_new ();
  self->refusals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->found_remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->suggestions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->areas = g_array_new (FALSE, FALSE, sizeof (Ris3PlanArea));
  self->renumbered = g_array_new (FALSE, FALSE, sizeof (Ris3PlanRenumbered));
  return self;
}

Ris3ImportPlan *
ris3_import_plan_ref (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_import_plan_unref (Ris3ImportPlan *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->fields);
  g_free (self->file_name);
  g_free (self->sheet);
  g_free (self->has);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->headings[i]);
  g_free (self->headings);
  g_ptr_array_unref (self->earlier);
  g_string_chunk_free (self->texts);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->refusals);
  g_hash_table_unref (self->problems);
  g_hash_table_unref (self->remarks);
  g_hash_table_unref (self->found_remarks);
  g_hash_table_unref (self->suggestions);
  g_clear_pointer (&self->atlas, ris3_exchange_rows_unref);
  g_array_unref (self->areas);
  g_array_unref (self->renumbered);
  g_free (self);
}

Ris3Exchange
ris3_import_plan_get_table (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, RIS3_EXCHANGE_STRATEGIES);
  return self->table;
}

const char *
ris3_import_plan_get_file_name (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->file_name;
}

const char *
ris3_import_plan_get_sheet (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sheet;
}

void
ris3_import_plan_add_column (Ris3ImportPlan *self, guint column, const char *heading)
{
  g_return_if_fail (self != NULL && column < self->n_columns && self->rows->len == 0);
  self->has[column] = TRUE;
  g_free (self->headings[column]);
  self->headings[column] = g_strdup (heading);
}

void
ris3_import_plan_set_identity (Ris3ImportPlan *self, Ris3ImportIdentity identity)
{
  g_return_if_fail (self != NULL && identity < RIS3_N_IDENTITIES);
  self->identity = identity;
}

void
ris3_import_plan_set_clears (Ris3ImportPlan *self, gboolean clears)
{
  g_return_if_fail (self != NULL);
  self->clears = clears;
}

gboolean
ris3_import_plan_has_column (Ris3ImportPlan *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);
  return self->has[column];
}

const char *
ris3_import_plan_get_heading (Ris3ImportPlan *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);
  return self->headings[column] != NULL ? self->headings[column] : self->columns[column].name;
}

void
ris3_import_plan_add_row (Ris3ImportPlan *self, guint line)
{
  Ris3PlanRow row = { .line = line, .state = RIS3_IMPORT_NEW, .match = -1 };
  guint first = self->values->len;

  g_return_if_fail (self != NULL);
  g_array_append_val (self->rows, row);
  g_ptr_array_set_size (self->values, (gint) (first + self->n_columns));
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_index (self->values, first + i) = self->has[i] ? (gpointer) "" : NULL;
}

void
ris3_import_plan_set (Ris3ImportPlan *self, guint column, const char *value)
{
  const char **cell;

  g_return_if_fail (self != NULL && column < self->n_columns && self->rows->len > 0 && value != NULL);
  g_return_if_fail (self->has[column]);
  cell = ris3_import_plan_cell (self, self->rows->len - 1, column);
  if (value[0] == '\0')
    *cell = "";
  else if (value[1] == '\0' && (value[0] == '0' || value[0] == '1'))
    *cell = value[0] == '0' ? "0" : "1";
  else if (g_utf8_validate (value, -1, NULL))
    *cell = g_string_chunk_insert (self->texts, value);
  else
    ris3_import_plan_refuse (self, column, _ ("this text is not UTF-8. Save the file as UTF-8."));
}

static gpointer
to_key (Ris3ImportPlan *self, guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) row * self->n_columns + column + 1);
}

void
ris3_import_plan_refuse (Ris3ImportPlan *self, guint column, const char *problem)
{
  g_return_if_fail (self != NULL && column < self->n_columns && self->rows->len > 0 && problem != NULL);
  g_hash_table_insert (self->refusals, to_key (self, self->rows->len - 1, column), g_strdup (problem));
  ris3_import_plan_row (self, self->rows->len - 1)->state = RIS3_IMPORT_REFUSED;
}

void
ris3_import_plan_remark (Ris3ImportPlan *self, guint column, const char *remark)
{
  g_return_if_fail (self != NULL && column < self->n_columns && self->rows->len > 0 && remark != NULL);
  g_hash_table_insert (self->remarks, to_key (self, self->rows->len - 1, column), g_strdup (remark));
}

static void
suggestion_free (gpointer data)
{
  Ris3ImportSuggestion *suggestion = data;

  g_free (suggestion->value);
  g_free (suggestion->name);
  g_free (suggestion);
}

GPtrArray *
ris3_import_suggestions_new (void)
{
  return g_ptr_array_new_with_free_func (suggestion_free);
}

void
ris3_import_suggestions_add (GPtrArray *self, const char *value, const char *name)
{
  Ris3ImportSuggestion *suggestion;

  g_return_if_fail (self != NULL && value != NULL && name != NULL);
  suggestion = g_new0 (Ris3ImportSuggestion, 1);
  suggestion->value = g_strdup (value);
  suggestion->name = g_strdup (name);
  g_ptr_array_add (self, suggestion);
}

void
ris3_import_plan_suggest (Ris3ImportPlan *self, guint column, GPtrArray *suggestions)
{
  g_return_if_fail (self != NULL && column < self->n_columns && self->rows->len > 0 && suggestions != NULL);
  g_hash_table_insert (self->suggestions, to_key (self, self->rows->len - 1, column), g_ptr_array_ref (suggestions));
}

GPtrArray *
ris3_import_plan_get_suggestions (Ris3ImportPlan *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  return g_hash_table_lookup (self->suggestions, to_key (self, row, column));
}

void
ris3_import_plan_add_earlier (Ris3ImportPlan *self, Ris3ImportPlan *earlier)
{
  g_return_if_fail (self != NULL && earlier != NULL && earlier != self);
  g_ptr_array_add (self->earlier, ris3_import_plan_ref (earlier));
}

gint
ris3_import_plan_find (Ris3ImportPlan *self, const char *column)
{
  /* It is asked for each row; few columns begin alike. */
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].name[0] == column[0] && g_str_equal (self->columns[i].name, column))
      return (gint) i;
  return -1;
}

gboolean
ris3_import_plan_has_default (Ris3ImportPlan *self, guint column)
{
  const Ris3EditField *field = self->fields[column];

  return field != NULL && field->preset != NULL && !g_str_equal (field->preset, "''");
}

gboolean
ris3_import_plan_is_refused (Ris3ImportPlan *self, guint row)
{
  return ris3_import_plan_row (self, row)->state == RIS3_IMPORT_REFUSED;
}

static void
say (Ris3ImportPlan *self, GHashTable *said, guint row, const char *column, char *words)
{
  gint i = MAX (ris3_import_plan_find (self, column), 0);
  gpointer key;

  /* That a column is needed is said in other words. */
  if (!self->has[i] && !self->columns[i].is_needed)
    {
      /* Translators: what is wrong with a row, a sentence, and the name of a column */
      char *all = g_strdup_printf (_ ("%s The file has no column “%s”."), words, _ (self->columns[i].title));

      g_free (words);
      words = all;
    }
  key = to_key (self, row, (guint) i);
  if (g_hash_table_contains (said, key) || g_hash_table_contains (self->refusals, key))
    g_free (words);
  else
    g_hash_table_insert (said, key, words);
}

void
ris3_import_plan_problem (Ris3ImportPlan *self, guint row, const char *column, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (self, self->problems, row, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  ris3_import_plan_row (self, row)->state = RIS3_IMPORT_REFUSED;
}

void
ris3_import_plan_note (Ris3ImportPlan *self, guint row, const char *column, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (self, self->found_remarks, row, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

guint
ris3_import_plan_get_n_rows (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

guint
ris3_import_plan_get_n_in_state (Ris3ImportPlan *self, Ris3ImportState state)
{
  g_return_val_if_fail (self != NULL && state < RIS3_N_IMPORT_STATES, 0);
  return self->n_in_state[state];
}

guint
ris3_import_plan_get_line (Ris3ImportPlan *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);
  return ris3_import_plan_row (self, row)->line;
}

Ris3ImportState
ris3_import_plan_get_state (Ris3ImportPlan *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, RIS3_IMPORT_REFUSED);
  return ris3_import_plan_row (self, row)->state;
}

char *
ris3_import_plan_dup_title (Ris3ImportPlan *self, guint row)
{
  static const char *const names[RIS3_N_EXCHANGES][4] = {
    [RIS3_EXCHANGE_STRATEGIES] = { "title", "strategy_id" },
    [RIS3_EXCHANGE_PRIORITIES] = { "label", "text_en", "text_original", "priority_id" },
    [RIS3_EXCHANGE_PARTICIPATIONS] = { "name", "programme" },
    [RIS3_EXCHANGE_ACTIVITIES] = { "title", "activity_id" },
    [RIS3_EXCHANGE_ORGANISATIONS] = { "name", "organisation_id" },
    [RIS3_EXCHANGE_CONTACTS] = { "name", "email" },
    [RIS3_EXCHANGE_ASSESSMENTS] = { "nuts_code", "assessor" },
    [RIS3_EXCHANGE_NOTES] = { "text" },
  };

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names[0]) && names[self->table][i] != NULL; i++)
    {
      const char *value = ris3_import_plan_get_effective_by_name (self, row, names[self->table][i]);

      if (*value != '\0')
        return g_strdup (value);
    }
  return g_strdup ("");
}

const char *
ris3_import_plan_get_value (Ris3ImportPlan *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  return *ris3_import_plan_cell (self, row, column);
}

const char *
ris3_import_plan_get_old_value (Ris3ImportPlan *self, guint row, guint column)
{
  gint match;

  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  match = ris3_import_plan_row (self, row)->match;
  return match >= 0 ? ris3_exchange_rows_get (self->atlas, (guint) match, column) : NULL;
}

/* A spreadsheet keeps 15 digits of a number. */
static gboolean
is_same_number (const char *a, const char *b)
{
  double number = g_ascii_strtod (a, NULL);

  return *a != '\0' && *b != '\0' && fabs (number - g_ascii_strtod (b, NULL)) <= 1e-14 * fabs (number);
}

gboolean
ris3_import_plan_is_changed (Ris3ImportPlan *self, guint row, guint column)
{
  const char *old = ris3_import_plan_get_old_value (self, row, column);
  const char *value = ris3_import_plan_get_value (self, row, column);
  const Ris3PlanRow *item = ris3_import_plan_row (self, row);

  if (old == NULL || value == NULL || column == 0)
    return FALSE;
  if (self->table == RIS3_EXCHANGE_PRIORITIES)
    {
      if (g_str_equal (self->columns[column].name, "position"))
        return item->position != 0 && !item->is_moved;
      if (g_str_equal (self->columns[column].name, "parent_position"))
        return item->is_moved;
      if (g_str_equal (self->columns[column].name, "parent_label"))
        return item->is_moved && !g_str_equal (old, value);
    }
  return self->columns[column].field != NULL && !g_str_equal (old, value)
         && !(self->columns[column].kind == RIS3_EXCHANGE_REAL && is_same_number (old, value));
}

const char *
ris3_import_plan_get_problem (Ris3ImportPlan *self, guint row, guint column)
{
  const char *problem;

  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  /* Most plans have none. */
  if (g_hash_table_size (self->refusals) + g_hash_table_size (self->problems) == 0)
    return NULL;
  problem = g_hash_table_lookup (self->refusals, to_key (self, row, column));
  return problem != NULL ? problem : g_hash_table_lookup (self->problems, to_key (self, row, column));
}

const char *
ris3_import_plan_get_remark (Ris3ImportPlan *self, guint row, guint column)
{
  const char *remark;

  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, NULL);
  remark = g_hash_table_lookup (self->remarks, to_key (self, row, column));
  return remark != NULL ? remark : g_hash_table_lookup (self->found_remarks, to_key (self, row, column));
}

gboolean *
ris3_import_plan_find_remarked (Ris3ImportPlan *self, guint *n)
{
  gboolean *are_remarked;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);
  are_remarked = g_new0 (gboolean, self->rows->len + 1);
  *n = 0;
  for (guint i = 0; i < 2; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, i == 0 ? self->remarks : self->found_remarks);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          gboolean *is_remarked = &are_remarked[(GPOINTER_TO_SIZE (key) - 1) / self->n_columns];

          *n += *is_remarked ? 0 : 1;
          *is_remarked = TRUE;
        }
    }
  return are_remarked;
}

char *
ris3_import_plan_dup_message (Ris3ImportPlan *self, guint row, guint column)
{
  const char *problem = ris3_import_plan_get_problem (self, row, column);
  const char *heading;
  guint line;

  if (problem == NULL)
    return NULL;
  heading = ris3_import_plan_get_heading (self, column);
  line = ris3_import_plan_row (self, row)->line;
  /* Translators: where in a file: its name, the sheet, the row and the column; and what is wrong there. */
  return self->sheet != NULL ? g_strdup_printf (_ ("%s, sheet “%s”, row %u, %s: %s"), self->file_name, self->sheet,
                                                line, heading, problem)
                             : g_strdup_printf ("%s:%u: %s: %s", self->file_name, line, heading, problem);
}
