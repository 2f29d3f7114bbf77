/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-table-files.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"

static const char *const table_suffixes[] = { "csv", "tsv", "txt", "xlsx", "ods", NULL };

GtkFileChooserNative *
ris3_table_files_new_open (GtkWindow *parent)
{
  const char *const none[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Import a Table"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  ris3_local_files_add_filter (chooser, _ ("Tables"), table_suffixes);
  ris3_local_files_add_filter (chooser, _ ("All Files"), none);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
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
