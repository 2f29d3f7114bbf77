/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* What lies behind boundaries of one's own, so that one sees where they are: neighbouring land, and the countries of a
 * NUTS version, a shape each.
 *
 * land: may be NULL
 * (transfer full)
 */
Ris3Shapes *ris3_land_add_countries (const Ris3Shapes *land, Ris3Boundaries *frame);

G_END_DECLS
