/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_CRS (ris3_boundary_crs_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryCrs, ris3_boundary_crs, RIS3, BOUNDARY_CRS, AdwPreferencesGroup)

/* The coordinate system of a file of boundaries: as it says, a usual one, or that of a code of EPSG.
 *
 * Signals:
 *   changed (): another one was chosen
 */

/* of_file: what the file says; NULL: nothing. chosen: "EPSG:3035"; NULL: as the file says */
void ris3_boundary_crs_show (Ris3BoundaryCrs *self, const char *of_file, const char *chosen);
/* NULL: as the file says, or not chosen yet. (transfer full) */
char *ris3_boundary_crs_dup_chosen (Ris3BoundaryCrs *self);

G_END_DECLS
