/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-import-file.h"
#include "cli/ris3-print.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-column-join.h"

typedef struct
{
  const Ris3Arguments *arguments;
  Ris3Table *table;
  Ris3JoinChoice choice;
  char *name, *unit, *file, *date;
} Joining;

static void
joining_clear (Joining *self)
{
  g_clear_pointer (&self->table, ris3_table_unref);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->file);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Joining, joining_clear)

/* FALSE after telling what is wrong. */
static gboolean
read_column (Joining *self, Ris3OptionId option, guint *column)
{
  const char *heading = ris3_arguments_get (self->arguments, option);
  const char *const *columns = ris3_table_get_columns (self->table);
  guint n_columns = ris3_table_get_n_columns (self->table);
  g_autoptr (GString) list = g_string_new (NULL);

  if (heading == NULL)
    return TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      if (g_str_equal (columns[i], heading))
        {
          *column = i;
          return TRUE;
        }
      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", columns[i]);
    }
  ris3_arguments_complain (ris3_arguments_get_command (self->arguments),
                           _ ("The table has no column “%s”. It has: %s."), heading, list->str);
  return FALSE;
}

/* FALSE after telling what is wrong. */
static gboolean
read_version (Joining *self)
{
  const char *text = ris3_arguments_get (self->arguments, RIS3_OPTION_NUTS);
  g_autofree char *allowed = ris3_nuts_version_list ();

  if (text == NULL || ris3_nuts_version_from_string (text, &self->choice.nuts_version))
    return TRUE;
  ris3_arguments_complain (ris3_arguments_get_command (self->arguments), _ ("--%s %s: the value must be %s."), "nuts",
                           text, allowed);
  return FALSE;
}

/* What the file and the options say; what they leave open is guessed. FALSE after telling what is wrong. */
static gboolean
read_choice (Joining *self, const char *path)
{
  const char *title = ris3_arguments_get (self->arguments, RIS3_OPTION_TITLE);
  const char *unit = ris3_arguments_get (self->arguments, RIS3_OPTION_UNIT);
  const char *credit = ris3_arguments_get (self->arguments, RIS3_OPTION_CREDIT);
  gint64 year = 0;
  guint guessed_year;

  self->file = g_filename_display_basename (path);
  self->date = ris3_column_join_find_date (path);
  ris3_column_join_guess (self->table, &self->choice.code_column, &self->choice.value_column);
  if (!read_column (self, RIS3_OPTION_CODE, &self->choice.code_column)
      || !read_column (self, RIS3_OPTION_VALUE, &self->choice.value_column) || !read_version (self)
      || !ris3_arguments_get_number (self->arguments, RIS3_OPTION_YEAR, 0, &year))
    return FALSE;
  ris3_column_join_read_heading (ris3_table_get_columns (self->table)[self->choice.value_column], self->file,
                                 &self->name, &self->unit, &guessed_year);
  self->choice.name = title != NULL ? title : self->name;
  self->choice.unit = unit != NULL ? unit : self->unit;
  self->choice.year = year != 0 ? (guint) MIN (year, G_MAXINT) : guessed_year;
  self->choice.source = credit != NULL ? credit : "";
  self->choice.source_file = self->file;
  self->choice.source_date = self->date;
  return TRUE;
}

static void
print_text (Joining *self, Ris3ColumnJoin *join, const Ris3EditResult *result, gboolean is_trial)
{
  const char *const *columns = ris3_table_get_columns (self->table);
  const char *const *missing = ris3_column_join_get_missing (join);
  GPtrArray *unjoined = ris3_column_join_get_unjoined (join);
  g_autofree char *words = ris3_column_join_describe (join);

  /* Translators: the headings of two columns of a table. */
  ris3_print (_ ("Codes are in “%s”, values in “%s”.\n"), columns[self->choice.code_column],
              columns[self->choice.value_column]);
  ris3_print ("%s\n", words);
  for (guint i = 0; i < unjoined->len; i++)
    {
      const Ris3UnjoinedRow *row = g_ptr_array_index (unjoined, i);

      ris3_print (_ ("Row %u is not joined: %s: %s\n"), row->line, row->text, row->problem);
    }
  for (guint i = 0; missing[i] != NULL; i++)
    ris3_print (_ ("No value: %s\n"), missing[i]);
  if (is_trial)
    ris3_print (_ ("Would do: %s\n"), result->title);
  else
    {
      ris3_print ("%" G_GINT64_FORMAT ": %s\n", result->change_id, result->title);
      /* Translators: a name of an indicator, for options. */
      ris3_print (_ ("Show it with --indicator “%s” and --level %u.\n"), ris3_column_join_get_indicator (join),
                  ris3_column_join_get_level (join));
    }
}

static void
print_json (Joining *self, Ris3ColumnJoin *join, const Ris3EditResult *result, gboolean is_trial)
{
  const char *const *columns = ris3_table_get_columns (self->table);
  const char *const *missing = ris3_column_join_get_missing (join);
  GPtrArray *unjoined = ris3_column_join_get_unjoined (join);
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "file", self->file);
  ris3_json_text (json, "code_column", columns[self->choice.code_column]);
  ris3_json_text (json, "value_column", columns[self->choice.value_column]);
  ris3_json_text (json, "name", self->choice.name);
  ris3_json_text (json, "kind", ris3_column_join_get_is_text (join) ? "text" : "number");
  ris3_json_text (json, "unit", self->choice.unit);
  if (self->choice.year > 0)
    ris3_json_number (json, "year", self->choice.year);
  else
    ris3_json_null (json, "year");
  ris3_json_text (json, "indicator", ris3_column_join_get_indicator (join));
  ris3_json_number (json, "level", ris3_column_join_get_level (join));
  ris3_json_number (json, "values", ris3_column_join_get_n_values (join));
  ris3_json_number (json, "empty", ris3_column_join_get_n_empty (join));
  ris3_json_begin_array (json, "unjoined");
  for (guint i = 0; i < unjoined->len; i++)
    {
      const Ris3UnjoinedRow *row = g_ptr_array_index (unjoined, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_number (json, "row", row->line);
      ris3_json_text (json, "text", row->text);
      ris3_json_text (json, "problem", row->problem);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_begin_array (json, "missing");
  for (guint i = 0; missing[i] != NULL; i++)
    ris3_json_text (json, NULL, missing[i]);
  ris3_json_end (json);
  ris3_json_boolean (json, "joined", !is_trial);
  if (result->change_id != 0 && !is_trial)
    ris3_json_number (json, "change", result->change_id);
  else
    ris3_json_null (json, "change");
  ris3_json_end (json);
  ris3_print_json (json);
}

static Ris3ColumnJoin *
join_column (Joining *self, GError **error)
{
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (
      self->choice.nuts_version > 0 ? self->choice.nuts_version : RIS3_DEFAULT_NUTS_VERSION, NULL, error);
  g_autoptr (Ris3RegionFinder) finder = NULL;

  if (geodata == NULL)
    return NULL;
  finder = ris3_region_finder_new (geodata);
  return ris3_column_join_new (self->table, &self->choice, finder, error);
}

static int
run (const Ris3Arguments *arguments)
{
  g_auto (Joining) self = { .arguments = arguments };
  gboolean is_trial = ris3_arguments_has (arguments, RIS3_OPTION_DRY_RUN);
  g_autoptr (GPtrArray) sheets = NULL;
  g_auto (GStrv) unread = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3ColumnJoin) join = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  if (ris3_arguments_need_atlas (arguments) == NULL)
    return RIS3_EXIT_ERROR;
  sheets = ris3_import_file_read (arguments, ris3_arguments_get_operand_file (arguments), &unread);
  if (sheets == NULL)
    return RIS3_EXIT_ERROR;
  self.table = ris3_table_ref (((Ris3HeadedSheet *) g_ptr_array_index (sheets, 0))->sample);
  if (!read_choice (&self, ris3_arguments_get_operand_file (arguments)))
    return RIS3_EXIT_ERROR;
  join = join_column (&self, &error);
  if (join == NULL)
    return ris3_command_fail (error);
  editor = ris3_arguments_open_editor (arguments, ris3_arguments_get (arguments, RIS3_OPTION_BY));
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  edit = ris3_column_join_make_edit (join);
  results = ris3_editor_apply (editor, &edit, 1, is_trial ? RIS3_EDITOR_TRY : RIS3_EDITOR_DEFAULT, NULL, &error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL)
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (&self, join, g_ptr_array_index (results, 0), is_trial);
  else
    print_text (&self, join, g_ptr_array_index (results, 0), is_trial);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_join = {
  .name = "join",
  .summary = N_ ("Join a column of a table to the regions of an atlas"),
  .details = N_ ("Reads a column of numbers or texts, such as the population, from a table (CSV, XLSX or ODS) with "
                 "region codes of any NUTS version, and keeps it in the atlas as one edit, which can be undone. It can "
                 "then be shown as an indicator. Tells which rows are not joined and why, and which regions have no "
                 "value. A value is that of exactly its own region: none is added up or handed down."),
  .operand = N_ ("FILE"),
  .operand_is_file = TRUE,
  .options = { { RIS3_OPTION_INTO, N_ ("required") },
               { RIS3_OPTION_CODE, N_ ("the one that looks most like it by default") },
               { RIS3_OPTION_VALUE, N_ ("the last one with numbers by default") },
               { RIS3_OPTION_TITLE, N_ ("what the heading says by default") },
               { RIS3_OPTION_UNIT, N_ ("what the heading says in brackets by default") },
               { RIS3_OPTION_YEAR, N_ ("what the heading says by default") },
               { RIS3_OPTION_CREDIT },
               { RIS3_OPTION_NUTS, N_ ("of the codes, which tell it by default") },
               { RIS3_OPTION_SHEET },
               { RIS3_OPTION_HEADING_ROW },
               { RIS3_OPTION_ENCODING },
               { RIS3_OPTION_SEPARATOR },
               { RIS3_OPTION_DRY_RUN },
               { RIS3_OPTION_BY, N_ ("whom the history names, that of the account by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 15,
  .run = run,
};
