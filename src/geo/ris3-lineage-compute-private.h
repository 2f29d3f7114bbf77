/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-boundary-source.h"
#include "geo/ris3-lineage.h"

G_BEGIN_DECLS

typedef struct
{
  guint from;  /* leaf of one version */
  guint to;    /* leaf of the other */
  double area; /* of the part that they share, in km² */
} Ris3Overlap;

/* What the leaves of two versions share, measured in an equal-area plane. */
typedef struct
{
  GArray *pairs;      /* Ris3Overlap, only where there is one */
  GArray *from_areas; /* double, of each leaf, in km² */
  GArray *to_areas;
} Ris3Overlaps;

Ris3Overlaps *ris3_overlaps_new (void);
/* Uses all cores. A pair whose common area is no more than rounding is left out.
 *
 * from, to: in normalised Web Mercator, as they are loaded
 * progress: or NULL; from any thread, one at a time
 *
 * Errors: G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Overlaps *ris3_overlaps_find (const Ris3Shapes *from,
                                  const Ris3Shapes *to,
                                  Ris3GeoProgress progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
/* The same, seen from the other version. */
Ris3Overlaps *ris3_overlaps_reverse (const Ris3Overlaps *overlaps);
void ris3_overlaps_free (Ris3Overlaps *overlaps);

/* Works out what became of each region of from in to; data/boundaries/README.md gives the rules.
 *
 * lost: (optional) array of const char *, to which the codes of regions without successor are added
 *
 * Returns: (transfer full) array of Ris3LineageRow, sorted by from_code and to_code; the strings belong to
 * from and to
 */
GArray *ris3_lineage_compute (Ris3Boundaries *from, Ris3Boundaries *to, const Ris3Overlaps *overlaps, GPtrArray *lost);

/* The letters and digits of a name, without case, accents and signs: older versions have names in capitals
 * or without accents, which does not make them different names. (transfer full)
 */
char *ris3_fold_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Overlaps, ris3_overlaps_free)

G_END_DECLS
