/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <cpl_conv.h>
#include <glib/gstdio.h>
#include <ogr_srs_api.h>

#include "build-boundaries.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-nuts-version.h"
#include "model/ris3-output-file.h"

/* Makes boundaries.gpkg from the unpacked sources; `rebuild` calls it. README.md says what is in it. */

static const guint scales[] = { 3, 10 };

#define N_VERSIONS RIS3_N_NUTS_VERSIONS
#define LINEAGE_SCALE 3

static const struct
{
  const char *name;
  OGRFieldType type;
} region_fields[] = {
  { "code", OFTString },           { "level", OFTInteger },        { "country", OFTString },
  { "parent", OFTString },         { "name", OFTString },          { "name_latin", OFTString },
  { "name_english", OFTString },   { "overseas", OFTInteger },     { "inside_longitude", OFTReal },
  { "inside_latitude", OFTReal },
}, lineage_fields[] = {
  { "from_version", OFTInteger },  { "to_version", OFTInteger },   { "from_code", OFTString },
  { "to_code", OFTString },        { "kind", OFTString },          { "share_of_from", OFTReal },
  { "share_of_to", OFTReal },
};

static gboolean
write_feature (OGRLayerH layer, OGRFeatureH feature, GError **error)
{
  if (OGR_L_CreateFeature (layer, feature) == OGRERR_NONE)
    return TRUE;

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE, "Cannot write into %s: %s", OGR_L_GetName (layer),
               ris3_gdal_message ());
  return FALSE;
}

static void
add_field (OGRLayerH layer, const char *name, OGRFieldType type)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);

  OGR_L_CreateField (layer, field, TRUE);
  OGR_Fld_Destroy (field);
}

static gboolean
write_region (OGRLayerH layer, const BuildRegion *region, GError **error)
{
  g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  g_autofree char *country = g_strndup (region->code, 2);
  int field = 0;

  OGR_F_SetFieldString (feature, field++, region->code);
  OGR_F_SetFieldInteger (feature, field++, (int) region->level);
  OGR_F_SetFieldString (feature, field++, country);
  if (region->parent != NULL)
    OGR_F_SetFieldString (feature, field, region->parent);
  field++;
  OGR_F_SetFieldString (feature, field++, region->name);
  OGR_F_SetFieldString (feature, field++, region->name_latin);
  if (region->name_english != NULL)
    OGR_F_SetFieldString (feature, field, region->name_english);
  field++;
  OGR_F_SetFieldInteger (feature, field++, region->overseas);
  OGR_F_SetFieldDouble (feature, field++, region->inside.x);
  OGR_F_SetFieldDouble (feature, field++, region->inside.y);
  if (region->level == 3)
    OGR_F_SetGeometry (feature, region->geometry);

  return write_feature (layer, feature, error);
}

static gboolean
write_regions (GDALDatasetH dataset,
               GPtrArray *regions,
               guint nuts_version,
               guint scale,
               OGRSpatialReferenceH srs,
               GError **error)
{
  const char *const options[] = { "SPATIAL_INDEX=NO", NULL };
  g_autofree char *name = g_strdup_printf ("nuts_%u_%02um", nuts_version, scale);
  OGRLayerH layer = GDALDatasetCreateLayer (dataset, name, srs, wkbMultiPolygon, (char **) options);
  guint counts[4] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (region_fields); i++)
    add_field (layer, region_fields[i].name, region_fields[i].type);

  GDALDatasetStartTransaction (dataset, FALSE);
  for (guint i = 0; i < regions->len; i++)
    {
      const BuildRegion *region = g_ptr_array_index (regions, i);

      counts[region->level]++;
      if (!write_region (layer, region, error))
        return FALSE;
    }
  GDALDatasetCommitTransaction (dataset);
  g_print ("%s: %u/%u/%u/%u regions\n", name, counts[0], counts[1], counts[2], counts[3]);

  return TRUE;
}

static gboolean
write_lineage (OGRLayerH layer, guint from_version, guint to_version, GArray *rows, GError **error)
{
  guint counts[RIS3_LINEAGE_MERGED + 1] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3LineageRow *row = &g_array_index (rows, Ris3LineageRow, i);
      g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

      counts[row->kind]++;
      OGR_F_SetFieldInteger (feature, 0, (int) from_version);
      OGR_F_SetFieldInteger (feature, 1, (int) to_version);
      OGR_F_SetFieldString (feature, 2, row->from_code);
      OGR_F_SetFieldString (feature, 3, row->to_code);
      OGR_F_SetFieldString (feature, 4, ris3_lineage_kind_to_string (row->kind));
      OGR_F_SetFieldDouble (feature, 5, row->share_of_from);
      OGR_F_SetFieldDouble (feature, 6, row->share_of_to);
      if (!write_feature (layer, feature, error))
        return FALSE;
    }

  g_print ("%u to %u:", from_version, to_version);
  for (guint kind = 0; kind <= RIS3_LINEAGE_MERGED; kind++)
    g_print (" %u %s", counts[kind], ris3_lineage_kind_to_string ((Ris3LineageKind) kind));
  g_print ("\n");

  return TRUE;
}

static gboolean
write_direction (OGRLayerH layer,
                 Ris3Boundaries *from,
                 Ris3Boundaries *to,
                 const Ris3Overlaps *overlaps,
                 GError **error)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autoptr (GArray) rows = ris3_lineage_compute (from, to, overlaps, lost);

  if (!write_lineage (layer, ris3_boundaries_get_nuts_version (from), ris3_boundaries_get_nuts_version (to), rows,
                      error))
    return FALSE;
  if (lost->len > 0)
    {
      g_print ("  no successor:");
      for (guint i = 0; i < lost->len; i++)
        g_print (" %s", (const char *) g_ptr_array_index (lost, i));
      g_print ("\n");
    }

  return TRUE;
}

/* Marks the leaves of to that from does not cover. */
static void
mark_absent (const Ris3Overlaps *overlaps, gboolean *absent)
{
  g_autofree double *covered = g_new0 (double, overlaps->to_areas->len);

  for (guint i = 0; i < overlaps->pairs->len; i++)
    {
      const Ris3Overlap *pair = &g_array_index (overlaps->pairs, Ris3Overlap, i);

      covered[pair->to] += pair->area;
    }
  for (guint leaf = 0; leaf < overlaps->to_areas->len; leaf++)
    if (covered[leaf] < g_array_index (overlaps->to_areas, double, leaf) / 2)
      absent[leaf] = TRUE;
}

/* Compares every two versions; records the leaves of the newest that an older one lacks. */
static gboolean
compare_versions (GDALDatasetH dataset, Ris3Boundaries *const boundaries[N_VERSIONS], gboolean *absent, GError **error)
{
  OGRLayerH layer = GDALDatasetCreateLayer (dataset, "lineage", NULL, wkbNone, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lineage_fields); i++)
    add_field (layer, lineage_fields[i].name, lineage_fields[i].type);

  GDALDatasetStartTransaction (dataset, FALSE);
  for (guint i = 0; i < N_VERSIONS; i++)
    for (guint j = i + 1; j < N_VERSIONS; j++)
      {
        g_autoptr (Ris3Overlaps) reversed = NULL;
        g_autoptr (Ris3Overlaps) overlaps
            = ris3_overlaps_find (ris3_boundaries_get_shapes (boundaries[i]),
                                  ris3_boundaries_get_shapes (boundaries[j]), NULL, NULL, NULL, error);

        if (overlaps == NULL)
          return FALSE;
        reversed = ris3_overlaps_reverse (overlaps);
        if (!write_direction (layer, boundaries[i], boundaries[j], overlaps, error)
            || !write_direction (layer, boundaries[j], boundaries[i], reversed, error))
          return FALSE;
        if (j == N_VERSIONS - 1)
          mark_absent (overlaps, absent);
      }
  GDALDatasetCommitTransaction (dataset);

  return TRUE;
}

static OGRSpatialReferenceH
make_srs (void)
{
  OGRSpatialReferenceH srs = OSRNewSpatialReference (NULL);

  OSRImportFromEPSG (srs, 4326);
  OSRSetAxisMappingStrategy (srs, OAMS_TRADITIONAL_GIS_ORDER);

  return srs;
}

/* Writes the layers of regions. The newest at the finest scale is kept for the land. */
static GPtrArray *
build_layers (GDALDatasetH dataset,
              const char *source_dir,
              const BuildNames *names,
              OGRSpatialReferenceH srs,
              GError **error)
{
  g_autoptr (GPtrArray) newest = NULL;

  for (guint i = 0; i < N_VERSIONS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        g_autoptr (GPtrArray) regions = build_regions_read (source_dir, ris3_nuts_versions[i], scales[j], names, error);

        if (regions == NULL || !write_regions (dataset, regions, ris3_nuts_versions[i], scales[j], srs, error))
          return NULL;
        if (i == N_VERSIONS - 1 && scales[j] == LINEAGE_SCALE)
          newest = g_steal_pointer (&regions);
      }

  return g_steal_pointer (&newest);
}

/* Fills the file at path, which SQLite is to make. */
static gboolean
write_package (const char *data_dir, const char *source_dir, const char *path, GError **error)
{
  const char *const options[] = { "ADD_GPKG_OGR_CONTENTS=NO", NULL };
  g_autoptr (BuildNames) names = build_names_read (data_dir, source_dir, error);
  g_autoptr (GPtrArray) newest = NULL;
  g_autofree gboolean *absent = NULL;
  g_auto (GDALDatasetH) dataset = NULL;
  Ris3Boundaries *boundaries[N_VERSIONS] = { NULL };
  OGRSpatialReferenceH srs;
  gboolean done = FALSE;

  if (names == NULL)
    return FALSE;

  g_unlink (path);
  dataset = GDALCreate (GDALGetDriverByName ("GPKG"), path, 0, 0, 0, GDT_Unknown, (char **) options);
  if (dataset == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE, "Cannot create %s: %s", path, ris3_gdal_message ());
      return FALSE;
    }

  srs = make_srs ();
  newest = build_layers (dataset, source_dir, names, srs, error);
  if (newest != NULL)
    {
      /* The comparison reads what the program will read. */
      GDALFlushCache (dataset);
      done = TRUE;
      for (guint i = 0; i < N_VERSIONS && done; i++)
        done = (boundaries[i] = ris3_gdal_load_boundaries (path, ris3_nuts_versions[i], LINEAGE_SCALE, NULL, error))
               != NULL;
    }
  if (done)
    {
      absent = g_new0 (gboolean, ris3_boundaries_get_shapes (boundaries[N_VERSIONS - 1])->n_shapes);
      done = compare_versions (dataset, boundaries, absent, error)
             && build_land_write (dataset, source_dir, names, newest, absent, srs, error);
    }
  if (done)
    {
      /* Small pages: most regions are small, and the rest of a page is wasted. */
      GDALDatasetExecuteSQL (dataset, "PRAGMA page_size = 1024", NULL, NULL);
      GDALDatasetExecuteSQL (dataset, "VACUUM", NULL, NULL);
    }

  for (guint i = 0; i < N_VERSIONS; i++)
    g_clear_pointer (&boundaries[i], ris3_boundaries_unref);
  OSRDestroySpatialReference (srs);

  return done;
}

/* As everything that the program writes: what was at path stays unless all goes well. */
static gboolean
build (const char *data_dir, const char *source_dir, const char *path, GError **error)
{
  g_autoptr (Ris3OutputFile) file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, error);

  return file != NULL && write_package (data_dir, source_dir, ris3_output_file_get_temporary_path (file), error)
         && ris3_output_file_commit (file, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("Usage: %s DATA-FOLDER SOURCE-FOLDER GEOPACKAGE\n", argv[0]);
      return 2;
    }

  ris3_gdal_init ();
  /* The same sources make the same bytes. */
  CPLSetConfigOption ("OGR_CURRENT_DATE", "2021-01-01T00:00:00.000Z");
  if (!build (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
