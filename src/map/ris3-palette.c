/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-palette.h"

#include <math.h>

static const Ris3Palette palettes[RIS3_N_PALETTES] = {
  [RIS3_PALETTE_LIGHT] = {
    .name = RIS3_PALETTE_LIGHT,
    .absences = {
      [RIS3_ABSENCE_NO_PRIORITY] = { 0xd5b87b, 0xf5ead0 },
      [RIS3_ABSENCE_WITHHELD] = { 0xa593cf, 0xd3cae9 },
      [RIS3_ABSENCE_NOT_ANALYSED] = { 0xc2baad, 0xf0efee },
      [RIS3_ABSENCE_NO_STRATEGY] = { 0xfffefb, 0xfffefb },
    },
    .disputed = 0xe66100,
    .sea = 0xe3ebf2,
    .land = 0xdddcd8,
    .coast = 0xb9c6d0,
    .land_border = 0xc8c5bf,
    .region_border = 0xffffff,
    .country_border = 0x8b97a1,
    .symbol = 0x0b4f8a,
    .symbol_outline = 0xffffff,
    .highlight = 0x1d1d20,
    .halo = 0xffffff,
  },
  [RIS3_PALETTE_DARK] = {
    .name = RIS3_PALETTE_DARK,
    .absences = {
      [RIS3_ABSENCE_NO_PRIORITY] = { 0x84703a, 0x574a27 },
      [RIS3_ABSENCE_WITHHELD] = { 0x75629c, 0x51446d },
      [RIS3_ABSENCE_NOT_ANALYSED] = { 0x5b5f63, 0x3f4246 },
      [RIS3_ABSENCE_NO_STRATEGY] = { 0x3d4045, 0x3d4045 },
    },
    .disputed = 0xff8c3a,
    .sea = 0x16191d,
    .land = 0x202327,
    .coast = 0x4a525a,
    .land_border = 0x54595f,
    .region_border = 0x1b1d20,
    .country_border = 0xa0a8b0,
    .symbol = 0xe6f2ff,
    .symbol_outline = 0x101214,
    .highlight = 0xffffff,
    .halo = 0x101214,
  },
};

const Ris3Palette *
ris3_palette_get (Ris3PaletteName name)
{
  g_return_val_if_fail (name < RIS3_N_PALETTES, NULL);
  return &palettes[name];
}

guint32
ris3_colour_mix (guint32 from, guint32 to, double share)
{
  guint32 result = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      double a = (from >> shift) & 0xff;
      double b = (to >> shift) & 0xff;

      result |= (guint32) lround (a + (b - a) * share) << shift;
    }
  return result;
}
