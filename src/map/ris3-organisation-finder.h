/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Finds the organisations of an atlas by their names, as somebody types who records what one of them says about a
 * region: case, accents and punctuation do not matter, and those of the region come first. It is of the atlas as it was
 * when it was made. */
typedef struct _Ris3OrganisationFinder Ris3OrganisationFinder;

/* How near an organisation is to the region. */
typedef enum
{
  RIS3_ORGANISATION_OF_REGION, /* in whichever NUTS version either is recorded (ris3-region-places.h) */
  RIS3_ORGANISATION_OF_COUNTRY,
  RIS3_ORGANISATION_ELSEWHERE, /* also: where no region is known */
} Ris3OrganisationNearness;

/* geodata: NULL: only the same code of the same version is the same region; code: "": of no region (transfer full) */
Ris3OrganisationFinder *
ris3_organisation_finder_new (Ris3Atlas *atlas, Ris3Geodata *geodata, guint nuts_version, const char *code);
void ris3_organisation_finder_free (Ris3OrganisationFinder *self);

/* How many are of the region. */
guint ris3_organisation_finder_get_n_own (const Ris3OrganisationFinder *self);

/* Those with each word of a text in their name, the nearest first, and of these those whose name begins so; all if
 * there are no words. (element-type Ris3Organisation) (transfer container) */
GPtrArray *ris3_organisation_finder_find (const Ris3OrganisationFinder *self, const char *text);
/* How near one is that it has found. */
Ris3OrganisationNearness ris3_organisation_finder_get_nearness (const Ris3OrganisationFinder *self,
                                                                Ris3Organisation *organisation);

/* The one that is called so: as it is written, or else, if there is just one, but for case, accents and punctuation.
 * NULL: none is. (transfer none) */
Ris3Organisation *ris3_organisation_finder_lookup (const Ris3OrganisationFinder *self, const char *name);
/* Those that a new name may mean: one of the names begins as the other is. The nearest first (element-type
 * Ris3Organisation). (transfer container) */
GPtrArray *ris3_organisation_finder_find_similar (const Ris3OrganisationFinder *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3OrganisationFinder, ris3_organisation_finder_free)

G_END_DECLS
