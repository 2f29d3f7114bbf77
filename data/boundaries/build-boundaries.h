/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-gdal-private.h"
#include "geo/ris3-lineage-compute-private.h"

G_BEGIN_DECLS

/* A region to be written to the GeoPackage. */
typedef struct
{
  char *code;
  char *name;
  char *name_latin;
  char *name_english;
  char *parent;
  guint level;
  gboolean overseas;
  OGRGeometryH geometry; /* its own multipolygon in the source */
  Ris3Point inside;      /* longitude and latitude */
} BuildRegion;

/* What countries.csv and names.csv say, and the names of the newest version. */
typedef struct
{
  GHashTable *countries; /* code -> char ** of the row */
  GHashTable *names;     /* "2013 FR8" -> char ** of the row */
  GHashTable *newest;    /* code -> char ** { name, name_latin } */
} BuildNames;

BuildNames *build_names_read (const char *data_dir, const char *source_dir, GError **error);
void build_names_free (BuildNames *names);
/* Sets the names of a region, whose fields hold those of the source. */
void build_names_apply (const BuildNames *names, guint nuts_version, BuildRegion *region);

/* Opens one of the source's layers of regions; (out) layer belongs to the dataset. */
GDALDatasetH build_source_open (const char *source_dir,
                                guint nuts_version,
                                guint scale,
                                guint level,
                                OGRLayerH *layer,
                                GError **error);

/* All regions of one version at one scale, in tree order; anything unusual is printed. */
GPtrArray *
build_regions_read (const char *source_dir, guint nuts_version, guint scale, const BuildNames *names, GError **error);

/* A table of text: an array of char **, without its head. */
GPtrArray *build_csv_read (const char *path, GError **error);

/* Writes the neighbouring land into a dataset. newest: the newest boundaries; absent: whether an
 * older version lacks this leaf of it.
 */
gboolean build_land_write (GDALDatasetH dataset,
                           const char *source_dir,
                           const BuildNames *names,
                           GPtrArray *newest,
                           const gboolean *absent,
                           OGRSpatialReferenceH srs,
                           GError **error);

/* Reads the countries of Natural Earth: name -> multipolygon, valid and cut at the antimeridian. */
GHashTable *build_world_read (const char *source_dir, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuildNames, build_names_free)

G_END_DECLS
