/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* What a badge of comments says to those who do not see it, and in its tooltip: “3 open comments: Berlin”.
 *
 * regions: that it counts, in their order (transfer full) */
char *ris3_badge_words_new (Ris3Boundaries *boundaries, const guint *regions, guint n_regions, guint n_open);
/* “Berlin, Brandenburg”, or the first of many. (transfer full) */
char *ris3_badge_words_list_regions (Ris3Boundaries *boundaries, const guint *regions, guint n_regions);

G_END_DECLS
