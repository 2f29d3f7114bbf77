/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-difference-sign.h"

#include "map/ris3-crowd.h"

static int
compare_signs (gconstpointer a, gconstpointer b)
{
  const Ris3DifferenceSign *one = a, *other = b;

  return (one->extent < other->extent) - (one->extent > other->extent);
}

static GArray *
list_large (Ris3Comparison *comparison, Ris3Boundaries *boundaries, double least)
{
  GArray *regions = ris3_comparison_get_regions (comparison);
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (Ris3DifferenceSign));

  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3ComparedRegion *compared = &g_array_index (regions, Ris3ComparedRegion, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, compared->region);
      Ris3DifferenceSign sign = { .difference = compared->difference,
                                  .place = region->inside,
                                  .extent = MAX (region->box.x1 - region->box.x0, region->box.y1 - region->box.y0) };

      if ((sign.difference == RIS3_DIFFERENCE_NEW || sign.difference == RIS3_DIFFERENCE_DROPPED)
          && sign.extent >= least)
        g_array_append_val (signs, sign);
    }
  g_array_sort (signs, compare_signs);
  return signs;
}

GArray *
ris3_difference_signs_list (Ris3Comparison *comparison, Ris3Boundaries *boundaries, double scale, double pixels)
{
  const Ris3CrowdSize size = { .width = pixels, .height = pixels };
  GArray *signs;
  g_autofree Ris3CrowdSign *crowd = NULL;
  guint n_shown = 0;

  g_return_val_if_fail (comparison != NULL && boundaries != NULL && scale > 0, NULL);
  signs = list_large (comparison, boundaries, pixels / scale);
  crowd = g_new0 (Ris3CrowdSign, signs->len);
  for (guint i = 0; i < signs->len; i++)
    {
      crowd[i].place = g_array_index (signs, Ris3DifferenceSign, i).place;
      crowd[i].count = 1;
    }
  ris3_crowd_gather (crowd, signs->len, scale, &size);
  for (guint i = 0; i < signs->len; i++)
    if (crowd[i].sum > 0)
      g_array_index (signs, Ris3DifferenceSign, n_shown++) = g_array_index (signs, Ris3DifferenceSign, i);
  g_array_set_size (signs, n_shown);
  return signs;
}
