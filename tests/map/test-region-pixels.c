/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every region of every level of every NUTS version, in light and in dark: the pixel at its inside
 * point has the colour of its class, and picking there gives a leaf of it.
 */

#include <math.h>

#include "fixture.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"

#define SIZE 64

/* Pixels from the middle to the nearest edge of the region: borders and anti-aliasing are nearer to it. */
#define CLEARANCE 8
#define MAX_SCALE 1e9

static double
distance_to_segment (Ris3Point point, Ris3Point from, Ris3Point to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1) : 0;

  return hypot (point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/* From the inside point to the nearest edge of the region's leaves. */
static double
get_clearance (Ris3Boundaries *boundaries, const Ris3Region *region)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  double least = G_MAXDOUBLE;

  for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
    for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
      {
        guint end = shapes->ring_points[ring + 1];
        Ris3Point from = shapes->points[end - 1];

        for (guint i = shapes->ring_points[ring]; i < end; i++)
          {
            least = MIN (least, distance_to_segment (region->inside, from, shapes->points[i]));
            from = shapes->points[i];
          }
      }
  return least;
}

static gboolean
is_colour_of (Ris3Classification *classification,
              const Ris3Palette *palette,
              const Ris3Territory *territory,
              guint32 pixel)
{
  Ris3Fill fill
      = ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), territory->klass, palette);
  guint size = ris3_paint_get_tile_size (1);
  g_autofree guint32 *tile = NULL;

  if (territory->marks == RIS3_MARK_NONE)
    return pixel == (0xff000000 | fill.colour);
  tile = g_new (guint32, size * size);
  if (ris3_classification_get_n_territories (classification) > RIS3_PAINT_N_FINE)
    ris3_paint_make_fine_tile (fill, palette->disputed, territory->marks, 1, tile);
  else
    ris3_paint_make_tile (fill, palette->disputed, territory->marks, 1, tile);
  for (guint i = 0; i < size * size; i++)
    if (tile[i] == pixel)
      return TRUE;
  return FALSE;
}

static void
check_region (Ris3RegionRaster *raster,
              Ris3Classification *classification,
              Ris3Paint *const paints[RIS3_N_PALETTES],
              guint index)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Region *region = ris3_boundaries_get_region (boundaries, index);
  double scale = MIN (CLEARANCE / get_clearance (boundaries, region), MAX_SCALE);
  Ris3Frame frame = { region->inside.x - SIZE / 2 / scale, region->inside.y - SIZE / 2 / scale, scale, SIZE, SIZE };
  gint territory = ris3_classification_find_territory (classification, index);
  guint32 pixels[SIZE * SIZE];
  gint leaf;

  g_assert_cmpint (territory, >=, 0);
  ris3_region_raster_fill (raster, &frame);
  leaf = ris3_region_raster_pick (raster, SIZE / 2, SIZE / 2);
  if (leaf < (gint) region->first_leaf || leaf >= (gint) (region->first_leaf + region->n_leaves))
    g_error ("%s: picked leaf %d, which is not of it", region->code, leaf);

  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      guint32 pixel;

      ris3_region_raster_shade (raster, paints[name], pixels, SIZE * sizeof *pixels);
      pixel = pixels[SIZE / 2 * SIZE + SIZE / 2];
      if (!is_colour_of (classification, ris3_palette_get (name),
                         ris3_classification_get_territory (classification, territory), pixel))
        g_error ("%s: pixel %06x is not of its class %s", region->code, pixel & 0xffffff,
                 fixture_class_id (classification, ris3_classification_get_territory (classification, territory)));
    }
}

/* data: the NUTS version */
static void
test_every_region (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  Ris3Boundaries *boundaries = fixture_get_boundaries (version);
  Ris3Shapes *land = fixture_get_land ();
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, land);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries), n_checked = 0;

  for (guint level = 0; level <= 3; level++)
    {
      g_autoptr (Ris3Classification) classification = fixture_classify (version, FIXTURE_PM, "2014-2020", level);
      g_autoptr (Ris3Paint) light = ris3_paint_new (classification, land, ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
      g_autoptr (Ris3Paint) dark = ris3_paint_new (classification, land, ris3_palette_get (RIS3_PALETTE_DARK), 1);
      Ris3Paint *const paints[RIS3_N_PALETTES] = { light, dark };

      for (guint i = 0; i < n_regions; i++)
        if (ris3_boundaries_get_region (boundaries, i)->level == level)
          {
            check_region (raster, classification, paints, i);
            n_checked++;
          }
    }
  g_assert_cmpuint (n_checked, ==, n_regions);
  /* 37 countries and all that is in them. */
  g_assert_cmpuint (n_checked, >, 1900);
  g_test_message ("%u regions of NUTS %u", n_checked, version);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  for (guint i = 0; fixture_nuts_versions[i] != 0; i++)
    {
      g_autofree char *path = g_strdup_printf ("/map/region-pixels/%u", fixture_nuts_versions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (fixture_nuts_versions[i]), test_every_region);
    }
  return fixture_run ();
}
