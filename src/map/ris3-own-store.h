/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-own-cache.h"
#include "map/ris3-own-boundaries.h"

G_BEGIN_DECLS

/* Where arrays made of boundaries of one's own are kept: files in the user's folder of caches, a few of those that were
 * used last. Whatever is wrong with the folder or a file in it, they are just made anew.
 */

/* FALSE: they are not there. shipped: the path of the boundaries that come with the program */
gboolean ris3_own_store_load (const Ris3OwnBoundaries *own, const char *shipped, Ris3OwnArrays *arrays);
/* To be called only while the file of the boundaries is the one that its digest says. */
void ris3_own_store_save (const Ris3OwnBoundaries *own, const char *shipped, const Ris3OwnArrays *arrays);

G_END_DECLS
