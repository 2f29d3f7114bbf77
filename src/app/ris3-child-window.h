/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a window be destroyed with the one that it is transient for. Work that still holds it may end later: GTK by
 * itself would then look for the other window, which is gone (4.8). To be called before it is transient for any. */
void ris3_child_window_follow_parent (GtkWindow *self);

/* What is typed anywhere in a window is looked for; Escape clears that, and then closes the window. (The window has no
 * binding of its own for Escape.) */
void ris3_child_window_set_search (GtkWindow *self, GtkSearchEntry *search);

/* In which window of a main window a person works: the child that has the keys, or else the main window itself. What is
 * asked belongs to that, and gives it the keys back. (transfer none) */
GtkWindow *ris3_child_window_find_active (GtkWindow *main_window);

G_END_DECLS
