/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widgets by what they are, shown or not: widget itself or the first below it. NULL: there is none. */
GtkWidget *test_find_type (gpointer widget, GType type);
/* The one with that key (ris3_widget_set_key ()). */
GtkWidget *test_find_key (gpointer widget, const char *key);

G_END_DECLS
