/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-boundaries.h"

G_DEFINE_QUARK (ris3_geo_error, ris3_geo_error)
