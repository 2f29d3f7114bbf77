/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-card-plan.h"
#include "app/map/ris3-map-view.h"

G_BEGIN_DECLS

#define RIS3_TYPE_MAP_STAGE (ris3_map_stage_get_type ())
G_DECLARE_FINAL_TYPE (Ris3MapStage, ris3_map_stage, RIS3, MAP_STAGE, GtkWidget)

/* The map with the cards on it. It finds the cards' places and which of them are folded, so that none hides a
 * region while the map shows all of Europe (Ris3CardPlan), and tells the map where Europe and single regions are
 * to be shown.
 *
 * In a template its children have the types "map", "headline", "legend", "insets", "buttons" and "credit"; what
 * has none lies in the middle. Offers the actions map.copy-picture, map.copy-figure, map.copy-list, map.copy-region
 * (u: an index in the boundaries), map.open-note ((ux): the side of a map, and a note on it), map.show-note-region (u)
 * and map.menu.
 */
void ris3_map_stage_set_session (Ris3MapStage *self, Ris3Session *session);

/* Pixels at the map's end that a panel covers. Where enough is left, the cards move out of its way. */
void ris3_map_stage_set_end_inset (Ris3MapStage *self, int inset);

/* Moves the map aside if the panel covers a region. */
void ris3_map_stage_uncover_region (Ris3MapStage *self, guint region);

/* Where the cards are. (transfer none) */
const Ris3CardPlan *ris3_map_stage_get_plan (Ris3MapStage *self);
/* Shows the pin of a note, which is seen then, and opens it. FALSE: it has none, or the notes are not on the map. */
gboolean ris3_map_stage_show_note (Ris3MapStage *self, gint64 id);
/* Whether notes are on the map, or both of them. */
void ris3_map_stage_set_shows_notes (Ris3MapStage *self, gboolean shows);
/* Whether badges of open comments are, as notes. */
void ris3_map_stage_set_shows_badges (Ris3MapStage *self, gboolean shows);
/* The widget of a card; NULL if it has none. */
GtkWidget *ris3_map_stage_get_card (Ris3MapStage *self, Ris3Card card);

/* What is seen of the map, with those of its cards that belong to it: all but the buttons. NULL while it is not
 * drawn. (transfer full)
 */
GdkTexture *ris3_map_stage_make_picture (Ris3MapStage *self);

G_END_DECLS
