/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundary-source.h"

G_BEGIN_DECLS

/* What became of a region in another NUTS version. */
typedef enum
{
  RIS3_LINEAGE_SAME,    /* same code, same area, same name */
  RIS3_LINEAGE_RENAMED, /* same code and area, different name */
  RIS3_LINEAGE_RECODED, /* same area, different code, possibly at another level */
  RIS3_LINEAGE_SPLIT,   /* divided among several */
  RIS3_LINEAGE_MERGED,  /* part of a larger one */
} Ris3LineageKind;

typedef struct
{
  const char *from_code;
  const char *to_code;
  Ris3LineageKind kind;
  /* The area of the overlap, divided by the part of each region that the other version covers at all,
   * so that a redrawn coast is not a change. 0 to 1.
   */
  double share_of_from;
  double share_of_to;
} Ris3LineageRow;

/* The lineage table between two NUTS versions, computed once from the boundaries by area
 * overlap (data/boundaries/README.md gives the rules). Rows are sorted by from_code, then by
 * to_code. A split region is listed with the coarsest regions of the other version that lie
 * inside it, so FRF of 2016 leads to FR21, FR41 and FR42 of 2013. A region merged with others of
 * its level is listed with the larger one and with the coarsest below that level that lie inside
 * it, so FRB leads to FR2 (merged) and to FR24 (recoded): shares_of_from may add up to 2. Immutable.
 */
typedef struct _Ris3Lineage Ris3Lineage;

/* Reads the table from a boundaries GeoPackage. Errors: RIS3_GEO_ERROR. (transfer full)
 * If from_version equals to_version, the table is empty and not needed: ris3_lineage_lookup()
 * returns no rows.
 */
Ris3Lineage *
ris3_lineage_load (const char *path, guint from_version, guint to_version, GCancellable *cancellable, GError **error);
/* Finds it anew by the overlaps of two versions, or from one to one's own boundaries: with 100,000 areas this takes
 * some seconds. progress: or NULL. Errors: G_IO_ERROR_CANCELLED. (transfer full) */
Ris3Lineage *ris3_lineage_find (Ris3Boundaries *from,
                                Ris3Boundaries *to,
                                Ris3GeoProgress progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);
Ris3Lineage *ris3_lineage_ref (Ris3Lineage *self);
void ris3_lineage_unref (Ris3Lineage *self);

guint ris3_lineage_get_from_version (Ris3Lineage *self);
guint ris3_lineage_get_to_version (Ris3Lineage *self);
/* The rows of one region: a pointer into the table and their number, 0 if it is unknown. */
const Ris3LineageRow *ris3_lineage_lookup (Ris3Lineage *self, const char *from_code, guint *n_rows);

const char *ris3_lineage_kind_to_string (Ris3LineageKind kind);
gboolean ris3_lineage_kind_from_string (const char *text, Ris3LineageKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Lineage, ris3_lineage_unref)

G_END_DECLS
