/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialog of files that tables come from. Show it with gtk_native_dialog_show (). */

/* Asks for a table. (transfer full) */
GtkFileChooserNative *ris3_table_files_new_open (GtkWindow *parent);
/* Whether a file may be a table, by the ending of its name. */
gboolean ris3_table_files_is_table (GFile *file);

G_END_DECLS
