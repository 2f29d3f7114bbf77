/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-region-outline.h"

#include <string.h>

static gboolean
is_in_view (const Ris3Frame *frame, const Ris3Box *box)
{
  return box->x1 >= frame->x && box->y1 >= frame->y && box->x0 <= frame->x + frame->width / frame->scale
         && box->y0 <= frame->y + frame->height / frame->scale;
}

/* Per leaf, whether it lies in one of the regions in view: selections may be of a thousand. NULL if none is. What
 * such a region has in common with one out of view is out of view too. (transfer full)
 */
static guint8 *
mark_leaves (Ris3Boundaries *boundaries, const Ris3Frame *frame, const guint *regions, guint n_regions)
{
  guint8 *within = NULL;

  for (guint i = 0; i < n_regions; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, regions[i]);

      if (!is_in_view (frame, &region->box))
        continue;
      if (within == NULL)
        within = g_new0 (guint8, ris3_boundaries_get_shapes (boundaries)->n_shapes);
      memset (within + region->first_leaf, 1, region->n_leaves);
    }
  return within;
}

static gboolean
is_within (const guint8 *within, gint leaf)
{
  return leaf >= 0 && within[leaf];
}

static void
add_border (cairo_t *cr, const Ris3Frame *frame, const Ris3Point *points, guint n_points)
{
  /* Steps under half a pixel cannot be seen, but are most of a coast at a low zoom. */
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      double x = (points[i].x - frame->x) * frame->scale;
      double y = (points[i].y - frame->y) * frame->scale;

      if (i == 0)
        cairo_move_to (cr, x, y);
      else if (i == n_points - 1 || ABS (x - last_x) + ABS (y - last_y) >= 0.5)
        cairo_line_to (cr, x, y);
      else
        continue;
      last_x = x;
      last_y = y;
    }
}

static void
set_source (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
ris3_region_outline_snapshot (GtkSnapshot *snapshot,
                              Ris3Boundaries *boundaries,
                              const Ris3Frame *frame,
                              const guint *regions,
                              guint n_regions,
                              guint32 colour,
                              guint32 halo,
                              double line_width)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height);
  const Ris3Point *points = ris3_boundaries_get_border_points (boundaries);
  const Ris3Border *borders;
  guint n_borders;
  g_autofree guint8 *within = mark_leaves (boundaries, frame, regions, n_regions);
  cairo_t *cr;

  if (within == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  for (guint i = 0; i < n_borders; i++)
    if (is_within (within, borders[i].left) != is_within (within, borders[i].right))
      add_border (cr, frame, points + borders[i].first_point, borders[i].n_points);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_source (cr, halo);
  cairo_set_line_width (cr, line_width + 2);
  cairo_stroke_preserve (cr);
  set_source (cr, colour);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
