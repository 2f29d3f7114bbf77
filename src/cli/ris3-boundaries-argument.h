/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "map/ris3-geodata.h"
#include "map/ris3-own-boundaries.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What the regions are drawn or exported with: the boundaries that --boundaries names, or else those that the atlas
 * remembers, unless --nuts asks for a version, or else those of the program.
 *
 * nuts_version: of the program's
 * own: (out): those of one's own, NULL for the program's; freed by the caller
 *
 * Errors as of ris3_geodata_load () and ris3_geodata_load_own (). (transfer full) */
Ris3Geodata *ris3_boundaries_argument_load (const Ris3Arguments *arguments,
                                            Ris3Atlas *atlas,
                                            guint nuts_version,
                                            Ris3OwnBoundaries **own,
                                            GError **error);

G_END_DECLS
