/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file of boundaries. Show it with gtk_native_dialog_show (). (transfer full) */
GtkFileChooserNative *ris3_boundary_files_new_open (GtkWindow *parent);
/* Whether a file may be one of boundaries, by its contents: a GeoPackage, FlatGeobuf, GeoJSON, TopoJSON or zipped
 * Shapefile. An atlas is none, and neither is a spreadsheet. */
gboolean ris3_boundary_files_is_boundaries (const char *path);

G_END_DECLS
