/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_DIVIDER (ris3_inbox_divider_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxDivider, ris3_inbox_divider, RIS3, INBOX_DIVIDER, GtkWidget)

/* What lies between the list and the comment, and is dragged, or moved with the arrow keys: GtkPaned cannot lie the
 * other way in the frame in which its width changes.
 *
 * Signals:
 *   grabbed ()
 *   moved (int by): since then, in pixels, towards the end of the page or its bottom
 *   released (): it stays there
 */
GtkWidget *ris3_inbox_divider_new (void);

/* orientation: that of the line */
void ris3_inbox_divider_set_orientation (Ris3InboxDivider *self, GtkOrientation orientation);

/* How wide it is: it lies half on either side. */
#define RIS3_INBOX_DIVIDER_WIDTH 9

G_END_DECLS
