/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialog that asks for an atlas: to open one, or where to write one. Show it with gtk_native_dialog_show ().
 * (transfer full) */
GtkFileChooserNative *
ris3_atlas_chooser_new (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept_label);
/* Suggests where: a name without a suffix, beside a file if new ones are allowed there, else among the documents. */
void ris3_atlas_chooser_suggest (GtkFileChooserNative *chooser, const char *name, const char *beside_path);

/* What was chosen, with the suffix of an atlas if it has none. replace: whether the person has agreed to replace what
 * is there. NULL: it is not a file on this computer; error says so. (transfer full) */
char *ris3_atlas_chooser_get_path (GtkFileChooserNative *chooser, gboolean *replace, GError **error);

G_END_DECLS
