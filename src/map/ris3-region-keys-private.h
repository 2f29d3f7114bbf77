/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"

G_BEGIN_DECLS

/* What a region is found by, folded. */
typedef struct
{
  const char *text;
  gboolean is_foreign; /* in another language than the reader's and the region's own */
} Ris3Key;

typedef struct
{
  const char *text; /* an ISO code, folded */
  guint region;
} Ris3CodeKey;

/* The folded names and codes of all regions of some geodata. Immutable. */
typedef struct
{
  GStringChunk *strings;
  GArray *keys;         /* Ris3Key, by region, its own first, none twice */
  guint *first_keys;    /* of each region, and the end: n_regions + 1 */
  const char **codes;   /* NUTS code of each region, folded */
  GArray *iso_codes;    /* Ris3CodeKey: ISO 3166-1 alpha-2 and 3166-2 */
  GArray *alpha3_codes; /* Ris3CodeKey: ISO 3166-1 alpha-3, which may be the beginning of a name too */
  GPtrArray *europe;    /* of const char *: its names, folded */
  guint *order;         /* of each region: countries by name, regions by code */
} Ris3RegionKeys;

/* (transfer full) */
Ris3RegionKeys *ris3_region_keys_new (Ris3Geodata *geodata);
void ris3_region_keys_free (Ris3RegionKeys *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionKeys, ris3_region_keys_free)

G_END_DECLS
