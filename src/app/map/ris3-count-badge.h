/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-crowd.h"

G_BEGIN_DECLS

#define RIS3_TYPE_COUNT_BADGE (ris3_count_badge_get_type ())
G_DECLARE_FINAL_TYPE (Ris3CountBadge, ris3_count_badge, RIS3, COUNT_BADGE, GtkWidget)

/* How many comments there are, as a number in the bubble of a comment. It has the focus of the keyboard.
 *
 * Signal "opened" (boolean adds): it was clicked, or Enter was pressed on it; adds: with Ctrl
 */
GtkWidget *ris3_count_badge_new (void);

/* words: what it is to who cannot see it, and its tooltip; faded: what it counts does not match the filter: its bubble
 * is empty then, but no less readable */
void ris3_count_badge_set_count (Ris3CountBadge *self, guint count, gboolean faded, const char *words);
/* The regions that it counts: indices in the session's boundaries. */
void ris3_count_badge_set_regions (Ris3CountBadge *self, const guint *regions, guint n_regions);
const guint *ris3_count_badge_get_regions (Ris3CountBadge *self, guint *n_regions); /* (transfer none) */
guint ris3_count_badge_get_count (Ris3CountBadge *self);
gboolean ris3_count_badge_get_faded (Ris3CountBadge *self);

/* How large badges are below a widget, with room between them. */
Ris3CrowdSize ris3_count_badge_measure (GtkWidget *parent);

/* A badge's widget is so much larger on each side, for the ring of the focus. */
#define RIS3_COUNT_BADGE_MARGIN 3

G_END_DECLS
