/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "map/ris3-classification.h"
#include "map/ris3-region-raster.h"
#include "model/ris3-atlas.h"

/* The NUTS versions that come along, 0-terminated. */
extern const guint fixture_nuts_versions[];

/* Readies GTest. The program's arguments are the boundaries GeoPackage and the default atlas. */
void fixture_init (int *argc, char ***argv);
/* Runs the tests and frees what was loaded. */
int fixture_run (void);

/* The real data, each loaded when it is first asked for. (transfer none) */
const char *fixture_get_boundaries_path (void);
const char *fixture_get_atlas_path (void);
Ris3Boundaries *fixture_get_boundaries (guint nuts_version);
Ris3Lineage *fixture_get_lineage (guint to_version); /* from 2016; NULL for 2016 itself */
Ris3Shapes *fixture_get_land (void);
Ris3Atlas *fixture_get_atlas (void);

/* A model of some strategies of the default atlas, by their ids, NULL-terminated. (transfer full) */
GListModel *fixture_pick_strategies (const char *const *ids);

/* All strategies of the default atlas on the boundaries of a version. (transfer full) */
Ris3Classification *
fixture_classify (guint nuts_version, Ris3Indicator indicator, const char *period, Ris3LevelRule level_rule);

/* A view with box in its middle, as large as it fits. */
Ris3View fixture_view_of_box (const Ris3Box *box, guint width, guint height);
Ris3View fixture_view_of_europe (guint width, guint height);
