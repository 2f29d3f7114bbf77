/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

/* How the headline's strategies and the legend's areas hang together. */
typedef struct
{
  gboolean is_of_regions; /* the headline counts areas, and no strategies */
  guint n_strategies;     /* that the headline counts */
  guint n_colouring;      /* of them, that decide an area */
  guint n_unplaced;       /* of them, without a place on the boundaries */
  gboolean is_own;        /* which are one's own */
  guint n_own;            /* the areas that they colour, with a strategy of their own */
  guint n_inherited;      /* and those that inherit it */
  guint n_disputed_strategies;
  guint n_disputed_areas; /* whatever the class */
} Ris3Reach;

Ris3Reach ris3_reach_of_map (Ris3Classification *classification);
/* In a sentence: "On the map these are 37 areas: 26 by a strategy of their own, 11 by those of wider
 * regions."; NULL where it counts areas. (transfer
 * full) */
char *ris3_reach_to_text (const Ris3Reach *reach);
/* The same of disputes: "5 disputed strategies decide 10 areas."; NULL without any. (transfer full) */
char *ris3_reach_describe_disputes (const Ris3Reach *reach);

G_END_DECLS
