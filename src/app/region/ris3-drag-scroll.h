/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls while something of this program is dragged near the upper or lower edge. */
void ris3_drag_scroll_add (GtkScrolledWindow *scroller);

G_END_DECLS
