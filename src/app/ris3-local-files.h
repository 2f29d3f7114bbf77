/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What dialogs of files have in common. */

/* Adds a choice of files to a dialog. suffixes: without dots, NULL-terminated; none: all files */
void ris3_local_files_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes);
/* What was chosen; NULL: it is not a file on this computer, and error says so. (transfer full) */
char *ris3_local_files_get_path (GtkFileChooserNative *chooser, GError **error);

G_END_DECLS
