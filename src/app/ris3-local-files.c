/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-local-files.h"

#include <glib/gi18n.h>

#define FOLDER_KEY "figure-folder"

void
ris3_local_files_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
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
ris3_local_files_new_save (GtkWindow *parent, const char *title, const char *name)
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

static void
refuse (GFile *file, GError **error)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("“%s” is not a file of this computer. Choose one that is."), name);
}

char **
ris3_local_files_list_paths (GSList *files, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      char *path = g_file_get_path (l->data);

      if (path == NULL)
        {
          refuse (l->data, error);
          return NULL;
        }
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

char **
ris3_local_files_take_paths (GtkNativeDialog *chooser, int response, GError **error)
{
  g_autoptr (GListModel) chosen = NULL;
  GSList *files = NULL;
  char **paths;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser), NULL);
  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    files = g_slist_append (files, g_list_model_get_item (chosen, i));
  paths = files != NULL ? ris3_local_files_list_paths (files, error) : NULL;
  g_slist_free_full (files, g_object_unref);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  return paths;
}

char *
ris3_local_files_take_path (GtkNativeDialog *chooser, int response, GError **error)
{
  g_autoptr (GFile) file = NULL;
  char *path = NULL;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser), NULL);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      path = file != NULL ? g_file_get_path (file) : NULL;
      if (path == NULL)
        refuse (file, error);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  return path;
}

char *
ris3_local_files_add_suffix (const char *path, const char *suffix, GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (path != NULL && suffix != NULL, NULL);
  whole = g_strconcat (path, suffix, NULL);
  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&whole);
  shown = g_filename_display_basename (whole);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” already exists. Choose it by its whole name to replace it, or choose another name."), shown);
  return NULL;
}

char *
ris3_local_files_recall_folder (GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, FOLDER_KEY);
  g_autofree char *path = uri[0] != '\0' ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

void
ris3_local_files_remember_folder (GSettings *settings, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    g_settings_set_string (settings, FOLDER_KEY, uri);
}
