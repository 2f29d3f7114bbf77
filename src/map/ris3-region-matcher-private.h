/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-matcher.h"

G_BEGIN_DECLS

struct _Ris3RegionMatcher
{
  Ris3RegionFinder *finder;
  Ris3Geodata *geodata;       /* of finder */
  Ris3Boundaries *boundaries; /* of geodata */
  guint version;              /* of boundaries */
  GString *key;               /* for looking up */
  GHashTable *matches;        /* of Ris3RegionMatch, by all that was asked */
  GHashTable *countries;      /* codes, or NULL, by text */
  GHashTable *contradictions; /* words, or NULL, by code and name */
  GHashTable *preferred;      /* of codes; or NULL */
  GHashTable *meanings;       /* codes by text; or NULL */
};

/* Whether a NUTS version has a region of that code. */
gboolean _ris3_region_matcher_has_code (Ris3RegionMatcher *self, const char *code, guint version);
/* Whether that region is the same in the finder's version. */
gboolean _ris3_region_matcher_is_same (Ris3RegionMatcher *self, const char *code, guint version);
/* What is written like a NUTS code, in Eurostat's form; else NULL. (transfer full) */
char *_ris3_region_matcher_read_code (const char *text);
/* Regions of the finder's version that are called so, or have that ISO code, as Ris3Found: each area once, the
 * likeliest first. (transfer full) */
GArray *_ris3_region_matcher_find_named (Ris3RegionMatcher *self, const char *text, const char *country, int level);
/* ris3_region_matcher_contradict () without memory. (transfer full) */
char *_ris3_region_matcher_find_contradiction (Ris3RegionMatcher *self, const char *code, const char *name);
/* ris3_region_matcher_match () without memory. country: a code. (transfer full) */
Ris3RegionMatch *_ris3_region_matcher_understand (Ris3RegionMatcher *self,
                                                  const char *text,
                                                  guint version,
                                                  const char *country,
                                                  int level);

G_END_DECLS
