/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-nuts-version.h"

G_BEGIN_DECLS

/* What is kept of boundaries of one's own, so that they need not be read and compared with each NUTS version again: the
 * arrays, as in the cache of the shipped boundaries (ris3-cache-private.h), in a file of their own. The file is not
 * trusted: it is read into memory, lengths and checksums are compared, and each value that could lead outside of an
 * array is checked. What is not right is not used.
 */
typedef struct
{
  Ris3Boundaries *boundaries;
  Ris3Lineage *lineages[RIS3_N_NUTS_VERSIONS]; /* from each version */
} Ris3OwnArrays;

/* Frees what it has, and empties it. */
void ris3_own_arrays_clear (Ris3OwnArrays *self);

/* Of what they are made, in one text: other boundaries have another.
 *
 * digest: of the file
 * mapping: how it is read (ris3_boundary_mapping_to_text ())
 * frame: the NUTS version that they are put in
 * shipped: the path of the boundaries that they are compared with
 *
 * NULL: those cannot be read. (transfer full)
 */
char *ris3_own_cache_make_key (const char *digest, const char *mapping, guint frame, const char *shipped);

/* FALSE: there is no such file, it was not made of that, or something is wrong with it.
 *
 * title: what the boundaries are called
 * arrays: (out caller-allocates)
 */
gboolean ris3_own_cache_load (const char *path, const char *key, const char *title, Ris3OwnArrays *arrays);

/* The bytes of such a file. (transfer full) */
GBytes *ris3_own_cache_make (const char *key, const Ris3OwnArrays *arrays);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3OwnArrays, ris3_own_arrays_clear)

G_END_DECLS
