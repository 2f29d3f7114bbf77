/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rectangle drawn on the map means the areas whose inside point it holds, from whichever corner it is drawn; and so
 * does a line around. */

#include <math.h>

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

/* In pixels of the picture. (transfer full) */
static GArray *
list (const Ris3Frame *frame, Ris3Classification *classification, double x0, double y0, double x1, double y1)
{
  Ris3Brush brush = { FALSE, NULL };
  GArray *regions;

  ris3_brush_begin (&brush, FALSE, (Ris3Point){ frame->x + x0 / frame->scale, frame->y + y0 / frame->scale });
  /* Where the pointer has been does not matter. */
  ris3_brush_move (&brush, (Ris3Point){ frame->x, frame->y });
  ris3_brush_move (&brush, (Ris3Point){ frame->x + x1 / frame->scale, frame->y + y1 / frame->scale });
  regions = ris3_brush_list_regions (&brush, frame, classification);
  ris3_brush_clear (&brush);
  return regions;
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
      g_autoptr (GArray) regions = list (&frame, classification, x0, y0, x1, y1);
      g_autoptr (GArray) turned = list (&frame, classification, x1, y0, x0, y1);
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
  g_autoptr (GArray) all = list (&frame, classification, -1e6, -1e6, 1e6, 1e6);
  g_autoptr (GArray) beside = list (&frame, classification, WIDTH + 10, 0, WIDTH + 500, HEIGHT);
  guint n_shown = 0;

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      Ris3Point point = place (classification, &frame, i);
      g_autoptr (GArray) one
          = list (&frame, classification, point.x - 0.01, point.y - 0.01, point.x + 0.01, point.y + 0.01);
      g_autoptr (GArray) line = list (&frame, classification, point.x, 0, point.x, HEIGHT);
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

/* A circle of many points, which a circle is compared with; and a rectangle, drawn as a line. */
static void
test_lasso (void)
{
  g_autoptr (Ris3Classification) classification = classify ();
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  guint n_found = 0;

  for (guint round = 0; round < 100; round++)
    {
      double x = g_test_rand_double_range (0, WIDTH), y = g_test_rand_double_range (0, HEIGHT);
      double radius = g_test_rand_double_range (5, 300);
      Ris3Brush circle = { FALSE, NULL }, around = { FALSE, NULL };
      g_autoptr (GArray) in_circle = NULL;
      g_autoptr (GArray) in_line = NULL;
      g_autoptr (GArray) in_rectangle = list (&frame, classification, x - radius, y - radius, x + radius, y + radius);

      for (guint i = 0; i < 720; i++)
        {
          Ris3Point point = { frame.x + (x + radius * cos (i * G_PI / 360)) / frame.scale,
                              frame.y + (y + radius * sin (i * G_PI / 360)) / frame.scale };

          if (i == 0)
            ris3_brush_begin (&circle, TRUE, point);
          else
            ris3_brush_move (&circle, point);
        }
      for (guint i = 0; i < 4; i++)
        {
          Ris3Point point = { frame.x + (x + (i == 0 || i == 3 ? -radius : radius)) / frame.scale,
                              frame.y + (y + (i < 2 ? -radius : radius)) / frame.scale };

          if (i == 0)
            ris3_brush_begin (&around, TRUE, point);
          else
            ris3_brush_move (&around, point);
        }
      in_circle = ris3_brush_list_regions (&circle, &frame, classification);
      in_line = ris3_brush_list_regions (&around, &frame, classification);
      for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
        {
          guint region = ris3_classification_get_territory (classification, i)->region;
          Ris3Point at = place (classification, &frame, i);
          double distance = hypot (at.x - x, at.y - y);

          g_assert_true (has (in_line, region) == has (in_rectangle, region));
          /* Between the circle and its chords nothing is said. */
          if (fabs (distance - radius) < 0.01 || at.x < 0 || at.y < 0 || at.x > WIDTH || at.y > HEIGHT)
            continue;
          g_assert_true (has (in_circle, region) == (distance < radius));
        }
      n_found += in_circle->len;
      ris3_brush_clear (&circle);
      ris3_brush_clear (&around);
    }
  g_assert_cmpuint (n_found, >, 300);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/brush/inside", test_inside);
  g_test_add_func ("/brush/edges", test_edges);
  g_test_add_func ("/brush/lasso", test_lasso);
  return fixture_run ();
}
