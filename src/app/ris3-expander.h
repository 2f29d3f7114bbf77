/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives an expander what it shows while it is open. As its child, GTK would look for a place for the keys there while
 * it is closed, too, and complain that there is no window: an arrow key is enough. content: (transfer floating) */
void ris3_expander_set_content (GtkExpander *expander, GtkWidget *content);

G_END_DECLS
