/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-interrupt.h"
#include "cli/ris3-json.h"
#include "cli/ris3-page-arguments.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "report/ris3-batch.h"

typedef struct
{
  Ris3Batch *files;
  Ris3Json *json; /* NULL: not asked for */
  gboolean has_progress;
  guint n_written;
  guint n_failed;
} Batch;

/* What the program asks between two parts of a file. */
static gboolean
on_progress (double done, gpointer data)
{
  return !ris3_interrupt_came ();
}

static void
tell_progress (Batch *batch, guint number, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (batch->has_progress)
    g_printerr (_ ("%u of %u: %s\n"), number, ris3_batch_get_n_files (batch->files), shown);
}

/* Counts what became of a file, and tells it. Takes the error. */
static void
finish_file (Batch *batch, guint position, guint n_pages, GError *error)
{
  const Ris3BatchFile *file = ris3_batch_get_file (batch->files, position);
  g_autofree char *table = ris3_batch_dup_table (batch->files, position);

  if (error == NULL)
    batch->n_written++;
  else if (!ris3_interrupt_came ())
    {
      batch->n_failed++;
      g_printerr ("ris3: %s\n", error->message);
    }
  if (batch->json != NULL && !ris3_interrupt_came ())
    {
      ris3_json_begin_object (batch->json, NULL);
      ris3_json_text (batch->json, "output", file->path);
      ris3_json_text (batch->json, "country", file->values[RIS3_BATCH_COUNTRY]);
      ris3_json_text (batch->json, "theme", file->values[RIS3_BATCH_THEME]);
      ris3_json_text (batch->json, "period", file->values[RIS3_BATCH_PERIOD]);
      ris3_json_text (batch->json, "view", file->values[RIS3_BATCH_VIEW]);
      ris3_json_text (batch->json, "region", file->values[RIS3_BATCH_REGION]);
      ris3_json_text (batch->json, "table", table);
      if (n_pages > 0)
        ris3_json_number (batch->json, "pages", n_pages);
      ris3_json_text (batch->json, "error", error != NULL ? error->message : NULL);
      ris3_json_end (batch->json);
    }
  g_clear_error (&error);
}

static void
tell_result (Batch *batch)
{
  if (batch->json != NULL)
    {
      ris3_json_end (batch->json);
      ris3_json_number (batch->json, "written", batch->n_written);
      ris3_json_number (batch->json, "failed", batch->n_failed);
      ris3_json_boolean (batch->json, "stopped", ris3_interrupt_came ());
      ris3_json_end (batch->json);
      ris3_print_json (batch->json);
      return;
    }
  ris3_print (ngettext ("%u file was written.\n", "%u files were written.\n", batch->n_written), batch->n_written);
  if (batch->n_failed > 0)
    ris3_print (ngettext ("%u file was not written.\n", "%u files were not written.\n", batch->n_failed),
                batch->n_failed);
  if (ris3_interrupt_came ())
    ris3_print (_ ("It was stopped before the rest.\n"));
}

static void
write_files (Batch *batch)
{
  for (guint i = 0; i < ris3_batch_get_n_files (batch->files) && !ris3_interrupt_came (); i++)
    {
      const Ris3BatchFile *file = ris3_batch_get_file (batch->files, i);
      GError *error = NULL;
      guint n_pages = 0;

      tell_progress (batch, i + 1, file->path);
      ris3_batch_write (batch->files, i, on_progress, NULL, &n_pages, &error);
      finish_file (batch, i, n_pages, error);
    }
}

/* A sheet is of the latest strategy, as “ris3 sheet” has it. (transfer full) */
static Ris3View *
get_view (const Ris3Arguments *arguments, Ris3Atlas *atlas, Ris3BatchPattern *pattern, GError **error)
{
  g_autoptr (Ris3View) usual = ris3_view_new ();
  g_autoptr (Ris3View) latest = ris3_view_with_period (usual, NULL);

  return ris3_view_options_fit (arguments, ris3_batch_pattern_is_of (pattern, RIS3_BATCH_REGION) ? latest : NULL, atlas,
                                error);
}

static int
run_batch (Batch *batch)
{
  ris3_interrupt_watch ();
  if (batch->json != NULL)
    {
      ris3_json_begin_object (batch->json, NULL);
      ris3_json_begin_array (batch->json, "files");
    }
  write_files (batch);
  tell_result (batch);
  return batch->n_failed > 0 || ris3_interrupt_came () ? RIS3_EXIT_ERROR : RIS3_EXIT_FINE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *output = ris3_arguments_need_output (arguments);
  Ris3PageFormat format;
  g_autoptr (Ris3BatchPattern) pattern = NULL;
  g_autoptr (Ris3PageOptions) options = NULL;
  g_autoptr (Ris3MapMaker) maker = NULL;
  g_autoptr (Ris3Batch) files = NULL;
  g_autoptr (Ris3Json) json = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;

  if (output == NULL || !ris3_arguments_check_word (arguments, RIS3_OPTION_TABLES))
    return RIS3_EXIT_ERROR;
  pattern = ris3_batch_read_pattern (output, &format, &error);
  if (pattern == NULL)
    {
      g_prefix_error_literal (&error, "--output: ");
      return ris3_command_fail (error);
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  options = asked != NULL ? ris3_page_arguments_read_options (arguments, &error) : NULL;
  if (options == NULL)
    return ris3_command_fail (error);
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  maker = ris3_page_arguments_new_maker (arguments, atlas, options);
  view = get_view (arguments, atlas, pattern, &error);
  if (view != NULL)
    files = ris3_batch_new (maker, options, view, g_steal_pointer (&pattern), format, NULL,
                            ris3_arguments_get (arguments, RIS3_OPTION_EXTENT), &error);
  if (files == NULL)
    return ris3_command_fail (error);
  ris3_batch_set_tables (files, ris3_arguments_get (arguments, RIS3_OPTION_TABLES), FALSE);
  json = ris3_arguments_has (arguments, RIS3_OPTION_JSON) ? ris3_json_new () : NULL;
  return run_batch (&(Batch){ .files = files, .json = json, .has_progress = isatty (STDERR_FILENO) });
}

const Ris3Command ris3_command_batch = {
  .name = "batch",
  .summary = N_ ("Write many maps or fact sheets, each named after what it is of"),
  .details
  = N_ ("Writes a map of each country, of each theme, of each period or of each saved view, or the fact sheet of each "
        "region: of what "
        "stands in braces in the name of the files. '{country}-{theme}.png' is a map of each theme for each country, "
        "'{region}.pdf' the sheet of each area of the map. Two files never have the same name. Ctrl+C stops after the "
        "last whole file."),
  .options
  = { { RIS3_OPTION_OUTPUT, N_ ("name of the files, with {country}, {country-name}, {theme}, {theme-name}, "
                                "{period}, {view}, {region}, {region-name} or {number} in it, required") },
      { RIS3_OPTION_ATLAS },
      { RIS3_OPTION_VIEW },
      { RIS3_OPTION_SAVED_VIEW },
      { RIS3_OPTION_FILTER, N_ ("what does not match fades, and has no sheet and no map of its country") },
      { RIS3_OPTION_INDICATOR },
      { RIS3_OPTION_AGAINST, N_ ("a second map is on each page") },
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
      { RIS3_OPTION_NOTES },
      { RIS3_OPTION_TABLES, N_ ("a fact sheet has none") },
      { RIS3_OPTION_JSON } },
  .n_options = 20,
  .run = run,
};
