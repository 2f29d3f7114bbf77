/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-finder.h"
#include "map/ris3-view.h"

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

/* What is asked of a region where nothing is said: the latest strategy, in a NUTS version that has the code. (transfer
 * full) */
Ris3View *ris3_region_argument_make_base (Ris3Atlas *atlas, const char *code);

G_END_DECLS
