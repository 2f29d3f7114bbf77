/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a scrolled window that scrolls sideways only leave the wheel to what it is in: GTK's takes each turn of it,
 * though nothing moves. It still scrolls sideways with Shift, a wheel of two axes or a touchpad, where there is more to
 * see. */
void ris3_scroll_sideways (GtkScrolledWindow *scroller);

G_END_DECLS
