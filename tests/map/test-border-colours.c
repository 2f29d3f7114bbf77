/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every border of the boundaries is drawn in the colour of its kind, and of no other kind. */

#include <math.h>

#include "fixture.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"

#define SIZE 32
#define COAST 0x010000
#define LAND_BORDER 0x020000
#define REGION_BORDER 0x030000
#define COUNTRY_BORDER 0x040000
#define INNER_BORDER 0x050000

static const guint32 kinds[] = { COAST, LAND_BORDER, REGION_BORDER, COUNTRY_BORDER, INNER_BORDER };

/* The map's colours, with borders in colours that nothing else has. */
static Ris3Palette
make_palette (void)
{
  Ris3Palette palette = *ris3_palette_get (RIS3_PALETTE_LIGHT);

  palette.coast = COAST;
  palette.land_border = LAND_BORDER;
  palette.region_border = REGION_BORDER;
  palette.country_border = COUNTRY_BORDER;
  return palette;
}

/* The longest straight piece of a border. */
static void
find_longest (const Ris3Border *border, Ris3Point *from, Ris3Point *to)
{
  const Ris3Point *points = ris3_boundaries_get_border_points (fixture_get_boundaries (2016)) + border->first_point;
  double longest = -1;

  for (guint i = 1; i < border->n_points; i++)
    {
      double length = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);

      if (length <= longest)
        continue;
      longest = length;
      *from = points[i - 1];
      *to = points[i];
    }
}

/* A frame in which that piece runs through the middle, from side to side. */
static Ris3Frame
view_of_piece (Ris3Point from, Ris3Point to)
{
  Ris3Frame frame = { .scale = 8 * SIZE / hypot (to.x - from.x, to.y - from.y), .width = SIZE, .height = SIZE };

  frame.x = (from.x + to.x) / 2 - SIZE / 2 / frame.scale;
  frame.y = (from.y + to.y) / 2 - SIZE / 2 / frame.scale;
  return frame;
}

/* The colour that a border must have between what lies on its two sides; 0 where there is none to draw. */
static guint32
expected_kind (const Ris3Territory *left, const Ris3Territory *right)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);

  if (left == right)
    return 0;
  if (left == NULL || right == NULL)
    return COAST;
  if (!g_str_equal (ris3_boundaries_get_region (boundaries, left->region)->country,
                    ris3_boundaries_get_region (boundaries, right->region)->country))
    return COUNTRY_BORDER;
  if (left->klass == right->klass && left->marks == right->marks && (left->marks & RIS3_MARK_INHERITED))
    return INNER_BORDER;
  return left->value.absence == RIS3_ABSENCE_NO_STRATEGY && right->value.absence == RIS3_ABSENCE_NO_STRATEGY
             ? LAND_BORDER
             : REGION_BORDER;
}

/* Finds the territories that the raster shows, NULL where there is none, up to two of them; says how many. */
static guint
find_shown (Ris3RegionRaster *raster, Ris3Classification *classification, const Ris3Territory *shown[2])
{
  guint n_shown = 0;

  for (guint i = 0; i < 4 * SIZE * SIZE; i++)
    {
      gint leaf = ris3_region_raster_pick (raster, i % (2 * SIZE) / 2.0, i / (2 * SIZE) / 2.0);
      const Ris3Territory *territory
          = leaf < 0 ? NULL
                     : ris3_classification_get_territory (
                         classification, ris3_classification_get_leaf_territory (classification, leaf));

      if ((n_shown > 0 && territory == shown[0]) || (n_shown > 1 && territory == shown[1]))
        continue;
      if (n_shown == 2)
        return 3;
      shown[n_shown++] = territory;
    }
  return n_shown;
}

static void
assert_only (const guint32 *pixels, guint32 expected, const Ris3Border *border)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean found = FALSE;

      for (guint pixel = 0; pixel < SIZE * SIZE && !found; pixel++)
        found = (pixels[pixel] & 0xffffff) == kinds[i];
      if (found != (kinds[i] == expected))
        g_error ("The border between leaves %d and %d has colour %06x: %d, expected %06x.", border->left, border->right,
                 kinds[i], found, expected);
    }
}

static void
test_kinds (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
  Ris3Palette palette = make_palette ();
  /* Scale factor 4: a border is two pixels wide, so that whole pixels are border whatever its slope. */
  g_autoptr (Ris3Paint) paint = ris3_paint_new (classification, NULL, &palette, 4);
  guint32 pixels[SIZE * SIZE];
  guint n_borders, n_slivers = 0;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);

  for (guint style = 0; style < paint->n_styles; style++)
    if (paint->inner[style] != 0 && paint->inner[style] != paint->land_border)
      paint->inner[style] = 0xff000000 | INNER_BORDER;
  g_assert_cmpuint (n_borders, >, 5000);
  for (guint i = 0; i < n_borders; i++)
    {
      Ris3Point from = { 0 }, to = { 0 };
      const Ris3Territory *shown[2];
      Ris3Frame frame;
      guint n_shown;

      find_longest (&borders[i], &from, &to);
      frame = view_of_piece (from, to);
      ris3_region_raster_fill (raster, &frame);
      ris3_region_raster_shade (raster, paint, pixels, SIZE * sizeof (guint32));
      n_shown = find_shown (raster, classification, shown);
      /* Two generalised lines that do not quite meet have a sliver between them, and so several borders. */
      if (n_shown > 2)
        n_slivers++;
      else
        assert_only (pixels, expected_kind (shown[0], shown[n_shown - 1]), &borders[i]);
    }
  g_test_message ("%u of %u borders are slivers", n_slivers, n_borders);
  g_assert_cmpuint (n_slivers, <, n_borders / 50);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/border-colours/kinds", test_kinds);
  return fixture_run ();
}
