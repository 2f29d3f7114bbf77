/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-lineage-compute-private.h"
#include "geo/ris3-lineage-private.h"
#include "geo/ris3-shapes-private.h"

Ris3Lineage *
ris3_lineage_find (Ris3Boundaries *from,
                   Ris3Boundaries *to,
                   Ris3GeoProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (Ris3Overlaps) overlaps = NULL;
  g_autoptr (GStringChunk) strings = NULL;
  GArray *rows;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  overlaps = ris3_overlaps_find (ris3_boundaries_get_shapes (from), ris3_boundaries_get_shapes (to), progress,
                                 user_data, cancellable, error);
  if (overlaps == NULL)
    return NULL;
  rows = ris3_lineage_compute (from, to, overlaps, NULL);
  strings = g_string_chunk_new (16384);
  for (guint i = 0; i < rows->len; i++)
    {
      Ris3LineageRow *row = &g_array_index (rows, Ris3LineageRow, i);

      row->from_code = g_string_chunk_insert_const (strings, row->from_code);
      row->to_code = g_string_chunk_insert_const (strings, row->to_code);
    }
  /* The order of a tree of one's own is not that of its codes. */
  g_array_sort (rows, ris3_lineage_compare_rows);
  return ris3_lineage_new (ris3_boundaries_get_nuts_version (from), ris3_boundaries_get_nuts_version (to),
                           ris3_strings_free_to_bytes (g_steal_pointer (&strings)), rows);
}
