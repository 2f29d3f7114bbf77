/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* The regions that lie too far away for a map of Europe, and are drawn apart from it. */

/* Those that hold whole leaves overseas, at level 2, in the order of the boundaries: La Réunion, but not France.
 * (transfer full) (element-type guint)
 */
GArray *ris3_overseas_find (Ris3Boundaries *boundaries);

/* Whether a region is, or lies in, one of the outermost regions of the European Union: article 349 of its treaty names
 * those of France, Portugal and Spain. Svalbard is overseas, but no outermost region.
 */
gboolean ris3_overseas_is_outermost (const Ris3Region *region);

G_END_DECLS
