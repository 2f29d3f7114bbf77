/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-paint.h"

#include <math.h>
#include <string.h>

#include "map/ris3-hatch.h"

enum
{
  STYLE_SEA,
  STYLE_LAND,
  STYLE_FIRST_CLASS, /* then one a class and combination of marks, and one where it does not match the filter */
};

#define STYLES_PER_CLASS (RIS3_N_MARKS + 1)

#define TILE_PIXELS 16 /* logical; a power of two, so that a position in the tile is one bit mask */

/* How far a class fades towards the land around, in per cent: so far that it differs clearly, but still tells the
 * class. */
#define FADED_LEAST 75
#define FADED_MOST 85
#define FADED_STEP 5
#define FADED_CONTRAST 3.0

/* The share of a pixel that diagonal stripes cover: 4 x 4 samples.
 *
 * diagonal: x + y of the pixel; distance, width: of the stripes along a row, in pixels
 */
static double
stripe_cover (double diagonal, double distance, double width)
{
  guint hits = 0;

  for (guint i = 0; i < 16; i++)
    {
      double position = diagonal + (i % 4 + 0.5) / 4 + (i / 4 + 0.5) / 4;

      hits += fmod (position + 4 * distance, distance) < width;
    }
  return hits / 16.0;
}

/* The same for each diagonal of a tile. (transfer full) */
static double *
cover_diagonals (guint size, double distance, double width)
{
  double *covers = g_new (double, 2 * size);

  for (guint i = 0; i < 2 * size; i++)
    covers[i] = stripe_cover (i, distance, width);
  return covers;
}

guint
ris3_paint_get_tile_size (guint scale_factor)
{
  guint size = TILE_PIXELS;

  while (size < TILE_PIXELS * scale_factor)
    size *= 2;
  return size;
}

static void
make_tile (Ris3Fill fill,
           guint32 disputed,
           Ris3Marks marks,
           const Ris3Hatch *hatch,
           guint scale_factor,
           guint32 *pixels)
{
  guint size = ris3_paint_get_tile_size (scale_factor);
  double scale = (double) size / TILE_PIXELS;
  double distance = hatch->distance * scale;
  double disputed_width = hatch->disputed_width * scale;
  g_autofree double *inherited_cover = NULL, *disputed_cover = NULL;

  /* Along a diagonal, all pixels are covered alike. */
  if (marks & RIS3_MARK_INHERITED)
    inherited_cover = cover_diagonals (size, distance, hatch->inherited_width * scale);
  if (marks & RIS3_MARK_DISPUTED)
    disputed_cover = cover_diagonals (size, marks & RIS3_MARK_INHERITED ? 2 * distance : distance, disputed_width);
  for (guint y = 0; y < size; y++)
    for (guint x = 0; x < size; x++)
      {
        guint32 colour = fill.colour;

        if (marks & RIS3_MARK_INHERITED)
          colour = ris3_colour_mix (colour, fill.inherited, inherited_cover[x + y]);
        /* With both marks, stripes alternate: crossed stripes would hide the class. */
        if (marks == (RIS3_MARK_INHERITED | RIS3_MARK_DISPUTED))
          colour = ris3_colour_mix (colour, disputed, disputed_cover[x + y]);
        else if (marks & RIS3_MARK_DISPUTED)
          colour = ris3_colour_mix (colour, disputed, disputed_cover[x + size - 1 - y]);
        pixels[y * size + x] = 0xff000000 | colour;
      }
}

void
ris3_paint_make_tile (Ris3Fill fill, guint32 disputed, Ris3Marks marks, guint scale_factor, guint32 *pixels)
{
  g_return_if_fail (marks < RIS3_N_MARKS && pixels != NULL);
  make_tile (fill, disputed, marks, ris3_hatch_get (0), scale_factor, pixels);
}

void
ris3_paint_make_fine_tile (Ris3Fill fill, guint32 disputed, Ris3Marks marks, guint scale_factor, guint32 *pixels)
{
  g_return_if_fail (marks < RIS3_N_MARKS && pixels != NULL);
  make_tile (fill, disputed, marks, ris3_hatch_get (G_MAXUINT), scale_factor, pixels);
}

guint32
ris3_paint_get_inner_border (Ris3Fill fill)
{
  guint32 result = 0xff000000;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int colour = (fill.colour >> shift) & 0xff;
      int inherited = (fill.inherited >> shift) & 0xff;

      result |= (guint32) CLAMP (colour + (colour - inherited) * 3 / 4, 0, 255) << shift;
    }
  return result;
}

/* Relative luminance, as WCAG 2 defines it. */
static double
get_luminance (guint32 colour)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = ((colour >> (8 * i)) & 0xff) / 255.0;

      luminance += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double left = get_luminance (a), right = get_luminance (b);

  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}

guint32
ris3_paint_get_faded (guint32 colour, const Ris3Palette *palette)
{
  guint32 faded = colour;

  g_return_val_if_fail (palette != NULL, colour);
  for (guint share = FADED_LEAST; share <= FADED_MOST; share += FADED_STEP)
    {
      faded = ris3_colour_mix (colour, palette->land, share / 100.0);
      if (get_contrast (colour, faded) >= FADED_CONTRAST)
        break;
    }
  return faded;
}

static void
make_plain_tile (Ris3Paint *self, guint style, guint32 colour)
{
  guint n_pixels = self->tile_size * self->tile_size;

  for (guint i = 0; i < n_pixels; i++)
    self->tiles[style * n_pixels + i] = 0xff000000 | colour;
  self->plain[style] = TRUE;
}

static guint
get_style (guint klass, Ris3Marks marks)
{
  return STYLE_FIRST_CLASS + klass * STYLES_PER_CLASS + marks;
}

static guint
get_faded_style (guint klass)
{
  return STYLE_FIRST_CLASS + klass * STYLES_PER_CLASS + RIS3_N_MARKS;
}

static void
make_tiles (Ris3Paint *self,
            Ris3ClassScheme *scheme,
            const Ris3Palette *palette,
            const Ris3Hatch *hatch,
            guint scale_factor)
{
  guint n_pixels = self->tile_size * self->tile_size;
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);

  self->n_styles = get_style (n_classes, 0);
  g_assert (self->n_styles <= G_MAXUINT8);
  self->tiles = g_new (guint32, self->n_styles * n_pixels);
  self->plain = g_new0 (guint8, self->n_styles);
  self->inner = g_new0 (guint32, self->n_styles);
  make_plain_tile (self, STYLE_SEA, palette->sea);
  make_plain_tile (self, STYLE_LAND, palette->land);
  for (guint klass = 0; klass < n_classes; klass++)
    for (guint marks = 0; marks < RIS3_N_MARKS; marks++)
      {
        guint style = get_style (klass, marks);
        Ris3Fill fill = ris3_class_scheme_get_fill (scheme, klass, palette);

        make_tile (fill, palette->disputed, marks, hatch, scale_factor, self->tiles + style * n_pixels);
        self->plain[style] = marks == 0;
        if (marks & RIS3_MARK_INHERITED)
          self->inner[style] = ris3_paint_get_inner_border (fill);
      }
  for (guint klass = 0; klass < n_classes; klass++)
    {
      make_plain_tile (self, get_faded_style (klass),
                       ris3_paint_get_faded (ris3_class_scheme_get_fill (scheme, klass, palette).colour, palette));
      self->inner[get_faded_style (klass)] = 0xff000000 | palette->land_border;
    }
  /* Regions without a strategy, which have no marks, are about as light as the border between regions. */
  self->inner[get_style (ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_STRATEGY), 0)]
      = 0xff000000 | palette->land_border;
}

Ris3Paint *
ris3_paint_new_blank (guint n_indices, const Ris3Palette *palette, guint scale_factor)
{
  Ris3Paint *self = g_new0 (Ris3Paint, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_indices = n_indices;
  self->styles = g_new0 (guint8, n_indices);
  self->groups = g_new0 (guint32, n_indices);
  self->countries = g_new0 (guint8, n_indices);
  self->tile_size = ris3_paint_get_tile_size (scale_factor);
  self->border_width = scale_factor;
  self->coast = 0xff000000 | palette->coast;
  self->land_border = 0xff000000 | palette->land_border;
  self->region_border = 0xff000000 | palette->region_border;
  self->country_border = 0xff000000 | palette->country_border;
  return self;
}

Ris3Paint *
ris3_paint_new (Ris3Classification *classification,
                const Ris3Shapes *land,
                const Ris3Palette *palette,
                guint scale_factor)
{
  Ris3Paint *self;
  Ris3Boundaries *boundaries;
  guint n_leaves, n_land, country = 1;

  g_return_val_if_fail (classification != NULL && palette != NULL, NULL);
  g_return_val_if_fail (scale_factor >= 1 && scale_factor <= 4, NULL);

  boundaries = ris3_classification_get_boundaries (classification);
  n_leaves = ris3_boundaries_get_shapes (boundaries)->n_shapes;
  n_land = land != NULL ? land->n_shapes : 0;

  self = ris3_paint_new_blank (1 + n_leaves + n_land, palette, scale_factor);
  make_tiles (self, ris3_classification_get_scheme (classification), palette,
              ris3_hatch_get (ris3_classification_get_n_territories (classification)), scale_factor);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      if (region->level != 0)
        continue;
      country = country < G_MAXUINT8 ? country + 1 : 2;
      for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
        self->countries[1 + leaf] = country;
    }
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    {
      guint index = ris3_classification_get_leaf_territory (classification, leaf);
      const Ris3Territory *territory = ris3_classification_get_territory (classification, index);

      self->groups[1 + leaf] = 1 + index;
      self->styles[1 + leaf]
          = territory->matches ? get_style (territory->klass, territory->marks) : get_faded_style (territory->klass);
    }
  for (guint i = 0; i < n_land; i++)
    {
      self->groups[1 + n_leaves + i] = 1 + n_leaves + i;
      self->styles[1 + n_leaves + i] = STYLE_LAND;
      self->countries[1 + n_leaves + i] = 1;
    }
  return self;
}

Ris3Paint *
ris3_paint_ref (Ris3Paint *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_paint_unref (Ris3Paint *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->styles);
  g_free (self->groups);
  g_free (self->countries);
  g_free (self->tiles);
  g_free (self->plain);
  g_free (self->inner);
  g_free (self);
}
