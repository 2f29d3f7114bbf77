/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-card-plan.h"

#include <math.h>

#include "map/ris3-extent.h"

/* Around a card, and around Europe, in pixels. */
#define MARGIN 12
#define NARROW_MARGIN 6
#define NARROW_WIDTH 560
#define CLEARANCE 4
/* What open cards may cost Europe. */
#define LEAST_SCALE 0.8
/* How finely places for Europe are tried. */
#define SCALE_STEP 0.96
#define SMALLEST_SCALE 0.2
#define N_PLACES 14

/* What it is worth that a card is open. */
static const guint worth[RIS3_N_FOLDING_CARDS] = {
  [RIS3_CARD_LEGEND] = 6,
  [RIS3_CARD_HEADLINE] = 3,
  [RIS3_CARD_INSETS] = 2,
  [RIS3_CARD_CREDIT] = 1,
};

static gboolean
is_shown (const GdkRectangle *card)
{
  return card->width > 0 && card->height > 0;
}

/* Of the columns beside the cards at the start and the rows between those above and below, the larger. */
static void
find_room (Ris3CardPlan *plan, const Ris3CardSizes *sizes)
{
  GdkRectangle beside = { 0, 0, sizes->width, sizes->height }, between = beside;
  const GdkRectangle *cards = plan->cards;
  int start = 0, top = 0, bottom = sizes->height;

  for (guint i = 0; i < RIS3_N_CARDS; i++)
    if (is_shown (&cards[i]))
      {
        if (i == RIS3_CARD_HEADLINE || i == RIS3_CARD_LEGEND || i == RIS3_CARD_INSETS)
          start = MAX (start, cards[i].x + cards[i].width);
        if (i == RIS3_CARD_HEADLINE)
          top = MAX (top, cards[i].y + cards[i].height);
        else if (i != RIS3_CARD_BUTTONS)
          bottom = MIN (bottom, cards[i].y);
      }
  beside.x = start;
  beside.width = sizes->width - start;
  beside.height = is_shown (&cards[RIS3_CARD_CREDIT]) ? cards[RIS3_CARD_CREDIT].y : sizes->height;
  if (is_shown (&cards[RIS3_CARD_BUTTONS]))
    {
      between.width = cards[RIS3_CARD_BUTTONS].x;
      beside.width = cards[RIS3_CARD_BUTTONS].x - start;
    }
  between.y = top;
  between.height = bottom - top;
  /* A region may be long either way: what counts is the shorter side. */
  plan->room = MIN (beside.width, beside.height) > MIN (between.width, between.height) ? beside : between;
  plan->room.width = MAX (1, plan->room.width);
  plan->room.height = MAX (1, plan->room.height);
}

static void
mirror (GdkRectangle *rectangle, int width)
{
  rectangle->x = width - rectangle->x - rectangle->width;
}

/* Puts each card at its corner. */
static void
place_cards (Ris3CardPlan *plan, const Ris3CardSizes *sizes)
{
  int margin = sizes->width < NARROW_WIDTH ? NARROW_MARGIN : MARGIN;
  GdkRectangle *cards = plan->cards;
  int bottom;

  for (guint i = 0; i < RIS3_N_CARDS; i++)
    {
      cards[i].width = sizes->sizes[i][plan->folded[i]].width;
      cards[i].height = cards[i].width > 0 ? sizes->sizes[i][plan->folded[i]].height : 0;
      cards[i].x = cards[i].y = margin;
    }
  cards[RIS3_CARD_BUTTONS].x = sizes->width - margin - cards[RIS3_CARD_BUTTONS].width;
  cards[RIS3_CARD_CREDIT].x = sizes->width - cards[RIS3_CARD_CREDIT].width;
  cards[RIS3_CARD_CREDIT].y = sizes->height - cards[RIS3_CARD_CREDIT].height;

  bottom = sizes->height - margin;
  if (margin + MAX (cards[RIS3_CARD_LEGEND].width, cards[RIS3_CARD_INSETS].width) > cards[RIS3_CARD_CREDIT].x)
    bottom = cards[RIS3_CARD_CREDIT].y - margin;
  cards[RIS3_CARD_LEGEND].y = bottom - cards[RIS3_CARD_LEGEND].height;
  if (is_shown (&cards[RIS3_CARD_LEGEND]))
    bottom = cards[RIS3_CARD_LEGEND].y - margin;
  cards[RIS3_CARD_INSETS].y = bottom - cards[RIS3_CARD_INSETS].height;

  find_room (plan, sizes);
  if (!sizes->is_mirrored)
    return;
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    mirror (&cards[i], sizes->width);
  mirror (&plan->room, sizes->width);
}

static gboolean
do_cards_fit (const Ris3CardPlan *plan, const Ris3CardSizes *sizes)
{
  const GdkRectangle *cards = plan->cards;

  for (guint i = 0; i < RIS3_N_CARDS; i++)
    {
      if (!is_shown (&cards[i]))
        continue;
      if (cards[i].x < 0 || cards[i].y < 0 || cards[i].x + cards[i].width > sizes->width)
        return FALSE;
      for (guint j = i + 1; j < RIS3_N_CARDS; j++)
        if (is_shown (&cards[j]) && gdk_rectangle_intersect (&cards[i], &cards[j], NULL))
          return FALSE;
    }
  return TRUE;
}

static gboolean
are_cards_clear (const Ris3CardPlan *plan, const Ris3Frame *frame, const Ris3RegionMask *mask)
{
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    {
      const GdkRectangle *card = &plan->cards[i];
      Ris3Box box = {
        frame->x + (card->x - CLEARANCE) / frame->scale,
        frame->y + (card->y - CLEARANCE) / frame->scale,
        frame->x + (card->x + card->width + CLEARANCE) / frame->scale,
        frame->y + (card->y + card->height + CLEARANCE) / frame->scale,
      };

      if (is_shown (card) && !ris3_region_mask_is_clear (mask, &box))
        return FALSE;
    }
  return TRUE;
}

/* A place of Europe's box along one axis: the i-th of N_PLACES, from the middle outwards. */
static double
get_place (double room, guint i)
{
  double step = room / 2 / (N_PLACES / 2);

  return room / 2 + (i % 2 == 0 ? 1.0 : -1.0) * ((i + 1) / 2) * step;
}

/* The largest frame without a card on a region, as near the middle as can be. */
static gboolean
find_europe (Ris3CardPlan *plan, const Ris3CardSizes *sizes, const Ris3RegionMask *mask)
{
  Ris3Box box = ris3_extent_of_mainland (ris3_plane_get_mercator ());
  double width = MAX (1, sizes->width - 2 * CLEARANCE), height = MAX (1, sizes->height - 2 * CLEARANCE);
  double largest = MIN (width / (box.x1 - box.x0), height / (box.y1 - box.y0));

  plan->europe.width = sizes->width;
  plan->europe.height = sizes->height;
  for (double scale = largest; scale > largest * SMALLEST_SCALE; scale *= SCALE_STEP)
    {
      double room_x = width - (box.x1 - box.x0) * scale, room_y = height - (box.y1 - box.y0) * scale;
      double nearest = G_MAXDOUBLE;
      Ris3Frame best = plan->europe;

      for (guint i = 0; i <= N_PLACES; i++)
        for (guint j = 0; j <= N_PLACES; j++)
          {
            double x = get_place (room_x, i), y = get_place (room_y, j);
            double distance = hypot (x - room_x / 2, y - room_y / 2);
            Ris3Frame frame = plan->europe;

            frame.scale = scale;
            frame.x = box.x0 - (CLEARANCE + x) / scale;
            frame.y = box.y0 - (CLEARANCE + y) / scale;
            if (distance >= nearest || (mask != NULL && !are_cards_clear (plan, &frame, mask)))
              continue;
            nearest = distance;
            best = frame;
          }
      plan->europe = best;
      if (nearest < G_MAXDOUBLE)
        return TRUE;
    }
  plan->europe = ris3_frame_of_box (&box, MAX (1, sizes->width), MAX (1, sizes->height));
  return FALSE;
}

/* Folds cards as the bits of folded say, unless the person has said otherwise. */
static gboolean
try_folds (Ris3CardPlan *plan, const Ris3CardSizes *sizes, guint folded, const Ris3RegionMask *mask)
{
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    plan->folded[i] = sizes->folds[i] == RIS3_FOLD_FOLDED
                      || (sizes->folds[i] != RIS3_FOLD_OPEN && i < RIS3_N_FOLDING_CARDS && (folded & 1u << i) != 0);
  place_cards (plan, sizes);
  return find_europe (plan, sizes, mask) && do_cards_fit (plan, sizes);
}

static guint
get_worth (guint folded)
{
  guint sum = 0;

  for (guint i = 0; i < RIS3_N_FOLDING_CARDS; i++)
    if ((folded & 1u << i) == 0)
      sum += worth[i];
  return sum;
}

void
ris3_card_plan_make (Ris3CardPlan *plan, const Ris3CardSizes *sizes, const Ris3RegionMask *mask)
{
  const guint all_folded = (1u << RIS3_N_FOLDING_CARDS) - 1;
  double least_scale;

  g_return_if_fail (plan != NULL && sizes != NULL);
  try_folds (plan, sizes, all_folded, mask);
  least_scale = plan->europe.scale * LEAST_SCALE;
  for (guint wanted = get_worth (0); wanted > 0; wanted--)
    for (guint folded = 0; folded < all_folded; folded++)
      if (get_worth (folded) == wanted && try_folds (plan, sizes, folded, mask) && plan->europe.scale >= least_scale)
        return;
  try_folds (plan, sizes, all_folded, mask);
}
