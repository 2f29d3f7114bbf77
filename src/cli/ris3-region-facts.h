/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-lineage.h"
#include "map/ris3-class-scheme.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* All that an atlas holds on one region, gathered before it is written as text or as JSON. */
typedef struct
{
  const Ris3Indicator *indicator; /* what the classes are of */
  Ris3ClassScheme *scheme;        /* in which they are told */
  const Ris3RegionName *region;
  GPtrArray *ancestors;      /* of const Ris3RegionName, the country first */
  GPtrArray *places;         /* of Ris3Place: where what is told of it was found */
  GPtrArray *lineages;       /* of Ris3Lineage, to the region's version */
  GPtrArray *strategies;     /* of Ris3Strategy: its own, by period */
  GPtrArray *inherited;      /* without its own: those of its nearest ancestor that has any */
  GPtrArray *participations; /* of Ris3Participation */
  GPtrArray *assessments;    /* of Ris3Assessment */
  GPtrArray *comments;       /* of Ris3Comment */
} Ris3RegionFacts;

/* A region that the strategies know the asked one as: itself, or through the lineage. */
typedef struct
{
  guint nuts_version;
  char *code;
  double share; /* of that region's area that lies in the asked one */
} Ris3Place;

/* indicator: what the region and its strategies are classed by
 * boundaries: a GeoPackage with the lineage between NUTS versions, or NULL
 * NULL and an error if the version has no such region. (transfer full)
 */
Ris3RegionFacts *ris3_region_facts_new (Ris3Atlas *atlas,
                                        const Ris3Indicator *indicator,
                                        guint nuts_version,
                                        const char *code,
                                        const char *boundaries,
                                        GError **error);
/* The class of one strategy, and of the region: that of the latest of its own, else of the inherited ones.
 *  */
guint ris3_region_facts_get_strategy_class (const Ris3RegionFacts *self, Ris3Strategy *strategy);
guint ris3_region_facts_get_class (const Ris3RegionFacts *self);
void ris3_region_facts_free (Ris3RegionFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionFacts, ris3_region_facts_free)

G_END_DECLS
