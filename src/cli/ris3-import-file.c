/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-import-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROW 100000000
/* Rows of a sheet that its headings are judged by. */
#define N_SAMPLES 50

/* FALSE after telling what is wrong. */
static gboolean
read_options (const Ris3Arguments *arguments, Ris3TableOptions *options)
{
  const char *separator = ris3_arguments_get (arguments, RIS3_OPTION_SEPARATOR);
  const char *row = ris3_arguments_get (arguments, RIS3_OPTION_HEADING_ROW);
  guint64 number = 0;

  *options = (Ris3TableOptions){ .encoding = ris3_arguments_get (arguments, RIS3_OPTION_ENCODING) };
  if (row != NULL && !g_ascii_string_to_unsigned (row, 10, 1, MAX_ROW, &number, NULL))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("“%s” is not the number of a row. Write one such as 3."), row);
      return FALSE;
    }
  options->heading_row = row != NULL ? (guint) number : 0;
  if (separator == NULL)
    return TRUE;
  if (g_str_equal (separator, "tab") || g_str_equal (separator, "\\t"))
    separator = "\t";
  if (strlen (separator) != 1 || *separator == '"' || *separator == '\n' || *separator == '\r')
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("“%s” cannot stand between cells. Write one sign, such as “;”, or “tab”."),
                               separator);
      return FALSE;
    }
  options->separator = *separator;
  return TRUE;
}

/* The names of the sheets that can be seen. (transfer full) */
static char *
list_sheets (Ris3TableFile *file)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < ris3_table_file_get_n_sheets (file); i++)
    if (!ris3_table_file_get_sheet (file, i)->is_hidden)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", ris3_table_file_get_sheet (file, i)->name);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Whether its headings are those of a table, of the one that is asked for. */
static gboolean
is_table (const char *path, const Ris3TableOptions *options, guint sheet, const char *wanted)
{
  g_autoptr (Ris3HeadedSheet) headed = ris3_headed_sheet_open (path, options, sheet, N_SAMPLES, NULL, NULL);

  return headed != NULL && headed->is_known
         && (wanted == NULL || g_str_equal (ris3_exchange_get_name (headed->table), wanted));
}

static gint
find_sheet (Ris3TableFile *file, const char *name)
{
  for (guint i = 0; i < ris3_table_file_get_n_sheets (file); i++)
    if (g_str_equal (ris3_table_file_get_sheet (file, i)->name, name))
      return (gint) i;
  return -1;
}

static void
complain_of_sheet (const Ris3Arguments *arguments, Ris3TableFile *file, const char *path, const char *name)
{
  g_autofree char *list = list_sheets (file);
  g_autofree char *shown = g_filename_display_name (path);

  ris3_arguments_complain (ris3_arguments_get_command (arguments), _ ("“%s” has no sheet “%s”. It has: %s."), shown,
                           name, list);
}

/* -1 after telling what is wrong. */
static gint
choose_sheet (const Ris3Arguments *arguments, Ris3TableFile *file, const char *path, const Ris3TableOptions *options)
{
  const Ris3Command *command = ris3_arguments_get_command (arguments);
  const char *name = ris3_arguments_get (arguments, RIS3_OPTION_SHEET);
  const char *wanted = ris3_arguments_get (arguments, RIS3_OPTION_TABLE);
  guint n_sheets = ris3_table_file_get_n_sheets (file);
  g_autofree char *list = list_sheets (file);
  g_autofree char *shown = g_filename_display_name (path);
  gint found = -1;
  guint n_visible = 0, n_tables = 0;
  /* Else any table will do, and none is better than another. */
  gboolean takes_all = ris3_command_has_option (command, RIS3_OPTION_ALL_SHEETS);

  if (name != NULL)
    {
      found = find_sheet (file, name);
      if (found < 0)
        complain_of_sheet (arguments, file, path, name);
      return found;
    }
  for (guint i = 0; i < n_sheets; i++)
    if (!ris3_table_file_get_sheet (file, i)->is_hidden && n_visible++ == 0)
      found = (gint) i;
  if (n_visible == 1)
    return found;
  for (guint i = 0; i < n_sheets && takes_all; i++)
    if (!ris3_table_file_get_sheet (file, i)->is_hidden && is_table (path, options, i, wanted) && n_tables++ == 0)
      found = (gint) i;
  if (n_tables == 1)
    return found;
  if (takes_all)
    ris3_arguments_complain (command,
                             _ ("“%s” has several sheets: %s. Choose one with --sheet, "
                                "or take all with --all-sheets."),
                             shown, list);
  else
    ris3_arguments_complain (command, _ ("“%s” has several sheets: %s. Choose one with --sheet."), shown, list);
  return -1;
}

static Ris3HeadedSheet *
read_one (const Ris3Arguments *arguments, const char *path, const Ris3TableOptions *options)
{
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (GError) error = NULL;
  Ris3HeadedSheet *headed;
  gint chosen = 0;

  /* With a title above its headings, a CSV may be one that cannot be opened at its first row. */
  if (ris3_arguments_has (arguments, RIS3_OPTION_SHEET) || !ris3_table_file_is_text (path))
    file = ris3_table_file_open (path, options, NULL, NULL);
  if (file != NULL)
    chosen = choose_sheet (arguments, file, path, options);
  if (chosen < 0)
    return NULL;
  headed = ris3_headed_sheet_open (path, options, (guint) chosen, 0, NULL, &error);
  if (headed == NULL)
    ris3_command_fail (error);
  return headed;
}

/* Those that --sheet names, of which there are several; empty: it names one, or none. NULL after telling what is
 * wrong. (transfer full) */
static GPtrArray *
read_named (const Ris3Arguments *arguments, const char *path, const Ris3TableOptions *options)
{
  const char *name = ris3_arguments_get (arguments, RIS3_OPTION_SHEET);
  g_auto (GStrv) names = g_strsplit (name != NULL ? name : "", ",", -1);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_headed_sheet_free);
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strv_length (names) > 1)
    file = ris3_table_file_open (path, options, NULL, NULL);
  /* A name may have a comma. */
  if (file == NULL || find_sheet (file, name) >= 0)
    return g_steal_pointer (&sheets);
  for (guint i = 0; names[i] != NULL; i++)
    g_strstrip (names[i]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gint number = find_sheet (file, names[i]);
      Ris3HeadedSheet *headed;

      if (number < 0)
        {
          complain_of_sheet (arguments, file, path, names[i]);
          return NULL;
        }
      if (g_strv_contains ((const char *const *) names + i + 1, names[i]))
        continue;
      headed = ris3_headed_sheet_open (path, options, (guint) number, 0, NULL, &error);
      if (headed == NULL)
        {
          ris3_command_fail (error);
          return NULL;
        }
      g_ptr_array_add (sheets, headed);
    }
  ris3_headed_sheets_sort (sheets);
  return g_steal_pointer (&sheets);
}

/* What is said of one table cannot be meant for several. */
static gboolean
check_all_sheets (const Ris3Arguments *arguments)
{
  static const Ris3OptionId others[] = { RIS3_OPTION_SHEET, RIS3_OPTION_TABLE, RIS3_OPTION_MAP };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (ris3_arguments_has (arguments, others[i]))
      {
        ris3_arguments_complain (ris3_arguments_get_command (arguments),
                                 /* Translators: two options of the command line */
                                 _ ("--%s and --%s cannot be given together."), "all-sheets",
                                 ris3_option_get (others[i])->name);
        return FALSE;
      }
  return TRUE;
}

GPtrArray *
ris3_import_file_read (const Ris3Arguments *arguments, const char *path, char ***unread)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  Ris3TableOptions options;
  Ris3HeadedSheet *one;

  *unread = NULL;
  if (!read_options (arguments, &options))
    return NULL;
  if (ris3_arguments_has (arguments, RIS3_OPTION_ALL_SHEETS))
    {
      if (!check_all_sheets (arguments))
        return NULL;
      sheets = ris3_headed_sheet_open_known (path, &options, 0, unread, NULL, &error);
      if (sheets == NULL)
        ris3_command_fail (error);
      return g_steal_pointer (&sheets);
    }
  *unread = g_new0 (char *, 1);
  if (ris3_command_has_option (ris3_arguments_get_command (arguments), RIS3_OPTION_ALL_SHEETS))
    {
      sheets = read_named (arguments, path, &options);
      if (sheets == NULL || sheets->len > 0)
        return g_steal_pointer (&sheets);
      g_clear_pointer (&sheets, g_ptr_array_unref);
    }
  one = read_one (arguments, path, &options);
  if (one == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_headed_sheet_free);
  g_ptr_array_add (sheets, one);
  return g_steal_pointer (&sheets);
}
