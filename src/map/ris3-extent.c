/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-extent.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "map/ris3-region-finder.h"
#include "map/ris3-view.h"

/* A region's code given as an extent: what is around it. */
#define REGION_MARGIN 0.12
#define MIN_DEGREES 0.01
/* What is as wide or as high, of Europe, is no small part of it. */
#define SMALL 0.5
/* Around Europe in a plane of metres, and around islands; times the longer side. */
#define EUROPE_MARGIN 0.012
#define ISLANDS_MARGIN 0.08

/* The corners of a box of degrees lie far out in a plane whose meridians are not parallel: there, what is outermost. */
static Ris3Box
box_of_outermost (Ris3Plane *plane)
{
  static const Ris3Point outermost[] = {
    { -24.6, 65.5 }, { -16, 66.6 },  { -10.6, 51.6 }, { -9.6, 38.7 }, { -9, 36.9 },   { -5.6, 35.8 }, { 25.7, 71.2 },
    { 31.2, 70.4 },  { 44.9, 39.7 }, { 44.9, 36.9 },  { 35.9, 35.8 }, { 34.7, 34.5 }, { 32.3, 34.5 }, { 24.1, 34.7 },
  };
  Ris3Box box = RIS3_BOX_EMPTY;
  double margin;

  for (gsize i = 0; i < G_N_ELEMENTS (outermost); i++)
    {
      Ris3Point point;

      if (ris3_plane_project (plane, outermost[i].x, outermost[i].y, &point))
        ris3_box_add_point (&box, point);
    }
  margin = EUROPE_MARGIN * MAX (box.x1 - box.x0, box.y1 - box.y0);
  return (Ris3Box){ box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin };
}

Ris3Box
ris3_extent_of_europe (Ris3Plane *plane)
{
  if (ris3_plane_equal (plane, ris3_plane_get_mercator ()))
    return ris3_plane_project_box (plane, -25.5, 33.8, 46, 71.6);
  return box_of_outermost (plane);
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

gboolean
ris3_extent_of_own (Ris3Boundaries *boundaries, Ris3Box *extent)
{
  Ris3Box box = RIS3_BOX_EMPTY;
  Ris3Box mainland;
  double margin;

  g_return_val_if_fail (boundaries != NULL && extent != NULL, FALSE);
  if (!ris3_boundaries_is_own (boundaries))
    return FALSE;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    if (ris3_boundaries_is_leaf (boundaries, i) && !ris3_boundaries_get_region (boundaries, i)->is_overseas)
      ris3_box_add_box (&box, &ris3_boundaries_get_region (boundaries, i)->box);
  mainland = ris3_extent_of_mainland (ris3_boundaries_get_plane (boundaries));
  if (box.x1 < box.x0 || box.x1 - box.x0 > SMALL * (mainland.x1 - mainland.x0)
      || box.y1 - box.y0 > SMALL * (mainland.y1 - mainland.y0))
    return FALSE;
  margin = REGION_MARGIN * MAX (box.x1 - box.x0, box.y1 - box.y0);
  *extent = (Ris3Box){ box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin };
  return TRUE;
}

static double
get_area (const Ris3Box *box)
{
  return (box->x1 - box->x0) * (box->y1 - box->y0);
}

/* Rings of at least a hundredth of the largest. */
Ris3Box
ris3_extent_of_islands (Ris3Boundaries *boundaries, guint region)
{
  const Ris3Region *record;
  const Ris3Shapes *shapes;
  Ris3Box extent = RIS3_BOX_EMPTY;
  double largest = 0, margin;

  g_return_val_if_fail (boundaries != NULL, extent);
  record = ris3_boundaries_get_region (boundaries, region);
  shapes = ris3_boundaries_get_shapes (boundaries);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = shapes->shape_rings[record->first_leaf];
         i < shapes->shape_rings[record->first_leaf + record->n_leaves]; i++)
      if (pass == 0)
        largest = MAX (largest, get_area (&shapes->ring_boxes[i]));
      else if (get_area (&shapes->ring_boxes[i]) >= largest / 100)
        ris3_box_add_box (&extent, &shapes->ring_boxes[i]);
  margin = ISLANDS_MARGIN * MAX (extent.x1 - extent.x0, extent.y1 - extent.y0);
  return (Ris3Box){ extent.x0 - margin, extent.y0 - margin, extent.x1 + margin, extent.y1 + margin };
}

static gboolean
refuse_degrees (const char *text, const char *reason, GError **error)
{
  /* Translators: the second %s is a reason, such as "it is smaller than 0.01 degrees. Choose a larger one." */
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE, _ ("“%s” is WEST,SOUTH,EAST,NORTH, but %s"), text,
               reason);
  return FALSE;
}

/* Any closer, boundaries at 1:3M are a few straight lines. */
static gboolean
check_degrees (const char *text, const double degrees[4], GError **error)
{
  static const double limits[4] = { 180, 85, 180, 85 };

  for (guint i = 0; i < 4; i++)
    if (!(fabs (degrees[i]) <= limits[i]))
      return refuse_degrees (
          text, _ ("longitudes are from -180 to 180, and latitudes from -85 to 85. Correct the numbers."), error);
  if (degrees[0] > degrees[2])
    return refuse_degrees (text, _ ("its west end lies east of its east end. Exchange the first and the third number."),
                           error);
  if (degrees[1] > degrees[3])
    return refuse_degrees (
        text, _ ("its south end lies north of its north end. Exchange the second and the fourth number."), error);
  return (degrees[2] - degrees[0] >= MIN_DEGREES && degrees[3] - degrees[1] >= MIN_DEGREES)
         || refuse_degrees (text, _ ("it is smaller than 0.01 degrees. Choose a larger one."), error);
}

/* Whether the text is four numbers. */
static gboolean
parse_degrees (const char *text, double degrees[4])
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      degrees[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Whether a text is four numbers; then extent is that, or there is an error. */
static gboolean
read_degrees (const char *text, Ris3Plane *plane, Ris3Box *extent, GError **error)
{
  double degrees[4];

  if (!parse_degrees (text, degrees))
    return FALSE;
  if (check_degrees (text, degrees, error))
    *extent = ris3_plane_project_box (plane, degrees[0], degrees[1], degrees[2], degrees[3]);
  return TRUE;
}

gboolean
ris3_extent_read (const char *text, Ris3Plane *plane, Ris3Box *extent, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (text != NULL && plane != NULL && extent != NULL, FALSE);
  if (g_str_equal (text, RIS3_EXTENT_EUROPE))
    *extent = ris3_extent_of_europe (plane);
  else if (!read_degrees (text, plane, extent, &local_error))
    g_set_error (&local_error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                 _ ("“%s” is no extent. Use “europe”, or WEST,SOUTH,EAST,NORTH in degrees, as in "
                    "“5.9,45.8,10.5,47.8”."),
                 text);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

char *
ris3_extent_to_text (const Ris3Box *extent, Ris3Plane *plane)
{
  GString *text = g_string_new (NULL);
  double degrees[4] = { 0 };

  g_return_val_if_fail (extent != NULL && plane != NULL, NULL);
  /* North is up in the latitude, and down in the plane. */
  ris3_plane_unproject (plane, (Ris3Point){ extent->x0, extent->y1 }, &degrees[0], &degrees[1]);
  ris3_plane_unproject (plane, (Ris3Point){ extent->x1, extent->y0 }, &degrees[2], &degrees[3]);
  for (guint i = 0; i < 4; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (buffer, sizeof buffer, "%.4f",
                       CLAMP (degrees[i], i % 2 == 0 ? -180 : -85, i % 2 == 0 ? 180 : 85));
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", buffer);
    }
  return g_string_free (text, FALSE);
}

gboolean
ris3_extent_from_text (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error)
{
  g_autoptr (Ris3RegionFinder) finder = NULL;
  Ris3Boundaries *boundaries;
  Ris3Found found;
  g_autoptr (GError) degrees_error = NULL;

  g_return_val_if_fail (text != NULL && geodata != NULL && extent != NULL, FALSE);
  boundaries = ris3_geodata_get_boundaries (geodata);
  if (read_degrees (text, ris3_boundaries_get_plane (boundaries), extent, &degrees_error))
    {
      if (degrees_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&degrees_error));
      return FALSE;
    }
  finder = ris3_region_finder_new (geodata);
  if (ris3_region_finder_is_europe (finder, text))
    *extent = ris3_extent_of_europe (ris3_boundaries_get_plane (boundaries));
  else if (ris3_region_finder_resolve (finder, text, NULL, &found, error))
    *extent = ris3_extent_of_region (boundaries, found.region, REGION_MARGIN);
  else
    {
      g_autoptr (GString) words = g_string_new (error != NULL ? (*error)->message : NULL);

      if (error != NULL && (*error)->code == RIS3_REGION_FINDER_ERROR_NONE)
        {
          g_string_append_printf (words, " %s",
                                  _ ("An extent may also be “europe”, or WEST,SOUTH,EAST,NORTH in degrees."));
          g_free ((*error)->message);
          (*error)->message = g_strdup (words->str);
        }
      return FALSE;
    }
  return TRUE;
}
