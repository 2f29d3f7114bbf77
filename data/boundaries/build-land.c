/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "build-boundaries.h"

/* How far neighbours reach under the regions, so that no sea shows between two drawings of a border. */
#define REACH_DEGREES 0.15
/* Anything farther than this from all regions is separate land, such as Saba. */
#define FAR_DEGREES 0.25

typedef struct
{
  OGRLayerH layer;
  GPtrArray *newest;  /* BuildRegion */
  OGRGeometryH under; /* Natural Earth's idea of the land that the regions cover */
  GError **error;
} Land;

static gboolean
is_far (OGRGeometryH polygon, GPtrArray *regions)
{
  OGREnvelope a;

  OGR_G_GetEnvelope (polygon, &a);
  for (guint i = 0; i < regions->len; i++)
    {
      const BuildRegion *region = g_ptr_array_index (regions, i);
      OGREnvelope b;

      if (region->level != 3)
        continue;
      OGR_G_GetEnvelope (region->geometry, &b);
      if (b.MinX - FAR_DEGREES < a.MaxX && a.MinX - FAR_DEGREES < b.MaxX && b.MinY - FAR_DEGREES < a.MaxY
          && a.MinY - FAR_DEGREES < b.MaxY && OGR_G_Distance (polygon, region->geometry) < FAR_DEGREES)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_country (Land *self, const char *name, OGRGeometryH geometry)
{
  g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (self->layer));

  OGR_F_SetFieldString (feature, 0, name);
  OGR_F_SetGeometryDirectly (feature, OGR_G_ForceToMultiPolygon (OGR_G_Clone (geometry)));
  if (OGR_L_CreateFeature (self->layer, feature) == OGRERR_NONE)
    return TRUE;

  g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE, "Cannot write %s: %s", name, ris3_gdal_message ());
  return FALSE;
}

/* A neighbour and the strip of the regions' land next to it. */
static OGRGeometryH
grow (const Land *self, OGRGeometryH geometry)
{
  g_auto (OGRGeometryH) result = OGR_G_Clone (geometry);

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH polygon = OGR_G_GetGeometryRef (geometry, i);
      g_auto (OGRGeometryH) reach = NULL;
      g_auto (OGRGeometryH) strip = NULL;
      OGRGeometryH grown;

      if (OGR_G_Distance (polygon, self->under) > 0)
        continue;
      reach = OGR_G_Buffer (polygon, REACH_DEGREES, 4);
      strip = OGR_G_Intersection (reach, self->under);
      grown = OGR_G_Union (result, strip);
      g_clear_pointer (&result, OGR_G_DestroyGeometry);
      result = grown;
    }

  return g_steal_pointer (&result);
}

/* Sorts Natural Earth's shapes of the regions' countries: near a region they are left out, as the regions
 * themselves are drawn there; those far from all regions are written.
 */
static gboolean
part_countries (Land *self, GHashTable *world, const BuildNames *names)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (names->countries), (GCompareFunc) strcmp);
  g_auto (OGRGeometryH) under = OGR_G_CreateGeometry (wkbMultiPolygon);

  for (GList *code = codes; code != NULL; code = code->next)
    {
      char **row = g_hash_table_lookup (names->countries, code->data);
      g_auto (GStrv) world_names = g_strsplit (row[4], ";", -1);
      g_auto (OGRGeometryH) far = OGR_G_CreateGeometry (wkbMultiPolygon);

      for (guint i = 0; world_names[i] != NULL; i++)
        {
          OGRGeometryH geometry = g_hash_table_lookup (world, world_names[i]);

          if (geometry == NULL)
            {
              g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, "Natural Earth has no country “%s”",
                           world_names[i]);
              return FALSE;
            }
          for (int j = 0; j < OGR_G_GetGeometryCount (geometry); j++)
            {
              OGRGeometryH polygon = OGR_G_GetGeometryRef (geometry, j);

              OGR_G_AddGeometry (is_far (polygon, self->newest) ? far : under, polygon);
            }
          g_hash_table_remove (world, world_names[i]);
        }
      if (OGR_G_GetGeometryCount (far) > 0 && !write_country (self, row[3], far))
        return FALSE;
    }

  self->under = OGR_G_UnionCascaded (under);
  return TRUE;
}

/* The strip of other regions next to such land, to which the older version's borders may fall short. */
static OGRGeometryH
make_strip (const Land *self, OGRGeometryH land, const gboolean *absent)
{
  g_auto (OGRGeometryH) reach = OGR_G_Buffer (land, REACH_DEGREES, 4);
  g_auto (OGRGeometryH) all = OGR_G_CreateGeometry (wkbMultiPolygon);
  g_auto (OGRGeometryH) united = NULL;
  guint leaf = 0;

  for (guint i = 0; i < self->newest->len; i++)
    {
      const BuildRegion *region = g_ptr_array_index (self->newest, i);

      if (region->level != 3 || absent[leaf++] || !OGR_G_Intersects (region->geometry, reach))
        continue;
      for (int j = 0; j < OGR_G_GetGeometryCount (region->geometry); j++)
        OGR_G_AddGeometry (all, OGR_G_GetGeometryRef (region->geometry, j));
    }
  united = OGR_G_UnionCascaded (all);

  return OGR_G_Intersection (united, reach);
}

/* Regions that an older version lacks are land there, drawn as the newest version has them. */
static gboolean
write_absent (Land *self, const BuildNames *names, const gboolean *absent)
{
  guint leaf = 0;
  guint i = 0;

  while (i < self->newest->len)
    {
      const BuildRegion *country = g_ptr_array_index (self->newest, i);
      g_auto (OGRGeometryH) all = OGR_G_CreateGeometry (wkbMultiPolygon);
      g_auto (OGRGeometryH) united = NULL;
      g_auto (OGRGeometryH) strip = NULL;
      g_auto (OGRGeometryH) grown = NULL;

      for (i++; i < self->newest->len; i++)
        {
          const BuildRegion *region = g_ptr_array_index (self->newest, i);

          if (region->level == 0)
            break;
          if (region->level != 3 || !absent[leaf++])
            continue;
          for (int j = 0; j < OGR_G_GetGeometryCount (region->geometry); j++)
            OGR_G_AddGeometry (all, OGR_G_GetGeometryRef (region->geometry, j));
        }
      if (OGR_G_GetGeometryCount (all) == 0)
        continue;
      united = OGR_G_UnionCascaded (all);
      g_print ("Land for versions without them: regions of %s\n", country->name_english);
      strip = make_strip (self, united, absent);
      grown = OGR_G_Union (united, strip);
      if (!write_country (self, country->name_english, grown))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_land (Land *self, GHashTable *world, const BuildNames *names, const gboolean *absent)
{
  g_autoptr (GList) countries = NULL;

  if (!part_countries (self, world, names) || !write_absent (self, names, absent))
    return FALSE;

  countries = g_list_sort (g_hash_table_get_keys (world), (GCompareFunc) strcmp);
  for (GList *name = countries; name != NULL; name = name->next)
    {
      g_auto (OGRGeometryH) grown = grow (self, g_hash_table_lookup (world, name->data));

      if (!write_country (self, name->data, grown))
        return FALSE;
    }

  return TRUE;
}

gboolean
build_land_write (GDALDatasetH dataset,
                  const char *source_dir,
                  const BuildNames *names,
                  GPtrArray *newest,
                  const gboolean *absent,
                  OGRSpatialReferenceH srs,
                  GError **error)
{
  const char *const options[] = { "SPATIAL_INDEX=NO", NULL };
  Land self = { .newest = newest, .error = error };
  g_autoptr (GHashTable) world = build_world_read (source_dir, error);
  OGRFieldDefnH field;
  gboolean written;

  if (world == NULL)
    return FALSE;

  self.layer = GDALDatasetCreateLayer (dataset, "land", srs, wkbMultiPolygon, (char **) options);
  field = OGR_Fld_Create ("name", OFTString);
  OGR_L_CreateField (self.layer, field, TRUE);
  OGR_Fld_Destroy (field);

  GDALDatasetStartTransaction (dataset, FALSE);
  written = write_land (&self, world, names, absent);
  GDALDatasetCommitTransaction (dataset);
  g_clear_pointer (&self.under, OGR_G_DestroyGeometry);

  return written;
}
