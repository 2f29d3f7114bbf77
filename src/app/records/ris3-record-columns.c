/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tables of strategies, priorities and regions say, column by column. */

#include "config.h"

#include "app/records/ris3-record-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/records/ris3-record-data-private.h"
#include "app/ris3-region-words.h"
#include "map/ris3-period.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-language.h"
#include "model/ris3-text.h"

/* Characters of a cell; the whole text is in the region panel. */
#define MAX_CELL 1000

static char *
number_text (guint number)
{
  return g_strdup_printf ("%u", number);
}

/* Strategies, and what priorities say of theirs */

static Ris3Strategy *
get_strategy (const Ris3RecordData *data, guint row)
{
  return data->strategies[data->records == RIS3_RECORDS_PRIORITIES ? data->owners[row] : row];
}

/* The region that a strategy names, if the boundaries have it under that code; NULL: not. */
static const Ris3Region *
find_region (const Ris3RecordData *data, guint row)
{
  Ris3Strategy *strategy = get_strategy (data, row);
  guint version = ris3_boundaries_get_nuts_version (data->boundaries);
  gint region = ris3_boundaries_find (data->boundaries, ris3_strategy_get_region_code (strategy));

  if (region < 0 || (version != 0 && version != ris3_strategy_get_nuts_version (strategy)))
    return NULL;
  return ris3_boundaries_get_region (data->boundaries, (guint) region);
}

static char *
get_region (const Ris3RecordData *data, guint row)
{
  const Ris3Region *region = find_region (data, row);
  Ris3Strategy *strategy = get_strategy (data, row);
  const char *name = region != NULL ? ris3_region_display_name (region) : NULL;

  /* Boundaries of one's own may not have it, but its name is known. */
  if (name == NULL && ris3_boundaries_is_own (data->boundaries))
    name = ris3_boundaries_lookup_name (data->boundaries, ris3_strategy_get_region_code (strategy));
  return ris3_text_to_line (name != NULL ? name : ris3_strategy_get_region_name (strategy), MAX_CELL);
}

static char *
get_code (const Ris3RecordData *data, guint row)
{
  return g_strdup (ris3_strategy_get_region_code (get_strategy (data, row)));
}

static char *
get_country (const Ris3RecordData *data, guint row)
{
  const char *code = ris3_strategy_get_country (get_strategy (data, row));
  const char *name = ris3_boundaries_lookup_name (data->boundaries, code);

  return g_strdup (name != NULL ? name : code);
}

static char *
get_level (const Ris3RecordData *data, guint row)
{
  return number_text (ris3_strategy_get_level (get_strategy (data, row)));
}

static char *
get_version (const Ris3RecordData *data, guint row)
{
  return number_text (ris3_strategy_get_nuts_version (get_strategy (data, row)));
}

static char *
get_period (const Ris3RecordData *data, guint row)
{
  return ris3_period_to_text (ris3_strategy_get_period (get_strategy (data, row)));
}

static char *
get_year (const Ris3RecordData *data, guint row)
{
  guint year = ris3_strategy_get_year (get_strategy (data, row));

  return year != 0 ? number_text (year) : g_strdup ("");
}

static char *
get_language (const Ris3RecordData *data, guint row)
{
  return g_strdup (ris3_language_get_name (ris3_strategy_get_language (get_strategy (data, row))));
}

static char *
get_title (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (ris3_strategy_get_title (get_strategy (data, row)), MAX_CELL);
}

static char *
get_strategy_id (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (ris3_strategy_get_id (get_strategy (data, row)), MAX_CELL);
}

/* Why nothing is said about what is in a strategy; NULL: something may be. */
static const char *
get_absence (Ris3Strategy *strategy)
{
  if (ris3_strategy_get_withheld (strategy))
    return ris3_absence_get_title (RIS3_ABSENCE_WITHHELD);
  if (!ris3_strategy_is_analysed (strategy))
    return ris3_absence_get_title (RIS3_ABSENCE_NOT_ANALYSED);
  return NULL;
}

static const char *
get_answer_title (Ris3Answer answer)
{
  switch (answer)
    {
    case RIS3_ANSWER_YES:
      return C_ ("answer", "Yes");
    case RIS3_ANSWER_NO:
      return C_ ("answer", "No");
    case RIS3_ANSWER_UNKNOWN:
    default:
      return C_ ("answer", "Not answered");
    }
}

static char *
get_mark (const Ris3RecordData *data, guint row)
{
  Ris3Strategy *strategy = get_strategy (data, row);
  const char *absence = get_absence (strategy);
  Ris3Answer answer = ris3_strategy_get_pm_mark (strategy);

  if (absence != NULL)
    return g_strdup (absence);
  if (!ris3_strategy_get_pm_disputed (strategy))
    return g_strdup (get_answer_title (answer));
  if (answer == RIS3_ANSWER_UNKNOWN)
    return g_strdup (C_ ("answer", "Disputed"));
  return g_strdup (answer == RIS3_ANSWER_YES ? C_ ("answer", "Yes, disputed") : C_ ("answer", "No, disputed"));
}

static char *
get_basis (const Ris3RecordData *data, guint row)
{
  Ris3Strategy *strategy = get_strategy (data, row);

  if (get_absence (strategy) != NULL || ris3_strategy_get_pm_mark (strategy) != RIS3_ANSWER_YES)
    return g_strdup ("");
  return g_strdup (ris3_mark_basis_get_title (ris3_strategy_get_pm_basis (strategy)));
}

static char *
get_health (const Ris3RecordData *data, guint row)
{
  Ris3Strategy *strategy = get_strategy (data, row);
  const char *absence = get_absence (strategy);

  return g_strdup (absence != NULL ? absence : get_answer_title (ris3_strategy_get_health_priority (strategy)));
}

static char *
get_analysis (const Ris3RecordData *data, guint row)
{
  return g_strdup (ris3_analysis_state_get_title (ris3_strategy_get_analysis_state (get_strategy (data, row))));
}

static char *
get_source (const Ris3RecordData *data, guint row)
{
  return g_strdup (ris3_source_kind_get_title (ris3_strategy_get_source_kind (get_strategy (data, row))));
}

static char *
get_n_priorities (const Ris3RecordData *data, guint row)
{
  return get_absence (data->strategies[row]) == NULL ? number_text (data->counts[row]) : g_strdup ("");
}

/* Priorities */

/* name: of the column in the exchanged table */
static const char *
get_cell (const Ris3RecordData *data, guint row, const char *name)
{
  return ris3_exchange_rows_get (data->rows, data->places[row],
                                 (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, name));
}

static char *
get_label (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (get_cell (data, row, "label"), MAX_CELL);
}

static char *
get_text (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (get_cell (data, row, "text_en"), MAX_CELL);
}

static char *
get_original (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (get_cell (data, row, "text_original"), MAX_CELL);
}

static char *
get_part_of (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (get_cell (data, row, "parent_label"), MAX_CELL);
}

static char *
get_page (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (get_cell (data, row, "page"), MAX_CELL);
}

static char *
get_themes (const Ris3RecordData *data, guint row)
{
  const char *codes = get_cell (data, row, "themes");
  g_auto (GStrv) each = NULL;
  GString *names;

  if (*codes == '\0')
    return g_strdup ("");
  each = g_strsplit (codes, ";", -1);
  names = g_string_new (NULL);
  for (guint i = 0; each[i] != NULL; i++)
    {
      const char *name = g_hash_table_lookup (data->themes, each[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", name != NULL ? name : each[i]);
    }
  return g_string_free (names, FALSE);
}

static char *
get_explicit (const Ris3RecordData *data, guint row)
{
  return g_strdup (g_str_equal (get_cell (data, row, "explicit_pm"), "1") ? C_ ("answer", "Yes") : "");
}

static char *
get_priority_id (const Ris3RecordData *data, guint row)
{
  return g_strdup (get_cell (data, row, "priority_id"));
}

/* Regions */

/* On the first map; NULL: it is divided there. */
static const Ris3Territory *
get_territory (const Ris3RecordData *data, guint row)
{
  gint place = data->first_places[row];

  return place >= 0 ? ris3_classification_get_territory (data->classification, (guint) place) : NULL;
}

static const Ris3Region *
get_area (const Ris3RecordData *data, guint row)
{
  return ris3_boundaries_get_region (data->boundaries, data->areas[row]);
}

static char *
get_area_name (const Ris3RecordData *data, guint row)
{
  return ris3_text_to_line (ris3_region_display_name (get_area (data, row)), MAX_CELL);
}

static char *
get_area_code (const Ris3RecordData *data, guint row)
{
  return g_strdup (get_area (data, row)->code);
}

static char *
get_area_country (const Ris3RecordData *data, guint row)
{
  return g_strdup (ris3_region_display_name (ris3_region_country (data->boundaries, get_area (data, row))));
}

static char *
get_area_level (const Ris3RecordData *data, guint row)
{
  return ris3_region_level_words (get_area (data, row));
}

/* What a map shows of an area, which may lie in a wider one there, or be divided. */
static char *
describe_place (const Ris3RecordData *data, Ris3Classification *classification, gint place, guint row)
{
  g_autofree char *words = NULL;
  guint region;

  if (place < 0)
    return g_strdup (C_ ("class of a region", "Divided into regions"));
  words = ris3_territory_words (classification, (guint) place);
  region = ris3_classification_get_territory (classification, (guint) place)->region;
  if (region == data->areas[row])
    return g_steal_pointer (&words);
  /* Translators: what a map shows of a region, and of which wider region that is: “Explicit PM priority (as Austria)”
   */
  return g_strdup_printf (C_ ("class of a region", "%s (as %s)"), words,
                          ris3_region_display_name (ris3_boundaries_get_region (data->boundaries, region)));
}

static char *
get_area_class (const Ris3RecordData *data, guint row)
{
  return describe_place (data, data->classification, data->first_places[row], row);
}

static char *
get_area_second_class (const Ris3RecordData *data, guint row)
{
  return data->second != NULL ? describe_place (data, data->second, data->second_places[row], row) : g_strdup ("");
}

/* As the legend lists the classes; areas that are divided come last. */
static guint
get_class_of_place (Ris3Classification *classification, gint place)
{
  return place >= 0 ? ris3_classification_get_territory (classification, (guint) place)->klass : G_MAXUINT;
}

static guint
get_area_class_order (const Ris3RecordData *data, guint row)
{
  return get_class_of_place (data->classification, data->first_places[row]);
}

static guint
get_area_second_class_order (const Ris3RecordData *data, guint row)
{
  return data->second != NULL ? get_class_of_place (data->second, data->second_places[row]) : 0;
}

static char *
get_area_difference (const Ris3RecordData *data, guint row)
{
  return g_strdup (data->differences != NULL && data->differences[row] >= 0
                       ? ris3_difference_get_title ((Ris3Difference) data->differences[row])
                       : "");
}

static char *
get_area_source (const Ris3RecordData *data, guint row)
{
  const Ris3Territory *territory = get_territory (data, row);
  gint source = territory != NULL ? territory->source_region : -1;

  if (source < 0 || (guint) source == data->areas[row])
    return g_strdup ("");
  return ris3_region_name_with_code (ris3_boundaries_get_region (data->boundaries, (guint) source));
}

static char *
get_area_strategies (const Ris3RecordData *data, guint row)
{
  return get_territory (data, row) != NULL ? number_text (get_territory (data, row)->n_strategies) : g_strdup ("");
}

static char *
get_area_parts (const Ris3RecordData *data, guint row)
{
  return get_territory (data, row) != NULL ? number_text (get_territory (data, row)->n_areas) : g_strdup ("");
}

static const Ris3RecordColumn strategy_columns[] = {
  { "region", N_ ("Region"), RIS3_RECORD_TEXT, TRUE, 190, get_region },
  { "code", N_ ("Code"), RIS3_RECORD_TEXT, TRUE, 74, get_code },
  { "country", N_ ("Country"), RIS3_RECORD_TEXT, FALSE, 110, get_country },
  { "level", N_ ("NUTS Level"), RIS3_RECORD_NUMBER, FALSE, 90, get_level },
  { "period", N_ ("Period"), RIS3_RECORD_TEXT, TRUE, 96, get_period },
  { "year", N_ ("Year"), RIS3_RECORD_NUMBER, TRUE, 74, get_year },
  { "language", N_ ("Language"), RIS3_RECORD_TEXT, TRUE, 96, get_language },
  { "mark", N_ ("Personalised Medicine"), RIS3_RECORD_TEXT, TRUE, 176, get_mark },
  { "basis", N_ ("Basis of the Mark"), RIS3_RECORD_TEXT, FALSE, 180, get_basis },
  { "health", N_ ("Health as a Priority"), RIS3_RECORD_TEXT, TRUE, 160, get_health },
  { "priorities", N_ ("Priorities"), RIS3_RECORD_NUMBER, TRUE, 88, get_n_priorities },
  { "title", N_ ("Title"), RIS3_RECORD_TEXT, TRUE, 320, get_title },
  { "analysis", N_ ("Analysis"), RIS3_RECORD_TEXT, TRUE, 200, get_analysis },
  { "source", N_ ("Source"), RIS3_RECORD_TEXT, TRUE, 140, get_source },
  { "strategy", N_ ("Identifier"), RIS3_RECORD_LABEL, FALSE, 110, get_strategy_id },
  { "version", N_ ("NUTS Version"), RIS3_RECORD_NUMBER, FALSE, 100, get_version },
};

static const Ris3RecordColumn priority_columns[] = {
  { "region", N_ ("Region"), RIS3_RECORD_TEXT, TRUE, 170, get_region },
  { "code", N_ ("Code"), RIS3_RECORD_TEXT, TRUE, 74, get_code },
  { "country", N_ ("Country"), RIS3_RECORD_TEXT, FALSE, 110, get_country },
  { "period", N_ ("Period"), RIS3_RECORD_TEXT, TRUE, 96, get_period },
  { "label", N_ ("Label"), RIS3_RECORD_LABEL, TRUE, 200, get_label },
  { "text", N_ ("Text in English"), RIS3_RECORD_TEXT, TRUE, 380, get_text },
  { "page", N_ ("Page"), RIS3_RECORD_LABEL, TRUE, 74, get_page },
  { "themes", N_ ("Themes"), RIS3_RECORD_TEXT, TRUE, 200, get_themes },
  { "mark", N_ ("Names Personalised Medicine"), RIS3_RECORD_TEXT, TRUE, 220, get_explicit },
  { "original", N_ ("Original Text"), RIS3_RECORD_TEXT, TRUE, 320, get_original },
  { "title", N_ ("Strategy"), RIS3_RECORD_TEXT, TRUE, 260, get_title },
  { "year", N_ ("Year"), RIS3_RECORD_NUMBER, FALSE, 74, get_year },
  { "language", N_ ("Language"), RIS3_RECORD_TEXT, FALSE, 96, get_language },
  { "parent", N_ ("Part of"), RIS3_RECORD_LABEL, FALSE, 90, get_part_of },
  { "strategy", N_ ("Identifier of the Strategy"), RIS3_RECORD_LABEL, FALSE, 110, get_strategy_id },
  { "priority", N_ ("Identifier"), RIS3_RECORD_NUMBER, FALSE, 90, get_priority_id },
};

static const Ris3RecordColumn region_columns[] = {
  { "region", N_ ("Region"), RIS3_RECORD_TEXT, TRUE, 220, get_area_name },
  { "code", N_ ("Code"), RIS3_RECORD_TEXT, TRUE, 80, get_area_code },
  { "difference", N_ ("Difference"), RIS3_RECORD_TEXT, TRUE, 120, get_area_difference },
  { "class", N_ ("What the Map Shows"), RIS3_RECORD_CLASS, TRUE, 300, get_area_class, get_area_class_order },
  { "second", N_ ("What the Second Map Shows"), RIS3_RECORD_CLASS, TRUE, 300, get_area_second_class,
    get_area_second_class_order },
  { "country", N_ ("Country"), RIS3_RECORD_TEXT, TRUE, 140, get_area_country },
  { "level", N_ ("Level"), RIS3_RECORD_TEXT, TRUE, 96, get_area_level },
  { "strategies", N_ ("Strategies"), RIS3_RECORD_NUMBER, TRUE, 96, get_area_strategies },
  { "source", N_ ("Strategy of Another Region"), RIS3_RECORD_TEXT, TRUE, 220, get_area_source },
  { "areas", N_ ("Areas"), RIS3_RECORD_NUMBER, FALSE, 80, get_area_parts },
};

static const struct
{
  const Ris3RecordColumn *columns;
  guint n_columns;
} all[RIS3_N_RECORDS] = {
  [RIS3_RECORDS_STRATEGIES] = { strategy_columns, G_N_ELEMENTS (strategy_columns) },
  [RIS3_RECORDS_PRIORITIES] = { priority_columns, G_N_ELEMENTS (priority_columns) },
  [RIS3_RECORDS_REGIONS] = { region_columns, G_N_ELEMENTS (region_columns) },
};

const Ris3RecordColumn *
ris3_record_columns_get (Ris3Records records, guint *n_columns)
{
  g_return_val_if_fail (records < RIS3_N_RECORDS, NULL);
  if (n_columns != NULL)
    *n_columns = all[records].n_columns;
  return all[records].columns;
}

gint
ris3_record_columns_find (Ris3Records records, const char *id)
{
  for (guint i = 0; i < all[records].n_columns; i++)
    if (g_str_equal (all[records].columns[i].id, id))
      return (gint) i;
  return -1;
}

gboolean
ris3_record_column_is_of_two (const Ris3RecordColumn *column)
{
  return column->get_text == get_area_second_class || column->get_text == get_area_difference;
}

char *
ris3_record_column_dup_title (const Ris3RecordColumn *column, Ris3Classification *first, Ris3Classification *second)
{
  if (first != NULL && second != NULL && column->get_text == get_area_class)
    return ris3_comparison_dup_side_title (first, second);
  if (first != NULL && second != NULL && column->get_text == get_area_second_class)
    return ris3_comparison_dup_side_title (second, first);
  return g_strdup (_ (column->title));
}
