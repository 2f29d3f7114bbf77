/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* All that an atlas holds on one region, gathered before it is written as text, as JSON or as a sheet. Where strategies
 * lie and how they are classed is what the map shows.
 */
typedef struct
{
  Ris3Classification *classification;
  const Ris3Region *region;
  guint index; /* of the region, in the boundaries of the classification */
  guint nuts_version;
  GPtrArray *ancestors;      /* of const Ris3Region, the country first */
  GPtrArray *places;         /* of Ris3Place: where what is told of it was found */
  GPtrArray *strategies;     /* of Ris3Strategy: its own that the period of the view takes in, oldest first */
  GPtrArray *inherited;      /* without its own: those of its nearest ancestor that has any */
  GPtrArray *deciding;       /* of Ris3Strategy: what its class follows from */
  Ris3Classification *told;  /* the classification, or that of its areas, which speaks of the region */
  guint klass;               /* of the region, in the scheme of told */
  guint n_areas;             /* the areas that it is, holds or lies in; */
  guint *area_counts;        /* and how many of them have each class: ris3_region_count_areas() */
  GPtrArray *participations; /* of Ris3Participation */
  GPtrArray *assessments;    /* of Ris3Assessment */
  GPtrArray *comments;       /* of Ris3Comment */
  GPtrArray *activities;     /* of Ris3Activity */
} Ris3RegionFacts;

/* A region that the strategies know the requested one as: itself, or through the lineage. */
typedef struct
{
  guint nuts_version;
  char *code;
  double share; /* of that region's area that lies in the requested one */
} Ris3Place;

/* classification: of the atlas
 * region: an index in the boundaries of the classification
 * (transfer full)
 */
Ris3RegionFacts *ris3_region_facts_new (Ris3Atlas *atlas, Ris3Classification *classification, guint region);
void ris3_region_facts_free (Ris3RegionFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionFacts, ris3_region_facts_free)

G_END_DECLS
