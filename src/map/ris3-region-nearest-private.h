/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-keys-private.h"

G_BEGIN_DECLS

/* The regions whose names, or one word of them, are few slips of a finger away from a folded text: letters that are
 * wrong, missing, too many or swapped with the next (optimal string alignment distance). How many slips are few follows
 * from the length. At most n, the nearest first. (transfer full), of guint
 */
GArray *
ris3_region_keys_find_nearest (const Ris3RegionKeys *self, Ris3Boundaries *boundaries, const char *text, guint n);

G_END_DECLS
