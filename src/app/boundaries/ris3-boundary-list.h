/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_LIST (ris3_boundary_list_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryList, ris3_boundary_list, RIS3, BOUNDARY_LIST, GtkWidget)

/* Lists of lines, of which one is shown: chosen by its title, searched, and copied whole or as it was searched.
 *
 * Signals:
 *   copied (guint n_lines): lines are on the clipboard
 */
void ris3_boundary_list_clear (Ris3BoundaryList *self);
void ris3_boundary_list_add (Ris3BoundaryList *self, const char *title, GtkStringList *lines);

G_END_DECLS
