/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-cache-private.h"
#include "geo/ris3-details-private.h"
#include "geo/ris3-shapes-private.h"

G_BEGIN_DECLS

struct _Ris3Boundaries
{
  gatomicrefcount ref_count;
  guint nuts_version;
  guint scale;
  Ris3Plane *plane;       /* NULL: normalised Web Mercator */
  GBytes *strings;        /* memory of the strings of the regions */
  Ris3RegionNames *names; /* memory of their names in the reader's language, or NULL */
  GArray *regions;        /* Ris3Region */
  GArray *leaf_regions;   /* guint */
  GArray *by_code;        /* guint: regions in the order of their codes; NULL where that is the order of the tree */
  char *title;            /* a GRefString, of one's own boundaries; else NULL */
  char *attribution;      /* a GRefString, of one's own boundaries, or NULL */
  gboolean is_gisco;      /* of one's own boundaries */
  Ris3Shapes *shapes;
  Ris3Cache *cache;      /* that may contain the borders, or NULL */
  gsize has_borders;     /* for g_once_init_enter() */
  GBytes *borders;       /* Ris3Border */
  GBytes *border_points; /* Ris3Point */
  Ris3Details *details;  /* or NULL */
};

/* Makes boundaries of their parts and sets leaves and boxes up the tree. In normalised Web Mercator.
 *
 * strings: (transfer full) memory of the strings of the regions
 * regions: (transfer full) array of Ris3Region, sorted by code; first_leaf, n_leaves and box are set here
 * shapes: (transfer full) one shape for each region of level 3, in the order of the regions
 *
 * Errors: RIS3_GEO_ERROR_INVALID if the regions do not form a tree, in tree order.
 */
Ris3Boundaries *ris3_boundaries_new (guint nuts_version,
                                     guint scale,
                                     GBytes *strings,
                                     GArray *regions,
                                     Ris3Shapes *shapes,
                                     GError **error);

/* The same of one's own areas: their order is that of a tree (each follows the one that it lies in, which is of a
 * smaller level) whatever their codes, no two of which are the same; each that has none within it has a shape. Its NUTS
 * version is 0.
 *
 * title: what they are called, such as the name of the file
 */
Ris3Boundaries *
ris3_boundaries_new_own (const char *title, GBytes *strings, GArray *regions, Ris3Shapes *shapes, GError **error);

/* Whose one's own boundaries are; once at most, and before they are shared. attribution: NULL or "": the file does not
 * say. */
void ris3_boundaries_set_source (Ris3Boundaries *self, const char *attribution, gboolean is_gisco);

/* New boundaries with the same records of regions, still without shapes, borders and plane. (transfer full) */
Ris3Boundaries *ris3_boundaries_copy_records (Ris3Boundaries *self);

G_END_DECLS
