/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-plane.h"
#include "geo/ris3-region-names.h"
#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* The finest level of boundaries of one's own: 4 is LAU, which had two levels once. */
#define RIS3_BOUNDARIES_MAX_LEVEL 5

#define RIS3_GEO_ERROR (ris3_geo_error_quark ())
GQuark ris3_geo_error_quark (void);

typedef enum
{
  RIS3_GEO_ERROR_OPEN,    /* the file cannot be read, or is not geodata */
  RIS3_GEO_ERROR_MISSING, /* a required layer, field or NUTS version is not in it */
  RIS3_GEO_ERROR_INVALID, /* a value in it is not valid */
  RIS3_GEO_ERROR_WRITE,   /* a file cannot be written */
  RIS3_GEO_ERROR_MODULE,  /* GDAL is needed, and the module that calls it cannot be loaded */
} Ris3GeoError;

/* One region of one NUTS version. Strings belong to the boundaries. */
typedef struct
{
  const char *code;         /* "FRL0" */
  const char *name;         /* local name, in its own script */
  const char *name_latin;   /* the same in Latin script */
  const char *name_english; /* for countries; else NULL */
  const char *name_reader;  /* in the reader's language; NULL without, or before ris3_boundaries_set_names() */
  const char *country;      /* "FR" */
  guint level;              /* 0 to 3; of one's own boundaries also more, 4 being LAU */
  gboolean is_overseas;
  gint parent;      /* index of the containing region, -1 for a country */
  guint first_leaf; /* the finest regions within it (itself, if it has none within): */
  guint n_leaves;   /* leaves first_leaf .. first_leaf + n_leaves - 1 */
  Ris3Box box;
  Ris3Point inside; /* a point inside its largest polygon, far from the edge: for labels and tests */
} Ris3Region;

/* A line between two leaves, or between a leaf and the outside (right = -1). Each is listed once. */
typedef struct
{
  guint32 first_point; /* in ris3_boundaries_get_border_points() */
  guint32 n_points;
  gint32 left;
  gint32 right;
} Ris3Border;

/* The regions of one NUTS version, levels 0 to 3, with the geometry of level 3 ("leaves"):
 * any other region is the union of its leaves, so every level draws from the same arrays.
 * Regions are sorted in tree order (BE, BE1, BE10, BE100, BE2 …), leaves likewise. All coordinates are in
 * one plane; loaded boundaries are in normalised Web Mercator.
 *
 * One's own boundaries (ris3-boundary-source.h) are a tree too, of any levels: a leaf is what has none within it.
 * Immutable: any thread may read it.
 */
typedef struct _Ris3Boundaries Ris3Boundaries;

/* Reads one NUTS version at one scale from a boundaries GeoPackage (data/boundaries/README.md).
 *
 * path: the GeoPackage
 * nuts_version: 2013, 2016 or 2021
 * scale: 3 or 10 (millions: GISCO 1:3M, 1:10M); 0 for the finest in the file
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Boundaries *
ris3_boundaries_load (const char *path, guint nuts_version, guint scale, GCancellable *cancellable, GError **error);

Ris3Boundaries *ris3_boundaries_ref (Ris3Boundaries *self);
void ris3_boundaries_unref (Ris3Boundaries *self);

/* 0 for one's own boundaries. */
guint ris3_boundaries_get_nuts_version (Ris3Boundaries *self);
gboolean ris3_boundaries_is_own (Ris3Boundaries *self);
/* "NUTS 2016", or what one's own boundaries are called. (transfer full) */
char *ris3_boundaries_dup_title (Ris3Boundaries *self);
/* Whom the file of one's own boundaries names as their source; NULL: nobody, or these are not one's own.
 * (transfer none) */
const char *ris3_boundaries_get_attribution (Ris3Boundaries *self);
/* Whether they are those of GISCO, Eurostat's: those that come with the program, and files of one's own that are told
 * by their columns or layers (ris3-boundary-source.h). */
gboolean ris3_boundaries_is_gisco (Ris3Boundaries *self);
guint ris3_boundaries_get_scale (Ris3Boundaries *self);
guint ris3_boundaries_get_n_regions (Ris3Boundaries *self);
const Ris3Region *ris3_boundaries_get_region (Ris3Boundaries *self, guint index);
/* The index of the region with that code, -1 if there is none. */
gint ris3_boundaries_find (Ris3Boundaries *self, const char *code);
/* What the region of a code is called in the reader's language, even if these boundaries lack it; NULL if that is not
 * known. (transfer none) */
const char *ris3_boundaries_lookup_name (Ris3Boundaries *self, const char *code);
/* Whether a region has none within it, and so is a leaf. */
gboolean ris3_boundaries_is_leaf (Ris3Boundaries *self, guint index);
/* The region index of a leaf. */
guint ris3_boundaries_get_leaf_region (Ris3Boundaries *self, guint leaf);
/* One shape a leaf. (transfer none) */
const Ris3Shapes *ris3_boundaries_get_shapes (Ris3Boundaries *self);
/* For a map on which nothing smaller than the tolerance, in the plane, can be told apart: the same shapes, with fewer
 * points if ris3_boundaries_make_details () has found what can be left out. (transfer none) */
const Ris3Shapes *ris3_boundaries_get_shapes_within (Ris3Boundaries *self, double tolerance);
/* Finds it, if there are so many points that a map is drawn faster without some of them. This takes a part of a second.
 * Once at most, and before the boundaries are shared. */
void ris3_boundaries_make_details (Ris3Boundaries *self);
/* The first call looks up or finds the borders, which takes some milliseconds. */
const Ris3Border *ris3_boundaries_get_borders (Ris3Boundaries *self, guint *n_borders);
const Ris3Point *ris3_boundaries_get_border_points (Ris3Boundaries *self);

/* Gives each region its name in the reader's language, the first of the names: its own, or that of a containing region
 * which is but this one. Once at most, and before the boundaries are shared: they are immutable from then on.
 *
 * language: that of the names, of ris3_name_languages
 */
void ris3_boundaries_set_names (Ris3Boundaries *self, Ris3RegionNames *names, const char *language);

/* The name for people: in the reader's language, else English for a country, else the local one in Latin script. */
const char *ris3_region_get_shown_name (const Ris3Region *region);
/* The local name, to stand beside it; NULL where that is the same. */
const char *ris3_region_get_name_beside (const Ris3Region *region);
/* That, and its transcription where the shown name is neither: "Κρήτη · Kriti"; NULL where there is nothing to add.
 * (transfer full)
 */
char *ris3_region_dup_names_beside (const Ris3Region *region);

Ris3Plane *ris3_boundaries_get_plane (Ris3Boundaries *self);
/* The same regions, leaves and lines, under the same indices, in another plane. A leaf with a point that
 * cannot be projected becomes empty, and its neighbours end there; a region without any leaf left has an empty
 * box, and both coordinates of its inside point are NAN. (transfer full)
 */
Ris3Boundaries *ris3_boundaries_project (Ris3Boundaries *self, Ris3Plane *plane);

/* The neighbouring land behind the regions (Natural Earth 1:50M), one shape per country; see
 * data/boundaries/README.md. In normalised Web Mercator, like boundaries. (transfer full)
 */
Ris3Shapes *ris3_land_load (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Boundaries, ris3_boundaries_unref)

G_END_DECLS
