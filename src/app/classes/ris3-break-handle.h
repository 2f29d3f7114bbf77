/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_BREAK_HANDLE (ris3_break_handle_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BreakHandle, ris3_break_handle, RIS3, BREAK_HANDLE, GtkWidget)

/* Where two classes meet in a histogram: a line with a knob, a slider to those who do not see it. Its parent places
 * it, and moves it with the pointer.
 *
 * Signals: stepped (int steps): by its keys, arrows one step, Page Up and Page Down ten, Home and End G_MININT and
 *   G_MAXINT
 */
GtkWidget *ris3_break_handle_new (guint number);
guint ris3_break_handle_get_number (Ris3BreakHandle *self);
/* text: the value in words */
void ris3_break_handle_set (Ris3BreakHandle *self, double value, double least, double greatest, const char *text);

/* Its width. */
#define RIS3_BREAK_HANDLE_WIDTH 16

G_END_DECLS
