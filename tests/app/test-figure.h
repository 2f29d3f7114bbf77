/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/figure/ris3-figure-window.h"
#include "test-window.h"

G_BEGIN_DECLS

/* The window in which a map is composed for a report. */

/* Opens it by its key and waits until the page is seen. */
GtkWindow *test_figure_open (Ris3Window *window);
void test_figure_close (Ris3Window *window);
/* The preview, once it is drawn. */
GtkWidget *test_figure_wait_for_preview (GtkWindow *figure);
/* Gives the keys to the entry of a title, and writes in the place of what is there. */
void test_figure_write_in (Ris3Window *window, GtkWindow *figure, const char *title, const char *text);
/* Saves, and answers the dialog of files. */
void test_figure_save_to (Ris3Window *window, const char *path);

G_END_DECLS
