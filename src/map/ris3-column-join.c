/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-column-join.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-indicator.h"
#include "map/ris3-number-text.h"
#include "map/ris3-region-matcher.h"
#include "model/ris3-region-key.h"

struct _Ris3ColumnJoin
{
  Ris3Edit *edit;
  char *indicator;
  gboolean is_text;
  guint n_values, n_empty;
  GPtrArray *unjoined; /* of Ris3UnjoinedRow */
  char **missing;
  guint level;
};

static void
unjoined_free (gpointer data)
{
  Ris3UnjoinedRow *row = data;

  g_free (row->text);
  g_free (row->problem);
  g_free (row);
}

void
ris3_column_join_free (Ris3ColumnJoin *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->edit, ris3_edit_unref);
  g_free (self->indicator);
  g_ptr_array_unref (self->unjoined);
  g_strfreev (self->missing);
  g_free (self);
}

/* The text of a cell without space around it, in one line. (transfer full) */
static char *
get_text (Ris3Table *table, guint row, guint column)
{
  const char *cell = ris3_table_get_cells (table)[row * ris3_table_get_n_columns (table) + column];

  return g_strstrip (g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\t\r\n", ' '));
}

/* Statistical offices write so that there is no value. */
static gboolean
is_nothing (const char *text)
{
  static const char *const nothing[] = { "", ":", "-", "–", ".", "..", "...", "…", "n/a", "N/A", "NA", "#N/A", NULL };

  return g_strv_contains (nothing, text) || g_str_has_prefix (text, ": ");
}

/* "12.5 b", with a flag such as Eurostat's for a break in the series, is the number. */
static gboolean
read_number (const char *text, Ris3Decimal decimal, double *number)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *plain = NULL;

  if (ris3_number_text_read (text, decimal, number))
    return isfinite (*number);
  if (space == NULL || strlen (space) > 4 || !g_ascii_isalpha (space[1]))
    return FALSE;
  plain = g_strndup (text, (gsize) (space - text));
  return ris3_number_text_read (plain, decimal, number) && isfinite (*number);
}

/* Whether most cells are numbers, and in which way most of them are. */
static gboolean
has_numbers (Ris3Table *table, guint column, Ris3Decimal *decimal)
{
  guint n_of[RIS3_N_DECIMALS] = { 0 }, n_cells = 0;

  for (guint row = 0; row < ris3_table_get_n_rows (table); row++)
    {
      g_autofree char *text = get_text (table, row, column);
      double number;

      if (is_nothing (text))
        continue;
      n_cells++;
      for (guint i = 0; i < RIS3_N_DECIMALS; i++)
        n_of[i] += read_number (text, i, &number);
    }
  *decimal = n_of[RIS3_DECIMAL_COMMA] > n_of[RIS3_DECIMAL_POINT] ? RIS3_DECIMAL_COMMA : RIS3_DECIMAL_POINT;
  return n_cells > 0 && n_of[*decimal] * 2 >= n_cells;
}

/* Takes the problem. */
static void
leave_out (Ris3ColumnJoin *self, Ris3Table *table, guint row, const char *text, char *problem)
{
  Ris3UnjoinedRow *left = g_new0 (Ris3UnjoinedRow, 1);

  left->line = ris3_table_get_lines (table)[row];
  left->text = g_strdup (text);
  left->problem = problem;
  g_ptr_array_add (self->unjoined, left);
}

typedef struct
{
  GHashTable *lines; /* of the row that gave a region its value, by "VERSION CODE" */
  GStrvBuilder *values;
  guint n_of[4]; /* values on each level */
  Ris3Decimal decimal;
} Joining;

static void
join_row (Ris3ColumnJoin *self,
          Ris3Table *table,
          guint row,
          const Ris3JoinChoice *choice,
          Ris3RegionMatcher *matcher,
          Joining *joining)
{
  g_autofree char *code = get_text (table, row, choice->code_column);
  g_autofree char *text = get_text (table, row, choice->value_column);
  const Ris3RegionMatch *match;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gpointer line;
  double number;

  if (*code == '\0' && *text == '\0')
    return;
  if (*code == '\0')
    {
      leave_out (self, table, row, text, g_strdup (_ ("The row names no region.")));
      return;
    }
  match = ris3_region_matcher_match (matcher, code, choice->nuts_version, NULL, -1);
  if (match->code == NULL)
    {
      leave_out (self, table, row, code, g_strdup (match->problem));
      return;
    }
  if (is_nothing (text))
    {
      self->n_empty++;
      return;
    }
  if (!self->is_text && !read_number (text, joining->decimal, &number))
    {
      leave_out (self, table, row, text, g_strdup_printf (_ ("“%s” is no number (%s)."), text, code));
      return;
    }
  key = ris3_region_key (match->version, match->code);
  line = g_hash_table_lookup (joining->lines, key);
  if (line != NULL)
    {
      leave_out (self, table, row, code,
                 g_strdup_printf (_ ("Row %u already has a value of this region."), GPOINTER_TO_UINT (line)));
      return;
    }
  value = self->is_text ? g_strdup_printf ("%s %s", key, text)
                        : g_strdup_printf ("%s %s", key, g_ascii_dtostr (buffer, sizeof buffer, number));
  g_strv_builder_add (joining->values, value);
  joining->n_of[MIN (strlen (match->code) - 2, G_N_ELEMENTS (joining->n_of) - 1)]++;
  self->n_values++;
  g_hash_table_insert (joining->lines, g_steal_pointer (&key), GUINT_TO_POINTER (ris3_table_get_lines (table)[row]));
}

/* Regions of the finder's boundaries that the table does not name, or has no value of. */
static void
find_missing (Ris3ColumnJoin *self, Ris3RegionFinder *finder, Joining *joining)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (ris3_region_finder_get_geodata (finder));
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_autoptr (GHashTable) with_value = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint level = 1; level < G_N_ELEMENTS (joining->n_of); level++)
    if (joining->n_of[level] > joining->n_of[self->level])
      self->level = level;
  g_hash_table_iter_init (&iter, joining->lines);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (with_value, g_strdup (strchr (key, ' ') + 1));
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      if (region->level == self->level && !g_hash_table_contains (with_value, region->code))
        g_strv_builder_add (missing, region->code);
    }
  self->missing = g_strv_builder_end (missing);
}

static Ris3Edit *
make_edit (Ris3ColumnJoin *self, const Ris3JoinChoice *choice, guint version, const char *const *values)
{
  Ris3Edit *edit = ris3_edit_new_add ("joined_column");

  ris3_edit_set_text (edit, "name", choice->name);
  ris3_edit_set_text (edit, "kind", self->is_text ? "text" : "number");
  ris3_edit_set_text (edit, "unit", choice->unit);
  if (choice->year > 0)
    ris3_edit_set_integer (edit, "year", choice->year);
  ris3_edit_set_integer (edit, "nuts_version", choice->nuts_version > 0 ? choice->nuts_version : version);
  ris3_edit_set_text (edit, "source", choice->source);
  ris3_edit_set_text (edit, "source_file", choice->source_file);
  ris3_edit_set_text (edit, "source_date", choice->source_date);
  ris3_edit_set_values (edit, values);
  return edit;
}

static gboolean
check_choice (Ris3Table *table, const Ris3JoinChoice *choice, GError **error)
{
  guint n_columns = ris3_table_get_n_columns (table);

  if (choice->code_column >= n_columns || choice->value_column >= n_columns
      || choice->code_column == choice->value_column)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Codes and values must be two different columns of the table."));
      return FALSE;
    }
  if (choice->name == NULL || !ris3_indicator_is_argument (choice->name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The column needs a name of 1 to %d characters in one line."), RIS3_INDICATOR_MAX_ARGUMENT);
      return FALSE;
    }
  if (choice->year != 0 && (choice->year < 1900 || choice->year > 2100))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The year must be from 1900 to 2100."));
      return FALSE;
    }
  return TRUE;
}

Ris3ColumnJoin *
ris3_column_join_new (Ris3Table *table, const Ris3JoinChoice *choice, Ris3RegionFinder *finder, GError **error)
{
  g_autoptr (Ris3ColumnJoin) self = NULL;
  g_autoptr (Ris3RegionMatcher) matcher = NULL;
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Joining joining = { .lines = lines, .values = builder };
  g_auto (GStrv) values = NULL;

  g_return_val_if_fail (table != NULL && choice != NULL && finder != NULL, NULL);
  if (!check_choice (table, choice, error))
    return NULL;
  self = g_new0 (Ris3ColumnJoin, 1);
  self->unjoined = g_ptr_array_new_with_free_func (unjoined_free);
  self->is_text = !has_numbers (table, choice->value_column, &joining.decimal);
  matcher = ris3_region_matcher_new (finder);
  for (guint row = 0; row < ris3_table_get_n_rows (table); row++)
    join_row (self, table, row, choice, matcher, &joining);
  if (self->n_values == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("No row of “%s” has a region and a value. Choose the column with the codes and the one with the "
                      "values."),
                   choice->source_file);
      return NULL;
    }
  find_missing (self, finder, &joining);
  values = g_strv_builder_end (builder);
  self->edit = make_edit (
      self, choice,
      ris3_boundaries_get_nuts_version (ris3_geodata_get_boundaries (ris3_region_finder_get_geodata (finder))),
      (const char *const *) values);
  self->indicator = g_strdup_printf ("%s:%s", self->is_text ? "column-text" : "column", choice->name);
  return g_steal_pointer (&self);
}

char *
ris3_column_join_find_date (const char *path)
{
  g_autoptr (GDateTime) date = NULL;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, NULL);
  if (g_stat (path, &info) == 0)
    date = g_date_time_new_from_unix_local (info.st_mtime);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

gboolean
ris3_column_join_get_is_text (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_text;
}

guint
ris3_column_join_get_n_values (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_values;
}

guint
ris3_column_join_get_n_empty (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_empty;
}

GPtrArray *
ris3_column_join_get_unjoined (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->unjoined;
}

const char *const *
ris3_column_join_get_missing (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->missing;
}

const char *
ris3_column_join_get_indicator (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->indicator;
}

guint
ris3_column_join_get_level (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->level;
}

char *
ris3_column_join_describe (Ris3ColumnJoin *self)
{
  g_autofree char *values = NULL;
  g_autofree char *rows = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  values = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u region gets a value", "%'u regions get a value", self->n_values),
      self->n_values);
  rows = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u row is not joined", "%'u rows are not joined", self->unjoined->len),
      self->unjoined->len);
  /* Translators: how many regions get a value, how many rows are not joined, how many regions of a NUTS level, the last
   * number, have no value. */
  return g_strdup_printf (_ ("%s; %s; regions of level %u without a value: %u."), values, rows, self->level,
                          g_strv_length (self->missing));
}

Ris3Edit *
ris3_column_join_make_edit (Ris3ColumnJoin *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_edit_copy (self->edit);
}
