/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A date that is typed or chosen. */

/* A button that opens a calendar, which shows the day of a line of text and writes the one that is chosen into it.
 * editable: must outlive it. (transfer floating) */
GtkWidget *ris3_date_button_new (GtkEditable *editable);

/* Reads a day as people write it: 2026-11-29, 29.11.2026, 29/11/2026 or 11/29/2026, whichever of both the locale has,
 * 29 November 2026. NULL: it is none. (transfer full) */
char *ris3_date_button_read (const char *text);
/* Why it is none, as a sentence. (transfer full) */
char *ris3_date_button_explain (const char *text);

G_END_DECLS
