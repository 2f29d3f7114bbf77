/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-column-mapping-private.h"

#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-table-words.h"

/* Rows that are looked at. */
#define N_SAMPLES 200
/* Columns beyond are of no table that people fill in. */
#define MAX_COLUMNS 1000
/* What a table's headings must be worth together. */
#define MIN_SCORE 4

/* What the cells of a column look like. */
typedef struct
{
  guint n; /* that are not empty */
  guint n_codes;
  guint n_codes_with_digits;
  guint n_years;
  guint n_versions;
  guint n_periods;
  guint n_addresses;
  guint n_with_spaces;
  guint n_numbers;
} Contents;

typedef struct
{
  Ris3ColumnMapping *mapping;
  Ris3Table *from;
  guint n_from;
  Contents *contents; /* n_from */
  GArray **meanings;  /* n_from, of Ris3HeadingMeaning */
  gint *to;           /* n_from: the column of the exchanged table, or -1 */
} Guess;

static gboolean
is_code (const char *text, gsize length)
{
  if (length < 3 || length > 5 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return FALSE;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && !g_ascii_isupper (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_period (const char *text)
{
  const char *second = text + 4 + strcspn (text + 4, "0123456789");

  return strspn (text, "0123456789") == 4 && g_str_has_prefix (text, "20") && g_str_has_prefix (second, "20")
         && strspn (second, "0123456789") == 4 && second[4] == '\0' && second - text <= 10;
}

static void
look (Contents *self, const char *text)
{
  gsize length = strlen (text);
  gsize n_digits = strspn (text, "0123456789");
  guint version;

  if (length == 0)
    return;
  self->n++;
  self->n_numbers += n_digits == length;
  self->n_with_spaces += strchr (text, ' ') != NULL;
  self->n_years += length == 4 && n_digits == 4 && strcmp (text, "1990") >= 0 && strcmp (text, "2100") <= 0;
  self->n_versions += ris3_nuts_version_from_string (text, &version);
  self->n_periods += length >= 9 && is_period (text);
  self->n_addresses += g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
  if (is_code (text, length))
    {
      self->n_codes++;
      self->n_codes_with_digits += strcspn (text, "0123456789") < length;
    }
}

static void
look_at_rows (Guess *self)
{
  guint n_rows = MIN (ris3_table_get_n_rows (self->from), N_SAMPLES);
  const char *const *cells = ris3_table_get_cells (self->from);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < self->n_from; j++)
      {
        const char *cell = cells[(gsize) i * ris3_table_get_n_columns (self->from) + j];

        if (cell != NULL)
          look (&self->contents[j], cell);
      }
}

/* A heading such as “Priority” may be that of a number, or of its text. */
static gboolean
contradict (const Contents *contents, const Ris3ExchangeColumn *column)
{
  if (column->kind != RIS3_EXCHANGE_KEY || contents->n == 0 || g_str_equal (column->name, "organisation"))
    return FALSE;
  if (g_str_equal (column->name, "strategy_id"))
    return contents->n_with_spaces * 5 > contents->n;
  return contents->n_numbers < contents->n;
}

static void
read_headings (Guess *self)
{
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (self->mapping->table, NULL);

  for (guint i = 0; i < self->n_from; i++)
    {
      self->meanings[i] = ris3_table_words_find_columns (self->mapping->table, ris3_table_get_columns (self->from)[i]);
      for (guint j = self->meanings[i]->len; j > 0; j--)
        if (contradict (&self->contents[i],
                        &columns[g_array_index (self->meanings[i], Ris3HeadingMeaning, j - 1).column]))
          g_array_remove_index (self->meanings[i], j - 1);
    }
}

static void
assign (Guess *self, guint from, const Ris3HeadingMeaning *meaning)
{
  self->to[from] = (gint) meaning->column;
  self->mapping->from[meaning->column] = (gint) from;
  self->mapping->is_sure[meaning->column] = meaning->rank <= RIS3_HEADING_TITLE;
}

/* The best first. */
static void
assign_by_rank (Guess *self)
{
  for (;;)
    {
      const Ris3HeadingMeaning *best = NULL;
      guint best_from = 0;

      for (guint i = 0; i < self->n_from; i++)
        for (guint j = 0; self->to[i] < 0 && j < self->meanings[i]->len; j++)
          {
            const Ris3HeadingMeaning *meaning = &g_array_index (self->meanings[i], Ris3HeadingMeaning, j);

            if (self->mapping->from[meaning->column] < 0 && (best == NULL || meaning->rank < best->rank))
              {
                best = meaning;
                best_from = i;
              }
          }
      if (best == NULL)
        return;
      assign (self, best_from, best);
    }
}

/* “NUTS code” beside “Region”, which is the better heading for codes: then the other one has names. */
static gboolean
make_room (Guess *self, guint from)
{
  for (guint i = 0; i < self->meanings[from]->len; i++)
    {
      const Ris3HeadingMeaning *wanted = &g_array_index (self->meanings[from], Ris3HeadingMeaning, i);
      gint holder = self->mapping->from[wanted->column];

      for (guint j = 0; wanted->rank < RIS3_HEADING_SIMILAR && holder >= 0 && j < self->meanings[holder]->len; j++)
        {
          const Ris3HeadingMeaning *instead = &g_array_index (self->meanings[holder], Ris3HeadingMeaning, j);

          if (self->mapping->from[instead->column] >= 0 || instead->rank >= RIS3_HEADING_SIMILAR)
            continue;
          assign (self, (guint) holder, instead);
          assign (self, from, wanted);
          return TRUE;
        }
    }
  return FALSE;
}

/* What all cells but a slip or two are. */
static gboolean
is_most (guint n, const Contents *contents)
{
  return contents->n > 0 && n * 10 >= contents->n * 9;
}

static gboolean
fits (const Contents *contents, const char *column)
{
  if (g_str_equal (column, "nuts_code"))
    return is_most (contents->n_codes, contents) && contents->n_codes_with_digits * 2 >= contents->n;
  if (g_str_equal (column, "period"))
    return is_most (contents->n_periods, contents);
  if (g_str_equal (column, "year"))
    return is_most (contents->n_years, contents) && contents->n_versions < contents->n;
  return is_most (contents->n_addresses, contents);
}

/* Where the headings say nothing, by what only one column has. */
static void
assign_by_contents (Guess *self)
{
  static const char *const names[] = { "nuts_code", "period", "year", "source_url", "url" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint column = ris3_exchange_find_column (self->mapping->table, names[i]);
      gint found = -1;
      guint n = 0;

      if (column < 0 || self->mapping->from[column] >= 0)
        continue;
      for (guint j = 0; j < self->n_from; j++)
        if (self->to[j] < 0 && self->meanings[j]->len == 0 && fits (&self->contents[j], names[i]))
          {
            found = (gint) j;
            n++;
          }
      if (n == 1)
        {
          self->mapping->from[column] = found;
          self->to[found] = column;
        }
    }
}

/* A table that names regions by their names alone. */
static void
take_names_for_codes (Ris3ColumnMapping *self)
{
  gint code = ris3_exchange_find_column (self->table, "nuts_code");
  gint name = ris3_exchange_find_column (self->table, "region_name");

  if (code < 0 || name < 0 || self->from[code] >= 0)
    return;
  self->from[code] = self->from[name];
  self->is_sure[code] = FALSE;
  self->from[name] = -1;
}

Ris3ColumnMapping *
ris3_column_mapping_guess (Ris3Exchange table, Ris3Table *from)
{
  Ris3ColumnMapping *mapping;
  guint n_from;

  g_return_val_if_fail (table < RIS3_N_EXCHANGES && from != NULL, NULL);
  mapping = ris3_column_mapping_new (table);
  n_from = MIN (ris3_table_get_n_columns (from), MAX_COLUMNS);
  {
    g_autofree Contents *contents = g_new0 (Contents, n_from);
    g_autofree GArray **meanings = g_new0 (GArray *, n_from);
    g_autofree gint *to = g_new (gint, n_from);
    Guess guess = { mapping, from, n_from, contents, meanings, to };

    for (guint i = 0; i < n_from; i++)
      to[i] = -1;
    look_at_rows (&guess);
    read_headings (&guess);
    assign_by_rank (&guess);
    for (guint i = 0; i < n_from; i++)
      if (to[i] < 0)
        make_room (&guess, i);
    assign_by_contents (&guess);
    take_names_for_codes (mapping);
    for (guint i = 0; i < n_from; i++)
      g_array_unref (meanings[i]);
  }
  return mapping;
}

/* What is mapped counts for a table, what is left over against it. */
static double
judge (Ris3Exchange table, Ris3Table *from, const char *base_name, const char *sheet)
{
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (table, from);
  g_autofree char *problem = ris3_column_mapping_dup_problem (mapping);
  double score = 0;
  guint n_mapped = 0;

  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->from[i] >= 0)
      {
        n_mapped++;
        score += mapping->is_sure[i] ? 3 : 1;
      }
  if (n_mapped == 0)
    return 0;
  score -= 0.5 * (ris3_table_get_n_columns (from) - n_mapped);
  if (problem != NULL)
    score -= 4;
  if ((sheet != NULL && ris3_table_words_is_table (table, sheet)) || ris3_table_words_is_table (table, base_name))
    score += 4;
  return score;
}

/* What the program exports of the map is no table of the atlas, however alike some headings are. */
static gboolean
is_of_the_map (Ris3Table *from)
{
  static const char *const headings[] = { "code", "indicator", "class", "class_title", "source_region", NULL };
  guint n_found = 0;

  for (guint i = 0; i < ris3_table_get_n_columns (from); i++)
    n_found += g_strv_contains (headings, ris3_table_get_columns (from)[i]);
  return n_found == G_N_ELEMENTS (headings) - 1;
}

gboolean
ris3_column_mapping_guess_table (Ris3Table *from, const char *file_name, const char *sheet, Ris3Exchange *table)
{
  g_autofree char *base_name = NULL;
  double best = 0;
  char *ending;

  g_return_val_if_fail (from != NULL && file_name != NULL && table != NULL, FALSE);
  if (is_of_the_map (from))
    return FALSE;
  base_name = g_filename_display_basename (file_name);
  ending = strrchr (base_name, '.');
  if (ending != NULL && ending != base_name)
    *ending = '\0';
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    {
      double score = judge (i, from, base_name, sheet);

      if (score > best)
        {
          best = score;
          *table = (Ris3Exchange) i;
        }
    }
  return best >= MIN_SCORE;
}
