/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the tooltips of menu buttons from lying over their open menus: for widget and all menu buttons that are
 * within it now.
 */
void ris3_menu_tooltips_tame (GtkWidget *widget);

G_END_DECLS
