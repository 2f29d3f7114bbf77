/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the rows of a list a menu: at the pointer with the secondary button, and with Menu or Shift+F10 at the row that
 * has the keys. It is that of all that is selected, if the row is; else the row is selected first.
 *
 * place: whose child the menu becomes: one that does not take it for one of its pages, as a stack does
 * model: kept
 */
void ris3_list_menu_add (GtkWidget *list, GtkSelectionModel *selection, GtkWidget *place, GMenuModel *model);
/* In the factory of such a list: child is the widget of item. */
void ris3_list_menu_set_item (GtkWidget *child, GtkListItem *item);

G_END_DECLS
