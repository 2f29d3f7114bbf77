/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/edit/ris3-line-text.h"
#include "model/ris3-outline.h"

G_BEGIN_DECLS

#define RIS3_TYPE_OUTLINE_ROW (ris3_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlineRow, ris3_outline_row, RIS3, OUTLINE_ROW, GtkWidget)

/* A line of an outline, with all that can be corrected, and what its text suggests. Its actions:
 *
 *   line.in, line.out: one level down and up
 *   line.join: adds it to the line before
 *   line.split: makes two lines of it where the cursor is
 *   line.remove
 */
GtkWidget *ris3_outline_row_new (void);

/* Shows the line at a position; outline: NULL for none */
void ris3_outline_row_set_line (Ris3OutlineRow *self, Ris3Outline *outline, guint position);
Ris3OutlineLine *ris3_outline_row_get_line (Ris3OutlineRow *self); /* (transfer none) */
/* The line's position in the outline; G_MAXUINT without a line. */
guint ris3_outline_row_get_position (Ris3OutlineRow *self);
Ris3LineText *ris3_outline_row_get_text (Ris3OutlineRow *self); /* (transfer none) */
/* In a narrow window, the text is below the rest. */
void ris3_outline_row_set_narrow (Ris3OutlineRow *self, gboolean narrow);
/* What stands above may have changed: the page that the line inherits, and whether it can be moved. */
void ris3_outline_row_update (Ris3OutlineRow *self);

G_END_DECLS
