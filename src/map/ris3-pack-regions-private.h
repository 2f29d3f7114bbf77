/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* The regions of strategies, in whichever NUTS versions these are recorded. */
typedef struct _Ris3PackRegions Ris3PackRegions;

/* One of them. */
typedef struct
{
  guint nuts_version;
  char *code;
  GPtrArray *strategies; /* of Ris3Strategy */
} Ris3PackRegion;

/* filter: only strategies that it gives; NULL: all (transfer full) */
Ris3PackRegions *_ris3_pack_regions_new (Ris3Atlas *atlas, Ris3FilterResult *filter);
void _ris3_pack_regions_free (Ris3PackRegions *self);

/* A text that is the same for codes of one region, in whichever version. (transfer full) */
char *_ris3_pack_regions_make_key (Ris3PackRegions *self, guint nuts_version, const char *code);
/* The strategies that a region is asked about; where its version has no boundaries that have it, those of the same
 * code. NULL: there are none. (transfer full) */
GPtrArray *_ris3_pack_regions_find (Ris3PackRegions *self, guint nuts_version, const char *code);
/* Each region once, with its code in the latest version in which it is recorded (element-type Ris3PackRegion).
 * (transfer full) */
GPtrArray *_ris3_pack_regions_list (Ris3PackRegions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PackRegions, _ris3_pack_regions_free)

G_END_DECLS
