/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What an atlas records of regions beside their strategies: comments, activities and participations, counted for each
 * region of some boundaries, and the values of joined columns. Records of another NUTS version are placed as strategies
 * are. Immutable: any thread may read it.
 */
typedef struct _Ris3RegionRecords Ris3RegionRecords;

typedef struct
{
  guint n_comments;
  guint n_open;     /* of them, that are not decided yet */
  guint n_asked;    /* requests that wait for an answer */
  guint n_overdue;  /* of them, whose day is over */
  guint n_answered; /* requests that do not, whether or not a comment came with the answer */
  guint n_activities;
} Ris3RegionRecord;

typedef enum
{
  RIS3_PART_NONE,
  RIS3_PART_WIDER, /* a region that it lies in takes part */
  RIS3_PART_OWN,   /* it takes part itself, or a region within it does */
} Ris3Part;

/* atlas: its lists are read once; NULL: there are no records
 *
 * What is overdue is so on the day on which this is called. (transfer full) */
Ris3RegionRecords *ris3_region_records_new (Ris3Geodata *geodata, Ris3Atlas *atlas);
Ris3RegionRecords *ris3_region_records_ref (Ris3RegionRecords *self);
void ris3_region_records_unref (Ris3RegionRecords *self);

/* The value of a joined column for a region itself: a number, or of a text its GQuark. FALSE: it has none. A value of
 * another NUTS version counts where the region is the same there, but for its code or name. */
gboolean ris3_region_records_get_value (Ris3RegionRecords *self, guint region, const char *column, double *number);
/* Its unit, "" for none. (transfer none) */
const char *ris3_region_records_get_unit (Ris3RegionRecords *self, const char *column);
/* What values a map of it can show, and whose they are, in sentences, one a line. NULL: there is no such column.
 * (transfer full) */
char *ris3_region_records_describe_column (Ris3RegionRecords *self, const char *column);

/* Those of a region and of all regions within it. */
Ris3RegionRecord ris3_region_records_get (Ris3RegionRecords *self, guint region);
/* The open comments that are counted for any of several regions: their ids (gint64). atlas: that the records were read
 * from. (transfer full) */
GArray *
ris3_region_records_find_open (Ris3RegionRecords *self, Ris3Atlas *atlas, const guint *regions, gsize n_regions);
Ris3Part ris3_region_records_get_part (Ris3RegionRecords *self, guint region, const char *programme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionRecords, ris3_region_records_unref)

G_END_DECLS
