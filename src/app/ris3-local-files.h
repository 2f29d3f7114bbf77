/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What dialogs of files have in common. */

/* Adds a choice of files to a dialog. suffixes: without dots, NULL-terminated; none: all files */
void ris3_local_files_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes);
/* A dialog that asks where to write; show it with gtk_native_dialog_show (); add filters with
 * ris3_local_files_add_filter (). name: is suggested. (transfer full) */
GtkFileChooserNative *ris3_local_files_new_save (GtkWindow *parent, const char *title, const char *name);
/* Ends a dialog that has answered: what was chosen; NULL if nothing was, or, with an error that says so, if it is not a
 * file on this computer. (transfer full) chooser: (transfer full) */
char *ris3_local_files_take_path (GtkNativeDialog *chooser, int response, GError **error);
/* The same where several can be chosen: all of them, or none. NULL-terminated. (transfer full) */
char **ris3_local_files_take_paths (GtkNativeDialog *chooser, int response, GError **error);
/* The paths of files that were chosen or dropped, in the file system's encoding, NULL-terminated; NULL, with an error
 * that names it, if one is not a file on this computer. files: (element-type GFile). (transfer full) */
char **ris3_local_files_list_paths (GSList *files, GError **error);
/* Adds an ending (".csv") to the name of a file that is to be written: the dialog has asked about the name that was
 * typed, and about no other. path: in the file system's encoding. Errors: G_IO_ERROR_EXISTS (transfer full) */
char *ris3_local_files_add_suffix (const char *path, const char *suffix, GError **error);

/* The folder that figures were saved in last, in the file system's encoding; where it is gone, that of documents, or
 * else the home folder. (transfer full) */
char *ris3_local_files_recall_folder (GSettings *settings);
void ris3_local_files_remember_folder (GSettings *settings, const char *folder);

G_END_DECLS
