/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "test-window.h"

G_BEGIN_DECLS

/* What tests of the windows of rounds and of people have in common. */

Ris3Atlas *test_rounds_get_atlas (Ris3Window *window);
/* How many requests have something; get: NULL: how many there are. */
guint test_rounds_count (Ris3Window *window, const char *(*get) (Ris3Request *) );
/* A window with its own copy of the atlas, which is edited, and a folder for files: the one that is remembered.
 * (transfer full) */
char *test_rounds_start (Ris3Window **window);
/* With what is in it; it is freed. */
void test_rounds_remove_folder (char *folder);
/* Asks, in a round of that name, the authorities of the first strategies of a country, or of all. */
void test_rounds_open (Ris3Window *window, const char *name, const char *country, guint n);
/* The first widget of a type that is in no popover; NULL: none. */
GtkWidget *test_rounds_find_type (GtkWidget *widget, GType type);
/* Chooses the first request; a click into a window that has just come up may be lost. */
void test_rounds_choose_first (GtkWindow *rounds, GtkWidget *list);
/* What is looked for in a window. */
void test_rounds_set_search (GtkWindow *window, const char *words);
/* Answers, or closes, a window of a type that has the keys. */
void test_rounds_end_window (Ris3Window *window, const char *key, GType type);

/* Conditions (TestCondition): of a window; of a type, GSIZE_TO_POINTER () */
gboolean test_rounds_is_editing (gpointer window);
gboolean test_rounds_has_window (gpointer type);
gboolean test_rounds_has_no_window (gpointer type);

G_END_DECLS
