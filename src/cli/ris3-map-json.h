/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "report/ris3-map-page.h"

G_BEGIN_DECLS

/* Prints as JSON what a page shows, and where it was written. */
void ris3_map_json (Ris3Atlas *atlas, const Ris3MapPage *page, const char *path);

G_END_DECLS
