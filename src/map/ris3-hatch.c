/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-hatch.h"

static const Ris3Hatch wide = { 8, 3.4, 3.4 };
static const Ris3Hatch fine = { 4, 1.4, 2.2 };

const Ris3Hatch *
ris3_hatch_get (guint n_territories)
{
  return n_territories > RIS3_PAINT_N_FINE ? &fine : &wide;
}
