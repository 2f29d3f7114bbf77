/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HOVER_CARD (ris3_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HoverCard, ris3_hover_card, RIS3, HOVER_CARD, GtkWidget)

/* A small card beside the pointer that names the region under it, with its class, on each of two maps that are
 * compared. Pointers pass through it. */
GtkWidget *ris3_hover_card_new (void);

/* region: an index in the session's boundaries; the card hides for -1, and for what is no area of the map. */
void ris3_hover_card_show_region (Ris3HoverCard *self, Ris3Session *session, gint region);

/* Places it in its parent, which has that size in pixels, on the side of the point (x, y) that has room. */
void ris3_hover_card_allocate_at (Ris3HoverCard *self, double x, double y, int width, int height);

G_END_DECLS
