/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-atlas-chooser.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/ris3-atlas.h"

GtkFileChooserNative *
ris3_atlas_chooser_new (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept_label)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept_label, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) atlases = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (atlases, _ ("Atlases"));
  gtk_file_filter_add_suffix (atlases, &RIS3_ATLAS_SUFFIX[1]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), atlases);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

void
ris3_atlas_chooser_suggest (GtkFileChooserNative *chooser, const char *name, const char *beside_path)
{
  g_autofree char *folder = beside_path != NULL ? g_path_get_dirname (beside_path) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *shown = g_strconcat (name, RIS3_ATLAS_SUFFIX, NULL);
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser) && name != NULL);
  if (folder == NULL || g_access (folder, W_OK) != 0)
    {
      g_free (folder);
      folder = g_strdup (documents != NULL ? documents : g_get_home_dir ());
    }
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), shown);
}

char *
ris3_atlas_chooser_get_path (GtkFileChooserNative *chooser, gboolean *replace, GError **error)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    {
      g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");

      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
                   _ ("“%s” is not a folder of this computer. Choose one that is."), name);
      return NULL;
    }
  /* The dialog has asked about the name that was typed, and about no other. */
  *replace = g_str_has_suffix (path, RIS3_ATLAS_SUFFIX);
  return *replace ? g_steal_pointer (&path) : g_strconcat (path, RIS3_ATLAS_SUFFIX, NULL);
}
