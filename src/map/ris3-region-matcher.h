/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-finder.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* How a cell that names a region is understood. Either code or problem is there. */
typedef struct
{
  char *code;             /* of that NUTS version */
  guint version;          /* of ris3_nuts_versions */
  char *remark;           /* how it was understood, where that is not plain; else NULL */
  char *problem;          /* what is wrong and what to do */
  GPtrArray *suggestions; /* of Ris3ImportSuggestion: codes of the finder's version that may be meant; else NULL */
} Ris3RegionMatch;

/* Understands the regions that the cells of a table name, for rows by the hundred thousand: answers are remembered. It
 * never guesses: what may be several things, or only looks like a name, is refused. Understood are
 *
 * - codes of each NUTS version, GR and EL, GB and UK alike. Without a version, one that has the code is taken: the
 * finder's own, if the region is the same in all that have it; what differs is said;
 * - ISO 3166 codes, names in each language and script that the atlas knows, and a code with a name ("ITC4 Lombardia",
 * "Lombardia (ITC4)"); each of them is said.
 *
 * For one thread. */
typedef struct _Ris3RegionMatcher Ris3RegionMatcher;

/* finder: of the NUTS version that regions without one are taken from */
Ris3RegionMatcher *ris3_region_matcher_new (Ris3RegionFinder *finder);
void ris3_region_matcher_free (Ris3RegionMatcher *self);

/* Codes of regions of the finder's version that the atlas has strategies for: of several regions that are one area,
 * such as FRL and FRL0, a name means such a one. NULL: none. Before the first match. */
void ris3_region_matcher_prefer (Ris3RegionMatcher *self, GHashTable *codes);

/* What a person has said that texts mean: codes of the finder's version by text, without spaces at its ends. They
 * go before all else, and each of them is said. NULL: nothing. Before the first match. */
void ris3_region_matcher_teach (Ris3RegionMatcher *self, GHashTable *meanings);

/* text: of the cell, not empty
 * version: the NUTS version that the row names; 0: none
 * country: the country that the row names, in any form; NULL: none
 * level: the NUTS level that the row names; -1: none
 * (transfer none) */
const Ris3RegionMatch *
ris3_region_matcher_match (Ris3RegionMatcher *self, const char *text, guint version, const char *country, int level);

/* Whether a name is that of other regions than the one with that code, and what is to be said then; NULL: it is not, or
 * it is no known name. (transfer none) */
const char *ris3_region_matcher_contradict (Ris3RegionMatcher *self, const char *code, guint version, const char *name);

/* The code of a country: two letters, those of Eurostat where the atlas has it; else by its name in any language. NULL
 * if it is none that the atlas knows, or may be several. (transfer none) */
const char *ris3_region_matcher_find_country (Ris3RegionMatcher *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionMatcher, ris3_region_matcher_free)

G_END_DECLS
