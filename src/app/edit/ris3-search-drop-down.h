/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_SEARCH_DROP_DOWN (ris3_search_drop_down_get_type ())
G_DECLARE_FINAL_TYPE (Ris3SearchDropDown, ris3_search_drop_down, RIS3, SEARCH_DROP_DOWN, GtkWidget)

/* One of a long list, which opens at the first letter that is typed and then lists what has each word anywhere:
 * GtkDropDown of GTK 4.8 finds beginnings alone, and only once its search has been clicked.
 *
 * Properties:
 *   selected (uint): which is chosen, in the order in which they were added; GTK_INVALID_LIST_POSITION while there is
 *     none. The first is chosen until another one is.
 */
GtkWidget *ris3_search_drop_down_new (void);

/* title: what a person reads; words: what else finds it, such as its name in another language; NULL: nothing */
void ris3_search_drop_down_add (Ris3SearchDropDown *self, const char *title, const char *words);
void ris3_search_drop_down_clear (Ris3SearchDropDown *self);
void ris3_search_drop_down_set_selected (Ris3SearchDropDown *self, guint selected);
guint ris3_search_drop_down_get_selected (Ris3SearchDropDown *self);

G_END_DECLS
