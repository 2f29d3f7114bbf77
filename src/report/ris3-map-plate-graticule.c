/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "report/ris3-map-plate-private.h"

#define COLOUR 0x5d6873
#define ALPHA 0.35
#define WIDTH 0.6
/* Points of a line from one line that it crosses to the next, and how far beyond the picture they are still drawn, as a
 * share of its longer side. */
#define PARTS 10
#define BEYOND 0.2
#define FARTHEST_NORTH 80

/* The lines as they are being drawn. */
typedef struct
{
  GArray *points; /* of Ris3Point */
  GArray *starts; /* of guint32 */
  gboolean is_open;
} Lines;

static void
end_line (Lines *lines)
{
  if (lines->is_open)
    g_array_append_val (lines->starts, lines->points->len);
  lines->is_open = FALSE;
}

/* A point far from the picture, or nowhere, ends its line. */
static void
add_point (Ris3MapPlate *self, Ris3Plane *plane, Lines *lines, double longitude, double latitude)
{
  double beyond = BEYOND * MAX (self->frame.width, self->frame.height);
  Ris3Point point;

  if (ris3_plane_project (plane, longitude, latitude, &point))
    {
      Ris3Point at = { (point.x - self->frame.x) * self->frame.scale, (point.y - self->frame.y) * self->frame.scale };

      if (at.x > -beyond && at.y > -beyond && at.x < self->frame.width + beyond && at.y < self->frame.height + beyond)
        {
          at.x += self->x;
          at.y += self->y;
          g_array_append_val (lines->points, at);
          lines->is_open = TRUE;
          return;
        }
    }
  end_line (lines);
}

/* So many degrees that a picture is crossed by some lines, and not by many. */
static double
choose_step (Ris3MapPlate *self, Ris3Plane *plane)
{
  double x = self->frame.x + self->frame.width / 2.0 / self->frame.scale;
  double longitude, north = FARTHEST_NORTH, south = 0;

  if (!ris3_plane_unproject (plane, (Ris3Point){ x, self->frame.y }, &longitude, &north)
      || !ris3_plane_unproject (plane, (Ris3Point){ x, self->frame.y + self->frame.height / self->frame.scale },
                                &longitude, &south))
    return 10;
  return north - south > 25 ? 10 : north - south > 10 ? 5 : north - south > 4 ? 2 : north - south > 2 ? 1 : 0.5;
}

void
_ris3_map_plate_draw_graticule (Ris3MapPlate *self, Ris3Canvas *canvas)
{
  Ris3Plane *plane = ris3_boundaries_get_plane (self->boundaries);
  Ris3CanvasStyle style = { .line = WIDTH * self->line, .line_colour = COLOUR, .line_alpha = ALPHA };
  Lines lines = { 0 };
  Ris3CanvasPath path = { 0 };
  guint32 none = 0;
  double step;

  if (!self->has_graticule)
    return;
  step = choose_step (self, plane);
  lines.points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  lines.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (lines.starts, none);
  for (double longitude = -180; longitude < 180; longitude += step)
    {
      for (int i = (int) (-FARTHEST_NORTH / step * PARTS); i <= FARTHEST_NORTH / step * PARTS; i++)
        add_point (self, plane, &lines, longitude, i * step / PARTS);
      end_line (&lines);
    }
  for (double latitude = -FARTHEST_NORTH; latitude <= FARTHEST_NORTH; latitude += step)
    {
      for (int i = (int) (-180 / step * PARTS); i <= 180 / step * PARTS; i++)
        add_point (self, plane, &lines, i * step / PARTS, latitude);
      end_line (&lines);
    }
  path = (Ris3CanvasPath){ .points = (const Ris3Point *) (void *) lines.points->data,
                           .starts = (const guint32 *) (void *) lines.starts->data,
                           .n_lines = lines.starts->len - 1 };
  canvas->draw_path (canvas, &path, &style);
  g_array_unref (lines.points);
  g_array_unref (lines.starts);
}
