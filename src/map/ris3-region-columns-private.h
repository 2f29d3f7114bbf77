/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"

G_BEGIN_DECLS

/* The values that joined columns have for the regions of some boundaries: the part of the region records that has a
 * name of a person's own. */
typedef struct _Ris3RegionColumns Ris3RegionColumns;

/* geodata: must outlive it (transfer full) */
Ris3RegionColumns *_ris3_region_columns_new (Ris3Geodata *geodata);
void _ris3_region_columns_free (Ris3RegionColumns *self);
/* columns: of Ris3JoinedColumn, read once */
void _ris3_region_columns_read (Ris3RegionColumns *self, GListModel *columns);

/* As in ris3-region-records.h. */
gboolean _ris3_region_columns_get (Ris3RegionColumns *self, guint region, const char *column, double *number);
const char *_ris3_region_columns_get_unit (Ris3RegionColumns *self, const char *column);
char *_ris3_region_columns_describe (Ris3RegionColumns *self, const char *column);

G_END_DECLS
