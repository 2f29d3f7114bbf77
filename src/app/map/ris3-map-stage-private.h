/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-map-card.h"
#include "app/map/ris3-map-stage.h"

G_BEGIN_DECLS

struct _Ris3MapStage
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3MapView *map_view;
  Ris3MapView *second;                     /* of two maps that are compared, with what is above them; NULL until then */
  GtkWidget *bar;                          /* above both */
  GtkWidget *captions[RIS3_N_SIDES];       /* above each */
  Ris3MapCard *second_cards[RIS3_N_CARDS]; /* those that both maps have, at the same places; else NULL */
  gboolean compares;
  GdkRectangle bar_place; /* as it is laid out, as are the following */
  GdkRectangle caption_places[RIS3_N_SIDES];
  GdkRectangle map_places[RIS3_N_SIDES];
  GtkWidget *cards[RIS3_N_CARDS];
  GtkWidget *middle;
  GtkWidget *menu;            /* what can be copied; made when it is first asked for */
  Ris3CountBadge *menu_badge; /* that it is of; a weak pointer */
  GtkWidget *card;            /* with a note; made when one is first opened */
  gint64 card_note;
  gboolean card_lists;   /* all notes that are at its place */
  Ris3MapView *card_map; /* that its pin is on; not owned */
  int end_inset;

  const Ris3RegionMask *mask; /* of the session's geodata; not owned, compared only */
  gboolean has_plan;
  Ris3CardSizes sizes; /* that plan was made for */
  Ris3CardPlan plan;
};

/* ris3-map-stage-pair.c: shows the second map as long as the session has one; then finds places for both in that part
 * of the stage from x on, and allocates all but the first map. */
void _ris3_map_stage_update_pair (Ris3MapStage *self);
void _ris3_map_stage_find_places (Ris3MapStage *self, int x, int width, int height, gboolean is_mirrored);
void _ris3_map_stage_allocate_pair (Ris3MapStage *self);

/* ris3-map-stage-notes.c: what is opened of a map's pins */
void _ris3_map_stage_watch_pins (Ris3MapStage *self, Ris3MapView *map);
void _ris3_map_stage_place_card (Ris3MapStage *self);
/* Shows its note; of several, them from nearer by, or their list. map: that it is on */
void _ris3_map_stage_open_pin (Ris3MapStage *self, Ris3MapView *map, Ris3NotePin *pin);
/* While the atlas is edited, what adds a note at a position of the stage. */
void _ris3_map_stage_append_pinning (Ris3MapStage *self, GMenu *menu, double x, double y);

/* ris3-map-stage-pins.c: what can be done with a pin. (transfer full) */
GMenuModel *_ris3_map_stage_make_pin_menu (Ris3MapStage *self, Ris3NotePin *pin);
void _ris3_map_stage_install_pins (GtkWidgetClass *klass);

/* ris3-map-stage-badges.c: what can be done with a badge. (transfer full) */
GMenuModel *_ris3_map_stage_make_badge_menu (Ris3MapStage *self, Ris3CountBadge *badge);
void _ris3_map_stage_install_badges (GtkWidgetClass *klass);

/* ris3-map-stage-copy.c */
void _ris3_map_stage_install_copying (GtkWidgetClass *klass);
void _ris3_map_stage_add_menu (Ris3MapStage *self);

G_END_DECLS
