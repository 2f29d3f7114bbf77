/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-import-file.h"
#include "cli/ris3-import-json.h"
#include "cli/ris3-import-rows.h"
#include "cli/ris3-print.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-table-import.h"

/* A table of a file, and how it is understood. */
typedef struct
{
  const Ris3Arguments *arguments;
  const char *path;
  char *shown; /* path, as people see it */
  Ris3HeadedSheet *headed;
  const char *sheet; /* NULL: the file has but one */
  Ris3Table *table;
  Ris3ColumnMapping *mapping;
  Ris3ImportPlan *plan;
} Import;

static void
import_clear (Import *self)
{
  g_free (self->shown);
  g_clear_pointer (&self->headed, ris3_headed_sheet_free);
  g_clear_pointer (&self->mapping, ris3_column_mapping_free);
  g_clear_pointer (&self->plan, ris3_import_plan_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Which columns are which. FALSE after telling what is wrong. */
static gboolean
map_columns (Import *self)
{
  const Ris3Command *command = ris3_arguments_get_command (self->arguments);
  const char *name = ris3_arguments_get (self->arguments, RIS3_OPTION_TABLE);
  const char *changes = ris3_arguments_get (self->arguments, RIS3_OPTION_MAP);
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  Ris3Exchange exchange;

  if (name != NULL && !ris3_exchange_from_name (name, &exchange))
    {
      ris3_arguments_complain (command, _ ("There is no table “%s” to import into."), name);
      return FALSE;
    }
  if (name == NULL)
    exchange = self->headed->table;
  if (name == NULL && !self->headed->is_known)
    {
      ris3_arguments_complain (command, _ ("The headings of “%s” do not tell which table it is. Say it with --table."),
                               self->shown);
      return FALSE;
    }
  self->mapping = ris3_column_mapping_guess (exchange, self->table);
  if (changes != NULL && !ris3_column_mapping_apply (self->mapping, changes, self->table, &error))
    {
      ris3_arguments_complain (command, "%s", error->message);
      return FALSE;
    }
  problem = ris3_column_mapping_dup_problem (self->mapping);
  if (problem != NULL)
    {
      ris3_arguments_complain (command, _ ("%s Say it with --map."), problem);
      return FALSE;
    }
  return TRUE;
}

static gboolean
understand (Import *self, GError **error)
{
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (RIS3_DEFAULT_NUTS_VERSION, NULL, error);
  g_autoptr (Ris3RegionFinder) finder = NULL;
  g_autofree char *atlas = NULL;

  if (geodata == NULL)
    return FALSE;
  finder = ris3_region_finder_new (geodata);
  self->plan
      = ris3_table_import_read (self->table, self->shown, self->sheet, self->mapping, finder, 0, NULL, NULL, error);
  atlas = ris3_arguments_find_atlas (self->arguments);
  return self->plan != NULL && ris3_import_plan_compare (self->plan, atlas, NULL, NULL, error);
}

/* Columns of the file that are none of the atlas. (transfer full) */
static char **
list_unread (Import *self)
{
  g_autoptr (GStrvBuilder) unread = g_strv_builder_new ();
  guint n_columns;

  ris3_exchange_get_columns (ris3_column_mapping_get_table (self->mapping), &n_columns);
  for (guint i = 0; i < ris3_table_get_n_columns (self->table); i++)
    {
      gboolean is_read = FALSE;

      for (guint j = 0; j < n_columns && !is_read; j++)
        is_read = ris3_column_mapping_get (self->mapping, j) == (gint) i;
      if (!is_read)
        g_strv_builder_add (unread, ris3_table_get_columns (self->table)[i]);
    }
  return g_strv_builder_end (unread);
}

static gboolean
has_rows_above (Import *self)
{
  GPtrArray *rows = self->headed->rows;

  return rows != NULL && rows->len > 0
         && ((const Ris3TableRow *) g_ptr_array_index (rows, 0))->line < self->headed->heading_row;
}

static void
print_text (Import *self, const Ris3EditResult *result, gboolean is_trial)
{
  g_autofree char *mapping = ris3_column_mapping_to_text (self->mapping, self->table);
  g_auto (GStrv) unread = list_unread (self);
  g_autoptr (Ris3ImportReport) report
      = ris3_import_report_new (self->plan, RIS3_IMPORT_ALL_STATES & ~RIS3_IMPORT_STATE_BIT (RIS3_IMPORT_SAME));
  g_autofree char *text = ris3_import_report_dup_text (report);

  if (self->sheet != NULL)
    /* Translators: a file, one of its sheets, and which of its columns are which */
    ris3_print (_ ("“%s”, sheet “%s”, is read as: %s\n"), self->shown, self->sheet, mapping);
  else
    /* Translators: a file, and which of its columns are which */
    ris3_print (_ ("“%s” is read as: %s\n"), self->shown, mapping);
  if (has_rows_above (self))
    ris3_print (_ ("The headings are in row %u; what is above them is not read.\n"), self->headed->heading_row);
  if (unread[0] != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", unread);

      /* Translators: headings of columns of a file that are left out */
      ris3_print (_ ("These columns are not read: %s\n"), list);
    }
  ris3_print ("%s", text);
  if (result != NULL && is_trial)
    ris3_print (_ ("Would do: %s\n"), result->title);
  else if (result != NULL && result->change_id != 0)
    ris3_print ("%" G_GINT64_FORMAT ": %s\n", result->change_id, result->title);
  else if (result != NULL)
    ris3_print ("%s\n", result->title);
}

static void
print_json (Import *self, const Ris3EditResult *result, gboolean is_trial)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *mapping = ris3_column_mapping_to_text (self->mapping, self->table);
  g_auto (GStrv) unread = list_unread (self);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "file", self->shown);
  ris3_json_text (json, "sheet", ris3_import_plan_get_sheet (self->plan));
  ris3_json_text (json, "table", ris3_exchange_get_name (ris3_import_plan_get_table (self->plan)));
  ris3_json_number (json, "heading_row", self->headed->heading_row);
  ris3_json_text (json, "mapping", mapping);
  ris3_json_begin_array (json, "unread_columns");
  for (guint i = 0; unread[i] != NULL; i++)
    ris3_json_text (json, NULL, unread[i]);
  ris3_json_end (json);
  ris3_import_json_add_plan (json, self->plan);
  ris3_json_boolean (json, "imported", result != NULL && !is_trial);
  if (result != NULL && result->change_id != 0 && !is_trial)
    ris3_json_number (json, "change", result->change_id);
  else
    ris3_json_null (json, "change");
  ris3_json_end (json);
  ris3_print_json (json);
}

/* NULL where there is nothing to do, and on an error. */
static Ris3EditResult *
apply (Import *self, Ris3Editor *editor, gboolean is_trial, GError **error)
{
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GPtrArray) results = NULL;

  if (ris3_import_plan_get_n_chosen (self->plan) == 0)
    return NULL;
  edit = ris3_import_plan_make_edit (self->plan);
  results = ris3_editor_apply (editor, &edit, 1, is_trial ? RIS3_EDITOR_TRY : RIS3_EDITOR_DEFAULT, NULL, error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL)
    return NULL;
  g_ptr_array_set_free_func (results, NULL);
  return g_ptr_array_index (results, 0);
}

static int
run (const Ris3Arguments *arguments)
{
  g_auto (Import) self = { .arguments = arguments, .path = ris3_arguments_get_operand_file (arguments) };
  const char *rows = ris3_arguments_get (arguments, RIS3_OPTION_ROWS);
  gboolean is_trial = ris3_arguments_has (arguments, RIS3_OPTION_DRY_RUN);
  gboolean skips = ris3_arguments_has (arguments, RIS3_OPTION_SKIP_REFUSED);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GError) error = NULL;
  Ris3EditResult *result = NULL;
  gboolean has_refused;

  if (ris3_arguments_need_atlas (arguments) == NULL)
    return RIS3_EXIT_ERROR;
  self.shown = g_filename_display_name (self.path);
  self.headed = ris3_import_file_read (arguments, self.path);
  if (self.headed == NULL)
    return RIS3_EXIT_ERROR;
  self.sheet = ris3_headed_sheet_get_name (self.headed);
  self.table = self.headed->sample;
  if (!map_columns (&self))
    return RIS3_EXIT_ERROR;
  editor = ris3_arguments_open_editor (arguments, ris3_arguments_get (arguments, RIS3_OPTION_BY));
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  if (!understand (&self, &error))
    return ris3_command_fail (error);
  if (rows != NULL && !ris3_import_rows_choose (self.plan, rows, &error))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments), "%s", error->message);
      return RIS3_EXIT_ERROR;
    }

  has_refused = ris3_import_plan_get_n_in_state (self.plan, RIS3_IMPORT_REFUSED) > 0;
  if (!has_refused || skips)
    result = apply (&self, editor, is_trial, &error);
  if (error != NULL)
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (&self, result, is_trial);
  else
    print_text (&self, result, is_trial);
  if (has_refused && !skips)
    g_printerr (_ ("ris3: Nothing was changed, as rows are refused. Correct them, or leave them out with "
                   "--skip-refused.\n"));
  g_clear_pointer (&result, ris3_edit_result_free);
  return has_refused && !skips ? RIS3_EXIT_PROBLEMS : RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_import = {
  .name = "import",
  .summary = N_ ("Import a table into an atlas"),
  .details = N_ ("Reads strategies, priorities, participations, activities, organisations, contacts, assessments or "
                 "notes from a table (CSV, XLSX or ODS) whose headings are in any of the languages of the program. It "
                 "tells what is new, changed, the same or refused in each row, and how it was understood. All is one "
                 "edit, which can be undone; if rows are refused, nothing is changed unless --skip-refused is given."),
  .operand = N_ ("FILE"),
  .operand_is_file = TRUE,
  .options = { { RIS3_OPTION_INTO, N_ ("required") },
               { RIS3_OPTION_TABLE, N_ ("what the headings tell by default") },
               { RIS3_OPTION_SHEET, N_ ("the one whose headings are known by default") },
               { RIS3_OPTION_HEADING_ROW },
               { RIS3_OPTION_ENCODING },
               { RIS3_OPTION_SEPARATOR },
               { RIS3_OPTION_MAP },
               { RIS3_OPTION_ROWS, N_ ("all that are new or changed by default") },
               { RIS3_OPTION_SKIP_REFUSED },
               { RIS3_OPTION_DRY_RUN },
               { RIS3_OPTION_BY, N_ ("whom the history names, that of the account by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 12,
  .run = run,
};
