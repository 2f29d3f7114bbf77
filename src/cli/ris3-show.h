/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-facts.h"

G_BEGIN_DECLS

/* Write what is known about a region to standard output, for people and for programs. */
void ris3_show_text (const Ris3RegionFacts *facts);
void ris3_show_json (const Ris3RegionFacts *facts);

G_END_DECLS
