/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-boundary-match.h"
#include "map/ris3-paint.h"

G_BEGIN_DECLS

/* How the codes of areas meet those that are known, as a map. */
typedef enum
{
  RIS3_MATCH_KNOWN,   /* a NUTS version has its code */
  RIS3_MATCH_WITHIN,  /* it lies within a region, finer than a country, whose code one has */
  RIS3_MATCH_UNKNOWN, /* hatched */
  RIS3_N_MATCHES,
} Ris3Match;

/* For people: “Code of NUTS”. (transfer none) */
const char *ris3_match_get_title (Ris3Match match);
/* One of each leaf. (transfer full) */
guint8 *ris3_match_find (Ris3Boundaries *boundaries, const Ris3BoundaryMatch *codes);

/* matches: of the leaves
 * land, scale_factor: as for ris3_paint_new ()
 * (transfer full)
 */
Ris3Paint *ris3_match_paint_new (Ris3Boundaries *boundaries,
                                 const guint8 *matches,
                                 const Ris3Shapes *land,
                                 const Ris3Palette *palette,
                                 guint scale_factor);
/* A tile of it for a legend; as ris3_paint_make_tile (). */
void ris3_match_paint_make_tile (Ris3Match match, const Ris3Palette *palette, guint scale_factor, guint32 *pixels);

G_END_DECLS
