/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-table-files.h"

#include <glib/gi18n.h>

static const char *const table_suffixes[] = { "csv", "tsv", "txt", "xlsx", "ods", NULL };

void
ris3_table_files_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser) && name != NULL && suffixes != NULL);
  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

GtkFileChooserNative *
ris3_table_files_new_open (GtkWindow *parent)
{
  const char *const none[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Import a Table"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  ris3_table_files_add_filter (chooser, _ ("Tables"), table_suffixes);
  ris3_table_files_add_filter (chooser, _ ("All Files"), none);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

GtkFileChooserNative *
ris3_table_files_new_save (GtkWindow *parent, const char *title, const char *name)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

char *
ris3_table_files_get_path (GtkFileChooserNative *chooser, GError **error)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");

  if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is not a file of this computer. Choose one that is."), name);
  return path;
}

gboolean
ris3_table_files_is_table (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *dot = base != NULL ? strrchr (base, '.') : NULL;

  for (guint i = 0; dot != NULL && table_suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, table_suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}
