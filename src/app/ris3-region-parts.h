/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The small parts that the region page is made of. All are returned floating. */

/* A heading, also to screen readers. level: 2 for a section, 3 for a part of one */
GtkWidget *ris3_part_heading (const char *text, guint level);
/* Text that wraps. */
GtkWidget *ris3_part_text (const char *text, const char *css_class);
/* A few words on a rounded background. css_class: "finding", "pm", "disputed", "state" or NULL */
GtkWidget *ris3_part_chip (const char *text, const char *css_class);
/* A link that opens a web address. Anything else is shown as text and never opened, as an atlas may
 * come from anywhere.
 */
GtkWidget *ris3_part_web_link (const char *title, const char *address);
/* A link within the window. */
GtkWidget *ris3_part_link (const char *title);
/* A box of parts, one below the other. role: what it is to a screen reader */
GtkWidget *ris3_part_box (GtkAccessibleRole role, int spacing, const char *css_class);
/* A row of a list: two labels, one below the other, which end where the row does; the second is quiet. */
GtkWidget *ris3_part_two_lines (void);

G_END_DECLS
