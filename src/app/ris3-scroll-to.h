/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls what a widget is in so that all of it is seen, once it has its place: after it was made, or has grown. */
void ris3_scroll_to (GtkWidget *widget);

G_END_DECLS
