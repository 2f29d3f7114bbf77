/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A menu for what the secondary button or the Menu key meets. It is a child of parent, who unparents it in the end, and
 * presents it where it allocates its children itself (gtk_popover_present ()).
 *
 * returns_focus: whether the widget that it was opened for gets the keys when it is closed
 * (transfer none) */
GtkWidget *ris3_context_menu_new (GtkWidget *parent, GMenuModel *model, gboolean returns_focus);
/* Opens it at a place of a widget within its parent, which is no target of the pointer as long as it is open; nothing
 * happens where that widget is not shown. */
void ris3_context_menu_pop_up (GtkWidget *menu, GtkWidget *widget, double x, double y);

G_END_DECLS
