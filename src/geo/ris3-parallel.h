/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does the work of one chunk. chunk: 0 .. n_chunks - 1 */
typedef void (*Ris3ParallelFunc) (guint chunk, gpointer user_data);

/* Calls func for each chunk, on as many threads as there are cores, the caller's among them, and
 * returns when all are done. Chunks are handed out in order; make several for each core, so that
 * uneven ones even out.
 */
void ris3_parallel_for (guint n_chunks, Ris3ParallelFunc func, gpointer user_data);

G_END_DECLS
