/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-finder.h"

G_BEGIN_DECLS

/* The code that a region is named by, if it is named by one: without spaces, in capitals, with Eurostat's EL and UK.
 * What is no code comes back as something that is none. (transfer full)
 */
char *ris3_region_argument_get_code (const char *text);

/* The region that is meant by a name or code: its index in the boundaries of the placement, -1 on error. That a code
 * of another version was led there is said on standard error.
 *
 * Errors: RIS3_REGION_FINDER_ERROR
 */
gint ris3_region_argument_resolve (const char *text, Ris3Placement *placement, GError **error);

G_END_DECLS
