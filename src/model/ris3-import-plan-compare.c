/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dry run: the atlas is read once, and compared in memory. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-import-private.h"
#include "model/ris3-schema-private.h"

#define ROWS_BETWEEN_CHECKS 256

static void
comparison_clear (Ris3Comparison *self)
{
  g_clear_pointer (&self->regions, g_hash_table_unref);
  g_clear_pointer (&self->strategies, g_hash_table_unref);
  g_clear_pointer (&self->priorities, g_hash_table_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->known_themes, g_hash_table_unref);
  g_clear_pointer (&self->theme_order, g_hash_table_unref);
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    g_clear_pointer (&self->earlier[i], g_hash_table_unref);
  g_clear_pointer (&self->sheet_keys, g_hash_table_unref);
  g_clear_pointer (&self->sheet_names, g_hash_table_unref);
  g_clear_pointer (&self->trees, g_ptr_array_unref);
  g_clear_pointer (&self->used, g_free);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3Comparison, comparison_clear)

/* Calls func with two columns of each row. */
static gboolean
for_each_pair (Ris3Comparison *self,
               Ris3Connection *connection,
               const char *sql,
               void (*func) (Ris3Comparison *self, const char *first, const char *second),
               GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      g_autofree char *first = has_row ? ris3_statement_get_text (statement, 0) : NULL;
      g_autofree char *second = has_row ? ris3_statement_get_text (statement, 1) : NULL;

      if (!has_row)
        return TRUE;
      func (self, first, second);
    }
  return FALSE;
}

static void
add_region (Ris3Comparison *self, const char *key, const char *name)
{
  g_hash_table_insert (self->regions, g_string_chunk_insert (self->texts, key),
                       g_string_chunk_insert (self->texts, name));
}

static void
add_strategy (Ris3Comparison *self, const char *id, const char *unused)
{
  g_hash_table_add (self->strategies, g_string_chunk_insert (self->texts, id));
}

static void
add_priority (Ris3Comparison *self, const char *id, const char *unused)
{
  g_hash_table_add (self->priorities, g_string_chunk_insert (self->texts, id));
}

/* In full, and, of our own scheme, by its code. */
static void
add_theme (Ris3Comparison *self, const char *full, const char *code)
{
  const char *own = RIS3_IMPORT_THEME_SCHEME " " RIS3_IMPORT_THEME_VERSION " ";
  gboolean is_own = g_str_has_prefix (full, own) && strchr (code, ' ') == NULL;
  const char *usual = g_string_chunk_insert (self->texts, is_own ? code : full);

  g_hash_table_insert (self->theme_order, (gpointer) usual, GUINT_TO_POINTER (g_hash_table_size (self->theme_order)));
  g_hash_table_insert (self->themes, g_string_chunk_insert (self->texts, full), (gpointer) usual);
  if (g_str_has_prefix (full, own))
    g_hash_table_insert (self->themes, g_string_chunk_insert (self->texts, code), (gpointer) usual);
}

static void
add_organisation_name (Ris3Comparison *self, const char *name, const char *shown)
{
  GPtrArray *list = g_hash_table_lookup (self->organisations, name);
  const char *usual = g_string_chunk_insert (self->texts, shown);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->organisations, g_string_chunk_insert (self->texts, name), list);
    }
  if (!g_ptr_array_find_with_equal_func (list, usual, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) usual);
}

#define SHOWN                                                                                                          \
  "CASE WHEN name GLOB '*[^0-9]*' AND count(*) OVER (PARTITION BY name) = 1 THEN name ELSE CAST (id AS TEXT) END"

static gboolean
read_references (Ris3Comparison *self, Ris3Connection *connection, GError **error)
{
  Ris3Exchange table = self->plan->table;

  return for_each_pair (self, connection, "SELECT nuts_version || ' ' || code, name FROM region", add_region, error)
         && for_each_pair (self, connection, "SELECT id, id FROM strategy", add_strategy, error)
         && (table != RIS3_EXCHANGE_NOTES
             || for_each_pair (self, connection, "SELECT id, id FROM priority", add_priority, error))
         && for_each_pair (self, connection,
                           "SELECT scheme || ' ' || version || ' ' || code, code FROM codebook"
                           " ORDER BY scheme, version, position",
                           add_theme, error)
         && for_each_pair (self, connection, "SELECT name, " SHOWN " FROM organisation", add_organisation_name, error)
         && for_each_pair (self, connection, "SELECT CAST (id AS TEXT), " SHOWN " FROM organisation",
                           add_organisation_name, error);
}

static gboolean
read_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Ris3Comparison *self = user_data;
  Ris3ImportPlan *plan = self->plan;

  if (!plan->is_building && !ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, error))
    return FALSE;
  comparison_clear (self);
  self->texts = g_string_chunk_new (65536);
  self->regions = g_hash_table_new (g_str_hash, g_str_equal);
  self->strategies = g_hash_table_new (g_str_hash, g_str_equal);
  self->priorities = g_hash_table_new (g_str_hash, g_str_equal);
  self->themes = g_hash_table_new (g_str_hash, g_str_equal);
  self->known_themes = g_hash_table_new (g_str_hash, g_str_equal);
  self->theme_order = g_hash_table_new (g_str_hash, g_str_equal);
  self->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&plan->atlas, ris3_exchange_rows_unref);
  plan->atlas = ris3_exchange_rows_read (connection, plan->table, error);
  return plan->atlas != NULL && read_references (self, connection, error);
}

/* New rows of earlier plans; one that is refused only where there is no other of that name. */
static void
read_earlier (Ris3Comparison *self)
{
  static const struct
  {
    Ris3Exchange table;
    const char *column;
  } names[] = { { RIS3_EXCHANGE_STRATEGIES, "strategy_id" }, { RIS3_EXCHANGE_ORGANISATIONS, "name" } };

  for (gsize n = 0; n < G_N_ELEMENTS (names); n++)
    {
      GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

      self->earlier[names[n].table] = rows;
      for (guint i = 0; i < self->plan->earlier->len; i++)
        {
          Ris3ImportPlan *earlier = g_ptr_array_index (self->plan->earlier, i);

          for (guint j = 0; earlier->table == names[n].table && j < earlier->rows->len; j++)
            {
              const Ris3PlanRow *row = ris3_import_plan_row (earlier, j);
              const Ris3EarlierRow found = { earlier, j };
              const char *name = row->new_id != NULL
                                     ? row->new_id
                                     : ris3_import_plan_get_effective_by_name (earlier, j, names[n].column);

              if (row->state == RIS3_IMPORT_NEW
                  || (row->state == RIS3_IMPORT_REFUSED && !g_hash_table_contains (rows, name)))
                g_hash_table_insert (rows, (gpointer) name, g_memdup2 (&found, sizeof found));
            }
        }
    }
}

static gboolean
has_changes (Ris3ImportPlan *self, guint row)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self, row);

  if (item->is_moved || item->position != 0)
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    if (ris3_import_plan_is_changed (self, row, i))
      return TRUE;
  return FALSE;
}

static gboolean
for_each_row (Ris3Comparison *self, void (*func) (Ris3Comparison *self, guint row), GError **error)
{
  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      if (i % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      func (self, i);
    }
  return TRUE;
}

static void
begin_row (Ris3Comparison *self, guint row)
{
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gboolean is_refused = FALSE;

  for (guint i = 0; i < self->plan->n_columns && !is_refused && g_hash_table_size (self->plan->refusals) > 0; i++)
    is_refused = ris3_import_plan_get_problem (self->plan, row, i) != NULL;
  *item = (Ris3PlanRow){ .line = item->line, .match = -1 };
  item->state = is_refused ? RIS3_IMPORT_REFUSED : RIS3_IMPORT_NEW;
  if (self->plan->table == RIS3_EXCHANGE_STRATEGIES && self->plan->identity >= RIS3_IDENTITY_REGION_PERIOD
      && self->plan->has[0])
    *ris3_import_plan_cell (self->plan, row, 0) = "";
  ris3_import_plan_check_cells (self, row);
}

/* What a row that is known by its key leaves as it is, helps to find the others. */
static void
settle_known (Ris3Comparison *self, guint row)
{
  if (ris3_import_plan_row (self->plan, row)->match >= 0)
    ris3_import_plan_settle_cells (self, row);
}

static void
end_row (Ris3Comparison *self, guint row)
{
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  const char *key = *ris3_import_plan_cell (self->plan, row, 0);

  if (item->state != RIS3_IMPORT_REFUSED && item->match >= 0)
    item->state = has_changes (self->plan, row) ? RIS3_IMPORT_CHANGED : RIS3_IMPORT_SAME;
  if (item->state == RIS3_IMPORT_NEW && key != NULL && *key != '\0' && self->plan->edit_table->key_is_number)
    ris3_import_plan_note (self->plan, row, self->plan->columns[0].name,
                           _ ("The atlas has no row %s: this one gets a new number."), key);
  item->is_chosen = item->state == RIS3_IMPORT_NEW || item->state == RIS3_IMPORT_CHANGED;
  self->plan->n_in_state[item->state]++;
  if (self->progress != NULL)
    g_atomic_int_inc (self->progress);
}

static gboolean
compare (Ris3Comparison *self, GError **error)
{
  Ris3ImportPlan *plan = self->plan;

  g_hash_table_remove_all (plan->problems);
  g_hash_table_remove_all (plan->found_remarks);
  g_array_set_size (plan->areas, 0);
  g_array_set_size (plan->renumbered, 0);
  memset (plan->n_in_state, 0, sizeof plan->n_in_state);
  self->used = g_new0 (gboolean, ris3_exchange_rows_get_n_rows (plan->atlas) + 1);
  read_earlier (self);
  ris3_import_plan_read_sheets (self);
  if (!for_each_row (self, begin_row, error))
    return FALSE;
  ris3_import_plan_match_ids (self);
  if (!for_each_row (self, settle_known, error) || !for_each_row (self, ris3_import_plan_resolve, error))
    return FALSE;
  if (plan->table == RIS3_EXCHANGE_PRIORITIES)
    ris3_import_plan_check_sheet_trees (self);
  /* Several notes may be the same. */
  else if (plan->table == RIS3_EXCHANGE_NOTES)
    ris3_import_plan_use_of_sheets (self);
  if (plan->table == RIS3_EXCHANGE_PRIORITIES)
    ris3_import_plan_match_trees (self);
  else
    ris3_import_plan_match_names (self);
  if (!for_each_row (self, ris3_import_plan_settle_cells, error)
      || !for_each_row (self, ris3_import_plan_check_rules, error))
    return FALSE;
  ris3_import_plan_check_sheets (self);
  ris3_import_plan_use_of_sheets (self);
  if (plan->table == RIS3_EXCHANGE_PRIORITIES)
    ris3_import_plan_place_trees (self);
  else
    ris3_import_plan_check_once (self);
  return for_each_row (self, end_row, error);
}

gboolean
ris3_import_plan_compare (Ris3ImportPlan *self,
                          const char *atlas_path,
                          gint *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (Ris3Comparison) comparison = { .plan = self, .progress = progress, .cancellable = cancellable };

  g_return_val_if_fail (self != NULL && atlas_path != NULL, FALSE);
  return ris3_connection_read_file (atlas_path, TRUE, cancellable, read_all, &comparison, error)
         && compare (&comparison, error);
}

gboolean
ris3_import_plan_compare_within (Ris3ImportPlan *self, Ris3Connection *connection, GError **error)
{
  g_auto (Ris3Comparison) comparison = { .plan = self };

  return read_all (connection, &comparison, error) && compare (&comparison, error);
}

/* As the preset of a field says it in SQL. */
static const char *
get_default (Ris3ImportPlan *self, guint row, guint column)
{
  const Ris3ExchangeColumn *what = &self->columns[column];
  static const char *const words[] = { "'strategy'", "strategy", "'project'", "project", "'other'", "other" };

  /* Of a strategy of which the file tells no answer, only its existence is known. */
  if (g_str_equal (what->name, "analysis_state"))
    return *ris3_import_plan_get_effective_by_name (self, row, "has_health_priority") == '\0'
                   && *ris3_import_plan_get_effective_by_name (self, row, "pm_mark") == '\0'
                   && !g_str_equal (ris3_import_plan_get_effective_by_name (self, row, "pm_disputed"), "1")
               ? "pending"
               : "desk";
  if (g_str_equal (what->name, "nuts_version"))
    return *ris3_import_plan_get_effective_by_name (self, row, "nuts_code") != '\0'
               ? G_STRINGIFY (RIS3_IMPORT_NUTS_VERSION)
               : "";
  if (g_str_equal (what->name, "country"))
    {
      char country[3] = { 0 };

      g_strlcpy (country, ris3_import_plan_get_effective_by_name (self, row, "nuts_code"), sizeof country);
      return g_intern_string (country);
    }
  if (g_str_equal (what->name, "region_name") && ris3_import_plan_row (self, row)->region_name != NULL)
    return ris3_import_plan_row (self, row)->region_name;
  if (!ris3_import_plan_has_default (self, column))
    return "";
  for (gsize i = 0; i < G_N_ELEMENTS (words); i += 2)
    if (g_str_equal (self->fields[column]->preset, words[i]))
      return words[i + 1];
  return self->fields[column]->preset;
}

const char *
ris3_import_plan_get_effective (Ris3ImportPlan *self, guint row, guint column)
{
  const char *value = *ris3_import_plan_cell (self, row, column);
  gint match = ris3_import_plan_row (self, row)->match;

  if (value != NULL)
    return value;
  return match >= 0 ? ris3_exchange_rows_get (self->atlas, (guint) match, column) : get_default (self, row, column);
}

const char *
ris3_import_plan_get_effective_by_name (Ris3ImportPlan *self, guint row, const char *column)
{
  gint i = ris3_import_plan_find (self, column);

  return i >= 0 ? ris3_import_plan_get_effective (self, row, (guint) i) : "";
}
