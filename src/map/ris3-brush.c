/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-brush.h"

Ris3Brush
ris3_brush_normalise (const Ris3Brush *self, const Ris3Frame *frame)
{
  g_return_val_if_fail (self != NULL && frame != NULL, ((Ris3Brush){ 0 }));
  return (Ris3Brush){
    .x0 = CLAMP (MIN (self->x0, self->x1), 0, frame->width),
    .y0 = CLAMP (MIN (self->y0, self->y1), 0, frame->height),
    .x1 = CLAMP (MAX (self->x0, self->x1), 0, frame->width),
    .y1 = CLAMP (MAX (self->y0, self->y1), 0, frame->height),
  };
}

GArray *
ris3_brush_list_regions (const Ris3Brush *self, const Ris3Frame *frame, Ris3Classification *classification)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));
  Ris3Brush drawn;

  g_return_val_if_fail (self != NULL && frame != NULL && classification != NULL, regions);
  drawn = ris3_brush_normalise (self, frame);
  if (drawn.x0 >= drawn.x1 || drawn.y0 >= drawn.y1)
    return regions;
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;
      Ris3Point inside
          = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region)->inside;
      double x = (inside.x - frame->x) * frame->scale;
      double y = (inside.y - frame->y) * frame->scale;

      if (x >= drawn.x0 && x <= drawn.x1 && y >= drawn.y0 && y <= drawn.y1)
        g_array_append_val (regions, region);
    }
  return regions;
}
