/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-period.h"
#include "report/ris3-qgis-style-private.h"

typedef enum
{
  CODE,
  NAME,
  NAME_LATIN,
  COUNTRY,
  LEVEL,
  NUTS_VERSION,
  INDICATOR,
  CLASS,
  CLASS_TITLE,
  ABSENCE,
  VALUE,
  VALUE_BASE,
  DESCRIPTION,
  INHERITED,
  DISPUTED,
  MATCHES,
  SOURCE_REGION,
  N_AREAS,
  STRATEGIES,
  N_COLUMNS,
} Column;

static const char *const names[N_COLUMNS + 1] = {
  [CODE] = "code",
  [NAME] = "name",
  [NAME_LATIN] = "name_latin",
  [COUNTRY] = "country",
  [LEVEL] = "level",
  [NUTS_VERSION] = "nuts_version",
  [INDICATOR] = "indicator",
  [CLASS] = "class",
  [CLASS_TITLE] = "class_title",
  [ABSENCE] = "absence",
  [VALUE] = "value",
  [VALUE_BASE] = "value_base",
  [DESCRIPTION] = "description",
  [INHERITED] = "inherited",
  [DISPUTED] = "disputed",
  [MATCHES] = "matches",
  [SOURCE_REGION] = "source_region",
  [N_AREAS] = "n_areas",
  [STRATEGIES] = "strategies",
  [N_COLUMNS] = NULL,
};

static Ris3ColumnKind
get_kind (Column column)
{
  switch (column)
    {
    case LEVEL:
    case NUTS_VERSION:
    case INHERITED:
    case DISPUTED:
    case MATCHES:
    case N_AREAS:
      return RIS3_COLUMN_INTEGER;
    case VALUE:
    case VALUE_BASE:
      return RIS3_COLUMN_REAL;
    default:
      return RIS3_COLUMN_TEXT;
    }
}

const char *const *
ris3_export_get_region_columns (void)
{
  return names;
}

static char *
format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", number));
}

static char *
join_strategies (Ris3Classification *classification, guint index, guint n_strategies)
{
  Ris3Strategy *const *strategies = ris3_classification_get_strategies (classification, index);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n_strategies; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "; " : "", ris3_strategy_get_id (strategies[i]));
  return g_string_free (ids, FALSE);
}

/* (transfer full) */
static char *
get_cell (Ris3Classification *classification, guint index, Column column)
{
  const Ris3Territory *territory = ris3_classification_get_territory (classification, index);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  const Ris3Indicator *indicator = ris3_classification_get_indicator (classification);
  gboolean is_number = territory->value.absence == RIS3_ABSENCE_NONE && indicator->kind != RIS3_VALUE_CATEGORY
                       && indicator->kind != RIS3_VALUE_TEXT && territory->value.number != RIS3_NUMBER_UNKNOWN;

  switch (column)
    {
    case CODE:
      return g_strdup (region->code);
    case NAME:
      return g_strdup (region->name);
    case NAME_LATIN:
      return g_strdup (region->name_latin);
    case COUNTRY:
      return g_strdup (region->country);
    case LEVEL:
      return g_strdup_printf ("%u", region->level);
    case NUTS_VERSION:
      /* One's own are of none. */
      return ris3_boundaries_is_own (boundaries)
                 ? NULL
                 : g_strdup_printf ("%u", ris3_boundaries_get_nuts_version (boundaries));
    case INDICATOR:
      return g_strdup (indicator->id);
    case CLASS:
      return g_strdup (ris3_class_scheme_get_id (scheme, territory->klass));
    case CLASS_TITLE:
      return g_strdup (ris3_class_scheme_get_title (scheme, territory->klass));
    case ABSENCE:
      return territory->value.absence != RIS3_ABSENCE_NONE ? g_strdup (ris3_absence_get_id (territory->value.absence))
                                                           : NULL;
    case VALUE:
      return is_number ? format_number (territory->value.number) : NULL;
    case VALUE_BASE:
      return is_number && indicator->kind == RIS3_VALUE_RATIO ? format_number (territory->value.base) : NULL;
    case DESCRIPTION:
      return ris3_classification_describe (classification, index);
    case INHERITED:
      return g_strdup (territory->marks & RIS3_MARK_INHERITED ? "1" : "0");
    case DISPUTED:
      return g_strdup (territory->marks & RIS3_MARK_DISPUTED ? "1" : "0");
    case MATCHES:
      return g_strdup (territory->matches ? "1" : "0");
    case SOURCE_REGION:
      return territory->source_region >= 0
                 ? g_strdup (ris3_boundaries_get_region (boundaries, (guint) territory->source_region)->code)
                 : NULL;
    case N_AREAS:
      return g_strdup_printf ("%u", territory->n_areas);
    case STRATEGIES:
      return join_strategies (classification, index, territory->n_strategies);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
find_columns (const char *const *wanted, GArray *columns, GError **error)
{
  for (; *wanted != NULL; wanted++)
    {
      guint column = 0;

      while (column < N_COLUMNS && !g_str_equal (names[column], *wanted))
        column++;
      if (column == N_COLUMNS)
        {
          g_autofree char *all = g_strjoinv (", ", (char **) names);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Regions have no column “%s”. Choose from: %s."), *wanted, all);
          return FALSE;
        }
      g_array_append_val (columns, column);
    }
  return TRUE;
}

void
_ris3_export_add_map (Ris3Export *self,
                      Ris3Classification *classification,
                      const Ris3ExportBase *base,
                      const char *contents)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Indicator *indicator = ris3_classification_get_indicator (classification);
  const Ris3StrategySummary *summary = ris3_classification_get_summary (classification);
  const char *period = ris3_classification_get_period (classification);
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (classification));
  g_autofree char *headline = ris3_indicator_get_headline (indicator, summary, period);
  g_autofree char *evidence = ris3_indicator_get_evidence (indicator, summary);
  g_autofree char *years = ris3_period_describe (period);
  gboolean is_own = ris3_boundaries_is_own (boundaries);
  g_autofree char *title = is_own ? ris3_boundaries_dup_title (boundaries)
                                  : g_strdup_printf ("%u", ris3_boundaries_get_nuts_version (boundaries));
  Ris3FilterResult *result = ris3_classification_get_result (classification);
  g_autofree char *filter = result != NULL ? ris3_filter_to_text (ris3_filter_result_get_filter (result)) : NULL;
  /* Translators: %s is the text of a filter, such as "country:FR"; do not translate “matches”. */
  g_autofree char *filtered
      = filter != NULL ? g_strdup_printf (_ ("“%s”; “matches” says which areas are meant"), filter) : NULL;
  Ris3ExportBase whole = *base;
  guint n_unplaced = 0;
  g_autofree char *unplaced = NULL;

  ris3_classification_get_unplaced (classification, &n_unplaced);
  unplaced = n_unplaced > 0 ? g_strdup_printf ("%u", n_unplaced) : NULL;
  if (whole.filter == NULL)
    whole.filter = filtered;
  _ris3_export_begin_about (self, &whole, contents);
  _ris3_export_add_about (self, _ ("Finding"), headline);
  _ris3_export_add_about (self, _ ("Evidence"), evidence);
  _ris3_export_add_about (self, _ ("Strategies"), years);
  _ris3_export_add_about (self, _ ("Level"),
                          ris3_level_rule_get_title (ris3_classification_get_level_rule (classification)));
  _ris3_export_add_about (self, is_own ? _ ("File of the boundaries") : _ ("NUTS version"), title);
  _ris3_export_add_about (self, _ ("Strategies without a place in it"), unplaced);
  _ris3_export_end_about (self, base);
  _ris3_export_add_about (self, _ ("View"), view);
  _ris3_export_add_about (self, _ ("Credit"), ris3_geodata_describe_credit (boundaries));
  if (ris3_boundaries_is_gisco (boundaries))
    _ris3_export_add_about (
        self, _ ("Licence of the boundaries"),
        _ ("Eurostat/GISCO; they may be reused for non-commercial purposes only, with this credit."));
}

Ris3Export *
ris3_export_new_regions (Ris3Classification *classification,
                         const Ris3ExportBase *base,
                         const char *const *columns,
                         GError **error)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3Export) self = NULL;

  g_return_val_if_fail (classification != NULL && base != NULL, NULL);

  if (!find_columns (columns != NULL ? columns : names, chosen, error))
    return NULL;
  self = _ris3_export_new ("regions");
  for (guint i = 0; i < chosen->len; i++)
    _ris3_export_add_column (self, names[g_array_index (chosen, guint, i)],
                             get_kind (g_array_index (chosen, guint, i)));
  for (guint row = 0; row < ris3_classification_get_n_territories (classification); row++)
    {
      guint region = ris3_classification_get_territory (classification, row)->region;

      g_array_append_val (self->regions, region);
      for (guint i = 0; i < chosen->len; i++)
        {
          g_autofree char *text = get_cell (classification, row, g_array_index (chosen, guint, i));

          _ris3_export_add_cell (self, text);
        }
    }
  self->boundaries = ris3_boundaries_ref (ris3_classification_get_boundaries (classification));
  self->style = _ris3_qgis_style_new (classification);
  _ris3_export_add_map (self, classification, base,
                        ris3_indicator_get_title (ris3_classification_get_indicator (classification)));
  return g_steal_pointer (&self);
}

/* What became of each region: ris3_difference_get_id (), or NULL. (transfer full): of const char * */
static GPtrArray *
list_differences (Ris3Comparison *comparison, Ris3Boundaries *boundaries)
{
  GPtrArray *differences = g_ptr_array_new ();
  GArray *compared = ris3_comparison_get_regions (comparison);

  g_ptr_array_set_size (differences, (gint) ris3_boundaries_get_n_regions (boundaries));
  for (guint i = 0; i < compared->len; i++)
    {
      const Ris3ComparedRegion *region = &g_array_index (compared, Ris3ComparedRegion, i);

      g_ptr_array_index (differences, region->region) = (gpointer) ris3_difference_get_id (region->difference);
    }
  return differences;
}

Ris3Export *
ris3_export_new_compared (Ris3Classification *first,
                          Ris3Classification *second,
                          Ris3Comparison *comparison,
                          const Ris3ExportBase *base)
{
  const struct
  {
    const char *id;
    Ris3Classification *classification;
  } maps[] = { { "first", first }, { "second", second } };
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *title = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *counts = NULL;
  Ris3Export *self;

  g_return_val_if_fail (first != NULL && second != NULL && comparison != NULL && base != NULL, NULL);
  self = _ris3_export_new ("regions");
  differences = list_differences (comparison, ris3_classification_get_boundaries (first));
  _ris3_export_add_column (self, "map", RIS3_COLUMN_TEXT);
  for (Column column = 0; column < N_COLUMNS; column++)
    _ris3_export_add_column (self, names[column], get_kind (column));
  _ris3_export_add_column (self, "difference", RIS3_COLUMN_TEXT);
  for (guint map = 0; map < G_N_ELEMENTS (maps); map++)
    for (guint row = 0; row < ris3_classification_get_n_territories (maps[map].classification); row++)
      {
        _ris3_export_add_cell (self, maps[map].id);
        for (Column column = 0; column < N_COLUMNS; column++)
          {
            g_autofree char *text = get_cell (maps[map].classification, row, column);

            _ris3_export_add_cell (self, text);
          }
        _ris3_export_add_cell (
            self,
            g_ptr_array_index (differences, ris3_classification_get_territory (maps[map].classification, row)->region));
      }
  _ris3_export_add_map (self, first, base, ris3_indicator_get_title (ris3_classification_get_indicator (first)));
  title = ris3_comparison_dup_side_title (second, first);
  finding
      = ris3_indicator_get_headline (ris3_classification_get_indicator (second),
                                     ris3_classification_get_summary (second), ris3_classification_get_period (second));
  counts = ris3_comparison_describe (comparison);
  _ris3_export_add_about (self, _ ("Second map"), title);
  _ris3_export_add_about (self, _ ("Finding on the second map"), finding);
  _ris3_export_add_about (self, _ ("What differs"), counts);
  return self;
}
