/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rectangle drawn on the map means the areas whose inside point it holds, from whichever corner it is drawn. */

#include "fixture.h"
#include "map/ris3-brush.h"

#define WIDTH 800
#define HEIGHT 900

static gboolean
has (const GArray *regions, guint region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, guint, i) == region)
      return TRUE;
  return FALSE;
}

static Ris3Classification *
classify (void)
{
  return fixture_classify (2016, FIXTURE_PM, NULL, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
}

static Ris3Point
place (Ris3Classification *classification, const Ris3Frame *frame, guint index)
{
  guint region = ris3_classification_get_territory (classification, index)->region;
  Ris3Point inside = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region)->inside;

  return (Ris3Point){ (inside.x - frame->x) * frame->scale, (inside.y - frame->y) * frame->scale };
}

/* Any rectangle, drawn in all four directions. */
static void
test_inside (void)
{
  g_autoptr (Ris3Classification) classification = classify ();
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  guint n_found = 0;

  for (guint round = 0; round < 200; round++)
    {
      double x0 = g_test_rand_double_range (0, WIDTH), x1 = g_test_rand_double_range (0, WIDTH);
      double y0 = g_test_rand_double_range (0, HEIGHT), y1 = g_test_rand_double_range (0, HEIGHT);
      g_autoptr (GArray) regions = ris3_brush_list_regions (&(Ris3Brush){ x0, y0, x1, y1 }, &frame, classification);
      g_autoptr (GArray) turned = ris3_brush_list_regions (&(Ris3Brush){ x1, y0, x0, y1 }, &frame, classification);
      guint n = 0;

      for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
        {
          Ris3Point point = place (classification, &frame, i);
          gboolean inside
              = point.x > MIN (x0, x1) && point.x < MAX (x0, x1) && point.y > MIN (y0, y1) && point.y < MAX (y0, y1);

          g_assert_true (has (regions, ris3_classification_get_territory (classification, i)->region) == inside);
          n += inside;
        }
      g_assert_cmpuint (regions->len, ==, n);
      g_assert_cmpuint (turned->len, ==, n);
      n_found += n;
    }
  g_assert_cmpuint (n_found, >, 1000);
}

/* What lies beyond the picture is not meant, however far the pointer goes; and a line holds nothing. */
static void
test_edges (void)
{
  g_autoptr (Ris3Classification) classification = classify ();
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  g_autoptr (GArray) all = ris3_brush_list_regions (&(Ris3Brush){ -1e6, -1e6, 1e6, 1e6 }, &frame, classification);
  g_autoptr (GArray) beside
      = ris3_brush_list_regions (&(Ris3Brush){ WIDTH + 10, 0, WIDTH + 500, HEIGHT }, &frame, classification);
  guint n_shown = 0;

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      Ris3Point point = place (classification, &frame, i);
      g_autoptr (GArray) one = ris3_brush_list_regions (
          &(Ris3Brush){ point.x, point.y, point.x + 0.01, point.y + 0.01 }, &frame, classification);
      g_autoptr (GArray) line
          = ris3_brush_list_regions (&(Ris3Brush){ point.x, 0, point.x, HEIGHT }, &frame, classification);
      gboolean is_shown = point.x >= 0 && point.x < WIDTH && point.y >= 0 && point.y < HEIGHT;

      g_assert_true (has (one, ris3_classification_get_territory (classification, i)->region) == is_shown);
      g_assert_cmpuint (line->len, ==, 0);
      n_shown += is_shown;
    }
  g_assert_cmpuint (all->len, ==, n_shown);
  /* Those overseas are elsewhere. */
  g_assert_cmpuint (n_shown, <, ris3_classification_get_n_territories (classification));
  g_assert_cmpuint (beside->len, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/brush/inside", test_inside);
  g_test_add_func ("/brush/edges", test_edges);
  return fixture_run ();
}
