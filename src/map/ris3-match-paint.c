/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-match-paint.h"

#include <glib/gi18n-lib.h>

enum
{
  STYLE_SEA,
  STYLE_LAND,
  STYLE_FIRST_MATCH,
  N_STYLES = STYLE_FIRST_MATCH + RIS3_N_MATCHES,
};

static const guint32 fills[RIS3_N_PALETTES][RIS3_N_MATCHES] = {
  [RIS3_PALETTE_LIGHT] = { 0x4a88ab, 0xa5cbdd, 0xf7ead9 },
  [RIS3_PALETTE_DARK] = { 0x5c9fc2, 0x33586c, 0x3a332c },
};

static const char *const titles[RIS3_N_MATCHES] = {
  [RIS3_MATCH_KNOWN] = N_ ("Its code is one of NUTS"),
  [RIS3_MATCH_WITHIN] = N_ ("Within a region whose code is"),
  [RIS3_MATCH_UNKNOWN] = N_ ("Of no known code"),
};

const char *
ris3_match_get_title (Ris3Match match)
{
  g_return_val_if_fail (match < RIS3_N_MATCHES, NULL);
  return _ (titles[match]);
}

static Ris3Match
find_match (Ris3Boundaries *boundaries, const Ris3Region *region, GHashTable *unknown)
{
  if (!g_hash_table_contains (unknown, region->code))
    return RIS3_MATCH_KNOWN;
  while (region->parent >= 0)
    {
      region = ris3_boundaries_get_region (boundaries, region->parent);
      if (region->parent >= 0 && !g_hash_table_contains (unknown, region->code))
        return RIS3_MATCH_WITHIN;
    }
  return RIS3_MATCH_UNKNOWN;
}

guint8 *
ris3_match_find (Ris3Boundaries *boundaries, const Ris3BoundaryMatch *codes)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new (g_str_hash, g_str_equal);
  guint8 *matches;
  guint n_leaves;

  g_return_val_if_fail (boundaries != NULL && codes != NULL, NULL);
  n_leaves = ris3_boundaries_get_shapes (boundaries)->n_shapes;
  matches = g_new (guint8, n_leaves + 1);
  for (guint i = 0; i < codes->unknown->len; i++)
    g_hash_table_add (unknown, g_ptr_array_index (codes->unknown, i));
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    matches[leaf] = find_match (
        boundaries, ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf)),
        unknown);
  return matches;
}

void
ris3_match_paint_make_tile (Ris3Match match, const Ris3Palette *palette, guint scale_factor, guint32 *pixels)
{
  Ris3Fill fill = { 0, 0 };

  g_return_if_fail (match < RIS3_N_MATCHES && palette != NULL && pixels != NULL);
  fill.colour = fills[palette->name][match];
  ris3_paint_make_tile (fill, palette->disputed, match == RIS3_MATCH_UNKNOWN ? RIS3_MARK_DISPUTED : RIS3_MARK_NONE,
                        scale_factor, pixels);
}

static void
make_tiles (Ris3Paint *self, const Ris3Palette *palette, guint n_leaves, guint scale_factor)
{
  guint n_pixels = self->tile_size * self->tile_size;

  self->n_styles = N_STYLES;
  self->tiles = g_new (guint32, N_STYLES * n_pixels);
  self->plain = g_new0 (guint8, N_STYLES);
  self->inner = g_new0 (guint32, N_STYLES);
  for (guint i = 0; i < n_pixels; i++)
    {
      self->tiles[STYLE_SEA * n_pixels + i] = 0xff000000 | palette->sea;
      self->tiles[STYLE_LAND * n_pixels + i] = 0xff000000 | palette->land;
    }
  self->plain[STYLE_SEA] = self->plain[STYLE_LAND] = TRUE;
  for (guint match = 0; match < RIS3_N_MATCHES; match++)
    {
      ris3_match_paint_make_tile (match, palette, scale_factor, self->tiles + (STYLE_FIRST_MATCH + match) * n_pixels);
      self->plain[STYLE_FIRST_MATCH + match] = match != RIS3_MATCH_UNKNOWN;
      /* Where there are many, borders as they are would be most of the picture. */
      if (n_leaves > RIS3_PAINT_N_FINE)
        self->inner[STYLE_FIRST_MATCH + match]
            = 0xff000000 | ris3_colour_mix (fills[palette->name][match], palette->region_border, 0.3);
    }
}

Ris3Paint *
ris3_match_paint_new (Ris3Boundaries *boundaries,
                      const guint8 *matches,
                      const Ris3Shapes *land,
                      const Ris3Palette *palette,
                      guint scale_factor)
{
  Ris3Paint *self;
  guint n_leaves, n_land;

  g_return_val_if_fail (boundaries != NULL && matches != NULL && palette != NULL, NULL);
  g_return_val_if_fail (scale_factor >= 1 && scale_factor <= 4, NULL);
  n_leaves = ris3_boundaries_get_shapes (boundaries)->n_shapes;
  n_land = land != NULL ? land->n_shapes : 0;
  self = ris3_paint_new_blank (1 + n_leaves + n_land, palette, scale_factor);
  make_tiles (self, palette, n_leaves, scale_factor);
  for (guint i = 1; i < self->n_indices; i++)
    {
      gboolean is_leaf = i <= n_leaves;

      self->groups[i] = i;
      self->styles[i] = is_leaf ? STYLE_FIRST_MATCH + matches[i - 1] : STYLE_LAND;
      self->countries[i] = is_leaf ? 2 : 1;
    }
  return self;
}
