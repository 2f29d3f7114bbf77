/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-lineage-compute-private.h"

Ris3Overlaps *
ris3_overlaps_new (void)
{
  Ris3Overlaps *self = g_new0 (Ris3Overlaps, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (Ris3Overlap));
  self->from_areas = g_array_new (FALSE, FALSE, sizeof (double));
  self->to_areas = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

Ris3Overlaps *
ris3_overlaps_reverse (const Ris3Overlaps *overlaps)
{
  Ris3Overlaps *self = ris3_overlaps_new ();

  g_array_append_vals (self->from_areas, overlaps->to_areas->data, overlaps->to_areas->len);
  g_array_append_vals (self->to_areas, overlaps->from_areas->data, overlaps->from_areas->len);
  for (guint i = 0; i < overlaps->pairs->len; i++)
    {
      const Ris3Overlap *pair = &g_array_index (overlaps->pairs, Ris3Overlap, i);
      Ris3Overlap reversed = { pair->to, pair->from, pair->area };

      g_array_append_val (self->pairs, reversed);
    }

  return self;
}

void
ris3_overlaps_free (Ris3Overlaps *overlaps)
{
  g_return_if_fail (overlaps != NULL);

  g_array_unref (overlaps->pairs);
  g_array_unref (overlaps->from_areas);
  g_array_unref (overlaps->to_areas);
  g_free (overlaps);
}
