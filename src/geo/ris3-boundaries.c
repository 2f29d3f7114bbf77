/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-borders-private.h"
#include "geo/ris3-boundaries-private.h"

/* The shipped boundaries have fewer. */
#define MANY_POINTS 500000

/* Whether regions that are sorted by code come one in another, with no level left out. */
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

/* The same of one's own boundaries, which may leave out levels. */
static gboolean
is_in_own_order (GArray *regions, guint index)
{
  const Ris3Region *region = &g_array_index (regions, Ris3Region, index);

  if (region->parent < 0)
    return region->parent == -1;
  return (guint) region->parent < index && g_array_index (regions, Ris3Region, region->parent).level < region->level;
}

/* Whether a region has none within it, which would follow it. */
static gboolean
is_leaf (GArray *regions, guint index)
{
  return index + 1 == regions->len
         || g_array_index (regions, Ris3Region, index + 1).level <= g_array_index (regions, Ris3Region, index).level;
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
      gboolean has_shape = self->by_code != NULL ? is_leaf (self->regions, i) : region->level == 3;

      region->box = RIS3_BOX_EMPTY;
      region->n_leaves = 0;

      if (!(self->by_code != NULL ? is_in_own_order (self->regions, i) : is_in_order (self->regions, i)))
        problem = region->code;
      else if (has_shape && leaf >= self->shapes->n_shapes)
        problem = region->code;
      else if (has_shape)
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

  if (self->by_code != NULL)
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                 _ ("The area %s does not fit into the tree of areas. Check its level and the area that it lies in."),
                 problem);
  else
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                 _ ("The region %s of NUTS %u does not fit into the tree of regions"), problem, self->nuts_version);
  return FALSE;
}

static Ris3Boundaries *
boundaries_new (guint nuts_version, guint scale, GBytes *strings, GArray *regions, Ris3Shapes *shapes)
{
  Ris3Boundaries *self = g_new0 (Ris3Boundaries, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->nuts_version = nuts_version;
  self->scale = scale;
  self->strings = strings;
  self->regions = regions;
  self->leaf_regions = g_array_sized_new (FALSE, FALSE, sizeof (guint), shapes->n_shapes);
  self->shapes = shapes;
  return self;
}

Ris3Boundaries *
ris3_boundaries_new (guint nuts_version,
                     guint scale,
                     GBytes *strings,
                     GArray *regions,
                     Ris3Shapes *shapes,
                     GError **error)
{
  g_autoptr (Ris3Boundaries) self = boundaries_new (nuts_version, scale, strings, regions, shapes);

  return sum_up (self, error) ? g_steal_pointer (&self) : NULL;
}

static int
compare_regions (gconstpointer a, gconstpointer b, gpointer regions)
{
  return strcmp (g_array_index ((GArray *) regions, Ris3Region, *(const guint *) a).code,
                 g_array_index ((GArray *) regions, Ris3Region, *(const guint *) b).code);
}

Ris3Boundaries *
ris3_boundaries_new_own (const char *title, GBytes *strings, GArray *regions, Ris3Shapes *shapes, GError **error)
{
  g_autoptr (Ris3Boundaries) self = boundaries_new (0, 0, strings, regions, shapes);

  self->title = g_ref_string_new (title);
  self->by_code = g_array_sized_new (FALSE, FALSE, sizeof (guint), regions->len);
  for (guint i = 0; i < regions->len; i++)
    g_array_append_val (self->by_code, i);
  g_array_sort_with_data (self->by_code, compare_regions, regions);

  return sum_up (self, error) ? g_steal_pointer (&self) : NULL;
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
  if (self->by_code != NULL)
    {
      copy->by_code = g_array_ref (self->by_code);
      copy->title = g_ref_string_acquire (self->title);
      copy->attribution = self->attribution != NULL ? g_ref_string_acquire (self->attribution) : NULL;
      copy->is_gisco = self->is_gisco;
    }
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
  g_clear_pointer (&self->by_code, g_array_unref);
  g_clear_pointer (&self->title, g_ref_string_release);
  g_clear_pointer (&self->attribution, g_ref_string_release);
  g_clear_pointer (&self->shapes, ris3_shapes_unref);
  g_clear_pointer (&self->cache, ris3_cache_unref);
  g_clear_pointer (&self->borders, g_bytes_unref);
  g_clear_pointer (&self->border_points, g_bytes_unref);
  g_clear_pointer (&self->details, ris3_details_free);
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

char *
ris3_boundaries_dup_title (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title != NULL ? g_strdup (self->title) : g_strdup_printf (_ ("NUTS %u"), self->nuts_version);
}

gboolean
ris3_boundaries_is_own (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->by_code != NULL;
}

void
ris3_boundaries_set_source (Ris3Boundaries *self, const char *attribution, gboolean is_gisco)
{
  g_return_if_fail (self != NULL && self->by_code != NULL && self->attribution == NULL);

  if (attribution != NULL && *attribution != '\0')
    self->attribution = g_ref_string_new (attribution);
  self->is_gisco = is_gisco;
}

const char *
ris3_boundaries_get_attribution (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attribution;
}

gboolean
ris3_boundaries_is_gisco (Ris3Boundaries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->by_code == NULL || self->is_gisco;
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

/* Where in the order of codes a region is. */
static guint
get_by_code (Ris3Boundaries *self, guint position)
{
  return self->by_code != NULL ? g_array_index (self->by_code, guint, position) : position;
}

gint
ris3_boundaries_find (Ris3Boundaries *self, const char *code)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (code != NULL, -1);

  for (high = self->regions->len; low < high;)
    {
      guint middle = low + (high - low) / 2;
      guint index = get_by_code (self, middle);
      int order = strcmp (code, g_array_index (self->regions, Ris3Region, index).code);

      if (order == 0)
        return (gint) index;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return -1;
}

gboolean
ris3_boundaries_is_leaf (Ris3Boundaries *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->regions->len, FALSE);

  return is_leaf (self->regions, index);
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

void
ris3_boundaries_make_details (Ris3Boundaries *self)
{
  const Ris3Border *borders;
  guint n_borders;

  g_return_if_fail (self != NULL && self->details == NULL);

  if (self->shapes->n_points < MANY_POINTS)
    return;
  borders = ris3_boundaries_get_borders (self, &n_borders);
  self->details = ris3_details_new (self->shapes, borders, n_borders, ris3_boundaries_get_border_points (self));
}

const Ris3Shapes *
ris3_boundaries_get_shapes_within (Ris3Boundaries *self, double tolerance)
{
  const Ris3Shapes *shapes;

  g_return_val_if_fail (self != NULL, NULL);

  shapes = self->details != NULL ? ris3_details_get (self->details, tolerance) : NULL;
  return shapes != NULL ? shapes : self->shapes;
}
