/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-outline.h"

static gboolean
is_within (Ris3Boundaries *boundaries, gint leaf, const guint *regions, guint n_regions)
{
  for (guint i = 0; i < n_regions && leaf >= 0; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, regions[i]);

      if ((guint) leaf >= region->first_leaf && (guint) leaf < region->first_leaf + region->n_leaves)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_view (const Ris3Frame *frame, const Ris3Box *box)
{
  return box->x1 >= frame->x && box->y1 >= frame->y && box->x0 <= frame->x + frame->width / frame->scale
         && box->y0 <= frame->y + frame->height / frame->scale;
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
ris3_outline_snapshot (GtkSnapshot *snapshot,
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
  gboolean is_visible = FALSE;
  cairo_t *cr;

  for (guint i = 0; i < n_regions; i++)
    is_visible |= is_in_view (frame, &ris3_boundaries_get_region (boundaries, regions[i])->box);
  if (!is_visible)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  for (guint i = 0; i < n_borders; i++)
    if (is_within (boundaries, borders[i].left, regions, n_regions)
        != is_within (boundaries, borders[i].right, regions, n_regions))
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
