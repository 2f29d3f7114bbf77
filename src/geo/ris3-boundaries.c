/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-borders-private.h"
#include "geo/ris3-boundaries-private.h"

static gboolean
is_in_order (GArray *regions, guint index)
{
  const Ris3Region *region = &g_array_index (regions, Ris3Region, index);

  if (region->level > 3 || (index > 0 && strcmp (region[-1].code, region->code) >= 0))
    return FALSE;
  if (region->level == 0)
    return region->parent == -1;

  return region->parent >= 0 && (guint) region->parent < index
         && g_array_index (regions, Ris3Region, region->parent).level == region->level - 1;
}

/* Adds a leaf to its region and all regions that contain it; FALSE if a leaf of another region comes between. */
static gboolean
add_leaf (GArray *regions, guint index, guint leaf, const Ris3Box *box)
{
  for (gint i = (gint) index; i >= 0;)
    {
      Ris3Region *region = &g_array_index (regions, Ris3Region, i);

      if (region->n_leaves == 0)
        region->first_leaf = leaf;
      if (region->first_leaf + region->n_leaves != leaf)
        return FALSE;
      region->n_leaves++;
      ris3_box_add_box (&region->box, box);
      i = region->parent;
    }

  return TRUE;
}

static gboolean
sum_up (Ris3Boundaries *self, GError **error)
{
  const char *problem = NULL;
  guint i;

  for (i = 0; i < self->regions->len && problem == NULL; i++)
    {
      Ris3Region *region = &g_array_index (self->regions, Ris3Region, i);
      guint leaf = self->leaf_regions->len;

      region->box = RIS3_BOX_EMPTY;
      region->n_leaves = 0;

      if (!is_in_order (self->regions, i))
        problem = region->code;
      else if (region->level == 3 && leaf >= self->shapes->n_shapes)
        problem = region->code;
      else if (region->level == 3)
        {
          if (!add_leaf (self->regions, i, leaf, &self->shapes->shape_boxes[leaf]))
            problem = region->code;
          g_array_append_val (self->leaf_regions, i);
        }
    }

  for (i = 0; i < self->regions->len && problem == NULL; i++)
    if (g_array_index (self->regions, Ris3Region, i).n_leaves == 0)
      problem = g_array_index (self->regions, Ris3Region, i).code;

  if (problem == NULL)
    return TRUE;

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("The region %s of NUTS %u does not fit into the tree of regions"), problem, self->nuts_version);
  return FALSE;
}

Ris3Boundaries *
ris3_boundaries_new (guint nuts_version,
                     guint scale,
                     GBytes *strings,
                     GArray *regions,
                     Ris3Shapes *shapes,
                     GError **error)
{
  g_autoptr (Ris3Boundaries) self = g_new0 (Ris3Boundaries, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->nuts_version = nuts_version;
  self->scale = scale;
  self->strings = strings;
  self->regions = regions;
  self->leaf_regions = g_array_sized_new (FALSE, FALSE, sizeof (guint), shapes->n_shapes);
  self->shapes = shapes;

  if (!sum_up (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

Ris3Boundaries *
ris3_boundaries_copy_records (Ris3Boundaries *self)
{
  Ris3Boundaries *copy = g_new0 (Ris3Boundaries, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->nuts_version = self->nuts_version;
  copy->scale = self->scale;
  copy->strings = g_bytes_ref (self->strings);
  if (self->names != NULL)
    copy->names = ris3_region_names_ref (self->names);
  copy->regions = g_array_copy (self->regions);
  copy->leaf_regions = g_array_ref (self->leaf_regions);
  return copy;
}

Ris3Boundaries *
ris3_boundaries_ref (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ris3_boundaries_unref (Ris3Boundaries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->leaf_regions, g_array_unref);
  g_clear_pointer (&self->shapes, ris3_shapes_unref);
  g_clear_pointer (&self->cache, ris3_cache_unref);
  g_clear_pointer (&self->borders, g_bytes_unref);
  g_clear_pointer (&self->border_points, g_bytes_unref);
  g_clear_pointer (&self->strings, g_bytes_unref);
  g_clear_pointer (&self->names, ris3_region_names_unref);
  g_clear_pointer (&self->plane, ris3_plane_unref);
  g_free (self);
}

guint
ris3_boundaries_get_nuts_version (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nuts_version;
}

guint
ris3_boundaries_get_scale (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scale;
}

guint
ris3_boundaries_get_n_regions (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->regions->len;
}

const Ris3Region *
ris3_boundaries_get_region (Ris3Boundaries *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->regions->len, NULL);

  return &g_array_index (self->regions, Ris3Region, index);
}

static int
compare_code (gconstpointer code, gconstpointer region)
{
  return strcmp (code, ((const Ris3Region *) region)->code);
}

gint
ris3_boundaries_find (Ris3Boundaries *self, const char *code)
{
  const Ris3Region *regions, *found;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (code != NULL, -1);

  regions = (const Ris3Region *) (gpointer) self->regions->data;
  if (self->regions->len == 0)
    return -1;
  found = bsearch (code, regions, self->regions->len, sizeof *regions, compare_code);

  return found != NULL ? (gint) (found - regions) : -1;
}

guint
ris3_boundaries_get_leaf_region (Ris3Boundaries *self, guint leaf)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (leaf < self->leaf_regions->len, 0);

  return g_array_index (self->leaf_regions, guint, leaf);
}

const Ris3Shapes *
ris3_boundaries_get_shapes (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shapes;
}

Ris3Plane *
ris3_boundaries_get_plane (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plane != NULL ? self->plane : ris3_plane_get_mercator ();
}

/* Lines are needed to outline a region, and not to draw the map: they are looked up, or found, when they are first
 * asked for.
 */
static void
ensure_borders (Ris3Boundaries *self)
{
  GArray *borders, *points;

  if (!g_once_init_enter (&self->has_borders))
    return;
  if (self->cache == NULL
      || !ris3_cache_load_borders (self->cache, self->nuts_version, self->scale, self->shapes->n_shapes, &self->borders,
                                   &self->border_points))
    {
      ris3_borders_find (self->shapes, &borders, &points);
      self->borders = ris3_array_free_to_bytes (borders);
      self->border_points = ris3_array_free_to_bytes (points);
    }
  g_clear_pointer (&self->cache, ris3_cache_unref);
  g_once_init_leave (&self->has_borders, 1);
}

const Ris3Border *
ris3_boundaries_get_borders (Ris3Boundaries *self, guint *n_borders)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_borders != NULL, NULL);

  ensure_borders (self);
  *n_borders = (guint) (g_bytes_get_size (self->borders) / sizeof (Ris3Border));

  return g_bytes_get_data (self->borders, NULL);
}

const Ris3Point *
ris3_boundaries_get_border_points (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_borders (self);

  return g_bytes_get_data (self->border_points, NULL);
}
