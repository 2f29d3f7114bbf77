/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map/ris3-region-finder.h"
#include "map/ris3-region-keys-private.h"

G_BEGIN_DECLS

struct _Ris3RegionFinder
{
  gatomicrefcount ref_count;
  Ris3Geodata *geodata;
  Ris3Boundaries *boundaries; /* of geodata */
  Ris3RegionKeys *keys;       /* made when something is first looked for */
};

const Ris3RegionKeys *_ris3_region_finder_get_keys (Ris3RegionFinder *self);

G_END_DECLS
