/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-card-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_MAP_CARD (ris3_map_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (Ris3MapCard, ris3_map_card, RIS3, MAP_CARD, GtkWidget)

/* A card on the map: its children one below the other. Those of the style class "card-body" are not there while
 * it is folded. Who lays out the cards (Ris3MapStage) measures both forms and chooses.
 *
 * Properties: folded (boolean, read-only)
 */
struct _Ris3MapCardClass
{
  GtkWidgetClass parent_class;
};

/* The natural size of a form, no wider than max_width if it can be: in pixels, (out). */
void ris3_map_card_measure_form (Ris3MapCard *self, gboolean folded, int max_width, int *width, int *height);

gboolean ris3_map_card_get_folded (Ris3MapCard *self);
/* For who lays out the cards: it may be called while that is done. */
void ris3_map_card_set_folded (Ris3MapCard *self, gboolean folded);

/* What the person asked for: it stays so whatever the size. */
Ris3Fold ris3_map_card_get_fold (Ris3MapCard *self);
void ris3_map_card_set_fold (Ris3MapCard *self, Ris3Fold fold);

/* Keeps a toggle button as the card is, active while it is open, and lets it open and fold the card. */
void ris3_map_card_bind_toggle (Ris3MapCard *self, GtkToggleButton *toggle);

G_END_DECLS
