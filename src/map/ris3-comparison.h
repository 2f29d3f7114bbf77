/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

/* What became of a region from one map to another. */
typedef enum
{
  RIS3_DIFFERENCE_NEW,        /* found only on the second */
  RIS3_DIFFERENCE_KEPT,       /* found on both */
  RIS3_DIFFERENCE_DROPPED,    /* found only on the first */
  RIS3_DIFFERENCE_NEITHER,    /* found on none */
  RIS3_DIFFERENCE_FIRST_ONLY, /* known only on the first: it cannot be compared */
  RIS3_DIFFERENCE_SECOND_ONLY,
  RIS3_N_DIFFERENCES,
} Ris3Difference;

typedef struct
{
  guint region; /* in the boundaries */
  Ris3Difference difference;
} Ris3ComparedRegion;

/* Two maps of the same boundaries, such as of two periods or of two themes, compared region by region: what the
 * headline counts as found, by the strategies that regions have themselves (not those of wider or finer ones, whatever
 * the level of the map), or by the values of areas where an indicator is about these. Only what is known on both maps
 * is in the base. Of filtered maps, regions are compared in which the filter leaves something on one of the two: what
 * it leaves out on the other is known all the same. Immutable. */
typedef struct _Ris3Comparison Ris3Comparison;

/* Both classifications are of one placement, or of the same boundaries. (transfer full) */
Ris3Comparison *ris3_comparison_new (Ris3Classification *first, Ris3Classification *second);
void ris3_comparison_free (Ris3Comparison *self);

guint ris3_comparison_count (Ris3Comparison *self, Ris3Difference difference);
/* Regions that are known on both maps. */
guint ris3_comparison_count_base (Ris3Comparison *self);
/* All that are known on one of the maps, in the order of the boundaries: Ris3ComparedRegion. (transfer none) */
GArray *ris3_comparison_get_regions (Ris3Comparison *self);
/* What sets one of two maps apart from the other, in words: its period, its indicator, or both. (transfer full) */
char *ris3_comparison_dup_side_title (Ris3Classification *side, Ris3Classification *other);
/* Whether one legend explains both maps: their classes have the same names and colours, and their circles the same
 * size.
 */
gboolean ris3_comparison_shares_classes (Ris3Classification *first, Ris3Classification *second);
/* "new", for files; "New", in the language of the locale. (transfer none) */
const char *ris3_difference_get_id (Ris3Difference difference);
const char *ris3_difference_get_title (Ris3Difference difference);
/* The counts in words, with their base, and what cannot be compared; or that base and what is not in it alone.
 * (transfer full) */
char *ris3_comparison_describe (Ris3Comparison *self);
char *ris3_comparison_describe_base (Ris3Comparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Comparison, ris3_comparison_free)

G_END_DECLS
