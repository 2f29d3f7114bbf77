/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-boundaries-argument.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-view-result.h"
#include "map/ris3-period.h"
#include "model/ris3-data-dir.h"
#include "model/ris3-exchange-rows.h"
#include "report/ris3-export.h"

#define REGIONS "regions"

static gboolean
complain (const Ris3Arguments *arguments, const char *problem)
{
  ris3_arguments_complain (ris3_arguments_get_command (arguments), "%s", problem);
  return FALSE;
}

/* What is exported, and as what, as far as the options tell by themselves. FALSE after telling what is wrong. */
static gboolean
find_format (const Ris3Arguments *arguments, Ris3ExportFormat *format, const char **table)
{
  const char *output = ris3_arguments_need_output (arguments);
  const char *named = ris3_arguments_get (arguments, RIS3_OPTION_FORMAT);
  Ris3Exchange exchange;

  *table = ris3_arguments_get (arguments, RIS3_OPTION_TABLE);
  if (output == NULL)
    return FALSE;
  if (named != NULL && !ris3_export_format_from_id (named, format))
    return ris3_arguments_complain_of_word (arguments, RIS3_OPTION_FORMAT, NULL);
  if (named == NULL && !ris3_export_format_from_path (output, format))
    {
      if (!ris3_arguments_is_standard_output (output))
        return complain (arguments, _ ("The name of the output does not tell which kind of file it is. Give it an "
                                       "ending such as “.csv”, or name the kind with --format."));
      *format = *table == NULL || g_str_equal (*table, REGIONS) ? RIS3_EXPORT_GEOJSON : RIS3_EXPORT_CSV;
    }
  if (*table == NULL && !ris3_export_format_has_shapes (*format))
    return complain (arguments, _ ("--table is needed: it says what is exported."));
  if (*table == NULL)
    *table = REGIONS;
  if (!g_str_equal (*table, REGIONS) && !ris3_exchange_from_name (*table, &exchange))
    return ris3_arguments_complain_of_word (arguments, RIS3_OPTION_TABLE, ", " REGIONS);
  if (!g_str_equal (*table, REGIONS) && ris3_export_format_has_shapes (*format))
    return complain (arguments, _ ("Only regions can be exported as geodata. Choose csv, xlsx or ods."));
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON) && ris3_arguments_is_standard_output (output))
    return complain (arguments, _ ("The table and JSON cannot both be written to standard output. Name a file with "
                                   "--output, or leave out --json."));
  return TRUE;
}

/* NULL: all. (transfer full) */
static char **
get_columns (const Ris3Arguments *arguments)
{
  const char *names = ris3_arguments_get (arguments, RIS3_OPTION_COLUMNS);
  char **columns = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    g_strstrip (columns[i]);
  return columns;
}

static Ris3Export *
export_regions (const Ris3Arguments *arguments, Ris3Atlas *atlas, const Ris3ExportBase *base, GError **error)
{
  g_autoptr (Ris3View) view = ris3_view_options_fit (arguments, NULL, atlas, error);
  g_auto (GStrv) columns = get_columns (arguments);
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;

  if (view == NULL)
    return NULL;
  geodata = ris3_boundaries_argument_load (arguments, atlas, ris3_view_get_nuts_version (view), &own, error);
  if (geodata == NULL || !ris3_view_result_check_level (view, ris3_geodata_get_boundaries (geodata), error))
    return NULL;
  placement = ris3_placement_new_of_atlas (geodata, atlas);
  if (!ris3_view_result_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return NULL;
  classification = ris3_classification_new_filtered (placement, view, result);
  return ris3_export_new_regions (classification, base, (const char *const *) columns, error);
}

/* The keys of the rows that a filter gives, in the order of the atlas. (transfer full) */
static char **
list_keys (Ris3Atlas *atlas, Ris3Exchange table, Ris3FilterResult *result, GError **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (Ris3ExchangeRows) rows = ris3_exchange_rows_load (ris3_atlas_get_path (atlas), table, NULL, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (rows); i++)
    {
      const char *key = ris3_exchange_rows_get (rows, i, 0);

      if (table == RIS3_EXCHANGE_STRATEGIES ? ris3_filter_result_has_strategy (result, key)
                                            : ris3_filter_result_has_priority (result, g_ascii_strtoll (key, NULL, 10)))
        g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

/* Which rows of a table the filter and the period of the view give.
 *
 * keys: (out) (transfer full): NULL for all
 * words: (out) (transfer full): the filter, for the base; NULL for none */
static gboolean
choose_rows (const Ris3Arguments *arguments,
             Ris3Atlas *atlas,
             Ris3Exchange table,
             char ***keys,
             char **words,
             GError **error)
{
  g_autoptr (Ris3View) view = ris3_view_options_fit (arguments, NULL, atlas, error);
  gboolean has_period = ris3_view_options_name_period (arguments);
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autofree char *filter = NULL;
  g_autofree char *years = NULL;

  if (view == NULL)
    return FALSE;
  if (!has_period && ris3_filter_is_empty (ris3_view_get_filter (view)))
    return TRUE;
  if (table != RIS3_EXCHANGE_STRATEGIES && table != RIS3_EXCHANGE_PRIORITIES)
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("A filter and a period are for strategies and priorities. Leave them out to export the table "
                      "“%s”."),
                   ris3_exchange_get_name (table));
      return FALSE;
    }
  index = ris3_filter_index_new (ris3_atlas_get_path (atlas), error);
  if (index == NULL)
    return FALSE;
  result = ris3_view_result_apply (atlas, index, ris3_view_get_filter (view),
                                   has_period ? ris3_view_get_period (view) : RIS3_FILTER_ANY_PERIOD, NULL, error);
  *keys = result != NULL ? list_keys (atlas, table, result, error) : NULL;
  if (*keys == NULL)
    return FALSE;
  filter = ris3_filter_to_text (ris3_filter_result_get_filter (result));
  years = has_period ? ris3_period_describe (ris3_view_get_period (view)) : NULL;
  *words = g_strjoin (*filter != '\0' && years != NULL ? " · " : "", filter, years, NULL);
  return TRUE;
}

static Ris3Export *
export_table (const Ris3Arguments *arguments,
              Ris3Atlas *atlas,
              const char *table,
              const Ris3ExportBase *base,
              GError **error)
{
  Ris3ExportBase filtered = *base;
  g_auto (GStrv) keys = NULL;
  g_autofree char *filter = NULL;
  g_auto (GStrv) columns = get_columns (arguments);
  gboolean wants_persons = ris3_arguments_has (arguments, RIS3_OPTION_PERSONAL_DATA);
  g_autoptr (Ris3Export) export = NULL;
  Ris3Exchange exchange;

  if (!ris3_exchange_from_name (table, &exchange))
    g_return_val_if_reached (NULL);
  if (!choose_rows (arguments, atlas, exchange, &keys, &filter, error))
    return NULL;
  filtered.filter = filter;
  export = ris3_export_new_table (ris3_atlas_get_path (atlas), exchange, &filtered, (const char *const *) keys,
                                  (const char *const *) columns,
                                  wants_persons ? RIS3_EXPORT_PERSONAL_DATA : RIS3_EXPORT_DEFAULT, NULL, error);
  if (export == NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      g_autofree char *words = g_strdup ((*error)->message);

      g_clear_error (error);
      /* Translators: a sentence, then what to do. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("%s Add --personal-data if you may pass it on."),
                   words);
    }
  return g_steal_pointer (&export);
}

static void
print_json (const Ris3Arguments *arguments, Ris3Export *export, Ris3ExportFormat format, const char *table)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "output", ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT));
  ris3_json_text (json, "format", ris3_export_format_get_id (format));
  ris3_json_text (json, "table", table);
  ris3_json_number (json, "rows", ris3_export_get_n_rows (export));
  ris3_json_begin_array (json, "columns");
  for (guint i = 0; i < ris3_export_get_n_columns (export); i++)
    ris3_json_text (json, NULL, ris3_export_get_column (export, i));
  ris3_json_end (json);
  ris3_json_begin_object (json, "about");
  for (guint i = 0; i < ris3_export_get_n_about (export); i++)
    ris3_json_text (json, ris3_export_get_about (export, i, 0), ris3_export_get_about (export, i, 1));
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static gboolean
write_export (const Ris3Arguments *arguments,
              Ris3Atlas *atlas,
              Ris3Export *export,
              Ris3ExportFormat format,
              GError **error)
{
  g_autofree char *boundaries = ris3_data_find ("boundaries.gpkg");
  Ris3FileId inputs[2];
  guint n_inputs = ris3_file_id_get (ris3_atlas_get_path (atlas), &inputs[0]) ? 1 : 0;

  if (boundaries != NULL && ris3_file_id_get (boundaries, &inputs[n_inputs]))
    n_inputs++;
  return ris3_export_write (export, format, ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT),
                            ris3_arguments_has (arguments, RIS3_OPTION_WITH_BASE), inputs, n_inputs, NULL, NULL, error);
}

static int
run (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3Export) export = NULL;
  g_autoptr (GError) error = NULL;
  Ris3ExportBase base = { NULL };
  Ris3ExportFormat format;
  const char *table;

  if (!find_format (arguments, &format, &table))
    return RIS3_EXIT_ERROR;
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  if (asked == NULL)
    return ris3_command_fail (error);
  /* A table is written from the file itself. */
  atlas = g_str_equal (table, REGIONS) || !ris3_filter_is_empty (ris3_view_get_filter (asked))
              ? ris3_view_options_open_atlas (arguments, asked)
              : ris3_arguments_open_overview (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  base.title = ris3_atlas_get_title (atlas);
  base.data_date = ris3_atlas_get_data_date (atlas);
  export = g_str_equal (table, REGIONS) ? export_regions (arguments, atlas, &base, &error)
                                        : export_table (arguments, atlas, table, &base, &error);
  if (export == NULL || !write_export (arguments, atlas, export, format, &error))
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (arguments, export, format, table);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_export = {
  .name = "export",
  .summary = N_ ("Export a table, or the regions of the map"),
  .details
  = N_ ("Writes a table of the atlas as a CSV file or a spreadsheet, or the regions with what the map shows of "
        "them as geodata, which QGIS opens in the colours of the map. What a file cannot say of where it "
        "comes from is written beside it with --with-base."),
  .options
  = { { RIS3_OPTION_OUTPUT, N_ ("required; “-” is standard output, as CSV or GeoJSON") },
      { RIS3_OPTION_TABLE, N_ ("or regions, as by default where geodata is written") },
      { RIS3_OPTION_FORMAT },
      { RIS3_OPTION_COLUMNS },
      { RIS3_OPTION_PERSONAL_DATA },
      { RIS3_OPTION_WITH_BASE },
      { RIS3_OPTION_ATLAS },
      { RIS3_OPTION_VIEW },
      { RIS3_OPTION_SAVED_VIEW },
      { RIS3_OPTION_FILTER,
        N_ ("of strategies and priorities; of regions, the column “matches” says which are meant") },
      { RIS3_OPTION_INDICATOR },
      { RIS3_OPTION_WITH },
      { RIS3_OPTION_CLASSES },
      { RIS3_OPTION_PALETTE },
      { RIS3_OPTION_PERIOD, N_ ("of a table, all periods by default; of regions, 2014-2020, where the atlas has it") },
      { RIS3_OPTION_LEVEL },
      { RIS3_OPTION_NUTS },
      { RIS3_OPTION_JSON, N_ ("it tells what was written, and its base") } },
  .n_options = 18,
  .run = run,
};
