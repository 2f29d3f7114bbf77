/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-import-file.h"
#include "cli/ris3-import-rows.h"
#include "cli/ris3-imported-sheet.h"
#include "cli/ris3-print.h"
#include "geo/ris3-nuts-version.h"

typedef struct
{
  const Ris3Arguments *arguments;
  Ris3ImportIdentity identity;
  const char *path;
  char *shown;       /* path, as people see it */
  GPtrArray *sheets; /* of Ris3ImportedSheet, in the order in which they are imported */
  char **unread;     /* sheets that are left out */
} Import;

static void
import_clear (Import *self)
{
  g_free (self->shown);
  g_ptr_array_unref (self->sheets);
  g_strfreev (self->unread);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static Ris3ImportedSheet *
get_sheet (Import *self, guint i)
{
  return g_ptr_array_index (self->sheets, i);
}

/* FALSE after telling what is wrong. */
static gboolean
read_identity (Import *self)
{
  const char *name = ris3_arguments_get (self->arguments, RIS3_OPTION_MATCH);

  if (name == NULL || ris3_import_identity_from_name (name, &self->identity))
    return TRUE;
  ris3_arguments_complain (ris3_arguments_get_command (self->arguments),
                           _ ("Strategies cannot be known by “%s”. Write one of these: %s."), name,
                           "usual, identifier, region-period, region-period-title");
  return FALSE;
}

/* FALSE after telling what is wrong. */
static gboolean
read_file (Import *self)
{
  g_autoptr (GPtrArray) headed = ris3_import_file_read (self->arguments, self->path, &self->unread);

  if (headed == NULL)
    return FALSE;
  while (headed->len > 0)
    {
      Ris3ImportedSheet *sheet
          = ris3_imported_sheet_new (self->arguments, self->path, self->shown, g_ptr_array_steal_index (headed, 0));

      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (self->sheets, sheet);
    }
  return TRUE;
}

static gboolean
understand (Import *self, GError **error)
{
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (RIS3_DEFAULT_NUTS_VERSION, NULL, error);
  g_autoptr (Ris3RegionFinder) finder = NULL;
  g_autoptr (GHashTable) preferred = NULL;
  g_autofree char *atlas = NULL;

  if (geodata == NULL)
    return FALSE;
  finder = ris3_region_finder_new (geodata);
  atlas = ris3_arguments_find_atlas (self->arguments);
  preferred = ris3_table_import_find_regions (atlas, RIS3_DEFAULT_NUTS_VERSION, NULL, error);
  if (preferred == NULL)
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    if (!ris3_imported_sheet_compare (get_sheet (self, i), finder, preferred, atlas, self->identity,
                                      ris3_arguments_has (self->arguments, RIS3_OPTION_CLEAR_EMPTY),
                                      (Ris3ImportedSheet *const *) self->sheets->pdata, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
choose_rows (Import *self, const char *rows, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (!ris3_import_rows_choose (get_sheet (self, i)->plan, rows, error))
      return FALSE;
  return TRUE;
}

static guint
count_refused (Import *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    n += ris3_import_plan_get_n_in_state (get_sheet (self, i)->plan, RIS3_IMPORT_REFUSED);
  return n;
}

static gboolean
has_contacts (Import *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (ris3_import_plan_get_table (get_sheet (self, i)->plan) == RIS3_EXCHANGE_CONTACTS
        && ris3_import_plan_get_n_chosen (get_sheet (self, i)->plan) > 0)
      return TRUE;
  return FALSE;
}

static void
print_text (Import *self, const Ris3EditResult *result, gboolean is_trial)
{
  for (guint i = 0; i < self->sheets->len; i++)
    ris3_imported_sheet_print (get_sheet (self, i));
  if (self->unread[0] != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", self->unread);

      /* Translators: names of sheets of a file that are left out */
      ris3_print (_ ("These sheets are not read, as their headings are not known: %s\n"), list);
    }
  if (result != NULL && has_contacts (self))
    ris3_print ("%s\n",
                _ ("Contacts are personal data, which the history does not keep: their import cannot be undone."));
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

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "file", self->shown);
  if (!ris3_arguments_has (self->arguments, RIS3_OPTION_ALL_SHEETS) && self->sheets->len == 1)
    ris3_imported_sheet_add_to_json (get_sheet (self, 0), json);
  else
    {
      ris3_json_begin_array (json, "sheets");
      for (guint i = 0; i < self->sheets->len; i++)
        {
          ris3_json_begin_object (json, NULL);
          ris3_imported_sheet_add_to_json (get_sheet (self, i), json);
          ris3_json_end (json);
        }
      ris3_json_end (json);
      ris3_json_begin_array (json, "unread_sheets");
      for (guint i = 0; self->unread[i] != NULL; i++)
        ris3_json_text (json, NULL, self->unread[i]);
      ris3_json_end (json);
    }
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
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  guint n_chosen = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      g_ptr_array_add (plans, get_sheet (self, i)->plan);
      n_chosen += ris3_import_plan_get_n_chosen (get_sheet (self, i)->plan);
    }
  if (n_chosen == 0)
    return NULL;
  edit = ris3_import_plans_make_edit ((Ris3ImportPlan *const *) plans->pdata, plans->len);
  results = ris3_editor_apply (editor, &edit, 1, is_trial ? RIS3_EDITOR_TRY : RIS3_EDITOR_DEFAULT, NULL, error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL)
    return NULL;
  g_ptr_array_set_free_func (results, NULL);
  return g_ptr_array_index (results, 0);
}

static gpointer
make_reports (gpointer user_data)
{
  Import *self = user_data;

  for (guint i = 0; i < self->sheets->len; i++)
    ris3_imported_sheet_make_report (get_sheet (self, i));
  return NULL;
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
  GThread *reporting = NULL;
  gboolean has_refused;

  self.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_imported_sheet_free);
  if (ris3_arguments_need_atlas (arguments) == NULL)
    return RIS3_EXIT_ERROR;
  self.shown = g_filename_display_name (self.path);
  if (!read_identity (&self) || !read_file (&self))
    return RIS3_EXIT_ERROR;
  editor = ris3_arguments_open_editor (arguments, ris3_arguments_get (arguments, RIS3_OPTION_BY));
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  if (!understand (&self, &error))
    return ris3_command_fail (error);
  if (rows != NULL && !choose_rows (&self, rows, &error))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments), "%s", error->message);
      return RIS3_EXIT_ERROR;
    }

  has_refused = count_refused (&self) > 0;
  /* What there is to say is known; to say it of many rows takes time, which another core has. */
  if (!ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    reporting = g_thread_new ("report", make_reports, &self);
  if (!has_refused || skips)
    result = apply (&self, editor, is_trial, &error);
  if (reporting != NULL)
    g_thread_join (reporting);
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
               { RIS3_OPTION_SHEET,
                 N_ ("the one whose headings are known by default; a comma separates several, which are one edit") },
               { RIS3_OPTION_ALL_SHEETS },
               { RIS3_OPTION_HEADING_ROW },
               { RIS3_OPTION_ENCODING },
               { RIS3_OPTION_SEPARATOR },
               { RIS3_OPTION_MAP },
               { RIS3_OPTION_MATCH, N_ ("usual by default") },
               { RIS3_OPTION_CLEAR_EMPTY },
               { RIS3_OPTION_ROWS, N_ ("all that are new or changed by default") },
               { RIS3_OPTION_SKIP_REFUSED },
               { RIS3_OPTION_DRY_RUN },
               { RIS3_OPTION_BY, N_ ("whom the history names, that of the account by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 15,
  .run = run,
};
