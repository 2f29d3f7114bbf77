/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "map/ris3-classification.h"
#include "map/ris3-region-raster.h"
#include "map/ris3-geodata.h"
#include "model/ris3-atlas.h"

/* The NUTS versions that come with the program, 0-terminated. */
extern const guint fixture_nuts_versions[];

/* Prepares GTest. The program's arguments are the boundaries GeoPackage and the default atlas. */
void fixture_init (int *argc, char ***argv);
/* Runs the tests and frees what was loaded. */
int fixture_run (void);

#define FIXTURE_PM ris3_indicator_find ("personalised-medicine")
#define FIXTURE_HEALTH ris3_indicator_find ("health")

/* The real data, each loaded when it is first asked for. (transfer none) */
const char *fixture_get_boundaries_path (void);
const char *fixture_get_atlas_path (void);
Ris3Geodata *fixture_get_geodata (guint nuts_version);
Ris3Boundaries *fixture_get_boundaries (guint nuts_version);
Ris3Shapes *fixture_get_land (void);
Ris3Atlas *fixture_get_atlas (void);

/* A model of some strategies of the default atlas, by their ids, NULL-terminated. (transfer full) */
GListModel *fixture_pick_strategies (const char *const *ids);

/* Strategies on the boundaries of a version, seen as the arguments say. (transfer full) */
Ris3Classification *fixture_classify_strategies (guint nuts_version,
                                                 GListModel *strategies,
                                                 const Ris3Indicator *indicator,
                                                 const char *period,
                                                 Ris3LevelRule level_rule);
/* The same with all strategies of the default atlas. (transfer full) */
Ris3Classification *
fixture_classify (guint nuts_version, const Ris3Indicator *indicator, const char *period, Ris3LevelRule level_rule);
/* The id of a territory's class. */
const char *fixture_class_id (Ris3Classification *classification, const Ris3Territory *territory);

Ris3Frame fixture_frame_of_europe (guint width, guint height);
