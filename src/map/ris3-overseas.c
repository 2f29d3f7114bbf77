/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-overseas.h"

/* Each lies within one such region, and is shown whole. */
#define LEVEL 2

GArray *
ris3_overseas_find (Ris3Boundaries *boundaries)
{
  GArray *found;

  g_return_val_if_fail (boundaries != NULL, NULL);
  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
    {
      guint index = ris3_boundaries_get_leaf_region (boundaries, leaf);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, index);

      if (!region->is_overseas)
        continue;
      while (region->level > LEVEL && region->parent >= 0)
        {
          index = region->parent;
          region = ris3_boundaries_get_region (boundaries, index);
        }
      if (found->len == 0 || g_array_index (found, guint, found->len - 1) != index)
        g_array_append_val (found, index);
    }
  return found;
}

gboolean
ris3_overseas_is_outermost (const Ris3Region *region)
{
  g_return_val_if_fail (region != NULL, FALSE);
  return region->is_overseas
         && (g_str_equal (region->country, "ES") || g_str_equal (region->country, "FR")
             || g_str_equal (region->country, "PT"));
}
