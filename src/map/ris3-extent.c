/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-extent.h"

#include <math.h>

/* The margin around a region whose code is given as an extent. */
#define REGION_MARGIN 0.12

Ris3Box
ris3_extent_of_europe (Ris3Plane *plane)
{
  return ris3_plane_project_box (plane, -25.5, 33.8, 46, 71.6);
}

Ris3Box
ris3_extent_of_mainland (Ris3Plane *plane)
{
  return ris3_plane_project_box (plane, -10.5, 34.2, 36, 71.6);
}

Ris3Box
ris3_extent_of_region (Ris3Boundaries *boundaries, guint region, double margin)
{
  const Ris3Region *record;
  Ris3Box extent = RIS3_BOX_EMPTY;
  double width;

  g_return_val_if_fail (boundaries != NULL, extent);
  record = ris3_boundaries_get_region (boundaries, region);
  g_return_val_if_fail (record != NULL, extent);
  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    {
      guint index = ris3_boundaries_get_leaf_region (boundaries, leaf);

      if (!ris3_boundaries_get_region (boundaries, index)->is_overseas)
        ris3_box_add_box (&extent, &ris3_boundaries_get_shapes (boundaries)->shape_boxes[leaf]);
    }
  if (extent.x1 < extent.x0)
    extent = record->box;
  width = margin * MAX (extent.x1 - extent.x0, extent.y1 - extent.y0);
  return (Ris3Box){ extent.x0 - width, extent.y0 - width, extent.x1 + width, extent.y1 + width };
}

static gboolean
parse_degrees (const char *text, double degrees[4])
{
  static const double limits[4] = { 180, 85, 180, 85 };
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      degrees[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !(fabs (degrees[i]) <= limits[i]))
        return FALSE;
    }
  /* Any closer, boundaries at 1:3M are a few straight lines. */
  return degrees[2] - degrees[0] >= 0.01 && degrees[3] - degrees[1] >= 0.01;
}

gboolean
ris3_extent_from_text (const char *text, Ris3Boundaries *boundaries, Ris3Box *extent)
{
  double degrees[4];
  gint region;

  g_return_val_if_fail (text != NULL && boundaries != NULL && extent != NULL, FALSE);
  if (g_str_equal (text, "europe"))
    *extent = ris3_extent_of_europe (ris3_boundaries_get_plane (boundaries));
  else if (parse_degrees (text, degrees))
    *extent = ris3_plane_project_box (ris3_boundaries_get_plane (boundaries), degrees[0], degrees[1], degrees[2],
                                      degrees[3]);
  else if ((region = ris3_boundaries_find (boundaries, text)) >= 0)
    *extent = ris3_extent_of_region (boundaries, region, REGION_MARGIN);
  else
    return FALSE;
  return TRUE;
}
