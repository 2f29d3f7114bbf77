/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-batch-pattern.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-json.h"
#include "cli/ris3-map-maker.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "model/ris3-theme.h"
#include "report/ris3-region-sheet.h"

/* A country or a region, a theme, or a saved view that there is a file of. */
typedef struct
{
  char *code;
  char *name;
  guint region; /* index in the boundaries */
} Choice;

typedef struct
{
  const Ris3Arguments *arguments;
  Ris3Atlas *atlas;
  Ris3BatchPattern *pattern;
  Ris3MapMaker *maker;
  Ris3PageOptions *options;
  Ris3PageFormat format;
  Ris3Json *json;     /* NULL: not asked for */
  const char *titles; /* what was asked for as title */
  gboolean has_progress;
  guint n_written;
  guint n_failed;
  guint number;
  guint n_all;
} Batch;

/* Ctrl+C: the file at hand is not written, and what was written is told. */
static volatile sig_atomic_t is_stopped;

static void
on_interrupt (int signal)
{
  is_stopped = 1;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->code);
  g_free (choice->name);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *code, const char *name, guint region)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->code = g_strdup (code);
  choice->name = g_strdup (name);
  choice->region = region;
  g_ptr_array_add (choices, choice);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *left = *(Choice *const *) a, *right = *(Choice *const *) b;

  return g_utf8_collate (left->name, right->name);
}

/* Those that have a strategy of the period which matches the filter. NULL on error */
static GPtrArray *
list_countries (Ris3Atlas *atlas, Ris3Placement *placement, Ris3View *view, GError **error)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (placement);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  Ris3Classification *areas;
  GPtrArray *countries;

  if (!ris3_view_options_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return NULL;
  classification = ris3_classification_new_filtered (placement, view, result);
  areas = ris3_classification_get_areas (classification);
  countries = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; i < ris3_classification_get_n_territories (areas); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (areas, i);

      if (territory->n_strategies > 0 && territory->matches)
        g_hash_table_add (known, (gpointer) ris3_boundaries_get_region (boundaries, territory->region)->country);
    }
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      if (region->level == 0 && g_hash_table_contains (known, region->country))
        add_choice (countries, region->code, ris3_region_get_shown_name (region), i);
    }
  return countries;
}

/* Those that the map has, and that match the filter. */
static GPtrArray *
list_regions (Ris3Classification *classification)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  GPtrArray *regions = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);

      if (territory->matches)
        add_choice (regions, region->code, ris3_region_get_shown_name (region), territory->region);
    }
  return regions;
}

/* As indicators take it: "oncology" for the key "health-theme 1 oncology", else "oecd-fields/3.1". (transfer full) */
static char *
get_argument (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);

  if (g_strv_length (parts) < 3)
    return g_strdup (key);
  return g_str_equal (parts[0], RIS3_THEME_SCHEME) ? g_strdup (parts[2]) : g_strjoin ("/", parts[0], parts[2], NULL);
}

static void
add_themes (GPtrArray *themes, GHashTable *known, GListModel *priorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *const *names = ris3_priority_get_themes (priority);
      const char *const *keys = ris3_priority_get_theme_keys (priority);

      for (guint j = 0; names[j] != NULL; j++)
        if (g_hash_table_add (known, g_strdup (keys[j])))
          {
            g_autofree char *argument = get_argument (keys[j]);

            add_choice (themes, argument, names[j], 0);
          }
      add_themes (themes, known, ris3_priority_get_children (priority));
    }
}

/* Those of the atlas's priorities, by name. */
static GPtrArray *
list_themes (Ris3Atlas *atlas)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  GPtrArray *themes = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      add_themes (themes, known, ris3_strategy_get_priorities (strategy));
    }
  g_ptr_array_sort (themes, compare_choices);
  return themes;
}

static GPtrArray *
list_views (Ris3Atlas *atlas)
{
  GListModel *views = ris3_atlas_get_saved_views (atlas);
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);

      add_choice (choices, ris3_saved_view_get_view (saved), ris3_saved_view_get_name (saved), 0);
    }
  return choices;
}

/* What the program asks between two parts of a file. */
static gboolean
on_progress (double done, gpointer data)
{
  return !is_stopped;
}

static void
tell_progress (Batch *batch, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  batch->number++;
  if (batch->has_progress)
    g_printerr (_ ("%u of %u: %s\n"), batch->number, batch->n_all, shown);
}

/* Folders of a name are made. FALSE with an error: one cannot be. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  int code;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("The folder “%s” cannot be made: %s."), shown,
               g_strerror (code));
  return FALSE;
}

/* Counts what became of a file, and tells it. Takes the error. */
static void
finish_file (Batch *batch, const char *path, const char *const *values, guint n_pages, GError *error)
{
  if (error == NULL)
    batch->n_written++;
  else if (!is_stopped)
    {
      batch->n_failed++;
      g_printerr ("ris3: %s\n", error->message);
    }
  if (batch->json != NULL && !is_stopped)
    {
      ris3_json_begin_object (batch->json, NULL);
      ris3_json_text (batch->json, "output", path);
      ris3_json_text (batch->json, "country", values[RIS3_BATCH_COUNTRY]);
      ris3_json_text (batch->json, "theme", values[RIS3_BATCH_THEME]);
      ris3_json_text (batch->json, "view", values[RIS3_BATCH_VIEW]);
      ris3_json_text (batch->json, "region", values[RIS3_BATCH_REGION]);
      if (n_pages > 0)
        ris3_json_number (batch->json, "pages", n_pages);
      ris3_json_text (batch->json, "error", error != NULL ? error->message : NULL);
      ris3_json_end (batch->json);
    }
  g_clear_error (&error);
}

/* The same view, of one theme and of one country. (transfer full) */
static Ris3View *
narrow (Ris3View *view, const Choice *theme, const Choice *country, GError **error)
{
  g_autoptr (Ris3View) narrowed = ris3_view_ref (view);

  if (theme != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (theme->code, ":/", TRUE);
      g_autofree char *text = g_strdup_printf ("indicator=theme:%s", escaped);
      Ris3View *of_theme = ris3_view_from_text (text, narrowed, error);

      if (of_theme == NULL)
        return NULL;
      ris3_view_unref (narrowed);
      narrowed = of_theme;
    }
  if (country != NULL)
    {
      /* Of several countries that the filter names, this one. */
      g_autoptr (Ris3Filter) others = ris3_filter_without (ris3_view_get_filter (narrowed), RIS3_FACET_COUNTRY);
      g_autoptr (Ris3Filter) filter = ris3_filter_with (others, RIS3_FACET_COUNTRY, country->code, TRUE);
      Ris3View *of_country = ris3_view_with_filter (narrowed, filter);

      ris3_view_unref (narrowed);
      narrowed = of_country;
    }
  return g_steal_pointer (&narrowed);
}

static void
set_values (Batch *batch, const char **values, const Choice *view, const Choice *theme, const Choice *country)
{
  memset (values, 0, RIS3_N_BATCH_WORDS * sizeof *values);
  if (view != NULL)
    values[RIS3_BATCH_VIEW] = view->name;
  if (theme != NULL)
    {
      values[RIS3_BATCH_THEME] = theme->code;
      values[RIS3_BATCH_THEME_NAME] = theme->name;
    }
  if (country != NULL)
    {
      values[RIS3_BATCH_COUNTRY] = country->code;
      values[RIS3_BATCH_COUNTRY_NAME] = country->name;
    }
}

/* What it is of stands in the title, where none was asked for. */
static void
set_title (Batch *batch, Ris3Classification *classification, const Choice *country)
{
  g_autofree char *shown = NULL;
  g_autofree char *title = NULL;

  if (batch->titles != NULL || country == NULL)
    return;
  shown = ris3_classification_dup_title (classification);
  title = g_strdup_printf ("%s · %s", country->name, shown);
  ris3_page_options_set (&batch->options->title, title);
}

static void
write_map (Batch *batch, Ris3View *view, const Choice *saved, const Choice *theme, const Choice *country)
{
  const char *extent = ris3_arguments_get (batch->arguments, RIS3_OPTION_EXTENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) narrowed = narrow (view, theme, country, &error);
  const char *values[RIS3_N_BATCH_WORDS];
  g_autofree char *number = g_strdup_printf ("%u", batch->number + 1);
  g_autofree char *path = NULL;
  Ris3MapPage page;
  Ris3FileId inputs[3];

  set_values (batch, values, saved, theme, country);
  values[RIS3_BATCH_NUMBER] = number;
  path = ris3_batch_pattern_make_name (batch->pattern, values);
  tell_progress (batch, path);
  if (extent == NULL)
    extent = country != NULL ? country->code : ris3_view_get_extent (view);
  if (narrowed != NULL && ris3_map_maker_make (batch->maker, narrowed, extent, &page, &error)
      && make_folder (path, &error))
    {
      set_title (batch, page.classification, country);
      ris3_map_page_write (&page, batch->format, path, inputs, ris3_map_maker_list_inputs (batch->maker, inputs),
                           on_progress, NULL, &error);
    }
  finish_file (batch, path, values, 0, g_steal_pointer (&error));
}

/* One of each view, theme and country that the pattern names. */
static void
write_maps (Batch *batch, Ris3View *view, GPtrArray *views, GPtrArray *themes, GPtrArray *countries)
{
  guint n_views = views != NULL ? views->len : 1, n_themes = themes != NULL ? themes->len : 1;
  guint n_countries = countries != NULL ? countries->len : 1;

  batch->n_all = n_views * n_themes * n_countries;
  for (guint i = 0; i < n_views && !is_stopped; i++)
    {
      const Choice *saved = views != NULL ? g_ptr_array_index (views, i) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3View) base
          = saved != NULL ? ris3_view_from_text (saved->code, NULL, &error) : ris3_view_ref (view);

      if (base == NULL)
        {
          batch->n_failed++;
          g_printerr ("ris3: %s\n", error->message);
          continue;
        }
      for (guint j = 0; j < n_themes && !is_stopped; j++)
        for (guint k = 0; k < n_countries && !is_stopped; k++)
          write_map (batch, base, saved, themes != NULL ? g_ptr_array_index (themes, j) : NULL,
                     countries != NULL ? g_ptr_array_index (countries, k) : NULL);
    }
}

static gboolean
write_sheets (Batch *batch, Ris3View *view, GError **error)
{
  Ris3Placement *placement = ris3_map_maker_get_placement (batch->maker, view, error);
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3Classification) filtered = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3RegionSheet) sheet = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  Ris3FileId inputs[3];
  guint n_inputs;

  if (placement == NULL || !ris3_view_options_check_level (view, ris3_placement_get_boundaries (placement), error))
    return FALSE;
  if (!ris3_view_options_filter (batch->atlas, view, ris3_view_get_period (view), placement, &result, error))
    return FALSE;
  filtered = ris3_classification_new_filtered (placement, view, result);
  classification = ris3_classification_new (placement, view);
  sheet = ris3_region_sheet_new (batch->atlas, classification);
  regions = list_regions (filtered);
  n_inputs = ris3_map_maker_list_inputs (batch->maker, inputs);
  batch->n_all = regions->len;
  for (guint i = 0; i < regions->len && !is_stopped; i++)
    {
      const Choice *region = g_ptr_array_index (regions, i);
      const Ris3Region *record
          = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region->region);
      g_autofree char *number = g_strdup_printf ("%u", batch->number + 1);
      const char *values[RIS3_N_BATCH_WORDS] = { [RIS3_BATCH_COUNTRY] = record->country,
                                                 [RIS3_BATCH_REGION] = region->code,
                                                 [RIS3_BATCH_REGION_NAME] = region->name,
                                                 [RIS3_BATCH_NUMBER] = number };
      g_autofree char *path = ris3_batch_pattern_make_name (batch->pattern, values);
      GError *failure = NULL;
      guint n_pages = 0;

      tell_progress (batch, path);
      if (make_folder (path, &failure))
        ris3_region_sheet_write (sheet, region->region, path, inputs, n_inputs, &n_pages, &failure);
      finish_file (batch, path, values, n_pages, failure);
    }
  return TRUE;
}

static gboolean
write_all (Batch *batch, Ris3View *view, GError **error)
{
  g_autoptr (GPtrArray) views
      = ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_VIEW) ? list_views (batch->atlas) : NULL;
  g_autoptr (GPtrArray) themes
      = ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_THEME) ? list_themes (batch->atlas) : NULL;
  g_autoptr (GPtrArray) countries = NULL;
  Ris3Placement *placement;

  if (ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_REGION))
    return write_sheets (batch, view, error);
  if (views != NULL && views->len == 0)
    {
      g_set_error_literal (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                           _ ("The atlas has no saved view. Save one in the window, or leave out {view}."));
      return FALSE;
    }
  placement = ris3_map_maker_get_placement (batch->maker, view, error);
  if (placement == NULL)
    return FALSE;
  if (ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_COUNTRY))
    {
      countries = list_countries (batch->atlas, placement, view, error);
      if (countries == NULL)
        return FALSE;
    }
  write_maps (batch, view, views, themes, countries);
  return TRUE;
}

/* A pattern that would give all files one name, or a sheet that is no PDF. */
static gboolean
check_pattern (Batch *batch, const char *output, GError **error)
{
  gboolean has_regions = ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_REGION);
  if (!has_regions && !ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_COUNTRY)
      && !ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_THEME)
      && !ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_VIEW))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--output: a name for many files has {country}, {theme}, {view} or {region} in it, as in "
                              "'{country}-{theme}.png'."));
      return FALSE;
    }
  if (!ris3_page_format_from_path (output, &batch->format) || (has_regions && batch->format != RIS3_PAGE_FORMAT_PDF))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           has_regions
                               ? _ ("--output: the sheets of regions are PDF documents: end the name in “.pdf”.")
                               : _ ("--output: end the name in “.png”, “.svg” or “.pdf”."));
      return FALSE;
    }
  if (has_regions
      && (ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_THEME)
          || ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_VIEW)))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--output: {region} stands for the sheets of regions, which have no {theme} and no "
                              "{view}."));
      return FALSE;
    }
  return TRUE;
}

static void
tell_result (Batch *batch)
{
  if (batch->json != NULL)
    {
      ris3_json_end (batch->json);
      ris3_json_number (batch->json, "written", batch->n_written);
      ris3_json_number (batch->json, "failed", batch->n_failed);
      ris3_json_boolean (batch->json, "stopped", is_stopped != 0);
      ris3_json_end (batch->json);
      ris3_print_json (batch->json);
      return;
    }
  ris3_print (ngettext ("%u file was written.\n", "%u files were written.\n", batch->n_written), batch->n_written);
  if (batch->n_failed > 0)
    ris3_print (ngettext ("%u file was not written.\n", "%u files were not written.\n", batch->n_failed),
                batch->n_failed);
  if (is_stopped)
    ris3_print (_ ("It was stopped before the rest.\n"));
}

static int
run_batch (Batch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) usual = ris3_view_new ();
  g_autoptr (Ris3View) latest = ris3_view_with_period (usual, NULL);
  /* A sheet is of the latest strategy, as “ris3 sheet” has it. */
  g_autoptr (Ris3View) view = ris3_view_options_fit (
      batch->arguments, ris3_batch_pattern_is_of (batch->pattern, RIS3_BATCH_REGION) ? latest : NULL, batch->atlas,
      &error);
  struct sigaction action = { .sa_handler = on_interrupt };

  if (view == NULL)
    return ris3_command_fail (error);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  if (batch->json != NULL)
    {
      ris3_json_begin_object (batch->json, NULL);
      ris3_json_begin_array (batch->json, "files");
    }
  if (!write_all (batch, view, &error))
    return ris3_command_fail (error);
  tell_result (batch);
  return batch->n_failed > 0 || is_stopped ? RIS3_EXIT_ERROR : RIS3_EXIT_FINE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *output = ris3_arguments_need_output (arguments);
  Batch batch = { .arguments = arguments };
  g_autoptr (Ris3BatchPattern) pattern = NULL;
  g_autoptr (Ris3PageOptions) options = NULL;
  g_autoptr (Ris3MapMaker) maker = NULL;
  g_autoptr (Ris3Json) json = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (output == NULL)
    return RIS3_EXIT_ERROR;
  batch.pattern = pattern = ris3_batch_pattern_new (output, &error);
  if (pattern == NULL || !check_pattern (&batch, output, &error))
    return ris3_command_fail (error);
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  options = asked != NULL ? ris3_map_maker_read_options (arguments, &error) : NULL;
  if (options == NULL)
    return ris3_command_fail (error);
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  maker = ris3_map_maker_new (arguments, atlas, options);
  json = ris3_arguments_has (arguments, RIS3_OPTION_JSON) ? ris3_json_new () : NULL;
  batch.atlas = atlas;
  batch.options = options;
  batch.maker = maker;
  batch.json = json;
  batch.titles = title = g_strdup (options->title);
  batch.has_progress = isatty (STDERR_FILENO);
  return run_batch (&batch);
}

const Ris3Command ris3_command_batch = {
  .name = "batch",
  .summary = N_ ("Write many maps or fact sheets, each named after what it is of"),
  .details
  = N_ ("Writes a map of each country, of each theme or of each saved view, or the fact sheet of each region: of what "
        "stands in braces in the name of the files. '{country}-{theme}.png' is a map of each theme for each country, "
        "'{region}.pdf' the sheet of each area of the map. Two files never have the same name. Ctrl+C stops after the "
        "last whole file."),
  .options
  = { { RIS3_OPTION_OUTPUT, N_ ("name of the files, with {country}, {country-name}, {theme}, {theme-name}, "
                                "{view}, {region}, {region-name} or {number} in it, required") },
      { RIS3_OPTION_ATLAS },
      { RIS3_OPTION_VIEW },
      { RIS3_OPTION_SAVED_VIEW },
      { RIS3_OPTION_FILTER, N_ ("what does not match fades, and has no sheet and no map of its country") },
      { RIS3_OPTION_INDICATOR },
      { RIS3_OPTION_CLASSES },
      { RIS3_OPTION_PALETTE },
      { RIS3_OPTION_PERIOD, N_ ("2014-2020 by default for maps, where the atlas has it, and the latest for sheets") },
      { RIS3_OPTION_LEVEL },
      { RIS3_OPTION_NUTS },
      { RIS3_OPTION_BOUNDARIES },
      { RIS3_OPTION_EXTENT, N_ ("by default that of the country, or europe") },
      { RIS3_OPTION_CRS, N_ ("the map projection, EPSG:3035 by default") },
      { RIS3_OPTION_SIZE, N_ ("1600x1200 by default") },
      { RIS3_OPTION_PAGE, N_ ("as “ris3 map” has it") },
      { RIS3_OPTION_JSON } },
  .n_options = 17,
  .run = run,
};
