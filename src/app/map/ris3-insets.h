/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-map-card.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INSETS (ris3_insets_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Insets, ris3_insets, RIS3, INSETS, Ris3MapCard)

/* A card with a small map of each region that lies overseas, such as La Réunion. Folded, there is nothing of it.
 * side: of the session's maps */
void ris3_insets_set_session (Ris3Insets *self, Ris3Session *session, Ris3Side side);
/* Whether badges count the comments that are open there; at first they do. */
void ris3_insets_set_shows_badges (Ris3Insets *self, gboolean shows);

G_END_DECLS
