/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-imported-sheet.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-import-json.h"
#include "cli/ris3-print.h"
#include "map/ris3-import-report.h"

void
ris3_imported_sheet_free (Ris3ImportedSheet *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->path);
  g_free (self->shown);
  g_clear_pointer (&self->headed, ris3_headed_sheet_free);
  g_clear_pointer (&self->mapping, ris3_column_mapping_free);
  g_clear_pointer (&self->plan, ris3_import_plan_unref);
  g_free (self->report);
  g_free (self);
}

/* Which columns are which. FALSE after telling what is wrong. */
static gboolean
map_columns (Ris3ImportedSheet *self, const Ris3Arguments *arguments)
{
  const Ris3Command *command = ris3_arguments_get_command (arguments);
  const char *name = ris3_arguments_get (arguments, RIS3_OPTION_TABLE);
  const char *changes = ris3_arguments_get (arguments, RIS3_OPTION_MAP);
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
  self->mapping = ris3_column_mapping_guess (exchange, self->headed->sample);
  if (changes != NULL && !ris3_column_mapping_apply (self->mapping, changes, self->headed->sample, &error))
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

Ris3ImportedSheet *
ris3_imported_sheet_new (const Ris3Arguments *arguments, const char *path, const char *shown, Ris3HeadedSheet *headed)
{
  Ris3ImportedSheet *self = g_new0 (Ris3ImportedSheet, 1);

  self->path = g_strdup (path);
  self->shown = g_strdup (shown);
  self->headed = headed;
  if (!map_columns (self, arguments))
    g_clear_pointer (&self, ris3_imported_sheet_free);
  return self;
}

gboolean
ris3_imported_sheet_compare (Ris3ImportedSheet *self,
                             Ris3RegionFinder *finder,
                             GHashTable *preferred,
                             const char *atlas,
                             Ris3ImportIdentity identity,
                             gboolean clears,
                             Ris3ImportedSheet *const *earlier,
                             guint n_earlier,
                             GError **error)
{
  self->plan = ris3_table_import_read (self->headed->sample, self->shown, ris3_headed_sheet_get_name (self->headed),
                                       self->mapping, finder, preferred, NULL, 0, NULL, NULL, error);
  if (self->plan == NULL)
    return FALSE;
  ris3_import_plan_set_identity (self->plan, identity);
  ris3_import_plan_set_clears (self->plan, clears);
  for (guint i = 0; i < n_earlier; i++)
    ris3_import_plan_add_earlier (self->plan, earlier[i]->plan);
  return ris3_import_plan_compare (self->plan, atlas, NULL, NULL, error);
}

/* Columns of the file that are none of the atlas. (transfer full) */
static char **
list_unread (Ris3ImportedSheet *self)
{
  g_autoptr (GStrvBuilder) unread = g_strv_builder_new ();
  guint n_columns;

  ris3_exchange_get_columns (ris3_column_mapping_get_table (self->mapping), &n_columns);
  for (guint i = 0; i < ris3_table_get_n_columns (self->headed->sample); i++)
    {
      gboolean is_read = FALSE;

      for (guint j = 0; j < n_columns && !is_read; j++)
        is_read = ris3_column_mapping_get (self->mapping, j) == (gint) i;
      if (!is_read)
        g_strv_builder_add (unread, ris3_table_get_columns (self->headed->sample)[i]);
    }
  return g_strv_builder_end (unread);
}

static gboolean
has_rows_above (Ris3ImportedSheet *self)
{
  GPtrArray *rows = self->headed->rows;

  return rows != NULL && rows->len > 0
         && ((const Ris3TableRow *) g_ptr_array_index (rows, 0))->line < self->headed->heading_row;
}

void
ris3_imported_sheet_make_report (Ris3ImportedSheet *self)
{
  g_autoptr (Ris3ImportReport) report
      = ris3_import_report_new (self->plan, RIS3_IMPORT_ALL_STATES & ~RIS3_IMPORT_STATE_BIT (RIS3_IMPORT_SAME));

  g_free (self->report);
  self->report = ris3_import_report_dup_text (report);
}

void
ris3_imported_sheet_print (Ris3ImportedSheet *self)
{
  const char *sheet = ris3_headed_sheet_get_name (self->headed);
  g_autofree char *mapping = ris3_column_mapping_to_text (self->mapping, self->headed->sample);
  g_auto (GStrv) unread = list_unread (self);

  if (sheet != NULL)
    /* Translators: a file, one of its sheets, and which of its columns are which */
    ris3_print (_ ("“%s”, sheet “%s”, is read as: %s\n"), self->shown, sheet, mapping);
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
  ris3_print ("%s", self->report);
}

void
ris3_imported_sheet_add_to_json (Ris3ImportedSheet *self, Ris3Json *json)
{
  g_autofree char *mapping = ris3_column_mapping_to_text (self->mapping, self->headed->sample);
  g_auto (GStrv) unread = list_unread (self);

  ris3_json_text (json, "sheet", ris3_import_plan_get_sheet (self->plan));
  ris3_json_text (json, "table", ris3_exchange_get_name (ris3_import_plan_get_table (self->plan)));
  ris3_json_number (json, "heading_row", self->headed->heading_row);
  ris3_json_text (json, "mapping", mapping);
  ris3_json_begin_array (json, "unread_columns");
  for (guint i = 0; unread[i] != NULL; i++)
    ris3_json_text (json, NULL, unread[i]);
  ris3_json_end (json);
  ris3_import_json_add_plan (json, self->plan);
}
