/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls a list until the whole row at a position is visible. A call that comes before the last one is
 * finished replaces it.
 */
void ris3_list_scroll_to (GtkListView *list, guint position);

G_END_DECLS
