/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-count-badge.h"
#include "app/map/ris3-note-pins.h"
#include "app/map/ris3-region-layer.h"

G_BEGIN_DECLS

#define RIS3_TYPE_COMMENT_BADGES (ris3_comment_badges_get_type ())
G_DECLARE_FINAL_TYPE (Ris3CommentBadges, ris3_comment_badges, RIS3, COMMENT_BADGES, ShumateLayer)

/* How many comments about each area of a map are open, as the indicator of open comments counts them: a badge at each
 * area that has any. Badges that would lie on each other at the scale of the map are one, with the sum; they step aside
 * for pins and for the signs of the map.
 *
 * There is a widget for each badge, and not one layer that draws all: a drawing has no names, no tooltips and no focus,
 * and there are but as many as have room beside each other.
 *
 * The keyboard has them as one stop, as there may be a hundred: Tab goes on to what is after them, the arrows go from
 * one to another.
 *
 * Signal "opened" (int region, Ris3Box *box, boolean adds): one was clicked: of a region, -1 if it stands for several;
 * box: of the places of all that it stands for; adds: with Ctrl
 *
 * regions, pins: of the same map
 */
ShumateLayer *ris3_comment_badges_new (ShumateViewport *viewport,
                                       Ris3Session *session,
                                       Ris3Side side,
                                       Ris3RegionLayer *regions,
                                       Ris3NotePins *pins);

/* Shows or hides all of them. */
void ris3_comment_badges_set_visible (Ris3CommentBadges *self, gboolean visible);
gboolean ris3_comment_badges_get_visible (Ris3CommentBadges *self);
/* The badge that counts a region; NULL: it has none, or they are not shown. (transfer none) */
Ris3CountBadge *ris3_comment_badges_find (Ris3CommentBadges *self, guint region);
/* The region that a badge counts; -1: it is none of these, or counts several. */
gint ris3_comment_badges_get_region (Ris3CommentBadges *self, Ris3CountBadge *badge);

G_END_DECLS
