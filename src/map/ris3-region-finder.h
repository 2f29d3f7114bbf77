/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-placement.h"

G_BEGIN_DECLS

#define RIS3_REGION_FINDER_ERROR (ris3_region_finder_error_quark ())
GQuark ris3_region_finder_error_quark (void);

typedef enum
{
  RIS3_REGION_FINDER_ERROR_NONE,    /* no region is meant */
  RIS3_REGION_FINDER_ERROR_SEVERAL, /* several may be meant */
} Ris3RegionFinderError;

/* How well a query finds a region: the lower the better. */
typedef enum
{
  RIS3_MATCH_CODE,        /* it is a code of it */
  RIS3_MATCH_NAME,        /* it is a name of it */
  RIS3_MATCH_NAME_PREFIX, /* a name begins with it */
  RIS3_MATCH_WORD_PREFIX, /* each of its words begins a word of a name, or the code */
  RIS3_MATCH_SUBSTRING,   /* each of its words is within one of the names */
  RIS3_MATCH_COUNTRY,     /* a word of it names the country */
  RIS3_MATCH_NONE,
} Ris3Match;

typedef struct
{
  guint region; /* in the boundaries of the finder's geodata */
  Ris3Match match;
  gboolean is_foreign; /* by a name in another language than the reader's and the region's own */
  guint from_version;  /* the query is a code of this other NUTS version, led here by the lineage; else 0 */
} Ris3Found;

/* Finds regions of one NUTS version by what people call them: the one reading of what is typed into the window's
 * search or named on the command line. Understood are
 *
 * - names: local, Latin, and those that other languages of the EU have, in whole, by their beginning, or by words of
 * them in any order, with the country's name if need be; without regard to case, accents and punctuation (ris3_fold());
 * - codes: NUTS of the version; the same of another version, led through the lineage; ISO 3166-2 ("DE-BY"), ISO 3166-1
 *   ("GR", "GRC"); GR and EL, GB and UK alike.
 *
 * Names are read when something is first looked for. For one thread.
 */
typedef struct _Ris3RegionFinder Ris3RegionFinder;

Ris3RegionFinder *ris3_region_finder_new (Ris3Geodata *geodata);
Ris3RegionFinder *ris3_region_finder_ref (Ris3RegionFinder *self);
void ris3_region_finder_unref (Ris3RegionFinder *self);
Ris3Geodata *ris3_region_finder_get_geodata (Ris3RegionFinder *self);

/* All regions that are found, as Ris3Found, the best first: by match, own before foreign names, coarse before fine
 * regions, countries by name, regions by code. Empty for text without letters and digits. (transfer full)
 */
GArray *ris3_region_finder_find (Ris3RegionFinder *self, const char *text);

/* Puts, of regions with the same area in what was found (element-type Ris3Found), the first with strategies of its own
 * before the others, unless one of them was found by its code: it is the one that is meant.
 *
 * placement: of the same geodata
 */
void ris3_region_finder_prefer_own (Ris3RegionFinder *self, GArray *found, Ris3Placement *placement);

/* The one region that is meant: the best, if no other is as good. Of regions with the same area and name (DE6, DE60,
 * DE600) it is the first with strategies of its own, else the coarsest; but a code means just its region.
 *
 * placement: of the same geodata, or NULL
 * found: (out)
 *
 * Errors: RIS3_REGION_FINDER_ERROR, with a sentence that lists what may be meant.
 */
gboolean ris3_region_finder_resolve (Ris3RegionFinder *self,
                                     const char *text,
                                     Ris3Placement *placement,
                                     Ris3Found *found,
                                     GError **error);

/* The regions whose names are nearest to the text, for "Did you mean …": at most n of them, as guint, the nearest
 * first; none where nothing is near. (transfer full)
 */
GArray *ris3_region_finder_suggest (Ris3RegionFinder *self, const char *text, guint n);
/* The same in a sentence, "Did you mean Lombardy (ITC4)?"; NULL where nothing is near. (transfer full) */
char *ris3_region_finder_suggest_words (Ris3RegionFinder *self, const char *text);

/* Whether the text means all of Europe, in any of the languages. */
gboolean ris3_region_finder_is_europe (Ris3RegionFinder *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionFinder, ris3_region_finder_unref)

G_END_DECLS
