/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-crowd.h"

G_BEGIN_DECLS

/* The signs of one kind on a map, such as pins, as they are gathered at its scale (ris3_crowd_gather ()): once a scale,
 * and anew where there are other signs. */
typedef struct _Ris3Gathering Ris3Gathering;

Ris3Gathering *ris3_gathering_new (void); /* (transfer full) */
void ris3_gathering_free (Ris3Gathering *self);

/* There are no signs, until they are added, the most important one first: place on the plane of the map, and what it
 * says. */
void ris3_gathering_clear (Ris3Gathering *self);
void ris3_gathering_add (Ris3Gathering *self, Ris3Point place, guint count);
/* Gathers them for a scale, in pixels of a unit of the plane. FALSE: they are so already. */
gboolean ris3_gathering_set_scale (Ris3Gathering *self, double scale, const Ris3CrowdSize *size);
/* 0: they are not gathered since they were cleared, or that was forgotten. */
double ris3_gathering_get_scale (Ris3Gathering *self);
void ris3_gathering_forget_scale (Ris3Gathering *self);

/* Of a sign by its index, once they are gathered. What it says for all that it stands for; 0: another one stands for
 * it. */
guint ris3_gathering_get_sum (Ris3Gathering *self, guint i);
guint ris3_gathering_get_leader (Ris3Gathering *self, guint i); /* the sign that stands for it, which may be itself */
guint ris3_gathering_get_next (Ris3Gathering *self, guint i); /* what the same sign stands for next; G_MAXUINT: none */
Ris3Point ris3_gathering_get_place (Ris3Gathering *self, guint i, double scale); /* in pixels of the plane */
Ris3Box ris3_gathering_get_box (Ris3Gathering *self, guint leader); /* of all that it stands for, on the plane */
/* Whether another scale would show more than one sign for these. */
gboolean ris3_gathering_part_at (Ris3Gathering *self, guint leader, double scale, const Ris3CrowdSize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Gathering, ris3_gathering_free)

G_END_DECLS
