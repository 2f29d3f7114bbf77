/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-map-inset.h"

#include "geo/ris3-region-apart.h"
#include "map/ris3-extent.h"
#include "map/ris3-overseas.h"

/* How far around a region its neighbours are drawn, times its longer side. */
#define SURROUNDINGS 2

void
ris3_map_inset_free (Ris3MapInset *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_free (self);
}

/* (transfer full) */
static Ris3Plane *
new_plane (Ris3Plane *from, const Ris3Box *box, GError **error)
{
  Ris3Point middle = { (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2 };
  char latitude_text[G_ASCII_DTOSTR_BUF_SIZE], longitude_text[G_ASCII_DTOSTR_BUF_SIZE];
  double longitude = 0, latitude = 0;
  g_autofree char *crs = NULL;

  ris3_plane_unproject (from, middle, &longitude, &latitude);
  g_ascii_formatd (latitude_text, sizeof latitude_text, "%.2f", latitude);
  g_ascii_formatd (longitude_text, sizeof longitude_text, "%.2f", longitude);
  crs = g_strdup_printf ("+proj=laea +lat_0=%s +lon_0=%s +ellps=GRS80 +units=m", latitude_text, longitude_text);
  return ris3_plane_new (crs, error);
}

static Ris3MapInset *
inset_new (Ris3Geodata *geodata, guint region, GError **error)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (geodata);
  Ris3Plane *from = ris3_boundaries_get_plane (boundaries);
  Ris3Box box = ris3_extent_of_islands (boundaries, region);
  double around = SURROUNDINGS * MAX (box.x1 - box.x0, box.y1 - box.y0);
  Ris3Box wide = { box.x0 - around, box.y0 - around, box.x1 + around, box.y1 + around };
  g_autoptr (Ris3Plane) plane = new_plane (from, &box, error);
  g_autoptr (Ris3Shapes) land = NULL;
  Ris3MapInset *self;

  if (plane == NULL)
    return NULL;
  land = ris3_shapes_near (ris3_geodata_get_land (geodata), &wide);
  self = g_new0 (Ris3MapInset, 1);
  self->region = region;
  self->boundaries = ris3_boundaries_project_region (boundaries, region, plane);
  self->land = ris3_shapes_project (land, from, plane);
  self->extent = ris3_extent_of_islands (self->boundaries, region);
  return self;
}

/* Of NUTS: too small to be read on a map of Europe. */
static const char *const small_states[] = { "CY", "LI", "LU", "MT" };

static gboolean
add_inset (GPtrArray *insets, Ris3Geodata *geodata, guint region, GError **error)
{
  Ris3MapInset *inset = inset_new (geodata, region, error);

  if (inset == NULL)
    return FALSE;
  g_ptr_array_add (insets, inset);
  return TRUE;
}

GPtrArray *
ris3_map_insets_new (Ris3Geodata *geodata, gboolean has_outermost, gboolean has_small_states, GError **error)
{
  g_autoptr (GPtrArray) insets = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_map_inset_free);
  g_autoptr (GArray) overseas = NULL;
  Ris3Boundaries *boundaries;

  g_return_val_if_fail (geodata != NULL, NULL);
  boundaries = ris3_geodata_get_boundaries (geodata);
  overseas = ris3_overseas_find (boundaries);
  for (guint i = 0; has_outermost && i < overseas->len; i++)
    {
      guint region = g_array_index (overseas, guint, i);

      if (ris3_overseas_is_outermost (ris3_boundaries_get_region (boundaries, region))
          && !add_inset (insets, geodata, region, error))
        return NULL;
    }
  for (guint i = 0; has_small_states && i < G_N_ELEMENTS (small_states); i++)
    {
      gint region = ris3_boundaries_find (boundaries, small_states[i]);

      if (region >= 0 && !add_inset (insets, geodata, (guint) region, error))
        return NULL;
    }
  return g_steal_pointer (&insets);
}
