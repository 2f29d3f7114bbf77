/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-cache-private.h"

G_BEGIN_DECLS

/* Puts the sections of a cache together. */
typedef struct _Ris3CacheWriter Ris3CacheWriter;

Ris3CacheWriter *ris3_cache_writer_new (void);
void ris3_cache_writer_free (Ris3CacheWriter *self);

void ris3_cache_writer_add_section (Ris3CacheWriter *self,
                                    Ris3CachePart part,
                                    guint first,
                                    guint second,
                                    gconstpointer records,
                                    gsize record_size,
                                    guint n_records);
void ris3_cache_writer_add_shapes (Ris3CacheWriter *self, const Ris3Shapes *shapes, guint first, guint second);
void ris3_cache_writer_add_boundaries (Ris3CacheWriter *self, Ris3Boundaries *boundaries);
void ris3_cache_writer_add_borders (Ris3CacheWriter *self, Ris3Boundaries *boundaries);
void ris3_cache_writer_add_lineage (Ris3CacheWriter *self, Ris3Lineage *lineage);

/* The bytes of the file, which says what it was made of. (transfer full) */
GBytes *ris3_cache_writer_put_together (Ris3CacheWriter *self, guint64 source_size, guint64 source_digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CacheWriter, ris3_cache_writer_free)

G_END_DECLS
