/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a widget is found by when what it stands for is shown anew: "priority-355". It is not the widget's name, as GTK
 * keeps each name for as long as the program runs, and there are as many as there are records. */

/* key: copied */
void ris3_widget_set_key (GtkWidget *widget, const char *key);
/* Empty for a widget without one. (transfer none) */
const char *ris3_widget_get_key (GtkWidget *widget);

G_END_DECLS
