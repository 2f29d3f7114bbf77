/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where somebody is on a page: what has the focus, and how far the page is scrolled. Widgets that may be made anew are
 * found again by their names, which say what they are about: "priority-346".
 */
typedef struct _Ris3PagePlace Ris3PagePlace;

/* Remembers the place before a page changes. content: what is scrolled */
Ris3PagePlace *ris3_page_place_new (GtkWidget *content, GtkScrolledWindow *scroller);
void ris3_page_place_free (Ris3PagePlace *self);

/* Gives the focus back, if what had it is gone: to the widget of the same name, else to its neighbour. FALSE if
 * the page had the focus and nothing of it can take it. */
gboolean ris3_page_place_restore_focus (Ris3PagePlace *self);
/* Once everything has its size again, scrolls so that what had the focus, or what was at the top, stays where it
 * was on the screen. TRUE if it had to scroll. */
gboolean ris3_page_place_restore_scroll (Ris3PagePlace *self);

/* The widget of that name that is visible; NULL: there is none. (transfer none) */
GtkWidget *ris3_page_place_find (GtkWidget *content, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PagePlace, ris3_page_place_free)

G_END_DECLS
