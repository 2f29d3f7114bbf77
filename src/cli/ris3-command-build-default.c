/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-command.h"
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

int
ris3_cli_build_default (int argc, char **argv)
{
  static const char *const region_columns[]
      = { "nuts_version", "code", "level", "parent_code", "country", "name", "name_latin", "name_english" };
  static const char *const names[]
      = { "meta.csv", "codebook.csv", "strategies.csv", "priorities.csv", "participation.csv", "pm_assessments.csv" };
  g_autofree char *source_dir = NULL;
  g_autofree char *output = NULL;
  g_autofree char *boundaries = NULL;
  const GOptionEntry entries[] = {
    { "source", 's', 0, G_OPTION_ARG_FILENAME, &source_dir, N_ ("Folder of the tables"), N_ ("DIR") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Atlas to write"), N_ ("FILE") },
    { "boundaries", 'b', 0, G_OPTION_ARG_FILENAME, &boundaries, N_ ("GeoPackage that names all regions"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_table_unref);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  Ris3ImportSource source = { 0 };
  Ris3ImportTable *const targets[] = { &source.meta,       &source.codebook,       &source.strategies,
                                       &source.priorities, &source.participations, &source.assessments };

  if (!ris3_cli_parse (
          "build-default", NULL,
          _ ("Builds an atlas from meta.csv, codebook.csv, strategies.csv, priorities.csv, participation.csv "
             "and pm_assessments.csv. Each row is loaded, or the command says why not and writes nothing."),
          entries, 0, 0, &argc, &argv))
    return RIS3_EXIT_ERROR;
  if (source_dir == NULL || output == NULL)
    {
      g_printerr (_ ("ris3 build-default: --source and --output are needed.\nTry “ris3 build-default --help”.\n"));
      return RIS3_EXIT_ERROR;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (source_dir, names[i], NULL);
      Ris3Table *table = ris3_table_load (path, NULL, &error);

      if (table == NULL)
        return ris3_cli_fail (error);
      g_ptr_array_add (tables, table);
      targets[i]->file_name = names[i];
      targets[i]->columns = ris3_table_get_columns (table);
      targets[i]->n_columns = ris3_table_get_n_columns (table);
      targets[i]->cells = ris3_table_get_cells (table);
      targets[i]->n_rows = ris3_table_get_n_rows (table);
      targets[i]->lines = ris3_table_get_lines (table);
    }
  if (boundaries != NULL)
    {
      if (!read_regions (boundaries, cells, lines, &error))
        return ris3_cli_fail (error);
      source.regions = (Ris3ImportTable){ boundaries,
                                          region_columns,
                                          G_N_ELEMENTS (region_columns),
                                          (const char *const *) cells->pdata,
                                          lines->len,
                                          (const guint *) lines->data };
    }

  if (!ris3_atlas_build (output, &source, &error))
    return ris3_cli_fail (error);
  return RIS3_EXIT_FINE;
}
