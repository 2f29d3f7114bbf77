/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a window be destroyed with the one that it is transient for. Work that still holds it may end later: GTK by
 * itself would then look for the other window, which is gone (4.8). To be called before it is transient for any. */
void ris3_child_window_follow_parent (GtkWindow *self);

/* In which window of a main window a person works: the child that has the keys, or else the main window itself. What is
 * asked belongs to that, and gives it the keys back. (transfer none) */
GtkWindow *ris3_child_window_find_active (GtkWindow *main_window);

G_END_DECLS
