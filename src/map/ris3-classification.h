/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-class-scheme.h"
#include "map/ris3-placement.h"
#include "map/ris3-view.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* One area of the map. */
typedef struct
{
  guint region; /* index in the boundaries */
  Ris3Value value;
  guint klass; /* in the classification's scheme: that of the value, or of the absence */
  Ris3Marks marks;
  gboolean matches;   /* the filter: at least one of its deciding strategies does; TRUE where nothing is filtered */
  gint source_region; /* the region whose strategy decides; of several areas, the region itself; -1 without any */
  guint n_strategies; /* the deciding strategies: ris3_classification_get_strategies() */
  guint n_areas;      /* the areas of the strategies that it is made of; 1 where it is, or lies in, one of them */
} Ris3Territory;

/* What a view shows of a placement: a value and a class for each territory of the map. Headline, legend,
 * map, list, pages and command line all read this one result. Immutable once made: any thread may read it.
 *
 * If a region has several strategies in the period, the latest one counts (the latest period, then the latest
 * year, an unknown year being the earliest, then an analysed one before a pending one, then by id).
 *
 * Strategy territory: from each country downwards, a region is divided into its children when a
 * region within it has a strategy; a region that is not divided is a territory. It shows its own strategy,
 * else that of its nearest ancestor (inherited), else no strategy known.
 *
 * Level 0 to 3: a region shows the area, as strategy territory has it, that it is, holds or lies in
 * (inherited, if that is a wider region's). As soon as one region of the level holds several, no class of
 * theirs would be true of it: then the whole map shows the indicator's form of shares (Ris3Indicator.share),
 * the same kind of class everywhere. A region shows what share of the areas within it the finding is true of,
 * each area counted once, however many regions its strategy covers besides. Areas that are not yet analysed,
 * withheld or without a strategy are not in the base, and where that leaves nothing the region shows why. It
 * is disputed if it would be of another class were the disputes about its areas settled the other way. (An indicator
 * without such a form is aggregated over the areas.)
 */
typedef struct _Ris3Classification Ris3Classification;

#define RIS3_TYPE_CLASSIFICATION (ris3_classification_get_type ())
GType ris3_classification_get_type (void) G_GNUC_CONST;

/* view: its NUTS version is up to the caller and not used here: what is classified lies on the
 *   placement's boundaries
 * (transfer full)
 */
Ris3Classification *ris3_classification_new (Ris3Placement *placement, Ris3View *view);
/* The same where a filter is applied: each territory has the value and the class that it has without it, and says
 * whether it matches; strategies are counted only if they match.
 *
 * result: of the view's filter and period; NULL: nothing is filtered
 */
Ris3Classification *
ris3_classification_new_filtered (Ris3Placement *placement, Ris3View *view, Ris3FilterResult *result);
/* The second of two maps that are compared, of the placement of the first. If both show the same indicator, the classes
 * of the first are those of both, so that one colour means one thing; the outer ones are open to what is less or more
 * there. Else, or where a text is in none of them, it has its own. (transfer full) */
Ris3Classification *
ris3_classification_new_second (Ris3Classification *first, Ris3View *view, Ris3FilterResult *result);
/* What was applied; NULL: nothing is filtered. (transfer none) */
Ris3FilterResult *ris3_classification_get_result (Ris3Classification *self);
/* Whether a strategy matches what was applied. */
gboolean ris3_classification_matches (Ris3Classification *self, Ris3Strategy *strategy);
Ris3Classification *ris3_classification_ref (Ris3Classification *self);
void ris3_classification_unref (Ris3Classification *self);

Ris3Placement *ris3_classification_get_placement (Ris3Classification *self);
Ris3Boundaries *ris3_classification_get_boundaries (Ris3Classification *self);
Ris3View *ris3_classification_get_view (Ris3Classification *self);
Ris3ClassScheme *ris3_classification_get_scheme (Ris3Classification *self);
/* What is shown: the view's indicator, or its form of shares. */
const Ris3Indicator *ris3_classification_get_indicator (Ris3Classification *self);
/* Whether its values are circles upon one fill: ris3-symbols.h. */
gboolean ris3_classification_shows_symbols (Ris3Classification *self);
gboolean ris3_classification_shows_shares (Ris3Classification *self);
/* The same view by strategy territory, in the indicator's own classes: what shares are shares of, and what is
 * told of each area whatever the level. By strategy territory it is the classification itself. (transfer none)
 */
Ris3Classification *ris3_classification_get_areas (Ris3Classification *self);
/* Of a view of two indicators: the same territories by the second one; NULL: there is but one. The class of a territory
 * is then that of the pair, and its value that of the first. (transfer none) */
Ris3Classification *ris3_classification_get_other (Ris3Classification *self);
/* What is shown, in words: the title of the indicator, or of both. (transfer full) */
char *ris3_classification_dup_title (Ris3Classification *self);
/* What is to be said of where numbers are from and how the classes are made, one sentence a line; NULL: nothing.
 * (transfer full) */
char *ris3_classification_get_note (Ris3Classification *self);
/* The two axes of a view of two indicators, in a sentence, with how each is divided; NULL: there is but one indicator.
 * (transfer full) */
char *ris3_classification_describe_axes (Ris3Classification *self);
/* Shortcuts to the view. */
const char *ris3_classification_get_period (Ris3Classification *self); /* NULL: latest */
/* … in boundaries that lack the level: the finest that they have. */
Ris3LevelRule ris3_classification_get_level_rule (Ris3Classification *self);

guint ris3_classification_get_n_territories (Ris3Classification *self);
const Ris3Territory *ris3_classification_get_territory (Ris3Classification *self, guint index);
/* The territory that a leaf, or a region, lies in. A region divided into several territories: -1. */
guint ris3_classification_get_leaf_territory (Ris3Classification *self, guint leaf);
gint ris3_classification_find_territory (Ris3Classification *self, guint region);
/* The territory that speaks of a region, and the classification that it is one of: this one, but that of the
 * areas for what lies deeper in a region of several, as their share or sum says nothing of one part. (transfer none)
 *
 * territory: (out) an index in the result; -1 where the region is divided there too
 */
Ris3Classification *ris3_classification_find_told (Ris3Classification *self, guint region, gint *territory);
/* What a territory shows, in words: its class, or its share with the base: "9 of 14 areas (64 %); of 2 more it is
 * not known". (transfer full)
 */
char *ris3_classification_describe (Ris3Classification *self, guint index);
/* The strategies that decide a territory's value, n_strategies of them. (transfer none) */
Ris3Strategy *const *ris3_classification_get_strategies (Ris3Classification *self, guint index);

/* The strategy that counts for a region by itself, divided or not: its own in the period, else that of its nearest
 * ancestor with one; NULL without any. (transfer none)
 *
 * source_region: (out) (optional) the region whose it is; -1 without any
 */
Ris3Strategy *ris3_classification_find_strategy (Ris3Classification *self, guint region, gint *source_region);

/* The number of territories of a class; and, over all classes, of those that are inherited or disputed and match the
 * filter. */
guint ris3_classification_count_class (Ris3Classification *self, guint klass);
/* Those of a class that match the filter. */
guint ris3_classification_count_matching (Ris3Classification *self, guint klass);
guint ris3_classification_count_inherited (Ris3Classification *self);
guint ris3_classification_count_disputed (Ris3Classification *self);
/* The numbers that are classed, one a territory, in ascending order. (transfer full): of double */
GArray *ris3_classification_list_values (Ris3Classification *self);
/* What is to be said of the classes, one sentence a line: why they are not those that were asked for, and which of
 * those on the map look alike in light style; NULL: nothing. (transfer full) */
char *ris3_classification_get_warning (Ris3Classification *self);
/* How many pairs of classes of values on the map look alike on a print without colours. */
guint ris3_classification_count_alike_in_grey (Ris3Classification *self);
/* Whether a legend lists the class: an absence only if something is absent for that reason. */
gboolean ris3_classification_lists_class (Ris3Classification *self, guint klass);

/* The number of strategies that the headline counts: those of the period, or the latest of each region,
 * including those that cannot be placed, and of these those that match the filter; and how many of them are of a class.
 */
const Ris3StrategySummary *ris3_classification_get_summary (Ris3Classification *self);
/* The same of all of them, whether they match or not. */
const Ris3StrategySummary *ris3_classification_get_whole_summary (Ris3Classification *self);
guint ris3_classification_count_strategies (Ris3Classification *self, guint klass);
/* Those of them that cannot be placed in the boundaries' version. (transfer none) */
Ris3Strategy *const *ris3_classification_get_unplaced (Ris3Classification *self, guint *n_unplaced);

/* The class that one strategy has by itself. */
guint ris3_classification_get_strategy_class (Ris3Classification *self, Ris3Strategy *strategy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Classification, ris3_classification_unref)

G_END_DECLS
