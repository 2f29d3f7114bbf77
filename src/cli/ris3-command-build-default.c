/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "geo/ris3-boundaries.h"
#include "geo/ris3-nuts-version.h"
#include "geo/ris3-table.h"
#include "model/ris3-import.h"

/* The region reference as a table, its cells in one array that owns them. */
static gboolean
read_regions (const char *path, GPtrArray *cells, GArray *lines, GError **error)
{
  for (guint v = 0; v < RIS3_N_NUTS_VERSIONS; v++)
    {
      g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (path, ris3_nuts_versions[v], 0, NULL, error);

      if (boundaries == NULL)
        return FALSE;
      for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
        {
          const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);
          const char *parent
              = region->parent >= 0 ? ris3_boundaries_get_region (boundaries, (guint) region->parent)->code : "";
          guint line = i + 1;

          g_ptr_array_add (cells, g_strdup_printf ("%u", ris3_nuts_versions[v]));
          g_ptr_array_add (cells, g_strdup (region->code));
          g_ptr_array_add (cells, g_strdup_printf ("%u", region->level));
          g_ptr_array_add (cells, g_strdup (parent));
          g_ptr_array_add (cells, g_strdup (region->country));
          g_ptr_array_add (cells, g_strdup (region->name));
          g_ptr_array_add (cells, g_strdup (region->name_latin));
          g_ptr_array_add (cells, g_strdup (region->name_english != NULL ? region->name_english : ""));
          g_array_append_val (lines, line);
        }
    }
  return TRUE;
}

/* The tables, in the order in which they are read. */
static const char *const names[]
    = { "meta.csv", "codebook.csv", "strategies.csv", "priorities.csv", "participation.csv", "pm_assessments.csv" };

static void
add_input (GArray *inputs, const char *path)
{
  Ris3FileId id;

  if (ris3_file_id_get (path, &id))
    g_array_append_val (inputs, id);
}

static gboolean
read_tables (const char *folder, Ris3ImportSource *source, GPtrArray *tables, GArray *inputs, GError **error)
{
  Ris3ImportTable *const targets[] = { &source->meta,       &source->codebook,       &source->strategies,
                                       &source->priorities, &source->participations, &source->assessments };

  G_STATIC_ASSERT (G_N_ELEMENTS (targets) == G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      Ris3Table *table = ris3_table_load (path, NULL, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (tables, table);
      add_input (inputs, path);
      targets[i]->file_name = names[i];
      targets[i]->columns = ris3_table_get_columns (table);
      targets[i]->n_columns = ris3_table_get_n_columns (table);
      targets[i]->cells = ris3_table_get_cells (table);
      targets[i]->n_rows = ris3_table_get_n_rows (table);
      targets[i]->lines = ris3_table_get_lines (table);
    }
  return TRUE;
}

/* Each row was loaded, or nothing would have been built. */
static void
print_json (const char *path, GPtrArray *tables, const Ris3ImportTable *regions)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", path);
  ris3_json_begin_array (json, "tables");
  for (guint i = 0; i < tables->len; i++)
    {
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "table", names[i]);
      ris3_json_number (json, "rows", ris3_table_get_n_rows (g_ptr_array_index (tables, i)));
      ris3_json_end (json);
    }
  ris3_json_end (json);
  if (regions->file_name != NULL)
    ris3_json_number (json, "regions", regions->n_rows);
  else
    ris3_json_null (json, "regions");
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  static const char *const region_columns[]
      = { "nuts_version", "code", "level", "parent_code", "country", "name", "name_latin", "name_english" };
  const char *folder = ris3_arguments_get (arguments, RIS3_OPTION_SOURCE);
  const char *output = ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT);
  const char *boundaries = ris3_arguments_get (arguments, RIS3_OPTION_BOUNDARIES);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_table_unref);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (Ris3FileId));
  g_autoptr (GError) error = NULL;
  Ris3ImportSource source = { 0 };

  if (folder == NULL || output == NULL)
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments), _ ("--source and --output are needed."));
      return RIS3_EXIT_ERROR;
    }
  if (!read_tables (folder, &source, tables, inputs, &error))
    return ris3_command_fail (error);
  if (boundaries != NULL)
    {
      if (!read_regions (boundaries, cells, lines, &error))
        return ris3_command_fail (error);
      add_input (inputs, boundaries);
      source.regions = (Ris3ImportTable){ boundaries,
                                          region_columns,
                                          G_N_ELEMENTS (region_columns),
                                          (const char *const *) cells->pdata,
                                          lines->len,
                                          (const guint *) lines->data };
    }

  source.inputs = (const Ris3FileId *) (gpointer) inputs->data;
  source.n_inputs = inputs->len;
  if (!ris3_atlas_build (output, &source, &error))
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (output, tables, &source.regions);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_build_default = {
  .name = "build-default",
  .summary = N_ ("Build an atlas from tables"),
  .details = N_ ("Builds an atlas from meta.csv, codebook.csv, strategies.csv, priorities.csv, participation.csv "
                 "and pm_assessments.csv. Each row is loaded, or the command says why not and writes nothing."),
  .options = { { RIS3_OPTION_SOURCE, N_ ("required") },
               { RIS3_OPTION_OUTPUT, N_ ("the atlas, required") },
               { RIS3_OPTION_BOUNDARIES, N_ ("gives the names of all regions, not only of those in the tables") },
               { RIS3_OPTION_JSON, N_ ("it tells how many rows of each table were loaded") } },
  .n_options = 4,
  .run = run,
};
