/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-value.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_PALETTE_LIGHT, /* also what is printed */
  RIS3_PALETTE_DARK,
  RIS3_N_PALETTES,
} Ris3PaletteName;

/* How a class is filled, as 0xRRGGBB. */
typedef struct
{
  guint32 colour;
  guint32 inherited; /* the second colour of its hatching where it is inherited */
} Ris3Fill;

/* All colours of the map except those of the classes of values, which belong to the scheme. Colours are
 * 0xRRGGBB. Classes keep their order of contrast against the background in light and dark style: the more
 * a class says, the more it stands out; regions without a strategy, the palest, still differ from neighbouring
 * land. The light fills are those of the design's sketch, changed only as far as needed for that, and to keep all
 * classes 10 apart (CIEDE2000), also under simulated protanopia, deuteranopia and tritanopia
 * (map/ris3-colour-vision.h).
 */
typedef struct
{
  Ris3PaletteName name;
  Ris3Fill absences[RIS3_N_ABSENCES]; /* that of RIS3_ABSENCE_NONE is not used */
  guint32 disputed;                   /* the hatching of what is disputed */
  guint32 sea;
  guint32 land;
  guint32 coast;
  guint32 land_border;
  guint32 region_border;
  guint32 country_border;
  guint32 symbol;         /* a circle of which the area is a number */
  guint32 symbol_outline; /* … which sets it off from the map and from other circles */
  guint32 highlight;      /* outline of the selection */
  guint32 halo;           /* … and what sets it off from the map */
} Ris3Palette;

/* A colour between two of them, as 0xRRGGBB. share: 0 is from, 1 is to */
guint32 ris3_colour_mix (guint32 from, guint32 to, double share);

const Ris3Palette *ris3_palette_get (Ris3PaletteName name);

G_END_DECLS
