/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shading of more areas than 16 bits can number. The same code with wider samples: of what is shipped, with narrow
 * ones, none becomes slower. */

#include "config.h"

#include <glib.h>

#define SHADE_FUNC _ris3_region_raster_shade_wide
typedef guint32 Sample;

#include "map/ris3-region-raster-shade.c"
