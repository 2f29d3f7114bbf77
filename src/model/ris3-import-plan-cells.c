/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Single cells: what the schema would refuse is said here in words, and what to do. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-import-private.h"
#include "model/ris3-language.h"

#define MAX_TEXT (1024 * 1024)

typedef struct
{
  Ris3Comparison *comparison;
  Ris3ImportPlan *plan;
  guint row;
  const Ris3ExchangeColumn *column;
  const char **cell;
} Cell;

/* As a number that is not negative is stored. */
static gboolean
is_usual_number (const char *text)
{
  return (*text != '0' || text[1] == '\0') && text[strspn (text, "0123456789")] == '\0';
}

static void
check_integer (Cell *cell)
{
  gint64 number;
  char text[24];

  if (!g_ascii_string_to_signed (*cell->cell, 10, cell->column->least, cell->column->most, &number, NULL))
    {
      g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, cell->column->least);
      g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, cell->column->most);

      ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                                _ ("“%s” is not a whole number from %s to %s. Correct it."), *cell->cell, from, to);
      return;
    }
  if (is_usual_number (*cell->cell))
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  if (!g_str_equal (text, *cell->cell))
    *cell->cell = g_string_chunk_insert_const (cell->plan->texts, text);
}

static void
check_real (Cell *cell)
{
  char *end = NULL;
  double number = g_ascii_strtod (*cell->cell, &end);
  g_autofree char *text = NULL;

  if (end == *cell->cell || *end != '\0' || !(number >= cell->column->least && number <= cell->column->most))
    {
      g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, cell->column->least);
      g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, cell->column->most);

      ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                                _ ("“%s” is not a number from %s to %s. Correct it."), *cell->cell, from, to);
      return;
    }
  text = ris3_exchange_format_real (number == 0 ? 0 : number);
  if (!g_str_equal (text, *cell->cell))
    *cell->cell = g_string_chunk_insert_const (cell->plan->texts, text);
}

static void
check_word (Cell *cell)
{
  const char *const *words = cell->column->words;
  g_autofree char *all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], *cell->cell))
      return;
  all = g_strjoinv (", ", (char **) words);
  ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                            _ ("“%s” is not known here. Use one of these: %s."), *cell->cell, all);
}

static void
check_date (Cell *cell)
{
  g_autofree char *at = g_strconcat (*cell->cell, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (at, NULL);

  if (date == NULL || strlen (*cell->cell) != strlen ("2026-01-01") || g_date_time_get_year (date) < 1000
      || g_date_time_get_year (date) > 2999)
    ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                              _ ("“%s” is not a date. Write it like 2026-01-31."), *cell->cell);
}

static void
check_time (Cell *cell)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (*cell->cell, NULL);

  if (time == NULL || strlen (*cell->cell) != strlen ("2026-01-01T00:00:00Z") || !g_str_has_suffix (*cell->cell, "Z"))
    ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                              _ ("“%s” is not a time. Write it like 2026-01-31T12:00:00Z."), *cell->cell);
}

static gint
compare_themes (gconstpointer a, gconstpointer b, gpointer order)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (order, *(const char *const *) a))
         - GPOINTER_TO_INT (g_hash_table_lookup (order, *(const char *const *) b));
}

static gboolean
is_theme_list (Cell *cell, GString *usual)
{
  g_auto (GStrv) codes = g_strsplit (*cell->cell, ";", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *code = g_strstrip (codes[i]);
      const char *known = g_hash_table_lookup (cell->comparison->themes, code);

      if (*code == '\0' && codes[i + 1] == NULL)
        break;
      if (known == NULL)
        ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                                  _ ("“%s” is not a theme in the codebook. Correct it, or add it there."), code);
      else if (!g_hash_table_add (seen, (gpointer) known))
        ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                                  _ ("the theme “%s” is there twice. Remove one."), code);
      if (ris3_import_plan_is_refused (cell->plan, cell->row))
        return FALSE;
      g_ptr_array_add (list, (gpointer) known);
    }
  /* Those of a priority have an order of their own. */
  if (cell->plan->table != RIS3_EXCHANGE_PRIORITIES)
    g_ptr_array_sort_with_data (list, compare_themes, cell->comparison->theme_order);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (usual, "%s%s", i > 0 ? ";" : "", (const char *) g_ptr_array_index (list, i));
  return TRUE;
}

/* Few lists are written many times. */
static void
check_themes (Cell *cell)
{
  const char *known = g_hash_table_lookup (cell->comparison->known_themes, *cell->cell);
  g_autoptr (GString) usual = NULL;

  if (known == NULL)
    {
      usual = g_string_new (NULL);
      if (!is_theme_list (cell, usual))
        return;
      known = g_string_chunk_insert_const (cell->plan->texts, usual->str);
      g_hash_table_insert (cell->comparison->known_themes, (gpointer) *cell->cell, (gpointer) known);
    }
  *cell->cell = known;
}

/* A row that SQLite numbers. */
static void
check_number (Cell *cell)
{
  gint64 number;
  char text[24];

  if (!g_ascii_string_to_signed (*cell->cell, 10, 1, G_MAXINT64, &number, NULL))
    {
      ris3_import_plan_problem (
          cell->plan, cell->row, cell->column->name,
          _ ("“%s” is not the number of a row. Correct it, or leave the cell empty for a new row."), *cell->cell);
      return;
    }
  if (is_usual_number (*cell->cell))
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  if (!g_str_equal (text, *cell->cell))
    *cell->cell = g_string_chunk_insert_const (cell->plan->texts, text);
}

static gboolean
is_digits (const char *text, gsize first, gsize n)
{
  for (gsize i = first; i < first + n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_period (const char *text)
{
  return strlen (text) == 9 && g_str_has_prefix (text, "20") && g_str_has_prefix (text + 5, "20") && text[4] == '-'
         && is_digits (text, 0, 4) && is_digits (text, 5, 4) && memcmp (text, text + 5, 4) < 0;
}

static gboolean
is_colour (const char *text)
{
  if (strlen (text) != 7 || text[0] != '#')
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isdigit (text[i]) && !(text[i] >= 'a' && text[i] <= 'f'))
      return FALSE;
  return TRUE;
}

static void
check_code (Cell *cell)
{
  const char *name = cell->column->name;
  const char *text = *cell->cell;

  if (g_str_equal (name, "period"))
    {
      if (!is_period (text))
        ris3_import_plan_problem (cell->plan, cell->row, name,
                                  _ ("“%s” is not a period such as “2014-2020”. Correct it."), text);
    }
  else if (g_str_equal (name, "language"))
    {
      if (strlen (text) != 2 || !g_ascii_islower (text[0]) || !g_ascii_islower (text[1]))
        {
          g_autofree const char **codes = ris3_language_get_codes ();
          g_autofree char *list = g_strjoinv (", ", (char **) codes);

          /* Translators: what a cell has, and codes of languages. */
          ris3_import_plan_problem (cell->plan, cell->row, name,
                                    _ ("“%s” is no language that is known here. Write its code of two small letters, "
                                       "such as one of these: %s."),
                                    text, list);
        }
    }
  else if (g_str_equal (name, "country"))
    {
      if (strlen (text) != 2 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
        ris3_import_plan_problem (cell->plan, cell->row, name,
                                  _ ("“%s” is not a country code of two capital letters, such as “EL”. Correct it."),
                                  text);
    }
  else if (g_str_equal (name, "colour"))
    {
      if (!is_colour (text))
        ris3_import_plan_problem (cell->plan, cell->row, name,
                                  _ ("“%s” is not a colour. Write it like #3584e4, with small letters."), text);
    }
  else if (g_str_has_suffix (name, "_at"))
    check_time (cell);
}

static void
check_answer (Cell *cell)
{
  if (!g_str_equal (*cell->cell, "1") && !g_str_equal (*cell->cell, "0"))
    ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                              _ ("“%s” is not known here. Use one of these, or leave the cell empty: %s."), *cell->cell,
                              "0, 1");
}

static void
check_filled (Cell *cell)
{
  if (cell->column == cell->plan->columns && cell->plan->edit_table->key_is_number)
    {
      check_number (cell);
      return;
    }
  switch (cell->column->kind)
    {
    case RIS3_EXCHANGE_INTEGER:
      check_integer (cell);
      break;
    case RIS3_EXCHANGE_REAL:
      check_real (cell);
      break;
    case RIS3_EXCHANGE_ANSWER:
      check_answer (cell);
      break;
    case RIS3_EXCHANGE_WORD:
      check_word (cell);
      break;
    case RIS3_EXCHANGE_DATE:
      check_date (cell);
      break;
    case RIS3_EXCHANGE_THEMES:
      check_themes (cell);
      break;
    case RIS3_EXCHANGE_CODE:
      check_code (cell);
      G_GNUC_FALLTHROUGH;
    case RIS3_EXCHANGE_TEXT:
    case RIS3_EXCHANGE_KEY:
      if (strnlen (*cell->cell, MAX_TEXT + 1) > MAX_TEXT)
        ris3_import_plan_problem (cell->plan, cell->row, cell->column->name,
                                  _ ("this text is longer than 1 MB. Shorten it."));
      break;
    case RIS3_EXCHANGE_REGION: /* with its version, in ris3-import-plan-rules.c */
    default:
      break;
    }
}

/* The default of a yes or no is no; but whether a priority names personalised medicine must be answered. */
static void
check_empty (Cell *cell)
{
  gboolean has_default = ris3_import_plan_has_default (cell->plan, (guint) (cell->column - cell->plan->columns));

  /* The program knows when. */
  if (g_str_has_suffix (cell->column->name, "_at"))
    *cell->cell = NULL;
  /* So does the atlas, of a region that it knows. */
  else if (g_str_equal (cell->column->name, "region_name") && !cell->plan->is_building)
    *cell->cell = NULL;
  else if (g_str_equal (cell->column->name, "explicit_pm"))
    ris3_import_plan_problem (cell->plan, cell->row, cell->column->name, _ ("this cell is empty. Write 1 or 0."));
  else if (cell->column->is_needed
           || (cell->plan->is_building && cell->column == cell->plan->columns && !cell->plan->edit_table->key_is_number)
           || g_str_equal (cell->column->name, "region_name")
           || (cell->column->kind == RIS3_EXCHANGE_WORD && has_default))
    ris3_import_plan_problem (cell->plan, cell->row, cell->column->name, _ ("this cell is empty. Fill it in."));
  else if (cell->column->kind == RIS3_EXCHANGE_ANSWER && has_default)
    *cell->cell = "0";
}

void
ris3_import_plan_trim_key (Ris3ImportPlan *self, guint row, guint column, GHashTable *known)
{
  const char **cell = ris3_import_plan_cell (self, row, column);
  g_autofree char *trimmed = NULL;

  if (*cell == NULL || g_hash_table_contains (known, *cell))
    return;
  trimmed = g_strstrip (g_strdup (*cell));
  if (g_str_equal (trimmed, *cell))
    return;
  ris3_import_plan_note (self, row, self->columns[column].name, _ ("“%s” is read without the spaces at its ends."),
                         *cell);
  *cell = g_string_chunk_insert (self->texts, trimmed);
}

/* A code without its version is of the usual one, and a version without a code says nothing. */
static void
complete_region (Ris3ImportPlan *self, guint row)
{
  gint code = ris3_import_plan_find (self, "nuts_code");
  gint version = ris3_import_plan_find (self, "nuts_version");
  gint country = ris3_import_plan_find (self, "country");
  const char *value;

  if (code < 0)
    return;
  if (!self->has[code])
    {
      /* As if the file did not have it. */
      *ris3_import_plan_cell (self, row, (guint) version) = NULL;
      return;
    }
  value = *ris3_import_plan_cell (self, row, (guint) code);
  if (self->has[version])
    {
      const char **cell = ris3_import_plan_cell (self, row, (guint) version);

      if (*value == '\0')
        *cell = "";
      else if (**cell == '\0')
        *cell = G_STRINGIFY (RIS3_IMPORT_NUTS_VERSION);
    }
  if (country >= 0 && self->has[country] && strlen (value) >= 2)
    {
      const char **cell = ris3_import_plan_cell (self, row, (guint) country);

      if (**cell == '\0')
        *cell = g_string_chunk_insert_len (self->texts, value, 2);
    }
}

void
ris3_import_plan_check_cells (Ris3Comparison *comparison, guint row)
{
  Ris3ImportPlan *self = comparison->plan;

  complete_region (self, row);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Cell cell = { comparison, self, row, &self->columns[i], ris3_import_plan_cell (self, row, i) };

      if (*cell.cell == NULL || ris3_import_plan_get_problem (self, row, i) != NULL)
        continue;
      if (**cell.cell != '\0')
        check_filled (&cell);
      else if (ris3_import_plan_clears (self))
        check_empty (&cell);
    }
}

/* Whether another cell of the row asks for this one to be empty. */
static gboolean
is_ruled_out (Cell *cell)
{
  static const char *const answers[] = { "has_health_priority", "pm_mark", "pm_disputed", "pm_basis", NULL };
  const char *mark, *state;

  if (cell->plan->table != RIS3_EXCHANGE_STRATEGIES || !g_strv_contains (answers, cell->column->name))
    return FALSE;
  mark = *ris3_import_plan_cell (cell->plan, cell->row, (guint) ris3_import_plan_find (cell->plan, "pm_mark"));
  state = *ris3_import_plan_cell (cell->plan, cell->row, (guint) ris3_import_plan_find (cell->plan, "analysis_state"));
  return g_strcmp0 (state, "pending") == 0
         || (g_str_equal (cell->column->name, "pm_basis") && g_strcmp0 (mark, "0") == 0);
}

/* A new row gets the default of a word and of an answer that must be there. */
static void
settle_empty (Cell *cell)
{
  gboolean has_default = ris3_import_plan_has_default (cell->plan, (guint) (cell->column - cell->plan->columns));

  if (is_ruled_out (cell))
    check_empty (cell);
  else if (ris3_import_plan_row (cell->plan, cell->row)->match >= 0
           || (cell->column->kind == RIS3_EXCHANGE_WORD && has_default && !cell->column->is_needed))
    *cell->cell = NULL;
  else
    check_empty (cell);
}

void
ris3_import_plan_settle_cells (Ris3Comparison *comparison, guint row)
{
  Ris3ImportPlan *self = comparison->plan;

  for (guint i = 1; i < self->n_columns && !ris3_import_plan_clears (self); i++)
    {
      Cell cell = { comparison, self, row, &self->columns[i], ris3_import_plan_cell (self, row, i) };

      if (*cell.cell != NULL && **cell.cell == '\0' && ris3_import_plan_get_problem (self, row, i) == NULL)
        settle_empty (&cell);
    }
}
