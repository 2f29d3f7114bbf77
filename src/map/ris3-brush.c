/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-brush.h"

void
ris3_brush_begin (Ris3Brush *self, gboolean is_lasso, Ris3Point at)
{
  g_return_if_fail (self != NULL);
  ris3_brush_clear (self);
  self->is_lasso = is_lasso;
  self->points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  g_array_append_val (self->points, at);
}

void
ris3_brush_move (Ris3Brush *self, Ris3Point to)
{
  g_return_if_fail (self != NULL && self->points != NULL);
  if (!self->is_lasso)
    g_array_set_size (self->points, 1);
  g_array_append_val (self->points, to);
}

void
ris3_brush_clear (Ris3Brush *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->points, g_array_unref);
}

Ris3Box
ris3_brush_get_box (const Ris3Brush *self)
{
  Ris3Box box = RIS3_BOX_EMPTY;

  g_return_val_if_fail (self != NULL, box);
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      Ris3Point point = g_array_index (self->points, Ris3Point, i);

      ris3_box_add_box (&box, &(Ris3Box){ point.x, point.y, point.x, point.y });
    }
  return box;
}

/* Even-odd: where the line crosses itself, what it goes around twice is outside. */
static gboolean
is_within (const GArray *points, Ris3Point point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      const Ris3Point *a = &g_array_index (points, Ris3Point, i), *b = &g_array_index (points, Ris3Point, j);

      if ((a->y > point.y) != (b->y > point.y) && point.x < a->x + (b->x - a->x) * (point.y - a->y) / (b->y - a->y))
        inside = !inside;
    }
  return inside;
}

GArray *
ris3_brush_list_regions (const Ris3Brush *self, const Ris3Frame *frame, Ris3Classification *classification)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));
  Ris3Boundaries *boundaries;
  Ris3Box box;

  g_return_val_if_fail (self != NULL && frame != NULL && classification != NULL, regions);
  boundaries = ris3_classification_get_boundaries (classification);
  box = ris3_brush_get_box (self);
  box.x0 = MAX (box.x0, frame->x);
  box.y0 = MAX (box.y0, frame->y);
  box.x1 = MIN (box.x1, frame->x + frame->width / frame->scale);
  box.y1 = MIN (box.y1, frame->y + frame->height / frame->scale);
  if (!(box.x0 < box.x1 && box.y0 < box.y1))
    return regions;
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;
      Ris3Point inside = ris3_boundaries_get_region (boundaries, region)->inside;

      if (inside.x >= box.x0 && inside.x <= box.x1 && inside.y >= box.y0 && inside.y <= box.y1
          && (!self->is_lasso || is_within (self->points, inside)))
        g_array_append_val (regions, region);
    }
  return regions;
}
