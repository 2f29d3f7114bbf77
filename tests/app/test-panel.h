/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* One widget of the side panel in a window of its own, with the real atlas and boundaries. */

/* Opens the default atlas and waits for the map's classes. (transfer full) */
Ris3Session *test_panel_open (void);
/* The same with a copy of the atlas, which can be edited. (transfer full) */
Ris3Session *test_panel_open_copy (void);
/* Shows a widget in a window of the panel's size and waits until it is drawn. (transfer full) */
GtkWidget *test_panel_show (GtkWidget *widget);
/* Closes the window and checks that nothing keeps the widget or the session alive. */
void test_panel_close (GtkWidget *widget, Ris3Session *session);

/* Gives an object back and checks that it ends, as soon as what is done for it in the background has. */
void test_panel_end (gpointer object);
/* Runs the main loop until there is nothing left to do. */
void test_panel_settle (void);
/* Presses a key as a user does; names are those of xdotool. */
void test_panel_key (const char *key);
/* Changes what the session shows, by words from the text form of a view: "level=2". */
void test_panel_ask (Ris3Session *session, const char *words);
/* Selects the region with that code and lets the views follow. */
void test_panel_select (Ris3Session *session, const char *code);
const char *test_panel_selected_code (Ris3Session *session);
/* Waits until that region is selected: a button answers a key after a quarter of a second. */
void test_panel_wait_for_selected (Ris3Session *session, const char *code);

/* The first visible label below widget whose text contains text; NULL if there is none. */
GtkWidget *test_panel_find_text (GtkWidget *widget, const char *text);
/* The visible widgets below widget with that CSS class. (transfer container) */
GPtrArray *test_panel_find_class (GtkWidget *widget, const char *css_class);

G_END_DECLS
