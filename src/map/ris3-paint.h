/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-palette.h"

G_BEGIN_DECLS

/* How each index of the region raster is coloured. A change of indicator, class, level or style makes a
 * new paint, while the raster stays. Immutable once made.
 *
 * Index 0 is sea, 1 .. n_leaves are the leaves of the boundaries, then one index for each
 * shape of the neighbouring land.
 */
typedef struct
{
  guint n_indices;
  guint8 *styles;  /* per index: which tile */
  guint32 *groups; /* per index: a border is drawn where groups differ */
  guint8
      *countries; /* per index: 0 sea, 1 neighbouring land, from 2 a country of the boundaries; these recur after 254 */
  guint n_styles;
  guint32 *tiles;     /* per style: tile_size x tile_size pixels, CAIRO_FORMAT_RGB24 */
  guint8 *plain;      /* per style: whether its tile is of one colour */
  guint32 *inner;     /* per style: the border between two regions of it; 0: as between any two regions */
  guint tile_size;    /* pixels, a power of two */
  guint border_width; /* samples of the raster (half pixels) */
  guint32 coast;
  guint32 land_border;
  guint32 region_border;
  guint32 country_border;
  gatomicrefcount ref_count;
} Ris3Paint;

/* classification: the class of each leaf
 * land: the neighbouring land of the raster, or NULL
 * scale_factor: device pixels per logical pixel (1 to 4), for hatching and borders of the same visible size
 * (transfer full)
 */
Ris3Paint *ris3_paint_new (Ris3Classification *classification,
                           const Ris3Shapes *land,
                           const Ris3Palette *palette,
                           guint scale_factor);
/* One with these borders, to be filled: its indices have no style yet, and its styles no tiles. (transfer full) */
Ris3Paint *ris3_paint_new_blank (guint n_indices, const Ris3Palette *palette, guint scale_factor);
Ris3Paint *ris3_paint_ref (Ris3Paint *self);
void ris3_paint_unref (Ris3Paint *self);

/* One tile of what a class is filled with on the map, for legends: tile_size x tile_size pixels
 * (ris3_paint_get_tile_size()) into pixels, CAIRO_FORMAT_RGB24.
 *
 * disputed: the colour of the hatching of disputed regions, as the palette has it
 */
void ris3_paint_make_tile (Ris3Fill fill, guint32 disputed, Ris3Marks marks, guint scale_factor, guint32 *pixels);
/* The same as the map is painted with where it has more than RIS3_PAINT_N_FINE territories: so many are small, and
 * wide stripes and the borders between them would melt.
 */
#define RIS3_PAINT_N_FINE 600
void ris3_paint_make_fine_tile (Ris3Fill fill, guint32 disputed, Ris3Marks marks, guint scale_factor, guint32 *pixels);
/* The border between two inherited regions of one class: none of their stripes, it is about as far from the class's
 * colour as these are, on the other side.
 */
guint32 ris3_paint_get_inner_border (Ris3Fill fill);
/* What a class's colour becomes where the territory does not match the filter: without hatching, and so near to the
 * land around that it differs from the class by 3:1 where the class is strong enough for that. Marks and labels are for
 * those that match. */
guint32 ris3_paint_get_faded (guint32 colour, const Ris3Palette *palette);
guint ris3_paint_get_tile_size (guint scale_factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Paint, ris3_paint_unref)

G_END_DECLS
