/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

struct _Ris3Classification
{
  gatomicrefcount ref_count;
  Ris3Placement *placement;
  Ris3View *view;
  Ris3LevelRule level_rule;       /* of it, as the boundaries have it */
  const Ris3Indicator *indicator; /* the view's, or the form of it that shows shares */
  Ris3ClassScheme *scheme;
  Ris3FilterResult *result;  /* NULL: nothing is filtered */
  Ris3Classification *other; /* of the indicator that is shown together with this one; NULL: none is */
  Ris3Classification *areas; /* of the same by strategy territory; NULL: it is that itself */

  Ris3Strategy **deciding;         /* per region: its own strategy that counts in the period, not owned */
  GArray *territories;             /* of Ris3Territory */
  GPtrArray *territory_strategies; /* of GPtrArray of Ris3Strategy, not owned */
  guint32 *leaf_territory;
  GHashTable *strategy_regions;      /* of an indicator of regions: where each strategy is */
  GPtrArray *unplaced;               /* of Ris3Strategy, not owned */
  Ris3StrategySummary summary;       /* of those that match */
  Ris3StrategySummary whole_summary; /* of all */

  guint *n_class;      /* territories of each class */
  guint *n_matching;   /* those that match */
  guint *n_strategies; /* strategies of each class that match */
  guint n_inherited;
  guint n_disputed;
};

/* The indicator with the unit that the atlas has for it; its strings are borrowed. */
Ris3Indicator _ris3_classification_get_indicator_with_unit (Ris3Classification *self);

/* The classes of its values; like: the first of two maps, if this is the second, else NULL. (transfer full)
 * (ris3-classification-scheme.c) */
Ris3ClassScheme *_ris3_classification_make_scheme (Ris3Classification *self, Ris3Classification *like);

/* Fills n_strategies, unplaced and both summaries. (ris3-classification-count.c) */
void _ris3_classification_count_strategies (Ris3Classification *self);

/* Fills deciding, territories, territory_strategies and leaf_territory, chooses the indicator's form, and
 * gives each territory its value and the marks of its areas. (ris3-classification-territories.c)
 */
void _ris3_classification_make_territories (Ris3Classification *self);
/* Whether a region of a map of shares would be of another class if its disputes were settled the other way. */
gboolean _ris3_classification_hangs_on_dispute (Ris3Classification *self, const Ris3Territory *territory);

G_END_DECLS
