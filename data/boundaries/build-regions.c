/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "geo/ris3-inside-private.h"

#include "build-boundaries.h"

#define EARTH_RADIUS_KM 6371.0072
#define RADIANS (G_PI / 180.0)

static void
build_region_free (gpointer data)
{
  BuildRegion *region = data;

  g_free (region->code);
  g_free (region->name);
  g_free (region->name_latin);
  g_free (region->name_english);
  g_free (region->parent);
  g_clear_pointer (&region->geometry, OGR_G_DestroyGeometry);
  g_free (region);
}

GDALDatasetH
build_source_open (const char *source_dir,
                   guint nuts_version,
                   guint scale,
                   guint level,
                   OGRLayerH *layer,
                   GError **error)
{
  g_autofree char *name = g_strdup_printf ("NUTS_RG_%02uM_%u_4326_LEVL_%u.json", scale, nuts_version, level);
  g_autofree char *path = g_build_filename (source_dir, name, NULL);
  GDALDatasetH dataset = ris3_gdal_open (path, "TopoJSON", NULL, error);

  if (dataset != NULL)
    *layer = GDALDatasetGetLayer (dataset, 0);

  return dataset;
}

/* A ring without the duplicate points that rounding has left in the source. */
static OGRGeometryH
copy_ring (OGRGeometryH ring)
{
  OGRGeometryH copy = OGR_G_CreateGeometry (wkbLinearRing);

  for (int i = 0; i < OGR_G_GetPointCount (ring); i++)
    {
      int last = OGR_G_GetPointCount (copy) - 1;
      double x = OGR_G_GetX (ring, i), y = OGR_G_GetY (ring, i);

      if (last < 0 || OGR_G_GetX (copy, last) != x || OGR_G_GetY (copy, last) != y)
        OGR_G_AddPoint_2D (copy, x, y);
    }
  OGR_G_CloseRings (copy);

  return copy;
}

static OGRGeometryH
copy_polygons (OGRGeometryH geometry)
{
  OGRGeometryH copy = OGR_G_ForceToMultiPolygon (OGR_G_Clone (geometry));
  OGRGeometryH result = OGR_G_CreateGeometry (wkbMultiPolygon);

  for (int i = 0; i < OGR_G_GetGeometryCount (copy); i++)
    {
      OGRGeometryH polygon = OGR_G_GetGeometryRef (copy, i);
      OGRGeometryH clean = OGR_G_CreateGeometry (wkbPolygon);

      for (int j = 0; j < OGR_G_GetGeometryCount (polygon); j++)
        OGR_G_AddGeometryDirectly (clean, copy_ring (OGR_G_GetGeometryRef (polygon, j)));
      OGR_G_AddGeometryDirectly (result, clean);
    }
  OGR_G_DestroyGeometry (copy);

  return result;
}

static double
ring_area (OGRGeometryH ring)
{
  double sum = 0;

  for (int i = 1; i < OGR_G_GetPointCount (ring); i++)
    sum += (OGR_G_GetX (ring, i) - OGR_G_GetX (ring, i - 1)) * RADIANS
           * (sin (OGR_G_GetY (ring, i) * RADIANS) + sin (OGR_G_GetY (ring, i - 1) * RADIANS)) / 2;

  return fabs (sum) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
}

static double
multipolygon_area (OGRGeometryH geometry)
{
  double sum = 0;

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH polygon = OGR_G_GetGeometryRef (geometry, i);

      for (int j = 0; j < OGR_G_GetGeometryCount (polygon); j++)
        sum += ring_area (OGR_G_GetGeometryRef (polygon, j)) * (j == 0 ? 1 : -1);
    }

  return sum;
}

static char *
get_text (OGRFeatureH feature, const char *field)
{
  int index = OGR_F_GetFieldIndex (feature, field);
  char *text = g_strdup (index >= 0 ? OGR_F_GetFieldAsString (feature, index) : "");

  return g_strstrip (text);
}

static gboolean
is_known_country (const BuildNames *names, const char *code)
{
  g_autofree char *country = g_strndup (code, 2);

  return g_hash_table_contains (names->countries, country);
}

static gboolean
read_level (GPtrArray *regions,
            const char *source_dir,
            guint nuts_version,
            guint scale,
            guint level,
            const BuildNames *names,
            GError **error)
{
  OGRLayerH layer;
  g_auto (GDALDatasetH) dataset = build_source_open (source_dir, nuts_version, scale, level, &layer, error);

  if (dataset == NULL)
    return FALSE;

  for (;;)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
      g_autofree char *overseas = NULL;
      BuildRegion *region;

      if (feature == NULL)
        return TRUE;

      region = g_new0 (BuildRegion, 1);
      g_ptr_array_add (regions, region);
      overseas = get_text (feature, "isOversea");
      region->code = get_text (feature, "NUTS_ID");
      region->name = get_text (feature, "NUTS_NAME");
      region->name_latin = get_text (feature, "NAME_LATN");
      region->level = level;
      region->overseas = strcmp (overseas, "1") == 0 || strcmp (overseas, "true") == 0;
      build_names_apply (names, nuts_version, region);

      if (OGR_F_GetGeometryRef (feature) != NULL)
        region->geometry = copy_polygons (OGR_F_GetGeometryRef (feature));
      if (region->geometry == NULL || strlen (region->code) != 2 + level || *region->name == '\0'
          || *region->name_latin == '\0' || !is_known_country (names, region->code))
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "NUTS %u, level %u: the region “%s” is not whole",
                       nuts_version, level, region->code);
          return FALSE;
        }
    }
}

static int
compare_regions (gconstpointer a, gconstpointer b)
{
  const BuildRegion *region_a = *(BuildRegion *const *) a;
  const BuildRegion *region_b = *(BuildRegion *const *) b;

  return strcmp (region_a->code, region_b->code);
}

/* A region lies in the last one of the level above that comes before it. Its code is mostly that of
 * the parent with one more sign; but the ten and more districts of Northern Ireland (UKN06 to UKN16
 * of 2016) overflow into the parent's place, so the code may differ there.
 */
static gboolean
set_parents (GPtrArray *regions, guint nuts_version, GError **error)
{
  const BuildRegion *last[4] = { NULL };

  for (guint i = 0; i < regions->len; i++)
    {
      BuildRegion *region = g_ptr_array_index (regions, i);
      const BuildRegion *parent = region->level > 0 ? last[region->level - 1] : NULL;

      last[region->level] = region;
      if (region->level == 0)
        continue;
      if (parent == NULL || strncmp (parent->code, region->code, MAX (2, region->level)) != 0)
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "NUTS %u: the region %s has no parent",
                       nuts_version, region->code);
          return FALSE;
        }
      region->parent = g_strdup (parent->code);
      if (!g_str_has_prefix (region->code, parent->code))
        g_print ("NUTS %u: %s lies in %s\n", nuts_version, region->code, parent->code);
    }

  return TRUE;
}

/* The union of the leaves from position index on that lie in this region. */
static OGRGeometryH
unite_leaves (GPtrArray *regions, guint index, double *area)
{
  const BuildRegion *region = g_ptr_array_index (regions, index);
  g_auto (OGRGeometryH) all = OGR_G_CreateGeometry (wkbMultiPolygon);

  *area = 0;
  for (guint i = index; i < regions->len; i++)
    {
      const BuildRegion *leaf = g_ptr_array_index (regions, i);
      g_auto (OGRGeometryH) valid = NULL;

      if (i > index && leaf->level <= region->level)
        break;
      if (leaf->level != 3)
        continue;
      *area += multipolygon_area (leaf->geometry);
      valid = OGR_G_ForceToMultiPolygon (OGR_G_MakeValid (leaf->geometry));
      for (int j = 0; j < OGR_G_GetGeometryCount (valid); j++)
        OGR_G_AddGeometry (all, OGR_G_GetGeometryRef (valid, j));
    }

  return OGR_G_UnionCascaded (all);
}

static double
round_degrees (double degrees)
{
  return round (degrees * 1e5) / 1e5;
}

static void
set_inside (GPtrArray *regions, guint index, guint nuts_version, guint scale)
{
  BuildRegion *region = g_ptr_array_index (regions, index);
  g_autoptr (Ris3ShapesBuilder) builder = ris3_shapes_builder_new ();
  g_autoptr (Ris3Shapes) shapes = NULL;
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  double leaves_area;
  g_auto (OGRGeometryH) area = unite_leaves (regions, index, &leaves_area);
  double own_area = multipolygon_area (region->geometry);
  Ris3Point inside;

  if (fabs (leaves_area / own_area - 1) > 0.01)
    g_print ("NUTS %u, 1:%u million, %s: %.1f km², but its regions of level 3 have %.1f km² (%+.1f %%)\n", nuts_version,
             scale, region->code, own_area, leaves_area, 100 * (leaves_area / own_area - 1));

  ris3_shapes_builder_begin_shape (builder);
  ris3_gdal_add_rings (area, builder, scratch);
  shapes = ris3_shapes_builder_end (g_steal_pointer (&builder));
  inside = ris3_inside_point (shapes, 0);
  region->inside.x = round_degrees (ris3_mercator_longitude (inside.x));
  region->inside.y = round_degrees (ris3_mercator_latitude (inside.y));
}

GPtrArray *
build_regions_read (const char *source_dir, guint nuts_version, guint scale, const BuildNames *names, GError **error)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (build_region_free);

  for (guint level = 0; level < 4; level++)
    if (!read_level (regions, source_dir, nuts_version, scale, level, names, error))
      return NULL;

  g_ptr_array_sort (regions, compare_regions);
  if (!set_parents (regions, nuts_version, error))
    return NULL;
  for (guint i = 0; i < regions->len; i++)
    set_inside (regions, i, nuts_version, scale);

  return g_steal_pointer (&regions);
}
