/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-boundaries-told.h"
#include "cli/ris3-command-private.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"

/* Whether it is about some layers alone: "NUTS 0=0,LAU=LEVL_CODE". */
static gboolean
is_of_layers (char **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (strrchr (parts[i], '=') == NULL || strrchr (parts[i], '=') == parts[i])
      return FALSE;
  return parts[0] != NULL;
}

/* The name of each layer that was looked at, for a sentence. (transfer full) */
static char *
list_layers (Ris3BoundarySource *source)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < source->layers->len; i++)
    g_ptr_array_add (names, ((Ris3BoundaryLayer *) g_ptr_array_index (source->layers, i))->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
choose_layers (Ris3BoundaryMapping *mapping, Ris3BoundarySource *source, const char *text, GError **error)
{
  g_autofree char *list = list_layers (source);

  mapping->layers = g_strsplit (text, ",", -1);
  if (mapping->layers[0] == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   /* Translators: the names of the layers of a file. */
                   _ ("--layer names no layer. Choose of these: %s."), list);
      return FALSE;
    }
  for (guint i = 0; mapping->layers[i] != NULL; i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < source->layers->len && !is_there; j++)
        is_there
            = g_str_equal (((Ris3BoundaryLayer *) g_ptr_array_index (source->layers, j))->name, mapping->layers[i]);
      if (is_there)
        continue;
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("There is no layer “%s” in the file. Choose of these: %s."), mapping->layers[i], list);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_levels (Ris3BoundaryMapping *mapping, Ris3BoundarySource *source, char **parts, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < source->layers->len; i++)
    g_hash_table_add (there, ((Ris3BoundaryLayer *) g_ptr_array_index (source->layers, i))->name);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strrchr (parts[i], '=');

      *equals = '\0';
      if (!g_hash_table_contains (there, parts[i]))
        g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                     _ ("There is no layer “%s” in the file. Choose one that it has."), parts[i]);
      else if (mapping->layers != NULL && !g_strv_contains ((const char *const *) mapping->layers, parts[i]))
        g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                     _ ("--levels names the layer “%s”, which --layer leaves out. Name it in both, or in none."),
                     parts[i]);
      else if (!g_hash_table_add (given, parts[i]))
        g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                     _ ("--levels names the layer “%s” twice. Name it once."), parts[i]);
      else
        {
          ris3_boundary_mapping_set_level (mapping, parts[i], equals[1] != '\0' ? equals + 1 : NULL);
          continue;
        }
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose (Ris3BoundaryMapping *mapping, Ris3BoundarySource *source, const Ris3Arguments *arguments, GError **error)
{
  static const struct
  {
    Ris3OptionId option;
    Ris3BoundaryRole role;
  } columns[] = {
    { RIS3_OPTION_CODE, RIS3_BOUNDARY_CODE },     { RIS3_OPTION_NAME, RIS3_BOUNDARY_NAME },
    { RIS3_OPTION_LEVELS, RIS3_BOUNDARY_LEVEL },  { RIS3_OPTION_COUNTRY, RIS3_BOUNDARY_COUNTRY },
    { RIS3_OPTION_PARENT, RIS3_BOUNDARY_PARENT },
  };

  if (ris3_arguments_has (arguments, RIS3_OPTION_LAYER)
      && !choose_layers (mapping, source, ris3_arguments_get (arguments, RIS3_OPTION_LAYER), error))
    return FALSE;
  mapping->crs = g_strdup (ris3_arguments_get (arguments, RIS3_OPTION_CRS));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (ris3_arguments_has (arguments, columns[i].option))
      {
        char **column = &mapping->columns[columns[i].role];
        g_auto (GStrv) parts = g_strsplit (ris3_arguments_get (arguments, columns[i].option), ",", -1);

        if (columns[i].role == RIS3_BOUNDARY_LEVEL && is_of_layers (parts))
          {
            if (!choose_levels (mapping, source, parts, error))
              return FALSE;
            continue;
          }
        /* What is said of all is above what the names of layers tell. */
        if (columns[i].role == RIS3_BOUNDARY_LEVEL)
          g_clear_pointer (&mapping->levels, g_hash_table_unref);
        g_free (*column);
        *column = g_strdup (ris3_arguments_get (arguments, columns[i].option));
        if (**column == '\0')
          g_clear_pointer (column, g_free);
      }
  return TRUE;
}

static gboolean
remember (const Ris3Arguments *arguments, Ris3BoundariesTold *told, Ris3Atlas *atlas, guint frame, GError **error)
{
  g_autofree char *text = ris3_boundary_mapping_to_text (told->mapping);
  g_autoptr (Ris3OwnBoundaries) own
      = ris3_own_boundaries_new (told->path, ris3_boundary_mapping_from_text (text), frame, NULL, error);
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GPtrArray) results = NULL;

  if (own == NULL)
    return FALSE;
  edit = ris3_own_boundaries_edit (own, atlas);
  editor = ris3_editor_open (ris3_atlas_get_path (atlas), NULL, error);
  if (editor == NULL)
    return FALSE;
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, error);
  ris3_command_warn_of_backup (editor);
  told->is_remembered = results != NULL;
  return results != NULL;
}

static gboolean
tell (const Ris3Arguments *arguments, Ris3Atlas *atlas, guint frame_version, gboolean *has_notes, GError **error)
{
  const char *path = ris3_arguments_get_operand_file (arguments);
  g_autoptr (Ris3BoundarySource) source = ris3_boundary_source_look (path, NULL, error);
  g_autoptr (Ris3BoundaryMapping) mapping = NULL;
  g_autoptr (Ris3Boundaries) frame = NULL;
  g_autoptr (Ris3BoundaryReport) report = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3BoundaryMatch) match = NULL;
  Ris3BoundariesTold told = { .path = path };

  if (source == NULL || (frame = ris3_geodata_load_boundaries (frame_version, NULL, error)) == NULL)
    return FALSE;
  mapping = ris3_boundary_mapping_guess (source);
  if (!choose (mapping, source, arguments, error))
    return FALSE;
  boundaries = ris3_boundary_source_read (path, mapping, frame, &report, NULL, NULL, NULL, error);
  if (boundaries == NULL)
    return FALSE;
  match = ris3_boundary_match_new (boundaries, ris3_atlas_get_strategies (atlas), NULL, error);
  if (match == NULL)
    return FALSE;
  told.source = source;
  told.mapping = mapping;
  told.report = report;
  told.boundaries = boundaries;
  told.match = match;
  if (ris3_arguments_has (arguments, RIS3_OPTION_REMEMBER) && !remember (arguments, &told, atlas, frame_version, error))
    return FALSE;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    ris3_boundaries_json (&told);
  else
    ris3_boundaries_text (&told);
  *has_notes = report->notes->len > 0 || report->is_swapped;
  return TRUE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *version = ris3_arguments_get (arguments, RIS3_OPTION_NUTS);
  guint frame = RIS3_DEFAULT_NUTS_VERSION;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_notes = FALSE;

  if (version != NULL && !ris3_nuts_version_from_string (version, &frame))
    {
      g_autofree char *known = ris3_nuts_version_list ();

      ris3_arguments_complain (ris3_arguments_get_command (arguments), _ ("--nuts %s: the value must be %s."), version,
                               known);
      return RIS3_EXIT_ERROR;
    }
  if (ris3_arguments_has (arguments, RIS3_OPTION_REMEMBER) && ris3_arguments_need_atlas (arguments) == NULL)
    return RIS3_EXIT_ERROR;
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  if (!tell (arguments, atlas, frame, &has_notes, &error))
    return ris3_command_fail (error);
  return has_notes ? RIS3_EXIT_PROBLEMS : RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_boundaries = {
  .name = "boundaries",
  .summary = N_ ("Look at boundaries of your own, and use them"),
  .details
  = N_ ("Shows what is in a file of boundaries (GeoPackage, GeoJSON, FlatGeobuf, TopoJSON or zipped Shapefile), how it "
        "is read, what had to be repaired, and which codes the file and the atlas do not share. Layers and columns are "
        "recognised, or chosen; an empty column means none. With --remember, the atlas is shown with them, in the "
        "window too."),
  .operand = N_ ("FILE"),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_LAYER },
               { RIS3_OPTION_CODE },
               { RIS3_OPTION_NAME },
               { RIS3_OPTION_LEVELS },
               { RIS3_OPTION_COUNTRY },
               { RIS3_OPTION_PARENT },
               { RIS3_OPTION_CRS, N_ ("needed where the file has none") },
               { RIS3_OPTION_NUTS, N_ ("areas whose codes do not say it lie in its regions; 2016 by default") },
               { RIS3_OPTION_REMEMBER },
               { RIS3_OPTION_JSON } },
  .n_options = 11,
  .run = run,
};
