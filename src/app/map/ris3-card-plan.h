/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-region-mask.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

/* The cards on the map. The first ones can be folded. */
typedef enum
{
  RIS3_CARD_HEADLINE, /* top start */
  RIS3_CARD_LEGEND,   /* bottom start */
  RIS3_CARD_INSETS,   /* above the legend */
  RIS3_CARD_CREDIT,   /* bottom end, with the scale */
  RIS3_N_FOLDING_CARDS,
  RIS3_CARD_BUTTONS = RIS3_N_FOLDING_CARDS, /* top end */
  RIS3_N_CARDS,
} Ris3Card;

/* Whether the person has folded a card or opened it; else its size decides. */
typedef enum
{
  RIS3_FOLD_BY_SIZE,
  RIS3_FOLD_OPEN,
  RIS3_FOLD_FOLDED,
} Ris3Fold;

/* What there is to lay out, in pixels of the screen; nothing else decides the plan. */
typedef struct
{
  int width; /* of the map that panels leave free */
  int height;
  gboolean is_mirrored; /* in a language that is written from the right */
  struct
  {
    int width; /* 0: not shown */
    int height;
  } sizes[RIS3_N_CARDS][2]; /* open, folded */
  Ris3Fold folds[RIS3_N_CARDS];
} Ris3CardSizes;

/* Where the cards are, and Europe among them. */
typedef struct
{
  gboolean folded[RIS3_N_CARDS];
  GdkRectangle cards[RIS3_N_CARDS]; /* width 0: not shown */
  GdkRectangle room;                /* the largest part of the map without cards */
  Ris3Frame europe;                 /* of the free width and height */
} Ris3CardPlan;

/* Finds the places of cards, which of them are folded, and the largest frame that shows all of Europe with no card
 * on any region. As much as possible is open, as long as that costs Europe no more than a fifth of its scale.
 *
 * mask: where regions are; NULL: not known yet
 */
void ris3_card_plan_make (Ris3CardPlan *plan, const Ris3CardSizes *sizes, const Ris3RegionMask *mask);

G_END_DECLS
