/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"

G_BEGIN_DECLS

struct _Ris3Geodata
{
  gatomicrefcount ref_count;
  Ris3Boundaries *boundaries;
  guint names_version; /* whose names its regions have: of one's own, those of their frame */
  Ris3Shapes *land;
  Ris3RegionMask *mask;                        /* NULL unless it was loaded for a screen */
  Ris3Lineage *lineages[RIS3_N_NUTS_VERSIONS]; /* from each version; NULL from that of the boundaries */
};

/* The path of the boundaries that come with the program. Errors: G_FILE_ERROR. (transfer full) */
char *_ris3_geodata_find_file (GError **error);
/* Gives the regions the names in the reader's language that those of a NUTS version have. */
void _ris3_geodata_name_regions (Ris3Geodata *self, guint nuts_version);

G_END_DECLS
