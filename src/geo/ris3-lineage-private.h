/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-lineage.h"

G_BEGIN_DECLS

/* strings: (transfer full) memory of the codes
 * rows: (transfer full) array of Ris3LineageRow, sorted by ris3_lineage_compare_rows()
 */
Ris3Lineage *ris3_lineage_new (guint from_version, guint to_version, GBytes *strings, GArray *rows);

/* By from_code, then by to_code; as a GCompareFunc. */
int ris3_lineage_compare_rows (gconstpointer a, gconstpointer b);

/* All rows. */
const Ris3LineageRow *ris3_lineage_get_rows (Ris3Lineage *self, guint *n_rows);

G_END_DECLS
