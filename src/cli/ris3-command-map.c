/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cli/ris3-command.h"
#include "model/ris3-data-dir.h"
#include "report/ris3-map-page.h"

/* The version that the atlas keys its strategies to. */
#define STRATEGY_NUTS_VERSION 2016
#define DEFAULT_PERIOD "2014-2020"

static const guint nuts_versions[] = { 2013, 2016, 2021 };

typedef struct
{
  Ris3Indicator indicator;
  Ris3LevelRule level_rule;
  guint nuts_version;
  guint width;
  guint height;
} Choices;

static gboolean
complain (GError **error, const char *option, const char *value, const char *allowed)
{
  /* Translators: an option, its value, and what it may be instead. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s %s: it must be %s."), option, value, allowed);
  return FALSE;
}

/* "a, b or c" of names that are given one by one. */
static char *
list_names (const char *const *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (list, names[i + 1] != NULL ? ", " : _ (" or "));
      g_string_append (list, names[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
parse_indicator (const char *text, Ris3Indicator *indicator, GError **error)
{
  const char *names[RIS3_N_INDICATORS + 1] = { NULL };
  g_autofree char *allowed = NULL;

  if (ris3_indicator_from_id (text, indicator))
    return TRUE;
  for (guint i = 0; i < RIS3_N_INDICATORS; i++)
    names[i] = ris3_indicator_get_id (i);
  allowed = list_names (names);
  return complain (error, "indicator", text, allowed);
}

static gboolean
parse_level_rule (const char *text, Ris3LevelRule *rule, GError **error)
{
  const char *names[RIS3_N_LEVEL_RULES + 1] = { NULL };
  g_autofree char *allowed = NULL;

  if (ris3_level_rule_from_id (text, rule))
    return TRUE;
  for (guint i = 0; i < RIS3_N_LEVEL_RULES; i++)
    names[i] = ris3_level_rule_get_id (i);
  allowed = list_names (names);
  return complain (error, "level", text, allowed);
}

static gboolean
parse_nuts_version (const char *text, guint *version, GError **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (nuts_versions); i++)
      if (number == nuts_versions[i])
        {
          *version = nuts_versions[i];
          return TRUE;
        }
  return complain (error, "nuts", text, _ ("2013, 2016 or 2021"));
}

static gboolean
parse_size (const char *text, guint *width, guint *height, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);
  g_autofree char *allowed = NULL;
  guint64 numbers[2];

  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[0], 10, RIS3_MAP_PAGE_MIN_WIDTH, RIS3_MAP_PAGE_MAX_SIZE, &numbers[0], NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, RIS3_MAP_PAGE_MIN_HEIGHT, RIS3_MAP_PAGE_MAX_SIZE, &numbers[1], NULL))
    {
      *width = (guint) numbers[0];
      *height = (guint) numbers[1];
      return TRUE;
    }
  allowed = g_strdup_printf (_ ("WIDTHxHEIGHT in pixels, from %ux%u to %ux%u"), RIS3_MAP_PAGE_MIN_WIDTH,
                             RIS3_MAP_PAGE_MIN_HEIGHT, RIS3_MAP_PAGE_MAX_SIZE, RIS3_MAP_PAGE_MAX_SIZE);
  return complain (error, "size", text, allowed);
}

/* The strategies of a period that the atlas has; NULL is the latest of each region. */
static gboolean
choose_period (Ris3Atlas *atlas, const char *text, const char **period, GError **error)
{
  const char *const *periods = ris3_atlas_get_periods (atlas);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *allowed = NULL;

  *period = NULL;
  if (text == NULL)
    {
      if (g_strv_contains (periods, DEFAULT_PERIOD))
        *period = DEFAULT_PERIOD;
      return TRUE;
    }
  if (g_str_equal (text, "latest"))
    return TRUE;
  if (g_strv_contains (periods, text))
    {
      *period = text;
      return TRUE;
    }
  names = g_ptr_array_new ();
  for (guint i = 0; periods[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) periods[i]);
  g_ptr_array_add (names, (gpointer) "latest");
  g_ptr_array_add (names, NULL);
  allowed = list_names ((const char *const *) names->pdata);
  return complain (error, "period", text, allowed);
}

/* Shows a region in its surroundings. What lies overseas is left out, unless all of the region does:
 * a map of France is not one of the Atlantic.
 */
static Ris3Box
get_region_extent (Ris3Boundaries *boundaries, const Ris3Region *region)
{
  Ris3Box extent = RIS3_BOX_EMPTY;
  double margin;

  for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
    {
      guint index = ris3_boundaries_get_leaf_region (boundaries, leaf);

      if (!ris3_boundaries_get_region (boundaries, index)->is_overseas)
        ris3_box_add_box (&extent, &ris3_boundaries_get_shapes (boundaries)->shape_boxes[leaf]);
    }
  if (extent.x1 < extent.x0)
    extent = region->box;
  margin = 0.12 * MAX (extent.x1 - extent.x0, extent.y1 - extent.y0);
  return (Ris3Box){ extent.x0 - margin, extent.y0 - margin, extent.x1 + margin, extent.y1 + margin };
}

static Ris3Box
get_degrees_extent (const double degrees[4])
{
  return (Ris3Box){ ris3_mercator_x (degrees[0]), ris3_mercator_y (degrees[3]), ris3_mercator_x (degrees[2]),
                    ris3_mercator_y (degrees[1]) };
}

static gboolean
parse_degrees (const char *text, double degrees[4])
{
  static const double limits[4] = { 180, 85, 180, 85 };
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      degrees[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !(fabs (degrees[i]) <= limits[i]))
        return FALSE;
    }
  /* Closer than this, boundaries of 1:3M are a few straight lines. */
  return degrees[2] - degrees[0] >= 0.01 && degrees[3] - degrees[1] >= 0.01;
}

static gboolean
parse_extent (const char *text, Ris3Boundaries *boundaries, Ris3Box *extent, GError **error)
{
  static const double europe[4] = { -25.5, 33.8, 46, 71.6 };
  double degrees[4];
  gint region;

  if (g_str_equal (text, "europe"))
    *extent = get_degrees_extent (europe);
  else if (parse_degrees (text, degrees))
    *extent = get_degrees_extent (degrees);
  else if ((region = ris3_boundaries_find (boundaries, text)) >= 0)
    *extent = get_region_extent (boundaries, ris3_boundaries_get_region (boundaries, region));
  else
    {
      g_autofree char *allowed
          = g_strdup_printf (_ ("“europe”, the code of a region of NUTS %u, or WEST,SOUTH,EAST,NORTH in degrees"),
                             ris3_boundaries_get_nuts_version (boundaries));

      return complain (error, "extent", text, allowed);
    }
  return TRUE;
}

/* What is not on the map is said, not dropped in silence. */
static void
tell_unplaced (Ris3Classification *classification, guint nuts_version)
{
  guint n_unplaced = 0;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);

  for (guint i = 0; i < n_unplaced; i++)
    g_printerr (_ ("ris3 map: %s (%s) has no place in NUTS %u.\n"), ris3_strategy_get_id (unplaced[i]),
                ris3_strategy_get_region_name (unplaced[i]), nuts_version);
}

static gboolean
write_map (Ris3Atlas *atlas,
           const Choices *choices,
           const char *period,
           const char *extent,
           const char *path,
           GError **error)
{
  g_autofree char *data = ris3_data_find ("boundaries.gpkg");
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3Lineage) lineage = NULL;
  g_autoptr (Ris3Shapes) land = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  Ris3MapPage page = { .width = choices->width, .height = choices->height };

  if (data == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The boundaries are not installed: boundaries.gpkg is in no data folder."));
      return FALSE;
    }
  if (!choose_period (atlas, period, &period, error)
      || (boundaries = ris3_boundaries_load (data, choices->nuts_version, 0, NULL, error)) == NULL
      || !parse_extent (extent, boundaries, &page.extent, error))
    return FALSE;
  if (choices->nuts_version != STRATEGY_NUTS_VERSION)
    {
      lineage = ris3_lineage_load (data, STRATEGY_NUTS_VERSION, choices->nuts_version, NULL, error);
      if (lineage == NULL)
        return FALSE;
    }
  land = ris3_land_load (data, NULL, error);
  if (land == NULL)
    return FALSE;

  classification = ris3_classification_new (boundaries, lineage, ris3_atlas_get_strategies (atlas), choices->indicator,
                                            period, choices->level_rule);
  page.classification = classification;
  page.land = land;
  page.strategies = ris3_atlas_get_strategies (atlas);
  page.source = ris3_atlas_get_title (atlas);
  page.data_date = ris3_atlas_get_data_date (atlas);
  if (!ris3_map_page_write_png (&page, path, error))
    return FALSE;
  tell_unplaced (classification, choices->nuts_version);
  return TRUE;
}

int
ris3_cli_map (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *indicator = NULL;
  g_autofree char *period = NULL;
  g_autofree char *level = NULL;
  g_autofree char *nuts = NULL;
  g_autofree char *size = NULL;
  g_autofree char *extent = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("PNG file to write; - is standard output"), N_ ("FILE") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &indicator, N_ ("personalised-medicine (the default) or health"),
      N_ ("NAME") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &period,
      N_ ("Strategies of one period, or “latest” of each region; 2014-2020 where the atlas has it"), N_ ("PERIOD") },
    { "level", 'l', 0, G_OPTION_ARG_STRING, &level, N_ ("strategy-territory (the default), 0, 1, 2 or 3"),
      N_ ("LEVEL") },
    { "nuts", 'n', 0, G_OPTION_ARG_STRING, &nuts, N_ ("NUTS version: 2013, 2016 (the default) or 2021"), N_ ("YEAR") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &size, N_ ("Pixels, 1600x1200 by default"), N_ ("WIDTHxHEIGHT") },
    { "extent", 'e', 0, G_OPTION_ARG_STRING, &extent,
      N_ ("What to show: europe (the default), a region’s code, or west,south,east,north in degrees"), N_ ("EXTENT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  Choices choices = { .indicator = RIS3_INDICATOR_PERSONALISED_MEDICINE,
                      .level_rule = RIS3_LEVEL_RULE_STRATEGY_TERRITORY,
                      .nuts_version = STRATEGY_NUTS_VERSION,
                      .width = 1600,
                      .height = 1200 };

  if (!ris3_cli_parse ("map", _ ("[ATLAS]"),
                       _ ("Draws the map onto a page with title, legend, headline and credit, as a PNG file."), entries,
                       0, 1, &argc, &argv))
    return RIS3_EXIT_ERROR;
  if (output == NULL)
    {
      g_printerr (_ ("ris3 map: --output is needed.\nTry “ris3 map --help”.\n"));
      return RIS3_EXIT_ERROR;
    }
  if ((indicator != NULL && !parse_indicator (indicator, &choices.indicator, &error))
      || (level != NULL && !parse_level_rule (level, &choices.level_rule, &error))
      || (nuts != NULL && !parse_nuts_version (nuts, &choices.nuts_version, &error))
      || (size != NULL && !parse_size (size, &choices.width, &choices.height, &error)))
    return ris3_cli_fail (error);

  atlas = ris3_cli_open_atlas (argc > 1 ? argv[1] : NULL);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  if (!write_map (atlas, &choices, period, extent != NULL ? extent : "europe", output, &error))
    return ris3_cli_fail (error);
  return RIS3_EXIT_FINE;
}
