/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-cell-reader.h"
#include "map/ris3-region-matcher.h"
#include "model/ris3-exchange-rows.h"
#include "model/ris3-text.h"

/* Between two looks at whether it is cancelled. */
#define N_ROWS_AT_ONCE 256
#define MAX_SHOWN 60

typedef struct
{
  Ris3Table *from;
  const Ris3ColumnMapping *mapping;
  guint n_columns; /* of the exchanged table */
  const Ris3ExchangeColumn *columns;
  Ris3CellReader **readers; /* n_columns; NULL: not mapped, or read otherwise */
  Ris3RegionMatcher *matcher;
  Ris3ImportPlan *plan;
  /* columns of the exchanged table, -1 if it has none */
  gint version;
  gint region;
  gint country;
  gint level;
  gint name; /* of the region */
} Import;

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gsize
find_cell (const Import *self, guint row, guint column)
{
  return (gsize) row * ris3_table_get_n_columns (self->from) + (gsize) ris3_column_mapping_get (self->mapping, column);
}

static gboolean
is_mapped (const Import *self, gint column)
{
  return column >= 0 && ris3_column_mapping_get (self->mapping, (guint) column) >= 0;
}

/* NULL for a blank one, and where the column is not mapped. */
static const char *
get_cell (const Import *self, guint row, gint column)
{
  const char *text;

  if (!is_mapped (self, column))
    return NULL;
  text = ris3_table_get_cells (self->from)[find_cell (self, row, (guint) column)];
  return is_blank (text) ? NULL : text;
}

static Ris3CellKind
get_kind (const Import *self, guint row, guint column)
{
  const guint8 *kinds = ris3_table_get_kinds (self->from);

  return kinds != NULL ? (Ris3CellKind) kinds[find_cell (self, row, column)] : RIS3_CELL_TEXT;
}

static gboolean
is_blank_row (const Import *self, guint row)
{
  guint n = ris3_table_get_n_columns (self->from);
  const char *const *cells = ris3_table_get_cells (self->from) + (gsize) row * n;

  for (guint i = 0; i < n; i++)
    if (!is_blank (cells[i]))
      return FALSE;
  return TRUE;
}

static void
say (Import *self, guint column, const char *remark, const char *problem)
{
  if (problem != NULL)
    ris3_import_plan_refuse (self->plan, column, problem);
  else if (remark != NULL)
    ris3_import_plan_remark (self->plan, column, remark);
}

/* Gives the value, "" where there is none. */
static void
read_cell (Import *self, guint row, guint column)
{
  const char *text = get_cell (self, row, (gint) column);
  g_auto (Ris3CellReading) reading = { 0 };

  if (text == NULL)
    {
      ris3_import_plan_set (self->plan, column, "");
      return;
    }
  reading = ris3_cell_reader_read (self->readers[column], text, get_kind (self, row, column));
  ris3_import_plan_set (self->plan, column, reading.value != NULL ? reading.value : text);
  say (self, column, reading.remark, reading.problem);
}

/* A number of the row that helps to understand the region; least - 1 where there is none. FALSE if it is wrong. */
static gboolean
read_help (Import *self, guint row, gint column, int missing, int *number)
{
  const char *text = get_cell (self, row, column);
  g_auto (Ris3CellReading) reading = { 0 };
  gint64 value;

  *number = missing;
  if (text == NULL)
    return TRUE;
  reading = ris3_cell_reader_read (self->readers[column], text, get_kind (self, row, (guint) column));
  if (reading.problem != NULL || !g_ascii_string_to_signed (reading.value, 10, 0, 9999, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static void
read_country (Import *self, guint row)
{
  guint column = (guint) self->country;
  const char *text = get_cell (self, row, self->country);
  const char *code = text != NULL ? ris3_region_matcher_find_country (self->matcher, text) : NULL;

  ris3_import_plan_set (self->plan, column, code != NULL ? code : text != NULL ? text : "");
  if (code != NULL && strlen (text) > 3)
    {
      g_autofree char *shown = ris3_text_to_line (text, MAX_SHOWN);
      /* Translators: the name of a country, as a cell has it, and its code */
      g_autofree char *remark = g_strdup_printf (_ ("“%s” is understood as %s, by its name."), shown, code);

      ris3_import_plan_remark (self->plan, column, remark);
    }
}

static void
set_version (Import *self, const char *version)
{
  if (self->version >= 0)
    ris3_import_plan_set (self->plan, (guint) self->version, version);
}

static void
read_region (Import *self, guint row)
{
  const char *text = get_cell (self, row, self->region);
  const Ris3RegionMatch *match;
  const char *name, *contradiction;
  int version, level;
  char found[16];

  if (text == NULL || get_kind (self, row, (guint) self->region) == RIS3_CELL_ERROR)
    {
      if (text != NULL)
        read_cell (self, row, (guint) self->region);
      else
        ris3_import_plan_set (self->plan, (guint) self->region, "");
      set_version (self, "");
      return;
    }
  if (!read_help (self, row, self->version, 0, &version))
    {
      ris3_import_plan_set (self->plan, (guint) self->region, text);
      read_cell (self, row, (guint) self->version);
      return;
    }
  read_help (self, row, self->level, -1, &level);
  match = ris3_region_matcher_match (self->matcher, text, (guint) version, get_cell (self, row, self->country), level);
  say (self, (guint) self->region, match->remark, match->problem);
  if (match->suggestions != NULL)
    ris3_import_plan_suggest (self->plan, (guint) self->region, match->suggestions);
  if (match->code == NULL)
    {
      ris3_import_plan_set (self->plan, (guint) self->region, text);
      g_snprintf (found, sizeof found, "%d", version);
      set_version (self, version > 0 ? found : "");
      return;
    }
  ris3_import_plan_set (self->plan, (guint) self->region, match->code);
  g_snprintf (found, sizeof found, "%u", match->version);
  set_version (self, found);
  name = get_cell (self, row, self->name);
  contradiction
      = name != NULL ? ris3_region_matcher_contradict (self->matcher, match->code, match->version, name) : NULL;
  if (contradiction != NULL)
    ris3_import_plan_remark (self->plan, (guint) self->name, contradiction);
}

static void
read_row (Import *self, guint row)
{
  ris3_import_plan_add_row (self->plan, ris3_table_get_lines (self->from)[row]);
  for (guint i = 0; i < self->n_columns; i++)
    if ((gint) i == self->region && is_mapped (self, self->region))
      read_region (self, row);
    else if ((gint) i == self->country && is_mapped (self, self->country))
      read_country (self, row);
    /* The version comes with the region. */
    else if (is_mapped (self, (gint) i) && !((gint) i == self->version && is_mapped (self, self->region)))
      read_cell (self, row, i);
}

/* Says which columns there are, and learns from all cells how they are written. */
static void
prepare_columns (Import *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      gint from = ris3_column_mapping_get (self->mapping, i);

      if (from < 0)
        continue;
      ris3_import_plan_add_column (self->plan, i, ris3_table_get_columns (self->from)[from]);
      self->readers[i] = ris3_cell_reader_new (&self->columns[i]);
      if (self->columns[i].kind != RIS3_EXCHANGE_INTEGER && self->columns[i].kind != RIS3_EXCHANGE_REAL
          && self->columns[i].kind != RIS3_EXCHANGE_DATE)
        continue;
      for (guint row = 0; row < ris3_table_get_n_rows (self->from); row++)
        {
          const char *text = get_cell (self, row, (gint) i);

          if (text != NULL)
            ris3_cell_reader_look (self->readers[i], text, get_kind (self, row, i));
        }
    }
  if (is_mapped (self, self->region) && self->version >= 0 && !is_mapped (self, self->version))
    ris3_import_plan_add_column (self->plan, (guint) self->version, NULL);
}

static gboolean
read_rows (Import *self, guint max_rows, gint *progress, GCancellable *cancellable, GError **error)
{
  guint n_rows = ris3_table_get_n_rows (self->from);
  guint n_read = 0;

  for (guint row = 0; row < n_rows && (max_rows == 0 || n_read < max_rows); row++)
    {
      if (row % N_ROWS_AT_ONCE == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            g_atomic_int_set (progress, (gint) row);
        }
      if (is_blank_row (self, row))
        continue;
      read_row (self, row);
      n_read++;
    }
  if (progress != NULL)
    g_atomic_int_set (progress, (gint) n_rows);
  return TRUE;
}

Ris3ImportPlan *
ris3_table_import_read (Ris3Table *from,
                        const char *file_name,
                        const char *sheet,
                        const Ris3ColumnMapping *mapping,
                        Ris3RegionFinder *finder,
                        GHashTable *preferred,
                        GHashTable *meanings,
                        guint max_rows,
                        gint *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  Ris3Exchange table;
  Import self = { .from = from, .mapping = mapping };
  g_autoptr (Ris3RegionMatcher) matcher = NULL;
  g_autoptr (Ris3ImportPlan) plan = NULL;
  gboolean is_read;

  g_return_val_if_fail (from != NULL && file_name != NULL && mapping != NULL && finder != NULL, NULL);
  table = ris3_column_mapping_get_table (mapping);
  matcher = ris3_region_matcher_new (finder);
  ris3_region_matcher_prefer (matcher, preferred);
  ris3_region_matcher_teach (matcher, meanings);
  plan = ris3_import_plan_new (table, file_name, sheet);
  self.columns = ris3_exchange_get_columns (table, &self.n_columns);
  self.readers = g_new0 (Ris3CellReader *, self.n_columns);
  self.matcher = matcher;
  self.plan = plan;
  self.version = ris3_exchange_find_column (table, "nuts_version");
  self.region = ris3_exchange_find_column (table, "nuts_code");
  self.country = ris3_exchange_find_column (table, "country");
  self.level = ris3_exchange_find_column (table, "nuts_level");
  self.name = ris3_exchange_find_column (table, "region_name");
  prepare_columns (&self);
  is_read = read_rows (&self, max_rows, progress, cancellable, error);
  for (guint i = 0; i < self.n_columns; i++)
    g_clear_pointer (&self.readers[i], ris3_cell_reader_free);
  g_free (self.readers);
  return is_read ? g_steal_pointer (&plan) : NULL;
}

GHashTable *
ris3_table_import_find_regions (const char *atlas_path, guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3ExchangeRows) rows
      = ris3_exchange_rows_load (atlas_path, RIS3_EXCHANGE_STRATEGIES, cancellable, error);
  guint version = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "nuts_version");
  guint code = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "nuts_code");
  GHashTable *codes;

  if (rows == NULL)
    return NULL;
  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (rows); i++)
    if (g_ascii_strtoull (ris3_exchange_rows_get (rows, i, version), NULL, 10) == nuts_version)
      g_hash_table_add (codes, g_strdup (ris3_exchange_rows_get (rows, i, code)));
  return codes;
}
